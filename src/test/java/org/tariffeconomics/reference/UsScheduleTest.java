package org.tariffeconomics.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tariffeconomics.SharedFiles;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.Knowledge;
import org.tariffeconomics.reading.Facts;
import org.tariffeconomics.schedule.DatedLine;
import org.tariffeconomics.schedule.DatedSchedule;

/**
 * Holds the bundled schedule to the official releases (US International Trade Commission), line by
 * line, each on a day on which it counts: always to the slice of one, and to whole ones where they
 * lie beside the project. The releases are read by other code than that which made the bundle.
 */
class UsScheduleTest {

  private static final DatedSchedule SCHEDULE = UsTariffs.schedule(Facts.VERIFIED_ONLY);

  /** Texts that later releases put right; the bundle has the right ones from the beginning. */
  private static final Set<String> MISPRINTS =
      Set.of(
          "20031001 other",
          "29091918 other",
          "40119020 special",
          "62046311 special",
          "98020050 special");

  /**
   * Lines that a file left out: two of the Basic Edition, see {@code us-slips.csv}, and one of 2026
   * revision 2 that the record of revision 3 gives from 1 February.
   */
  private static final Set<String> LEFT_OUT = Set.of("44201900", "9401696031", "7602000035");

  /** A line in one release alone, without a rate, that is none. */
  private static final String STRAY = "9401993030";

  private record Texts(String general, String special, String other, List<String> units) {}

  private record Level(int indent, Texts texts) {}

  /** The lines of chapters 1 to 98 with the texts that count for them. */
  private static Map<String, Texts> lines(InputStream json) throws IOException {
    Map<String, Texts> lines = new LinkedHashMap<>();
    Deque<Level> path = new ArrayDeque<>();
    for (JsonNode row : new ObjectMapper().readTree(json)) {
      int indent = row.path("indent").asInt();
      while (!path.isEmpty() && path.peek().indent() >= indent) {
        path.pop();
      }
      Texts above = path.isEmpty() ? new Texts("", "", "", List.of()) : path.peek().texts();
      String general = text(row, "general");
      String special = text(row, "special");
      String other = text(row, "other");
      Texts texts =
          new Texts(
              general.isEmpty() ? above.general() : general,
              special.isEmpty() && general.isEmpty() ? above.special() : special,
              other.isEmpty() ? above.other() : other,
              units(row, above));
      path.push(new Level(indent, texts));
      String code = row.path("htsno").asText("").replace(".", "");
      if (code.length() >= 8 && !code.startsWith("99")) {
        lines.putIfAbsent(code, texts);
      }
    }
    return lines;
  }

  private static List<String> units(JsonNode row, Texts above) {
    List<String> units = new ArrayList<>();
    row.path("units").forEach(unit -> units.add(plain(unit.asText(""))));
    units.removeIf(String::isEmpty);
    return units.isEmpty() ? above.units() : units;
  }

  private static String text(JsonNode row, String field) {
    String plain = plain(row.path(field).asText(""));
    return plain.equals(":") || plain.equals("null") ? "" : plain;
  }

  private static String plain(String text) {
    return text.replaceAll("<[^>]*>", "").replaceAll("[\\s\\u00a0]+", " ").strip();
  }

  private static void assertAgrees(Map<String, Texts> release, LocalDate day, boolean whole) {
    List<String> differences = new ArrayList<>();
    release.forEach((code, texts) -> compare(code, texts, day, differences));
    if (whole) {
      Set<String> bundled = new TreeSet<>();
      SCHEDULE.lines(day, Knowledge.now()).forEach(line -> bundled.add(line.digits()));
      bundled.removeAll(release.keySet());
      bundled.removeIf(code -> LEFT_OUT.stream().anyMatch(code::startsWith));
      bundled.forEach(code -> differences.add(code + " is not in the release"));
    }
    assertEquals(List.of(), differences);
  }

  private static void compare(String code, Texts texts, LocalDate day, List<String> differences) {
    HsCode line = HsCode.of(code);
    DatedLine bundled = SCHEDULE.line(line, day).orElse(null);
    if (bundled == null) {
      if (code.equals(STRAY)) {
        return;
      }
      differences.add(code + " is not bundled");
      return;
    }
    differ(code, "general", texts.general(), bundled.general(), differences);
    differ(code, "special", texts.special(), bundled.special(), differences);
    differ(code, "other", texts.other(), bundled.other(), differences);
    for (DatedLine.Statistical each : bundled.statistical()) {
      if (code.equals(bundled.code().digits() + each.suffix())) {
        differ(code, "units", texts.units().toString(), each.units().toString(), differences);
      }
    }
    boolean isLine = code.length() == 8 || bundled.declarable().contains(line);
    if (!isLine) {
      differences.add(code + " is none of " + bundled.declarable());
    }
  }

