package org.tariffeconomics.landedcost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.basics.RateChange;
import org.tariffeconomics.landedcost.CostLine.Kind;
import org.tariffeconomics.tariff.TariffBook;
import org.tariffeconomics.tariff.TariffMeasure;

/** The laws that landed costs obey, whatever the shipment. */
class LandedCostProperties {

  private static final BigDecimal TINY = new BigDecimal("1e-20");

  /** A processing fee with limits that bite: below USD 9,694 and above USD 188,077. */
  private static final Fee PROCESSING =
      Fee.adValorem("MPF", "0.3464%").withLimits("USD 33.58", "USD 651.50");

  private static final FeeSchedule FEES =
      FeeSchedule.of(PROCESSING, Fee.adValorem("HMF", "0.125%"), Fee.fixed("ISF", "USD 12"));

  /** A greater-of duty: its corner is at a value of USD 5,000. */
  private static final TariffBook COMPOUND =
      TariffBook.us(
          TariffMeasure.base("84", "max(10%, 500 USD/item)"),
          TariffMeasure.topsUpTo("floor", "84", "*", "15%"));

  private static BigMoney usd(BigDecimal amount) {
    return BigMoney.of(CurrencyUnit.USD, amount);
  }

  @Provide
  Arbitrary<Rate> rates() {
    return Arbitraries.bigDecimals()
        .between(BigDecimal.ZERO, new BigDecimal("1.5"))
        .ofScale(4)
        .map(Rate::fraction);
  }

  @Provide
  Arbitrary<Shipment> shipments() {
    Arbitrary<BigDecimal> prices =
        Arbitraries.bigDecimals().between(BigDecimal.ONE, new BigDecimal("500000")).ofScale(2);
    Arbitrary<BigDecimal> carriage =
        Arbitraries.bigDecimals().between(BigDecimal.ZERO, new BigDecimal("5000")).ofScale(2);
    return Combinators.combine(prices, carriage, carriage, Arbitraries.of("JP", "KR", "DE"))
        .as(
            (price, freight, insurance, origin) ->
                Shipment.of(HsCode.of("8471"), Country.of(origin), usd(price))
                    .withFreight(usd(freight))
                    .withInsurance(usd(insurance))
                    .withQuantity("1 item")
                    .withChargeAfterImport("inland", "USD 80"));
  }

  @Provide
  Arbitrary<LandedCostCalculator> calculators() {
    return Combinators.combine(
            Arbitraries.of(ValuationBasis.class), Arbitraries.of(FEES, FeeSchedule.none()))
        .as((basis, fees) -> LandedCostCalculator.of("importer", basis).withFees(fees));
  }

  @Provide
  Arbitrary<LandedCost> costs() {
    return Combinators.combine(shipments(), rates(), calculators())
        .as((shipment, rate, calculator) -> calculator.price(shipment, StatedDuty.of(rate)));
  }

  @Property(tries = 200)
  void lines_add_up_to_the_landed_cost(@ForAll("costs") LandedCost cost) {
    BigMoney sum =
        cost.lines().stream()
            .map(l -> l.amount().orElseThrow())
            .reduce(BigMoney.zero(CurrencyUnit.USD), BigMoney::plus);
    assertTrue(sum.isEqual(cost.totalOrThrow()));
  }

  @Property(tries = 200)
  void the_differential_is_antisymmetric_and_its_components_add_up(
      @ForAll("costs") LandedCost a, @ForAll("costs") LandedCost b) {
    LandedCostDifferential gap = LandedCostDifferential.of("a", a, "b", b);
    BigMoney total = gap.total().orElseThrow();
    assertTrue(total.isEqual(gap.reversed().total().orElseThrow().negated()));
    BigMoney sum =
        gap.components().stream()
            .map(c -> c.difference().orElseThrow())
            .reduce(BigMoney.zero(CurrencyUnit.USD), BigMoney::plus);
    assertTrue(sum.isEqual(total));
  }

  @Property(tries = 200)
  void the_index_is_multiplicative(
      @ForAll("costs") LandedCost a, @ForAll("costs") LandedCost b, @ForAll("costs") LandedCost c) {
    BigDecimal chained =
        index(a, b).multiply(index(b, c)).movePointLeft(2).subtract(index(a, c)).abs();
    assertTrue(chained.compareTo(index(a, c).multiply(TINY)) < 0);
  }

