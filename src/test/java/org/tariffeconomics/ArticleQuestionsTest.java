package org.tariffeconomics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tariffeconomics.Tariffs.*;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.joda.money.BigMoney;
import org.junit.jupiter.api.Test;
import org.tariffeconomics.basics.MoneyRange;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.basics.RateChange;
import org.tariffeconomics.deal.DealStatus;
import org.tariffeconomics.investment.Stage;
import org.tariffeconomics.reference.UsDealSizes;
import org.tariffeconomics.reference.UsLetters;
import org.tariffeconomics.report.Table;

/**
 * The 29 questions of the article of July 2025, each asked as an expression. Expected values are
 * those of the audit of 28 November 2026 (its file of answers), recomputed from the bundled facts;
 * what stays a judgement is answered with the facts that bear on it, and says so.
 */
class ArticleQuestionsTest {

  private static final String YEAR = "2025-09/2026-08";

  /** Percent with some decimals. */
  private static String pct(Optional<Rate> rate, int decimals) {
    return rate.orElseThrow().toText(decimals);
  }

  private static String bn(MoneyRange money, int decimals) {
    assertTrue(money.isPoint(), money.toString());
    return bn(money.lowest().toBigMoney(), decimals);
  }

  private static String bn(BigMoney money, int decimals) {
    return money.getAmount().movePointLeft(9).setScale(decimals, RoundingMode.HALF_UP).toString();
  }

  private static BigDecimal imports(String partner, String period) {
    return paid(partner, period).imports().orElseThrow();
  }

  /** By how much sales to the United States changed, percent. */
  private static int growth(String partner) {
    return imports(partner, YEAR)
        .divide(imports(partner, "2024-01/2024-12"), MathContext.DECIMAL64)
        .subtract(BigDecimal.ONE)
        .movePointRight(2)
        .setScale(0, RoundingMode.HALF_UP)
        .intValueExact();
  }

  private static String shareOfImports(String partner, String period) {
    return Rate.fraction(
            imports(partner, period).divide(imports("WORLD", period), MathContext.DECIMAL64))
        .toText(1);
  }

  @Test
  @Answers("A1")
  void a01_what_the_cut_is_in_points_of_the_duty_and_of_the_price() {
    RateChange cut = change("27.5%", "15%");
    assertEquals("-12.5 pp", cut.toString());
    assertEquals(-0.4545, cut.relative().orElseThrow().doubleValue(), 1e-4);
    assertEquals(-0.0980, cut.priceEffect().doubleValue(), 1e-4);
    var car = shipment("8703.23.01", "JP", "USD 30000", "USD 1330", "USD 207", "sea");
    assertEquals(
        0,
        landed(car, "2025-09-15")
            .total()
            .orElseThrow()
            .minus(landed(car, "2025-09-16").total().orElseThrow())
            .getAmount()
            .compareTo(new BigDecimal("3750")));
    assertEquals("14.6%", pct(paid("JP", "cars", YEAR).rate(), 1));
  }

  @Test
  @Answers("A2")
  void a02_the_15_percent_are_the_whole_rate_and_stood_on_top_before() {
    assertEquals("15% all-in", deal("JP").headline().toString());
    assertEquals("15%", levelRate("8703.23.01", "2025-09-16", "JP").toString());
    assertEquals(
        Optional.of(rate("31.5%")), compareAsKnown("6109.10", "2025-08-10", "JP").rate("JP"));
    assertEquals(Optional.of(rate("16.5%")), compare("6109.10", "2025-08-10", "JP").rate("JP"));
    assertTrue(
        refundsDue("JP", "apparel", "2025-08-01", "2025-10-01").total().lowest().isPositive());
  }

  @Test
  @Answers("A3")
  void a03_the_largest_deal_depends_on_the_measure() {
    Table largest = largestDeals("JP");
    List<String> answers = largest.rows().stream().map(r -> r.get(r.size() - 1).text()).toList();
    assertEquals(List.of("no", "unknown", "no", "no", "unknown", "no", "yes"), answers);
    assertEquals(
        List.of("RCEP", "USMCA (NAFTA 1994)", "US-EU framework"),
        UsDealSizes.by(UsDealSizes.Measure.TRADE).stream().limit(3).map(s -> s.deal()).toList());
  }

  /** 41.904 bn x 12.5 points; St. Louis Fed and the audit. */
  @Test
  @Answers("A4")
  void a04_the_cut_is_worth_five_billion_a_year_on_cars() {
    assertEquals(
        new BigDecimal("5.24"),
        UsDealSizes.by(UsDealSizes.Measure.DUTY_FORGONE).get(1).value().orElseThrow());
    assertTrue(
        pledgeAgainstCut("JP", "2026-11-23", "1%", "4%", 10).table().toText().contains("6.4"));
  }

