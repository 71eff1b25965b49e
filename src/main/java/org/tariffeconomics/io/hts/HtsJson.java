package org.tariffeconomics.io.hts;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.tariffeconomics.reading.Limits;
import org.tariffeconomics.reading.Padding;
import org.tariffeconomics.schedule.ScheduleRow;

/** Reads the JSON form of a release token by token. */
final class HtsJson {

  static final JsonFactory JSON = new JsonFactory();

  /** Known and of no use here: the second is a misspelt twin that is always null. */
  private static final Set<String> IGNORED = Set.of("superior", "addiitionalDuties");

  private static final String CODE = "htsno";

  private static final Set<String> KEYS =
      Set.of(
          CODE,
          "indent",
          "description",
          "units",
          "general",
          "special",
          "other",
          "quotaQuantity",
          "additionalDuties",
          "footnotes");

  private final JsonParser json;
  private final HtsRows rows;
  private final Set<String> unknown = new HashSet<>();
  private final Set<String> seen = new HashSet<>();
  private long place;

  private HtsJson(JsonParser json, HtsRows rows) {
    this.json = json;
    this.rows = rows;
  }

  static void read(InputStream in, HtsRows rows) throws IOException {
    try (JsonParser json = JSON.createParser(in)) {
      new HtsJson(json, rows).readAll();
    }
  }

  private void readAll() throws IOException {
    try {
      if (json.nextToken() != JsonToken.START_ARRAY) {
        rows.problem(1, "", json.getText(), "a release is a JSON list of rows, and this is not");
        return;
      }
      while (json.nextToken() == JsonToken.START_OBJECT) {
        place++;
        readRow();
      }
      if (json.currentToken() != JsonToken.END_ARRAY) {
        rows.problem(place + 1, "", json.getText(), "a row must be a JSON object; reading stops");
      } else if (json.nextToken() != null) {
        rows.problem(place + 1, "", json.getText(), "more stands behind the end of the list");
      }
    } catch (JsonProcessingException e) {
      broken(e.getOriginalMessage());
    } catch (CharConversionException e) {
      broken("the text is not UTF-8");
    }
  }

  private void broken(String why) {
    String first = why.lines().findFirst().orElse("");
    rows.problem(
        Math.max(1, place), "", "", "the file is damaged or cut off in this row: " + first);
  }

  private void readRow() throws IOException {
    HtsRows.Cells cells = new HtsRows.Cells();
    String twice = "";
    seen.clear();
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String key = json.currentName();
      twice = KEYS.contains(key) && !seen.add(key) ? key : twice;
      json.nextToken();
      take(key, cells);
    }
    if (!twice.isEmpty()) {
      addUnread(cells, twice, "a key stands twice in the row");
    } else if (seen.contains(CODE)) {
      rows.add(place, cells);
    } else {
      addUnread(cells, CODE, "the row has no key '" + CODE + "'");
    }
  }

  private void addUnread(HtsRows.Cells cells, String key, String message) {
    rows.problem(place, key, "", message);
    rows.addUnread(place, cells, message);
  }

  private void take(String key, HtsRows.Cells cells) throws IOException {
    switch (key) {
      case CODE -> cells.code = rows.text(Padding.stripped(code(text(key))));
      case "indent" -> cells.indent = text(key);
      case "description" -> cells.description = text(key);
      case "units" -> cells.units = rows.list(texts(key));
      case "general" -> cells.general = text(key);
      case "special" -> cells.special = text(key);
      case "other" -> cells.other = text(key);
      case "quotaQuantity" -> cells.quotaQuantity = text(key);
      case "additionalDuties" -> cells.additionalDuties = text(key);
      case "footnotes" -> cells.footnotes = rows.notes(notes());
      default -> {
        if (!IGNORED.contains(key) && unknown.size() < Limits.COUNTED_NAMES && unknown.add(key)) {
          rows.note(place, key, "", "a key that is not known, here for the first time; passed by");
        }
        if (!IGNORED.contains(key) && json.currentToken() != JsonToken.VALUE_NULL) {
          cells.takeOther(key, json.currentToken().isScalarValue() ? json.getText() : "a list");
        }
        json.skipChildren();
      }
    }
  }

  private String code(String text) {
    if (json.currentToken().isNumeric()) {
      rows.problem(place, CODE, text, "a code must be a text: as a number it loses its zeros");
    }
    return text;
  }

  /** The text of a cell; null and numbers are taken as what they look like. */
  private String text(String column) throws IOException {
    if (json.currentToken() == JsonToken.VALUE_NULL) {
      return "";
    }
    if (json.currentToken().isScalarValue()) {
      return rows.text(json.getText());
    }
    rows.problem(place, column, json.getText(), "must be a text; what it says is not known");
    json.skipChildren();
    return HtsRows.NOT_UNDERSTOOD + "no text)";
  }

  private List<String> texts(String column) throws IOException {
    if (json.currentToken() != JsonToken.START_ARRAY) {
      String text = text(column);
      return text.isEmpty() ? List.of() : List.of(text);
    }
    List<String> texts = new ArrayList<>(2);
    while (json.nextToken() != JsonToken.END_ARRAY) {
      texts.add(text(column));
    }
    return texts;
  }

  private List<ScheduleRow.Footnote> notes() throws IOException {
    if (json.currentToken() != JsonToken.START_ARRAY) {
      text("footnotes");
      return List.of();
    }
    List<ScheduleRow.Footnote> notes = new ArrayList<>(2);
    while (json.nextToken() != JsonToken.END_ARRAY) {
      if (json.currentToken() == JsonToken.START_OBJECT) {
        notes.add(note());
      } else {
        text("footnotes");
      }
    }
    return notes;
  }

  private ScheduleRow.Footnote note() throws IOException {
    List<String> columns = List.of();
    String value = "";
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String key = json.currentName();
      json.nextToken();
      if (key.equals("columns")) {
        columns = rows.list(texts(key));
      } else if (key.equals("value")) {
        value = text(key);
      } else {
        json.skipChildren();
      }
    }
    return rows.note(columns, value);
  }
}
