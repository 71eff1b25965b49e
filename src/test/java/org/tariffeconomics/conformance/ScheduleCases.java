package org.tariffeconomics.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.tariffeconomics.basics.Quantity;
import org.tariffeconomics.tariff.EntryPrice;
import org.tariffeconomics.tariff.PriceSafeguard;
import org.tariffeconomics.tariff.StageRounding;
import org.tariffeconomics.tariff.StagedReduction;
import org.tariffeconomics.tariff.TariffQuota;

/** Cases about staged rates, quotas, entry prices and safeguards by price. */
final class ScheduleCases {

  private ScheduleCases() {}

  static Map<String, Function<DutyCase, Object>> groups() {
    return Map.of(
        "staging", ScheduleCases::staging,
        "quota", ScheduleCases::quota,
        "liberalisation", ScheduleCases::swissFormula,
        "entry_price", ScheduleCases::entryPrice,
        "ssg", ScheduleCases::priceSafeguard);
  }

  private static BigDecimal staging(DutyCase each) {
    StageRounding rounding =
        each.has("rounding") ? StageRounding.parse(each.text("rounding")) : StageRounding.NONE;
    return remainder(each).of(base(each), rounding);
  }

  private static StagedReduction.Remainder remainder(DutyCase each) {
    if (each.has("remaining")) {
      return StagedReduction.Remainder.parse(each.text("remaining"));
    }
    if (each.has("cumulative_cut_pct")) {
      return StagedReduction.ofCumulativeCuts(
              each.text("category"), List.of(each.number("cumulative_cut_pct")))
          .at(1);
    }
    return StagedReduction.linear(each.number("stages").intValueExact())
        .at(each.number("stage").intValueExact());
  }

  /** The number in front of the unit: percent, or cents a quantity. */
  private static BigDecimal base(DutyCase each) {
    String name = each.firstKey("base").orElseThrow(() -> new UnsupportedCase("no base rate"));
    return new BigDecimal(each.text(name).strip().split("[ %]", 2)[0]);
  }

  private static BigDecimal quota(DutyCase each) {
    return TariffQuota.prorated(
            new Quantity(each.number("kg"), Quantity.of("1", "kg").unit()), each.rate("prorata"))
        .inside()
        .amount();
  }

  private static BigDecimal swissFormula(DutyCase each) {
    return StagedReduction.swissFormula(each.number("rate"), each.number("a"));
  }

  private static BigDecimal entryPrice(DutyCase each) {
    List<EntryPrice.Step> steps = new ArrayList<>();
    for (JsonNode step : each.inputs().get("ladder")) {
      steps.add(
          new EntryPrice.Step(
              new BigDecimal(step.get(0).asText()), new BigDecimal(step.get(1).asText())));
    }
    BigDecimal perHundredKilos =
        EntryPrice.of(steps).dutyAt(each.number("entry_price_eur_per_100kg"));
    BigDecimal hundreds = each.number("kg").movePointLeft(2);
    return RateCases.duty("0809", "14.40%", each).add(perHundredKilos.multiply(hundreds));
  }

  private static BigDecimal priceSafeguard(DutyCase each) {
    return PriceSafeguard.additionalDuty(each.number("trigger"), each.number("price"));
  }
}
