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

/**
 * What the duty on the same goods under one law less that under another lies within. What is open
 * is the same on both sides: below a heading the two are compared line for line, and where one fact
 * with the same alternatives decides both duties, alternative for alternative. Bounds are safe: the
 * difference is never outside them.
 *
 * @since 0.1.0
 */
public final class DutyGap {

  private static final GapRange NOTHING = RateRange.of(Rate.ZERO).minus(RateRange.of(Rate.ZERO));

  /** A share may be anything between its alternatives, so that they do not tell all. */
  private static final String SHARE = "content:";

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

  /** Each fact that decides both duties bounds the difference; the narrowest bounds hold. */
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
    for (DecidingFact fact : one.decidedBy()) {
      for (DecidingFact same : other.decidedBy()) {
        if (isToldAlike(fact, same)) {
          whole = intersection(whole, byAlternative(fact, same).orElse(whole));
        }
      }
    }
    return Optional.of(whole);
  }

  private static boolean isToldAlike(DecidingFact one, DecidingFact other) {
    return one.name().equals(other.name())
        && !one.name().equals(DecidingFact.LINE)
        && !one.name().startsWith(SHARE)
        && words(one).equals(words(other));
  }

  private static List<String> words(DecidingFact fact) {
    return fact.alternatives().stream().map(DecidingFact.Alternative::words).toList();
  }

  private static Optional<GapRange> byAlternative(DecidingFact one, DecidingFact other) {
    Optional<GapRange> all = Optional.empty();
    for (int i = 0; i < one.alternatives().size(); i++) {
      Optional<RateRange> ours = one.alternatives().get(i).range();
      Optional<RateRange> theirs = other.alternatives().get(i).range();
      if (ours.isEmpty() || theirs.isEmpty()) {
        return Optional.empty();
      }
      GapRange each = ours.get().minus(theirs.get());
      all = Optional.of(all.map(a -> union(a, each)).orElse(each));
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
