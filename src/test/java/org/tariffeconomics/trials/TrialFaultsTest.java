package org.tariffeconomics.trials;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tariffeconomics.Tariffs;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.ProductScope;
import org.tariffeconomics.basics.Quantity;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.competitiveness.BillOfMaterials;
import org.tariffeconomics.competitiveness.MarketCsv;
import org.tariffeconomics.deal.PastEntry;
import org.tariffeconomics.deal.RefundTotals;
import org.tariffeconomics.deal.Refunds;
import org.tariffeconomics.investment.CashFlows;
import org.tariffeconomics.io.hts.ChangeRecord;
import org.tariffeconomics.io.hts.HtsFile;
import org.tariffeconomics.io.uk.UkCommodityJson;
import org.tariffeconomics.panel.TariffPanel;
import org.tariffeconomics.panel.WeightedRates;
import org.tariffeconomics.rate.Condition;
import org.tariffeconomics.rate.DeclaredFacts;
import org.tariffeconomics.rate.DeclaredOrigin;
import org.tariffeconomics.rate.DutyRate;
import org.tariffeconomics.rate.Portion;
import org.tariffeconomics.reading.Limits;
import org.tariffeconomics.reading.Reading;
import org.tariffeconomics.reference.UsTariffs;
import org.tariffeconomics.schedule.ScheduleRow;
import org.tariffeconomics.schedule.StageRounding;
import org.tariffeconomics.schedule.StagedReduction.Remainder;
import org.tariffeconomics.schedule.TariffSchedule;
import org.tariffeconomics.tariff.DutyStack;
import org.tariffeconomics.tariff.RoundingPolicy;
import org.tariffeconomics.tariff.TariffBook;
import org.tariffeconomics.tariff.TariffMeasure;

/**
 * The very inputs of the trials of 2026 whose right values no test of a room states; {@link
 * FindingsTest} lists every finding with its test.
 */
class TrialFaultsTest {

  private static final TariffMeasure BASE = TariffMeasure.base("8703", "2.5%");
  private static final HsCode CARS = HsCode.of("8703");
  private static final HsCode CAR = HsCode.of("8703.23.01");

  private static DutyStack stack(TariffBook book, HsCode line, String origin, String facts) {
    return book.on("2025-05-01").stack(line, Country.of(origin), DeclaredFacts.parse(facts));
  }

  private static void refused(Executable call, String... words) {
    String message = assertThrows(IllegalArgumentException.class, call).getMessage();
    for (String word : words) {
      assertTrue(message.contains(word), message);
    }
    assertTrue(message.length() < 600, () -> message.length() + " characters");
  }

  /**
   * Goods loaded on a day that could be two, and nine years for a number: 66.5 % and 27.5 %, or
   * unknown.
   */
  @ParameterizedTest
  @CsvSource({
    "6109.10.00, 2025-09-10, IN, loaded=01.09.2025, 66.5%",
    "8703.23.01, 2025-05-01, JP, age=9 years, 27.5%"
  })
  void review_1_a_fact_of_the_wrong_form_grants_no_relief_of_the_bundled_law(
      String line, String day, String origin, String fact, String ordinary) {
    var both = Tariffs.compare(line, day, origin, origin + " with " + fact).entries();
    assertEquals(
        ordinary,
        both.stream()
            .filter(e -> !e.toString().contains("unknown"))
            .map(e -> e.rate().orElseThrow().toText(1))
            .findFirst()
            .orElseThrow());
    assertEquals(1, both.stream().filter(e -> e.rate().isEmpty()).count(), both.toString());
  }

  /** A what-if of the same kind as the schedule's rate is the later word: 1 %, not 2.5 %. */
  @Test
  void review_5_a_what_if_over_a_loaded_schedule_counts() {
    TariffSchedule schedule =
        TariffSchedule.of(
            "HTS",
            List.of(
                ScheduleRow.of(1, "8703", 0, "cars", "", "", ""),
                ScheduleRow.of(2, "8703.23.01", 1, "x", "2.5%", "Free (KR)", "10%")));
    TariffBook book = UsTariffs.book(schedule);
    assertEquals("0.0%", rateOn(book, "KR", "claim=KORUS"));
    assertEquals("2.5%", rateOn(book.without("KORUS"), "KR", "claim=KORUS"));
    assertEquals(
        "1.0%", rateOn(book.with(TariffMeasure.base("8703.23", "1%").withId("what if")), "JP", ""));
  }

  private static String rateOn(TariffBook book, String origin, String facts) {
    return book.on("2025-02-01")
        .stack(CAR, Country.of(origin), DeclaredFacts.parse(facts))
        .adValoremRate()
        .orElseThrow()
        .toText(1);
  }

