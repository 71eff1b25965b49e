package org.tariffeconomics.io.hts;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tariffeconomics.reading.Padding;
import org.tariffeconomics.reading.Problem;
import org.tariffeconomics.reading.RowSource;
import org.tariffeconomics.reading.TextFiles;

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

  /** The columns from here on are not in all layouts. */
  private static final int LATER_COLUMNS = 7;

  private final HtsRows rows;
  private final Map<String, List<String>> units = new HashMap<>();
  private final Map<Integer, String> others = new LinkedHashMap<>();
  private final int[] at = new int[HEADER.size()];
  private int width;
  private long place = 1;

  private HtsCsv(HtsRows rows) {
    this.rows = rows;
  }

  static void read(InputStream in, String name, HtsRows rows) throws IOException {
    HtsCsv csv = new HtsCsv(rows);
    RowSource.csv(name, TextFiles.open(in), rows::accept, csv::take);
    if (csv.width == 0 && rows.isGood()) {
      rows.problem(1, "", "", "the file has no header line");
    }
  }

  private boolean take(long line, List<String> cells) {
    place = line;
    if (width == 0) {
      return readHeader(cells);
    }
    readRow(cells);
    return true;
  }

  private boolean readHeader(List<String> header) {
    width = header.size();
    boolean complete = true;
    List<String> labels = header.stream().map(HtsCsv::plain).toList();
    for (int i = 0; i < at.length; i++) {
      at[i] = labels.indexOf(plain(HEADER.get(i)));
      if (at[i] < 0) {
        String stands = String.join(",", header);
        boolean isRequired = i < LATER_COLUMNS;
        String message = "the column is missing";
        rows.accept(
            isRequired
                ? Problem.error(rows.place(place), HEADER.get(i), stands, message)
                : Problem.note(rows.place(place), HEADER.get(i), stands, message));
        complete &= !isRequired;
      }
    }
    for (int i = 0; i < labels.size(); i++) {
      String label = labels.get(i);
      if (HEADER.stream().map(HtsCsv::plain).noneMatch(label::equals)) {
        rows.note(place, header.get(i), header.get(i), "no column of a release");
        others.put(i, header.get(i));
      }
    }
    return complete;
  }

  /** A label in small letters, without what pads it and nobody sees. */
  private static String plain(String label) {
    return Padding.stripped(label).toLowerCase(Locale.ROOT);
  }

  private void readRow(List<String> row) {
    HtsRows.Cells cells = new HtsRows.Cells();
    cells.code = rows.text(Padding.stripped(cell(row, 0)));
    cells.indent = cell(row, 1);
    if (row.size() != width) {
      String message = "the row has " + row.size() + " cells and the header " + width;
      rows.problem(place, "", "", message);
      rows.addUnread(place, cells, message);
      return;
    }
    cells.description = cell(row, 2);
    cells.units = units(cell(row, 3));
    cells.general = cell(row, 4);
    cells.special = cell(row, 5);
    cells.other = cell(row, 6);
    cells.quotaQuantity = cell(row, 7);
    cells.additionalDuties = cell(row, 8);
    others.forEach((column, label) -> cells.takeOther(label, row.get(column)));
    rows.add(place, cells);
  }

  private String cell(List<String> row, int column) {
    boolean isThere = at[column] >= 0 && at[column] < row.size();
    return isThere ? rows.text(row.get(at[column])) : "";
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
