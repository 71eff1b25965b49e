package org.tariffeconomics.basics;

import java.util.List;

/** The text form of a scope: what is in, and behind the one word “except” what is out. */
final class ScopeText {

  private static final String EXCEPT = "except";

  /** A list of every line of a tariff. */
  private static final int LONGEST = 400_000;

  private ScopeText() {}

  /**
   * One or two sides of a scope, stripped. The word may stand in capital or small letters, between
   * blanks of any kind.
   *
   * @throws IllegalArgumentException when the text is too long or has the word twice
   */
  static List<String> sides(String name, String text) {
    String scope = Texts.readable(name, text, LONGEST).strip();
    int at = find(scope, 0);
    if (at < 0) {
      return List.of(scope);
    }
    int after = at + EXCEPT.length();
    if (find(scope, after) >= 0) {
      throw new IllegalArgumentException(
          name + " must have one 'except', but were " + Texts.quoted(text));
    }
    return List.of(scope.substring(0, at).strip(), scope.substring(after).strip());
  }

  /** The place of the word, with a blank on both sides; −1 where there is none. */
  private static int find(String scope, int from) {
    int last = scope.length() - EXCEPT.length() - 1;
    for (int at = Math.max(from, 1); at <= last; at++) {
      if (scope.regionMatches(true, at, EXCEPT, 0, EXCEPT.length())
          && Character.isWhitespace(scope.charAt(at - 1))
          && Character.isWhitespace(scope.charAt(at + EXCEPT.length()))) {
        return at;
      }
    }
    return -1;
  }
}
