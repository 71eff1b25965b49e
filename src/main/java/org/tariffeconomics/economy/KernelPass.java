package org.tariffeconomics.economy;

import java.util.Arrays;

/**
 * One pass through the equations of a {@link Kernel} under a shock: from wages (and, where there
 * are inputs, prices and spending) to the same after everybody has reacted. Holds the numbers of
 * its last pass. Not shared between threads.
 */
final class KernelPass implements FixedPoint.Problem {

  private static final int MAX_KAPPA_STEPS = 60;

  final Kernel k;
  final Kernel.Scenario scenario;
  final double[] logWages;
  final double[] wages;

  /** What labour earns in each economy. */
  final double[] earned;

  final double[] logPrices;
  final double[] logCosts;

  /** Costs to the power of −θ. */
  final double[] pullOfCost;

  /** Sums of pulls: prices to the power of −θ. */
  final double[] sums;

  /** What part of a sector's spending is duty. */
  final double[] dutyShares;

  final double[] spending;
  final double[] sales;
  final double[] finalUse;
  final double[] revenue;
  final double[] excess;

  /** The common factor of spending in each group of economies. */
  private final double[] kappa;

  private final double[] walras;
  private final double[] groupScale;
  private final double[] groupShift;
  private final double[] dutyRates;
  private final double[] row;
  private final double[] newPrices;
  private final double[] newSpending;

  KernelPass(Kernel kernel, Kernel.Scenario scenario) {
    this.k = kernel;
    this.scenario = scenario;
    this.logWages = new double[k.factors];
    this.wages = new double[k.factors];
    this.earned = new double[k.n];
    this.logPrices = new double[k.cells];
    this.logCosts = new double[k.cells];
    this.pullOfCost = new double[k.cells];
    this.sums = new double[k.cells];
    this.dutyShares = new double[k.cells];
    this.spending = new double[k.cells];
    this.sales = new double[k.cells];
    this.finalUse = new double[k.n];
    this.revenue = new double[k.n];
    this.excess = new double[k.factors];
    this.dutyRates = new double[k.n];
    int groups = k.groupIncome.length;
    this.kappa = new double[groups];
    Arrays.fill(kappa, 1);
    this.walras = new double[groups];
    this.groupScale = new double[groups];
    this.groupShift = new double[groups];
    this.row = new double[2 * k.sectors];
    this.newPrices = k.hasInputs ? new double[k.cells] : logPrices;
    this.newSpending = k.hasInputs ? new double[k.cells] : spending;
  }

  @Override
  public int unknowns() {
    return k.unknowns();
  }

  @Override
  public void pinNumeraire(double[] move, double[] image) {
    double[] mean = new double[k.groupIncome.length];
    for (int f = 0; f < k.factors; f++) {
      mean[k.group[f % k.n]] += move[f] / k.factors;
    }
    for (int f = 0; f < k.factors; f++) {
      image[f] += mean[k.group[f % k.n]];
    }
  }

  /** Brings the unknowns to the numeraire and gives the step that the equations ask for. */
  @Override
  public void residual(double[] z, double[] step) {
    takeWages(z);
    if (k.hasInputs) {
      takePricesAndSpending(z);
    }
    costs();
    priceSums();
    if (k.hasInputs) {
      sell();
      collect();
      finalUseWithInputs();
      spendWithInputs();
    } else {
      finalUseWithoutInputs();
      sell();
    }
    clear();
    steps(z, step);
  }

  /** Wages in the numeraire: labour income of the world, of each group, as in the base. */
  private void takeWages(double[] z) {
    Arrays.fill(groupScale, 0);
    for (int f = 0; f < k.factors; f++) {
      wages[f] = Math.exp(z[f]);
      groupScale[k.group[f % k.n]] += wages[f] * k.labour[f];
    }
    for (int group = 0; group < groupScale.length; group++) {
      groupScale[group] = k.groupIncome[group] / groupScale[group];
      groupShift[group] = Math.log(groupScale[group]);
    }
    for (int f = 0; f < k.factors; f++) {
      wages[f] *= groupScale[k.group[f % k.n]];
      z[f] += groupShift[k.group[f % k.n]];
      logWages[f] = z[f];
    }
    for (int cell = 0; cell < k.cells && k.hasInputs; cell++) {
      z[k.factors + cell] += groupShift[k.group[cell % k.n]];
      z[k.factors + k.cells + cell] *= groupScale[k.group[cell % k.n]];
    }
    Arrays.fill(earned, 0);
    for (int f = 0; f < k.factors; f++) {
      earned[f % k.n] += wages[f] * k.labour[f];
    }
  }

