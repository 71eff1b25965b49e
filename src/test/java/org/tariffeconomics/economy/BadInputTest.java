package org.tariffeconomics.economy;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.joda.money.BigMoney;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.economy.Contributions.Step;
import org.tariffeconomics.economy.LabourModel.Parameters;
import org.tariffeconomics.uncertainty.Distribution;

/**
 * What is wrong is refused by every door of the room, by an error that names the culprit: never a
 * number.
 */
class BadInputTest {

  private static final List<String> CODES = List.of("A", "B", "C");
  private static final World WORLD =
      World.of(CODES, new double[][] {{70, 20, 10}, {15, 80, 15}, {10, 20, 90}});
  private static final World TWO =
      World.of(
          CODES,
          List.of("X", "Y"),
          new double[][][] {
            {{70, 20, 10}, {15, 80, 15}, {10, 20, 90}}, {{30, 2, 1}, {2, 20, 3}, {1, 2, 40}}
          },
          new double[0][][]);
  private static final Elasticity FOUR = Elasticity.of(4);
  private static final DutyShock NONE = DutyShock.none(WORLD);
  private static final FoldedDuties OF_EIGHT =
      FoldedDuties.of(8, new double[] {1, 1}, new double[] {0, 0}, new double[] {0, 0.5});
  private static final DutyShock FOLDED = NONE.withFolded("B", "A", World.ALL_GOODS, OF_EIGHT);
  private static final double NAN = Double.NaN;

  @TempDir Path folder;

  private record Refusal(String door, String culprit, Executable question) {}

  private static Refusal refusal(String door, String culprit, Executable question) {
    return new Refusal(door, culprit, question);
  }

  private static Stream<DynamicTest> tests(Stream<Refusal> refusals) {
    return refusals.map(
        each -> DynamicTest.dynamicTest(each.door() + ": " + each.culprit(), () -> check(each)));
  }

  private static void check(Refusal refusal) {
    RuntimeException thrown = assertThrows(RuntimeException.class, refusal.question());
    boolean isClear =
        thrown instanceof IllegalArgumentException || thrown instanceof IllegalStateException;
    assertTrue(isClear, thrown::toString);
    String message = String.valueOf(thrown.getMessage());
    assertTrue(message.contains(refusal.culprit()), message);
  }

  private static DutyShock of2023() {
    return DutyShock.none(World.of2023());
  }

  private static Equilibrium model() {
    return Equilibrium.of(WORLD, FOUR);
  }

  private static World world(double[][] flows) {
    return World.of(List.of("A", "B"), flows);
  }

