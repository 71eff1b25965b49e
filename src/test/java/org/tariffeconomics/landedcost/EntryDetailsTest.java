package org.tariffeconomics.landedcost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.tariffeconomics.basics.ExchangeRates;
import org.tariffeconomics.basics.Quantity;
import org.tariffeconomics.landedcost.FiledEntry.Part;
import org.tariffeconomics.landedcost.FiledEntry.Row;
import org.tariffeconomics.quota.TariffQuota;
import org.tariffeconomics.rate.DeclaredFacts;
import org.tariffeconomics.rate.Portion;
import org.tariffeconomics.reference.UsTariffs;
import org.tariffeconomics.report.Cell;
import org.tariffeconomics.tariff.DutyStack.Outcome;
import org.tariffeconomics.tariff.RoundingPolicy;
import org.tariffeconomics.tariff.Rule;
import org.tariffeconomics.tariff.TariffBook;
import org.tariffeconomics.tariff.TariffLaw;
import org.tariffeconomics.tariff.TariffMeasure;

/** How an entry is filed, shown and stamped, line by line; sums are worked by hand. */
class EntryDetailsTest {

  private static Shipment goods(String line, String origin, String price) {
    return Shipment.of(line, origin, price).withFreight("USD 0").withInsurance("USD 0");
  }

  private static EntryCost price(TariffBook book, Shipment goods) {
    return CustomsEntry.of("US")
        .withMode(TransportMode.AIR)
        .withLine("1", goods)
        .price(book.on("2026-11-23"));
  }

  private static List<Row> rows(EntryCost cost, Part part) {
    return cost.filed().rows().stream().filter(r -> r.part() == part).toList();
  }

  // --- as it is filed

  /**
   * CSMS 18-000624 and 64680374: section 301, fentanyl, reciprocal, section 122, then sections 232
   * and 201; the ranges of the emergency powers' headings are those of their orders (9903.01.25 to
   * .76 and 9903.02 are reciprocal).
   */
  @Test
  void headings_stand_in_the_order_of_the_remedies() {
    List<String> order =
        List.of(
            "9903.88.15",
            "9903.91.01",
            "9903.92.10",
            "9903.05.44",
            "9903.06.01", // section 301
            "9903.01.24",
            "9903.01.77", // emergency powers, other orders
            "9903.01.25",
            "9903.01.76",
            "9903.02.02", // reciprocal
            "9903.03.01", // section 122
            "9903.45.25",
            "9903.94.01", // sections 201 and 232
            "9904.01.01"); // others
    TariffBook book = TariffBook.us(TariffMeasure.base("8703", "2.5%"));
    for (String heading : order) {
      book = book.with(TariffMeasure.adds("of " + heading, "8703", "*", "1%").withId(heading));
    }
    List<String> filed = new ArrayList<>();
    for (Row row : rows(price(book, goods("8703.23.01", "CN", "USD 1000")), Part.CHAPTER_99)) {
      filed.add(row.headings().get(0));
    }
    assertEquals(kinds(order), kinds(filed));
    assertEquals(order.stream().sorted().toList(), filed.stream().sorted().toList());
    EntryCost unnamed =
        price(
            TariffBook.us(
                TariffMeasure.base("8703", "2.5%"),
                TariffMeasure.adds("a", "8703", "*", "1%").withId("no heading"),
                TariffMeasure.adds("b", "8703", "*", "1%").withId("9903.94.01")),
            goods("8703.23.01", "CN", "USD 1000"));
    assertEquals(
        List.of("9903.94.01", "heading not known"),
        rows(unnamed, Part.CHAPTER_99).stream().map(Row::headingText).toList());
  }

  /** The kind of remedy of each heading, by the first six digits and the range of the first. */
  private static List<String> kinds(List<String> headings) {
    return headings.stream()
        .map(
            h ->
                switch (h) {
                  case "9903.88.15", "9903.91.01", "9903.92.10", "9903.05.44", "9903.06.01" ->
                      "301";
                  case "9903.01.24", "9903.01.77" -> "fentanyl";
                  case "9903.01.25", "9903.01.76", "9903.02.02" -> "reciprocal";
                  case "9903.03.01" -> "122";
                  case "9904.01.01" -> "other";
                  default -> "232 or 201";
                })
        .toList();
  }

  /** A rate all-in on a part of the value is on top: the ordinary duty of 25 stays on its line. */
  @Test
  void only_what_is_all_in_on_the_whole_value_replaces_the_ordinary_duty() {
    TariffMeasure part =
        TariffMeasure.topsUpTo("S232 metal", "8703", "*", "15%")
            .withPortion(Portion.contentOf("steel"));
    EntryCost cost =
        price(
            TariffBook.us(TariffMeasure.base("8703", "2.5%").withId("cars"), part),
            goods("8703.23.01", "JP", "USD 1000")
                .withFacts(DeclaredFacts.none().withContent("steel", new BigDecimal("0.4"))));
    Row commodity = rows(cost, Part.COMMODITY).get(0);
    assertEquals("MFN 2.5%", commodity.what());
    assertEquals(0, commodity.duty().orElseThrow().compareTo(BigMoney.parse("USD 25")));
    assertEquals(cost.duty().orElseThrow().toBigMoney().getAmount(), sum(cost));
    EntryCost whole =
        price(
            TariffBook.us(
                TariffMeasure.base("8703", "2.5%"),
                TariffMeasure.topsUpTo("S232 autos", "8703", "*", "15%")),
            goods("8703.23.01", "JP", "USD 1000"));
    assertEquals("MFN 2.5%, replaced", rows(whole, Part.COMMODITY).get(0).what());
    assertEquals(
        0,
        rows(whole, Part.CHAPTER_99)
            .get(0)
            .duty()
            .orElseThrow()
            .compareTo(BigMoney.parse("USD 150")));
  }

