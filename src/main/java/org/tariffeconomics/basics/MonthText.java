package org.tariffeconomics.basics;

import java.time.YearMonth;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Months as people write them: the one reader of every argument that is a month.
 *
 * <p>Understood are months of ISO 8601 ({@code 2025-10}), the same with a slash or a single digit
 * ({@code 2025/9}), and months by their English names ({@code Oct 2025}, {@code October 2025}), of
 * the years 1900 to 2199.
 *
 * @since 0.1.0
 */
public final class MonthText {

  private static final Pattern NUMBERS = Pattern.compile("((?:19|2[01])[0-9]{2})[-/]([0-9]{1,2})");
  private static final Pattern NAMED = Pattern.compile("([a-z]{3,9})\\.?,? ((?:19|2[01])[0-9]{2})");

  private MonthText() {}

  /**
   * Reads a month for an argument of a name.
   *
   * @param name what the month is, for the message: {@code "first"}
   * @param text a month in one of the forms above
   * @return the month
   * @throws IllegalArgumentException when it is none; the message says what to write
   */
  public static YearMonth parse(String name, String text) {
    Objects.requireNonNull(name, "name");
    return read(text)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    name
                        + " must be a month such as 2025-10 or Oct 2025, but was "
                        + Texts.quoted(text)
                        + LooksLike.hint(text, LooksLike.NOTHING)));
  }

  /**
   * Reads a month where a text may be something else too.
   *
   * @param text any text
   * @return the month, empty where the text is none
   */
  public static Optional<YearMonth> read(String text) {
    if (Objects.requireNonNull(text, "text").length() > Texts.SHOWN) {
      return Optional.empty();
    }
    String plain = Texts.plainSigns(text).strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    Matcher numbers = NUMBERS.matcher(plain);
    if (numbers.matches()) {
      return month(numbers.group(1), numbers.group(2));
    }
    Matcher named = NAMED.matcher(plain);
    return named.matches()
        ? DayText.month(named.group(1)).flatMap(month -> month(named.group(2), month))
        : Optional.empty();
  }

  private static Optional<YearMonth> month(String year, String month) {
    int number = Integer.parseInt(month);
    return number < 1 || number > 12
        ? Optional.empty()
        : Optional.of(YearMonth.of(Integer.parseInt(year), number));
  }
}
