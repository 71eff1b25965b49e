package org.tariffeconomics.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tariffeconomics.SharedFiles;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.rate.DeclaredFacts;
import org.tariffeconomics.rate.DutyRate;
import org.tariffeconomics.tariff.DutyStack;
import org.tariffeconomics.tariff.NotApplied;
import org.tariffeconomics.tariff.Rule;
import org.tariffeconomics.tariff.TariffBook;

/**
 * Holds the bundled rows to the official schedules (US International Trade Commission), line by
 * line: always to the slice of one, and to whole ones where they lie beside the project.
 */
class UsScheduleTest {

  private static final String SLICE = "slice";
  private static final Pattern RATE_LINE = Pattern.compile("\\d{4}\\.\\d\\d\\.\\d\\d(\\.\\d\\d)?");
  private static final Map<String, String> AGREEMENTS =
      Map.of("KR", "KORUS", "S", "USMCA", "P", "CAFTA-DR", "AU", "AUSFTA", "JP", "USJTA");
  private static final Map<String, String> ORIGINS =
      Map.of("KR", "KR", "S", "MX", "P", "SV", "AU", "AU", "JP", "JP");

  /** The rate lines of a schedule at eight digits, in order. */
  private static Map<String, JsonNode> lines(String name) throws IOException {
    return name.equals(SLICE)
        ? lines(Files.newInputStream(SharedFiles.release()))
        : lines(new GZIPInputStream(Files.newInputStream(SharedFiles.require("data/hts/" + name))));
  }

  private static Map<String, JsonNode> lines(InputStream json) throws IOException {
    Map<String, JsonNode> lines = new LinkedHashMap<>();
    try (json) {
      for (JsonNode row : new ObjectMapper().readTree(json)) {
        String code = row.path("htsno").asText();
        boolean hasRate = !(text(row, "general") + text(row, "other")).isEmpty();
        if (RATE_LINE.matcher(code).matches() && hasRate) {
          lines.putIfAbsent(code.substring(0, 10), row);
        }
      }
    }
    return lines;
  }

  private static String text(JsonNode row, String field) {
    return row.path(field).asText("").replace('\u00a0', ' ').strip();
  }

  private static DutyRate official(String text) {
    return DutyRate.parse(text.replace("pr.", "pr"));
  }

  private static DutyRate bundled(TariffBook book, HsCode line, String origin, Rule rule) {
    DutyStack stack = book.on("2025-01-01").stack(line, Country.of(origin), claims());
    // a preference that is no lower than the ordinary duty is not charged
    return Stream.concat(
            stack.layers().stream().map(l -> l.measure()),
            stack.notApplied().stream()
                .filter(n -> n.reason() == NotApplied.Reason.NOT_THE_LOWEST)
                .map(n -> n.measure()))
        .filter(m -> m.rule() == rule)
        .map(m -> m.rate())
        .findFirst()
        .orElse(new DutyRate.Unsupported("", "no such row for " + line + " from " + origin));
  }

  private static DeclaredFacts claims() {
    DeclaredFacts all = DeclaredFacts.none();
    for (String each : AGREEMENTS.values()) {
      all = all.withClaim(each);
    }
    return all;
  }

  private static List<HsCode> bundledLines(Map<String, JsonNode> schedule) {
    TariffBook book = UsTariffs.book();
    List<HsCode> lines = new ArrayList<>();
    for (String code : schedule.keySet()) {
      HsCode line = HsCode.of(code);
      if (!code.startsWith("99")
          && book.measures().stream()
              .anyMatch(m -> m.rule() == Rule.BASE && m.products().contains(line))) {
        lines.add(line);
      }
    }
    return lines;
  }

  private static void assertColumns(String file, int atLeast) throws IOException {
    Map<String, JsonNode> schedule = lines(file);
    TariffBook book = UsTariffs.book();
    List<HsCode> bundled = bundledLines(schedule);
    assertTrue(bundled.size() >= atLeast, "only " + bundled.size() + " lines");
    for (HsCode line : bundled) {
      JsonNode row = schedule.get(line.toString());
      assertEquals(
          official(text(row, "general")), bundled(book, line, "DE", Rule.BASE), file + " " + line);
      assertEquals(
          official(text(row, "other")), bundled(book, line, "BY", Rule.BASE), file + " " + line);
    }
  }

  @Test
  void base_duties_are_those_of_the_slice_of_september_2025() throws IOException {
    assertColumns(SLICE, 5);
  }

  @Test
  void base_duties_are_those_of_the_schedule_of_january_2025() throws IOException {
    assertColumns("hts_2025_basic.json.gz", 300);
  }

  @Test
  void base_duties_are_still_those_of_the_schedule_of_june_2026() throws IOException {
    assertColumns("hts_2026_rev_10.json.gz", 300);
  }

  @ParameterizedTest
  @CsvSource({"slice, 10", "hts_2025_basic.json.gz, 400"})
  void preferences_are_those_of_the_special_column(String file, int atLeast) throws IOException {
    Map<String, JsonNode> schedule = lines(file);
    TariffBook book = UsTariffs.book();
    Pattern group = Pattern.compile("([^()]+)\\(([^)]*)\\)");
    int compared = 0;
    for (HsCode line : bundledLines(schedule)) {
      Matcher groups = group.matcher(text(schedule.get(line.toString()), "special"));
      while (groups.find()) {
        for (String symbol : groups.group(2).split("[,\\s]+")) {
          String origin = ORIGINS.get(symbol);
          if (origin != null) {
            assertEquals(
                official(groups.group(1).strip()),
                bundled(book, line, origin, Rule.PREFERENCE),
                line + " " + symbol);
            compared++;
          }
        }
      }
    }
    assertTrue(compared >= atLeast, "only " + compared + " preferences");
  }

  /** Every heading of chapter 99 that a row cites by number stands in some schedule at hand. */
  @Test
  void cited_headings_exist() throws IOException {
    Map<String, JsonNode> all = new LinkedHashMap<>(lines("hts_2025_basic.json.gz"));
    for (String file : List.of("hts_2025_rev_18", "hts_2025_rev_32", "hts_2026_rev_4")) {
      lines(file + ".json.gz").forEach(all::putIfAbsent);
    }
    lines("hts_2026_rev_10.json.gz").forEach(all::putIfAbsent);
    Pattern heading = Pattern.compile("99\\d\\d\\.\\d\\d\\.\\d\\d");
    // headings of July 2026 and later are in no schedule at hand
    Pattern later =
        Pattern.compile("9903\\.(04|05|06|08)\\..*|9903\\.03\\.1[2-6]|9903\\.45\\.3[01]");
    int found = 0;
    for (var measure : UsTariffs.book().measures()) {
      Matcher cited = heading.matcher(measure.source().citation());
      while (cited.find()) {
        if (!later.matcher(cited.group()).matches()) {
          assertTrue(all.containsKey(cited.group()), measure.id() + " cites " + cited.group());
          found++;
        }
      }
    }
    assertTrue(found > 100, "only " + found + " headings");
  }
}
