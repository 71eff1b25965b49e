package org.tariffeconomics.landedcost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.tariffeconomics.basics.ExchangeRates;
import org.tariffeconomics.landedcost.CostLine.Kind;
import org.tariffeconomics.landedcost.CustomsEntry.TaxLevel;
import org.tariffeconomics.rate.DeclaredFacts;
import org.tariffeconomics.reference.UsTariffs;
import org.tariffeconomics.schedule.StageRounding;
import org.tariffeconomics.schedule.StagedReduction;
import org.tariffeconomics.tariff.DutyStack.Outcome;
import org.tariffeconomics.tariff.RoundingPolicy;
import org.tariffeconomics.tariff.TariffBook;
import org.tariffeconomics.tariff.TariffLaw;
import org.tariffeconomics.tariff.TariffMeasure;

/** Entries of several lines, against published sums and sums done by hand. */
class CustomsEntryTest {

  private static final TariffLaw US = UsTariffs.book().on("2026-11-23");

  private static Shipment goods(String line, String origin, String price) {
    return Shipment.of(line, origin, price).withFreight("USD 0").withInsurance("USD 0");
  }

  private static CustomsEntry basket() {
    return CustomsEntry.of("US")
        .withLine("A1", goods("6109.10", "IN", "USD 1000"))
        .withLine("A2", goods("8703.23.01", "KR", "USD 30000").withClaim("KORUS"))
        .withLine("A3", goods("8703.23.01", "JP", "USD 20000"))
        .withMode(TransportMode.SEA);
  }

  private static String fee(EntryCost cost, String name) {
    return cost.fees().stream()
        .filter(f -> f.name().equals(name))
        .findFirst()
        .flatMap(CostLine::amount)
        .map(a -> a.getAmount().toPlainString())
        .orElse("unknown");
  }

  /** 0.3464 % of 21,000 (Korea is exempt) is 72.744; 0.125 % of 51,000 is 63.75. */
  @Test
  void fees_are_charged_once_on_the_lines_that_pay_them() {
    EntryCost cost = basket().price(US);
    assertEquals("72.74", fee(cost, "MPF"));
    assertEquals("63.75", fee(cost, "HMF"));
    assertEquals("USD 7765.00", cost.duty().orElseThrow().toString());
    assertEquals("USD 7901.49", cost.payable().orElseThrow().toString());
    assertEquals("USD 58901.49", cost.total().orElseThrow().toString());
    assertEquals(Outcome.ASSESSED, cost.outcome());
  }

  /** Four formal entries of one line each would pay the minimum of USD 34.58 four times. */
  @Test
  void the_minimum_and_the_maximum_are_those_of_the_entry() {
    CustomsEntry small = CustomsEntry.of("US").withMode(TransportMode.AIR);
    CustomsEntry large = small;
    for (int i = 1; i <= 4; i++) {
      small = small.withLine("A" + i, goods("6109.10", "IN", "USD 100"));
      large = large.withLine("A" + i, goods("6109.10", "IN", "USD 100000"));
    }
    EntryCost least = small.price(US);
    assertEquals("34.58", fee(least, "MPF"));
    assertEquals(
        List.of("8.65", "8.65", "8.64", "8.64"),
        least.lines().stream()
            .map(l -> l.amount(Kind.FEE).orElseThrow().getAmount().toPlainString())
            .toList());
    assertEquals("670.86", fee(large.price(US), "MPF"));
  }

  /** CBP customs broker examination of April 2018, question 19: 139.15 + 3,994.24 + 25.00. */
  @Test
  void deposits_of_antidumping_duty_stand_beside_the_duty() {
    TariffLaw law = TariffBook.us(TariffMeasure.base("8482.10.50", "2.4%")).on("2018-04-10");
    EntryCost cost =
        CustomsEntry.of("US")
            .withLine("1", goods("8482.10.50", "CN", "USD 5798"))
            .withDeposit("1", Deposit.of("A-570-601", "68.89%"))
            .withMode(TransportMode.AIR)
            .price(law);
    assertEquals("USD 4158.39", cost.payable().orElseThrow().toString());
    assertEquals("USD 4133.39", cost.line("1").duty().orElseThrow().toString());
  }

