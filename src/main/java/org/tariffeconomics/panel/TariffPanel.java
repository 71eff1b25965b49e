package org.tariffeconomics.panel;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.DayText;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.Knowledge;
import org.tariffeconomics.basics.LongWork;
import org.tariffeconomics.basics.Require;
import org.tariffeconomics.basics.Texts;
import org.tariffeconomics.indicator.TradeWeights;
import org.tariffeconomics.rate.DeclaredOrigin;
import org.tariffeconomics.report.Cell;
import org.tariffeconomics.report.Table;
import org.tariffeconomics.tariff.MeasureSource;
import org.tariffeconomics.tariff.Rule;
import org.tariffeconomics.tariff.TariffBook;
import org.threeten.extra.LocalDateRange;

/**
 * The rates of a tariff: lines × origins × days. Days between two changes of the law or of a season
 * share one {@link PanelSlice}, so that a panel grows with the changes and not with the days.
 *
 * <p>Every rate is the one that {@link org.tariffeconomics.tariff.TariffLaw#stack} gives for the
 * line, the origin with what it declares, and the day.
 *
 * @since 0.1.0
 */
public final class TariffPanel {

  private final List<LocalDate> days;
  private final LocalDateRange range;
  private final NavigableSet<LocalDate> changes;
  private final NavigableMap<LocalDate, PanelSlice> slices;

  private TariffPanel(
      List<LocalDate> days,
      LocalDateRange range,
      NavigableSet<LocalDate> changes,
      NavigableMap<LocalDate, PanelSlice> slices) {
    this.days = days;
    this.range = range;
    this.changes = changes;
    this.slices = slices;
  }

  /**
   * A panel of some days, with all that is known now.
   *
   * @param book the law
   * @param lines the lines
   * @param origins the origins with what they declare
   * @param days the days, at least one
   * @return the panel
   * @throws IllegalArgumentException when there is no line, origin or day
   */
  public static TariffPanel of(
      TariffBook book,
      Collection<HsCode> lines,
      Collection<DeclaredOrigin> origins,
      Collection<LocalDate> days) {
    return compiled(book, lines, origins, days, Knowledge.now());
  }

  /**
   * A panel of some days, with what was known on another day.
   *
   * @param book the law
   * @param lines the lines
   * @param origins the origins with what they declare
   * @param days the days, at least one
   * @param knownOn the day of knowledge
   * @return the panel
   * @throws IllegalArgumentException when there is no line, origin or day
   */
  public static TariffPanel asKnownOn(
      TariffBook book,
      Collection<HsCode> lines,
      Collection<DeclaredOrigin> origins,
      Collection<LocalDate> days,
      LocalDate knownOn) {
    Objects.requireNonNull(knownOn, "knownOn");
    return compiled(book, lines, origins, days, Knowledge.of(knownOn));
  }

  /**
   * A panel of some days, each with what was known on that very day: what importers were charged.
   *
   * @param book the law
   * @param lines the lines
   * @param origins the origins with what they declare
   * @param days the days, at least one
   * @return the panel
   * @throws IllegalArgumentException when there is no line, origin or day
   */
  public static TariffPanel asKnownOnTheDay(
      TariffBook book,
      Collection<HsCode> lines,
      Collection<DeclaredOrigin> origins,
      Collection<LocalDate> days) {
    return compiled(book, lines, origins, days, Knowledge.ofTheDay());
  }

  /**
   * A panel of every day of a range on which something changes, its first day among them.
   *
   * @param book the law
   * @param lines the lines
   * @param origins the origins with what they declare
   * @param days the days, half-open, bounded
   * @return the panel; its {@link #days()} are the first day and those on which the law changes
   * @throws IllegalArgumentException when there is no line or origin, or the range is unbounded or
   *     empty
   */
  public static TariffPanel over(
      TariffBook book,
      Collection<HsCode> lines,
      Collection<DeclaredOrigin> origins,
      LocalDateRange days) {
    Objects.requireNonNull(book, "book");
    Objects.requireNonNull(lines, "lines");
    Objects.requireNonNull(origins, "origins");
    Objects.requireNonNull(days, "days");
    if (days.isUnboundedStart() || days.isUnboundedEnd() || days.isEmpty()) {
      throw new IllegalArgumentException("A panel needs a first and a last day, but had " + days);
    }
    NavigableSet<LocalDate> changes = book.changeDays(days);
    changes.add(days.getStart());
    return compiled(book, lines, origins, changes, days, Knowledge.now());
  }

