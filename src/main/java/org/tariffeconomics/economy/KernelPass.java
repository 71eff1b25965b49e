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

  /** What part of a sector's spending is not duty. */
  final double[] netShares;

  final double[] spending;
  final double[] sales;
  final double[] finalUse;
  final double[] revenue;
  final double[] excess;
  double kappa = 1;
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
    this.netShares = new double[k.cells];
    this.spending = new double[k.cells];
    this.sales = new double[k.cells];
    this.finalUse = new double[k.n];
    this.revenue = new double[k.n];
    this.excess = new double[k.factors];
    this.dutyRates = new double[k.n];
    this.row = new double[2 * k.sectors];
    this.newPrices = k.hasInputs ? new double[k.cells] : logPrices;
    this.newSpending = k.hasInputs ? new double[k.cells] : spending;
  }

  @Override
  public int unknowns() {
    return k.unknowns();
  }

  @Override
  public int numeraireUnknowns() {
    return k.factors;
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

  /** Wages in the numeraire: world labour income as in the base. */
  private void takeWages(double[] z) {
    double total = 0;
    for (int f = 0; f < k.factors; f++) {
      wages[f] = Math.exp(z[f]);
      total += wages[f] * k.labour[f];
    }
    double scale = k.worldIncome / total;
    double shift = Math.log(scale);
    for (int f = 0; f < k.factors; f++) {
      wages[f] *= scale;
      z[f] += shift;
      logWages[f] = z[f];
    }
    for (int cell = 0; cell < k.cells && k.hasInputs; cell++) {
      z[k.factors + cell] += shift;
      z[k.factors + k.cells + cell] *= scale;
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
      netShares[cell] =
          scenario.taxed()[cell] && sum > 0
              ? Flat.dot(scenario.netPulls(), at, pullOfCost, costs, k.n) / sum
              : 1;
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
      revenue[cell % k.n] += spending[cell] * (1 - netShares[cell]);
    }
  }

  private void finalUseWithInputs() {
    double own = 0;
    double multiplied = 0;
    for (int e = 0; e < k.n; e++) {
      double income = earned[e] + revenue[e];
      own += income;
      multiplied += k.spendingRates[e] * income;
    }
    kappa = k.rule == Deficits.MULTIPLICATIVE ? own / multiplied : 1;
    for (int e = 0; e < k.n; e++) {
      double income = earned[e] + revenue[e];
      finalUse[e] =
          k.rule.isMultiplicative() ? kappa * k.spendingRates[e] * income : income + k.deficits[e];
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
        rate += k.finalShares[cell] * (1 - netShares[cell]);
      }
      dutyRates[e] = rate;
    }
    if (k.rule == Deficits.MULTIPLICATIVE) {
      solveKappa();
    }
    for (int e = 0; e < k.n; e++) {
      double income = earned[e];
      double multiple = kappa * k.spendingRates[e];
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

  /** The one factor of all spending that makes the world spend what it earns: Newton. */
  private void solveKappa() {
    double x = 1;
    for (int step = 0; step < MAX_KAPPA_STEPS; step++) {
      double gap = -k.worldIncome;
      double slope = 0;
      for (int e = 0; e < k.n; e++) {
        double phi = k.spendingRates[e];
        double below = 1 - x * phi * dutyRates[e];
        double net = earned[e] * phi * (1 - dutyRates[e]);
        gap += x * net / below;
        slope += net / (below * below);
      }
      double next = x - gap / slope;
      if (Math.abs(next - x) <= 1e-15 * Math.abs(x)) {
        x = next;
        break;
      }
      x = next;
    }
    kappa = x;
  }

  /** Logarithms of labour demand over labour income. */
  private void clear() {
    double mean = 0;
    for (int f = 0; f < k.factors; f++) {
      double demand = 0;
      for (int cell = f; cell < k.cells; cell += k.factors) {
        demand += k.addedShares[cell] * sales[cell];
      }
      double income = wages[f] * k.labour[f];
      excess[f] = income > 0 ? Math.log(demand / income) : 0;
      mean += income / k.worldIncome * excess[f];
    }
    walras = mean;
  }

  private double walras;

  /** What is left of Walras's law: the world's demand over its income, less one, in logarithms. */
  double walras() {
    return walras;
  }

  /** The largest logarithm of labour demand over labour income, Walras's residual taken out. */
  double largestExcess() {
    double largest = 0;
    for (int f = 0; f < k.factors; f++) {
      largest = Math.max(largest, k.labour[f] > 0 ? Math.abs(excess[f] - walras) : 0);
    }
    return largest;
  }

  private void steps(double[] z, double[] step) {
    double mean = 0;
    for (int f = 0; f < k.factors; f++) {
      step[f] = k.steps[f] > 0 ? k.steps[f] * (excess[f] - walras) : 0;
      mean += wages[f] * k.labour[f] / k.worldIncome * step[f];
    }
    for (int f = 0; f < k.factors; f++) {
      step[f] = k.steps[f] > 0 ? step[f] - mean : -z[f];
    }
    for (int cell = 0; cell < k.cells && k.hasInputs; cell++) {
      step[k.factors + cell] = newPrices[cell] - logPrices[cell];
      double base = k.spending[cell];
      step[k.factors + k.cells + cell] =
          base > 0 ? newSpending[cell] / base - z[k.factors + k.cells + cell] : 0;
    }
  }
}
