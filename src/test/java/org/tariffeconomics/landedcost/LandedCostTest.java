package org.tariffeconomics.landedcost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.stream.Collectors;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tariffeconomics.basics.ExchangeRates;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.basics.RateChange;
import org.tariffeconomics.tariff.RoundingPolicy;
import org.tariffeconomics.tariff.Rule;
import org.tariffeconomics.tariff.TariffBook;
import org.tariffeconomics.tariff.TariffLaw;
import org.tariffeconomics.tariff.TariffMeasure;

class LandedCostTest {

  /** US MPF: facts of fiscal years 2018, 2021, 2024 to 2027; CBP computation by hand. */
  @ParameterizedTest
  @CsvSource({
    "2017-12-01, 5798, 25.00",
    "2018-04-01, 1000000, 485.00",
    "2021-01-01, 10000, 34.64",
    "2021-01-01, 1000, 27.23",
    "2024-01-01, 1000000, 614.35",
    "2025-09-30, 1000, 32.71",
    "2025-10-01, 1000, 33.58",
    "2026-10-01, 5000, 34.58",
    "2026-10-01, 10000, 34.64",
    "2026-10-01, 1000000, 670.86",
  })
  void the_processing_fee_follows_its_fiscal_year(String day, String value, String expected) {
    Fee fee = FeeSchedule.us().on("MPF", LocalDate.parse(day)).orElseThrow();
    BigMoney amount = fee.on(BigMoney.of(CurrencyUnit.USD, new BigDecimal(value)));
    assertEquals("USD " + expected, Cents.of(amount));
  }

  /** 0.125 % without a cap. */
  @Test
  void the_harbor_fee_has_no_cap_and_is_charged_at_sea_only() {
    Fee hmf = FeeSchedule.us().on("HMF", LocalDate.parse("2026-01-01")).orElseThrow();
    assertEquals("USD 6250.00", Cents.of(hmf.on(Money.parse("USD 5000000"))));
    LandedCost byAir =
        LandedCostCalculator.of("US")
            .price(
                Shipment.of("8471", "CN", "USD 10000").withMode(TransportMode.AIR),
                StatedDuty.of("Free").withDay("2026-11-23"));
    CostLine line =
        byAir.lines().stream().filter(l -> l.name().equals("HMF")).findFirst().orElseThrow();
    assertTrue(line.amount().orElseThrow().isZero());
    assertEquals("not by air", line.note());
    assertTrue(FeeSchedule.us().table().toMarkdown().contains("90 FR 34665"));
  }

  /** SDedalus64/harmonyt2 golden case: 17.6 % on 10,000, MPF and HMF: 1,807.14. */
  @Test
  void duty_and_fees_of_a_handbag_add_up() {
    LandedCost cost =
        LandedCostCalculator.of("US")
            .price(
                Shipment.of("4202.92.90", "VN", "USD 10000").withMode(TransportMode.SEA),
                StatedDuty.of("17.6%").withDay("2025-06-01"));
    assertEquals(
        "USD 1807.14", cost.totalOrThrow().minus(new BigDecimal("10000")).toMoney().toString());
    assertTrue(cost.stamp().toString().contains("FY2025"), "a secondary source is named");
  }

  /** A claim that is not for the origin exempts from nothing. */
  @Test
  void a_preference_exempts_its_own_origins_only() {
    StatedDuty duty = StatedDuty.of("15%").withDay("2026-11-23");
    LandedCostCalculator us = LandedCostCalculator.of("US");
    LandedCost korea = us.price(PassengerCarsTest.car("KR").withClaim("KORUS"), duty);
    LandedCost japan = us.price(PassengerCarsTest.car("JP").withClaim("KORUS"), duty);
    assertEquals("USD 36074.50", korea.totalOrThrow().toMoney().toString());
    assertEquals("USD 36178.42", japan.totalOrThrow().toMoney().toString());
    assertTrue(korea.table().toText().contains("19 CFR 24.23(c)(12)"));
  }

  /** Invented law: both lines pay 2.5 %, but only one of them has the preference. */
  @Test
  void a_heading_is_exempt_where_each_of_its_lines_is() {
    TariffLaw law =
        TariffBook.us(
                TariffMeasure.base("8703", "2.5%"),
                TariffMeasure.of("KORUS", Rule.PREFERENCE, "8703 except 8703.10", "KR", "2.5%"))
            .on("2026-11-23");
    LandedCost heading = korean("8703", law);
    assertEquals("USD 750.00", Cents.of(heading.amount(CostLine.Kind.DUTY).orElseThrow()));
    assertEquals("unknown", fee(heading));
    assertEquals("USD 0.00", fee(korean("8703.23", law)));
    assertEquals("USD 103.92", fee(korean("8703.10", law)));
  }

