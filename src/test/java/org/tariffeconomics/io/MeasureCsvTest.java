package org.tariffeconomics.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.Source.Verification;
import org.tariffeconomics.rate.DutyRate;
import org.tariffeconomics.rate.Portion;
import org.tariffeconomics.reading.Facts;
import org.tariffeconomics.reading.Problem;
import org.tariffeconomics.tariff.DutyStack.Outcome;
import org.tariffeconomics.tariff.MeasureReading;
import org.tariffeconomics.tariff.Programme;
import org.tariffeconomics.tariff.Rule;
import org.tariffeconomics.tariff.TariffBook;
import org.tariffeconomics.tariff.TariffMeasure;
import org.threeten.extra.LocalDateRange;

class MeasureCsvTest {

  private static final String HEADER =
      "id,programme,rule,targets,products,origins,rate,portion,from,until,known_from,"
          + "end_known_from,conditions,source_title,source_date,citation,verification\n";

  private static MeasureReading read(String text) {
    return MeasureCsv.read("my.csv", new StringReader(text), Facts.VERIFIED_ONLY);
  }

  /** A file of the five required columns, a rate and days. */
  private static MeasureReading rows(String... rows) {
    return read(
        "id,programme,rule,products,origins,rate,from,until\n" + String.join("\n", rows) + "\n");
  }

  private static Problem onlyProblem(MeasureReading reading) {
    assertEquals(1, reading.problems().size(), reading.problems().toString());
    return reading.problems().get(0);
  }

  private static void assertProblem(String column, String part, String row) {
    Problem problem = onlyProblem(rows("MFN,MFN,BASE,8703,*,2.5%,,", row));
    assertEquals("my.csv", problem.file());
    assertEquals(3, problem.line());
    assertEquals(column, problem.column());
    assertTrue(problem.message().contains(part), problem.toString());
  }

  @Test
  void a_full_row_becomes_a_measure() {
    TariffMeasure measure =
        read(HEADER
                + "S232 autos Mexico,S232 autos,adds,,\"8703 except 8703.10\",\"CA,MX\",25%,"
                + "non-US content,2025-04-03,2030-01-01,2025-03-26,2029-06-01,"
                + "claim=USMCA; approved US content=yes,Proclamation 10908,2025-03-26,"
                + "90 FR 14705,verified\n")
            .orThrow()
            .get(0);
    assertEquals(Rule.ADDS, measure.rule());
    assertEquals(Portion.allBut("US"), measure.portion());
    assertEquals(
        LocalDateRange.of(LocalDate.parse("2025-04-03"), LocalDate.parse("2030-01-01")),
        measure.inForce());
    assertEquals(LocalDate.parse("2025-03-26"), measure.validity().knownFrom().orElseThrow());
    assertEquals(LocalDate.parse("2029-06-01"), measure.validity().endKnownFrom().orElseThrow());
    assertEquals(2, measure.conditions().size());
    assertEquals(Verification.VERIFIED, measure.source().verification());
    assertEquals("Proclamation 10908, 2025-03-26, 90 FR 14705", measure.source().toString());
  }

  @Test
  void blank_cells_mean_the_widest_and_the_users_own() {
    TariffMeasure measure = rows("MFN,MFN,BASE,*,*,2.5%,,").orThrow().get(0);
    assertEquals(LocalDateRange.ALL, measure.inForce());
    assertEquals(Portion.FULL, measure.portion());
    assertEquals(Verification.USER, measure.source().verification());
    assertEquals("my.csv", measure.source().title());
  }

  @Test
  void columns_may_stand_in_any_order_after_a_byte_order_mark_with_semicolons_and_remarks() {
    MeasureReading reading =
        read(
            "\uFEFF# exported\nRate;Origins;PRODUCTS;rule;programme;id\n"
                + "2.5%;JP,KR;8703;BASE;MFN;cars\n# more\n\n;;;;;\nFree;*;8542;BASE;MFN;chips\n");
    assertEquals(List.of(), reading.problems());
    assertEquals(2, reading.measures().size());
    assertEquals("JP,KR", reading.measures().get(0).origins().toString());
  }

