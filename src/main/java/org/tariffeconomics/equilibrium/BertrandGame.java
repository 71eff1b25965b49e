package org.tariffeconomics.equilibrium;

import java.util.OptionalDouble;
import org.apache.commons.math3.analysis.UnivariateFunction;
import org.apache.commons.math3.analysis.solvers.BrentSolver;
import org.apache.commons.math3.exception.TooManyEvaluationsException;
import org.tariffeconomics.basics.Require;

/**
 * The prices of firms that set them against each other, by nested one-dimensional roots: the outer
 * one in the logarithm of the aggregate H, the inner ones in the firms' profits. Each inner
 * function rises, and the outer one crosses zero between its bounds, so the equilibrium is found
 * from any start.
 *
 * <p>With CES demand a firm may do best without one of its products: where the profit that its
 * others would lose to it exceeds what is kept of its price, the best price has no bound.
 */
final class BertrandGame {

  private static final String MODEL = "Bertrand market";
  private static final int MOST_EVALUATIONS = 1000;
  private static final double ACCURACY = 1e-15;

  /** Widens an upper bound that is exact, so that rounding does not put the root beyond it. */
  private static final double SLACK = 1e-9;

  private final DifferentiatedDemand demand;
  private final double slope;
  private final double[] costs;
  private final double[] kept;
  private final int[][] firms;

  /** The log attraction of every product if it were sold at cost. */
  private final double[] logTypes;

  /**
   * Costs are those that a firm acts on, {@code c/k}; {@code kept} is k, {@code firms} the products
   * of every firm.
   */
  BertrandGame(
      DifferentiatedDemand demand,
      double slope,
      double[] logQualities,
      double[] costs,
      double[] kept,
      int[][] firms) {
    this.demand = demand;
    this.slope = slope;
    this.costs = costs;
    this.kept = kept;
    this.firms = firms;
    this.logTypes = new double[costs.length];
    for (int i = 0; i < costs.length; i++) {
      logTypes[i] = demand.logAttraction(logQualities[i], costs[i], slope);
    }
  }

  /** The prices of equilibrium; empty where the firm takes its product off the market. */
  OptionalDouble[] equilibriumPrices() {
    double logAggregate = root(this::excessShare, 0, logAggregateAtCost());
    OptionalDouble[] prices = new OptionalDouble[costs.length];
    for (int[] firm : firms) {
      double profit = profit(firm, logAggregate);
      for (int i : firm) {
        prices[i] = price(i, demand.markup(profit / kept[i], slope));
      }
    }
    return prices;
  }

  private OptionalDouble price(int product, double markup) {
    return demand.isWithdrawn(markup)
        ? OptionalDouble.empty()
        : OptionalDouble.of(
            Require.finiteResult("a price", demand.price(costs[product], markup, slope)));
  }

  /** The aggregate is between one, the outside good alone, and this. */
  private double logAggregateAtCost() {
    double highest = 0;
    for (double type : logTypes) {
      highest = Math.max(highest, type);
    }
    double sum = Math.exp(-highest);
    for (double type : logTypes) {
      sum += Math.exp(type - highest);
    }
    return highest + Math.log(sum) + SLACK;
  }

  /** By how much the shares that firms and the outside good claim at H exceed one. */
  private double excessShare(double logAggregate) {
    double excess = Math.expm1(-logAggregate);
    for (int[] firm : firms) {
      double profit = profit(firm, logAggregate);
      for (int i : firm) {
        excess += share(i, profit, logAggregate);
      }
    }
    return excess;
  }

  private double share(int product, double profit, double logAggregate) {
    double markup = demand.markup(profit / kept[product], slope);
    return Math.exp(logTypes[product] - logAggregate + demand.logDiscount(markup, slope));
  }

  /** The profit that its own markups earn; what they earn falls as they rise above the best. */
  private double profit(int[] firm, double logAggregate) {
    UnivariateFunction tooHigh = profit -> profit - earned(firm, profit, logAggregate);
    return root(tooHigh, 0, earned(firm, 0, logAggregate) * (1 + SLACK));
  }

  private double earned(int[] firm, double profit, double logAggregate) {
    double earned = 0;
    for (int i : firm) {
      double markup = demand.markup(profit / kept[i], slope);
      earned += kept[i] * markup * share(i, profit, logAggregate);
    }
    return earned;
  }

  private static double root(UnivariateFunction function, double low, double high) {
    double atLow = function.value(low);
    double atHigh = function.value(high);
    if (atLow == 0 || atHigh == 0) {
      return atLow == 0 ? low : high;
    }
    if (!(Math.signum(atLow) * Math.signum(atHigh) == -1)) {
      throw new NonConvergenceException(MODEL, 0, Math.abs(atLow));
    }
    try {
      return new BrentSolver(ACCURACY, ACCURACY, ACCURACY)
          .solve(MOST_EVALUATIONS, function, low, high);
    } catch (TooManyEvaluationsException e) {
      throw new NonConvergenceException(MODEL, MOST_EVALUATIONS, Math.abs(atLow));
    }
  }
}
