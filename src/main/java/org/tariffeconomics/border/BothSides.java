package org.tariffeconomics.border;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.GapRange;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.PlainNumber;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.basics.RateChange;
import org.tariffeconomics.basics.RateRange;
import org.tariffeconomics.basics.Texts;
import org.tariffeconomics.indicator.TradeWeights;
import org.tariffeconomics.rate.DeclaredOrigin;
import org.tariffeconomics.report.Cell;
import org.tariffeconomics.report.Table;
import org.tariffeconomics.tariff.DutyDifference;
import org.tariffeconomics.tariff.DutyStack;
import org.tariffeconomics.tariff.RateCells;

/**
 * What each side of a deal charges the other on the goods of the deal, before and after.
 *
 * <p>Where the trade in some goods is at hand, the rates of a side are also averaged with it as
 * weights, over the goods that have both a weight and rates or bounds on both days; the table names
 * the goods that are left out, and says so of a side of whose imports nothing is at hand.
 *
 * @since 0.1.0
 */
public final class BothSides {

  private final LocalDate before;
  private final LocalDate after;
  private final List<Line> lines;

  private BothSides(LocalDate before, LocalDate after, List<Line> lines) {
    this.before = before;
    this.after = after;
    this.lines = lines;
  }

  /**
   * Goods that one side sells to the other.
   *
   * @param name what they are called
   * @param importer who charges
   * @param line the importer's tariff line
   * @param origin the origin, which may claim and declare
   * @param trade the imports, empty where they are not at hand
   */
  public record Goods(
      String name, Importer importer, String line, String origin, Optional<BigDecimal> trade) {

    /**
     * Refuses nulls.
     *
     * @param name what they are called
     * @param importer who charges
     * @param line the importer's tariff line
     * @param origin the origin, which may claim and declare
     * @param trade the imports, empty where they are not at hand
     */
    public Goods {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(importer, "importer");
      Objects.requireNonNull(line, "line");
      Objects.requireNonNull(origin, "origin");
      Objects.requireNonNull(trade, "trade");
      trade = trade.map(PlainNumber::plain);
    }

    private Goods withTrade(Optional<BigDecimal> other) {
      return new Goods(name, importer, line, origin, other);
    }

    /** The importer, the goods and the line. */
    @Override
    public String toString() {
      return importer.name() + " on " + name + " " + line;
    }
  }

  /** What is charged on some goods on both days. */
  public static final class Line {

    private final Goods goods;
    private final DutyStack then;
    private final DutyStack now;

    private Line(Goods goods, DutyStack then, DutyStack now) {
      this.goods = goods;
      this.then = then;
      this.now = now;
    }

    /** {@return the goods} */
    public Goods goods() {
      return goods;
    }

    /** {@return the layers before} */
    public DutyStack before() {
      return then;
    }

    /** {@return the layers after} */
    public DutyStack after() {
      return now;
    }

    /** {@return the change of the rate; empty where one is not known or depends on a quantity} */
    public Optional<RateChange> change() {
      return then.adValoremRate().flatMap(a -> now.adValoremRate().map(b -> b.minus(a)));
    }

    /**
     * What the change lies within: a point where both duties are known.
     *
     * @return the duty after less the duty before on the same goods; empty where either has no
     *     bounds or depends on a quantity
     */
    public Optional<GapRange> changeRange() {
      return DutyDifference.between(then, now).changeRange();
    }

    private boolean isWeighted() {
      return isTraded() && change().isPresent();
    }

    private boolean isTraded() {
      return goods.trade().filter(t -> t.signum() > 0).isPresent();
    }

    private boolean isWeightedRange() {
      return isTraded() && then.range().isPresent() && now.range().isPresent();
    }

    /** The goods with their duties. */
    @Override
    public String toString() {
      return goods + ": " + text(then) + " → " + text(now);
    }

    /** Two are equal when their contents are. */
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Line that
          && goods.equals(that.goods)
          && then.equals(that.then)
          && now.equals(that.now);
    }