  @Test
  void blank_not_available_zero_and_nonsense_are_four_things() {
    assertEquals(new DutyRate.Free(), rows("a,MFN,BASE,8703,*,0%,,").orThrow().get(0).rate());
    assertProblem("rate", "blank", "a,MFN,BASE,8704,*,,,");
    assertProblem("rate", "not available", "a,MFN,BASE,8704,*,n/a,,");
    assertProblem("rate", "no rate", "a,MFN,BASE,8704,*,cheap,,");
    assertProblem("from", "not available", "a,MFN,BASE,8704,*,1%,N/A,");
    MeasureReading sourceless =
        read(HEADER + "a,MFN,BASE,,8704,*,1%,,,,,,,Schedule,n/a,n/a,verified\n");
    assertTrue(sourceless.orThrow().get(0).source().day().isEmpty());
  }

  @Test
  void codes_damaged_by_a_spreadsheet_are_told_from_wrong_ones() {
    assertProblem("products", "turned it into a number", "a,MFN,BASE,8.7E+07,*,1%,,");
    assertProblem("products", "leading zero", "a,MFN,BASE,8051000,*,1%,,");
    assertProblem("products", "digits and dots", "a,MFN,BASE,cars,*,1%,,");
  }

  @Test
  void countries_that_are_unknown_or_no_more_are_named() {
    assertProblem("origins", "XX", "a,MFN,BASE,8704,XX,1%,,");
    assertProblem("origins", "retired", "a,MFN,BASE,8704,SU,1%,,");
    assertProblem("origins", "both named and excepted", "a,MFN,BASE,8704,JP except JP,1%,,");
  }

  @Test
  void days_must_be_iso_and_in_order() {
    assertProblem("from", "2025-03-12 or 2025-12-03", "a,MFN,BASE,8704,*,1%,3/12/2025,");
    assertProblem("from", "2025-03-12 or 2025-12-03", "a,MFN,BASE,8704,*,1%,03.12.2025,");
    assertProblem("from", "2025-03-12 or 2025-12-03", "a,MFN,BASE,8704,*,1%,03-12-2025,");
    assertProblem("from", "write 2025-12-31", "a,MFN,BASE,8704,*,1%,31.12.2025,");
    assertProblem("from", "write 2025-12-31", "a,MFN,BASE,8704,*,1%,31-12-2025,");
    assertProblem("from", "write 2025-12-03", "a,MFN,BASE,8704,*,1%,3 Dec 2025,");
    assertProblem("from", "write 2025-12-03", "a,MFN,BASE,8704,*,1%,20251203,");
    assertProblem("from", "calendar", "a,MFN,BASE,8704,*,1%,31.11.2025,");
    assertProblem("from", "a spreadsheet", "a,MFN,BASE,8704,*,1%,45994,");
    assertProblem("from", "spreadsheet", "a,MFN,BASE,8704,*,1%,45750,");
    assertProblem("from", "ISO 8601", "a,MFN,BASE,8704,*,1%,2025-02-30,");
    assertProblem("until", "before the beginning", "a,MFN,BASE,8704,*,1%,2025-04-03,2025-04-02");
  }

  @Test
  void a_rate_that_is_not_understood_stays_unknown_and_never_free() {
    MeasureReading reading = rows("a,MFN,BASE,8704,*,25,,");
    assertTrue(onlyProblem(reading).message().contains("percent sign"));
    TariffBook book = TariffBook.us(reading.measures().toArray(TariffMeasure[]::new));
    assertEquals(
        Outcome.UNDETERMINED,
        book.on("2025-01-01")
            .stack(HsCode.of("8704"), Country.of("JP"))
            .assess(Money.parse("USD 100"))
            .outcome());
  }

  @Test
  void rules_and_their_targets_must_fit() {
    assertProblem("rule", "must be one of BASE", "a,MFN,DUTY,8704,*,1%,,");
    assertProblem("targets", "cannot have the targets", "a,X,EXEMPTS,8704,*,,,");
    String exemption = "a,X,EXEMPTS,X; Y,8704,*,,,,,,,,,,,\n";
    assertEquals(List.of("X", "Y"), read(HEADER + exemption).orThrow().get(0).targets());
  }

  private static List<String> understood(MeasureReading reading) {
    return reading.measures().stream()
        .filter(m -> !(m.rate() instanceof DutyRate.Unsupported))
        .map(TariffMeasure::id)
        .toList();
  }

  @Test
  void the_first_of_two_rows_with_one_id_is_kept() {
    MeasureReading reading = rows("a,X,ADDS,8703,*,1%,,", "a,Y,ADDS,8703,*,2%,,");
    Problem problem = onlyProblem(reading);
    assertEquals("id", problem.column());
    assertTrue(problem.message().contains("my.csv line 2"), problem.toString());
    assertEquals("X", reading.measures().get(0).programme());
  }

