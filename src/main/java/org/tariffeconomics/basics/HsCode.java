package org.tariffeconomics.basics;

import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serial;
import java.io.Serializable;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A line, heading or chapter of a tariff nomenclature: digits of the Harmonized System, followed by
 * those of the country. It is text, never a number, so that a leading zero stays.
 *
 * <p>Codes have 2 (chapter), 4 (heading), 6 (subheading, the common part of all countries), 8, 10
 * or 12 digits; 9 and 11, which a few countries use, are accepted too. 3, 5 and 7 digits are
 * refused: they are what a spreadsheet leaves of a code that began with a zero.
 *
 * @serial exclude
 * @since 0.1.0
 */
public final class HsCode implements Comparable<HsCode>, Serializable {

  @Serial private static final long serialVersionUID = 1;

  private static final int LONGEST = 12;

  private static final int HEADING = 4;

  /** After how many digits four more may follow a sign, {@code 6109-10-0004}. */
  private static final int SUBHEADING = 6;

  /** What stands between two codes and not within one: a word, or any sign but these. */
  private static final Pattern SETS_APART =
      Pattern.compile("[0-9.][^0-9.]*[^0-9.,_-][^0-9.]*[0-9]");

  private final String digits;

  /** Kept here as well: codes are looked up far more often than they are read. */
  private final transient int hash;

  private HsCode(String digits) {
    this.digits = digits;
    this.hash = digits.hashCode();
  }

  /**
   * Reads a code with or without dots or spaces.
   *
   * @param text for example {@code "8703"}, {@code "8703.23.01"}, {@code "8703 23 01 10"}
   * @return the code
   * @throws IllegalArgumentException when it is no code, with the likely cause
   */
  public static HsCode of(String text) {
    Objects.requireNonNull(text, "text");
    return areDigits(text) ? ofDigits(text, text) : ofWritten(text);
  }

  private static HsCode ofWritten(String text) {
    String plain = Texts.plainSigns(Texts.readable("An HS code", text));
    String digits = plain.replace(".", "").replace(" ", "");
    if (!areDigits(digits)) {
      throw new IllegalArgumentException(
          "An HS code must consist of digits and dots, but was "
              + Texts.quoted(text)
              + advice(plain));
    }
    return ofDigits(digits, text);
  }

  private static String advice(String text) {
    String damage = damage(text);
    String other = damage.isEmpty() ? LooksLike.hint(text, LooksLike.PRODUCT) : damage;
    if (!other.isEmpty() || text.length() > Texts.SHOWN) {
      return other;
    }
    if (isSeveral(text)) {
      return ": name one code";
    }
    String within = text.replaceAll("[^0-9]", "");
    if (isLength(within.length()) && !within.startsWith("00")) {
      return ": write " + new HsCode(within);
    }
    return within.isEmpty() && !text.isBlank()
        ? ": write the number of the goods, such as 8703 for cars"
        : "";
  }

  private static HsCode ofDigits(String digits, String text) {
    if (!isLength(digits.length())) {
      throw new IllegalArgumentException(
          "An HS code must have 2, 4, 6, 8 to 12 digits, but "
              + Texts.quoted(text)
              + " has "
              + digits.length()
              + (isShortOfZero(digits) ? " (a leading zero lost in a spreadsheet?)" : ""));
    }
    if (digits.startsWith("00")) {
      throw new IllegalArgumentException(
          "There is no chapter 00, but the code was " + Texts.quoted(text));
    }
    return new HsCode(digits);
  }

  /** Whether a group of digits is a code of its own: a heading or more that ends none begun. */
  private static boolean isSeveral(String text) {
    boolean areApart = SETS_APART.matcher(text).find();
    int before = 0;
    for (String group : text.split("[^0-9.]+", -1)) {
      int digits = group.replace(".", "").length();
      boolean isSuffix = before == SUBHEADING && digits == HEADING && !areApart;
      if (before > 0 && digits >= HEADING && !isSuffix) {
        return true;
      }
      before += digits;
    }
    return false;
  }

  private static boolean isShortOfZero(String digits) {
    return digits.length() % 2 == 1 && digits.length() < LONGEST;
  }

  private static boolean isLength(int digits) {
    return digits == 2 || digits == 4 || digits == 6 || digits >= 8 && digits <= LONGEST;
  }

  /** Whether a text is digits and nothing else; not so of an empty one. */
  private static boolean areDigits(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return !text.isEmpty();
  }

  private static String damage(String text) {
    return text.matches("(?i)[0-9.]++E[+-]?[0-9]++")
        ? " (a spreadsheet has turned it into a number)"
        : "";
  }

  /** {@return the bare digits: for example {@code "87032301"}} */
  public String digits() {
    return digits;
  }

  /**
   * The chapter.
   *
   * @return the first two digits
   */
  public String chapter() {
    return digits.substring(0, 2);
  }

  /**
   * The code of fewer digits that this one lies in.
   *
   * @param most how many digits it may have: 2, 4, 6, or 8 to 12
   * @return its first digits; this code where it has no more
   * @throws IllegalArgumentException when no code has that many digits
   */
  public HsCode upTo(int most) {
    if (!isLength(most)) {
      throw new IllegalArgumentException(
          "An HS code has 2, 4, 6, 8 to 12 digits, but should be cut to " + most);
    }
    return digits.length() > most ? new HsCode(digits.substring(0, most)) : this;
  }

  /**
   * Whether the other code is this one or lies below it.
   *
   * @param other another code
   * @return true when the other code begins with these digits
   */
  public boolean covers(HsCode other) {
    Objects.requireNonNull(other, "other");
    return other.digits.startsWith(digits);
  }

  @Override
  public int compareTo(HsCode other) {
    Objects.requireNonNull(other, "other");
    return digits.compareTo(other.digits);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other || other instanceof HsCode that && digits.equals(that.digits);
  }

  @Override
  public int hashCode() {
    return hash;
  }

  /** The code with dots in the usual places, {@code 8703.23.01}; {@link #of} reads it back. */
  @Override
  public String toString() {
    StringBuilder dotted = new StringBuilder(digits);
    for (int at : new int[] {8, 6, 4}) {
      if (digits.length() > at) {
        dotted.insert(at, '.');
      }
    }
    return dotted.toString();
  }

  /** Written by its text. */
  @Serial
  private Object writeReplace() {
    return new TextProxy(TextProxy.Kind.HS_CODE, toString());
  }

  @Serial
  private void readObject(ObjectInputStream in) throws InvalidObjectException {
    throw new InvalidObjectException("a HsCode is read from its text");
  }
}
