package org.tariffeconomics.reading;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.Texts;

/**
 * Writes rows as CSV of the library's own schema, so that every text reads back as it was: one that
 * a file cannot keep is refused, naming it.
 *
 * @since 0.1.0
 */
public final class CsvText {

  private CsvText() {}

  /**
   * A file.
   *
   * @param columns the labels of the columns
   * @param rows the cells, row by row
   * @param style whether texts are guarded from spreadsheets
   * @return the text with a header line, lines ended by a line feed
   * @throws IllegalArgumentException when a text has outer blanks or is no Unicode text, naming its
   *     row by the first cell
   */
  public static String of(List<String> columns, List<List<String>> rows, CsvStyle style) {
    Objects.requireNonNull(columns, "columns");
    Objects.requireNonNull(rows, "rows");
    Objects.requireNonNull(style, "style");
    StringWriter text = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
      csv.writeRecord(columns);
      for (List<String> row : rows) {
        for (int i = 0; i < row.size(); i++) {
          requireKept(columns.get(i), row.get(i), row.get(0));
        }
        csv.writeRecord(row.stream().map(cell -> CellText.guarded(cell, style)).toList());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private static void requireKept(String column, String text, String first) {
    String fault = "";
    if (!text.equals(text.strip())) {
      fault = "blanks around it, which a file does not keep";
    } else if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
      fault = "half a character, which no file can keep";
    } else if (text.length() >= Limits.CELL_CHARACTERS) {
      fault = "more than " + Limits.CELL_CHARACTERS + " characters";
    }
    if (!fault.isEmpty()) {
      throw new IllegalArgumentException(
          "The "
              + column
              + " of "
              + Texts.quoted(first)
              + " must not have "
              + fault
              + ", but was "
              + Texts.quoted(text));
    }
  }

  /**
   * Several texts in one cell, with semicolons between them, as {@link Row#list} reads them: one
   * that has a semicolon, a quote or outer blanks itself stands in quotes.
   *
   * @param parts the texts
   * @return the text of the cell
   */
  public static String list(List<String> parts) {
    Objects.requireNonNull(parts, "parts");
    return CellText.joined(parts);
  }

  /**
   * Refuses values that do not read back as they were written: what the schema has no place for is
   * never lost without a word.
   *
   * @param values the values, one a row
   * @param written the file that was made of them
   * @param parser reads a row of it
   * @param name what messages call a value
   * @param <T> the type of the values
   * @throws IllegalArgumentException when one reads back as another, naming it
   */
  public static <T> void requireReadBack(
      List<T> values,
      CsvFile written,
      Function<Row, @Nullable T> parser,
      Function<T, String> name) {
    Objects.requireNonNull(values, "values");
    Objects.requireNonNull(written, "written");
    Objects.requireNonNull(parser, "parser");
    Objects.requireNonNull(name, "name");
    List<Row> rows = written.rows();
    for (int i = 0; i < values.size(); i++) {
      T value = values.get(i);
      Row row = i < rows.size() ? rows.get(i) : null;
      @Nullable T back = row == null ? null : row.built("", () -> parser.apply(row));
      if (!value.equals(back)) {
        throw new IllegalArgumentException(
            Texts.quoted(name.apply(value))
                + " has something that the files cannot keep: "
                + why(row, back));
      }
    }
  }

  private static String why(@Nullable Row row, @Nullable Object back) {
    return row == null || row.problems().isEmpty()
        ? "it would read back as " + back
        : row.problems().toString();
  }

  /**
   * Saves texts in UTF-8 under their names in a folder, which is created where it is not there.
   *
   * @param files the texts by the names of their files
   * @param folder the folder; files of the same names are replaced
   * @throws UncheckedIOException when one cannot be written
   */
  public static void save(Map<String, String> files, Path folder) {
    Objects.requireNonNull(files, "files");
    Objects.requireNonNull(folder, "folder");
    try {
      Files.createDirectories(folder);
      for (Map.Entry<String, String> each : files.entrySet()) {
        Files.writeString(folder.resolve(each.getKey()), each.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * A day as a file has it.
   *
   * @param day the day
   * @return the day as ISO 8601; blank where there is none or it is no bound
   */
  public static String day(@Nullable LocalDate day) {
    return day == null || day.equals(LocalDate.MIN) || day.equals(LocalDate.MAX)
        ? ""
        : day.toString();
  }
}