  @TestFactory
  Stream<DynamicTest> worlds() {
    double[][][] flows = {{{5, 1}, {1, 5}}};
    List<String> pair = List.of("A", "B");
    List<String> one = List.of("X");
    double[][][] none = {{{0, 0}, {0, 0}}};
    UsePrices before = UsePrices.BEFORE_DUTY;
    return tests(
        Stream.of(
            refusal("World.of", "negative", () -> world(new double[][] {{5, -1}, {1, 5}})),
            refusal("World.of", "finite", () -> world(new double[][] {{5, NAN}, {1, 5}})),
            refusal("World.of", "entries", () -> world(new double[][] {{5, 1}})),
            refusal("World.of", "must make and buy", () -> world(new double[][] {{0, 0}, {0, 1}})),
            refusal("World.of", "A", () -> World.of(List.of("A", "A"), flows[0])),
            refusal("World.of", "blank", () -> World.of(List.of("A", " "), flows[0])),
            refusal("World.of", "at least 2", () -> World.of(List.of("A"), new double[][] {{5}})),
            refusal(
                "World.of",
                "X in A",
                () -> World.of(pair, one, flows, new double[][][] {{{9}}, {{1}}})),
            refusal(
                "World.of",
                "must not be negative, but X in A",
                () -> World.of(pair, one, flows, new double[][][] {{{-2}}, {{1}}})),
            refusal(
                "World.of",
                "finite",
                () -> World.of(pair, one, flows, new double[][][] {{{NAN}}, {{1}}})),
            refusal(
                "World.of",
                "above -1",
                () ->
                    World.of(
                        pair,
                        one,
                        flows,
                        new double[0][][],
                        new double[][][] {{{0, -1}, {0, 0}}},
                        before)),
            refusal(
                "World.of",
                "finite",
                () ->
                    World.of(
                        pair,
                        one,
                        flows,
                        new double[0][][],
                        new double[][][] {{{0, NAN}, {0, 0}}},
                        before)),
            refusal("withBaseDuty", "'Z'", () -> WORLD.withBaseDuty("Z", "A", 0.1)),
            refusal("withBaseDuty", "did you mean A?", () -> WORLD.withBaseDuty("B", "a", 0.1)),
            refusal("withBaseDuty", "finite", () -> WORLD.withBaseDuty("B", "A", NAN)),
            refusal("withBaseDuty", "-1", () -> WORLD.withBaseDuty("B", "A", -1)),
            refusal("withBaseDuty", "'Q'", () -> WORLD.withBaseDuty("B", "A", "Q", 0.1)),
            refusal("withBaseDuties", "'Z'", () -> WORLD.withBaseDuties("A", Map.of("Z", 0.1))),
            refusal("withBaseDuties", "entries", () -> WORLD.withBaseDuties(none, before)),
            refusal("aggregate", "'Z'", () -> WORLD.aggregate("AB", List.of("A", "Z"))),
            refusal("aggregate", "some but not all", () -> WORLD.aggregate("X", CODES)),
            refusal("aggregate", "'ASEAN'", () -> WORLD.aggregate("ASEAN")),
            refusal("aggregate", "C", () -> WORLD.aggregate("C", List.of("A", "B"))),
            refusal("flow", "'Z'", () -> WORLD.flow("Z", "A")),
            refusal(
                "balanced",
                "'ALL'",
                () -> WORLD.balanced(Elasticity.bySector(Map.of("X", 4.0), ""))),
            refusal(
                "balanced",
                "one way only",
                () -> world(new double[][] {{5, 1}, {0, 5}}).balanced(FOUR))));
  }

  private Refusal files(String culprit, String... namesAndTexts) {
    return refusal(
        "WorldFiles.read",
        culprit,
        () -> {
          Path place = Files.createTempDirectory(folder, "world");
          for (int i = 0; i < namesAndTexts.length; i += 2) {
            Files.writeString(place.resolve(namesAndTexts[i]), namesAndTexts[i + 1]);
          }
          WorldFiles.read(place);
        });
  }

