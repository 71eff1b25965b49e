package org.tariffeconomics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tariffeconomics.Tariffs.*;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.joda.money.BigMoney;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.MoneyRange;
import org.tariffeconomics.basics.Quantity;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.basics.Source;
import org.tariffeconomics.competitiveness.BookExposure;
import org.tariffeconomics.competitiveness.CountryScore;
import org.tariffeconomics.competitiveness.Criterion;
import org.tariffeconomics.competitiveness.Figure;
import org.tariffeconomics.competitiveness.Holding;
import org.tariffeconomics.deal.DealStatus;
import org.tariffeconomics.investment.BreakEvenReturn;
import org.tariffeconomics.investment.SnapBack;
import org.tariffeconomics.rate.AdValoremEquivalent;
import org.tariffeconomics.rate.DeclaredFacts;
import org.tariffeconomics.rate.DutyRate;
import org.tariffeconomics.rate.UnitValue;
import org.tariffeconomics.reference.UsDelay;
import org.tariffeconomics.reference.UsLetters;
import org.tariffeconomics.reference.UsPaid;
import org.tariffeconomics.reference.UsRates;
import org.tariffeconomics.reference.UsTrade;
import org.tariffeconomics.tariff.DutyChange;
import org.tariffeconomics.tariff.DutyStack;
import org.tariffeconomics.tariff.TariffBook;
import org.tariffeconomics.tariff.TariffMeasure;
import org.threeten.extra.LocalDateRange;

/**
 * Questions of economists (1 to 17), country-risk quants (32 to 40) and journalists (41 to 48),
 * each asked as an expression. Expected values are golden numbers of the published questions or own
 * arithmetic, which stands beside them.
 */
class ReaderQuestionsTest {

  private static String bn(MoneyRange money, int decimals) {
    assertTrue(money.isPoint(), money.toString());
    return bn(money.lowest().toBigMoney(), decimals);
  }

  private static String bn(BigMoney money, int decimals) {
    return money.getAmount().movePointLeft(9).setScale(decimals, RoundingMode.HALF_UP).toString();
  }

  private static Optional<Rate> shirts(String origin, String day) {
    return compare("6109.10", day, origin).rate(origin);
  }

  @Test
  @Answers("Q1")
  void q01_the_rate_that_draws_level_and_the_one_that_restores_the_lead() {
    assertEquals("15%", levelRate("8703.23.01", "2025-09-16", "JP").toString());
    assertEquals(
        0,
        rateRestoringLead("8703.23.01", "2025-01-01", "2025-09-16", "KR", "JP")
            .orElseThrow()
            .compareTo(rate("12.5%")));
  }

  @Test
  @Answers("Q2")
  void q02_the_path_of_the_gap_between_korea_and_japan() {
    assertEquals("-2.5 pp", gap("8703.23.01", "2025-01-01", "KR", "JP").toString());
    assertEquals("+10.0 pp", gap("8703.23.01", "2025-09-16", "KR", "JP").toString());
    assertEquals("0.0 pp", gap("8703.23.01", "2025-11-01", "KR", "JP").toString());
  }

  @Test
  @Answers("Q3")
  void q03_every_supplier_against_its_rivals() {
    assertTrue(market("cars", "2026-11-23").position("JP").margin().known() > 0);
    assertTrue(market("apparel", "2026-11-23").ranking().table().rows().size() > 20);
  }

  /** 30 bn and more move with the rivals' duty; each sector's part adds up. */
  @Test
  @Answers("Q4")
  void q04_own_and_rivals_effect_add_up_in_each_sector() {
    for (String sector : List.of("cars", "apparel")) {
      var erosion = ownAndRivals(sector, "2025-09-15", "2025-11-02", "KR");
      assertEquals(erosion.change(), erosion.ownEffect() + erosion.rivalsEffect(), 1e-12, sector);
    }
  }

  @Test
  @Answers("Q5")
  void q05_ten_that_adds_equals_fifteen_in_all_at_five() {
    assertEquals(Optional.of(rate("5%")), terms("10%", "15%").breakEvenBase());
  }

  @Test
  @Answers("Q6")
  void q06_who_is_left_behind_in_the_strict_sense() {
    assertEquals(
        List.of("BD", "LK"),
        leftBehind("apparel", "2025-08-07").strictly(new BigDecimal("0.5")).stream()
            .map(r -> r.candidate().partner())
            .toList());
  }

