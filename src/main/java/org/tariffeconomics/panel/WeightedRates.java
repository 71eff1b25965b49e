package org.tariffeconomics.panel;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.DoubleConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.Stamp;
import org.tariffeconomics.indicator.TradeWeights;
import org.tariffeconomics.rate.DeclaredOrigin;
import org.tariffeconomics.report.Cell;
import org.tariffeconomics.report.Table;

/**
 * The average statutory rate of a day, each line and origin weighted by its trade: Σ trade · rate /
 * Σ trade, as a fraction.
 *
 * <p>It is the average over the trade whose rate is known, and a range where some rates only lie
 * between two. Trade of pairs without a rate (duties by quantity, undetermined ones) and trade that
 * the panel has no line or origin for are reported beside it, in the unit of the weights, and never
 * counted as free of duty. With trade of a year before the duties changed, the average does not see
 * that trade has moved since.
 *
 * <p>The contributions of the programmes add up to the average where it is a number; a group's
 * average weighs the pairs of the group alone.
 *
 * @since 0.1.0
 */
public final class WeightedRates {

  private static final String OPEN = "not all facts that decide are stated";

  private final PanelSlice slice;
  private final Pairs pairs;
  private final String weights;
  private final double unmatched;
  private final RateSum all;
  private final Map<String, RateSum> byOrigin;
  private final Map<String, RateSum> byChapter;

  private WeightedRates(
      PanelSlice slice,
      Pairs pairs,
      String weights,
      double unmatched,
      RateSum all,
      Map<String, RateSum> byOrigin,
      Map<String, RateSum> byChapter) {
    this.slice = slice;
    this.pairs = pairs;
    this.weights = weights;
    this.unmatched = unmatched;
    this.all = all;
    this.byOrigin = byOrigin;
    this.byChapter = byChapter;
  }

  /** The trade of pairs of a line and an origin, both by their numbers in the panel. */
  @FunctionalInterface
  interface Pairs {

    /**
     * Goes over the trade once.
     *
     * @param visitor takes the trade of each pair
     * @param unmatched takes trade of lines or origins that the panel does not have
     */
    void forEach(Visitor visitor, DoubleConsumer unmatched);

    /** Goes over the trade of the pairs alone. */
    default void forEach(Visitor visitor) {
      forEach(visitor, trade -> {});
    }

    /** What is done with the trade of a pair. */
    @FunctionalInterface
    interface Visitor {

      void visit(int line, int origin, double trade);
    }
  }

  /** Where the pairs of a day are summed. */
  private static final class Sums {
    private final PanelSlice slice;
    private final RateSum all;
    private final Map<String, RateSum> byOrigin = new TreeMap<>();
    private final Map<String, RateSum> byChapter = new TreeMap<>();
    private double unmatched;

    Sums(PanelSlice slice) {
      this.slice = slice;
      this.all = new RateSum(slice.programmes().size());
    }

    private void add(int line, int origin, double trade) {
      int cell = slice.compiled().cell(line, origin);
      add(all, cell, trade);
      add(group(byOrigin, slice.origins().get(origin).country().alpha2()), cell, trade);
      add(group(byChapter, slice.lines().get(line).chapter()), cell, trade);
    }

    private RateSum group(Map<String, RateSum> groups, String name) {
      return groups.computeIfAbsent(name, n -> new RateSum(slice.programmes().size()));
    }

    private void add(RateSum sum, int cell, double trade) {
      CellRates rates = slice.cells().cell(cell);
      if (rates.outcome() == PanelOutcome.AD_VALOREM) {
        sum.add(trade, slice.cells(), cell);
      } else if (rates.hasRange()) {
        sum.addBounded(trade, slice.cells(), cell);
      } else {
        sum.addUnknown(trade);
      }
    }

    private void addUnmatched(double trade) {
      unmatched += trade;
    }

    WeightedRates rates(Pairs pairs, String weights) {
      pairs.forEach(this::add, this::addUnmatched);
      return new WeightedRates(slice, pairs, weights, unmatched, all, byOrigin, byChapter);
    }
  }

