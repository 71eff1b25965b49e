package org.tariffeconomics.tariff;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.tariffeconomics.basics.Quantity;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.basics.Unit;

/** Reads duty rates: the canonical form and the ordinary forms of schedules. */
final class DutyRateText {

  private static final Pattern MONEY_PER =
      Pattern.compile("([0-9.]+) ([A-Z]{3}) ?/ ?(?:([0-9.]+) )?(.+)");
  private static final Pattern CENTS_PER = Pattern.compile("([0-9.]+)¢ ?(?:/|per )?(.+)");
  private static final Pattern DOLLARS_PER = Pattern.compile("\\$([0-9.]+) ?(?:/|per )?(.+)");
  private static final String INCLUSIVE = "inclusive ";
  private static final String OF = " of ";

  private DutyRateText() {}

  static DutyRate parse(String text) {
    String trimmed = text.strip();
    try {
      return rate(trimmed);
    } catch (IllegalArgumentException e) {
      return new DutyRate.Unsupported(trimmed, String.valueOf(e.getMessage()));
    }
  }

  private static DutyRate rate(String text) {
    if (text.toLowerCase(Locale.ROOT).equals("free")) {
      return new DutyRate.Free();
    }
    if (text.startsWith(INCLUSIVE)) {
      return new DutyRate.Inclusive(rate(text.substring(INCLUSIVE.length())));
    }
    if (text.startsWith("max(") && closes(text)) {
      return new DutyRate.GreaterOf(rates(inside(text), ','));
    }
    if (text.startsWith("min(") && closes(text)) {
      return new DutyRate.LesserOf(rates(inside(text), ','));
    }
    if (text.startsWith("(") && closes(text)) {
      return rate(text.substring(1, text.length() - 1));
    }
    if (text.startsWith("see ")) {
      return new DutyRate.ByReference(text.substring("see ".length()));
    }
    List<String> terms = split(text, '+');
    return terms.size() > 1
        ? new DutyRate.Sum(terms.stream().map(DutyRateText::rate).toList())
        : term(text);
  }

  private static DutyRate term(String text) {
    int of = text.lastIndexOf(OF);
    if (of > 0) {
      return new DutyRate.OnPortion(
          rate(text.substring(0, of)), Portion.parse(text.substring(of + OF.length())));
    }
    return text.endsWith("%") ? DutyRate.adValorem(Rate.parse(text)) : specific(text);
  }

  private static DutyRate specific(String text) {
    Matcher money = MONEY_PER.matcher(text);
    if (money.matches()) {
      String count = money.group(3) == null ? "1" : money.group(3);
      CurrencyUnit currency = CurrencyUnit.of(money.group(2));
      return perUnit(currency, new BigDecimal(money.group(1)), count, money.group(4));
    }
    Matcher cents = CENTS_PER.matcher(text);
    if (cents.matches()) {
      BigDecimal dollars = new BigDecimal(cents.group(1)).movePointLeft(2);
      return perUnit(CurrencyUnit.USD, dollars, "1", cents.group(2));
    }
    Matcher dollars = DOLLARS_PER.matcher(text);
    if (dollars.matches()) {
      return perUnit(CurrencyUnit.USD, new BigDecimal(dollars.group(1)), "1", dollars.group(2));
    }
    throw new IllegalArgumentException("not a rate that is understood");
  }

  private static DutyRate perUnit(
      CurrencyUnit currency, BigDecimal amount, String count, String unit) {
    Quantity per = new Quantity(new BigDecimal(count), Unit.of(unit.strip()));
    return new DutyRate.Specific(BigMoney.of(currency, amount), per);
  }

  private static List<DutyRate> rates(String text, char separator) {
    return split(text, separator).stream().map(DutyRateText::rate).toList();
  }

  /** Whether the bracket that opens first closes with the last character. */
  private static boolean closes(String text) {
    int depth = 0;
    for (int i = 0; i < text.length(); i++) {
      depth += text.charAt(i) == '(' ? 1 : text.charAt(i) == ')' ? -1 : 0;
      if (depth == 0 && text.charAt(i) == ')') {
        return i == text.length() - 1;
      }
    }
    return false;
  }

  private static String inside(String text) {
    return text.substring(text.indexOf('(') + 1, text.length() - 1);
  }

  /** Splits at a character that stands outside all brackets. */
  private static List<String> split(String text, char separator) {
    List<String> parts = new ArrayList<>();
    int depth = 0;
    int from = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      if (c == separator && depth == 0) {
        parts.add(text.substring(from, i).strip());
        from = i + 1;
      }
    }
    parts.add(text.substring(from).strip());
    return parts;
  }
}
