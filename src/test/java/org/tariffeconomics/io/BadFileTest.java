package org.tariffeconomics.io;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tariffeconomics.reading.Facts;
import org.tariffeconomics.tariff.MeasureReading;
import org.tariffeconomics.tariff.TariffBook;

/** Files that are no CSV of ours at all: whatever their content, readers do not throw. */
class BadFileTest {

  private static final String HEADER = "id,programme,rule,products,origins,rate,from,until";
  private static final String GOOD = "cars,MFN,BASE,8703,*,2.5%,,";

  @TempDir private Path folder;

  private static MeasureReading read(String text) {
    return MeasureCsv.read("my.csv", new StringReader(text), Facts.VERIFIED_ONLY);
  }

  private static String onlyProblem(MeasureReading reading) {
    assertEquals(1, reading.problems().size(), () -> reading.problems().toString());
    return reading.problems().get(0).toString();
  }

  @Test
  void a_file_in_another_encoding_is_a_problem_and_not_an_exception() throws IOException {
    Path file = folder.resolve("latin.csv");
    Files.write(
        file, (HEADER + "\nZölle,MFN,BASE,8703,*,2.5%,,").getBytes(StandardCharsets.ISO_8859_1));
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

  @Property(tries = 300)
  void no_text_makes_a_reader_throw(@ForAll String text) {
    for (String file : List.of(text, HEADER + "\n" + text, text + "\n" + GOOD)) {
      assertDoesNotThrow(() -> read(file).table());
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
