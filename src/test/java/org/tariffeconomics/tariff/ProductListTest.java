package org.tariffeconomics.tariff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.ProductScope;
import org.tariffeconomics.basics.Source;
import org.tariffeconomics.basics.Source.Verification;
import org.tariffeconomics.basics.Validity;
import org.tariffeconomics.rate.Condition;
import org.tariffeconomics.rate.DeclaredFacts;
import org.tariffeconomics.reading.Facts;
import org.tariffeconomics.tariff.DutyStack.Outcome;
import org.tariffeconomics.tariff.ProductList.Entry;

/** Lists of products: what they say on a day, and what becomes of a measure for their goods. */
class ProductListTest {

  private static final LocalDate MAY = LocalDate.parse("2025-05-01");
  private static final LocalDate OCTOBER = LocalDate.parse("2025-10-20");

  /** Lumber leaves the list when another law takes it; parts count only for aircraft. */
  private static final ProductList LIST =
      ProductList.of("Annex II")
          .with(Entry.of("4407, 7403 except 4407.11.00.20", "2025-04-05"))
          .with(Entry.of("4403", "2025-04-05").withUntil("2025-10-14"))
          .with(Entry.of("3926.90.99", "2025-04-05").withCondition("civil aircraft=yes"));

  private static final TariffMeasure EXEMPT =
      TariffMeasure.exempts("lists", "*", "*", "reciprocal")
          .withId("exempt")
          .from("2025-04-05")
          .until("2026-02-24");

  private static final TariffBook BOOK =
      TariffBook.us(
              TariffMeasure.base("44", "Free"),
              TariffMeasure.base("39", "5%").withId("base 39"),
              TariffMeasure.adds("reciprocal", "*", "*", "10%"))
          .withAll(LIST.apply(EXEMPT));

  private static DutyStack stack(LocalDate day, String line, String facts) {
    return BOOK.on(day).stack(HsCode.of(line), Country.of("DE"), DeclaredFacts.parse(facts));
  }

  private static String rate(LocalDate day, String line, String facts) {
    return stack(day, line, facts).adValoremRate().map(Object::toString).orElse("open");
  }

  @Test
  void a_list_says_what_it_lists_on_a_day() {
    assertTrue(LIST.contains(HsCode.of("4407.19.00"), MAY));
    assertFalse(LIST.contains(HsCode.of("4407.11.00.20"), MAY));
    assertTrue(LIST.contains(HsCode.of("4403.11.00"), MAY));
    assertFalse(LIST.contains(HsCode.of("4403.11.00"), OCTOBER));
    // listed, but not for all goods
    assertFalse(LIST.contains(HsCode.of("3926.90.99"), MAY));
    assertEquals(1, LIST.entries(HsCode.of("3926.90.99.89"), MAY).size());
    assertEquals(4, LIST.size());
    assertEquals("Annex II, 4 codes", LIST.toString());
  }

  @Test
  void a_measure_for_a_list_acts_on_each_code_on_its_days() {
    assertEquals("0%", rate(MAY, "4403.11.00", ""));
    assertEquals("10%", rate(OCTOBER, "4403.11.00", ""));
    assertEquals("0%", rate(OCTOBER, "4407.19.00", ""));
    assertEquals("10%", rate(OCTOBER, "4407.11.00.20", ""));
  }

  @Test
  void words_are_neither_charged_nor_freed_as_long_as_they_are_open() {
    assertNotEquals(Outcome.ASSESSED, stack(MAY, "3926.90.99", "").outcome());
    assertEquals("5%", rate(MAY, "3926.90.99", "civil aircraft=yes"));
    assertEquals("15%", rate(MAY, "3926.90.99", "civil aircraft=no"));
  }

  @Test
  void the_measures_of_a_list_are_named_after_their_words_and_days() {
    assertEquals(
        List.of("exempt", "exempt, until 2025-10-14", "exempt (2)"),
        LIST.apply(EXEMPT).stream().map(TariffMeasure::id).toList());
  }

  /** A list that was not read in its source leaves the duty open until it is confirmed. */
  @Test
  void what_was_not_verified_waits_for_a_fact_that_confirms_it() {
    Source copied = new Source("a copy", null, "", Verification.UNVERIFIED);
    ProductList list =
        ProductList.of(
            "copied",
            List.of(
                new Entry(ProductScope.parse("3926"), "", List.of(), Validity.always(), copied)));
    assertFalse(list.contains(HsCode.of("3926"), MAY));
    assertEquals(
        List.of(Condition.parse("list confirmed:copied=yes")),
        list.apply(EXEMPT, Facts.VERIFIED_ONLY).get(0).conditions());
    TariffMeasure taken = list.apply(EXEMPT, Facts.INCLUDING_UNVERIFIED).get(0);
    assertEquals(List.of(), taken.conditions());
    assertEquals(Verification.UNVERIFIED, taken.source().verification());
  }

  /** What is listed later is known later, and what is taken off says when that was published. */
  @Test
  void both_clocks_of_the_list_count() {
    Validity amended =
        Validity.from("2025-08-18")
            .withKnownFrom("2025-08-19")
            .until("2025-10-14")
            .withEndKnownFrom("2025-09-29");
    ProductList list =
        ProductList.of(
            "amended",
            List.of(
                new Entry(
                    ProductScope.parse("8418"), "", List.of(), amended, Source.user("user"))));
    TariffMeasure measure = list.apply(EXEMPT.withKnownFrom("2025-04-02")).get(0);
    assertEquals(Optional.of(LocalDate.parse("2025-08-19")), measure.validity().knownFrom());
    assertEquals(Optional.of(LocalDate.parse("2025-09-29")), measure.validity().endKnownFrom());
    assertEquals(LocalDate.parse("2025-08-18"), measure.inForce().getStart());
  }

