package org.tariffeconomics.conformance;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.tariffeconomics.economy.Deficits;
import org.tariffeconomics.economy.DutyShock;
import org.tariffeconomics.economy.Elasticity;
import org.tariffeconomics.economy.Equilibrium;
import org.tariffeconomics.economy.Outcome;
import org.tariffeconomics.economy.UsAdditions;
import org.tariffeconomics.economy.World;

/** The scenarios of the golden files of general equilibrium, by name, each solved once. */
final class GeWorlds {

  /** 12.5 points on the share of cars in US imports from Japan, 41.904 of 151.34. */
  private static final double JAPAN_CARS = 0.03461081;

  private final Map<String, Outcome> solved = new LinkedHashMap<>();

  Outcome oneSector(String scenario) {
    return solved.computeIfAbsent(scenario, GeWorlds::solveOneSector);
  }

  private static Outcome solveOneSector(String scenario) {
    String rest = scenario;
    double theta = 4;
    Deficits rule = Deficits.MULTIPLICATIVE;
    if (rest.endsWith("-eps2.5") || rest.endsWith("-eps8")) {
      theta = Double.parseDouble(rest.substring(rest.lastIndexOf("-eps") + 4));
      rest = rest.substring(0, rest.lastIndexOf("-eps"));
    }
    if (rest.endsWith("-world-share")) {
      rule = Deficits.WORLD_SHARE;
      rest = rest.replace("-world-share", "");
    }
    if (rest.startsWith("balanced-")) {
      rule = Deficits.ZERO;
      rest = rest.replace("balanced-", "");
    }
    World world = World.of2023();
    return Equilibrium.of(world, Elasticity.of(theta)).with(rule).solve(shock(world, rest));
  }

  private static DutyShock shock(World world, String name) {
    DutyShock none = DutyShock.none(world);
    return switch (name) {
      case "us-2025-09-16" -> none.withAdded("US", UsAdditions.of2025());
      case "us-2026-11-01" -> none.withAdded("US", UsAdditions.of2026());
      case "us-2025-09-16-no-japan-auto-cut" ->
          none.withAdded("US", UsAdditions.of2025()).withAdded("US", "JP", JAPAN_CARS);
      case "us-plus-10" -> none.withAdded("US", "*", 0.10);
      case "us-2025-09-16-retaliated" -> retaliated(none, UsAdditions.of2025());
      case "iceberg-us-cn-5pc" -> none.withIceberg("US", "CN", 1.05).withIceberg("CN", "US", 1.05);
      default -> throw new UnsupportedCase("no such scenario: " + name);
    };
  }

  private static DutyShock retaliated(DutyShock none, Map<String, Double> added) {
    DutyShock shock = none.withAdded("US", added);
    for (Map.Entry<String, Double> each : added.entrySet()) {
      shock = shock.withAdded(each.getKey(), "US", each.getValue());
    }
    return shock;
  }

  Outcome multiSector(String scenario) {
    return solved.computeIfAbsent(scenario, GeWorlds::solveMultiSector);
  }

  private static Outcome solveMultiSector(String scenario) {
    World world = World.sectors2011();
    boolean proTee = scenario.endsWith("-protee");
    boolean balanced = scenario.startsWith("ms-balanced-");
    String rest = scenario.replace("-protee", "").replace("ms-balanced-", "ms-");
    Equilibrium model =
        Equilibrium.of(world, proTee ? Elasticity.proTee() : Elasticity.caliendoParro());
    return (balanced ? model.with(Deficits.ZERO) : model).solve(sectorShock(world, rest));
  }

  private static DutyShock sectorShock(World world, String name) {
    DutyShock none = DutyShock.none(world);
    DutyShock additions = UsAdditions.bySector2025(world);
    return switch (name) {
      case "ms-us-2025" -> additions;
      case "ms-us-plus-10-goods" -> plusTenOnGoods(none);
      case "ms-us-2025-retaliated" -> mirrored(world, additions);
      case "ms-us-2025-jp-transport-plus-12.5" -> additions.withAdded("US", "JP", "TRQ", 0.125);
      case "ms-tw-us-electronics-iceberg-10" -> none.withIceberg("TW", "US", "ELC", 1.10);
      default -> throw new UnsupportedCase("no such scenario: " + name);
    };
  }

  private static DutyShock plusTenOnGoods(DutyShock none) {
    DutyShock shock = none;
    for (String sector : none.world().sectors().subList(0, 15)) {
      shock = shock.withAdded("US", "*", sector, 0.10);
    }
    return shock;
  }

  private static DutyShock mirrored(World world, DutyShock additions) {
    DutyShock shock = additions;
    for (String sector : world.sectors()) {
      for (String partner : world.economies()) {
        if (!partner.equals("US")) {
          double added =
              additions.power(partner, "US", sector) - 1 - world.baseDuty(partner, "US", sector);
          shock = shock.withAdded(partner, "US", sector, added);
        }
      }
    }
    return shock;
  }

  static Map<String, Double> figures(
      String code, Outcome outcome, Map<String, ToDoubleFunction<Outcome>> columns) {
    Map<String, Double> figures = new LinkedHashMap<>();
    columns.forEach((column, value) -> figures.put(column, value.applyAsDouble(outcome)));
    return figures;
  }
}
