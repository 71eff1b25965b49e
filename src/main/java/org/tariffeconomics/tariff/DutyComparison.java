package org.tariffeconomics.tariff;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.joda.money.BigMoney;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.ExchangeRates;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.Quantity;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.basics.RateChange;
import org.tariffeconomics.basics.Stamp;
import org.tariffeconomics.rate.DeclaredOrigin;
import org.tariffeconomics.report.Cell;
import org.tariffeconomics.report.Table;

/**
 * The duties of several origins on one line and day, lowest first: who is ahead of whom, by how
 * much, and by which layers. Origins whose duty is not known are listed last, as unknown.
 */
public final class DutyComparison {

  private final TariffLaw law;
  private final HsCode line;
  private final List<Entry> entries;

  /** What the duties were assessed on; null and none where only rates were compared. */
  private final @Nullable BigMoney customsValue;

  private final List<Quantity> quantities;

  private DutyComparison(
      TariffLaw law,
      HsCode line,
      List<Entry> entries,
      @Nullable BigMoney customsValue,
      List<Quantity> quantities) {
    this.law = law;
    this.line = line;
    this.entries = entries;
    this.customsValue = customsValue;
    this.quantities = List.copyOf(quantities);
  }

  /** One origin's duty. */
  public static final class Entry {

    private final DeclaredOrigin origin;
    private final DutyStack stack;
    private final Optional<Rate> rate;
    private final List<String> reasons;

    Entry(DeclaredOrigin origin, DutyStack stack, Optional<Rate> rate, List<String> reasons) {
      reasons = List.copyOf(reasons);
      this.origin = origin;
      this.stack = stack;
      this.rate = rate;
      this.reasons = reasons;
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

    /** {@return why it is not known} */
    public List<String> reasons() {
      return reasons;
    }

    /** The origin and its rate. */
    @Override
    public String toString() {
      return origin.country() + " " + rate.map(r -> r.toText(1)).orElse("unknown");
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Entry that
          && origin.equals(that.origin)
          && stack.equals(that.stack)
          && rate.equals(that.rate)
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
    List<Entry> entries = new ArrayList<>();
    for (DeclaredOrigin each : origins) {
      DutyStack stack = law.stack(line, each.country(), each.facts());
      List<String> reasons =
          stack.outcome() == DutyStack.Outcome.ASSESSED && stack.adValoremRate().isEmpty()
              ? List.of("the duty depends on the quantity: state a value and a quantity")
              : stack.reasons();
      entries.add(new Entry(each, stack, stack.adValoremRate(), reasons));
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
    List<Entry> entries = new ArrayList<>();
    for (DeclaredOrigin each : origins) {
      DutyStack stack = law.stack(line, each.country(), each.facts());
      Assessment assessment = stack.assess(customsValue, quantities, ExchangeRates.none());
      entries.add(new Entry(each, stack, assessment.effectiveRate(), assessment.reasons()));
    }
    return sorted(law, line, entries, customsValue, quantities);
  }

  private static DutyComparison sorted(
      TariffLaw law,
      HsCode line,
      List<Entry> entries,
      @Nullable BigMoney customsValue,
      List<Quantity> quantities) {
    entries.sort(
        Comparator.comparing(
            (Entry e) -> e.rate().orElse(null), Comparator.nullsLast(Comparator.naturalOrder())));
    return new DutyComparison(law, line, List.copyOf(entries), customsValue, quantities);
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
    return rate(rival).flatMap(theirs -> rate(origin).map(ours -> ours.minus(theirs)));
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
    Stamp stamp = law.stamp();
    for (Entry each : entries) {
      for (String assumption : each.stack().stamp().assumptions()) {
        stamp = stamp.withAssumption(assumption);
      }
    }
    return stamp;
  }

  /**
   * Rank, origin, duty, distance to the lowest, and the layers.
   *
   * @return the table, lowest duty first
   */
  public Table table() {
    List<List<Cell>> rows = new ArrayList<>();
    Optional<Rate> best = entries.stream().findFirst().flatMap(Entry::rate);
    int rank = 0;
    for (Entry each : entries) {
      rank++;
      rows.add(
          List.of(
              each.rate().isPresent() ? Cell.text(Integer.toString(rank)) : Cell.blank(),
              Cell.text(each.origin().label()),
              duty(each),
              each.rate()
                  .flatMap(r -> best.map(r::minus))
                  .map(change -> Cell.points(change.points(), 1))
                  .orElseGet(Cell::blank),
              Cell.text(each.rate().isPresent() ? each.stack().summary() : why(each))));
    }
    return new Table(
        law.book().territory() + " duty on " + line + " by origin, lowest first (+ pays more)",
        List.of("rank", "origin", "duty", "vs best", "layers"),
        rows,
        stamp().lines());
  }

  private static Cell duty(Entry each) {
    if (each.stack().outcome() == DutyStack.Outcome.PROHIBITED) {
      return Cell.text("prohibited");
    }
    return each.rate()
        .map(r -> Cell.percent(r.fraction(), 1))
        .orElseGet(() -> Cell.unknown(why(each)));
  }

  private static String why(Entry each) {
    return String.join("; ", each.reasons());
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
