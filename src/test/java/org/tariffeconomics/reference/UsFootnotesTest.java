package org.tariffeconomics.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
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
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.tariffeconomics.SharedFiles;
import org.tariffeconomics.reading.CsvFile;
import org.tariffeconomics.reading.Row;
import org.tariffeconomics.tariff.ProductList;

/**
 * Every legal line of every release of 2025 and 2026 against its footnotes: section 301, Russia and
 * the safeguard of section 201. A line is on the lists that its footnotes name on the day from
 * which the release counts, and on no other, or the difference stands with its reason in {@code
 * us-footnotes.csv}; a reason that explains nothing any more fails.
 */
class UsFootnotesTest {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private static final Pattern HEADING = Pattern.compile("9903\\.[0-9]{2}\\.[0-9]{2}");

  /** The programmes that footnotes name; exclusions (9903.88.69, .70) they do not name by line. */
  private static final Pattern NAMED =
      Pattern.compile("9903\\.(45|55|88|90|91|92)\\.[0-9]{2}(?<!9903\\.88\\.(69|70))");

  private static final Set<String> LISTS =
      UsLists.all().stream()
          .map(ProductList::name)
          .filter(name -> NAMED.matcher(name).matches())
          .collect(Collectors.toSet());

  /** A difference that was looked at, and how often it was met. */
  private record Explained(String line, String noted, String listed, String reason) {
    private static Explained of(Row row) {
      return new Explained(
          row.required("line"), row.cell("noted"), row.cell("listed"), row.required("reason"));
    }

    private boolean covers(String code, Set<String> notes, Set<String> lists) {
      return code.startsWith(line)
          && (noted.equals("*") || noted.equals(String.join(" ", notes)))
          && (listed.equals("*") || listed.equals(String.join(" ", lists)));
    }
  }

  private record Release(String name, LocalDate day) {}

  @Test
  void every_line_of_every_release_is_on_the_lists_of_its_footnotes() throws IOException {
    SharedFiles.require("data/hts_releases");
    List<Explained> reasons = reasons();
    Set<Explained> used = new TreeSet<>((a, b) -> a.toString().compareTo(b.toString()));
    TreeMap<String, List<String>> differences = new TreeMap<>();
    int compared = 0;
    int explained = 0;
    List<Release> releases = releases();
    for (Release release : releases) {
      Map<String, Set<String>> noted = noted(release.name());
      Map<String, Set<String>> listed = listed(noted.keySet(), release.day());
      for (Map.Entry<String, Set<String>> each : noted.entrySet()) {
        String line = each.getKey();
        Set<String> lists = listed.getOrDefault(line, new TreeSet<>());
        compared++;
        if (!lists.equals(each.getValue())) {
          List<Explained> why =
              reasons.stream().filter(r -> r.covers(line, each.getValue(), lists)).toList();
          used.addAll(why);
          explained++;
          if (why.isEmpty()) {
            differences
                .computeIfAbsent(
                    "\n" + line + ": noted " + each.getValue() + ", listed " + lists,
                    d -> new ArrayList<>())
                .add(release.name());
          }
        }
      }
    }
    System.out.println(
        compared + " lines of " + releases.size() + " releases, " + explained + " explained");
    assertEquals(44, releases.size());
    assertTrue(compared > 44 * 11_000, compared + " lines");
    assertEquals(Map.of(), differences);
    assertEquals(
        reasons.size(), used.size(), "reasons that explain nothing: " + left(reasons, used));
  }

  private static List<Explained> left(List<Explained> all, Set<Explained> used) {
    return all.stream().filter(each -> !used.contains(each)).toList();
  }

  private static List<Explained> reasons() throws IOException {
    try (Reader in =
        new InputStreamReader(
            UsFootnotesTest.class.getResourceAsStream("/us-footnotes.csv"),
            StandardCharsets.UTF_8)) {
      CsvFile file =
          CsvFile.read(
              "us-footnotes.csv", in, List.of("line", "noted", "listed", "reason"), List.of());
      assertEquals(List.of(), file.problems());
      return file.rows().stream().map(Explained::of).toList();
    }
  }

  /** The releases with the days from which they count, as the bundle was made of them. */
  private static List<Release> releases() throws IOException {
    return Files.readAllLines(Path.of("src/facts/resources/us-releases.csv")).stream()
        .filter(row -> row.startsWith("hts_"))
        .map(row -> row.split(",", -1))
        .map(cells -> new Release(cells[0], LocalDate.parse(cells[2])))
        .toList();
  }

  private static Path file(String release) {
    String name = release + ".json.gz";
    return SharedFiles.require(
        SharedFiles.has("data/hts/" + name) ? "data/hts/" + name : "data/hts_releases/" + name);
  }

  /** By legal line, the headings that the footnotes of it and of the numbers below it name. */
  private static Map<String, Set<String>> noted(String release) throws IOException {
    Map<String, Set<String>> noted = new TreeMap<>();
    try (InputStream json = new GZIPInputStream(Files.newInputStream(file(release)))) {
      for (JsonNode row : MAPPER.readTree(json)) {
        String code = row.path("htsno").asText().replace(".", "");
        if (code.length() >= 8 && !code.startsWith("98") && !code.startsWith("99")) {
          Set<String> headings =
              noted.computeIfAbsent(code.substring(0, 8), line -> new TreeSet<>());
          for (JsonNode note : row.path("footnotes")) {
            Matcher heading = HEADING.matcher(note.path("value").asText());
            while (heading.find()) {
              if (LISTS.contains(heading.group())) {
                headings.add(heading.group());
              }
            }
          }
        }
      }
    }
    return noted;
  }

  /** By legal line, the lists that have it or a number below it on a day. */
  private static Map<String, Set<String>> listed(Set<String> lines, LocalDate day) {
    TreeSet<String> sorted = new TreeSet<>(lines);
    Map<String, Set<String>> listed = new TreeMap<>();
    for (ProductList list : UsLists.all()) {
      if (LISTS.contains(list.name())) {
        list.entries().stream()
            .filter(each -> each.validity().days().contains(day))
            .flatMap(each -> each.products().includedDigits().stream())
            .forEach(
                digits ->
                    under(sorted, digits)
                        .forEach(
                            line ->
                                listed
                                    .computeIfAbsent(line, l -> new TreeSet<>())
                                    .add(list.name())));
      }
    }
    return listed;
  }

  private static Set<String> under(NavigableSet<String> lines, String digits) {
    String from = digits.length() > 8 ? digits.substring(0, 8) : digits;
    return lines.subSet(from, from + "~");
  }
}
