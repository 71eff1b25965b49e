package org.tariffeconomics.reading;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * Splits a text into rows of cells, the labels first. What is wrong with the form of a text is a
 * problem, whatever the library below it throws; the rows before it are handed on.
 *
 * @since 0.1.0
 */
public interface RowSource {

  /** Takes the rows one by one. */
  interface RowConsumer {
    /**
     * Takes one row.
     *
     * @param line the line on which it begins, counted from 1
     * @param cells its cells as they stand
     * @return false to end the reading
     */
    boolean row(long line, List<String> cells);

    /**
     * Is told what stands between the cells, before the first row.
     *
     * @param sign a comma, a semicolon or a tab
     */
    default void separatedBy(char sign) {}
  }

  /**
   * Reads a text.
   *
   * @param name what problems call it
   * @param in the text
   * @param problems takes what is wrong with its form
   * @param consumer takes its rows
   * @throws IOException when the text cannot be read
   */
  void read(String name, Reader in, Consumer<Problem> problems, RowConsumer consumer)
      throws IOException;

  /**
   * Cells with commas, semicolons or tabs between them, whichever the header has most of; lines
   * that begin with # are remarks.
   *
   * @param name what problems call the text
   * @param in the text
   * @param problems takes what is wrong with its form
   * @param consumer takes its rows
   * @throws IOException when the text cannot be read
   */
  static void csv(String name, Reader in, Consumer<Problem> problems, RowConsumer consumer)
      throws IOException {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(in, "in");
    Objects.requireNonNull(problems, "problems");
    Objects.requireNonNull(consumer, "consumer");
    long line = 0;
    OpenQuotation quotation = new OpenQuotation(in);
    try (BufferedReader text = new BufferedReader(quotation, 1 << 16);
        CsvReader<CsvRecord> csv = csvReader(text, consumer)) {
      List<String> last = List.of();
      for (CsvRecord each : csv) {
        line = each.getStartingLineNumber();
        last = each.getFields();
        if (!consumer.row(line, last)) {
          return;
        }
      }
      if (quotation.isOpenAfter(last)) {
        problems.accept(Problem.error(Place.ofLine(name, line), "", "", OpenQuotation.MESSAGE));
      }
    } catch (CsvParseException e) {
      String message = e.getCause() instanceof IOException io ? fault(io) : notCsv(e);
      problems.accept(Problem.error(Place.ofLine(name, line + 1), "", "", message));
    } catch (UncheckedIOException e) {
      IOException cause = e.getCause();
      String message = cause == null ? e.toString() : fault(cause);
      problems.accept(Problem.error(Place.ofLine(name, line + 1), "", "", message));
    } catch (IOException e) {
      problems.accept(Problem.error(Place.ofLine(name, line + 1), "", "", fault(e)));
    }
  }

  private static String fault(IOException thrown) throws IOException {
    return BoundedText.fault(thrown).orElseThrow(() -> thrown);
  }

  private static String notCsv(CsvParseException thrown) {
    String why = String.valueOf(thrown.getMessage()).lines().findFirst().orElse("");
    return "not a CSV file from here on, or cut off: " + why;
  }

  /** The one place where the reader of CSV is set up. */
  private static CsvReader<CsvRecord> csvReader(BufferedReader text, RowConsumer consumer)
      throws IOException {
    char separator = separator(text);
    consumer.separatedBy(separator);
    return CsvReader.builder()
        .fieldSeparator(separator)
        .commentStrategy(CommentStrategy.SKIP)
        .skipEmptyLines(true)
        .trimWhitespacesAroundQuotes(true)
        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
        .build(
            CsvRecordHandler.of(
                limits ->
                    limits
                        .maxFields(Limits.ROW_CELLS)
                        .maxFieldSize(Limits.CELL_CHARACTERS)
                        .maxRecordSize(4 * Limits.CELL_CHARACTERS)),
            text);
  }

