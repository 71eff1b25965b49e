package org.tariffeconomics.landedcost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.joda.money.BigMoney;
import org.junit.jupiter.api.Test;
import org.tariffeconomics.rate.DutyRate;
import org.tariffeconomics.report.Table;
import org.tariffeconomics.tariff.Replay;
import org.tariffeconomics.tariff.TariffBook;
import org.tariffeconomics.tariff.TariffLaw;
import org.tariffeconomics.tariff.TariffMeasure;

/**
 * Whole tables of small cases, every number of which is arithmetic: shirts pay 16.5 %, cars 2.5 %
 * and, where they are 25 years old, 5 % more; goods of China 10 % on top.
 */
class LandedTablesTest {

  private static final TariffBook BOOK =
      TariffBook.us(
          TariffMeasure.base("8703.23.01", "2.5%"),
          TariffMeasure.base("6109.10", "16.5%").withId("shirts"),
          TariffMeasure.adds("IEEPA", "*", "CN", "10%"),
          TariffMeasure.adds("old", "8703.23.01", "*", "5%").withCondition("age>=25"));

  private static final TariffLaw LAW = BOOK.on("2025-11-23");
  private static final TariffLaw WITHOUT = BOOK.without("IEEPA").on("2025-11-23");

  private static final LandedCostCalculator TERMS =
      LandedCostCalculator.of("US").withTax(ImportTax.of("VAT", "10%"));

  private static Portfolio portfolio() {
    return Portfolio.parse(
            """
            sku,line,origin,value,region
            a,6109.10,CN,USD 1000,East
            b,6109.10,VN,USD 500,West
            c,8703.23.01,CN,USD 200,West
            d,9999.99,CN,USD 10,East
            """)
        .orThrow();
  }

  private static Shipment shirts() {
    return Shipment.of("6109.10", "CN", "USD 5000")
        .withFreight("USD 300")
        .withInsurance("USD 20")
        .withMode(TransportMode.SEA)
        .withQuantity("1000 items")
        .withChargeBeforeImport("packing", "USD 10")
        .withChargeAfterImport("truck", "USD 40");
  }

  /** The rows as texts, their blank cells left out. */
  private static void assertRows(Table table, String... expected) {
    List<String> rows =
        table.rows().stream()
            .map(
                row ->
                    String.join(
                        " | ",
                        row.stream()
                            .map(c -> plain(c.text()))
                            .filter(text -> !text.isEmpty())
                            .toList()))
            .toList();
    assertEquals(String.join("\n", expected), String.join("\n", rows));
  }

  /** Amounts without their currency and the commas of thousands. */
  private static String plain(String cell) {
    return cell.replace("USD ", "").replaceAll("(?<=\\d),(?=\\d{3})", "");
  }

  @Test
  void duties_of_a_portfolio() {
    PortfolioDuties duties = portfolio().under(LAW);
    assertRows(
        duties.byRegion(),
        "East | 2 | 265.00 | 1",
        "West | 2 | 107.50 to 117.50 | 0",
        "total | 4 | 372.50 to 382.50 | 1");
    assertRows(
        duties.byOrigin(),
        "CN | 3 | 290.00 to 300.00 | 1",
        "VN | 1 | 82.50 | 0",
        "total | 4 | 372.50 to 382.50 | 1");
    assertRows(
        duties.byProgramme(),
        "MFN | 247.50",
        "IEEPA | 100.00",
        "left open | 25.00 to 35.00",
        "total | 372.50 to 382.50");
    assertEquals(1, duties.unknown());
    assertEquals(1, duties.bounded());
    assertTrue(duties.range().isEmpty());
    assertTrue(duties.table().toText().contains("a      East    6109.10"), duties::toString);
    assertTrue(
        duties
            .table()
            .caption()
            .containsAll(
                List.of(
                    "1 article is bounded and counts with what it lies within",
                    "1 article is not known and is in no total")));
    PortfolioDuties none = Portfolio.of(List.of(portfolio().items().get(3))).under(LAW);
    assertTrue(none.byRegion().toText().contains("unknown: no duty is known"), none::toString);
    assertEquals(List.of("1 article is not known and is in no total"), first(none.table()));
    PortfolioDuties known = Portfolio.of(portfolio().items().subList(0, 2)).under(LAW);
    assertEquals("USD 347.50", known.total().orElseThrow().toString());
    assertEquals("USD 347.50", known.range().orElseThrow().toString());
    assertEquals(List.of("statutory · as of 2025-11-23"), first(known.table()));
  }

