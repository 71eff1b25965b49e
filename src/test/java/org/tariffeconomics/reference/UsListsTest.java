package org.tariffeconomics.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tariffeconomics.SharedFiles;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.reading.CsvFile;
import org.tariffeconomics.reading.Facts;
import org.tariffeconomics.tariff.ProductList;
import org.tariffeconomics.tariff.Rule;
import org.tariffeconomics.tariff.TariffMeasure;

/** The bundled lists, held to the footnotes of official releases and to their own counts. */
class UsListsTest {

  private static final LocalDate DAY = LocalDate.parse("2025-09-16");

  private static boolean lists(String list, String code, String day) {
    return UsLists.of(list).contains(HsCode.of(code), LocalDate.parse(day));
  }

  private static boolean names(String list, String code, String day) {
    return !UsLists.of(list).entries(HsCode.of(code), LocalDate.parse(day)).isEmpty();
  }

  /** Every list has the number of codes of {@code us-list-sizes.csv}, each row with its reason. */
  @Test
  void a_list_keeps_its_size() throws IOException {
    Map<String, String> guarded = new TreeMap<>();
    try (Reader in =
        new InputStreamReader(
            UsListsTest.class.getResourceAsStream("/us-list-sizes.csv"), StandardCharsets.UTF_8)) {
      CsvFile file =
          CsvFile.read("us-list-sizes.csv", in, List.of("list", "codes", "reason"), List.of());
      assertEquals(List.of(), file.problems());
      file.rows()
          .forEach(
              row -> {
                assertFalse(row.cell("reason").isBlank(), row.cell("list"));
                guarded.put(row.cell("list"), row.cell("codes"));
              });
    }
    Map<String, String> bundled = new TreeMap<>();
    UsLists.all().forEach(list -> bundled.put(list.name(), String.valueOf(list.size())));
    TreeSet<String> all = new TreeSet<>(guarded.keySet());
    all.addAll(bundled.keySet());
    List<String> changed =
        all.stream()
            .filter(list -> !Objects.equals(guarded.get(list), bundled.get(list)))
            .map(
                list ->
                    list
                        + ": "
                        + guarded.getOrDefault(list, "none")
                        + " in us-list-sizes.csv, "
                        + bundled.getOrDefault(list, "none")
                        + " bundled: look at it, and write the number with a reason")
            .toList();
    assertEquals(List.of(), changed);
  }

