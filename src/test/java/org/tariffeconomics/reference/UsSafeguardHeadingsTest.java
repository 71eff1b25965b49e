package org.tariffeconomics.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.tariffeconomics.SharedFiles;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.rate.Condition;
import org.tariffeconomics.reading.Facts;
import org.tariffeconomics.tariff.TariffMeasure;

/**
 * The agricultural safeguards that are held against every release of 2025 and 2026: a line has the
 * measures of the headings that its footnote points to and no others, and each heading the price
 * and the duty that its row prints; and against the text of chapter 99, where duties stand apart.
 */
class UsSafeguardHeadingsTest {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Pattern HEADING = Pattern.compile("9904\\.[0-9]{2}\\.[0-9]{2}");

  /** Lines of which the text of subchapter IV speaks without a footnote of the line itself. */
  private static final Set<String> WITHOUT_NOTE = Set.of("19011044", "19011066");

  /** The measures by the heading that their citation names. */
  private static final Map<String, List<TariffMeasure>> HELD = held();

  private static Map<String, List<TariffMeasure>> held() {
    Map<String, List<TariffMeasure>> held = new TreeMap<>();
    for (TariffMeasure each : UsTariffs.book().measures()) {
      if (each.programme().equals("agricultural safeguard")) {
        held.computeIfAbsent(heading(each.source().citation()), h -> new ArrayList<>()).add(each);
      }
    }
    return held;
  }

  /** The headings by the lines of their measures. */
  private static final Map<String, Set<String>> BY_LINE = byLine();

  private static Map<String, Set<String>> byLine() {
    Map<String, Set<String>> all = new TreeMap<>();
    for (Map.Entry<String, List<TariffMeasure>> each : HELD.entrySet()) {
      for (TariffMeasure measure : each.getValue()) {
        for (String code : measure.products().toString().split("[^0-9.]+", -1)) {
          String line = code.replace(".", "");
          assertTrue(line.length() == 8 && measure.products().contains(HsCode.of(line)), code);
          all.computeIfAbsent(line, l -> new TreeSet<>()).add(each.getKey());
        }
      }
    }
    return all;
  }

  private static String heading(String text) {
    Matcher heading = HEADING.matcher(text);
    assertTrue(heading.find(), text);
    return heading.group();
  }

  @Test
  void every_line_of_every_release_has_the_headings_of_its_footnote() throws IOException {
    List<Path> all = SharedFiles.releases();
    assertEquals(44, all.size());
    for (Path release : all) {
      Map<String, String> notes = new TreeMap<>();
      List<JsonNode> headings = new ArrayList<>();
      TreeSet<String> lines = new TreeSet<>();
      try (InputStream json = new GZIPInputStream(Files.newInputStream(release))) {
        for (JsonNode row : MAPPER.readTree(json)) {
          String code = row.path("htsno").asText().replace(".", "");
          if (code.startsWith("9904")) {
            headings.add(row);
          } else if (!code.startsWith("99") && code.length() >= 4) {
            lines.add(code);
            lines.add(code.substring(0, Math.min(8, code.length())));
            for (JsonNode note : row.path("footnotes")) {
              if (note.path("value").asText().contains("9904")) {
                notes.put(code, note.path("value").asText());
              }
            }
          }
        }
      }
      requireFootnotes(release.getFileName().toString(), notes, lines);
      headings.forEach(each -> requireHeading(release.getFileName().toString(), each));
      assertEquals(512, headings.size());
    }
  }

  private static void requireFootnotes(
      String release, Map<String, String> notes, NavigableSet<String> lines) {
    Map<String, Set<String>> expected = new TreeMap<>(BY_LINE);
    expected.keySet().removeIf(line -> !lines.contains(line));
    Set<String> noted = new TreeSet<>();
    for (Map.Entry<String, String> note : notes.entrySet()) {
      String[] ends = lastTwo(note.getValue());
      for (String line : lines.subSet(note.getKey(), true, note.getKey() + '~', true)) {
        if (line.length() >= 8) {
          Set<String> held = expected.getOrDefault(line.substring(0, 8), Set.of());
          // a footnote of a heading points for its lines over quota only
          assertTrue(note.getKey().length() < 8 || !held.isEmpty(), release + " " + line);
          held.forEach(
              h ->
                  assertTrue(
                      h.compareTo(ends[0]) >= 0 && h.compareTo(ends[1]) <= 0,
                      release + " " + line + ": " + h + " is not in " + note.getValue()));
          if (!held.isEmpty()) {
            noted.add(line.substring(0, 8));
          }
        }
      }
    }
    Set<String> more = new TreeSet<>(expected.keySet());
    more.removeAll(noted);
    assertEquals(new TreeSet<>(WITHOUT_NOTE), more, release);
    assertEquals(192, noted.size(), release);
  }