  /** The same, questions 12 and 13: 25,719 kg at 0.43 cents and at USD 0.06 per kilogram. */
  @Test
  void deposits_may_be_by_weight() {
    TariffLaw law = TariffBook.us(TariffMeasure.base("0703.20.00", "0.43¢/kg")).on("2018-04-10");
    CustomsEntry entry =
        CustomsEntry.of("US")
            .withLine("garlic", goods("0703.20.00", "CN", "USD 20000").withQuantity("25719 kg"))
            .withDeposit("garlic", Deposit.of("A-570-831", "0.06 USD/kg"))
            .withMode(TransportMode.AIR);
    assertEquals("USD 1653.73", entry.price(law).duty().orElseThrow().toString());
    EntryCost unweighed =
        CustomsEntry.of("US")
            .withLine("garlic", goods("0703.20.00", "CN", "USD 20000"))
            .withDeposit("garlic", Deposit.of("A-570-831", "0.06 USD/kg"))
            .withMode(TransportMode.AIR)
            .price(law);
    assertEquals(Outcome.UNDETERMINED, unweighed.outcome());
    assertTrue(unweighed.reasons().stream().anyMatch(r -> r.startsWith("garlic: A-570-831")));
  }

  /** Handbags of USD 10,000 at 17.6 %: 1,760 + 34.64 + 12.50 (a published test of another tool). */
  @Test
  void fees_of_one_line_are_those_of_the_shipment() {
    TariffLaw law = TariffBook.us(TariffMeasure.base("4202.92.90", "17.6%")).on("2025-06-01");
    EntryCost cost =
        CustomsEntry.of("US")
            .withLine("1", goods("4202.92.90", "VN", "USD 10000"))
            .withMode(TransportMode.SEA)
            .price(law);
    assertEquals("USD 1807.14", cost.payable().orElseThrow().toString());
    assertEquals(
        LandedCost.of(goods("4202.92.90", "VN", "USD 10000").withMode(TransportMode.SEA), law)
            .payable(),
        cost.total());
  }

  @Test
  void what_is_shared_out_adds_up_to_what_was_paid() {
    EntryCost cost =
        CustomsEntry.of("US")
            .withLine("a", Shipment.of("6109.10", "IN", "USD 10").withQuantity("1 kg"))
            .withLine("b", Shipment.of("6109.10", "IN", "USD 10").withQuantity("1 kg"))
            .withLine("c", Shipment.of("6109.10", "IN", "USD 10").withQuantity("1 kg"))
            .withFreight("USD 100", CostAllocation.byValue())
            .withInsurance("USD 0.02", CostAllocation.byWeight())
            .withCharge(
                new Charge("inland", BigMoney.parse("USD 9"), Charge.Treatment.AFTER_IMPORT),
                CostAllocation.parse("a=2, c=1"))
            .withMode(TransportMode.AIR)
            .price(US);
    assertEquals(List.of("33.34", "33.33", "33.33"), amounts(cost, "freight"));
    assertEquals(List.of("0.01", "0.01", "0.00"), amounts(cost, "insurance"));
    assertEquals(List.of("6.00", "0.00", "3.00"), amounts(cost, "inland"));
  }

  private static List<String> amounts(EntryCost cost, String name) {
    return cost.lines().stream()
        .map(
            l ->
                l.costs().stream()
                    .filter(c -> c.name().equals(name))
                    .findFirst()
                    .flatMap(CostLine::amount)
                    .map(a -> Money.of(a).getAmount().toPlainString())
                    .orElse("none"))
        .toList();
  }

