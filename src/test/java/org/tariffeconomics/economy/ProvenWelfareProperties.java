package org.tariffeconomics.economy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Bounds that are called proven: no law between may leave them, good by good. */
class ProvenWelfareProperties {

  private static final double ROUNDING = 1e-9;

  @Provide
  Arbitrary<World> worlds() {
    return SmallWorlds.oneSector();
  }

  /** Some goods of each exporter with open duties, and one law between for each try. */
  private static LawShock law(World world, long seed, boolean between, Random choice) {
    Random random = new Random(seed);
    LawShockBuilder builder = LawShock.builder(world, "C0", "a law");
    for (String exporter : world.economies().subList(1, world.size())) {
      int goods = 1 + random.nextInt(3);
      for (int h = 0; h < goods; h++) {
        double value = 1 + random.nextDouble();
        double before = 0.1 * random.nextDouble();
        double low = 0.6 * random.nextDouble() - 0.05;
        double high = random.nextInt(4) == 0 ? low : low + 0.5 * random.nextDouble();
        double duty = choice.nextInt(3) == 0 ? low : low + (high - low) * choice.nextDouble();
        builder.add(
            exporter,
            World.ALL_GOODS,
            value,
            EstimateRange.of(before),
            between ? EstimateRange.of(duty) : new EstimateRange(low, high));
      }
    }
    return builder.build();
  }

  private static final class Seen {
    private int proven;
  }

  private static void check(World world, long seed, Deficits rule, Seen seen) {
    Equilibrium model = Equilibrium.of(world, Elasticity.of(1.5 + (seed & 7))).with(rule);
    Random choice = new Random(seed + 1);
    OutcomeRange range = model.solve(law(world, seed, false, choice));
    for (String code : world.economies()) {
      var bounds = range.provenWelfare(code);
      if (bounds.isEmpty()) {
        continue;
      }
      seen.proven++;
      EstimateRange tried = range.welfare(code);
      assertTrue(bounds.get().lowest() <= tried.lowest() + ROUNDING, code + bounds + tried);
      assertTrue(bounds.get().highest() >= tried.highest() - ROUNDING, code + bounds + tried);
    }
    for (int i = 0; i < 6; i++) {
      Outcome between = model.solve(law(world, seed, true, choice)).exact().orElseThrow();
      for (String code : world.economies()) {
        range
            .provenWelfare(code)
            .ifPresent(
                bounds -> {
                  double welfare = between.welfare(code);
                  assertTrue(
                      bounds.lowest() - ROUNDING <= welfare
                          && welfare <= bounds.highest() + ROUNDING,
                      () -> code + " " + welfare + " outside " + bounds);
                });
      }
    }
  }

  @Property(tries = 60)
  void no_law_between_leaves_the_bounds(
      @ForAll @From("worlds") World world, @ForAll @IntRange(max = 100_000) int seed) {
    check(world, seed, Deficits.ZERO, new Seen());
    check(world, seed, Deficits.WORLD_SHARE, new Seen());
  }

  /** They are found, not only not wrong: nearly always in worlds that are balanced. */
  @Example
  void bounds_are_found_in_usual_worlds() {
    World world =
        World.of(
            List.of("C0", "C1", "C2"),
            new double[][] {{900, 60, 40}, {50, 300, 10}, {30, 15, 150}});
    Seen seen = new Seen();
    for (int seed = 0; seed < 10; seed++) {
      check(world, seed, Deficits.ZERO, seen);
      check(world, seed, Deficits.WORLD_SHARE, seen);
    }
    assertEquals(60, seen.proven);
  }

