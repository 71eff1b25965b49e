package org.tariffeconomics.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.tariffeconomics.basics.Quantity;
import org.tariffeconomics.quota.PriceSafeguard;
import org.tariffeconomics.quota.TariffQuota;
import org.tariffeconomics.rate.ConditionLadder;
import org.tariffeconomics.rate.DutyRate;
import org.tariffeconomics.schedule.StageRounding;
import org.tariffeconomics.schedule.StagedReduction;

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

  /** What of an entry is within a quota: by an announced share, or by what is left of it. */
  private static BigDecimal quota(DutyCase each) {
    Quantity entry =
        RateCases.quantities(each).stream()
            .findFirst()
            .orElseThrow(() -> new UnsupportedCase("the quantity of the entry is not stated"));
    TariffQuota.Split split =
        each.has("prorata")
            ? TariffQuota.prorated(entry, each.rate("prorata"))
            : new TariffQuota(
                    "quota",
                    new Quantity(each.number("volume"), entry.unit()),
                    new Quantity(each.number("used", "0"), entry.unit()))
                .split(entry);
    return each.output().contains("out") ? split.outside().amount() : split.inside().amount();
  }

  private static BigDecimal swissFormula(DutyCase each) {
    return StagedReduction.swissFormula(number(each, "rate"), number(each, "a"));
  }

  /** A number that may bear a percent sign. */
  private static BigDecimal number(DutyCase each, String name) {
    return new BigDecimal(each.text(name).replace("%", "").strip());
  }

  /** A share of the value beside a ladder, each step of which adds so much per 100 kg. */
  private static BigDecimal entryPrice(DutyCase each) {
    String share = each.has("rate") ? each.text("rate") : shareInTitle(each);
    List<ConditionLadder.Step> steps = new ArrayList<>();
    List<JsonNode> ladder = new ArrayList<>();
    each.inputs().get("ladder").forEach(ladder::add);
    ladder.sort(Comparator.comparing((JsonNode s) -> new BigDecimal(s.get(0).asText())).reversed());
    for (JsonNode step : ladder) {
      steps.add(
          new ConditionLadder.Step(
              "V",
              Optional.empty(),
              Optional.of(perHundredKilos(step.get(0))),
              "01",
              Optional.of(perHundredKilos(step.get(1)))));
    }
    DutyRate rate = new DutyRate.Sum(List.of(DutyRate.parse(share), new ConditionLadder(steps)));
    return RateCases.duty("0809", rate.toString(), each);
  }

  private static DutyRate.Specific perHundredKilos(JsonNode amount) {
    return new DutyRate.Specific(
        BigMoney.of(CurrencyUnit.EUR, new BigDecimal(amount.asText())), Quantity.of("100", "kg"));
  }

  /** The share of the value stands in the title only: {@code 14.40 % plus entry-price step}. */
  private static String shareInTitle(DutyCase each) {
    Matcher share = Pattern.compile("[0-9.]+ ?%").matcher(each.title());
    if (!share.find()) {
      throw new UnsupportedCase("no share of the value is given");
    }
    return share.group();
  }

  private static BigDecimal priceSafeguard(DutyCase each) {
    return PriceSafeguard.additionalDuty(each.number("trigger"), each.number("price"));
  }
}
