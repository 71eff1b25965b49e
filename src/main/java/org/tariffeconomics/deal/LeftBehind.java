package org.tariffeconomics.deal;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.GapRange;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.basics.RateChange;
import org.tariffeconomics.basics.RateRange;
import org.tariffeconomics.basics.Stamp;
import org.tariffeconomics.report.Cell;
import org.tariffeconomics.report.Chart;
import org.tariffeconomics.report.Table;

/**
 * Who is left behind: partners ranked by rate, distance to the best rival, exposure and lack of a
 * deal, each with the reasons in words and with weights that the user sets.
 *
 * <p>The score is the weighted mean of four parts, each from 0 (not left behind) to 1: the rate
 * over the highest rate, the gap over the widest gap, the exposure, and 1 without a deal.
 *
 * <p>What is not known moves nobody ahead: a partner that lacks a part of positive weight has no
 * score and no rank. It is listed after the others, with what is missing and the bounds of its
 * score, since a part that is not known lies between 0 and 1, and a rate or a gap of which bounds
 * are known between theirs; the column {@code known} says how much of the weight is known. Highest
 * rate and widest gap are those that are known. {@code competitiveness.CountryScore} has the same
 * rule.
 */
public final class LeftBehind {

  private static final Stamp USER_SUPPLIED =
      new Stamp(Stamp.Kind.STATUTORY, null, null, "user-supplied", null, List.of());

  private final List<Ranked> ranking;
  private final Weights weights;
  private final Stamp stamp;

  private LeftBehind(List<Ranked> ranking, Weights weights, Stamp stamp) {
    this.ranking = ranking;
    this.weights = weights;
    this.stamp = stamp;
  }

  /**
   * What is known of one partner.
   *
   * @param partner the partner's code
   * @param rate the all-in rate that it faces on the goods in question; empty where not known
   * @param gap how far that lies above the best rival's, as a fraction; empty where not known
   * @param exposure the share of its exports to the market that are the goods in question, as a
   *     fraction; empty where not known
   * @param hasDeal whether it has a deal
   * @param agreement the free-trade agreement that it had before, by name; empty where it had none
   * @param within what a rate and a gap lie within that are not known
   */
  public record Candidate(
      String partner,
      Optional<Rate> rate,
      Optional<BigDecimal> gap,
      Optional<BigDecimal> exposure,
      boolean hasDeal,
      Optional<String> agreement,
      Within within) {

    /**
     * A partner without a free-trade agreement.
     *
     * @param partner the partner's code
     * @param rate the all-in rate that it faces on the goods in question; empty where not known
     * @param gap how far that lies above the best rival's, as a fraction; empty where not known
     * @param exposure the share of its exports to the market that are the goods in question, as a
     *     fraction; empty where not known
     * @param hasDeal whether it has a deal
     */
    public Candidate(
        String partner,
        Optional<Rate> rate,
        Optional<BigDecimal> gap,
        Optional<BigDecimal> exposure,
        boolean hasDeal) {
      this(partner, rate, gap, exposure, hasDeal, Optional.empty(), Within.ANYTHING);
    }

    /**
     * A partner of whose rate and gap bounds are known; where they are one number, that is known.
     *
     * @param partner the partner's code
     * @param within what rate and gap lie within
     * @param exposure the share of its exports to the market that are the goods in question, as a
     *     fraction; empty where not known
     * @param hasDeal whether it has a deal
     * @param agreement the free-trade agreement that it had before, by name; empty where none
     * @return the partner
     */
    public static Candidate of(
        String partner,
        Within within,
        Optional<BigDecimal> exposure,
        boolean hasDeal,
        Optional<String> agreement) {
      return new Candidate(
          partner,
          within.rate().flatMap(RateRange::exact),
          within.gap().flatMap(GapRange::exact).map(RateChange::points),
          exposure,
          hasDeal,
          agreement,
          within);
    }

    /** The least that its rate may be. */
    private Optional<BigDecimal> leastRate() {
      return rate.map(Rate::fraction).or(() -> within.rate().map(r -> r.lowest().fraction()));
    }

    /** The partner. */
    @Override
    public String toString() {
      return partner;
    }
  }