  /**
   * The lines that goods are declared under, by the book's schedules; of a book without any, the
   * codes that its ordinary duties list.
   *
   * @param book the law
   * @param day the day of entry
   * @return the lines by code, each once
   */
  public static List<HsCode> lines(TariffBook book, LocalDate day) {
    Objects.requireNonNull(book, "book");
    Objects.requireNonNull(day, "day");
    NavigableSet<HsCode> lines = new TreeSet<>();
    for (MeasureSource source : book.sources()) {
      lines.addAll(source.lines(day, Knowledge.now()));
    }
    if (book.sources().isEmpty()) {
      book.on(day).ownMeasures().stream()
          .filter(m -> m.rule() == Rule.BASE)
          .forEach(m -> lines.addAll(m.products().included()));
    }
    return List.copyOf(lines);
  }

  /**
   * Every country, with nothing declared.
   *
   * @return the origins by code
   */
  public static List<DeclaredOrigin> allOrigins() {
    return Country.all().stream().map(DeclaredOrigin::of).toList();
  }

  private static TariffPanel compiled(
      TariffBook book,
      Collection<HsCode> lines,
      Collection<DeclaredOrigin> origins,
      Collection<LocalDate> days,
      Knowledge knowledge) {
    Objects.requireNonNull(book, "book");
    Objects.requireNonNull(lines, "lines");
    Objects.requireNonNull(origins, "origins");
    Objects.requireNonNull(days, "days");
    require(days, "day");
    days.forEach(day -> Require.day("A day of a panel", day));
    LocalDateRange range =
        LocalDateRange.of(Collections.min(days), Collections.max(days).plusDays(1));
    return compiled(book, lines, origins, days, range, knowledge);
  }

  private static TariffPanel compiled(
      TariffBook book,
      Collection<HsCode> lines,
      Collection<DeclaredOrigin> origins,
      Collection<LocalDate> days,
      LocalDateRange range,
      Knowledge knowledge) {
    require(lines, "line");
    require(origins, "origin");
    List<HsCode> theLines = List.copyOf(lines);
    List<DeclaredOrigin> theOrigins = List.copyOf(origins);
    NavigableSet<LocalDate> changes = changes(book, range, knowledge);
    PanelCompiler compiler = new PanelCompiler(book, theLines, theOrigins);
    NavigableMap<LocalDate, CompiledSlice> compiled = new TreeMap<>();
    NavigableSet<LocalDate> states = states(changes, days);
    LongWork work = LongWork.begin("states of the law in a panel", states.size());
    for (LocalDate start : states) {
      compiled.put(start, compiler.compile(start, knowledge));
      work.advance(1);
    }
    CellColumns cells = compiler.columns();
    NavigableMap<LocalDate, PanelSlice> slices = new TreeMap<>();
    compiled.forEach(
        (start, slice) -> slices.put(start, new PanelSlice(theLines, theOrigins, slice, cells)));
    return new TariffPanel(List.copyOf(new TreeSet<>(days)), range, changes, slices);
  }

  /** The days on which a new state of the law begins. */
  private static NavigableSet<LocalDate> changes(
      TariffBook book, LocalDateRange range, Knowledge knowledge) {
    NavigableSet<LocalDate> changes = book.changeDays(range);
    if (knowledge.isOfTheDay()) {
      changes.addAll(book.knowledgeDays());
    }
    return changes;
  }

  private static void require(Collection<?> some, String what) {
    if (some.isEmpty()) {
      throw new IllegalArgumentException("A panel needs at least one " + what);
    }
  }

  /** The first of the days in each state of the law. */
  private static NavigableSet<LocalDate> states(
      NavigableSet<LocalDate> changes, Collection<LocalDate> days) {
    Map<Optional<LocalDate>, LocalDate> first = new HashMap<>();
    for (LocalDate day : new TreeSet<>(days)) {
      first.putIfAbsent(Optional.ofNullable(changes.floor(day)), day);
    }
    return new TreeSet<>(first.values());
  }

