package org.tariffeconomics.investment;

import static org.joda.money.CurrencyUnit.EUR;
import static org.joda.money.CurrencyUnit.USD;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import org.joda.money.BigMoney;
import org.junit.jupiter.api.Test;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.report.Table;

class DealBalanceTest {

  /**
   * Japan's goods by the flows of the Institute for Energy Research (2025): cars and parts 52 bn
   * from 27.5 % to 15 %, other goods 96 bn from the threatened 25 % to 15 %.
   */
  private static final TariffRelief JAPAN =
      TariffRelief.of(
          ReliefLine.of("cars and parts", bn("52"), Rate.percent("27.5"), Rate.percent(15)),
          ReliefLine.of("other goods", bn("96"), Rate.percent(25), Rate.percent(15)));

  private static final Outlook TEN_YEARS = new Outlook(Rate.percent(5), Rate.ZERO, 10);

  private static BigMoney bn(String billions) {
    return BigMoney.of(USD, new BigDecimal(billions).movePointRight(9));
  }

  private static double inBn(BigMoney amount) {
    return amount.getAmount().movePointLeft(9).doubleValue();
  }

  private static DealBalance japan(Rate shortfall) {
    return new DealBalance(
        "Japan", JAPAN, PledgeCost.ofReturnShortfall(bn("550"), shortfall, 10), TEN_YEARS);
  }

  @Test
  void japan_saves_6_5_and_9_6_bn_a_year() {
    assertEquals(0, bn("6.5").compareTo(JAPAN.lines().get(0).staticRelief()));
    assertEquals(0, bn("9.6").compareTo(JAPAN.lines().get(1).staticRelief()));
    assertEquals(0, bn("16.1").compareTo(JAPAN.perYear()));
    assertEquals(0.161 / 1.48, JAPAN.averageCut().orElseThrow().doubleValue(), 1e-15);
    assertEquals("relief USD 16.1 bn a year on USD 148.0 bn (static)", JAPAN.toString());
    Table table = JAPAN.table();
    assertEquals("-12.5 pp", table.cell(0, "change").text());
    assertEquals("16.1", table.cell(2, "relief").text());
  }

  @Test
  void present_value_of_the_relief() {
    // 16.1 bn over ten years at 5 %: 124.32 bn
    assertEquals(
        16.1 * (1 - Math.pow(1.05, -10)) / 0.05, inBn(JAPAN.presentValue(TEN_YEARS)), 1e-9);
  }

  @Test
  void growth_equal_to_the_discount_rate_adds_up_plainly() {
    Outlook even = new Outlook(Rate.percent(5), Rate.percent(5), 4);
    assertEquals(4 * 16.1 / 1.05, inBn(JAPAN.presentValue(even)), 1e-9);
  }

  @Test
  void cost_is_the_shortfall_of_return_not_the_headline() {
    DealBalance deal = japan(Rate.percent(2));
    double annuity = (1 - Math.pow(1.05, -10)) / 0.05;
    assertEquals(11 * annuity, inBn(deal.pvCost()), 1e-9);
    assertEquals(5.1 * annuity, inBn(deal.balance()), 1e-9);
    assertEquals(16.1 / 550, deal.breakEvenShortfall().orElseThrow().doubleValue(), 1e-15);
    assertEquals(0.02 * annuity, deal.upfrontGrantShare().orElseThrow().doubleValue(), 1e-14);
    assertEquals(11.0 / 148, deal.cutWorthTheCost().orElseThrow().doubleValue(), 1e-15);
    assertEquals(OptionalInt.of(1), deal.horizon());
  }

  @Test
  void every_line_says_what_kind_of_money_it_is_and_the_headline_is_not_netted() {
    DealBalance deal = japan(Rate.percent(2));
    Table table = deal.table();
    assertEquals("headline pledge", table.cell(0, "kind").text());
    assertEquals("relief estimate", table.cell(2, "kind").text());
    assertEquals("contingent cost", table.cell(3, "kind").text());
    assertEquals("difference of estimates", table.cell(4, "kind").text());
    assertEquals(
        inBn(deal.pvRelief()) - inBn(deal.pvCost()), table.number(4, "value").doubleValue(), 1e-9);
  }

