package org.tariffeconomics.deal;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.GapRange;
import org.tariffeconomics.basics.PlainNumber;
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
 * score, since a part that is not known lies between 0 and 1; the column {@code known} says how
 * much of the weight is known. {@code competitiveness.CountryScore} has the same rule.
 *
 * @since 0.1.0
 */
public final class LeftBehind {

  private static final String OPEN = "not all facts that decide are stated";

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
   * @param rateRange what the rate lies within; empty where that is not known
   * @param gapRange what the gap lies within; empty where that is not known
   */
  public record Candidate(
      String partner,
      Optional<Rate> rate,
      Optional<BigDecimal> gap,
      Optional<BigDecimal> exposure,
      boolean hasDeal,
      Optional<String> agreement,
      Optional<RateRange> rateRange,
      Optional<GapRange> gapRange) {

    /**
     * A partner whose rate and gap are known or not known at all.
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
    public Candidate(
        String partner,
        Optional<Rate> rate,
        Optional<BigDecimal> gap,
        Optional<BigDecimal> exposure,
        boolean hasDeal,
        Optional<String> agreement) {
      this(
          partner,
          rate,
          gap,
          exposure,
          hasDeal,
          agreement,
          Objects.requireNonNull(rate, "rate").map(RateRange::of),
          Objects.requireNonNull(gap, "gap")
              .map(g -> Rate.ZERO.to(Rate.fraction(g)))
              .map(g -> new GapRange(g, g)));
    }

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
     * @param rateRange what the rate lies within; empty where that is not known
     * @param gapRange what the gap lies within; empty where that is not known
     */
    public Candidate {
      Objects.requireNonNull(rateRange, "rateRange");
      Objects.requireNonNull(gapRange, "gapRange");
      Objects.requireNonNull(partner, "partner");
      Objects.requireNonNull(rate, "rate");
      Objects.requireNonNull(gap, "gap");
      Objects.requireNonNull(exposure, "exposure");
      Objects.requireNonNull(agreement, "agreement");
      gap = gap.map(PlainNumber::plain);
      exposure = exposure.map(PlainNumber::plain);
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

    /**
     * The same partner with a rate that only lies between two. Partners sell their own mixes of
     * goods, so that nothing ties its rate to the best rival's.
     *
     * @param rates what its rate lies within
     * @param best what the best rival's rate lies within
     * @return a new candidate
     */
    public Candidate withRange(RateRange rates, RateRange best) {
      Objects.requireNonNull(rates, "rates");
      Objects.requireNonNull(best, "best");
      GapRange gaps = rates.minus(best);
      return new Candidate(
          partner,
          rates.exact(),
          gaps.exact().map(RateChange::points),
          exposure,
          hasDeal,
          agreement,
          Optional.of(rates),
          Optional.of(gaps));
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
      rate = PlainNumber.plain(rate);
      gap = PlainNumber.plain(gap);
      exposure = PlainNumber.plain(exposure);
      noDeal = PlainNumber.plain(noDeal);
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
    private final BigDecimal lowest;
    private final BigDecimal highest;
    private final BigDecimal known;
    private final List<String> reasons;

    Ranked(
        Candidate candidate,
        BigDecimal lowest,
        BigDecimal highest,
        BigDecimal known,
        List<String> reasons) {
      reasons = List.copyOf(reasons);
      this.candidate = candidate;
      this.lowest = lowest;
      this.highest = highest;
      this.known = known;
      this.reasons = reasons;
    }

    /** {@return what is known of it} */
    public Candidate candidate() {
      return candidate;
    }

    /**
     * {@return from 0 to 1, higher is further behind; empty where a part that counts is not known
     * or only lies between two}
     */
    public Optional<BigDecimal> score() {
      return isPlaced() && lowest.compareTo(highest) == 0 ? Optional.of(lowest) : Optional.empty();
    }

    /** Whether every part that counts is known, if only to lie between two. */
    private boolean isPlaced() {
      return known.compareTo(BigDecimal.ONE) == 0;
    }

    /** {@return the least score: every part that is not known taken for 0} */
    public BigDecimal lowestScore() {
      return lowest;
    }

    /** {@return the greatest score: every part that is not known taken for 1} */
    public BigDecimal highestScore() {
      return highest;
    }

    /** {@return the part of the weight that is known, if only to lie between two; from 0 to 1} */
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
      MathContext digits = new MathContext(3);
      return candidate
          + " "
          + score()
              .map(s -> s.round(digits).toString())
              .orElse(isPlaced() ? lowest.round(digits) + " to " + highest.round(digits) : "?");
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Ranked that
          && candidate.equals(that.candidate)
          && lowest.equals(that.lowest)
          && highest.equals(that.highest)
          && known.equals(that.known)
          && reasons.equals(that.reasons);
    }

    @Override
    public int hashCode() {
      return Objects.hash(candidate, lowest, highest, known, reasons);
    }
  }

  /**
   * Ranks partners, furthest behind first; partners that tie are in the order of their codes, and
   * those of which a part that counts is not known come last. Of a score that lies between two the
   * higher end counts for the order; the table shows the ranks that are possible.
   *
   * @param candidates the partners, each once
   * @param weights how much each part counts
   * @return the ranking
   */
  public static LeftBehind rank(List<Candidate> candidates, Weights weights) {
    Objects.requireNonNull(candidates, "candidates");
    Objects.requireNonNull(weights, "weights");
    LeftBehindScores scores = LeftBehindScores.of(candidates, weights);
    BigDecimal median = median(candidates);
    List<Ranked> ranking = new ArrayList<>();
    for (Candidate each : candidates) {
      ranking.add(scores.ranked(each, reasons(each, weights, median)));
    }
    ranking.sort(
        Comparator.comparing(Ranked::isPlaced)
            .thenComparing(r -> r.isPlaced() ? r.highest : BigDecimal.ZERO)
            .thenComparing(r -> r.isPlaced() ? r.lowest : BigDecimal.ZERO)
            .reversed()
            .thenComparing(r -> r.candidate().partner()));
    return new LeftBehind(List.copyOf(ranking), weights, USER_SUPPLIED);
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

  private static List<String> reasons(Candidate each, Weights weights, BigDecimal median) {
    List<String> reasons = new ArrayList<>(missing(each, weights));
    each.rateRange()
        .filter(range -> !range.isPoint())
        .ifPresent(range -> reasons.add("rate between " + words(range)));
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
    if (each.rateRange().isEmpty() && weights.rate().signum() > 0) {
      missing.add("rate unknown");
    }
    if (each.gapRange().isEmpty() && weights.gap().signum() > 0) {
      missing.add("gap unknown");
    }
    if (each.exposure().isEmpty() && weights.exposure().signum() > 0) {
      missing.add("exposure unknown");
    }
    return missing;
  }

  private static String words(RateRange range) {
    return range.lowest().toText(1) + " and " + range.highest().toText(1);
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

  /**
   * The partners that have no deal, face more than the median rate and have at least a share of
   * their exports in the goods.
   *
   * @param leastExposure the least share, {@code "50%"}
   * @return those of the ranking that meet all three, in its order
   * @throws IllegalArgumentException when the text is no percentage
   */
  public List<Ranked> strictly(String leastExposure) {
    return strictly(Rate.parse(Objects.requireNonNull(leastExposure, "leastExposure")).fraction());
  }

  /** {@return rank, partner, score, the parts and the reasons} */
  public Table table() {
    List<List<Cell>> rows = new ArrayList<>();
    for (Ranked each : ranking) {
      Candidate candidate = each.candidate();
      rows.add(
          List.of(
              rankCell(each),
              Cell.text(candidate.partner()),
              scoreCell(each),
              Cell.percent(each.known(), 0),
              candidate
                  .rateRange()
                  .map(LeftBehind::cell)
                  .orElseGet(() -> Cell.unknown("rate not known")),
              candidate
                  .gapRange()
                  .map(LeftBehind::cell)
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

  private static Cell cell(RateRange range) {
    Cell lowest = Cell.percent(range.lowest().fraction(), 1);
    Cell highest = Cell.percent(range.highest().fraction(), 1);
    return range.isPoint() ? lowest : Cell.range(lowest, highest, range.toText(1), OPEN);
  }

  private static Cell cell(GapRange gap) {
    Cell lowest = Cell.points(gap.lowest().points(), 1);
    Cell highest = Cell.points(gap.highest().points(), 1);
    return gap.isPoint()
        ? lowest
        : Cell.range(lowest, highest, "between " + lowest + " and " + highest, OPEN);
  }

  /** The place of a partner, or the places that it can take where scores overlap. */
  private Cell rankCell(Ranked each) {
    if (!each.isPlaced()) {
      return Cell.unknown(String.join("; ", missing(each.candidate(), weights)));
    }
    List<Ranked> placed = ranking.stream().filter(Ranked::isPlaced).toList();
    if (placed.stream().allMatch(r -> r.score().isPresent())) {
      return Cell.text(Integer.toString(ranking.indexOf(each) + 1));
    }
    int first = 1 + (int) placed.stream().filter(r -> r.lowest.compareTo(each.highest) > 0).count();
    int last =
        placed.size()
            - (int) placed.stream().filter(r -> r.highest.compareTo(each.lowest) < 0).count();
    return Cell.text(first == last ? Integer.toString(first) : first + " to " + last);
  }

  private Cell scoreCell(Ranked each) {
    if (each.score().isPresent()) {
      return Cell.number(each.score().get(), 2, "score");
    }
    String missing = String.join("; ", missing(each.candidate(), weights));
    Cell lowest = Cell.number(each.lowest, 2, "score");
    Cell highest = Cell.number(each.highest, 2, "score");
    return each.isPlaced()
        ? Cell.range(lowest, highest, lowest + " to " + highest, OPEN)
        : Cell.unknown(bounds(each) + missing);
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