  /** What was announced is no law: Bangladesh at 19 and India at 18 were never ordered. */
  @Test
  @Answers("Q7")
  void q07_apparel_of_south_asia_under_the_order_of_august_2025() {
    Map<String, String> expected = new TreeMap<>();
    List.of("LK", "BD").forEach(p -> expected.put(p, "36.5%"));
    expected.put("IN", "41.5%");
    expected.put("VN", "36.5%");
    List.of("KH", "PK").forEach(p -> expected.put(p, "35.5%"));
    expected.forEach((p, r) -> assertEquals(Optional.of(rate(r)), shirts(p, "2025-08-07"), p));
    assertTrue(
        deal("BD").terms().grants().stream()
            .anyMatch(g -> g.concession().contains("never ordered")));
    assertEquals("18% adds", deal("IN").headline().toString());
  }

  @Test
  @Answers("Q8")
  void q08_what_the_others_cut_cost_china() {
    assertEquals(
        -2.37, 100 * ownAndRivals("cars", "2025-09-15", "2025-09-16", "CN").rivalsEffect(), 0.01);
  }

  @Test
  @Answers("Q9")
  void q09_the_layers_of_a_chinese_car() {
    assertEquals(
        Optional.of(rate("72.5%")), duty("8703.23.01", "CN", "2025-09-16").adValoremRate());
    assertEquals(4, duty("8703.23.01", "CN", "2025-09-16").adValoremLayers().size());
  }

  /** Paid 14.62 % in October 2025 (Census, vintage 2026-10-06); the board said 15. */
  @Test
  @Answers("Q10")
  void q10_announced_statutory_and_paid() {
    UsRates.Month october = announcedAndPaid("JP", "2025-10", "2025-10").months().get(0);
    assertEquals(Optional.of(rate("15%")), october.announced());
    assertEquals("14.62%", october.paid().orElseThrow().toText(2));
    assertEquals(0.0038, october.gap().orElseThrow().doubleValue(), 1e-4);
    // The law's mean on all goods has bounds, and what was paid lies within them.
    UsRates.LawMean law = october.law().orElseThrow().mean();
    assertTrue(law.covers().compareTo(rate("98%")) > 0, law.covers().toString());
    assertTrue(law.lowest().compareTo(october.paid().orElseThrow()) <= 0, law.toString());
    assertTrue(law.highest().compareTo(october.paid().orElseThrow()) >= 0, law.toString());
    UsRates.Month december = announcedAndPaid("VN", "2025-12", "2025-12").months().get(0);
    assertEquals(0.053, december.composition().orElseThrow().points().doubleValue(), 5e-4);
  }

  @Test
  @Answers("Q11")
  void q11_the_law_without_the_emergency_act() {
    var without = us().without("IEEPA reciprocal").without("IEEPA China");
    HsCode line = HsCode.of("6109.10");
    assertEquals(Optional.of(rate("54%")), shirts("CN", "2025-10-15"));
    assertEquals(
        Optional.of(rate("24%")),
        without.on("2025-10-15").stack(line, Country.of("CN")).adValoremRate());
    assertEquals(
        Optional.of(rate("16.5%")),
        without.on("2025-10-15").stack(line, Country.of("VN")).adValoremRate());
  }

  /** Base 5 %, all-in 15 %, nine tenths claimed: tops up 14.5 over the preference, 10 over MFN. */
  @Test
  @Answers("Q12")
  void q12_a_floor_over_the_preference_or_over_the_ordinary_duty() {
    TariffBook korea =
        TariffBook.us()
            .with(TariffMeasure.base("*", "5%"))
            .with(TariffMeasure.preference("KORUS", "*", "KR", "Free"))
            .with(TariffMeasure.topsUpTo("floor", "*", "KR", "15%"));
    HsCode line = HsCode.of("8708.29.51");
    var claimed =
        korea.on("2026-05-01").stack(line, Country.of("KR"), DeclaredFacts.claiming("KORUS"));
    var unclaimed = korea.on("2026-05-01").stack(line, Country.of("KR"));
    assertEquals(Optional.of(rate("15%")), claimed.adValoremRate());
    assertEquals(Optional.of(rate("15%")), unclaimed.adValoremRate());
    double over = 0.9 * topUp(claimed) + 0.1 * topUp(unclaimed);
    assertEquals(0.145, over, 1e-12);
    assertEquals(0.10, topUp(unclaimed), 1e-12);
  }

