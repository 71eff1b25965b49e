package org.tariffeconomics.tariff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.ProductScope;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.rate.DeclaredFacts;

/**
 * Of two measures with one condition each, neither of which is closer, a third may say what counts
 * where both are met; where none does, only a name could decide, and the book is refused.
 */
class TiesTest {

  private static final TariffMeasure BASE = TariffMeasure.base("8703", "Free").withId("base");

  private static final TariffMeasure OLD =
      TariffMeasure.adds("P", "8703", "*", "10%").withId("old").withCondition("age>=25");

  private static final TariffMeasure USED =
      TariffMeasure.adds("P", "8703", "*", "20%").withId("used").withCondition("end use=yes");

  private static final TariffMeasure BOTH = both("8703", "*");

  private static TariffMeasure both(String products, String origins) {
    return TariffMeasure.adds("P", products, origins, "5%")
        .withId("both")
        .withCondition("age>=25")
        .withCondition("end use=yes");
  }

  private static String rate(TariffBook book, String facts) {
    return book.on("2025-05-01")
        .stack(HsCode.of("8703.23.01"), Country.of("JP"), DeclaredFacts.parse(facts))
        .adValoremRate()
        .map(r -> r.toText(1))
        .orElse("open");
  }

  private static void assertRefused(UnaryOperator<TariffBook> made) {
    String message =
        assertThrows(IllegalArgumentException.class, () -> made.apply(TariffBook.us(BASE)))
            .getMessage();
    assertTrue(message.contains("'old:") && message.contains("'used:"), message);
  }

  private static void assertSettled(TariffMeasure third) {
    assertEquals("5.0%", rate(TariffBook.us(BASE, OLD, USED, third), "age=30; end use=yes"));
  }

  @Test
  void one_that_asks_for_both_settles_where_both_are_met() {
    assertSettled(BOTH);
    assertSettled(both("8703, 8704", "*"));
    TariffBook book = TariffBook.us(BASE, OLD, USED, BOTH);
    assertEquals("10.0%", rate(book, "age=30; end use=no"));
    assertEquals("20.0%", rate(book, "age=9; end use=yes"));
    assertRefused(b -> b.with(OLD, USED));
  }

  /** What is left out of either is left to no name. */
  @Test
  void one_that_leaves_goods_out_settles_where_the_others_leave_them_out_too() {
    assertRefused(b -> b.with(OLD, USED, both("8703 except 8703.23.01", "*")));
    assertRefused(b -> b.with(OLD, USED, both("8703 except 8703.10", "*")));
    TariffMeasure narrow =
        TariffMeasure.adds("P", "8703 except 8703.10", "*", "10%")
            .withId("old")
            .withCondition("age>=25");
    assertEquals(
        "5.0%",
        rate(
            TariffBook.us(BASE, narrow, USED, both("8703 except 8703.10", "*")),
            "age=30; end use=yes"));
    assertRefused(b -> b.with(narrow, USED, both("8703 except 8703.23", "*")));
  }

