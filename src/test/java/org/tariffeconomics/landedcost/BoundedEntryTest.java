package org.tariffeconomics.landedcost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.tariffeconomics.basics.MoneyRange;
import org.tariffeconomics.landedcost.CustomsEntry.TaxLevel;
import org.tariffeconomics.reference.UsTariffs;
import org.tariffeconomics.tariff.DutyStack.Outcome;
import org.tariffeconomics.tariff.TariffBook;
import org.tariffeconomics.tariff.TariffLaw;
import org.tariffeconomics.tariff.TariffMeasure;

/** An entry with a line of which only is known what its duty lies within. */
class BoundedEntryTest {

  /** One preference that must be certified, one duty on old goods, one on steel by its weight. */
  private static final TariffBook BOOK =
      TariffBook.us(
          TariffMeasure.base("8703", "2.5%").withId("cars"),
          TariffMeasure.base("8418", "Free").withId("fridges"),
          TariffMeasure.base("6109", "16.5%").withId("shirts"),
          TariffMeasure.preference("KORUS", "*", "KR", "Free").withCondition("certified=yes"),
          TariffMeasure.adds("old", "8703", "*", "10%").withCondition("age>=25"),
          TariffMeasure.adds("metal", "8418", "*", "25%").withCondition("weight:steel>=0.15"));

  private static final TariffLaw LAW = BOOK.on("2026-11-23");

  private static Shipment goods(String line, String origin, String price) {
    return Shipment.of(line, origin, price).withFreight("USD 0").withInsurance("USD 0");
  }

  private static CustomsEntry entry(LandedCostCalculator terms) {
    return CustomsEntry.of(terms)
        .withMode(TransportMode.SEA)
        .withLine("fridge", goods("8418.10", "AU", "USD 1000"))
        .withLine("shirts", goods("6109.10", "IN", "USD 1000"));
  }

  private static Shipment declaring(Shipment goods, String fact, String value) {
    return goods.withFacts(goods.facts().withFact(fact, value));
  }

  private static String text(Optional<MoneyRange> range) {
    return range.map(MoneyRange::toString).orElse("unknown");
  }

  /**
   * By hand: duty of 0 or 250 and 165; MPF of 0.3464 % of 2,000 is 6.93, so the least of 34.58 that
   * stands for fiscal year 2027; HMF of 0.125 % is 2.50.
   */
  @Test
  void a_bounded_line_leaves_the_others_their_numbers_and_bounds_the_total() {
    EntryCost cost = entry(LandedCostCalculator.of("US")).price(LAW);
    assertEquals(Outcome.BOUNDED, cost.outcome());
    assertEquals("USD 165.00", cost.line("shirts").duty().orElseThrow().toString());
    assertEquals("USD 0.00 to USD 250.00", text(cost.line("fridge").dutyRange()));
    assertEquals("USD 165.00 to USD 415.00", text(cost.dutyRange()));
    assertEquals("USD 37.08", text(cost.feeRange()));
    assertEquals("USD 202.08 to USD 452.08", text(cost.payableRange()));
    assertEquals("USD 2202.08 to USD 2452.08", text(cost.range()));
    assertTrue(cost.payable().isEmpty() && cost.total().isEmpty() && cost.duty().isEmpty());
    assertEquals(
        "entry into US of 2 lines on 2026-11-23: payable USD 202.08 to USD 452.08:"
            + " fridge: decided by weight:steel (below 0.15: 0.0%; 0.15 or more: 25.0%)",
        cost.toString());
    assertTrue(cost.table().toText().contains("USD 165.00 to USD 415.00"), cost.table().toText());
    assertTrue(cost.filed().total().isEmpty());
    assertEquals("USD 202.08 to USD 452.08", text(cost.filed().range()));
  }

  /** What the United States charges a refrigerator of Australia: 10 % or 25 % by its steel. */
  @Test
  void the_bundled_law_bounds_an_entry() {
    EntryCost cost = entry(LandedCostCalculator.of("US")).price(UsTariffs.book().on("2026-05-01"));
    assertEquals(Outcome.BOUNDED, cost.outcome());
    assertEquals("USD 100.00 to USD 250.00", text(cost.line("fridge").dutyRange()));
    assertTrue(cost.reasons().get(0).startsWith("fridge: decided by weight:"), cost.toString());
  }

