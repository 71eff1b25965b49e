package org.tariffeconomics.reading;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;

/** Splits a text into lines of cells, the labels first. */
public interface RowSource {

  /** Takes one line of cells; false ends the reading. */
  interface RowConsumer {
    boolean row(long line, List<String> cells);
  }

  void read(String name, Reader in, PassLog log, RowConsumer consumer) throws IOException;

  /** Comma- or semicolon-separated, as the header has it; lines that begin with # are remarks. */
  static void csv(String name, Reader in, PassLog log, RowConsumer consumer) throws IOException {
    BufferedReader text = new BufferedReader(in, 1 << 16);
    try (CsvReader<CsvRecord> csv =
        CsvReader.builder()
            .fieldSeparator(separator(text))
            .commentStrategy(CommentStrategy.SKIP)
            .skipEmptyLines(true)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .ofCsvRecord(text)) {
      for (CsvRecord each : csv) {
        if (!consumer.row(each.getStartingLineNumber(), each.getFields())) {
          return;
        }
      }
    } catch (CsvParseException e) {
      log.problem(new CsvProblem(name, 1, "", "", "not a CSV file: " + e.getMessage()));
    }
  }

  /** What separates cells: the commonest of comma, semicolon and tab in the header line. */
  private static char separator(BufferedReader text) throws IOException {
    int look = 1 << 14;
    text.mark(look);
    char[] start = new char[look];
    int count = Math.max(0, text.read(start, 0, look));
    text.reset();
    String header =
        new String(start, 0, count)
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

  /** An array of arrays, the labels first; numbers are taken as they are written. */
  static void json(String name, Reader in, PassLog log, RowConsumer consumer) throws IOException {
    try (JsonParser json = new JsonFactory().createParser(in)) {
      if (json.nextToken() != JsonToken.START_ARRAY) {
        log.problem(new CsvProblem(name, 1, "", "", "not a JSON array of arrays"));
        return;
      }
      while (json.nextToken() == JsonToken.START_ARRAY) {
        long line = json.currentTokenLocation().getLineNr();
        if (!consumer.row(line, cells(json))) {
          return;
        }
      }
      if (json.currentToken() != JsonToken.END_ARRAY) {
        long line = json.currentTokenLocation().getLineNr();
        log.problem(new CsvProblem(name, line, "", "", "not an array of cells"));
      }
    } catch (JsonProcessingException e) {
      long line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
      log.problem(new CsvProblem(name, line, "", "", "not JSON: " + e.getOriginalMessage()));
    }
  }

  private static List<String> cells(JsonParser json) throws IOException {
    List<String> cells = new ArrayList<>();
    while (json.nextToken() != JsonToken.END_ARRAY && json.currentToken() != null) {
      if (json.currentToken().isStructStart()) {
        json.skipChildren();
        cells.add("[…]");
      } else {
        cells.add(json.currentToken() == JsonToken.VALUE_NULL ? "" : json.getText());
      }
    }
    return cells;
  }

  /** A field of a line of fixed width, places counted from 1, both included. */
  record Field(String label, int first, int last) {}

  /** Lines of fixed width. */
  static RowSource fixedWidth(List<Field> fields) {
    int width = fields.stream().mapToInt(Field::last).max().orElse(0);
    return (name, in, log, consumer) -> {
      consumer.row(0, fields.stream().map(Field::label).toList());
      BufferedReader text = new BufferedReader(in, 1 << 16);
      long line = 0;
      for (String each = text.readLine(); each != null; each = text.readLine()) {
        line++;
        if (each.length() >= width) {
          consumer.row(line, cut(each, fields));
        } else if (!each.isBlank()) {
          String message = "the line must have " + width + " places, but had " + each.length();
          log.problem(new CsvProblem(name, line, "", each, message));
        }
      }
    };
  }

  private static List<String> cut(String line, List<Field> fields) {
    List<String> cells = new ArrayList<>(fields.size());
    for (Field each : fields) {
      cells.add(line.substring(each.first() - 1, each.last()));
    }
    return cells;
  }
}