  @Test
  void a_line_that_is_not_known_leaves_the_others_their_numbers() {
    EntryCost cost =
        basket().withLine("X", goods("0101.39", "ZA", "USD 500")).price(US.book().on("2025-09-16"));
    assertEquals(Outcome.UNDETERMINED, cost.outcome());
    assertTrue(cost.payable().isEmpty());
    assertTrue(cost.total().isEmpty());
    assertTrue(cost.duty().isEmpty());
    assertEquals("USD 3000.00", cost.line("A3").duty().orElseThrow().toString());
    assertTrue(cost.line("A3").total().isPresent());
    assertTrue(cost.line("X").total().isEmpty());
    assertTrue(cost.reasons().get(0).startsWith("X: "));
    assertTrue(cost.filed().total().isEmpty());
  }

  /** A preference that may or may not count moves MPF, unless the other lines reach the maximum. */
  @Test
  void a_fee_is_known_where_nothing_in_doubt_can_move_it() {
    TariffBook book =
        TariffBook.us(
            TariffMeasure.base("8703", "2.5%"),
            TariffMeasure.preference("KORUS", "8703", "KR", "Free").withCondition("certified=yes"));
    CustomsEntry doubtful =
        CustomsEntry.of("US")
            .withMode(TransportMode.AIR)
            .withLine("K", goods("8703.23.01", "KR", "USD 30000").withClaim("KORUS"));
    EntryCost alone = doubtful.price(book.on("2026-11-23"));
    assertEquals("unknown", fee(alone, "MPF"));
    EntryCost beside =
        doubtful
            .withLine("J", goods("8703.23.01", "JP", "USD 400000"))
            .price(book.on("2026-11-23"));
    assertEquals("670.86", fee(beside, "MPF"));
  }

  /** 19 CFR 24.23 as adjusted for fiscal year 2027: USD 2.77 for an automated informal entry. */
  @Test
  void an_informal_entry_pays_its_own_fee() {
    CustomsEntry parcel =
        CustomsEntry.of("US").withLine("A1", goods("6109.10", "CN", "USD 30")).informal();
    EntryCost cost = parcel.price(US);
    assertEquals("2.77", fee(cost, "MPF"));
    assertTrue(cost.stamp().assumptions().contains("fees of one informal entry"));
    CustomsEntry dear =
        CustomsEntry.of("US").withLine("A1", goods("6109.10", "CN", "USD 2500.01")).informal();
    assertTrue(
        assertThrows(IllegalArgumentException.class, () -> dear.price(US))
            .getMessage()
            .contains("USD 2500"));
    assertThrows(IllegalArgumentException.class, () -> CustomsEntry.of("EU").informal());
  }

  @Test
  void fees_of_later_years_are_unknown_or_an_assumption_that_is_said() {
    TariffLaw later = US.book().on("2028-03-01");
    CustomsEntry entry =
        CustomsEntry.of("US")
            .withLine("A1", goods("6109.10", "IN", "USD 1000"))
            .withMode(TransportMode.AIR);
    assertEquals("unknown", fee(entry.price(later), "MPF"));
    EntryCost assumed =
        CustomsEntry.of(
                LandedCostCalculator.of("US").withFees(FeeSchedule.us().assumingLastTerms()))
            .withLine("A1", goods("6109.10", "IN", "USD 1000"))
            .withMode(TransportMode.AIR)
            .price(later);
    assertEquals("34.58", fee(assumed, "MPF"));
    assertTrue(
        assumed.stamp().assumptions().stream()
            .anyMatch(a -> a.contains("the terms of MPF before 2027-10-01 stay")));
    assertEquals(FeeSchedule.us().assumingLastTerms(), FeeSchedule.us().assumingLastTerms());
  }