  @Test
  void overlapping_rows_are_found_one_by_one() {
    MeasureReading reading =
        rows(
            "a,X,ADDS,8703,*,1%,2025-01-01,2025-06-01",
            "b,X,ADDS,8703,*,2%,2025-05-31,",
            "c,Y,ADDS,8703,*,2%,,",
            "d,X,ADDS,8703,JP,3%,,",
            "e,Y,ADDS,8703,*,4%,,");
    assertEquals(List.of("a", "c", "d"), understood(reading));
    assertEquals(5, reading.measures().size());
    assertEquals(List.of(3L, 6L), reading.problems().stream().map(Problem::line).toList());
    assertTrue(reading.problems().get(0).message().contains("'a: ADDS 1%"));
    assertEquals(2, reading.table().rows().size());
    Programme dearest = Programme.of("Y").withChoice(Programme.Choice.HIGHEST);
    assertEquals(1, reading.under(List.of(dearest)).problems().size());
  }

  /** The rows behind it are in one cell: what they say of other goods is not known. */
  @Test
  void a_quotation_that_is_never_closed_leaves_all_goods_open() {
    MeasureReading reading =
        read(
            "id,programme,rule,products,origins,rate,citation\n"
                + "a,X,BASE,8703,*,1%,\"90 FR 14705\n"
                + "b,Y,ADDS,8703,*,25%,90 FR 14706\n");
    assertTrue(onlyProblem(reading).message().contains("never closed"));
    TariffBook book = TariffBook.us().withAll(reading.measures());
    assertEquals(
        Outcome.UNDETERMINED,
        book.on("2025-05-01").stack(HsCode.of("8703"), Country.of("JP")).outcome());
  }

  @Test
  void rows_that_only_touch_do_not_overlap() {
    assertEquals(
        2,
        rows("a,X,ADDS,8703,*,1%,2025-01-01,2025-06-01", "b,X,ADDS,8703,*,2%,2025-06-01,")
            .orThrow()
            .size());
  }

  @Test
  void files_join_and_their_conflicts_come_out() {
    MeasureReading other =
        MeasureCsv.read(
            "other.csv",
            new StringReader("id,programme,rule,products,origins,rate\na,Z,ADDS,8703,*,1%\n"),
            Facts.VERIFIED_ONLY);
    MeasureReading both = rows("a,X,ADDS,8703,*,1%,,").and(other);
    assertEquals("other.csv", onlyProblem(both).file());
    assertEquals("2 rows, 1 error", both.toString());
    assertTrue(both.measures().get(1).rate() instanceof DutyRate.Unsupported);
  }

  @Test
  void unverified_rows_stand_only_when_asked_for_and_are_listed() {
    String text = HEADER + "a,X,ADDS,,8703,*,1%,,,,,,,Rumour,,,unverified\n";
    MeasureReading verified = read(text);
    assertTrue(verified.measures().isEmpty());
    assertEquals("a", verified.excluded().get(0).id());
    assertEquals(1, verified.excludedTable().rows().size());
    assertEquals(
        "my.csv line 2, 'a': not verified in its source, and left out",
        onlyProblem(verified).toString());
    MeasureReading all =
        MeasureCsv.read("my.csv", new StringReader(text), Facts.INCLUDING_UNVERIFIED);
    assertEquals(1, all.orThrow().size());
  }

  @Test
  void a_header_must_have_its_columns_and_no_others() {
    assertEquals("rule", onlyProblem(read("id,programme,products,origins\n")).column());
    MeasureReading misspelt =
        read("id,programme,rule,products,origins,rate,untill\na,X,ADDS,8703,*,1%,2025-01-01\n");
    assertTrue(onlyProblem(misspelt).message().contains("no such column"));
    assertTrue(onlyProblem(read("")).message().contains("no header"));
  }

  @Test
  void a_row_with_too_few_or_too_many_cells_may_be_about_anything() {
    MeasureReading reading = rows("a,X,ADDS,8703,*,1%,,,spare", "b,X,ADDS,8704,*,1%");
    assertEquals(List.of(), understood(reading));
    assertEquals(
        List.of("*"),
        reading.measures().stream().map(m -> m.products().toString()).toList(),
        "one that may be about anything says all");
    assertEquals(2, reading.problems().size());
    assertTrue(reading.problems().get(0).message().contains("9 cells"));
  }

