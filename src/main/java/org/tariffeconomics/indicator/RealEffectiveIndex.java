package org.tariffeconomics.indicator;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.Require;
import org.tariffeconomics.report.Cell;
import org.tariffeconomics.report.Table;

/**
 * The real effective exchange rate of a country against its rivals in one market, together with its
 * tariff position against the same rivals, as geometric means.
 *
 * <p>All three indices are ratios, neutral at 1 and independent of the order of rivals:
 *
 * <pre>{@code
 * reer                  = exp Σ w_k ln(e_k p_k)           above 1: a real appreciation
 * tariffCompetitiveness = exp Σ w_k ln((1+t_k)/(1+t))     above 1: rivals pay the higher tariff
 * combined              = tariffCompetitiveness / reer    above 1: more competitive in all
 * }</pre>
 *
 * <p>Here e_k is the index of the own currency's value in that of rival k (a rise is an
 * appreciation), p_k the index of own prices over k's prices, t_k the tariff on k and t the own
 * one. Weights sum to one. Source: the geometric real effective rate as in Turner and Van 't dack
 * (1993), with tariff powers beside prices.
 *
 * @since 0.1.0
 */
public final class RealEffectiveIndex {

  /** How far from one the weights may sum: room for printed weights, not for a missing rival. */
  private static final double WEIGHT_SLACK = 1e-6;

  private final double ownTariff;
  private final List<RivalTerms> rivals;

  private RealEffectiveIndex(double ownTariff, List<RivalTerms> rivals) {
    this.ownTariff = ownTariff;
    this.rivals = rivals;
  }

  /**
   * The indices of a country against rivals.
   *
   * @param ownTariff the tariff that the country itself faces, a fraction above −1
   * @param rivals the rivals' terms; their weights sum to one
   * @return the indices
   * @throws IllegalArgumentException when the tariff is out of bounds or the weights do not sum to
   *     one within 1e-6
   */
  public static RealEffectiveIndex of(double ownTariff, List<RivalTerms> rivals) {
    Objects.requireNonNull(rivals, "rivals");
    Require.tariff("ownTariff", ownTariff);
    double weights = rivals.stream().mapToDouble(RivalTerms::weight).sum();
    if (Math.abs(weights - 1) > WEIGHT_SLACK) {
      throw new IllegalArgumentException("weights must sum to 1, but summed to " + weights);
    }
    return new RealEffectiveIndex(ownTariff, List.copyOf(rivals));
  }

  /**
   * The real effective exchange rate.
   *
   * @return the index, positive; above 1 is a real appreciation
   */
  public double reer() {
    return mean(RivalTerms::logRealRate);
  }

  /**
   * The tariff position: the rivals' mean tariff power over the own one.
   *
   * @return the index, positive; above 1 when rivals pay the higher tariff
   */
  public double tariffCompetitiveness() {
    return mean(this::logTariffGap);
  }

  /**
   * Tariffs, prices and exchange rates together.
   *
   * @return the index, positive; above 1 is more competitive
   */
  public double combined() {
    return mean(rival -> logTariffGap(rival) - rival.logRealRate());
  }

  private double logTariffGap(RivalTerms rival) {
    return Math.log1p(rival.tariff()) - Math.log1p(ownTariff);
  }

  private double mean(ToDoubleFunction<RivalTerms> log) {
    double sum = 0;
    for (RivalTerms rival : rivals) {
      sum += rival.weight() * log.applyAsDouble(rival);
    }
    return Require.finite("the index", Math.exp(sum));
  }

  /**
   * The contribution of every rival, in log points: each column adds up to the log of its index.
   *
   * @return the table, a line for each rival
   */
  public Table table() {
    List<List<Cell>> lines = new ArrayList<>();
    for (RivalTerms rival : rivals) {
      lines.add(
          List.of(
              Cell.text(rival.name()),
              Cell.percent(rival.weight(), 1),
              Cell.percent(rival.tariff(), 1),
              logPoints(rival.weight() * logTariffGap(rival)),
              logPoints(-rival.weight() * rival.logRealRate()),
              logPoints(rival.weight() * (logTariffGap(rival) - rival.logRealRate()))));
    }
    return new Table(
        "Competitiveness by rival, log points (positive helps)",
        List.of("rival", "weight", "tariff", "tariffs", "real rate", "combined"),
        lines,
        List.of(toString()));
  }

  private static Cell logPoints(double value) {
    return Cell.number(100 * value, 2, "log points");
  }

  /** The three indices. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "REER %.4f, tariff competitiveness %.4f, combined %.4f",
        reer(),
        tariffCompetitiveness(),
        combined());
  }

  /** Two are equal when their contents are. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof RealEffectiveIndex that
        && Double.compare(ownTariff, that.ownTariff) == 0
        && rivals.equals(that.rivals);
  }

  @Override
  public int hashCode() {
    return Objects.hash(ownTariff, rivals);
  }
}
