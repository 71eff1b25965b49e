package org.tariffeconomics.uncertainty;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.apache.commons.math3.special.Erf;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.AscendingOrder;
import org.tariffeconomics.basics.Require;
import org.tariffeconomics.report.Cell;
import org.tariffeconomics.report.Chart;
import org.tariffeconomics.report.ChartLines;
import org.tariffeconomics.report.ChartScale;
import org.tariffeconomics.report.Table;

/**
 * The outcomes of a {@link MonteCarlo} study: mean, deviation, quantiles and probabilities, each
 * estimate with its Monte Carlo standard error, that is the noise which a further seed would show.
 *
 * <p>Standard errors allow for antithetic pairs: the pairs, not the draws, are taken as
 * independent. That of a quantile weighs the outcomes around it by how likely each has its rank in
 * a further study, after Maritz and Jarrett (1978), A note on estimating the variance of the sample
 * median, Journal of the American Statistical Association 73; it needs no density, and holds for
 * outcomes of a few values too.
 *
 * <p>No study tells of what none of its draws shows. Where no draw, or every draw, lies above a
 * limit, the standard error of the probability is half of the rule of three: two of them reach 3 /
 * n, the largest probability that leaves n draws without a case in 5 % of all studies. For the same
 * reason a quantile whose share is within 3 / n of 0 or 1 may lie beyond all draws, which its error
 * cannot show.
 *
 * @since 0.1.0
 */
public final class MonteCarloResult {

  /** With a chance of 5 %, none of n draws shows what has this probability over n. */
  private static final double RULE_OF_THREE = 3;

  /** How many deviations from its rank a quantile is looked for. */
  private static final double FARTHEST = 6;

  static final double[] USUAL_SHARES = {0.05, 0.25, 0.5, 0.75, 0.95};

  private final List<UncertainInput> inputs;
  private final long seed;
  private final boolean pairs;
  private final double[] outcomes;
  private final double[] ascending;
  private final double mean;
  private final double standardDeviation;

  MonteCarloResult(List<UncertainInput> inputs, long seed, boolean pairs, double[] outcomes) {
    this.inputs = inputs;
    this.seed = seed;
    this.pairs = pairs;
    this.outcomes = outcomes;
    this.ascending = AscendingOrder.of(outcomes);
    this.mean = Require.finite("The mean of the outcomes", mean(outcomes));
    this.standardDeviation =
        Require.finite("The deviation of the outcomes", deviation(outcomes, mean));
  }

