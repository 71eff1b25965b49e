package org.tariffeconomics.schedule;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.report.Cell;
import org.tariffeconomics.report.Table;

/**
 * When the releases of a schedule were published and from when they count. A release says neither
 * itself: the days come from a calendar that somebody keeps.
 *
 * @since 0.1.0
 */
public final class ReleaseCalendar {

  private final Map<String, Entry> byRelease;

  /**
   * The days of one release.
   *
   * @param release what the release is called
   * @param published the day on which it was published, from which it was known
   * @param effective the first day on which it is law
   */
  public record Entry(String release, LocalDate published, LocalDate effective) {

    /**
     * Creates an entry.
     *
     * @param release what the release is called
     * @param published the day on which it was published
     * @param effective the first day on which it is law
     * @throws IllegalArgumentException when the release has no name
     */
    public Entry {
      Objects.requireNonNull(release, "release");
      Objects.requireNonNull(published, "published");
      Objects.requireNonNull(effective, "effective");
      if (release.isBlank()) {
        throw new IllegalArgumentException("release must not be blank");
      }
    }

    /** {@return whether the release counts from before it was known} */
    @JsonIgnore
    public boolean isRetroactive() {
      return effective.isBefore(published);
    }

    /** The release and its two days. */
    @Override
    public String toString() {
      return release + " from " + effective + ", published " + published;
    }
  }

  private ReleaseCalendar(Map<String, Entry> byRelease) {
    this.byRelease = byRelease;
  }

  /**
   * A calendar.
   *
   * @param entries the releases in any order
   * @return the calendar
   * @throws IllegalArgumentException when a release appears twice
   */
  public static ReleaseCalendar of(List<Entry> entries) {
    Objects.requireNonNull(entries, "entries");
    Map<String, Entry> byRelease = new LinkedHashMap<>();
    for (Entry each : entries) {
      if (byRelease.putIfAbsent(each.release(), each) != null) {
        throw new IllegalArgumentException("The release appears twice: " + each.release());
      }
    }
    return new ReleaseCalendar(byRelease);
  }

  /**
   * The days of every release.
   *
   * @return the entries in the order given
   */
  public List<Entry> entries() {
    return List.copyOf(byRelease.values());
  }

  /**
   * The days of a release.
   *
   * @param release what it is called
   * @return its entry, empty where the calendar does not have it
   */
  public Optional<Entry> entry(String release) {
    Objects.requireNonNull(release, "release");
    return Optional.ofNullable(byRelease.get(release));
  }

  /**
   * Releases as law, from the days that the calendar gives them.
   *
   * @param schedules the schedules by the names that the calendar calls them
   * @param key what their columns and symbols stand for
   * @return their duties
   * @throws IllegalArgumentException when there is none, or the calendar does not have one of them
   */
  public ScheduledDuties duties(Map<String, TariffSchedule> schedules, ProgrammeKey key) {
    Objects.requireNonNull(schedules, "schedules");
    Objects.requireNonNull(key, "key");
    List<ScheduledDuties.Release> releases = new ArrayList<>();
    new TreeMap<>(schedules)
        .forEach(
            (release, schedule) -> {
              Entry days =
                  entry(release)
                      .orElseThrow(
                          () ->
                              new IllegalArgumentException(
                                  "No days for '"
                                      + release
                                      + "' in the calendar: it has "
                                      + byRelease.keySet()));
              releases.add(
                  new ScheduledDuties.Release(schedule, days.effective(), days.published()));
            });
    return ScheduledDuties.of(releases, key);
  }

  /** {@return the calendar as a table: one row per release: release, published, effective} */
  public Table table() {
    return Table.of(
        "Releases and their days",
        List.of("release", "published", "effective"),
        entries().stream()
            .map(
                e ->
                    List.of(
                        Cell.text(e.release()), Cell.date(e.published()), Cell.date(e.effective())))
            .toList());
  }

  /** How many releases it has. */
  @Override
  public String toString() {
    return "calendar of " + byRelease.size() + " releases";
  }

  /** Two are equal when their contents are. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ReleaseCalendar that && byRelease.equals(that.byRelease);
  }

  @Override
  public int hashCode() {
    return byRelease.hashCode();
  }
}
