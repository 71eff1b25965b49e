package org.tariffeconomics.reference;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;
import org.tariffeconomics.basics.GapRange;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.basics.RateChange;
import org.tariffeconomics.reference.UsRates.LawMean;

/**
 * The mean rate of the law on a partner's goods in a month, every day of it counting the same.
 *
 * <p>Where the mean has bounds, differences of two means are taken as if all that is open fell
 * alike in both: from the one lowest to the other lowest, and from the one highest to the other
 * highest.
 *
 * @param mean the mean, where importers claim as much as is assumed
 * @param around the means around it; empty where they are not known
 * @since 0.1.0
 */
public record LawMonth(LawMean mean, Optional<Around> around) {

  /**
   * Refuses nulls.
   *
   * @param mean the mean, where importers claim as much as is assumed
   * @param around the means around it; empty where they are not known
   */
  public LawMonth {
    Objects.requireNonNull(mean, "mean");
    Objects.requireNonNull(around, "around");
  }

  /**
   * Means of the same goods and weights with other claims, and at the end of the month.
   *
   * @param nothingClaimed the mean where no agreement is claimed
   * @param allClaimed the mean where every agreement is claimed that can be
   * @param lastDay the mean of the month's last day where nothing is claimed
   */
  public record Around(LawMean nothingClaimed, LawMean allClaimed, LawMean lastDay) {

    /**
     * Refuses nulls.
     *
     * @param nothingClaimed the mean where no agreement is claimed
     * @param allClaimed the mean where every agreement is claimed that can be
     * @param lastDay the mean of the month's last day where nothing is claimed
     */
    public Around {
      Objects.requireNonNull(nothingClaimed, "nothingClaimed");
      Objects.requireNonNull(allClaimed, "allClaimed");
      Objects.requireNonNull(lastDay, "lastDay");
    }

    /** The means with claims and without. */
    @Override
    public String toString() {
      return nothingClaimed + " nothing claimed, " + allClaimed + " all claimed";
    }
  }

  /**
   * A mean of which no more is known.
   *
   * @param mean the mean
   * @return the mean of a month
   */
  public static LawMonth of(LawMean mean) {
    Objects.requireNonNull(mean, "mean");
    return new LawMonth(mean, Optional.empty());
  }

  /** {@return the points that claims take off the law's mean; empty where that is not known} */
  public Optional<GapRange> claims() {
    return around.map(a -> difference(a.nothingClaimed(), mean));
  }

  /**
   * {@return the points that more claims could still take off: the mean less that with every claim;
   * empty where that is not known}
   */
  public Optional<GapRange> furtherClaims() {
    return around.map(a -> difference(mean, a.allClaimed()));
  }

  /**
   * {@return the points by which the law of the last day lies above that of the month: what came
   * only during the month is positive; empty where that is not known}
   */
  public Optional<GapRange> timing() {
    return around.map(a -> difference(a.lastDay(), a.nothingClaimed()));
  }

  /**
   * {@return the mean that a rate on the board is held against: of the last day, nothing claimed,
   * where that is known}
   */
  LawMean board() {
    return around.map(Around::lastDay).orElse(mean);
  }

  static GapRange difference(LawMean one, LawMean other) {
    return range(
        one.lowest().fraction().subtract(other.lowest().fraction()),
        one.highest().fraction().subtract(other.highest().fraction()));
  }

  /** A range of points from its two ends in any order. */
  static GapRange range(BigDecimal one, BigDecimal other) {
    return new GapRange(change(one.min(other)), change(one.max(other)));
  }

  private static RateChange change(BigDecimal points) {
    return points.signum() < 0
        ? new RateChange(Rate.fraction(points.negate()), Rate.ZERO)
        : new RateChange(Rate.ZERO, Rate.fraction(points));
  }

  /** The mean. */
  @Override
  public String toString() {
    return mean.toString();
  }
}
