package org.tariffeconomics.economy;

import java.util.List;
import java.util.Locale;

/**
 * What follows from the given numbers of a world: spending, output, duty-paid inputs, value added
 * and final use; refused where inputs exceed what there is. Cells are {@code sector * economies +
 * economy}.
 */
final class WorldAccounts {

  /** How far final use may be below zero by rounding, relative to spending. */
  private static final double SLIP = 1e-9;

  private final List<String> economies;
  private final List<String> sectors;
  private final double[] flows;
  private final double[] duties;
  private final double[] rawUses;
  private final UsePrices usePrices;
  final double[] spending;
  final double[] output;
  final double[] uses;
  final double[] valueAdded;
  final double[] finalUse;

  WorldAccounts(
      List<String> economies,
      List<String> sectors,
      double[] flows,
      double[] duties,
      double[] rawUses,
      UsePrices usePrices) {
    this.economies = economies;
    this.sectors = sectors;
    this.flows = flows;
    this.duties = duties;
    this.rawUses = rawUses;
    this.usePrices = usePrices;
    int cells = sectors.size() * economies.size();
    this.spending = new double[cells];
    this.output = new double[cells];
    sumFlows();
    this.uses = paidUses();
    this.valueAdded = new double[cells];
    this.finalUse = new double[cells];
    splitByUse();
    requirePositive();
  }

  private void sumFlows() {
    int n = economies.size();
    for (int row = 0; row < spending.length; row++) {
      int sector = row / n;
      for (int i = 0; i < n; i++) {
        double flow = flows[row * n + i];
        spending[row] += flow * (1 + duties[row * n + i]);
        output[sector * n + i] += flow;
      }
    }
  }

  /** Inputs at duty-paid prices: the duties on a good are spread over all its users. */
  private double[] paidUses() {
    if (rawUses.length == 0 || usePrices == UsePrices.DUTY_PAID) {
      return rawUses;
    }
    int n = economies.size();
    int s = sectors.size();
    double[] paid = rawUses.clone();
    for (int e = 0; e < n; e++) {
      for (int input = 0; input < s; input++) {
        double power = averagePower(input, e);
        for (int user = 0; user < s; user++) {
          paid[(e * s + input) * s + user] *= power;
        }
      }
    }
    return paid;
  }

  private double averagePower(int sector, int importer) {
    int row = sector * economies.size() + importer;
    double before = 0;
    for (int i = 0; i < economies.size(); i++) {
      before += flows[row * economies.size() + i];
    }
    return before == 0 ? 1 : spending[row] / before;
  }

  private void splitByUse() {
    int n = economies.size();
    int s = sectors.size();
    System.arraycopy(output, 0, valueAdded, 0, output.length);
    System.arraycopy(spending, 0, finalUse, 0, spending.length);
    for (int cell = 0; cell < uses.length; cell++) {
      int e = cell / (s * s);
      finalUse[cell / s % s * n + e] -= uses[cell];
      valueAdded[cell % s * n + e] -= uses[cell];
    }
    for (int cell = 0; cell < finalUse.length; cell++) {
      finalUse[cell] = atLeastZero("final use", finalUse[cell], spending[cell], cell);
      valueAdded[cell] = atLeastZero("value added", valueAdded[cell], output[cell], cell);
    }
  }

  private double atLeastZero(String what, double value, double of, int cell) {
    if (value < -SLIP * of) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "The world does not add up: %s of %s in %s is %.6g, below zero; inputs exceed what"
                  + " there is of it, %.6g",
              what,
              sectors.get(cell / economies.size()),
              economies.get(cell % economies.size()),
              value,
              of));
    }
    return Math.max(0, value);
  }

  private void requirePositive() {
    int n = economies.size();
    for (int e = 0; e < n; e++) {
      if (!(sum(valueAdded, e) > 0) || !(sum(finalUse, e) > 0)) {
        throw new IllegalArgumentException(
            economies.get(e)
                + " must make and buy something, but its value added is "
                + sum(valueAdded, e)
                + " and its final use "
                + sum(finalUse, e));
      }
    }
  }

  double sum(double[] bySectorAndEconomy, int economy) {
    double sum = 0;
    for (int cell = economy; cell < bySectorAndEconomy.length; cell += economies.size()) {
      sum += bySectorAndEconomy[cell];
    }
    return sum;
  }
}
