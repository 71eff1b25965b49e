package org.tariffeconomics.deal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.Quantity;
import org.tariffeconomics.rate.DeclaredOrigin;
import org.tariffeconomics.report.Table;
import org.tariffeconomics.tariff.RoundingPolicy;
import org.tariffeconomics.tariff.TariffBook;
import org.tariffeconomics.tariff.TariffMeasure;

/** Refunds in any currency, of any entry: to the smallest unit, or unknown and counted so. */
class RefundMoneyTest {

  private static final TariffMeasure BASE = TariffMeasure.base("8703", "10%");

  /** A charge of 5 % from June, published in July. */
  private static final TariffMeasure LATE =
      TariffMeasure.adds("X", "8703", "*", "5%").from("2025-06-01").withKnownFrom("2025-07-01");

  private static TariffBook book(String currency, RoundingPolicy rounding) {
    return TariffBook.of("T", CurrencyUnit.of(currency), rounding, List.of(BASE, LATE));
  }

  private static TariffBook usd() {
    return book("USD", RoundingPolicy.EACH_DUTY_TO_CENT);
  }

  private static PastEntry entry(String value) {
    return entry("e", "2025-06-10", "8703", value);
  }

  private static PastEntry entry(String id, String day, String line, String value) {
    return PastEntry.of(id, day, line, "US", value);
  }

  /** 5 % of 1,234 yen is 61.7, cut to 61, due in addition (review bug 4b had 61 and 0). */
  @Test
  void yen_come_back_in_yen() {
    TariffBook yen =
        book("JPY", new RoundingPolicy(0, RoundingMode.DOWN, RoundingPolicy.Level.EACH_DUTY));
    List<PastEntry> entries = List.of(entry("JPY 1234"));
    assertEquals(Money.parse("JPY -61"), Refunds.ofRetroactiveLaw(yen, entries).total());
    assertEquals(Money.parse("JPY -61"), RefundTotals.ofRetroactiveLaw(yen, entries).total());
  }

  @Provide
  Arbitrary<TariffBook> books() {
    return Combinators.combine(
            Arbitraries.of("JPY", "USD", "KWD"),
            Arbitraries.of(RoundingMode.HALF_UP, RoundingMode.DOWN, RoundingMode.CEILING),
            Arbitraries.of(RoundingPolicy.Level.values()),
            Arbitraries.of("decimals", "step", "base"))
        .as(
            (code, mode, level, kind) -> {
              RoundingPolicy step = RoundingPolicy.ofStep(code + " 100", mode).withLevel(level);
              int places = CurrencyUnit.of(code).getDecimalPlaces();
              return book(
                  code,
                  switch (kind) {
                    case "step" -> step;
                    case "base" -> step.withBaseStep(code + " 1000", RoundingMode.DOWN);
                    default -> new RoundingPolicy(places, mode, level);
                  });
            });
  }

  /** Values of whole and of broken smallest units, up to the last of a long and beyond. */
  @Provide
  Arbitrary<BigDecimal> values() {
    return Arbitraries.oneOf(
        Arbitraries.bigDecimals().between(BigDecimal.ZERO, new BigDecimal("1000000")).ofScale(3),
        Arbitraries.of("0.005", "1e17", "92233720368547758.07", "9223372036854775807", "1e20", "0")
            .map(BigDecimal::new));
  }

  @Property(tries = 300)
  void many_at_once_agree_with_one_by_one_in_every_currency(
      @ForAll("books") TariffBook book, @ForAll("values") BigDecimal value) {
    List<PastEntry> entries = new ArrayList<>();
    for (String day : List.of("2025-05-31", "2025-06-10", "2025-06-30", "2025-07-01")) {
      entries.add(
          new PastEntry(
              day,
              LocalDate.parse(day),
              HsCode.of("8703"),
              DeclaredOrigin.parse("US"),
              BigMoney.of(book.currency(), value),
              List.of()));
    }
    Refunds single = Refunds.ofRetroactiveLaw(book, entries);
    RefundTotals bulk = RefundTotals.ofRetroactiveLaw(book, entries);
    for (int i = 0; i < entries.size(); i++) {
      assertEquals(single.refunds().get(i).amount(), bulk.refund(i));
    }
    assertEquals(single.total(), bulk.total());
    assertEquals(single.toString(), bulk.toString());
  }

  /** One entry in euros, one below zero, one far in time and one good: 5 % of 200 asked for. */
  @Test
  void a_bad_entry_is_unknown_with_its_number_and_ends_no_batch() {
    List<PastEntry> entries =
        List.of(
            entry("euro", "2025-06-10", "8703", "EUR 100"),
            entry("minus", "2025-06-10", "8703", "USD -1"),
            onDay(LocalDate.MAX, entry("far", "2025-06-10", "8703", "USD 1")),
            entry("good", "2025-06-10", "8703", "USD 200"));
    RefundTotals bulk = RefundTotals.ofRetroactiveLaw(usd(), entries);
    Refunds single = Refunds.ofRetroactiveLaw(usd(), entries);
    assertEquals(Optional.empty(), bulk.refund(0));
    assertEquals(Optional.empty(), bulk.refund(1));
    assertEquals(Optional.of(Money.parse("USD -10")), bulk.refund(3));
    assertEquals(single.unknown(), bulk.unknown());
    String problems = bulk.problems(10).toText();
    assertTrue(problems.contains("euro") && problems.contains("EUR 100"), problems);
    assertTrue(problems.contains("minus") && problems.contains("USD -1"), problems);
    assertEquals(List.of("euro", "minus"), ids(single).subList(0, 2));
    assertTrue(single.problems().get(0).reasons().get(0).contains("EUR 100"));
  }

