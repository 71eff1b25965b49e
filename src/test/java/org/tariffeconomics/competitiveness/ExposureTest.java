package org.tariffeconomics.competitiveness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.basics.RateRange;
import org.tariffeconomics.competitiveness.BillOfMaterials.Part;
import org.tariffeconomics.competitiveness.ContentRule.Step;
import org.tariffeconomics.competitiveness.CountryScore.Scale;
import org.tariffeconomics.rate.DeclaredOrigin;
import org.tariffeconomics.rate.Portion;
import org.tariffeconomics.reference.UsTariffs;
import org.tariffeconomics.tariff.DutyStack;
import org.tariffeconomics.tariff.TariffBook;
import org.tariffeconomics.tariff.TariffLaw;
import org.tariffeconomics.tariff.TariffMeasure;

class ExposureTest {

  private static final List<Holding> BOOK =
      List.of(
          Holding.of("Ulsan Motors", "KR", "8703", 40),
          Holding.of("Toyota City", "JP", "8703", 30),
          Holding.of("Shenzhen EV", "CN", "8703", 10),
          Holding.of("Ontario Auto", "CA", "8703", 15),
          Holding.of("Colombo Shirts", "LK", "6105", 5));

  /** Best rival with at least 10 percent of imports: EU and JP at 15; KR 10 and CN 57.5 behind. */
  @Test
  void the_share_of_a_book_behind_a_rival_counts_unknown_ones_apart() {
    BookExposure exposure = BookExposure.of(BOOK, "EUR m", ImportMarketTest.CARS, 0.05, 0.1);
    assertEquals(0.5, exposure.shareBehind().known(), 1e-15);
    assertEquals(0.2, exposure.shareUnknown().known(), 1e-15);
    assertEquals(
        List.of("Shenzhen EV", "Ulsan Motors"),
        exposure.behind().stream().map(l -> l.holding().name()).toList());
    assertEquals(-0.10, exposure.behind().get(1).lead().known(), 1e-15);
    assertEquals(Optional.of("EU"), exposure.behind().get(1).rival());
    assertEquals(
        "50.0% of the book is more than 5.0 pp behind, 20.0% unknown", exposure.toString());
    assertEquals("behind", exposure.table().cell(0, "mark").text());
    assertEquals("", exposure.table().cell(2, "mark").text());
    assertEquals("US content not declared", exposure.table().cell(3, "why unknown").text());
    assertEquals(
        "LK is no supplier of 6105 in the market", exposure.table().cell(4, "why unknown").text());
  }

  /** With every rival counted, Britain's 10 percent sets the mark: Japan is exactly 5 behind. */
  @Test
  void exactly_at_the_threshold_is_not_behind_it() {
    BookExposure exposure = BookExposure.of(BOOK, "EUR m", ImportMarketTest.CARS, 0.06, 0);
    assertEquals(0.5, exposure.shareBehind().known(), 1e-15);
    assertEquals(Optional.of("GB"), exposure.lines().get(2).rival());
    assertFalse(
        BookExposure.of(List.of(), "EUR", ImportMarketTest.CARS, 0, 0).shareBehind().isKnown());
    assertThrows(
        IllegalArgumentException.class,
        () -> BookExposure.of(BOOK, "EUR", ImportMarketTest.CARS, -0.1, 0));
  }

  private static final Criterion RATE =
      Criterion.raising(
          "rate",
          1,
          Map.of(
              "VN",
              Figure.of(0.20),
              "KH",
              Figure.of(0.19),
              "LK",
              Figure.of(0.20),
              "SG",
              Figure.of(0.10),
              "LA",
              Figure.of(0.40)));
  private static final Criterion RESERVES =
      Criterion.lowering(
          "room to redirect",
          1,
          Map.of(
              "VN",
              Figure.of(3),
              "KH",
              Figure.of(1),
              "LK",
              Figure.of(2),
              "SG",
              Figure.of(9),
              "LA",
              Figure.unknown("no data")));

