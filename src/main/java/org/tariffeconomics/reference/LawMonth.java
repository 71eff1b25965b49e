package org.tariffeconomics.reference;

import java.math.BigDecimal;
import java.util.List;
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
 * @param mean the mean with the weights of 2024, where importers claim as much as is assumed
 * @param around the means around it; empty where they are not known
 * @param sameMonth the mean with the weights of the month itself; empty where imports by goods are
 *     not held of it
 * @since 0.1.0
 */
public record LawMonth(LawMean mean, Optional<Around> around, Optional<SameMonth> sameMonth) {

  /**
   * Refuses nulls.
   *
   * @param mean the mean with the weights of 2024, where importers claim as much as is assumed
   * @param around the means around it; empty where they are not known
   * @param sameMonth the mean with the weights of the month itself; empty where imports by goods
   *     are not held of it
   */
  public LawMonth {
    Objects.requireNonNull(mean, "mean");
    Objects.requireNonNull(around, "around");
    Objects.requireNonNull(sameMonth, "sameMonth");
  }

  /**
   * The mean with the imports of the month as weights, as finely as they are held: every line by
   * its imports of 2024 times what its group's part in all imports grew by since.
   *
   * @param mean the mean, with the same claims
   * @param groups the groups of goods and their parts; a line of several groups counts for equal
   *     parts in each
   */
  public record SameMonth(LawMean mean, List<Group> groups) {

    /**
     * Copies the groups.
     *
     * @param mean the mean, with the same claims
     * @param groups the groups of goods and their parts
     */
    public SameMonth {
      Objects.requireNonNull(mean, "mean");
      groups = List.copyOf(Objects.requireNonNull(groups, "groups"));
    }

    /** The mean. */
    @Override
    public String toString() {
      return mean.toString();
    }
  }

  /**
   * A group of goods.
   *
   * @param goods what they are called
   * @param in2024 their part in the imports of 2024
   * @param inMonth their part in those of the month
   */
  public record Group(String goods, Rate in2024, Rate inMonth) {

    /**
     * Refuses nulls.
     *
     * @param goods what they are called
     * @param in2024 their part in the imports of 2024
     * @param inMonth their part in those of the month
     */
    public Group {
      Objects.requireNonNull(goods, "goods");
      Objects.requireNonNull(in2024, "in2024");
      Objects.requireNonNull(inMonth, "inMonth");
    }

    /** The goods and both parts. */
    @Override
    public String toString() {
      return goods + " " + in2024.toText(1) + " → " + inMonth.toText(1);
    }
  }

  /**
   * Means of the same goods and weights with other claims, and at the end of the month.
   *
   * @param nothingClaimed the mean where no agreement is claimed
   * @param allClaimed the mean where every agreement is claimed that can be
   * @param lastDay the mean of the month's last day where nothing is claimed
   * @param onTheWay the mean, with the claims assumed, where every good that entered while a rise
   *     spared goods on their way had been on its way
   */
  public record Around(
      LawMean nothingClaimed, LawMean allClaimed, LawMean lastDay, LawMean onTheWay) {

    /**
     * Refuses nulls.
     *
     * @param nothingClaimed the mean where no agreement is claimed
     * @param allClaimed the mean where every agreement is claimed that can be
     * @param lastDay the mean of the month's last day where nothing is claimed
     * @param onTheWay the mean where all goods that may have been on their way were
     */
    public Around {
      Objects.requireNonNull(nothingClaimed, "nothingClaimed");
      Objects.requireNonNull(allClaimed, "allClaimed");
      Objects.requireNonNull(lastDay, "lastDay");
      Objects.requireNonNull(onTheWay, "onTheWay");
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
    return new LawMonth(mean, Optional.empty(), Optional.empty());
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
   * {@return the points that goods on their way when a duty rose take off the law's mean: from
   * none, where all that entered was loaded later, to the most; empty where that is not known}
   */
  public Optional<GapRange> onTheWay() {
    return around
        .map(a -> difference(mean, a.onTheWay()).highest().points())
        .map(most -> range(BigDecimal.ZERO, most.max(BigDecimal.ZERO)));
  }

  /**
   * {@return the mean with the weights of 2024 less that with those of the month: what the law's
   * mean lost by trade that moved to goods with lower duties; empty where imports by goods are not
   * held of the month}
   */
  public Optional<GapRange> moved() {
    return sameMonth.map(s -> difference(mean, s.mean()));
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
