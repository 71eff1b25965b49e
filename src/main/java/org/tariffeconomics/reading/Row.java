package org.tariffeconomics.reading;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.EnumText;
import org.tariffeconomics.basics.PlainNumber;
import org.tariffeconomics.basics.Source;
import org.tariffeconomics.basics.Source.Verification;
import org.threeten.extra.LocalDateRange;

/**
 * One row of a table, of whatever file. A cell is blank (or its column is missing), says that its
 * value is not available ({@link NotAvailable}), or has a text; what cannot be read is noted as an
 * error of the row, and reading goes on.
 *
 * <p>Columns are named by their labels or, where a file is long, by their places, counted from 0.
 * Texts have no blanks around them.
 *
 * <p>A row belongs to the reading of one file and to one thread.
 *
 * @since 0.1.0
 */
public final class Row {

  private static final Pattern THOUSANDS = Pattern.compile("-?[0-9]{1,3}(,[0-9]{3})+(\\.[0-9]*)?");
  private static final Pattern ONE_COMMA = Pattern.compile("-?[0-9]{1,3},[0-9]{3}");
  private static final String BLANK = "the cell is blank and must not be";

  private final Header header;
  private final long line;
  private final List<String> cells;

  /** The cells without what pads them, each stripped when it is first asked for. */
  private final @Nullable String[] stripped;

  private final List<Problem> problems = new ArrayList<>(0);
  private final List<String> repairs = new ArrayList<>(0);

  Row(Header header, long line, List<String> cells) {
    this.header = header;
    this.line = line;
    this.cells = cells;
    this.stripped = new String[cells.size()];
  }

  /** Refuses a row with another number of cells than the header. */
  void refuseOtherWidth() {
    if (cells.size() != header.labels().size()) {
      refuseWidth();
    }
  }

  /** Refuses cells beyond the header, which mean that a cell was split, unless they are blank. */
  void refuseShift() {
    for (int i = header.labels().size(); i < cells.size(); i++) {
      if (!cells.get(i).isBlank()) {
        refuseWidth();
        return;
      }
    }
  }

  private void refuseWidth() {
    String message =
        "the row has " + cells.size() + " cells and the header " + header.labels().size();
    problems.add(Problem.error(place(), "", Limits.joined(cells), message));
  }

  /** {@return the labels of the columns} */
  public Header header() {
    return header;
  }

  /** {@return the file's name} */
  public String file() {
    return header.file();
  }

  /** {@return the line on which the row begins, counted from 1} */
  public long line() {
    return line;
  }

  /** {@return where the row stands} */
  public Place place() {
    return Place.ofLine(file(), line);
  }

  /** {@return what was noted of this row so far} */
  public List<Problem> problems() {
    return List.copyOf(problems);
  }

  /** {@return whether no error was noted so far} */
  @JsonIgnore
  public boolean isGood() {
    for (Problem each : problems) {
      if (each.isError()) {
        return false;
      }
    }
    return true;
  }

  List<String> repairs() {
    return repairs;
  }

  /**
   * Notes an error of a cell.
   *
   * @param column the column's label; empty for the row as a whole
   * @param message what is wrong with it
   */
  public void problem(String column, String message) {
    Objects.requireNonNull(column, "column");
    Objects.requireNonNull(message, "message");
    add(column, at(column), message);
  }

  /**
   * Notes an error of a cell.
   *
   * @param column the column, counted from 0
   * @param message what is wrong with it
   */
  public void problem(int column, String message) {
    Objects.requireNonNull(message, "message");
    add(header.label(column), column, message);
  }

  /**
   * Notes something that is worth knowing.
   *
   * @param column the column's label; empty for the row as a whole
   * @param message what is worth knowing
   */
  public void note(String column, String message) {
    Objects.requireNonNull(column, "column");
    Objects.requireNonNull(message, "message");
    problems.add(Problem.note(place(), column, cell(column), message));
  }

  /**
   * Notes that a cell is read otherwise than it stands.
   *
   * @param column the column's label
   * @param message what is read instead
   */
  public void repair(String column, String message) {
    Objects.requireNonNull(column, "column");
    Objects.requireNonNull(message, "message");
    problems.add(Problem.repair(place(), column, cell(column), message));
  }

