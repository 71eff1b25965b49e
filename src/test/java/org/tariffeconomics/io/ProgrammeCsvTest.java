package org.tariffeconomics.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tariffeconomics.basics.Knowledge;
import org.tariffeconomics.basics.Validity;
import org.tariffeconomics.reading.Problem;
import org.tariffeconomics.reading.Reading;
import org.tariffeconomics.tariff.Programme;

class ProgrammeCsvTest {

  private static final String PROGRAMMES = "name,authority,choice\nA,law A,\nB,,highest\nC,,\n";

  private static Reading<List<Programme>> read(String programmes, String yields) {
    return ProgrammeCsv.read(
        "programmes.csv", new StringReader(programmes), "yields.csv", new StringReader(yields));
  }

  private static void assertYieldProblem(String column, String part, String row) {
    Reading<List<Programme>> reading =
        read(PROGRAMMES, "programme,yields_to,from,until\n" + row + "\n");
    assertEquals(1, reading.problems().size(), reading.problems().toString());
    Problem problem = reading.problems().get(0);
    assertEquals("yields.csv", problem.file());
    assertEquals(column, problem.column());
    assertTrue(problem.message().contains(part), problem.toString());
    assertEquals(3, reading.value().size());
  }

  @Test
  void programmes_have_authority_choice_and_dated_yields() {
    Reading<List<Programme>> reading =
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
    assertEquals("3 rows, no problems", reading.toString());
  }

  @Test
  void an_order_reversed_on_a_day_is_no_circle() {
    Reading<List<Programme>> reading =
        read(PROGRAMMES, "programme,yields_to,from,until\nA,B,,2025-06-04\nB,A,2025-06-04,\n");
    assertEquals(List.of(), reading.problems());
  }

  /** EO 14289 had no end until Proclamation 10947 of 3 June 2025 turned the order round. */
  @Test
  void an_end_counts_from_the_day_on_which_it_was_known() {
    Programme a =
        read(
                PROGRAMMES,
                "programme,yields_to,from,until,known_from,end_known_from\n"
                    + "A,B,2025-03-04,2025-06-04,2025-04-29,2025-06-03\n"
                    + "B,A,2025-06-04,,2025-06-03,\n")
            .orThrow()
            .get(0);
    Validity when = a.yields().get(0).validity();
    LocalDate july = LocalDate.of(2025, 7, 1);
    assertTrue(when.holds(july, Knowledge.of("2025-06-02")));
    assertFalse(when.holds(july, Knowledge.of("2025-06-03")));
    assertFalse(when.holds(july, Knowledge.now()));
  }

  /** On 1 July one did not know yet that A no longer yields, and knew that B does. */
  @Test
  void a_circle_as_it_was_known_is_a_circle() {
    Reading<List<Programme>> reading =
        read(
            PROGRAMMES,
            "programme,yields_to,from,until,known_from,end_known_from\n"
                + "A,B,2025-03-04,2025-06-04,,2025-07-10\nB,A,2025-06-04,,2025-06-20,\n");
    assertEquals(1, reading.problems().size(), reading.problems().toString());
    assertTrue(reading.problems().get(0).message().contains("circle"));
  }

  @Test
  void the_row_that_closes_a_circle_is_left_out() {
    Reading<List<Programme>> reading =
        read(PROGRAMMES, "programme,yields_to,from\nA,B,2025-01-01\nB,C,2025-01-01\nC,A,\nA,C,\n");
    assertEquals(1, reading.problems().size(), reading.problems().toString());
    assertEquals(4, reading.problems().get(0).line());
    assertTrue(reading.problems().get(0).message().contains("circle"));
    assertEquals(2, reading.value().get(0).yields().size());
    assertThrows(IllegalArgumentException.class, reading::orThrow);
    assertEquals(1, reading.table().rows().size());
  }

  @Test
  void rows_that_cannot_be_are_named() {
    assertYieldProblem("programme", "no such programme", "Z,B,,");
    assertYieldProblem("yields_to", "no such programme", "A,Z,,");
    assertYieldProblem("yields_to", "yield to itself", "A,A,,");
    assertYieldProblem("until", "before the beginning", "A,B,2025-02-01,2025-01-01");
    Reading<List<Programme>> twice =
        read(PROGRAMMES + "A,,\nD,,dearest\n", "programme,yields_to\n");
    assertEquals(
        List.of("name", "choice"), twice.problems().stream().map(Problem::column).toList());
  }

  @Test
  void writing_and_reading_is_the_identity(@TempDir Path folder) throws IOException {
    List<Programme> first =
        read(
                PROGRAMMES,
                "programme,yields_to,from,until,known_from,end_known_from\n"
                    + "A,B,2025-01-01,2026-01-01,2024-01-01,2025-11-30\n")
            .orThrow();
    Path programmes = folder.resolve("programmes.csv");
    Path yields = folder.resolve("yields.csv");
    Files.writeString(programmes, ProgrammeCsv.write(first));
    Files.writeString(yields, ProgrammeCsv.writeYields(first));
    assertEquals(first, ProgrammeCsv.read(programmes, yields).orThrow());
  }
}
