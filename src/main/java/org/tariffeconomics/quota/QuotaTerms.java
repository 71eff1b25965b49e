package org.tariffeconomics.quota;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.DayText;
import org.tariffeconomics.basics.Quantity;
import org.tariffeconomics.basics.Rate;
import org.threeten.extra.LocalDateRange;

/**
 * The terms of a tariff-rate quota for one period: how much may come in at the lower duty, when,
 * and who gets it.
 *
 * @param name the quota's name or order number, as in the declared fact {@code quota:NAME}
 * @param volume the quantity of the period at its opening
 * @param period the days of the period, half-open
 * @param allocation who gets it
 * @param criticalAt the share of the volume from which on customs demand security, within 0…1; null
 *     where the territory knows no critical state
 * @param blocked days on which requests are taken, but not decided; half-open
 * @param suspended days on which nothing can be drawn; half-open
 * @since 0.1.0
 */
public record QuotaTerms(
    String name,
    Quantity volume,
    LocalDateRange period,
    Allocation allocation,
    @Nullable Rate criticalAt,
    List<LocalDateRange> blocked,
    List<LocalDateRange> suspended) {

  /** Who gets a quota. */
  public enum Allocation {
    /** Entries by their day, those of the day on which it fills in equal shares. */
    FIRST_COME,
    /** Holders of a licence or certificate, which is declared as {@code licence:NAME}. */
    LICENSED
  }

  private static final Rate EU_CRITICAL = Rate.percent(90);

  /**
   * Creates terms.
   *
   * @param name the quota's name or order number
   * @param volume the quantity of the period at its opening
   * @param period the days of the period, half-open
   * @param allocation who gets it
   * @param criticalAt the share of the volume from which on customs demand security
   * @param blocked days on which requests are taken, but not decided
   * @param suspended days on which nothing can be drawn
   * @throws IllegalArgumentException when the name is blank, the period is empty, the share is not
   *     within 0…1
   */
  public QuotaTerms {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(volume, "volume");
    Objects.requireNonNull(period, "period");
    Objects.requireNonNull(allocation, "allocation");
    Objects.requireNonNull(blocked, "blocked");
    Objects.requireNonNull(suspended, "suspended");
    if (name.isBlank() || period.isEmpty()) {
      throw new IllegalArgumentException(
          "A quota needs a name and a period, but had '" + name + "' and " + period);
    }
    if (criticalAt != null
        && (criticalAt.compareTo(Rate.ZERO) < 0 || criticalAt.compareTo(Rate.percent(100)) > 0)) {
      throw new IllegalArgumentException(
          "criticalAt must be within 0% and 100%, but was " + criticalAt);
    }
    blocked = List.copyOf(blocked);
    suspended = List.copyOf(suspended);
  }

  /**
   * A quota that is given first come, first served, without a critical state (as in the US).
   *
   * @param name the quota's name
   * @param volume the quantity of the period
   * @param firstDay the first day of the period, ISO 8601
   * @param lastDay its last day
   * @return the terms
   * @throws IllegalArgumentException when the last day is before the first
   */
  public static QuotaTerms of(String name, Quantity volume, String firstDay, String lastDay) {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(volume, "volume");
    Objects.requireNonNull(firstDay, "firstDay");
    Objects.requireNonNull(lastDay, "lastDay");
    return new QuotaTerms(
        name, volume, days(firstDay, lastDay), Allocation.FIRST_COME, null, List.of(), List.of());
  }

  private static LocalDateRange days(String firstDay, String lastDay) {
    LocalDate first = DayText.parse("firstDay", firstDay);
    LocalDate last = DayText.parse("lastDay", lastDay);
    if (last.isBefore(first)) {
      throw new IllegalArgumentException(
          "lastDay must not be before firstDay, but was " + last + " < " + first);
    }
    return LocalDateRange.ofClosed(first, last);
  }

  /**
   * The same terms with a critical state from 90 % on, as in the EU.
   *
   * <p>Source: Commission Implementing Regulation (EU) 2015/2447, Article 53.
   *
   * @return new terms
   */
  public QuotaTerms withCriticalAsInTheEu() {
    return withCriticalAt(EU_CRITICAL);
  }

  /**
   * The same terms with a critical state.
   *
   * @param share the share of the volume from which on customs demand security, within 0…1
   * @return new terms
   * @throws IllegalArgumentException when it is not within 0…1
   */
  public QuotaTerms withCriticalAt(Rate share) {
    Objects.requireNonNull(share, "share");
    return new QuotaTerms(name, volume, period, allocation, share, blocked, suspended);
  }

  /** {@return the same terms for holders of a licence: new terms} */
  public QuotaTerms withLicences() {
    return new QuotaTerms(
        name, volume, period, Allocation.LICENSED, criticalAt, blocked, suspended);
  }

  /**
   * The same terms with days on which requests are taken, but not decided.
   *
   * @param firstDay the first such day, ISO 8601
   * @param lastDay the last
   * @return new terms
   * @throws IllegalArgumentException when the last day is before the first
   */
  public QuotaTerms withBlocking(String firstDay, String lastDay) {
    Objects.requireNonNull(firstDay, "firstDay");
    Objects.requireNonNull(lastDay, "lastDay");
    return new QuotaTerms(
        name,
        volume,
        period,
        allocation,
        criticalAt,
        with(blocked, days(firstDay, lastDay)),
        suspended);
  }

  /**
   * The same terms with days on which nothing can be drawn.
   *
   * @param firstDay the first such day, ISO 8601
   * @param lastDay the last
   * @return new terms
   * @throws IllegalArgumentException when the last day is before the first
   */
  public QuotaTerms withSuspension(String firstDay, String lastDay) {
    Objects.requireNonNull(firstDay, "firstDay");
    Objects.requireNonNull(lastDay, "lastDay");
    return new QuotaTerms(
        name,
        volume,
        period,
        allocation,
        criticalAt,
        blocked,
        with(suspended, days(firstDay, lastDay)));
  }

  private static List<LocalDateRange> with(List<LocalDateRange> some, LocalDateRange one) {
    return Stream.concat(some.stream(), Stream.of(one)).toList();
  }

  /**
   * {@return the share from which on the quota is critical, empty where there is no critical state}
   */
  public Optional<Rate> critical() {
    return Optional.ofNullable(criticalAt);
  }

  boolean isBlocked(LocalDate day) {
    return blocked.stream().anyMatch(days -> days.contains(day));
  }

  boolean isSuspended(LocalDate day) {
    return suspended.stream().anyMatch(days -> days.contains(day));
  }

  /** Name, volume and period. */
  @Override
  public String toString() {
    return name + ": " + volume + " in " + period;
  }
}
