package org.tariffeconomics.investment;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.basics.Require;
import org.tariffeconomics.report.Cell;
import org.tariffeconomics.report.Table;

/**
 * The return that a project must yield so that, under a split of its cash, the investor's receipts
 * are worth what the investor paid.
 *
 * <p>The project yields the same cash each year, outlay × return, and nothing of the outlay comes
 * back besides. The answer is the smallest return at which the present value of the investor's
 * receipts reaches the outlay; where the investor discounts at less than the interest of the deemed
 * allocation, receipts need not rise with the return throughout, since a faster recoupment earns
 * less interest. Returns up to 10,000 % are searched on a grid of 2 % steps; the first step at
 * whose end the receipts suffice is halved down to 15 digits. A return that suffices only inside of
 * a step is not seen.
 *
 * @since 0.1.0
 */
public final class BreakEvenReturn {

  private static final double LOWEST = 1e-6;
  private static final double HIGHEST = 100;
  private static final double STEP = 1.02;

  private final Waterfall terms;
  private final int years;
  private final Rate discount;
  private final @Nullable Rate found;

  private BreakEvenReturn(Waterfall terms, int years, Rate discount) {
    this.terms = terms;
    this.years = Require.positiveCount("years", years);
    this.discount = Require.aboveTotalLoss("discount", discount);
    this.found = firstReturn(terms, years, discount);
  }

  /**
   * Finds the break-even return.
   *
   * @param terms how the cash is shared out, a period being a year
   * @param years for how many years the project yields, positive
   * @param discount the investor's discount rate a year, above −100 %
   * @return the result
   * @throws IllegalArgumentException when a number is out of bounds
   */
  public static BreakEvenReturn of(Waterfall terms, int years, Rate discount) {
    Objects.requireNonNull(terms, "terms");
    Objects.requireNonNull(discount, "discount");
    return new BreakEvenReturn(terms, years, discount);
  }

  private static @Nullable Rate firstReturn(Waterfall terms, int years, Rate discount) {
    double below = 0;
    for (double above = LOWEST; above <= HIGHEST; above *= STEP) {
      if (breaksEven(terms, years, discount, above)) {
        double first = refined(terms, years, discount, below, above);
        return Rate.fraction(BigDecimal.valueOf(first));
      }
      below = above;
    }
    return null;
  }

  /**
   * Halves the step until no double lies inside. What is asked at each is whether the receipts
   * suffice, and never how large the gain is: where nothing follows recoupment it is zero for every
   * return from the answer on, but for rounding, and a search by size would polish that.
   */
  private static double refined(
      Waterfall terms, int years, Rate discount, double below, double above) {
    double low = below;
    double high = above;
    double middle = (low + high) / 2;
    while (middle > low && middle < high) {
      if (breaksEven(terms, years, discount, middle)) {
        high = middle;
      } else {
        low = middle;
      }
      middle = (low + high) / 2;
    }
    return high;
  }

  /** Whether the receipts are worth the outlay at a return, but for the rounding of 34 digits. */
  private static boolean breaksEven(Waterfall terms, int years, Rate discount, double yield) {
    BigMoney outlay = BigMoney.of(CurrencyUnit.USD, BigDecimal.ONE);
    BigMoney cash = MoneyMath.times(outlay, BigDecimal.valueOf(yield));
    List<BigMoney> level = Collections.nCopies(years, cash);
    BigDecimal gain = terms.distribute(outlay, level).investorNpv(discount).getAmount();
    return MoneyMath.hasReachedZero(gain, gain.abs().add(BigDecimal.ONE));
  }

  /** {@return how the cash is shared out, a period being a year} */
  public Waterfall terms() {
    return terms;
  }

  /** {@return for how many years the project yields} */
  public int years() {
    return years;
  }

  /** {@return the investor's discount rate a year} */
  public Rate discount() {
    return discount;
  }

  /**
   * {@return the return a year, an estimate to about 15 digits; empty where no return does, as when
   * the investor receives nothing once the outlay is recouped and discounts at more than the
   * interest of the deemed allocation}
   */
  public Optional<Rate> value() {
    return Optional.ofNullable(found);
  }

  /**
   * The distribution of a project that yields this return.
   *
   * @param outlay what the investor pays, positive
   * @return who gets what each year; empty where no return does
   */
  public Optional<Payout> payout(BigMoney outlay) {
    Objects.requireNonNull(outlay, "outlay");
    return value()
        .map(rate -> MoneyMath.times(outlay, rate.fraction()))
        .map(cash -> terms.distribute(outlay, Collections.nCopies(years, cash)));
  }

  /** {@return the question and its answer in one row} */
  public Table table() {
    return Table.of(
        "Project return at which the investor breaks even",
        List.of("terms", "years", "discount", "break-even return"),
        List.of(
            List.of(
                Cell.text(terms.toString()),
                Cell.number(BigDecimal.valueOf(years), 0, "years"),
                Cell.percent(discount.fraction(), 2),
                value()
                    .map(rate -> Cell.percent(rate.fraction(), 2))
                    .orElseGet(() -> Cell.text("none").withNote("no return does")))));
  }

  /** Equal terms, years and discount have an equal answer. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof BreakEvenReturn that
        && terms.equals(that.terms)
        && years == that.years
        && discount.equals(that.discount);
  }

  @Override
  public int hashCode() {
    return Objects.hash(terms, years, discount);
  }

  /** The return, or that there is none. */
  @Override
  public String toString() {
    return value()
            .map(rate -> "break-even return " + rate.toText(2) + " a year")
            .orElse("no break-even return")
        + " over "
        + years
        + " years at "
        + discount;
  }
}
