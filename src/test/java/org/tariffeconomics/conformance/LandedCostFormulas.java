package org.tariffeconomics.conformance;

import com.fasterxml.jackson.databind.JsonNode;
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
  public Map<String, Function<JsonNode, Object>> methods() {
    return Map.of(
        "landed_cost_differential", LandedCostFormulas::differential,
        "tariff_equivalents", LandedCostFormulas::equivalents,
        "pass_through", LandedCostFormulas::passThrough);
  }

  private static Object differential(JsonNode inputs) {
    LandedCost a = landed(inputs.get("A"), "JP");
    LandedCost b = landed(inputs.get("B"), "KR");
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

  private static LandedCost landed(JsonNode side, String origin) {
    FeeSchedule fees =
        FeeSchedule.of(
            Fee.fixed("fixed fee", usd(side, "ff")),
            Fee.adValorem("ad valorem fee", rate(side, "adv")));
    Shipment shipment =
        Shipment.of(HsCode.of("8703"), Country.of(origin), usd(side, "p"))
            .withFreight(usd(side, "fr"))
            .withInsurance(usd(side, "ins"));
    return LandedCostCalculator.of("importer", ValuationBasis.valueOf(side.get("basis").asText()))
        .withFees(fees)
        .price(shipment, StatedDuty.of(rate(side, "t")).withFixed(usd(side, "spec")));
  }

  private static Object equivalents(JsonNode inputs) {
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

  private static Object passThrough(JsonNode inputs) {
    PassThrough passThrough = PassThrough.of(inputs.get("beta").asDouble());
    double landed = inputs.get("p0Landed").asDouble();
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

  private static BigMoney usd(JsonNode inputs, String key) {
    return BigMoney.of(CurrencyUnit.USD, decimal(inputs, key));
  }

  private static Rate rate(JsonNode inputs, String key) {
    return Rate.fraction(decimal(inputs, key));
  }

  private static BigDecimal decimal(JsonNode inputs, String key) {
    return new BigDecimal(inputs.get(key).asText());
  }
}
