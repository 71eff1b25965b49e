package org.tariffeconomics.tariff;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.joda.money.BigMoney;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.GapRange;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.Quantity;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.basics.RateChange;
import org.tariffeconomics.basics.RateRange;
import org.tariffeconomics.basics.Stamp;
import org.tariffeconomics.rate.DeclaredOrigin;
import org.tariffeconomics.rate.UnitValue;
import org.tariffeconomics.report.Cell;
import org.tariffeconomics.report.Chart;
import org.tariffeconomics.report.Table;

/**
 * The duties of several origins on one line and day, lowest first: who is ahead of whom, by how
 * much, and by which layers. Origins whose duty is not known are listed last, as unknown.
 *
 * @since 0.1.0
 */
public final class DutyComparison {

  private final TariffLaw law;
  private final HsCode line;
  private final List<Entry> entries;

  /** What the duties were assessed on; null and none where only rates were compared. */
  private final @Nullable BigMoney customsValue;

  private final List<Quantity> quantities;

  /** What is to be said of the choice of the origins. */
  private final List<String> assumptions;

  /** Made when first asked for; whoever makes it twice makes the same. */
  private volatile @Nullable DutyStandings standings;

  private DutyComparison(
      TariffLaw law,
      HsCode line,
      List<Entry> entries,
      @Nullable BigMoney customsValue,
      List<Quantity> quantities,
      List<String> assumptions) {
    this.law = law;
    this.line = line;
    this.entries = entries;
    this.customsValue = customsValue;
    this.quantities = List.copyOf(quantities);
    this.assumptions = List.copyOf(assumptions);
  }

  /** One origin's duty. */
  public static final class Entry {

    private final DeclaredOrigin origin;
    private final DutyStack stack;
    private final Optional<RateRange> range;
    private final Optional<Rate> rate;
    private final List<String> reasons;

    Entry(
        DeclaredOrigin origin,
        DutyStack stack,
        Optional<Rate> rate,
        Optional<RateRange> range,
        List<String> reasons) {
      this.origin = origin;
      this.stack = stack;
      this.rate = rate;
      this.range = range;
      this.reasons = List.copyOf(reasons);
    }

    /** {@return the origin and what it declares} */
    public DeclaredOrigin origin() {
      return origin;
    }

    /** {@return the layers that apply} */
    public DutyStack stack() {
      return stack;
    }

    /** {@return all duties over the customs value; empty where that is not known} */
    public Optional<Rate> rate() {
      return rate;
    }

    /**
     * {@return what all duties over the customs value lie within: one rate, or what is left open by
     * the code and the declaration; empty where that is not known}
     */
    public Optional<RateRange> range() {
      return range;
    }

    /** {@return why it is not known, or what decides} */
    public List<String> reasons() {
      return reasons;
    }

    /** The origin and its rate. */
    @Override
    public String toString() {
      return origin.country() + " " + range.map(r -> r.toText(1)).orElse("unknown");
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Entry that
          && origin.equals(that.origin)
          && stack.equals(that.stack)
          && rate.equals(that.rate)
          && range.equals(that.range)
          && reasons.equals(that.reasons);
    }

    @Override
    public int hashCode() {
      return Objects.hash(origin, stack, rate, reasons);
    }
  }

  /**
   * The origins compared by their all-in ad valorem rates.
   *
   * @param law the law of the day
   * @param line the tariff line
   * @param origins the origins, each once
   * @return the comparison; an origin with a specific duty is unknown here
   */
  public static DutyComparison of(TariffLaw law, HsCode line, List<DeclaredOrigin> origins) {
    Objects.requireNonNull(law, "law");
    Objects.requireNonNull(line, "line");
    Objects.requireNonNull(origins, "origins");
    List<Entry> entries = new ArrayList<>();
    for (DeclaredOrigin each : origins) {
      DutyStack stack = law.stack(line, each.country(), each.facts());
      List<String> reasons =
          stack.outcome() == DutyStack.Outcome.ASSESSED && stack.adValoremRate().isEmpty()
              ? List.of(stack.byQuantity())
              : stack.reasons();
      entries.add(new Entry(each, stack, stack.adValoremRate(), stack.range(), reasons));
    }
    return sorted(law, line, entries, null, List.of());
  }

  /**
   * The origins compared by the ad valorem equivalents of their duties on the same goods.
   *
   * @param law the law of the day
   * @param line the tariff line
   * @param origins the origins, each once
   * @param customsValue the customs value of the goods
   * @param quantities their quantities
   * @return the comparison
   */
  public static DutyComparison of(
      TariffLaw law,
      HsCode line,
      List<DeclaredOrigin> origins,
      BigMoney customsValue,
      List<Quantity> quantities) {
    Objects.requireNonNull(law, "law");
    Objects.requireNonNull(line, "line");
    Objects.requireNonNull(origins, "origins");
    Objects.requireNonNull(customsValue, "customsValue");
    Objects.requireNonNull(quantities, "quantities");
    List<Entry> entries = new ArrayList<>();
    for (DeclaredOrigin each : origins) {
      DutyStack stack = law.stack(line, each.country(), each.facts());
      DutyEquivalent.Of equivalent = DutyEquivalent.Of.goods(stack, customsValue, quantities);
      Optional<RateRange> range = Optional.ofNullable(equivalent.range());
      entries.add(
          new Entry(
              each,
              equivalent.stack(),
              range.flatMap(RateRange::exact),
              range,
              equivalent.reasons()));
    }
    return sorted(law, line, entries, customsValue, quantities);
  }

