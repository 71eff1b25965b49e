package org.tariffeconomics.trials;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tariffeconomics.Tariffs.*;

import java.util.List;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.Stamp;
import org.tariffeconomics.rate.DeclaredOrigin;
import org.tariffeconomics.rate.DutyRate;
import org.tariffeconomics.reference.UsStudies;
import org.tariffeconomics.reference.UsualFacts;
import org.tariffeconomics.tariff.DutyComparison;
import org.tariffeconomics.tariff.DutyStack;
import org.tariffeconomics.tariff.DutyStack.Outcome;
import org.tariffeconomics.tariff.RoundingPolicy;
import org.tariffeconomics.tariff.TariffBook;
import org.tariffeconomics.tariff.TariffLaw;
import org.tariffeconomics.tariff.TariffMeasure;

/**
 * What somebody found wrong who tried the library in a shell (trials/shell.md, section 4), each
 * with its right value. B5 to B7, B12 and B21 stand in {@code DealTest} and {@code UsDealsTest}.
 */
class ShellFindingsTest {

  private static final String DAY = "2026-11-23";

  private static String range(String line, String day, String origin) {
    DutyStack stack = duty(line, origin, day);
    return stack.range().map(r -> r.toText(1)).orElse("unknown: " + stack.reasons());
  }

  private static void assertRefused(String part, Executable call) {
    String message = assertThrows(IllegalArgumentException.class, call).getMessage();
    assertTrue(message.contains(part), message);
  }

  /** facts/passenger-cars.md: engines 52.5 %, electric 127.5 %; solar cells against diodes. */
  @ParameterizedTest
  @CsvSource({
    "8703, 52.5% to 127.5%",
    "8703.23.01, 52.5%",
    "8703.80.00, 127.5%",
    "7304.19.10, 75.0%",
  })
  void b1_a_code_above_the_lines_is_the_set_of_its_lines(String line, String right) {
    String found = range(line, DAY, "CN");
    if (line.equals("8703")) {
      // vehicles of other kinds below the heading may be open further; never narrower
      DutyStack stack = duty(line, "CN", DAY);
      assertFalse(stack.range().orElseThrow().exact().isPresent());
      assertTrue(stack.range().get().contains(rate("52.5%")), found);
      assertTrue(stack.range().get().contains(rate("127.5%")), found);
      assertTrue(stack.decidedBy().toString().contains("8703.60"), stack.summary());
    } else {
      assertEquals(right, found);
    }
  }

  @Test
  void b1_semiconductors_of_china_are_not_free() {
    DutyStack all = duty("8541", "CN", DAY);
    assertTrue(all.outcome() != Outcome.ASSESSED, all::toString);
    assertFalse(all.range().isPresent() && all.range().get().highest().equals(rate("0%")));
  }

  @Test
  void b2_a_book_that_somebody_changed_is_a_what_if() {
    TariffBook mine = us().with(TariffMeasure.adds("my tax", "8703", "JP", "50%"));
    DutyComparison compared = compare(mine.on("2025-09-16"), "8703.23.01", "JP");
    Stamp stamp = compared.stamp();
    assertEquals(Stamp.Kind.WHAT_IF, stamp.kind());
    assertEquals(List.of("with my tax"), stamp.amendments());
    assertEquals(Stamp.Kind.WHAT_IF, us().without("S232 autos").on(DAY).stamp().kind());
    assertEquals(
        Stamp.Kind.WHAT_IF, market("cars", DAY).withTariff("KR", rate("15%")).stamp().kind());
  }

  @ParameterizedTest
  @ValueSource(strings = {"2011-01-01", "1995-06-01", "2024-12-31"})
  void b3_days_before_the_facts_are_not_answered(String day) {
    DutyStack stack = duty("8703.23.01", "KR", day);
    assertEquals(Outcome.UNDETERMINED, stack.outcome());
    assertTrue(stack.reasons().get(0).contains("before 2025-01-01"), stack.reasons()::toString);
  }

  /** On 12 August 2025 it was law that 24 points come back on 10 November: 16.5 + 7.5 + 20 + 34. */
  @Test
  void b4_a_suspension_ends_for_those_who_knew_of_its_end_alone() {
    TariffLaw law = us().on("2025-11-15").asKnownOn("2025-08-12");
    assertEquals(
        "78%",
        law.stack(HsCode.of("6109.10.00"), Country.of("CN"))
            .adValoremRate()
            .orElseThrow()
            .toString());
    TariffLaw july = us().on("2025-07-10").asKnownOn("2025-04-10");
    assertEquals(
        "60.5%",
        july.stack(HsCode.of("6109.10.00"), Country.of("LK"))
            .adValoremRate()
            .orElseThrow()
            .toString());
  }

  @Test
  void b5_b7_an_unknown_leg_is_refused_and_no_progress_is_known_before_the_pledge() {
    assertRefused("autos", () -> status("KR", "steel", "2026-01-20", "2026-01-20"));
    assertFalse(progress("JP", "approved", "2025-01-01").isKnown());
    String board = deals().statusBoard("2025-07-23", "2025-07-23").toString();
    assertFalse(board.contains("USD 600"), board);
  }

  @Test
  void b8_origins_and_days_that_are_none_are_refused() {
    assertRefused("days must not be empty", () -> positions("cars", "JP"));
    assertRefused("it is part of EU here", () -> positions("cars", "DE, JP", "2025-09-16"));
  }

