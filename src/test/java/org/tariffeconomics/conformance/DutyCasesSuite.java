package org.tariffeconomics.conformance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** The worked duty cases of {@code cases/duty_cases.csv}, group by group. */
final class DutyCasesSuite implements Suite {

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private static final Map<String, Function<DutyCase, Object>> BY_GROUP = byGroup();

  private static Map<String, Function<DutyCase, Object>> byGroup() {
    Map<String, Function<DutyCase, Object>> groups = new TreeMap<>();
    groups.putAll(StackingCases.groups());
    groups.putAll(ScheduleCases.groups());
    groups.putAll(RateCases.groups());
    groups.putAll(LandedCases.groups());
    groups.putAll(RemedyCases.groups());
    return groups;
  }

  @Override
  public String name() {
    return "duty_cases";
  }

  @Override
  public String home() {
    return "cases/duty_cases.csv";
  }

  @Override
  public List<CaseResult> run(CaseFolder cases) throws IOException {
    List<CaseResult> results = new ArrayList<>();
    for (NamedCsvRecord row : cases.expected(home())) {
      String id = row.getField("id");
      results.add(CaseResult.of(id, () -> check(dutyCase(row))));
    }
    return results;
  }

  private static DutyCase dutyCase(NamedCsvRecord row) {
    return new DutyCase(
        row.getField("id"),
        row.getField("group"),
        row.getField("system"),
        row.getField("as_of"),
        row.getField("title"),
        inputs(row.getField("inputs")),
        row.getField("output"),
        row.getField("expected"),
        row.getField("tolerance"));
  }

  private static JsonNode inputs(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("The inputs are no JSON: " + text, e);
    }
  }

  private static CaseResult check(DutyCase each) {
    Function<DutyCase, Object> answer = BY_GROUP.get(each.group());
    if (answer == null) {
      return CaseResult.unsupported(each.id(), "no calculator for the group " + each.group());
    }
    try {
      return each.compare(answer.apply(each));
    } catch (UnsupportedCase e) {
      return CaseResult.unsupported(each.id(), each.group() + ": " + e.getMessage());
    } catch (RuntimeException e) {
      return CaseResult.failed(each.id(), e.toString());
    }
  }
}
