package org.tariffeconomics.economy;

import java.util.Arrays;

/**
 * How welfare in a solved world answers to trade costs and duties, wages, prices and spending
 * reacting, whatever the sectors and inputs: the equations of a {@link KernelPass} are gone through
 * backwards, and what a unit of each of their residuals is worth to an economy is found by one
 * linear system for each economy that is asked for, whatever the number of duties (g = W_t + λ'F_t
 * with F_z'λ = −W_z). For the rules for deficits that leave none to react.
 *
 * <p>Unknowns are logarithms of wages, of prices and of spending by sector, in this order, also
 * where the kernel solves the latter two in closed form.
 */
final class SectorAdjoint {

  private static final double ACCURACY = 1e-13;
  private static final int MOST_DIRECTIONS = 250;

  private final KernelPass pass;
  private final Kernel k;
  private final int factors;

  /** Shares and flows before duty, {@code [row * n + exporter]}. */
  private final double[] shares;

  private final double[] flows;
  private final double[] demand;

  /** What the last pass backwards made of each number of the pass. */
  private final double[] ofDemand;

  private final double[] ofSpending;
  private final double[] ofUse;
  private final double[] ofSales;
  private final double[] ofCosts;
  private final double[] ofNet;
  private final double[] ofSum;

  SectorAdjoint(Solution solution) {
    this.pass = solution.pass();
    this.k = pass.k;
    this.factors = k.factors;
    this.shares = new double[k.cells * k.n];
    this.flows = new double[k.cells * k.n];
    this.demand = new double[factors];
    this.ofDemand = new double[factors];
    this.ofSpending = new double[k.cells];
    this.ofUse = new double[k.n];
    this.ofSales = new double[k.cells];
    this.ofCosts = new double[k.cells];
    this.ofNet = new double[k.cells];
    this.ofSum = new double[k.cells];
    for (int cell = 0; cell < shares.length; cell++) {
      int row = cell / k.n;
      shares[cell] = solution.share(row / k.n, row % k.n, cell % k.n);
      flows[cell] = solution.flow(row / k.n, row % k.n, cell % k.n);
    }
    for (int made = 0; made < k.cells; made++) {
      demand[k.factor(made)] += k.addedShares[made] * pass.sales[made];
    }
  }

  /**
   * The derivatives of an economy's logarithm of welfare by logarithms of the pulls of exporters
   * (shares before they are made to add up) and of the parts of them that are not duty.
   */
  Slopes of(int economy) {
    int unknowns = factors + 2 * k.cells;
    double[] none = new double[unknowns];
    double[] seeds = new double[unknowns];
    backwards(none, economy, seeds);
    double[] worth = solve(seeds);
    double[] left = new double[unknowns];
    backwards(worth, economy, left);
    return new Slopes(
        k, shares, flows, pass.spending, ofSum.clone(), ofNet.clone(), ofSales.clone());
  }

  /** Solves −F_z'λ = W_z; a common shift of wages changes nothing, and is made to count. */
  private double[] solve(double[] seeds) {
    double size = Flat.norm(seeds);
    if (size == 0) {
      return seeds;
    }
    Gmres gmres = new Gmres(seeds.length, Math.min(MOST_DIRECTIONS, seeds.length), seeds, size);
    double[] image = new double[seeds.length];
    while (!gmres.isDone(ACCURACY)) {
      double[] direction = gmres.direction();
      backwards(direction, -1, image);
      double[] mean = new double[k.groupIncome.length];
      for (int f = 0; f < factors; f++) {
        mean[k.group[f % k.n]] += k.steps[f] > 0 ? direction[f] / factors : 0;
      }
      for (int i = 0; i < image.length; i++) {
        boolean moves = i < factors && k.steps[i] > 0;
        image[i] = -image[i] + (moves ? mean[k.group[i % k.n]] : 0);
      }
      gmres.add(image);
    }
    return gmres.solution();
  }

  /**
   * One pass backwards: what weights of the residuals, and one economy's welfare, say of each
   * unknown.
   *
   * @param weights of the residuals of wages, prices and spending
   * @param economy whose welfare counts besides, or −1
   * @param out filled with the result by unknown
   */
  private void backwards(double[] weights, int economy, double[] out) {
    Arrays.fill(out, 0);
    backToFinalUse(weights, economy, out);
    backToSales();
    backToRows(weights, out);
    backToWagesAndPrices(out);
    for (int j = 0; j < k.sectors && economy >= 0; j++) {
      out[factors + j * k.n + economy] -= k.finalShares[j * k.n + economy];
    }
  }

