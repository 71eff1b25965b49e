package org.tariffeconomics.conformance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.tariffeconomics.rate.DutyRate;
import org.tariffeconomics.rate.RateReading;
import org.tariffeconomics.rate.ReadingMode;
import org.tariffeconomics.rate.SpecialRate;

/** Duty-rate texts of US, EU, UK and FTA schedules with the structure that each should have. */
final class RateTextsSuite implements Suite {

  private static final ObjectMapper JSON = new ObjectMapper();

  @Override
  public String name() {
    return "rate_texts";
  }

  @Override
  public String home() {
    return "cases/rate_texts.csv";
  }

  @Override
  public List<CaseResult> run(CaseFolder cases) throws IOException {
    List<CaseResult> results = new ArrayList<>();
    for (NamedCsvRecord row : cases.expected(home())) {
      String text = row.getField("text");
      String id = row.getField("system") + " " + results.size() + " '" + text + "'";
      results.add(CaseResult.of(id, () -> check(id, text, structure(row.getField("expected")))));
    }
    return results;
  }

  private static JsonNode structure(String expected) {
    try {
      JsonNode structure = JSON.readTree(expected);
      if (!structure.isObject() || structure.isEmpty()) {
        throw new UnsupportedCase("the row expects nothing: '" + expected + "'");
      }
      return structure;
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("what is expected is no JSON: " + expected, e);
    }
  }

  private static CaseResult check(String id, String text, JsonNode expected) {
    return expected.has("groups")
        ? checkGroups(id, text, expected.get("groups"))
        : checkRate(id, text, expected);
  }

  /** A text that is refused strictly may have a meaning for a lenient reader. */
  private static CaseResult checkRate(String id, String text, JsonNode expected) {
    CaseResult strict = checkRate(id, DutyRate.parse(text), expected);
    if (strict.outcome() != CaseResult.Outcome.PASSED || !expected.has("lenient")) {
      return strict;
    }
    RateReading lenient = DutyRate.read(text, ReadingMode.LENIENT);
    return lenient.isUnderstood() && lenient.repairs().isEmpty()
        ? CaseResult.failed(id, "a repair was not said")
        : checkRate(id, lenient.rate(), expected.get("lenient"));
  }

  private static CaseResult checkGroups(String id, String text, JsonNode expected) {
    List<SpecialRate> groups = SpecialRate.parse(text);
    if (groups.size() != expected.size()) {
      return CaseResult.failed(id, expected.size() + " groups expected, but was " + groups);
    }
    for (int i = 0; i < groups.size(); i++) {
      List<String> programmes = new ArrayList<>();
      expected.get(i).get("spi").forEach(spi -> programmes.add(spi.asText()));
      if (!programmes.equals(groups.get(i).programmes())) {
        return CaseResult.failed(id, programmes + " expected, but was " + groups.get(i));
      }
      CaseResult result = checkRate(id, groups.get(i).rate(), expected.get(i).get("rate"));
      if (result.outcome() != CaseResult.Outcome.PASSED) {
        return result;
      }
    }
    return CaseResult.passed(id);
  }

  private static CaseResult checkRate(String id, DutyRate rate, JsonNode expected) {
    if (!DutyRate.parse(rate.toString()).equals(rate)) {
      return CaseResult.failed(id, "'" + rate + "' is not read back as itself");
    }
    if (rate instanceof DutyRate.Unsupported unsupported) {
      return expected.has("error")
          ? CaseResult.passed(id)
          : CaseResult.unsupported(id, unsupported.reason());
    }
    if (expected.has("error")) {
      return CaseResult.failed(id, "should be refused, but was read as " + rate);
    }
    Object wanted = RateShape.ofJson(expected);
    Object found = RateShape.of(rate);
    return wanted.equals(found)
        ? CaseResult.passed(id)
        : CaseResult.failed(id, wanted + " expected, but was " + found);
  }
}
