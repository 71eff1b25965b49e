package org.tariffeconomics.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tariffeconomics.reading.CsvProblem;
import org.tariffeconomics.tariff.Programme;

class ProgrammeCsvTest {

  private static final String PROGRAMMES = "name,authority,choice\nA,law A,\nB,,highest\nC,,\n";

  private static ProgrammeReading read(String programmes, String yields) {
    return ProgrammeCsv.read(
        "programmes.csv", new StringReader(programmes), "yields.csv", new StringReader(yields));
  }

  private static void assertYieldProblem(String column, String part, String row) {
    ProgrammeReading reading = read(PROGRAMMES, "programme,yields_to,from,until\n" + row + "\n");
    assertEquals(1, reading.problems().size(), reading.problems().toString());
    CsvProblem problem = reading.problems().get(0);
    assertEquals("yields.csv", problem.file());
    assertEquals(column, problem.column());
    assertTrue(problem.message().contains(part), problem.toString());
    assertEquals(3, reading.programmes().size());
  }

  @Test
  void programmes_have_authority_choice_and_dated_yields() {
    ProgrammeReading reading =
        read(
            PROGRAMMES,
            "yields_to,programme,from,until,known_from\n"
                + "B,A,2025-03-04,2025-06-04,2025-04-29\nC,A,,,\n");
    List<Programme> programmes = reading.orThrow();
    assertEquals("law A", programmes.get(0).authority());
    assertEquals(2, programmes.get(0).yields().size());
    assertEquals(
        "2025-04-29",
        String.valueOf(programmes.get(0).yields().get(0).validity().knownFrom().orElseThrow()));
    assertEquals(Programme.Choice.HIGHEST, programmes.get(1).choice());
    assertEquals("3 programmes, 0 problems", reading.toString());
  }

  @Test
  void an_order_reversed_on_a_day_is_no_circle() {
    ProgrammeReading reading =
        read(PROGRAMMES, "programme,yields_to,from,until\nA,B,,2025-06-04\nB,A,2025-06-04,\n");
    assertEquals(List.of(), reading.problems());
  }

  @Test
  void the_row_that_closes_a_circle_is_left_out() {
    ProgrammeReading reading =
        read(PROGRAMMES, "programme,yields_to,from\nA,B,2025-01-01\nB,C,2025-01-01\nC,A,\nA,C,\n");
    assertEquals(1, reading.problems().size(), reading.problems().toString());
    assertEquals(4, reading.problems().get(0).line());
    assertTrue(reading.problems().get(0).message().contains("circle"));
    assertEquals(2, reading.programmes().get(0).yields().size());
    assertThrows(IllegalArgumentException.class, reading::orThrow);
    assertEquals(1, reading.table().rows().size());
  }

  @Test
  void rows_that_cannot_be_are_named() {
    assertYieldProblem("programme", "no such programme", "Z,B,,");
    assertYieldProblem("yields_to", "no such programme", "A,Z,,");
    assertYieldProblem("yields_to", "yield to itself", "A,A,,");
    assertYieldProblem("until", "before the beginning", "A,B,2025-02-01,2025-01-01");
    ProgrammeReading twice = read(PROGRAMMES + "A,,\nD,,dearest\n", "programme,yields_to\n");
    assertEquals(
        List.of("name", "choice"), twice.problems().stream().map(CsvProblem::column).toList());
  }

  @Test
  void writing_and_reading_is_the_identity(@TempDir Path folder) throws IOException {
    List<Programme> first =
        read(PROGRAMMES, "programme,yields_to,from,until,known_from\nA,B,2025-01-01,,2024-01-01\n")
            .orThrow();
    Path programmes = folder.resolve("programmes.csv");
    Path yields = folder.resolve("yields.csv");
    Files.writeString(programmes, ProgrammeCsv.write(first));
    Files.writeString(yields, ProgrammeCsv.writeYields(first));
    assertEquals(first, ProgrammeCsv.read(programmes, yields).orThrow());
  }
}