    @Override
    public int hashCode() {
      return Objects.hash(goods, then, now);
    }
  }

  /**
   * What both sides charge.
   *
   * @param goods the goods of both sides, in the order in which they are to stand
   * @param before the day before
   * @param after the day after
   * @return the answer
   * @throws IllegalArgumentException when there are no goods, or the days are not in order
   */
  public static BothSides of(List<Goods> goods, LocalDate before, LocalDate after) {
    Objects.requireNonNull(goods, "goods");
    Objects.requireNonNull(before, "before");
    Objects.requireNonNull(after, "after");
    if (goods.isEmpty()) {
      throw new IllegalArgumentException("goods must not be empty");
    }
    if (!before.isBefore(after)) {
      throw new IllegalArgumentException(
          "before must be earlier than after, but was " + before + " >= " + after);
    }
    List<Line> lines = new ArrayList<>();
    for (Goods each : goods) {
      lines.add(new Line(each, stack(each, before), stack(each, after)));
    }
    return new BothSides(before, after, List.copyOf(lines));
  }

  /**
   * The same with the trade of one side at hand, such as what its own statistics say of its imports
   * from the other.
   *
   * @param importer the importer's name
   * @param imports its imports by line and origin, in one unit; those of a line that stands below
   *     the goods' are added up
   * @return the answer, in which goods of the side without recorded imports have no weight
   * @throws IllegalArgumentException when the importer is none of those here
   */
  public BothSides withTrade(String importer, TradeWeights imports) {
    Objects.requireNonNull(importer, "importer");
    Objects.requireNonNull(imports, "imports");
    if (!importers().contains(importer)) {
      throw new IllegalArgumentException(
          "importer must be one of " + importers() + ", but was " + Texts.quoted(importer));
    }
    List<Line> weighted = new ArrayList<>();
    for (Line each : lines) {
      Goods goods = each.goods();
      weighted.add(
          goods.importer().name().equals(importer)
              ? new Line(goods.withTrade(trade(goods, imports)), each.then, each.now)
              : each);
    }
    return new BothSides(before, after, List.copyOf(weighted));
  }

  private static Optional<BigDecimal> trade(Goods goods, TradeWeights imports) {
    HsCode line = HsCode.of(goods.line());
    Country origin = DeclaredOrigin.parse(goods.origin()).country();
    OptionalDouble sum =
        imports.lines().stream()
            .filter(line::covers)
            .map(l -> imports.recorded(l, origin))
            .filter(OptionalDouble::isPresent)
            .mapToDouble(OptionalDouble::getAsDouble)
            .reduce(Double::sum);
    return sum.isPresent() ? Optional.of(BigDecimal.valueOf(sum.getAsDouble())) : Optional.empty();
  }

  private static DutyStack stack(Goods goods, LocalDate day) {
    return goods.importer().duty(goods.line(), goods.origin(), EntryTime.of(day));
  }

  /** {@return the goods with their duties, in order} */
  public List<Line> lines() {
    return lines;
  }

  /** {@return the day before} */
  public LocalDate before() {
    return before;
  }

  /** {@return the day after} */
  public LocalDate after() {
    return after;
  }

  /** {@return the names of the importers, each once} */
  public List<String> importers() {
    return lines.stream().map(l -> l.goods().importer().name()).distinct().toList();
  }

  /**
   * The average duty of one side on a day, weighted with its imports of the goods.
   *
   * @param importer the importer's name
   * @param day {@link #before()} or {@link #after()}
   * @return the average over the goods with a weight and rates on both days, to 34 digits; empty
   *     where there are none
   * @throws IllegalArgumentException when the day is another
   */
  public Optional<Rate> average(String importer, LocalDate day) {
    Objects.requireNonNull(importer, "importer");
    Objects.requireNonNull(day, "day");
    List<Line> some = linesOf(importer, Line::isWeighted);
    Function<Line, DutyStack> side = side(day);
    return mean(some, each -> side.apply(each).adValoremRate().orElseThrow());
  }

  private Function<Line, DutyStack> side(LocalDate day) {
    if (!day.equals(before) && !day.equals(after)) {
      throw new IllegalArgumentException(
          "day must be " + before + " or " + after + ", but was " + day);
    }
    return day.equals(before) ? Line::before : Line::after;
  }

  private List<Line> linesOf(String importer, Predicate<Line> which) {
    return lines.stream()
        .filter(each -> each.goods().importer().name().equals(importer))
        .filter(which)
        .toList();
  }

  /** The mean rate of some goods that have a weight; empty where they weigh nothing. */
  private static Optional<Rate> mean(List<Line> some, Function<Line, Rate> rate) {
    BigDecimal trade = BigDecimal.ZERO;
    BigDecimal duty = BigDecimal.ZERO;
    for (Line each : some) {
      BigDecimal weight = each.goods().trade().orElseThrow();
      trade = trade.add(weight);
      duty = duty.add(weight.multiply(rate.apply(each).fraction()));
    }
    return trade.signum() == 0
        ? Optional.empty()
        : Optional.of(Rate.fraction(duty.divide(trade, MathContext.DECIMAL128)));
  }

  /**
   * What the average duty of one side on a day lies within, weighted with its imports of the goods.
   *
   * @param importer the importer's name
   * @param day {@link #before()} or {@link #after()}
   * @return the least and the most over the goods with a weight and a rate or bounds of it on both
   *     days, to 34 digits; empty where there are none
   * @throws IllegalArgumentException when the day is another
   */
  public Optional<RateRange> averageRange(String importer, LocalDate day) {
    Objects.requireNonNull(importer, "importer");
    Objects.requireNonNull(day, "day");
    List<Line> some = linesOf(importer, Line::isWeightedRange);
    Function<Line, RateRange> range = side(day).andThen(stack -> stack.range().orElseThrow());
    return mean(some, range.andThen(RateRange::lowest))
        .flatMap(
            lowest ->
                mean(some, range.andThen(RateRange::highest))
                    .map(highest -> new RateRange(lowest, highest)));
  }

  /**
   * {@return a row for each goods: who charges, goods, line, before, after, change, what is
   * charged}
   */
  public Table table() {
    List<List<Cell>> rows = new ArrayList<>();
    for (Line each : lines) {
      rows.add(
          List.of(
              Cell.text(each.goods().importer().name()),
              Cell.text(each.goods().name()),
              Cell.text(each.goods().line()),
              cell(each.then),
              cell(each.now),
              each.changeRange().map(RateCells::of).orElseGet(Cell::blank),
              Cell.text(each.now.summary())));
    }
    return new Table(
        "What each side charges the other, " + before + " and " + after,
        List.of("charged by", "goods", "line", "before", "after", "change", "layers after"),
        rows,
        captions());
  }

  private static Cell cell(DutyStack stack) {
    if (stack.adValoremRate().isPresent()) {
      return Cell.percent(stack.adValoremRate().orElseThrow().fraction(), 1);
    }
    String why = String.join("; ", stack.reasons());
    return stack.outcome() == DutyStack.Outcome.ASSESSED
        ? Cell.text(rates(stack))
        : stack.range().map(r -> RateCells.of(r, why)).orElseGet(() -> Cell.unknown(why));
  }

  /** The rates of a duty that depends on a quantity: {@code 49 JPY/kg + 292 JPY/kg}. */
  private static String rates(DutyStack stack) {
    boolean single = stack.layers().stream().allMatch(l -> l.alternatives().isEmpty());
    return single
        ? stack.layers().stream()
            .map(l -> l.measure().rate().toString())
            .collect(Collectors.joining(" + "))
        : stack.summary();
  }

  private static String text(DutyStack stack) {
    return stack
        .adValoremRate()
        .map(r -> r.toText(1))
        .orElseGet(
            () ->
                stack.outcome() == DutyStack.Outcome.ASSESSED
                    ? stack.summary()
                    : stack.range().map(r -> r.toText(1)).orElse("unknown"));
  }

  private List<String> captions() {
    List<String> captions = new ArrayList<>();
    for (String importer : importers()) {
      captions.add(importer + " on average: " + averages(importer));
    }
    Set<String> stamps = new LinkedHashSet<>();
    for (Line each : lines) {
      for (String line : each.now.stamp().lines()) {
        stamps.add(each.goods().importer().name() + ": " + line);
      }
    }
    captions.addAll(stamps);
    return captions;
  }

  /** Both averages, or why there are none. */
  private String averages(String importer) {
    Optional<RateRange> then = averageRange(importer, before);
    if (lines.stream().noneMatch(l -> isTraded(l, importer))) {
      return "none, its imports of these goods are not at hand (withTrade takes them)";
    }
    if (then.isEmpty()) {
      return "none, no trade in goods with a rate on both days is at hand";
    }
    return then.get().toText(1)
        + " before, "
        + averageRange(importer, after).orElseThrow().toText(1)
        + " after, weighted with its imports"
        + leftOut(importer);
  }

  private static boolean isTraded(Line line, String importer) {
    return line.goods().importer().name().equals(importer) && line.goods().trade().isPresent();
  }

  private String leftOut(String importer) {
    List<String> names =
        lines.stream()
            .filter(l -> l.goods().importer().name().equals(importer) && !l.isWeightedRange())
            .map(l -> l.goods().name())
            .toList();
    return names.isEmpty() ? "" : " (without " + String.join(", ", names) + ")";
  }

  /** Each line with its duties. */
  @Override
  public String toString() {
    return table().toString();
  }

  /** Two are equal when their contents are. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof BothSides that
        && before.equals(that.before)
        && after.equals(that.after)
        && lines.equals(that.lines);
  }

  @Override
  public int hashCode() {
    return Objects.hash(before, after, lines);
  }
}
