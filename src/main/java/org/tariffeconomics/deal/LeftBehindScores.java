package org.tariffeconomics.deal;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.tariffeconomics.deal.LeftBehind.Candidate;
import org.tariffeconomics.deal.LeftBehind.Ranked;
import org.tariffeconomics.deal.LeftBehind.Weights;

/**
 * Scores of partners as weighted means of four parts. Parts that only lie between two give a score
 * that does; so does, for everybody, a highest rate or widest gap that is not known to the last.
 */
final class LeftBehindScores {

  private static final Span NOTHING = new Span(BigDecimal.ZERO, BigDecimal.ZERO);
  private static final Span ALL = new Span(BigDecimal.ONE, BigDecimal.ONE);

  /** A part that is not known lies between 0 and 1. */
  private static final Span ANYTHING = new Span(BigDecimal.ZERO, BigDecimal.ONE);

  private final Weights weights;
  private final Span highestRate;
  private final Span widestGap;

  private LeftBehindScores(Weights weights, Span highestRate, Span widestGap) {
    this.weights = weights;
    this.highestRate = highestRate;
    this.widestGap = widestGap;
  }

  /** What a number lies within. */
  private record Span(BigDecimal lowest, BigDecimal highest) {

    private Span max(Span other) {
      return new Span(lowest.max(other.lowest), highest.max(other.highest));
    }

    /** This as a part of the most that there is, from 0 to 1. */
    private Span over(Span most) {
      return new Span(part(lowest, most.highest), part(highest, most.lowest));
    }

    private static BigDecimal part(BigDecimal value, BigDecimal most) {
      if (value.signum() <= 0) {
        return BigDecimal.ZERO;
      }
      return most.signum() == 0
          ? BigDecimal.ONE
          : value.divide(most, MathContext.DECIMAL64).min(BigDecimal.ONE);
    }
  }

  static LeftBehindScores of(List<Candidate> candidates, Weights weights) {
    return new LeftBehindScores(
        weights, max(candidates, LeftBehindScores::rate), max(candidates, LeftBehindScores::gap));
  }

  private static Span max(List<Candidate> candidates, Function<Candidate, Optional<Span>> part) {
    return candidates.stream().flatMap(c -> part.apply(c).stream()).reduce(NOTHING, Span::max);
  }

  private static Optional<Span> rate(Candidate of) {
    return of.rateRange().map(r -> new Span(r.lowest().fraction(), r.highest().fraction()));
  }

  private static Optional<Span> gap(Candidate of) {
    return of.gapRange().map(g -> new Span(g.lowest().points(), g.highest().points()));
  }

  Ranked ranked(Candidate each, List<String> reasons) {
    Sum sum = new Sum();
    sum.add(weights.rate(), rate(each).map(r -> r.over(highestRate)));
    sum.add(weights.gap(), gap(each).map(g -> g.over(widestGap)));
    sum.add(weights.exposure(), each.exposure().map(e -> new Span(e, e)));
    sum.add(weights.noDeal(), Optional.of(each.hasDeal() ? NOTHING : ALL));
    return new Ranked(
        each, sum.mean(sum.lowest), sum.mean(sum.highest), sum.mean(sum.known), reasons);
  }

  /** A weighted sum, from the least to the most that it can be. */
  private static final class Sum {
    private BigDecimal lowest = BigDecimal.ZERO;
    private BigDecimal highest = BigDecimal.ZERO;
    private BigDecimal known = BigDecimal.ZERO;
    private BigDecimal weight = BigDecimal.ZERO;

    private void add(BigDecimal of, Optional<Span> part) {
      Span span = part.orElse(ANYTHING);
      weight = weight.add(of);
      known = part.isPresent() ? known.add(of) : known;
      lowest = lowest.add(of.multiply(span.lowest));
      highest = highest.add(of.multiply(span.highest));
    }

    private BigDecimal mean(BigDecimal sum) {
      return sum.divide(weight, MathContext.DECIMAL64);
    }
  }
}
