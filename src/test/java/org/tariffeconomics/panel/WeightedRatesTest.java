package org.tariffeconomics.panel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.indicator.TradeWeights;
import org.tariffeconomics.rate.DeclaredOrigin;
import org.tariffeconomics.schedule.ScheduledDuties;
import org.tariffeconomics.schedule.SmallSchedule;
import org.tariffeconomics.tariff.TariffBook;
import org.tariffeconomics.tariff.TariffMeasure;

/** Averages against sums done by hand on the rows of the small schedule. */
class WeightedRatesTest {

  private static final HsCode CAR = HsCode.of("8703.23.01.40");
  private static final HsCode TRUCK = HsCode.of("8704.21.01");
  private static final HsCode BEEF = HsCode.of("0201.20.50.15");

  private static TariffPanel panel(String... origins) {
    TariffBook book =
        TariffBook.us(
                TariffMeasure.adds("S232", "8703", "*", "25%")
                    .from("2025-04-03")
                    .until("2025-09-16"),
                TariffMeasure.topsUpTo("S232", "8703", "JP", "15%")
                    .withId("S232 Japan")
                    .from("2025-09-16"))
            .with(ScheduledDuties.of(SmallSchedule.schedule(), SmallSchedule.key()));
    return TariffPanel.of(
        book,
        List.of(CAR, TRUCK, BEEF),
        List.of(origins).stream().map(DeclaredOrigin::parse).toList(),
        List.of(
            LocalDate.parse("2025-04-02"),
            LocalDate.parse("2025-04-03"),
            LocalDate.parse("2025-09-16")));
  }

  private static TradeWeights trade() {
    return TradeWeights.builder("imports, bn")
        .add(CAR, Country.of("JP"), 40)
        .add(TRUCK, Country.of("JP"), 10)
        .add(CAR, Country.of("KR"), 30)
        .add(BEEF, Country.of("KR"), 20)
        .add(CAR, Country.of("DE"), 5)
        .add(HsCode.of("9401.20.00"), Country.of("JP"), 15)
        .build();
  }

  @Test
  void the_average_weighs_each_rate_by_its_trade() {
    WeightedRates rates =
        WeightedRates.of(panel("JP", "KR claiming KORUS").on("2025-04-03"), trade());
    // (40 · 27.5% + 10 · 25% + 30 · 25%) / 80 with beef free under KORUS: over 100
    assertEquals((40 * 0.275 + 10 * 0.25 + 30 * 0.25) / 100, rates.average().orElseThrow(), 1e-15);
    assertEquals(
        (40 * 0.275 + 10 * 0.25) / 50, rates.average(Country.of("JP")).orElseThrow(), 1e-15);
    assertEquals((30 * 0.25) / 50, rates.average(Country.of("KR")).orElseThrow(), 1e-15);
    assertEquals(
        (40 * 0.275 + 30 * 0.25 + 10 * 0.25) / 80,
        rates.averageOfChapter("87").orElseThrow(),
        1e-15);
    assertEquals(17.5, rates.contribution("S232").orElseThrow() * 100, 1e-12);
    assertEquals(21.0, rates.duty(), 1e-12);
  }

  @Test
  void trade_without_a_rate_is_in_no_average_and_is_told() {
    WeightedRates rates = WeightedRates.of(panel("JP", "KR").on("2025-04-02"), trade());
    assertEquals(20, rates.tradeWithoutRate());
    assertEquals(20, rates.unmatchedTrade());
    assertEquals(80, rates.knownTrade());
    assertEquals((40 * 0.025 + 10 * 0.25 + 30 * 0.025) / 80, rates.average().orElseThrow(), 1e-15);
    assertTrue(rates.byOrigin().caption().get(0).startsWith("33.3% of the trade is in no average"));
    assertTrue(rates.averageOfChapter("02").isEmpty());
  }

  /** Beef by weight alone: there is no average, and no part of one. */
  @Test
  void trade_of_which_no_rate_is_known_has_no_contributions() {
    TradeWeights beef = TradeWeights.builder("imports, bn").add(BEEF, Country.of("KR"), 20).build();
    WeightedRates rates = WeightedRates.of(panel("JP", "KR").on("2025-04-03"), beef);
    assertTrue(rates.average().isEmpty());
    assertTrue(rates.contributionRange("S232").isEmpty());
    assertEquals("[[average, unknown, ]]", rates.byProgramme().rows().toString());
  }

  @Test
  void contributions_add_up_to_the_average() {
    for (WeightedRates rates : panel("JP", "KR claiming KORUS").weightedBy(trade())) {
      double sum =
          rates.slice().programmes().stream()
              .mapToDouble(p -> rates.contribution(p).orElseThrow())
              .sum();
      assertEquals(rates.average().orElseThrow(), sum, 1e-15);
    }
  }

  @Test
  void the_average_over_time_shows_its_steps() {
    var table = panel("JP", "KR claiming KORUS").averages(trade());
    assertEquals(3, table.rows().size());
    // 2025-09-16: cars of Japan 15% all-in, of Korea free again: (40 · 15% + 10 · 25%) / 100
    assertEquals(0.085, table.number(2, "average").doubleValue(), 1e-15);
    assertEquals(8.5 - 21, table.number(2, "change").doubleValue(), 1e-12);
    assertEquals(100.0 / 120, table.number(0, "trade covered").doubleValue(), 1e-15);
  }

