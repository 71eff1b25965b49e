package org.tariffeconomics.economy;

import java.util.List;

/** The last pass of a solver and what is to be said of it. */
record Solution(KernelPass pass, Convergence convergence) {

  /**
   * Solves from a start.
   *
   * @param notes what led there, for the record
   */
  static Solution from(
      Kernel kernel,
      Kernel.Scenario scenario,
      double[] start,
      FixedPoint.Accuracy accuracy,
      List<String> notes) {
    KernelPass pass = new KernelPass(kernel, scenario);
    FixedPoint solver = new FixedPoint(pass, start, accuracy.tolerance(), accuracy.iterations());
    solver.note(notes);
    boolean found = solver.solve() && allSpend(pass, solver);
    double residual = found ? pass.largestExcess() : Double.POSITIVE_INFINITY;
    double walras = found ? Math.abs(Math.expm1(pass.walras())) : Double.POSITIVE_INFINITY;
    return new Solution(
        pass, Convergence.of(solver, found, residual, walras, accuracy.tolerance()));
  }

  /** Equations also hold where a surplus is larger than income; nobody spends less than nothing. */
  private static boolean allSpend(KernelPass pass, FixedPoint solver) {
    for (int e = 0; e < pass.k.n; e++) {
      if (pass.k.finalUse[e] > 0 && !(pass.finalUse[e] > 0)) {
        solver.note(
            List.of(
                pass.k.economy(e)
                    + " would have to spend less than nothing: its surplus is larger than its"
                    + " income"));
        return false;
      }
    }
    return true;
  }

  /** New value over base of an economy's final use, in the numeraire. */
  double spendingRatio(int e) {
    return pass.finalUse[e] / pass.k.finalUse[e];
  }

  /** Logarithm of the price of final use, new over base. */
  double logPrice(int e) {
    Kernel k = pass.k;
    double sum = 0;
    for (int cell = e; cell < k.cells; cell += k.n) {
      sum += k.finalShares[cell] * logPrice(cell / k.n, e);
    }
    return sum;
  }

  double logPrice(int sector, int e) {
    double sum = pass.sums[sector * pass.k.n + e];
    return sum > 0 ? -Math.log(sum) / pass.k.theta[sector] : 0;
  }

  /** New share of an importer's spending on an exporter. */
  double share(int sector, int importer, int exporter) {
    Kernel k = pass.k;
    int row = sector * k.n + importer;
    double sum = pass.sums[row];
    return sum > 0
        ? pass.scenario.pulls()[row * k.n + exporter]
            * pass.pullOfCost[sector * k.n + exporter]
            / sum
        : 0;
  }

  /** New flow before duty. */
  double flow(int sector, int importer, int exporter) {
    Kernel k = pass.k;
    int row = sector * k.n + importer;
    double sum = pass.sums[row];
    return sum > 0
        ? pass.scenario.netPulls()[row * k.n + exporter]
            * pass.pullOfCost[sector * k.n + exporter]
            / sum
            * pass.spending[row]
        : 0;
  }

  World balancedWorld(World world) {
    Kernel k = pass.k;
    double[] flows = new double[k.cells * k.n];
    for (int cell = 0; cell < flows.length; cell++) {
      flows[cell] = flow(cell / (k.n * k.n), cell / k.n % k.n, cell % k.n);
    }
    double[] uses = new double[world.uses().length];
    for (int cell = 0; cell < uses.length; cell++) {
      int e = cell / (k.sectors * k.sectors);
      int input = cell / k.sectors % k.sectors;
      int user = cell % k.sectors;
      uses[cell] =
          k.inputShares[(e * k.sectors + user) * k.sectors + input] * pass.sales[user * k.n + e];
    }
    return world.withState(flows, uses);
  }
}
