package org.tariffeconomics.landedcost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.joda.money.BigMoney;
import org.junit.jupiter.api.Test;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.rate.DeclaredFacts;
import org.tariffeconomics.report.Table;
import org.tariffeconomics.tariff.DutyStack.Outcome;
import org.tariffeconomics.tariff.TariffBook;
import org.tariffeconomics.tariff.TariffMeasure;

/**
 * The table of an entry that is left open in two ways. The merchandise processing fee is 0.3464 %
 * and the harbor maintenance fee 0.125 % (19 CFR 24.23 and 24.24); whether the first is due on the
 * Korean line depends on its origin. All amounts are worked out by hand.
 */
class BoundedEntryTableTest {

  private static final TariffBook BOOK =
      TariffBook.us(
          TariffMeasure.base("8703", "2.5%"),
          TariffMeasure.base("6109", "16.5%").withId("shirts"),
          TariffMeasure.adds("S232", "8703", "*", "10%").withCondition("end use=yes"),
          TariffMeasure.preference("KORUS", "8703", "KR", "Free").withCondition("originating=yes"));

  private static Shipment goods(String line, String origin, String price) {
    return Shipment.of(HsCode.of(line), Country.of(origin), BigMoney.parse(price));
  }

  private static CustomsEntry entry() {
    return CustomsEntry.of(
            LandedCostCalculator.of("US")
                .withFees(FeeSchedule.us())
                .withTax(ImportTax.of("VAT", "10%")))
        .withMode(TransportMode.SEA)
        .withLine("cars", goods("8703.23.01", "JP", "USD 20000"))
        .withLine(
            "korea",
            goods("8703.23.01", "KR", "USD 10000").withFacts(DeclaredFacts.claiming("KORUS")))
        .withLine("shirts", goods("6109.10", "VN", "USD 1000"));
  }

  private static void assertRow(Table table, int row, String... cells) {
    for (int i = 0; i < cells.length; i++) {
      String cell = table.rows().get(row).get(4 + i).text();
      assertTrue(cell.startsWith(cells[i]), () -> cell + " in " + table.rows().get(row));
    }
  }

  @Test
  void each_line_and_the_total_lie_between_their_ends() {
    EntryCost cost = entry().price(BOOK.on("2025-09-16"));
    assertEquals(Outcome.BOUNDED, cost.outcome());
    assertEquals("USD 34942.99 to USD 38552.63", cost.range().orElseThrow().toString());
    Table table = cost.table();
    assertEquals(4, table.rows().size());
    assertRow(
        table,
        0,
        "USD 500.00 to USD 2500.00",
        "USD 94.28",
        "USD 2050.00 to USD 2250.00",
        "USD 22644.28 to USD 24844.28");
    assertRow(
        table,
        1,
        "USD 0.00 to USD 1250.00",
        "USD 12.50 to USD 47.14",
        "USD 1000.00 to USD 1125.00",
        "USD 11012.50 to USD 12422.14");
    assertRow(
        table,
        3,
        "USD 665.00 to USD 3915.00",
        "USD 111.49 to USD 146.13",
        "USD 3166.50 to USD 3491.50",
        "USD 34942.99 to USD 38552.63");
    String text = table.toText();
    assertTrue(text.contains("payable USD 3942.99 to USD 7552.63"), text);
    assertTrue(text.contains("MPF USD 72.74 to USD 107.38, HMF USD 38.75"), text);
    assertTrue(text.contains("left open: korea: decided by originating"), text);
    assertTrue(text.contains("Entry of 3 lines into US on 2025-09-16"), text);
  }

  /** What is declared closes it: 100 % of the fee, and the duty of the use and the origin. */
  @Test
  void what_is_declared_narrows_each_line_and_its_fees() {
    CustomsEntry known =
        CustomsEntry.of(
                LandedCostCalculator.of("US")
                    .withFees(FeeSchedule.us())
                    .withTax(ImportTax.of("VAT", "10%")))
            .withMode(TransportMode.SEA)
            .withLine(
                "korea",
                goods("8703.23.01", "KR", "USD 10000")
                    .withFacts(DeclaredFacts.parse("claim=KORUS; originating=yes; end use=no")));
    EntryCost free = known.price(BOOK.on("2025-09-16"));
    assertEquals(
        "USD 11012.50", free.total().orElseThrow().toString(), "no duty and no processing fee");
    String text = free.table().toText();
    assertTrue(text.contains("KORUS"), text);
  }
}