  @Example
  void what_is_not_proven_is_said() {
    World world = World.of(List.of("C0", "C1"), new double[][] {{90, 10}, {8, 60}});
    LawShock law = law(world, 3, false, new Random(1));
    OutcomeRange range =
        Equilibrium.of(world, Elasticity.of(4)).with(Deficits.MULTIPLICATIVE).solve(law);
    assertTrue(range.provenWelfare("C1").isEmpty());
    assertTrue(range.bounds("C0", "C1").toText().contains("not proven"));
    LawShock known =
        LawShock.builder(world, "C0", "a law")
            .add("C1", World.ALL_GOODS, 1, EstimateRange.of(0), EstimateRange.of(0.1))
            .build();
    OutcomeRange one = Equilibrium.of(world, Elasticity.of(4)).solve(known);
    assertEquals(one.welfare("C1"), one.provenWelfare("C1").orElseThrow());
  }

  /** One exporter, one good: the loss of the exporter is proven, and nearly as large as tried. */
  @Example
  void a_loss_is_proven_whatever_the_open_duty_is() {
    World world =
        World.of(
            List.of("C0", "C1", "C2"),
            new double[][] {{900, 60, 40}, {50, 300, 10}, {30, 15, 150}});
    LawShock law =
        LawShock.builder(world, "C0", "a law")
            .add("C1", World.ALL_GOODS, 60, EstimateRange.of(0), new EstimateRange(0.10, 0.25))
            .add("C2", World.ALL_GOODS, 40, EstimateRange.of(0), EstimateRange.of(0.10))
            .build();
    OutcomeRange range = Equilibrium.of(world, Elasticity.of(4)).with(Deficits.ZERO).solve(law);
    EstimateRange proven = range.provenWelfare("C1").orElseThrow();
    assertTrue(proven.highest() < 1, proven::toString);
    assertTrue(proven.width() < 4 * range.welfare("C1").width(), proven::toString);
    String text = range.bounds("C0", "C1", "C2").toText();
    assertTrue(text.contains("lose"), text);
  }

  /**
   * A law that leaves all exporters to the United States open: what is proven is not much wider
   * than what was tried, no law between leaves it, and who loses is proven too.
   */
  @Example
  void bounds_of_a_whole_world_are_near_what_was_tried() {
    World world = World.of2023();
    Equilibrium model = Equilibrium.of(world, Elasticity.of(4));
    OutcomeRange range = model.solve(onAllExporters(world, new Random(0), false));
    Outcome between = model.solve(onAllExporters(world, new Random(1), true)).lowest();
    for (String code : List.of("US", "JP", "CN", "MX", "LA")) {
      EstimateRange proven = range.provenWelfare(code).orElseThrow();
      assertTrue(proven.width() < 3 * range.welfare(code).width(), code + proven);
      assertTrue(proven.contains(between.welfare(code)), code + proven);
    }
    assertTrue(range.provenWelfare("CN").orElseThrow().highest() < 1);
  }

  private static LawShock onAllExporters(World world, Random random, boolean between) {
    LawShockBuilder builder = LawShock.builder(world, "US", "8 to 11 percent more on all");
    for (String exporter : world.economies()) {
      if (!exporter.equals("US") && world.flow(exporter, "US") > 0) {
        double duty = 0.08 + 0.03 * random.nextDouble();
        builder.add(
            exporter,
            World.ALL_GOODS,
            1,
            EstimateRange.of(0),
            between ? EstimateRange.of(duty) : new EstimateRange(0.08, 0.11));
      }
    }
    return builder.build();
  }

