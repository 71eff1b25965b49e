package org.tariffeconomics.schedule;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.PlainNumber;
import org.tariffeconomics.basics.Texts;
import org.tariffeconomics.rate.DutyRate;
import org.tariffeconomics.report.Cell;
import org.tariffeconomics.report.Table;

/**
 * A staging category of a trade agreement: which part of the base rate is left at each stage, as an
 * exact fraction.
 *
 * <p>{@code rate = round(base · numerator / denominator)}, rounded once, by the schedule's own
 * rule: 19.8 × 4/9 is exactly 8.8, while 19.8 × 0.4444… falls below it. Rates are in the unit of
 * the schedule (percent, or cents a kilogram); published year columns go before what this computes.
 *
 * <p>Whole rates are staged component by component: a percentage in percent, money in the minor
 * unit of its currency (cents), each rounded by itself. A component of which nothing is left goes.
 *
 * @since 0.1.0
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
      Objects.requireNonNull(numerator, "numerator");
      Objects.requireNonNull(denominator, "denominator");
      PlainNumber.bounded("A remainder", numerator);
      PlainNumber.bounded("A remainder", denominator);
      if (numerator.signum() < 0 || denominator.signum() <= 0) {
        throw new IllegalArgumentException(
            "A remainder must be a fraction of zero or more, but was "
                + PlainNumber.shortText(numerator)
                + "/"
                + PlainNumber.shortText(denominator));
      }
      numerator = PlainNumber.plain(numerator);
      denominator = PlainNumber.plain(denominator);
    }

    /**
     * The fraction of two whole numbers.
     *
     * @param numerator its numerator, not negative
     * @param denominator its denominator, positive
     * @return the fraction
     * @throws IllegalArgumentException when it is negative or has no positive denominator
     */
    public static Remainder of(long numerator, long denominator) {
      return new Remainder(BigDecimal.valueOf(numerator), BigDecimal.valueOf(denominator));
    }

    /**
     * Reads {@code 0.25}, {@code 25%} or {@code 4/9}.
     *
     * @param text the text
     * @return the fraction
     * @throws IllegalArgumentException when it is none
     */
    public static Remainder parse(String text) {
      Objects.requireNonNull(text, "text");
      String form = Texts.readable("A remainder", text).strip();
      boolean percent = form.endsWith("%");
      String fraction = percent ? form.substring(0, form.length() - 1) : form;
      int stroke = fraction.indexOf('/');
      Optional<BigDecimal> numerator =
          PlainNumber.read(stroke < 0 ? fraction : fraction.substring(0, stroke));
      Optional<BigDecimal> denominator =
          PlainNumber.read(stroke < 0 ? "1" : fraction.substring(stroke + 1));
      if (numerator.isEmpty() || denominator.isEmpty()) {
        throw new IllegalArgumentException(unreadable(text));
      }
      BigDecimal part = numerator.get();
      return new Remainder(percent ? part.movePointLeft(2) : part, denominator.get());
    }

    private static String unreadable(String text) {
      return "A remainder must read like '4/9', '0.25' or '25%', but was " + Texts.quoted(text);
    }

    /**
     * What is left of a base rate.
     *
     * @param base the base rate in the unit of the schedule, not negative
     * @param rounding the schedule's rounding
     * @return the staged rate in the same unit
     * @throws IllegalArgumentException when the base rate is negative
     */
    public BigDecimal of(BigDecimal base, StageRounding rounding) {
      Objects.requireNonNull(base, "base");
      Objects.requireNonNull(rounding, "rounding");
      if (base.signum() < 0) {
        throw new IllegalArgumentException(
            "A base rate must not be negative, but was " + PlainNumber.shortText(base));
      }
      return rounding.quotient(base.multiply(numerator), denominator);
    }

    /**
     * What is left of a base rate, component by component.
     *
     * @param base the base rate: free, ad valorem, specific, or a sum, maximum or minimum of these
     * @param rounding the schedule's rounding, in percent and in the currency's minor unit
     * @return the staged rate
     * @throws IllegalArgumentException when the rate has a component without a number to stage
     */
    public DutyRate of(DutyRate base, StageRounding rounding) {
      Objects.requireNonNull(base, "base");
      Objects.requireNonNull(rounding, "rounding");
      return StagedRate.of(base, amount -> of(amount, rounding));
    }

    /** The fraction, {@code 4/9}; {@link #parse} reads it back. */
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
   * @throws IllegalArgumentException when there is no stage
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

  /** {@return a category that is free at once: nothing is left at stage 1} */
  public static StagedReduction immediate() {
    return new StagedReduction("immediate", List.of(Remainder.of(0, 1)));
  }

  /**
   * A category given by what is left at each stage.
   *
   * @param name the category's name
   * @param remainders the fraction left at stage 1, 2, …, at least one, none above the one before
   * @return the category
   * @throws IllegalArgumentException when there is none, or more is left than at the stage before
   */
  public static StagedReduction ofRemainders(String name, List<Remainder> remainders) {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(remainders, "remainders");
    Remainder last = Remainder.of(1, 1);
    for (Remainder each : remainders) {
      BigDecimal now = each.numerator().multiply(last.denominator());
      if (now.compareTo(last.numerator().multiply(each.denominator())) > 0) {
        throw new IllegalArgumentException("What is left must not grow, but was " + remainders);
      }
      last = each;
    }
    if (remainders.isEmpty()) {
      throw new IllegalArgumentException("A category must have a stage, but '" + name + "' has 0");
    }
    return new StagedReduction(name, remainders);
  }

  /**
   * A category given by how much is cut in total at each stage.
   *
   * @param name the category's name, e.g. {@code B+}
   * @param percents the cumulative cut at stage 1, 2, … in percent of the base, never falling
   * @return the category
   * @throws IllegalArgumentException when there is no cut, or one is not within 0…100 or falls
   */
  public static StagedReduction ofCumulativeCuts(String name, List<BigDecimal> percents) {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(percents, "percents");
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
    return ofRemainders(name, remainders);
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

  /** {@return the number of stages: how many there are, positive} */
  public int stages() {
    return remainders.size();
  }

  /**
   * The rate at a stage.
   *
   * @param base the base rate
   * @param stage the stage; 0 is before the first cut, stages past the last stay at the last
   * @param rounding the schedule's rounding
   * @return the staged rate; the base itself, unrounded, at stage 0
   * @throws IllegalArgumentException when the stage is negative or the rate cannot be staged
   */
  public DutyRate rateAt(DutyRate base, int stage, StageRounding rounding) {
    Objects.requireNonNull(base, "base");
    Objects.requireNonNull(rounding, "rounding");
    Remainder left = at(stage);
    return stage == 0 ? base : left.of(base, rounding);
  }

  /**
   * A line of a schedule made by this rule.
   *
   * @param code the tariff line
   * @param base the base rate
   * @param firstYear the year or stage number of stage 1
   * @param rounding the schedule's rounding
   * @return the line with a rate for each stage, the last of which is final
   * @throws IllegalArgumentException when the rate cannot be staged
   */
  public StagedLine line(HsCode code, DutyRate base, int firstYear, StageRounding rounding) {
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(base, "base");
    Objects.requireNonNull(rounding, "rounding");
    NavigableMap<Integer, DutyRate> rates = new TreeMap<>();
    for (int stage = 1; stage <= stages(); stage++) {
      rates.put(firstYear + stage - 1, rateAt(base, stage, rounding));
    }
    int last = firstYear + stages() - 1;
    return new StagedLine(code, "", base, rates, last, name, "");
  }

  /**
   * The stages of one base rate.
   *
   * @param base the base rate
   * @param rounding the schedule's rounding
   * @return one row per stage from 0 on: stage, what is left, rate
   * @throws IllegalArgumentException when the rate cannot be staged
   */
  public Table table(DutyRate base, StageRounding rounding) {
    Objects.requireNonNull(base, "base");
    Objects.requireNonNull(rounding, "rounding");
    List<List<Cell>> rows = new ArrayList<>();
    for (int stage = 0; stage <= stages(); stage++) {
      rows.add(
          List.of(
              Cell.number(BigDecimal.valueOf(stage), 0, ""),
              Cell.text(at(stage).toString()),
              Cell.text(rateAt(base, stage, rounding).toString())));
    }
    return Table.of(
        name + " on " + base + ", rounding " + rounding, List.of("stage", "left", "rate"), rows);
  }

  /**
   * The Swiss formula of tariff negotiations: a · r / (a + r).
   *
   * @param rate the old rate in percent, not negative
   * @param coefficient the coefficient a in percent, positive: no new rate exceeds it
   * @return the new rate in percent, to 34 digits
   * @throws IllegalArgumentException when the rate is negative or the coefficient not positive
   */
  public static BigDecimal swissFormula(BigDecimal rate, BigDecimal coefficient) {
    Objects.requireNonNull(rate, "rate");
    Objects.requireNonNull(coefficient, "coefficient");
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

  /** Two are equal when their contents are. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof StagedReduction that
        && name.equals(that.name)
        && remainders.equals(that.remainders);
  }

  @Override
  public int hashCode() {
    return Objects.hash(name, remainders);
  }
}