  /** Invented law: of two preferences at the ordinary rate the closer counts, line by line. */
  @Test
  void a_heading_is_exempt_where_each_line_has_another_measure_of_the_preference() {
    TariffLaw law =
        TariffBook.us(
                TariffMeasure.base("8703", "2.5%"),
                TariffMeasure.of("KORUS", Rule.PREFERENCE, "8703", "KR", "2.5%").withId("wide"),
                TariffMeasure.of("KORUS", Rule.PREFERENCE, "8703.23", "KR", "2.5%").withId("close"))
            .on("2026-11-23");
    LandedCost heading = korean("8703", law);
    assertEquals("USD 750.00", Cents.of(heading.amount(CostLine.Kind.DUTY).orElseThrow()));
    assertEquals("USD 0.00", fee(heading));
  }

  private static LandedCost korean(String line, TariffLaw law) {
    return LandedCostCalculator.of("US")
        .price(Shipment.of(line, "KR", "USD 30000").withClaim("KORUS"), law);
  }

  private static String fee(LandedCost cost) {
    return cost.lines().stream()
        .filter(line -> line.name().equals("MPF"))
        .map(line -> line.amount().map(Cents::of).orElse("unknown"))
        .collect(Collectors.joining());
  }

  /** 1,000 FOB + 80 + 20: duty 10 % is 100 on the FOB base, 110 on the CIF base. */
  @ParameterizedTest
  @CsvSource({
    "FOB, FOB, 1000, 1000, 1200",
    "CIF, FOB, 1000, 1100, 1210",
    "FOB, CIF, 1100, 1000, 1200",
    "CIF, CIF, 1100, 1100, 1210",
    "CIF, CFR, 1080, 1100, 1210",
    "FOB, CFR, 1080, 1000, 1200",
    "FOB, EXW, 1000, 1000, 1200",
    "FOB, DAP, 1100, 1000, 1200",
  })
  void the_customs_base_is_the_same_whatever_the_quote(
      ValuationBasis basis, Incoterm incoterm, String price, String value, String landed) {
    LandedCost cost =
        LandedCostCalculator.of("importer", basis)
            .price(
                Shipment.of("8471", "CN", "USD " + price)
                    .withIncoterm(incoterm)
                    .withFreight("USD 80")
                    .withInsurance("USD 20"),
                StatedDuty.of("10%"));
    assertEquals(
        0, new BigDecimal(value).compareTo(cost.customsValue().value().orElseThrow().getAmount()));
    assertEquals(0, new BigDecimal(landed).compareTo(cost.totalOrThrow().getAmount()));
    assertTrue(cost.customsValue().table().toText().contains("customs value"));
  }

  @Test
  void dutiable_charges_enter_the_value_and_others_do_not() {
    LandedCost cost =
        LandedCostCalculator.of("importer", ValuationBasis.FOB)
            .price(
                Shipment.of("8471", "CN", "USD 1000")
                    .withDutiableCharge("packing", "USD 100")
                    .withChargeBeforeImport("inspection", "USD 30")
                    .withChargeAfterImport("truck", "USD 70"),
                StatedDuty.of("10%"));
    assertEquals("USD 110.00", cost.amount(CostLine.Kind.DUTY).orElseThrow().toMoney().toString());
    assertEquals("USD 1310.00", cost.totalOrThrow().toMoney().toString());
    assertEquals(2, cost.customsValue().steps().size());
  }

  /** JPY 4,500,000 at 150 to the dollar is USD 30,000; the parity price is told in yen. */
  @Test
  void amounts_are_converted_at_stated_rates_only() {
    ExchangeRates rates =
        ExchangeRates.none().with(CurrencyUnit.USD, CurrencyUnit.JPY, new BigDecimal("150"));
    Shipment yen = PassengerCarsTest.car("JP").withPrice("JPY 4500000").withExchangeRates(rates);
    LandedCost cost = LandedCost.of(yen, PassengerCarsTest.CARS.on("2026-11-23"));
    assertEquals("USD 36178.42", Cents.of(cost.totalOrThrow()).replace(",", ""));
    assertTrue(cost.stamp().toString().contains("USD/JPY=150"));
    LandedCost dollars =
        LandedCost.of(PassengerCarsTest.car("JP"), PassengerCarsTest.CARS.on("2026-11-23"));
    BigMoney parity = Parity.price(cost, dollars).orElseThrow();
    assertEquals(CurrencyUnit.JPY, parity.getCurrencyUnit());
    assertEquals(4500000, parity.getAmount().doubleValue(), 1e-6);
  }

  /**
   * EO 14345: 15 % all-in on a specific base duty; rounding is to the cent in the waterfall only.
   */
  @Test
  void rounding_of_a_territory_applies_line_by_line_or_not_at_all() {
    Shipment odd = Shipment.of("8471", "CN", "USD 33.33");
    LandedCostCalculator exact = LandedCostCalculator.of("importer", ValuationBasis.FOB);
    assertEquals(
        "USD 3.333",
        exact
            .price(odd, StatedDuty.of("10%"))
            .amount(CostLine.Kind.DUTY)
            .orElseThrow()
            .toString()
            .replaceAll("0+$", ""));
    assertEquals(
        "USD 3.33",
        exact
            .withRounding(RoundingPolicy.EACH_DUTY_TO_CENT)
            .price(odd, StatedDuty.of("10%"))
            .amount(CostLine.Kind.DUTY)
            .orElseThrow()
            .toString());
  }