  /** By hand: ranks of the rate 3.5, 2, 3.5, 1; of the room, turned round, 2, 4, 3, 1. */
  @Test
  void a_score_shows_its_parts_and_leaves_the_unknown_last() {
    CountryScore score = CountryScore.of("exposure", Scale.RANK, List.of(RATE, RESERVES));
    assertEquals(2.75, score.line("VN").score().known(), 1e-15);
    assertEquals(3.0, score.line("KH").score().known(), 1e-15);
    assertEquals(3.25, score.line("LK").score().known(), 1e-15);
    assertEquals(1.0, score.line("SG").score().known(), 1e-15);
    assertEquals(OptionalInt.of(1), score.rank("LK"));
    assertEquals(OptionalInt.empty(), score.rank("LA"));
    assertEquals("LA", score.lines().get(4).country());
    assertEquals("no data", score.line("LA").score().reason());
    assertEquals("no data", score.table().cell(4, "score").note());
    assertEquals("3.500", score.table().cell(0, "rate").text());
  }

  @Test
  void another_weight_gives_another_order() {
    CountryScore score =
        CountryScore.of("exposure", Scale.MIN_MAX, List.of(RATE, RESERVES.withWeight(0)));
    assertEquals(OptionalInt.of(1), score.rank("LA"));
    assertEquals(0, score.line("SG").score().known(), 1e-15);
    assertEquals(1, score.line("LA").score().known(), 1e-15);
    assertFalse(score.line("LA").parts().get(1).isKnown());
  }

  /** Of 1 and 3 the mean is 2 and the deviation 1. */
  @Test
  void standardised_parts_are_deviations_from_the_mean() {
    Map<String, Figure> two = Map.of("A", Figure.of(1), "B", Figure.of(3));
    CountryScore score =
        CountryScore.of("s", Scale.STANDARDISED, List.of(Criterion.raising("x", 2, two)));
    assertEquals(-1, score.line("A").score().known(), 1e-15);
    assertEquals(1, score.line("B").score().known(), 1e-15);
    Map<String, Figure> same = Map.of("A", Figure.of(1), "B", Figure.of(1));
    List<Criterion> flat = List.of(Criterion.raising("x", 2, same));
    assertEquals(0, CountryScore.of("s", Scale.STANDARDISED, flat).line("A").score().known(), 0);
    assertEquals(0.5, CountryScore.of("s", Scale.MIN_MAX, flat).line("A").score().known(), 0);
  }

  @Test
  void scores_without_weight_are_refused() {
    assertThrows(
        IllegalArgumentException.class,
        () -> CountryScore.of("s", Scale.RANK, List.of(RATE.withWeight(0))));
    assertThrows(
        IllegalArgumentException.class,
        () -> CountryScore.of("s", Scale.RANK, List.of(RATE, RATE)));
    assertThrows(IllegalArgumentException.class, () -> RATE.withWeight(-1));
  }

  /** Parts from Mexico at 25 percent, whole cars from Japan at 15: by hand. */
  /** By hand: 1,000 at 10 % to 25 % and 500 at 2 % on a product of 10,000. */
  @Test
  void a_bounded_part_bounds_the_bill() {
    BillOfMaterials bill =
        new BillOfMaterials(
            "oven",
            "USD",
            10_000,
            List.of(
                Part.within(
                    "case",
                    "CN",
                    1000,
                    new RateRange(Rate.percent(10), Rate.percent(25)),
                    "decided by weight:steel"),
                Part.of("glass", "DE", 500, 0.02)));
    assertFalse(bill.duty().isKnown());
    assertEquals("110.00 to 260.00", bill.dutyRange().orElseThrow().toString());
    assertEquals("1.1% to 2.6%", bill.effectiveRateRange().orElseThrow().toText(1));
    assertEquals(
        "between +7.4 pp and +8.9 pp",
        bill.leadRange(RateRange.of(Rate.percent(10))).orElseThrow().toString());
    assertTrue(bill.table().toText().contains("110.00 to 260.00"), bill.table().toText());
    assertEquals("oven: parts carry 1.1% to 2.6% of its value", bill.toString());
  }