  @Test
  void a_horizon_may_not_exist() {
    assertEquals(OptionalInt.empty(), japan(Rate.percent(3)).horizon());
    assertEquals("none", japan(Rate.percent(3)).table().cell(8, "value").text());
  }

  @Test
  void growing_relief_reaches_a_level_cost_later() {
    // Cost 20 a year against relief 16.1, 17.71, 19.481, 21.4291, 23.57…: the balance adds up to
    // -3.9, -6.19, -6.709, -5.2799, -1.7…, and 25.93 in year 6 turns it, undiscounted.
    DealBalance deal =
        new DealBalance(
            "x",
            JAPAN,
            PledgeCost.ofReturnShortfall(bn("400"), Rate.percent(5), 10),
            new Outlook(Rate.ZERO, Rate.percent(10), 10));
    assertEquals(OptionalInt.of(6), deal.horizon());
  }

  @Test
  void cost_of_a_project_is_outlay_less_receipts() {
    Payout shared =
        Waterfall.twoStage(Split.percent("50", "50"), Rate.percent(4), Split.percent("10", "90"))
            .distribute(bn("550"), Collections.nCopies(20, bn("70")));
    DealBalance deal = new DealBalance("Japan", JAPAN, PledgeCost.ofPayout(shared), TEN_YEARS);
    assertEquals(-inBn(shared.investorNpv(Rate.percent(5))), inBn(deal.pvCost()), 1e-9);
    // 550 now against 16.1 + 35 a year at 5 %: not within ten years
    assertEquals(OptionalInt.empty(), deal.horizon());
  }

  @Test
  void without_a_headline_or_imports_ratios_do_not_exist() {
    DealBalance none =
        new DealBalance(
            "none",
            TariffRelief.of(ReliefLine.of("all", bn("0"), Rate.percent(10), Rate.ZERO)),
            PledgeCost.ofReturnShortfall(bn("0"), Rate.percent(1), 1),
            new Outlook(Rate.ZERO, Rate.ZERO, 1));
    assertTrue(none.breakEvenShortfall().isEmpty());
    assertTrue(none.upfrontGrantShare().isEmpty());
    assertTrue(none.cutWorthTheCost().isEmpty());
    assertEquals("unknown", none.table().cell(5, "value").text());
    assertTrue(none.relief().averageCut().isEmpty());
  }

  @Test
  void several_deals_in_one_table() {
    Table table = DealBalance.compare(List.of(japan(Rate.percent(2)), japan(Rate.percent(3))));
    assertEquals("1", table.cell(0, "horizon").text());
    assertEquals("none", table.cell(1, "horizon").text());
    assertEquals("2.93%", table.cell(1, "break-even").text());
    assertThrows(IllegalArgumentException.class, () -> DealBalance.compare(List.of()));
  }

  @Test
  void relief_after_substitution_lies_between_old_and_new_trade() {
    // 100 observed at 25 %, cut to 15 %, elasticity 2: M(15) = 100 (1.25/1.15)^2; the area under
    // 100 * 1.25^2 (1+t)^-2 between them is 100 * 1.25^2 (1/1.15 - 1/1.25).
    ReliefLine line = ReliefLine.of("x", bn("100"), Rate.percent(25), Rate.percent(15));
    SubstitutedRelief after = TariffRelief.of(line).afterSubstitution(2);
    SubstitutedRelief.Row row = after.rows().get(0);
    assertEquals(100, inBn(row.importsBefore()), 1e-12);
    assertEquals(100 * Math.pow(1.25 / 1.15, 2), inBn(row.importsAfter()), 1e-10);
    assertEquals(156.25 * (1 / 1.15 - 1 / 1.25), inBn(after.perYear()), 1e-10);
    assertEquals(25, inBn(after.dutyBefore()), 1e-12);
    assertEquals(15 * Math.pow(1.25 / 1.15, 2), inBn(after.dutyAfter()), 1e-10);
    assertTrue(after.perYear().isGreaterThan(line.staticRelief()));
  }

