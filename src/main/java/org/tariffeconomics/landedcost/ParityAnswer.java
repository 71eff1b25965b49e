package org.tariffeconomics.landedcost;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.joda.money.BigMoney;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.report.Cell;
import org.tariffeconomics.report.Table;
import org.tariffeconomics.tariff.MoneyCells;

/**
 * The answer to an inverse question, or the plain statement that there is none.
 *
 * @param <T> what is asked for: a {@link Rate}, a {@link BigMoney}, or a fraction as {@link
 *     BigDecimal}
 * @since 0.1.0
 */
public final class ParityAnswer<T> {

  private final String question;
  private final @Nullable T value;
  private final @Nullable BigDecimal algebraic;
  private final Method method;
  private final String reason;

  /** What the answer lies between, where the duties that it follows from do. */
  private final @Nullable Ends<T> ends;

  private record Ends<T>(T lowest, T highest) {}

  /** How an answer was found. */
  public enum Method {
    /** From one formula. */
    CLOSED_FORM,
    /** From the formula of one of several straight pieces between the limits of fees. */
    CLOSED_FORM_PIECEWISE,
    /** By bracketing a root of the landed cost. */
    ROOT_FINDING,
    /** There is no answer. */
    NONE
  }

  private ParityAnswer(
      String question,
      @Nullable T value,
      @Nullable BigDecimal algebraic,
      Method method,
      String reason) {
    this(question, value, algebraic, method, reason, null);
  }

  private ParityAnswer(
      String question,
      @Nullable T value,
      @Nullable BigDecimal algebraic,
      Method method,
      String reason,
      @Nullable Ends<T> ends) {
    this.ends = ends;
    this.question = question;
    this.value = value;
    this.algebraic = algebraic;
    this.method = method;
    this.reason = reason;
  }

  static <T> ParityAnswer<T> of(String question, T value, BigDecimal algebraic, Method method) {
    return new ParityAnswer<>(question, value, algebraic, method, "");
  }

  /** An answer that lies between two, since something that it follows from does. */
  static <T> ParityAnswer<T> between(String question, T lowest, T highest, String reason) {
    return new ParityAnswer<>(
        question, null, null, Method.CLOSED_FORM, reason, new Ends<>(lowest, highest));
  }

  static <T> ParityAnswer<T> none(String question, String reason) {
    return new ParityAnswer<>(question, null, null, Method.NONE, reason);
  }

  static <T> ParityAnswer<T> outOfReach(String question, BigDecimal algebraic, String reason) {
    return new ParityAnswer<>(question, null, algebraic, Method.NONE, reason);
  }

  /**
   * The answer.
   *
   * @return the value, empty where there is none; {@link #reason()} says why
   */
  public Optional<T> value() {
    return Optional.ofNullable(value);
  }

  /**
   * {@return the least that the answer can be: itself where it is one; empty where there is none}
   */
  public Optional<T> lowest() {
    return ends == null ? value() : Optional.of(ends.lowest);
  }

  /**
   * {@return the most that the answer can be: itself where it is one; empty where there is none}
   */
  public Optional<T> highest() {
    return ends == null ? value() : Optional.of(ends.highest);
  }

  /**
   * The answer that must be there.
   *
   * @return the value
   * @throws IllegalStateException with the reason, where there is none
   */
  public T orElseThrow() {
    return value().orElseThrow(() -> new IllegalStateException(question + ": " + reason));
  }

  /**
   * What the equation gives, whether it makes sense or not: a negative rate or price says how far
   * parity is out of reach.
   *
   * @return the number, as a fraction or in money; empty where the equation has no solution
   */
  public Optional<BigDecimal> algebraic() {
    return Optional.ofNullable(algebraic);
  }

  /**
   * Why there is no answer.
   *
   * @return the reason, empty where there is an answer
   */
  public String reason() {
    return reason;
  }

  /**
   * How the answer was found.
   *
   * @return the method
   */
  public Method method() {
    return method;
  }

  /** {@return the question in words} */
  public String question() {
    return question;
  }

  /**
   * {@return the answer as a table of one row: question, answer, and how it was found or why there
   * is none}
   */
  public Table table() {
    Cell answer = value == null ? open() : cell(value);
    String how = value == null ? reason : method.name().toLowerCase(Locale.ROOT);
    return Table.of(
        "Inverse question",
        List.of("question", "answer", "how"),
        List.of(List.of(Cell.text(question), answer, Cell.text(how.replace('_', ' ')))));
  }

  /** An answer that is not there, or that lies between two. */
  private Cell open() {
    if (ends == null) {
      return Cell.unknown(reason);
    }
    Cell lowest = cell(ends.lowest);
    Cell highest = cell(ends.highest);
    return Cell.range(lowest, highest, "between " + lowest + " and " + highest, reason);
  }

  private static <T> Cell cell(T value) {
    if (value instanceof BigMoney money) {
      return MoneyCells.of(money);
    }
    BigDecimal fraction = value instanceof Rate rate ? rate.fraction() : (BigDecimal) value;
    return Cell.percent(fraction, 2);
  }

  /** The answer in short, or the reason why there is none. */
  @Override
  public String toString() {
    if (value != null) {
      return cell(value).text();
    }
    return ends == null ? "none: " + reason : open().text() + ": " + reason;
  }

  /** Two are equal when their contents are. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ParityAnswer<?> that
        && question.equals(that.question)
        && Objects.equals(value, that.value)
        && Objects.equals(algebraic, that.algebraic)
        && method.equals(that.method)
        && reason.equals(that.reason)
        && Objects.equals(ends, that.ends);
  }

  @Override
  public int hashCode() {
    return Objects.hash(question, value, algebraic, method, reason, ends);
  }
}
