package org.tariffeconomics.io.hts;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tariffeconomics.reading.Place;
import org.tariffeconomics.reading.Problem;
import org.tariffeconomics.reading.ProblemLog;
import org.tariffeconomics.reading.Reading;
import org.tariffeconomics.reading.TextFiles;
import org.tariffeconomics.report.Cell;
import org.tariffeconomics.report.Table;

/**
 * The change record of a US release, read from the text of its PDF (laid out in columns): which
 * items were changed, how, from when and by which act. It does not list staged rates. A day before
 * 1989 or more than two years behind the publication is a misprint, such as June 30, 3025: the item
 * stays, without a day, and is an error.
 *
 * @param release what the release is called in the heading, {@code 2025 Revision 17}
 * @param published the day in the heading; 1 January of an annual edition that has none
 * @param items the items in their order
 * @since 0.1.0
 */
public record ChangeRecord(String release, LocalDate published, List<Item> items) {

  private static final String DAY =
      "(?:January|February|March|April|May|June|July|August|September|October|November|December)"
          + " [0-9]{1,2}, [0-9]{4}";
  private static final Pattern ON = Pattern.compile(DAY);
  private static final Pattern GAP = Pattern.compile("\\s{2,}+");
  private static final Pattern HEADING = Pattern.compile("^\\s*(" + DAY + ")\\s*$");
  private static final Pattern RELEASE = Pattern.compile("\\(([0-9]{4}[^)]*)\\)");
  private static final int HEADING_LINES = 10;
  private static final int LONGEST_LINE = 1_000;
  private static final DateTimeFormatter WORDS =
      DateTimeFormatter.ofPattern("MMMM d, yyyy", Locale.ENGLISH);

  /**
   * One item.
   *
   * @param line the line of the text
   * @param item a code, or a note by its name
   * @param nature the first line of what was done to it; empty where it is not known from the item
   * @param effective the day from which the change counts; empty for a misprint
   * @param source the first line of the act, and the edition where there is one
   */
  public record Item(
      long line, String item, String nature, Optional<LocalDate> effective, String source) {

    /**
     * Refuses nulls.
     *
     * @param line the line of the text
     * @param item a code, or a note by its name
     * @param nature the first line of what was done to it; empty where it is not known from the
     *     item
     * @param effective the day from which the change counts; empty for a misprint
     * @param source the first line of the act, and the edition where there is one
     */
    public Item {
      Objects.requireNonNull(item, "item");
      Objects.requireNonNull(nature, "nature");
      Objects.requireNonNull(effective, "effective");
      Objects.requireNonNull(source, "source");
    }

    /** The item, its day and what was done. */
    @Override
    public String toString() {
      return item + ", " + effective.map(LocalDate::toString).orElse("no day") + ": " + nature;
    }
  }

  /**
   * Creates a record.
   *
   * @param release what the release is called
   * @param published the day in the heading; 1 January of an annual edition that has none
   * @param items the items in their order
   */
  public ChangeRecord {
    Objects.requireNonNull(release, "release");
    Objects.requireNonNull(published, "published");
    Objects.requireNonNull(items, "items");
    items = List.copyOf(items);
  }

  /**
   * Reads a record.
   *
   * @param path the text of the PDF, in UTF-8
   * @return the record, and the days that are misprinted; none where the heading has no release
   * @throws UncheckedIOException when the file cannot be read
   */
  public static Reading<ChangeRecord> read(Path path) {
    Objects.requireNonNull(path, "path");
    ProblemLog log = ProblemLog.create();
    String name = TextFiles.name(path);
    return TextFiles.whole(name, TextFiles.open(path), log)
        .map(text -> of(name, text))
        .orElseGet(log::nothing);
  }

