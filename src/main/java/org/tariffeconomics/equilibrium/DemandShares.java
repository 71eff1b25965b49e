package org.tariffeconomics.equilibrium;

import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * The shares of products at given prices, and the logarithm of the aggregate H, one for the outside
 * good plus all attractions. A product without a price has no share; one whose share is below the
 * range of double has a share of zero.
 */
record DemandShares(double[] shares, double logAggregate) {

  static DemandShares at(
      DifferentiatedDemand demand, double slope, double[] logQualities, OptionalDouble[] prices) {
    double[] logs = new double[prices.length];
    for (int i = 0; i < logs.length; i++) {
      logs[i] =
          prices[i].isPresent()
              ? demand.logAttraction(logQualities[i], prices[i].getAsDouble(), slope)
              : Double.NEGATIVE_INFINITY;
    }
    double logAggregate = logAggregate(logs);
    double[] shares = new double[logs.length];
    Arrays.setAll(shares, i -> Math.exp(logs[i] - logAggregate));
    return new DemandShares(shares, logAggregate);
  }

  /** The logarithm of the sum of exponentials with the outside good's zero, kept in range. */
  private static double logAggregate(double[] logs) {
    double highest = Math.max(0, Arrays.stream(logs).max().orElse(0));
    double sum = Math.exp(-highest);
    for (double log : logs) {
      sum += Math.exp(log - highest);
    }
    return highest + Math.log(sum);
  }
}
