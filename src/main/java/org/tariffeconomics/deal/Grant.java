package org.tariffeconomics.deal;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.Source;
import org.tariffeconomics.tariff.TariffBook;
import org.tariffeconomics.tariff.TariffMeasure;

/**
 * What the granting party concedes to its partner for some goods: in the words of the texts, and,
 * where it has become law, which measures of its book carry it and what would apply without them.
 *
 * <p>A grant without a link to the law is a promise or an undertaking, or one whose lists are not
 * held: it says what was conceded and moves no rate.
 *
 * @param goods the goods
 * @param scope how they are listed, e.g. a number of tariff lines; may be empty
 * @param concession what is conceded
 * @param effective the day from which it counts; null where it counts from no stated day
 * @param knownFrom the first day on which it was known, null for ever since
 * @param law how it is found in a book; null where it is not law, or not held
 * @param source where it stands
 * @since 0.1.0
 */
public record Grant(
    String goods,
    String scope,
    String concession,
    @Nullable LocalDate effective,
    @Nullable LocalDate knownFrom,
    @Nullable GrantLink law,
    Source source) {

  /**
   * Refuses nulls.
   *
   * @param goods the goods
   * @param scope how they are listed, e.g. a number of tariff lines; may be empty
   * @param concession what is conceded
   * @param effective the day from which it counts; null where it counts from no stated day
   * @param knownFrom the first day on which it was known, null for ever since
   * @param law how it is found in a book; null where it is not law, or not held
   * @param source where it stands
   */
  public Grant {
    Objects.requireNonNull(goods, "goods");
    Objects.requireNonNull(scope, "scope");
    Objects.requireNonNull(concession, "concession");
    Objects.requireNonNull(source, "source");
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

  /** {@return how it is found in a book; empty where it is not law, or not held} */
  public Optional<GrantLink> link() {
    return Optional.ofNullable(law);
  }

  /**
   * The measures of a book that carry it, some of them for other partners too.
   *
   * @param book the granting party's book
   * @return the measures; none where the grant is not law or not held
   */
  public List<TariffMeasure> in(TariffBook book) {
    Objects.requireNonNull(book, "book");
    return link().map(l -> l.in(book)).orElse(List.of());
  }

  /**
   * The measures of a book that carry it, as far as they are the partner's.
   *
   * @param book the granting party's book
   * @return the measures; one that others share is for the partner alone here, under a longer id
   */
  public List<TariffMeasure> ofPartner(TariffBook book) {
    Objects.requireNonNull(book, "book");
    return link().map(l -> l.in(book).stream().map(l::ofPartner).toList()).orElse(List.of());
  }

  /** Goods and what is conceded. */
  @Override
  public String toString() {
    return goods + ": " + concession;
  }
}