  private static BigDecimal sum(EntryCost cost) {
    return cost.filed().rows().stream()
        .filter(r -> r.part() != Part.FEE)
        .map(r -> r.duty().orElseThrow().getAmount())
        .reduce(BigDecimal.ZERO, BigDecimal::add)
        .setScale(2);
  }

  /** What is left open is no amount on the line of the commodity: 2.5 % of it may be no duty. */
  @Test
  void a_commodity_whose_duty_is_left_open_reports_none() {
    EntryCost cost =
        price(
            TariffBook.us(
                TariffMeasure.base("8703", "2.5%"),
                TariffMeasure.preference("P", "*", "KR", "Free").withCondition("certified=yes")),
            goods("8703.23.01", "KR", "USD 1000").withClaim("P"));
    assertEquals(Outcome.BOUNDED, cost.outcome());
    assertTrue(rows(cost, Part.COMMODITY).get(0).duty().isEmpty());
    assertTrue(cost.filed().total().isEmpty());
  }

  // --- as a table

  /** Duty 100 of 1,000, VAT 220 and a creditable 110 of 1,100: 1,430 in all. */
  @Test
  void a_line_shows_both_kinds_of_taxes() {
    LandedCostCalculator terms =
        LandedCostCalculator.of("US")
            .withFees(FeeSchedule.none())
            .withTax(ImportTax.of("excise", "20%"))
            .withTax(ImportTax.of("VAT", "10%").withCredit(ImportTax.Credit.CREDITABLE));
    EntryCost cost =
        CustomsEntry.of(terms)
            .withLine("1", goods("8703.23.01", "JP", "USD 1000"))
            .price(TariffBook.us(TariffMeasure.base("8703", "10%")).on("2026-11-23"));
    List<String> line = cost.table().rows().get(0).stream().map(Cell::text).toList();
    assertEquals(
        List.of("USD 1,000.00", "USD 100.00", "USD 0.00", "USD 330.00"), line.subList(3, 7));
    assertTrue(
        cost.table()
            .toText()
            .contains("payable USD 430.00, of it excise USD 220.00, VAT USD 110.00"),
        cost.table().toText());
  }

  @Test
  void a_line_that_is_not_known_says_why_in_its_cells() {
    EntryCost cost =
        price(
            TariffBook.us(TariffMeasure.base("8703", "USD 1/kg")),
            goods("8703.23.01", "JP", "USD 1000"));
    Cell duty = cost.table().rows().get(0).get(4);
    assertFalse(duty.isKnown());
    assertTrue(duty.note().contains("kg"), duty.note());
    assertEquals("unknown", duty.text());
    EntryCost banned =
        price(
            TariffBook.us(
                TariffMeasure.base("8703", "1%"),
                TariffMeasure.of("ban", Rule.PROHIBITS, "8703", "*", "Free")),
            goods("8703.23.01", "JP", "USD 1000"));
    assertEquals("prohibited", banned.table().rows().get(0).get(4).text());
  }

  // --- under a quota

  /** Half of it within and free, half above with a duty by weight of an unknown unit. */
  @Test
  void a_line_that_a_quota_splits_is_as_open_as_its_worse_half() {
    assertEquals(Outcome.ASSESSED, half(TariffMeasure.adds("o", "0406", "*", "10%")).outcome());
    EntryCost bounded = half(TariffMeasure.adds("o", "0406", "*", "10%").withCondition("age>=2"));
    assertEquals(Outcome.BOUNDED, bounded.outcome());
    assertEquals("USD 0.00 to USD 50.00", bounded.dutyRange().orElseThrow().toString());
    EntryCost open = half(TariffMeasure.adds("o", "0406", "*", "USD 2/l"));
    assertEquals(Outcome.UNDETERMINED, open.outcome());
    assertTrue(
        open.reasons().stream().anyMatch(r -> r.contains("above quota cheese: ")),
        open.reasons().toString());
    assertEquals(
        Outcome.PROHIBITED,
        half(TariffMeasure.of("ban", Rule.PROHIBITS, "0406", "*", "Free")).outcome());
  }

  private static EntryCost half(TariffMeasure above) {
    TariffLaw law =
        TariffBook.us(TariffMeasure.base("0406", "Free"), above.withCondition("quota:cheese=out"))
            .on("2026-11-23");
    return CustomsEntry.of(LandedCostCalculator.of("US").withFees(FeeSchedule.none()))
        .withLine("1", goods("0406.10", "FR", "USD 1000").withQuantity("100 kg"))
        .withQuota(
            new TariffQuota("cheese", Quantity.parse("100 kg"), Quantity.parse("50 kg")), "1")
        .price(law);
  }

