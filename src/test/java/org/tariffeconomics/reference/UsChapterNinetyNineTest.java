package org.tariffeconomics.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.tariffeconomics.SharedFiles;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.rate.DeclaredFacts;
import org.tariffeconomics.reading.CsvFile;
import org.tariffeconomics.reading.Row;
import org.tariffeconomics.tariff.DutyStack.Outcome;
import org.tariffeconomics.tariff.Programme;
import org.tariffeconomics.tariff.TariffMeasure;

/**
 * Every heading of chapters 98 and 99 that is printed in 2025 or 2026, one by one, and how it is
 * held: {@code us-chapter-99.csv} says it by ranges, and each state is held against the law, the
 * releases or the duties collected.
 */
class UsChapterNinetyNineTest {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Pattern HEADING = Pattern.compile("9[89][0-9]{2}\\.[0-9]{2}\\.[0-9]{2}");

  /** Headings in a citation: {@code 9903.05.20 to .84}, {@code 9903.96.01, .03}. */
  private static final Pattern CITED =
      Pattern.compile(
          "(99[0-9]{2})\\.([0-9]{2})\\.([0-9]{2})((?:,? (?:and |or |to )?(?:99[0-9]{2}\\.[0-9]{2})?\\.[0-9]{2})*)");

  private static final Pattern FURTHER =
      Pattern.compile("(to |)(?:99[0-9]{2}\\.([0-9]{2}))?\\.([0-9]{2})");

  private static final Pattern LINE =
      Pattern.compile("\\b(?!9[89])[0-9]{4}\\.[0-9]{2}\\.[0-9]{2}\\b");

  /** Programmes of the symbols that the headings of agreements name. */
  private static final Map<String, String> AGREEMENTS =
      Map.of(
          "IL", "US-Israel FTA",
          "MA", "US-Morocco FTA",
          "AU", "AUSFTA",
          "PE", "US-Peru TPA",
          "CO", "US-Colombia TPA",
          "PA", "US-Panama TPA",
          "KR", "KORUS",
          "JP", "USJTA");

  /** A symbol that the column of special rates of a line leaves out. */
  private static final Set<String> LEFT_OUT =
      Set.of("PE 0403.90.95", "PE 0406.10.08", "PE 0406.30.63");

  private record Span(
      String first, String last, int headings, String state, String by, String evidence) {

    private boolean holds(String heading) {
      return heading.compareTo(first) >= 0 && heading.compareTo(last) <= 0;
    }
  }

  private static List<Span> spans() throws IOException {
    try (Reader in =
        new InputStreamReader(
            UsChapterNinetyNineTest.class.getResourceAsStream("/us-chapter-99.csv"),
            StandardCharsets.UTF_8)) {
      CsvFile file =
          CsvFile.read(
              "us-chapter-99.csv",
              in,
              List.of("first", "last", "headings", "state", "by", "evidence"),
              List.of());
      assertEquals(List.of(), file.problems());
      List<Span> spans = new ArrayList<>();
      for (Row row : file.rows()) {
        spans.add(
            new Span(
                row.required("first"),
                row.required("last"),
                Integer.parseInt(row.required("headings")),
                row.required("state"),
                row.cell("by"),
                row.required("evidence")));
      }
      return spans;
    }
  }

  private static List<Span> spans(String state) throws IOException {
    return spans().stream().filter(each -> each.state().equals(state)).toList();
  }

  /** The headings that measures cite, ranges and lists of headings read out. */
  private static NavigableSet<String> cited() {
    TreeSet<String> cited = new TreeSet<>();
    for (TariffMeasure each : UsTariffs.book().measures()) {
      CITED.matcher(each.source().citation()).results().forEach(r -> addCited(r, cited));
    }
    return cited;
  }

  private static void addCited(MatchResult citation, Set<String> cited) {
    String subchapter = citation.group(1) + ".";
    String group = citation.group(2);
    int at = Integer.parseInt(citation.group(3));
    cited.add(subchapter + group + "." + citation.group(3));
    Matcher further = FURTHER.matcher(citation.group(4));
    while (further.find()) {
      group = further.group(2) == null ? group : further.group(2);
      int to = Integer.parseInt(further.group(3));
      for (int i = further.group(1).isEmpty() ? to : at; i <= to; i++) {
        cited.add(subchapter + group + "." + String.format(Locale.ROOT, "%02d", i));
      }
      at = to;
    }
  }