  private static double topUp(DutyStack stack) {
    var layers = stack.adValoremLayers();
    return layers.get(layers.size() - 1).rate().fraction().doubleValue();
  }

  @Test
  @Answers("Q13")
  void q13_what_each_month_of_waiting_costs() {
    var korea = delay("KR", "cars", "2025-09-16", "2025-11-01");
    assertEquals("0.41", bn(korea.total(), 2));
    assertEquals(2, korea.months().size());
    assertEquals(
        korea.total(),
        korea.months().stream().map(UsDelay.Month::cost).reduce(MoneyRange::plus).orElseThrow());
  }

  @Test
  @Answers("Q14")
  void q14_the_shift_of_shares_at_three_elasticities() {
    String table = shareShift("cars", "2025-09-15", "2025-09-16", 3, 5, 8).table().toText();
    assertTrue(table.contains("18.7%") && table.contains("27.8%"), table);
  }

  /** Each round with its state of the day, and where nothing is known the day of the search. */
  @Test
  @Answers("Q15")
  void q15_what_partners_charge_in_return() {
    assertEquals(Optional.of(true), retaliation("CA", "2026-11-28").isCharged());
    assertTrue(retaliation("CA", "2026-11-28").summary().contains("in force"));
    assertFalse(retaliation("EU", "2026-11-28").summary().isEmpty());
    assertEquals(
        Optional.of(DealStatus.IN_FORCE),
        status("CA", "canadian side", "2026-09-08", "2026-09-08"));
    assertEquals(
        Optional.of(DealStatus.IN_FORCE), status("EU", "eu side", "2026-07-01", "2026-07-01"));
  }

  @Test
  @Answers("Q16")
  void q16_how_much_rice_the_promise_means() {
    assertEquals("605500 t", deal("JP").marketAccess().get(0).whenKept().used().toString());
    assertEquals("78.6%", deal("JP").marketAccess().get(0).whenKept().fillRate().toText(1));
  }

  /** 341 over 150 is 227.33 %. */
  @Test
  @Answers("Q17")
  void q17_a_levy_by_weight_as_a_share_of_the_value() {
    String text =
        AdValoremEquivalent.compare(
                DutyRate.parse("341 JPY/kg"),
                List.of(
                    UnitValue.ofFlow(
                        BigMoney.parse("JPY 150"), Source.user("spot"), Quantity.parse("1 kg"))))
            .toString();
    assertTrue(text.contains("227.3"), text);
  }

  /** Dependence: sales to the United States over GDP; Korea 130.459 of 1,713 (2023) is 7.6 %. */
  @Test
  @Answers(
      value = {"Q32", "Q33"},
      grade = Answers.Grade.PART,
      left = "some 20 partners, not 60, and no measure of how far sales can be redirected")
  void q32_q33_own_rate_relative_rate_and_dependence() {
    var korea = UsTrade.partner("KR");
    assertEquals(
        0.076,
        korea.imports().orElseThrow().doubleValue() / korea.gdp().orElseThrow().doubleValue(),
        5e-4);
    assertEquals("2023", korea.gdpYear());
    CountryScore equal = exposure(1);
    assertTrue(equal.lines().stream().filter(l -> l.score().isKnown()).count() >= 15);
    // By the rate paid Bangladesh leads (24 % in August 2026), by dependence it does not.
    assertEquals("BD", exposure(1000).lines().get(0).country());
    assertFalse(exposure(0).lines().get(0).country().equals("BD"));
    assertTrue(market("cars", "2025-09-16").position("KR").margin().isKnown());
  }

  /** Partners by the rate paid in August 2026, with a weight, and sales over GDP. */
  private static CountryScore exposure(double weightOfRate) {
    Map<String, Figure> paid = new TreeMap<>();
    Map<String, Figure> dependence = new TreeMap<>();
    for (UsTrade.Partner each : UsTrade.partners()) {
      if (each.imports().isPresent() && each.gdp().isPresent() && isHeld(each.partner())) {
        double rate = paid(each.partner(), "2026-08").rate().orElseThrow().fraction().doubleValue();
        paid.put(each.partner(), Figure.of(rate));
        dependence.put(
            each.partner(),
            Figure.of(each.imports().get().doubleValue() / each.gdp().get().doubleValue()));
      }
    }
    return CountryScore.of(
        "exposure",
        CountryScore.Scale.RANK,
        List.of(
            Criterion.raising("rate paid", weightOfRate, paid),
            Criterion.raising("sales over GDP", 1, dependence)));
  }

