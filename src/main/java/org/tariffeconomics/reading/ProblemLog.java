package org.tariffeconomics.reading;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.tariffeconomics.reading.Problem.Severity;

/**
 * Collects the problems of a file while it is read: the first of each severity are kept, all are
 * counted.
 *
 * @since 0.1.0
 */
public final class ProblemLog implements Consumer<Problem> {

  private final int kept;
  private final List<Problem> problems = new ArrayList<>();
  private final Map<Severity, Long> keptCounts = new EnumMap<>(Severity.class);
  private final Map<Severity, Long> counts = new EnumMap<>(Severity.class);

  private ProblemLog(int kept) {
    this.kept = kept;
  }

  /** {@return a log that keeps {@link Limits#KEPT_PROBLEMS} problems of each severity} */
  public static ProblemLog create() {
    return new ProblemLog(Limits.KEPT_PROBLEMS);
  }

  static ProblemLog keeping(int count) {
    return new ProblemLog(count);
  }

  /**
   * Adds a problem.
   *
   * @param problem the problem
   */
  @Override
  public void accept(Problem problem) {
    Objects.requireNonNull(problem, "problem");
    Severity severity = problem.severity();
    counts.merge(severity, 1L, Long::sum);
    if (keptCounts.getOrDefault(severity, 0L) < kept) {
      keptCounts.merge(severity, 1L, Long::sum);
      problems.add(problem);
    }
  }

  /**
   * Adds problems.
   *
   * @param more the problems
   */
  public void addAll(Collection<Problem> more) {
    Objects.requireNonNull(more, "more");
    more.forEach(this);
  }

  /**
   * Adds the problems of another reading, those counted and not kept included.
   *
   * @param other the other reading
   */
  public void addAll(Reading<?> other) {
    Objects.requireNonNull(other, "other");
    addAll(other.problems());
    other.notKept().forEach((severity, count) -> counts.merge(severity, count, Long::sum));
  }

  /** {@return whether there was no error so far} */
  @JsonIgnore
  public boolean isGood() {
    return !counts.containsKey(Severity.ERROR);
  }

  /** {@return whether there was no problem at all so far} */
  @JsonIgnore
  public boolean isEmpty() {
    return counts.isEmpty();
  }

  /** {@return the problems kept so far, in the order in which they came} */
  public List<Problem> problems() {
    return List.copyOf(problems);
  }

  /** {@return a log of the same problems, by file, line and path} */
  public ProblemLog inOrder() {
    ProblemLog sorted = new ProblemLog(kept);
    sorted.problems.addAll(problems);
    sorted.problems.sort(Comparator.comparing(Problem::place));
    sorted.counts.putAll(counts);
    sorted.keptCounts.putAll(keptCounts);
    return sorted;
  }

  long count(Severity severity) {
    return counts.getOrDefault(severity, 0L);
  }

  Map<Severity, Long> notKept() {
    Map<Severity, Long> rest = new EnumMap<>(Severity.class);
    counts.forEach(
        (severity, count) -> {
          long more = count - keptCounts.getOrDefault(severity, 0L);
          if (more > 0) {
            rest.put(severity, more);
          }
        });
    return rest;
  }

  /**
   * What was read, with these problems.
   *
   * @param value what the good rows make
   * @param <T> its type
   * @return the reading
   */
  public <T> Reading<T> reading(T value) {
    Objects.requireNonNull(value, "value");
    return new Reading<>(value, problems, notKept());
  }

  /**
   * A reading of which nothing could be made, with these problems.
   *
   * @param <T> the type of what could not be made
   * @return the reading
   */
  public <T> Reading<T> nothing() {
    return new Reading<>(null, problems, notKept());
  }

  /** How many problems there are. */
  @Override
  public String toString() {
    return Reading.counted(counts);
  }
}
