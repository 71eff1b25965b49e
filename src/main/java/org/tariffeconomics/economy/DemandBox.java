package org.tariffeconomics.economy;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/**
 * What a world of one sector may spend, sell and buy where wages and an importer's pulls are known
 * only between two: intervals of flows, and of the derivatives of a weighted sum of what markets
 * ask for more than there is.
 *
 * <p>Of an importer's net pulls {@code y = b w^−θ} each lies between two whatever the others do, so
 * that the extremes of weighted means of them are found exactly.
 */
final class DemandBox {

  private static final int MOST_STEPS = 100;

  private final Kernel k;
  private final int n;
  private final double theta;

  final double[] earnedLow;
  final double[] earnedHigh;
  private final double[] spentLow;
  private final double[] spentHigh;

  /** Net pulls at wages, {@code [importer * n + exporter]}. */
  private final double[] netLow;

  private final double[] netHigh;
  private final double[] flowsLow;
  private final double[] flowsHigh;
  private double worldLow;
  private double worldHigh;

  /**
   * @param least net pulls at their least
   * @param most net pulls at their most
   * @param low logarithms of wages at their least
   * @param high logarithms of wages at their most
   */
  DemandBox(Kernel kernel, double[] least, double[] most, double[] low, double[] high) {
    this.k = kernel;
    this.n = kernel.n;
    this.theta = kernel.theta[0];
    this.earnedLow = new double[n];
    this.earnedHigh = new double[n];
    this.spentLow = new double[n];
    this.spentHigh = new double[n];
    this.netLow = new double[n * n];
    this.netHigh = new double[n * n];
    this.flowsLow = new double[n * n];
    this.flowsHigh = new double[n * n];
    earn(low, high);
    spend();
    pull(least, most, low, high);
  }

  private void earn(double[] low, double[] high) {
    for (int e = 0; e < n; e++) {
      earnedLow[e] = Math.exp(low[e]) * k.income[e];
      earnedHigh[e] = Math.exp(high[e]) * k.income[e];
      worldLow += earnedLow[e];
      worldHigh += earnedHigh[e];
    }
  }

  /** Deficits are shares of the world's labour income; an economy's own wage counts once. */
  private void spend() {
    for (int e = 0; e < n; e++) {
      double deficit = deficit(e);
      boolean gives = deficit < 0;
      double others = gives ? worldHigh - earnedHigh[e] : worldLow - earnedLow[e];
      double most = gives ? worldLow - earnedLow[e] : worldHigh - earnedHigh[e];
      spentLow[e] = (1 + deficit) * earnedLow[e] + deficit * others;
      spentHigh[e] = (1 + deficit) * earnedHigh[e] + deficit * most;
    }
  }

  private void pull(double[] least, double[] most, double[] low, double[] high) {
    double[] dear = new double[n];
    double[] cheap = new double[n];
    Arrays.setAll(dear, i -> Math.exp(-theta * high[i]));
    Arrays.setAll(cheap, i -> Math.exp(-theta * low[i]));
    for (int to = 0; to < n; to++) {
      double allLow = 0;
      double allHigh = 0;
      for (int i = 0; i < n; i++) {
        int cell = to * n + i;
        netLow[cell] = least[cell] * dear[i];
        netHigh[cell] = most[cell] * cheap[i];
        allLow += netLow[cell];
        allHigh += netHigh[cell];
      }
      for (int i = 0; i < n; i++) {
        int cell = to * n + i;
        flowsLow[cell] = spentLow[to] * share(netLow[cell], allHigh - netHigh[cell]);
        flowsHigh[cell] = spentHigh[to] * share(netHigh[cell], allLow - netLow[cell]);
      }
    }
  }

  private static double share(double part, double others) {
    return part > 0 ? part / (part + Math.max(0, others)) : 0;
  }

  /** An economy's deficit as a share of the world's labour income. */
  double deficit(int e) {
    return k.deficits[e] / k.worldIncome;
  }

  /** Whether all spend something whatever the case. */
  boolean isSound() {
    return Arrays.stream(spentLow).allMatch(spent -> spent > 0)
        && Double.isFinite(worldHigh)
        && Arrays.stream(flowsHigh).allMatch(Double::isFinite);
  }

  double spentLow(int e) {
    return spentLow[e];
  }

  double spentHigh(int e) {
    return spentHigh[e];
  }

  /** An exporter's share of what an importer spends before duty, at its least or its most. */
  double share(int to, int from, boolean largest) {
    return largest
        ? flowsHigh[to * n + from] / spentHigh[to]
        : flowsLow[to * n + from] / spentLow[to];
  }

  /** The least or the most of a mean over exporters, weighted by what an importer buys of them. */
  double mean(double[] values, int to, boolean largest) {
    return extremeMean(values, netLow, netHigh, to * n, largest);
  }

  /**
   * The least or the most of Σ v y/Σ y with each weight y between two: those above the mean at one
   * end and those below at the other, repeated until the mean is its own. A mean that has not
   * settled is bounded by the values themselves.
   */
  static double extremeMean(double[] values, double[] low, double[] high, int at, boolean largest) {
    double mean = largest ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
    for (int step = 0; step < MOST_STEPS; step++) {
      double above = 0;
      double below = 0;
      for (int i = 0; i < values.length; i++) {
        double weight = values[i] > mean == largest ? high[at + i] : low[at + i];
        above += values[i] * weight;
        below += weight;
      }
      double next = above / below;
      if (largest ? next <= mean : next >= mean) {
        return mean;
      }
      mean = next;
    }
    DoubleStream all = Arrays.stream(values);
    return (largest ? all.max() : all.min()).orElse(Double.NaN);
  }

  /**
   * Intervals of the derivatives, by logarithms of wages, of Σ λ (demand for an exporter's labour
   * less what it earns).
   *
   * @param weights λ by exporter
   * @param low filled with the least of each derivative
   * @param high filled with the most
   */
  void slopes(double[] weights, double[] low, double[] high) {
    double[] meanLow = new double[n];
    double[] meanHigh = new double[n];
    double worldlyLow = 0;
    double worldlyHigh = 0;
    for (int to = 0; to < n; to++) {
      meanLow[to] = mean(weights, to, false);
      meanHigh[to] = mean(weights, to, true);
      double deficit = deficit(to);
      worldlyLow += deficit * (deficit < 0 ? meanHigh[to] : meanLow[to]);
      worldlyHigh += deficit * (deficit < 0 ? meanLow[to] : meanHigh[to]);
    }
    for (int i = 0; i < n; i++) {
      double least = meanLow[i] + worldlyLow - weights[i];
      double most = meanHigh[i] + worldlyHigh - weights[i];
      low[i] = least * (least < 0 ? earnedHigh[i] : earnedLow[i]);
      high[i] = most * (most < 0 ? earnedLow[i] : earnedHigh[i]);
    }
    for (int to = 0; to < n; to++) {
      for (int i = 0; i < n; i++) {
        double least = weights[i] - meanHigh[to];
        double most = weights[i] - meanLow[to];
        int cell = to * n + i;
        low[i] -= theta * most * (most < 0 ? flowsLow[cell] : flowsHigh[cell]);
        high[i] -= theta * least * (least < 0 ? flowsHigh[cell] : flowsLow[cell]);
      }
    }
  }
}
