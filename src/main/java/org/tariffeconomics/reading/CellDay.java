package org.tariffeconomics.reading;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.tariffeconomics.basics.DayText;
import org.tariffeconomics.basics.Texts;

/** Reads a day of a cell, and says what has become of one that cannot be read. */
final class CellDay {

  private static final Pattern SPREADSHEET_DAY = Pattern.compile("[0-9]{5}(\\.[0-9]+)?");

  private CellDay() {}

  static LocalDate parse(String text) {
    LocalDate day;
    try {
      day = isoDay(text.length() > Texts.SHOWN ? "" : text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "a day must be ISO 8601, as in 2025-04-03" + damage(text), e);
    }
    if (day.isBefore(Limits.FIRST_DAY) || day.isAfter(Limits.LAST_DAY)) {
      throw new IllegalArgumentException(
          "a day must lie in the years 1800 to 2200; leave it blank where there is no bound");
    }
    return day;
  }

  /** What {@link LocalDate#parse} reads; most cells of large files are plain, and quickly read. */
  private static LocalDate isoDay(String text) {
    if (!isPlainDay(text)) {
      return LocalDate.parse(text);
    }
    return LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10));
  }

  private static boolean isPlainDay(String text) {
    if (text.length() != 10) {
      return false;
    }
    for (int i = 0; i < 10; i++) {
      char each = text.charAt(i);
      if (i == 4 || i == 7 ? each != '-' : each < '0' || each > '9') {
        return false;
      }
    }
    return true;
  }

  private static int number(String text, int from, int to) {
    return Integer.parseInt(text, from, to, 10);
  }

  private static String damage(String text) {
    if (text.length() > Texts.SHOWN) {
      return "";
    }
    if (SPREADSHEET_DAY.matcher(text).matches()) {
      return " (a spreadsheet has turned it into a number)";
    }
    try {
      return DayText.find("it", text).map(day -> ": write " + day).orElse("");
    } catch (IllegalArgumentException e) {
      return " (" + e.getMessage() + ")";
    }
  }
}