  /**
   * Counts a repair of a row of a stream, of which only the number is kept.
   *
   * @param what what was repaired, the same words for each such row
   */
  public void countRepair(String what) {
    Objects.requireNonNull(what, "what");
    repairs.add(what);
  }

  /**
   * The text of a cell.
   *
   * @param column the column's label
   * @return the text; empty where the cell is blank or missing
   */
  public String cell(String column) {
    Objects.requireNonNull(column, "column");
    return cell(at(column));
  }

  /**
   * The text of a cell.
   *
   * @param column the column, counted from 0
   * @return the text; empty where the cell is blank or missing
   */
  public String cell(int column) {
    return header.cellText().of(raw(column));
  }

  private int at(String column) {
    return column.isEmpty() ? Header.NONE : header.find(column);
  }

  private String raw(int column) {
    if (column < 0 || column >= stripped.length) {
      return "";
    }
    String known = stripped[column];
    if (known == null) {
      known = Padding.stripped(cells.get(column));
      stripped[column] = known;
    }
    return known;
  }

  /**
   * Whether a cell is blank or missing.
   *
   * @param column the column's label
   * @return true when nothing stands there
   */
  public boolean isBlank(String column) {
    Objects.requireNonNull(column, "column");
    return raw(at(column)).isEmpty();
  }

  /**
   * A cell that may be blank or not available.
   *
   * @param column the column's label
   * @return its text; empty where it is blank or not available
   */
  public Optional<String> optional(String column) {
    Objects.requireNonNull(column, "column");
    return isBlank(column) || NotAvailable.inTexts(raw(at(column)))
        ? Optional.empty()
        : Optional.of(cell(column));
  }

  /**
   * A cell that must have a text.
   *
   * @param column the column's label
   * @return its text; an error of the row where it is blank or not available
   */
  public String required(String column) {
    Objects.requireNonNull(column, "column");
    isThere(column, at(column), NotAvailable.inTexts(raw(at(column))));
    return cell(column);
  }

  /** Whether a cell has a text; an error where it has not. */
  private boolean isThere(String label, int column, boolean notAvailable) {
    if (raw(column).isEmpty()) {
      boolean cut = column >= cells.size();
      add(label, column, cut ? "the row ends before this column" : BLANK);
      return false;
    }
    if (notAvailable) {
      add(label, column, "the value is not available and cannot be done without");
      return false;
    }
    return true;
  }

  private void add(String label, int column, String message) {
    problems.add(Problem.error(place(), label, text(label, column), message));
  }

  /** The text of a cell, or that of the whole row where no column is meant. */
  private String text(String label, int column) {
    return label.isEmpty() && column < 0 ? Limits.joined(cells) : cell(column);
  }

  /**
   * What a cell means that must have a text.
   *
   * @param column the column's label
   * @param parser reads the text; what it refuses is an error of the row
   * @param <T> what the cell becomes
   * @return the meaning; null, with an error, where there is none
   */
  public <T> @Nullable T parsed(String column, Function<String, T> parser) {
    Objects.requireNonNull(column, "column");
    Objects.requireNonNull(parser, "parser");
    return parsed(column, at(column), parser);
  }

  /**
   * What a cell means that must have a text.
   *
   * @param column the column, counted from 0
   * @param parser reads the text; what it refuses is an error of the row
   * @param <T> what the cell becomes
   * @return the meaning; null, with an error, where there is none
   */
  public <T> @Nullable T parsed(int column, Function<String, T> parser) {
    Objects.requireNonNull(parser, "parser");
    return parsed(header.label(column), column, parser);
  }

  private <T> @Nullable T parsed(String label, int column, Function<String, T> parser) {
    return isThere(label, column, NotAvailable.inTexts(raw(column)))
        ? fenced(label, column, () -> parser.apply(cell(column)))
        : null;
  }

  /**
   * What a cell means that may be blank, but not “not available” or nonsense.
   *
   * @param column the column's label
   * @param parser reads the text; what it refuses is an error of the row
   * @param <T> what the cell becomes
   * @return the meaning; null where the cell is blank or, with an error, not understood
   */
  public <T> @Nullable T parsedIfPresent(String column, Function<String, T> parser) {
    Objects.requireNonNull(column, "column");
    Objects.requireNonNull(parser, "parser");
    return isBlank(column) ? null : parsed(column, parser);
  }

