package org.tariffeconomics.reading;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The rows of a CSV file with a header, and what is wrong with its form. */
public final class CsvFile {

  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final String name;
  private final Set<String> known;
  private final boolean byPosition;
  private List<String> columns = List.of();
  private final List<CsvRow> rows = new ArrayList<>();
  private final List<CsvProblem> problems = new ArrayList<>();

  private CsvFile(String name, Set<String> known, boolean byPosition) {
    this.name = name;
    this.known = known;
    this.byPosition = byPosition;
  }

  /**
   * Reads a file whose header must have the required columns and may have the known ones, or any
   * where none is known.
   */
  public static CsvFile read(String name, Reader in, Set<String> required, Set<String> known) {
    return new CsvFile(name, known, false).read(in, required);
  }

  /** Reads a file whose header cannot be relied on: columns are called {@code 1}, {@code 2}, …. */
  public static CsvFile readByPosition(String name, Reader in) {
    return new CsvFile(name, Set.of(), true).read(in, Set.of());
  }

  private CsvFile read(Reader in, Set<String> required) {
    try (CsvReader<CsvRecord> csv = reader(withoutByteOrderMark(text(in)))) {
      take(csv.stream().toList(), required);
    } catch (CharacterCodingException e) {
      problems.add(new CsvProblem(name, 1, "", "", "the text is not UTF-8: save it as such"));
    } catch (CsvParseException e) {
      problems.add(new CsvProblem(name, 1, "", "", "not a CSV file: " + e.getMessage()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  public static Reader open(Path path) {
    try {
      return Files.newBufferedReader(path, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static String name(Path path) {
    return Optional.ofNullable(path.getFileName()).orElse(path).toString();
  }

  private static String text(Reader in) throws IOException {
    try (in) {
      StringWriter text = new StringWriter();
      in.transferTo(text);
      return text.toString();
    }
  }

  private static String withoutByteOrderMark(String text) {
    return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
  }

  private static CsvReader<CsvRecord> reader(String text) {
    return CsvReader.builder()
        .fieldSeparator(separator(text))
        .commentStrategy(CommentStrategy.SKIP)
        .skipEmptyLines(true)
        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
        .ofCsvRecord(text);
  }

  /** Spreadsheets of countries that write 2,5 for two and a half put semicolons between cells. */
  private static char separator(String text) {
    String header =
        text.lines().filter(l -> !l.isBlank() && !l.startsWith("#")).findFirst().orElse("");
    return header.indexOf(';') >= 0 && header.indexOf(',') < 0 ? ';' : ',';
  }

  private void take(List<CsvRecord> records, Set<String> required) {
    if (records.isEmpty()) {
      problems.add(new CsvProblem(name, 1, "", "", "the file has no header line"));
      return;
    }
    List<String> header = header(records.get(0), required);
    columns = header;
    if (!header.containsAll(required)) {
      return;
    }
    for (CsvRecord each : records.subList(1, records.size())) {
      if (each.getFields().stream().anyMatch(f -> !f.isBlank())) {
        rows.add(row(each, header));
      }
    }
  }

  private List<String> header(CsvRecord record, Set<String> required) {
    long line = record.getStartingLineNumber();
    List<String> header =
        record.getFields().stream().map(h -> h.strip().toLowerCase(Locale.ROOT)).toList();
    for (String column : required) {
      if (!header.contains(column)) {
        problems.add(
            new CsvProblem(name, line, column, String.join(",", header), "the column is missing"));
      }
    }
    for (int i = 0; i < header.size(); i++) {
      String column = header.get(i);
      if (!known.isEmpty() && !known.contains(column)) {
        problems.add(
            new CsvProblem(name, line, column, column, "no such column: there are " + known));
      } else if (!byPosition && header.indexOf(column) < i) {
        problems.add(new CsvProblem(name, line, column, column, "the column stands twice"));
      }
    }
    return header;
  }

  private CsvRow row(CsvRecord csvRecord, List<String> header) {
    Map<String, String> cells = new LinkedHashMap<>();
    List<String> fields = csvRecord.getFields();
    for (int i = 0; i < Math.min(header.size(), fields.size()); i++) {
      String column = byPosition ? String.valueOf(i + 1) : header.get(i);
      cells.putIfAbsent(column, fields.get(i).strip());
    }
    CsvRow row = new CsvRow(name, csvRecord.getStartingLineNumber(), cells);
    if (fields.size() != header.size()) {
      row.addProblem("", "the row has " + fields.size() + " cells and the header " + header.size());
    }
    return row;
  }

  public List<CsvRow> rows() {
    return rows;
  }

  /** The titles of the columns in small letters; none where there is no header line. */
  public List<String> header() {
    return columns;
  }

  /** What is wrong with the header or the form; problems of cells are the rows' own. */
  public List<CsvProblem> problems() {
    return problems;
  }
}