  @Test
  void problems_are_thrown_together_on_demand() {
    MeasureReading reading = rows("a,X,ADDS,87O3,*,1%,,", "b,X,ADDS,8704,ZZ,1%,,");
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, reading::orThrow);
    assertTrue(refused.getMessage().startsWith("2 problems: my.csv line 2, products '87O3'"));
  }

  @Test
  void writing_and_reading_is_the_identity() {
    String text =
        HEADER
            + "\"a, \"\"b\"\"\",X,EXEMPTS,X; Y,\"8703, 8704 except 8703.10\",\"EU,JP\",,,"
            + "2025-01-01,2025-01-01,2024-12-01,2025-01-01,age>=25; claim=KORUS,\"T, no. 1\","
            + "2024-12-01,\"1 FR 2; 3\",PARTLY\n"
            + "c,X,ADDS,,*,* except CN,\"max(25% of non-US content, 15%)\",steel content,,,,,,"
            + "#1,,,COMPUTED\n";
    List<TariffMeasure> first =
        MeasureCsv.read("one", new StringReader(text), Facts.INCLUDING_UNVERIFIED).orThrow();
    List<TariffMeasure> second =
        MeasureCsv.read(
                "two", new StringReader(MeasureCsv.write(first)), Facts.INCLUDING_UNVERIFIED)
            .orThrow();
    assertEquals(first, second);
    assertTrue(first.get(0).inForce().isEmpty());
  }

  @Test
  void a_target_with_a_semicolon_stays_one_target() {
    TariffMeasure base = TariffMeasure.base("8703", "2.5%");
    TariffMeasure ten = TariffMeasure.adds("A;B", "8703", "*", "10%");
    TariffMeasure exemption = TariffMeasure.exempts("E", "8703", "*", "A;B");
    List<TariffMeasure> all = List.of(base, ten, exemption);
    String text = MeasureCsv.write(all);
    assertTrue(text.contains("\"\"A;B\"\""), text);
    assertEquals(
        all, MeasureCsv.read("m", new StringReader(text), Facts.INCLUDING_UNVERIFIED).orThrow());
  }

  @Test
  void what_a_file_cannot_keep_is_refused_and_the_measure_named() {
    assertRefused("The id of ' outer ' must not have blanks", adds("P").withId(" outer "));
    assertRefused("The programme of 'm' must not have blanks", adds("P ").withId("m"));
    assertRefused("'m' has something", adds("P").withId("m").from("1700-01-01"));
    TariffMeasure unread = adds("P").withId("m").withRate(DutyRate.parse("cheap"));
    assertEquals(
        List.of(unread),
        MeasureCsv.read(
                "m", new StringReader(MeasureCsv.write(List.of(unread))), Facts.VERIFIED_ONLY)
            .measures());
  }

  private static TariffMeasure adds(String programme) {
    return TariffMeasure.adds(programme, "8703", "*", "10%");
  }

  private static void assertRefused(String start, TariffMeasure measure) {
    String message =
        assertThrows(IllegalArgumentException.class, () -> MeasureCsv.write(List.of(measure)))
            .getMessage();
    assertTrue(message.startsWith(start), message);
  }

  @Test
  void a_day_far_away_ends_its_row_and_no_reading() {
    MeasureReading reading =
        rows(
            "a,X,ADDS,8703,*,1%,+999999999-12-31,",
            "b,Y,ADDS,8703,*,1%,,+999999999-12-31",
            "c,Z,ADDS,8703,*,1%,3025-01-01,",
            "d,U,ADDS,8703,*,1%,2025-01-01,");
    assertEquals(List.of("d"), understood(reading));
    assertEquals(4, reading.measures().size(), "the others on whatever day");
    assertEquals(3, reading.problems().size());
  }

  @Test
  void a_file_is_read_by_its_path(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("law.csv");
    Files.writeString(
        file, "id,programme,rule,products,origins\na,X,ADDS,bad,*\n", StandardCharsets.UTF_8);
    assertEquals("law.csv", MeasureCsv.read(file, Facts.VERIFIED_ONLY).problems().get(0).file());
    assertThrows(
        UncheckedIOException.class,
        () -> MeasureCsv.read(folder.resolve("none.csv"), Facts.VERIFIED_ONLY));
  }
}
