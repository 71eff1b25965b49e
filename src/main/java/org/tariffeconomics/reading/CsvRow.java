package org.tariffeconomics.reading;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.Source;
import org.tariffeconomics.basics.Source.Verification;
import org.threeten.extra.LocalDateRange;

/**
 * One row of a file. A cell is blank (or its column is missing), says that its value is not
 * available ({@code n/a}), or has a text; what cannot be read is noted as a problem of the row.
 */
public final class CsvRow {

  private static final String NOT_AVAILABLE = "n/a";

  private final String file;
  private final long line;
  private final Map<String, String> cells;
  private final List<CsvProblem> problems = new ArrayList<>();

  CsvRow(String file, long line, Map<String, String> cells) {
    this.file = file;
    this.line = line;
    this.cells = cells;
  }

  /** A row of a file read by position with its cells under the titles of a header. */
  public CsvRow named(List<String> header) {
    Map<String, String> named = new LinkedHashMap<>();
    for (int i = 0; i < header.size(); i++) {
      named.putIfAbsent(header.get(i), cell(String.valueOf(i + 1)));
    }
    CsvRow row = new CsvRow(file, line, named);
    row.problems.addAll(problems);
    return row;
  }

  public String file() {
    return file;
  }

  public long line() {
    return line;
  }

  public List<CsvProblem> problems() {
    return problems;
  }

  public String cell(String column) {
    return cells.getOrDefault(column, "");
  }

  public boolean isBlank(String column) {
    return cell(column).isEmpty();
  }

  private boolean isNotAvailable(String column) {
    return cell(column).equalsIgnoreCase(NOT_AVAILABLE);
  }

  public void addProblem(String column, String message) {
    problems.add(new CsvProblem(file, line, column, cell(column), message));
  }

  /** A cell that may be blank or not available; empty then. */
  public Optional<String> optional(String column) {
    return isBlank(column) || isNotAvailable(column) ? Optional.empty() : Optional.of(cell(column));
  }

  /** A cell that must have a text. */
  public String required(String column) {
    if (isBlank(column)) {
      addProblem(column, "the cell is blank and must not be");
    } else if (isNotAvailable(column)) {
      addProblem(column, "the value is not available and cannot be done without");
    }
    return cell(column);
  }

  /** What a cell with a text means; null where it is blank, not available or not understood. */
  public <T> @Nullable T parsed(String column, Function<String, T> parser) {
    String text = required(column);
    if (text.isEmpty() || isNotAvailable(column)) {
      return null;
    }
    try {
      return parser.apply(text);
    } catch (IllegalArgumentException e) {
      addProblem(column, String.valueOf(e.getMessage()));
      return null;
    }
  }

  /** What a cell means that may be blank, but not “not available” or nonsense. */
  public <T> @Nullable T parsedIfPresent(String column, Function<String, T> parser) {
    return isBlank(column) ? null : parsed(column, parser);
  }

  /** A day that may be blank. */
  public @Nullable LocalDate day(String column) {
    return parsedIfPresent(column, CsvRow::parseDay);
  }

  /** The days from {@code from} to {@code until}, half-open; blank cells are no bounds. */
  public LocalDateRange days() {
    LocalDate from = day("from");
    LocalDate until = day("until");
    LocalDate start = from == null ? LocalDate.MIN : from;
    LocalDate end = until == null ? LocalDate.MAX : until;
    if (end.isBefore(start)) {
      addProblem("until", "the end must not be before the beginning, " + start);
      return LocalDateRange.ALL;
    }
    return LocalDateRange.of(start, end);
  }

  /**
   * The source that the columns {@code source_title}, {@code source_date}, {@code citation} and
   * {@code verification} name; blank cells stand for the file and its user.
   */
  public Source source() {
    Verification verification =
        parsedIfPresent("verification", text -> wordOf(Verification.class, text));
    LocalDate date = optional("source_date").isEmpty() ? null : day("source_date");
    return new Source(
        optional("source_title").orElse(file),
        date,
        optional("citation").orElse(""),
        verification == null ? Verification.USER : verification);
  }

  /** One of the words of an enum, in any case; null where it is none or the cell is blank. */
  public <E extends Enum<E>> @Nullable E word(String column, Class<E> words) {
    return parsed(column, text -> wordOf(words, text));
  }

  public static <E extends Enum<E>> E wordOf(Class<E> words, String text) {
    String name = text.strip().toUpperCase(Locale.ROOT);
    return Arrays.stream(words.getEnumConstants())
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "must be one of " + Arrays.toString(words.getEnumConstants())));
  }

  /** What the parts of a cell mean that are separated by semicolons; empty where it is blank. */
  public <T> List<T> list(String column, Function<String, T> parser) {
    List<T> items =
        parsedIfPresent(
            column,
            text ->
                Arrays.stream(text.split(";"))
                    .map(String::strip)
                    .filter(part -> !part.isEmpty())
                    .map(parser)
                    .toList());
    return items == null ? List.of() : items;
  }

  public static LocalDate parseDay(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "a day must be ISO 8601, as in 2025-04-03" + damage(text), e);
    }
  }

  private static String damage(String text) {
    if (text.matches("[0-9]{5}(\\.[0-9]+)?")) {
      return " (a spreadsheet has turned it into a number)";
    }
    return text.matches("[0-9]{1,2}[./-][0-9]{1,2}[./-][0-9]{2,4}")
        ? " (which of the numbers is the month cannot be told)"
        : "";
  }
}
