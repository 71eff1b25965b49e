package org.tariffeconomics.landedcost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.joda.money.BigMoney;
import org.junit.jupiter.api.Test;
import org.tariffeconomics.landedcost.OriginInputs.Status;
import org.tariffeconomics.landedcost.OriginRule.Answer;
import org.tariffeconomics.landedcost.OriginRule.Level;
import org.tariffeconomics.landedcost.OriginRule.Method;
import org.tariffeconomics.landedcost.OriginRule.Outcome;

/** Rules of origin on bills of materials: formulas of USMCA article 4.5 and KORUS article 6.2. */
class OriginRuleTest {

  private static OriginInputs car(Status engine) {
    return OriginInputs.of("8703.23", "USD 30000")
        .withNetCost("USD 25000")
        .withMaterial("engine", "8407.34", "USD 4000", engine)
        .withMaterial("parts", "8708.99", "USD 3000", Status.NOT_ORIGINATING)
        .withMaterial("steel", "7208.10", "USD 5000", Status.ORIGINATING);
  }

  /** (30,000 − 7,000)/30,000 = 76.67 %; (25,000 − 7,000)/25,000 = 72 %; 5,000/30,000 = 16.67 %. */
  @Test
  void regional_value_content_by_three_methods() {
    OriginInputs car = car(Status.NOT_ORIGINATING);
    assertAnswer(
        Outcome.MET, "76.67%", OriginRule.valueContent(Method.TRANSACTION_VALUE, "75%").on(car));
    assertAnswer(
        Outcome.NOT_MET,
        "72.00% by net cost, 3.00 pp or USD 750.00 short of 75%",
        OriginRule.valueContent(Method.NET_COST, "75%").on(car));
    assertAnswer(
        Outcome.NOT_MET, "16.67%", OriginRule.valueContent(Method.BUILD_UP, "35%").on(car));
    assertAnswer(
        Outcome.UNDETERMINED,
        "net cost",
        OriginRule.valueContent(Method.NET_COST, "75%").on(OriginInputs.of("8703", "USD 1")));
  }

  private static void assertAnswer(Outcome outcome, String part, Answer answer) {
    assertEquals(outcome, answer.outcome(), answer.toString());
    assertTrue(answer.toString().contains(part), answer.toString());
  }

  @Test
  void a_change_of_heading_with_exceptions_and_tolerance() {
    OriginInputs car = car(Status.NOT_ORIGINATING);
    assertAnswer(Outcome.MET, "changes its heading", OriginRule.changeOf(Level.HEADING).on(car));
    assertAnswer(Outcome.NOT_MET, "parts", OriginRule.changeOf(Level.CHAPTER).on(car));
    assertAnswer(
        Outcome.NOT_MET,
        "engine of USD 4000 do not change their heading, USD 1,000.00 too much",
        OriginRule.changeOf(Level.HEADING, "8407, 8408", "10%").on(car));
    assertAnswer(
        Outcome.MET,
        "within the tolerance",
        OriginRule.changeOf(Level.HEADING, "8407, 8408", "15%").on(car));
  }

  @Test
  void a_code_that_is_too_short_decides_nothing_where_it_could() {
    OriginInputs short_ =
        OriginInputs.of("8703.23", "USD 100")
            .withMaterial("part", "87", "USD 50", Status.NOT_ORIGINATING)
            .withMaterial("steel", "72", "USD 10", Status.NOT_ORIGINATING);
    assertAnswer(
        Outcome.UNDETERMINED, "codes of part", OriginRule.changeOf(Level.HEADING).on(short_));
    assertAnswer(Outcome.NOT_MET, "part", OriginRule.changeOf(Level.CHAPTER).on(short_));
    assertAnswer(
        Outcome.UNDETERMINED,
        "steel",
        OriginRule.changeOf(Level.HEADING, "7208", "50%").on(short_));
  }

  @Test
  void a_material_of_unknown_status_decides_only_where_it_cannot_matter() {
    OriginInputs unknown = car(Status.UNKNOWN);
    assertAnswer(
        Outcome.UNDETERMINED,
        "state whether engine originate",
        OriginRule.valueContent(Method.NET_COST, "75%").on(unknown));
    assertAnswer(
        Outcome.MET,
        "76.67%",
        OriginRule.valueContent(Method.TRANSACTION_VALUE, "75%").on(unknown));
    assertAnswer(
        Outcome.NOT_MET, "80%", OriginRule.valueContent(Method.BUILD_UP, "80%").on(unknown));
  }

  @Test
  void alternatives_and_combinations() {
    OriginInputs car = car(Status.NOT_ORIGINATING);
    OriginRule met = OriginRule.changeOf(Level.HEADING);
    OriginRule notMet = OriginRule.valueContent(Method.NET_COST, "75%");
    OriginRule process = OriginRule.processing("knit to shape and sewn");
    assertEquals(Outcome.MET, OriginRule.anyOf(notMet, process, met).on(car).outcome());
    assertEquals(Outcome.UNDETERMINED, OriginRule.anyOf(notMet, process).on(car).outcome());
    assertEquals(Outcome.NOT_MET, OriginRule.allOf(met, process, notMet).on(car).outcome());
    assertEquals(Outcome.UNDETERMINED, OriginRule.allOf(met, process).on(car).outcome());
    assertEquals(Outcome.NOT_MET, OriginRule.whollyObtained().on(car).outcome());
    assertEquals(
        Outcome.MET, OriginRule.whollyObtained().on(OriginInputs.of("1001", "USD 1")).outcome());
    assertThrows(IllegalArgumentException.class, OriginRule::anyOf);
    assertThrows(
        IllegalArgumentException.class, () -> OriginRule.valueContent(Method.NET_COST, "175%"));
    assertThrows(
        IllegalArgumentException.class, () -> car.withMaterial("x", "87", "EUR 1", Status.UNKNOWN));
    assertEquals(List.of("steel"), car.materials().stream().map(m -> m.name()).skip(2).toList());
  }

  /** The car above: net cost misses 750, the chapter 7,000 less a tolerance of 10 % of 30,000. */
  @Test
  void the_margin_that_is_missing_is_a_sum() {
    OriginInputs car = car(Status.NOT_ORIGINATING);
    OriginRule content = OriginRule.valueContent(Method.NET_COST, "75%");
    OriginRule heading = OriginRule.changeOf(Level.HEADING, "8407, 8408", "10%");
    assertMissing("USD 750", content.on(car));
    assertMissing("USD 1000", heading.on(car));
    assertMissing("USD 7000", OriginRule.whollyObtained().on(car));
    assertMissing("USD 750", OriginRule.anyOf(heading, content).on(car));
    assertMissing("USD 750", OriginRule.allOf(OriginRule.changeOf(Level.HEADING), content).on(car));
    Answer both = OriginRule.allOf(heading, content).on(car);
    assertTrue(both.missing().isEmpty(), both.toString());
    assertAnswer(Outcome.NOT_MET, "USD 1,000.00 too much", both);
    assertAnswer(Outcome.NOT_MET, "USD 750.00 short", both);
    Answer open = OriginRule.whollyObtained().on(car(Status.UNKNOWN));
    assertAnswer(Outcome.NOT_MET, "without engine: engine, parts of USD 7000", open);
    assertAnswer(Outcome.NOT_MET, "with engine: parts of USD 3000", open);
    assertTrue(open.missing().isEmpty(), open.toString());
  }

  private static void assertMissing(String amount, Answer answer) {
    assertEquals(
        0,
        answer.missing().orElseThrow().compareTo(BigMoney.parse(amount)),
        () -> answer + " " + answer.missing());
  }
}
