package org.tariffeconomics.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** The labels of a file's columns, found by their text and not by their place. */
public final class StreamHeader {

  private final String file;
  private final long line;
  private final List<String> labels;
  private final List<String> missing = new ArrayList<>();

  StreamHeader(String file, long line, List<String> labels) {
    this.file = file;
    this.line = line;
    this.labels = labels.stream().map(StreamHeader::normal).toList();
  }

  /** Small letters, one blank between words. */
  static String normal(String label) {
    return label.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
  }

  public String file() {
    return file;
  }

  int size() {
    return labels.size();
  }

  public String label(int column) {
    return column < 0 || column >= labels.size() ? "" : labels.get(column);
  }

  /** The place of the first of these labels that there is; -1 where there is none. */
  public int optional(String... alternatives) {
    for (String label : alternatives) {
      int at = labels.indexOf(normal(label));
      if (at >= 0) {
        return at;
      }
    }
    return -1;
  }

  /** The place of the first label of which something holds; -1 where there is none. */
  public int where(Predicate<String> test) {
    for (int i = 0; i < labels.size(); i++) {
      if (test.test(labels.get(i))) {
        return i;
      }
    }
    return -1;
  }

  public int required(String... alternatives) {
    int at = optional(alternatives);
    if (at < 0) {
      missing.add(alternatives[0]);
    }
    return at;
  }

  List<String> missing() {
    return missing;
  }

  CsvProblem problem() {
    return new CsvProblem(
        file,
        line,
        String.join(",", missing),
        String.join(",", labels),
        "the header lacks " + (missing.size() == 1 ? "this column" : "these columns"));
  }
}