  private static BigDecimal index(LandedCost a, LandedCost b) {
    return LandedCostDifferential.of("a", a, "b", b).index().orElseThrow();
  }

  @Property(tries = 200)
  void a_parity_rate_put_back_lands_at_the_rivals_cost(
      @ForAll("costs") LandedCost own, @ForAll("costs") LandedCost rival) {
    ParityAnswer<Rate> answer = Parity.rate(own, rival);
    answer.value().ifPresent(rate -> assertLevel(own.atRate(rate), rival));
    if (answer.value().isEmpty()) {
      assertTrue(answer.algebraic().orElseThrow().signum() < 0);
      assertTrue(own.atRate(Rate.ZERO).totalOrThrow().isGreaterThan(rival.totalOrThrow()));
    }
  }

  @Property(tries = 200)
  void a_parity_price_put_back_lands_at_the_rivals_cost(
      @ForAll("costs") LandedCost own, @ForAll("costs") LandedCost rival) {
    ParityAnswer<BigMoney> answer = Parity.price(own, rival);
    answer.value().ifPresent(price -> assertLevel(own.atPrice(price), rival));
    if (answer.value().isEmpty()) {
      BigMoney nothing = own.atPrice(usd(BigDecimal.ZERO)).totalOrThrow();
      assertTrue(nothing.isGreaterThan(rival.totalOrThrow()));
    }
  }

  private static void assertLevel(LandedCost moved, LandedCost rival) {
    BigDecimal miss = moved.totalOrThrow().minus(rival.totalOrThrow()).getAmount().abs();
    assertTrue(
        miss.compareTo(rival.totalOrThrow().getAmount().multiply(TINY)) <= 0,
        () -> moved + " against " + rival);
  }

  /** Lines are rounded to the cent: two duties and three fees may move the sum by two cents. */
  @Property(tries = 100)
  void a_bracketed_parity_price_put_back_lands_at_the_rivals_cost(
      @ForAll("shipments") Shipment shipment, @ForAll("costs") LandedCost rival) {
    LandedCost own =
        LandedCostCalculator.of("US").withFees(FEES).price(shipment, COMPOUND.on("2026-11-23"));
    ParityAnswer<BigMoney> answer = Parity.price(own, rival);
    answer
        .value()
        .ifPresent(
            price -> {
              assertEquals(ParityAnswer.Method.ROOT_FINDING, answer.method());
              BigDecimal miss =
                  own.atPrice(price).totalOrThrow().minus(rival.totalOrThrow()).getAmount().abs();
              assertTrue(miss.compareTo(new BigDecimal("0.025")) <= 0, () -> "missed by " + miss);
            });
  }

  @Property(tries = 200)
  void a_duty_paid_price_lands_at_itself_and_its_value_put_back_gives_the_price(
      @ForAll("shipments") Shipment shipment,
      @ForAll("rates") Rate rate,
      @ForAll("calculators") LandedCostCalculator calculator) {
    LandedCost unpaid = calculator.price(shipment.withIncoterm(Incoterm.DAP), StatedDuty.of(rate));
    if (unpaid.total().isEmpty()) {
      return;
    }
    BigMoney dutyPaid = unpaid.totalOrThrow().minus(new BigDecimal("80"));
    DutyPaidSplit split =
        calculator.dutyPaid(shipment.withPrice(dutyPaid), StatedDuty.of(rate), ValueRounding.EXACT);
    BigDecimal miss =
        split
            .exactValue()
            .orElseThrow()
            .minus(unpaid.customsValue().value().orElseThrow())
            .getAmount()
            .abs();
    assertTrue(miss.compareTo(new BigDecimal("1e-18")) < 0, () -> "missed by " + miss);
    assertTrue(split.cost().totalOrThrow().isEqual(unpaid.totalOrThrow()));
  }

