package org.tariffeconomics.rate;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tariffeconomics.basics.Texts;

/**
 * One group in the special column of the US schedule: a rate and the programmes that give it, as in
 * {@code Free (A,AU,BH)} or {@code See 9822.05.15 (P+)}.
 *
 * <p>Programme symbols keep their mark: {@code A*} and {@code A+} change the countries that are
 * eligible, not the rate.
 *
 * @param programmes the symbols in the order of the text; empty where the cell names no programme
 * @param rate the rate
 * @since 0.1.0
 */
public record SpecialRate(List<String> programmes, DutyRate rate) {

  /**
   * The symbols of the special column that the US International Trade Commission lists: one that is
   * not among them is a misprint, and no one knows of which.
   */
  public static final Set<String> SYMBOLS =
      Set.of(
          "A", "A*", "A+", "AU", "B", "BH", "C", "CA", "CL", "CO", "D", "E", "E*", "IL", "J", "J*",
          "J+", "JO", "JP", "K", "KR", "L", "MA", "MX", "NP", "OM", "P", "P+", "PA", "PE", "R", "S",
          "S+", "SG");

  private static final String SYMBOL = "[A-Z]{1,2}[+*]?";

  /**
   * A list of programmes in brackets, as a regular expression; a bracket opened twice and a comma
   * before the closing one occur.
   */
  static final String PROGRAMMES =
      "\\( ?(?:" + SYMBOL + " ?\\( ?)?" + SYMBOL + "(?:[ ,.]++" + SYMBOL + ")*+[ ,]*+\\)";

  private static final Pattern GROUP = Pattern.compile(PROGRAMMES);
  private static final Pattern SEPARATORS = Pattern.compile("[ ,.()]++");

  /**
   * Creates a group.
   *
   * @param programmes the symbols, none twice, empty where the cell names no programme
   * @param rate the rate
   */
  public SpecialRate {
    Objects.requireNonNull(programmes, "programmes");
    Objects.requireNonNull(rate, "rate");
    programmes = List.copyOf(programmes);
  }

  /**
   * Reads a cell of the special column strictly; never throws. Text behind the last bracket becomes
   * a group of its own.
   *
   * @param cell the cell
   * @return the groups in the order of the text; none for a blank cell, which says that the general
   *     rate applies (or, on a statistical line, that of the line above) and never that it is free
   */
  public static List<SpecialRate> parse(String cell) {
    Objects.requireNonNull(cell, "cell");
    return read(cell, ReadingMode.STRICT).groups();
  }

  /**
   * Reads a cell of the special column and says what was put right; never throws. Text in brackets
   * that is no list of programmes stays part of the rate. A cell of more than {@value
   * Texts#LONGEST} characters is one {@link DutyRate.Unsupported} rate.
   *
   * @param cell the cell
   * @param mode how much may be put right
   * @return the groups as {@link #parse} gives them, and the repairs with their places in the cell
   */
  public static SpecialReading read(String cell, ReadingMode mode) {
    Objects.requireNonNull(cell, "cell");
    Objects.requireNonNull(mode, "mode");
    if (cell.length() > Texts.LONGEST) {
      return new SpecialReading(
          List.of(new SpecialRate(List.of(), DutyRate.parse(cell))), List.of());
    }
    List<SpecialRate> groups = new ArrayList<>();
    List<RateRepair> repairs = new ArrayList<>();
    Matcher matcher = GROUP.matcher(cell);
    int from = 0;
    while (matcher.find()) {
      if (from > 0 && cell.charAt(from) != ' ') {
        repairs.add(new RateRepair(from, "", " ", "a blank between two groups is missing"));
      }
      DutyRate rate = rate(cell, from, matcher.start(), mode, repairs);
      groups.add(new SpecialRate(symbols(matcher, repairs), rate));
      from = matcher.end();
    }
    if (!CleanText.of(cell.substring(from), mode).text().isEmpty()) {
      groups.add(new SpecialRate(List.of(), rate(cell, from, cell.length(), mode, repairs)));
    }
    return new SpecialReading(groups, repairs);
  }

  private static DutyRate rate(
      String cell, int from, int to, ReadingMode mode, List<RateRepair> repairs) {
    String text = cell.substring(from, to);
    String inner = text.strip();
    DutyRate plain = inner.isEmpty() ? null : PlainRateText.read(inner);
    if (plain != null) {
      return plain; // blanks around it separate it from its programmes, and are no repair
    }
    int start = from + text.indexOf(inner);
    RateReading reading = DutyRate.read(text, mode);
    reading.repairs().stream()
        .filter(r -> !r.found().isBlank() || isWithin(r.offset() + from, start, inner.length()))
        .forEach(r -> repairs.add(r.movedBy(from)));
    return reading.rate();
  }

  private static boolean isWithin(int place, int start, int length) {
    return place > start && place < start + length;
  }

  private static List<String> symbols(Matcher list, List<RateRepair> repairs) {
    List<String> symbols =
        SEPARATORS.splitAsStream(list.group()).filter(s -> !s.isEmpty()).distinct().toList();
    String found = list.group();
    String taken = "(" + String.join(",", symbols) + ")";
    if (!found.replace(", ", ",").equals(taken)) {
      repairs.add(new RateRepair(list.start(), found, taken, "an untidy list of programmes"));
    }
    return symbols;
  }

  /** The rate and its programmes: {@code Free (A,AU,BH)}. */
  @Override
  public String toString() {
    return programmes.isEmpty()
        ? rate.toString()
        : rate + " (" + String.join(",", programmes) + ")";
  }
}