  /**
   * What the parts of a row make together.
   *
   * @param column the column to which an error is put down; empty for the row as a whole
   * @param parts builds it; what it refuses is an error of the row
   * @param <T> what is built
   * @return what was built; null, with an error, where it was refused
   */
  public <T> @Nullable T built(String column, Supplier<? extends @Nullable T> parts) {
    Objects.requireNonNull(column, "column");
    Objects.requireNonNull(parts, "parts");
    return fenced(column, at(column), parts);
  }

  /** The one fence: what the types of the library refuse, by whatever exception, is an error. */
  private <T> @Nullable T fenced(String label, int column, Supplier<? extends @Nullable T> parts) {
    try {
      return parts.get();
    } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
      String message = e.getMessage();
      add(label, column, message == null ? "cannot be read" : message);
      return null;
    }
  }

  /**
   * A day that may be blank.
   *
   * @param column the column's label
   * @return the day; null where the cell is blank or, with an error, no day
   */
  public @Nullable LocalDate day(String column) {
    Objects.requireNonNull(column, "column");
    return isBlank(column) ? null : requiredDay(column);
  }

  /**
   * A day that must be there.
   *
   * @param column the column's label
   * @return the day; null, with an error, where there is none
   */
  public @Nullable LocalDate requiredDay(String column) {
    Objects.requireNonNull(column, "column");
    int at = at(column);
    return isThere(column, at, NotAvailable.inNumbers(raw(at)))
        ? fenced(column, at, () -> parseDay(cell(at)))
        : null;
  }

  /**
   * The days of the columns {@code from} and {@code until}, half-open; blank cells are no bounds.
   *
   * @return the days; all days, with an error, where they are not understood
   */
  public LocalDateRange days() {
    LocalDate from = day("from");
    LocalDate until = day("until");
    LocalDate start = from == null ? LocalDate.MIN : from;
    LocalDate end = until == null ? LocalDate.MAX : until;
    if (end.isBefore(start)) {
      problem("until", "the end must not be before the beginning, " + start);
      return LocalDateRange.ALL;
    }
    return LocalDateRange.of(start, end);
  }

  /**
   * The source that the columns {@code source_title}, {@code source_date}, {@code citation} and
   * {@code verification} name.
   *
   * @return the source; blank cells stand for the file and its user
   */
  public Source source() {
    Verification verification =
        parsedIfPresent("verification", text -> wordOf(Verification.class, text));
    boolean dated = !NotAvailable.inNumbers(raw(at("source_date")));
    LocalDate date = dated ? day("source_date") : null;
    return new Source(
        optional("source_title").orElse(file()),
        date,
        optional("citation").orElse(""),
        verification == null ? Verification.USER : verification);
  }

  /**
   * One of the words of an enum.
   *
   * @param column the column's label
   * @param words the enum
   * @param <E> the enum
   * @return the word; null, with an error, where it is none of them or the cell is blank
   */
  public <E extends Enum<E>> @Nullable E word(String column, Class<E> words) {
    Objects.requireNonNull(column, "column");
    Objects.requireNonNull(words, "words");
    return parsed(column, text -> wordOf(words, text));
  }

  /**
   * What the parts of a cell mean that are separated by semicolons. A part with a semicolon, a
   * quote or outer blanks of its own stands in double quotes, its own quotes doubled.
   *
   * @param column the column's label
   * @param parser reads one part; what it refuses is an error of the row
   * @param <T> what a part becomes
   * @return the parts; none where the cell is blank or, with an error, not understood
   */
  public <T> List<T> list(String column, Function<String, T> parser) {
    Objects.requireNonNull(column, "column");
    Objects.requireNonNull(parser, "parser");
    List<T> items =
        parsedIfPresent(column, text -> CellText.parts(text).stream().map(parser).toList());
    return items == null ? List.of() : items;
  }

  /**
   * A number.
   *
   * @param column the column, counted from 0
   * @return the number, or why there is none; an error of the row where the text is no number
   */
  public ReportedNumber number(int column) {
    return number(column, cell(column));
  }

  /**
   * A number.
   *
   * @param column the column's label
   * @return the number, or why there is none; an error of the row where the text is no number
   */
  public ReportedNumber number(String column) {
    Objects.requireNonNull(column, "column");
    return number(at(column));
  }

  /**
   * An amount, a quantity or a count, which cannot be negative.
   *
   * @param column the column, counted from 0
   * @return the number, or why there is none; an error of the row where it is negative or none
   */
  public ReportedNumber notNegative(int column) {
    return notNegative(column, number(column));
  }

  private ReportedNumber notNegative(int column, ReportedNumber number) {
    if (number.number() != null && number.number().signum() < 0) {
      problem(column, "must not be negative");
      return ReportedNumber.UNREADABLE;
    }
    return number;
  }

  /**
   * A rate in percent points, with or without the sign; not negative.
   *
   * @param column the column, counted from 0
   * @return the percent points, or why there are none; an error of the row where it is no rate
   */
  public ReportedNumber percent(int column) {
    String text = cell(column);
    String bare = text.endsWith("%") ? text.substring(0, text.length() - 1).strip() : text;
    return notNegative(column, number(column, bare));
  }

  private ReportedNumber number(int column, String text) {
    if (text.isEmpty()) {
      return ReportedNumber.BLANK;
    }
    char last = text.charAt(text.length() - 1);
    if ((last < '0' || last > '9') && NotAvailable.inNumbers(text)) {
      return ReportedNumber.NOT_AVAILABLE;
    }
    if (header.mayHaveDecimalCommas() && ONE_COMMA.matcher(text).matches()) {
      problem(
          column,
          "can be two numbers: write "
              + text.replace(",", "")
              + " or "
              + text.replace(',', '.')
              + ", since a comma may be a decimal point where semicolons or tabs part the cells");
      return ReportedNumber.UNREADABLE;
    }
    Optional<BigDecimal> number = read(text);
    if (number.isEmpty()) {
      problem(column, "is not a number");
      return ReportedNumber.UNREADABLE;
    }
    return ReportedNumber.of(number.orElseThrow());
  }

  /** A plain number, one with commas between thousands, or one in scientific notation. */
  private Optional<BigDecimal> read(String text) {
    if (text.length() > 2 * PlainNumber.MOST_DIGITS) {
      return Optional.empty();
    }
    int exponent = Math.max(text.indexOf('E'), text.indexOf('e'));
    if (exponent > 0) {
      countRepair("number in scientific notation, whose last digits may be lost");
      return scientific(text.substring(0, exponent), text.substring(exponent + 1));
    }
    boolean grouped = text.indexOf(',') >= 0 && THOUSANDS.matcher(text).matches();
    String plain = grouped ? text.replace(",", "") : text;
    boolean pointLast = plain.length() > 1 && plain.endsWith(".");
    return PlainNumber.read(pointLast ? plain.substring(0, plain.length() - 1) : plain);
  }

  private static Optional<BigDecimal> scientific(String digits, String power) {
    Optional<BigDecimal> mantissa = PlainNumber.read(digits);
    Optional<BigDecimal> exponent = PlainNumber.read(power).filter(Row::isExponent);
    return mantissa.isEmpty() || exponent.isEmpty()
        ? Optional.empty()
        : Optional.of(
            mantissa.orElseThrow().scaleByPowerOfTen(exponent.orElseThrow().intValueExact()));
  }

  private static boolean isExponent(BigDecimal power) {
    return power.scale() == 0
        && power.abs().compareTo(BigDecimal.valueOf(Limits.LARGEST_EXPONENT)) <= 0;
  }

  /**
   * The word of an enum.
   *
   * @param words the enum
   * @param text the word, in any case
   * @param <E> the enum
   * @return the word
   * @throws IllegalArgumentException when it is none of the enum's, which the message lists
   */
  public static <E extends Enum<E>> E wordOf(Class<E> words, String text) {
    Objects.requireNonNull(words, "words");
    Objects.requireNonNull(text, "text");
    return EnumText.named(words, text)
        .orElseThrow(() -> new IllegalArgumentException("must be one of " + EnumText.words(words)));
  }

  /**
   * A day as files write it.
   *
   * @param text an ISO 8601 day, as in {@code 2025-04-03}
   * @return the day, {@link Limits#FIRST_DAY} to {@link Limits#LAST_DAY}
   * @throws IllegalArgumentException when it is none, with the likely cause
   */
  public static LocalDate parseDay(String text) {
    Objects.requireNonNull(text, "text");
    return CellDay.parse(text);
  }

  /** Where the row stands and its cells. */
  @Override
  public String toString() {
    return place() + ": " + Limits.joined(cells);
  }
}