  /** Three lines of GBP 10.01 at 12 %: the tax on each is 2.24, on all together 6.73. */
  @Test
  void taxes_are_rounded_by_line_or_once() {
    TariffLaw law =
        TariffBook.of(
                "UK",
                CurrencyUnit.GBP,
                RoundingPolicy.EACH_DUTY_TO_CENT,
                List.of(TariffMeasure.base("6911.10", "12%")))
            .on("2025-07-14");
    CustomsEntry entry =
        CustomsEntry.of(LandedCostCalculator.of("UK").withTax(ImportTax.of("VAT", "20%")));
    for (String name : List.of("a", "b", "c")) {
      entry =
          entry.withLine(
              name,
              Shipment.of("6911.10", "CN", "GBP 10.01")
                  .withFreight("GBP 0")
                  .withInsurance("GBP 0"));
    }
    assertEquals("GBP 6.72", entry.price(law).taxTotal().orElseThrow().toString());
    EntryCost together = entry.withTaxLevel(TaxLevel.ENTRY).price(law);
    assertEquals("GBP 6.73", together.taxTotal().orElseThrow().toString());
    assertEquals(
        List.of("2.25", "2.24", "2.24"),
        together.lines().stream()
            .map(l -> l.amount(Kind.TAX).orElseThrow().getAmount().toPlainString())
            .toList());
  }

  @Test
  void currencies_need_stated_rates() {
    CustomsEntry entry =
        CustomsEntry.of("US")
            .withLine("A1", Shipment.of("6109.10", "IN", "EUR 1000"))
            .withFreight("EUR 10", CostAllocation.byValue())
            .withInsurance("USD 0", CostAllocation.byValue())
            .withMode(TransportMode.AIR);
    assertThrows(IllegalArgumentException.class, () -> entry.price(US));
    EntryCost cost = entry.withExchangeRates(ExchangeRates.parse("EUR/USD=1.158766")).price(US);
    assertEquals("1158.77", cost.customsValue().orElseThrow().getAmount().toPlainString());
    assertEquals(List.of("11.59"), amounts(cost, "freight"));
    assertTrue(cost.stamp().toString().contains("EUR/USD=1.158766"));
  }

  @Test
  void faults_of_the_caller_are_named() {
    CustomsEntry entry = basket();
    assertMessage("'A1' already", () -> entry.withLine("A1", goods("6109.10", "IN", "USD 1")));
    assertMessage("no line 'Z'", () -> entry.withDeposit("Z", Deposit.of("AD", "5%")));
    assertMessage(
        "duty paid",
        () -> entry.withLine("Z", goods("6109.10", "IN", "USD 1").withIncoterm(Incoterm.DDP)));
    assertMessage(
        "states its freight", () -> entry.withFreight("USD 5", CostAllocation.byValue()).price(US));
    assertMessage("needs a line", () -> CustomsEntry.of("US").price(US));
    assertMessage(
        "shares its freight already",
        () ->
            entry
                .withFreight("USD 5", CostAllocation.byValue())
                .withFreight("USD 5", CostAllocation.byValue()));
    assertMessage("must read 'by value'", () -> CostAllocation.parse("evenly"));
    assertMessage("negative", () -> CostAllocation.ofShares(Map.of("A", new BigDecimal("-1"))));
    assertMessage("above zero", () -> CostAllocation.ofShares(Map.of("A", BigDecimal.ZERO)));
    assertMessage(
        "'Q', but the lines",
        () ->
            CustomsEntry.of("US")
                .withLine("A", Shipment.of("6109.10", "IN", "USD 1"))
                .withFreight("USD 5", CostAllocation.parse("Q=1"))
                .price(US));
    assertMessage("rate of AD", () -> Deposit.of("AD", "5"));
    assertFalse(entry.equals(entry.withTaxLevel(TaxLevel.ENTRY)));
    assertEquals(basket(), entry);
    assertEquals(basket().price(US), entry.price(US));
  }

  private static void assertMessage(String part, Executable call) {
    String message = assertThrows(IllegalArgumentException.class, call).getMessage();
    assertTrue(message.contains(part), message);
  }

