package org.tariffeconomics.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tariffeconomics.SharedFiles;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.io.hts.HtsFile;
import org.tariffeconomics.panel.PanelSlice;
import org.tariffeconomics.panel.TariffPanel;
import org.tariffeconomics.rate.DeclaredFacts;
import org.tariffeconomics.rate.DeclaredOrigin;
import org.tariffeconomics.rate.DutyRate;
import org.tariffeconomics.reading.Reading;
import org.tariffeconomics.reference.UsCoverage.Entry;
import org.tariffeconomics.reference.UsCoverage.State;
import org.tariffeconomics.schedule.ScheduleLine;
import org.tariffeconomics.schedule.TariffSchedule;
import org.tariffeconomics.tariff.DutyStack;
import org.tariffeconomics.tariff.DutyStack.Outcome;
import org.tariffeconomics.tariff.MeasureSource;
import org.tariffeconomics.tariff.TariffBook;
import org.tariffeconomics.tariff.TariffMeasure;

/** Where the lists of additional duties do not reach, no duty is a definite number. */
class UsCoverageTest {

  private static final LocalDate DAY = LocalDate.parse("2025-07-01");
  private static final Country CHINA = Country.of("CN");

  private static Map<String, State> states(String line) {
    return UsTariffs.coverage(line).on(DAY).stream()
        .collect(Collectors.toMap(Entry::programme, Entry::state));
  }

  @Test
  void ordinary_duty_and_preferences_of_a_line_are_held() {
    assertEquals(State.HELD, states("8703.23.01").get("ordinary duty"));
    assertEquals(State.HELD, states("8703").get("ordinary duty"));
    assertEquals(State.NOT_HELD, states("8703.99.99").get("ordinary duty"));
    assertTrue(
        UsTariffs.coverage("8703.99.99").entries().get(0).remark().contains("8703.90.01"),
        "names the nearest line");
    // Free (A+, AU, BH … D, …) of 0401.10.00: AGOA of some days was read in part only
    assertEquals(State.PARTLY, states("0401.10.00").get("preferences"));
    assertEquals("preferences", UsTariffs.coverage("0401.10.00").entries().get(1).programme());
  }

  /**
   * The lists of sections 232 and 301 are written in codes of the schedule, so that they say
   * nothing of a code that is none: 32.9 % (2.9 + 20 + 10) would be a number without them.
   */
  @ParameterizedTest
  @ValueSource(
      strings = {"7326.90.99.99", "8703.99.99", "9999.99.99", "0102.29.99", "8703.23.01.99"})
  void an_ordinary_duty_of_ones_own_on_a_code_of_no_edition_is_not_the_whole_duty(String code) {
    TariffBook book = UsTariffs.book().with(TariffMeasure.base(code, "2.9%"));
    DutyStack stack = book.on(DAY).stack(HsCode.of(code), CHINA);
    assertEquals(Outcome.UNDETERMINED, stack.outcome());
    assertTrue(stack.range().isEmpty(), stack::toString);
    assertTrue(stack.reasons().get(0).contains("is no line of"), stack.reasons()::toString);
    DutyStack checked = stack.assuming("additional duties checked=yes");
    assertTrue(checked.range().isPresent(), checked::toString);
  }

  @Test
  void an_ordinary_duty_of_ones_own_on_a_line_that_is_held_counts() {
    TariffBook book = UsTariffs.book().with(TariffMeasure.base("7326.90.86", "2.9%"));
    DutyStack stack =
        book.on(DAY).stack(HsCode.of("7326.90.86"), CHINA, DeclaredFacts.parse("content:steel=1"));
    // 2.9 % + list 3 25 % + fentanyl 20 % + section 232 50 % (trials/erp.md, B2)
    assertEquals("97.9%", stack.adValoremRate().orElseThrow().toString());
  }

  @Test
  void what_is_held_of_a_programme_is_told_by_its_name() {
    assertEquals(2, UsCoverage.ofProgramme("S232 steel").size());
    Entry safeguard = UsCoverage.ofProgramme("agricultural safeguard").get(0);
    assertEquals(State.HELD, safeguard.state());
    assertTrue(safeguard.goods().contains(HsCode.of("0202.30.80")), safeguard::toString);
    assertEquals(List.of(), UsCoverage.ofProgramme("nothing"));
  }

