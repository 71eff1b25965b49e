package org.tariffeconomics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tariffeconomics.Tariffs.allIn;
import static org.tariffeconomics.Tariffs.beforeAfter;
import static org.tariffeconomics.Tariffs.change;
import static org.tariffeconomics.Tariffs.compare;
import static org.tariffeconomics.Tariffs.compareAsKnown;
import static org.tariffeconomics.Tariffs.day;
import static org.tariffeconomics.Tariffs.deals;
import static org.tariffeconomics.Tariffs.depreciation;
import static org.tariffeconomics.Tariffs.duty;
import static org.tariffeconomics.Tariffs.feasibility;
import static org.tariffeconomics.Tariffs.flipRate;
import static org.tariffeconomics.Tariffs.gap;
import static org.tariffeconomics.Tariffs.landed;
import static org.tariffeconomics.Tariffs.leftBehind;
import static org.tariffeconomics.Tariffs.levelRate;
import static org.tariffeconomics.Tariffs.market;
import static org.tariffeconomics.Tariffs.ownAndRivals;
import static org.tariffeconomics.Tariffs.pledge;
import static org.tariffeconomics.Tariffs.pledgeAgainstCut;
import static org.tariffeconomics.Tariffs.pledgeBenchmark;
import static org.tariffeconomics.Tariffs.pledges;
import static org.tariffeconomics.Tariffs.positions;
import static org.tariffeconomics.Tariffs.priceCut;
import static org.tariffeconomics.Tariffs.progress;
import static org.tariffeconomics.Tariffs.rate;
import static org.tariffeconomics.Tariffs.rateRestoringLead;
import static org.tariffeconomics.Tariffs.shareShift;
import static org.tariffeconomics.Tariffs.shipment;
import static org.tariffeconomics.Tariffs.sideBySide;
import static org.tariffeconomics.Tariffs.status;
import static org.tariffeconomics.Tariffs.terms;
import static org.tariffeconomics.Tariffs.timeline;
import static org.tariffeconomics.Tariffs.us;
import static org.tariffeconomics.Tariffs.withoutDeal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.basics.RateRange;
import org.tariffeconomics.deal.Deal;
import org.tariffeconomics.deal.DealStatus;
import org.tariffeconomics.investment.CapFeasibility;
import org.tariffeconomics.investment.PledgeBenchmark;
import org.tariffeconomics.investment.Progress;
import org.tariffeconomics.investment.Stage;
import org.tariffeconomics.landedcost.LandedCost;
import org.tariffeconomics.report.Table;
import org.tariffeconomics.tariff.DutyComparison;

/**
 * The twelve jobs of the one-import session, each one expression, with the numbers that the bundled
 * facts must give: passenger cars, by 90 FR 14705, 90 FR 44638, 90 FR 55964 and the notice of
 * 2025-09-25.
 */
class TariffsTest {

  private static final String CAR = "8703.23.01";

  private static Optional<Rate> percent(String percent) {
    return Optional.of(Rate.percent(percent));
  }

  @Test
  void job_1_compares_origins_on_a_day() {
    DutyComparison law = compare("8703.23", "2025-09-16", "JP", "KR", "MX", "DE");
    assertEquals(percent("15"), law.rate("JP"));
    assertEquals(percent("25"), law.rate("KR"));
    assertEquals(percent("27.5"), law.rate("MX"));
    assertEquals(percent("15"), law.rate("DE"));
    assertEquals(percent("27.5"), compareAsKnown("8703.23", "2025-09-16", "JP", "DE").rate("DE"));
    assertTrue(law.table().toText().contains("KORUS 0.0% + S232 autos 25.0%"));
    assertEquals(
        percent("27.5"), compare("8703.23", "2025-09-16", "KR claiming nothing").rate("KR"));
  }

  @Test
  void job_2_follows_the_gap_between_korea_and_japan() {
    assertEquals("-2.5 pp", gap("8703.23", "2025-01-01", "KR", "JP").toString());
    assertEquals("-2.5 pp", gap("8703.23", "2025-04-03", "KR", "JP").toString());
    assertEquals("+10.0 pp", gap("8703.23", "2025-09-16", "KR", "JP").toString());
    assertEquals("0.0 pp", gap("8703.23", "2025-11-01", "KR", "JP").toString());
    assertEquals(
        List.of("2025-01-01", "2025-04-03", "2025-09-16", "2025-11-01"),
        timeline("8703.23", "2025-01-01", "2026-11-23", "KR", "JP").steps().stream()
            .map(s -> s.days().getStart().toString())
            .toList());
  }

