package org.tariffeconomics.reading;

import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/**
 * How files say that a value is not available, which is neither a blank cell nor a zero.
 *
 * <p>In columns of numbers, rates and days all the usual marks count. In columns of names and codes
 * only those that can be nothing else do: {@code NA} is Namibia there, and a programme may be
 * called {@code none}.
 *
 * @since 0.1.0
 */
public final class NotAvailable {

  private static final Set<String> IN_TEXTS = Set.of("n/a", "#n/a", "#na", "n.a.", "not available");

  private static final Set<String> ONLY_IN_NUMBERS =
      Set.of(
          "na",
          "nan",
          "null",
          "none",
          "..",
          "...",
          "-",
          "–",
          "—",
          "(d)",
          "(s)",
          "(x)",
          "(c)",
          "(na)",
          ":",
          ":c",
          ": c",
          "confidential",
          "suppressed",
          "withheld");

  private static final int LONGEST = 13;

  private NotAvailable() {}

  /**
   * Whether a cell of a column of numbers, rates or days says so.
   *
   * @param text the text of the cell, without outer blanks
   * @return true for {@code n/a}, {@code #N/A}, {@code #NA}, {@code n.a.}, {@code not available},
   *     {@code NA}, {@code NaN}, {@code null}, {@code none}, dots and dashes, and for what is kept
   *     from publication ({@code (D)}, {@code (S)}, {@code (X)}, {@code (C)}, {@code :}, {@code
   *     :c}, {@code confidential}, {@code suppressed}, {@code withheld}), in any case
   */
  public static boolean inNumbers(String text) {
    Objects.requireNonNull(text, "text");
    return inTexts(text)
        || (text.length() <= LONGEST && ONLY_IN_NUMBERS.contains(text.toLowerCase(Locale.ROOT)));
  }

  /**
   * Whether a cell of a column of names or codes says so.
   *
   * @param text the text of the cell, without outer blanks
   * @return true for {@code n/a}, {@code #N/A}, {@code #NA}, {@code n.a.} and {@code not
   *     available}, in any case
   */
  public static boolean inTexts(String text) {
    Objects.requireNonNull(text, "text");
    return text.length() <= LONGEST
        && beginsLike(text)
        && IN_TEXTS.contains(text.toLowerCase(Locale.ROOT));
  }

  /** What is asked first, since few cells begin so. */
  private static boolean beginsLike(String text) {
    if (text.isEmpty()) {
      return false;
    }
    char first = text.charAt(0);
    return first == 'n' || first == 'N' || first == '#';
  }
}