  /**
   * Reads a record.
   *
   * @param name the name for messages
   * @param text the text of the PDF
   * @return the record, and the days that are misprinted; none where the heading has no release
   */
  public static Reading<ChangeRecord> of(String name, String text) {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(text, "text");
    ProblemLog log = ProblemLog.create();
    List<String> lines = text.lines().toList();
    Optional<String> release = found(RELEASE, lines);
    if (release.isEmpty()) {
      log.accept(Problem.error(Place.ofFile(name), "", "", "there is no release in the heading"));
      return log.nothing();
    }
    LocalDate published =
        lines.stream()
            .limit(HEADING_LINES)
            .filter(ChangeRecord::isReadable)
            .map(HEADING::matcher)
            .filter(Matcher::find)
            .findFirst()
            .flatMap(m -> day(m.group(1)))
            .orElseGet(() -> firstDay(release.orElseThrow()));
    List<Item> items = new ArrayList<>();
    boolean inTable = false;
    for (int i = 0; i < lines.size(); i++) {
      Place place = Place.ofLine(name, i + 1);
      inTable |= lines.get(i).contains("Item changed");
      if (inTable && isReadable(lines.get(i))) {
        Row.of(lines.get(i)).ifPresent(row -> items.add(item(place, row, published, log)));
      } else if (inTable) {
        String message = "the line is longer than " + LONGEST_LINE + " characters and not read";
        log.accept(Problem.error(place, "", lines.get(i), message));
      }
    }
    return log.reading(new ChangeRecord(release.orElseThrow(), published, items));
  }

  /** A line of a record has some 200 characters; what is far longer is none. */
  private static boolean isReadable(String line) {
    return line.length() <= LONGEST_LINE;
  }

  /**
   * The record of an annual edition can have no day in its heading: it is published on 1 January.
   */
  private static LocalDate firstDay(String release) {
    return LocalDate.of(Integer.parseInt(release.substring(0, 4)), 1, 1);
  }

  private static Optional<String> found(Pattern pattern, List<String> lines) {
    return lines.stream()
        .filter(ChangeRecord::isReadable)
        .map(pattern::matcher)
        .filter(Matcher::find)
        .map(m -> m.group(1))
        .findFirst();
  }

  /**
   * What stands before a day in one or two columns, and behind it; columns are two blanks apart.
   */
  private record Row(String item, String nature, String day, String source) {

    static Optional<Row> of(String line) {
      Matcher on = ON.matcher(line);
      while (on.find()) {
        String before = line.substring(0, on.start());
        String behind = line.substring(on.end());
        boolean apart = !before.isBlank() && Character.isWhitespace(before.charAt(on.start() - 1));
        if (apart && (behind.isBlank() || GAP.matcher(behind).lookingAt())) {
          String[] columns = GAP.split(before.strip(), 2);
          String nature = columns.length == 2 ? columns[1] : "";
          return Optional.of(new Row(columns[0], nature, on.group(), behind.strip()));
        }
      }
      return Optional.empty();
    }
  }

  private static Item item(Place place, Row row, LocalDate published, ProblemLog log) {
    Optional<LocalDate> day = day(row.day()).filter(d -> ReleaseCalendarCsv.isSane(d, published));
    if (day.isEmpty()) {
      String message = "no day on which a provision can begin: a misprint?";
      log.accept(Problem.error(place, "Effective date", row.day(), message));
    }
    return new Item(place.line(), row.item(), row.nature(), day, row.source());
  }

  private static Optional<LocalDate> day(String words) {
    try {
      return Optional.of(LocalDate.parse(words, WORDS));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /** {@return the items as a table: one row per item: item, nature, effective, source} */
  public Table table() {
    return Table.of(
        "Changes of " + release,
        List.of("item", "nature", "effective", "source"),
        items.stream()
            .map(
                i ->
                    List.of(
                        Cell.text(i.item()),
                        Cell.text(i.nature()),
                        i.effective().map(Cell::date).orElseGet(Cell::blank),
                        Cell.text(i.source())))
            .toList());
  }

  /** The release, its day and how many items it has. */
  @Override
  public String toString() {
    return release + ", published " + published + ", " + items.size() + " items";
  }
}
