package org.tariffeconomics.tariff;

import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.OriginScope;
import org.tariffeconomics.basics.ProductScope;
import org.tariffeconomics.basics.Texts;
import org.tariffeconomics.basics.Validity;
import org.tariffeconomics.rate.DutyRate;
import org.tariffeconomics.reading.Place;
import org.tariffeconomics.reading.Problem;
import org.tariffeconomics.reading.Problem.Severity;
import org.tariffeconomics.reading.ProblemLog;
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

    private boolean isAboutAnything() {
      return measure.rate() instanceof DutyRate.Unsupported
          && measure.rule() == Rule.ADDS
          && measure.conditions().isEmpty()
          && measure.products().equals(ProductScope.all())
          && measure.origins().equals(OriginScope.all())
          && measure.validity().equals(Validity.always());
    }

    private boolean names(Set<String> programmes) {
      return measure.targets().stream().anyMatch(programmes::contains);
    }

    private Placed inDoubt(Set<String> lost, List<Problem> problems) {
      String message = "of the programmes " + lost + " that it names no measure is understood";
      problems.add(problem("targets", measure.toString(), message));
      return new Placed(MeasureReading.inDoubt(measure, message), place);
    }

    Problem problem(String column, String text, String message) {
      return Problem.error(place, column, text, message);
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
      List<Problem> problems = new ArrayList<>(problemsOfRows);
      List<Placed> unique = withoutDuplicates(withOneDoubtOfAll(kept), problems);
      List<TariffMeasure> good =
          withoutConflicts(unique, programmes, problems).stream().map(Placed::measure).toList();
      ProblemLog log = ProblemLog.create();
      log.addAll(problems);
      result = log.inOrder().reading(good);
      checked = result;
    }
    return result;
  }

  /** Of measures that may do anything to any goods the first says all; the problems list each. */
  private static List<Placed> withOneDoubtOfAll(List<Placed> all) {
    List<Placed> fewer = new ArrayList<>(all.size());
    boolean hasOne = false;
    for (Placed each : all) {
      boolean isOne = each.isAboutAnything();
      if (!isOne || !hasOne) {
        fewer.add(each);
      }
      hasOne |= isOne;
    }
    return fewer;
  }

  /** A row that says the same as another is needless; one that says something else is a doubt. */
  private static List<Placed> withoutDuplicates(List<Placed> all, List<Problem> problems) {
    Map<String, Placed> first = new LinkedHashMap<>();
    for (Placed each : all) {
      String id = each.measure().id();
      Placed earlier = first.putIfAbsent(id, each);
      if (earlier != null && earlier.measure().equals(each.measure())) {
        String message = "the row says what " + earlier.place() + " says already";
        problems.add(Problem.note(each.place(), "id", id, message));
      } else if (earlier != null) {
        String message = "the id stands already in " + earlier.place();
        problems.add(each.problem("id", id, message));
        TariffMeasure other = each.measure().withId(id + " in " + each.place());
        first.putIfAbsent(other.id(), new Placed(inDoubt(other, message), each.place()));
      }
    }
    return new ArrayList<>(first.values());
  }

  /** Each row that overlaps with one before it is kept as one whose effect is not known. */
  private static List<Placed> withoutConflicts(
      List<Placed> rows, List<Programme> programmes, List<Problem> problems) {
    IdentityHashMap<TariffMeasure, String> doubts = new IdentityHashMap<>();
    List<TariffMeasure> measures = rows.stream().map(Placed::measure).toList();
    for (Conflict each : TariffBook.conflicts(measures, programmes)) {
      boolean isNew = each.measures().stream().noneMatch(doubts::containsKey);
      if (each.kind() == Conflict.Kind.OVERLAP && isNew) {
        Placed culprit = lastOf(rows, each.measures());
        doubts.put(culprit.measure(), each.message());
        String text = culprit.measure().toString();
        problems.add(culprit.problem("", text, each.message()));
      }
    }
    return withoutLostTargets(
        programmesOf(rows), rows.stream().map(row -> doubted(row, doubts)).toList(), problems);
  }

  /** What names a programme of which nothing was understood is not understood either. */
  private static List<Placed> withoutLostTargets(
      Set<String> before, List<Placed> rows, List<Problem> problems) {
    Set<String> lost = new TreeSet<>(before);
    lost.removeAll(programmesOf(rows));
    if (rows.stream().noneMatch(row -> row.names(lost))) {
      return rows;
    }
    List<Placed> fewer = new ArrayList<>();
    for (Placed each : rows) {
      fewer.add(each.names(lost) ? each.inDoubt(lost, problems) : each);
    }
    return withoutLostTargets(before, fewer, problems);
  }

  private static Set<String> programmesOf(List<Placed> rows) {
    return rows.stream()
        .map(row -> row.measure().programme())
        .collect(Collectors.toCollection(TreeSet::new));
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
    List<Problem> problems = new ArrayList<>(problemsOfRows);
    List<Placed> good =
        withoutConflicts(
            withoutDuplicates(withOneDoubtOfAll(kept), problems), List.copyOf(described), problems);
    Set<String> needed = programmesOf(good);
    good.forEach(row -> needed.addAll(row.measure().targets()));
    described.forEach(programme -> needed.remove(programme.name()));
    List<Placed> sound = withoutLostTargets(needed, good, problems);
    ProblemLog log = ProblemLog.create();
    log.addAll(problems);
    return log.inOrder().reading(sound.stream().map(Placed::measure).toList());
  }

  private static Placed doubted(Placed row, IdentityHashMap<TariffMeasure, String> doubts) {
    String doubt = doubts.get(row.measure());
    return doubt == null ? row : new Placed(inDoubt(row.measure(), doubt), row.place());
  }

  private static TariffMeasure inDoubt(TariffMeasure measure, String message) {
    return measure.unread(Texts.shortened(measure.toString()), Texts.shortened(message));
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
