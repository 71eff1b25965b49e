package org.tariffeconomics.economy;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Pattern;
import org.tariffeconomics.basics.Texts;
import org.tariffeconomics.reading.Problem;
import org.tariffeconomics.reading.RowSource;
import org.tariffeconomics.reading.TextFiles;

/** A CSV file with a header line, and what is wrong with its cells. */
final class Sheet {

  private static final int SHOWN = 5;
  private static final int LONGEST_NUMBER = 60;

  /** Decimal digits, with an exponent of at most three: 12.5, 1.2E-05. */
  private static final Pattern NUMBER =
      Pattern.compile("[-+]?+(?:[0-9]++(?:\\.[0-9]*+)?+|\\.[0-9]++)(?:[eE][-+]?+[0-9]{1,3}+)?+");

  private final String name;
  private final List<String> header = new ArrayList<>();
  private final Map<String, Integer> columns = new HashMap<>();
  private final List<Row> rows = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();

  /** One row: its line in the file and its cells. */
  record Row(long line, List<String> cells) {}

  private Sheet(String name) {
    this.name = name;
  }

  static Sheet bundled(String file) {
    InputStream in = Sheet.class.getResourceAsStream(file);
    if (in == null) {
      throw new IllegalStateException("Missing from the library's jar: " + file);
    }
    return read(file, TextFiles.open(in));
  }

  static Sheet of(Path file) {
    return read(String.valueOf(file.getFileName()), TextFiles.open(file));
  }

  private static Sheet read(String name, Reader in) {
    Sheet sheet = new Sheet(name);
    forEachRow(name, in, sheet::take);
    if (sheet.header.isEmpty()) {
      throw new IllegalArgumentException(name + " has no header line");
    }
    return sheet;
  }

  /**
   * The rows of a file as all tables of this library are read: commas, semicolons or tabs, with or
   * without a byte order mark. Where it is no such file, or cut off, nothing of it is a world.
   */
  static void forEachRow(String name, Reader in, RowSource.RowConsumer take) {
    List<Problem> problems = new ArrayList<>();
    try (in) {
      RowSource.csv(name, in, problems::add, take);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + name, e);
    }
    for (Problem each : problems) {
      throw new IllegalArgumentException(name + " is no CSV file: " + each);
    }
  }

  private boolean take(long line, List<String> cells) {
    if (header.isEmpty()) {
      for (String title : cells) {
        boolean isTwice = columns.putIfAbsent(title.strip(), header.size()) != null;
        header.add(title.strip());
        if (isTwice && !title.isBlank()) {
          problems.add(name + " has the column '" + shown(title.strip()) + "' twice");
        }
      }
    } else if (!cells.stream().allMatch(String::isBlank)) {
      rows.add(new Row(line, cells));
      if (cells.size() != header.size()) {
        problems.add(
            name
                + " line "
                + line
                + " has "
                + cells.size()
                + " cells, but the header "
                + header.size());
      }
    }
    return true;
  }

  List<Row> rows() {
    return rows;
  }

  boolean has(String column) {
    return columns.containsKey(column);
  }

  /** Columns of codes that nobody knows would be left out unseen. */
  void requireColumns(Set<String> others, List<String> codes, String what) {
    for (String title : header) {
      if (!others.contains(title) && !codes.contains(title)) {
        problems.add(name + " has a column of no " + what + ": '" + shown(title) + "'");
      }
    }
  }

  /** The text of a cell; blank where the row is short. */
  String text(Row row, String column) {
    Integer at = columns.get(column);
    if (at == null) {
      List<String> some = header.stream().limit(SHOWN).map(Sheet::shown).toList();
      throw new IllegalArgumentException(
          name + " has no column '" + shown(column) + "', but " + some);
    }
    return at < row.cells().size() ? row.cells().get(at).strip() : "";
  }

  /**
   * The number of a cell; what is no number is a problem, and a blank one is what it stands for.
   */
  double number(Row row, String column, double blank) {
    String text = text(row, column);
    return text.isEmpty() ? blank : parsed(row, column, text);
  }

  /** The number of a cell that must have one. */
  double number(Row row, String column) {
    String text = text(row, column);
    if (text.isEmpty()) {
      problem(row, column, "must not be blank");
      return 0;
    }
    return parsed(row, column, text);
  }

  private double parsed(Row row, String column, String text) {
    OptionalDouble value = number(text);
    if (value.isEmpty()) {
      problem(row, column, "must be a number, but was '" + shown(text) + "'");
    }
    return value.orElse(0);
  }

  /** The number that a cell states, in the decimal forms that tables of models are printed in. */
  static OptionalDouble number(String text) {
    if (text.length() > LONGEST_NUMBER || !NUMBER.matcher(text).matches()) {
      return OptionalDouble.empty();
    }
    double value = Double.parseDouble(text);
    return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
  }

  /** The parts of a cell that are separated by single spaces; none in a blank cell. */
  static List<String> words(String cell) {
    return cell.isEmpty() ? List.of() : Arrays.asList(cell.split(" ", -1));
  }

  void problem(Row row, String column, String message) {
    problems.add(name + " line " + row.line() + ", " + shown(column) + " " + message);
  }

  private static String shown(String text) {
    return text.length() > 40 ? text.substring(0, 40) + "…" : text;
  }

  /** A world with holes is no world: all problems are said at once, the first of them in full. */
  void refuseProblems() {
    if (!problems.isEmpty()) {
      String more = problems.size() > SHOWN ? "; and " + (problems.size() - SHOWN) + " more" : "";
      throw new IllegalArgumentException(
          Texts.counted(problems.size(), "problem")
              + ": "
              + String.join("; ", problems.subList(0, Math.min(SHOWN, problems.size())))
              + more);
    }
  }
}