  @Test
  void trade_observed_at_a_low_rate_overstates_relief_from_a_threat() {
    // Observed at 2.5 %; at elasticity 1 the area is 100 * 1.025 ln(1.275/1.15).
    ReliefLine line =
        ReliefLine.of("cars", bn("100"), Rate.percent("27.5"), Rate.percent(15))
            .withObservedAt(Rate.percent("2.5"));
    SubstitutedRelief after = TariffRelief.of(line).afterSubstitution(1);
    assertEquals(102.5 * Math.log(1.275 / 1.15), inBn(after.perYear()), 1e-10);
    assertTrue(after.perYear().isLessThan(line.staticRelief()));
    assertEquals("Total", after.table().cell(1, "sector").text());
  }

  @Test
  void without_response_both_figures_agree() {
    assertEquals(16.1, inBn(JAPAN.afterSubstitution(0).perYear()), 1e-12);
    assertEquals(
        inBn(JAPAN.presentValue(TEN_YEARS)),
        inBn(JAPAN.afterSubstitution(0).presentValue(TEN_YEARS)),
        1e-9);
    assertThrows(IllegalArgumentException.class, () -> JAPAN.afterSubstitution(-1));
    assertThrows(IllegalArgumentException.class, () -> JAPAN.afterSubstitution(Double.NaN));
  }

  @Test
  void pledges_stand_beside_their_yardsticks() {
    // GDP 2024 by the CIA World Factbook: Japan 4,026 bn; imports by Census 148.209 bn.
    PledgeBenchmark japan =
        PledgeBenchmark.of("Japan", bn("550"))
            .withGdp(bn("4026"))
            .withExports(bn("148.209"))
            .withRelief(JAPAN);
    assertEquals(550.0 / 4_026, japan.shareOfGdp().orElseThrow().doubleValue(), 1e-15);
    assertEquals(550 / 148.209, japan.yearsOfExports().orElseThrow().doubleValue(), 1e-13);
    assertEquals(550 / 16.1, japan.yearsOfRelief().orElseThrow().doubleValue(), 1e-13);
    double perPoint = 550 / (16.1 / 148 * 100);
    assertEquals(perPoint, inBn(japan.perPoint().orElseThrow()), 1e-10);
    assertEquals(
        10 * perPoint, inBn(japan.atThisPrice(new BigDecimal("0.10")).orElseThrow()), 1e-9);
    assertEquals("Japan USD 550.0 bn pledged, 13.7% of GDP", japan.toString());
    PledgeBenchmark taiwan = PledgeBenchmark.of("Taiwan, credit guarantees", bn("250"));
    Table table = PledgeBenchmark.compare(List.of(japan, taiwan));
    assertEquals("3.7", table.cell(0, "years of exports").text());
    assertEquals("unknown", table.cell(1, "of GDP").text());
    assertEquals("relief not given", table.cell(1, "per point").note());
    assertEquals("Taiwan, credit guarantees USD 250.0 bn pledged, GDP unknown", taiwan.toString());
  }

