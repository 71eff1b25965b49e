package org.tariffeconomics.equilibrium;

/**
 * Sellers with supply curves and buyers with CES demand, market by market of one industry: the
 * equations behind {@link GsimModel} and {@link ArmingtonSupplyModel}. Matrices are flat, seller
 * after seller: the flow from r to v stands at {@code r * buyers + v}.
 *
 * <p>With seller prices {@code p_r} (new over old), powers' changes {@code T}, spending shares θ of
 * the buyers and sales shares φ of the sellers, every seller's supply meets its demand:
 *
 * <pre>{@code
 * p_r^ε_r = Σ_v φ_rv (p_r T_rv)^(-σ_v) P_v^(σ_v+η_v),  P_v the CES index of p_s T_sv with θ_sv
 * }</pre>
 */
final class ClearingSystem {

  final int sellers;
  final int buyers;

  /** Shares of the buyers' spending, tariffs included: the columns add up to one. */
  final double[] theta;

  /** Shares of the sellers' sales before duty: the rows add up to one. */
  final double[] phi;

  /** Sales before duty by seller. */
  final double[] sales;

  /** Spending, duty included, by buyer. */
  final double[] spending;

  /** Supply elasticities ε by seller, positive. */
  final double[] supply;

  /** Total demand elasticities η by buyer, not positive. */
  final double[] demand;

  /** Elasticities of substitution σ by buyer, positive. */
  final double[] sigma;

  ClearingSystem(
      double[] flows, double[] powers, double[] supply, double[] demand, double[] sigma) {
    this.sellers = supply.length;
    this.buyers = demand.length;
    this.supply = supply;
    this.demand = demand;
    this.sigma = sigma;
    this.theta = new double[flows.length];
    this.phi = new double[flows.length];
    this.sales = new double[sellers];
    this.spending = new double[buyers];
    addUp(flows, powers);
    divide(flows, powers);
  }

  private void addUp(double[] flows, double[] powers) {
    for (int r = 0; r < sellers; r++) {
      for (int v = 0; v < buyers; v++) {
        int at = r * buyers + v;
        sales[r] += flows[at];
        spending[v] += flows[at] * powers[at];
      }
    }
  }

  private void divide(double[] flows, double[] powers) {
    for (int r = 0; r < sellers; r++) {
      for (int v = 0; v < buyers; v++) {
        int at = r * buyers + v;
        if (flows[at] > 0) {
          phi[at] = flows[at] / sales[r];
          theta[at] = flows[at] * powers[at] / spending[v];
        }
      }
    }
  }

  /** Whether a seller sells anything; where not, its price stays as it is. */
  boolean sells(int seller) {
    return sales[seller] > 0;
  }

  /** Whether a buyer buys anything. */
  boolean buys(int buyer) {
    return spending[buyer] > 0;
  }

  /**
   * The changes of the sellers' prices by the linearised equations, for changes of the powers given
   * in the same terms (relative or logarithmic).
   */
  double[] solveLinear(double[] shock) {
    double[] matrix = new double[sellers * sellers];
    fillMatrix(phi, theta, matrix);
    double[] right = new double[sellers];
    for (int v = 0; v < buyers; v++) {
      double mean = weightedMean(shock, v);
      for (int r = 0; r < sellers; r++) {
        int at = r * buyers + v;
        right[r] += phi[at] * ((sigma[v] + demand[v]) * mean - sigma[v] * shock[at]);
      }
    }
    return LinearSystem.solve(matrix, right);
  }

  /** The mean of a column under the buyer's spending shares. */
  double weightedMean(double[] values, int buyer) {
    double mean = 0;
    for (int r = 0; r < sellers; r++) {
      mean += theta[r * buyers + buyer] * values[r * buyers + buyer];
    }
    return mean;
  }

  /**
   * The negative Jacobian of log excess demand, at sales shares {@code weight} and spending shares
   * {@code share}. Its rows are strictly dominated by their diagonals wherever σ + η is not
   * negative, so that the system has one solution.
   */
  void fillMatrix(double[] weight, double[] share, double[] matrix) {
    double[] row = new double[buyers];
    for (int r = 0; r < sellers; r++) {
      double meanSigma = 0;
      for (int v = 0; v < buyers; v++) {
        double w = weight[r * buyers + v];
        row[v] = w * (sigma[v] + demand[v]);
        meanSigma += w * sigma[v];
      }
      for (int s = 0; s < sellers; s++) {
        matrix[r * sellers + s] = -dot(row, share, s * buyers);
      }
      matrix[r * sellers + r] += supply[r] + meanSigma;
    }
  }

  private static double dot(double[] row, double[] matrix, int from) {
    double sum = 0;
    for (int v = 0; v < row.length; v++) {
      sum += row[v] * matrix[from + v];
    }
    return sum;
  }
}
