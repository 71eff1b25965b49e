package org.tariffeconomics.investment;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.joda.money.BigMoney;
import org.tariffeconomics.basics.PlainNumber;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.basics.Require;
import org.tariffeconomics.report.Cell;
import org.tariffeconomics.report.Table;

/**
 * A rate that was agreed, and the chance that it snaps back to another for good.
 *
 * <p>Either a hazard is given for each period, the chance that it snaps back then if it has not
 * yet, or the probability that it snaps back in just that period. In the period in which it does,
 * the snap-back rate applies in full; it is not undone.
 *
 * @param agreed the rate while the deal holds
 * @param snapped the rate after the snap-back, as a rule the higher
 * @param probabilities the chance that it snaps back in each period, fractions in [0, 1] that sum
 *     to at most one; the rest is the chance that it never does within these periods
 * @since 0.1.0
 */
public record SnapBack(Rate agreed, Rate snapped, List<BigDecimal> probabilities) {

  /**
   * Creates a risk.
   *
   * @param agreed the rate while the deal holds
   * @param snapped the rate after the snap-back, as a rule the higher
   * @param probabilities the chance that it snaps back in each period, fractions in [0, 1] that sum
   *     to at most one; the rest is the chance that it never does within these periods
   * @throws IllegalArgumentException when there is no period, a probability is outside [0, 1], or
   *     they sum to more than one
   */
  public SnapBack {
    Objects.requireNonNull(agreed, "agreed");
    Objects.requireNonNull(snapped, "snapped");
    Objects.requireNonNull(probabilities, "probabilities");
    probabilities = probabilities.stream().map(PlainNumber::plain).toList();
    if (probabilities.isEmpty()) {
      throw new IllegalArgumentException("A snap-back needs at least one period, but had none");
    }
    BigDecimal sum = BigDecimal.ZERO;
    for (int k = 0; k < probabilities.size(); k++) {
      sum = sum.add(Require.share("probability of period " + (k + 1), probabilities.get(k)));
    }
    if (sum.compareTo(BigDecimal.ONE) > 0) {
      throw new IllegalArgumentException(
          "Probabilities must sum to at most 1, but " + probabilities + " sum to " + sum);
    }
  }

  /**
   * A risk from hazards: p_k = h_k Π (1 − h_j) over the periods j before.
   *
   * @param agreed the rate while the deal holds
   * @param snapped the rate after the snap-back
   * @param hazards the chance of each period that it snaps back then, if not before; in [0, 1]
   * @return the risk
   * @throws IllegalArgumentException when a hazard is outside [0, 1] or there is none
   */
  public static SnapBack ofHazards(Rate agreed, Rate snapped, List<BigDecimal> hazards) {
    Objects.requireNonNull(agreed, "agreed");
    Objects.requireNonNull(snapped, "snapped");
    Objects.requireNonNull(hazards, "hazards");
    List<BigDecimal> probabilities = new ArrayList<>();
    BigDecimal holding = BigDecimal.ONE;
    for (int k = 0; k < hazards.size(); k++) {
      BigDecimal hazard = Require.share("hazard of period " + (k + 1), hazards.get(k));
      BigDecimal still =
          holding.multiply(BigDecimal.ONE.subtract(hazard)).round(MoneyMath.PRECISION);
      probabilities.add(holding.subtract(still));
      holding = still;
    }
    return new SnapBack(agreed, snapped, probabilities);
  }

  /**
   * A risk with the same hazard in every period.
   *
   * @param agreed the rate while the deal holds
   * @param snapped the rate after the snap-back
   * @param hazard the chance a period, in [0, 1]
   * @param periods how many periods, positive
   * @return the risk
   * @throws IllegalArgumentException when an argument is out of bounds
   */
  public static SnapBack ofConstantHazard(
      Rate agreed, Rate snapped, BigDecimal hazard, int periods) {
    Objects.requireNonNull(agreed, "agreed");
    Objects.requireNonNull(snapped, "snapped");
    Objects.requireNonNull(hazard, "hazard");
    return ofHazards(
        agreed, snapped, Collections.nCopies(Require.positiveCount("periods", periods), hazard));
  }

  /**
   * {@return the chance that it has snapped back by each period, that period included: rising
   * fractions, one a period}
   */
  public List<BigDecimal> snappedBy() {
    List<BigDecimal> chances = new ArrayList<>();
    BigDecimal sum = BigDecimal.ZERO;
    for (BigDecimal probability : probabilities) {
      sum = sum.add(probability);
      chances.add(sum);
    }
    return List.copyOf(chances);
  }

  /**
   * The chance-weighted rate of each period: agreed + (snapped − agreed) × chance snapped by then.
   *
   * @return one rate a period
   */
  public List<Rate> expectedPath() {
    BigDecimal points = agreed.to(snapped).points();
    return snappedBy().stream()
        .map(chance -> Rate.fraction(agreed.fraction().add(points.multiply(chance))))
        .toList();
  }

  /**
   * What the risk costs on given imports, which do not respond to the rate.
   *
   * @param imports the imports of each period at customs value, none negative, as many as there are
   *     periods
   * @param level the level of the value at risk, in (0, 1): 0.95 is the extra duty that is exceeded
   *     with a chance of at most 5 %
   * @return the risk by period
   * @throws IllegalArgumentException when the number of periods differs, an import is negative or
   *     in another currency, or the level is out of bounds
   */
  public SnapBackRisk risk(List<BigMoney> imports, BigDecimal level) {
    Objects.requireNonNull(imports, "imports");
    Objects.requireNonNull(level, "level");
    return new SnapBackRisk(this, imports, level);
  }

  /** {@return the periods} */
  public Table table() {
    List<Rate> path = expectedPath();
    List<BigDecimal> chances = snappedBy();
    List<List<Cell>> rows =
        IntStream.range(0, path.size())
            .mapToObj(
                k ->
                    List.of(
                        Cell.text(Integer.toString(k + 1)),
                        Cell.percent(probabilities.get(k), 1),
                        Cell.percent(chances.get(k), 1),
                        Cell.percent(path.get(k).fraction(), 2)))
            .toList();
    return Table.of(
        "Expected rate, " + agreed + " with snap-back to " + snapped,
        List.of("period", "snaps back now", "snapped back by now", "expected rate"),
        rows);
  }

  /** The two rates, and the expected one of the last period. */
  @Override
  public String toString() {
    List<Rate> path = expectedPath();
    return agreed
        + ", snap-back "
        + snapped
        + ": expected "
        + path.get(path.size() - 1).toText(2)
        + " in period "
        + path.size();
  }
}
