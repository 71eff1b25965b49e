package org.tariffeconomics.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The cases of one file {@code golden/formulas/METHOD.json}. */
record FormulaSuite(String name, Function<JsonNode, Object> calculator) implements Suite {

  private static final ObjectMapper JSON = new ObjectMapper();

  @Override
  public boolean isIn(Path dir) {
    return Files.exists(file(dir));
  }

  @Override
  public List<CaseResult> run(Path dir) throws IOException {
    List<CaseResult> results = new ArrayList<>();
    for (JsonNode each : JSON.readTree(Files.readString(file(dir)))) {
      results.add(check(each));
    }
    return results;
  }

  private Path file(Path dir) {
    return dir.resolve("golden/formulas/" + name + ".json");
  }

  private CaseResult check(JsonNode formulaCase) {
    String id = formulaCase.path("id").asText();
    try {
      JsonNode actual = JSON.valueToTree(calculator.apply(formulaCase.get("inputs")));
      String difference =
          TreeComparison.withTolerancesOf(formulaCase)
              .difference(formulaCase.get("expected"), actual);
      return difference.isEmpty() ? CaseResult.passed(id) : CaseResult.failed(id, difference);
    } catch (UnsupportedCase e) {
      return CaseResult.unsupported(id, e.getMessage());
    } catch (RuntimeException e) {
      return CaseResult.failed(id, e.toString());
    }
  }
}
