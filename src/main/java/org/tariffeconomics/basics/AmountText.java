package org.tariffeconomics.basics;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.joda.money.IllegalCurrencyException;
import org.jspecify.annotations.Nullable;

/**
 * Amounts of money as people write them.
 *
 * <p>Understood are a currency and a number in either order, the number with groups of three digits
 * or without, and with a word for its size: {@code USD 30290}, {@code USD 30,290.50}, {@code 30 290
 * EUR}, {@code $30,290}, {@code USD 350bn}, {@code US$ 1.5 billion}, {@code ¥5 trillion}. {@code $}
 * is the dollar of the United States, {@code ¥} the yen. A comma that does not part groups of three
 * is refused, since it can be a decimal point; so is a point before three digits, which can part a
 * group ({@code USD 32.850} is refused with both readings; a size after it, or a currency of three
 * decimals, settles it); so is an amount without a currency.
 *
 * @since 0.1.0
 */
public final class AmountText {

  private static final Pattern FORM =
      Pattern.compile(
          "(?<sign>[-−]?)\\s*(?<before>[A-Z]{3}|US\\$|[$€£¥₩₹])?\\s*(?<minus>[-−]?)"
              + "(?<number>[0-9][0-9,. ']*?)\\s*"
              + "(?<size>k|m|mn|mio|bn|b|tn|trn|thousand|million|billion|trillion)?\\s*"
              + "(?<after>[A-Z]{3}|US\\$|[$€£¥₩₹])?");

  private static final Pattern GROUPED =
      Pattern.compile("[0-9]{1,3}(?:([, '])[0-9]{3})(?:\\1[0-9]{3})*(?:\\.[0-9]+)?");

  private static final Pattern PLAIN = Pattern.compile("[0-9]+(?:\\.[0-9]+)?");

  /** The point of a decimal number, or of a group of three digits as much of Europe writes it. */
  private static final Pattern ONE_POINT = Pattern.compile("[1-9][0-9]{0,2}\\.[0-9]{3}");

  private static final int DIGITS_OF_A_GROUP = 3;

  private static final Pattern STORED =
      Pattern.compile("([A-Z]{3}) (-?[0-9]{1,40}(?:\\.[0-9]{1,40})?)");

  /** Currencies by another name, and a size that looks like one. */
  private static final Map<String, String> OTHER_NAMES =
      Map.of("RMB", "CNY", "NTD", "TWD", "STG", "GBP", "YEN", "JPY", "WON", "KRW", "MRD", "bn");

  private static final Map<String, String> SIGNS =
      Map.of("$", "USD", "US$", "USD", "€", "EUR", "£", "GBP", "¥", "JPY", "₩", "KRW", "₹", "INR");

  private static final Map<String, Integer> ZEROS =
      Map.ofEntries(
          Map.entry("k", 3),
          Map.entry("thousand", 3),
          Map.entry("m", 6),
          Map.entry("mn", 6),
          Map.entry("mio", 6),
          Map.entry("million", 6),
          Map.entry("b", 9),
          Map.entry("bn", 9),
          Map.entry("billion", 9),
          Map.entry("tn", 12),
          Map.entry("trn", 12),
          Map.entry("trillion", 12));

  private static final String FORMS =
      "; a currency is three letters or $ € £ ¥ ₩ ₹, a size one of k, m, bn, tn";

  private static final String NO_NUMBER =
      ": a comma parts groups of three digits and a point the decimals, as in 32,850.00";

  /** Longer texts are no amounts. */
  private static final int LONGEST = 60;

  private AmountText() {}

  /**
   * Reads an amount.
   *
   * @param text an amount in one of the forms above
   * @return the amount, exactly as written
   * @throws IllegalArgumentException when it is none; the message says what to write
   */
  public static BigMoney parse(String text) {
    return parse("An amount", text);
  }

  /**
   * Reads an amount for an argument of a name.
   *
   * @param name what the amount is, for the message: {@code "price"}
   * @param text an amount in one of the forms above
   * @return the amount, exactly as written
   * @throws IllegalArgumentException when it is none; the message says what to write
   */
  public static BigMoney parse(String name, String text) {
    Objects.requireNonNull(text, name);
    return written(name, text).money();
  }

  /**
   * Reads an amount as the library writes it, for records that are read back: the currency, a blank
   * and the digits, {@code USD 12.345}, whose point is one. Other forms are read as {@link #parse}
   * reads them.
   *
   * @param name what the amount is, for the message
   * @param text the amount
   * @return the amount, exactly as written
   * @throws IllegalArgumentException when it is none
   */
  public static BigMoney parseStored(String name, String text) {
    Objects.requireNonNull(text, name);
    Matcher stored = STORED.matcher(Texts.readable(name, text));
    Optional<CurrencyUnit> currency =
        stored.matches() ? currency(stored.group(1)) : Optional.empty();
    return currency.isPresent()
        ? BigMoney.of(currency.get(), new BigDecimal(stored.group(2)))
        : parse(name, text);
  }