  private void takePricesAndSpending(double[] z) {
    for (int cell = 0; cell < k.cells; cell++) {
      logPrices[cell] = z[k.factors + cell];
      spending[cell] = z[k.factors + k.cells + cell] * k.spending[cell];
    }
  }

  private void costs() {
    if (!k.hasInputs) {
      for (int cell = 0; cell < k.cells; cell++) {
        logCosts[cell] = logWages[k.factor(cell)];
        pullOfCost[cell] = Math.exp(-k.theta[cell / k.n] * logCosts[cell]);
      }
      return;
    }
    int s = k.sectors;
    for (int e = 0; e < k.n; e++) {
      for (int j = 0; j < s; j++) {
        row[j] = logPrices[j * k.n + e];
      }
      for (int user = 0; user < s; user++) {
        int made = user * k.n + e;
        int at = (e * s + user) * s;
        double cost = k.addedShares[made] * logWages[k.factor(made)];
        for (int input = 0; input < s; input++) {
          cost += k.inputShares[at + input] * row[input];
        }
        logCosts[made] = cost;
        pullOfCost[made] = Math.exp(-k.theta[user] * cost);
      }
    }
  }

  private void priceSums() {
    for (int cell = 0; cell < k.cells; cell++) {
      int at = cell * k.n;
      int costs = cell / k.n * k.n;
      double sum = Flat.dot(scenario.pulls(), at, pullOfCost, costs, k.n);
      sums[cell] = sum;
      dutyShares[cell] =
          scenario.taxed()[cell] && sum > 0
              ? Flat.dotOfDifference(
                      scenario.pulls(), scenario.netPulls(), at, pullOfCost, costs, k.n)
                  / sum
              : 0;
      newPrices[cell] = sum > 0 ? -Math.log(sum) / k.theta[cell / k.n] : 0;
    }
  }

  private void sell() {
    Arrays.fill(sales, 0);
    for (int cell = 0; cell < k.cells; cell++) {
      if (sums[cell] > 0) {
        Flat.addScaled(
            sales,
            cell / k.n * k.n,
            scenario.netPulls(),
            cell * k.n,
            spending[cell] / sums[cell],
            k.n);
      }
    }
    for (int cell = 0; cell < k.cells; cell++) {
      sales[cell] *= pullOfCost[cell];
    }
  }

  private void collect() {
    Arrays.fill(revenue, 0);
    for (int cell = 0; cell < k.cells; cell++) {
      revenue[cell % k.n] += spending[cell] * dutyShares[cell];
    }
  }

  private void finalUseWithInputs() {
    for (int group = 0; group < kappa.length && k.rule == Deficits.MULTIPLICATIVE; group++) {
      double own = 0;
      double multiplied = 0;
      for (int e = 0; e < k.n; e++) {
        if (k.group[e] == group) {
          double income = earned[e] + revenue[e];
          own += income;
          multiplied += k.spendingRates[e] * income;
        }
      }
      kappa[group] = own / multiplied;
    }
    for (int e = 0; e < k.n; e++) {
      double income = earned[e] + revenue[e];
      finalUse[e] =
          k.rule.isMultiplicative()
              ? kappa[k.group[e]] * k.spendingRates[e] * income
              : income + k.deficits[e];
    }
  }

  private void spendWithInputs() {
    int s = k.sectors;
    for (int e = 0; e < k.n; e++) {
      for (int input = 0; input < s; input++) {
        row[input] = k.finalShares[input * k.n + e] * finalUse[e];
      }
      for (int user = 0; user < s; user++) {
        Flat.addScaled(row, 0, k.inputShares, (e * s + user) * s, sales[user * k.n + e], s);
      }
      for (int input = 0; input < s; input++) {
        newSpending[input * k.n + e] = row[input];
      }
    }
  }