  @Test
  void job_3_says_what_would_draw_level() {
    assertEquals(RateRange.of(Rate.percent(15)), levelRate("8703.23", "2025-09-16", "JP"));
    assertEquals(
        Rate.percent("12.5"),
        rateRestoringLead("8703.23", "2025-01-01", "2025-09-16", "KR", "JP").orElseThrow());
    assertEquals(0, priceCut("25%", "15%").orElseThrow().compareTo(new BigDecimal("0.08")));
    assertEquals("0.0870", rounded(depreciation("25%", "15%").orElseThrow()));
    assertEquals(
        "0.2472", rounded(flipRate("USD 30290", "USD 32850", "15%").orElseThrow().fraction()));
  }

  private static String rounded(BigDecimal value) {
    return value.setScale(4, RoundingMode.HALF_UP).toPlainString();
  }

  @Test
  void job_4_composes_rates() {
    assertEquals(Rate.percent(15), allIn("7.5%", "15%"));
    assertEquals(Rate.percent("26.4"), allIn("26.4%", "15%"));
    assertEquals(Optional.of(rate("5%")), terms("10%", "15%").breakEvenBase());
  }

  /**
   * Section 4 of the passenger-car facts: one car an entry, USD 30,000, fees of fiscal year 2027.
   */
  @Test
  void job_5_lands_a_car_from_everywhere() {
    assertEquals("36178.42", overseas("JP", CAR));
    assertEquals("36074.50", overseas("KR", CAR));
    assertEquals("36178.42", overseas("DE", CAR));
    assertEquals("34678.42", overseas("GB", CAR));
    assertEquals("47428.42", overseas("CN", CAR));
    assertEquals("69928.42", overseas("CN", "8703.80.00"));
    assertEquals("38353.92", byRail("MX"));
    assertEquals("37500.00", byRail("MX claiming USMCA"));
    assertEquals(
        "34500.00", byRail("MX claiming USMCA with content:US=0.4; approved US content=yes"));
  }

  private static String overseas(String origin, String line) {
    return total(
        landed(shipment(line, origin, "USD 30000", "USD 1330", "USD 207", "sea"), "2026-11-23"));
  }

  private static String byRail(String origin) {
    return total(
        landed(shipment(CAR, origin, "USD 30000", "USD 0", "USD 0", "rail"), "2026-11-23"));
  }

  private static String total(LandedCost cost) {
    return cost.totalOrThrow().getAmount().setScale(2).toPlainString();
  }

  @Test
  void job_5_compares_landed_costs_line_by_line() {
    LandedCost before =
        landed(shipment(CAR, "JP", "USD 30000", "USD 1330", "USD 207", "sea"), "2025-09-15");
    LandedCost after =
        landed(shipment(CAR, "JP", "USD 30000", "USD 1330", "USD 207", "sea"), "2026-11-23");
    assertEquals(
        0, before.minus(after).total().orElseThrow().getAmount().compareTo(new BigDecimal("3750")));
    assertEquals("JP", sideBySide(before, after).costs().get(0).shipment().origin().toString());
  }

  @Test
  void job_6_tells_points_duty_and_price_apart_and_own_from_rivals() {
    assertEquals("-12.5 pp", change("27.5%", "15%").toString());
    assertEquals("-0.4545", rounded(change("27.5%", "15%").relative().orElseThrow()));
    assertEquals("-0.0980", rounded(change("27.5%", "15%").priceEffect()));
    assertEquals(
        1, beforeAfter("8703.23", "2025-09-15", "2025-09-16", "JP", "KR", "DE").rows().size());
    var erosion = ownAndRivals("cars", "2025-09-15", "2025-11-23", "KR");
    assertEquals(erosion.change(), erosion.ownEffect() + erosion.rivalsEffect(), 1e-12);
    assertEquals(0.10, erosion.ownEffect(), 1e-12);
  }

  @Test
  void job_7_tells_the_status_of_a_deal_as_it_was_known() {
    assertEquals(Optional.of(DealStatus.AGREED), status("KR", "autos", "2025-11-15", "2025-11-15"));
    assertEquals(
        Optional.of(DealStatus.IN_FORCE), status("KR", "autos", "2025-11-15", "2025-12-04"));
    assertTrue(deals().withoutDeal(day("2025-07-25"), day("2025-07-25")).contains("KR"));
  }

  /** The members of a group may pay different duties: one of them is meant. */
  @Test
  void job_7_refuses_a_group_as_the_origin_of_goods_without_a_deal() {
    assertTrue(withoutDeal("DE", "8703.23.01", "2025-09-16").worth().isPresent());
    for (String each : List.of("EU", "JP, KR", "*")) {
      IllegalArgumentException refused =
          assertThrows(
              IllegalArgumentException.class, () -> withoutDeal(each, "8703.23.01", "2025-09-16"));
      assertTrue(refused.getMessage().contains(each), refused::getMessage);
    }
  }

