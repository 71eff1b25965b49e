package org.tariffeconomics.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.tariffeconomics.equilibrium.ArmingtonMarket;
import org.tariffeconomics.equilibrium.GainsFromTrade;
import org.tariffeconomics.equilibrium.HarbergerLoss;
import org.tariffeconomics.equilibrium.NestedArmington;
import org.tariffeconomics.equilibrium.NestedResponse;
import org.tariffeconomics.equilibrium.OptimalTariff;
import org.tariffeconomics.equilibrium.ReciprocalFormula;
import org.tariffeconomics.equilibrium.ReciprocalRate;
import org.tariffeconomics.equilibrium.RevenueMaximum;
import org.tariffeconomics.equilibrium.ShareResponse;
import org.tariffeconomics.equilibrium.SmartMarket;
import org.tariffeconomics.equilibrium.SmartResult;
import org.tariffeconomics.equilibrium.TariffWelfare;

/** The closed-form methods of the {@code equilibrium} package. */
final class EquilibriumFormulas implements FormulaRoom {

  @Override
  public Map<String, Function<JsonNode, Object>> methods() {
    return Map.of(
        "armington_share_shift", EquilibriumFormulas::armingtonShareShift,
        "nested_armington", EquilibriumFormulas::nestedArmington,
        "smart", EquilibriumFormulas::smart,
        "harberger", EquilibriumFormulas::harberger,
        "laffer", EquilibriumFormulas::laffer,
        "optimal_tariff_pe", EquilibriumFormulas::optimalTariff,
        "ustr_reciprocal", EquilibriumFormulas::reciprocal,
        "acr", EquilibriumFormulas::acr,
        "acr_multisector", EquilibriumFormulas::acrMultiSector);
  }

  private static Object armingtonShareShift(JsonNode inputs) {
    ArmingtonMarket market =
        ArmingtonMarket.ofShares(numbers(inputs, "shares"), number(inputs, "sigma"))
            .withDemandElasticity(number(inputs, "eta"));
    ShareResponse response = market.afterPrices(numbers(inputs, "priceFactors"));
    int suppliers = market.suppliers().size();
    Map<String, Object> tree = new HashMap<>();
    tree.put("exactShares", response.shares());
    tree.put("priceIndex", response.priceIndex());
    tree.put("quantities", response.quantities());
    tree.put("values", response.values());
    tree.put("logApproxShares", response.logApproximation());
    tree.put("linearApproxShares", response.linearApproximation());
    tree.put(
        "ownElasticity",
        IntStream.range(0, suppliers).mapToDouble(market::ownElasticity).toArray());
    tree.put(
        "crossElasticity",
        IntStream.range(0, suppliers).mapToDouble(market::crossElasticity).toArray());
    return tree;
  }

  private static Object nestedArmington(JsonNode inputs) {
    NestedArmington market =
        NestedArmington.homeAndImports(
                number(inputs, "domesticShare"),
                numbers(inputs, "importShares"),
                number(inputs, "sigmaDomMacro"),
                number(inputs, "sigmaImportMicro"))
            .withDemandElasticity(number(inputs, "eta"));
    double[] imports = numbers(inputs, "pm");
    double[] prices = new double[imports.length + 1];
    prices[0] = number(inputs, "pd");
    System.arraycopy(imports, 0, prices, 1, imports.length);
    NestedResponse response = market.afterPrices(prices);
    Map<String, Object> tree = new HashMap<>();
    tree.put("Pm", response.priceIndex(NestedArmington.IMPORTS));
    tree.put("P", response.priceIndex());
    tree.put("domesticValueShare", response.shares()[0]);
    tree.put("importValueShares", withoutFirst(response.shares()));
    tree.put("domesticQuantity", response.quantities()[0]);
    tree.put("importQuantities", withoutFirst(response.quantities()));
    return tree;
  }