  @Test
  @Answers("A5")
  void a05_rice_grows_within_its_quota_and_beef_stands_in_no_text() {
    var rice = deal("JP").marketAccess().get(0);
    assertEquals("605500 t", rice.whenKept().used().toString());
    assertEquals("78.6%", rice.whenKept().fillRate().toText(1));
    assertTrue(deal("JP").marketAccess().stream().noneMatch(m -> m.text().contains("beef")));
  }

  @Test
  @Answers("A6")
  void a06_who_pays_what_on_cars() {
    var cars = compare("8703.23.01", "2026-11-23", "JP", "KR", "DE", "GB", "IN", "BR", "CN");
    for (String each : List.of("JP", "KR", "DE")) {
      assertEquals(Optional.of(rate("15%")), cars.rate(each), each);
    }
    assertEquals(Optional.of(rate("10%")), cars.rate("GB"));
    assertEquals(Optional.of(rate("27.5%")), cars.rate("IN"));
    assertEquals(Optional.of(rate("52.5%")), cars.rate("CN"));
  }

  @Test
  @Answers("A7")
  void a07_what_korea_needed() {
    assertEquals("15%", levelRate("8703.23.01", "2025-09-16", "JP").toString());
    assertEquals(
        0,
        rateRestoringLead("8703.23.01", "2025-01-01", "2025-09-16", "KR", "JP")
            .orElseThrow()
            .compareTo(rate("12.5%")));
  }

  /** A judgement: each idea of equality names another number; these are the facts. */
  @Test
  @Answers(value = "A8", judgement = true)
  void a08_equal_terms_are_four_numbers() {
    assertEquals("15%", levelRate("8703.23.01", "2025-09-16", "JP").toString());
    assertEquals("-12.5 pp", change("27.5%", "15%").toString());
    assertEquals("-12.5 pp", change("25%", "12.5%").toString());
    assertEquals("-10.0 pp", change("25%", "15%").toString());
  }

  @Test
  @Answers("A9")
  void a09_ten_points_behind_need_a_price_eight_percent_lower() {
    assertEquals(0.08, priceCut("25%", "15%").orElseThrow().doubleValue(), 1e-12);
    assertEquals("24.6%", pct(paid("KR", "transport equipment", "2025-10").rate(), 1));
    assertEquals("15.2%", pct(paid("JP", "transport equipment", "2025-10").rate(), 1));
  }

  /** Korea: 46 days; Japan: 56 days at the trade of 2024. */
  @Test
  @Answers("A10")
  void a10_what_the_delay_cost() {
    var korea = delay("KR", "cars", "2025-09-16", "2025-11-01");
    assertEquals(46, korea.days());
    assertEquals("0.41", bn(korea.total(), 2));
    assertEquals("0.46", bn(korea.at2024Trade().orElseThrow(), 2));
    assertEquals("0.41", bn(MoneyRange.of(korea.paidAbove().orElseThrow()), 2));
    var japan = delay("JP", "cars", "2025-07-22", "2025-09-16");
    assertEquals(56, japan.days());
    assertEquals("0.80", bn(japan.at2024Trade().orElseThrow(), 2));
  }

  @Test
  @Answers("A11")
  void a11_what_taiwan_got() {
    assertEquals("15% all-in", deal("TW").headline().toString());
    assertTrue(
        deal("TW").terms().grants().stream()
            .anyMatch(g -> g.goods().startsWith("semiconductors") && g.scope().contains("2.5")));
    assertEquals(
        Optional.of(DealStatus.IN_FORCE),
        status("TW", "parts and wood", "2026-06-01", "2026-06-01"));
    assertEquals(
        Optional.of(DealStatus.SIGNED), status("TW", "parts and wood", "2026-05-10", "2026-05-10"));
  }

  @Test
  @Answers("A12")
  void a12_the_ladder_of_the_left_behind_and_what_they_paid() {
    assertEquals(
        List.of("45%", "41%", "33%", "32%", "29%"),
        List.of("MM", "LA", "BD", "LK", "KH").stream()
            .map(p -> pct(paid(p, "2025-10").rate(), 0))
            .toList());
    assertEquals(
        List.of("BR", "MM", "BD", "LA", "CH"),
        leftBehind("apparel", "2025-08-07").ranking().stream()
            .limit(5)
            .map(r -> r.candidate().partner())
            .toList());
  }

