package org.tariffeconomics.deal;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.tariffeconomics.basics.GapRange;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.Knowledge;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.basics.RateChange;
import org.tariffeconomics.basics.RateRange;
import org.tariffeconomics.tariff.DecidingFact;
import org.tariffeconomics.tariff.DutyStack;
import org.tariffeconomics.tariff.TiedCases;

/**
 * What the duty on the same goods under one law less that under another lies within. What is open
 * is the same on both sides: below a heading the two are compared line for line, and case for case
 * where both can hold ({@link TiedCases}). Bounds are safe: the difference is never outside them.
 *
 * @since 0.1.0
 */
public final class DutyGap {

  private static final GapRange NOTHING = RateRange.of(Rate.ZERO).minus(RateRange.of(Rate.ZERO));

  private DutyGap() {}

  /**
   * One duty less another on the same goods.
   *
   * @param one the duty
   * @param other the duty subtracted, on the same goods under another law, day or knowledge
   * @return the points, positive where {@code one} is the higher; empty where a side has no bounds
   */
  public static Optional<GapRange> between(DutyStack one, DutyStack other) {
    Objects.requireNonNull(one, "one");
    Objects.requireNonNull(other, "other");
    if (one.isSameDutyAs(other)) {
      return one.range().isPresent() ? Optional.of(NOTHING) : Optional.empty();
    }
    List<HsCode> lines = lines(one);
    return lines.isEmpty() ? ofOne(one, other) : ofLines(lines, one, other);
  }

  private static List<HsCode> lines(DutyStack stack) {
    boolean isOpen =
        stack.decidedBy().stream().anyMatch(fact -> fact.name().equals(DecidingFact.LINE));
    return isOpen
        ? stack.law().book().sources().stream()
            .flatMap(s -> s.linesBelow(stack.line(), stack.law().day(), Knowledge.now()).stream())
            .distinct()
            .toList()
        : List.of();
  }

  private static Optional<GapRange> ofLines(List<HsCode> lines, DutyStack one, DutyStack other) {
    Optional<GapRange> all = Optional.empty();
    for (HsCode line : lines) {
      Optional<GapRange> each = ofOne(one.assuming(line), other.assuming(line));
      if (each.isEmpty()) {
        return Optional.empty();
      }
      all = all.map(a -> union(a, each.get())).or(() -> each);
    }
    return all;
  }

  /** Cases that can both hold bound the difference, where all of them are known. */
  private static Optional<GapRange> ofOne(DutyStack one, DutyStack other) {
    Optional<RateRange> ours = one.range();
    Optional<RateRange> theirs = other.range();
    if (ours.isEmpty() || theirs.isEmpty()) {
      return Optional.empty();
    }
    if (one.isSameDutyAs(other)) {
      return Optional.of(NOTHING);
    }
    GapRange whole = ours.get().minus(theirs.get());
    return Optional.of(tied(one, other).map(gap -> intersection(whole, gap)).orElse(whole));
  }

  /** What the differences of the cases that can both hold lie within; empty where one is open. */
  private static Optional<GapRange> tied(DutyStack one, DutyStack other) {
    Optional<GapRange> all = Optional.empty();
    for (TiedCases.Pair pair : TiedCases.of(one, other)) {
      Optional<GapRange> gap =
          pair.one().range().flatMap(a -> pair.other().range().map(b -> a.minus(b)));
      if (gap.isEmpty()) {
        return Optional.empty();
      }
      all = all.map(some -> union(some, gap.get())).or(() -> gap);
    }
    return all;
  }

  /**
   * The narrowest range that holds both.
   *
   * @param one a range
   * @param other another
   * @return from the least of both to the greatest
   */
  public static GapRange union(GapRange one, GapRange other) {
    Objects.requireNonNull(one, "one");
    Objects.requireNonNull(other, "other");
    return new GapRange(
        least(one.lowest(), other.lowest()), greatest(one.highest(), other.highest()));
  }

  /** What lies in both; two safe ranges always meet. */
  private static GapRange intersection(GapRange one, GapRange other) {
    return new GapRange(
        greatest(one.lowest(), other.lowest()), least(one.highest(), other.highest()));
  }

  private static RateChange least(RateChange one, RateChange other) {
    return one.points().compareTo(other.points()) <= 0 ? one : other;
  }

  private static RateChange greatest(RateChange one, RateChange other) {
    return one.points().compareTo(other.points()) >= 0 ? one : other;
  }
}
