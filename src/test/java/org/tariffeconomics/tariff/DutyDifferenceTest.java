package org.tariffeconomics.tariff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.GapRange;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.basics.RateRange;
import org.tariffeconomics.rate.DeclaredFacts;
import org.tariffeconomics.rate.DeclaredOrigin;
import org.tariffeconomics.rate.Portion;
import org.tariffeconomics.reference.UsTariffs;
import org.tariffeconomics.tariff.LayerDifference.Kind;
import org.threeten.extra.LocalDateRange;

/** What differs between two answers is told layer by layer. */
class DutyDifferenceTest {

  private static final TariffBook US = UsTariffs.book();

  private static DutyStack duty(TariffBook book, String line, String day, String origin) {
    return book.on(day).stack(HsCode.of(line), DeclaredOrigin.parse(origin));
  }

  private static DutyStack car(String day, String origin) {
    return duty(US, "8703.23.01", day, origin);
  }

  private static List<String> layers(DutyDifference difference) {
    return difference.layers().stream().map(LayerDifference::toString).toList();
  }

  /** Executive Order 14345: 15 percent in all for cars of Japan from 16 September 2025. */
  @Test
  void between_two_days_a_layer_moves_and_names_its_source() {
    DutyDifference difference = car("2025-09-16", "JP").differenceFrom(car("2025-09-15", "JP"));
    assertEquals(List.of("S232 autos moved from 25.0% to 12.5%"), layers(difference));
    LayerDifference autos = difference.layers().get(0);
    assertEquals(Optional.of(RateRange.of(Rate.percent("25"))), autos.rateBefore());
    assertEquals(new BigDecimal("-0.125"), difference.change().orElseThrow().points());
    assertTrue(autos.sources().get(0).title().contains("14345"), autos.sources().toString());
    assertEquals(2, autos.measures().size());
    assertEquals("MFN", difference.kept().get(0).programme());
    assertEquals("US tariff law on 2025-09-15", difference.captionBefore());
    assertTrue(difference.table().toText().contains("as of 2025-09-16 compared with 2025-09-15"));
    assertFalse(difference.isNone());
    assertTrue(car("2025-09-18", "JP").differenceFrom(car("2025-09-16", "JP")).isNone());
  }

  /** Without section 232 the reciprocal duty of 15 percent in all would have been charged. */
  @Test
  void between_two_books_one_layer_goes_and_another_comes() {
    DutyStack without = duty(US.without("S232 autos"), "8703.23.01", "2025-09-16", "JP");
    DutyDifference difference = car("2025-09-16", "JP").differenceFrom(without);
    assertEquals(
        List.of("IEEPA reciprocal went with 12.5%", "S232 autos came with 12.5%"),
        layers(difference));
    assertEquals(
        Optional.of("displaced by S232 autos"),
        difference.why(difference.layers(Kind.WENT).get(0)).map(NotApplied::text));
    assertEquals("US tariff law on 2025-09-16, without S232 autos", difference.captionBefore());
    assertEquals("US tariff law on 2025-09-16", difference.captionAfter());
    assertTrue(difference.stamp().lines().get(0).startsWith("what-if · as of 2025-09-16"));
    assertEquals(
        "not among the measures of the other side", difference.table().cell(1, "why").text());
  }

  @Test
  void between_two_declarations_the_claim_that_was_not_made_is_named() {
    DutyDifference difference =
        car("2025-09-16", "KR claiming KORUS")
            .differenceFrom(car("2025-09-16", "KR claiming nothing"));
    assertEquals(List.of("MFN went with 2.5%", "KORUS came with 0.0%"), layers(difference));
    LayerDifference korus = difference.layers(Kind.CAME).get(0);
    assertEquals(NotApplied.Reason.NOT_CLAIMED, difference.why(korus).orElseThrow().reason());
    assertEquals("declaring claim=KORUS", difference.captionAfter());
  }

  @Test
  void between_two_origins_of_a_heading_the_layers_are_ranges_over_its_lines() {
    DutyDifference difference =
        duty(US, "8703", "2026-11-23", "CN").differenceFrom(duty(US, "8703", "2026-11-23", "JP"));
    LayerDifference china =
        difference.layers(Kind.CAME).stream()
            .filter(each -> each.programme().equals("S301 China"))
            .findFirst()
            .orElseThrow();
    assertEquals(
        Optional.of(new RateRange(Rate.percent("7.5"), Rate.percent("100"))), china.rateAfter());
    assertEquals(Optional.of(RateRange.of(Rate.ZERO)), china.rateBefore());
    assertTrue(difference.table().toText().contains("before: from JP"));
  }

  @Test
  void a_layer_that_falls_on_another_part_of_the_value_says_so() {
    TariffMeasure base = TariffMeasure.base("7326", "0%").withId("base");
    TariffMeasure half =
        TariffMeasure.adds("Steel", "7326", "*", "50%")
            .withId("steel")
            .withPortion(Portion.parse("steel content"));
    TariffBook book = TariffBook.us(base, half);
    DutyDifference difference =
        duty(book, "7326.90", "2025-09-16", "JP with content:steel=0.2")
            .differenceFrom(duty(book, "7326.90", "2025-09-16", "JP with content:steel=0.5"));
    LayerDifference steel = difference.layers().get(0);
    assertEquals(Kind.SHARE, steel.kind());
    assertEquals(0, steel.shareAfter().orElseThrow().compareTo(new BigDecimal("0.2")));
    assertEquals("on 20.0% of the value, not 50.0%", difference.table().cell(0, "why").text());
    assertEquals("declaring content:steel=0.2", difference.captionAfter());
  }

