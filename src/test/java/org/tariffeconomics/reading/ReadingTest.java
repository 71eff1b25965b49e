package org.tariffeconomics.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tariffeconomics.reading.Problem.Severity;

class ReadingTest {

  private static Problem problem(Severity severity, long line) {
    return new Problem(severity, Place.ofLine("a.csv", line), "rate", "25", "no rate");
  }

  @Test
  void only_errors_refuse_a_reading() {
    List<Problem> harmless = List.of(problem(Severity.NOTE, 2), problem(Severity.REPAIR, 3));
    Reading<String> sound = Reading.of("law", harmless);
    assertEquals("law", sound.orThrow());
    assertEquals("law, 1 repair, 1 note", sound.toString());
    Reading<String> damaged = sound.withProblems(List.of(problem(Severity.ERROR, 4)));
    assertEquals("law", damaged.value());
    String message = assertThrows(IllegalArgumentException.class, damaged::orThrow).getMessage();
    assertEquals("1 problem: a.csv line 4, rate '25': no rate", message);
    assertEquals(1, damaged.problems(Severity.NOTE).size());
    assertEquals(3, damaged.table().rows().size());
  }

  @Test
  void a_reading_without_a_value_says_why() {
    ProblemLog log = ProblemLog.create();
    log.accept(problem(Severity.ERROR, 1));
    Reading<String> nothing = log.nothing();
    assertTrue(nothing.optional().isEmpty());
    assertEquals("nothing, 1 error", nothing.toString());
    assertTrue(
        assertThrows(IllegalArgumentException.class, nothing::value)
            .getMessage()
            .startsWith("Nothing could be read: 1 problem: a.csv line 1"));
    assertTrue(nothing.map(String::length).optional().isEmpty());
  }

  @Test
  void readings_are_mapped_and_joined_with_their_problems() {
    Reading<String> one = Reading.of("abc", List.of(problem(Severity.NOTE, 1)));
    Reading<String> other = Reading.of("de", List.of(problem(Severity.ERROR, 1)));
    assertEquals(3, one.map(String::length).orThrow());
    Reading<String> both = one.and(other, String::concat);
    assertEquals("abcde", both.value());
    assertEquals(2, both.problems().size());
    assertTrue(both.hasErrors());
    assertEquals(List.of("abc", "de"), Reading.all(List.of(one, other)).value());
    assertFalse(Reading.all(List.of(one, one)).hasErrors());
  }

  @Test
  void the_first_problems_are_kept_and_all_are_counted() {
    ProblemLog log = ProblemLog.create();
    IntStream.range(0, 25_000).forEach(i -> log.accept(problem(Severity.ERROR, i)));
    log.accept(problem(Severity.NOTE, 1));
    Reading<String> reading = log.reading("law");
    assertEquals(25_000, reading.count(Severity.ERROR));
    assertEquals(Limits.KEPT_PROBLEMS, reading.problems(Severity.ERROR).size());
    assertEquals(1, reading.problems(Severity.NOTE).size());
    assertEquals(50_000, reading.and(reading, String::concat).count(Severity.ERROR));
    String message = assertThrows(IllegalArgumentException.class, reading::orThrow).getMessage();
    assertTrue(message.startsWith("25000 problems") && message.endsWith("and 24990 more"), message);
  }

  @Test
  void what_a_problem_repeats_is_cut_and_on_one_line() {
    String text = "x\n".repeat(1_000_000);
    Problem problem = Problem.error(Place.ofPath(text, text), text, text, text);
    assertTrue(problem.toString().length() < 2_000);
    assertFalse(problem.text().contains("\n"));
    assertEquals("a.json $.x", Place.ofPath("a.json", "$.x").toString());
    assertEquals(
        "a.csv: the file is missing",
        Problem.error(Place.ofFile("a.csv"), "", "", "the file is missing").toString());
  }

  @Test
  void names_are_told_from_marks() {
    for (String mark : List.of("n/a", "N/A", "#N/A", "n.a.", "Not Available")) {
      assertTrue(NotAvailable.inTexts(mark) && NotAvailable.inNumbers(mark), mark);
    }
    for (String mark : List.of("NA", "NaN", "null", "None", "-", "..")) {
      assertTrue(NotAvailable.inNumbers(mark) && !NotAvailable.inTexts(mark), mark);
    }
    for (String text : List.of("", "0", "NAM", "--")) {
      assertFalse(NotAvailable.inNumbers(text), text);
    }
  }

  @Test
  void a_refusal_of_many_long_cells_is_short_enough_to_be_read() {
    String column = "c".repeat(190);
    ProblemLog log = ProblemLog.create();
    for (int i = 0; i < 30; i++) {
      log.accept(
          Problem.error(Place.ofLine("x.csv", i + 2), column, "d".repeat(190), "is no number"));
    }
    Problem first = log.problems().get(0);
    assertFalse(first.toString().contains("c".repeat(61)), first.toString());
    assertEquals(column, first.column());
    String message =
        assertThrows(IllegalArgumentException.class, () -> log.reading(1).orThrow()).getMessage();
    assertTrue(message.startsWith("30 problems: x.csv line 2, cc"), message);
    assertTrue(message.length() < 1_300, message);
    assertTrue(message.matches("(?s).*; and 2[0-9] more"), message);
  }
}
