package org.tariffeconomics.conformance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.tariffeconomics.indicator.AdvantageMeasure;
import org.tariffeconomics.indicator.BasketComparison;
import org.tariffeconomics.indicator.Concentration;
import org.tariffeconomics.indicator.ConstantMarketShare;
import org.tariffeconomics.indicator.EffectiveProtection;
import org.tariffeconomics.indicator.EffectiveRate;
import org.tariffeconomics.indicator.MarketAccess;
import org.tariffeconomics.indicator.MarketAccessConditions;
import org.tariffeconomics.indicator.PreferenceMargin;
import org.tariffeconomics.indicator.PreferenceMarket;
import org.tariffeconomics.indicator.RealEffectiveIndex;
import org.tariffeconomics.indicator.Restrictiveness;
import org.tariffeconomics.indicator.RevealedAdvantage;
import org.tariffeconomics.indicator.RivalTerms;
import org.tariffeconomics.indicator.TariffLine;
import org.tariffeconomics.indicator.TariffProfile;
import org.tariffeconomics.indicator.TradeMatrix;
import org.tariffeconomics.indicator.TwoWayMeasure;
import org.tariffeconomics.indicator.TwoWayTrade;

/** The closed-form methods of the {@code indicator} package. */
final class IndicatorFormulas implements FormulaRoom {

  @Override
  public Map<String, Function<CaseInputs, Object>> methods() {
    Map<String, Function<CaseInputs, Object>> methods = new LinkedHashMap<>();
    methods.put("preference_margin", IndicatorFormulas::preferenceMargin);
    methods.put("relative_preference_margin", IndicatorFormulas::relativePreferenceMargin);
    methods.put("average_tariffs", IndicatorFormulas::averageTariffs);
    methods.put("constant_market_share", IndicatorFormulas::constantMarketShare);
    methods.put("effective_protection", IndicatorFormulas::effectiveProtection);
    methods.put("rca_family", IndicatorFormulas::rcaFamily);
    methods.put("restrictiveness", IndicatorFormulas::restrictiveness);
    methods.put("tariff_adjusted_reer", IndicatorFormulas::tariffAdjustedReer);
    return methods;
  }

  private static Object preferenceMargin(CaseInputs in) {
    PreferenceMarket market =
        PreferenceMarket.of(in.number("mfn"), in.numbers("imports"), in.numbers("applied"));
    PreferenceMargin margin = market.margin(in.text("partner"), in.number("utilisation", 1));
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("absolute", margin.absolute());
    out.put("relativePower", margin.power());
    out.put("competitorAverage", orNull(margin.competitorAverage()));
    out.put("competitionAdjusted", orNull(margin.competitionAdjusted()));
    out.put("competitionAdjustedPower", orNull(margin.competitionAdjustedPower()));
    out.put("dutySaved", margin.dutySaved());
    return out;
  }

  private static Object relativePreferenceMargin(CaseInputs in) {
    MarketAccessConditions conditions =
        MarketAccessConditions.of(
            matrix(in, "exports"), in.grid("tariffs"), in.numbers("elasticity"));
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("rpm", conditions.access(in.text("partner")).map(MarketAccess::relative).orElse(null));
    return out;
  }

  private static Object averageTariffs(CaseInputs in) {
    List<TariffLine> lines = new ArrayList<>();
    for (double[][] subheading : in.grids("linesByHs6")) {
      String name = "subheading of line " + lines.size();
      for (double[] line : subheading) {
        lines.add(new TariffLine(name, line[0], line[1]));
      }
    }
    TariffProfile profile = TariffProfile.of(lines);
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("simple", profile.simple());
    out.put("simpleOfHs6Averages", profile.simpleOfSubheadings());
    out.put("tradeWeightedStatutory", orNull(profile.tradeWeighted()));
    out.put("dutiableShare", orNull(profile.dutiableShare()));
    if (in.has("dutiesCollected")) {
      out.put("effectiveActual", orNull(collected(lines, in.numbers("dutiesCollected"))));
    }
    return out;
  }

  private static OptionalDouble collected(List<TariffLine> lines, double[] duties) {
    List<String> names = IntStream.range(0, lines.size()).mapToObj(Integer::toString).toList();
    double[] imports = lines.stream().mapToDouble(TariffLine::imports).toArray();
    return EffectiveRate.collected(names, imports, duties).average();
  }

  private static Object constantMarketShare(CaseInputs in) {
    ConstantMarketShare parts =
        ConstantMarketShare.of(
            matrix(in, "exports0"),
            matrix(in, "exports1"),
            matrix(in, "world0"),
            matrix(in, "world1"));
    return Map.of(
        "growth", parts.growth(),
        "commodity", parts.commodity(),
        "market", parts.market(),
        "competitiveness", parts.competitiveness(),
        "total", parts.total());
  }

