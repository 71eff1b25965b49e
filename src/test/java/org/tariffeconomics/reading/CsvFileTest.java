package org.tariffeconomics.reading;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tariffeconomics.basics.HsCode;

class CsvFileTest {

  @TempDir private Path folder;

  private static CsvFile read(String text) {
    return CsvFile.read("a.csv", new StringReader(text), Set.of("code"), Set.of());
  }

  private static Row row(String cells) {
    return read("code,number,day\n" + cells + "\n").rows().get(0);
  }

  /** The example of the package's page. */
  @Test
  void a_users_own_file_in_five_lines() {
    String text = "code,price\n8703.23,\"1,250.50\"\n8704,cheap\ncars,7\n8541,n/a\n";
    CsvFile file =
        CsvFile.read("prices.csv", new StringReader(text), Set.of("code", "price"), Set.of());
    Reading<List<String>> prices =
        file.records(row -> row.parsed("code", HsCode::of) + ": " + row.number("price"));
    assertEquals(List.of("8703.23: 1250.5", "8541: not available"), prices.value());
    assertEquals("prices.csv line 3, price 'cheap': is not a number", first(prices));
    assertEquals("2 rows, 2 errors", prices.toString());
  }

  private static String first(Reading<?> reading) {
    return reading.problems().get(0).toString();
  }

  @Test
  void numbers_are_read_with_their_damage_and_within_bounds() {
    assertEquals("1234567.5", row("1,\"1,234,567.5\",").number("number").toString());
    assertEquals("120000", row("1,1.2E+05,").number("number").toString());
    assertEquals("3", row("1,3.,").number("number").toString());
    assertEquals("-2.5", row("1,-2.5,").number("number").toString());
    List<String> damaged =
        List.of("1e99", "1e-31", "1E999999999", "9".repeat(100_000), "1,2", "0x1", "١", "1e", "e5");
    for (String text : damaged) {
      Row row = row("1,\"" + text + "\",");
      assertEquals(ReportedNumber.UNREADABLE, row.number("number"), text);
      assertFalse(row.isGood());
    }
    assertThrows(
        IllegalArgumentException.class, () -> ReportedNumber.of(new BigDecimal("1e999999999")));
  }

  @Test
  void a_day_far_away_is_damage_of_its_row() {
    assertEquals(LocalDate.of(1800, 1, 1), row("1,,1800-01-01").day("day"));
    assertEquals(LocalDate.of(2200, 12, 31), row("1,,2200-12-31").day("day"));
    List<String> far =
        List.of("1799-12-31", "2201-01-01", "+999999999-12-31", "-999999999-01-01", "9999-12-31");
    for (String text : far) {
      Row row = row("1,," + text);
      assertEquals(null, row.day("day"), text);
      assertTrue(row.problems().get(0).message().contains("1800 to 2200"), row::toString);
    }
  }

  @Test
  void whatever_a_builder_throws_is_a_problem_of_its_row() {
    Reading<List<String>> reading =
        read("code\na\nb\nc\nd\n")
            .records(
                row ->
                    switch (row.cell("code")) {
                      case "a" -> throw new DateTimeException("no such day");
                      case "b" -> throw new ArithmeticException("too large");
                      case "c" -> throw new IllegalArgumentException("refused");
                      default -> "good";
                    });
    assertEquals(List.of("good"), reading.value());
    assertEquals("a.csv line 2, 'a': no such day", first(reading));
    assertEquals(3, reading.count(Problem.Severity.ERROR));
  }

  @Test
  void commas_semicolons_tabs_byte_order_marks_and_remarks() {
    for (char separator : new char[] {',', ';', '\t'}) {
      String text = "\uFEFF# a remark, with; all\tof them\nCODE,The  Name\n1,x\n\n";
      CsvFile file = read(text.replace(',', separator));
      assertEquals(List.of(), file.problems());
      assertEquals("x", file.rows().get(0).cell("the name"));
      assertEquals(3, file.rows().get(0).line());
    }
  }

  @Test
  void a_file_in_utf_16_is_read_and_one_in_another_encoding_refused() throws IOException {
    Path file = folder.resolve("a.csv");
    Files.writeString(file, "code\nZölle\n", StandardCharsets.UTF_16);
    assertEquals("Zölle", read(TextFiles.open(file)).rows().get(0).cell("code"));
    Files.writeString(file, "code\nb\nZölle\n", StandardCharsets.ISO_8859_1);
    CsvFile latin = read(TextFiles.open(file));
    assertEquals(List.of(), latin.rows());
    assertTrue(latin.problems().get(0).message().contains("UTF-8"));
    assertEquals(1, latin.problems().size());
  }

  private static CsvFile read(Reader in) {
    return CsvFile.read("a.csv", in, Set.of("code"), Set.of());
  }

  /** A text of one repeated line that takes no memory. */
  private static Reader repeated(String header, String line, long characters) {
    return new Reader() {
      private long at = -header.length();

      @Override
      public int read(char[] buffer, int offset, int length) {
        if (at >= characters) {
          return -1;
        }
        for (int i = 0; i < length; i++, at++) {
          buffer[offset + i] =
              at < 0
                  ? header.charAt((int) (at + header.length()))
                  : line.charAt((int) (at % line.length()));
        }
        return length;
      }

      @Override
      public void close() {}
    };
  }

  @Test
  void a_file_that_is_too_long_is_a_problem_and_no_error() {
    CsvFile endless = read(repeated("code\n", "# " + "x".repeat(997) + "\n", Long.MAX_VALUE / 2));
    assertTrue(
        endless.problems().toString().contains("most that is read whole"), endless::toString);
    ProblemLog log = ProblemLog.create();
    assertTrue(TextFiles.whole("a", repeated("", "x", Long.MAX_VALUE / 2), log).isEmpty());
    assertFalse(log.isGood());
  }