  /** Two lines of 400 kg, 300 kg left: stated apart, each would take the 300 for itself. */
  @Test
  void what_is_left_of_a_quota_counts_once() {
    TariffQuota quota =
        new TariffQuota("cheese", Quantity.parse("1000 kg"), Quantity.parse("700 kg"));
    CustomsEntry entry =
        CustomsEntry.of("US")
            .withLine("a", goods("0406.10", "FR", "USD 4000").withQuantity("400 kg"))
            .withLine("b", goods("0406.10", "FR", "USD 4000").withQuantity("400 kg"))
            .withQuota(quota, "a");
    refused("name all its lines together, also a", () -> entry.withQuota(quota, "b"));
    TariffLaw law =
        TariffBook.us(
                TariffMeasure.base("0406", "1%").withId("in").withCondition("quota:cheese=in"),
                TariffMeasure.base("0406", "9%").withId("out").withCondition("quota:cheese=out"))
            .on("2026-11-23");
    CustomsEntry stated =
        CustomsEntry.of("US")
            .withLine(
                "a",
                goods("0406.10", "FR", "USD 4000")
                    .withQuantity("400 kg")
                    .withFacts(DeclaredFacts.parse("quota:cheese=out")))
            .withQuota(quota, "a");
    refused("do not declare quota:cheese=out", () -> stated.price(law));
  }

  @Test
  void a_case_is_deposited_once_on_a_line() {
    CustomsEntry entry =
        CustomsEntry.of("US")
            .withLine("a", goods("8703.23.01", "JP", "USD 1000"))
            .withDeposit("a", Deposit.of("A-570-831", "10%"));
    refused("each case is paid once", () -> entry.withDeposit("a", Deposit.of("A-570-831", "10%")));
    assertEquals(2, entry.withDeposit("a", Deposit.of("C-570-832", "5%")).deposits("a").size());
  }

  private static void refused(String words, Executable call) {
    String message = assertThrows(IllegalArgumentException.class, call).getMessage();
    assertTrue(message.contains(words), message);
  }

  // --- what stands under it

  @Test
  void every_assumption_stands_in_the_stamp() {
    Shipment euros =
        Shipment.of("8703.23.01", "DE", "EUR 1000")
            .withExchangeRates(ExchangeRates.parse("EUR/USD=1.1"))
            .withFacts(DeclaredFacts.parse("colour=red"));
    List<String> assumed =
        CustomsEntry.of("US")
            .withMode(TransportMode.AIR)
            .withLine("a", euros)
            .withCharge(
                new Charge("survey", BigMoney.parse("USD 50"), Charge.Treatment.AFTER_IMPORT),
                CostAllocation.byValue())
            .price(UsTariffs.book().on("2026-11-23"))
            .stamp()
            .assumptions();
    assertStands(assumed, "a declares colour=red");
    assertTrue(
        assumed.stream()
            .anyMatch(
                a -> a.startsWith("a: age=0") && a.endsWith("where not declared (ordinary goods)")),
        assumed.toString());
    assertStands(assumed, "a declares colour, which no measure of these goods asks for");
    assertStands(assumed, "a: freight is not stated and left out");
    assertStands(assumed, "a: insurance is not stated and left out");
    assertStands(assumed, "a at exchange rates ");
    assertStands(assumed, "fees of one formal entry");
    assertTrue(assumed.stream().noneMatch(a -> a.startsWith("shared costs at")), "in dollars");
    assertTrue(assumed.stream().noneMatch(a -> a.contains("taxes")), "none in the United States");
  }

  @Test
  void a_territory_that_taxes_imports_says_that_its_taxes_are_not_counted() {
    TariffBook union =
        TariffBook.of(
            "EU",
            CurrencyUnit.EUR,
            RoundingPolicy.EACH_DUTY_TO_CENT,
            List.of(TariffMeasure.base("8703", "10%")));
    Shipment car =
        Shipment.of("8703.23", "JP", "EUR 1000").withFreight("EUR 0").withInsurance("EUR 0");
    LandedCostCalculator bare = LandedCostCalculator.of("EU");
    assertStands(assumptions(bare, car, union), "import taxes are not counted");
    LandedCostCalculator taxed = bare.withTax(ImportTax.of("VAT", "19%"));
    assertTrue(assumptions(taxed, car, union).stream().noneMatch(a -> a.contains("not counted")));
    assertStands(assumptions(taxed, car, union), "taxes on each line, rounded there");
  }

  private static List<String> assumptions(
      LandedCostCalculator terms, Shipment goods, TariffBook book) {
    return CustomsEntry.of(terms)
        .withLine("1", goods)
        .price(book.on("2026-11-23"))
        .stamp()
        .assumptions();
  }

  private static void assertStands(List<String> assumed, String start) {
    assertTrue(assumed.stream().anyMatch(a -> a.startsWith(start)), start + " in " + assumed);
  }
}