  @Test
  void a_parity_price_within_the_limits_of_a_fee_is_solved_piece_by_piece() {
    LandedCostCalculator us = LandedCostCalculator.of("US");
    Shipment small = PassengerCarsTest.car("JP").withPrice("USD 2000");
    LandedCost own = us.price(small, StatedDuty.of("25%").withDay("2026-11-23"));
    LandedCost rival = us.price(small, StatedDuty.of("15%").withDay("2026-11-23"));
    ParityAnswer<BigMoney> answer = Parity.price(own, rival);
    assertEquals(ParityAnswer.Method.CLOSED_FORM_PIECEWISE, answer.method());
    // (2000 · 1.15125 + 34.58 − 34.58) / 1.25125: the processing fee is at its minimum for both.
    assertEquals(2000 * 1.15125 / 1.25125, answer.orElseThrow().getAmount().doubleValue(), 1e-9);
    assertTrue(answer.question().contains("JP"));
    assertTrue(answer.table().toText().contains("closed form piecewise"));
  }

  /** 1.25 / 1.15 − 1 with all of the price local; with half of it, 0.08 / (0.5 − 0.08). */
  @Test
  void a_depreciation_needs_to_be_larger_where_less_of_the_price_is_local() {
    BigDecimal half = new BigDecimal("0.5");
    assertEquals(
        0.08 / 0.42,
        Parity.depreciation(Rate.percent(25), Rate.percent(15), half).orElseThrow().doubleValue(),
        1e-15);
  }

  /** 100 · 115 / (125^0.75 · 110^0.25). */
  @Test
  void a_basket_index_is_the_weighted_geometric_mean() {
    LandedCostCalculator list = LandedCostCalculator.of("list", ValuationBasis.FOB);
    LandedCost own = list.price(Shipment.of("87", "JP", "USD 100"), StatedDuty.of("15%"));
    LandedCost first = list.price(Shipment.of("87", "KR", "USD 100"), StatedDuty.of("25%"));
    LandedCost second = list.price(Shipment.of("87", "GB", "USD 100"), StatedDuty.of("10%"));
    BasketIndex index = BasketIndex.of(own).withRival(first, "3").withRival(second, "1");
    assertEquals(
        100 * 115 / (Math.pow(125, 0.75) * Math.pow(110, 0.25)),
        index.value().orElseThrow(),
        1e-12);
    assertTrue(index.table().toText().contains("basket"));
    assertTrue(BasketIndex.of(own).value().isEmpty());
  }

  /** ω / (ω + η); Yale's range of retail pass-through leaves the rest to margins. */
  @Test
  void pass_through_splits_a_tariff_in_three() {
    PassThrough split = PassThrough.of(0.9).withRetail(0.5);
    assertEquals(0.1, split.exporterShare(), 1e-15);
    assertEquals(0.4, split.importerShare(), 1e-15);
    assertEquals(0.5, split.buyerShare(), 1e-15);
    assertEquals(0.75, PassThrough.ofElasticities(3, 1).border(), 1e-15);
    assertTrue(split.table().toText().contains("importer"));
  }

  /** 27.5 → 15: −12.5 points, −9.80 % of the price, worth a depreciation of 10.87 %. */
  @Test
  void a_cut_is_told_in_its_equivalents() {
    RateChange cut = Rate.percent("27.5").to(Rate.percent(15));
    assertEquals("-12.5 pp", cut.toString());
    assertEquals(-0.0980, cut.priceEffect().doubleValue(), 5e-5);
    // ln 1.15 - ln 1.275
    assertEquals(-0.1032, cut.logPriceEffect(), 5e-5);
    assertEquals("10.87%", Parity.depreciation(cut.before(), cut.after()).toString());
  }

  @Test
  void values_are_told_apart_by_what_they_hold() {
    CostLine one = CostLine.of(CostLine.Kind.FEE, "MPF", BigMoney.parse("USD 1.0"), "");
    assertEquals(one, CostLine.of(CostLine.Kind.FEE, "MPF", BigMoney.parse("USD 1.00"), ""));
    assertNotEquals(one, CostLine.unknown(CostLine.Kind.FEE, "MPF", ""));
    assertFalse(CostLine.unknown(CostLine.Kind.CREDITABLE_TAX, "VAT", "").isCost());
    assertEquals(
        TaxBase.dutyPaidValue(), TaxBase.of(TaxBase.Part.DUTY, TaxBase.Part.CUSTOMS_VALUE));
    assertEquals("customs value + duty", TaxBase.dutyPaidValue().toString());
  }
}
