package org.tariffeconomics.schedule;

import java.util.Collections;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.rate.DutyRate;

/**
 * A line of a staged tariff schedule: its base rate and the rate of each year that is known.
 *
 * <p>A year without a rate is unknown and not free. Whether years are calendar years or counted
 * from the entry into force is a matter of the {@link StagedSchedule}.
 *
 * @param code the tariff line
 * @param description the goods, may be empty
 * @param base the base rate that the cuts start from, null where it is not known
 * @param rates the rates by year or by stage number, not empty
 * @param finalYear the year of the last cut, null where it is not known
 * @param basket the staging category, may be empty
 * @param quota the quota that the line belongs to, empty for none
 * @since 0.1.0
 */
public record StagedLine(
    HsCode code,
    String description,
    @Nullable DutyRate base,
    NavigableMap<Integer, DutyRate> rates,
    @Nullable Integer finalYear,
    String basket,
    String quota) {

  /**
   * Creates a line.
   *
   * @param code the tariff line
   * @param description the goods, may be empty
   * @param base the base rate that the cuts start from, null where it is not known
   * @param rates the rates by year or by stage number
   * @param finalYear the year of the last cut, null where it is not known
   * @param basket the staging category, may be empty
   * @param quota the quota that the line belongs to, empty for none
   * @throws IllegalArgumentException when there is no rate at all
   */
  public StagedLine {
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(description, "description");
    Objects.requireNonNull(rates, "rates");
    Objects.requireNonNull(basket, "basket");
    Objects.requireNonNull(quota, "quota");
    if (rates.isEmpty()) {
      throw new IllegalArgumentException("The staged line " + code + " must have a rate");
    }
    rates = Collections.unmodifiableNavigableMap(new TreeMap<>(rates));
  }

  /**
   * The rate of a year, as it stands in the schedule.
   *
   * @param year the year or stage number
   * @return the rate; empty where the schedule has none for that year
   */
  public Optional<DutyRate> rate(int year) {
    return Optional.ofNullable(rates.get(year));
  }

  /** Whether the last rate that is known stays: the cuts are over. */
  boolean isFinalAt(int year) {
    return finalYear != null && year >= finalYear;
  }

  /** The code, its base and its last rate. */
  @Override
  public String toString() {
    return code
        + ": "
        + (base == null ? "?" : base)
        + " to "
        + rates.lastEntry().getValue()
        + " in "
        + rates.lastKey();
  }
}
