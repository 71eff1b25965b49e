package org.tariffeconomics.io.hts;

import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.reading.CsvFile;
import org.tariffeconomics.reading.CsvProblem;
import org.tariffeconomics.reading.CsvRow;
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
  public static CalendarReading read(Path path) {
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
  public static CalendarReading read(String name, Reader in) {
    Set<String> all = new TreeSet<>(OWN);
    all.addAll(ITEMS);
    CsvFile file = CsvFile.read(name, in, Set.of("published"), all);
    List<CsvProblem> problems = new ArrayList<>(file.problems());
    List<CsvProblem> remarks = new ArrayList<>();
    List<ReleaseCalendar.Entry> entries = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (CsvRow row : file.rows()) {
      boolean byItems = row.isBlank("release");
      String release = row.required(byItems ? "revision" : "release");
      LocalDate published = row.parsed("published", CsvRow::parseDay);
      LocalDate effective = null;
      if (published != null) {
        effective = byItems ? byItems(row, published, remarks) : effective(row, published);
      }
      if (!seen.add(release)) {
        row.addProblem(byItems ? "revision" : "release", "the release stands twice");
      } else if (published != null && effective != null && !release.isEmpty()) {
        entries.add(new ReleaseCalendar.Entry(release, published, effective));
      }
      problems.addAll(row.problems());
    }
    return new CalendarReading(ReleaseCalendar.of(entries), problems, remarks);
  }

  private static @Nullable LocalDate effective(CsvRow row, LocalDate published) {
    LocalDate day = row.parsed("effective", CsvRow::parseDay);
    if (day != null && !isSane(day, published)) {
      row.addProblem("effective", "no day on which a schedule can begin: a misprint?");
      return null;
    }
    return day;
  }

  private static LocalDate byItems(CsvRow row, LocalDate published, List<CsvProblem> remarks) {
    List<LocalDate> days = new ArrayList<>();
    for (String item : row.list(ITEM_DATES, text -> text)) {
      try {
        LocalDate day = CsvRow.parseDay(item.substring(0, Math.max(0, item.lastIndexOf('x'))));
        if (isSane(day, published)) {
          days.add(day);
        } else {
          row.addProblem(ITEM_DATES, "no day on which a provision can begin: " + item);
        }
      } catch (IllegalArgumentException e) {
        row.addProblem(ITEM_DATES, "not a day and a count, as in 2025-03-12x32: " + item);
      }
    }
    List<LocalDate> earlier = days.stream().filter(d -> d.isBefore(published)).sorted().toList();
    if (!earlier.isEmpty()) {
      String message = "items count from before the publication: " + earlier;
      remarks.add(
          new CsvProblem(row.file(), row.line(), ITEM_DATES, row.cell(ITEM_DATES), message));
    }
    LocalDate first = days.stream().min(LocalDate::compareTo).orElse(published);
    return first.isAfter(published) ? first : published;
  }

  static boolean isSane(LocalDate day, LocalDate published) {
    return day.getYear() >= 1989 && !day.isAfter(published.plusYears(2));
  }
}
