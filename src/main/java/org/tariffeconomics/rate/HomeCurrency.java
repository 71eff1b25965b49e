package org.tariffeconomics.rate;

import java.math.BigDecimal;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.joda.money.CurrencyUnit;

/**
 * The signs of money in the schedule of a country: its own dollar, cent or yuan. What is written
 * with a code keeps it.
 */
final class HomeCurrency {

  /** The currencies that their countries write with a dollar sign. */
  private static final Set<String> DOLLARS =
      Set.of(
          "ARS", "AUD", "BBD", "BMD", "BND", "BSD", "BZD", "CAD", "CLP", "COP", "CVE", "DOP", "FJD",
          "GYD", "HKD", "JMD", "KYD", "LRD", "MXN", "NAD", "NZD", "SBD", "SGD", "SRD", "TTD", "TWD",
          "UYU", "XCD");

  private static final Pattern DOLLAR = Pattern.compile("\\$ ?" + MoneyGrammar.NUMBER);
  private static final Pattern CENT =
      Pattern.compile("(?<![0-9.])" + MoneyGrammar.NUMBER + " ?(?:¢|cents?\\b)");

  private static final Pattern YUAN = Pattern.compile("¥ ?" + MoneyGrammar.NUMBER);

  private HomeCurrency() {}

  /** The text with the signs of a currency written as its code; the same for other currencies. */
  static String written(String text, CurrencyUnit currency) {
    String code = currency.getCode();
    if (code.equals("CNY")) {
      return YUAN.matcher(text).replaceAll("$1 CNY");
    }
    if (!DOLLARS.contains(code)) {
      return text;
    }
    String dollars = DOLLAR.matcher(text).replaceAll("$1 " + code);
    return CENT.matcher(dollars).replaceAll(cents -> inDollars(cents.group(1)) + " " + code);
  }

  private static String inDollars(String cents) {
    String amount = new BigDecimal(cents).movePointLeft(2).toPlainString();
    return Matcher.quoteReplacement(amount);
  }
}
