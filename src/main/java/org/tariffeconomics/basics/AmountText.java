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
 * is refused, since it can be a decimal point; so is an amount without a currency.
 *
 * @since 0.1.0
 */
public final class AmountText {

  private static final Pattern FORM =
      Pattern.compile(
          "(?<sign>[-−]?)\\s*(?<before>[A-Z]{3}|US\\$|[$€£¥₩₹])?\\s*(?<minus>[-−]?)"
              + "(?<number>[0-9][0-9,. \\u00a0\\u202f]*?)\\s*"
              + "(?<size>k|m|mn|mio|bn|b|tn|trn|thousand|million|billion|trillion)?\\s*"
              + "(?<after>[A-Z]{3}|US\\$|[$€£¥₩₹])?");

  private static final Pattern GROUPED =
      Pattern.compile("[0-9]{1,3}(?:([, \\u00a0\\u202f])[0-9]{3})(?:\\1[0-9]{3})*(?:\\.[0-9]+)?");

  private static final Pattern PLAIN = Pattern.compile("[0-9]+(?:\\.[0-9]+)?");

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

  /** An amount with the unit of the last digit that is written: a billion in {@code USD 350bn}. */
  record Written(BigMoney money, BigDecimal unit) {}

  static Written written(String name, String text) {
    Matcher form = form(Texts.readable(name, text));
    if (!form.matches()) {
      throw refused(name, text, LooksLike.hint(text, LooksLike.AMOUNT));
    }
    List<String> currencies = currencies(form);
    if (currencies.size() != 1) {
      throw refused(name, text, currencies.isEmpty() ? ": say the currency" : ": two currencies");
    }
    CurrencyUnit currency =
        currency(currencies.get(0))
            .orElseThrow(() -> refused(name, text, ": '" + currencies.get(0) + "' is no currency"));
    BigDecimal number =
        number(form.group("number").strip())
            .orElseThrow(() -> refused(name, text, ": a comma parts groups of three digits"));
    boolean negative = !form.group("sign").isEmpty() || !form.group("minus").isEmpty();
    int zeros = zeros(form.group("size"));
    BigDecimal amount = number.movePointRight(zeros);
    return new Written(
        BigMoney.of(currency, negative ? amount.negate() : amount),
        BigDecimal.ONE.scaleByPowerOfTen(zeros - number.scale()));
  }

  /** Whether a text has the form of an amount with a currency. */
  static boolean isAmount(String text) {
    Matcher form = form(text);
    return form.matches() && currencies(form).size() == 1;
  }

  private static Matcher form(String text) {
    String plain = text.strip();
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

  private static Optional<CurrencyUnit> currency(String code) {
    try {
      return Optional.of(CurrencyUnit.of(code));
    } catch (IllegalCurrencyException e) {
      return Optional.empty();
    }
  }

  private static Optional<BigDecimal> number(String text) {
    return PLAIN.matcher(text).matches() || GROUPED.matcher(text).matches()
        ? Optional.of(new BigDecimal(text.replaceAll("[, \\u00a0\\u202f]", "")))
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