  /** The refrigerator of Australia of the bundled law: 10 % or 25 %, by its steel. */
  @Test
  void a_part_takes_the_duty_of_a_law() {
    DutyStack duty =
        UsTariffs.book().on("2026-05-01").stack(HsCode.of("8418.10"), Country.of("AU"));
    Part part = Part.of("fridge", duty, 100);
    assertEquals("10.0% to 25.0%", part.range().orElseThrow().toText(1));
    assertTrue(part.tariff().reason().contains("decided by"));
  }

  private static final BillOfMaterials CAR =
      new BillOfMaterials(
          "car",
          "USD",
          30_000,
          List.of(
              Part.of("engine", "MX", 6_000, 0.25),
              Part.of("harness", "MX", 4_000, 0.25),
              Part.of("electronics", "KR", 5_000, 0.15),
              Part.of("body", "US", 5_000, 0)));

  @Test
  void parts_carry_less_duty_than_the_whole_until_their_share_grows() {
    assertEquals(3_250, CAR.duty().known(), 1e-9);
    assertEquals(3_250 / 20_000.0, CAR.blendedTariff().known(), 1e-15);
    assertEquals(3_250 / 30_000.0, CAR.effectiveRate().known(), 1e-15);
    assertEquals(0.15 - 3_250 / 30_000.0, CAR.leadOverImporting(0.15).known(), 1e-15);
    assertEquals(0.15 / 0.1625, CAR.breakEvenPartsShare(0.15).known(), 1e-15);
    assertEquals("car: parts carry 10.8% of its value", CAR.toString());
    assertEquals("2,500.00", CAR.table().cell(4, "duty").text());
  }

  @Test
  void one_unknown_tariff_makes_the_sum_unknown() {
    BillOfMaterials car =
        new BillOfMaterials(
            "car", "USD", 10, List.of(new Part("seat", "MX", 5, Figure.unknown("no claim"))));
    assertEquals("tariff on seat: no claim", car.duty().reason());
    assertFalse(car.blendedTariff().isKnown());
    assertFalse(car.leadOverImporting(0.15).isKnown());
    assertFalse(car.breakEvenPartsShare(0.15).isKnown());
    assertThrows(
        IllegalArgumentException.class, () -> new BillOfMaterials("car", "USD", 10, List.of()));
    BillOfMaterials free =
        new BillOfMaterials("car", "USD", 10, List.of(Part.of("seat", "US", 5, 0)));
    assertEquals("the parts carry no duty at any share", free.breakEvenPartsShare(0.1).reason());
  }

  /** 30 percent Chinese content: 20 percent below the threshold, 40 from it on. */
  private static final ContentRule VIETNAM =
      ContentRule.of("Chinese content", List.of(Step.of(0.3, 0.4), Step.of(0, 0.2)));

  @Test
  void a_content_rule_names_rate_flip_point_and_what_undercutting_is_worth() {
    assertEquals(0.2, VIETNAM.tariffAt(0.2999));
    assertEquals(0.4, VIETNAM.tariffAt(0.3));
    assertEquals(List.of(0.3), VIETNAM.flipPoints());
    assertEquals(0.3, VIETNAM.thresholdToUndercut(0.5).orElseThrow());
    assertTrue(VIETNAM.thresholdToUndercut(0.1).isEmpty());
    assertEquals(0.2, VIETNAM.worthOfUndercutting(0.3), 1e-15);
    assertEquals(0, VIETNAM.worthOfUndercutting(0.1));
    assertEquals(
        "30.0% of Chinese content pays 40.0%; below 30.0% it pays less", VIETNAM.explain(0.3));
    assertEquals("Chinese content: flips at 30.0%", VIETNAM.toString());
    assertEquals("+20.0 pp", VIETNAM.table().cell(1, "jump").text());
  }

  private static ContentRule rule(String line, String origin, String day, String content) {
    return ContentRule.of(
        UsTariffs.book().on(day), HsCode.of(line), DeclaredOrigin.parse(origin), content);
  }

