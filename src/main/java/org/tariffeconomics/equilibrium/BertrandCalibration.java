package org.tariffeconomics.equilibrium;

import org.apache.commons.math3.analysis.UnivariateFunction;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.univariate.BrentOptimizer;
import org.apache.commons.math3.optim.univariate.SearchInterval;
import org.apache.commons.math3.optim.univariate.UnivariateObjectiveFunction;

/**
 * The slope of demand, and where it is not known the outside good's share, whose equilibrium
 * margins come closest to observed ones by least squares.
 */
final class BertrandCalibration {

  private static final int GRID = 200;
  private static final int MOST_EVALUATIONS = 1000;

  /** The range of ln(γ−1) that is searched: elasticities from 1.001 to 1,100. */
  private static final double WIDEST_LOG_SLOPE = 7;

  private final DemandForm form;
  private final double[] prices;
  private final double[] insideShares;
  private final double[] margins;
  private final int[] firmOf;

  /** {@code insideShares} are shares among the inside goods and add up to one. */
  BertrandCalibration(
      DemandForm form, double[] prices, double[] insideShares, double[] margins, int[] firmOf) {
    this.form = form;
    this.prices = prices;
    this.insideShares = insideShares;
    this.margins = margins;
    this.firmOf = firmOf;
  }

  /** The share of all inside goods that fits best. */
  double insideShare() {
    double best = minimum(w -> misfit(w, slope(w)), 0, 1);
    if (best < 1.0 / GRID || best > 1 - 0.5 / GRID) {
      throw new IllegalArgumentException(
          "The margins do not determine the size of the outside good: give shares that include it");
    }
    return best;
  }

  /** The slope that fits best, given the share of all inside goods. */
  double slope(double insideShare) {
    return form == DemandForm.LOGIT ? logitSlope(insideShare) : cesSlope(insideShare);
  }

  /** Margins are {@code (1/|α|) / (p (1−S))}: one regression coefficient. */
  private double logitSlope(double insideShare) {
    double[] firmShares = firmShares(insideShare);
    double product = 0;
    double square = 0;
    for (int i = 0; i < prices.length; i++) {
      double regressor = 1 / (prices[i] * (1 - firmShares[i]));
      product += regressor * margins[i];
      square += regressor * regressor;
    }
    return -square / product;
  }

  private double cesSlope(double insideShare) {
    double log =
        minimum(x -> misfit(insideShare, 1 + Math.exp(x)), -WIDEST_LOG_SLOPE, WIDEST_LOG_SLOPE);
    return 1 + Math.exp(log);
  }

  private double misfit(double insideShare, double slope) {
    double[] firmShares = firmShares(insideShare);
    DifferentiatedDemand demand = DifferentiatedDemand.of(form);
    double sum = 0;
    for (int i = 0; i < prices.length; i++) {
      double profit = demand.profit(firmShares[i], firmShares[i], slope);
      double markup = demand.markup(profit, slope);
      double margin = 1 - demand.cost(prices[i], markup, slope) / prices[i];
      sum += (margin - margins[i]) * (margin - margins[i]);
    }
    return sum;
  }

  /** Every product's firm's share of the market. */
  private double[] firmShares(double insideShare) {
    double[] byFirm = new double[prices.length];
    for (int i = 0; i < prices.length; i++) {
      byFirm[firmOf[i]] += insideShares[i] * insideShare;
    }
    double[] shares = new double[prices.length];
    for (int i = 0; i < prices.length; i++) {
      shares[i] = byFirm[firmOf[i]];
    }
    return shares;
  }

  /** The lowest point of a grid, refined between its neighbours; the ends are not looked at. */
  private static double minimum(UnivariateFunction function, double low, double high) {
    double step = (high - low) / GRID;
    double best = low + step / 2;
    double least = function.value(best);
    for (int i = 1; i < GRID; i++) {
      double at = low + (i + 0.5) * step;
      double value = function.value(at);
      if (value < least) {
        least = value;
        best = at;
      }
    }
    double from = Math.max(best - step, low + step / 1000);
    double to = Math.min(best + step, high - step / 1000);
    return new BrentOptimizer(1e-12, 1e-14)
        .optimize(
            new MaxEval(MOST_EVALUATIONS),
            GoalType.MINIMIZE,
            new UnivariateObjectiveFunction(function),
            new SearchInterval(from, to, best))
        .getPoint();
  }
}
