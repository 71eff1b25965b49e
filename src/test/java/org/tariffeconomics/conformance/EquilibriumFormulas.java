package org.tariffeconomics.conformance;

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

  /** What a case means that does not state the elasticity of total demand: spending is given. */
  private static final double UNIT_ELASTIC = -1;

  @Override
  public Map<String, Function<CaseInputs, Object>> methods() {
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

  private static Object armingtonShareShift(CaseInputs inputs) {
    ArmingtonMarket market =
        ArmingtonMarket.ofShares(inputs.numbers("shares"), inputs.number("sigma"))
            .withDemandElasticity(inputs.number("eta", UNIT_ELASTIC));
    ShareResponse response = market.afterPrices(inputs.numbers("priceFactors"));
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

  private static Object nestedArmington(CaseInputs inputs) {
    NestedArmington market =
        NestedArmington.homeAndImports(
                inputs.number("domesticShare"),
                inputs.numbers("importShares"),
                inputs.number("sigmaDomMacro"),
                inputs.number("sigmaImportMicro"))
            .withDemandElasticity(inputs.number("eta", UNIT_ELASTIC));
    double[] imports = inputs.numbers("pm");
    double[] prices = new double[imports.length + 1];
    prices[0] = inputs.number("pd");
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

  private static Object smart(CaseInputs inputs) {
    SmartMarket market =
        SmartMarket.of(
            inputs.numbers("imports"),
            inputs.numbers("t0"),
            inputs.number("importDemandElasticity"));
    if (inputs.has("substitutionElasticity")) {
      market = market.withSubstitution(inputs.number("substitutionElasticity"));
    }
    if (inputs.has("exportSupplyElasticity")) {
      market = market.withSupplyElasticity(inputs.number("exportSupplyElasticity"));
    }
    int[] beneficiaries =
        Arrays.stream(inputs.numbers("beneficiaries")).mapToInt(k -> (int) k).toArray();
    SmartResult result = market.afterTariffs(inputs.numbers("t1"), beneficiaries);
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

  private static Object harberger(CaseInputs inputs) {
    HarbergerLoss loss =
        TariffWelfare.harberger(
            inputs.number("importsAtWorldPricePreTariff"),
            inputs.number("tariff"),
            inputs.number("demandElasticityAbs"));
    // The case's linear loss is the textbook triangle, also beyond the choke tariff.
    return Map.of(
        "dwlLinear", loss.triangle(),
        "dwlConstantElasticity", loss.constantElasticityLoss(),
        "revenueConstantElasticity", loss.constantElasticityRevenue(),
        "revenueLinear", loss.linearRevenue(),
        "consumerLossConstantElasticity", loss.constantElasticityConsumerLoss());
  }

  private static Object laffer(CaseInputs inputs) {
    RevenueMaximum maximum = TariffWelfare.laffer(inputs.number("elasticityAbs"));
    Map<String, Object> tree = new HashMap<>();
    tree.put("revenueMaximisingTariffConstantElasticity", orNull(maximum.constantElasticity()));
    tree.put("maxRevenueShareOfFreeTradeImports", orNull(maximum.constantElasticityRevenue()));
    tree.put("revenueMaximisingTariffLinearDemand", orNull(maximum.linear()));
    return tree;
  }

  private static Object optimalTariff(CaseInputs inputs) {
    OptimalTariff optimal =
        TariffWelfare.optimal(
            inputs.number("foreignExportSupplyElasticity"),
            inputs.number("importDemandElasticityAbs"));
    return Map.of(
        "optimal", optimal.tariff(),
        "incidenceOnForeignSmallTariff", optimal.foreignIncidence(),
        "passThroughSmallTariff", optimal.passThrough());
  }

  private static Object reciprocal(CaseInputs inputs) {
    ReciprocalRate rate =
        ReciprocalFormula.usApril2025()
            .withEpsilon(inputs.number("epsilon", 4))
            .withPhi(inputs.number("phi", 0.25))
            .rate(inputs.number("exportsBn"), inputs.number("importsBn"));
    // The published raw rate is rounded: the case's absolute tolerance allows for that.
    return Map.of(
        "rawRate", rate.raw(),
        "publishedRoundedRaw", rate.raw(),
        "discounted", rate.discounted(),
        "announced", rate.announced());
  }

  private static Object acr(CaseInputs inputs) {
    GainsFromTrade gains =
        GainsFromTrade.acr(inputs.number("domesticShare"), inputs.number("tradeElasticityAbs"));
    return Map.of("gainsReal", gains.ofRealIncome(), "gainsOverAutarky", gains.overAutarky());
  }

  private static Object acrMultiSector(CaseInputs inputs) {
    double[] spending = inputs.numbers("expenditureShares");
    double[] domestic = inputs.numbers("domesticShares");
    double[] thetas = inputs.numbers("thetas");
    return Map.of("gains", GainsFromTrade.multiSector(spending, domestic, thetas).ofRealIncome());
  }

  private static Object orNull(OptionalDouble value) {
    return value.isPresent() ? value.getAsDouble() : null;
  }

  private static double[] withoutFirst(double[] values) {
    return Arrays.copyOfRange(values, 1, values.length);
  }
}
