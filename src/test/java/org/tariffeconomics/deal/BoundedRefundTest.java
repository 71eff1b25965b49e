package org.tariffeconomics.deal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.MoneyRange;
import org.tariffeconomics.rate.DeclaredFacts;
import org.tariffeconomics.rate.DeclaredOrigin;
import org.tariffeconomics.reference.UsTariffs;
import org.tariffeconomics.tariff.RoundingPolicy;
import org.tariffeconomics.tariff.TariffBook;
import org.tariffeconomics.tariff.TariffMeasure;

/** Refunds of entries of which a duty is only bounded. */
class BoundedRefundTest {

  private static final TariffBook BOOK =
      TariffBook.us(
          TariffMeasure.base("8703.10", "2.5%").withId("small"),
          TariffMeasure.base("8703.20", "5%").withId("large"),
          TariffMeasure.base("8418", "Free").withId("fridges"),
          TariffMeasure.adds("emergency", "*", "*", "10%"),
          TariffMeasure.adds("old", "8703", "*", "20%").withCondition("age>=25"),
          TariffMeasure.adds("metal", "8418", "*", "25%").withCondition("weight:steel>=0.15"));

  private static final List<String> DECLARED =
      List.of("weight:steel=0.1", "weight:steel=0.15", "weight:steel=0.9");

  private static PastEntry entry(String id, String line, String declared, String value) {
    return new PastEntry(
        id,
        LocalDate.parse("2025-06-10"),
        HsCode.of(line),
        new DeclaredOrigin(Country.of("DE"), DeclaredFacts.parse(declared)),
        BigMoney.parse(value),
        List.of());
  }

  private static PastEntry fridge(String declared, String value) {
    return entry("f", "8418.10", declared, value);
  }

  /** The emergency duty is the same whatever the steel: exactly 10 % of 1,000 comes back. */
  @Test
  void what_is_open_on_both_sides_does_not_widen_a_refund() {
    Refunds refunds = Refunds.ofVoidProgramme(BOOK, "emergency", List.of(fridge("", "USD 1000")));
    Refunds.Refund refund = refunds.refunds().get(0);
    assertEquals("USD 100.00", refund.amount().orElseThrow().toString());
    assertEquals(
        "USD 100.00 to USD 350.00", refund.paid().orElseThrow().range().orElseThrow().toString());
    assertEquals("1 entries, refund USD 100.00", refunds.toString());
  }

  @Test
  void a_refund_that_depends_on_what_is_open_is_bounded() {
    List<PastEntry> entries =
        List.of(fridge("", "USD 1000"), fridge("weight:steel=0.9", "USD 500"));
    Refunds refunds = Refunds.ofVoidProgramme(BOOK, "metal", entries);
    assertEquals("USD 125.00 to USD 375.00", refunds.range().toString());
    assertEquals("USD 125.00", refunds.total().toString());
    assertEquals(1, refunds.bounded());
    assertEquals(0, refunds.unknown());
    assertTrue(refunds.problems().isEmpty());
    assertTrue(refunds.table().toText().contains("USD 125.00 to USD 375.00"));
    RefundTotals totals = RefundTotals.ofVoidProgramme(BOOK, "metal", entries);
    assertEquals(refunds.range(), totals.range());
    assertEquals("USD 0.00 to USD 250.00", totals.range(0).orElseThrow().toString());
    assertEquals("2 entries, refund USD 125.00 to USD 375.00", totals.toString());
    assertTrue(totals.byMonth().toText().contains("1 entries are bounded"));
  }

  /** Interest of 370 days at 6 % on at most 1,000 is at most 62.70 (the vector of one entry). */
  @Test
  void interest_and_claims_are_bounded_with_the_refund() {
    PastEntry entry = PastEntry.of("e", "2025-05-10", "8418.10", "DE", "USD 4000");
    LocalDate back = LocalDate.parse("2026-05-15");
    InterestRates six = InterestRates.constant("6%");
    RefundClaims claims =
        RefundClaims.of(Refunds.ofVoidProgramme(BOOK, "metal", List.of(entry)))
            .withInterest(six, back);
    assertEquals("USD 0.00 to USD 62.70", claims.interestRange().toString());
    assertEquals("USD 0.00 to USD 1062.70", claims.range().toString());
    assertEquals(0, claims.unknown());
    assertEquals(List.of("Entry Number\ne\n"), claims.portalLists(LocalDate.parse("2026-05-15")));
    assertEquals(
        "USD 0.00 to USD 62.70",
        RefundTotals.ofVoidProgramme(BOOK, "metal", List.of(entry))
            .interestRange(six, back)
            .orElseThrow()
            .toString());
  }

  /**
   * A heading of the bundled law: the reciprocal duty of 10 % (EO 14257) was charged on those of
   * its lines alone that no other duty keeps it from, and every line of it lies within the range.
   */
  @Test
  void a_heading_is_bounded_by_all_its_lines() {
    TariffBook law = UsTariffs.book();
    PastEntry heading = PastEntry.of("h", "2025-05-10", "7326", "DE", "USD 1000");
    MoneyRange range = Refunds.ofVoidProgramme(law, "IEEPA reciprocal", List.of(heading)).range();
    for (String line : List.of("7326.11.00", "7326.20.00", "7326.90.86")) {
      for (String facts : List.of("content:steel=0", "content:steel=1", "content:steel=0.4")) {
        PastEntry one =
            new PastEntry(
                "l",
                heading.day(),
                HsCode.of(line),
                new DeclaredOrigin(Country.of("DE"), DeclaredFacts.parse(facts)),
                heading.customsValue(),
                List.of());
        Refunds.ofVoidProgramme(law, "IEEPA reciprocal", List.of(one))
            .refunds()
            .get(0)
            .range()
            .ifPresent(
                told ->
                    assertTrue(
                        range.contains(told.lowest()) && range.contains(told.highest()),
                        () -> line + " " + facts + ": " + told + " but " + range));
      }
    }
  }