  @Property(tries = 200)
  void the_landed_cost_rises_with_price_and_rate(
      @ForAll("costs") LandedCost cost, @ForAll("rates") Rate more) {
    BigMoney dearer = cost.shipment().price().plus(BigDecimal.ONE);
    assertTrue(cost.atPrice(dearer).totalOrThrow().isGreaterThan(cost.totalOrThrow()));
    Rate rate = cost.effectiveRate().orElseThrow();
    assertTrue(
        cost.atRate(rate.plus(more)).totalOrThrow().compareTo(cost.atRate(rate).totalOrThrow())
            >= 0);
  }

  @Property(tries = 200)
  void a_limited_fee_stays_within_its_limits(@ForAll("shipments") Shipment shipment) {
    BigMoney fee = PROCESSING.on(shipment.price());
    assertTrue(!fee.isLessThan(PROCESSING.minimum().orElseThrow()));
    assertTrue(!fee.isGreaterThan(PROCESSING.maximum().orElseThrow()));
  }

  @Property(tries = 100)
  void a_creditable_tax_is_shown_and_costs_nothing(
      @ForAll("shipments") Shipment shipment,
      @ForAll("rates") Rate rate,
      @ForAll("calculators") LandedCostCalculator calculator) {
    ImportTax vat = ImportTax.of("VAT", "20%");
    LandedCost without = calculator.price(shipment, StatedDuty.of(rate));
    LandedCost credited =
        calculator
            .withTax(vat.withCredit(ImportTax.Credit.CREDITABLE))
            .price(shipment, StatedDuty.of(rate));
    LandedCost paid = calculator.withTax(vat).price(shipment, StatedDuty.of(rate));
    assertTrue(credited.totalOrThrow().isEqual(without.totalOrThrow()));
    assertTrue(
        paid.totalOrThrow()
            .minus(without.totalOrThrow())
            .isEqual(credited.amount(Kind.CREDITABLE_TAX).orElseThrow()));
  }

  @Property(tries = 100)
  void a_basket_of_one_rival_has_the_index_of_the_pair(
      @ForAll("costs") LandedCost own, @ForAll("costs") LandedCost rival) {
    double basket = BasketIndex.of(own).withRival(rival, "3").value().orElseThrow();
    double pair = index(own, rival).doubleValue();
    assertEquals(pair, basket, 1e-9 * pair);
  }

  @Property(tries = 200)
  void pass_through_shares_add_up_to_one(
      @ForAll double border, @ForAll double retail, @ForAll("rates") Rate before) {
    if (!Double.isFinite(border)
        || !Double.isFinite(retail)
        || Math.abs(border) > 1e6
        || Math.abs(retail) > 1e6) {
      return;
    }
    PassThrough shares = new PassThrough(border, retail);
    double sum = shares.buyerShare() + shares.exporterShare() + shares.importerShare();
    assertEquals(1, sum, 1e-9 * (1 + Math.abs(border) + Math.abs(retail)));
    assertEquals(1, PassThrough.of(1).exporterPriceFactor(before, Rate.percent(15)), 1e-15);
  }

  @Property(tries = 200)
  void equivalents_undo_the_change(@ForAll("rates") Rate before, @ForAll("rates") Rate after) {
    RateChange there = before.to(after);
    RateChange back = after.to(before);
    BigDecimal rises = there.priceEffect().add(BigDecimal.ONE);
    BigDecimal falls = back.priceEffect().add(BigDecimal.ONE);
    assertTrue(rises.multiply(falls).subtract(BigDecimal.ONE).abs().compareTo(TINY) < 0);
    assertEquals(
        0,
        there
            .priceEffect()
            .negate()
            .compareTo(Parity.priceCut(before, after).value().orElseThrow()));
    assertEquals(there.logPriceEffect(), -back.logPriceEffect(), 1e-15);
  }

  @Property(tries = 50)
  void the_order_of_fees_never_matters(@ForAll("shipments") Shipment shipment) {
    List<Fee> fees = FEES.fees();
    LandedCostCalculator us = LandedCostCalculator.of("importer", ValuationBasis.FOB);
    FeeSchedule turned = FeeSchedule.of(fees.get(2), fees.get(1), fees.get(0));
    assertTrue(
        us.withFees(FEES)
            .price(shipment, StatedDuty.of("5%"))
            .totalOrThrow()
            .isEqual(us.withFees(turned).price(shipment, StatedDuty.of("5%")).totalOrThrow()));
  }
}