  /**
   * What a rate and a gap lie within.
   *
   * @param rate the least and the most that the rate can be; empty where it may be anything
   * @param gap the least and the most that the gap can be; empty where it may be anything
   */
  public record Within(Optional<RateRange> rate, Optional<GapRange> gap) {

    /** Nothing is known. */
    public static final Within ANYTHING = new Within(Optional.empty(), Optional.empty());
  }

  /**
   * How much each part counts; only their proportions matter.
   *
   * @param rate the weight of the rate
   * @param gap the weight of the distance to the best rival
   * @param exposure the weight of the exposure
   * @param noDeal the weight of having no deal
   */
  public record Weights(BigDecimal rate, BigDecimal gap, BigDecimal exposure, BigDecimal noDeal) {

    /** All four parts count the same. */
    public static final Weights EQUAL = of("1", "1", "1", "1");

    /**
     * Creates weights.
     *
     * @param rate the weight of the rate
     * @param gap the weight of the distance to the best rival
     * @param exposure the weight of the exposure
     * @param noDeal the weight of having no deal
     * @throws IllegalArgumentException when one is negative or all are zero
     */
    public Weights {
      List<BigDecimal> all = List.of(rate, gap, exposure, noDeal);
      if (all.stream().anyMatch(w -> w.signum() < 0)
          || all.stream().allMatch(w -> w.signum() == 0)) {
        throw new IllegalArgumentException(
            "Weights must not be negative and not all zero, but were " + all);
      }
    }

    /**
     * Weights from text.
     *
     * @param rate the weight of the rate
     * @param gap the weight of the distance to the best rival
     * @param exposure the weight of the exposure
     * @param noDeal the weight of having no deal
     * @return the weights
     */
    public static Weights of(String rate, String gap, String exposure, String noDeal) {
      return new Weights(
          new BigDecimal(rate),
          new BigDecimal(gap),
          new BigDecimal(exposure),
          new BigDecimal(noDeal));
    }

    /** The weights in their order. */
    @Override
    public String toString() {
      return "rate " + rate + ", gap " + gap + ", exposure " + exposure + ", no deal " + noDeal;
    }
  }

  /** A partner in the ranking. */
  public static final class Ranked {

    private final Candidate candidate;
    private final Optional<BigDecimal> score;
    private final BigDecimal lowest;
    private final BigDecimal highest;
    private final BigDecimal known;
    private final List<String> reasons;

    private Ranked(Candidate candidate, BoundedScore score, List<String> reasons) {
      this.candidate = candidate;
      this.score = score.mean();
      this.lowest = score.lowest();
      this.highest = score.highest();
      this.known = score.known();
      this.reasons = List.copyOf(reasons);
    }

    /** {@return what is known of it} */
    public Candidate candidate() {
      return candidate;
    }

    /**
     * {@return from 0 to 1, higher is further behind; empty where a part that counts is not known}
     */
    public Optional<BigDecimal> score() {
      return score;
    }

    /** {@return the least score: every part that is not known at its least, or 0} */
    public BigDecimal lowestScore() {
      return lowest;
    }

    /** {@return the greatest score: every part that is not known at its most, or 1} */
    public BigDecimal highestScore() {
      return highest;
    }

    /** {@return the part of the weight that is known, from 0 to 1} */
    public BigDecimal known() {
      return known;
    }

    /** {@return why, in words} */
    public List<String> reasons() {
      return reasons;
    }

    /** The partner and its score. */
    @Override
    public String toString() {
      return candidate + " " + score.map(s -> s.round(new MathContext(3)).toString()).orElse("?");
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Ranked that
          && candidate.equals(that.candidate)
          && score.equals(that.score)
          && lowest.equals(that.lowest)
          && highest.equals(that.highest)
          && known.equals(that.known)
          && reasons.equals(that.reasons);
    }

    @Override
    public int hashCode() {
      return Objects.hash(candidate, score, lowest, highest, known, reasons);
    }
  }

