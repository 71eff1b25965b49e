package org.tariffeconomics.indicator;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.function.DoublePredicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.Require;
import org.tariffeconomics.report.Cell;
import org.tariffeconomics.report.Table;

/**
 * The averages and the spread of a tariff schedule.
 *
 * <p>Rates are fractions. Each average answers another question: the simple one describes the law,
 * the simple one of subheading averages takes out that some subheadings are split into many lines
 * (as the WTO's World Tariff Profiles do), and the trade-weighted one describes what is bought,
 * although it understates high tariffs because they keep imports out; {@link #weighted} takes
 * weights that the tariff does not touch, such as world trade.
 *
 * <p>A profile has at least one line. Averages over imports are empty where nothing is imported.
 * Source: WTO, ITC and UNCTAD, World Tariff Profiles, technical notes.
 *
 * @since 0.1.0
 */
public final class TariffProfile {

  /** The WTO's threshold of an international peak: above 15 percent. */
  private static final double INTERNATIONAL_PEAK = 0.15;

  /** The WTO's threshold of a domestic peak: above three times the simple average. */
  private static final double DOMESTIC_PEAK_MULTIPLE = 3;

  private final List<TariffLine> lines;
  private final double[] tariffs;
  private final double[] imports;

  private TariffProfile(List<TariffLine> lines) {
    this.lines = List.copyOf(lines);
    this.tariffs = lines.stream().mapToDouble(TariffLine::tariff).toArray();
    this.imports = lines.stream().mapToDouble(TariffLine::imports).toArray();
    Require.finiteResult("the trade-weighted average", tradeWeighted().orElse(0));
    Require.finiteResult("the standard deviation", standardDeviation());
  }

  /**
   * A profile of lines.
   *
   * @param lines the lines, at least one
   * @return the profile
   * @throws IllegalArgumentException when there is no line, or the lines are so extreme that their
   *     averages would not be finite
   */
  public static TariffProfile of(List<TariffLine> lines) {
    Objects.requireNonNull(lines, "lines");
    Require.notEmpty("lines", lines.size());
    return new TariffProfile(lines);
  }

  /** {@return the simple average over lines, a fraction} */
  public double simple() {
    return Arithmetic.sum(tariffs) / tariffs.length;
  }

  /** {@return the simple average of the simple averages of the subheadings, a fraction} */
  public double simpleOfSubheadings() {
    Map<String, Double> means =
        lines.stream()
            .collect(
                Collectors.groupingBy(
                    TariffLine::subheading,
                    LinkedHashMap::new,
                    Collectors.averagingDouble(TariffLine::tariff)));
    return means.values().stream().mapToDouble(Double::doubleValue).average().orElseThrow();
  }

  /**
   * {@return the average weighted with the imports under each line, a fraction; empty where nothing
   * is imported}
   */
  public OptionalDouble tradeWeighted() {
    return Arithmetic.weightedMean(tariffs, imports);
  }

  /**
   * The average with weights of the caller's choice, such as the imports of a reference group, of
   * the world, or of a year before the tariffs changed.
   *
   * @param weights one weight a line, in the lines' order, not negative; they need not sum to one
   * @return the average, a fraction
   * @throws IllegalArgumentException when the length differs, a weight is negative or all are zero
   */
  public double weighted(double... weights) {
    Objects.requireNonNull(weights, "weights");
    Require.sameLength("weights", weights.length, "lines", lines.size());
    double[] copy = Require.each("weights", weights, Require::notNegative);
    Require.positiveTotal("weights", copy);
    return Require.finiteResult(
        "the average", Arithmetic.weightedMean(tariffs, copy).orElseThrow());
  }

  /**
   * The part of imports that enters under lines with a duty.
   *
   * @return the part by value, from 0 to 1; empty where nothing is imported
   */
  public OptionalDouble dutiableShare() {
    double[] dutiable = new double[tariffs.length];
    for (int i = 0; i < tariffs.length; i++) {
      dutiable[i] = tariffs[i] > 0 ? 1 : 0;
    }
    return Arithmetic.weightedMean(dutiable, imports);
  }

