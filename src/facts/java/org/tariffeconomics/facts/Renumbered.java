package org.tariffeconomics.facts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What became of statistical numbers that lists name: goods of the numbers in their place stay on
 * the list, since a new number is no new law; where these were not to be had, the old number does,
 * and is not verified.
 */
final class Renumbered {

  private static final Path FILE = Path.of("src/facts/resources/us-renumbered.csv");

  private final Map<String, Change> changes = new HashMap<>();

  private record Change(List<String> successors, String from, String source) {}

  private Renumbered() {}

  static Renumbered read() throws IOException {
    Renumbered read = new Renumbered();
    for (List<String> row : CodeText.rows(Files.readString(FILE))) {
      String successors = row.get(1).replace(".", "");
      read.changes.put(
          row.get(0).replace(".", ""),
          new Change(
              successors.isEmpty() ? List.of() : List.of(successors.split(" ", -1)),
              row.get(2),
              row.get(3)));
    }
    return read;
  }

  /** All rows, each followed by those of the numbers in place of its own that no row has. */
  List<ListedCode> followed(List<ListedCode> rows) {
    List<ListedCode> all = new ArrayList<>();
    for (ListedCode row : rows) {
      all.add(row);
      Change change = changes.get(row.code());
      if (change == null || row.from().compareTo(change.from) >= 0) {
        continue;
      }
      if (change.successors.isEmpty() && row.until().equals(change.from)) {
        String source = row.source().split(";", -1)[0] + "; the number ended in " + change.source;
        all.add(row.on(change.from, "", source + ", outcome not found", "SECOND"));
      }
      if (row.until().isEmpty() || row.until().compareTo(change.from) > 0) {
        String source = row.source() + "; in place of an ended number, " + change.source;
        change.successors.stream()
            .map(row::withCode)
            .map(each -> each.on(change.from, row.until(), source, row.verification()))
            .filter(each -> rows.stream().noneMatch(other -> other.lists(each)))
            .forEach(all::add);
      }
    }
    return all;
  }
}
