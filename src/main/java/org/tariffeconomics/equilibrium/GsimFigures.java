package org.tariffeconomics.equilibrium;

import org.tariffeconomics.basics.Require;

/** The figures of a {@link GsimResult} while they are worked out. */
final class GsimFigures {

  /** The new price over the old: of prices that fall to nearly nothing it keeps all digits. */
  final double[] priceFactor;

  final double[] outputFactor;
  final double[] price;
  final double[] composite;
  final double[] output;
  final double[] producerSurplus;
  final double[] consumerSurplus;
  final double[] revenue;
  final double[] flows;

  GsimFigures(int regions) {
    priceFactor = new double[regions];
    outputFactor = new double[regions];
    price = new double[regions];
    composite = new double[regions];
    output = new double[regions];
    producerSurplus = new double[regions];
    consumerSurplus = new double[regions];
    revenue = new double[regions];
    flows = new double[regions * regions];
  }

  GsimFigures checked() {
    check("producer price", price);
    check("composite price", composite);
    check("output", output);
    check("producer surplus", producerSurplus);
    check("consumer surplus", consumerSurplus);
    check("tariff revenue", revenue);
    check("a flow", flows);
    return this;
  }

  private static void check(String name, double[] values) {
    for (double value : values) {
      Require.finiteResult(name, value);
    }
  }
}
