package org.tariffeconomics.basics;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What kind of thing a text looks like, so that a message can say that two arguments have changed
 * places.
 */
enum LooksLike {
  /** A day. */
  DAY("a day"),
  /** A month. */
  MONTH("a month"),
  /** A rate with its percent sign. */
  RATE("a rate"),
  /** An amount with its currency. */
  AMOUNT("an amount"),
  /** Digits that could be a tariff line. */
  PRODUCT("a product"),
  /** A country or a group of countries. */
  COUNTRY("a country"),
  /** Something else. */
  NOTHING("");

  private static final Pattern CODE = Pattern.compile("[0-9]{2}(?:[0-9. ]{2,12})");

  /** Shorter numbers can be codes of countries as well as of goods. */
  static final int SURE_CODE = 6;

  private final String words;

  LooksLike(String words) {
    this.words = words;
  }

  static LooksLike of(String text) {
    String plain = Texts.plainSigns(text).strip();
    if (plain.isEmpty() || plain.length() > Texts.SHOWN) {
      return NOTHING;
    }
    if (plain.endsWith("%")) {
      return RATE;
    }
    if (CODE.matcher(plain).matches()) {
      return plain.matches("(?:19|20)[0-9]{2}[-/.][0-9]{1,2}[-/.][0-9]{1,2}") ? DAY : PRODUCT;
    }
    if (DayText.isDay(plain)) {
      return DAY;
    }
    if (MonthText.read(plain).isPresent()) {
      return MONTH;
    }
    if (AmountText.isAmount(plain)) {
      return AMOUNT;
    }
    return isCountry(plain) ? COUNTRY : NOTHING;
  }

  private static boolean isCountry(String text) {
    String head = text.replaceFirst("(?i) (claiming|with) .*", "").strip();
    return CountryCodes.isCountry(head)
        || StandardGroups.find(head.toUpperCase(Locale.ROOT)).isPresent();
  }

  /** The end of a message about a text that is not what is wanted but something else. */
  static String hint(String text, LooksLike wanted) {
    LooksLike found = of(text);
    return found == NOTHING || found == wanted
        ? ""
        : ", which is " + found.words + ": have two arguments changed places?";
  }
}
