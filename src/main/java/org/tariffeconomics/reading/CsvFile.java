package org.tariffeconomics.reading;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.Texts;

/**
 * A CSV file with a header that is kept whole: its rows, and what is wrong with its form.
 *
 * <p>Commas, semicolons and tabs are understood as separators, a byte order mark is skipped, blank
 * lines and lines that begin with # are passed over. Labels are compared in small letters and with
 * one blank between words.
 *
 * <pre>{@code
 * CsvFile file = CsvFile.read("prices.csv", text, Set.of("code", "price"), Set.of());
 * Reading<List<String>> reading =
 *     file.records(row -> row.parsed("code", HsCode::of) + " " + row.number("price"));
 * }</pre>
 *
 * <p>Exception handling: a file that cannot be opened or read throws {@link UncheckedIOException};
 * whatever its content is, it does not throw. A file longer than {@link Limits#FILE_CHARACTERS} or
 * with more than {@link Limits#KEPT_CELLS} cells is read as far as these go, and that is an error.
 *
 * @since 0.1.0
 */
public final class CsvFile {

  private final String name;
  private final Collection<String> known;
  private final Width width;
  private Header header;
  private final List<Row> rows = new ArrayList<>();
  private final ProblemLog problems = ProblemLog.create();
  private long cells;

  /** How rows of another width than the header are taken. */
  private enum Width {
    EXACT,
    RAGGED,
    UNLABELLED
  }

  private CsvFile(String name, Collection<String> known, Width width) {
    this.name = name;
    this.known = known;
    this.width = width;
    this.header = new Header(name, 0, List.of(), CellText.PLAIN);
  }

  /**
   * Reads a file whose rows are as wide as its header.
   *
   * @param name what problems call it
   * @param in the text; it is read to its end and closed
   * @param required the columns that it must have; without one, no row is taken
   * @param known the columns that it may have, in the order in which messages list them; any where
   *     this is empty
   * @return the file
   * @throws UncheckedIOException when the text cannot be read
   */
  public static CsvFile read(
      String name, Reader in, Collection<String> required, Collection<String> known) {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(in, "in");
    Objects.requireNonNull(required, "required");
    Objects.requireNonNull(known, "known");
    return new CsvFile(name, known, Width.EXACT).read(in, required);
  }

  /**
   * Reads one of several files; where it is missing, that is an error and there are no rows.
   *
   * @param files opens a file by its name
   * @param name the name
   * @param required the columns that it must have
   * @param known the columns that it may have; any where this is empty
   * @return the file
   * @throws UncheckedIOException when the file is there and cannot be read
   */
  public static CsvFile read(
      Function<String, Reader> files,
      String name,
      Collection<String> required,
      Collection<String> known) {
    Objects.requireNonNull(files, "files");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(required, "required");
    Objects.requireNonNull(known, "known");
    Reader in;
    try {
      in = files.apply(name);
    } catch (UncheckedIOException e) {
      if (isMissing(e.getCause())) {
        CsvFile missing = new CsvFile(name, known, Width.EXACT);
        missing.error(Place.ofFile(name), "", "", "the file is missing");
        return missing;
      }
      throw e;
    }
    return read(name, in, required, known);
  }

  private static boolean isMissing(@Nullable IOException thrown) {
    return thrown instanceof NoSuchFileException || thrown instanceof FileNotFoundException;
  }

  /**
   * Reads a file whose rows may end early, the cells that are not there being blank, and which may
   * have any other columns.
   *
   * @param name what problems call it
   * @param in the text; it is read to its end and closed
   * @param required the columns that it must have; without one, no row is taken
   * @return the file
   * @throws UncheckedIOException when the text cannot be read
   */
  public static CsvFile readRagged(String name, Reader in, Collection<String> required) {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(in, "in");
    Objects.requireNonNull(required, "required");
    return new CsvFile(name, Set.of(), Width.RAGGED).read(in, required);
  }

  /**
   * Reads a file whose labels cannot be relied on: some may stand twice, and cells are asked for by
   * their places.
   *
   * @param name what problems call it
   * @param in the text; it is read to its end and closed
   * @return the file
   * @throws UncheckedIOException when the text cannot be read
   */
  public static CsvFile readByPlace(String name, Reader in) {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(in, "in");
    return new CsvFile(name, Set.of(), Width.UNLABELLED).read(in, Set.of());
  }

  /**
   * Opens a file in UTF-8, or as its byte order mark says.
   *
   * @param path the file
   * @return its text
   * @throws UncheckedIOException when it cannot be opened
   */
  public static Reader open(Path path) {
    Objects.requireNonNull(path, "path");
    return TextFiles.open(path);
  }