  @Test
  void too_many_cells_are_a_problem_and_the_rows_before_stay() {
    String line = ",".repeat(999) + "1\n";
    CsvFile wide = read(repeated("code" + line, line, 60_000_000));
    assertEquals(5_000, wide.rows().size(), "5 million cells, the header's not counted");
    assertTrue(wide.problems().toString().contains("more than 5000000 cells"), wide::toString);
  }

  @Test
  void one_cell_or_one_row_without_an_end_is_a_problem() {
    assertTrue(read("code\n" + "x".repeat(2_000_000)).problems().toString().contains("CSV"));
    assertTrue(read("code\n" + ",".repeat(20_000)).problems().toString().contains("CSV"));
    CsvFile broken = read("code\na\n\"b\"52\n");
    assertTrue(broken.problems().toString().contains("not a CSV file from here on"));
    assertEquals("a", broken.rows().get(0).cell("code"));
  }

  /** Whole rows behind it would be lost without a word. */
  @Test
  void a_quotation_that_is_never_closed_is_a_problem_of_its_row() {
    for (String open :
        List.of("code\na\n\"b\nc\nd\n", "code\r\na\r\n \"b\r\n", "code\na\n\"b\n\"\"c\n")) {
      CsvFile file = read(open);
      assertEquals(1, file.problems().size(), open);
      assertTrue(file.problems().toString().contains("line 3: a quotation mark"), file::toString);
      assertEquals(2, file.rows().size(), "the rows before stay");
    }
    for (String closed :
        List.of(
            "code\n\"a\nb\"",
            "code\n\"a\nb\"\n\n",
            "code\n\"a\nb\" \n",
            "code\na\"\n",
            "code\n\"a\n\"\nb")) {
      assertEquals(List.of(), read(closed).problems(), closed);
    }
  }

  @Test
  void a_missing_file_is_a_problem_and_an_unreadable_one_is_thrown() {
    CsvFile missing =
        CsvFile.read(
            name -> TextFiles.open(folder.resolve(name)), "b.csv", Set.of("code"), Set.of());
    assertEquals("[b.csv: the file is missing]", missing.problems().toString());
    assertThrows(
        UncheckedIOException.class,
        () -> CsvFile.read(name -> TextFiles.open(folder), "c", Set.of(), Set.of()));
  }

  @Provide
  Arbitrary<List<String>> texts() {
    return Arbitraries.strings()
        .withChars("aZ;\"'#=+-@n/a, \t\r\nüé\u2028")
        .ofMaxLength(8)
        .list()
        .ofMinSize(1)
        .ofMaxSize(5);
  }

  private static Row written(List<String> cells, CsvStyle style) {
    List<String> columns = new ArrayList<>();
    for (int i = 0; i < cells.size(); i++) {
      columns.add("c" + i);
    }
    String text = CsvText.of(columns, List.of(cells), style);
    CsvFile file = CsvFile.read("a.csv", new StringReader(text), columns, columns);
    assertEquals(List.of(), file.problems());
    return file.rows().get(0);
  }

  @Property(tries = 500)
  void any_text_without_outer_blanks_reads_back_in_both_styles(
      @ForAll("texts") List<String> texts) {
    List<String> cells = new ArrayList<>(List.of("first"));
    texts.forEach(text -> cells.add(text.strip()));
    for (CsvStyle style : CsvStyle.values()) {
      Row row = written(cells, style);
      for (int i = 0; i < cells.size(); i++) {
        assertEquals(cells.get(i), row.cell(i));
        assertEquals(
            cells.get(i).isEmpty() ? List.of() : List.of(cells.get(i)),
            row.optional("c" + i).stream().toList());
      }
    }
  }

  @Property(tries = 500)
  void any_list_of_texts_reads_back(@ForAll("texts") List<String> texts) {
    Row row = written(List.of("first", CsvText.list(texts)), CsvStyle.SPREADSHEET_SAFE);
    assertEquals(texts, row.list("c1", text -> text));
  }

  @Property(tries = 500)
  void a_spreadsheet_sees_no_formula(@ForAll("texts") List<String> texts) {
    List<String> cells = texts.stream().map(String::strip).toList();
    String text = CsvText.of(cells, List.of(), CsvStyle.PLAIN);
    assertFalse(text.isEmpty());
    for (String each : cells) {
      String shown = CellText.guarded(each, CsvStyle.SPREADSHEET_SAFE);
      assertTrue(shown.isEmpty() || "=+-@\t\r".indexOf(shown.charAt(0)) < 0, shown);
    }
  }

  @Test
  void what_a_file_cannot_keep_is_refused_by_name() {
    for (String text : List.of(" a", "a\n", "\ud800", "x".repeat(1_000_000))) {
      String message =
          assertThrows(
                  IllegalArgumentException.class,
                  () ->
                      CsvText.of(
                          List.of("id", "name"), List.of(List.of("me", text)), CsvStyle.PLAIN))
              .getMessage();
      assertTrue(message.startsWith("The name of 'me' must not have"), message);
    }
  }

  @Property(tries = 500)
  void no_text_makes_a_file_throw(@ForAll String text) {
    assertDoesNotThrow(() -> read(text));
    assertDoesNotThrow(() -> CsvFile.readByPlace("a", new StringReader("x,x\n" + text)));
    assertDoesNotThrow(() -> CsvFile.readRagged("a", new StringReader(text), List.of()));
    assertDoesNotThrow(() -> JsonTree.read("a", new StringReader(text)));
    assertDoesNotThrow(
        () -> row("1,\"" + text.replace("\"", "\"\"") + "\",").list("number", part -> part));
  }
}
