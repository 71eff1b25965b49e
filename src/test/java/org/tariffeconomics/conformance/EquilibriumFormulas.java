package org.tariffeconomics.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.function.Function;

/** The closed-form methods of the {@code equilibrium} package. */
final class EquilibriumFormulas implements FormulaRoom {

  @Override
  public Map<String, Function<JsonNode, Object>> methods() {
    return Map.of();
  }
}
