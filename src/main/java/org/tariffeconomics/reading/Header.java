package org.tariffeconomics.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * The labels of a table's columns. They are compared in small letters and with one blank between
 * words; columns are counted from 0.
 *
 * @since 0.1.0
 */
public final class Header {

  /** No such column. */
  public static final int NONE = -1;

  private final String file;
  private final long line;
  private final CellText cellText;
  private final boolean decimalCommas;
  private final List<String> labels;
  private final Map<String, Integer> places = new HashMap<>();

  /** Where labels stand that were asked for as they are not written, or that do not stand here. */
  private final Map<String, Integer> asked = new ConcurrentHashMap<>();

  private final List<String> missing = new ArrayList<>();

  /** Labels that stand twice; of these the ones that were asked for. */
  private final Set<String> twice = new HashSet<>();

  private final Set<String> ambiguous = new LinkedHashSet<>();

  Header(String file, long line, List<String> labels, CellText cellText) {
    this(file, line, labels, cellText, false);
  }

  /**
   * The labels of a file.
   *
   * @param decimalCommas whether a comma may stand for a decimal point, since none stands between
   *     the cells
   */
  Header(String file, long line, List<String> labels, CellText cellText, boolean decimalCommas) {
    this.file = file;
    this.line = line;
    this.cellText = cellText;
    this.decimalCommas = decimalCommas;
    this.labels = labels.stream().map(Header::normal).toList();
    for (int i = 0; i < this.labels.size(); i++) {
      if (places.putIfAbsent(this.labels.get(i), i) != null) {
        twice.add(this.labels.get(i));
      }
    }
  }

  boolean mayHaveDecimalCommas() {
    return decimalCommas;
  }

  /** Small letters, one blank between words. */
  static String normal(String label) {
    if (isNormal(label)) {
      return label;
    }
    String cut = Limits.cut(Padding.stripped(label), Limits.LONGEST_NAME);
    return String.join(" ", cut.split("[\\s\\u00a0]+")).toLowerCase(Locale.ROOT);
  }

  /** Whether it is one short word of small letters, as most labels are. */
  private static boolean isNormal(String label) {
    for (int i = 0; i < label.length(); i++) {
      char each = label.charAt(i);
      if ((each < 'a' || each > 'z') && each != '_') {
        return false;
      }
    }
    return !label.isEmpty() && label.length() <= Limits.LONGEST_NAME;
  }

  /** {@return the file's name, with that of the archive that holds it} */
  public String file() {
    return file;
  }

  /** {@return the place of the header line} */
  public Place place() {
    return Place.ofLine(file, line);
  }

  CellText cellText() {
    return cellText;
  }

  /** {@return the labels of the columns in their order, in small letters} */
  public List<String> labels() {
    return labels;
  }

  /**
   * The label of a column.
   *
   * @param column the column, counted from 0
   * @return its label in small letters; empty where there is no such column
   */
  public String label(int column) {
    return column < 0 || column >= labels.size() ? "" : labels.get(column);
  }

  /**
   * The column of a label.
   *
   * @param alternatives the labels that it may have, in any case
   * @return the column of the first of them that there is; {@link #NONE} where there is none
   */
  public int find(String... alternatives) {
    Objects.requireNonNull(alternatives, "alternatives");
    for (String label : alternatives) {
      Integer exact = places.get(label);
      int at = exact == null ? asked.computeIfAbsent(label, this::otherwiseWritten) : exact;
      if (at != NONE) {
        noteAmbiguous(labels.get(at));
        return at;
      }
    }
    return NONE;
  }

  private void noteAmbiguous(String label) {
    if (!twice.isEmpty() && twice.contains(label)) {
      ambiguous.add(label);
    }
  }

  private int otherwiseWritten(String label) {
    return places.getOrDefault(normal(label), NONE);
  }

  /**
   * The first column of whose label something holds.
   *
   * @param test takes a label in small letters
   * @return the column; {@link #NONE} where there is none
   */
  public int where(Predicate<String> test) {
    Objects.requireNonNull(test, "test");
    for (int i = 0; i < labels.size(); i++) {
      if (test.test(labels.get(i))) {
        return i;
      }
    }
    return NONE;
  }

  /**
   * The column of a label that must be there; where it is not, the file is not read.
   *
   * @param alternatives the labels that it may have, in any case
   * @return the column of the first of them that there is; {@link #NONE} where there is none
   */
  public int require(String... alternatives) {
    Objects.requireNonNull(alternatives, "alternatives");
    int at = find(alternatives);
    if (at < 0) {
      missing.add(alternatives[0]);
    }
    return at;
  }

  List<String> missing() {
    return missing;
  }

  /** The labels that were asked for and stand twice, so that it is not known which is meant. */
  Set<String> ambiguous() {
    return ambiguous;
  }

  Problem problem() {
    return Problem.error(
        place(),
        String.join(",", missing),
        String.join(",", labels),
        "the header lacks " + (missing.size() == 1 ? "this column" : "these columns"));
  }

  /** The labels. */
  @Override
  public String toString() {
    return Limits.cut(String.join(",", labels), Limits.LONGEST_MESSAGE);
  }
}