  /** The same entry on a day that no text says, but a program can. */
  private static PastEntry onDay(LocalDate day, PastEntry entry) {
    return new PastEntry(
        entry.id(), day, entry.line(), entry.origin(), entry.customsValue(), entry.quantities());
  }

  private static List<String> ids(Refunds refunds) {
    return refunds.problems().stream().map(r -> r.entry().id()).toList();
  }

  @Test
  void contradicting_quantities_are_a_problem_of_their_entry() {
    TariffBook kilos = TariffBook.us(TariffMeasure.base("0201", "2 USD/kg"));
    PastEntry contradicting =
        new PastEntry(
            "q",
            LocalDate.parse("2025-06-10"),
            HsCode.of("0201"),
            DeclaredOrigin.parse("US"),
            BigMoney.parse("USD 10"),
            List.of(Quantity.parse("1 kg"), Quantity.parse("2 kg")));
    RefundTotals bulk = RefundTotals.ofRetroactiveLaw(kilos, List.of(contradicting));
    assertEquals(1, bulk.unknown());
    assertTrue(bulk.problems(1).toText().contains("contradict"));
  }

  /** A group of which nothing is known has no refund, and never one of nothing. */
  @Test
  void groups_that_cannot_be_told_read_unknown_and_are_counted() {
    List<PastEntry> entries =
        List.of(
            entry("1", "2025-06-10", "8703", "USD 200"),
            entry("2", "2025-06-11", "8703", "EUR 1"),
            entry("3", "2025-05-11", "8703", "EUR 1"),
            entry("4", "2025-05-12", "0101", "USD 1"));
    Table months = RefundTotals.ofRetroactiveLaw(usd(), entries).byMonth();
    assertEquals("unknown", months.cell(0, "refund").text());
    assertEquals("2", months.cell(0, "unknown").text());
    assertEquals("USD -10.00", months.cell(1, "refund").text());
    assertEquals("1", months.cell(1, "unknown").text());
    assertEquals("USD -10.00", months.cell(2, "refund").text());
    assertEquals("3", months.cell(2, "unknown").text());
    Table chapters = RefundTotals.ofRetroactiveLaw(usd(), entries).byChapter();
    assertEquals("unknown", chapters.cell(0, "refund").text());
    List<PastEntry> none = entries.subList(1, 4);
    RefundTotals unknown = RefundTotals.ofRetroactiveLaw(usd(), none);
    assertEquals("3 entries, refund unknown, 3 unknown", unknown.toString());
    assertEquals("unknown", unknown.byOrigin().cell(1, "refund").text());
    Refunds itemised = Refunds.ofRetroactiveLaw(usd(), none);
    assertEquals("3 entries, refund unknown, 3 unknown", itemised.toString());
    assertEquals("unknown", itemised.table().cell(3, "refund").text());
    assertFalse(itemised.table().toText().contains("USD 0.00"));
    assertEquals(
        "0 entries, refund USD 0.00", Refunds.ofRetroactiveLaw(usd(), List.of()).toString());
  }

  /**
   * The reasons of a retroactive law name what was not known when it was paid, and what is not
   * known now: two lists that a swap of the laws would exchange.
   */
  @Test
  void problems_tell_the_reasons_of_the_law_as_paid_and_as_due() {
    TariffBook book =
        TariffBook.us(
            BASE,
            TariffMeasure.adds("P", "8703", "*", "see the old note").withId("then"),
            TariffMeasure.adds("P", "8703", "*", "see the new note")
                .withId("now")
                .from("2025-06-01")
                .withKnownFrom("2025-07-01"));
    PastEntry entry = entry("e", "2025-06-10", "8703", "USD 100");
    Refunds.Refund refund = Refunds.ofRetroactiveLaw(book, List.of(entry)).refunds().get(0);
    assertTrue(refund.paid().orElseThrow().reasons().toString().contains("old note"));
    assertFalse(refund.paid().orElseThrow().reasons().toString().contains("new note"));
    assertTrue(refund.due().orElseThrow().reasons().toString().contains("new note"));
    String why = RefundTotals.ofRetroactiveLaw(book, List.of(entry)).problems(1).toCsv();
    assertTrue(why.contains("old note") && why.contains("new note"), why);
    assertTrue(why.indexOf("old note") < why.indexOf("new note"), why);
  }

  /** An entry on a later day of the same state of the law is explained by its own day. */
  @Test
  void problems_name_the_day_of_the_entry() {
    List<PastEntry> entries =
        List.of(
            entry("1", "2025-05-11", "0101", "USD 1"), entry("2", "2025-05-12", "0101", "USD 1"));
    Table problems = RefundTotals.ofRetroactiveLaw(usd(), entries).problems(2);
    assertTrue(problems.cell(0, "why").text().contains("2025-05-11"), problems.toText());
    assertTrue(problems.cell(1, "why").text().contains("2025-05-12"), problems.toText());
  }
}