  private static boolean isHeld(String partner) {
    return UsPaid.figures().stream()
        .anyMatch(
            f ->
                f.series().name().equals("all")
                    && f.partner().equals(partner)
                    && f.period().equals("2026-08"));
  }

  @Test
  @Answers("Q34")
  void q34_the_expected_rate_when_the_deal_may_snap_back() {
    String path =
        SnapBack.ofConstantHazard(rate("15%"), rate("25%"), new BigDecimal("0.1"), 4)
            .table()
            .toText();
    assertTrue(path.contains("16.00") && path.contains("18.44"), path);
    assertTrue(deal("MY").snapBacks().stream().anyMatch(s -> rate("24%").equals(s.rate())));
  }

  @Test
  @Answers("Q35")
  void q35_pledged_approved_and_the_pace_required() {
    assertEquals(0.0655, progress("JP", "approved", "2026-02-18").share().doubleValue(), 1e-4);
  }

  @Test
  @Answers("Q36")
  void q36_whether_the_cap_allows_the_pledge() {
    assertTrue(
        feasibility("USD 350000000000", "USD 20000000000", "2026-01-01", "2029-01-19")
            .toString()
            .contains("2043-07-03"));
  }

  @Test
  @Answers("Q37")
  void q37_the_pledge_against_the_cut() {
    assertEquals(
        "7.1",
        pledgeAgainstCut("JP", "2026-11-23", "1%", "4%", 10).table().rows().get(4).get(1).text());
    assertEquals(
        "36.37%",
        BreakEvenReturn.of(pledge("JP").terms().cashFlows().orElseThrow(), 10, rate("4%"))
            .value()
            .orElseThrow()
            .toText(2));
  }

  @Test
  @Answers("Q38")
  void q38_dollars_pledged_per_point_of_relief_in_one_table() {
    var table = allPledges("2026-11-23").perPoint();
    Map<String, String> perPoint = new TreeMap<>();
    for (int row = 0; row < table.rows().size(); row++) {
      perPoint.put(table.cell(row, "partner").text(), table.cell(row, "per point").text());
    }
    assertEquals("43.1", perPoint.get("JP"));
    assertEquals("33.7", perPoint.get("KR"));
    assertEquals("47.4", perPoint.get("EU"));
    assertTrue(perPoint.containsKey("TW"));
  }

  @Test
  @Answers("Q39")
  void q39_what_share_of_a_book_lies_behind_a_rival() {
    BookExposure exposure =
        BookExposure.of(
            List.of(
                Holding.of("Hyundai", "KR", "8703.23.01", 100),
                Holding.of("Toyota", "JP", "8703.23.01", 50)),
            "USD m",
            market("cars", "2025-09-16"),
            0.05,
            0.0);
    assertTrue(exposure.table().toText().contains("Hyundai"));
  }

  @Test
  @Answers("Q40")
  void q40_a_number_says_what_it_rests_on() {
    assertTrue(
        String.join(" ", compare("8703.23.01", "2025-09-16", "JP").stamp().lines())
            .contains("2025-09-16"));
    assertTrue(paid("JP", "2025-10").toString().contains("vintage 2026-10-06"));
    assertTrue(UsPaid.series().stream().allMatch(s -> s.source().day().isPresent()));
  }

  /** 30,290 x 1.25 = 37,862.50; 32,850 x 1.15 = 37,777.50; equal at 24.72 %. */
  @Test
  @Answers("Q41")
  void q41_the_price_claim_of_the_sportage() {
    assertEquals(
        0,
        BigMoney.parse("USD 30290")
            .multipliedBy(rate("25%").power())
            .getAmount()
            .compareTo(new BigDecimal("37862.50")));
    assertEquals("24.72%", flipRate("USD 30290", "USD 32850", "15%").orElseThrow().toText(2));
  }

  @Test
  @Answers("Q42")
  void q42_points_percent_and_price() {
    assertEquals("-12.5 pp", change("27.5%", "15%").toString());
    assertEquals(-0.0980, change("27.5%", "15%").priceEffect().doubleValue(), 1e-4);
  }

