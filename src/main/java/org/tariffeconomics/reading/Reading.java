package org.tariffeconomics.reading;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.Texts;
import org.tariffeconomics.reading.Problem.Severity;
import org.tariffeconomics.report.Table;

/**
 * What was read from a file: what its good rows make, and what is wrong with the others.
 *
 * <p>Whoever must have the whole file takes {@link #orThrow()}; whoever can use a part takes {@link
 * #value()} and looks at {@link #problems()}. Repairs and notes are no reason to refuse a file.
 *
 * @param <T> what the good rows make: a list of measures, a schedule, a book
 * @since 0.1.0
 */
public final class Reading<T> {

  private static final int SHOWN = 10;
  private static final int SHOWN_CHARACTERS = 900;

  private final @Nullable T value;
  private final List<Problem> problems;
  private final Map<Severity, Long> notKept;

  Reading(@Nullable T value, List<Problem> problems, Map<Severity, Long> notKept) {
    this.value = value;
    this.problems = List.copyOf(problems);
    this.notKept = Collections.unmodifiableMap(new EnumMap<>(withAllKeys(notKept)));
  }

  private static Map<Severity, Long> withAllKeys(Map<Severity, Long> counts) {
    Map<Severity, Long> all = new EnumMap<>(Severity.class);
    for (Severity each : Severity.values()) {
      all.put(each, counts.getOrDefault(each, 0L));
    }
    return all;
  }

  /**
   * A reading.
   *
   * @param value what the good rows make
   * @param problems what is wrong with the others, in the order of the file
   * @param <T> the type of the value
   * @return the reading
   */
  public static <T> Reading<T> of(T value, Collection<Problem> problems) {
    Objects.requireNonNull(value, "value");
    Objects.requireNonNull(problems, "problems");
    return new Reading<>(value, List.copyOf(problems), Map.of());
  }

  /**
   * Several readings as one.
   *
   * @param readings the readings, in order
   * @param <T> the type of the values
   * @return the values of those that have one, and the problems of all
   */
  public static <T> Reading<List<T>> all(Collection<Reading<T>> readings) {
    Objects.requireNonNull(readings, "readings");
    ProblemLog log = ProblemLog.create();
    List<T> values = new ArrayList<>();
    for (Reading<T> each : readings) {
      log.addAll(each);
      each.optional().ifPresent(values::add);
    }
    return log.reading(List.copyOf(values));
  }

  /**
   * What the good rows make, whatever is wrong with the others.
   *
   * @return the value
   * @throws IllegalArgumentException when nothing could be made of the file; the message lists the
   *     first errors
   */
  public T value() {
    if (value == null) {
      throw new IllegalArgumentException(
          "Nothing could be read: " + (hasErrors() ? listed() : "there is no row"));
    }
    return value;
  }

  /** {@return what the good rows make; empty where nothing could be made of the file} */
  public Optional<T> optional() {
    return Optional.ofNullable(value);
  }

  /**
   * What a file makes that must have no error. Repairs and notes are none.
   *
   * @return the value
   * @throws IllegalArgumentException when there are errors; the message lists the first of them
   */
  public T orThrow() {
    if (hasErrors()) {
      throw new IllegalArgumentException(listed());
    }
    return value();
  }

  /** The first problems, as many as one can take in. */
  private String listed() {
    StringBuilder listed =
        new StringBuilder(Texts.counted(count(Severity.ERROR), "problem") + ": ");
    int shown = 0;
    for (Problem each : problems(Severity.ERROR)) {
      if (shown == SHOWN || listed.length() > SHOWN_CHARACTERS) {
        break;
      }
      listed.append(shown++ == 0 ? "" : "; ").append(each);
    }
    long more = count(Severity.ERROR) - shown;
    return listed.append(more > 0 ? "; and " + more + " more" : "").toString();
  }

  /** {@return whether something was not read} */
  public boolean hasErrors() {
    return count(Severity.ERROR) > 0;
  }

