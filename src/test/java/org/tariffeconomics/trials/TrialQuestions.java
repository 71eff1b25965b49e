package org.tariffeconomics.trials;

import static org.tariffeconomics.Tariffs.landed;
import static org.tariffeconomics.Tariffs.shipment;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.joda.money.BigMoney;
import org.tariffeconomics.landedcost.LandedCost;
import org.tariffeconomics.report.Cell;
import org.tariffeconomics.report.Table;
import org.tariffeconomics.tariff.DutyStack;

/**
 * The questions of the first trials, each an expression with its right value and where that comes
 * from: answered, answered in part (what is answered is right), or a judgement that no number
 * settles.
 */
final class TrialQuestions {

  /** What became of a question. */
  enum Verdict {
    ANSWERED("●"),
    IN_PART("◐"),
    JUDGEMENT("J");

    private final String mark;

    Verdict(String mark) {
      this.mark = mark;
    }
  }

  /** A question; the evidence is a published number or independent arithmetic. */
  record Question(
      String id,
      Verdict verdict,
      String missing,
      String right,
      String evidence,
      Callable<Object> asked) {}

  private final Map<String, Question> questions = new TreeMap<>();

  void ask(String id, String right, String evidence, Callable<Object> asked) {
    add(new Question(id, Verdict.ANSWERED, "", right, evidence, asked));
  }

  void partly(String missing, String id, String right, String evidence, Callable<Object> asked) {
    add(new Question(id, Verdict.IN_PART, missing, right, evidence, asked));
  }

  void judgement(String id, String why) {
    add(new Question(id, Verdict.JUDGEMENT, why, "", "", () -> ""));
  }

  private void add(Question question) {
    if (questions.put(question.id(), question) != null) {
      throw new IllegalStateException(question.id() + " is asked twice");
    }
  }

  Map<String, Question> all() {
    return questions;
  }

  long count(Verdict verdict) {
    return questions.values().stream().filter(q -> q.verdict() == verdict).count();
  }

  /** All questions in their order: what is answered, and what is not. */
  Table table() {
    List<List<Cell>> rows = new ArrayList<>();
    questions.values().stream()
        .sorted(
            (a, b) ->
                a.id().charAt(0) == b.id().charAt(0)
                    ? Integer.compare(number(a), number(b))
                    : a.id().compareTo(b.id()))
        .forEach(
            q ->
                rows.add(
                    List.of(
                        Cell.text(q.id()),
                        Cell.text(q.verdict().mark),
                        Cell.text(q.right()),
                        Cell.text(q.missing().isEmpty() ? q.evidence() : q.missing()))));
    return Table.of(
        "The questions of the trials: ● "
            + count(Verdict.ANSWERED)
            + ", ◐ "
            + count(Verdict.IN_PART)
            + ", judgement "
            + count(Verdict.JUDGEMENT),
        List.of("question", "", "answer", "evidence, or what is missing"),
        rows);
  }

  private static int number(Question question) {
    return Integer.parseInt(question.id().substring(1));
  }

  static LandedCost car(String origin, String day) {
    return landed(shipment("8703.23.01", origin, "USD 30000", "USD 1330", "USD 207", "sea"), day);
  }

  static String cell(Table table, String row, String column) {
    for (int i = 0; i < table.rows().size(); i++) {
      if (table.rows().get(i).stream().anyMatch(c -> c.text().equals(row))) {
        return table.cell(i, column).text();
      }
    }
    throw new AssertionError("No row " + row + " in " + table);
  }

  static String paid(DutyStack stack) {
    return stack.adValoremRate().map(Object::toString).orElse("unknown");
  }

  static BigDecimal billions(BigMoney money) {
    return money.getAmount().movePointLeft(9).setScale(1, RoundingMode.HALF_UP);
  }

  static String points(double fraction) {
    return BigDecimal.valueOf(fraction)
        .movePointRight(2)
        .setScale(2, RoundingMode.HALF_UP)
        .toPlainString();
  }
}