  private static TariffBook joined(String... rows) {
    String json = "[" + String.join(",", rows) + "]";
    Reading<TariffSchedule> release =
        HtsFile.read(
            "release.json", new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
    return UsTariffs.book(release.orThrow());
  }

  private static String row(String code, String general, String note) {
    return "{\"htsno\":\""
        + code
        + "\",\"indent\":\"0\",\"description\":\"Goods\",\"superior\":null,\"units\":[\"No.\"],"
        + "\"general\":\""
        + general
        + "\",\"special\":\"\",\"other\":\"35%\",\"footnotes\":["
        + (note.isEmpty()
            ? ""
            : "{\"columns\":[\"general\"],\"marker\":\"1\",\"value\":\""
                + note
                + "\",\"type\":\"endnote\"}")
        + "]}";
  }

  private static DutyStack chinese(TariffBook book, String code) {
    return book.on(DAY).stack(HsCode.of(code), CHINA);
  }

  @Test
  void a_line_of_a_joined_release_that_the_bundle_does_not_have_is_undetermined() {
    TariffBook book =
        joined(
            row("8471.30.01", "Free", ""),
            row("8471.30.77", "Free", ""),
            row("8471.41.01", "Free", "See 9903.88.15."),
            row("8471.49.00", "Free", "See 9903.77.01."));
    assertTrue(chinese(book, "8471.30.01").range().isPresent());
    assertTrue(chinese(book, "8471.41.01").range().isPresent(), "9903.88.15 is held");
    DutyStack renumbered = chinese(book, "8471.30.77");
    assertEquals(Outcome.UNDETERMINED, renumbered.outcome());
    assertTrue(renumbered.reasons().get(0).contains("8471.30.77 is no line of HTS"));
    DutyStack pointing = chinese(book, "8471.49.00");
    assertEquals(Outcome.UNDETERMINED, pointing.outcome());
    assertTrue(
        pointing.reasons().get(0).contains("points to 9903.77.01"), pointing.reasons()::toString);
    assertTrue(chinese(book, "8471.60.99").reasons().get(0).contains("8471.60.99 is no line of"));
    assertTrue(book.facts().contains("+ bundled additional duties (3 unverified"), book.facts());
  }

  @Test
  void every_line_of_the_bundled_edition_is_covered_when_it_is_joined() {
    TariffSchedule release =
        HtsFile.read(SharedFiles.require("data/hts/hts_2025_rev_23.json.gz")).orThrow();
    LocalDate day = LocalDate.parse("2025-09-16");
    TariffBook book = UsTariffs.book(release);
    DeclaredFacts unchecked = DeclaredFacts.parse("additional duties checked=no");
    List<HsCode> open =
        release.declarable().stream()
            .map(ScheduleLine::code)
            .filter(code -> !code.chapter().equals("99"))
            .filter(
                code ->
                    book.on(day).stack(code, Country.of("JP"), unchecked).layers().stream()
                        .anyMatch(l -> l.measure().programme().contains("not held")))
            .toList();
    assertEquals(List.of(), open);
  }

  /**
   * A later release may move a line to another list: its note says so, the bundled list does not
   * have it. 6109.10.00 is on list 4A (9903.88.15: 7.5%) and not on list 3 (25%).
   */
  @Test
  void a_line_whose_note_names_another_list_is_not_definite() throws IOException {
    String text = Files.readString(SharedFiles.release());
    int line = text.indexOf("\"6109.10.00\"");
    int note = text.indexOf("9903.88.15", line);
    String later =
        text.substring(0, note) + "9903.88.03" + text.substring(note + "9903.88.15".length());
    TariffBook book =
        UsTariffs.book(
            HtsFile.read(
                    "later.json", new ByteArrayInputStream(later.getBytes(StandardCharsets.UTF_8)))
                .orThrow());
    HsCode shirts = HsCode.of("6109.10.00");
    DutyStack chinese = book.on("2026-07-02").stack(shirts, CHINA);
    assertEquals(Outcome.UNDETERMINED, chinese.outcome(), chinese::toString);
    assertTrue(
        chinese.reasons().toString().contains("9903.88.03, whose list here does not have it"),
        chinese.reasons()::toString);
    assertTrue(chinese.assuming("additional duties checked=yes").range().isPresent());
    assertEquals(Outcome.ASSESSED, book.on("2026-07-02").stack(shirts, Country.of("DE")).outcome());
    HsCode mensShirts = HsCode.of("6109.10.00.12");
    assertPanelAgrees(book, mensShirts, List.of("CN", "DE"));
    assertPanelAgrees(book, mensShirts, List.of("DE", "CN", "JP"));
    for (String first : List.of("CN", "DE")) {
      assertWarmAgrees(book, mensShirts, first);
    }
    TariffBook unchanged = UsTariffs.book(HtsFile.read(SharedFiles.release()).orThrow());
    assertEquals(Outcome.ASSESSED, unchanged.on("2026-07-02").stack(shirts, CHINA).outcome());
  }

  /** A panel's cells are what is answered for each origin alone, whichever comes first. */
  private static void assertPanelAgrees(TariffBook book, HsCode line, List<String> origins) {
    LocalDate day = LocalDate.parse("2026-07-02");
    PanelSlice slice =
        TariffPanel.of(
                book,
                List.of(line),
                origins.stream().map(Country::of).map(DeclaredOrigin::of).toList(),
                List.of(day))
            .on(day);
    for (int i = 0; i < origins.size(); i++) {
      assertEquals(
          book.on(day).stack(line, Country.of(origins.get(i))).range(),
          slice.range(0, i),
          origins.get(i));
    }
  }

  /** So are those of a book that was asked often, whichever origin was asked first. */
  private static void assertWarmAgrees(TariffBook book, HsCode line, String first) {
    TariffBook asked = book.withFactsFrom(LocalDate.parse("2025-01-01"));
    LocalDate day = LocalDate.parse("2026-07-02");
    for (int i = 0; i < 80; i++) {
      asked.on(day).stack(HsCode.of("0201.10.05"), Country.of("AU")).outcome();
    }
    for (String origin : List.of(first, "CN", "DE", "JP")) {
      assertEquals(
          book.on(day).stack(line, Country.of(origin)).outcome(),
          asked.on(day).stack(line, Country.of(origin)).outcome(),
          origin);
    }
  }

  /**
   * A later release may take a line off its list: its note is gone, the bundled list has it.
   * Whether the duty ended or the edition slipped the U.S. notes tell, which are not in the
   * release.
   */
  @ParameterizedTest
  @CsvSource({
    "hts_2026_rev_10, 6109.10.00, 9903.88.15, CN",
    "hts_2026_rev_10, 8507.60.00.30, 9903.91.06, CN",
    "hts_2026_rev_10, 4904.00.00, 9903.90.08, RU"
  })
  void a_line_whose_note_to_its_list_is_gone_is_not_definite(
      String edition, String line, String heading, String origin) throws IOException {
    Path file = SharedFiles.require("data/hts/" + edition + ".json.gz");
    TariffBook unchanged = UsTariffs.book(HtsFile.read(file).orThrow());
    TariffBook book = UsTariffs.book(without(heading, line.substring(0, 10), file));
    HsCode goods = HsCode.of(line);
    DutyStack open = book.on("2026-10-01").stack(goods, Country.of(origin));
    assertEquals(Outcome.UNDETERMINED, open.outcome(), open::toString);
    assertTrue(
        open.reasons().toString().contains("does not point to " + heading),
        open.reasons()::toString);
    assertEquals(
        unchanged.on("2026-10-01").stack(goods, Country.of(origin)).range(),
        open.assuming("additional duties checked=yes").range());
    Country other = Country.of("VN");
    assertEquals(
        unchanged.on("2026-10-01").stack(goods, other).range(),
        book.on("2026-10-01").stack(goods, other).range());
    // the lists of days to 8 June 2026 were held against the notes of the releases themselves
    assertEquals(
        unchanged.on("2026-05-01").stack(goods, Country.of(origin)).range(),
        book.on("2026-05-01").stack(goods, Country.of(origin)).range());
  }

  /** A release of which the notes of a line, and of the numbers below it, to a heading are gone. */
  private static TariffSchedule without(String heading, String line, Path release)
      throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    JsonNode rows;
    try (InputStream json = new GZIPInputStream(Files.newInputStream(release))) {
      rows = mapper.readTree(json);
    }
    for (JsonNode row : rows) {
      if (row.path("htsno").asText().startsWith(line)) {
        for (JsonNode note : row.path("footnotes")) {
          ((ObjectNode) note).put("value", note.path("value").asText().replace(heading, ""));
        }
      }
    }
    return HtsFile.read("later.json", new ByteArrayInputStream(mapper.writeValueAsBytes(rows)))
        .orThrow();
  }