  /**
   * The days that the panel was asked for.
   *
   * @return the days in order, each once
   */
  public List<LocalDate> days() {
    return days;
  }

  /**
   * The rates of a day.
   *
   * @param day a day that the panel was asked for, or one between in whose state of the law such a
   *     day lies; of a panel over a range any day of the range
   * @return the rates
   * @throws IllegalArgumentException when the day lies outside, or the law changed before it since
   *     the last day that was asked for
   */
  public PanelSlice on(LocalDate day) {
    Objects.requireNonNull(day, "day");
    if (!range.contains(day)) {
      throw new IllegalArgumentException(
          "The panel is for the days " + range + ", but was asked for " + day);
    }
    Map.Entry<LocalDate, PanelSlice> slice = slices.floorEntry(day);
    LocalDate change = changes.floor(day);
    if (slice == null || (change != null && change.isAfter(slice.getKey()))) {
      throw new IllegalArgumentException(
          "The law changes on "
              + change
              + " and the panel has no day since: give it "
              + day
              + " too, or a range");
    }
    return slice.getValue();
  }

  /**
   * The rates of a day.
   *
   * @param day the day, ISO 8601
   * @return the rates
   * @throws IllegalArgumentException as for {@link #on(LocalDate)}
   */
  public PanelSlice on(String day) {
    return on(DayText.parse("day", day));
  }

  /** {@return the different states of the law: one slice a state, in order of their days} */
  public List<PanelSlice> slices() {
    return new ArrayList<>(slices.values());
  }

  /** {@return the lines in the order in which they were asked for} */
  public List<HsCode> lines() {
    return slices.firstEntry().getValue().lines();
  }

  /** {@return the origins in the order in which they were asked for} */
  public List<DeclaredOrigin> origins() {
    return slices.firstEntry().getValue().origins();
  }

  /**
   * The average rate of each day with the weights of some trade.
   *
   * @param trade the weights
   * @return one average a day of {@link #days()}, in their order
   * @throws IllegalArgumentException as for {@link WeightedRates#of}
   */
  public List<WeightedRates> weightedBy(TradeWeights trade) {
    Objects.requireNonNull(trade, "trade");
    Map<LocalDate, WeightedRates> byState = new HashMap<>();
    return days.stream()
        .map(this::on)
        .map(slice -> byState.computeIfAbsent(slice.day(), d -> WeightedRates.of(slice, trade)))
        .toList();
  }

  /**
   * The average rate of each day with the weights of some trade, as a table.
   *
   * @param trade the weights
   * @return one row per day: the average, its change since the day before it, and the share of the
   *     trade that it is over
   * @throws IllegalArgumentException as for {@link WeightedRates#of}
   */
  public Table averages(TradeWeights trade) {
    Objects.requireNonNull(trade, "trade");
    List<List<Cell>> rows = new ArrayList<>();
    Optional<WeightedRates.Range> before = Optional.empty();
    List<WeightedRates> rates = weightedBy(trade);
    for (int i = 0; i < rates.size(); i++) {
      Optional<WeightedRates.Range> average = rates.get(i).range();
      Optional<WeightedRates.Range> earlier = before;
      rows.add(
          List.of(
              Cell.date(days.get(i)),
              average
                  .map(WeightedRates.Range::cell)
                  .orElseGet(() -> Cell.unknown("no trade whose rate is known")),
              average
                  .flatMap(now -> earlier.map(then -> WeightedRates.change(then, now)))
                  .orElseGet(Cell::blank),
              trade.total() == 0
                  ? Cell.blank()
                  : Cell.percent(rates.get(i).coveredTrade() / trade.total(), 1)));
      before = average;
    }
    return new Table(
        "Average duty by day, weighted by " + trade.label(),
        List.of("day", "average", "change", "trade covered"),
        rows,
        slices
            .lastEntry()
            .getValue()
            .stamp()
            .against(slices.firstEntry().getValue().stamp())
            .lines());
  }

  /** How many days, states, lines and origins. */
  @Override
  public String toString() {
    return Texts.counted(days.size(), "day")
        + " in "
        + Texts.counted(slices.size(), "state")
        + ", "
        + Texts.counted(lines().size(), "line")
        + ", "
        + Texts.counted(origins().size(), "origin");
  }
}
