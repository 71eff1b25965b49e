package org.tariffeconomics.border;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Objects;
import org.tariffeconomics.basics.Source;

/**
 * The hour of a day at which a territory's law turned: measures that begin or end on that day do so
 * at the hour, and an entry of the day without an hour counts as after it.
 *
 * @param territory the territory's code
 * @param day the day
 * @param hour the hour in local time; the law of the day counts from it on
 * @param zone the zone of that time
 * @param source where it stands
 * @since 0.1.0
 */
public record TurningHour(
    String territory, LocalDate day, LocalTime hour, ZoneId zone, Source source) {

  /**
   * Refuses nulls.
   *
   * @param territory the territory's code
   * @param day the day
   * @param hour the hour in local time; the law of the day counts from it on
   * @param zone the zone of that time
   * @param source where it stands
   */
  public TurningHour {
    Objects.requireNonNull(territory, "territory");
    Objects.requireNonNull(day, "day");
    Objects.requireNonNull(hour, "hour");
    Objects.requireNonNull(zone, "zone");
    Objects.requireNonNull(source, "source");
  }

  /** {@return the convention in words, as it stands beside a result} */
  public String convention() {
    return "law of " + day + " counts from " + hour + " " + zone + "; an entry without an hour too";
  }

  /** The territory, the day and the hour. */
  @Override
  public String toString() {
    return territory + " " + day + " " + hour + " " + zone;
  }
}