  private static List<String> first(Table table) {
    return table.caption().subList(0, 1);
  }

  /** Only the goods of China change, by 10 %; what is open on both sides is no doubt. */
  @Test
  void changes_of_a_portfolio() {
    PortfolioChange change = portfolio().under(LAW).against(WITHOUT);
    assertRows(
        change.byRegion(),
        "East | 2 | 100.00 | 1",
        "West | 2 | 20.00 | 0",
        "total | 4 | 120.00 | 1");
    assertRows(
        change.byOrigin(), "CN | 3 | 120.00 | 1", "VN | 1 | 0.00 | 0", "total | 4 | 120.00 | 1");
    assertRows(
        change.byProgramme(),
        "MFN | 0.00",
        "IEEPA | 100.00",
        "left open | 20.00",
        "total | 120.00");
    assertRows(
        change.table(),
        "a | East | 6109.10 | CN | 1000.00 | 165.00 | 265.00 | 100.00",
        "b | West | 6109.10 | VN | 500.00 | 82.50 | 82.50 | 0.00",
        "c | West | 8703.23.01 | CN | 200.00 | 5.00 to 15.00 | 25.00 to 35.00 | 20.00",
        "d | East | 9999.99 | CN | 10.00 | unknown | unknown | unknown",
        "total | 120.00");
    assertTrue(change.range().isEmpty(), "one article is not known");
    assertEquals(
        "change of duties on US tariff law on 2025-11-23 against US tariff law on 2025-11-23,"
            + " without IEEPA: USD 120.00",
        change.toString());
    PortfolioChange earlier = portfolio().under(LAW).against(BOOK.on("2025-11-22"));
    assertTrue(
        earlier.toString().contains("on 2025-11-23 against 2025-11-22: USD 0.00"),
        earlier::toString);
    PortfolioChange known =
        Portfolio.of(portfolio().items().subList(0, 3)).under(LAW).against(WITHOUT);
    assertEquals("USD 120.00", known.range().orElseThrow().toString());
    PortfolioChange none =
        Portfolio.of(List.of(portfolio().items().get(3))).under(LAW).against(WITHOUT);
    assertTrue(none.table().toText().contains("no change is known"), none.table()::toText);
  }

  /**
   * A processing fee of 0.3464 % of 5,000 is below its least, 33.58; harbour 0.125 % is 6.25; the
   * tax is 10 % of 5,000 and 1,325 of duty.
   */
  @Test
  void a_waterfall() {
    LandedCost cost = TERMS.price(shirts(), LAW);
    assertRows(
        cost.table(),
        "goods | 5000.00 | 5000.00 | 100.00% | price FOB",
        "freight | 300.00 | 5300.00 | 6.00% | not dutiable",
        "insurance | 20.00 | 5320.00 | 0.40% | not dutiable",
        "packing | 10.00 | 5330.00 | 0.20%",
        "duty, MFN | 825.00 | 6155.00 | 16.50% | BASE 16.5% of customs value",
        "duty, IEEPA | 500.00 | 6655.00 | 10.00% | ADDS 10% of customs value",
        "fee, MPF | 33.58 | 6688.58 | 0.67% | 0.3464%, at least 33.58, at most 651.50",
        "fee, HMF | 6.25 | 6694.83 | 0.13% | 0.125%",
        "truck | 40.00 | 6734.83 | 0.80%",
        "tax, VAT | 632.50 | 7367.33 | 12.65% | 10% of customs value + duty",
        "landed cost | 7367.33 | 7367.33 | 147.35%",
        "per piece | 7.37 | of 1000 piece");
    String svg = cost.chart().toSvg();
    for (String word : List.of("5000.00", "duty, IEEPA", "632.50", "landed cost", "7367.33")) {
      assertTrue(plain(svg).contains(word), word);
    }
    LandedCost open = TERMS.price(Shipment.of("9999.99", "CN", "USD 10"), LAW);
    assertTrue(open.chart().toSvg().contains("landed cost"));
    assertTrue(open.table().toText().contains("unknown"));
  }

