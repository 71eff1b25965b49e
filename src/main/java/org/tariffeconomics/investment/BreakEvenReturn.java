package org.tariffeconomics.investment;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.commons.math3.analysis.solvers.BrentSolver;
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
 * less interest. Returns up to 10,000 % are searched on a grid of 2 % steps and refined to 12
 * digits.
 *
 * @param terms how the cash is shared out, a period being a year
 * @param years for how many years the project yields, positive
 * @param discount the investor's discount rate a year, above −100 %
 * @param projectReturn the return a year; null where no return does
 */
public record BreakEvenReturn(
    Waterfall terms, int years, Rate discount, @Nullable Rate projectReturn) {

  private static final double LOWEST = 1e-6;
  private static final double HIGHEST = 100;
  private static final double STEP = 1.02;

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
    Require.positiveCount("years", years);
    Require.aboveTotalLoss("discount", discount);
    OptionalDouble root = firstRoot(terms, years, discount);
    Rate found = root.isPresent() ? Rate.fraction(BigDecimal.valueOf(root.getAsDouble())) : null;
    return new BreakEvenReturn(terms, years, discount, found);
  }

  private static OptionalDouble firstRoot(Waterfall terms, int years, Rate discount) {
    double below = 0;
    for (double above = LOWEST; above <= HIGHEST; above *= STEP) {
      double gain = gain(terms, years, discount, above);
      if (gain == 0) {
        return OptionalDouble.of(above);
      }
      if (gain > 0) {
        BrentSolver solver = new BrentSolver(1e-14, 1e-14);
        return OptionalDouble.of(
            solver.solve(500, y -> gain(terms, years, discount, y), below, above));
      }
      below = above;
    }
    return OptionalDouble.empty();
  }

  /** The investor's net present value per unit of outlay. */
  private static double gain(Waterfall terms, int years, Rate discount, double yield) {
    BigMoney outlay = BigMoney.of(CurrencyUnit.USD, BigDecimal.ONE);
    BigMoney cash = MoneyMath.times(outlay, BigDecimal.valueOf(yield));
    List<BigMoney> level = Collections.nCopies(years, cash);
    return terms.distribute(outlay, level).investorNpv(discount).getAmount().doubleValue();
  }

  /**
   * The return a year.
   *
   * @return the rate, an estimate to about 12 digits; empty where no return does, as when the
   *     investor receives nothing once the outlay is recouped and discounts at more than the
   *     interest of the deemed allocation
   */
  public Optional<Rate> value() {
    return Optional.ofNullable(projectReturn);
  }

  /**
   * The distribution of a project that yields this return.
   *
   * @param outlay what the investor pays, positive
   * @return who gets what each year; empty where no return does
   */
  public Optional<Payout> payout(BigMoney outlay) {
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