  /**
   * What problems call a file.
   *
   * @param path the file
   * @return its name without the folders
   */
  public static String name(Path path) {
    Objects.requireNonNull(path, "path");
    return TextFiles.name(path);
  }

  private CsvFile read(Reader in, Collection<String> required) {
    try (BoundedText text = new BoundedText(in)) {
      RowSource.csv(name, text, problems, (line, row) -> take(line, row, required));
      if (text.failed()) {
        rows.clear();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (header.labels().isEmpty() && problems.isEmpty()) {
      error(Place.ofLine(name, 1), "", "", "the file has no header line");
    }
    return this;
  }

  private void error(Place place, String column, String text, String message) {
    problems.accept(Problem.error(place, column, text, message));
  }

  private boolean take(long line, List<String> row, Collection<String> required) {
    if (header.labels().isEmpty()) {
      CellText cellText = known.isEmpty() ? CellText.PLAIN : CellText.GUARDED;
      header = new Header(name, line, row, cellText);
      return checkHeader(required);
    }
    cells += row.size();
    if (cells > Limits.KEPT_CELLS) {
      String message = "more than " + Limits.KEPT_CELLS + " cells: reading stops here";
      error(Place.ofLine(name, line), "", "", message);
      return false;
    }
    if (!isBlank(row)) {
      rows.add(row(line, row));
    }
    return true;
  }

  private static boolean isBlank(List<String> row) {
    for (String each : row) {
      if (!each.isBlank()) {
        return false;
      }
    }
    return true;
  }

  private Row row(long line, List<String> cells) {
    Row row = new Row(header, line, cells);
    if (width == Width.RAGGED) {
      row.refuseShift();
    } else {
      row.refuseOtherWidth();
    }
    return row;
  }

  private boolean checkHeader(Collection<String> required) {
    for (String column : required) {
      if (header.find(column) < 0) {
        error(header.place(), column, header.toString(), "the column is missing");
      }
    }
    boolean complete = problems.isEmpty();
    Set<String> seen = new HashSet<>();
    for (String label : header.labels()) {
      if (!known.isEmpty() && !known.contains(label)) {
        String all = String.valueOf(new LinkedHashSet<>(known));
        error(header.place(), label, label, "no such column: there are " + all);
      } else if (width != Width.UNLABELLED && !seen.add(label) && !label.isEmpty()) {
        error(header.place(), label, label, "the column appears twice");
      }
    }
    return complete;
  }

  /**
   * Notes the columns that no one reads, so that a misspelt one is not passed over in silence.
   *
   * @param log takes a note for each of them
   * @param read the columns that are read, in the order in which notes list them
   */
  public void noteOthers(ProblemLog log, Collection<String> read) {
    Objects.requireNonNull(log, "log");
    Objects.requireNonNull(read, "read");
    String message = "the column is not read: there are " + new LinkedHashSet<>(read);
    header.labels().stream()
        .filter(label -> !label.isEmpty() && !read.contains(label))
        .forEach(label -> log.accept(Problem.note(header.place(), label, label, message)));
  }

  /**
   * Has each row read. What the reader refuses, by whatever exception of the library's types, is an
   * error of its row.
   *
   * @param log takes the problems of the form and of the rows
   * @param take reads a row
   */
  public void each(ProblemLog log, Consumer<Row> take) {
    Objects.requireNonNull(log, "log");
    Objects.requireNonNull(take, "take");
    log.addAll(problems());
    for (Row row : rows) {
      row.built(
          "",
          () -> {
            take.accept(row);
            return Boolean.TRUE;
          });
      log.addAll(row.problems());
    }
  }

  /**
   * What the rows mean.
   *
   * @param parser reads a row; null where it means nothing, with the reason noted in the row
   * @param <T> what a row becomes
   * @return what the rows without errors became, and what is wrong with the others
   */
  public <T> Reading<List<T>> records(Function<Row, @Nullable T> parser) {
    Objects.requireNonNull(parser, "parser");
    ProblemLog log = ProblemLog.create();
    List<T> records = new ArrayList<>();
    each(
        log,
        row -> {
          @Nullable T parsed = row.isGood() ? parser.apply(row) : null;
          if (parsed != null && row.isGood()) {
            records.add(parsed);
          }
        });
    return log.reading(List.copyOf(records));
  }

  /** {@return the rows in the order of the file; blank ones are left out} */
  public List<Row> rows() {
    return List.copyOf(rows);
  }

  /** {@return the labels of the columns in small letters; none where there is no header line} */
  public Header header() {
    return header;
  }

  /** {@return what is wrong with the header or the form; problems of cells are the rows' own} */
  public List<Problem> problems() {
    return problems.problems();
  }

  /** The file's name and how many rows it has. */
  @Override
  public String toString() {
    return name + ", " + Texts.counted(rows.size(), "row");
  }
}
