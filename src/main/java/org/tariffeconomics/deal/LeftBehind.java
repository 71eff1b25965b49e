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
import org.tariffeconomics.basics.PlainNumber;
import org.tariffeconomics.basics.Rate;
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
 * score, since a part that is not known lies between 0 and 1; the column {@code known} says how
 * much of the weight is known. {@code competitiveness.CountryScore} has the same rule.
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
   */
  public record Candidate(
      String partner,
      Optional<Rate> rate,
      Optional<BigDecimal> gap,
      Optional<BigDecimal> exposure,
      boolean hasDeal,
      Optional<String> agreement) {

    /**
     * Refuses nulls.
     *
     * @param partner the partner's code
     * @param rate the all-in rate that it faces on the goods in question; empty where not known
     * @param gap how far that lies above the best rival's, as a fraction; empty where not known
     * @param exposure the share of its exports to the market that are the goods in question, as a
     *     fraction; empty where not known
     * @param hasDeal whether it has a deal
     * @param agreement the free-trade agreement that it had before, by name; empty where it had
     *     none
     */
    public Candidate {
      Objects.requireNonNull(partner, "partner");
      Objects.requireNonNull(rate, "rate");
      Objects.requireNonNull(gap, "gap");
      Objects.requireNonNull(exposure, "exposure");
      Objects.requireNonNull(agreement, "agreement");
    }

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
      this(partner, rate, gap, exposure, hasDeal, Optional.empty());
    }

    /** The partner. */
    @Override
    public String toString() {
      return partner;
    }
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
      Objects.requireNonNull(rate, "rate");
      Objects.requireNonNull(gap, "gap");
      Objects.requireNonNull(exposure, "exposure");
      Objects.requireNonNull(noDeal, "noDeal");
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
      Objects.requireNonNull(rate, "rate");
      Objects.requireNonNull(gap, "gap");
      Objects.requireNonNull(exposure, "exposure");
      Objects.requireNonNull(noDeal, "noDeal");
      return new Weights(
          PlainNumber.parse("rate", rate),
          PlainNumber.parse("gap", gap),
          PlainNumber.parse("exposure", exposure),
          PlainNumber.parse("noDeal", noDeal));
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
    private final BigDecimal known;
    private final List<String> reasons;

    Ranked(
        Candidate candidate,
        Optional<BigDecimal> score,
        BigDecimal lowest,
        BigDecimal known,
        List<String> reasons) {
      reasons = List.copyOf(reasons);
      this.candidate = candidate;
      this.score = score;
      this.lowest = lowest;
      this.known = known;
      this.reasons = reasons;
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

    /** {@return the least score: every part that is not known taken for 0} */
    public BigDecimal lowestScore() {
      return lowest;
    }

    /** {@return the greatest score: every part that is not known taken for 1} */
    public BigDecimal highestScore() {
      return score.orElseGet(() -> lowest.add(BigDecimal.ONE.subtract(known)));
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
          && known.equals(that.known)
          && reasons.equals(that.reasons);
    }

    @Override
    public int hashCode() {
      return Objects.hash(candidate, score, lowest, known, reasons);
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
    Objects.requireNonNull(candidates, "candidates");
    Objects.requireNonNull(weights, "weights");
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
    Score score = new Score();
    score.add(weights.rate(), each.rate().map(r -> part(r.fraction(), highest)));
    score.add(weights.gap(), each.gap().map(g -> part(g.max(BigDecimal.ZERO), widest)));
    score.add(weights.exposure(), each.exposure());
    score.add(weights.noDeal(), Optional.of(each.hasDeal() ? BigDecimal.ZERO : BigDecimal.ONE));
    return new Ranked(
        each, score.mean(), score.lowest(), score.known(), reasons(each, weights, median));
  }

  private static BigDecimal part(BigDecimal value, BigDecimal most) {
    return most.signum() == 0 ? BigDecimal.ZERO : value.divide(most, MathContext.DECIMAL64);
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
      missing.add("rate unknown");
    }
    if (each.gap().isEmpty() && weights.gap().signum() > 0) {
      missing.add("gap unknown");
    }
    if (each.exposure().isEmpty() && weights.exposure().signum() > 0) {
      missing.add("exposure unknown");
    }
    return missing;
  }

  /** A weighted mean, which is there where all parts that count are. */
  private static final class Score {
    private BigDecimal sum = BigDecimal.ZERO;
    private BigDecimal knownWeight = BigDecimal.ZERO;
    private BigDecimal weight = BigDecimal.ZERO;

    void add(BigDecimal partWeight, Optional<BigDecimal> part) {
      weight = weight.add(partWeight);
      if (part.isPresent()) {
        knownWeight = knownWeight.add(partWeight);
        sum = sum.add(partWeight.multiply(part.get()));
      }
    }

    Optional<BigDecimal> mean() {
      return knownWeight.compareTo(weight) < 0
          ? Optional.empty()
          : Optional.of(sum.divide(weight, MathContext.DECIMAL64));
    }

    /** The mean with every part that is not known taken for 0. */
    BigDecimal lowest() {
      return sum.divide(weight, MathContext.DECIMAL64);
    }

    BigDecimal known() {
      return knownWeight.divide(weight, MathContext.DECIMAL64);
    }
  }

  /**
   * The same ranking with another stamp.
   *
   * @param other which day, knowledge, facts and assumptions the numbers rest on
   * @return a new ranking
   */
  public LeftBehind withStamp(Stamp other) {
    Objects.requireNonNull(other, "other");
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
    Objects.requireNonNull(leastExposure, "leastExposure");
    BigDecimal median = median(ranking.stream().map(Ranked::candidate).toList());
    return ranking.stream()
        .filter(r -> !r.candidate().hasDeal())
        .filter(
            r -> r.candidate().rate().map(x -> x.fraction().compareTo(median) > 0).orElse(false))
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
                  .orElseGet(() -> Cell.unknown("rate not known")),
              candidate
                  .gap()
                  .map(g -> Cell.points(g, 1))
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

  /** Two are equal when their contents are. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof LeftBehind that
        && ranking.equals(that.ranking)
        && weights.equals(that.weights)
        && stamp.equals(that.stamp);
  }

  @Override
  public int hashCode() {
    return Objects.hash(ranking, weights, stamp);
  }
}