  /**
   * The part of lines without a duty.
   *
   * @return the part by count, from 0 to 1
   */
  public double dutyFreeLines() {
    return partOfLines(t -> t <= 0);
  }

  /**
   * The part of lines above a rate.
   *
   * @param rate the rate, a fraction
   * @return the part by count, from 0 to 1
   * @throws IllegalArgumentException when the rate is not finite
   */
  public double linesAbove(double rate) {
    Require.finite("rate", rate);
    return partOfLines(t -> t > rate);
  }

  /**
   * The part of lines above 15 percent, the WTO's international peaks.
   *
   * @return the part by count, from 0 to 1
   */
  public double internationalPeaks() {
    return linesAbove(INTERNATIONAL_PEAK);
  }

  /**
   * The part of lines above three times the simple average, the WTO's domestic peaks.
   *
   * @return the part by count, from 0 to 1
   */
  public double domesticPeaks() {
    return linesAbove(DOMESTIC_PEAK_MULTIPLE * simple());
  }

  private double partOfLines(DoublePredicate which) {
    return (double) lines.stream().mapToDouble(TariffLine::tariff).filter(which).count()
        / lines.size();
  }

  /** {@return the highest rate, a fraction} */
  public double highest() {
    return lines.stream().mapToDouble(TariffLine::tariff).max().orElseThrow();
  }

  /** {@return the lowest rate, a fraction} */
  public double lowest() {
    return lines.stream().mapToDouble(TariffLine::tariff).min().orElseThrow();
  }

  /**
   * {@return the standard deviation of rates over lines, for all lines and not a sample of them
   * (divisor n), a fraction}
   */
  public double standardDeviation() {
    double mean = simple();
    double squares = 0;
    for (double tariff : tariffs) {
      squares += (tariff - mean) * (tariff - mean);
    }
    return Math.sqrt(squares / tariffs.length);
  }

  /** {@return the profile as a table, a line for each measure} */
  public Table table() {
    List<List<Cell>> rows = new ArrayList<>();
    rows.add(row("simple average", OptionalDouble.of(simple())));
    rows.add(row("simple average of subheadings", OptionalDouble.of(simpleOfSubheadings())));
    rows.add(row("trade-weighted average", tradeWeighted()));
    rows.add(row("lowest", OptionalDouble.of(lowest())));
    rows.add(row("highest", OptionalDouble.of(highest())));
    rows.add(row("standard deviation", OptionalDouble.of(standardDeviation())));
    rows.add(row("dutiable part of imports", dutiableShare()));
    rows.add(row("lines without duty", OptionalDouble.of(dutyFreeLines())));
    rows.add(row("lines above 15 %", OptionalDouble.of(internationalPeaks())));
    rows.add(row("lines above 3 x average", OptionalDouble.of(domesticPeaks())));
    return Table.of(
        "Tariff profile of " + lines.size() + " lines", List.of("measure", "value"), rows);
  }

  private static List<Cell> row(String measure, OptionalDouble value) {
    return List.of(
        Cell.text(measure),
        value.isPresent()
            ? Cell.percent(value.getAsDouble(), 2)
            : Cell.unknown("nothing is imported"));
  }

  /** The number of lines and their simple average. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "TariffProfile of %d lines, simple average %.2f%%",
        lines.size(),
        100 * simple());
  }

  /** Two are equal when their contents are. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof TariffProfile that
        && lines.equals(that.lines)
        && Arrays.equals(tariffs, that.tariffs)
        && Arrays.equals(imports, that.imports);
  }

  @Override
  public int hashCode() {
    return Objects.hash(lines, Arrays.hashCode(tariffs), Arrays.hashCode(imports));
  }
}
