package org.tariffeconomics.reading;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One row of a stream: its cells by place, and what is wrong with them or was repaired. */
public final class StreamRow {

  private static final Set<String> NOT_AVAILABLE =
      Set.of("na", "n/a", "n.a.", "nan", "null", "none", "..", "-", "not available");

  /** Above this, a number is damage, and would fill the memory when written out. */
  private static final int LARGEST_EXPONENT = 30;

  private final StreamHeader header;
  private final long line;
  private final List<String> cells;
  private final List<CsvProblem> problems = new ArrayList<>(0);
  private final List<String> repairs = new ArrayList<>(0);

  StreamRow(StreamHeader header, long line, List<String> cells) {
    this.header = header;
    this.line = line;
    this.cells = cells;
    refuseShift();
  }

  /** Cells beyond the header mean that a cell was split, unless they are blank. */
  private void refuseShift() {
    for (int i = header.size(); i < cells.size(); i++) {
      if (!cells.get(i).isBlank()) {
        String message = "the row has " + cells.size() + " cells and the header " + header.size();
        problems.add(new CsvProblem(header.file(), line, "", String.join(",", cells), message));
        return;
      }
    }
  }

  public String file() {
    return header.file();
  }

  public long line() {
    return line;
  }

  public List<CsvProblem> problems() {
    return problems;
  }

  List<String> repairs() {
    return repairs;
  }

  public void repair(String what) {
    repairs.add(what);
  }

  public void problem(int column, String message) {
    problems.add(new CsvProblem(file(), line, header.label(column), cell(column), message));
  }

  /** The text of a cell; empty where the row or the file has no such column. */
  public String cell(int column) {
    return column < 0 || column >= cells.size() ? "" : cells.get(column).strip();
  }

  /** What a cell means that must have a text; null, with a problem, where it cannot be told. */
  public <T> @Nullable T parsed(int column, Function<String, T> parser) {
    String text = cell(column);
    if (text.isEmpty()) {
      problem(
          column,
          column >= cells.size()
              ? "the row ends before this column"
              : "the cell is blank and must not be");
      return null;
    }
    try {
      return parser.apply(text);
    } catch (IllegalArgumentException e) {
      problem(column, String.valueOf(e.getMessage()));
      return null;
    }
  }

  /** An amount, a quantity or a count, which cannot be negative. */
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

  public ReportedNumber number(int column) {
    return number(column, cell(column));
  }

  /** A rate in percent points, with or without the sign; not negative. */
  public ReportedNumber percent(int column) {
    String text = cell(column);
    String bare = text.endsWith("%") ? text.substring(0, text.length() - 1).strip() : text;
    return notNegative(column, number(column, bare));
  }

  private ReportedNumber number(int column, String text) {
    if (text.isEmpty()) {
      return ReportedNumber.BLANK;
    }
    char first = text.charAt(text.length() - 1);
    if ((first < '0' || first > '9') && NOT_AVAILABLE.contains(text.toLowerCase(Locale.ROOT))) {
      return ReportedNumber.NOT_AVAILABLE;
    }
    try {
      BigDecimal number = new BigDecimal(plain(text));
      if (number.scale() < -LARGEST_EXPONENT || number.scale() > 2 * LARGEST_EXPONENT) {
        throw new NumberFormatException("out of range");
      }
      return ReportedNumber.of(number);
    } catch (NumberFormatException e) {
      problem(column, "is not a number");
      return ReportedNumber.UNREADABLE;
    }
  }

  /** Without the commas between thousands, where they stand between thousands. */
  private String plain(String text) {
    if (text.indexOf('E') >= 0 || text.indexOf('e') >= 0) {
      repair("number in scientific notation, whose last digits may be lost");
    }
    return text.indexOf(',') >= 0 && text.matches("-?[0-9]{1,3}(,[0-9]{3})+(\\.[0-9]*)?")
        ? text.replace(",", "")
        : text;
  }
}
