package org.tariffeconomics.io.hts;

import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.Texts;
import org.tariffeconomics.reading.CsvFile;
import org.tariffeconomics.reading.ProblemLog;
import org.tariffeconomics.reading.Reading;
import org.tariffeconomics.reading.Row;
import org.tariffeconomics.schedule.ReleaseCalendar;

/**
 * Reads the calendar of a schedule's releases from CSV, in one of two layouts.
 *
 * <ul>
 *   <li>{@code release,published,effective,source}: a release a row, its days as ISO 8601; the
 *       source may be left out.
 *   <li>{@code file,revision,published,item_effective_dates,…}: the days of the items changed, as
 *       {@code 2025-03-12x32;2025-03-07x11}, the number behind each the items of that day. The
 *       release as a whole counts from its publication, or from the first of its items where all
 *       begin later; items that begin earlier are noted, since one whole file cannot say which of
 *       its rows are retroactive.
 * </ul>
 *
 * <p>A day before 1989, when the Harmonized System began in the United States, or more than two
 * years behind the publication is a misprint: it is a problem and counts for nothing.
 *
 * @since 0.1.0
 */
public final class ReleaseCalendarCsv {

  private static final Set<String> OWN = Set.of("release", "published", "effective", "source");
  private static final Set<String> ITEMS =
      Set.of(
          "file",
          "revision",
          "published",
          "item_effective_dates",
          "yale_8315fff_effective",
          "yale_8315fff_policy",
          "fork_effective",
          "fork_policy",
          "event");
  private static final String ITEM_DATES = "item_effective_dates";

  private ReleaseCalendarCsv() {}

  /**
   * Reads a file.
   *
   * @param path the file
   * @return the calendar of its good rows and what is wrong with the others
   * @throws UncheckedIOException when the file cannot be read
   */
  public static Reading<ReleaseCalendar> read(Path path) {
    Objects.requireNonNull(path, "path");
    return read(CsvFile.name(path), CsvFile.open(path));
  }

  /**
   * Reads a calendar.
   *
   * @param name the name for messages
   * @param in the text, closed when read
   * @return the calendar of its good rows and what is wrong with the others
   * @throws UncheckedIOException when the text cannot be read
   */
  public static Reading<ReleaseCalendar> read(String name, Reader in) {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(in, "in");
    Set<String> all = new TreeSet<>(OWN);
    all.addAll(ITEMS);
    CsvFile file = CsvFile.read(name, in, Set.of("published"), all);
    Set<String> seen = new HashSet<>();
    ProblemLog log = ProblemLog.create();
    List<ReleaseCalendar.Entry> entries = new ArrayList<>();
    file.each(
        log,
        row -> {
          ReleaseCalendar.Entry entry = row.isGood() ? entry(row, seen) : null;
          if (entry != null) {
            entries.add(entry);
          }
        });
    return log.reading(ReleaseCalendar.of(entries));
  }

  /** The release of a row; one of whose items a misprinted day is left out stays. */
  private static ReleaseCalendar.@Nullable Entry entry(Row row, Set<String> seen) {
    boolean byItems = row.isBlank("release");
    String name = byItems ? "revision" : "release";
    String release = row.required(name);
    LocalDate published = row.requiredDay("published");
    if (release.isEmpty()) {
      return null;
    }
    if (!seen.add(release)) {
      row.problem(name, "the release appears twice");
      return null;
    }
    LocalDate effective =
        published == null ? null : byItems ? byItems(row, published) : effective(row, published);
    return published == null || effective == null
        ? null
        : new ReleaseCalendar.Entry(release, published, effective);
  }

  private static @Nullable LocalDate effective(Row row, LocalDate published) {
    LocalDate day = row.requiredDay("effective");
    if (day != null && !isSane(day, published)) {
      row.problem("effective", "no day on which a schedule can begin: a misprint?");
      return null;
    }
    return day;
  }

  private static LocalDate byItems(Row row, LocalDate published) {
    List<LocalDate> days = new ArrayList<>();
    for (String item : row.list(ITEM_DATES, text -> text)) {
      Optional<LocalDate> day = dayOf(item).filter(d -> isSane(d, published));
      day.ifPresentOrElse(
          days::add,
          () ->
              row.problem(
                  ITEM_DATES,
                  "no day on which a provision can begin, as in 2025-03-12x32: "
                      + Texts.quoted(item)));
    }
    List<LocalDate> earlier = days.stream().filter(d -> d.isBefore(published)).sorted().toList();
    if (!earlier.isEmpty()) {
      row.note(ITEM_DATES, "items count from before the publication: " + earlier);
    }
    LocalDate first = days.stream().min(LocalDate::compareTo).orElse(published);
    return first.isAfter(published) ? first : published;
  }

  private static Optional<LocalDate> dayOf(String item) {
    try {
      return Optional.of(Row.parseDay(item.substring(0, Math.max(0, item.lastIndexOf('x')))));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Whether a day lies between the first of the Harmonized System and two years from a release. */
  static boolean isSane(LocalDate day, LocalDate published) {
    return day.getYear() >= 1989 && !day.isAfter(published.plusYears(2));
  }
}
