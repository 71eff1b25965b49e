package org.tariffeconomics.tariff;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One group in the special column of the US schedule: a rate and the programmes that give it, as in
 * {@code Free (A,AU,BH)} or {@code See 9822.05.15 (P+)}.
 *
 * <p>Programme symbols keep their mark: {@code A*} and {@code A+} change the countries that are
 * eligible, not the rate.
 *
 * @param programmes the symbols in the order of the text; empty where the cell names no programme
 * @param rate the rate
 */
public record SpecialRate(List<String> programmes, DutyRate rate) {

  private static final String SYMBOL = "[A-Z]{1,2}[+*]?";

  /**
   * A list of programmes in brackets, as a regular expression; a bracket opened twice and a comma
   * before the closing one occur.
   */
  static final String PROGRAMMES =
      "\\( ?(?:" + SYMBOL + " ?\\( ?)?" + SYMBOL + "(?:[ ,.]+" + SYMBOL + ")*[ ,]*\\)";

  private static final Pattern GROUP = Pattern.compile(PROGRAMMES);
  private static final Pattern SEPARATORS = Pattern.compile("[ ,.()]+");

  /**
   * Creates a group.
   *
   * @param programmes the symbols, none twice, empty where the cell names no programme
   * @param rate the rate
   */
  public SpecialRate {
    programmes = List.copyOf(programmes);
  }

  /**
   * Reads a cell of the special column; never throws. Text behind the last bracket becomes a group
   * of its own.
   *
   * @param cell the cell
   * @return the groups in the order of the text; none for a blank cell, which says that the general
   *     rate applies (or, on a statistical line, that of the line above) and never that it is free
   */
  public static List<SpecialRate> parse(String cell) {
    List<SpecialRate> groups = new ArrayList<>();
    Matcher matcher = GROUP.matcher(cell);
    int from = 0;
    while (matcher.find()) {
      List<String> symbols =
          SEPARATORS.splitAsStream(matcher.group()).filter(s -> !s.isEmpty()).distinct().toList();
      groups.add(new SpecialRate(symbols, DutyRate.parse(cell.substring(from, matcher.start()))));
      from = matcher.end();
    }
    String rest = cell.substring(from);
    if (!CleanText.of(rest).text().isEmpty()) {
      groups.add(new SpecialRate(List.of(), DutyRate.parse(rest)));
    }
    return List.copyOf(groups);
  }

  /** The rate and its programmes: {@code Free (A,AU,BH)}. */
  @Override
  public String toString() {
    return programmes.isEmpty()
        ? rate.toString()
        : rate + " (" + String.join(",", programmes) + ")";
  }
}