  @Test
  void the_plain_average_counts_each_pair_alike() {
    WeightedRates rates =
        WeightedRates.unweighted(panel("JP", "KR claiming KORUS").on("2025-04-02"));
    // JP: 2.5%, 25%, beef by weight; KR: 0%, 25%, 0%
    assertEquals((0.025 + 0.25 + 0 + 0.25 + 0) / 5, rates.average().orElseThrow(), 1e-15);
    assertEquals(1, rates.tradeWithoutRate());
  }

  @Test
  void a_day_in_a_state_of_the_law_that_was_not_asked_for_is_refused() {
    TariffPanel whole = panel("JP");
    TariffPanel gap =
        TariffPanel.of(
            whole.on("2025-04-02").law().book(),
            List.of(CAR),
            List.of(DeclaredOrigin.parse("JP")),
            List.of(LocalDate.parse("2025-04-02"), LocalDate.parse("2025-09-16")));
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> gap.on("2025-06-01"));
    assertTrue(String.valueOf(refused.getMessage()).contains("changes on 2025-04-03"));
    assertEquals(whole.on("2025-06-01").rate(0, 0), whole.on("2025-04-03").rate(0, 0));
  }

  @Test
  void a_line_that_stands_twice_moves_no_trade_to_another() {
    TariffPanel twice =
        TariffPanel.of(
            panel("JP").on("2025-04-02").law().book(),
            List.of(CAR, CAR, TRUCK),
            List.of(DeclaredOrigin.parse("JP")),
            List.of(LocalDate.parse("2025-04-02")));
    TradeWeights trucks = TradeWeights.builder("imports").add(TRUCK, Country.of("JP"), 10).build();
    assertEquals(
        0.25, WeightedRates.of(twice.on("2025-04-02"), trucks).average().orElseThrow(), 1e-15);
  }

  @Test
  void two_origins_of_one_country_are_refused() {
    PanelSlice slice = panel("KR", "KR claiming KORUS").on("2025-04-02");
    assertThrows(IllegalArgumentException.class, () -> WeightedRates.of(slice, trade()));
  }

  @Test
  void a_panel_says_what_it_lacks() {
    TariffPanel panel = panel("JP");
    assertThrows(IllegalArgumentException.class, () -> panel.on("2025-01-01"));
    assertThrows(
        IllegalArgumentException.class,
        () -> panel.on("2025-04-02").rate(HsCode.of("01"), DeclaredOrigin.parse("JP")));
    assertThrows(
        IllegalArgumentException.class,
        () ->
            TariffPanel.of(
                TariffBook.us(), List.of(), List.of(DeclaredOrigin.parse("JP")), List.of()));
    assertThrows(IllegalArgumentException.class, () -> panel.on("2025-09-17"));
    PanelSlice slice = panel.on("2025-04-02");
    assertEquals(PanelOutcome.NOT_AD_VALOREM, slice.outcome(2, 0));
    assertTrue(slice.rate(2, 0).isEmpty());
    assertThrows(IllegalStateException.class, () -> slice.payableMinor(2, 0, 100));
    assertThrows(
        IllegalArgumentException.class,
        () -> slice.mapBlocks(1, PanelSlice.Execution.SEQUENTIAL, b -> b.parts("nobody", 0)));
    assertThrows(
        IllegalArgumentException.class,
        () -> slice.mapBlocks(0, PanelSlice.Execution.SEQUENTIAL, b -> b));
  }

  /**
   * Goods of list A pay 20% where a fact is so and 8% to another programme where it is not: by hand
   * 40 of 100 between 8% and 20% on 5% of all.
   */
  @Test
  void contributions_are_ranges_where_a_fact_decides() {
    TariffBook book =
        TariffBook.us(
            TariffMeasure.base("87", "5%"),
            TariffMeasure.adds("A", "8703", "*", "20%").withCondition("list=in"),
            TariffMeasure.adds("B", "8703", "*", "8%").withCondition("list=out"));
    TradeWeights trade =
        TradeWeights.builder("imports")
            .add(CAR, Country.of("JP"), 40)
            .add(TRUCK, Country.of("JP"), 60)
            .build();
    WeightedRates rates =
        WeightedRates.of(
            TariffPanel.of(
                    book,
                    List.of(CAR, TRUCK),
                    List.of(DeclaredOrigin.parse("JP")),
                    List.of(LocalDate.parse("2025-09-16")))
                .on("2025-09-16"),
            trade);
    assertEquals("5.00%", rates.contributionRange("MFN").orElseThrow().toString());
    assertEquals("0.00% to 8.00%", rates.contributionRange("A").orElseThrow().toString());
    assertEquals("0.00% to 3.20%", rates.contributionRange("B").orElseThrow().toString());
    assertTrue(rates.contribution("A").isEmpty(), "a range is no number");
    assertThrows(IllegalArgumentException.class, () -> rates.contributionRange("S999"));
    var table = rates.byProgramme();
    assertEquals(
        List.of("A", "MFN", "B", "average"),
        table.rows().stream().map(row -> row.get(0).text()).toList());
    assertEquals("0.00% to 8.00%", table.cell(0, "contribution").text());
  }
}