  @Test
  void one_that_asks_for_more_settles_nothing() {
    assertRefused(b -> b.with(OLD, USED, BOTH.withCondition("quota:Q=in")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"* except JP", "JP", "EU"})
  void one_for_some_origins_settles_nothing(String origins) {
    // a named origin is closer there, and leaves the others open
    assertRefused(b -> b.with(OLD, USED, both("8703", origins)));
  }

  @Test
  void one_of_other_days_settles_nothing() {
    assertRefused(b -> b.with(OLD, USED, BOTH.from("2025-06-01")));
    assertRefused(b -> b.with(OLD, USED, BOTH.until("2025-06-01")));
    TariffMeasure old = OLD.from("2025-06-01");
    assertEquals(
        "20.0%",
        rate(TariffBook.us(BASE, old, USED, BOTH.from("2025-06-01")), "age=30; end use=yes"));
  }

  /** As known before it was published, two measures were left that only their names told apart. */
  @Test
  void one_that_was_known_later_settles_nothing() {
    assertRefused(b -> b.with(OLD, USED, BOTH.withKnownFrom("2025-06-01")));
    assertRefused(
        b ->
            b.with(
                OLD.withKnownFrom("2025-03-01"),
                USED.withKnownFrom("2025-03-01"),
                BOTH.withKnownFrom("2025-03-02")));
    TariffBook together =
        TariffBook.us(
            BASE,
            OLD.withKnownFrom("2025-03-01"),
            USED.withKnownFrom("2025-03-01"),
            BOTH.withKnownFrom("2025-03-01"));
    assertEquals("5.0%", rate(together, "age=30; end use=yes"));
  }

  @Test
  void what_settled_cannot_be_taken_out_changed_or_ended_alone() {
    TariffBook book = TariffBook.us(BASE, OLD, USED, BOTH);
    List<UnaryOperator<TariffBook>> alone =
        List.of(
            b -> b.withoutMeasure("both"),
            b -> b.withoutMeasures(List.of("both", "base")),
            b -> b.ending("both", "2025-06-01"),
            b -> b.replacing(BOTH.withCondition("quota:Q=in")),
            b -> b.replacing(BOTH.withProducts(ProductScope.parse("8703.23"))),
            b -> b.overlaidBy(TariffBook.us(BOTH.withProducts(ProductScope.parse("8703.23")))));
    for (UnaryOperator<TariffBook> each : alone) {
      assertRefused(b -> each.apply(book));
    }
    assertEquals(
        "7.0%", rate(book.replacing(BOTH.withRate(Rate.percent("7"))), "age=30; end use=yes"));
    assertEquals(
        "7.0%",
        rate(
            book.overlaidBy(TariffBook.us(BOTH.withRate(Rate.percent("7")))),
            "age=30; end use=yes"));
    assertEquals("0.0%", rate(book.without("P"), "age=30; end use=yes"));
    TariffBook exchanged =
        book.withMeasuresInPlaceOf(
            List.of("both", "used"),
            List.of(USED.withRate(Rate.percent("30")), BOTH.withId("new")));
    assertEquals("5.0%", rate(exchanged, "age=30; end use=yes"));
    assertEquals("30.0%", rate(exchanged, "age=9; end use=yes"));
    assertRefused(b -> book.withMeasuresInPlaceOf(List.of("both"), List.of(other())));
    assertThrows(
        IllegalArgumentException.class,
        () -> book.withMeasuresInPlaceOf(List.of("nobody"), List.of(other())));
    assertEquals(
        book.withoutMeasures(List.of("both", "old")),
        book.withMeasuresInPlaceOf(List.of("both", "old"), List.of()));
    assertEquals(book.with(other()), book.withMeasuresInPlaceOf(List.of(), List.of(other())));
    assertEquals(
        "20.0%", rate(book.withoutMeasures(List.of("both", "old")), "age=30; end use=yes"));
  }

  private static TariffMeasure other() {
    return TariffMeasure.adds("Q", "8703", "*", "1%").withId("other");
  }

  /** An ordinary duty competes with those of every programme. */
  @Test
  void what_settled_ordinary_duties_cannot_be_taken_out_alone() {
    TariffMeasure old = TariffMeasure.of("MFN", Rule.BASE, "8703", "*", "10%").withId("old");
    TariffMeasure used = TariffMeasure.of("MFN", Rule.BASE, "8703", "*", "20%").withId("used");
    TariffMeasure both = TariffMeasure.of("Special", Rule.BASE, "8703", "*", "5%").withId("both");
    TariffBook book =
        TariffBook.us(
            BASE,
            old.withCondition("age>=25"),
            used.withCondition("end use=yes"),
            both.withCondition("age>=25").withCondition("end use=yes"));
    assertEquals("5.0%", rate(book, "age=30; end use=yes"));
    assertRefused(b -> book.without("Special"));
  }

  /** Known from the day on which the other begins: neither is the later law. */
  @Test
  void a_beginning_and_a_publication_on_one_day_are_no_order() {
    TariffMeasure undated = TariffMeasure.adds("P", "8703", "*", "10%").from("2025-05-01");
    TariffMeasure dated = TariffMeasure.adds("P", "8703", "*", "20%").withKnownFrom("2025-05-01");
    assertRefused(b -> b.with(undated.withId("old"), dated.withId("used")));
    TariffBook later =
        TariffBook.us(
            BASE, undated.withId("old"), dated.withKnownFrom("2025-04-30").withId("used"));
    assertEquals("10.0%", rate(later, ""), "begins after the other was known");
  }

  /** It was to begin with the other, and was repealed before: until that was known, both stood. */
  @Test
  void what_never_came_into_force_ties_as_it_was_known() {
    TariffMeasure repealed =
        TariffMeasure.adds("P", "8703", "*", "10%")
            .withId("old")
            .from("2025-05-01")
            .until("2025-05-01")
            .withKnownFrom(null, LocalDate.parse("2025-04-01"));
    TariffMeasure other = TariffMeasure.adds("P", "8703", "*", "20%").withId("used");
    assertRefused(b -> b.with(repealed, other.from("2025-05-01")));
    assertEquals("20.0%", rate(TariffBook.us(BASE, repealed, other.from("2025-04-30")), ""));
  }

  @Test
  void conflicts_are_values() {
    List<Conflict> found = TariffBook.conflicts(List.of(OLD, USED), List.of());
    assertEquals(1, found.size());
    assertEquals(Conflict.Kind.OVERLAP, found.get(0).kind());
    assertEquals(List.of(OLD, USED), found.get(0).measures());
    assertEquals(List.of(), TariffBook.conflicts(List.of(OLD, USED, BOTH), List.of()));
    assertEquals(
        Optional.empty(), TariffBook.conflicts(List.of(BOTH), List.of()).stream().findAny());
  }
}