  private static JsonNode rows(Path release) throws IOException {
    try (InputStream json = new GZIPInputStream(Files.newInputStream(release))) {
      return MAPPER.readTree(json);
    }
  }

  private static NavigableSet<String> known() {
    TreeSet<String> known = new TreeSet<>();
    UsTariffs.provisions("9903").provisions().forEach(each -> known.add(each.heading()));
    return known;
  }

  @Test
  void the_spans_are_in_order_and_say_how_each_is_held() throws IOException {
    String last = "";
    for (Span each : spans()) {
      assertTrue(each.first().compareTo(last) > 0, each.toString());
      assertTrue(each.last().compareTo(each.first()) >= 0, each.toString());
      assertTrue(each.headings() > 0 && !each.evidence().isBlank(), each.toString());
      last = each.last();
    }
  }

  @Test
  void each_heading_of_every_release_is_in_one_span() throws IOException {
    TreeSet<String> headings = new TreeSet<>(known());
    for (Path release : SharedFiles.releases()) {
      for (JsonNode row : rows(release)) {
        Matcher heading = HEADING.matcher(row.path("htsno").asText());
        if (heading.lookingAt()) {
          headings.add(heading.group());
        }
      }
    }
    // salvage and statistics, which are no rates
    headings.removeIf(each -> each.startsWith("9999"));
    List<Span> spans = spans();
    for (Span each : spans) {
      assertEquals(each.headings(), headings.stream().filter(each::holds).count(), each.toString());
    }
    assertEquals(headings.size(), spans.stream().mapToInt(Span::headings).sum());
  }

  /** The safeguards of 9904 have a test of their own, against each row of each release. */
  @Test
  void what_is_law_is_cited_by_measures_and_what_is_dormant_by_none() throws IOException {
    NavigableSet<String> cited = cited();
    NavigableSet<String> known = known();
    for (Span each : spans("law")) {
      if (!each.first().startsWith("9904")) {
        NavigableSet<String> held = known.subSet(each.first(), true, each.last(), true);
        assertEquals(each.headings(), held.size(), each.toString());
        TreeSet<String> missing = new TreeSet<>(held);
        missing.removeAll(cited);
        assertEquals(Set.of(), missing, each.toString());
      }
    }
    for (Span each : spans("dormant")) {
      assertEquals(Set.of(), cited.subSet(each.first(), true, each.last(), true), each.toString());
      assertEquals(Set.of(), known.subSet(each.first(), true, each.last(), true), each.toString());
    }
  }

  @Test
  void what_is_not_held_is_said_in_coverage() throws IOException {
    for (Span each : spans()) {
      if (List.of("stated", "quota").contains(each.state())) {
        assertFalse(UsCoverage.ofProgramme(each.by()).isEmpty(), each.toString());
        assertTrue(
            UsCoverage.ofProgramme(each.by()).stream().anyMatch(e -> !e.remark().isBlank()),
            each.toString());
      }
    }
    for (String each : List.of("duty suspensions", "S301 large civil aircraft")) {
      assertTrue(spans("dormant").stream().anyMatch(s -> s.by().equals(each)));
      assertFalse(UsCoverage.ofProgramme(each).isEmpty(), each);
    }
  }

  @Test
  void what_facts_and_the_order_of_programmes_hold_is_of_a_programme() throws IOException {
    Map<String, Programme> programmes =
        UsTariffs.programmes().orThrow().stream()
            .collect(Collectors.toMap(Programme::name, p -> p));
    for (Span each : spans()) {
      assertTrue(
          !List.of("fact", "origin").contains(each.state()) || programmes.containsKey(each.by()),
          each.toString());
    }
    for (Span each : spans("yields")) {
      assertTrue(
          programmes.get(each.by()).yields().stream()
              .anyMatch(y -> y.toString().contains("S232 steel")),
          each.toString());
    }
  }