  @Test
  void b9_costs_of_two_days_side_by_side_show_both_days() {
    var goods = shipment("8703.23.01", "JP", "USD 30000", "USD 1330", "USD 207", "sea");
    String text =
        sideBySide(landed(goods, "2025-09-15"), landed(goods, "2025-09-16")).table().toString();
    assertTrue(text.contains("2025-09-15") && text.contains("2025-09-16"), text);
  }

  /** Without the deal Korea keeps its claim: 18.7 to 27.8 % and not 28.5 %. */
  @Test
  void b10_what_is_usually_declared_stays_under_another_law_and_stands_in_the_stamp() {
    TariffLaw without = us().without(deal("JP")).on("2025-09-16");
    var market = UsStudies.market("cars", without);
    assertEquals(0.25, market.supplier("8703.23.01", "KR").orElseThrow().tariff().known(), 1e-12);
    List<String> assumed = market.stamp().assumptions();
    assertTrue(assumed.contains("KR declares claim=KORUS"), assumed::toString);
    assertTrue(assumed.contains("GB declares quota:UK autos=in"), assumed::toString);
    assertTrue(
        shareShift("cars", "2025-09-15", "2025-09-16", 5)
            .table()
            .toString()
            .contains("claim=KORUS"));
    assertTrue(positions("cars", "JP", "2025-09-15").toCsv().contains("claim=KORUS"));
    assertTrue(
        ownAndRivals("cars", "2025-09-15", "2025-11-23", "KR")
            .table()
            .toString()
            .contains("claim=KORUS"));
    assertTrue(
        beforeAfter("8703.23", "2025-09-15", DAY, "KR").table().toString().contains("claim=KORUS"));
  }

  /** +6.0 points without a claim of Mexico and Canada, +0.6 with 40 % approved content (B11). */
  @ParameterizedTest
  @CsvSource({"JP, 6.0, 4.9, 0.6", "KR, 5.8, 4.8, 0.6", "EU, 6.3, 5.2, 0.7", "MX, -9.8, -7.7, 0.7"})
  void b11_the_claims_of_mexico_and_canada_are_a_switch(
      String origin, double none, double claimed, double content) {
    UsualFacts usmca = usual().withUsmca();
    assertEquals(none, 100 * market("cars", DAY).position(origin).margin().known(), 0.051);
    var with = market("cars", DAY, usmca);
    assertEquals(claimed, 100 * with.position(origin).margin().known(), 0.051);
    assertTrue(with.stamp().assumptions().contains("MX declares claim=USMCA"));
    var approved = market("cars", DAY, usmca.withUsContent("40%"));
    assertEquals(content, 100 * approved.position(origin).margin().known(), 0.051);
    assertTrue(approved.stamp().toString().contains("content:US=0.4"), approved.stamp()::toString);
  }

  @Test
  void b13_every_form_of_a_table_has_its_provenance() {
    var table = compare("8703.23", "2025-09-16", "JP", "KR").table();
    assertTrue(table.toCsv().contains(us().version()));
    assertTrue(table.toWideCsv().contains(us().version()));
  }

  @Test
  void b14_usual_claims_of_the_united_states_stay_out_of_other_law() {
    TariffBook japan =
        TariffBook.of(
            "JP",
            CurrencyUnit.JPY,
            RoundingPolicy.EACH_DUTY_TO_CENT,
            List.of(TariffMeasure.base("8703", "0%")));
    Stamp stamp = compare(japan.on("2026-01-01"), "8703", "US", "KR").stamp();
    assertEquals(List.of(), stamp.assumptions());
    assertTrue(UsualFacts.under(japan.on("2026-01-01")).rows().isEmpty());
  }

  @Test
  void b15_who_sells_nothing_has_no_place_among_the_left_behind() {
    List<String> ranked =
        leftBehind("cars", "2025-07-22").ranking().stream()
            .filter(r -> r.score().isPresent())
            .map(r -> r.candidate().partner())
            .toList();
    for (String none : List.of("JO", "LA", "MK", "MM")) {
      assertFalse(ranked.contains(none), ranked::toString);
    }
  }

  @Test
  void b17_b18_claims_are_understood_and_facts_that_nothing_asks_for_are_remarked() {
    assertEquals(
        duty("8703.23.01", "MX claiming USMCA", DAY).adValoremRate(),
        duty("8703.23.01", "MX claiming usmca", DAY).adValoremRate());
    DeclaredOrigin korea = DeclaredOrigin.parse("KR with nonsense=yes");
    DutyStack stack = us().on(DAY).stack(HsCode.of("8703.23.01"), korea.country(), korea.facts());
    assertEquals(
        List.of("declares nonsense, which no measure of these goods asks for"), stack.remarks());
    assertFalse(duty("9401.61.40.11", "CN", DAY).reasons().toString().contains("quantity"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"¥341/kg", "JPY 341/kg", "€341/kg", "£341/kg"})
  void b20_a_rate_that_is_not_understood_does_not_look_like_one(String text) {
    DutyRate rate = DutyRate.parse(text);
    boolean understood = !(rate instanceof DutyRate.Unsupported);
    assertTrue(understood || rate.toString().contains("unsupported"), rate::toString);
  }

  @Test
  void b22_a_rate_without_its_unit_is_refused() {
    assertThrows(IllegalArgumentException.class, () -> market("cars", DAY).withTariff("KR", 15));
    assertEquals(
        Optional.empty(),
        us().on("2024-01-01").stack(HsCode.of("8703.23.01"), Country.of("JP")).adValoremRate());
  }
}
