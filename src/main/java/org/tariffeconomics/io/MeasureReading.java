package org.tariffeconomics.io;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.reading.CsvProblem;
import org.tariffeconomics.reading.CsvProblems;
import org.tariffeconomics.report.Cell;
import org.tariffeconomics.report.Table;
import org.tariffeconomics.tariff.Conflict;
import org.tariffeconomics.tariff.Programme;
import org.tariffeconomics.tariff.TariffBook;
import org.tariffeconomics.tariff.TariffMeasure;

/**
 * What was read from files of measures: those that can stand together in a book, those excluded for
 * want of verification, and the problems of the rest.
 *
 * <p>Of two rows with one id, and of two rows of one programme that say different things about the
 * same goods on the same day, the first is kept and the other becomes a problem.
 */
public final class MeasureReading {

  private static final int SHOWN = 10;

  private final List<Placed> kept;
  private final List<TariffMeasure> excluded;
  private final List<CsvProblem> problemsOfRows;
  private final List<Programme> programmes;

  /** Found when first asked for: joining many files must not compare their rows each time. */
  private volatile @Nullable Checked checked;

  /** A measure and where it was read. */
  public record Placed(TariffMeasure measure, String file, long line) {

    CsvProblem problem(String column, String text, String message) {
      return new CsvProblem(file, line, column, text, message);
    }
  }

  /** The rows that can stand together, and why the others cannot. */
  private record Checked(List<Placed> compatible, List<CsvProblem> conflicts) {}

  private MeasureReading(
      List<Placed> kept,
      List<TariffMeasure> excluded,
      List<CsvProblem> problemsOfRows,
      List<Programme> programmes) {
    this.kept = List.copyOf(kept);
    this.excluded = List.copyOf(excluded);
    this.problemsOfRows = List.copyOf(problemsOfRows);
    this.programmes = List.copyOf(programmes);
  }

  public static MeasureReading of(
      List<Placed> kept,
      List<TariffMeasure> excluded,
      List<CsvProblem> problems,
      List<Programme> programmes) {
    return new MeasureReading(kept, excluded, problems, programmes);
  }

  private Checked checked() {
    Checked result = checked;
    if (result == null) {
      List<CsvProblem> conflicts = new ArrayList<>();
      List<Placed> unique = withoutDuplicates(kept, conflicts);
      result = new Checked(withoutOverlaps(unique, programmes, conflicts), conflicts);
      checked = result;
    }
    return result;
  }

  private static List<Placed> withoutDuplicates(List<Placed> all, List<CsvProblem> conflicts) {
    Map<String, Placed> first = new LinkedHashMap<>();
    for (Placed each : all) {
      Placed earlier = first.putIfAbsent(each.measure().id(), each);
      if (earlier != null) {
        String where = earlier.file() + " line " + earlier.line();
        conflicts.add(each.problem("id", each.measure().id(), "the id stands already in " + where));
      }
    }
    return new ArrayList<>(first.values());
  }

  /** Leaves out each row that overlaps with one before it. */
  private static List<Placed> withoutOverlaps(
      List<Placed> rows, List<Programme> programmes, List<CsvProblem> conflicts) {
    Set<TariffMeasure> out = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Conflict each :
        TariffBook.conflicts(rows.stream().map(Placed::measure).toList(), programmes)) {
      if (each.kind() == Conflict.Kind.OVERLAP
          && each.measures().stream().noneMatch(out::contains)) {
        Placed culprit = lastOf(rows, each.measures());
        out.add(culprit.measure());
        conflicts.add(culprit.problem("", culprit.measure().toString(), each.message()));
      }
    }
    return rows.stream().filter(row -> !out.contains(row.measure())).toList();
  }

  @SuppressWarnings("ReferenceEquality") // two rows may say the same
  private static Placed lastOf(List<Placed> rows, List<TariffMeasure> measures) {
    for (int i = rows.size() - 1; i >= 0; i--) {
      for (TariffMeasure each : measures) {
        if (rows.get(i).measure() == each) {
          return rows.get(i);
        }
      }
    }
    throw new IllegalStateException("A conflict of no row: " + measures);
  }

  /**
   * Both readings together, for law that is kept in several files.
   *
   * @param other what was read elsewhere; its rows come after these
   * @return a new reading, with the conflicts between the two among its problems
   */
  public MeasureReading and(MeasureReading other) {
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
    return new MeasureReading(kept, excluded, problemsOfRows, List.copyOf(described));
  }

  /**
   * {@return the measures that were read and can stand together in a book, in the order of the
   * rows}
   */
  public List<TariffMeasure> measures() {
    return checked().compatible().stream().map(Placed::measure).toList();
  }

  /**
   * {@return the measures that were read but may not stand as facts, because they were not
   * verified, in the order of the rows}
   */
  public List<TariffMeasure> excluded() {
    return excluded;
  }

  /**
   * What is wrong with the rest.
   *
   * @return the problems by file and line
   */
  public List<CsvProblem> problems() {
    return join(problemsOfRows, checked().conflicts()).stream()
        .sorted(Comparator.comparing(CsvProblem::file).thenComparingLong(CsvProblem::line))
        .toList();
  }

  /**
   * The measures of a reading that must have no problem.
   *
   * @return the measures
   * @throws IllegalArgumentException when there are problems; the message lists the first of them
   */
  public List<TariffMeasure> orThrow() {
    CsvProblems.refuse(problems(), SHOWN);
    return measures();
  }

  /** {@return the problems as a table: one row a problem: file, line, column, text, message} */
  public Table table() {
    return CsvProblems.table("Problems of " + this, problems());
  }

  /** {@return the excluded measures as a table: one row a measure: id, programme, source} */
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
            .collect(Collectors.toList()));
  }

  /** How many measures were read, excluded and refused. */
  @Override
  public String toString() {
    return checked().compatible().size()
        + " measures, "
        + excluded.size()
        + " excluded, "
        + problems().size()
        + " problems";
  }
}