  private record Named(String heading, String symbol, String rate, String line) {}

  /** The lines that a heading of an agreement names, by its symbol. */
  private static List<Named> named(JsonNode rows, List<Span> spans) {
    List<Named> all = new ArrayList<>();
    Deque<JsonNode> above = new ArrayDeque<>();
    for (JsonNode row : rows) {
      int indent = row.path("indent").asInt();
      while (!above.isEmpty() && above.peek().path("indent").asInt() >= indent) {
        above.pop();
      }
      above.push(row);
      String heading = row.path("htsno").asText();
      if (heading.length() == 10 && spans.stream().anyMatch(each -> each.holds(heading))) {
        for (MatchResult of : rates(row.path("special").asText())) {
          for (String line : lines(above)) {
            all.add(new Named(heading, of.group(2), of.group(1).strip(), line));
          }
        }
      }
    }
    return all;
  }

  private static List<MatchResult> rates(String special) {
    return Pattern.compile("([^()]*)\\(([^()]*)\\)?").matcher(special).results().toList();
  }

  private static List<String> lines(Deque<JsonNode> above) {
    for (JsonNode each : above) {
      List<String> lines =
          LINE.matcher(each.path("description").asText()).results().map(r -> r.group()).toList();
      if (!lines.isEmpty()) {
        return lines;
      }
    }
    return List.of();
  }

  private static Map<String, JsonNode> base(JsonNode rows) {
    Map<String, JsonNode> base = new TreeMap<>();
    for (JsonNode row : rows) {
      String code = row.path("htsno").asText();
      if (code.length() >= 10 && !row.path("general").asText().isEmpty()) {
        base.putIfAbsent(code.substring(0, 10), row);
      }
    }
    return base;
  }

  private static String rate(JsonNode line, String symbol) {
    String plain = symbol.replace("+", "");
    String found = "none";
    for (MatchResult each : rates(line.path("special").asText())) {
      List<String> symbols = List.of(each.group(2).split("[ ,]+"));
      boolean first = found.equals("none");
      if (first && (symbols.contains(symbol) || symbols.contains(plain))) {
        found = each.group(1).contains("See") ? "see" : each.group(1).strip();
      }
    }
    return found;
  }

  /**
   * A line that a heading of an agreement names points to it, and a claim is open then; or it has
   * the rate of the heading itself. Where the column leaves the symbol out, a measure has the rate.
   */
  @Test
  void lines_point_to_the_rates_of_agreements() throws IOException {
    List<Span> pointers = spans("pointer");
    Set<String> left = new TreeSet<>();
    int asked = 0;
    for (Path release : SharedFiles.releases()) {
      String name = release.getFileName().toString();
      if (!name.matches("hts_(2025_rev_23|2026_rev_10).*")) {
        continue;
      }
      String day = name.contains("2025") ? "2025-09-20" : "2026-06-20";
      JsonNode rows = rows(release);
      Map<String, JsonNode> base = base(rows);
      Set<String> done = new TreeSet<>();
      for (Named each : named(rows, pointers)) {
        JsonNode line = base.get(each.line());
        if (line == null
            || line.path("general").asText().equals("Free")
            || !each.rate().equals("Free") && each.symbol().equals("P+")) {
          continue;
        }
        String rate = rate(line, each.symbol());
        if (rate.equals("none")) {
          left.add(each.symbol() + " " + each.line());
        } else if (rate.equals("see") && done.add(each.symbol() + each.line())) {
          asked++;
          assertOpen(each, day);
        } else if (!rate.equals("see")) {
          assertEquals(each.rate(), rate, name + " " + each);
        }
      }
    }
    assertEquals(LEFT_OUT, left);
    assertTrue(asked > 300, asked + " questions");
  }