  /** The scope holds the heading, not all below it: the heading's duty is 2.5 % to 27.5 %. */
  @Test
  void review_9_a_heading_of_which_a_part_is_excepted_has_a_range() {
    ProductScope scope = ProductScope.parse("8703 except 8703.10");
    assertTrue(scope.contains(CARS) && scope.splits(CARS));
    assertFalse(scope.contains(HsCode.of("8703.10")));
    TariffBook book =
        TariffBook.us(BASE, TariffMeasure.adds("X", "8703 except 8703.10", "*", "25%"));
    DutyStack heading = stack(book, CARS, "JP", "");
    assertEquals(DutyStack.Outcome.BOUNDED, heading.outcome());
    assertEquals("2.5% to 27.5%", heading.range().orElseThrow().toString());
    assertEquals(1, heading.decidedBy().size());
  }

  /** The unknown is one step between the days on which it changes, not one for each text. */
  @Test
  void review_8_a_timeline_steps_where_the_duty_changes() {
    var steps = Tariffs.timeline("0101", "2025-01-01", "2025-12-31", "JP").steps();
    for (int i = 1; i < steps.size(); i++) {
      assertNotEquals(
          steps.get(i - 1).toString().replaceAll("^\\S+ ", ""),
          steps.get(i).toString().replaceAll("^\\S+ ", ""));
    }
  }

  /** A quota that is usually within only from a day on is not declared before that day. */
  @Test
  void review_read_a_timeline_says_what_the_comparison_of_each_day_says() {
    for (String origin : List.of("GB", "KR")) {
      var timeline = Tariffs.timeline("8703.23", "2025-01-01", "2025-12-31", origin);
      assertTrue(timeline.steps().size() > 1);
      for (var step : timeline.steps()) {
        var day = step.days().getStart().toString();
        var compared = Tariffs.compare("8703.23", day, origin).entries().get(0);
        assertEquals(compared.rate(), step.rates().get(0), origin + " on " + day);
      }
    }
  }

  /** Days are counted in a panel and through a last day: there one far away is refused. */
  @Test
  void reliability_e8_a_panel_of_a_day_far_away_is_refused() {
    List<DeclaredOrigin> origins = List.of(DeclaredOrigin.parse("US"));
    for (LocalDate day : List.of(LocalDate.MAX, LocalDate.MIN)) {
      refused(
          () -> TariffPanel.of(TariffBook.us(BASE), List.of(CARS), origins, List.of(day)),
          day.toString());
    }
    refused(() -> BASE.through("+999999999-12-31"), "lastDay", "999999999");
  }

  /** 12,345 yen at 15 %: 1,851.75, so 1,852; the void part is 12.5 % of it, 1,543.125. */
  @Test
  void reliability_s1_yen_are_whole_in_every_way_of_asking() {
    TariffBook book =
        TariffBook.of(
            "JP",
            CurrencyUnit.JPY,
            new RoundingPolicy(0, RoundingMode.HALF_UP, RoundingPolicy.Level.TOTAL),
            List.of(BASE, TariffMeasure.adds("x", "8703", "*", "12.5%").from("2025-04-03")));
    DutyStack stack = stack(book, CARS, "US", "");
    assertEquals(Money.parse("JPY 1852"), stack.assess(Money.parse("JPY 12345")).dutyOrThrow());
    assertEquals(1852, stack.payableMinor(12345));
    List<PastEntry> entries = List.of(PastEntry.of("1", "2025-05-01", "8703", "US", "JPY 12345"));
    assertEquals("JPY 1543", Refunds.ofVoidProgramme(book, "x", entries).total().toString());
    assertEquals("JPY 1543", RefundTotals.ofVoidProgramme(book, "x", entries).total().toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1e50000%",
        "1e99999%",
        "1e99999999%",
        "1e999999999%",
        "1E-2147483647%",
        "1E-999999999%",
        "0.0001e50001%"
      })
  void reliability_s3_a_rate_with_an_exponent_is_refused_at_once(String text) {
    refused(() -> Rate.parse(text), text.replace("%", ""));
    refused(() -> Tariffs.priceCut(text, "15%"));
    refused(() -> Remainder.parse(text));
  }

  @Test
  void reliability_s3_so_are_its_kin() {
    refused(() -> Rate.fraction("1E92000001"), "1E92000001");
    refused(() -> DeclaredFacts.parse("content:US=1e999999999"), "1e999999999");
    refused(() -> DeclaredFacts.parse("content:US=1E-999999999"), "1E-999999999");
    refused(() -> Remainder.parse("80E9808080%"), "80E9808080%");
    refused(() -> CashFlows.of(CurrencyUnit.USD, "-1", "1e999999999"), "999999999");
  }

