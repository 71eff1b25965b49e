package org.tariffeconomics.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The cases of one file {@code golden/formulas/METHOD.json}. */
record FormulaSuite(String name, Function<JsonNode, Object> calculator) implements Suite {

  private static final ObjectMapper JSON = new ObjectMapper();

  @Override
  public String home() {
    return "golden/formulas/" + name + ".json";
  }

  @Override
  public List<CaseResult> run(CaseFolder cases) throws IOException {
    List<CaseResult> results = new ArrayList<>();
    for (JsonNode each : JSON.readTree(Files.readString(cases.own(home())))) {
      results.add(check(each));
    }
    return results;
  }

  private CaseResult check(JsonNode formulaCase) {
    String id = formulaCase.path("id").asText();
    return CaseResult.of(id, () -> check(id, formulaCase));
  }

  private CaseResult check(String id, JsonNode formulaCase) {
    JsonNode actual = JSON.valueToTree(calculator.apply(formulaCase.get("inputs")));
    String difference =
        TreeComparison.withTolerancesOf(formulaCase)
            .difference(formulaCase.get("expected"), actual);
    return difference.isEmpty() ? CaseResult.passed(id) : CaseResult.failed(id, difference);
  }
}
