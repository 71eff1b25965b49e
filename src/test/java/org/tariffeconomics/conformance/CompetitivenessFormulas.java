package org.tariffeconomics.conformance;

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
  public Map<String, Function<CaseInputs, Object>> methods() {
    return Map.of("shapley_product", CompetitivenessFormulas::shapleyProduct);
  }

  private static Object shapleyProduct(CaseInputs inputs) {
    List<String> names = inputs.texts("names");
    double[] before = inputs.numbers("before");
    double[] after = inputs.numbers("after");
    if (before.length != names.size() || after.length != names.size()) {
      throw new IllegalArgumentException(
          "names, before and after must have as many entries: " + inputs.node());
    }
    List<FactorChange> factors = new ArrayList<>();
    for (int i = 0; i < before.length; i++) {
      factors.add(FactorChange.of(names.get(i), before[i], after[i]));
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