  /**
   * Ranks partners, furthest behind first; partners that tie are in the order of their codes, and
   * those without a score come last.
   *
   * @param candidates the partners, each once
   * @param weights how much each part counts
   * @return the ranking
   */
  public static LeftBehind rank(List<Candidate> candidates, Weights weights) {
    BigDecimal highest = max(candidates, c -> c.rate().map(Rate::fraction));
    BigDecimal widest = max(candidates, Candidate::gap);
    BigDecimal median = median(candidates);
    List<Ranked> ranking = new ArrayList<>();
    for (Candidate each : candidates) {
      ranking.add(ranked(each, weights, highest, widest, median));
    }
    ranking.sort(
        Comparator.comparing(
                (Ranked r) -> r.score().orElse(null),
                Comparator.nullsLast(Comparator.reverseOrder()))
            .thenComparing(r -> r.candidate().partner()));
    return new LeftBehind(List.copyOf(ranking), weights, USER_SUPPLIED);
  }

  private static BigDecimal max(
      List<Candidate> candidates, Function<Candidate, Optional<BigDecimal>> part) {
    return candidates.stream()
        .flatMap(c -> part.apply(c).stream())
        .reduce(BigDecimal.ZERO, BigDecimal::max);
  }

  private static BigDecimal median(List<Candidate> candidates) {
    List<BigDecimal> rates =
        candidates.stream().flatMap(c -> c.rate().stream()).map(Rate::fraction).sorted().toList();
    if (rates.isEmpty()) {
      return BigDecimal.ZERO;
    }
    int middle = rates.size() / 2;
    return rates.size() % 2 == 1
        ? rates.get(middle)
        : rates.get(middle - 1).add(rates.get(middle)).divide(BigDecimal.valueOf(2));
  }

  private static Ranked ranked(
      Candidate each, Weights weights, BigDecimal highest, BigDecimal widest, BigDecimal median) {
    BoundedScore score = new BoundedScore();
    score.add(
        weights.rate(),
        each.rate().map(r -> part(r.fraction(), highest)),
        each.within().rate().map(r -> part(r.lowest().fraction(), highest)),
        each.within().rate().map(r -> part(r.highest().fraction(), highest)));
    score.add(
        weights.gap(),
        each.gap().map(g -> part(g, widest)),
        each.within().gap().map(g -> part(g.lowest().points(), widest)),
        each.within().gap().map(g -> part(g.highest().points(), widest)));
    score.add(weights.exposure(), each.exposure(), Optional.empty(), Optional.empty());
    score.add(
        weights.noDeal(),
        Optional.of(each.hasDeal() ? BigDecimal.ZERO : BigDecimal.ONE),
        Optional.empty(),
        Optional.empty());
    return new Ranked(each, score, reasons(each, weights, median));
  }

  /** From 0 to 1: what lies above the most that is known is as far behind as can be. */
  private static BigDecimal part(BigDecimal value, BigDecimal most) {
    return most.signum() == 0
        ? BigDecimal.ZERO
        : value.max(BigDecimal.ZERO).divide(most, MathContext.DECIMAL64).min(BigDecimal.ONE);
  }

  private static List<String> reasons(Candidate each, Weights weights, BigDecimal median) {
    List<String> reasons = new ArrayList<>(missing(each, weights));
    if (!each.hasDeal()) {
      reasons.add("no deal" + each.agreement().map(a -> ", had " + a).orElse(""));
    }
    each.rate()
        .filter(r -> r.fraction().compareTo(median) > 0)
        .ifPresent(
            r ->
                reasons.add(
                    r.toText(1) + " is above the median " + Rate.fraction(median).toText(1)));
    each.gap()
        .filter(g -> g.signum() > 0)
        .ifPresent(g -> reasons.add(Rate.ZERO.to(Rate.fraction(g)) + " to the best rival"));
    each.exposure()
        .ifPresent(e -> reasons.add(Rate.fraction(e).toText(0) + " of its exports exposed"));
    return reasons;
  }

