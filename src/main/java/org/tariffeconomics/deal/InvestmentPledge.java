package org.tariffeconomics.deal;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.Source;
import org.tariffeconomics.investment.InvestmentCommitment;

/**
 * An investment that a deal promised, and since when one could know of the promise.
 *
 * @param commitment what was promised
 * @param knownFrom the first day on which it was known, null for ever since
 * @param standing whether it is part of what the deal promises
 * @since 0.1.0
 */
public record InvestmentPledge(
    InvestmentCommitment commitment, @Nullable LocalDate knownFrom, Standing standing) {

  /** Whether an investment is part of what a deal promises. */
  public enum Standing {
    /** Part of the deal: it counts in the deal's whole. */
    OF_THE_DEAL,
    /**
     * Announced beside the deal, by firms say, and welcomed in its texts: it is told, and does not
     * count in the deal's whole.
     */
    BESIDE
  }

  /**
   * Creates a pledge; its commitment is known from the same day.
   *
   * @param commitment what was promised
   * @param knownFrom the first day on which it was known, null for ever since
   * @param standing whether it is part of what the deal promises
   */
  public InvestmentPledge {
    Objects.requireNonNull(commitment, "commitment");
    Objects.requireNonNull(standing, "standing");
    commitment = knownFrom == null ? commitment : commitment.withKnownFrom(knownFrom);
  }

  /**
   * An investment that is part of the deal.
   *
   * @param commitment what was promised
   * @param knownFrom the first day on which it was known, null for ever since
   */
  public InvestmentPledge(InvestmentCommitment commitment, @Nullable LocalDate knownFrom) {
    this(commitment, knownFrom, Standing.OF_THE_DEAL);
  }

  /**
   * A promise known from the day of its earliest source; for ever since where none bears a day.
   *
   * @param commitment what was promised
   * @return the pledge
   */
  public static InvestmentPledge of(InvestmentCommitment commitment) {
    Objects.requireNonNull(commitment, "commitment");
    return new InvestmentPledge(
        commitment,
        commitment.sources().stream()
            .map(Source::day)
            .flatMap(Optional::stream)
            .min(Comparator.naturalOrder())
            .orElse(null));
  }

  /**
   * The same pledge with another standing.
   *
   * @param other whether it is part of what the deal promises
   * @return a new pledge
   */
  public InvestmentPledge withStanding(Standing other) {
    Objects.requireNonNull(other, "other");
    return new InvestmentPledge(commitment, knownFrom, other);
  }

  /** {@return whether it counts in the deal's whole} */
  @JsonIgnore
  public boolean isOfTheDeal() {
    return standing == Standing.OF_THE_DEAL;
  }

  /**
   * Whether one could know of it.
   *
   * @param day the day of knowledge
   * @return true from the first day on which it was known
   */
  public boolean isKnownOn(LocalDate day) {
    Objects.requireNonNull(day, "day");
    return knownFrom == null || !day.isBefore(knownFrom);
  }

  /** The commitment and since when it was known. */
  @Override
  public String toString() {
    return commitment + (knownFrom == null ? "" : ", known from " + knownFrom);
  }
}