  /** One deep cell is one unknown rate; its line and all the others stay. */
  @Test
  void reliability_e1_a_deep_cell_leaves_the_file_whole() {
    String deep = "(".repeat(20_000) + "5%" + ")".repeat(20_000);
    String row =
        "{\"htsno\":\"%s\",\"indent\":\"0\",\"description\":\"x\",\"general\":\"%s\",\"units\":[]}";
    String file =
        "["
            + String.format(row, "0101.21.00", deep)
            + ","
            + row.formatted("0101.22.00", "5%")
            + "]";
    Reading<TariffSchedule> reading =
        HtsFile.read("x", new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)));
    TariffSchedule schedule = reading.value();
    assertInstanceOf(DutyRate.Unsupported.class, general(schedule, "0101.21.00"));
    assertEquals(DutyRate.parse("5%"), general(schedule, "0101.22.00"));
  }

  private static DutyRate general(TariffSchedule schedule, String line) {
    return schedule.line(HsCode.of(line)).orElseThrow().general().orElseThrow().rate();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a  ", "ab c  "})
  void reliability_e2_a_long_line_of_a_change_record_is_a_problem(String part) {
    String text = "(2025 Rev)\nItem changed\n" + part.repeat(10_000 / part.length() + 1);
    Reading<ChangeRecord> reading = ChangeRecord.of("x", text);
    assertTrue(reading.hasErrors());
    assertTrue(reading.problems().toString().length() < 2_000);
  }

  /** Books, releases' change records, markets and commodities are all kept whole. */
  @Test
  void reliability_e7_files_that_are_read_whole_have_one_limit(@TempDir Path folder)
      throws IOException {
    Path large = folder.resolve("large");
    try (OutputStream out = Files.newOutputStream(large)) {
      out.write("origin,imports,tariff\n".getBytes(StandardCharsets.UTF_8));
      byte[] row = ("x".repeat(1_000) + "\n").repeat(1_000).getBytes(StandardCharsets.UTF_8);
      for (long written = 0; written <= Limits.FILE_CHARACTERS; written += row.length) {
        out.write(row);
      }
    }
    for (Reading<?> each :
        List.of(
            ChangeRecord.read(large),
            MarketCsv.read("m", "USD", large),
            UkCommodityJson.read(large))) {
      assertTrue(each.hasErrors());
      assertTrue(
          each.problems().toString().contains("" + Limits.FILE_CHARACTERS),
          each.problems().toString());
    }
  }

  /** Decimals beyond the currency's and a mode that cannot round are refused with the book. */
  @Test
  void reliability_e12_a_wrong_rounding_is_refused_with_the_book() {
    for (RoundingPolicy wrong :
        List.of(
            new RoundingPolicy(4, RoundingMode.HALF_UP, RoundingPolicy.Level.TOTAL),
            new RoundingPolicy(2, RoundingMode.UNNECESSARY, RoundingPolicy.Level.TOTAL))) {
      refused(() -> TariffBook.of("US", CurrencyUnit.USD, wrong, List.of(BASE)), "USD");
    }
    TariffBook twice =
        TariffBook.us(
            TariffMeasure.base("8703", "900000000000%"),
            TariffMeasure.adds("x", "8703", "*", "900000000000%"));
    assertEquals(
        Money.parse("USD 18000000000"),
        stack(twice, CARS, "JP", "").assess(Money.parse("USD 1")).dutyOrThrow());
  }

  /** Without the weight nothing can be told, and neither the line nor the total reads zero. */
  @Test
  void reliability_m1_refunds_that_cannot_be_told_do_not_read_zero() {
    TariffBook book = TariffBook.us(BASE, TariffMeasure.adds("x", "8703", "*", "1 USD/kg"));
    Refunds refunds =
        Refunds.ofVoidProgramme(
            book, "x", List.of(PastEntry.of("1", "2025-05-01", "8703", "JP", "USD 100")));
    assertEquals("1 entries, refund unknown, 1 unknown", refunds.toString());
    assertFalse(refunds.table().toText().contains("0.00"), refunds.table().toText());
  }

  @Test
  void reliability_m1_a_misspelt_programme_contributes_nothing_and_is_refused() {
    TariffBook book = TariffBook.us(BASE, TariffMeasure.adds("S232", "8704", "*", "25%"));
    TariffPanel panel =
        TariffPanel.of(
            book,
            List.of(CARS),
            List.of(DeclaredOrigin.parse("JP")),
            List.of(LocalDate.parse("2025-05-01")));
    WeightedRates rates = WeightedRates.unweighted(panel.on("2025-05-01"));
    assertEquals(0.025, rates.contribution("MFN").orElseThrow(), 1e-15);
    assertEquals(0, rates.contribution("S232").orElseThrow(), "of the book, not of these goods");
    refused(() -> rates.contribution("MNF"), "'MNF'", "MFN");
  }

  /** What reads back must mean the same, or be refused. */
  @Test
  void reliability_m7_texts_read_back_as_they_were_meant() {
    refused(() -> Condition.parse("gate > =b"), "'gate'");
    DeclaredOrigin claim = DeclaredOrigin.parse("CA claiming USMCA, quota:b;eef=in");
    assertEquals(claim, DeclaredOrigin.parse(claim.toString()));
    assertEquals(Optional.empty(), claim.facts().fact("eef"), "no second fact");
    for (String text : List.of("5.9¢/kg on on drain", "5.9¢/kg on drained weight")) {
      assertEquals(DutyRate.parse(text), DutyRate.parse(DutyRate.parse(text).toString()), text);
    }
    Portion rest = Portion.parse("Non-US content");
    assertEquals("non-US content", rest.toString());
    assertEquals(rest, Portion.parse(rest.toString()));
    refused(() -> StageRounding.parse("HALF_UP 1E9"), "1E9");
  }

  /** A stamp is made once and kept, however often a result is asked for it. */
  @Test
  void erp_b8_a_stamp_is_made_once() {
    DutyStack stack = Tariffs.duty("8703.23.01", "JP", "2025-09-16");
    assertEquals(stack.stamp(), stack.stamp());
    assertEquals(stack.stamp(), stack.law().stack(CAR, Country.of("JP"), stack.facts()).stamp());
  }

  @Test
  void erp_b12_a_misspelt_fact_of_the_bundled_law_is_remarked() {
    DutyStack misspelt =
        Tariffs.us()
            .on("2026-11-23")
            .stack(
                CAR,
                Country.of("MX"),
                DeclaredFacts.parse("claim=USMCA; content:US=0.4; aproved US content=yes"));
    assertTrue(misspelt.remarks().toString().contains("aproved US content"));
    assertEquals(
        DeclaredFacts.parse("content:aluminium=0.1"), DeclaredFacts.parse("content:aluminum=0.1"));
    DeclaredFacts stored = DeclaredFacts.none().withClaim("KORUS; content:US=0.4");
    assertNotEquals(DeclaredFacts.parse("claim=KORUS; content:US=0.4"), stored);
    assertFalse(stored.claims("KORUS"));
    DeclaredFacts note = DeclaredFacts.none().withFact("note", "a; claim=KORUS");
    assertFalse(DeclaredFacts.parse(note.toString()).claims("KORUS"));
  }

  /** 25 for 25 % is 2,500 %: refused, with what to write. */
  @Test
  void erp_5_a_percentage_is_no_fraction() {
    refused(() -> BillOfMaterials.Part.of("engine", "MX", 4000, 25), "engine", "write 0.25");
  }

  /**
   * Note 20(g) splits the line by what the goods are; a sofa is on the list of 25 %, beside the 25
   * % of Proclamation 10976: never a text that asks for a quantity.
   */
  @Test
  void shell_b18_a_split_line_is_answered_or_says_why() {
    String table = Tariffs.compare("9401.61.40.11", "2026-11-23", "CN").table().toText();
    assertFalse(table.contains("quantity"), table);
    DutyStack sofa = Tariffs.duty("9401.61.40.11", "CN", "2026-11-23");
    assertEquals("50.0%", sofa.adValoremRate().orElseThrow().toText(1), sofa.summary());
  }

  /** The lines of the law, some 20,000, and not the few that have a measure of their own. */
  @Test
  void shell_b19_the_lines_of_the_bundled_law_can_be_listed() {
    LocalDate day = LocalDate.parse("2025-09-16");
    List<HsCode> lines = TariffPanel.lines(Tariffs.us(), day);
    assertTrue(lines.contains(HsCode.of("8703.23.01.40")), () -> lines.size() + " lines");
    assertTrue(lines.size() > 19_000, () -> lines.size() + " lines");
  }

  /** A sign before the number is its currency; 341 yen a kilogram are no text left unread. */
  @ParameterizedTest
  @CsvSource({"¥341/kg, JPY", "€341/kg, EUR", "£341/kg, GBP", "JPY 341/kg, JPY"})
  void shell_b20_amounts_of_any_currency_are_read(String text, String currency) {
    assertEquals(DutyRate.parse("341 " + currency + "/kg"), DutyRate.parse(text));
    TariffBook book =
        TariffBook.of(
            "X",
            CurrencyUnit.of(currency),
            RoundingPolicy.EACH_DUTY_TO_CENT,
            List.of(TariffMeasure.base("1006.30", text)));
    assertEquals(
        0,
        book.on("2026-01-01")
            .stack(HsCode.of("1006.30"), Country.of("US"))
            .assess(BigMoney.parse(currency + " 1000"), Quantity.parse("2 kg"))
            .duty()
            .orElseThrow()
            .getAmount()
            .compareTo(new BigDecimal(682)));
  }
}
