package org.tariffeconomics.schedule;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.tariffeconomics.basics.Texts;

/**
 * What is known of a dated schedule before any of its chapters is read.
 *
 * @param name what the schedule is called
 * @param version the first digits of a hash of all its lines
 * @param editions the day from which the lines of an edition count, and the edition's name; the
 *     first is that from which the schedule is known
 * @param through the last day for which an edition was seen
 * @param seasons the days of the year on which one of its rates may change with the season
 * @param chapters the chapters it has, two digits each
 * @since 0.1.0
 */
public record ScheduleOutline(
    String name,
    String version,
    NavigableMap<LocalDate, String> editions,
    LocalDate through,
    NavigableSet<MonthDay> seasons,
    NavigableSet<String> chapters) {

  /**
   * Creates an outline.
   *
   * @param name what the schedule is called
   * @param version the first digits of a hash of all its lines
   * @param editions the day from which the lines of an edition count, and the edition's name
   * @param through the last day for which an edition was seen
   * @param seasons the days of the year on which one of its rates may change with the season
   * @param chapters the chapters it has, two digits each
   * @throws IllegalArgumentException when there is no edition or no chapter
   */
  public ScheduleOutline {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(version, "version");
    Objects.requireNonNull(editions, "editions");
    Objects.requireNonNull(through, "through");
    Objects.requireNonNull(seasons, "seasons");
    Objects.requireNonNull(chapters, "chapters");
    if (editions.isEmpty() || chapters.isEmpty()) {
      throw new IllegalArgumentException(
          "A schedule needs an edition and a chapter, but " + Texts.quoted(name) + " has none");
    }
    editions = Collections.unmodifiableNavigableMap(new TreeMap<>(editions));
    seasons = Collections.unmodifiableNavigableSet(new TreeSet<>(seasons));
    chapters = Collections.unmodifiableNavigableSet(new TreeSet<>(chapters));
  }

  /** The edition of a day; the first for days before it. */
  Map.Entry<LocalDate, String> edition(LocalDate day) {
    Map.Entry<LocalDate, String> of = editions.floorEntry(day);
    return of == null ? Objects.requireNonNull(editions.firstEntry()) : of;
  }

  /** The name, the version and the last day. */
  @Override
  public String toString() {
    return name + " " + version + ", through " + through;
  }
}