  private static Object effectiveProtection(CaseInputs in) {
    double tariff = in.number("tariff");
    double[] tariffs = in.numbers("inputTariffs");
    Map<String, Object> out = new LinkedHashMap<>();
    out.put(
        "erp", orNull(EffectiveProtection.of(tariff, in.numbers("inputShares"), tariffs).rate()));
    if (in.has("observedDistortedShares")) {
      double[] observed = in.numbers("observedDistortedShares");
      out.put(
          "erpFromDistorted",
          orNull(EffectiveProtection.ofObserved(tariff, observed, tariffs).rate()));
    }
    return out;
  }

  private static Object rcaFamily(CaseInputs in) {
    TradeMatrix exports = matrix(in, "exports");
    TradeMatrix imports = matrix(in, "imports");
    int country = in.whole("country");
    int product = in.whole("product");
    RevealedAdvantage advantage = RevealedAdvantage.of(exports);
    TwoWayTrade twoWay = TwoWayTrade.of(exports, imports);
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("balassa", orNull(advantage.value(AdvantageMeasure.BALASSA, country, product)));
    out.put("rsca", orNull(advantage.value(AdvantageMeasure.SYMMETRIC, country, product)));
    out.put("nrca", orNull(advantage.value(AdvantageMeasure.NORMALISED, country, product)));
    out.put("lafay", orNull(twoWay.value(TwoWayMeasure.LAFAY, country, product)));
    out.put(
        "vollrathRxa", orNull(advantage.value(AdvantageMeasure.RELATIVE_EXPORT, country, product)));
    out.put("grubelLloyd", orNull(twoWay.value(TwoWayMeasure.GRUBEL_LLOYD, country, product)));
    putBetween(out, exports, imports);
    return out;
  }

  /** The expected keys name the countries that they compare: any of them may be asked for. */
  private static void putBetween(
      Map<String, Object> out, TradeMatrix exports, TradeMatrix imports) {
    int countries = exports.rows().size();
    for (int i = 0; i < countries; i++) {
      double[] basket = exports.row(i);
      out.put("hhiProducts" + i, Concentration.herfindahl(basket));
      if (basket.length > 1) {
        out.put("hhiNormalised" + i, Concentration.normalisedHerfindahl(basket));
      }
      for (int j = 0; j < countries; j++) {
        out.put(
            "finger_kreinin_" + i + "_" + j, BasketComparison.similarity(basket, exports.row(j)));
        out.put(
            "complementarity_exporter" + i + "_importer" + j,
            BasketComparison.complementarity(basket, imports.row(j)));
      }
    }
  }

  private static Object restrictiveness(CaseInputs in) {
    Restrictiveness indices =
        Restrictiveness.of(
            in.numbers("imports"), in.numbers("elasticitiesAbs"), in.numbers("tariffs"));
    return Map.of(
        "tradeWeighted", indices.tradeWeightedAverage(),
        "simple", indices.simpleAverage(),
        "otri", indices.otri(),
        "tri", indices.tri(),
        "triDecomposition", indices.decomposition().tri(),
        "dwlShareOfGdp", indices.deadweightLossShare(in.number("gdp")));
  }

  private static Object tariffAdjustedReer(CaseInputs in) {
    double[] weights = in.numbers("weights");
    double[] tariffs = in.numbers("competitorTariffs");
    double[] rates = in.numbers("bilateralFxIndex");
    double[] prices = in.numbers("relativePriceIndex");
    if (IntStream.of(tariffs.length, rates.length, prices.length)
        .anyMatch(length -> length != weights.length)) {
      throw new IllegalArgumentException("the lists must have as many entries as weights");
    }
    List<RivalTerms> rivals =
        IntStream.range(0, weights.length)
            .mapToObj(
                k ->
                    new RivalTerms(
                        Integer.toString(k), weights[k], tariffs[k], rates[k], prices[k]))
            .toList();
    RealEffectiveIndex index = RealEffectiveIndex.of(in.number("ownTariff"), rivals);
    return Map.of(
        "reer", index.reer(),
        "tariffCompetitiveness", index.tariffCompetitiveness(),
        "combined", index.combined());
  }

  private static Object orNull(OptionalDouble value) {
    return value.isPresent() ? value.getAsDouble() : null;
  }

  private static TradeMatrix matrix(CaseInputs in, String name) {
    return TradeMatrix.unlabelled(in.grid(name));
  }
}