  /**
   * The average with the weights of some trade. Each of its lines must be a line of the panel to
   * count; bring both to the same digits first.
   *
   * @param slice the rates of a day
   * @param trade the weights
   * @return the averages
   * @throws IllegalArgumentException when the panel has two origins of one country, so that it is
   *     not said which of them the trade belongs to
   */
  public static WeightedRates of(PanelSlice slice, TradeWeights trade) {
    Objects.requireNonNull(slice, "slice");
    Objects.requireNonNull(trade, "trade");
    int[] lines = places(trade.lines(), numbers(slice.lines()));
    int[] origins = places(trade.origins(), byCountry(slice.origins()));
    Pairs pairs =
        (visitor, unmatched) ->
            trade.forEach(
                (line, origin, value) -> {
                  if (lines[line] >= 0 && origins[origin] >= 0) {
                    visitor.visit(lines[line], origins[origin], value);
                  } else {
                    unmatched.accept(value);
                  }
                });
    return new Sums(slice).rates(pairs, trade.label());
  }

  /**
   * The plain average: each pair of a line and an origin counts alike.
   *
   * @param slice the rates of a day
   * @return the averages, with the number of pairs as the weight
   */
  public static WeightedRates unweighted(PanelSlice slice) {
    Objects.requireNonNull(slice, "slice");
    Pairs pairs =
        (visitor, unmatched) -> {
          for (int i = 0; i < slice.lines().size(); i++) {
            for (int j = 0; j < slice.origins().size(); j++) {
              visitor.visit(i, j, 1);
            }
          }
        };
    return new Sums(slice).rates(pairs, "pairs of line and origin");
  }

  private static Map<HsCode, Integer> numbers(List<HsCode> lines) {
    Map<HsCode, Integer> numbers = new HashMap<>();
    for (int i = 0; i < lines.size(); i++) {
      numbers.putIfAbsent(lines.get(i), i);
    }
    return numbers;
  }

  private static Map<Country, Integer> byCountry(List<DeclaredOrigin> origins) {
    Map<Country, Integer> numbers = new HashMap<>();
    for (int j = 0; j < origins.size(); j++) {
      if (numbers.put(origins.get(j).country(), j) != null) {
        throw new IllegalArgumentException(
            "The panel has two origins "
                + origins.get(j).country()
                + ": it is not said which of them the trade belongs to");
      }
    }
    return numbers;
  }

  private static <T> int[] places(Collection<T> items, Map<T, Integer> numbers) {
    return items.stream().mapToInt(item -> numbers.getOrDefault(item, -1)).toArray();
  }

  /** What an average lies within, as fractions: the least and the most. */
  public record Range(double lowest, double highest) {

    /** {@return whether nothing is left open} */
    @JsonIgnore
    public boolean isPoint() {
      return lowest == highest;
    }

    /** {@return the average as a cell of a table, or the two that it lies between} */
    public Cell cell() {
      Cell least = Cell.percent(lowest, 2);
      return isPoint() ? least : Cell.range(least, Cell.percent(highest, 2), toString(), OPEN);
    }

    /** For example {@code 17.32% to 18.05%}. */
    @Override
    public String toString() {
      return isPoint()
          ? String.format(Locale.ROOT, "%.2f%%", 100 * lowest)
          : String.format(Locale.ROOT, "%.2f%% to %.2f%%", 100 * lowest, 100 * highest);
    }
  }

  /**
   * What the average lies within, over the trade with a rate or a range.
   *
   * @return the range; empty where there is no such trade
   */
  public Optional<Range> range() {
    return range(all);
  }

  /**
   * What the average of one origin lies within.
   *
   * @param origin the country of origin
   * @return the range; empty where there is no trade with a rate or a range
   */
  public Optional<Range> range(Country origin) {
    Objects.requireNonNull(origin, "origin");
    return range(byOrigin.get(origin.alpha2()));
  }

  /**
   * What the average of one chapter lies within.
   *
   * @param chapter its two digits
   * @return the range; empty where there is no trade with a rate or a range
   */
  public Optional<Range> rangeOfChapter(String chapter) {
    Objects.requireNonNull(chapter, "chapter");
    return range(byChapter.get(chapter));
  }

  private static Optional<Range> range(@Nullable RateSum sum) {
    return sum == null || sum.known() + sum.bounded() == 0
        ? Optional.empty()
        : Optional.of(new Range(sum.lowestAverage(), sum.highestAverage()));
  }

  /** {@return the trade of pairs whose rate lies between two, in the unit of the weights} */
  public double boundedTrade() {
    return all.bounded();
  }

  /**
   * The average over all trade whose rate is known.
   *
   * @return the average as a fraction; empty where there is no such trade, or where some rates only
   *     lie within a {@link #range}
   */
  public OptionalDouble average() {
    return average(all);
  }

