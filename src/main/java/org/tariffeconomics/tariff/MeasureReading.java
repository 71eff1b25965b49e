package org.tariffeconomics.tariff;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.Texts;
import org.tariffeconomics.reading.Place;
import org.tariffeconomics.reading.Problem;
import org.tariffeconomics.reading.Problem.Severity;
import org.tariffeconomics.reading.Reading;
import org.tariffeconomics.report.Cell;
import org.tariffeconomics.report.Table;

/**
 * What was read from files of measures: those that can stand together in a book, and what is wrong
 * with the others.
 *
 * <p>Whether rows can stand together is only known when all files are there: {@link #and} joins the
 * readings of several, and {@link #under} says how their programmes choose. Of two rows with one
 * id, and of two rows of one programme that say different things about the same goods on the same
 * day, the first is kept, and the other is an error and kept as a measure that was not understood
 * ({@link TariffMeasure#unread}), so that the duty of these goods is undetermined. Measures left
 * out because they were not verified are notes.
 *
 * @since 0.1.0
 */
public final class MeasureReading {

  private final List<Placed> kept;
  private final List<TariffMeasure> excluded;
  private final List<Problem> problemsOfRows;
  private final List<Programme> programmes;

  /** Found when it is first asked for: files that are joined are checked together, once. */
  private volatile @Nullable Reading<List<TariffMeasure>> checked;

  /**
   * A measure and where it was read.
   *
   * @param measure the measure
   * @param place where it stands
   */
  public record Placed(TariffMeasure measure, Place place) {

    /**
     * Refuses nulls.
     *
     * @param measure the measure
     * @param place where it stands
     */
    public Placed {
      Objects.requireNonNull(measure, "measure");
      Objects.requireNonNull(place, "place");
    }

    /**
     * What stands in for law that was not read at all, or of which not even the goods are known: a
     * measure that may do anything to any goods on any day.
     *
     * @param problem what is wrong, and where
     * @return the measure, not understood
     */
    public static Placed unread(Problem problem) {
      Objects.requireNonNull(problem, "problem");
      return new Placed(
          TariffMeasure.of("law", Rule.ADDS, "*", "*", "Free")
              .withId("what is in " + problem.place())
              .unread(Texts.shortened(problem.text()), problem.message()),
          problem.place());
    }
  }

  private MeasureReading(
      List<Placed> kept,
      List<TariffMeasure> excluded,
      List<Problem> problemsOfRows,
      List<Programme> programmes) {
    this.kept = List.copyOf(kept);
    this.excluded = List.copyOf(excluded);
    this.problemsOfRows = List.copyOf(problemsOfRows);
    this.programmes = List.copyOf(programmes);
  }

  /**
   * What the rows of a file are.
   *
   * @param kept the measures that may stand, in the order of the rows
   * @param excluded those left out because they were not verified
   * @param problems what is wrong with the rest
   * @return the reading
   */
  public static MeasureReading of(
      List<Placed> kept, List<TariffMeasure> excluded, List<Problem> problems) {
    Objects.requireNonNull(kept, "kept");
    Objects.requireNonNull(excluded, "excluded");
    Objects.requireNonNull(problems, "problems");
    return new MeasureReading(kept, excluded, problems, List.of());
  }

  /**
   * Both readings together, for law that is kept in several files.
   *
   * @param other what was read elsewhere; its rows come after these
   * @return a new reading, with the conflicts between the two among its problems
   */
  public MeasureReading and(MeasureReading other) {
    Objects.requireNonNull(other, "other");
    return new MeasureReading(
        join(kept, other.kept),
        join(excluded, other.excluded),
        join(problemsOfRows, other.problemsOfRows),
        join(programmes, other.programmes));
  }

  private static <T> List<T> join(List<T> one, List<T> other) {
    List<T> both = new ArrayList<>(one);
    both.addAll(other);
    return both;
  }

  /**
   * The same reading for programmes that choose among their measures: where the dearest counts,
   * overlapping measures are no problem.
   *
   * @param described the programmes
   * @return a new reading
   */
  public MeasureReading under(Collection<Programme> described) {
    Objects.requireNonNull(described, "described");
    return new MeasureReading(kept, excluded, problemsOfRows, List.copyOf(described));
  }

  /** {@return the measures that can stand together, with what is wrong with the others} */
  public Reading<List<TariffMeasure>> reading() {
    Reading<List<TariffMeasure>> result = checked;
    if (result == null) {
      RowConflicts rows = new RowConflicts(problemsOfRows);
      result = rows.reading(rows.withoutConflicts(kept, programmes));
      checked = result;
    }
    return result;
  }

  /**
   * The measures of a whole book: one that names a programme of which there is neither a
   * description nor a measure is an error, and kept as one that is not understood.
   *
   * @param described the programmes that are described
   * @return the measures that a book takes, with what is wrong with the others
   */
  public Reading<List<TariffMeasure>> whole(Collection<Programme> described) {
    Objects.requireNonNull(described, "described");
    RowConflicts rows = new RowConflicts(problemsOfRows);
    List<Placed> good = rows.withoutConflicts(kept, List.copyOf(described));
    return rows.reading(rows.withoutUnknownTargets(good, described));
  }

  /**
   * {@return the measures that were read and can stand together in a book, in the order of the
   * rows}
   */
  public List<TariffMeasure> measures() {
    return reading().value();
  }

  /**
   * {@return the measures as they were read, in the order of the rows, not held against each other:
   * for a book that refuses those that cannot stand together}
   */
  public List<TariffMeasure> unchecked() {
    return kept.stream().map(Placed::measure).toList();
  }

  /**
   * {@return the measures that were read but may not stand as facts, because they were not
   * verified, in the order of the rows}
   */
  public List<TariffMeasure> excluded() {
    return excluded;
  }

  /** {@return what is wrong with the rest, by file and line} */
  public List<Problem> problems() {
    return reading().problems();
  }

  /**
   * The problems of one severity.
   *
   * @param severity which ones
   * @return the problems by file and line
   */
  public List<Problem> problems(Severity severity) {
    Objects.requireNonNull(severity, "severity");
    return reading().problems(severity);
  }

  /**
   * The measures of a reading that must have no error.
   *
   * @return the measures
   * @throws IllegalArgumentException when there are errors; the message lists the first of them
   */
  public List<TariffMeasure> orThrow() {
    return reading().orThrow();
  }

  /**
   * {@return the problems as a table: one row per problem: severity, file, line, path, column,
   * text, message}
   */
  public Table table() {
    return reading().table();
  }

  /** {@return the excluded measures as a table: one row per measure: id, programme, source} */
  public Table excludedTable() {
    return Table.of(
        "Not verified, left out",
        List.of("id", "programme", "source"),
        excluded.stream()
            .map(
                m ->
                    List.of(
                        Cell.text(m.id()),
                        Cell.text(m.programme()),
                        Cell.text(m.source().toString())))
            .toList());
  }

  /** How many measures were read, and how many problems there are. */
  @Override
  public String toString() {
    return reading().toString();
  }

  /** Two are equal when their contents are. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof MeasureReading that
        && kept.equals(that.kept)
        && excluded.equals(that.excluded)
        && problemsOfRows.equals(that.problemsOfRows)
        && programmes.equals(that.programmes);
  }

  @Override
  public int hashCode() {
    return Objects.hash(kept, excluded, problemsOfRows, programmes);
  }
}