  /**
   * The same origins compared by the ad valorem equivalents of their duties at a unit value.
   *
   * @param unitValue what the goods are worth by quantity, in the currency of the book
   * @return a new comparison; what it was computed at stands in its stamp
   * @throws IllegalArgumentException when it is in another currency, or contradicts what is
   *     declared
   */
  public DutyComparison atUnitValue(UnitValue unitValue) {
    Objects.requireNonNull(unitValue, "unitValue");
    DutyComparison valued =
        of(
            law,
            line,
            entries.stream().map(Entry::origin).toList(),
            unitValue.value(),
            unitValue.quantities());
    for (String each : assumptions) {
      valued = valued.withAssumption(each);
    }
    return valued;
  }

  /**
   * The same origins compared by the ad valorem equivalents of their duties at a unit value.
   *
   * @param unitValue as {@link UnitValue#parse} reads it: {@code "USD 4.50/kg"}
   * @return a new comparison; what it was computed at stands in its stamp
   * @throws IllegalArgumentException when it is no unit value, in another currency, or contradicts
   *     what is declared
   */
  public DutyComparison atUnitValue(String unitValue) {
    return atUnitValue(UnitValue.parse(Objects.requireNonNull(unitValue, "unitValue")));
  }

  private static DutyComparison sorted(
      TariffLaw law,
      HsCode line,
      List<Entry> entries,
      @Nullable BigMoney customsValue,
      List<Quantity> quantities) {
    Comparator<Rate> lowestFirst = Comparator.nullsLast(Comparator.naturalOrder());
    entries.sort(
        Comparator.comparing(
                (Entry e) -> e.range().map(RateRange::lowest).orElse(null), lowestFirst)
            .thenComparing(e -> e.range().map(RateRange::highest).orElse(null), lowestFirst));
    return new DutyComparison(law, line, List.copyOf(entries), customsValue, quantities, List.of());
  }

  /**
   * The same comparison with something to be said of the choice of its origins.
   *
   * @param assumption what was assumed, one line
   * @return a new comparison; it stands in its stamp
   */
  public DutyComparison withAssumption(String assumption) {
    Objects.requireNonNull(assumption, "assumption");
    List<String> more = new ArrayList<>(assumptions);
    more.add(assumption);
    return new DutyComparison(law, line, entries, customsValue, quantities, more);
  }

  /**
   * The origins, lowest duty first, unknown ones last.
   *
   * @return the entries
   */
  public List<Entry> entries() {
    return entries;
  }

  /**
   * The duty of one origin.
   *
   * @param origin its country code
   * @return the rate; empty where it is not known
   * @throws IllegalArgumentException when the origin is not compared here
   */
  public Optional<Rate> rate(String origin) {
    Objects.requireNonNull(origin, "origin");
    return entry(origin).rate();
  }

