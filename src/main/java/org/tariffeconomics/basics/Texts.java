package org.tariffeconomics.basics;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.IntFunction;

/**
 * What the readers of the library ask of every text before they look into it, and how their
 * messages repeat what they refuse.
 *
 * <p>A text that is read has at most {@value #LONGEST} characters (the longest cell of a published
 * schedule has fewer than a thousand; a list of products has more) and at most {@value #DEEPEST}
 * levels of brackets or of rates within rates. A message repeats at most {@value #SHOWN} characters
 * of a text, on one line.
 *
 * @since 0.1.0
 */
public final class Texts {

  /** The most characters of a text that is read. */
  public static final int LONGEST = 4_000;

  /** The most levels of one thing within another in a text that is read. */
  public static final int DEEPEST = 32;

  /** The most characters of a text that a message repeats. */
  public static final int SHOWN = 60;

  /** Signs below are those of a keyboard, or letters. */
  private static final char FIRST_FANCY = '\u00a0';

  /** Names beyond this many are counted. */
  private static final int FEW = 3;

  private Texts() {}

  /**
   * A text with the plain signs of a keyboard for those that word processors, web pages and East
   * Asian keyboards put in their place: full-width letters and digits ({@code ８７０３}), blanks that
   * do not break or are narrow, dashes and minus signs of any length, curved quotation marks, and
   * marks that no one sees, which go.
   *
   * @param text any text
   * @return the same text where every sign in it is plain
   */
  public static String plainSigns(String text) {
    Objects.requireNonNull(text, "text");
    int first = 0;
    while (first < text.length() && text.charAt(first) < FIRST_FANCY) {
      first++;
    }
    return first == text.length() ? text : replaced(text);
  }

  private static String replaced(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      plain.append(plainSign(text.charAt(i)));
    }
    return plain.toString();
  }

  private static String plainSign(char each) {
    if (each < FIRST_FANCY || !Character.isDefined(each)) {
      return String.valueOf(each);
    }
    if (each >= '\uff01' && each <= '\uff5e') {
      return Normalizer.normalize(String.valueOf(each), Normalizer.Form.NFKC);
    }
    return switch (Character.getType(each)) {
      case Character.SPACE_SEPARATOR -> " ";
      case Character.DASH_PUNCTUATION -> "-";
      case Character.FORMAT -> "";
      case Character.INITIAL_QUOTE_PUNCTUATION, Character.FINAL_QUOTE_PUNCTUATION ->
          each == '\u2018' || each == '\u2019' ? "'" : "\"";
      default -> each == '\u2212' ? "-" : String.valueOf(each);
    };
  }

  /**
   * Refuses a text that is too long to be read.
   *
   * @param name what the text is, for the message: {@code "A rate"}
   * @param text the text
   * @return the text
   * @throws IllegalArgumentException when it has more than {@value #LONGEST} characters
   * @throws NullPointerException when there is no text, naming it
   */
  public static String readable(String name, String text) {
    return readable(name, text, LONGEST);
  }

  /** Refuses a text that is longer than others of its kind may be. */
  static String readable(String name, String text, int longest) {
    Objects.requireNonNull(text, () -> name + " must not be null");
    if (text.length() > longest) {
      throw new IllegalArgumentException(name + " " + tooLong(text, longest) + ": " + quoted(text));
    }
    return text;
  }

  /**
   * The sentence about a text that is too long to be read.
   *
   * @param text the text
   * @return for example {@code must have at most 4000 characters, but had 1000000}
   */
  public static String tooLong(String text) {
    return tooLong(text, LONGEST);
  }

  private static String tooLong(String text, int longest) {
    return "must have at most " + longest + " characters, but had " + text.length();
  }

  /**
   * A text as a message repeats it: in quotes, cut after {@value #SHOWN} characters, with line
   * breaks and other control characters written as escapes.
   *
   * @param text any text
   * @return for example {@code 'in the long cell that no one can…'}
   */
  public static String quoted(String text) {
    return "'" + shortened(text) + "'";
  }

  /**
   * A text on one line, cut after {@value #SHOWN} characters.
   *
   * @param text any text
   * @return the text as {@link #quoted} shows it, without the quotes
   */
  public static String shortened(String text) {
    boolean cut = text.length() > SHOWN;
    return oneLine(cut ? text.substring(0, lastWhole(text)) : text) + (cut ? "…" : "");
  }

  /** A cut between the two halves of one character would leave a text that is none. */
  private static int lastWhole(String text) {
    return Character.isHighSurrogate(text.charAt(SHOWN - 1)) ? SHOWN - 1 : SHOWN;
  }

  private static String oneLine(String text) {
    StringBuilder line = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char each = text.charAt(i);
      if (breaksLine(each)) {
        line.append(String.format(Locale.ROOT, "\\u%04x", (int) each));
      } else {
        line.append(each);
      }
    }
    return line.toString();
  }

  /**
   * The end of a message about a word that is none of those asked for, where it is another
   * argument: {@code , which is a day: have two arguments changed places?}
   *
   * @param text the text
   * @return the words; empty where the text is nothing that can be told by its form
   */
  public static String changedPlaces(String text) {
    return LooksLike.hint(text, LooksLike.NOTHING);
  }

  private static boolean breaksLine(char each) {
    return Character.isISOControl(each) || each == '\u2028' || each == '\u2029';
  }

  /**
   * A number of things in words.
   *
   * @param number how many
   * @param thing what they are, in the singular, which takes an s
   * @return {@code 1 line}, {@code 2 lines}
   */
  public static String counted(long number, String thing) {
    return number + " " + thing + (number == 1 ? "" : "s");
  }

  /**
   * The two ends of a range in words, with as many decimals as it takes to tell them apart.
   *
   * @param lowest the lower end, written with a number of decimals
   * @param highest the upper end, which differs from the lower, written likewise
   * @param decimals the fewest decimals
   * @param most the most decimals, where both may look alike
   * @return for example {@code 0.14% to 0.15%} of ends that are both {@code 0.1%}
   */
  public static String span(
      IntFunction<String> lowest, IntFunction<String> highest, int decimals, int most) {
    int digits = decimals;
    while (digits < most && lowest.apply(digits).equals(highest.apply(digits))) {
      digits++;
    }
    return lowest.apply(digits) + " to " + highest.apply(digits);
  }

  /**
   * The first few of some names.
   *
   * @param names the names
   * @return up to three of them, and how many more there are: {@code a, b, c and 4 more}
   */
  public static String few(List<String> names) {
    String some = String.join(", ", names.subList(0, Math.min(FEW, names.size())));
    return names.size() > FEW ? some + " and " + (names.size() - FEW) + " more" : some;
  }
}
