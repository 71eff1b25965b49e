package org.tariffeconomics.equilibrium;

/** Works out one tariff change in a {@link SmartMarket}. */
final class SmartSimulation {

  private final SmartMarket market;
  private final double[] imports;
  private final double[] newTariffs;
  private final double[] relativePriceChanges;
  private final boolean[] beneficiary;
  private final double others;

  SmartSimulation(SmartMarket market, double[] newTariffs, boolean[] beneficiary) {
    this.market = market;
    this.imports = market.imports();
    this.newTariffs = newTariffs;
    this.beneficiary = beneficiary;
    this.relativePriceChanges = Ces.powerFactors(market.tariffs(), newTariffs);
    double sum = 0;
    for (int k = 0; k < imports.length; k++) {
      relativePriceChanges[k] -= 1;
      sum += beneficiary[k] ? 0 : imports[k];
    }
    this.others = sum;
  }

  SmartResult result() {
    double[] diversion = diversion();
    double[] creation = creation(diversion);
    double[] linear = new double[imports.length];
    double[] priceEffects = new double[imports.length];
    for (int k = 0; k < imports.length; k++) {
      linear[k] = beneficiary[k] ? linearDiversion(k) : 0;
      priceEffects[k] = priceEffect(k);
    }
    return new SmartResult(market, newTariffs, creation, diversion, linear, priceEffects);
  }

  /** What is taken from all others, together never more than they sell; the takers' gains first. */
  private double[] diversion() {
    double[] diversion = new double[imports.length];
    double total = 0;
    for (int k = 0; k < imports.length; k++) {
      diversion[k] = beneficiary[k] ? boundedDiversion(k) : 0;
      total += diversion[k];
    }
    double scale = total > others ? others / total : 1;
    for (int k = 0; k < imports.length; k++) {
      diversion[k] =
          beneficiary[k]
              ? scale * diversion[k]
              : others > 0 ? -scale * total * (imports[k] / others) : 0;
    }
    return diversion;
  }

  /** The ratio of purchases from k and from the others moves by x at unchanged total purchases. */
  private double boundedDiversion(int k) {
    double x = ratioChange(k);
    double divisor = imports[k] + others + imports[k] * x;
    return divisor > 0 ? imports[k] * others * x / divisor : 0;
  }

  private double linearDiversion(int k) {
    double total = imports[k] + others;
    return total > 0 ? Math.min(others, imports[k] * others * ratioChange(k) / total) : 0;
  }

  /** The change of the ratio of purchases, which cannot fall by more than all of it. */
  private double ratioChange(int k) {
    return Math.max(-1, -market.substitution() * relativePriceChanges[k]);
  }

  /** A rise of the tariff can end a supplier's imports, but not make them negative. */
  private double[] creation(double[] diversion) {
    double[] creation = new double[imports.length];
    double damping =
        market.supplyElasticity().isPresent()
            ? 1 - market.demandElasticity() / market.supplyElasticity().getAsDouble()
            : 1;
    for (int k = 0; k < imports.length; k++) {
      double unbounded = imports[k] * market.demandElasticity() * relativePriceChanges[k] / damping;
      creation[k] = Math.max(unbounded, -(imports[k] + diversion[k])) + 0.0;
    }
    return creation;
  }

  private double priceEffect(int k) {
    if (market.supplyElasticity().isEmpty()) {
      return 0;
    }
    double demand = market.demandElasticity();
    double supply = market.supplyElasticity().getAsDouble();
    return relativePriceChanges[k] * demand / (supply - demand) + 0.0;
  }
}
