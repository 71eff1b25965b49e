package org.tariffeconomics.economy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.tariffeconomics.economy.LabourModel.Parameters;
import org.tariffeconomics.economy.LabourModel.Rebate;

/**
 * Drawn worlds against answers that were computed by another arithmetic, which the file describes:
 * flows of zero, sectors that somebody does not make or buy, tiny and self-sufficient economies,
 * duties of several hundred percent, inputs at both prices, every rule for deficits.
 */
class IndependentAnswersTest {

  private static final double RELATIVE = 1e-9;

  /** Money below this share of an economy's spending is compared with the spending. */
  private static final double NEGLIGIBLE = 1e-9;

  private static final JsonNode FILE = file();

  private static JsonNode file() {
    try (InputStream in =
        IndependentAnswersTest.class.getResourceAsStream("independent-answers.json")) {
      return new ObjectMapper().readTree(Objects.requireNonNull(in));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @TestFactory
  Stream<DynamicTest> worlds() {
    return tests("worlds", IndependentAnswersTest::checkWorld);
  }

  @TestFactory
  Stream<DynamicTest> profits() {
    return tests("profit", IndependentAnswersTest::checkProfits);
  }

  @TestFactory
  Stream<DynamicTest> labour() {
    return tests("labour", IndependentAnswersTest::checkLabour);
  }

  @TestFactory
  Stream<DynamicTest> gravity() {
    return tests("gravity", IndependentAnswersTest::checkGravity);
  }

  @Test
  void the_file_has_what_it_says() {
    assertTrue(FILE.get("worlds").size() >= 24);
    assertTrue(
        StreamSupport.stream(FILE.get("worlds").spliterator(), false)
            .anyMatch(world -> world.get("alone").asBoolean()));
  }

  private interface Check {
    void of(JsonNode one);
  }

  private static Stream<DynamicTest> tests(String kind, Check check) {
    List<DynamicTest> tests = new ArrayList<>();
    for (JsonNode one : FILE.get(kind)) {
      tests.add(DynamicTest.dynamicTest(kind + " " + tests.size(), () -> check.of(one)));
    }
    return tests.stream();
  }

  private static void checkWorld(JsonNode given) {
    UsePrices at = given.get("usesPaid").asBoolean() ? UsePrices.DUTY_PAID : UsePrices.BEFORE_DUTY;
    double[][][] flows = cube(given.get("flows"));
    World world =
        World.of(
            codes("C", flows[0].length),
            codes("S", flows.length),
            flows,
            cube(given.get("uses")),
            cube(given.get("duties")),
            at);
    Equilibrium model =
        Equilibrium.of(world, elasticity(given)).with(Deficits.valueOf(given.get("rule").asText()));
    Outcome outcome = model.solve(shock(world, given));
    JsonNode expected = given.get("expected");
    for (String code : world.economies()) {
      int e = world.economies().indexOf(code);
      double small = NEGLIGIBLE * world.finalUse(code);
      ratio(expected, "welfare", e, outcome.welfare(code));
      ratio(expected, "realIncome", e, outcome.realIncome(code));
      ratio(expected, "wage", e, outcome.wage(code));
      ratio(expected, "price", e, outcome.price(code));
      near(expected.get("revenue").get(e).asDouble(), outcome.revenue(code), small);
      for (String from : world.economies()) {
        int i = world.economies().indexOf(from);
        near(expected.get("flows").get(e).get(i).asDouble(), outcome.flow(from, code), small);
      }
      checkSplit(expected, e, outcome.why(code));
      assertEquals(Math.log(outcome.welfare(code)), sum(outcome.why(code)), 1e-12, code);
    }
  }

  private static double sum(Decomposition why) {
    return why.parts().stream().mapToDouble(Double::doubleValue).sum();
  }

  private static void checkSplit(JsonNode expected, int e, Decomposition why) {
    String[] names = {
      "factorIncome", "tariffRevenue", "transfer", "ownCost", "foreignCost", "duties", "iceberg"
    };
    for (int part = 0; part < names.length; part++) {
      near(expected.get(names[part]).get(e).asDouble(), why.parts().get(part), 1);
    }
  }

  private static void checkProfits(JsonNode given) {
    double[][][] flows = cube(given.get("flows"));
    World world =
        World.of(
            codes("C", flows[0].length),
            codes("S", flows.length),
            flows,
            new double[0][][],
            cube(given.get("duties")),
            UsePrices.BEFORE_DUTY);
    ProfitModel.ProfitOutcome outcome =
        ProfitModel.of(world, elasticity(given)).solve(shock(world, given));
    JsonNode expected = given.get("expected");
    for (String code : world.economies()) {
      int e = world.economies().indexOf(code);
      ratio(expected, "welfare", e, outcome.welfare(code));
      ratio(expected, "wage", e, outcome.wage(code));
      ratio(expected, "price", e, outcome.price(code));
      ratio(expected, "spending", e, outcome.spending(code));
      near(expected.get("revenue").get(e).asDouble(), outcome.revenue(code), 0);
    }
  }

  private static void checkLabour(JsonNode given) {
    double[][] flows = square(given.get("flows"));
    World world = World.of(codes("C", flows.length), flows);
    Map<String, Double> margins = new LinkedHashMap<>();
    for (int e = 0; e < flows.length; e++) {
      margins.put("C" + e, given.get("margins").get(e).asDouble());
    }
    JsonNode p = given.get("parameters");
    Parameters parameters =
        new Parameters(
            p.get(0).asDouble(),
            p.get(1).asDouble(),
            p.get(2).asDouble(),
            p.get(3).asDouble(),
            p.get(4).asBoolean() ? Rebate.INCOME_TAX : Rebate.LUMP_SUM);
    double[][][] duties = {square(given.get("newDuties"))};
    LabourModel.LabourOutcome outcome =
        LabourModel.of(world, margins, parameters).solve(DutyShock.none(world).withDuties(duties));
    JsonNode expected = given.get("expected");
    for (String code : world.economies()) {
      int e = world.economies().indexOf(code);
      ratio(expected, "wage", e, outcome.wage(code));
      ratio(expected, "price", e, outcome.price(code));
      ratio(expected, "employment", e, outcome.employment(code));
      near(expected.get("revenueShare").get(e).asDouble(), outcome.revenueShare(code), 0);
    }
  }

  private static void checkGravity(JsonNode given) {
    double[][] affinities = square(given.get("affinities"));
    List<String> codes = codes("C", affinities.length);
    GravityModel model =
        GravityModel.of(
            codes,
            affinities,
            row(given.get("output")),
            row(given.get("expenditure")),
            given.get("sigma").asDouble(),
            "C0");
    GravityModel.Conditional after = model.conditional(square(given.get("after")));
    JsonNode expected = given.get("expected");
    for (int e = 0; e < codes.size(); e++) {
      ratio(expected, "inward", e, model.inward(codes.get(e)));
      ratio(expected, "outward", e, model.outward(codes.get(e)));
      ratio(expected, "price", e, after.price(codes.get(e)));
      ratio(expected, "inwardAfter", e, after.after().inward(codes.get(e)));
      for (int to = 0; to < codes.size(); to++) {
        double flow = model.flow(codes.get(e), codes.get(to));
        near(expected.get("flow").get(e).get(to).asDouble(), flow, 0);
      }
    }
  }

  private static void ratio(JsonNode expected, String name, int e, double actual) {
    double value = expected.get(name).get(e).asDouble();
    assertEquals(value, actual, RELATIVE * value, () -> name + " of C" + e);
  }

  private static void near(double expected, double actual, double scale) {
    assertEquals(expected, actual, RELATIVE * Math.max(Math.abs(expected), scale));
  }

  private static Elasticity elasticity(JsonNode given) {
    Map<String, Double> thetas = new LinkedHashMap<>();
    for (JsonNode theta : given.get("theta")) {
      thetas.put("S" + thetas.size(), theta.asDouble());
    }
    return Elasticity.bySector(thetas, "");
  }

  private static DutyShock shock(World world, JsonNode given) {
    DutyShock shock = DutyShock.none(world).withDuties(cube(given.get("newDuties")));
    double[][][] iceberg = cube(given.get("iceberg"));
    for (int j = 0; j < iceberg.length; j++) {
      for (int to = 0; to < iceberg[j].length; to++) {
        for (int from = 0; from < iceberg[j].length; from++) {
          if (iceberg[j][to][from] != 1) {
            shock = shock.withIceberg("C" + from, "C" + to, "S" + j, iceberg[j][to][from]);
          }
        }
      }
    }
    return shock;
  }

  private static List<String> codes(String letter, int count) {
    List<String> codes = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      codes.add(letter + i);
    }
    return codes;
  }

  private static double[][][] cube(JsonNode given) {
    double[][][] cube = new double[given.size()][][];
    for (int i = 0; i < cube.length; i++) {
      cube[i] = square(given.get(i));
    }
    return cube;
  }

  private static double[][] square(JsonNode given) {
    double[][] square = new double[given.size()][];
    for (int i = 0; i < square.length; i++) {
      square[i] = row(given.get(i));
    }
    return square;
  }

  private static double[] row(JsonNode given) {
    double[] row = new double[given.size()];
    for (int i = 0; i < row.length; i++) {
      row[i] = given.get(i).asDouble();
    }
    return row;
  }
}
