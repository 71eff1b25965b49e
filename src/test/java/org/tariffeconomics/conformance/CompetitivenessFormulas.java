package org.tariffeconomics.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.tariffeconomics.competitiveness.Attribution;
import org.tariffeconomics.competitiveness.FactorChange;

/** The closed-form methods of the {@code competitiveness} package. */
final class CompetitivenessFormulas implements FormulaRoom {

  @Override
  public Map<String, Function<JsonNode, Object>> methods() {
    return Map.of("shapley_product", CompetitivenessFormulas::shapleyProduct);
  }

  private static Object shapleyProduct(JsonNode inputs) {
    List<FactorChange> factors = new ArrayList<>();
    for (int i = 0; i < inputs.path("names").size(); i++) {
      factors.add(
          FactorChange.of(
              inputs.path("names").get(i).asText(),
              inputs.path("before").get(i).asDouble(),
              inputs.path("after").get(i).asDouble()));
    }
    Attribution shapley = Attribution.shapleyOfProduct(factors);
    Map<String, Object> tree = new HashMap<>();
    tree.put("before", shapley.before());
    tree.put("after", shapley.after());
    tree.put("shapley", shapley.parts());
    tree.put("lmdi", Attribution.lmdiOfProduct(factors).parts());
    tree.put("logPoints", shapley.logPoints().orElse(null));
    return tree;
  }
}