  /**
   * The importer's best lies between two corners neither of which is its best corner: no derivative
   * is taken near it, but the way from the lowest duties to the highest passes it. (An invented
   * world.)
   */
  @Example
  void a_best_on_the_way_turns_though_no_derivative_shows_it() {
    World world =
        World.of(
            List.of("C0", "C1", "C2", "C3"),
            new double[][] {
              {500, 40, 20, 90}, {90, 600, 10, 40}, {50, 60, 100, 70}, {80, 80, 20, 100}
            });
    EstimateRange none = EstimateRange.of(0);
    LawShock law =
        LawShock.builder(world, "C0", "a law")
            .add("C1", World.ALL_GOODS, 1, none, new EstimateRange(0.26, 0.42))
            .add("C2", World.ALL_GOODS, 1, none, new EstimateRange(0.15, 0.25))
            .add("C3", World.ALL_GOODS, 1, none, EstimateRange.of(0.26))
            .build();
    Equilibrium model = Equilibrium.of(world, Elasticity.of(4));
    double best =
        Stream.of(0.26, 0.42)
            .flatMap(first -> Stream.of(0.15, 0.25).map(second -> new double[] {first, second}))
            .mapToDouble(
                duties ->
                    model
                        .solve(
                            DutyShock.none(world)
                                .withDuty("C1", "C0", World.ALL_GOODS, duties[0])
                                .withDuty("C2", "C0", World.ALL_GOODS, duties[1])
                                .withDuty("C3", "C0", World.ALL_GOODS, 0.26))
                        .welfare("C0"))
            .max()
            .orElseThrow();
    OutcomeRange range = model.solve(law);
    assertTrue(range.welfare("C0").highest() > best + 1e-6);
    assertEquals(List.of("C2"), range.turningExporters("C0").orElseThrow());
  }

  /**
   * Corners are solved by hand, in worlds with inputs too: the ends are those of all of them, or of
   * a law between two where an exporter's duties turn.
   */
  @Property(tries = 40)
  void the_ends_hold_all_corners(
      @ForAll @From("someWorlds") World world, @ForAll @IntRange(max = 100_000) int seed) {
    OpenLaw law = new OpenLaw(world, new Random(seed));
    Equilibrium model = Equilibrium.of(world, Elasticity.of(4));
    OutcomeRange range = model.solve(law.law());
    for (String code : world.economies()) {
      double least = Double.POSITIVE_INFINITY;
      double most = Double.NEGATIVE_INFINITY;
      for (int corner = 0; corner < law.corners(); corner++) {
        double welfare = model.solve(law.corner(corner)).welfare(code);
        least = Math.min(least, welfare);
        most = Math.max(most, welfare);
      }
      EstimateRange ends = range.welfare(code);
      assertTrue(ends.lowest() <= least + ROUNDING, code);
      assertTrue(ends.highest() >= most - ROUNDING, code);
      if (range.turningExporters(code).orElseThrow().isEmpty()) {
        assertEquals(least, ends.lowest(), ROUNDING, code);
        assertEquals(most, ends.highest(), ROUNDING, code);
      }
    }
  }

  /** Duties of every exporter and sector, each from a lowest to a highest. */
  private static final class OpenLaw {
    private final World world;
    private final List<String> exporters;
    private final double[] lows;
    private final double[] widths;

    private OpenLaw(World world, Random random) {
      this.world = world;
      this.exporters = world.economies().subList(1, world.size());
      int count = exporters.size() * world.sectors().size();
      this.lows = random.doubles(count, 0, 0.3).toArray();
      this.widths = random.doubles(count, 0, 0.4).toArray();
    }

    private int corners() {
      return 1 << exporters.size();
    }

    private String exporter(int i) {
      return exporters.get(i / world.sectors().size());
    }

    private String sector(int i) {
      return world.sectors().get(i % world.sectors().size());
    }

    private LawShock law() {
      LawShockBuilder open = LawShock.builder(world, "C0", "a law");
      for (int i = 0; i < lows.length; i++) {
        EstimateRange after = new EstimateRange(lows[i], lows[i] + widths[i]);
        open.add(exporter(i), sector(i), 1, EstimateRange.of(0), after);
      }
      return open.build();
    }

    private DutyShock corner(int corner) {
      DutyShock shock = DutyShock.none(world);
      for (int i = 0; i < lows.length; i++) {
        boolean high = (corner >> i / world.sectors().size() & 1) == 1;
        double duty = lows[i] + (high ? widths[i] : 0);
        double base = world.baseDuty(exporter(i), "C0", sector(i));
        shock = shock.withDuty(exporter(i), "C0", sector(i), (1 + base) * (1 + duty) - 1);
      }
      return shock;
    }
  }

  @Provide
  Arbitrary<World> someWorlds() {
    return Arbitraries.oneOf(SmallWorlds.oneSector(), SmallWorlds.withInputs());
  }
}