  @Test
  @Answers("A13")
  void a13_what_the_rivals_in_apparel_pay() {
    assertEquals(
        List.of("24%", "14%", "7%"),
        List.of("BD", "ID", "VN").stream().map(p -> pct(paid(p, "2026-08").rate(), 0)).toList());
    assertEquals(0.0, ownAndRivals("apparel", "2025-09-15", "2025-09-16", "LK").change(), 1e-4);
  }

  @Test
  @Answers("A14")
  void a14_thirteen_points_for_indonesia_and_one_for_the_philippines() {
    assertEquals(
        "+13.0 pp", withoutDeal("ID", "6109.10", "2025-08-07").worth().orElseThrow().toString());
    assertEquals(
        "+1.0 pp", withoutDeal("PH", "6109.10", "2025-08-07").worth().orElseThrow().toString());
    assertEquals(Optional.of(rate("17%")), UsLetters.to("PH").april());
    assertEquals(rate("19%"), UsLetters.to("PH").outcome());
  }

  @Test
  @Answers("A15")
  void a15_ten_days_to_the_deadline_and_what_comes_after() {
    assertEquals(
        10, deal("KR").nextDeadline(day("2025-07-22")).orElseThrow().daysLeft(day("2025-07-22")));
    assertEquals(10, UsLetters.to("LK").daysLeft(day("2025-07-22")));
    assertEquals(25, ahead("2025-07-22").deadlines().size());
    assertEquals(rate("35%"), UsLetters.to("IQ").outcome());
  }

  @Test
  @Answers("A16")
  void a16_who_has_a_deal_in_force_who_signed_who_announced() {
    for (String each : List.of("GB", "EU", "JP", "KR", "CH")) {
      assertEquals(
          Optional.of(DealStatus.IN_FORCE), status(each, "", "2025-12-31", "2025-12-31"), each);
    }
    for (String each : List.of("MY", "KH", "ID", "TW", "AR", "EC", "GT", "SV", "BD", "JO")) {
      assertEquals(
          Optional.of(DealStatus.SIGNED), status(each, "", "2026-11-23", "2026-11-23"), each);
    }
    assertEquals(Optional.of(DealStatus.ANNOUNCED), status("PH", "", "2026-06-01", "2026-06-01"));
    for (String each : List.of("IN", "VN", "TH")) {
      assertEquals(
          Optional.of(DealStatus.AGREED), status(each, "", "2026-11-23", "2026-11-23"), each);
    }
  }

  /** No split by sector was published: the sectors have names and no amounts. */
  @Test
  @Answers(value = "A17", judgement = true)
  void a17_no_split_of_the_pledge_by_sector_is_published() {
    assertTrue(pledge("JP").sectors().parts().stream().allMatch(p -> p.amount().isEmpty()));
    assertEquals(7, pledge("JP").sectors().parts().size());
    assertEquals(4, pledge("JP").tranches().size());
  }

  @Test
  @Answers("A18")
  void a18_how_the_pledge_is_paid_and_how_far_it_has_come() {
    assertEquals(Optional.of(day("2029-01-19")), pledge("JP").schedule().lastDay());
    assertEquals(45, pledge("JP").terms().funding().orElseThrow().days());
    assertEquals(0.0655, progress("JP", "approved", "2026-11-23").share().doubleValue(), 1e-4);
    assertEquals(
        "36.0", bn(pledge("JP").reached(Stage.APPROVED, day("2026-11-23"), day("2026-11-23")), 1));
  }

  /**
   * A judgement: dependence moved without the pledge; these are the shares (7.546 %; the audit
   * rounds to 7.6).
   */
  @Test
  @Answers(value = "A19", judgement = true)
  void a19_the_share_of_china_fell() {
    assertEquals("13.3%", shareOfImports("CN", "2024-01/2024-12"));
    assertEquals("7.5%", shareOfImports("CN", YEAR));
  }

  @Test
  @Answers("A20")
  void a20_the_price_of_a_point() {
    var japan = pledgeBenchmark("JP", "2026-11-23");
    assertEquals("43.1", bn(japan.perPoint().orElseThrow(), 1));
    assertEquals("431.4", bn(japan.atThisPrice(new BigDecimal("0.10")).orElseThrow(), 1));
    assertEquals("350", bn(pledge("KR").headline(), 0));
    assertEquals("350", bn(allPledges("2026-11-23").whole("KR").orElseThrow(), 0));
    assertEquals("500", bn(allPledges("2026-11-23").whole("TW").orElseThrow(), 0));
  }

