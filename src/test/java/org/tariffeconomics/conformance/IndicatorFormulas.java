package org.tariffeconomics.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
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
  public Map<String, Function<JsonNode, Object>> methods() {
    Map<String, Function<JsonNode, Object>> methods = new LinkedHashMap<>();
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

  private static Object preferenceMargin(JsonNode in) {
    PreferenceMarket market =
        PreferenceMarket.of(
            in.get("mfn").asDouble(), numbers(in.get("imports")), numbers(in.get("applied")));
    PreferenceMargin margin =
        market.margin(in.get("partner").asText(), in.path("utilisation").asDouble(1));
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("absolute", margin.absolute());
    out.put("relativePower", margin.power());
    out.put("competitorAverage", orNull(margin.competitorAverage()));
    out.put("competitionAdjusted", orNull(margin.competitionAdjusted()));
    out.put("competitionAdjustedPower", orNull(margin.competitionAdjustedPower()));
    out.put("dutySaved", margin.dutySaved());
    return out;
  }

  private static Object relativePreferenceMargin(JsonNode in) {
    MarketAccessConditions conditions =
        MarketAccessConditions.of(
            matrix(in.get("exports")), grid(in.get("tariffs")), numbers(in.get("elasticity")));
    Map<String, Object> out = new LinkedHashMap<>();
    out.put(
        "rpm",
        conditions.access(in.get("partner").asText()).map(MarketAccess::relative).orElse(null));
    return out;
  }

  private static Object averageTariffs(JsonNode in) {
    List<TariffLine> lines = new ArrayList<>();
    for (JsonNode subheading : in.get("linesByHs6")) {
      String name = "subheading of line " + lines.size();
      subheading.forEach(
          line -> lines.add(new TariffLine(name, line.get(0).asDouble(), line.get(1).asDouble())));
    }
    TariffProfile profile = TariffProfile.of(lines);
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("simple", profile.simple());
    out.put("simpleOfHs6Averages", profile.simpleOfSubheadings());
    out.put("tradeWeightedStatutory", orNull(profile.tradeWeighted()));
    out.put("dutiableShare", orNull(profile.dutiableShare()));
    if (in.has("dutiesCollected")) {
      out.put("effectiveActual", orNull(collected(lines, numbers(in.get("dutiesCollected")))));
    }
    return out;
  }

  private static OptionalDouble collected(List<TariffLine> lines, double[] duties) {
    List<String> names = IntStream.range(0, lines.size()).mapToObj(Integer::toString).toList();
    double[] imports = lines.stream().mapToDouble(TariffLine::imports).toArray();
    return EffectiveRate.collected(names, imports, duties).average();
  }

  private static Object constantMarketShare(JsonNode in) {
    ConstantMarketShare parts =
        ConstantMarketShare.of(
            matrix(in.get("exports0")),
            matrix(in.get("exports1")),
            matrix(in.get("world0")),
            matrix(in.get("world1")));
    return Map.of(
        "growth", parts.growth(),
        "commodity", parts.commodity(),
        "market", parts.market(),
        "competitiveness", parts.competitiveness(),
        "total", parts.total());
  }

  private static Object effectiveProtection(JsonNode in) {
    double tariff = in.get("tariff").asDouble();
    double[] tariffs = numbers(in.get("inputTariffs"));
    Map<String, Object> out = new LinkedHashMap<>();
    out.put(
        "erp",
        orNull(EffectiveProtection.of(tariff, numbers(in.get("inputShares")), tariffs).rate()));
    if (in.has("observedDistortedShares")) {
      double[] observed = numbers(in.get("observedDistortedShares"));
      out.put(
          "erpFromDistorted",
          orNull(EffectiveProtection.ofObserved(tariff, observed, tariffs).rate()));
    }
    return out;
  }

  private static Object rcaFamily(JsonNode in) {
    TradeMatrix exports = matrix(in.get("exports"));
    TradeMatrix imports = matrix(in.get("imports"));
    int country = in.get("country").asInt();
    int product = in.get("product").asInt();
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
    out.put("hhiProducts0", Concentration.herfindahl(exports.row(0)));
    out.put("hhiNormalised0", Concentration.normalisedHerfindahl(exports.row(0)));
    putBetween(out, exports, imports);
    return out;
  }

  /** The expected keys name the pairs: countries 0 and 1, exporter 0 and importer 2. */
  private static void putBetween(
      Map<String, Object> out, TradeMatrix exports, TradeMatrix imports) {
    if (exports.rows().size() > 1) {
      out.put("finger_kreinin_0_1", BasketComparison.similarity(exports.row(0), exports.row(1)));
    }
    if (imports.rows().size() > 2) {
      out.put(
          "complementarity_exporter0_importer2",
          BasketComparison.complementarity(exports.row(0), imports.row(2)));
    }
  }

  private static Object restrictiveness(JsonNode in) {
    Restrictiveness indices =
        Restrictiveness.of(
            numbers(in.get("imports")),
            numbers(in.get("elasticitiesAbs")),
            numbers(in.get("tariffs")));
    return Map.of(
        "tradeWeighted", indices.tradeWeightedAverage(),
        "simple", indices.simpleAverage(),
        "otri", indices.otri(),
        "tri", indices.tri(),
        "triDecomposition", indices.decomposition().tri(),
        "dwlShareOfGdp", indices.deadweightLossShare(in.get("gdp").asDouble()));
  }

  private static Object tariffAdjustedReer(JsonNode in) {
    List<RivalTerms> rivals = new ArrayList<>();
    for (int k = 0; k < in.get("weights").size(); k++) {
      rivals.add(
          new RivalTerms(
              Integer.toString(k),
              in.get("weights").get(k).asDouble(),
              in.get("competitorTariffs").get(k).asDouble(),
              in.get("bilateralFxIndex").get(k).asDouble(),
              in.get("relativePriceIndex").get(k).asDouble()));
    }
    RealEffectiveIndex index = RealEffectiveIndex.of(in.get("ownTariff").asDouble(), rivals);
    return Map.of(
        "reer", index.reer(),
        "tariffCompetitiveness", index.tariffCompetitiveness(),
        "combined", index.combined());
  }

  private static Object orNull(OptionalDouble value) {
    return value.isPresent() ? value.getAsDouble() : null;
  }

  private static TradeMatrix matrix(JsonNode rows) {
    return TradeMatrix.unlabelled(grid(rows));
  }

  private static double[][] grid(JsonNode rows) {
    return StreamSupport.stream(rows.spliterator(), false)
        .map(IndicatorFormulas::numbers)
        .toArray(double[][]::new);
  }

  private static double[] numbers(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false)
        .mapToDouble(JsonNode::asDouble)
        .toArray();
  }
}
