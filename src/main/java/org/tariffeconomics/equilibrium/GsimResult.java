package org.tariffeconomics.equilibrium;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tariffeconomics.report.Cell;
import org.tariffeconomics.report.Table;

/**
 * What new tariffs do to every region of a {@link GsimModel}. Changes of prices and output are
 * fractions, surpluses and revenue are money of the flows, positive where the region gains.
 *
 * @since 0.1.0
 */
public final class GsimResult {

  private final GsimModel model;
  private final SolutionMode mode;
  private final GsimFigures figures;
  private final int iterations;

  GsimResult(GsimModel model, SolutionMode mode, GsimFigures figures, int iterations) {
    this.model = model;
    this.mode = mode;
    this.figures = figures;
    this.iterations = iterations;
  }

  /** {@return the model before the change} */
  public GsimModel model() {
    return model;
  }

  /** {@return how the model was solved: exact or log-linear} */
  public SolutionMode mode() {
    return mode;
  }

  /**
   * The Newton steps that were made; 1 for the linear solution.
   *
   * @return the count; 0 when nothing had to move
   */
  public int iterations() {
    return iterations;
  }

  /** {@return the changes of the prices that the regions' producers get: fractions, by region} */
  public double[] producerPriceChanges() {
    return figures.price.clone();
  }

  /**
   * {@return the changes of the price indices that the regions' buyers pay, duty included:
   * fractions, by region}
   */
  public double[] compositePriceChanges() {
    return figures.composite.clone();
  }

  /** {@return the changes of the regions' output: fractions, by region} */
  public double[] outputChanges() {
    return figures.output.clone();
  }

  /** {@return the changes of producer surplus: money, by region} */
  public double[] producerSurplus() {
    return figures.producerSurplus.clone();
  }

  /** {@return the changes of consumer surplus: money, by region} */
  public double[] consumerSurplus() {
    return figures.consumerSurplus.clone();
  }

  /** {@return the changes of tariff revenue: money, by region} */
  public double[] tariffRevenue() {
    return figures.revenue.clone();
  }

  /**
   * The changes of welfare: producer surplus, consumer surplus and tariff revenue together.
   *
   * @return money, by region
   */
  public double[] netWelfare() {
    double[] net = new double[figures.price.length];
    for (int r = 0; r < net.length; r++) {
      net[r] = net(r);
    }
    return net;
  }

  private double net(int region) {
    return figures.producerSurplus[region]
        + figures.consumerSurplus[region]
        + figures.revenue[region];
  }

  /**
   * A flow after the change.
   *
   * @param seller the selling region, counted from 0
   * @param buyer the buying region, counted from 0
   * @return money at new prices before duty; the linear solution can give a negative one
   * @throws IndexOutOfBoundsException when there is no such region
   */
  public double flow(int seller, int buyer) {
    return figures.flows[model.at(seller, buyer)];
  }

  /**
   * How far a region's markets are from clearing: its sales at new prices against its output at new
   * prices, {@code Σ flows / (old sales · p^(1+ε)) − 1} in the exact and to first order in the
   * linear solution.
   *
   * @param region the region, counted from 0
   * @return a fraction; rounding only in the exact solution, and 0 where nothing is sold
   */
  public double clearingResidual(int region) {
    double before = 0;
    double after = 0;
    for (int v = 0; v < model.regions().size(); v++) {
      before += model.flow(region, v);
      after += flow(region, v);
    }
    double supplied = before * figures.priceFactor[region] * figures.outputFactor[region];
    // output that no number is small enough for is nothing, and so is what is bought of it
    return Math.abs(supplied) < Double.MIN_NORMAL ? 0 : after / supplied - 1;
  }

  /**
   * {@return a row for each region: prices, output, surpluses, revenue, welfare; and the world's
   * total}
   */
  public Table table() {
    List<List<Cell>> rows = new ArrayList<>();
    for (int r = 0; r < model.regions().size(); r++) {
      rows.add(
          List.of(
              Cell.text(model.regions().get(r)),
              Cell.relative(figures.price[r], 2),
              Cell.relative(figures.composite[r], 2),
              Cell.relative(figures.output[r], 2),
              money(figures.producerSurplus[r]),
              money(figures.consumerSurplus[r]),
              money(figures.revenue[r]),
              money(net(r))));
    }
    rows.add(totals());
    return Table.of(
            "Industry equilibrium (+ is a gain)",
            List.of("region", "price", "composite", "output", "PS", "CS", "revenue", "welfare"),
            rows)
        .withCaption(List.of("solved " + mode + "; PS and CS are producer and consumer surplus"));
  }

  private List<Cell> totals() {
    return List.of(
        Cell.text("Total"),
        Cell.blank(),
        Cell.blank(),
        Cell.blank(),
        money(Sums.of(figures.producerSurplus)),
        money(Sums.of(figures.consumerSurplus)),
        money(Sums.of(figures.revenue)),
        money(Sums.of(netWelfare())));
  }

  private static Cell money(double amount) {
    return Cell.number(amount, 2, "money");
  }

  /** The number of regions and the world's welfare. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "GSIM %s, %d regions: world welfare %+.4g",
        mode,
        model.regions().size(),
        Sums.of(netWelfare()));
  }
}