  @Test
  void job_8_ranks_who_is_left_behind_with_reasons() {
    var ranking = leftBehind("apparel", "2025-08-07");
    assertEquals(44, ranking.ranking().size());
    assertTrue(ranking.table().toText().contains("no deal"));
    assertTrue(
        ranking.strictly(new BigDecimal("0.5")).stream()
            .anyMatch(r -> r.candidate().partner().equals("LK")));
  }

  /** Hürriyet, 2026-02-18; the St. Louis Fed's 176 bn a year to 2029-01-19. */
  @Test
  void job_9_measures_a_pledge() {
    Progress japan = progress("JP", "approved", "2026-02-18");
    assertEquals("0.0655", rounded(japan.share()));
    assertEquals(
        176,
        japan
            .requiredPerYear()
            .orElseThrow()
            .getAmount()
            .movePointLeft(9)
            .setScale(0, RoundingMode.HALF_UP)
            .intValueExact());
    CapFeasibility korea =
        feasibility("USD 350000000000", "USD 20000000000", "2026-01-01", "2029-01-19");
    assertEquals(CapFeasibility.Outcome.INFEASIBLE, korea.outcome());
    assertEquals("17.5", korea.yearsNeeded().stripTrailingZeros().toPlainString());
    assertThrows(
        IllegalArgumentException.class,
        () -> feasibility("USD 350000000000", "USD 20000000000", "2026-01-01", "2025-12-31"));
  }

  /** The pledge was announced on 2025-07-22: no progress before it, and not a progress of 0. */
  @Test
  void job_9_knows_no_progress_before_the_pledge_was_known() {
    Progress early = progress("JP", "approved", "2025-01-01");
    assertFalse(early.isKnown());
    assertTrue(early.toString().contains("was first known on 2025-07-22"), early.toString());
    assertThrows(IllegalStateException.class, early::share);
    assertFalse(early.table().cell(2, "value").isKnown());
    assertFalse(pledge("JP").progress(Stage.APPROVED, day("2025-01-01")).isKnown());
    assertFalse(pledge("JP").byStage(day("2025-01-01")).cell(0, "reached").isKnown());
    assertEquals(0, progress("JP", "approved", "2025-07-22").share().signum());
  }

  /** Joint fact sheet of 2025-11-13: 200 bn in cash and 150 bn in ships. */
  @Test
  void jobs_9_and_10_speak_of_all_pledges_of_a_deal() {
    assertEquals("USD 350000000000", pledge("KR").headline().toString());
    assertEquals(pledge("KR").headline(), pledgeBenchmark("KR", "2026-11-23").headline());
    assertEquals(2, pledges("KR").size());
    assertEquals(pledges("JP").get(0), pledge("JP"));
    assertThrows(IllegalArgumentException.class, () -> pledge("SG"));
  }

  /** What a deal pledged in all is one number, whichever verb is asked. */
  @Test
  void every_verb_speaks_of_the_same_whole_of_a_deal() {
    int told = 0;
    for (Deal each : deals().deals()) {
      if (each.promises().wholeInvestment().isPresent()) {
        try {
          PledgeBenchmark benchmark = pledgeBenchmark(each.id(), "2026-11-23");
          assertEquals(pledge(each.id()).headline(), benchmark.headline(), each.id());
          told++;
        } catch (IllegalArgumentException e) {
          assertTrue(e.getMessage().contains("sector"), e.getMessage());
        }
      } else {
        assertThrows(IllegalArgumentException.class, () -> pledge(each.id()));
        assertThrows(
            IllegalArgumentException.class, () -> pledgeBenchmark(each.id(), "2026-11-23"));
      }
    }
    assertTrue(told > 3, "benchmarks of " + told + " deals");
  }

  @Test
  void a_deal_without_concessions_says_so_instead_of_changing_nothing() {
    Deal idle = deals().deals().stream().filter(each -> !each.isInLaw()).findFirst().orElseThrow();
    for (Executable way :
        List.<Executable>of(
            () -> us().with(idle),
            () -> us().without(idle),
            () -> us().with(idle.termsFor(Country.of("VN"))))) {
      String message = assertThrows(IllegalArgumentException.class, way).getMessage();
      assertTrue(message.contains("'" + idle.id() + "'"), message);
    }
  }

  @Test
  void job_7_refuses_a_leg_that_the_deal_does_not_have() {
    String message =
        assertThrows(
                IllegalArgumentException.class,
                () -> status("KR", "steel", "2026-01-20", "2026-01-20"))
            .getMessage();
    assertTrue(message.contains("autos, forced labour, investment, reciprocal"), message);
  }

  @Test
  void job_10_holds_the_pledge_against_the_cut() {
    var balance = pledgeAgainstCut("JP", "2026-11-23", "1%", "4%", 10);
    assertTrue(balance.pvRelief().isPositive());
    assertTrue(balance.table().toText().contains("headline pledge"));
    assertEquals("0.1366", rounded(pledgeBenchmark("JP", "2026-11-23").shareOfGdp().orElseThrow()));
  }