  @Test
  void four_pledges_in_one_table() {
    // Headlines of the memoranda; GDP by the CIA World Factbook (Korea 2023); exports to the United
    // States as its 2024 general imports. Taiwan's GDP there is doubtful, so it stays unknown.
    Table table =
        PledgeBenchmark.compare(
            List.of(
                PledgeBenchmark.of("JP", bn("550")).withGdp(bn("4026")).withExports(bn("148.209")),
                PledgeBenchmark.of("KR", bn("350")).withGdp(bn("1713")).withExports(bn("131.549")),
                PledgeBenchmark.of("TW investment", bn("250")).withExports(bn("116.264")),
                PledgeBenchmark.of("TW credit", bn("250")).withExports(bn("116.264")),
                PledgeBenchmark.of("EU", bn("600"))
                    .withGdp(bn("19423"))
                    .withExports(bn("605.76"))));
    assertEquals("13.7%", table.cell(0, "of GDP").text());
    assertEquals("20.4%", table.cell(1, "of GDP").text());
    assertEquals("unknown", table.cell(2, "of GDP").text());
    assertEquals("3.1%", table.cell(4, "of GDP").text());
    assertEquals("1.0", table.cell(4, "years of exports").text());
    assertEquals("KR", table.sortedByDescending("of GDP").cell(0, "deal").text());
  }

  @Test
  void relief_that_may_snap_back_is_worth_less() {
    // Two years at 10 %, hazard 20 %: 16.1 (0.8 / 1.1 + 0.64 / 1.21).
    DealBalance deal =
        new DealBalance(
            "Japan",
            JAPAN,
            PledgeCost.ofReturnShortfall(bn("550"), Rate.percent(1), 2),
            new Outlook(Rate.percent(10), Rate.ZERO, 2));
    SnapBack risk =
        SnapBack.ofConstantHazard(Rate.percent(15), Rate.percent(25), new BigDecimal("0.2"), 2);
    assertEquals(16.1 * (0.8 / 1.1 + 0.64 / 1.21), inBn(deal.pvRelief(risk)), 1e-9);
    SnapBack never =
        SnapBack.ofConstantHazard(Rate.percent(15), Rate.percent(25), BigDecimal.ZERO, 2);
    assertEquals(inBn(deal.pvRelief()), inBn(deal.pvRelief(never)), 1e-12);
    SnapBack other =
        SnapBack.ofConstantHazard(Rate.percent(15), Rate.percent(25), BigDecimal.ZERO, 3);
    assertThrows(IllegalArgumentException.class, () -> deal.pvRelief(other));
  }

  @Test
  void a_response_beyond_all_numbers_is_refused_by_its_argument() {
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> JAPAN.afterSubstitution(1e6));
    assertTrue(e.getMessage().contains("elasticity 1000000.0"), e.getMessage());
  }

  @Test
  void a_deal_without_a_cut_has_no_price_per_point() {
    TariffRelief rise =
        TariffRelief.of(ReliefLine.of("all", bn("10"), Rate.ZERO, Rate.percent(10)));
    PledgeBenchmark pledge = PledgeBenchmark.of("x", bn("1")).withRelief(rise);
    assertTrue(pledge.perPoint().isEmpty());
    assertTrue(pledge.yearsOfRelief().isEmpty());
    assertTrue(rise.perYear().isNegative());
    assertEquals("no relief", pledge.table().cell(0, "per point").note());
  }

  @Test
  void arguments_out_of_bounds_are_named() {
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class,
            () -> JAPAN.lines().get(0).withCoveredShare(new BigDecimal("1.2")));
    assertEquals("coveredShare of cars and parts must be from 0 to 1, but was 1.2", e.getMessage());
    assertThrows(
        IllegalArgumentException.class, () -> PledgeBenchmark.of("x", bn("1")).withGdp(bn("0")));
    assertThrows(
        IllegalArgumentException.class, () -> new Outlook(Rate.percent(-100), Rate.ZERO, 1));
    assertThrows(IllegalArgumentException.class, () -> new Outlook(Rate.ZERO, Rate.ZERO, 0));
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new DealBalance(
                "x",
                JAPAN,
                PledgeCost.ofReturnShortfall(BigMoney.of(EUR, 1), Rate.ZERO, 1),
                TEN_YEARS));
    assertThrows(IllegalArgumentException.class, () -> new TariffRelief(List.of()));
  }
}
