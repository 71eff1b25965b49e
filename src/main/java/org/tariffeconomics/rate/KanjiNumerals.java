package org.tariffeconomics.rate;

import java.math.BigDecimal;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes Japanese numerals before a unit of a rate in digits: {@code 三百四十一円/kg} is {@code 341円/kg},
 * {@code 十パーセント} and {@code 百分の十} are {@code 10%}, {@code 三割五分} is {@code 35%}. Numerals anywhere
 * else are words and stay.
 */
final class KanjiNumerals {

  private static final String ONES = "〇一二三四五六七八九";
  private static final String NUMBER =
      "(?<![0-9.,〇一二三四五六七八九十百千万億])([〇一二三四五六七八九十百千][〇一二三四五六七八九十百千万億]*)";
  private static final Pattern ANY = Pattern.compile("[〇一二三四五六七八九十百千]|パーセント");
  private static final Pattern HUNDREDTHS = Pattern.compile("百分の" + NUMBER);
  private static final Pattern TENTHS = Pattern.compile(NUMBER + "割(?:([一二三四五六七八九])分)?");
  private static final Pattern PERCENT = Pattern.compile(NUMBER + "(?:パーセント|[%％])");
  private static final Pattern PERCENT_OF_DIGITS = Pattern.compile("([0-9０-９])パーセント");
  private static final Pattern YEN_AND_SEN = Pattern.compile(NUMBER + "円" + NUMBER + "銭");
  private static final Pattern YEN = Pattern.compile(NUMBER + "円");
  private static final Pattern SEN = Pattern.compile(NUMBER + "銭");
  private static final int MYRIAD = 10_000;
  private static final int HUNDRED_MILLION = 100_000_000;
  private static final int LONGEST = 30;

  private KanjiNumerals() {}

  /** The text with its amounts in digits; the text itself where there are none. */
  static String inDigits(String text) {
    if (!ANY.matcher(text).find()) {
      return text;
    }
    String plain = text;
    plain = replaced(HUNDREDTHS, plain, m -> value(m.group(1)) + "%");
    plain = replaced(TENTHS, plain, m -> tenths(m) + "%");
    plain = replaced(PERCENT, plain, m -> value(m.group(1)) + "%");
    plain = PERCENT_OF_DIGITS.matcher(plain).replaceAll("$1%");
    plain = replaced(YEN_AND_SEN, plain, m -> yen(value(m.group(1)), value(m.group(2))) + "円");
    plain = replaced(SEN, plain, m -> yen(0, value(m.group(1))) + "円");
    return replaced(YEN, plain, m -> value(m.group(1)) + "円");
  }

  private static String replaced(Pattern what, String text, Function<MatchResult, String> by) {
    return what.matcher(text)
        .replaceAll(
            m -> Matcher.quoteReplacement(m.group(1).length() > LONGEST ? m.group() : by.apply(m)));
  }

  private static long tenths(MatchResult match) {
    long hundredths = match.group(2) == null ? 0 : value(match.group(2));
    return value(match.group(1)) * 10 + hundredths;
  }

  private static String yen(long yen, long sen) {
    return BigDecimal.valueOf(yen)
        .add(BigDecimal.valueOf(sen, 2))
        .stripTrailingZeros()
        .toPlainString();
  }

  /** {@code 三百四十一} and {@code 三四一} are 341. */
  private static long value(String numeral) {
    long total = 0;
    long below = 0;
    long digits = 0;
    for (int i = 0; i < numeral.length(); i++) {
      char each = numeral.charAt(i);
      int one = ONES.indexOf(each);
      if (one >= 0) {
        digits = digits * 10 + one;
      } else if (each == '万' || each == '億') {
        long size = each == '万' ? MYRIAD : HUNDRED_MILLION;
        total += (below + digits) * size;
        below = 0;
        digits = 0;
      } else {
        below += Math.max(1, digits) * size(each);
        digits = 0;
      }
    }
    return total + below + digits;
  }

  private static int size(char each) {
    return each == '十' ? 10 : each == '百' ? 100 : 1_000;
  }
}
