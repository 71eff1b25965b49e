package org.tariffeconomics.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The cases of one file {@code golden/formulas/METHOD.json}: a list of cases, or one alone. A case
 * that states a method of its own is run by that.
 *
 * @param name the name of the file, which is the method of the cases that state none
 * @param methods the calculators that the library offers, by the method
 */
record FormulaSuite(String name, Map<String, Function<CaseInputs, Object>> methods)
    implements Suite {

  private static final ObjectMapper JSON = new ObjectMapper();

  @Override
  public String home() {
    return "golden/formulas/" + name + ".json";
  }

  @Override
  public List<CaseResult> run(CaseFolder cases) throws IOException {
    // By its bytes, so that Jackson sees which Unicode it is and skips a mark of the byte order.
    JsonNode tree = JSON.readTree(Files.readAllBytes(cases.own(home())));
    ArrayNode all = tree.isArray() ? (ArrayNode) tree : JSON.createArrayNode().add(tree);
    List<CaseResult> results = new ArrayList<>();
    for (JsonNode each : all) {
      results.add(check(each.path("id").asText("case " + (results.size() + 1)), each));
    }
    return results;
  }

  private CaseResult check(String id, JsonNode formulaCase) {
    return CaseResult.of(id, () -> result(id, formulaCase));
  }

  private CaseResult result(String id, JsonNode formulaCase) {
    JsonNode expected = formulaCase.path("expected");
    if (!expected.isObject() || expected.isEmpty()) {
      return CaseResult.unsupported(id, "the case expects nothing");
    }
    CaseInputs inputs = new CaseInputs(formulaCase.path("inputs"));
    JsonNode actual = JSON.valueToTree(calculator(formulaCase).apply(inputs));
    String difference = TreeComparison.withTolerancesOf(formulaCase).difference(expected, actual);
    return difference.isEmpty() ? CaseResult.passed(id) : CaseResult.failed(id, difference);
  }

  private Function<CaseInputs, Object> calculator(JsonNode formulaCase) {
    String stated = formulaCase.path("method").asText(name);
    Function<CaseInputs, Object> calculator = methods.get(stated);
    if (calculator == null) {
      throw new UnsupportedCase("the library has no method of the name '" + stated + "'");
    }
    return calculator;
  }
}