  @Test
  void another_measure_with_the_same_charge_is_no_difference_but_is_told() {
    TariffBook before =
        TariffBook.us(
            TariffMeasure.base("8703", "2.5%").withId("base"),
            TariffMeasure.adds("X", "8703", "JP", "10%").withId("old"));
    TariffBook after =
        before
            .withoutMeasure("old")
            .with(TariffMeasure.adds("X", "8703", "JP", "10%").withId("new"));
    DutyDifference difference =
        duty(after, "8703.23", "2025-09-16", "JP")
            .differenceFrom(duty(before, "8703.23", "2025-09-16", "JP"));
    assertTrue(difference.isNone());
    assertEquals(List.of("X restated at 10.0%"), layers(difference));
    assertEquals("no difference", difference.toString());
  }

  /** What is missing on a side that is not known need not have gone. */
  @Test
  void of_an_answer_that_is_not_known_no_layer_is_said_to_have_gone() {
    DutyDifference difference = car("2025-01-02", "JP").differenceFrom(car("2024-06-01", "JP"));
    assertEquals(List.of(), difference.layers());
    assertEquals(Optional.empty(), difference.changeRange());
    assertTrue(difference.toString().contains("UNDETERMINED became ASSESSED"));
  }

  @Test
  void what_is_newly_left_open_is_named() {
    DutyStack open = duty(US, "8418.10", "2026-05-01", "AU");
    DutyDifference difference = open.assuming("metal origin=US").differenceFrom(open);
    assertEquals("weight:aluminium+steel", difference.settled().get(0).name());
    assertEquals(List.of(), difference.opened());
    assertEquals(
        "between -15.0 pp and 0.0 pp",
        difference.changeRange().map(GapRange::toString).orElseThrow());
  }

  @Test
  void a_timeline_and_a_table_of_changes_are_made_of_differences() {
    RateTimeline timeline =
        RateTimeline.of(
            US,
            HsCode.of("8703.23.01"),
            List.of(DeclaredOrigin.parse("KR claiming KORUS"), DeclaredOrigin.parse("JP")),
            LocalDateRange.parse("2025-01-01/2026-01-01"));
    assertEquals(
        List.of(
            "+25.0 pp: S232 autos came with 25.0%",
            "+25.0 pp: S232 autos came with 25.0%",
            "-12.5 pp: S232 autos moved from 25.0% to 12.5%",
            "-10.0 pp: S232 autos moved from 25.0% to 15.0%"),
        timeline.differences().stream().map(DutyDifference::toString).toList());
    assertEquals(4, timeline.layerTable().rows().size());
    DutyChange change =
        DutyChange.between(
            US.on("2025-09-15"),
            US.on("2025-11-23"),
            List.of(HsCode.of("8703.23.01")),
            List.of(DeclaredOrigin.parse("JP")));
    assertEquals(
        List.of("S232 autos moved from 25.0% to 12.5%"), layers(change.rows().get(0).difference()));
    assertEquals("S232 autos", change.layerTable().cell(0, "layer").text());
  }

  /**
   * 2 % and 20 % of the steel: 4 % where a tenth is steel and 2 % where nothing is; by the piece,
   * too.
   */
  @Test
  void one_rate_on_other_contents_is_another_duty() {
    for (String rate : List.of("2% + 20% of steel content", "1 USD/kg + 20% of steel content")) {
      TariffLaw law = TariffBook.us(TariffMeasure.base("8703", rate)).on("2025-05-01");
      DutyStack some = law.stack(HsCode.of("8703"), Country.of("JP"), steel("0.1"));
      DutyStack none = law.stack(HsCode.of("8703"), Country.of("JP"), steel("0"));
      assertFalse(some.isSameDutyAs(none), rate);
      assertTrue(
          some.isSameDutyAs(law.stack(HsCode.of("8703"), Country.of("KR"), steel("0.1"))), rate);
    }
  }

  private static DeclaredFacts steel(String share) {
    return DeclaredFacts.none().withContent("steel", share);
  }

  /** The duty on Japanese cars falls on 16 September 2025; that on Mexican ones stays at 27.5 %. */
  @Test
  void a_table_of_changes_names_both_days_and_who_does_not_change() {
    DutyChange change =
        DutyChange.between(
            US.on("2025-09-15"),
            US.on("2025-11-23"),
            List.of(HsCode.of("8703.23.01")),
            List.of(DeclaredOrigin.parse("JP"), DeclaredOrigin.parse("MX")));
    List<String> caption = change.table().caption();
    assertTrue(caption.contains("unchanged: MX"), caption::toString);
    assertTrue(
        caption.stream().anyMatch(c -> c.startsWith("before: ") && c.contains(" · after: ")),
        caption::toString);
    List<String> layers = change.layerTable().caption();
    assertTrue(layers.stream().anyMatch(c -> c.contains("2025-09-15")), layers::toString);
    assertEquals(LocalDate.parse("2025-09-15"), change.stamp().comparedWith());
  }

  /** A cell says what was charged in the words of the rates, before and after. */
  @Test
  void a_layer_is_told_in_the_words_of_its_rates() {
    DutyDifference difference = DutyDifference.between(liquor("1 USD/kg"), liquor("2 USD/kg + 5%"));
    String text = difference.table().toText();
    assertTrue(text.contains("1 USD/kg"), text);
    assertTrue(text.contains("5% + 2 USD/kg") || text.contains("2 USD/kg + 5%"), text);
  }

  private static DutyStack liquor(String rate) {
    return TariffBook.us(TariffMeasure.base("2208", rate))
        .on("2025-07-01")
        .stack(HsCode.of("2208"), Country.of("JP"));
  }
}
