package org.tariffeconomics.tariff;

import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.tariffeconomics.basics.OriginScope;
import org.tariffeconomics.basics.ProductScope;
import org.tariffeconomics.basics.Texts;
import org.tariffeconomics.basics.Validity;
import org.tariffeconomics.rate.DutyRate;
import org.tariffeconomics.reading.Problem;
import org.tariffeconomics.reading.ProblemLog;
import org.tariffeconomics.reading.Reading;
import org.tariffeconomics.tariff.MeasureReading.Placed;

/**
 * Holds rows of measures against each other. What cannot stand beside another is kept as a measure
 * that is not understood, so that the duty of its goods is undetermined and not too low, and is
 * noted among the problems.
 */
final class RowConflicts {

  private final List<Problem> problems;

  RowConflicts(List<Problem> problemsOfRows) {
    this.problems = new ArrayList<>(problemsOfRows);
  }

  /** The measures with all that was found wrong, by file and line. */
  Reading<List<TariffMeasure>> reading(List<Placed> rows) {
    ProblemLog log = ProblemLog.create();
    log.addAll(problems);
    return log.inOrder().reading(rows.stream().map(Placed::measure).toList());
  }

  /** Each row that overlaps with one before it is kept as one whose effect is not known. */
  List<Placed> withoutConflicts(List<Placed> all, List<Programme> programmes) {
    List<Placed> rows = withoutDuplicates(withOneDoubtOfAll(all));
    IdentityHashMap<TariffMeasure, String> doubts = new IdentityHashMap<>();
    List<TariffMeasure> measures = rows.stream().map(Placed::measure).toList();
    for (Conflict each : TariffBook.conflicts(measures, programmes)) {
      boolean isNew = each.measures().stream().noneMatch(doubts::containsKey);
      if (each.kind() == Conflict.Kind.OVERLAP && isNew) {
        Placed culprit = lastOf(rows, each.measures());
        doubts.put(culprit.measure(), each.message());
        error(culprit, "", culprit.measure().toString(), each.message());
      }
    }
    return withoutLostTargets(
        programmesOf(rows), rows.stream().map(row -> doubted(row, doubts)).toList());
  }

  /** The same where a measure may name only programmes that are described or have a measure. */
  List<Placed> withoutUnknownTargets(List<Placed> rows, Collection<Programme> described) {
    Set<String> needed = programmesOf(rows);
    rows.forEach(row -> needed.addAll(row.measure().targets()));
    described.forEach(programme -> needed.remove(programme.name()));
    return withoutLostTargets(needed, rows);
  }

  /** Of measures that may do anything to any goods the first says all; the problems list each. */
  private static List<Placed> withOneDoubtOfAll(List<Placed> all) {
    List<Placed> fewer = new ArrayList<>(all.size());
    boolean hasOne = false;
    for (Placed each : all) {
      boolean isOne = isAboutAnything(each.measure());
      if (!isOne || !hasOne) {
        fewer.add(each);
      }
      hasOne |= isOne;
    }
    return fewer;
  }

  private static boolean isAboutAnything(TariffMeasure measure) {
    return measure.rate() instanceof DutyRate.Unsupported
        && measure.rule() == Rule.ADDS
        && measure.conditions().isEmpty()
        && measure.products().equals(ProductScope.all())
        && measure.origins().equals(OriginScope.all())
        && measure.validity().equals(Validity.always());
  }

  /** A row that says the same as another is needless; one that says something else is a doubt. */
  private List<Placed> withoutDuplicates(List<Placed> all) {
    Map<String, Placed> first = new LinkedHashMap<>();
    for (Placed each : all) {
      String id = each.measure().id();
      Placed earlier = first.putIfAbsent(id, each);
      if (earlier != null && earlier.measure().equals(each.measure())) {
        String message = "the row says what " + earlier.place() + " says already";
        problems.add(Problem.note(each.place(), "id", id, message));
      } else if (earlier != null) {
        String message = "the id stands already in " + earlier.place();
        error(each, "id", id, message);
        TariffMeasure other = each.measure().withId(id + " in " + each.place());
        first.putIfAbsent(other.id(), new Placed(inDoubt(other, message), each.place()));
      }
    }
    return new ArrayList<>(first.values());
  }

  /** What names a programme of which nothing was understood is not understood either. */
  private List<Placed> withoutLostTargets(Set<String> before, List<Placed> rows) {
    Set<String> lost = new TreeSet<>(before);
    lost.removeAll(programmesOf(rows));
    if (rows.stream().noneMatch(row -> names(row, lost))) {
      return rows;
    }
    List<Placed> fewer = new ArrayList<>();
    for (Placed each : rows) {
      fewer.add(names(each, lost) ? withLostTargets(each, lost) : each);
    }
    return withoutLostTargets(before, fewer);
  }

  private static boolean names(Placed row, Set<String> programmes) {
    return row.measure().targets().stream().anyMatch(programmes::contains);
  }

  private Placed withLostTargets(Placed row, Set<String> lost) {
    String message = "of the programmes " + lost + " that it names no measure is understood";
    error(row, "targets", row.measure().toString(), message);
    return new Placed(inDoubt(row.measure(), message), row.place());
  }

  private static Set<String> programmesOf(List<Placed> rows) {
    return rows.stream()
        .map(row -> row.measure().programme())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private void error(Placed row, String column, String text, String message) {
    problems.add(Problem.error(row.place(), column, text, message));
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
}