  @Test
  @Answers("A21")
  void a21_the_first_mover_had_46_days() {
    var korea = delay("KR", "cars", "2025-09-16", "2025-11-01");
    assertEquals(List.of("JP", "EU", "GB"), korea.aheadMeanwhile());
    assertTrue(korea.total().lowest().isPositive());
    var shift = shareShift("cars", "2025-09-15", "2025-09-16", 5);
    assertTrue(shift.table().toText().contains("27.8%"));
  }

  /** A judgement: what counts is firmness; nothing of Singapore is held that binds. */
  @Test
  @Answers(
      value = "A22",
      grade = Answers.Grade.PART,
      left = "no offer of Singapore is held, firm or not",
      judgement = true)
  void a22_offers_in_kind_are_told_by_their_firmness() {
    assertThrows(IllegalArgumentException.class, () -> pledge("SG"));
    assertEquals(List.of(), deal("SG").purchases());
    assertTrue(allPledges("2026-11-23").table().toText().contains("binding"));
  }

  @Test
  @Answers("A23")
  void a23_china_lost_and_pays_the_most() {
    assertEquals("40.0%", pct(paid("CN", "2025-07").rate(), 1));
    assertEquals("22.8%", pct(paid("CN", "2026-08").rate(), 1));
    assertEquals(-39, growth("CN"));
  }

  @Test
  @Answers("A24")
  void a24_china_s_own_rate_stood_still_in_july_and_moved_in_november() {
    assertEquals(0.0, ownAndRivals("cars", "2025-09-15", "2025-09-16", "CN").ownEffect(), 1e-12);
    assertEquals(Optional.of(rate("54%")), compare("6109.10", "2025-11-09", "CN").rate("CN"));
    assertEquals(Optional.of(rate("44%")), compare("6109.10", "2025-11-10", "CN").rate("CN"));
  }

  /** A judgement: rules that are no tariff stay facts with a day, beside the rate. */
  @Test
  @Answers(
      value = "A25",
      grade = Answers.Grade.PART,
      left = "no tariff equivalent of a control is estimated",
      judgement = true)
  void a25_what_is_no_tariff_is_told_with_its_source() {
    assertTrue(
        deal("CN").marketAccess().stream()
            .anyMatch(m -> m.text().contains("rare earths") && m.source().day().isPresent()));
    assertTrue(
        deal("JP").marketAccess().stream()
            .anyMatch(m -> m.text().contains("without additional testing")));
  }

  @Test
  @Answers("A26")
  void a26_europe_and_japan_stand_side_by_side() {
    assertEquals("0.0 pp", gap("8703.23.01", "2025-09-16", "DE", "JP").toString());
    assertEquals("-12.5 pp", gap("8703.23.01", "2025-08-01", "DE", "JP").toString());
    assertEquals("14.6%", pct(paid("JP", "cars", YEAR).rate(), 1));
    assertEquals("14.8%", pct(paid("DE", "cars", YEAR).rate(), 1));
  }

  @Test
  @Answers("A27")
  void a27_mexico_and_canada_lost_their_edge_on_cars() {
    assertEquals(-3.0, 100 * ownAndRivals("cars", "2025-09-15", "2025-09-16", "MX").change(), 0.01);
    assertEquals("14.1%", pct(paid("MX", "cars", YEAR).rate(), 1));
    assertEquals("13.9%", pct(paid("CA", "cars", YEAR).rate(), 1));
  }

  @Test
  @Answers("A28")
  void a28_what_can_come_next_is_what_came_before() {
    assertEquals(Optional.of(DealStatus.THREATENED), status("EU", "", "2025-07-13", "2025-07-13"));
    assertEquals(
        Optional.of(DealStatus.TERMINATED), status("JP", "reciprocal", "2026-03-01", "2026-03-01"));
    assertEquals(
        Optional.of(DealStatus.EXPIRED), status("JP", "surcharge", "2026-07-25", "2026-07-25"));
    assertEquals("78.0%", ahead("2025-08-12", "6109.10", "CN").steps().get(0).after().toText(1));
    assertFalse(ahead("2026-11-23").steps().isEmpty());
  }

  /** Prices and welfare need a model; sales are facts. */
  @Test
  @Answers(
      value = "A29",
      grade = Answers.Grade.PART,
      left = "prices and welfare: a model, not the register")
  void a29_who_gained_and_who_lost_sales() {
    assertEquals(
        List.of(125, 105, 79, 64, -39, -18, -6),
        List.of("TW", "TH", "VN", "PH", "CN", "CH", "JP").stream()
            .map(ArticleQuestionsTest::growth)
            .toList());
  }
}
