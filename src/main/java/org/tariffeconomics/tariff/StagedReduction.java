package org.tariffeconomics.tariff;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * A staging category of a trade agreement: which part of the base rate is left at each stage, as an
 * exact fraction.
 *
 * <p>{@code rate = round(base · numerator / denominator)}, rounded once, by the schedule's own
 * rule: 19.8 × 4/9 is exactly 8.8, while 19.8 × 0.4444… falls below it. Rates are in the unit of
 * the schedule (percent, or cents a kilogram); published year columns go before what this computes.
 */
public final class StagedReduction {

  private final String name;
  private final List<Remainder> remainders;

  private StagedReduction(String name, List<Remainder> remainders) {
    this.name = name;
    this.remainders = List.copyOf(remainders);
  }

  /**
   * The fraction of the base rate that is left.
   *
   * @param numerator its numerator, not negative
   * @param denominator its denominator, positive
   */
  public record Remainder(BigDecimal numerator, BigDecimal denominator) {

    /**
     * Creates a fraction.
     *
     * @param numerator its numerator, not negative
     * @param denominator its denominator, positive
     * @throws IllegalArgumentException when it is negative or has no positive denominator
     */
    public Remainder {
      if (numerator.signum() < 0 || denominator.signum() <= 0) {
        throw new IllegalArgumentException(
            "A remainder must be a fraction of zero or more, but was "
                + numerator
                + "/"
                + denominator);
      }
    }

    /**
     * Reads {@code 0.25} or {@code 4/9}.
     *
     * @param text the text
     * @return the fraction
     */
    public static Remainder parse(String text) {
      String[] parts = text.strip().split("/", -1);
      BigDecimal denominator = parts.length > 1 ? new BigDecimal(parts[1].strip()) : BigDecimal.ONE;
      return new Remainder(new BigDecimal(parts[0].strip()), denominator);
    }

    /**
     * What is left of a base rate.
     *
     * @param base the base rate in the unit of the schedule, not negative
     * @param rounding the schedule's rounding
     * @return the staged rate in the same unit
     */
    public BigDecimal of(BigDecimal base, StageRounding rounding) {
      if (base.signum() < 0) {
        throw new IllegalArgumentException("A base rate must not be negative, but was " + base);
      }
      return rounding.quotient(base.multiply(numerator), denominator);
    }

    /** The fraction, {@code 4/9}. */
    @Override
    public String toString() {
      return numerator.toPlainString() + "/" + denominator.toPlainString();
    }
  }

  /**
   * Equal cuts over some stages: (n − k)/n of the base is left at stage k, nothing at stage n.
   *
   * @param stages the number of stages, positive
   * @return the category
   */
  public static StagedReduction linear(int stages) {
    if (stages < 1) {
      throw new IllegalArgumentException("stages must be positive, but was " + stages);
    }
    List<Remainder> remainders = new ArrayList<>();
    for (int stage = 1; stage <= stages; stage++) {
      remainders.add(new Remainder(BigDecimal.valueOf(stages - stage), BigDecimal.valueOf(stages)));
    }
    return new StagedReduction("linear over " + stages, remainders);
  }

  /**
   * A category given by how much is cut in total at each stage.
   *
   * @param name the category's name, e.g. {@code B+}
   * @param percents the cumulative cut at stage 1, 2, … in percent of the base, never falling
   * @return the category
   * @throws IllegalArgumentException when a cut is not within 0…100 or falls
   */
  public static StagedReduction ofCumulativeCuts(String name, List<BigDecimal> percents) {
    BigDecimal hundred = BigDecimal.valueOf(100);
    BigDecimal last = BigDecimal.ZERO;
    List<Remainder> remainders = new ArrayList<>();
    for (BigDecimal cut : percents) {
      if (cut.compareTo(last) < 0 || cut.compareTo(hundred) > 0) {
        throw new IllegalArgumentException(
            "Cumulative cuts must rise within 0 and 100, but were " + percents);
      }
      remainders.add(new Remainder(hundred.subtract(cut), hundred));
      last = cut;
    }
    return new StagedReduction(name, remainders);
  }

  /**
   * What is left at a stage.
   *
   * @param stage the stage; 0 is before the first cut, stages past the last stay at the last
   * @return the fraction of the base
   * @throws IllegalArgumentException when the stage is negative
   */
  public Remainder at(int stage) {
    if (stage < 0) {
      throw new IllegalArgumentException("stage must not be negative, but was " + stage);
    }
    return stage == 0
        ? new Remainder(BigDecimal.ONE, BigDecimal.ONE)
        : remainders.get(Math.min(stage, remainders.size()) - 1);
  }

  /**
   * The Swiss formula of tariff negotiations: a · r / (a + r).
   *
   * @param rate the old rate in percent, not negative
   * @param coefficient the coefficient a in percent, positive: no new rate exceeds it
   * @return the new rate in percent, to 34 digits
   */
  public static BigDecimal swissFormula(BigDecimal rate, BigDecimal coefficient) {
    if (rate.signum() < 0 || coefficient.signum() <= 0) {
      throw new IllegalArgumentException(
          "The Swiss formula needs a rate of zero or more and a positive coefficient, but had "
              + rate
              + " and "
              + coefficient);
    }
    return StageRounding.NONE.quotient(coefficient.multiply(rate), coefficient.add(rate));
  }

  /** The category's name. */
  @Override
  public String toString() {
    return name;
  }
}