  @Test
  void what_never_meets_is_no_measure() {
    TariffMeasure later = EXEMPT.withId("later").until("2027-01-01").from("2026-01-01");
    assertEquals(
        List.of("4407, 7403 except 4407.11.00.20", "3926.90.99"),
        LIST.apply(later).stream().map(m -> m.products().toString()).toList());
  }

  @Test
  void words_without_a_condition_are_refused() {
    IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class,
            () ->
                new Entry(
                    ProductScope.parse("8708"),
                    "parts of vehicles",
                    List.of(),
                    Validity.always(),
                    Source.user("user")));
    assertTrue(refused.getMessage().contains("'parts of vehicles'"), refused.getMessage());
    assertThrows(IllegalArgumentException.class, () -> ProductList.of(" "));
  }

  @Test
  void lists_are_values() {
    assertEquals(LIST, ProductList.of("Annex II", LIST.entries()));
    assertEquals(LIST.hashCode(), ProductList.of("Annex II", LIST.entries()).hashCode());
    assertNotEquals(LIST, ProductList.of("Annex III", LIST.entries()));
    assertEquals(3, LIST.table().rows().size());
  }

  /** The first measure keeps the name; others are told apart by their words, then their days. */
  @Test
  void measures_of_a_list_have_names_of_their_own_and_both_sources() {
    ProductList list =
        ProductList.of("parts")
            .with(Entry.of("8708", "2025-01-01"))
            .with(Entry.of("8709", "2025-06-01"))
            .with(Entry.of("8710", "2025-01-01").withUntil("2025-10-01"))
            .with(Entry.of("8711", "2025-01-01").withCondition("engine=yes"));
    assertEquals("parts", list.name());
    assertEquals(4, list.entries().size());
    TariffMeasure template =
        TariffMeasure.adds("S", "*", "*", "10%").withId("S parts").from("2025-04-05");
    List<TariffMeasure> measures = list.apply(template);
    assertEquals(
        List.of("S parts", "S parts, from 2025-06-01", "S parts, until 2025-10-01", "S parts (2)"),
        measures.stream().map(TariffMeasure::id).toList());
    assertEquals("8710", measures.get(2).products().toString());
    assertEquals(
        List.of("2025-04-05", "2025-06-01", "2025-04-05", "2025-04-05"),
        measures.stream().map(m -> m.inForce().getStart().toString()).toList());
    assertEquals("2025-10-01", measures.get(2).inForce().getEnd().toString());
    assertEquals("[engine=yes]", measures.get(3).conditions().toString());
    assertEquals(
        "A product list must have a name, but it was blank",
        assertThrows(IllegalArgumentException.class, () -> ProductList.of(" ")).getMessage());
  }

  /** What begins later was published later; a day that neither knows is none. */
  @Test
  void the_later_publication_counts() {
    TariffMeasure template = TariffMeasure.adds("S", "*", "*", "10%").from("2025-04-05");
    ProductList plain = ProductList.of("list").with(Entry.of("8708", "2025-01-01"));
    assertEquals(Optional.empty(), plain.apply(template).get(0).validity().knownFrom());
    assertEquals(
        "2025-03-26",
        plain
            .apply(template.withKnownFrom("2025-03-26"))
            .get(0)
            .validity()
            .knownFrom()
            .orElseThrow()
            .toString());
  }

  /** Each measure cites both places, and is as well checked as the weaker of the two. */
  @Test
  void the_source_of_a_listed_measure_is_both() {
    Source document = new Source("order", MAY, "clause 1", Verification.VERIFIED);
    Source annex = new Source("annex", MAY, "page 7", Verification.UNVERIFIED);
    Source bare = new Source("annex", MAY, "", Verification.PARTLY);
    TariffMeasure template = TariffMeasure.adds("S", "*", "*", "10%").withSource(document);
    assertEquals(
        new Source("order", MAY, "clause 1; page 7", Verification.UNVERIFIED),
        listed(template, annex).source());
    assertEquals(
        new Source("order", MAY, "clause 1", Verification.PARTLY), listed(template, bare).source());
    assertEquals(
        new Source("annex", MAY, "page 7", Verification.UNVERIFIED),
        listed(template.withSource(annex), uncited()).source());
  }

  private static Source uncited() {
    return new Source("order", MAY, "", Verification.VERIFIED);
  }

  private static TariffMeasure listed(TariffMeasure template, Source source) {
    Entry entry = new Entry(ProductScope.parse("8708"), "", List.of(), Validity.always(), source);
    return ProductList.of("list").with(entry).apply(template, Facts.INCLUDING_UNVERIFIED).get(0);
  }

  /** A measure that was stopped before it began is listed where the list held its day. */
  @Test
  void a_measure_that_never_came_into_force_is_listed_on_its_day() {
    TariffMeasure never =
        TariffMeasure.adds("S", "*", "*", "10%").from("2025-04-05").until("2025-04-05");
    ProductList list = ProductList.of("list").with(Entry.of("8708", "2025-04-01"));
    assertEquals(1, list.apply(never).size());
    assertEquals(never.validity(), list.apply(never).get(0).validity());
    ProductList later = ProductList.of("list").with(Entry.of("8708", "2025-04-06"));
    assertEquals(List.of(), later.apply(never));
  }
}