  private static void differ(
      String code, String column, String official, String bundled, List<String> differences) {
    if (!official.equals(bundled) && !MISPRINTS.contains(code.substring(0, 8) + " " + column)) {
      differences.add(code + " " + column + ": " + official + ", bundled " + bundled);
    }
  }

  @Test
  void the_slice_of_september_2025_agrees() throws IOException {
    Map<String, Texts> slice = lines(Files.newInputStream(SharedFiles.release()));
    assertTrue(slice.size() > 40, slice.size() + " lines");
    assertAgrees(slice, LocalDate.parse("2025-09-16"), false);
  }

  @ParameterizedTest
  @CsvSource({
    "hts/hts_2025_basic, 2025-01-01",
    "hts_releases/hts_2025_rev_15, 2025-06-23",
    "hts_releases/hts_2025_rev_16, 2025-07-01",
    "hts_releases/hts_2026_basic, 2026-01-01",
    "hts_releases/hts_2026_rev_2, 2026-02-01",
    "hts/hts_2026_rev_10, 2026-06-08",
  })
  void every_line_of_a_release_agrees(String release, LocalDate day) throws IOException {
    var file = SharedFiles.require("data/" + release + ".json.gz");
    Map<String, Texts> lines = lines(new GZIPInputStream(Files.newInputStream(file)));
    assertTrue(lines.size() > 23_000, lines.size() + " lines");
    assertAgrees(lines, day, true);
  }

  /** Every heading of chapter 99 that a row cites by number stands in some schedule at hand. */
  @Test
  void cited_headings_exist() throws IOException {
    Set<String> all = new TreeSet<>();
    for (String file :
        List.of(
            "hts_2025_basic",
            "hts_2025_rev_18",
            "hts_2025_rev_32",
            "hts_2026_rev_4",
            "hts_2026_rev_10")) {
      var path = SharedFiles.require("data/hts/" + file + ".json.gz");
      try (InputStream in = new GZIPInputStream(Files.newInputStream(path))) {
        new ObjectMapper().readTree(in).forEach(row -> all.add(row.path("htsno").asText("")));
      }
    }
    Pattern heading = Pattern.compile("99\\d\\d\\.\\d\\d\\.\\d\\d");
    // headings of July 2026 and later are in no schedule at hand
    Pattern later =
        Pattern.compile("9903\\.(04|05|06|08)\\..*|9903\\.03\\.1[2-6]|9903\\.45\\.3[01]");
    int found = 0;
    for (var measure : UsTariffs.book().measures()) {
      Matcher cited = heading.matcher(measure.source().citation());
      while (cited.find()) {
        if (!later.matcher(cited.group()).matches()) {
          assertTrue(all.contains(cited.group()), measure.id() + " cites " + cited.group());
          found++;
        }
      }
    }
    assertTrue(found > 100, "only " + found + " headings");
  }

  /** What counts for all days must be found on each of some, as known now or on another day. */
  @ParameterizedTest
  @CsvSource({
    "2025-01-01, ",
    "2025-07-01, 2025-02-01",
    "2026-01-01, 2026-06-30",
    "2026-11-23, 2025-01-01"
  })
  void what_is_of_one_kind_on_all_days_is_so_on_each(LocalDate day, LocalDate known) {
    Knowledge knowledge = known == null ? Knowledge.now() : Knowledge.of(known);
    int lasting = 0;
    List<HsCode> lines = SCHEDULE.lines(LocalDate.parse("2025-09-16"), Knowledge.now());
    for (HsCode line : lines) {
      Object kind = SCHEDULE.kindOnAllDays(line).orElse(null);
      if (kind != null) {
        lasting++;
        assertEquals(kind, SCHEDULE.kind(line, day, knowledge), line::toString);
        assertEquals(List.of(), SCHEDULE.linesBelow(line, day, knowledge), line::toString);
      }
    }
    assertTrue(lasting > 0.9 * lines.size(), lasting + " of " + lines.size());
    for (String other :
        List.of("8703.23", "8703.23.01", "0101", "9999.99.99.99", "6109.10.00.99")) {
      assertEquals(Optional.empty(), SCHEDULE.kindOnAllDays(HsCode.of(other)), other);
    }
  }
}