  @Test
  void job_11_places_every_supplier_against_its_rivals() {
    assertTrue(market("cars", "2025-09-16").position("JP").margin().known() > 0);
    assertTrue(market("cars", "2025-09-16").position("KR").margin().known() < 0);
    assertEquals("unknown", positions("cars", "JP, PH", "2025-09-16").cell(1, "duty now").text());
    assertRefused("it is part of EU here", () -> positions("cars", "DE, JP", "2025-09-16"));
    assertRefused("No origin 'JP KR' in [JP, KR", () -> positions("cars", "JP KR", "2025-09-16"));
    assertRefused("days must not be empty", () -> positions("cars", "JP"));
    assertTrue(
        shareShift("cars", "2025-09-15", "2025-11-23", 3, 5).table().toText().contains("JP"));
  }

  /**
   * On 2025-07-22 Korea met 25 percent on more than a quarter of its sales; of Laos nothing is
   * known.
   */
  @Test
  void job_8_ranks_nobody_ahead_for_what_is_not_known() {
    var ranking = leftBehind("cars", "2025-07-22").ranking();
    boolean unscored = false;
    for (var each : ranking) {
      assertTrue(!unscored || each.score().isEmpty(), "a score after one without: " + each);
      unscored = each.score().isEmpty();
    }
    assertTrue(unscored);
  }

  @Test
  void job_12_prints_any_of_these_in_any_form() {
    Table table = compare("8703.23", "2025-09-16", "JP", "KR").table();
    assertTrue(table.toMarkdown().contains("| 1 | JP | 15.0% |"));
    assertTrue(table.toCsv().contains("1,1,duty,0.15,fraction,"));
    assertTrue(table.toHtml().startsWith("<table>"));
    assertTrue(table.toText().lines().allMatch(l -> l.length() <= 100));
  }

  @Test
  void a_line_that_is_not_bundled_is_unknown_and_never_free() {
    DutyComparison unknown = compare("9999.99", "2025-09-16", "JP");
    assertEquals(Optional.empty(), unknown.rate("JP"));
    assertTrue(unknown.table().toText().contains("unknown"));
    assertTrue(duty("9999.99", "JP", "2025-09-16").reasons().get(0).contains("No base duty"));
  }

  /** The reason is said once, and what has a price by quantity is not called unknown. */
  @Test
  void a_gap_without_a_number_says_why_once() {
    String noLine = noGap("9999.99", "2025-09-16", "KR", "JP");
    assertTrue(
        noLine.startsWith("The duty on 9999.99 from KR on 2025-09-16 is not known: No base duty"));
    assertEquals(1, noLine.split("is no line of", -1).length - 1, noLine);
    String early = noGap("8703.23.01", "2024-06-01", "KR", "JP");
    assertTrue(early.contains("is not known: 2024-06-01 is before 2025-01-01"), early);
    assertEquals(1, early.split("is before", -1).length - 1, early);
    String beef = noGap("0201.30.50", "2025-09-16", "JP", "AU");
    assertEquals(
        "The duty on 0201.30.50 from JP on 2025-09-16 is no share of the value alone:"
            + " MFN 0.044 USD/kg + IEEPA reciprocal 15%. What it comes to at a price by quantity:"
            + " duty(…).atUnitValue(\"USD 5.50/kg\")",
        beef);
    String cuts = noGap("0202.30", "2025-09-16", "AU", "JP");
    assertTrue(cuts.contains("is no share of the value alone: decided by line (0202.30"), cuts);
    assertEquals(1, cuts.split("decided by", -1).length - 1, cuts);
  }

  private static String noGap(String line, String day, String origin, String rival) {
    return assertThrows(IllegalStateException.class, () -> gap(line, day, origin, rival))
        .getMessage();
  }

  @Test
  void bad_text_is_refused_with_the_culprit() {
    assertTrue(
        assertThrows(IllegalArgumentException.class, () -> rate("15"))
            .getMessage()
            .contains("'15'"));
    assertThrows(IllegalArgumentException.class, () -> compare("8.703E+03", "2025-09-16", "JP"));
    assertThrows(IllegalArgumentException.class, () -> compare("8703.23", "2025-09-16", "ZZ"));
    assertThrows(IllegalArgumentException.class, () -> market("boats", "2025-09-16"));
    assertThrows(IllegalArgumentException.class, () -> deals().deal("ZZ"));
    assertThrows(
        IllegalArgumentException.class,
        () -> timeline("8703.23", "2025-12-31", "2025-01-01", "JP"));
  }

  private static void assertRefused(String part, Runnable call) {
    String message = assertThrows(IllegalArgumentException.class, call::run).getMessage();
    assertTrue(message.contains(part), message);
  }
}