  private static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }

  private static double deviation(double[] values, double mean) {
    double squares = 0;
    for (double value : values) {
      squares += (value - mean) * (value - mean);
    }
    return Math.sqrt(squares / (values.length - 1));
  }

  /** {@return the number of draws} */
  public int draws() {
    return outcomes.length;
  }

  /**
   * {@return the outcome of every draw, in the order of the draws: a new array, in the model's
   * unit}
   */
  public double[] outcomes() {
    return outcomes.clone();
  }

  /** {@return the mean of the outcomes, in the model's unit} */
  public double mean() {
    return mean;
  }

  /**
   * {@return the Monte Carlo standard error of {@link #mean()}, in the model's unit, not negative}
   */
  public double meanStandardError() {
    if (!pairs) {
      return standardDeviation / Math.sqrt(outcomes.length);
    }
    double[] means = new double[outcomes.length / 2];
    for (int i = 0; i < means.length; i++) {
      means[i] = (outcomes[2 * i] + outcomes[2 * i + 1]) / 2;
    }
    return deviation(means, mean) / Math.sqrt(means.length);
  }

  /**
   * The standard deviation of the outcomes: how uncertain one outcome is, not the mean.
   *
   * @return the standard deviation with divisor n − 1, in the model's unit
   */
  public double standardDeviation() {
    return standardDeviation;
  }

  /**
   * The outcome below which a share of the draws lies, linear between neighbours (definition 7 of
   * Hyndman and Fan, 1996).
   *
   * @param share the share, from 0 to 1; 0 gives the smallest outcome, 1 the largest
   * @return the quantile, in the model's unit
   * @throws IllegalArgumentException when the share is outside 0 to 1
   */
  public double quantile(double share) {
    Require.within("share", share, 0, 1);
    double rank = share * (ascending.length - 1);
    int below = (int) rank;
    int above = Math.min(below + 1, ascending.length - 1);
    return ascending[below] + (rank - below) * (ascending[above] - ascending[below]);
  }

  /**
   * The Monte Carlo standard error of {@link #quantile}. Of the outermost shares, where the draws
   * say little, it is itself rough.
   *
   * @param share the share, from 0 to 1
   * @return the standard error, in the model's unit, not negative
   * @throws IllegalArgumentException when the share is outside 0 to 1
   */
  public double quantileStandardError(double share) {
    Require.within("share", share, 0, 1);
    int last = ascending.length - 1;
    double rank = share * last;
    double noise = Math.max(1, spread(quantile(share), share) * ascending.length);
    int low = (int) Math.max(0, Math.floor(rank - FARTHEST * noise));
    int high = (int) Math.min(last, Math.ceil(rank + FARTHEST * noise));
    double[] weights = new double[high - low + 1];
    double below = 0;
    for (int i = low; i <= high; i++) {
      double upTo = i == high ? 1 : normal((i + 0.5 - rank) / noise);
      weights[i - low] = upTo - below;
      below = upTo;
    }
    return weightedDeviation(low, weights);
  }

  private double weightedDeviation(int low, double[] weights) {
    double centre = 0;
    for (int i = 0; i < weights.length; i++) {
      centre += weights[i] * ascending[low + i];
    }
    double squares = 0;
    for (int i = 0; i < weights.length; i++) {
      squares += weights[i] * (ascending[low + i] - centre) * (ascending[low + i] - centre);
    }
    return Math.sqrt(squares);
  }

  /** The share of a normal distribution up to a number of deviations. */
  private static double normal(double deviations) {
    return Erf.erfc(-deviations / Math.sqrt(2)) / 2;
  }

  /**
   * The share of the draws whose outcome lies above a limit.
   *
   * @param limit the limit, in the model's unit
   * @return the probability, from 0 to 1
   * @throws IllegalArgumentException when the limit is not a number
   */
  public double probabilityAbove(double limit) {
    Require.finite("limit", limit);
    return 1 - (double) countUpTo(limit) / ascending.length;
  }

  /**
   * The Monte Carlo standard error of {@link #probabilityAbove}.
   *
   * @param limit the limit, in the model's unit
   * @return the standard error, as a fraction; where no draw or every draw lies above the limit,
   *     1.5 over the number of draws (of pairs, where these are antithetic), and never 0 for want
   *     of a case
   * @throws IllegalArgumentException when the limit is not a number
   */
  public double probabilityAboveStandardError(double limit) {
    double share = probabilityAbove(limit);
    return share == 0 || share == 1 ? RULE_OF_THREE / 2 / units() : spread(limit, share);
  }

  /** How many outcomes, or pairs of them, are independent of each other. */
  private int units() {
    return pairs ? outcomes.length / 2 : outcomes.length;
  }

  private int countUpTo(double limit) {
    int low = 0;
    int high = ascending.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (ascending[middle] <= limit) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** The noise in the share of outcomes on one side of a limit. */
  private double spread(double limit, double share) {
    if (!pairs) {
      return Math.sqrt(share * (1 - share) / outcomes.length);
    }
    double[] shares = new double[outcomes.length / 2];
    for (int i = 0; i < shares.length; i++) {
      shares[i] = (upTo(limit, outcomes[2 * i]) + upTo(limit, outcomes[2 * i + 1])) / 2;
    }
    return deviation(shares, mean(shares)) / Math.sqrt(shares.length);
  }

  private static double upTo(double limit, double outcome) {
    return outcome <= limit ? 1 : 0;
  }

  /** {@return Mean, deviation and the 5, 25, 50, 75 and 95 percent quantiles} */
  public Table table() {
    return table("Monte Carlo outcomes", "", USUAL_SHARES);
  }

  /**
   * Mean, deviation and quantiles under a title of one's own.
   *
   * @param title what the outcome is
   * @param unit its unit, such as {@code USD}; may be empty
   * @param shares the shares of the quantiles, each from 0 to 1
   * @return the table
   * @throws IllegalArgumentException when a share is outside 0 to 1
   */
  public Table table(String title, String unit, double... shares) {
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(unit, "unit");
    Objects.requireNonNull(shares, "shares");
    List<List<Cell>> rows = new ArrayList<>();
    rows.add(row("mean", mean, Cell.number(meanStandardError(), 4, unit), unit));
    rows.add(row("standard deviation", standardDeviation, Cell.blank(), unit));
    for (double share : shares) {
      String name = String.format(Locale.ROOT, "%s%% quantile", Cell.number(share * 100, 1, ""));
      Cell error = Cell.number(quantileStandardError(share), 4, unit);
      rows.add(row(name, quantile(share), error, unit));
    }
    return new Table(
        title, List.of("estimate", "value", "Monte Carlo standard error"), rows, caption(unit));
  }

  /**
   * The outcomes as a picture: their cumulative share, with the middle 90 percent shaded.
   *
   * @param outcome what the outcome is
   * @param unit its unit, such as {@code USD}; may be empty
   * @return the picture
   */
  public Chart chart(String outcome, String unit) {
    Objects.requireNonNull(outcome, "outcome");
    Objects.requireNonNull(unit, "unit");
    List<ChartLines.Point> points = new ArrayList<>();
    int most = 200;
    for (int i = 0; i <= most; i++) {
      double share = (double) i / most;
      points.add(new ChartLines.Point(quantile(share), share));
    }
    ChartScale x = ChartScale.number(outcome, unit);
    ChartLines form =
        ChartLines.of(
                x,
                ChartScale.percent("share of the draws at or below"),
                List.of(new ChartLines.Line("draws", ChartLines.Shape.STRAIGHT, points)))
            .withShade(
                new ChartLines.Shade(quantile(0.05), quantile(0.95), "middle 90% of the draws"))
            .withMarks(
                List.of(
                    new ChartLines.Mark(
                        quantile(0.5), "median " + Cell.number(quantile(0.5), 2, unit)),
                    new ChartLines.Mark(mean, "mean " + Cell.number(mean, 2, unit))));
    return Chart.of("How uncertain: " + outcome, toString(), caption(unit), form);
  }

  private static List<Cell> row(String name, double value, Cell error, String unit) {
    return List.of(Cell.text(name), Cell.number(value, 4, unit), error);
  }

  List<String> caption(String unit) {
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT,
            "%,d draws%s, seed %d, inputs independent%s",
            outcomes.length,
            pairs ? " in antithetic pairs" : "",
            seed,
            unit.isEmpty() ? "" : "; in " + unit));
    inputs.forEach(input -> lines.add(input.toString()));
    return lines;
  }

  /** The mean with its standard error and the 5 to 95 percent range, in one line. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%.6g ± %.2g (5%%–95%%: %.6g to %.6g; %d draws)",
        mean,
        meanStandardError(),
        quantile(0.05),
        quantile(0.95),
        outcomes.length);
  }

  /** Two are equal when their contents are. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof MonteCarloResult that
        && inputs.equals(that.inputs)
        && seed == that.seed
        && pairs == that.pairs
        && Arrays.equals(outcomes, that.outcomes)
        && Arrays.equals(ascending, that.ascending)
        && Double.compare(mean, that.mean) == 0
        && Double.compare(standardDeviation, that.standardDeviation) == 0;
  }

  @Override
  public int hashCode() {
    return Objects.hash(inputs, seed, pairs, Arrays.hashCode(outcomes), Arrays.hashCode(ascending));
  }
}