  /** An amount with the unit of the last digit that is written: a billion in {@code USD 350bn}. */
  record Written(BigMoney money, BigDecimal unit) {}

  static Written written(String name, String text) {
    Matcher form = form(Texts.readable(name, text));
    if (!form.matches()) {
      String hint = LooksLike.hint(text, LooksLike.AMOUNT);
      throw refused(name, text, hint.isEmpty() ? FORMS : hint);
    }
    List<String> currencies = currencies(form);
    for (String each : currencies) {
      if (currency(each).isEmpty()) {
        throw refused(name, text, noCurrency(each));
      }
    }
    if (currencies.size() != 1) {
      throw refused(name, text, currencies.isEmpty() ? ": say the currency" : ": two currencies");
    }
    CurrencyUnit currency = CurrencyUnit.of(currencies.get(0));
    String digits = form.group("number").strip();
    BigDecimal number = number(digits).orElseThrow(() -> refused(name, text, NO_NUMBER));
    if (form.group("size") == null) {
      refuseTwoReadings(name, text, currency, digits);
    }
    boolean negative = !form.group("sign").isEmpty() || !form.group("minus").isEmpty();
    int zeros = zeros(form.group("size"));
    BigDecimal amount = number.movePointRight(zeros);
    return new Written(
        BigMoney.of(currency, negative ? amount.negate() : amount),
        BigDecimal.ONE.scaleByPowerOfTen(zeros - number.scale()));
  }

  private static void refuseTwoReadings(
      String name, String text, CurrencyUnit currency, String digits) {
    if (ONE_POINT.matcher(digits).matches() && currency.getDecimalPlaces() != DIGITS_OF_A_GROUP) {
      BigDecimal small = new BigDecimal(digits).stripTrailingZeros();
      int decimals = Math.max(small.scale(), currency.getDecimalPlaces());
      throw new IllegalArgumentException(
          name
              + " could be two amounts: write "
              + currency
              + " "
              + digits.replace(".", "")
              + " or "
              + currency
              + " "
              + small.setScale(decimals == DIGITS_OF_A_GROUP ? decimals + 1 : decimals)
              + ", but was "
              + Texts.quoted(text));
    }
  }

  /** Whether a text has the form of an amount with a currency. */
  static boolean isAmount(String text) {
    Matcher form = form(text);
    List<String> currencies = form.matches() ? currencies(form) : List.of();
    return currencies.size() == 1 && currency(currencies.get(0)).isPresent();
  }

  private static Matcher form(String text) {
    String plain = Texts.plainSigns(text).strip();
    return FORM.matcher(plain.length() > LONGEST ? "" : lowerSizes(plain));
  }

  /** Sizes in small letters, currencies in capitals: {@code 350 BN usd} is {@code 350 bn USD}. */
  private static String lowerSizes(String text) {
    StringBuilder out = new StringBuilder();
    Matcher words = Pattern.compile("[A-Za-z]+").matcher(text);
    while (words.find()) {
      String lower = words.group().toLowerCase(Locale.ROOT);
      words.appendReplacement(
          out, ZEROS.containsKey(lower) ? lower : words.group().toUpperCase(Locale.ROOT));
    }
    return words.appendTail(out).toString();
  }

  private static List<String> currencies(Matcher form) {
    return Stream.of("before", "after")
        .map(form::group)
        .filter(each -> each != null)
        .map(each -> SIGNS.getOrDefault(each, each))
        .distinct()
        .toList();
  }

  private static String noCurrency(String code) {
    String meant = OTHER_NAMES.get(code);
    return ": '" + code + "' is no currency" + (meant == null ? FORMS : ": write " + meant);
  }

  private static Optional<CurrencyUnit> currency(String code) {
    try {
      return Optional.of(CurrencyUnit.of(code));
    } catch (IllegalCurrencyException e) {
      return Optional.empty();
    }
  }

  private static Optional<BigDecimal> number(String text) {
    return PLAIN.matcher(text).matches() || GROUPED.matcher(text).matches()
        ? Optional.of(new BigDecimal(text.replaceAll("[, ']", "")))
        : Optional.empty();
  }

  private static int zeros(@Nullable String size) {
    return size == null ? 0 : ZEROS.getOrDefault(size, 0);
  }

  private static IllegalArgumentException refused(String name, String text, String why) {
    return new IllegalArgumentException(
        name + " must read like 'USD 30000' or 'USD 350bn', but was " + Texts.quoted(text) + why);
  }
}