  /** An Indian worked example: 15 % of 132,000, 10 % of that, 12 % on all: 40,233.60. */
  @Test
  void india() {
    TariffLaw law =
        TariffBook.of(
                "IN",
                CurrencyUnit.of("INR"),
                RoundingPolicy.EACH_DUTY_TO_CENT,
                List.of(TariffMeasure.base("8703", "15%")))
            .on("2020-01-01");
    LandedCostCalculator terms =
        LandedCostCalculator.of("IN")
            .withTax(ImportTax.of("SWS", "10%").withBase(TaxBase.of(TaxBase.Part.DUTY)))
            .withTax(
                ImportTax.of("IGST", "12%")
                    .withBase(TaxBase.dutyPaidValue().with(TaxBase.Part.EARLIER_TAXES)));
    EntryCost cost =
        CustomsEntry.of(terms).withLine("1", inr("100000")).withLine("2", inr("32000")).price(law);
    assertEquals("INR 40233.60", cost.payable().orElseThrow().toString());
    assertEquals(
        cost.payable(),
        CustomsEntry.of(terms)
            .withTaxLevel(TaxLevel.ENTRY)
            .withLine("1", inr("100000"))
            .withLine("2", inr("32000"))
            .price(law)
            .payable());
  }

  private static Shipment inr(String price) {
    return Shipment.of("8703", "JP", "INR " + price).withFreight("INR 0").withInsurance("INR 0");
  }

  /**
   * An Australian worked example: US$1,274 at 0.91 is A$1,400, duty of 5 % is 70; GST of 10 % on
   * value, duty and carriage of A$130 is 160: A$230 payable.
   */
  @Test
  void australia() {
    TariffLaw law =
        TariffBook.of(
                "AU",
                CurrencyUnit.AUD,
                RoundingPolicy.EACH_DUTY_TO_CENT,
                List.of(TariffMeasure.base("6403", "5%")))
            .on("2015-01-01");
    EntryCost cost =
        CustomsEntry.of(
                LandedCostCalculator.of("AU")
                    .withTax(
                        ImportTax.of("GST", "10%")
                            .withBase(TaxBase.dutyPaidValue().with(TaxBase.Part.TRANSPORT))))
            .withLine("1", Shipment.of("6403", "US", "USD 1274"))
            .withFreight("AUD 130", CostAllocation.byValue())
            .withInsurance("AUD 0", CostAllocation.byValue())
            .withExchangeRates(ExchangeRates.parse("AUD/USD=0.91"))
            .price(law);
    assertEquals("AUD 230.00", cost.payable().orElseThrow().toString());
  }

  /**
   * A published test of the UK's duty calculator: goods 500, shipping 250, insurance 250, duty of
   * 4.70 % and VAT of 20 %: 256.40.
   */
  @Test
  void united_kingdom() {
    assertEquals("GBP 256.40", uk("500", "250", "4.7%").payable().orElseThrow().toString());
    assertEquals(
        "GBP 1248.00",
        uk("1000", "0", "4%").total().orElseThrow().toString(),
        "and 248.00 on 1,000 at 4 %");
  }

  private static EntryCost uk(String price, String carriage, String rate) {
    TariffLaw law =
        TariffBook.of(
                "UK",
                CurrencyUnit.GBP,
                RoundingPolicy.EACH_DUTY_TO_CENT,
                List.of(TariffMeasure.base("8714", rate)))
            .on("2021-10-06");
    return CustomsEntry.of(LandedCostCalculator.of("UK").withTax(ImportTax.of("VAT", "20%")))
        .withLine("1", Shipment.of("8714", "CN", "GBP " + price))
        .withFreight("GBP " + carriage, CostAllocation.byValue())
        .withInsurance("GBP " + carriage, CostAllocation.byValue())
        .price(law);
  }

  /** A Brazilian worked example: 35 % of a value of 5,500 including freight is 1,925. */
  @Test
  void brazil() {
    TariffLaw law =
        TariffBook.of(
                "BR",
                CurrencyUnit.of("BRL"),
                RoundingPolicy.EACH_DUTY_TO_CENT,
                List.of(TariffMeasure.base("8703", "35%")))
            .on("2012-06-01");
    EntryCost cost =
        CustomsEntry.of("BR")
            .withLine("1", Shipment.of("8703", "JP", "BRL 5500").withIncoterm(Incoterm.CIF))
            .price(law);
    assertEquals("BRL 1925.00", cost.duty().orElseThrow().toString());
  }

