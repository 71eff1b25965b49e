package org.tariffeconomics.landedcost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.joda.money.BigMoney;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tariffeconomics.basics.Quantity;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.report.Table;

/** Who bears what: costs of several lines, fees in time, and a tariff in prices. */
class SharesTest {

  private static List<CostAllocation.Part> parts(String... prices) {
    return Stream.of(prices)
        .map(
            text -> {
              String[] cells = text.split(" ");
              return new CostAllocation.Part(
                  cells[0],
                  BigMoney.parse("USD " + cells[1]),
                  cells.length < 3 ? List.of() : List.of(Quantity.parse(cells[2] + " kg")));
            })
        .toList();
  }

  private static String split(String rule, String amount, String... prices) {
    return CostAllocation.parse(rule)
        .split("freight", BigMoney.parse(amount), parts(prices))
        .toString();
  }

  /** 10 dollars to 1 : 2 are 3.33 and 6.67; to three equals the first bears the odd cent. */
  @Test
  void a_cost_is_shared_out_to_the_cent() {
    assertEquals("[USD 3.33, USD 6.67]", split("by value", "USD 10.00", "A 100", "B 200"));
    assertEquals(
        "[USD 3.34, USD 3.33, USD 3.33]", split("by value", "USD 10.00", "A 1", "B 1", "C 1"));
    assertEquals("[USD 7.50, USD 2.50]", split("by kg", "USD 10.00", "A 100 3", "B 200 1"));
    assertEquals("[USD 7.50, USD 2.50]", split("by t", "USD 10.00", "A 100 3", "B 200 1"));
    assertEquals("[USD 10.00, USD 0.00]", split("A=2", "USD 10.00", "A 100", "B 200"));
    assertEquals("[USD 8.00, USD 2.00]", split("A=2, B=0.5", "USD 10.00", "A 1", "B 2"));
  }

  @Test
  void what_cannot_be_shared_out_is_refused_by_name() {
    refused("states no quantity", () -> split("by kg", "USD 10.00", "A 100 3", "B 200"));
    refused("'C'", () -> split("A=2, C=1", "USD 10.00", "A 100", "B 200"));
    refused("every line has none", () -> split("by value", "USD 10.00", "A 0", "B 0"));
  }

  private static void refused(String part, Executable call) {
    String message = assertThrows(IllegalArgumentException.class, call).getMessage();
    assertTrue(message.contains(part), message);
  }

  /** A share that is stated twice is not the later one. */
  @ParameterizedTest
  @ValueSource(strings = {"A=1, A=2", "A", "=1", "A=-1", "A=0", "", "by", "by stones", "A=1,,B=2"})
  void a_rule_that_cannot_be_read_is_refused(String text) {
    assertThrows(IllegalArgumentException.class, () -> CostAllocation.parse(text));
  }

  @Test
  void a_rule_is_read_back_from_its_text() {
    for (String text : List.of("by value", "by kg", "A1=2, B=0.5")) {
      CostAllocation rule = CostAllocation.parse(text);
      assertEquals(text, rule.toString());
      assertEquals(rule, CostAllocation.parse(rule.toString()));
      assertEquals(rule.hashCode(), CostAllocation.parse(rule.toString()).hashCode());
    }
    assertEquals(CostAllocation.parse("A=2"), CostAllocation.parse("A=2.0"));
    assertEquals(CostAllocation.parse("by kg"), CostAllocation.byWeight());
    assertEquals(
        CostAllocation.parse("A=20"), CostAllocation.ofShares(Map.of("A", new BigDecimal("2E1"))));
    assertNotEquals(CostAllocation.byValue(), CostAllocation.byWeight());
    assertNotEquals(CostAllocation.parse("A=2"), CostAllocation.parse("A=3"));
  }

  /** A third year follows on the last terms only by a stated assumption. */
  @Test
  void fees_are_known_for_the_days_that_their_terms_are() {
    Fee first = Fee.adValorem("MPF", "0.3464%").withPeriod("2024-10-01", "2025-10-01");
    Fee second = Fee.adValorem("MPF", "0.35%").withPeriod("2025-10-01", "2026-10-01");
    Fee always = Fee.fixed("stamp", "USD 2");
    FeeSchedule fees = FeeSchedule.of(first, second, always);
    assertEquals(Optional.of(first), fees.on("MPF", LocalDate.of(2025, 9, 30)));
    assertEquals(Optional.of(second), fees.on("MPF", LocalDate.of(2025, 10, 1)));
    assertEquals(Optional.empty(), fees.on("MPF", LocalDate.of(2026, 10, 1)));
    assertEquals(Optional.of(always), fees.on("stamp", LocalDate.of(1990, 1, 1)));
    assertEquals("MPF, stamp", fees.toString());
    assertEquals("no fees", FeeSchedule.none().toString());
    FeeSchedule assumed = fees.assumingLastTerms();
    assertEquals(second.rate(), assumed.on("MPF", LocalDate.of(2030, 1, 1)).orElseThrow().rate());
    assertEquals(4, assumed.fees().size());
    assertEquals(fees, FeeSchedule.of(first, second).with(always));
    assertEquals(fees.hashCode(), FeeSchedule.of(first, second, always).hashCode());
    assertNotEquals(fees, assumed);
    refused("Overlapping fees: MPF", () -> fees.with(first.withPeriod("2025-09-30", "2025-10-01")));
    Table table = fees.table();
    assertEquals("from 2024-10-01 before 2025-10-01", table.cell(0, "in force").text());
    assertEquals("", table.cell(2, "in force").text().strip());
  }

  /** 10 % to 21 % is a factor of 1.1 on 1 + t; half of its logarithm is √1.1. */
  @Test
  void a_tariff_arrives_in_prices_by_its_pass_through() {
    Rate before = Rate.parse("10%");
    Rate after = Rate.parse("21%");
    PassThrough half = PassThrough.of(0.5);
    assertEquals(Math.sqrt(1.1), half.landedFactor(before, after), 1e-12);
    assertEquals(1 / Math.sqrt(1.1), half.exporterPriceFactor(before, after), 1e-12);
    assertEquals(110 * Math.sqrt(1.1), half.landedAfter(110, before, after), 1e-9);
    assertEquals(110 * 1.05, half.linearLandedAfter(110, before, after), 1e-9);
    assertEquals(1.1, PassThrough.of(1).landedFactor(before, after), 1e-12);
    assertEquals(1, PassThrough.of(1).exporterPriceFactor(before, after), 1e-12);
    // ω = 3, η = 1: three quarters arrive at the border, of which the buyer sees a half
    PassThrough market = PassThrough.ofElasticities(3, 1).withRetail(0.5);
    assertEquals(0.75, market.border(), 1e-15);
    assertEquals(0.25, market.exporterShare(), 1e-15);
    assertEquals(0.25, market.importerShare(), 1e-15);
    assertEquals(0.5, market.buyerShare(), 1e-15);
    assertEquals("25.0%", market.table().cell(1, "share").text());
    assertEquals("pass-through 0.75 at the border, 0.5 to the buyer", market.toString());
    assertEquals(0, PassThrough.ofElasticities(0, 1).border());
    refused("both be zero", () -> PassThrough.ofElasticities(0, 0));
    refused("landedBefore", () -> half.landedAfter(-1, before, after));
    refused("landedBefore", () -> half.linearLandedAfter(-1, before, after));
    refused("exportSupply", () -> PassThrough.ofElasticities(-1, 1));
    refused("importDemand", () -> PassThrough.ofElasticities(1, Double.POSITIVE_INFINITY));
  }
}
