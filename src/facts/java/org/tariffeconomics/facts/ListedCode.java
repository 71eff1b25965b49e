package org.tariffeconomics.facts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** One row of a list: a code with its days, words and source. */
record ListedCode(
    String file,
    String heading,
    String code,
    String restriction,
    String from,
    String until,
    String source,
    String verification) {

  static List<ListedCode> readAll(Path folder) throws IOException {
    List<Path> files;
    try (Stream<Path> found = Files.list(folder)) {
      files = found.filter(f -> f.toString().endsWith(".csv")).sorted().toList();
    }
    List<ListedCode> all = new ArrayList<>();
    for (Path file : files) {
      String name = file.getFileName().toString().replace(".csv", "");
      for (List<String> row : CodeText.rows(Files.readString(file))) {
        all.add(
            new ListedCode(
                name,
                row.get(0),
                row.get(1).replace(".", ""),
                row.get(3),
                row.get(4),
                row.get(5),
                row.get(6),
                row.get(7)));
      }
    }
    return all;
  }

  /** Whether both hold on some day; a blank day is one before or after all others. */
  boolean isAtSomeTimeWith(ListedCode other) {
    return begins(other) && other.begins(this);
  }

  private boolean begins(ListedCode beforeTheEndOf) {
    return beforeTheEndOf.until.isEmpty() || from.compareTo(beforeTheEndOf.until) < 0;
  }

  /** Whether the code of another row of the list is on it through this row, on some day. */
  boolean lists(ListedCode other) {
    return heading.equals(other.heading) && other.code.startsWith(code) && isAtSomeTimeWith(other);
  }

  /** The same row on other days, by another source. */
  ListedCode on(String first, String end, String said, String checked) {
    return new ListedCode(file, heading, code, restriction, first, end, said, checked);
  }

  /** The same row in another list, by other words. */
  ListedCode inList(String name, String words) {
    return new ListedCode(file, name, code, words, from, until, source, verification);
  }

  /** The same row of another code. */
  ListedCode withCode(String other) {
    return new ListedCode(file, heading, other, restriction, from, until, source, verification);
  }
}
