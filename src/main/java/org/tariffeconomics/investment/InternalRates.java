package org.tariffeconomics.investment;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
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
 * @param outcome how many there are
 * @param rates the rates, smallest first, as estimates to about 15 digits
 * @param lowest the lower end of the interval searched, included
 * @param highest its upper end, included
 * @param signChanges how often the amounts change sign in time, zeros left out
 */
public record InternalRates(
    Outcome outcome, List<Rate> rates, Rate lowest, Rate highest, int signChanges) {

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
    NO_CASH
  }

  /** Where an internal rate is looked for when nothing else is said: −99 %. */
  static final Rate DEFAULT_LOWEST = Rate.percent(-99);

  /** Where the search ends when nothing else is said: 1,000 %. */
  static final Rate DEFAULT_HIGHEST = Rate.percent(1_000);

  /**
   * Creates a result; the list is copied.
   *
   * @param outcome how many there are
   * @param rates the rates, smallest first, as estimates to about 15 digits
   * @param lowest the lower end of the interval searched, included
   * @param highest its upper end, included
   * @param signChanges how often the amounts change sign in time, zeros left out
   */
  public InternalRates {
    rates = List.copyOf(rates);
  }

  static InternalRates of(double[] amounts, double[] times, Rate lowest, Rate highest) {
    Require.aboveTotalLoss("lowest", lowest);
    if (lowest.compareTo(highest) >= 0) {
      throw new IllegalArgumentException(
          "lowest must be below highest, but was " + lowest + " >= " + highest);
    }
    for (double amount : amounts) {
      MoneyMath.exact(amount, "an internal rate");
    }
    ExponentialSum presentValue = new ExponentialSum(amounts, times);
    List<Rate> rates =
        presentValue
            .roots(
                Math.log1p(lowest.fraction().doubleValue()),
                Math.log1p(highest.fraction().doubleValue()))
            .stream()
            .map(x -> Rate.fraction(BigDecimal.valueOf(Math.expm1(x))))
            .toList();
    int changes = presentValue.signChanges();
    return new InternalRates(
        outcome(amounts, changes, rates.size()), rates, lowest, highest, changes);
  }

  private static Outcome outcome(double[] amounts, int changes, int found) {
    if (changes == 0) {
      boolean cash = IntStream.range(0, amounts.length).anyMatch(k -> amounts[k] != 0);
      return cash ? Outcome.NO_SIGN_CHANGE : Outcome.NO_CASH;
    }
    return found == 0 ? Outcome.NONE_IN_INTERVAL : found == 1 ? Outcome.UNIQUE : Outcome.SEVERAL;
  }

  /**
   * The internal rate where there is exactly one.
   *
   * @return the rate; empty where there is none or more than one in the interval
   */
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

  /** The rates in percent to two decimals, or why there is none. */
  @Override
  public String toString() {
    List<String> shown = rates.stream().limit(5).map(r -> r.toText(2)).toList();
    return rates.isEmpty() ? "no IRR: " + reason() : "IRR " + String.join(", ", shown);
  }
}
