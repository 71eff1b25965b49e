package org.tariffeconomics.border;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.Source;
import org.threeten.extra.LocalDateRange;

/**
 * One state of one round of retaliation: what a territory charges, or might, in answer to another's
 * duties, for some days. A round that is suspended, ended or replaced has a state for each.
 *
 * @param territory who charges: a country's code or {@code EU}
 * @param round what the round is called, {@code CA-2026}
 * @param state what holds on the days
 * @param days the days of the state, half-open
 * @param announced the day on which it was announced, null where that is not known
 * @param terms the rates and the goods, in words
 * @param programme the programme of the territory's book that charges it; empty where the book has
 *     none
 * @param source where it stands
 * @param note what else should be known
 * @since 0.1.0
 */
public record RetaliationRound(
    String territory,
    String round,
    State state,
    LocalDateRange days,
    @Nullable LocalDate announced,
    Terms terms,
    String programme,
    Source source,
    String note) {

  /**
   * Refuses nulls.
   *
   * @param territory who charges: a country's code or {@code EU}
   * @param round what the round is called, {@code CA-2026}
   * @param state what holds on the days
   * @param days the days of the state, half-open
   * @param announced the day on which it was announced, null where that is not known
   * @param terms the rates and the goods, in words
   * @param programme the programme of the territory's book that charges it; empty where the book
   *     has none
   * @param source where it stands
   * @param note what else should be known
   */
  public RetaliationRound {
    Objects.requireNonNull(territory, "territory");
    Objects.requireNonNull(round, "round");
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(days, "days");
    Objects.requireNonNull(terms, "terms");
    Objects.requireNonNull(programme, "programme");
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(note, "note");
  }

  /** What holds of a round on a day. */
  public enum State {
    /** It is charged. */
    IN_FORCE,
    /** It was made law and is not charged for the time being. */
    SUSPENDED,
    /** It was repealed or expired. */
    ENDED,
    /** Another round took its place. */
    REPLACED,
    /** It was announced or notified and never became law. */
    NEVER_IN_FORCE,
    /** What holds is not known: neither that it is charged nor that it is not. */
    UNKNOWN,
    /** A search found nothing; that is no proof of absence. */
    NONE_KNOWN;

    /** The state in words. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }

  /**
   * The rates and the goods.
   *
   * @param rate the rates in words; empty where they were not seen
   * @param goods the goods in words
   * @param lines how many tariff lines are listed, empty where that is not known
   * @param authority the law in words, may be empty
   */
  public record Terms(String rate, String goods, Optional<Integer> lines, String authority) {

    /**
     * Refuses nulls.
     *
     * @param rate the rates in words; empty where they were not seen
     * @param goods the goods in words
     * @param lines how many tariff lines are listed, empty where that is not known
     * @param authority the law in words, may be empty
     */
    public Terms {
      Objects.requireNonNull(rate, "rate");
      Objects.requireNonNull(goods, "goods");
      Objects.requireNonNull(lines, "lines");
      Objects.requireNonNull(authority, "authority");
    }

    /** The rates and the goods. */
    @Override
    public String toString() {
      return rate.isEmpty() ? goods : goods.isEmpty() ? rate : rate + " on " + goods;
    }
  }

  /** The round, the state and its days. */
  @Override
  public String toString() {
    return round + " " + state + " " + Days.text(days);
  }
}