  /** 550 dearer: 500 of duty and 10 % of it in tax; 7,367.33 / 6,817.33 = 1.0807. */
  @Test
  void a_difference_and_a_ranking() {
    LandedCost china = TERMS.price(shirts(), LAW);
    LandedCost vietnam = TERMS.price(shirts().withOrigin("VN"), LAW);
    LandedCostDifferential difference = china.minus(vietnam);
    assertRows(
        difference.table(),
        "goods | 5000.00 | 5000.00 | 0.00",
        "freight | 300.00 | 300.00 | 0.00",
        "insurance | 20.00 | 20.00 | 0.00",
        "packing | 10.00 | 10.00 | 0.00",
        "duty, MFN | 825.00 | 825.00 | 0.00",
        "duty, IEEPA | 500.00 | 0.00 | 500.00",
        "fee, MPF | 33.58 | 33.58 | 0.00",
        "fee, HMF | 6.25 | 6.25 | 0.00",
        "tax, VAT | 632.50 | 582.50 | 50.00",
        "truck | 40.00 | 40.00 | 0.00",
        "landed cost | 7367.33 | 6817.33 | 550.00");
    assertEquals(
        "relative difference +8.07%, index 108.07 (100 = parity)",
        difference.table().caption().get(0));
    Table ranked = LandedCostComparison.of(china, vietnam).table();
    assertEquals("VN", ranked.cell(0, "origin").text());
    assertEquals("0.00", ranked.number(0, "vs best").setScale(2).toPlainString());
    assertEquals("550.00", ranked.number(1, "vs best").setScale(2).toPlainString());
  }

  /**
   * What a record tells of another law: the duty that went, and all that hangs together with it.
   */
  @Test
  void records_replay_under_another_law() {
    LandedCostRecord cost = LandedCostRecord.parse(TERMS.price(shirts(), LAW).toRecord().toJson());
    assertEquals(TERMS.price(shirts(), LAW).toRecord(), cost);
    assertTrue(cost.replay(BOOK).isSame());
    assertEquals(
        "[total: 7367.33, now 6817.33, cost DUTY IEEPA: 500, now nothing, cost TAX VAT: 632.5, now"
            + " 582.5, assessment duty: USD 1325, now USD 825, assessment layer IEEPA: ADDS 10% on"
            + " 1 of the value: 500, now nothing]",
        cost.replay(BOOK.without("IEEPA")).differences().toString());
    EntryCost priced =
        CustomsEntry.of("US")
            .withLine("1", shirts())
            .withLine("2", Shipment.of("8703.23.01", "CN", "USD 200").withFreight("USD 0"))
            .withDeposit("1", new Deposit("AD", DutyRate.parse("12%")))
            .withProvision("2", SpecialProvision.repaired("USD 50"))
            .withCharge(
                new Charge("port", BigMoney.parse("USD 10"), Charge.Treatment.BEFORE_IMPORT),
                CostAllocation.byValue())
            .withMode(TransportMode.SEA)
            .price(LAW);
    EntryRecord entry = EntryRecord.parse(priced.toRecord().toJson());
    assertEquals(priced.toRecord(), entry);
    Replay replay = entry.replay(BOOK.without("IEEPA"));
    assertFalse(replay.isSame());
    List<String> what = replay.differences().stream().map(Replay.Difference::what).toList();
    for (String each : List.of("1 cost DUTY IEEPA", "1 assessment duty")) {
      assertTrue(what.contains(each), what::toString);
    }
    assertTrue(entry.replay(BOOK).isSame(), () -> entry.replay(BOOK).toString());
    assertEquals(Optional.empty(), Optional.ofNullable(cost.range()));
  }
}
