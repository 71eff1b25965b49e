package org.tariffeconomics.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * Writes a table as aligned text. Columns of words give way first when the lines grow too long;
 * what still does not fit goes into a second panel below that repeats the first column.
 */
final class TextTable {

  /** The widest line. */
  static final int MAX_WIDTH = 100;

  /** A column of words is not cut below this. */
  private static final int MIN_WORDS = 16;

  private static final String GAP = "  ";

  /** In the short form more reasons than these would bury the numbers. */
  private static final int MOST_REASONS = 4;

  private final Table table;
  private final List<List<Cell>> shown;
  private final List<Boolean> right;
  private final int[] widths;

  private final UnaryOperator<String> shownText;

  /** Whether it is the short form of a table, which says how to see the rest. */
  private final boolean brief;

  /** Whether a text did not fit, so far. */
  private boolean cut;

  private TextTable(Table table, int rows, boolean brief, UnaryOperator<String> shownText) {
    this.table = table;
    this.brief = brief;
    this.shownText = shownText;
    this.shown = table.rows().subList(0, Math.min(rows, table.rows().size()));
    this.right = rightAligned(table);
    this.widths = IntStream.range(0, table.columns().size()).map(this::naturalWidth).toArray();
    narrowWords();
  }

  static String text(Table table) {
    return new TextTable(table, table.rows().size(), false, OneLine::of).write();
  }

  /** The first rows only, with how to see the others. */
  static String brief(Table table, int rows) {
    return new TextTable(table, rows, true, OneLine::of).write();
  }

  /** The text in ASCII alone. */
  static String ascii(Table table) {
    return OneLine.asciiLines(
        new TextTable(table, table.rows().size(), false, OneLine::ascii).write());
  }

  /** A column is aligned right when it holds numbers. */
  static List<Boolean> rightAligned(Table table) {
    return IntStream.range(0, table.columns().size())
        .mapToObj(i -> table.rows().stream().anyMatch(row -> row.get(i).value().isPresent()))
        .toList();
  }

  private int naturalWidth(int column) {
    int header = shownText.apply(table.columns().get(column)).length();
    return shown.stream()
        .mapToInt(row -> shownText.apply(row.get(column).text()).length())
        .reduce(header, Math::max);
  }

  private void narrowWords() {
    while (lineWidth() > MAX_WIDTH) {
      int widest = -1;
      for (int i = 0; i < widths.length; i++) {
        if (!right.get(i) && widths[i] > MIN_WORDS && (widest < 0 || widths[i] > widths[widest])) {
          widest = i;
        }
      }
      if (widest < 0) {
        return;
      }
      widths[widest]--;
    }
  }

  private int lineWidth() {
    return IntStream.of(widths).sum() + GAP.length() * (widths.length - 1);
  }

  private String write() {
    StringBuilder out = new StringBuilder();
    wrapped(shownText.apply(table.title())).forEach(line -> out.append(line).append('\n'));
    for (List<Integer> panel : panels()) {
      out.append(line(panel, i -> table.columns().get(i)));
      for (List<Cell> row : shown) {
        out.append(line(panel, i -> row.get(i).text()));
      }
    }
    int hidden = table.rows().size() - shown.size();
    if (hidden > 0) {
      out.append("… ").append(hidden).append(" more: print() of the table shows all rows\n");
    }
    if (cut) {
      out.append("… texts are cut: toMarkdown() of the table has them whole\n");
    }
    reasons(out);
    for (String caption : table.caption()) {
      wrapped(shownText.apply(caption)).forEach(line -> out.append(line).append('\n'));
    }
    return out.deleteCharAt(out.length() - 1).toString();
  }

  /**
   * Why cells of the rows shown are not known: each reason once, and never cut; the short form says
   * how many it leaves out.
   */
  private void reasons(StringBuilder out) {
    List<String> reasons =
        shown.stream()
            .flatMap(List::stream)
            .filter(cell -> !cell.isKnown() && !cell.note().isEmpty())
            .map(cell -> cell.text() + ": " + shownText.apply(cell.note()))
            .distinct()
            .toList();
    int most = brief ? Math.min(MOST_REASONS, reasons.size()) : reasons.size();
    reasons
        .subList(0, most)
        .forEach(each -> wrapped(each).forEach(l -> out.append(l).append('\n')));
    if (reasons.size() > most) {
      int more = reasons.size() - most;
      out.append("… ").append(more).append(more == 1 ? " more reason" : " more reasons");
      out.append(": print() of the table shows them all\n");
    }
  }

  private List<List<Integer>> panels() {
    List<List<Integer>> panels = new ArrayList<>();
    List<Integer> panel = new ArrayList<>(List.of(0));
    int width = widths[0];
    for (int i = 1; i < widths.length; i++) {
      if (panel.size() > 1 && width + GAP.length() + widths[i] > MAX_WIDTH) {
        panels.add(panel);
        panel = new ArrayList<>(List.of(0));
        width = widths[0];
      }
      panel.add(i);
      width += GAP.length() + widths[i];
    }
    panels.add(panel);
    return panels;
  }

  private String line(List<Integer> panel, IntFunction<String> text) {
    StringBuilder line = new StringBuilder();
    for (int i : panel) {
      String whole = shownText.apply(text.apply(i));
      String fit = cut(whole, widths[i]);
      cut |= !fit.equals(whole);
      String blanks = " ".repeat(widths[i] - fit.length());
      line.append(line.length() == 0 ? "" : GAP).append(right.get(i) ? blanks + fit : fit + blanks);
    }
    return line.toString().stripTrailing() + "\n";
  }

  private static String cut(String text, int width) {
    return text.length() <= width ? text : text.substring(0, width - 1) + "…";
  }

  private static List<String> wrapped(String text) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.stripTrailing().split(" ", -1)) {
      if (line.length() > 0 && line.length() + 1 + word.length() > MAX_WIDTH) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.length() == 0 ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }
}
