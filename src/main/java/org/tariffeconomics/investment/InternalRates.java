package org.tariffeconomics.investment;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.basics.Require;
import org.tariffeconomics.report.Cell;
import org.tariffeconomics.report.Table;

/**
 * Every internal rate of return of a series of cash flows in a stated interval: the rates at which
 * its present value is zero.
 *
 * <p>There may be none, one or several, and which it is is part of the answer. No series has more
 * internal rates above −100 % than its amounts change sign (Descartes' rule); one that never
 * changes sign, all payments or all receipts, has none.
 *
 * <p>The amounts are taken against the largest of them, so their scale does not matter. A rate that
 * stands by itself has about 15 digits. Where rates lie close to each other in time, the present
 * value between them is hardly more than the rounding of double precision: each rate is then given
 * with the decimals that hold, and where fewer than six hold, no rate is named ({@link
 * Outcome#TOO_CLOSE}). Rates closer than about 1e-7 count as one, and so does a present value that
 * comes as near to zero without reaching it.
 *
 * @since 0.1.0
 */
public final class InternalRates {

  /** How many internal rates a series has. */
  public enum Outcome {
    /** One. */
    UNIQUE,
    /** More than one: none of them is “the” return. */
    SEVERAL,
    /** The amounts change sign, but no rate in the interval makes the present value zero. */
    NONE_IN_INTERVAL,
    /** All payments or all receipts: no rate makes the present value zero. */
    NO_SIGN_CHANGE,
    /** Every amount is zero: every rate does. */
    NO_CASH,
    /** Rates that are too close to each other to be told apart in double precision. */
    TOO_CLOSE
  }

  /** Where an internal rate is looked for when nothing else is said: −99 %. */
  static final Rate DEFAULT_LOWEST = Rate.percent(-99);

  /** Where the search ends when nothing else is said: 1,000 %. */
  static final Rate DEFAULT_HIGHEST = Rate.percent(1_000);

  /** A rate less certain than this, as a part of 1 + r, is not named. */
  private static final double WORST_NAMED = 1e-6;

  private final Outcome outcome;
  private final List<Rate> rates;
  private final Rate lowest;
  private final Rate highest;
  private final int signChanges;

  private InternalRates(
      Outcome outcome, List<Rate> rates, Rate lowest, Rate highest, int signChanges) {
    this.outcome = outcome;
    this.rates = List.copyOf(rates);
    this.lowest = lowest;
    this.highest = highest;
    this.signChanges = signChanges;
  }

  /** Amounts at times, in years or intervals, that ascend strictly. */
  static InternalRates of(List<BigDecimal> amounts, double[] times, Rate lowest, Rate highest) {
    Require.aboveTotalLoss("lowest", lowest);
    if (lowest.compareTo(highest) >= 0) {
      throw new IllegalArgumentException(
          "lowest must be below highest, but was " + lowest + " >= " + highest);
    }
    int changes = signChanges(amounts);
    if (changes == 0) {
      boolean cash = amounts.stream().anyMatch(amount -> amount.signum() != 0);
      Outcome none = cash ? Outcome.NO_SIGN_CHANGE : Outcome.NO_CASH;
      return new InternalRates(none, List.of(), lowest, highest, 0);
    }
    return new ExponentialSum(relative(amounts), times)
        .resolvedRoots(logPower(lowest), logPower(highest))
        .filter(found -> found.stream().allMatch(root -> root.uncertainty() <= WORST_NAMED))
        .map(found -> found.stream().map(InternalRates::rate).toList())
        .map(found -> new InternalRates(outcome(found.size()), found, lowest, highest, changes))
        .orElseGet(() -> new InternalRates(Outcome.TOO_CLOSE, List.of(), lowest, highest, changes));
  }

  private static int signChanges(List<BigDecimal> amounts) {
    int changes = 0;
    int before = 0;
    for (BigDecimal amount : amounts) {
      int sign = amount.signum();
      changes += sign * before < 0 ? 1 : 0;
      before = sign == 0 ? before : sign;
    }
    return changes;
  }

  /** The amounts as parts of the largest. */
  private static double[] relative(List<BigDecimal> amounts) {
    BigDecimal largest =
        amounts.stream().map(BigDecimal::abs).reduce(BigDecimal::max).orElseThrow();
    return amounts.stream()
        .mapToDouble(amount -> amount.divide(largest, MoneyMath.PRECISION).doubleValue())
        .toArray();
  }

  private static double logPower(Rate rate) {
    return Math.log1p(rate.fraction().doubleValue());
  }

  /** The rate with the decimals that hold and one more, which may be off by a few units. */
  private static Rate rate(ExponentialSum.Root root) {
    double fraction = Math.expm1(root.at());
    double uncertainty = root.uncertainty() * (1 + fraction);
    int decimals = (int) Math.floor(-Math.log10(uncertainty)) + 1;
    return Rate.fraction(
        BigDecimal.valueOf(fraction).setScale(Math.max(decimals, 0), RoundingMode.HALF_EVEN));
  }

  private static Outcome outcome(int found) {
    return found == 0 ? Outcome.NONE_IN_INTERVAL : found == 1 ? Outcome.UNIQUE : Outcome.SEVERAL;
  }

  /** {@return how many rates there are} */
  public Outcome outcome() {
    return outcome;
  }

  /** {@return the rates, smallest first, each with the decimals that hold} */
  public List<Rate> rates() {
    return rates;
  }

  /** {@return the lower end of the interval searched, included} */
  public Rate lowest() {
    return lowest;
  }

  /** {@return the upper end of the interval searched, included} */
  public Rate highest() {
    return highest;
  }

  /** {@return how often the amounts change sign in time, zeros left out} */
  public int signChanges() {
    return signChanges;
  }

  /** {@return the internal rate where there is exactly one in the interval; else empty} */
  public Optional<Rate> single() {
    return outcome == Outcome.UNIQUE ? Optional.of(rates.get(0)) : Optional.empty();
  }

  /** {@return the rates, one a row; a series without one has one row that says why} */
  public Table table() {
    List<List<Cell>> rows =
        rates.isEmpty()
            ? List.of(List.of(Cell.unknown(reason())))
            : rates.stream().map(r -> List.of(Cell.percent(r.fraction(), 4))).toList();
    return Table.of("Internal rates of return", List.of("rate"), rows)
        .withCaption(List.of(reason() + "; searched from " + lowest + " to " + highest));
  }

  private String reason() {
    return outcome.name().toLowerCase(Locale.ROOT).replace('_', ' ')
        + ", the amounts change sign "
        + signChanges
        + " times";
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof InternalRates that
        && outcome == that.outcome
        && rates.equals(that.rates)
        && lowest.equals(that.lowest)
        && highest.equals(that.highest)
        && signChanges == that.signChanges;
  }

  @Override
  public int hashCode() {
    return Objects.hash(outcome, rates, lowest, highest, signChanges);
  }

  /** The rates in percent to two decimals, or why there is none. */
  @Override
  public String toString() {
    List<String> shown = rates.stream().limit(5).map(r -> r.toText(2)).toList();
    return rates.isEmpty() ? "no IRR: " + reason() : "IRR " + String.join(", ", shown);
  }
}