  /** “See 9903.52.00 through 9903.52.26 and 9904.52.01 through 9904.52.34.” */
  private static String[] lastTwo(String note) {
    List<String> all = HEADING.matcher(note).results().map(r -> r.group()).toList();
    return new String[] {all.get(0), all.get(all.size() - 1)};
  }

  /** Price and duty as the row prints them, read in another way than the measures were made. */
  private static void requireHeading(String release, JsonNode row) {
    String heading = row.path("htsno").asText();
    String words = row.path("description").asText();
    String duty = row.path("additionalDuties").asText().strip();
    List<TariffMeasure> held = HELD.getOrDefault(heading, List.of());
    if (duty.equals("No additional duty")) {
      assertTrue(held.isEmpty(), heading);
      return;
    }
    assertTrue(!held.isEmpty(), release + ": " + heading + " is not held");
    for (TariffMeasure each : held) {
      assertEquals(numbers(duty), numbersOf(each), release + " " + heading);
      List<String> limits =
          each.conditions().stream()
              .filter(c -> c.subject().startsWith(Condition.UNIT_VALUE))
              .map(c -> c.operator().sign() + c.value())
              .sorted()
              .toList();
      assertEquals(limits(words), limits, release + " " + heading + ": " + words);
    }
  }

  /** Amounts in dollars and percent, in their order. */
  private static List<BigDecimal> numbers(String duty) {
    return Pattern.compile("(\\$?)([0-9.]+)[¢%/]")
        .matcher(duty)
        .results()
        .map(
            r ->
                new BigDecimal(r.group(2))
                    .movePointLeft(r.group(1).isEmpty() ? 2 : 0)
                    .stripTrailingZeros())
        .toList();
  }

  private static List<BigDecimal> numbersOf(TariffMeasure measure) {
    return Pattern.compile("([0-9.]+)( USD|%)")
        .matcher(measure.rate().toString())
        .results()
        .map(
            r ->
                new BigDecimal(r.group(1))
                    .movePointLeft(r.group(2).equals("%") ? 2 : 0)
                    .stripTrailingZeros())
        .toList();
  }

  private static List<String> limits(String words) {
    List<String> limits = new ArrayList<>();
    if (words.startsWith("Valued")) {
      Matcher least = Pattern.compile("Valued (\\$?[0-9.]+¢?)/\\w+ or more").matcher(words);
      Matcher below = Pattern.compile("less than (\\$?[0-9.]+¢?)/").matcher(words);
      if (below.find()) {
        limits.add("<" + dollars(below.group(1)));
      }
      if (least.find()) {
        limits.add(">=" + dollars(least.group(1)));
      }
    }
    return limits;
  }

  private static String dollars(String price) {
    BigDecimal number = new BigDecimal(price.replaceAll("[$¢]", ""));
    BigDecimal dollars = price.startsWith("$") ? number : number.movePointLeft(2);
    return dollars.stripTrailingZeros().toPlainString();
  }

  /**
   * The text of chapter 99 prints the duties in a column of its own, page by page in the order of
   * the headings.
   */
  @Test
  void the_duties_are_those_of_the_text_in_its_order() throws IOException {
    Path file = SharedFiles.require("data/hts_notes/chapter99_2026_rev_6.txt.gz");
    List<List<BigDecimal>> printed = new ArrayList<>();
    Pattern duty =
        Pattern.compile(
            "(?:\\s{2,}|^)(No additional duty|\\$?[0-9.]+[^0-9.\\s]*/ ?(?:kg|liter)(?: of total"
                + " sugars)?(?: ?\\+ ?[0-9.]+%)?|[0-9.]+%)\\s*$");
    boolean within = false;
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        within = within ? !line.contains("[SUBCHAPTER V ") : line.strip().equals("SUBCHAPTER IV");
        Matcher found = duty.matcher(line);
        if (within && found.find() && !found.group(1).startsWith("No ")) {
          printed.add(numbers(found.group(1).replaceAll("[^0-9.%+$/ a-z]", "¢")));
        }
      }
    }
    List<List<BigDecimal>> held =
        HELD.values().stream().map(each -> numbersOf(each.get(0))).toList();
    assertEquals(462, held.size());
    for (int i = 0; i < Math.min(held.size(), printed.size()); i++) {
      assertEquals(held.get(i), printed.get(i), "at " + i);
    }
    assertEquals(held.size(), printed.size());
  }

  /** No measure of the book is for a line that no release knows, but for two slips of the text. */
  @Test
  void the_lines_of_the_measures_are_lines() {
    LocalDate day = LocalDate.parse("2026-01-15");
    Set<String> unknown = new TreeSet<>();
    for (List<TariffMeasure> some : HELD.values()) {
      for (TariffMeasure each : some) {
        for (String code : each.products().toString().split("[^0-9.]+", -1)) {
          if (UsTariffs.schedule(Facts.VERIFIED_ONLY).remark(HsCode.of(code), day).isPresent()) {
            unknown.add(code);
          }
        }
      }
    }
    assertEquals(Set.of("1901.10.85", "1901.90.54"), unknown);
  }
}