  @Test
  void the_bounds_are_kept_in_the_record_and_replayed() {
    EntryCost cost = entry(LandedCostCalculator.of("US")).price(LAW);
    EntryRecord record = cost.toRecord();
    assertEquals("202.08", String.valueOf(record.payableRange().lowest()));
    assertEquals("2452.08", String.valueOf(record.totalRange().highest()));
    EntryRecord back = EntryRecord.parse(record.toJson());
    assertEquals(record, back);
    assertTrue(back.replay(BOOK).isSame());
    TariffBook dearer =
        BOOK.with(
            TariffMeasure.adds("more metal", "8418", "*", "5%")
                .withCondition("weight:steel>=0.15"));
    assertTrue(
        back.replay(dearer).differences().stream()
            .anyMatch(d -> d.toString().contains("250") || d.toString().contains("range")),
        back.replay(dearer).toString());
  }

  /** A preference in doubt: the duty and the fee that it frees from are bounded together. */
  @Test
  void a_fee_in_doubt_bounds_the_entry() {
    EntryCost cost =
        CustomsEntry.of("US")
            .withMode(TransportMode.AIR)
            .withLine(
                "K",
                declaring(goods("8703.23.01", "KR", "USD 30000").withClaim("KORUS"), "age", "3"))
            .price(LAW);
    assertEquals("USD 0.00 to USD 750.00", text(cost.dutyRange()));
    assertEquals("USD 0.00 to USD 103.92", text(cost.feeRange()));
    assertEquals("USD 0.00 to USD 853.92", text(cost.payableRange()));
    assertEquals("USD 0.00 to USD 103.92", text(cost.line("K").range(CostLine.Kind.FEE)));
  }

  /** Without a value of a line not even bounds are known. */
  @Test
  void what_has_no_bounds_stays_unknown() {
    EntryCost cost =
        entry(LandedCostCalculator.of("US"))
            .withLine("X", goods("0101.39", "ZA", "USD 500"))
            .price(LAW);
    assertEquals(Outcome.UNDETERMINED, cost.outcome());
    assertEquals("unknown", text(cost.payableRange()));
    assertEquals("USD 0.00 to USD 250.00", text(cost.line("fridge").dutyRange()));
  }

  /** A tax on the ordinary duty alone is not moved by the duty that is left open. */
  @Test
  void taxes_are_bounded_by_what_they_are_charged_on() {
    LandedCostCalculator terms =
        LandedCostCalculator.of("US")
            .withFees(FeeSchedule.none())
            .withTax(ImportTax.of("VAT", "20%"))
            .withTax(
                ImportTax.of("surcharge", "10%").withBase(TaxBase.of(TaxBase.Part.BASIC_DUTY)));
    EntryCost cost = entry(terms).price(LAW);
    assertEquals("USD 433.00 to USD 483.00", text(cost.taxes().get(0).range()));
    assertEquals("USD 16.50", text(cost.taxes().get(1).range()));
    EntryCost together = entry(terms).withTaxLevel(TaxLevel.ENTRY).price(LAW);
    assertEquals("USD 433.00 to USD 483.00", text(together.taxes().get(0).range()));
  }

  @Provide
  Arbitrary<List<Integer>> kinds() {
    return Arbitraries.integers().between(0, 3).list().ofMinSize(1).ofMaxSize(3);
  }

