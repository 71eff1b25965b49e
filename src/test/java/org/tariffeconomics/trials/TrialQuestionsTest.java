package org.tariffeconomics.trials;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.tariffeconomics.trials.TrialQuestions.Verdict;

/**
 * The questions of the first trials, asked again: the 29 that an article of July 2025 on the deal
 * between the United States and Japan raises (A), 34 of an economist, a risk analyst and a
 * journalist, and 20 of an engineer and a developer (Q). The table of all of them stands in {@code
 * src/test/resources/trials.md}; {@code -Dpages.write=true} writes it anew.
 */
class TrialQuestionsTest {

  private static final Path TABLE = Path.of("src/test/resources/trials.md");

  private static TrialQuestions questions() {
    TrialQuestions questions = new TrialQuestions();
    ArticleQuestions.ask(questions);
    EconomistQuestions.ask(questions);
    AnalystQuestions.ask(questions);
    EngineerQuestions.ask(questions);
    return questions;
  }

  @TestFactory
  Stream<DynamicTest> what_is_answered_is_answered_rightly() {
    return questions().all().values().stream()
        .map(
            q ->
                DynamicTest.dynamicTest(
                    q.id(),
                    () -> assertEquals(q.right(), String.valueOf(q.asked().call()), q.evidence())));
  }

  @Test
  void all_eighty_three_are_asked_and_at_least_seventy_answered() {
    Set<String> expected = new TreeSet<>();
    range(expected, "A", 1, 29);
    range(expected, "Q", 1, 54);
    TrialQuestions questions = questions();
    assertEquals(expected, new TreeSet<>(questions.all().keySet()));
    assertTrue(questions.count(Verdict.ANSWERED) >= 70, () -> questions.table().toString());
  }

  @Test
  void the_table_is_what_is_kept() throws IOException {
    String table = questions().table().toMarkdown();
    if (Boolean.getBoolean("pages.write")) {
      Files.writeString(TABLE, table);
    }
    assertEquals(Files.readString(TABLE), table);
  }

  private static void range(Set<String> ids, String letter, int first, int last) {
    for (int i = first; i <= last; i++) {
      ids.add(letter + i);
    }
  }
}
