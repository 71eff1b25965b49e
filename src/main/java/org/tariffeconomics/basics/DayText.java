package org.tariffeconomics.basics;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Days as people write them: the one reader of every argument that is a day.
 *
 * <p>Understood are days of ISO 8601 ({@code 2025-09-16}) of the years 0 to 9999 and, of the years
 * 1900 to 2199, the same with slashes, dots or single digits ({@code 2025/9/16}, {@code
 * 2025.9.16}), eight digits ({@code 20250916}), and days with the English name of the month in
 * either order ({@code 16 Sep 2025}, {@code September 16, 2025}, {@code 16th of Sept. 2025}).
 * Numbers with the year at the end are understood where only one reading is a day ({@code
 * 16/09/2025}); {@code 09/10/2025} is two days and refused with both of them.
 *
 * @since 0.1.0
 */
public final class DayText {

  private static final List<String> MONTHS =
      List.of(
          "january",
          "february",
          "march",
          "april",
          "may",
          "june",
          "july",
          "august",
          "september",
          "october",
          "november",
          "december");

  private static final Pattern ISO = Pattern.compile("([0-9]{4})-([0-9]{2})-([0-9]{2})");

  /** Years of these two centuries and the next: 8703.23.01 is no day. */
  private static final Pattern YEAR_FIRST =
      Pattern.compile("((?:19|2[01])[0-9]{2})([-/.])([0-9]{1,2})\\2([0-9]{1,2})");

  private static final Pattern DIGITS =
      Pattern.compile("((?:19|2[01])[0-9]{2})([0-9]{2})([0-9]{2})");
  private static final Pattern YEAR_LAST =
      Pattern.compile("([0-9]{1,2})([-/.])([0-9]{1,2})\\2([0-9]{4})");
  private static final Pattern DAY_MONTH =
      Pattern.compile(
          "([0-9]{1,2})(?:st|nd|rd|th|\\.)?(?: of)?[ -]([a-z]{3,9})\\.?,?[ -]([0-9]{4})");
  private static final Pattern MONTH_DAY =
      Pattern.compile("([a-z]{3,9})\\.? ([0-9]{1,2})(?:st|nd|rd|th)?,? ([0-9]{4})");

  /** Longer texts are no days. */
  private static final int LONGEST = 40;

  private DayText() {}

  /**
   * Reads a day.
   *
   * @param text a day in one of the forms above
   * @return the day
   * @throws IllegalArgumentException when it is none, or could be two; the message says what to
   *     write
   */
  public static LocalDate parse(String text) {
    return parse("A day", text);
  }

  /**
   * Reads a day for an argument of a name.
   *
   * @param name what the day is, for the message: {@code "firstDay"}
   * @param text a day in one of the forms above
   * @return the day
   * @throws IllegalArgumentException when it is none, or could be two; the message says what to
   *     write
   */
  public static LocalDate parse(String name, String text) {
    Matcher iso = ISO.matcher(Texts.plainSigns(Texts.readable(name, text)));
    if (iso.matches()) {
      return day(name, text, iso.group(1), iso.group(2), iso.group(3));
    }
    return read(name, text)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    name
                        + " must read like 2025-09-16 or 16 Sep 2025, but was "
                        + Texts.quoted(text)
                        + advice(text)));
  }

  private static String advice(String text) {
    String plain = Texts.plainSigns(text).strip();
    if (plain.matches("(?i)today|now|yesterday|tomorrow")) {
      return ": name the day, since an answer must be the same tomorrow";
    }
    if (MonthText.read(plain).isPresent() || plain.matches("(?:19|2[01])[0-9]{2}")) {
      return ": name the day too";
    }
    String hint = LooksLike.hint(text, LooksLike.DAY);
    boolean word = !plain.isEmpty() && plain.chars().noneMatch(Character::isDigit);
    return hint.isEmpty() && word ? ", which is a word: have two arguments changed places?" : hint;
  }

  /**
   * Reads a day where a text has the form of one.
   *
   * @param name what the day is, for the message
   * @param text any text
   * @return the day; empty for a text of another form
   * @throws IllegalArgumentException when it could be two days, or is none in the calendar; the
   *     message says what to write
   */
  public static Optional<LocalDate> find(String name, String text) {
    return read(name, text);
  }

  /** Whether a text has the form of a day, be it one in the calendar or not. */
  static boolean isDay(String text) {
    try {
      return read("A day", text).isPresent();
    } catch (IllegalArgumentException e) {
      return true;
    }
  }

  private static Optional<LocalDate> read(String name, String text) {
    String written = Texts.plainSigns(Texts.readable(name, text));
    if (!hasDigit(written)) {
      return Optional.empty(); // most values of facts are words
    }
    String plain = written.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    if (plain.length() > LONGEST) {
      return Optional.empty();
    }
    for (Pattern each : List.of(YEAR_FIRST, DIGITS)) {
      Matcher found = each.matcher(plain);
      if (found.matches()) {
        int last = found.groupCount();
        return Optional.of(
            day(name, text, found.group(1), found.group(last - 1), found.group(last)));
      }
    }
    Matcher numbers = YEAR_LAST.matcher(plain);
    return numbers.matches()
        ? Optional.of(oneReading(name, text, numbers))
        : named(name, text, plain);
  }

  private static boolean hasDigit(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= '0' && text.charAt(i) <= '9') {
        return true;
      }
    }
    return false;
  }

  private static Optional<LocalDate> named(String name, String text, String plain) {
    Matcher dayFirst = DAY_MONTH.matcher(plain);
    if (dayFirst.matches()) {
      return month(dayFirst.group(2))
          .map(month -> day(name, text, dayFirst.group(3), month, dayFirst.group(1)));
    }
    Matcher monthFirst = MONTH_DAY.matcher(plain);
    return monthFirst.matches()
        ? month(monthFirst.group(1))
            .map(month -> day(name, text, monthFirst.group(3), month, monthFirst.group(2)))
        : Optional.empty();
  }

  /** The number of a month, by its name or its first three or more letters. */
  static Optional<String> month(String word) {
    for (int i = 0; i < MONTHS.size(); i++) {
      if (MONTHS.get(i).startsWith(word)) {
        return Optional.of(Integer.toString(i + 1));
      }
    }
    return Optional.empty();
  }

  private static LocalDate oneReading(String name, String text, Matcher numbers) {
    Optional<LocalDate> dayFirst = real(numbers.group(4), numbers.group(3), numbers.group(1));
    Optional<LocalDate> monthFirst = real(numbers.group(4), numbers.group(1), numbers.group(3));
    if (dayFirst.isPresent() && monthFirst.isPresent() && !dayFirst.equals(monthFirst)) {
      throw new IllegalArgumentException(
          name
              + " "
              + Texts.quoted(text)
              + " can be two days: write "
              + monthFirst.get()
              + " or "
              + dayFirst.get());
    }
    return dayFirst.or(() -> monthFirst).orElseThrow(() -> none(name, text));
  }

  private static LocalDate day(String name, String text, String year, String month, String day) {
    return real(year, month, day).orElseThrow(() -> none(name, text));
  }

  private static IllegalArgumentException none(String name, String text) {
    return new IllegalArgumentException(
        name + " " + Texts.quoted(text) + " is not in the calendar: write a day like 2025-09-16");
  }

  private static Optional<LocalDate> real(String year, String month, String day) {
    try {
      return Optional.of(
          LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
