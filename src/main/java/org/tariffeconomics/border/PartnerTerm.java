package org.tariffeconomics.border;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.Source;
import org.threeten.extra.LocalDateRange;

/**
 * What a partner conceded to another's goods in a deal, or changed for them, in words: the rates
 * before and after, a quota, and how far it is law.
 *
 * @param partner who concedes: a country's code or {@code EU}
 * @param deal the deal's id, or the act
 * @param topic what it is about
 * @param goods the goods and their codes in words
 * @param rates the rates before and after in words
 * @param quota the quota in words, may be empty
 * @param days the days on which it counts, half-open; all days where none is known
 * @param knownFrom the day from which it was known, null where that is not known
 * @param status how far it is law, in words
 * @param source where it stands
 * @param note what else should be known
 * @since 0.1.0
 */
public record PartnerTerm(
    String partner,
    String deal,
    String topic,
    Goods goods,
    Rates rates,
    String quota,
    LocalDateRange days,
    @Nullable LocalDate knownFrom,
    String status,
    Source source,
    String note) {

  /**
   * Refuses nulls.
   *
   * @param partner who concedes: a country's code or {@code EU}
   * @param deal the deal's id, or the act
   * @param topic what it is about
   * @param goods the goods and their codes in words
   * @param rates the rates before and after in words
   * @param quota the quota in words, may be empty
   * @param days the days on which it counts, half-open; all days where none is known
   * @param knownFrom the day from which it was known, null where that is not known
   * @param status how far it is law, in words
   * @param source where it stands
   * @param note what else should be known
   */
  public PartnerTerm {
    Objects.requireNonNull(partner, "partner");
    Objects.requireNonNull(deal, "deal");
    Objects.requireNonNull(topic, "topic");
    Objects.requireNonNull(goods, "goods");
    Objects.requireNonNull(rates, "rates");
    Objects.requireNonNull(quota, "quota");
    Objects.requireNonNull(days, "days");
    Objects.requireNonNull(status, "status");
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(note, "note");
  }

  /**
   * Goods in words.
   *
   * @param words what they are
   * @param codes the codes as the source names them, may be empty
   */
  public record Goods(String words, String codes) {

    /**
     * Refuses nulls.
     *
     * @param words what they are
     * @param codes the codes as the source names them, may be empty
     */
    public Goods {
      Objects.requireNonNull(words, "words");
      Objects.requireNonNull(codes, "codes");
    }

    /** The words. */
    @Override
    public String toString() {
      return words;
    }
  }

  /**
   * Rates in words.
   *
   * @param before the rate before, may be empty
   * @param after the rate after, may be empty
   */
  public record Rates(String before, String after) {

    /**
     * Refuses nulls.
     *
     * @param before the rate before, may be empty
     * @param after the rate after, may be empty
     */
    public Rates {
      Objects.requireNonNull(before, "before");
      Objects.requireNonNull(after, "after");
    }

    /** Both rates. */
    @Override
    public String toString() {
      return before + " → " + after;
    }
  }

  /**
   * Whether the term counts on a day.
   *
   * @param day the day
   * @return true or false where its days are known; empty where no first day is known, since an
   *     agreed term may or may not be carried out
   */
  public Optional<Boolean> countsOn(LocalDate day) {
    Objects.requireNonNull(day, "day");
    return days.isUnboundedStart() ? Optional.empty() : Optional.of(days.contains(day));
  }

  /** The partner, the topic and its rates. */
  @Override
  public String toString() {
    return partner + " " + topic + ": " + rates;
  }
}