  /**
   * A Union car: 10 % on CIF, VAT on both that is given back, for the law of the Union in a member.
   */
  @Test
  void european_union() {
    TariffLaw law =
        TariffBook.of(
                "EU",
                CurrencyUnit.EUR,
                RoundingPolicy.EACH_DUTY_TO_CENT,
                List.of(TariffMeasure.base("8703", "10%")))
            .on("2026-01-01");
    EntryCost cost =
        CustomsEntry.of(
                LandedCostCalculator.of("DE")
                    .withTax(ImportTax.of("VAT", "19%").withCredit(ImportTax.Credit.CREDITABLE)))
            .withLine("1", Shipment.of("8703", "KR", "EUR 20000"))
            .withFreight("EUR 900", CostAllocation.byValue())
            .withInsurance("EUR 100", CostAllocation.byValue())
            .price(law);
    assertEquals("EUR 2100.00", cost.duty().orElseThrow().toString());
    assertEquals("EUR 6489.00", cost.payable().orElseThrow().toString(), "2,100 + 4,389");
    assertEquals("EUR 23100.00", cost.total().orElseThrow().toString());
  }

  /** Japan rounds the value of a line to JPY 1,000 and duty and tax to JPY 100, downwards. */
  @Test
  void japan() {
    RoundingPolicy rounding =
        RoundingPolicy.ofStep("JPY 100", RoundingMode.DOWN)
            .withBaseStep("JPY 1000", RoundingMode.DOWN);
    TariffLaw law =
        TariffBook.of(
                "JP", CurrencyUnit.JPY, rounding, List.of(TariffMeasure.base("6402.99", "10%")))
            .on("2026-01-01");
    EntryCost cost =
        CustomsEntry.of("JP")
            .withLine("1", Shipment.of("6402.99", "VN", "JPY 123456"))
            .withFreight("JPY 5000", CostAllocation.byValue())
            .withInsurance("JPY 0", CostAllocation.byValue())
            .price(law);
    assertEquals("JPY 12800", cost.duty().orElseThrow().toString());
    assertTrue(cost.stamp().toString().contains("JPY 100, DOWN"));
  }

  /**
   * Cattle of 0102.90.1000 in Korea: 40 % goes in twelve yearly steps, each cut to a tenth of a
   * percent, and a file of the US Department of Commerce has 23.3 % for 2016. Duty is on CIF, in
   * won, which have no decimals: 23.3 % of (10,000,000 + 345,678) is 2,410,542.97; value added tax
   * of 10 % on value and duty is 1,275,622.
   */
  @Test
  void korea() {
    BigDecimal rate =
        StagedReduction.linear(12).at(5).of(new BigDecimal("40"), StageRounding.parse("DOWN 0.1"));
    TariffLaw law =
        TariffBook.of(
                "KR",
                CurrencyUnit.of("KRW"),
                RoundingPolicy.ofStep("KRW 1", RoundingMode.DOWN),
                List.of(
                    TariffMeasure.base("0102.90", "40%"),
                    TariffMeasure.preference("KORUS", "0102.90", "US", rate + "%")))
            .on("2016-06-01");
    CustomsEntry entry =
        CustomsEntry.of(LandedCostCalculator.of("KR").withTax(ImportTax.of("VAT", "10%")))
            .withLine(
                "claimed",
                Shipment.of("0102.90.1000", "US", "KRW 10000000")
                    .withFacts(DeclaredFacts.claiming("KORUS")))
            .withLine("not", Shipment.of("0102.90.1000", "AU", "KRW 10000000"))
            .withFreight("KRW 691356", CostAllocation.byValue())
            .withInsurance("KRW 0", CostAllocation.byValue());
    EntryCost cost = entry.price(law);
    assertEquals("23.3", rate.toPlainString());
    assertEquals("KRW 2410542", cost.line("claimed").amount(Kind.DUTY).orElseThrow().toString());
    assertEquals("KRW 1275622", cost.line("claimed").amount(Kind.TAX).orElseThrow().toString());
    assertEquals("KRW 4138271", cost.line("not").amount(Kind.DUTY).orElseThrow().toString());
    assertEquals("KRW 6548813", cost.duty().orElseThrow().toString());
  }
}
