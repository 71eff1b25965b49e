package org.tariffeconomics.tariff;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.GapRange;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.basics.RateChange;
import org.tariffeconomics.basics.RateRange;
import org.tariffeconomics.basics.Stamp;
import org.tariffeconomics.rate.DeclaredOrigin;
import org.tariffeconomics.report.Cell;
import org.tariffeconomics.report.Chart;
import org.tariffeconomics.report.Table;
import org.threeten.extra.LocalDateRange;

/**
 * The duty of one or more origins on a line over time, as steps: a new step begins on each day on
 * which the duty of any of them changes.
 *
 * @since 0.1.0
 */
public final class RateTimeline {

  private final HsCode line;
  private final List<DeclaredOrigin> origins;
  private final List<Step> steps;
  private final Stamp stamp;

  private RateTimeline(HsCode line, List<DeclaredOrigin> origins, List<Step> steps, Stamp stamp) {
    this.line = line;
    this.origins = origins;
    this.steps = steps;
    this.stamp = stamp;
  }

  /** A stretch of days on which no duty changes. */
  public static final class Step {

    private final LocalDateRange days;
    private final List<DutyStack> stacks;

    Step(LocalDateRange days, List<DutyStack> stacks) {
      stacks = List.copyOf(stacks);
      this.days = days;
      this.stacks = stacks;
    }

    /** {@return the days, half-open} */
    public LocalDateRange days() {
      return days;
    }

    /** {@return the layers of each origin, in the timeline's order} */
    public List<DutyStack> stacks() {
      return stacks;
    }

    /**
     * {@return the all-in rates of the origins, in the timeline's order, each empty where it is not
     * known}
     */
    public List<Optional<Rate>> rates() {
      return stacks.stream().map(DutyStack::adValoremRate).toList();
    }

    /**
     * What each origin's rate lies within.
     *
     * @return the ranges in the timeline's order; empty where there is none
     */
    public List<Optional<RateRange>> ranges() {
      return stacks.stream().map(DutyStack::range).toList();
    }

    /** What differs for an origin, by its place in the timeline, from another step. */
    private DutyDifference difference(int origin, Step earlier) {
      return DutyDifference.between(earlier.stacks.get(origin), stacks.get(origin));
    }

    /** The days and the rates. */
    @Override
    public String toString() {
      return days + " " + ranges();
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Step that && days.equals(that.days) && stacks.equals(that.stacks);
    }

    @Override
    public int hashCode() {
      return Objects.hash(days, stacks);
    }
  }

  /**
   * The duties over some days, by the law as finally published.
   *
   * @param book the law
   * @param line the tariff line
   * @param origins one or more origins
   * @param days the days, half-open, bounded
   * @return the timeline
   * @throws IllegalArgumentException when no origin is given, or the days are unbounded or none
   */
  public static RateTimeline of(
      TariffBook book, HsCode line, List<DeclaredOrigin> origins, LocalDateRange days) {
    Objects.requireNonNull(book, "book");
    Objects.requireNonNull(line, "line");
    Objects.requireNonNull(origins, "origins");
    Objects.requireNonNull(days, "days");
    return new Builder(book, line, origins, days, false).build();
  }

  /**
   * The duties over some days, each day as known on that very day.
   *
   * @param book the law
   * @param line the tariff line
   * @param origins one or more origins
   * @param days the days, half-open, bounded
   * @return the timeline
   * @throws IllegalArgumentException when no origin is given, or the days are unbounded or none
   */
  public static RateTimeline asKnownOnTheDay(
      TariffBook book, HsCode line, List<DeclaredOrigin> origins, LocalDateRange days) {
    Objects.requireNonNull(book, "book");
    Objects.requireNonNull(line, "line");
    Objects.requireNonNull(origins, "origins");
    Objects.requireNonNull(days, "days");
    return new Builder(book, line, origins, days, true).build();
  }

  /**
   * The same timeline with something to be said of the choice of its origins.
   *
   * @param assumption what was assumed, one line
   * @return a new timeline; it stands in its stamp
   */
  public RateTimeline withAssumption(String assumption) {
    Objects.requireNonNull(assumption, "assumption");
    return new RateTimeline(line, origins, steps, stamp.withAssumption(assumption));
  }

