package org.tariffeconomics.economy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What is not known of a law over trade, as shares of it, and the sentences that say so, for a
 * world and for goods alike.
 *
 * @param open whose duty lies between two
 * @param unknown of whose duty there is no rate
 * @param leftOut that the law or the model does not have
 */
record LawShares(double open, double unknown, double leftOut) {

  /** What to write where the unknown is refused. */
  static final String ADVICE =
      ": say what to take for them, withUnknownLikeOthers() for what other goods bear,"
          + " withUnknownAdding(0, 0.25) for between nothing and 25 points more, or"
          + " withUnknownUnchanged()";

  /**
   * One line each.
   *
   * @param words what is compared
   * @param ofUnknown what is taken for the unknown, as the end of a sentence
   */
  List<String> notes(String words, String ofUnknown) {
    List<String> notes = new ArrayList<>(List.of(words));
    if (open > 0) {
      notes.add(percent("duties on %.1f%% of trade lie between two", open));
    }
    if (unknown > 0) {
      notes.add(percent("%.2f%% of trade has no rate and ", unknown) + ofUnknown);
    }
    return notes;
  }

  /** The last line, or none. */
  List<String> leftOutNote() {
    return leftOut > 0 ? List.of(percent("%.2f%% of trade is left out", leftOut)) : List.of();
  }

  private static String percent(String words, double share) {
    return String.format(Locale.ROOT, words, 100 * share);
  }

  /** For example {@code 25.00% open, 1.44% unknown, 0.00% left out}. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%.2f%% open, %.2f%% unknown, %.2f%% left out",
        100 * open,
        100 * unknown,
        100 * leftOut);
  }
}
