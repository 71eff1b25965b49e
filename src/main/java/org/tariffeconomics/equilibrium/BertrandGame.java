package org.tariffeconomics.equilibrium;

import java.util.Arrays;
import org.apache.commons.math3.analysis.UnivariateFunction;
import org.apache.commons.math3.analysis.solvers.BrentSolver;
import org.apache.commons.math3.exception.TooManyEvaluationsException;

/**
 * The prices of firms that set them against each other, by nested one-dimensional roots: the outer
 * one in the logarithm of the aggregate H, the inner ones in the firms' markups. Each function
 * crosses zero once between its bounds, so the equilibrium is found from any start.
 */
final class BertrandGame {

  private static final String MODEL = "Bertrand market";
  private static final int MOST_EVALUATIONS = 500;
  private static final double ACCURACY = 1e-15;

  private final DifferentiatedDemand demand;
  private final double slope;
  private final double[] costs;
  private final int[] firmOf;

  /** The log attraction of every firm's products if they were sold at cost. */
  private final double[] logTypes;

  /** {@code firmOf} numbers the firms from 0 without a gap. */
  BertrandGame(
      DifferentiatedDemand demand,
      double slope,
      double[] logQualities,
      double[] costs,
      int[] firmOf) {
    this.demand = demand;
    this.slope = slope;
    this.costs = costs;
    this.firmOf = firmOf;
    this.logTypes = new double[Arrays.stream(firmOf).max().orElse(-1) + 1];
    Arrays.fill(logTypes, Double.NEGATIVE_INFINITY);
    for (int i = 0; i < costs.length; i++) {
      double attraction = demand.logAttraction(logQualities[i], costs[i], slope);
      logTypes[firmOf[i]] = logSum(logTypes[firmOf[i]], attraction);
    }
  }

  /** {@code ln(e^a + e^b)}; the first may be minus infinity. */
  private static double logSum(double a, double b) {
    double high = Math.max(a, b);
    return high + Math.log1p(Math.exp(Math.min(a, b) - high));
  }

  double[] equilibriumPrices() {
    double logAggregate = aggregate();
    double[] prices = new double[costs.length];
    for (int i = 0; i < prices.length; i++) {
      double markup = markup(logTypes[firmOf[i]] - logAggregate);
      prices[i] = Require.finiteResult("a price", demand.price(costs[i], markup, slope));
    }
    return prices;
  }

  /** Between the outside good alone and everything sold at cost. */
  private double aggregate() {
    double allAtCost = 0;
    for (double type : logTypes) {
      allAtCost = logSum(allAtCost, type);
    }
    return root(this::excessShare, 0, allAtCost);
  }

  /** By how much the shares that firms and the outside good claim at H exceed one. */
  private double excessShare(double logAggregate) {
    double excess = Math.expm1(-logAggregate);
    for (double type : logTypes) {
      double logType = type - logAggregate;
      excess += share(logType, markup(logType));
    }
    return excess;
  }

  private double share(double logType, double markup) {
    return Math.exp(logType + demand.logDiscount(markup, slope));
  }

  private double markup(double logType) {
    double lowest = 1 / demand.inverseMarkup(0, slope);
    UnivariateFunction tooHigh =
        markup -> markup * demand.inverseMarkup(share(logType, markup), slope) - 1;
    return root(tooHigh, lowest, demand.tooHighMarkup(logType, slope));
  }

  private static double root(UnivariateFunction function, double low, double high) {
    double atLow = function.value(low);
    double atHigh = function.value(high);
    if (atLow == 0 || atHigh == 0) {
      return atLow == 0 ? low : high;
    }
    if (!(atLow < 0 == atHigh > 0) || Double.isNaN(atLow + atHigh)) {
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