  /** The parts that count and are not known. */
  private static List<String> missing(Candidate each, Weights weights) {
    List<String> missing = new ArrayList<>();
    if (each.rate().isEmpty() && weights.rate().signum() > 0) {
      missing.add(each.within().rate().map(r -> "rate " + r.toText(1)).orElse("rate unknown"));
    }
    if (each.gap().isEmpty() && weights.gap().signum() > 0) {
      missing.add(each.within().gap().map(g -> "gap " + g).orElse("gap unknown"));
    }
    if (each.exposure().isEmpty() && weights.exposure().signum() > 0) {
      missing.add("exposure unknown");
    }
    return missing;
  }

  /**
   * The same ranking with another stamp.
   *
   * @param other which day, knowledge, facts and assumptions the numbers rest on
   * @return a new ranking
   */
  public LeftBehind withStamp(Stamp other) {
    return new LeftBehind(ranking, weights, other);
  }

  /**
   * The partners, furthest behind first.
   *
   * @return the ranking
   */
  public List<Ranked> ranking() {
    return ranking;
  }

  /**
   * The partners that have no deal, face more than the median rate and have at least a share of
   * their exports in the goods.
   *
   * @param leastExposure the least share, as a fraction
   * @return those of the ranking that meet all three, in its order
   */
  public List<Ranked> strictly(BigDecimal leastExposure) {
    BigDecimal median = median(ranking.stream().map(Ranked::candidate).toList());
    return ranking.stream()
        .filter(r -> !r.candidate().hasDeal())
        .filter(r -> r.candidate().leastRate().map(x -> x.compareTo(median) > 0).orElse(false))
        .filter(
            r -> r.candidate().exposure().map(e -> e.compareTo(leastExposure) >= 0).orElse(false))
        .toList();
  }

  /** {@return rank, partner, score, the parts and the reasons} */
  public Table table() {
    List<List<Cell>> rows = new ArrayList<>();
    int rank = 0;
    for (Ranked each : ranking) {
      rank++;
      Candidate candidate = each.candidate();
      rows.add(
          List.of(
              each.score().isPresent()
                  ? Cell.text(Integer.toString(rank))
                  : Cell.unknown(String.join("; ", missing(candidate, weights))),
              Cell.text(candidate.partner()),
              each.score()
                  .map(s -> Cell.number(s, 2, "score"))
                  .orElseGet(
                      () ->
                          Cell.unknown(
                              bounds(each) + String.join("; ", missing(candidate, weights)))),
              Cell.percent(each.known(), 0),
              candidate
                  .rate()
                  .map(r -> Cell.percent(r.fraction(), 1))
                  .or(() -> candidate.within().rate().map(r -> open(r.toText(1))))
                  .orElseGet(() -> Cell.unknown("rate not known")),
              candidate
                  .gap()
                  .map(g -> Cell.points(g, 1))
                  .or(() -> candidate.within().gap().map(g -> open(g.toString())))
                  .orElseGet(() -> Cell.unknown("gap not known")),
              candidate
                  .exposure()
                  .map(e -> Cell.percent(e, 0))
                  .orElseGet(() -> Cell.unknown("exports not known")),
              Cell.text(
                  (each.score().isPresent() ? "" : bounds(each))
                      + String.join("; ", each.reasons()))));
    }
    return new Table(
        "Left behind, furthest first (score 0 to 1)",
        List.of("rank", "partner", "score", "known", "rate", "gap", "exposure", "why"),
        rows,
        caption());
  }

  private static Cell open(String range) {
    return Cell.range(range, "duties of some goods have bounds");
  }

  private static String bounds(Ranked each) {
    return "between "
        + each.lowestScore().setScale(2, RoundingMode.HALF_UP)
        + " and "
        + each.highestScore().setScale(2, RoundingMode.HALF_UP)
        + ": ";
  }

  private List<String> caption() {
    List<String> caption = new ArrayList<>(List.of("weights: " + weights));
    caption.addAll(stamp.lines());
    return caption;
  }

  /** {@return the scores as bars, the furthest behind first: a picture} */
  public Chart chart() {
    return table()
        .chart("partner", "score")
        .withSubtitle("score from 0 to 1; a longer bar is further behind");
  }

  /** The table's text. */
  @Override
  public String toString() {
    return table().toString();
  }
}