  private Path saved(String text) {
    try {
      return Files.writeString(Files.createTempFile(folder, "table", ".csv"), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @TestFactory
  Stream<DynamicTest> readers() {
    String home = "code,home\nA,90\nB,40\n";
    String bare = "code\nA\nB\n";
    String flows = "importer,A,B\nA,,10\nB,12,\n";
    String two = "sector,importer,A,B\nX,A,80,10\nX,B,12,70\nY,A,80,10\nY,B,12,70\n";
    String uses = "country,input,X,Y\nA,X,1,2\nA,Y,2,1\nB,X,1,1\n";
    String duties = "exporter,importer,duty\n";
    String economies = "economies.csv";
    String table = "flows.csv";
    return tests(
        Stream.of(
            files("There is no economies.csv", table, flows),
            files("There is no flows.csv", economies, home),
            files("negative", economies, home, table, "importer,A,B\nA,,-10\nB,12,\n"),
            files("'ten'", economies, home, table, "importer,A,B\nA,,ten\nB,12,\n"),
            files("a row for every importer", economies, home, table, "importer,A,B\nA,,10\n"),
            files("comes twice", economies, home, table, flows + "B,12,\n"),
            files(
                "flows.csv line 3 has 2 cells, but the header 3",
                economies,
                home,
                table,
                "importer,A,B\nA,,10\nB,12\n"),
            files("column 'B' twice", economies, home, table, "importer,A,B,B\nA,,9,9\nB,1,,\n"),
            files("no economy: 'Z'", economies, home, table, "importer,A,B,Z\nA,,9,9\nB,1,,\n"),
            files("no column 'B'", economies, home, table, "importer,A\nA,\nB,12\n"),
            files("home must not be blank", economies, "code,home\nA,90\nB,\n", table, flows),
            files("sells at home", economies, bare, table, flows),
            files("none for Y in B", economies, bare, table, two, "uses.csv", uses),
            files("comes twice", economies, bare, table, two, "uses.csv", uses + "B,X,1,1\n"),
            files("no sector: 'Q'", economies, bare, table, two, "uses.csv", "country,input,Q\n"),
            files("'Z'", economies, home, table, flows, "duties.csv", duties + "Z,A,0.1\n"),
            files("-1", economies, home, table, flows, "duties.csv", duties + "B,A,-1\n"),
            files("blank", economies, home, table, flows, "duties.csv", duties + "B,A,\n"),
            files(
                "comes twice",
                economies,
                home,
                table,
                flows,
                "duties.csv",
                duties + "B,A,0.1\nB,A,0.2\n"),
            longForm("no row of what B sells at home", "A,A,9,\nB,A,1,\nA,B,1,\n"),
            longForm("flow must not be blank", "A,A,9,\nB,B,,\nA,B,1,\nB,A,1,\n"),
            longForm("negative", "A,A,9,\nB,B,9,\nA,B,-1,\nB,A,1,\n"),
            longForm("comes twice", "A,A,9,\nB,B,9,\nA,B,1,\nA,B,1,\n"),
            longForm("above -1", "A,A,9,\nB,B,9,\nA,B,1,-1\nB,A,1,\n"),
            icio("no row of what BBB_X sells", "AAA_X,20,5,50,25,90\n"),
            icio("twice", "AAA_X,20,5,50,25,90\nAAA_X,20,5,50,25,90\n"),
            icio("without a column", "AAA_X,20,5,50,25,90\nCCC_X,1,1,1,1,9\n"),
            icio("a number in line 2", "AAA_X,20,,50,25,90\nBBB_X,1,1,1,1,9\n"),
            icio("has 4 cells in line 2", "AAA_X,20,5,50\nBBB_X,1,1,1,1,9\n"),
            icio("negative", "AAA_X,20,5,50,25,90\nBBB_X,-30,15,15,60,100\n")));
  }

  private Refusal longForm(String culprit, String rows) {
    String header = "exporter,importer,flow,duty\n";
    return refusal("WorldFiles.flows", culprit, () -> WorldFiles.flows(saved(header + rows)));
  }

  private Refusal icio(String culprit, String rows) {
    String header = "V1,AAA_X,BBB_X,AAA_HFCE,BBB_HFCE,OUT\n";
    return refusal(
        "WorldFiles.icio",
        culprit,
        () -> WorldFiles.icio(saved(header + rows), Function.identity()));
  }

  @TestFactory
  Stream<DynamicTest> elasticities() {
    List<Refusal> refusals = new ArrayList<>();
    for (double theta : new double[] {0, -4, NAN, Double.POSITIVE_INFINITY}) {
      refusals.add(refusal("Elasticity.of", "theta", () -> Elasticity.of(theta)));
      refusals.add(
          refusal("Elasticity.bySector", "X", () -> Elasticity.bySector(Map.of("X", theta), "")));
      refusals.add(refusal("Elasticity.scaled", "factor", () -> FOUR.scaled(theta)));
      refusals.add(refusal("Elasticity.between", "", () -> Elasticity.between(theta, 8)));
      refusals.add(
          refusal("Elasticity.estimated", "theta", () -> Elasticity.estimated(theta, 1, "")));
      refusals.add(
          refusal(
              "FoldedDuties.of",
              "elasticity",
              () ->
                  FoldedDuties.of(theta, new double[] {1}, new double[] {0}, new double[] {0.1})));
      refusals.add(
          refusal(
              "Parameters",
              "elasticity",
              () -> new Parameters(theta, 0, 0, 1, LabourModel.Rebate.LUMP_SUM)));
    }
    for (String text : List.of("", "four", "0", "-4", "8..2.5", "0..8", "4 ± 0", "NaN", "1e999")) {
      refusals.add(refusal("Elasticity.of '" + text + "'", "", () -> Elasticity.of(text)));
    }
    refusals.add(refusal("bySector", "empty", () -> Elasticity.bySector(Map.of(), "")));
    refusals.add(
        refusal(
            "Equilibrium.of",
            "'Y'",
            () -> Equilibrium.of(TWO, Elasticity.bySector(Map.of("X", 4.0), ""))));
    refusals.add(
        refusal("Equilibrium.of", "range", () -> Equilibrium.of(WORLD, Elasticity.of("2.5..8"))));
    refusals.add(
        refusal("ProfitModel.of", "range", () -> ProfitModel.of(TWO, Elasticity.of("2..8"))));
    for (double sigma : new double[] {1, 0.5, NAN}) {
      double[][] ones = {{1, 1}, {1, 1}};
      double[] size = {1, 1};
      refusals.add(
          refusal(
              "GravityModel.of",
              "sigma",
              () -> GravityModel.of(List.of("A", "B"), ones, size, size, sigma, "A")));
    }
    return tests(refusals.stream());
  }

  @TestFactory
  Stream<DynamicTest> shocks() {
    return tests(
        Stream.of(
            refusal("withDuty", "'Z'", () -> NONE.withDuty("Z", "A", 0.1)),
            refusal("withDuty", "at home", () -> NONE.withDuty("A", "A", 0.1)),
            refusal("withAdded", "at home", () -> NONE.withAdded("A", "A", 0.1)),
            refusal("withAdded", "at home", () -> NONE.withAdded("A", Map.of("A", 0.1))),
            refusal("withBaseDuty", "at home", () -> WORLD.withBaseDuty("A", "A", 0.1)),
            refusal("withBaseDuties", "at home", () -> WORLD.withBaseDuties("A", Map.of("A", 0.1))),
            refusal("withAdded", "mean US?", () -> of2023().withAdded("USA", "*", 0.1)),
            refusal("withDuty", "mean JP?", () -> of2023().withDuty("Japan", "US", 0.1)),
            refusal("withDuty", "did you mean B?", () -> NONE.withDuty("b", "A", 0.1)),
            refusal("withDuty", "'Q'", () -> NONE.withDuty("B", "A", "Q", 0.1)),
            refusal("withDuty", "-1", () -> NONE.withDuty("B", "A", -1)),
            refusal("withDuty", "finite", () -> NONE.withDuty("B", "A", NAN)),
            refusal("withAdded", "'Z'", () -> NONE.withAdded("A", "Z", 0.1)),
            refusal("withAdded", "'Z'", () -> NONE.withAdded("Z", "*", 0.1)),
            refusal("withAdded", "'Z'", () -> NONE.withAdded("A", Map.of("Z", 0.1))),
            refusal("withAdded", "-1", () -> NONE.withAdded("A", "B", -1.5)),
            refusal("withAdded", "folded", () -> FOLDED.withAdded("A", "B", 0.1)),
            refusal("withDuties", "entries", () -> NONE.withDuties(new double[1][2][3])),
            refusal("withIceberg", "'Z'", () -> NONE.withIceberg("Z", "A", 1.1)),
            refusal("withIceberg", "factor", () -> NONE.withIceberg("B", "A", 0)),
            refusal("withFolded", "at home", () -> NONE.withFolded("A", "A", "ALL", OF_EIGHT)),
            refusal(
                "withFolded",
                "elasticity 8",
                () -> FOLDED.withFolded("C", "A", "ALL", FoldedDuties.of(4, one(), one(), one()))),
            refusal(
                "withDutiesAs", "world", () -> NONE.withDutiesAs("B", "A", DutyShock.none(TWO))),
            refusal("power", "'Z'", () -> NONE.power("Z", "A", "ALL")),
            refusal(
                "FoldedDuties.of", "before", () -> FoldedDuties.of(4, one(), new double[2], one())),
            refusal(
                "FoldedDuties.of", "values", () -> FoldedDuties.of(4, new double[1], one(), one())),
            refusal("LawShock.builder", "'Z'", () -> LawShock.builder(WORLD, "Z", "a law")),
            refusal("LawShockBuilder.add", "'Z'", () -> law("Z", 1, 0, 0.1)),
            refusal("LawShockBuilder.add", "at home", () -> law("A", 1, 0, 0.1)),
            refusal("LawShockBuilder.add", "value", () -> law("B", -1, 0, 0.1)),
            refusal("LawShockBuilder.add", "before", () -> law("B", 1, -1, 0.1)),
            refusal("LawShockBuilder.add", "after", () -> law("B", 1, 0, -2)),
            refusal(
                "LawShock.bounds",
                "prohibited",
                () ->
                    LawShock.builder(WORLD, "A", "a law")
                        .addProhibited("B", "ALL", 1, EstimateRange.of(0))
                        .add("C", "ALL", 1, EstimateRange.of(0), EstimateRange.of(0.1))
                        .build()
                        .bounds(FOUR)),
            refusal(
                "LawShock.shock", "withUnknownLikeOthers", () -> law("B", 1, 0, 0.1).bounds(FOUR)),
            refusal(
                "LawShock.withUnknownAdding",
                "most",
                () -> law("B", 1, 0, 0.1).withUnknownAdding(1, 0))));
  }

  private static double[] one() {
    return new double[] {1};
  }

  private static LawShock law(String exporter, double value, double before, double after) {
    return LawShock.builder(WORLD, "A", "a law")
        .add(exporter, "ALL", value, EstimateRange.of(before), EstimateRange.of(after))
        .build();
  }

  @TestFactory
  Stream<DynamicTest> verbs() {
    Equilibrium zero = model().with(Deficits.ZERO);
    Equilibrium share = model().with(Deficits.WORLD_SHARE);
    Equilibrium multiple = model().with(Deficits.MULTIPLICATIVE);
    DutyShock other = DutyShock.none(TWO);
    Distribution uniform = Distribution.uniform(2, 8);
    Outcome solved = model().solve(NONE.withAdded("A", "*", 0.1));
    TariffPolicy best = zero.optimal("A").byPartner();
    List<Step> nine = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      nine.add(new Step("step " + i, shock -> shock));
    }
    World lonely = World.of(CODES, new double[][] {{70, 0, 0}, {0, 80, 15}, {0, 20, 90}});
    Equilibrium alone = Equilibrium.of(lonely, FOUR);
    return tests(
        Stream.of(
            refusal("solve", "another world", () -> model().solve(other)),
            refusal("solve", "elasticity 8", () -> model().solve(FOLDED)),
            refusal(
                "solve(law)",
                "another world",
                () -> Equilibrium.of(TWO, FOUR).solve(law("B", 1, 0, 0.1).withUnknownUnchanged())),
            refusal("withAccuracy", "longestStep", () -> model().withAccuracy(0, 10)),
            refusal("withAccuracy", "longestStep", () -> model().withAccuracy(1e-3, 10)),
            refusal(
                "nash", "EU27 cannot be joined: its member AT", () -> model().nash("A", "EU27")),
            refusal("withAccuracy", "most", () -> model().withAccuracy(1e-9, 0)),
            refusal("optimal", "with(Deficits.ZERO)", () -> share.optimal("A")),
            refusal("optimal", "with(Deficits.ZERO)", () -> multiple.optimal("A").uniform()),
            refusal("optimal", "'Z'", () -> zero.optimal("Z")),
            refusal("optimal", "'Q'", () -> zero.optimal("A").on("Q")),
            refusal("optimal", "trades nothing", () -> alone.optimal("A").uniform()),
            refusal("optimal", "trades nothing", () -> alone.optimal("A").byPartner()),
            refusal("nash", "with(Deficits.ZERO)", () -> share.nash("A", "B")),
            refusal("nash", "trades nothing", () -> alone.nash("A", "B")),
            refusal("nash", "A", () -> zero.nash("A", "A")),
            refusal("nash", "at least one player", () -> zero.nash()),
            refusal("nash", "'Z'", () -> zero.nash("A", "Z")),
            refusal("bestReply", "with(Deficits.ZERO)", () -> share.bestReply("A", NONE)),
            refusal("bestReply", "another world", () -> zero.bestReply("A", other)),
            refusal("bestReply", "elasticity 8", () -> zero.bestReply("C", FOLDED)),
            refusal("duty", "'B'", () -> best.duty("B", "A")),
            refusal("duty", "own goods", () -> best.duty("A", "A")),
            refusal("draws", "certain", () -> model().draws(NONE, FOUR, 10, 1)),
            refusal("draws", "at least 2", () -> model().draws(NONE, uniform, 1, 1)),
            refusal(
                "draws",
                "threads",
                () -> model().draws(t -> NONE, Map.of("ALL", uniform), 9, 1, 0)),
            refusal(
                "draws", "'ALL'", () -> model().draws(t -> NONE, Map.of("X", uniform), 9, 1, 2)),
            refusal("draws", "elasticity 8", () -> model().draws(FOLDED, uniform, 9, 1)),
            refusal(
                "draws", "theta", () -> model().draws(NONE, Distribution.uniform(-2, -1), 9, 1)),
            refusal("draws", "another world", () -> model().draws(other, uniform, 9, 1)),
            refusal(
                "quantileError",
                "extreme",
                () -> solved.draws(Elasticity.of("2..8"), 9, 1).quantileError("A", 1)),
            refusal(
                "quantile",
                "'Z'",
                () -> solved.draws(Elasticity.of("2..8"), 9, 1).quantile("Z", 0.5)),
            refusal("path", "another world", () -> model().path(other, List.of())),
            refusal("shapley", "at most 8", () -> model().shapley(NONE, nine)),
            refusal(
                "shapley",
                "step 1",
                () -> model().shapley(NONE, List.of(nine.get(1), nine.get(1)))),
            refusal("welfare", "'Z'", () -> solved.welfare("Z")),
            refusal("why", "'Z'", () -> solved.why("Z")),
            refusal("flow", "'Q'", () -> solved.flow("A", "B", "Q")),
            refusal(
                "compare",
                "",
                () ->
                    solved.compare(
                        Equilibrium.of(WORLD.aggregate("AB", List.of("A", "B")), FOUR)
                            .solve(DutyShock.none(WORLD.aggregate("AB", List.of("A", "B"))))))));
  }

  /** Who would have to be balanced without selling anything, and a search cut short. */
  @TestFactory
  Stream<DynamicTest> outcomes_without_numbers() {
    World world = World.of2023();
    Outcome none =
        Equilibrium.of(world, FOUR)
            .withAccuracy(1e-30, 3)
            .solve(DutyShock.none(world).withAdded("US", "*", 0.1));
    assertFalse(none.isConverged());
    assertFalse(none.convergence().notes().isEmpty());
    String culprit = "no equilibrium";
    return tests(
        Stream.of(
            refusal("welfare", culprit, () -> none.welfare("US")),
            refusal("realIncome", culprit, () -> none.realIncome("US")),
            refusal("realWage", culprit, () -> none.realWage("US")),
            refusal("wage", culprit, () -> none.wage("US")),
            refusal("wage", culprit, () -> none.wage("US", "ALL")),
            refusal("price", culprit, () -> none.price("US")),
            refusal("price", culprit, () -> none.price("US", "ALL")),
            refusal("finalUse", culprit, () -> none.finalUse("US")),
            refusal("spending", culprit, () -> none.spending("US", "ALL")),
            refusal("output", culprit, () -> none.output("US", "ALL")),
            refusal("homeShare", culprit, () -> none.homeShare("US", "ALL")),
            refusal("flow", culprit, () -> none.flow("US", "JP")),
            refusal("flow", culprit, () -> none.flow("US", "JP", "ALL")),
            refusal("exports", culprit, () -> none.exports("US")),
            refusal("imports", culprit, () -> none.imports("US")),
            refusal("revenue", culprit, () -> none.revenue("US")),
            refusal("spendingFactor", culprit, none::spendingFactor),
            refusal("why", culprit, () -> none.why("US")),
            refusal("firstOrder", culprit, () -> none.firstOrder("US")),
            refusal("table", culprit, none::table),
            refusal("sectors", culprit, () -> none.sectors("US")),
            refusal("chart", culprit, () -> none.chart("US")),
            refusal("residual", culprit, () -> none.convergence().residual()),
            refusal("walras", culprit, () -> none.convergence().walras()),
            refusal("newtonStep", culprit, () -> none.convergence().newtonStep()),
            refusal(
                "with(Deficits.ZERO)",
                "one way only",
                () ->
                    Equilibrium.of(world(new double[][] {{5, 1}, {0, 5}}), FOUR)
                        .with(Deficits.ZERO))));
  }

  @TestFactory
  Stream<DynamicTest> revenue_and_cost_push() {
    BigMoney hundred = BigMoney.parse("USD 100");
    RevenueFlow flow = RevenueFlow.of("8703", "JP", hundred, 0.025, 0.15);
    RevenueFlow euros = RevenueFlow.of("8703", "JP", BigMoney.parse("EUR 1"), 0, 0.15);
    RevenueSimulation simulation = RevenueSimulation.of(List.of(flow));
    CostPush bea = CostPush.bea2017();
    HsCode car = HsCode.of("8703.23.01");
    LawDuties unknown = LawDuties.builder("a law").addUnknown(car, 5).build();
    return tests(
        Stream.of(
            refusal("RevenueSimulation.of", "empty", () -> RevenueSimulation.of(List.of())),
            refusal(
                "RevenueSimulation.of",
                "one currency",
                () -> RevenueSimulation.of(List.of(flow, euros))),
            refusal(
                "RevenueFlow",
                "negative",
                () -> RevenueFlow.of("8703", "JP", hundred.negated(), 0, 1)),
            refusal("RevenueFlow", "8703", () -> RevenueFlow.of("8703", "JP", hundred, -0.1, 1)),
            refusal("RevenueFlow", "8703", () -> RevenueFlow.of("8703", "JP", hundred, 0, NAN)),
            refusal("RevenueFlow", "partner", () -> RevenueFlow.of("8703", " ", hundred, 0, 0)),
            refusal(
                "RevenueFlow",
                "must be 0 where the statutory duty is",
                () -> new RevenueFlow("8703", "JP", "", hundred, 0, 0.02, 0.1)),
            refusal("withResponses", "sigma", () -> simulation.withResponses(-1, 1)),
            refusal("withResponses", "eta", () -> simulation.withResponses(4, NAN)),
            refusal("withTaxes", "vatRate", () -> simulation.withTaxes(0, -0.1)),
            refusal("withHomeGood", "'6109'", () -> simulation.withHomeGood("6109", hundred)),
            refusal(
                "withHomeGood",
                "USD",
                () -> simulation.withHomeGood("8703", BigMoney.parse("EUR 1"))),
            refusal("priceIndex", "6109", () -> simulation.run().priceIndex("6109")),
            refusal("push", "999999", () -> bea.push(Map.of("999999", 0.1))),
            refusal("push", "336111", () -> bea.push(Map.of("336111", NAN))),
            refusal("push", "336111", () -> bea.push(Map.of("336111", -1.5))),
            refusal("push", "passThrough", () -> bea.push(Map.of("336111", 0.1), 1.5)),
            refusal("push", "passThrough", () -> bea.push(Map.of("336111", 0.1), -0.1)),
            refusal("industry", "'999999'", () -> bea.pushOnAllGoods(0.1).industry("999999")),
            refusal("total", "'999999'", () -> bea.pushOnAllGoods(0.1).total("999999")),
            refusal("LawDuties", "no rate", () -> bea.push(unknown, 1)),
            refusal("LawDuties", "no rate", unknown::byGood),
            refusal("LawDuties", "value", () -> LawDuties.builder("a law").addUnknown(car, -5))));
  }

  @TestFactory
  Stream<DynamicTest> other_models() {
    double[][] ones = {{1, 1}, {1, 1}};
    double[] size = {1, 1};
    List<String> pair = List.of("A", "B");
    Parameters published = Parameters.published();
    LabourModel labour = LabourModel.of(WORLD, Map.of(), published);
    World inputs =
        World.of(
            pair,
            List.of("X"),
            new double[][][] {{{5, 1}, {1, 5}}},
            new double[][][] {{{1}}, {{1}}});
    World lonely = World.of(CODES, new double[][] {{70, 0, 0}, {0, 80, 15}, {0, 20, 90}});
    return tests(
        Stream.of(
            refusal("ProfitModel.of", "inputs", () -> ProfitModel.of(inputs, FOUR)),
            refusal(
                "ProfitModel.solve",
                "another world",
                () -> ProfitModel.of(WORLD, FOUR).solve(DutyShock.none(TWO))),
            refusal("ProfitModel.solve", "folded", () -> ProfitModel.of(WORLD, FOUR).solve(FOLDED)),
            refusal(
                "ProfitModel.optimal", "deficits", () -> ProfitModel.of(TWO, FOUR).optimal("A")),
            refusal("LabourModel.of", "one sector", () -> LabourModel.of(TWO, Map.of(), published)),
            refusal(
                "LabourModel.of", "'Z'", () -> LabourModel.of(WORLD, Map.of("Z", 0.1), published)),
            refusal(
                "LabourModel.of",
                "margin",
                () -> LabourModel.of(WORLD, Map.of("A", 1.0), published)),
            refusal(
                "LabourModel.of",
                "base duties",
                () -> LabourModel.of(WORLD.withBaseDuty("B", "A", 0.1), Map.of(), published)),
            refusal("LabourModel.solve", "folded", () -> labour.solve(FOLDED)),
            refusal(
                "LabourModel.solve",
                "iceberg",
                () -> labour.solve(NONE.withIceberg("A", "B", 1.1))),
            refusal(
                "LabourModel.optimalDutyRule",
                "no best duty",
                () -> LabourModel.of(lonely, Map.of(), published).optimalDutyRule("A")),
            refusal(
                "GravityModel.of", "'Z'", () -> GravityModel.of(pair, ones, size, size, 4, "Z")),
            refusal(
                "GravityModel.of",
                "output of A",
                () -> GravityModel.of(pair, ones, new double[] {0, 1}, size, 4, "A")),
            refusal(
                "GravityModel.of",
                "affinity of A",
                () -> GravityModel.of(pair, new double[][] {{1, 0}, {1, 1}}, size, size, 4, "A")),
            refusal(
                "GravityModel.conditional",
                "affinities",
                () ->
                    GravityModel.of(pair, ones, size, size, 4, "A")
                        .conditional(new double[3][3]))));
  }
}