  private static Object smart(JsonNode inputs) {
    SmartMarket market =
        SmartMarket.of(
                numbers(inputs, "imports"),
                numbers(inputs, "t0"),
                number(inputs, "importDemandElasticity"))
            .withSubstitution(number(inputs, "substitutionElasticity"));
    if (inputs.hasNonNull("exportSupplyElasticity")) {
      market = market.withSupplyElasticity(number(inputs, "exportSupplyElasticity"));
    }
    int[] beneficiaries =
        Arrays.stream(numbers(inputs, "beneficiaries")).mapToInt(k -> (int) k).toArray();
    SmartResult result = market.afterTariffs(numbers(inputs, "t1"), beneficiaries);
    double[] linear = result.linearDiversion();
    Map<String, Object> tree = new HashMap<>();
    tree.put("tradeCreation", result.tradeCreation());
    tree.put("tradeDiversion", result.tradeDiversion());
    tree.put("totalCreation", result.totalCreation());
    tree.put(
        "diversionLinearCappedPerBeneficiary",
        Arrays.stream(beneficiaries).mapToDouble(k -> linear[k]).toArray());
    tree.put("imports1", result.importsAfter());
    tree.put("revenueChange", result.revenueChange());
    tree.put("welfareHarbergerTrapezoid", orNull(result.welfare()));
    tree.put("priceEffect", result.priceEffects());
    return tree;
  }

  private static Object harberger(JsonNode inputs) {
    HarbergerLoss loss =
        TariffWelfare.harberger(
            number(inputs, "importsAtWorldPricePreTariff"),
            number(inputs, "tariff"),
            number(inputs, "demandElasticityAbs"));
    // The case's linear loss is the textbook triangle, also beyond the choke tariff.
    return Map.of(
        "dwlLinear", loss.triangle(),
        "dwlConstantElasticity", loss.constantElasticityLoss(),
        "revenueConstantElasticity", loss.constantElasticityRevenue(),
        "revenueLinear", loss.linearRevenue(),
        "consumerLossConstantElasticity", loss.constantElasticityConsumerLoss());
  }

  private static Object laffer(JsonNode inputs) {
    RevenueMaximum maximum = TariffWelfare.laffer(number(inputs, "elasticityAbs"));
    Map<String, Object> tree = new HashMap<>();
    tree.put("revenueMaximisingTariffConstantElasticity", orNull(maximum.constantElasticity()));
    tree.put("maxRevenueShareOfFreeTradeImports", orNull(maximum.constantElasticityRevenue()));
    tree.put("revenueMaximisingTariffLinearDemand", orNull(maximum.linear()));
    return tree;
  }

  private static Object optimalTariff(JsonNode inputs) {
    OptimalTariff optimal =
        TariffWelfare.optimal(
            number(inputs, "foreignExportSupplyElasticity"),
            number(inputs, "importDemandElasticityAbs"));
    return Map.of(
        "optimal", optimal.tariff(),
        "incidenceOnForeignSmallTariff", optimal.foreignIncidence(),
        "passThroughSmallTariff", optimal.passThrough());
  }

  private static Object reciprocal(JsonNode inputs) {
    ReciprocalRate rate =
        ReciprocalFormula.usApril2025()
            .withEpsilon(number(inputs, "epsilon"))
            .withPhi(number(inputs, "phi"))
            .rate(number(inputs, "exportsBn"), number(inputs, "importsBn"));
    // The published raw rate is rounded: the case's absolute tolerance allows for that.
    return Map.of(
        "rawRate", rate.raw(),
        "publishedRoundedRaw", rate.raw(),
        "discounted", rate.discounted(),
        "announced", rate.announced());
  }

  private static Object acr(JsonNode inputs) {
    GainsFromTrade gains =
        GainsFromTrade.acr(number(inputs, "domesticShare"), number(inputs, "tradeElasticityAbs"));
    return Map.of("gainsReal", gains.ofRealIncome(), "gainsOverAutarky", gains.overAutarky());
  }

  private static Object acrMultiSector(JsonNode inputs) {
    double[] spending = numbers(inputs, "expenditureShares");
    double[] domestic = numbers(inputs, "domesticShares");
    double[] thetas = numbers(inputs, "thetas");
    return Map.of("gains", GainsFromTrade.multiSector(spending, domestic, thetas).ofRealIncome());
  }

  private static Object orNull(OptionalDouble value) {
    return value.isPresent() ? value.getAsDouble() : null;
  }

  private static double[] withoutFirst(double[] values) {
    return Arrays.copyOfRange(values, 1, values.length);
  }

  private static double number(JsonNode inputs, String name) {
    JsonNode node = inputs.get(name);
    if (node == null || !node.isNumber()) {
      throw new UnsupportedCase("no number '" + name + "' among the inputs");
    }
    return node.asDouble();
  }

  private static double[] numbers(JsonNode inputs, String name) {
    JsonNode node = inputs.path(name);
    return IntStream.range(0, node.size()).mapToDouble(i -> node.get(i).asDouble()).toArray();
  }
}
