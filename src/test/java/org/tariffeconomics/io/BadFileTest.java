package org.tariffeconomics.io;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tariffeconomics.tariff.DutyRate;
import org.tariffeconomics.tariff.TariffBook;

/** Files as spreadsheets and people leave them: good rows are kept, bad ones are listed. */
class BadFileTest {

  private static final String HEADER = "id,programme,rule,products,origins,rate,from,until";
  private static final String GOOD = "cars,MFN,BASE,8703,*,2.5%,,";

  @TempDir private Path folder;

  private static MeasureReading read(String... lines) {
    String text = String.join("\n", lines);
    return MeasureCsv.read("my.csv", new StringReader(text), Facts.VERIFIED_ONLY);
  }

  private static String onlyProblem(MeasureReading reading) {
    assertEquals(1, reading.problems().size(), () -> reading.problems().toString());
    return reading.problems().get(0).toString();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "x,MFN,BASE,8.70E+09,*,2.5%,, | products '8.70E+09' | spreadsheet",
        "x,MFN,BASE,101,*,2.5%,,      | products '101'      | leading zero",
        "x,MFN,BASE,8703 except 8703,*,2.5%,, | products '8703 except 8703' | same code",
        "x,MFN,BASE,8704,SU,2.5%,,    | origins 'SU'        | SU",
        "x,MFN,BASE,8704,XX,2.5%,,    | origins 'XX'        | XX",
        "x,MFN,BASE,8704,JP except JP,2.5%,, | origins 'JP except JP' | JP is both",
        "x,MFN,BASE,8704,*,2.5%,45750, | from '45750'       | spreadsheet",
        "x,MFN,BASE,8704,*,2.5%,03/04/2025, | from '03/04/2025' | month",
        "x,MFN,BASE,8704,*,2.5%,2025-04-03,2025-04-01 | until '2025-04-01' | 2025-04-03",
        "x,MFN,BASIS,8704,*,2.5%,,    | rule 'BASIS'        | BASE",
        "x,,BASE,8704,*,2.5%,,        | programme ''        | blank",
        "x,MFN,BASE,8704,*,,,         | rate ''             | blank",
        "x,MFN,BASE,8704,*,n/a,,      | rate 'n/a'          | not available",
        "x,MFN,EXEMPTS,8704,*,,,      | targets ''          | targets",
        "x,MFN,BASE,8704              | ''                  | 4 cells",
        "cars,MFN,BASE,8704,*,2.5%,,  | id 'cars'           | line 2",
        "x,MFN,BASE,8703,*,3%,,       | overlaps            | cars"
      })
  void a_bad_row_is_listed_with_its_place_and_the_good_one_stays(
      String row, String place, String cause) {
    MeasureReading reading = read(HEADER, GOOD, row.strip());
    assertTrue(reading.problems().size() >= 1, reading::toString);
    String problems = reading.problems().toString();
    assertTrue(problems.contains("my.csv line 3"), problems);
    assertTrue(problems.contains(cause), problems);
    assertTrue(place.equals("''") || problems.contains(place), problems);
    assertEquals(List.of("cars"), reading.measures().stream().map(m -> m.id()).toList());
    assertTrue(
        assertThrows(IllegalArgumentException.class, reading::orThrow)
            .getMessage()
            .contains("line 3"));
  }

  @ParameterizedTest
  @CsvSource({"25", "0.25", "cheap", "-5%"})
  void a_rate_that_is_none_is_listed_and_its_goods_have_no_known_duty(String rate) {
    MeasureReading reading = read(HEADER, "cars,MFN,BASE,8703,*," + rate + ",,");
    assertTrue(onlyProblem(reading).startsWith("my.csv line 2, rate '" + rate + "'"), rate);
    assertTrue(reading.measures().get(0).rate() instanceof DutyRate.Unsupported, rate);
  }

  @Test
  void a_byte_order_mark_and_semicolons_do_no_harm() {
    assertEquals(1, read("\uFEFF" + HEADER, GOOD).orThrow().size());
    assertEquals(
        1, read("\uFEFF" + HEADER.replace(',', ';'), GOOD.replace(',', ';')).orThrow().size());
  }

  @Test
  void a_file_without_the_columns_it_needs_says_which() {
    String problem = onlyProblem(read("id,programme,rule,origins,rate", "cars,MFN,BASE,*,2.5%"));
    assertTrue(problem.contains("products"), problem);
    assertTrue(onlyProblem(read("")).contains("no header"));
    String typo = onlyProblem(read(HEADER + ",form", GOOD + ","));
    assertTrue(typo.contains("form"), typo);
  }

  @Test
  void a_file_in_another_encoding_is_a_problem_and_not_an_exception() throws IOException {
    Path file = folder.resolve("latin.csv");
    Files.write(
        file, (HEADER + "\nZölle,MFN,BASE,8703,*,2.5%,,").getBytes(Charset.forName("ISO-8859-1")));
    String problem = onlyProblem(MeasureCsv.read(file, Facts.VERIFIED_ONLY));
    assertTrue(problem.contains("latin.csv") && problem.contains("UTF-8"), problem);
  }

  @Test
  void a_file_that_is_not_there_is_named() {
    Path missing = folder.resolve("missing.csv");
    UncheckedIOException e =
        assertThrows(
            UncheckedIOException.class, () -> MeasureCsv.read(missing, Facts.VERIFIED_ONLY));
    assertTrue(e.getMessage().contains("missing.csv"), e.getMessage());
  }

  @Test
  void programmes_in_a_circle_and_unknown_ones_are_listed() {
    ProgrammeReading reading =
        ProgrammeCsv.read(
            "p.csv",
            new StringReader("name\nautos\nsteel"),
            "y.csv",
            new StringReader("programme,yields_to\nautos,steel\nsteel,autos\nsteel,stel"));
    List<String> problems = reading.problems().stream().map(CsvProblem::toString).toList();
    assertEquals(2, problems.size(), problems::toString);
    assertTrue(problems.get(0).contains("y.csv line 3"), problems::toString);
    assertTrue(problems.get(0).contains("[autos, steel] -> autos"), problems::toString);
    assertTrue(problems.get(1).contains("stel"), problems::toString);
  }

  @Property(tries = 300)
  void no_text_makes_a_reader_throw(@ForAll String text) {
    for (String file : List.of(text, HEADER + "\n" + text, text + "\n" + GOOD)) {
      assertDoesNotThrow(() -> read(file));
      assertDoesNotThrow(
          () ->
              ProgrammeCsv.read("p.csv", new StringReader(file), "y.csv", new StringReader(file)));
      assertDoesNotThrow(
          () -> DealCsv.read(name -> new StringReader(file), TariffBook.us(), Facts.VERIFIED_ONLY));
    }
  }

  @Test
  void bytes_of_utf_8_are_read_as_such() throws IOException {
    Path file = folder.resolve("utf8.csv");
    Files.write(
        file,
        ("\uFEFF" + HEADER + "\nZölle,MFN,BASE,8703,*,2.5%,,").getBytes(StandardCharsets.UTF_8));
    assertEquals("Zölle", MeasureCsv.read(file, Facts.VERIFIED_ONLY).orThrow().get(0).id());
  }
}