  /**
   * Whatever is declared in the end, nothing lies outside what was told before; and where the lines
   * are few, the bounds are reached.
   */
  @Property(tries = 120)
  void every_way_that_it_may_turn_out_lies_within(
      @ForAll("kinds") List<Integer> kinds,
      @ForAll TaxLevel level,
      @ForAll boolean taxed,
      @ForAll("prices") int price) {
    LandedCostCalculator terms = LandedCostCalculator.of("US");
    if (taxed) {
      terms =
          terms
              .withTax(ImportTax.of("VAT", "19%"))
              .withTax(
                  ImportTax.of("local", "3.5%")
                      .withBase(TaxBase.of(TaxBase.Part.FEES, TaxBase.Part.BASIC_DUTY))
                      .withCredit(ImportTax.Credit.CREDITABLE));
    }
    CustomsEntry none = CustomsEntry.of(terms).withMode(TransportMode.SEA).withTaxLevel(level);
    List<CustomsEntry> ways = List.of(none);
    CustomsEntry open = none;
    for (int i = 0; i < kinds.size(); i++) {
      Shipment goods = open(kinds.get(i), price + i);
      open = open.withLine("L" + i, goods);
      List<CustomsEntry> more = new ArrayList<>();
      for (CustomsEntry each : ways) {
        for (Shipment told : told(kinds.get(i), goods)) {
          more.add(each.withLine("L" + i, told));
        }
      }
      ways = more;
    }
    EntryCost cost = open.price(LAW);
    assertTrue(cost.outcome() == Outcome.BOUNDED || cost.outcome() == Outcome.ASSESSED);
    MoneyRange payable = cost.payableRange().orElseThrow();
    Money least = payable.highest();
    Money most = payable.lowest();
    for (CustomsEntry each : ways) {
      EntryCost told = each.price(LAW);
      assertEquals(Outcome.ASSESSED, told.outcome(), told::toString);
      assertWithin(cost, told);
      least = told.payable().filter(least::isGreaterThan).orElse(least);
      most = told.payable().filter(most::isLessThan).orElse(most);
    }
    boolean feeIsTaxed = taxed && kinds.contains(2);
    if (level == TaxLevel.EACH_LINE && !feeIsTaxed) {
      assertEquals(payable, new MoneyRange(least, most), "reached");
    }
  }

  private static void assertWithin(EntryCost cost, EntryCost told) {
    assertTrue(cost.payableRange().orElseThrow().contains(told.payable().orElseThrow()));
    assertTrue(cost.range().orElseThrow().contains(told.total().orElseThrow()));
    assertTrue(cost.dutyRange().orElseThrow().contains(told.duty().orElseThrow()));
    assertTrue(cost.feeRange().orElseThrow().contains(told.feeTotal().orElseThrow()));
    assertTrue(cost.taxRange().orElseThrow().contains(told.taxTotal().orElseThrow()));
    for (EntryLine each : cost.lines()) {
      EntryLine one = told.line(each.name());
      assertTrue(
          each.range().orElseThrow().contains(EntryCost.money(one.total().orElseThrow())),
          () -> each.range() + " " + one.total() + each.costs() + one.costs());
      for (CostLine.Kind kind : CostLine.Kind.values()) {
        assertTrue(
            each.range(kind)
                .orElseThrow()
                .contains(EntryCost.money(one.amount(kind).orElseThrow())),
            () -> kind + " " + each.range(kind) + " " + one.amount(kind));
      }
    }
  }

  @Provide
  Arbitrary<Integer> prices() {
    return Arbitraries.integers().between(1, 300_000);
  }

  private static Shipment open(int kind, int price) {
    String worth = "USD " + price + ".37";
    return switch (kind) {
      case 0 -> goods("8703.23.01", "JP", worth);
      case 1 -> goods("8418.10", "AU", worth);
      case 2 -> goods("8703.23.01", "KR", worth).withClaim("KORUS");
      default -> goods("6109.10", "IN", worth);
    };
  }

  private static List<Shipment> told(int kind, Shipment goods) {
    List<Shipment> ages = List.of(declaring(goods, "age", "3"), declaring(goods, "age", "30"));
    return switch (kind) {
      case 0 -> ages;
      case 1 ->
          List.of(declaring(goods, "weight:steel", "0.1"), declaring(goods, "weight:steel", "1"));
      case 2 ->
          ages.stream()
              .flatMap(
                  g ->
                      List.of(declaring(g, "certified", "yes"), declaring(g, "certified", "no"))
                          .stream())
              .toList();
      default -> List.of(goods);
    };
  }
}
