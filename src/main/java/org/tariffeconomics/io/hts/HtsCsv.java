package org.tariffeconomics.io.hts;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** Reads the CSV form of a release. */
final class HtsCsv {

  private static final List<String> HEADER =
      List.of(
          "HTS Number",
          "Indent",
          "Description",
          "Unit of Quantity",
          "General Rate of Duty",
          "Special Rate of Duty",
          "Column 2 Rate of Duty",
          "Quota Quantity",
          "Additional Duties");

  private final HtsRows rows;
  private final Map<String, List<String>> units = new HashMap<>();
  private final int[] at = new int[HEADER.size()];
  private int width;
  private long place = 1;

  private HtsCsv(HtsRows rows) {
    this.rows = rows;
  }

  static void read(InputStream in, HtsRows rows) throws IOException {
    HtsCsv csv = new HtsCsv(rows);
    Reader text = new InputStreamReader(in, StandardCharsets.UTF_8.newDecoder());
    try (CsvReader<CsvRecord> records = reader(text)) {
      csv.readAll(records.iterator());
    } catch (CsvParseException e) {
      csv.broken(e.getCause() instanceof IOException io ? io : e);
    } catch (UncheckedIOException e) {
      csv.broken(e.getCause() == null ? e : e.getCause());
    } catch (IOException e) {
      csv.broken(e);
    }
  }

  private static CsvReader<CsvRecord> reader(Reader text) {
    return CsvReader.builder()
        .commentStrategy(CommentStrategy.NONE)
        .skipEmptyLines(true)
        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
        .ofCsvRecord(text);
  }

  private void broken(Exception e) {
    rows.problem(
        place,
        "",
        "",
        e instanceof CharacterCodingException
            ? "the text is not UTF-8: save it as such"
            : "not a CSV file from here on, or cut off: " + e.getMessage());
  }

  private void readAll(Iterator<CsvRecord> records) {
    if (!records.hasNext()) {
      rows.problem(1, "", "", "the file has no header line");
      return;
    }
    if (readHeader(records.next())) {
      while (records.hasNext()) {
        readRow(records.next());
      }
    }
  }

  private boolean readHeader(CsvRecord record) {
    List<String> header = new ArrayList<>(record.getFields());
    header.set(0, header.get(0).replace("\uFEFF", ""));
    width = header.size();
    boolean complete = true;
    for (int i = 0; i < at.length; i++) {
      at[i] = header.indexOf(HEADER.get(i));
      if (at[i] < 0) {
        String stands = String.join(",", header);
        rows.problem(
            record.getStartingLineNumber(), HEADER.get(i), stands, "the column is missing");
        complete = false;
      }
    }
    for (String column : header) {
      if (!HEADER.contains(column)) {
        rows.remark(record.getStartingLineNumber(), column, column, "no column of a release");
      }
    }
    return complete;
  }

  private void readRow(CsvRecord record) {
    place = record.getStartingLineNumber();
    if (record.getFieldCount() != width) {
      String message = "the row has " + record.getFieldCount() + " cells and the header " + width;
      rows.problem(place, "", "", message);
      if (record.getFieldCount() < width) {
        return;
      }
    }
    HtsRows.Cells cells = new HtsRows.Cells();
    cells.code = cell(record, 0);
    cells.indent = cell(record, 1);
    cells.description = cell(record, 2);
    cells.units = units(cell(record, 3));
    cells.general = cell(record, 4);
    cells.special = cell(record, 5);
    cells.other = cell(record, 6);
    cells.quotaQuantity = cell(record, 7);
    cells.additionalDuties = cell(record, 8);
    rows.add(place, cells);
  }

  private String cell(CsvRecord record, int column) {
    return rows.text(record.getField(at[column]));
  }

  /** A JSON list inside the cell; each text is taken apart once. */
  private List<String> units(String cell) {
    if (cell.isEmpty()) {
      return List.of();
    }
    List<String> known = units.get(cell);
    if (known == null) {
      known = rows.list(list(cell));
      units.put(cell, known);
    }
    return known;
  }

  private List<String> list(String cell) {
    List<String> list = new ArrayList<>(2);
    try (JsonParser json = HtsJson.JSON.createParser(cell)) {
      if (json.nextToken() == JsonToken.START_ARRAY) {
        while (json.nextToken() == JsonToken.VALUE_STRING) {
          list.add(json.getText());
        }
        if (json.currentToken() == JsonToken.END_ARRAY) {
          return list;
        }
      }
    } catch (IOException e) {
      list.clear();
    }
    rows.problem(
        place, "Unit of Quantity", cell, "must be a list such as [\"kg\"]; taken as it is");
    return List.of(cell);
  }
}
