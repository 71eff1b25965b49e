package org.tariffeconomics.economy;

/**
 * The first-order terms of trade and volume of trade of Caliendo and Parro (2015, equation 15), as
 * a fraction of base income: for comparison with the literature. Changes are ratios less one, as in
 * the authors' code. The terms are a linear approximation, whose sum can be far from welfare: they
 * say +1.31 percent of Mexico in NAFTA, where +0.007 is right. {@link Decomposition} adds up.
 *
 * @param termsOfTrade exports at the change of own costs less imports at the change of others'
 *     costs
 * @param volumeOfTrade base duties times the change of the volume of imports
 * @since 0.1.0
 */
public record FirstOrderTerms(double termsOfTrade, double volumeOfTrade) {

  static FirstOrderTerms of(int e, Solution solution, World base) {
    Kernel k = solution.pass().k;
    double terms = 0;
    double volume = 0;
    for (int sector = 0; sector < k.sectors; sector++) {
      double own = Math.expm1(solution.pass().logCosts[sector * k.n + e]);
      for (int i = 0; i < k.n; i++) {
        int bought = (sector * k.n + e) * k.n + i;
        double imports = base.flows()[bought];
        double exports = base.flows()[(sector * k.n + i) * k.n + e];
        double cost = Math.expm1(solution.pass().logCosts[sector * k.n + i]);
        terms += exports * own - imports * cost;
        double duty = base.duties()[bought];
        if (duty != 0 && imports > 0) {
          double change = solution.flow(sector, e, i) / imports;
          volume += duty * imports * (change - 1 - cost);
        }
      }
    }
    double income = k.income[e] + k.revenue[e] + k.deficits[e];
    return new FirstOrderTerms(terms / income, volume / income);
  }

  /** {@return the sum, what first-order welfare is} */
  public double welfare() {
    return termsOfTrade + volumeOfTrade;
  }
}