  private Entry entry(String origin) {
    return entries.stream()
        .filter(e -> e.origin().country().alpha2().equals(origin))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("'" + origin + "' is not in " + entries));
  }

  /**
   * How far one origin's duty lies above another's.
   *
   * @param origin a country code
   * @param rival another
   * @return the change from the rival's rate to the origin's: positive where the origin pays more;
   *     empty where either is not known
   * @throws IllegalArgumentException when either is not compared here
   */
  public Optional<RateChange> gap(String origin, String rival) {
    Objects.requireNonNull(origin, "origin");
    Objects.requireNonNull(rival, "rival");
    return rate(rival).flatMap(theirs -> rate(origin).map(ours -> ours.minus(theirs)));
  }

  /**
   * What one origin's duty less a rival's on the same goods lies within: line by line, with what
   * the goods have in common alike on both sides ({@link DutyGap}).
   *
   * @param origin the origin's code
   * @param rival the rival's code
   * @return positive where the origin pays more; empty where either duty is not known
   * @throws IllegalArgumentException when either is not among the entries
   */
  public Optional<GapRange> gapRange(String origin, String rival) {
    Objects.requireNonNull(origin, "origin");
    Objects.requireNonNull(rival, "rival");
    return standings().gap(entry(origin), entry(rival));
  }

  private DutyStandings standings() {
    DutyStandings made = standings;
    if (made == null) {
      made = DutyStandings.of(entries, customsValue, quantities);
      standings = made;
    }
    return made;
  }

  /** {@return the law that was asked} */
  public TariffLaw law() {
    return law;
  }

  /** {@return the tariff line} */
  public HsCode line() {
    return line;
  }

  /** {@return the customs value that the duties were assessed on, empty where none was stated} */
  public Optional<BigMoney> customsValue() {
    return Optional.ofNullable(customsValue);
  }

  /** {@return the quantities that the duties were assessed on} */
  public List<Quantity> quantities() {
    return quantities;
  }

  /** {@return the comparison as a plain record to store, and to replay later} */
  public ComparisonRecord toRecord() {
    return ComparisonRecord.of(this);
  }

  /** {@return the stamp of these numbers} */
  public Stamp stamp() {
    Stamp stamp = law.stamp().withAssumptions(assumptions);
    for (Entry each : entries) {
      stamp = stamp.withAssumptions(each.stack().stamp().assumptions());
    }
    return customsValue != null && entries.stream().anyMatch(this::dependsOnTheValue)
        ? stamp.withAssumption(DutyEquivalent.assumption(customsValue, quantities))
        : stamp;
  }

  private boolean dependsOnTheValue(Entry each) {
    return law.stack(line, each.origin()).range().isEmpty();
  }

  /**
   * Rank, origin, duty, distance to the lowest, and the layers.
   *
   * @return the table, lowest duty first
   */
  public Table table() {
    List<List<Cell>> rows = new ArrayList<>();
    Optional<Entry> best = entries.stream().findFirst();
    for (Entry each : entries) {
      rows.add(
          List.of(
              Cell.text(standings().rank(each)),
              Cell.text(label(each)),
              RateCells.of(each.stack(), each.rate(), each.range(), each.reasons()),
              best.flatMap(lowest -> standings().gap(each, lowest))
                  .map(RateCells::of)
                  .orElseGet(Cell::blank),
              Cell.text(each.rate().isPresent() ? each.stack().summary() : why(each))));
    }
    return new Table(
        law.book().territory() + " duty on " + line + " by origin, lowest first (+ pays more)",
        List.of("rank", "origin", "duty", "vs best", "layers"),
        rows,
        stamp().lines());
  }

  private String label(Entry each) {
    return each.origin().labelAmong(entries.stream().map(Entry::origin).toList());
  }

  /**
   * The origins as bars, lowest duty first, stacked by programme.
   *
   * @return the picture; an origin whose duty is not known has its reasons in place of a bar
   */
  public Chart chart() {
    return DutyCharts.comparison(
        law.book().territory() + " duty on " + line + " by origin, " + law.day(), entries, stamp());
  }

  /**
   * The origins on a map of the world: one square a country, the darker the more it pays. Ask for
   * all of them with {@code "*"}.
   *
   * @return the picture; a duty that is bounded shows the least, one that is not known a question
   *     mark
   * @throws IllegalArgumentException when a country comes twice, as with and without a claim
   */
  public Chart mapChart() {
    return DutyCharts.map(
        law.book().territory() + " duty on " + line + ", " + law.day(), entries, stamp());
  }

  private static String why(Entry each) {
    return String.join("; ", each.reasons());
  }

  /**
   * The comparison as a sentence: every duty, lowest first, with its distance to the lowest; what
   * is not known is named with its reasons, and a second sentence says what every answer of the
   * book assumes. Where law was amended or knowledge is that of a day, the sentence begins with it.
   *
   * @return for example {@code On 2025-09-16 the US duty on 8703.23.01 is 15.0% from JP and 25.0%
   *     from KR (KORUS), 10.0 points more.}
   */
  public String sentence() {
    List<String> known = new ArrayList<>();
    List<String> open = new ArrayList<>();
    for (Entry each : entries) {
      if (each.range().isPresent()) {
        known.add(said(each, each.range().get()));
      } else {
        open.add(label(each) + " (" + why(each) + ")");
      }
    }
    String duty = opening() + " the " + law.book().territory() + " duty on " + line;
    String rates = known.isEmpty() ? "" : duty + " is " + String.join("; ", known) + ".";
    String rest =
        open.isEmpty()
            ? ""
            : (known.isEmpty() ? duty + " is" : " It is")
                + " not one known rate from "
                + String.join("; ", open)
                + ".";
    List<String> throughout = law.book().assumedThroughout();
    return rates
        + rest
        + (throughout.isEmpty() ? "" : " Assumed: " + String.join("; ", throughout) + ".");
  }

  /** The day, with what the law is taken to be before it. */
  private String opening() {
    String text = stamp().condition() + "on " + law.day();
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }

  private static String points(RateChange more) {
    return Cell.points(more.points(), 1).text().replace("+", "").replace(" pp", "");
  }

  /** The duty, with how much more it is than the first on the same goods where that is told. */
  private String said(Entry entry, RateRange range) {
    String text = range.toText(1) + " from " + label(entry);
    return standings()
        .gap(entry, entries.get(0))
        .flatMap(GapRange::exact)
        .filter(more -> more.points().signum() != 0)
        .map(more -> text + ", " + points(more) + " points more")
        .orElse(text);
  }

  /** Two comparisons are equal when they say the same of the same question on the same day. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof DutyComparison that && toRecord().equals(that.toRecord());
  }

  @Override
  public int hashCode() {
    return line.hashCode();
  }

  /** The table's text. */
  @Override
  public String toString() {
    return table().toString();
  }
}