  /**
   * The average of one origin.
   *
   * @param origin the country of origin
   * @return the average as a fraction; empty where there is no trade with a rate
   */
  public OptionalDouble average(Country origin) {
    Objects.requireNonNull(origin, "origin");
    return average(byOrigin.get(origin.alpha2()));
  }

  /**
   * The average of one chapter.
   *
   * @param chapter its two digits
   * @return the average as a fraction; empty where there is no trade with a rate
   */
  public OptionalDouble averageOfChapter(String chapter) {
    Objects.requireNonNull(chapter, "chapter");
    return average(byChapter.get(chapter));
  }

  private static OptionalDouble average(@Nullable RateSum sum) {
    return range(sum)
        .filter(Range::isPoint)
        .map(range -> OptionalDouble.of(range.lowest()))
        .orElseGet(OptionalDouble::empty);
  }

  /**
   * What one programme contributes to the average.
   *
   * @param programme the programme's name
   * @return its part of the average as a fraction, zero where it charges nothing; empty where there
   *     is no average or only a range of it, and where lines of one rate pay it under different
   *     programmes, of which {@link #contributionRange} tells the range
   * @throws IllegalArgumentException when the book has no measure of that programme and does not
   *     describe it either
   */
  public OptionalDouble contribution(String programme) {
    Objects.requireNonNull(programme, "programme");
    int number = slice.programmes().indexOf(programme);
    if (number < 0) {
      slice.law().book().requireProgramme(programme);
    }
    if (all.known() == 0 || all.bounded() > 0 || !all.isToldApart()) {
      return OptionalDouble.empty();
    }
    return OptionalDouble.of(number < 0 ? 0 : all.duty(number) / all.known());
  }

  /**
   * What the part of one programme in the average lies within, over the trade with a rate or a
   * range. The parts of several programmes are not to be added where they are ranges: what one
   * takes where a fact is so, another takes where it is not.
   *
   * @param programme the programme's name
   * @return fractions, the same two where nothing that decides its part is open, zero where it
   *     charges nothing; empty where there is no average, or where so much is open of some trade
   *     that its duty is not told by programme
   * @throws IllegalArgumentException when the book has no measure of that programme and does not
   *     describe it either
   */
  public Optional<Range> contributionRange(String programme) {
    Objects.requireNonNull(programme, "programme");
    Map<String, OpenContributions.Ends> open = OpenContributions.of(slice, pairs);
    boolean isCharged = slice.programmes().contains(programme) || open.containsKey(programme);
    if (!isCharged) {
      slice.law().book().requireProgramme(programme);
    }
    return coveredTrade() == 0 || open.containsKey(OpenContributions.NOT_TOLD_APART)
        ? Optional.empty()
        : Optional.of(contribution(programme, open));
  }

  private Range contribution(String programme, Map<String, OpenContributions.Ends> open) {
    int number = slice.programmes().indexOf(programme);
    double known = number < 0 ? 0 : all.duty(number);
    OpenContributions.Ends ends = open.get(programme);
    return ends == null
        ? new Range(known / coveredTrade(), known / coveredTrade())
        : new Range(
            (known + ends.lowest()) / coveredTrade(), (known + ends.highest()) / coveredTrade());
  }

  /**
   * {@return the duty on the trade whose rate is known: Σ trade · rate, in the unit of the weights}
   */
  public double duty() {
    return all.duty();
  }

  /** The trade with a rate, or with two that it lies between. */
  double coveredTrade() {
    return all.known() + all.bounded();
  }

  /**
   * The trade that the average is over.
   *
   * @return the trade of the pairs with a rate, in the unit of the weights
   */
  public double knownTrade() {
    return all.known();
  }

  /**
   * {@return the trade of pairs without a rate, in the unit of the weights; it is in no average}
   */
  public double tradeWithoutRate() {
    return all.unknown();
  }

  /**
   * {@return the trade of lines or origins that the panel does not have, in the unit of the
   * weights; it is in no average}
   */
  public double unmatchedTrade() {
    return unmatched;
  }

  /**
   * The rates behind the averages.
   *
   * @return the slice
   */
  public PanelSlice slice() {
    return slice;
  }

