package org.tariffeconomics.conformance;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.basics.RateChange;
import org.tariffeconomics.landedcost.CostLine;
import org.tariffeconomics.landedcost.Fee;
import org.tariffeconomics.landedcost.FeeSchedule;
import org.tariffeconomics.landedcost.LandedCost;
import org.tariffeconomics.landedcost.LandedCostCalculator;
import org.tariffeconomics.landedcost.LandedCostDifferential;
import org.tariffeconomics.landedcost.Parity;
import org.tariffeconomics.landedcost.PassThrough;
import org.tariffeconomics.landedcost.Shipment;
import org.tariffeconomics.landedcost.StatedDuty;
import org.tariffeconomics.landedcost.ValuationBasis;

/** The closed-form methods of the {@code landedcost} package. */
final class LandedCostFormulas implements FormulaRoom {

  @Override
  public Map<String, Function<CaseInputs, Object>> methods() {
    return Map.of(
        "landed_cost_differential", LandedCostFormulas::differential,
        "tariff_equivalents", LandedCostFormulas::equivalents,
        "pass_through", LandedCostFormulas::passThrough);
  }

  private static Object differential(CaseInputs inputs) {
    LandedCost a = landed(inputs.group("A"), "JP");
    LandedCost b = landed(inputs.group("B"), "KR");
    LandedCostDifferential gap = LandedCostDifferential.of(a, b);
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("landedA", a.totalOrThrow().getAmount());
    result.put("landedB", b.totalOrThrow().getAmount());
    result.put("dutyA", a.amount(CostLine.Kind.DUTY).orElseThrow().getAmount());
    result.put("dutyB", b.amount(CostLine.Kind.DUTY).orElseThrow().getAmount());
    result.put("differential", gap.total().orElseThrow().getAmount());
    result.put("relative", gap.relative().orElse(null));
    result.put("index", gap.index().orElse(null));
    result.put("parityPriceA", Parity.price(a, b).algebraic().orElse(null));
    result.put("parityPriceCutA", Parity.priceCut(a, b).algebraic().orElse(null));
    result.put("parityTariffA", Parity.rate(a, b).algebraic().orElse(null));
    return result;
  }

  private static LandedCost landed(CaseInputs side, String origin) {
    FeeSchedule fees =
        FeeSchedule.of(
            Fee.fixed("fixed fee", usdOrNone(side, "ff")),
            Fee.adValorem("ad valorem fee", Rate.fraction(side.decimal("adv", "0"))));
    Shipment shipment =
        Shipment.of(HsCode.of("8703"), Country.of(origin), usd(side, "p"))
            .withFreight(usdOrNone(side, "fr"))
            .withInsurance(usdOrNone(side, "ins"));
    return LandedCostCalculator.of("importer", ValuationBasis.valueOf(side.text("basis")))
        .withFees(fees)
        .price(shipment, StatedDuty.of(rate(side, "t")).withFixed(usdOrNone(side, "spec")));
  }

  private static Object equivalents(CaseInputs inputs) {
    Rate before = rate(inputs, "t0");
    Rate after = rate(inputs, "t1");
    RateChange change = before.to(after);
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("powerRatio", change.priceEffect().add(BigDecimal.ONE));
    result.put("priceChange", change.priceEffect());
    result.put("logChange", change.logPriceEffect());
    result.put("fxDepreciationEquivalent", change.reversed().priceEffect());
    result.put("exporterPriceCutToOffset", Parity.priceCut(after, before).value().orElseThrow());
    result.put("foreignCurrencyPerUsdFactor", change.reversed().priceEffect().add(BigDecimal.ONE));
    return result;
  }

  private static Object passThrough(CaseInputs inputs) {
    PassThrough passThrough = PassThrough.of(inputs.number("beta"));
    double landed = inputs.number("p0Landed");
    Rate before = rate(inputs, "t0");
    Rate after = rate(inputs, "t1");
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("landed1", passThrough.landedAfter(landed, before, after));
    result.put("exporterPriceFactor", passThrough.exporterPriceFactor(before, after));
    result.put("exporterAbsorbedLogShare", passThrough.exporterShare());
    result.put("linearLanded1", passThrough.linearLandedAfter(landed, before, after));
    result.put("consumerShareOfTaxLog", passThrough.buyerShare());
    return result;
  }

  /** A cost that the case leaves out is none: a side states what it has. */
  private static BigMoney usdOrNone(CaseInputs inputs, String key) {
    return BigMoney.of(CurrencyUnit.USD, inputs.decimal(key, "0"));
  }

  private static BigMoney usd(CaseInputs inputs, String key) {
    return BigMoney.of(CurrencyUnit.USD, inputs.decimal(key));
  }

  private static Rate rate(CaseInputs inputs, String key) {
    return Rate.fraction(inputs.decimal(key));
  }
}
