package org.tariffeconomics.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.tariffeconomics.equilibrium.ArmingtonMarket;
import org.tariffeconomics.equilibrium.NestedArmington;
import org.tariffeconomics.equilibrium.NestedResponse;
import org.tariffeconomics.equilibrium.ShareResponse;

/** The closed-form methods of the {@code equilibrium} package. */
final class EquilibriumFormulas implements FormulaRoom {

  @Override
  public Map<String, Function<JsonNode, Object>> methods() {
    return Map.of(
        "armington_share_shift", EquilibriumFormulas::armingtonShareShift,
        "nested_armington", EquilibriumFormulas::nestedArmington);
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

  private static double[] withoutFirst(double[] values) {
    return java.util.Arrays.copyOfRange(values, 1, values.length);
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