  /**
   * {@return what each programme contributes, most first: one row per programme with its legal
   * authority, and the average; ranges, as {@link #contributionRange} has them, where not all facts
   * that decide are stated, with a row of what is not told by programme}
   */
  public Table byProgramme() {
    List<List<Cell>> rows = new ArrayList<>();
    contributions().entrySet().stream()
        .filter(part -> part.getValue().lowest() != 0 || part.getValue().highest() != 0)
        .sorted(Comparator.comparingDouble(part -> -part.getValue().highest()))
        .forEach(
            part ->
                rows.add(
                    List.of(
                        Cell.text(part.getKey()),
                        part.getValue().cell(),
                        authority(part.getKey()))));
    rows.add(List.of(Cell.text("average"), cell(all), Cell.blank()));
    return new Table(
        title("by programme"), List.of("programme", "contribution", "authority"), rows, caption());
  }

  /** What each programme contributes; none where there is no average. */
  private Map<String, Range> contributions() {
    Map<String, Range> parts = new TreeMap<>();
    if (coveredTrade() > 0) {
      Map<String, OpenContributions.Ends> open = OpenContributions.of(slice, pairs);
      Stream.concat(slice.programmes().stream(), open.keySet().stream())
          .forEach(programme -> parts.put(programme, contribution(programme, open)));
    }
    return parts;
  }

  private Cell authority(String programme) {
    return programme.equals(OpenContributions.NOT_TOLD_APART)
        ? Cell.blank()
        : Cell.text(slice.law().book().programme(programme).authority());
  }

  /**
   * {@return the average of each origin, highest first: one row per origin: average, duty, trade
   * with and without a rate}
   */
  public Table byOrigin() {
    return groups("origin", byOrigin);
  }

  /**
   * {@return the average of each chapter, highest first: one row per chapter: average, duty, trade
   * with and without a rate}
   */
  public Table byChapter() {
    return groups("chapter", byChapter);
  }

  private Table groups(String what, Map<String, RateSum> groups) {
    List<List<Cell>> rows = new ArrayList<>();
    groups.forEach(
        (name, sum) ->
            rows.add(
                List.of(
                    Cell.text(name),
                    cell(sum),
                    Cell.number(sum.duty(), 0, ""),
                    Cell.number(sum.known(), 0, ""),
                    Cell.number(sum.bounded(), 0, ""),
                    Cell.number(sum.unknown(), 0, ""))));
    List<String> columns =
        List.of(what, "average", "duty", "trade", "trade within a range", "trade without a rate");
    return Table.of(title("by " + what), columns, rows)
        .sortedByDescending("average")
        .withCaption(caption());
  }

  private static Cell cell(RateSum sum) {
    return range(sum)
        .map(Range::cell)
        .orElseGet(() -> Cell.unknown("no trade whose rate is known"));
  }

  /** What the change from one average to another lies within. */
  static Cell change(Range before, Range after) {
    Cell lowest = Cell.points(after.lowest() - before.highest(), 2);
    if (before.isPoint() && after.isPoint()) {
      return lowest;
    }
    Cell highest = Cell.points(after.highest() - before.lowest(), 2);
    return Cell.range(lowest, highest, "between " + lowest + " and " + highest, OPEN);
  }

  private String title(String by) {
    return "Average duty on " + slice.day() + " " + by + ", weighted by " + weights;
  }

  private List<String> caption() {
    List<String> lines = new ArrayList<>();
    missing().ifPresent(lines::add);
    lines.addAll(stamp().lines());
    return lines;
  }

  private Optional<String> missing() {
    double total = all.known() + all.bounded() + all.unknown() + unmatched;
    return total == all.known() + all.bounded()
        ? Optional.empty()
        : Optional.of(
            String.format(
                Locale.ROOT,
                "%.1f%% of the trade is in no average: %.1f%% has no rate, %.1f%% is in no line or"
                    + " origin of the panel",
                100 * (total - all.known() - all.bounded()) / total,
                100 * all.unknown() / total,
                100 * unmatched / total));
  }

  private Stamp stamp() {
    return slice.stamp().withAssumption("trade does not move: " + weights);
  }

  /** The average and the share of the trade that it is over. */
  @Override
  public String toString() {
    double total = all.known() + all.bounded() + all.unknown() + unmatched;
    return range()
        .map(
            r ->
                String.format(
                    Locale.ROOT,
                    "%s: %s over %.1f%% of the trade",
                    slice.day(),
                    r,
                    100 * (all.known() + all.bounded()) / total))
        .orElseGet(() -> slice.day() + ": no trade whose rate is known");
  }
}