  private void backToFinalUse(double[] weights, int economy, double[] out) {
    for (int f = 0; f < factors; f++) {
      boolean moves = k.steps[f] > 0;
      ofDemand[f] = moves ? weights[f] * k.steps[f] / demand[f] : 0;
      out[f] -= moves ? weights[f] * k.steps[f] : weights[f];
    }
    Arrays.fill(ofUse, 0);
    for (int row = 0; row < k.cells; row++) {
      double spent = pass.spending[row];
      ofSpending[row] = spent > 0 ? weights[factors + k.cells + row] / spent : 0;
      ofUse[row % k.n] += k.finalShares[row] * ofSpending[row];
    }
    if (economy >= 0) {
      ofUse[economy] += 1 / pass.finalUse[economy];
    }
    for (int f = 0; f < factors; f++) {
      out[f] += ofUse[f % k.n] * pass.wages[f] * k.labour[f];
    }
  }

  private void backToSales() {
    int s = k.sectors;
    for (int made = 0; made < k.cells; made++) {
      double sum = k.addedShares[made] * ofDemand[k.factor(made)];
      int e = made % k.n;
      int at = (e * s + made / k.n) * s;
      for (int input = 0; input < s && k.hasInputs; input++) {
        sum += k.inputShares[at + input] * ofSpending[input * k.n + e];
      }
      ofSales[made] = sum;
    }
  }

  private void backToRows(double[] weights, double[] out) {
    Arrays.fill(ofCosts, 0);
    for (int row = 0; row < k.cells; row++) {
      int at = row * k.n;
      int made = row / k.n * k.n;
      double theta = k.theta[row / k.n];
      double spent = pass.spending[row];
      double collected = ofUse[row % k.n];
      double sold = Flat.dot(ofSales, made, flows, at, k.n);
      double ofPrice = weights[factors + row];
      ofNet[row] = -collected * spent;
      ofSum[row] = -ofPrice / theta - ofNet[row] * (1 - pass.dutyShares[row]) - sold;
      out[factors + row] -= ofPrice;
      out[factors + k.cells + row] +=
          collected * pass.dutyShares[row] * spent + sold - weights[factors + k.cells + row];
      double ofFlow = spent > 0 ? ofNet[row] / spent : 0;
      for (int i = 0; i < k.n; i++) {
        ofCosts[made + i] -=
            theta * (shares[at + i] * ofSum[row] + flows[at + i] * (ofFlow + ofSales[made + i]));
      }
    }
  }

  private void backToWagesAndPrices(double[] out) {
    int s = k.sectors;
    for (int made = 0; made < k.cells; made++) {
      out[k.factor(made)] += k.addedShares[made] * ofCosts[made];
      int e = made % k.n;
      int at = (e * s + made / k.n) * s;
      for (int input = 0; input < s && k.hasInputs; input++) {
        out[factors + input * k.n + e] += k.inputShares[at + input] * ofCosts[made];
      }
    }
  }

  /** Derivatives of one economy's logarithm of welfare by what stands in a cell. */
  static final class Slopes {
    private final Kernel k;
    private final double[] shares;
    private final double[] flows;
    private final double[] spending;
    private final double[] ofSum;
    private final double[] ofNet;
    private final double[] ofSales;

    private Slopes(
        Kernel k,
        double[] shares,
        double[] flows,
        double[] spending,
        double[] ofSum,
        double[] ofNet,
        double[] ofSales) {
      this.k = k;
      this.shares = shares;
      this.flows = flows;
      this.spending = spending.clone();
      this.ofSum = ofSum;
      this.ofNet = ofNet;
      this.ofSales = ofSales;
    }

    /** By the logarithm of a pull, what of it is not duty staying as it is. */
    double byPull(int cell) {
      return shares[cell] * ofSum[cell / k.n];
    }

    /** By the logarithm of the part of a pull that is not duty. */
    double byNetPull(int cell) {
      int row = cell / k.n;
      double ofFlow = spending[row] > 0 ? ofNet[row] / spending[row] : 0;
      return flows[cell] * (ofFlow + ofSales[row / k.n * k.n + cell % k.n]);
    }

    private double theta(int cell) {
      return k.theta[cell / (k.n * k.n)];
    }

    /** By the logarithm of the power of one duty on all that a cell stands for. */
    double byPower(int cell) {
      return -theta(cell) * byPull(cell) - (1 + theta(cell)) * byNetPull(cell);
    }

    /**
     * The logarithm of the factor that would bring the power of one duty on several cells to where
     * its derivative is zero, were all else as it is; no number where no factor would.
     */
    double logTarget(int[] cells) {
      double pull = 0;
      double net = 0;
      for (int cell : cells) {
        pull += theta(cell) * byPull(cell);
        net -= (1 + theta(cell)) * byNetPull(cell);
      }
      return Math.log(net / pull);
    }
  }
}