  @Provide
  Arbitrary<String> lines() {
    return Arbitraries.of("8703.10", "8418.10", "8703.20");
  }

  @Provide
  Arbitrary<String> programmes() {
    return Arbitraries.of("emergency", "old", "metal");
  }

  @Provide
  Arbitrary<Integer> values() {
    return Arbitraries.integers().between(0, 99_999);
  }

  /** Whatever is declared in the end, the refund is within the range. */
  @Property(tries = 200)
  void every_way_that_it_may_turn_out_lies_within(
      @ForAll("lines") String line,
      @ForAll("programmes") String programme,
      @ForAll("values") int value) {
    String worth = "USD " + value + ".37";
    MoneyRange range =
        Refunds.ofVoidProgramme(BOOK, programme, List.of(entry("e", line, "", worth))).range();
    assertEquals(
        range,
        RefundTotals.ofVoidProgramme(BOOK, programme, List.of(entry("e", line, "", worth)))
            .range());
    List<Money> told = new ArrayList<>();
    List<String> declared = line.startsWith("8418") ? DECLARED : List.of("age=3", "age=30");
    for (String facts : declared) {
      told.add(
          Refunds.ofVoidProgramme(BOOK, programme, List.of(entry("e", line, facts, worth)))
              .refunds()
              .get(0)
              .amount()
              .orElseThrow());
    }
    assertTrue(told.stream().allMatch(range::contains), () -> range + " " + told);
    assertTrue(told.contains(range.lowest()) && told.contains(range.highest()), "reached");
  }

  /** The same law on both sides gives nothing back, however much is left open. */
  @Property(tries = 50)
  void under_the_same_law_nothing_comes_back(
      @ForAll("lines") String line, @ForAll("values") int value) {
    List<PastEntry> entries = List.of(entry("e", line, "", "USD " + value));
    Refunds refunds = Refunds.ofRetroactiveLaw(BOOK, entries);
    assertEquals("USD 0.00", refunds.range().toString());
    assertEquals(0, refunds.unknown() + refunds.bounded());
  }

  /**
   * Wine pays by the litre, and how many nobody stated: that goes out, and the 10 % of a void
   * programme on 1,000 come back; what is void by the litre itself does not.
   */
  @Test
  void a_duty_that_is_not_known_and_the_same_goes_out() {
    TariffBook wine =
        TariffBook.us(
            TariffMeasure.base("2204", "USD 0.063/l"),
            TariffMeasure.adds("P", "2204", "*", "10%"),
            TariffMeasure.adds("Q", "2204", "*", "USD 1/l"),
            TariffMeasure.topsUpTo("R", "2204", "CH", "15%"));
    List<PastEntry> french = List.of(PastEntry.of("e", "2025-06-10", "2204.10", "FR", "USD 1000"));
    assertEquals("USD 100.00", voided(wine, "P", french));
    assertEquals("unknown", voided(wine, "Q", french));
    List<PastEntry> swiss = List.of(PastEntry.of("e", "2025-06-10", "2204.10", "CH", "USD 1000"));
    assertEquals("USD 100.00", voided(wine, "P", swiss));
    assertEquals("unknown", voided(wine, "R", swiss));
    TariffBook later =
        TariffBook.us(
            TariffMeasure.base("2204", "USD 0.063/l").withId("old").until("2025-06-01"),
            TariffMeasure.base("2204", "USD 0.05/l")
                .withId("new")
                .from("2025-06-01")
                .withKnownFrom("2025-07-01"));
    assertEquals(
        1, Refunds.ofRetroactiveLaw(later, french).problems().size(), "another ordinary duty");
  }

  /** Where only the total is rounded, parts that are not known may move a cent. */
  @Test
  void what_is_rounded_together_does_not_go_out() {
    TariffBook total =
        TariffBook.of(
            "US",
            CurrencyUnit.USD,
            new RoundingPolicy(2, RoundingMode.HALF_UP, RoundingPolicy.Level.TOTAL),
            List.of(
                TariffMeasure.base("2204", "USD 0.063/l"),
                TariffMeasure.adds("P", "2204", "*", "10%")));
    assertEquals(
        "unknown",
        voided(total, "P", List.of(PastEntry.of("e", "2025-06-10", "2204.10", "FR", "USD 1000"))));
  }

  /** Entry by entry and in totals the same. */
  private static String voided(TariffBook book, String programme, List<PastEntry> entries) {
    Refunds refunds = Refunds.ofVoidProgramme(book, programme, entries);
    RefundTotals totals = RefundTotals.ofVoidProgramme(book, programme, entries);
    assertEquals(refunds.total(), totals.total());
    return refunds.refunds().get(0).amount().map(Money::toString).orElse("unknown");
  }
}
