package org.tariffeconomics.facts;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Rows of CSV, and codes written shortly as the library reads them. */
final class CodeText {

  private CodeText() {}

  /** The rows below the header. */
  static List<List<String>> rows(String text) {
    List<List<String>> rows = new ArrayList<>();
    for (String line : text.split("\r?\n", -1)) {
      if (!line.isEmpty() && !line.startsWith("#")) {
        rows.add(cells(line));
      }
    }
    return rows.isEmpty() ? rows : rows.subList(1, rows.size());
  }

  private static List<String> cells(String line) {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"') {
        boolean doubled = quoted && i + 1 < line.length() && line.charAt(i + 1) == '"';
        if (doubled) {
          cell.append('"');
          i++;
        } else {
          quoted = !quoted;
        }
      } else if (c == ',' && !quoted) {
        cells.add(cell.toString());
        cell.setLength(0);
      } else {
        cell.append(c);
      }
    }
    cells.add(cell.toString());
    return cells;
  }

  static String row(List<String> cells) {
    return cells.stream().map(CodeText::quoted).collect(Collectors.joining(",", "", "\n"));
  }

  private static String quoted(String cell) {
    return cell.contains(",") || cell.contains("\"")
        ? '"' + cell.replace("\"", "\"\"") + '"'
        : cell;
  }

  /** Codes in order; a code that begins as the one before it is written by its last digits. */
  static String of(Collection<String> codes, Collection<String> takenOut) {
    return of(codes) + (takenOut.isEmpty() ? "" : " except " + of(takenOut));
  }

  private static String of(Collection<String> codes) {
    StringBuilder text = new StringBuilder();
    String before = "";
    for (String each : codes) {
      int common = before.length() == each.length() ? common(before, each) : 0;
      String start = text.length() == 0 ? "" : " ";
      text.append(common == 0 ? start + each : "," + each.substring(common));
      before = each;
    }
    return text.toString();
  }

  private static int common(String one, String other) {
    int at = 0;
    while (at < one.length() - 1 && one.charAt(at) == other.charAt(at)) {
      at++;
    }
    return at;
  }
}