  /**
   * Proclamation of the metals: below 15 % of weight no additional duty on the derivative, and the
   * rate of its kind from there on; what README shows as the range of a refrigerator of Australia.
   */
  @Test
  void the_steps_are_taken_from_the_law() {
    ContentRule fridge = rule("8418.10.00", "AU", "2026-05-01", "weight:aluminium+steel");
    assertEquals(List.of(0.15), fridge.flipPoints());
    assertEquals(0.10, fridge.tariffAt(0.149));
    assertEquals(0.25, fridge.tariffAt(0.15));
    assertEquals(Optional.of(0.15), fridge.thresholdToUndercut(0.2));
    assertEquals(0.15, fridge.worthOfUndercutting(0.2), 1e-15);
  }

  private static final TariffLaw STEPS =
      TariffBook.us(
              TariffMeasure.base("8703", "2.5%").withId("base"),
              TariffMeasure.adds("low", "8703", "*", "10%").withCondition("content:US<0.2"),
              TariffMeasure.adds("high", "8703", "*", "4%").withCondition("content:US>0.6"),
              TariffMeasure.adds("old", "8703", "*", "1%").withCondition("age>=25"),
              TariffMeasure.base("7326", "2.9%").withId("steel base"),
              TariffMeasure.adds("steel", "7326", "*", "50%")
                  .withPortion(Portion.parse("steel content")))
          .on("2026-01-01");

  private static ContentRule own(String line, String origin, String content) {
    return ContentRule.of(STEPS, HsCode.of(line), DeclaredOrigin.parse(origin), content);
  }

  /** Below 20 % 12.5 %, then 2.5 %, and above (not at) 60 % 6.5 %. */
  @Test
  void thresholds_of_all_signs_are_kept_to_the_last_digit() {
    for (String content : List.of("US", "content:US", " us ")) {
      ContentRule rule = own("8703", "JP with age=3", content);
      assertEquals(0.125, rule.tariffAt(0));
      assertEquals(0.125, rule.tariffAt(Math.nextDown(0.2)));
      assertEquals(0.025, rule.tariffAt(0.2));
      assertEquals(0.025, rule.tariffAt(0.6));
      assertEquals(0.065, rule.tariffAt(Math.nextUp(0.6)));
      assertEquals(0.065, rule.tariffAt(1));
      assertEquals(2, rule.flipPoints().size());
    }
  }

  @Test
  void a_rule_is_refused_where_the_law_has_none() {
    assertEquals(
        true,
        refusal(() -> own("8703", "JP with age=3", "UK")).contains("content:US"),
        "a content that nobody asks for, with those that are asked for");
    assertTrue(refusal(() -> own("8703", "JP", "US")).contains("age"), "what else is open");
    assertTrue(refusal(() -> own("8703", "JP", "age")).contains("share from 0 to 1"));
    assertTrue(refusal(() -> own("7326", "JP", "steel")).contains("every point"));
    assertTrue(refusal(() -> own("9999", "JP", "US")).contains("asks for"));
  }

  private static String refusal(Executable wrong) {
    return assertThrows(IllegalArgumentException.class, wrong).getMessage();
  }

  @Test
  void steps_of_one_rate_are_no_flip_and_wrong_steps_are_refused() {
    ContentRule rule = ContentRule.of("US content", List.of(Step.of(0, 0.25), Step.of(0.2, 0.25)));
    assertTrue(rule.flipPoints().isEmpty());
    assertThrows(
        IllegalArgumentException.class, () -> ContentRule.of("x", List.of(Step.of(0.1, 0.2))));
    assertThrows(
        IllegalArgumentException.class,
        () -> ContentRule.of("x", List.of(Step.of(0, 0.2), Step.of(0, 0.3))));
    assertThrows(IllegalArgumentException.class, () -> VIETNAM.tariffAt(1.1));
  }

  /** Three points: the Union meets 15 percent, Britain 10. */
  @Test
  void a_holding_in_a_member_is_placed_with_its_group() {
    BookExposure exposure =
        BookExposure.of(
            List.of(Holding.of("BMW", "DE", "8703", 10)), "EUR m", ImportMarketTest.CARS, 0.03, 0);
    assertEquals(-0.05, exposure.behind().get(0).lead().known(), 1e-15);
    assertEquals(Optional.of("GB"), exposure.behind().get(0).rival());
    assertTrue(
        exposure.table().caption().contains("not compared: CA (tariff: US content not declared)"));
  }
}