  @Test
  void a_list_that_is_not_bundled_is_refused() {
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> UsLists.of("9903.88.16"));
    assertTrue(refused.getMessage().contains("9903.88.15"), refused.getMessage());
  }

  /**
   * Statistical numbers are made anew without a change of law, so that goods of the numbers in
   * place of one that a list names and that ended are on the list too.
   */
  @Test
  void goods_whose_number_ended_stay_on_the_list_that_names_it() {
    Set<String> lost = new TreeSet<>();
    int ended = 0;
    for (ProductList list : UsLists.all()) {
      for (ProductList.Entry entry : list.entries()) {
        for (String digits : entry.products().listedDigits()) {
          LocalDate end = digits.length() == 10 ? end(HsCode.of(digits)) : LocalDate.MAX;
          if (end.isBefore(LocalDate.MAX) && entry.validity().days().contains(end)) {
            ended++;
            if (inPlaceOf(HsCode.of(digits), end).stream()
                .allMatch(code -> list.entries(code, end).isEmpty())) {
              lost.add(list.name() + " " + digits + " " + end);
            }
          }
        }
      }
    }
    assertEquals(Set.of(), lost);
    assertTrue(ended >= 4, ended + " numbers of lists ended");
  }

  /** When a number was none any more; on no day for one that never ended, or never was. */
  private static LocalDate end(HsCode number) {
    return UsTariffs.schedule(Facts.VERIFIED_ONLY).history(number).stream()
        .filter(line -> line.declarable().contains(number))
        .map(line -> line.days().getEnd())
        .reduce((earlier, later) -> later)
        .orElse(LocalDate.MAX);
  }

  /** The numbers that its line has from a day on and had not before. */
  private static List<HsCode> inPlaceOf(HsCode number, LocalDate day) {
    List<HsCode> before = new ArrayList<>();
    List<HsCode> after = new ArrayList<>();
    UsTariffs.schedule(Facts.VERIFIED_ONLY)
        .history(number)
        .forEach(
            line -> {
              if (line.days().contains(day.minusDays(1))) {
                before.addAll(line.declarable());
              } else if (line.days().contains(day)) {
                after.addAll(line.declarable());
              }
            });
    after.removeAll(before);
    return after;
  }

  /** A list that no measure refers to would be silently without effect. */
  @Test
  void every_list_is_referred_to() {
    TreeSet<String> unused = new TreeSet<>();
    for (ProductList list : UsLists.all()) {
      boolean used =
          list.entries().stream()
              .anyMatch(
                  entry ->
                      UsTariffs.book().measures().stream()
                          .anyMatch(m -> m.products().equals(entry.products())));
      if (!used) {
        unused.add(list.name());
      }
    }
    // cars of the United Kingdom are written as what is left of heading 8703; fiber is a quota
    assertEquals(new TreeSet<>(List.of("9903.55.01", "9903.94.31")), unused);
  }

  /** Cars stand in the rows as heading 8703 less two subheadings: the lines of U.S. note 33(b). */
  @Test
  void cars_are_the_lines_of_their_list() {
    TariffMeasure cars = UsTariffs.book().measure("S232 autos").orElseThrow();
    for (String line :
        List.of(
            "8703.21.01",
            "8703.10.50",
            "8703.22.01",
            "8703.24.01",
            "8703.80.00",
            "8703.90.01",
            "8704.21.01",
            "8704.22.11",
            "8704.31.01",
            "8704.41.00",
            "8704.51.00",
            "8704.52.00")) {
      assertEquals(
          lists("9903.94.01", line, "2025-09-16"), cars.products().contains(HsCode.of(line)), line);
    }
  }

  // --- footnotes --------------------------------------------------------------------------------

  private static final Pattern HEADING = Pattern.compile("9903\\.(88|90|91|92)\\.[0-9]{2}");

  /** Lists that lines point to; exclusions (9903.88.69, .70) they do not point to one by one. */
  private static final Set<String> NOTED =
      UsLists.all().stream()
          .map(ProductList::name)
          .filter(name -> HEADING.matcher(name).matches())
          .filter(name -> !name.matches("9903\\.88\\.(69|70)"))
          .collect(Collectors.toSet());

  private static Map<String, JsonNode> rows(InputStream json) throws IOException {
    Map<String, JsonNode> rows = new TreeMap<>();
    try (json) {
      for (JsonNode row : new ObjectMapper().readTree(json)) {
        String code = row.path("htsno").asText().replace(".", "");
        if (code.length() >= 8 && !code.startsWith("98") && !code.startsWith("99")) {
          rows.put(code, row);
        }
      }
    }
    return rows;
  }

  private static Map<String, JsonNode> release(String name) throws IOException {
    return rows(new GZIPInputStream(Files.newInputStream(SharedFiles.require("data/hts/" + name))));
  }

  /** The headings that the footnotes of a row name, and that have a list here. */
  private static Set<String> footnotes(JsonNode row) {
    TreeSet<String> found = new TreeSet<>();
    for (JsonNode note : row.path("footnotes")) {
      Matcher heading = HEADING.matcher(note.path("value").asText());
      while (heading.find()) {
        found.add(heading.group());
      }
    }
    // headings of exclusions that have ended stand in footnotes to this day
    found.retainAll(NOTED);
    return found;
  }

  /** Statistical numbers of one line that are on different lists, as their own footnotes say. */
  @ParameterizedTest
  @CsvSource({
    "8517.62.00.90, 9903.88.15, 9903.88.04",
    "8517.62.00.20, 9903.88.04, 9903.88.15",
    "9401.61.40.11, 9903.88.04, 9903.88.15",
    "9403.70.40.15, 9903.88.04, 9903.88.15",
    "8507.60.00.10, 9903.91.01, 9903.88.15",
    "6307.90.98.70, 9903.91.04, 9903.91.01",
  })
  void numbers_of_a_line_are_told_apart(String code, String list, String other) {
    assertTrue(lists(list, code, "2025-09-16"));
    assertFalse(names(other, code, "2025-09-16"));
  }

  // --- what is missing --------------------------------------------------------------------------

  private static boolean isCharge(TariffMeasure measure) {
    return Set.of(Rule.ADDS, Rule.TOPS_UP_TO, Rule.REPLACES).contains(measure.rule());
  }

  /** The programmes that charge a line on a day, in the bundled book, from any origin. */
  private static Set<String> charging(HsCode line, LocalDate day) {
    TreeSet<String> programmes = new TreeSet<>();
    for (TariffMeasure each : UsTariffs.book().on(day).ownMeasures()) {
      if (isCharge(each) && each.products().specificity(line) > 0) {
        programmes.add(each.programme());
      }
    }
    return programmes;
  }

  /** Lines of U.S. notes that the library did not know on 16 September 2025: a sample by trap. */
  @ParameterizedTest
  @CsvSource({
    // 9403.20 is a steel derivative on its steel content: note 16(n)(1)
    "9403.20.00.86, S232 steel",
    "9403.20.00.86, S232 aluminium",
    // bumper stampings of steel: note 16(l); bumpers on their aluminium content: note 19(k)
    "8708.10.30.20, S232 steel",
    "8708.10.30.50, S232 aluminium",
    "7308.20.00.35, S232 aluminium",
    "8708.29.51.60, S232 aluminium",
    "8708.99.68.90, S232 aluminium",
    // heading 8471 is listed whole among parts of vehicles: note 33(g)
    "8471.30.01.00, S232 auto parts",
    "8471.80.90.00, S232 auto parts",
    // 35 % and 70 % in place of column 2: note 30(b), (d)
    "8703.23.01.90, Russia column 2",
    "7208.51.00.30, Russia column 2",
    "8541.43.00.10, S201 solar",
  })
  void layers_that_were_missing_are_there(String line, String programme) {
    assertTrue(
        charging(HsCode.of(line), DAY).contains(programme),
        charging(HsCode.of(line), DAY).toString());
  }

  /** Every line of the schedule of 16 September 2025 that a charging list has is charged by it. */
  @Test
  void no_line_of_a_charging_list_is_without_its_layer() throws IOException {
    Map<String, String> charged =
        Map.ofEntries(
            Map.entry("9903.88.01", "S301 China"),
            Map.entry("9903.88.02", "S301 China"),
            Map.entry("9903.88.03", "S301 China"),
            Map.entry("9903.88.04", "S301 China"),
            Map.entry("9903.88.15", "S301 China"),
            Map.entry("9903.91.01", "S301 China"),
            Map.entry("9903.91.02", "S301 China"),
            Map.entry("9903.91.03", "S301 China"),
            Map.entry("9903.91.05", "S301 China"),
            Map.entry("9903.90.08", "Russia column 2"),
            Map.entry("9903.90.09", "Russia column 2"));
    Collection<TariffMeasure> charges =
        UsTariffs.book().on(DAY).ownMeasures().stream().filter(UsListsTest::isCharge).toList();
    int lines = 0;
    List<String> missing = new ArrayList<>();
    for (Map.Entry<String, JsonNode> each : release("hts_2025_rev_23.json.gz").entrySet()) {
      HsCode code = HsCode.of(each.getKey());
      for (String heading : footnotes(each.getValue())) {
        lines++;
        String programme = charged.get(heading);
        boolean found =
            programme == null
                || charges.stream()
                    .anyMatch(
                        m ->
                            m.programme().equals(programme)
                                && (m.products().specificity(code) > 0
                                    || m.products().splits(code)));
        if (!found) {
          missing.add(code + " " + heading);
        }
      }
    }
    assertTrue(lines > 10_000, lines + " lines");
    assertEquals(List.of(), missing);
  }

  // --- days and words ---------------------------------------------------------------------------

  /**
   * 76 copper lines on 1 August, 158 wood lines on 14 October 2025 (README of the lists, trap 11).
   */
  @Test
  void lines_leave_annex_two_when_section_232_takes_them() {
    assertTrue(lists("9903.01.32", "7408.11.30", "2025-07-31"));
    assertFalse(names("9903.01.32", "7408.11.30", "2025-08-01"));
    assertTrue(lists("9903.01.32", "7403.11.00", "2025-09-16"));
    assertTrue(lists("9903.01.32", "4407.12.00", "2025-10-13"));
    assertFalse(names("9903.01.32", "4407.12.00", "2025-10-14"));
  }

  /** Memorandum of 11 April 2025; EO 14346 Annex II: 8541.60 never, 8541.41 from 8 September. */
  @Test
  void the_electronics_list_has_no_other_diodes() {
    assertTrue(lists("9903.01.32", "8541.10.00", "2025-04-05"));
    assertFalse(names("9903.01.32", "8541.60.00", "2025-09-16"));
    assertFalse(names("9903.01.32", "8541.41.00", "2025-09-07"));
    assertTrue(lists("9903.01.32", "8541.41.00", "2025-09-08"));
    assertFalse(names("9903.01.32", "8541.43.00", "2025-09-16"));
  }

  /** Statistical numbers that were renumbered stand with their days (trap 3). */
  @Test
  void renumbered_codes_have_their_days() {
    assertTrue(lists("9903.85.08", "9401.99.90.81", "2025-06-30"));
    assertFalse(names("9903.85.08", "9401.99.90.81", "2025-07-01"));
  }

  /** 8507.60, 2504, 8505.11 and 6307.90.98 change their heading on 1 January 2026 (trap 8). */
  @Test
  void lists_of_section_301_follow_each_other_and_do_not_add() {
    assertTrue(lists("9903.88.15", "8507.60.00.20", "2025-12-31"));
    assertTrue(lists("9903.91.01", "8507.60.00.10", "2025-12-31"));
    assertFalse(names("9903.88.15", "8507.60.00.20", "2026-01-01"));
    assertTrue(lists("9903.91.06", "8507.60.00.20", "2026-01-01"));
    assertEquals(
        1,
        UsTariffs.book()
            .on(LocalDate.parse("2026-02-01"))
            .stack(HsCode.of("8507.60.00.20"), Country.of("CN"))
            .layers()
            .stream()
            .filter(l -> l.measure().programme().equals("S301 China"))
            .count());
  }

  /** Words beside codes: parts, aircraft, medicines (trap 1, 9). */
  @Test
  void words_are_conditions() {
    assertTrue(names("9903.94.05", "8471.30.01", "2025-09-16"));
    assertFalse(lists("9903.94.05", "8471.30.01", "2025-09-16"));
    assertTrue(names("9903.96.01", "3926.90.99", "2025-09-16"));
    assertFalse(lists("9903.96.01", "3926.90.99", "2025-09-16"));
    // metal weight: not for chapter 73 itself (note 16(c))
    assertTrue(lists("9903.82.02 (c)(iv)", "7326.90.86.88", "2026-09-18"));
    assertFalse(lists("9903.82.09 (c)(vii)", "8418.10.00", "2026-09-18"));
  }

  @Test
  void every_charge_of_a_list_is_a_charge() {
    assertTrue(
        UsTariffs.book().measures().stream()
            .filter(m -> m.id().startsWith("S301 China 25%"))
            .allMatch(m -> m.rule() == Rule.ADDS));
  }
}