  /**
   * What is wrong, was repaired or is worth knowing.
   *
   * @return the problems in the order of the file; the first {@link Limits#KEPT_PROBLEMS} of each
   *     severity
   */
  public List<Problem> problems() {
    return problems;
  }

  /**
   * The problems of one severity.
   *
   * @param severity which ones
   * @return the problems in the order of the file; the first {@link Limits#KEPT_PROBLEMS}
   */
  public List<Problem> problems(Severity severity) {
    Objects.requireNonNull(severity, "severity");
    return problems.stream().filter(p -> p.severity() == severity).toList();
  }

  /**
   * How many problems of a severity there are, those that are not kept included.
   *
   * @param severity which ones
   * @return their number
   */
  public long count(Severity severity) {
    Objects.requireNonNull(severity, "severity");
    return problems.stream().filter(p -> p.severity() == severity).count()
        + notKept.getOrDefault(severity, 0L);
  }

  Map<Severity, Long> notKept() {
    Map<Severity, Long> some = new EnumMap<>(notKept);
    some.values().removeIf(count -> count == 0);
    return some;
  }

  /**
   * The same reading of another value.
   *
   * @param change what becomes of the value; not called where there is none
   * @param <R> the type of the new value
   * @return a new reading with the same problems
   */
  public <R> Reading<R> map(Function<? super T, ? extends R> change) {
    Objects.requireNonNull(change, "change");
    @Nullable R changed = value == null ? null : change.apply(value);
    return new Reading<>(changed, problems, notKept);
  }

  /**
   * This reading and another as one.
   *
   * @param other the other reading
   * @param both what becomes of the two values; not called where one is missing
   * @param <U> the type of the other value
   * @param <R> the type of the new value
   * @return the new value, if both are there, and the problems of both
   */
  public <U, R> Reading<R> and(
      Reading<U> other, BiFunction<? super T, ? super U, ? extends R> both) {
    Objects.requireNonNull(other, "other");
    Objects.requireNonNull(both, "both");
    ProblemLog log = ProblemLog.create();
    log.addAll(this);
    log.addAll(other);
    U second = other.value;
    return value == null || second == null ? log.nothing() : log.reading(both.apply(value, second));
  }

  /**
   * The same reading with more problems behind its own.
   *
   * @param more the problems
   * @return a new reading
   */
  public Reading<T> withProblems(Collection<Problem> more) {
    Objects.requireNonNull(more, "more");
    ProblemLog log = ProblemLog.create();
    log.addAll(this);
    log.addAll(more);
    return new Reading<>(value, log.problems(), log.notKept());
  }

  /**
   * {@return the problems as a table: one row per problem: severity, file, line, path, column,
   * text, message}
   */
  public Table table() {
    return Problem.table("Problems of " + this, problems);
  }

  static String counted(Map<Severity, Long> counts) {
    String some =
        counts.entrySet().stream()
            .filter(each -> each.getValue() > 0)
            .map(
                each ->
                    each.getValue()
                        + " "
                        + each.getKey().name().toLowerCase(Locale.ROOT)
                        + (each.getValue() == 1 ? "" : "s"))
            .collect(Collectors.joining(", "));
    return some.isEmpty() ? "no problems" : some;
  }

  /** What was read and how many problems there are: {@code 3 rows, 1 error, 2 notes}. */
  @Override
  public String toString() {
    Map<Severity, Long> counts = new EnumMap<>(Severity.class);
    for (Severity each : Severity.values()) {
      counts.put(each, count(each));
    }
    String what =
        value instanceof Collection<?> many
            ? Texts.counted(many.size(), "row")
            : value == null ? "nothing" : value.toString();
    return what + ", " + counted(counts);
  }

  /** Two are equal when their contents are. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Reading<?> that
        && Objects.equals(value, that.value)
        && problems.equals(that.problems)
        && notKept.equals(that.notKept);
  }

  @Override
  public int hashCode() {
    return Objects.hash(value, problems, notKept);
  }
}