  /**
   * What the gap between the first two origins on the same goods lies within on a day: line by
   * line, with what the goods have in common alike on both sides ({@link DutyGap}).
   *
   * @param day a day of the timeline
   * @return the first origin's duty less the second's; empty where either is not known
   * @throws IllegalArgumentException when the day lies outside
   * @throws IllegalStateException when there are fewer than two origins
   */
  public Optional<GapRange> gapRange(LocalDate day) {
    Objects.requireNonNull(day, "day");
    requireTwo();
    return gap(on(day));
  }

  /** {@return the steps, in order} */
  public List<Step> steps() {
    return steps;
  }

  /**
   * The step that a day lies in.
   *
   * @param day a day of the timeline
   * @return the step
   * @throws IllegalArgumentException when the day lies outside
   */
  public Step on(LocalDate day) {
    Objects.requireNonNull(day, "day");
    return steps.stream()
        .filter(s -> s.days().contains(day))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(day + " lies outside of the timeline"));
  }

  /**
   * What changes from step to step: which layers come, go or move on each day on which the duty of
   * some origin changes.
   *
   * @return the differences that are some, in the order of the days and then of the origins; the
   *     first step has none
   */
  public List<DutyDifference> differences() {
    List<DutyDifference> all = new ArrayList<>();
    for (int i = 1; i < steps.size(); i++) {
      for (int origin = 0; origin < origins.size(); origin++) {
        all.add(steps.get(i).difference(origin, steps.get(i - 1)));
      }
    }
    return all.stream().filter(each -> !each.isNone()).toList();
  }

  /** {@return what changes from step to step, a row a layer, with why and by which source} */
  public Table layerTable() {
    List<List<Cell>> rows = new ArrayList<>();
    for (DutyDifference each : differences()) {
      for (LayerDifference layer : each.layers()) {
        List<Cell> row = new ArrayList<>();
        row.add(Cell.date(each.after().law().day()));
        row.add(Cell.text(each.after().origin().alpha2()));
        row.addAll(DifferenceTable.row(each, layer));
        rows.add(row);
      }
    }
    return new Table(
        "What changes the duty on " + line + " over time (- is a cut)",
        Stream.concat(Stream.of("from", "origin"), DifferenceTable.COLUMNS.stream()).toList(),
        rows,
        stamp.lines());
  }

  /**
   * How far the first origin's duty lies above the second's on a day.
   *
   * @param day a day of the timeline
   * @return the change from the second's rate to the first's, positive where the first pays more;
   *     empty where either is not known
   * @throws IllegalStateException when the timeline has fewer than two origins
   */
  public Optional<RateChange> gap(LocalDate day) {
    Objects.requireNonNull(day, "day");
    requireTwo();
    List<Optional<Rate>> rates = on(day).rates();
    return rates.get(0).flatMap(first -> rates.get(1).map(first::minus));
  }

  private void requireTwo() {
    if (origins.size() < 2) {
      throw new IllegalStateException("A gap needs two origins, but the timeline has " + origins);
    }
  }

  private static Optional<GapRange> gap(Step step) {
    return DutyGap.between(step.stacks().get(0), step.stacks().get(1));
  }

  /**
   * First day, the rate of each origin, and with two origins the gap.
   *
   * @return the table, one row per step
   */
  public Table table() {
    List<String> columns = new ArrayList<>(List.of("from"));
    origins.forEach(o -> columns.add(label(o, columns)));
    boolean two = origins.size() == 2;
    if (two) {
      columns.add("gap");
    }
    List<List<Cell>> rows = new ArrayList<>();
    for (Step step : steps) {
      List<Cell> row = new ArrayList<>(List.of(Cell.date(step.days().getStart())));
      step.stacks().forEach(s -> row.add(RateCells.of(s)));
      if (two) {
        row.add(gap(step).map(RateCells::of).orElseGet(Cell::blank));
      }
      rows.add(row);
    }
    String sign = two ? " (+ means " + columns.get(1) + " pays more)" : "";
    return new Table("Duty on " + line + " over time" + sign, columns, rows, stamp.lines());
  }

  /**
   * The duties as steps over time, with the gap between two origins shaded and each day on which a
   * rate changes named.
   *
   * @return the picture; a line is broken where a duty is not known
   */
  public Chart chart() {
    List<String> names = new ArrayList<>();
    origins.forEach(o -> names.add(label(o, names)));
    return DutyCharts.timeline("Duty on " + line + " over time", names, steps, stamp);
  }

  /** The country with its claims, or the whole declaration where that stands already. */
  private static String label(DeclaredOrigin origin, List<String> taken) {
    return taken.contains(origin.label()) ? origin.toString() : origin.label();
  }

  /** The table's text. */
  @Override
  public String toString() {
    return table().toString();
  }

  /** Collects the steps and joins neighbours whose duties are the same. */
  private static final class Builder {

    private final TariffBook book;
    private final HsCode line;
    private final List<DeclaredOrigin> origins;
    private final LocalDateRange days;
    private final boolean asKnown;
    private final List<Step> steps = new ArrayList<>();
    private final Set<String> ofCode = new LinkedHashSet<>();

    Builder(
        TariffBook book,
        HsCode line,
        List<DeclaredOrigin> origins,
        LocalDateRange days,
        boolean asKnown) {
      if (origins.isEmpty()) {
        throw new IllegalArgumentException("A timeline needs at least one origin");
      }
      if (days.isUnboundedStart() || days.isUnboundedEnd() || days.isEmpty()) {
        throw new IllegalArgumentException(
            "A timeline needs a first and a last day, but had " + days);
      }
      this.book = book;
      this.line = line;
      this.origins = List.copyOf(origins);
      this.days = days;
      this.asKnown = asKnown;
    }

    RateTimeline build() {
      NavigableSet<LocalDate> starts = new TreeSet<>(book.changeDays(days));
      if (asKnown) {
        starts.addAll(book.knowledgeDays());
      }
      starts.add(days.getStart());
      starts.add(days.getEnd());
      LocalDate from = null;
      for (LocalDate day : starts.subSet(days.getStart(), true, days.getEnd(), true)) {
        if (from != null) {
          add(LocalDateRange.of(from, day));
        }
        from = day;
      }
      return new RateTimeline(line, origins, List.copyOf(steps), stamp());
    }

    private void add(LocalDateRange stretch) {
      TariffLaw law = law(stretch.getStart());
      List<DutyStack> stacks =
          origins.stream().map(o -> law.stack(line, o.country(), o.facts())).toList();
      stacks.get(0).ofCode().ifPresent(ofCode::add);
      Step next = new Step(stretch, stacks);
      if (!steps.isEmpty() && sameDuties(steps.get(steps.size() - 1), next)) {
        Step last = steps.remove(steps.size() - 1);
        next = new Step(last.days().union(stretch), last.stacks());
      }
      steps.add(next);
    }

    private TariffLaw law(LocalDate day) {
      return asKnown ? book.on(day).asKnownOn(day) : book.on(day);
    }

    private static boolean sameDuties(Step one, Step other) {
      for (int i = 0; i < one.stacks().size(); i++) {
        if (!other.difference(i, one).isNone()) {
          return false;
        }
      }
      return true;
    }

    private Stamp stamp() {
      Stamp stamp = book.on(days.getEnd().minusDays(1)).stamp().withAssumptions(ofCode);
      for (Step step : steps) {
        for (DutyStack stack : step.stacks()) {
          stamp = stamp.withAssumptions(stack.assumption().stream().toList());
        }
      }
      for (DeclaredOrigin each : origins) {
        if (!each.facts().isEmpty()) {
          stamp = stamp.withAssumption(each.country() + " declares " + each.facts());
        }
      }
      return asKnown ? stamp.withAssumption("each day as known on that day") : stamp;
    }
  }

  /** Two are equal when their contents are. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof RateTimeline that
        && line.equals(that.line)
        && origins.equals(that.origins)
        && steps.equals(that.steps)
        && stamp.equals(that.stamp);
  }

  @Override
  public int hashCode() {
    return Objects.hash(line, origins, steps, stamp);
  }
}