  /**
   * The same in files of the library's own schema, where an apostrophe can guard a text from being
   * taken for a formula.
   *
   * @param name what problems call the text
   * @param in the text
   * @param problems takes what is wrong with its form
   * @param consumer takes its rows
   * @throws IOException when the text cannot be read
   */
  static void ownCsv(String name, Reader in, Consumer<Problem> problems, RowConsumer consumer)
      throws IOException {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(in, "in");
    Objects.requireNonNull(problems, "problems");
    Objects.requireNonNull(consumer, "consumer");
    csv(
        name,
        in,
        problems,
        (line, cells) ->
            consumer.row(line, cells.stream().map(c -> CellText.GUARDED.of(c.strip())).toList()));
  }

  /** The commonest of comma, semicolon and tab in the header line; skips a byte order mark. */
  private static char separator(BufferedReader text) throws IOException {
    int look = 1 << 14;
    text.mark(look);
    char[] start = new char[look];
    int count = Math.max(0, text.read(start, 0, look));
    text.reset();
    boolean marked = count > 0 && start[0] == UnmarkedText.BYTE_ORDER_MARK;
    if (marked && text.skip(1) != 1) {
      throw new IOException("cannot skip a byte order mark");
    }
    String header =
        new String(start, marked ? 1 : 0, marked ? count - 1 : count)
            .lines()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .findFirst()
            .orElse("");
    char best = ',';
    for (char each : new char[] {';', '\t'}) {
      best = occurrences(header, each) > occurrences(header, best) ? each : best;
    }
    return best;
  }

  private static long occurrences(String text, char c) {
    return text.chars().filter(each -> each == c).count();
  }

  /**
   * A JSON array of arrays, the labels first; numbers are taken as they are written.
   *
   * @param name what problems call the text
   * @param in the text
   * @param problems takes what is wrong with its form
   * @param consumer takes its rows
   * @throws IOException when the text cannot be read
   */
  static void json(String name, Reader in, Consumer<Problem> problems, RowConsumer consumer)
      throws IOException {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(in, "in");
    Objects.requireNonNull(problems, "problems");
    Objects.requireNonNull(consumer, "consumer");
    try (JsonParser json = new JsonFactory().createParser(in)) {
      if (json.nextToken() != JsonToken.START_ARRAY) {
        problems.accept(Problem.error(Place.ofLine(name, 1), "", "", "not a JSON array of arrays"));
        return;
      }
      while (json.nextToken() == JsonToken.START_ARRAY) {
        long line = lineOf(json);
        if (!consumer.row(line, cells(json))) {
          return;
        }
      }
      if (json.currentToken() != JsonToken.END_ARRAY) {
        long line = lineOf(json);
        problems.accept(Problem.error(Place.ofLine(name, line), "", "", "not an array of cells"));
      }
    } catch (JsonProcessingException e) {
      long line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
      String message = "not JSON from here on, or cut off: " + e.getOriginalMessage();
      problems.accept(Problem.error(Place.ofLine(name, line), "", "", message));
    }
  }

  /** By the name that Jackson 2.12 has for it too. */
  @SuppressWarnings("deprecation")
  private static long lineOf(JsonParser json) {
    return json.getTokenLocation().getLineNr();
  }

  /** The cells of one array; those beyond the widest row there may be are passed over. */
  private static List<String> cells(JsonParser json) throws IOException {
    List<String> cells = new ArrayList<>();
    while (json.nextToken() != JsonToken.END_ARRAY && json.currentToken() != null) {
      boolean nested = json.currentToken().isStructStart();
      if (nested) {
        json.skipChildren();
      }
      if (cells.size() < Limits.ROW_CELLS) {
        boolean blank = json.currentToken() == JsonToken.VALUE_NULL;
        cells.add(nested ? "[…]" : blank ? "" : json.getText());
      }
    }
    return cells;
  }

  /**
   * A field of a line of fixed width.
   *
   * @param label what the column is called
   * @param first its first place, counted from 1
   * @param last its last place, included
   */
  record Field(String label, int first, int last) {

    /**
     * Refuses nulls.
     *
     * @param label what the column is called
     * @param first its first place, counted from 1
     * @param last its last place, included
     */
    public Field {
      Objects.requireNonNull(label, "label");
    }
  }

  /**
   * Lines of fixed width.
   *
   * @param fields the fields that are read
   * @return the source
   */
  static RowSource fixedWidth(List<Field> fields) {
    Objects.requireNonNull(fields, "fields");
    return new FixedWidth(fields);
  }
}
