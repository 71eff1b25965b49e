package org.tariffeconomics.economy;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;

/**
 * What the United States added to its duties of 2024, as averages that others published: increments
 * over collected rates by partner, by M. Waugh's trade-war-redux-2025 (commit 726c595, MIT) from US
 * Census data. For comparison with studies that use them, and for tests; a shock made from the law
 * itself differs, and that difference is worth looking at.
 *
 * <p>Known limits of the source, kept as they are: it dates the 15 percent rate on Korean cars
 * three months early and treats all-in caps of 2026 as flat additions. Partners that it does not
 * list have the import-weighted mean of the others without China, Mexico, Canada and the EU;
 * members of the EU have the average of the EU.
 *
 * @since 0.1.0
 */
public final class UsAdditions {

  private UsAdditions() {}

  /** {@return the additions in force on 2025-09-16 by partner of {@link World#of2023()}} */
  public static Map<String, Double> of2025() {
    return BundledWorlds.goodsColumn("added_2025_09_16");
  }

  /** {@return the additions in force on 2026-11-01 by partner of {@link World#of2023()}} */
  public static Map<String, Double> of2026() {
    return BundledWorlds.goodsColumn("added_2026_11_01");
  }

  /**
   * The additions of 2025 by partner and sector of {@link World#sectors2011()}, as a shock to it.
   *
   * @param world the world, of those economies and sectors
   * @return the shock
   * @throws IllegalArgumentException when the world has other economies or sectors
   */
  public static DutyShock bySector2025(World world) {
    Objects.requireNonNull(world, "world");
    double[][][] duties = new double[world.sectors().size()][world.size()][world.size()];
    for (int cell = 0; cell < world.duties().length; cell++) {
      int n = world.size();
      duties[cell / (n * n)][cell / n % n][cell % n] = world.duties()[cell];
    }
    int us = world.economy("US");
    BundledWorlds.forEachDuty(
        (row, sheet) ->
            duties[world.sector(sheet.text(row, "sector"))][us][
                    world.economy(sheet.text(row, "partner"))] +=
                sheet.number(row, "added_2025"));
    return DutyShock.none(world).withDuties(duties).withNote("additions of 2025 by sector");
  }

  /**
   * US imports of 2024 by partner and sector with the duty collected on them and what was added in
   * 2025: one flow a cell, the EU once, as {@code EU27}.
   *
   * @return the flows, in dollars; lines are sectors of {@link World#sectors2011()}
   */
  public static List<RevenueFlow> revenueFlows2025() {
    Map<String, RevenueFlow> flows = new LinkedHashMap<>();
    BundledWorlds.forEachDuty(
        (row, sheet) -> {
          boolean union = sheet.text(row, "basis").equals("EU");
          String partner = union ? "EU27" : sheet.text(row, "partner");
          String sector = sheet.text(row, "sector");
          double before = sheet.number(row, "rate_2024");
          BigMoney imports =
              BigMoney.of(
                  CurrencyUnit.USD,
                  new BigDecimal(sheet.text(row, "imports_2024_usd_m")).movePointRight(6));
          double after = before + sheet.number(row, "added_2025");
          flows.put(
              sector + " " + partner, RevenueFlow.of(sector, partner, imports, before, after));
        });
    return List.copyOf(flows.values());
  }
}