  /** Revenue is a known part of spending here, so spending follows from wages alone. */
  private void finalUseWithoutInputs() {
    for (int e = 0; e < k.n; e++) {
      double rate = 0;
      for (int cell = e; cell < k.cells; cell += k.n) {
        rate += k.finalShares[cell] * dutyShares[cell];
      }
      dutyRates[e] = rate;
    }
    for (int group = 0; group < kappa.length && k.rule == Deficits.MULTIPLICATIVE; group++) {
      kappa[group] = solvedKappa(group);
    }
    for (int e = 0; e < k.n; e++) {
      double income = earned[e];
      double multiple = kappa[k.group[e]] * k.spendingRates[e];
      finalUse[e] =
          k.rule.isMultiplicative()
              ? multiple * income / (1 - multiple * dutyRates[e])
              : (income + k.deficits[e]) / (1 - dutyRates[e]);
      revenue[e] = finalUse[e] * dutyRates[e];
    }
    for (int cell = 0; cell < k.cells; cell++) {
      spending[cell] = k.finalShares[cell] * finalUse[cell % k.n];
    }
  }

  /** The one factor of a group's spending that makes it spend what it earns: Newton. */
  private double solvedKappa(int group) {
    double x = 1;
    for (int step = 0; step < MAX_KAPPA_STEPS; step++) {
      double gap = -k.groupIncome[group];
      double slope = 0;
      for (int e = 0; e < k.n; e++) {
        if (k.group[e] == group) {
          double phi = k.spendingRates[e];
          double below = 1 - x * phi * dutyRates[e];
          double net = earned[e] * phi * (1 - dutyRates[e]);
          gap += x * net / below;
          slope += net / (below * below);
        }
      }
      double next = x - gap / slope;
      if (Math.abs(next - x) <= 1e-15 * Math.abs(x)) {
        return next;
      }
      x = next;
    }
    return x;
  }

  /** Logarithms of labour demand over labour income. */
  private void clear() {
    Arrays.fill(walras, 0);
    for (int f = 0; f < k.factors; f++) {
      double demand = 0;
      for (int cell = f; cell < k.cells; cell += k.factors) {
        demand += k.addedShares[cell] * sales[cell];
      }
      double income = wages[f] * k.labour[f];
      int group = k.group[f % k.n];
      excess[f] = income > 0 ? Math.log(demand / income) : 0;
      walras[group] += income / k.groupIncome[group] * excess[f];
    }
  }

  /** What is left of Walras's law: the world's demand over its income, less one, in logarithms. */
  double walras() {
    double all = 0;
    for (int group = 0; group < walras.length; group++) {
      all += k.groupIncome[group] / k.worldIncome * walras[group];
    }
    return all;
  }

  /** The common factor of all spending; of the largest group where there are several. */
  double kappa() {
    int largest = 0;
    for (int group = 1; group < kappa.length; group++) {
      largest = k.groupIncome[group] > k.groupIncome[largest] ? group : largest;
    }
    return kappa[largest];
  }

  /** The largest logarithm of labour demand over labour income, Walras's residual taken out. */
  double largestExcess() {
    double largest = 0;
    for (int f = 0; f < k.factors; f++) {
      double left = k.labour[f] > 0 ? Math.abs(excess[f] - walras[k.group[f % k.n]]) : 0;
      largest = Math.max(largest, left);
    }
    return largest;
  }

  private void steps(double[] z, double[] step) {
    double[] mean = groupShift;
    Arrays.fill(mean, 0);
    for (int f = 0; f < k.factors; f++) {
      int group = k.group[f % k.n];
      step[f] = k.steps[f] * (excess[f] - walras[group]);
      mean[group] += wages[f] * k.labour[f] / k.groupIncome[group] * step[f];
    }
    for (int f = 0; f < k.factors; f++) {
      step[f] = k.steps[f] > 0 ? step[f] - mean[k.group[f % k.n]] : -z[f];
    }
    for (int cell = 0; cell < k.cells && k.hasInputs; cell++) {
      step[k.factors + cell] = newPrices[cell] - logPrices[cell];
      double base = k.spending[cell];
      step[k.factors + k.cells + cell] =
          base > 0 ? newSpending[cell] / base - z[k.factors + k.cells + cell] : 0;
    }
  }
}