  @Test
  @Answers("Q43")
  void q43_whether_the_board_s_rate_is_the_total() {
    assertEquals("15% all-in", deal("JP").headline().toString());
    assertEquals("19% adds", deal("ID").headline().toString());
  }

  @Test
  @Answers("Q44")
  void q44_what_changed_between_two_days_for_whom() {
    DutyChange august = beforeAfter("6109.10", "2025-07-31", "2025-08-08", "JP", "ID", "SG", "BD");
    assertTrue(august.table().toText().contains("35.5%"));
  }

  @Test
  @Answers("Q45")
  void q45_the_timeline_of_deals_on_both_clocks() {
    String korea =
        deals().timeline(LocalDateRange.of(day("2025-11-01"), day("2025-11-02"))).toCsv();
    assertTrue(korea.contains("2025-12-04"), korea);
    assertTrue(deal("KR").events().stream().anyMatch(e -> e.isRetroactive()));
  }

  @Test
  @Answers("Q46")
  void q46_how_many_days_and_who_has_no_deal() {
    List<String> without = deals().withoutDeal(day("2025-07-22"), day("2025-07-22"));
    List<String> letters = new ArrayList<>();
    for (String each : without) {
      if (deal(each).nextDeadline(day("2025-07-22")).isPresent()) {
        letters.add(each);
      }
    }
    assertEquals(22, letters.size());
    assertEquals(
        10, deal("LK").nextDeadline(day("2025-07-22")).orElseThrow().daysLeft(day("2025-07-22")));
  }

  /** A picture that stands alone: title, source, and the day that it is of. */
  @Test
  @Answers("Q47")
  void q47_one_chart_with_source_and_date() {
    String svg = compare("8703.23.01", "2025-09-16", "JP", "KR", "MX", "DE").chart().toSvg();
    assertTrue(svg.startsWith("<svg"), svg.substring(0, 60));
    assertTrue(svg.contains("2025-09-16") && svg.contains("bundled US measures"), svg);
    for (String each : List.of("JP", "KR", "MX", "DE")) {
      assertTrue(svg.contains(each), each);
    }
  }

  /** The ordinary duty alone, the duty of the law, and what was paid. */
  @Test
  @Answers("Q48")
  void q48_why_a_dashboard_says_three_percent() {
    assertEquals(
        rate("2.5%"), duty("8703.23.01", "JP", "2025-09-16").adValoremLayers().get(0).rate());
    assertEquals("10.84%", paid("WORLD", "2025-10").rate().orElseThrow().toText(2));
    assertEquals("1.52%", paid("JP", "2024-01/2024-12").rate().orElseThrow().toText(2));
  }

  @Test
  void bad_input_lists_what_there_is() {
    assertSays("autos", () -> status("KR", "steel", "2026-01-20", "2026-01-20"));
    assertSays("JP", () -> deal("Atlantis"));
    assertSays("ask for 'EU'", () -> deal("DE"));
    assertSays("approved", () -> progress("JP", "paid", "2026-02-18"));
    assertSays("cars", () -> leftBehind("stele", "2025-08-07"));
    assertSays("furniture", () -> leftBehind("stele", "2025-08-07"));
    assertSays("2025-02-04", () -> deals().withoutDeal(day("2024-01-01"), day("2024-01-01")));
    assertSays("does not mean that nothing was paid", () -> paid("JP", "2026-11"));
    assertSays("part of EU", () -> paid("FR", "2025-10"));
    assertSays("month such as", () -> paid("JP", "October"));
    assertSays("transport equipment", () -> paid("JP", "steel", "2025-10"));
    assertSays("letters:", () -> UsLetters.to("SG"));
    assertSays("2025-01", () -> announcedAndPaid("JP", "2024-01", "2025-01"));
    assertSays("until must be after from", () -> delay("KR", "cars", "2025-11-01", "2025-09-16"));
    assertSays("2025-01-01", () -> ahead("2024-06-01"));
    assertSays("partners", () -> largestDeals("ZA"));
    assertSays("sg-none", () -> us().without(deal("SG")));
    assertFalse(withoutDeal("SG", "6109.10", "2025-08-07").reasons().isEmpty());
  }

  private static void assertSays(String words, Executable asked) {
    String message = assertThrows(IllegalArgumentException.class, asked).getMessage();
    assertTrue(message.contains(words), message);
  }
}
