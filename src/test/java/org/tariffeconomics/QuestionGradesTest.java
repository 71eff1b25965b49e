package org.tariffeconomics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.tariffeconomics.Answers.Grade;
import org.tariffeconomics.report.Cell;
import org.tariffeconomics.report.Table;

/**
 * The graded table of the article's 29 questions and of those of economists (1 to 17), country-risk
 * quants (32 to 40) and journalists (41 to 48). Each row is a test that passes, so that none of the
 * answers is wrong.
 */
class QuestionGradesTest {

  private record Graded(String question, Answers answers, String test) {}

  private static Map<String, Graded> graded() {
    Map<String, Graded> all = new TreeMap<>(Comparator.comparing(QuestionGradesTest::order));
    for (Class<?> each : List.of(ArticleQuestionsTest.class, ReaderQuestionsTest.class)) {
      for (Method method : each.getDeclaredMethods()) {
        Answers answers = method.getAnnotation(Answers.class);
        if (answers != null) {
          assertTrue(method.isAnnotationPresent(Test.class), method.getName());
          for (String question : answers.value()) {
            Graded before =
                all.put(
                    question, new Graded(question, answers, method.getName().replace('_', ' ')));
            assertEquals(null, before, question + " is graded twice");
          }
        }
      }
    }
    return all;
  }

  private static String order(String question) {
    return String.format(
        Locale.ROOT, "%s%02d", question.charAt(0), Integer.parseInt(question.substring(1)));
  }

  private static List<String> wanted() {
    List<String> wanted = new ArrayList<>();
    for (int i = 1; i <= 29; i++) {
      wanted.add("A" + i);
    }
    for (int i = 1; i <= 17; i++) {
      wanted.add("Q" + i);
    }
    for (int i = 32; i <= 48; i++) {
      wanted.add("Q" + i);
    }
    return wanted;
  }

  /** The table as it is read: one row a question. */
  static Table table() {
    List<List<Cell>> rows = new ArrayList<>();
    for (Graded each : graded().values()) {
      rows.add(
          List.of(
              Cell.text(each.question()),
              Cell.text(each.answers().grade().mark),
              Cell.text(each.answers().judgement() ? "judgement" : "-"),
              Cell.text(each.test()),
              Cell.text(each.answers().left().isEmpty() ? "-" : each.answers().left())));
    }
    return Table.of(
        "Questions and how far they are answered",
        List.of("question", "grade", "kind", "answer", "left"),
        rows);
  }

  @Test
  void every_question_has_a_grade() {
    assertEquals(wanted(), List.copyOf(graded().keySet()));
    assertEquals(63, table().rows().size());
  }

  @Test
  void most_questions_are_answered_whole() {
    assertTrue(whole("A") >= 26, table().toText());
    assertTrue(whole("Q") >= 22, table().toText());
  }

  private static long whole(String of) {
    return graded().values().stream()
        .filter(g -> g.question().startsWith(of) && g.answers().grade() == Grade.WHOLE)
        .count();
  }

  @Test
  void what_is_answered_in_part_says_what_is_left() {
    for (Graded each : graded().values()) {
      assertEquals(
          each.answers().grade() == Grade.PART, !each.answers().left().isEmpty(), each.question());
    }
  }

  /** The audit calls five questions of the article judgements. */
  @Test
  void judgements_are_marked() {
    assertEquals(
        List.of("A8", "A17", "A19", "A22", "A25"),
        graded().values().stream()
            .filter(g -> g.answers().judgement())
            .map(Graded::question)
            .toList());
  }
}