  /** Of the newest bundled edition no note is gone, on days that it is law and after. */
  @ParameterizedTest
  @ValueSource(strings = {"2026-06-08", "2026-10-01", "2027-07-01"})
  void no_note_of_the_newest_bundled_edition_is_gone(String day) {
    TariffSchedule release =
        HtsFile.read(SharedFiles.require("data/hts/hts_2026_rev_10.json.gz")).orThrow();
    MeasureSource joined = UsTariffs.book(release).sources().get(0);
    List<String> gone =
        release.declarable().stream()
            .map(ScheduleLine::code)
            .flatMap(code -> joined.doubt(code, LocalDate.parse(day)).stream())
            .map(each -> ((DutyRate.Unsupported) each.rate()).message() + each.id())
            .filter(text -> text.contains("does not point to"))
            .toList();
    assertEquals(List.of(), gone);
  }

  /** The notes of the releases at hand name no list that has not the line on some day. */
  @ParameterizedTest
  @ValueSource(strings = {"hts_2025_basic", "hts_2025_rev_32", "hts_2026_rev_10"})
  void notes_of_the_bundled_editions_name_the_bundled_lists(String edition) {
    TariffSchedule release =
        HtsFile.read(SharedFiles.require("data/hts/" + edition + ".json.gz")).orThrow();
    TariffBook joined = UsTariffs.book(release);
    List<String> doubted =
        release.declarable().stream()
            .map(ScheduleLine::code)
            .flatMap(code -> joined.sources().get(0).doubt(code, DAY).stream())
            .map(each -> ((DutyRate.Unsupported) each.rate()).message() + each.id())
            .filter(text -> text.contains("whose list here"))
            .toList();
    assertEquals(List.of(), doubted);
  }
}
