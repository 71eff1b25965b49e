package org.tariffeconomics.uncertainty;

import static org.tariffeconomics.basics.Require.finite;
import static org.tariffeconomics.basics.Require.notNegative;
import static org.tariffeconomics.basics.Require.positive;

import java.util.Comparator;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.tariffeconomics.basics.Require;

/**
 * What one uncertain number may be, and how likely: normal, lognormal, uniform, triangular, a list
 * of values with probabilities, or one fixed value.
 *
 * <p>Every distribution is sampled through its quantile function, so that antithetic and
 * low-discrepancy draws work for all of them alike.
 *
 * @since 0.1.0
 */
public abstract sealed class Distribution
    permits Distribution.Normal,
        Distribution.Lognormal,
        Distribution.Uniform,
        Distribution.Triangular,
        Distribution.Discrete {

  private final String text;
  private final double mean;
  private final double standardDeviation;

  private Distribution(String text, double mean, double standardDeviation) {
    this.text = text;
    this.mean = finite("mean of " + text, mean);
    this.standardDeviation = finite("standard deviation of " + text, standardDeviation);
  }

  /**
   * The normal distribution.
   *
   * @param mean its mean
   * @param standardDeviation its standard deviation, not negative
   * @return the distribution
   * @throws IllegalArgumentException when a number is not finite or the deviation is negative
   */
  public static Distribution normal(double mean, double standardDeviation) {
    return new Normal(finite("mean", mean), notNegative("standardDeviation", standardDeviation));
  }

  /**
   * The lognormal distribution: its logarithm is normal.
   *
   * @param median the value below which half of the draws lie, positive
   * @param logStandardDeviation the standard deviation of the logarithm, not negative; 0.1 is
   *     roughly ±10 percent
   * @return the distribution
   * @throws IllegalArgumentException when the median is not positive, the deviation is negative, or
   *     the distribution's own mean or deviation would not be finite
   */
  public static Distribution lognormal(double median, double logStandardDeviation) {
    return new Lognormal(
        positive("median", median), notNegative("logStandardDeviation", logStandardDeviation));
  }

  /**
   * The uniform distribution.
   *
   * @param low its lower end
   * @param high its upper end, above the lower one
   * @return the distribution
   * @throws IllegalArgumentException when an end is not finite or high is not above low
   */
  public static Distribution uniform(double low, double high) {
    finite("low", low);
    finite("high", high);
    if (!(low < high)) {
      throw new IllegalArgumentException("high must be above low, but was " + low + " to " + high);
    }
    return new Uniform(low, high);
  }

  /**
   * The triangular distribution.
   *
   * @param low its lower end
   * @param mode its most likely value, from low to high
   * @param high its upper end, above the lower one
   * @return the distribution
   * @throws IllegalArgumentException when a number is not finite or they are out of order
   */
  public static Distribution triangular(double low, double mode, double high) {
    finite("low", low);
    finite("mode", mode);
    finite("high", high);
    if (!(low <= mode && mode <= high && low < high)) {
      throw new IllegalArgumentException(
          "low <= mode <= high with low < high is needed, but was "
              + low
              + ", "
              + mode
              + ", "
              + high);
    }
    return new Triangular(low, mode, high);
  }

  /**
   * A list of values, each with its probability: tariff scenarios, for instance. A value of
   * probability 0 is never drawn.
   *
   * @param values the values, at least one
   * @param probabilities as many probabilities, not negative, summing to 1 within 1e-9
   * @return the distribution
   * @throws IllegalArgumentException when the lengths differ, a number is not finite, a probability
   *     is negative, or they do not sum to 1
   */
  public static Distribution discrete(double[] values, double[] probabilities) {
    Objects.requireNonNull(probabilities, "probabilities");
    Objects.requireNonNull(values, "values");
    Require.sameLength("probabilities", probabilities.length, values.length);
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      finite("values[" + i + "]", values[i]);
      sum += notNegative("probabilities[" + i + "]", probabilities[i]);
    }
    Require.sumToOne("probabilities", sum);
    StringBuilder text = new StringBuilder("discrete(");
    for (int i = 0; i < values.length; i++) {
      text.append(i == 0 ? "" : ", ").append(values[i]).append(" at ").append(probabilities[i]);
    }
    return new Discrete(text.append(')').toString(), values, probabilities);
  }

  /**
   * A number without uncertainty.
   *
   * @param value the number, finite
   * @return the distribution
   * @throws IllegalArgumentException when the value is not finite
   */
  public static Distribution fixed(double value) {
    return new Discrete(
        text("fixed", value), new double[] {finite("value", value)}, new double[] {1});
  }

  /** {@return the mean, in the unit of the number} */
  public double mean() {
    return mean;
  }

  /** {@return the standard deviation, in the unit of the number} */
  public double standardDeviation() {
    return standardDeviation;
  }

  /**
   * The value below which a share of all draws lies.
   *
   * @param share the share, strictly between 0 and 1
   * @return the quantile, in the unit of the number
   * @throws IllegalArgumentException when the share is not strictly between 0 and 1
   */
  public double quantile(double share) {
    if (!(share > 0 && share < 1)) {
      throw new IllegalArgumentException(
          "share must be strictly between 0 and 1, but was " + share);
    }
    double[] one = {share};
    transform(one, 1);
    return one[0];
  }

  /** Replaces the first {@code count} shares, strictly between 0 and 1, by their quantiles. */
  abstract void transform(double[] shares, int count);

  /**
   * As {@link #transform}, but with the rare values of a list drawn at least as often as a floor
   * says; the weights of the draws are multiplied by what takes that back. The other distributions
   * have no rare values.
   */
  void transformEvenly(double[] shares, int count, double floor, double[] weights) {
    transform(shares, count);
  }

  /** Its kind and parameters, such as {@code normal(30000.0, 500.0)}. */
  @Override
  public String toString() {
    return text;
  }

  static final class Normal extends Distribution {
    private final double centre;
    private final double width;

    private Normal(double mean, double deviation) {
      super(text("normal", mean, deviation), mean, deviation);
      this.centre = mean;
      this.width = deviation;
    }

    @Override
    void transform(double[] shares, int count) {
      for (int i = 0; i < count; i++) {
        shares[i] = centre + width * NormalQuantile.of(shares[i]);
      }
    }
  }

  static final class Lognormal extends Distribution {
    private final double median;
    private final double width;

    private Lognormal(double median, double width) {
      super(
          text("lognormal", median, width),
          median * Math.exp(width * width / 2),
          median * Math.exp(width * width / 2) * Math.sqrt(Math.expm1(width * width)));
      this.median = median;
      this.width = width;
    }

    @Override
    void transform(double[] shares, int count) {
      for (int i = 0; i < count; i++) {
        shares[i] = median * Math.exp(width * NormalQuantile.of(shares[i]));
      }
    }
  }

  static final class Uniform extends Distribution {
    private final double low;
    private final double range;

    private Uniform(double low, double high) {
      super(text("uniform", low, high), low + (high - low) / 2, (high - low) / Math.sqrt(12));
      this.low = low;
      this.range = high - low;
    }

    @Override
    void transform(double[] shares, int count) {
      for (int i = 0; i < count; i++) {
        shares[i] = low + range * shares[i];
      }
    }
  }

  static final class Triangular extends Distribution {
    private final double low;
    private final double high;
    private final double shareBelowMode;
    private final double rising;
    private final double falling;

    private Triangular(double low, double mode, double high) {
      super(
          text("triangular", low, mode, high), (low + mode + high) / 3, deviation(low, mode, high));
      this.low = low;
      this.high = high;
      this.shareBelowMode = (mode - low) / (high - low);
      this.rising = (high - low) * (mode - low);
      this.falling = (high - low) * (high - mode);
    }

    private static double deviation(double low, double mode, double high) {
      double left = mode - low;
      double right = high - mode;
      return Math.sqrt((left * left + left * right + right * right) / 18);
    }

    @Override
    void transform(double[] shares, int count) {
      for (int i = 0; i < count; i++) {
        double share = shares[i];
        shares[i] =
            share <= shareBelowMode
                ? low + Math.sqrt(share * rising)
                : high - Math.sqrt((1 - share) * falling);
      }
    }
  }

  static final class Discrete extends Distribution {

    /** So many values can all be tried at every draw of the other inputs. */
    private static final int FEW = 8;

    /** In ascending order, so that larger shares have larger values, as a quantile must. */
    private final double[] values;

    private final double[] probabilities;
    private final double[] upTo;

    private Discrete(String text, double[] values, double[] probabilities) {
      super(text, mean(values, probabilities), deviation(values, probabilities));
      int[] possible =
          IntStream.range(0, values.length)
              .filter(i -> probabilities[i] > 0)
              .boxed()
              .sorted(Comparator.comparingDouble(i -> values[i]))
              .mapToInt(Integer::intValue)
              .toArray();
      this.values = IntStream.of(possible).mapToDouble(i -> values[i]).toArray();
      this.probabilities = IntStream.of(possible).mapToDouble(i -> probabilities[i]).toArray();
      this.upTo = cumulated(this.probabilities);
    }

    private static double mean(double[] values, double[] probabilities) {
      double mean = 0;
      for (int i = 0; i < values.length; i++) {
        mean += values[i] * probabilities[i];
      }
      return mean;
    }

    private static double deviation(double[] values, double[] probabilities) {
      double mean = mean(values, probabilities);
      double variance = 0;
      for (int i = 0; i < values.length; i++) {
        variance += (values[i] - mean) * (values[i] - mean) * probabilities[i];
      }
      return Math.sqrt(variance);
    }

    private static double[] cumulated(double[] probabilities) {
      double[] upTo = new double[probabilities.length];
      double sum = 0;
      for (int i = 0; i < upTo.length; i++) {
        sum += probabilities[i];
        upTo[i] = sum;
      }
      return upTo;
    }

    @Override
    void transform(double[] shares, int count) {
      for (int i = 0; i < count; i++) {
        shares[i] = values[index(shares[i], upTo)];
      }
    }

    @Override
    void transformEvenly(double[] shares, int count, double floor, double[] weights) {
      double[] drawn = raised(Math.min(floor, 0.5 / values.length));
      double[] drawnUpTo = cumulated(drawn);
      for (int i = 0; i < count; i++) {
        int at = index(shares[i], drawnUpTo);
        shares[i] = values[at];
        weights[i] *= probabilities[at] / drawn[at];
      }
    }

    boolean isShort() {
      return values.length <= FEW;
    }

    /** {@return the possible values, not to be changed} */
    double[] values() {
      return values;
    }

    /**
     * The covariance of two functions of the value.
     *
     * @param one the first function by value and draw
     * @param two the second
     * @param draw the draw
     */
    double covariance(double[][] one, double[][] two, int draw) {
      double meanOfOne = 0;
      double meanOfTwo = 0;
      for (int v = 0; v < values.length; v++) {
        meanOfOne += probabilities[v] * one[v][draw];
        meanOfTwo += probabilities[v] * two[v][draw];
      }
      double covariance = 0;
      for (int v = 0; v < values.length; v++) {
        covariance += probabilities[v] * (one[v][draw] - meanOfOne) * (two[v][draw] - meanOfTwo);
      }
      return covariance;
    }

    /** The probabilities with the small ones at the floor, and the others scaled to make room. */
    private double[] raised(double floor) {
      double small = 0;
      double room = 1;
      for (double probability : probabilities) {
        if (probability < floor) {
          small += probability;
          room -= floor;
        }
      }
      double scale = small == 0 ? 1 : room / (1 - small);
      return DoubleStream.of(probabilities).map(p -> p < floor ? floor : p * scale).toArray();
    }

    /** The last value takes what rounding leaves of the probabilities' sum. */
    private static int index(double share, double[] upTo) {
      int at = 0;
      while (at < upTo.length - 1 && share > upTo[at]) {
        at++;
      }
      return at;
    }
  }

  private static String text(String kind, double... parameters) {
    StringBuilder text = new StringBuilder(kind).append('(');
    for (int i = 0; i < parameters.length; i++) {
      text.append(i == 0 ? "" : ", ").append(String.format(Locale.ROOT, "%s", parameters[i]));
    }
    return text.append(')').toString();
  }
}