  private static void assertOpen(Named each, String day) {
    String programme = AGREEMENTS.getOrDefault(each.symbol(), "CAFTA-DR");
    String origin = each.symbol().equals("P+") ? "DO" : each.symbol();
    Outcome outcome =
        UsTariffs.book()
            .on(day)
            .stack(
                HsCode.of(each.line()),
                Country.of(origin),
                DeclaredFacts.none().withClaim(programme))
            .outcome();
    assertNotEquals(Outcome.ASSESSED, outcome, each + " on " + day);
  }

  /** Three lines for which the column of special rates forgets Peru (subchapter XVII, note 1). */
  @Test
  void peru_is_free_where_its_subchapter_says_so() {
    for (String line : List.of("0406.10.08", "0406.30.63")) {
      assertEquals("free", claimed(line, "2025-12-31", ""), line);
      assertEquals("open", claimed(line, "2026-01-01", ""), line);
      assertEquals(
          "free", claimed(line, "2026-01-01", "goods:free under the agreement with Peru=yes"));
    }
    assertEquals("open", claimed("0403.90.95", "2025-06-01", ""));
    assertEquals(
        "charged",
        claimed("0403.90.95", "2025-06-01", "goods:free under the agreement with Peru=no"));
  }

  /** What the ordinary duty comes to where the agreement with Peru is claimed. */
  private static String claimed(String line, String day, String facts) {
    var stack =
        UsTariffs.book()
            .on(day)
            .stack(
                HsCode.of(line),
                Country.of("PE"),
                DeclaredFacts.parse("claim=US-Peru TPA; " + facts));
    if (stack.toString().contains("decided by goods:free under the agreement with Peru")) {
      return "open";
    }
    return stack.toString().contains("MFN") ? "charged" : "free";
  }

  /**
   * Duties of 100 and 200 percent that are printed without a day of their end were not collected on
   * any of their lines in 2024.
   */
  @Test
  void dormant_duties_were_not_collected() throws IOException {
    Map<String, Set<String>> of =
        Map.of(
            "9903.04",
            Set.of("AT", "BE", "DE", "DK", "ES", "FR", "GB", "GR", "IE", "IT", "NL", "PT"),
            "9903.08",
            Set.of("AT", "BE", "DE", "ES", "FI", "FR", "GB", "GR", "IE", "IT", "PT", "SE"),
            "9903.27",
            Set.of("UA"),
            "9903.41",
            Set.of("JP"));
    Map<String, double[]> sums = collected();
    JsonNode rows = rows(SharedFiles.require("data/hts/hts_2025_basic.json.gz"));
    Set<String> found = new TreeSet<>();
    for (JsonNode row : rows) {
      String heading = row.path("htsno").asText();
      boolean dormant =
          heading.length() == 10 && spans("dormant").stream().anyMatch(s -> s.holds(heading));
      if (dormant && of.containsKey(heading.substring(0, 7))) {
        String words = row.path("description").asText();
        for (MatchResult line :
            Pattern.compile("[0-9]{4}(\\.[0-9]{2}){1,2}").matcher(words).results().toList()) {
          for (String origin : of.get(heading.substring(0, 7))) {
            double[] sum = sums.get(line.group().replace(".", "") + origin);
            if (sum != null && sum[0] > 10_000) {
              found.add(heading);
              assertTrue(sum[1] < 0.5 * sum[0], heading + " " + line.group() + " " + origin);
            }
          }
        }
      }
    }
    assertTrue(found.size() >= 15, found.toString());
  }

  /** Imports and duties of 2024 by line, also of the first six digits, and partner. */
  private static Map<String, double[]> collected() throws IOException {
    Map<String, double[]> sums = new TreeMap<>();
    try (BufferedReader in = SharedFiles.unpacked("facts/us_imports_2024_hts10.csv.gz")) {
      for (String row = in.readLine(); row != null; row = in.readLine()) {
        String[] cells = row.split(",", -1);
        if (!cells[0].startsWith("hts")) {
          for (int digits : new int[] {6, 8}) {
            double[] sum =
                sums.computeIfAbsent(cells[0].substring(0, digits) + cells[1], k -> new double[2]);
            sum[0] += Double.parseDouble(cells[2]);
            sum[1] += Double.parseDouble(cells[3]);
          }
        }
      }
    }
    return sums;
  }
}
