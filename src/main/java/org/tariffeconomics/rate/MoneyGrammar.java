package org.tariffeconomics.rate;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.joda.money.IllegalCurrencyException;
import org.tariffeconomics.basics.PlainNumber;
import org.tariffeconomics.basics.Quantity;
import org.tariffeconomics.basics.Texts;
import org.tariffeconomics.basics.Unit;

/**
 * Reads money and what it is charged on.
 *
 * <pre>
 * money := sum [ / [ count ] unit [ less money per degree under 100 ] ]
 * sum   := amount currency | currency amount
 * </pre>
 *
 * <p>The signs are those of the schedules: $ and ¢ are US dollars and cents, € euros, £ pounds and
 * ¥ yen. Another country's dollar or yuan is written with its code; money in a currency other than
 * that of the value is never converted without a stated rate.
 */
final class MoneyGrammar {

  static final String NUMBER = "([0-9]++(?:\\.[0-9]++)?|\\.[0-9]++)";

  private static final Pattern DOLLARS = Pattern.compile("\\$ ?" + NUMBER);
  private static final Pattern CENTS = Pattern.compile(NUMBER + " ?(?:¢|cents?\\b)");

  /** {@code 1.87 CAD cents}: hundredths of a named currency. */
  private static final Pattern NAMED_CENTS = Pattern.compile(NUMBER + " ?([A-Z]{3}) cents?\\b");

  private static final Pattern MONEY =
      Pattern.compile(NUMBER + " ?((?!MIN|MAX)[A-Z]{3}\\b|EurUP\\b|€|£|¥)");
  private static final Pattern SIGN_FIRST =
      Pattern.compile("((?!MIN|MAX)[A-Z]{3}(?![A-Za-z])|€|£|¥) ?" + NUMBER);
  private static final Pattern PER =
      Pattern.compile(" ?/ ?| per | for each | (?=[A-Z]{3}\\b(?<! MIN| MAX)|each)");
  private static final Pattern COUNT = Pattern.compile("([0-9]++(?:\\.[0-9]++)?) ?");
  private static final Pattern OTHER_PIECE = Pattern.compile("other piece or part");
  private static final Pattern UNIT =
      Pattern.compile(
          "(?:(?! ?\\+| plus | minus | -| MIN\\b| MAX\\b| but | or | nor | then | less | per | for each )"
              + "[^,();\"])++");
  private static final Pattern LESS = Pattern.compile("less ");
  private static final Pattern PER_DEGREE =
      Pattern.compile(
          " ?(?:for each|per) degree under 100(?: degrees)?"
              + "(?: \\(and fractions of a degree in proportion\\))?");

  private static final BigDecimal HUNDREDTH = new BigDecimal("0.01");

  private final RateScanner in;

  MoneyGrammar(RateScanner in) {
    this.in = in;
  }

  boolean isNext() {
    return in.look(DOLLARS).lookingAt()
        || in.look(CENTS).lookingAt()
        || in.look(MONEY).lookingAt()
        || in.look(SIGN_FIRST).lookingAt();
  }

  /** Money per quantity, for sugar less so much a degree; or a sum of money alone. */
  DutyRate duty() {
    Matcher money = in.look(MONEY);
    boolean suffixed = money.lookingAt() && !in.look(CENTS).lookingAt();
    boolean named = suffixed || in.look(SIGN_FIRST).lookingAt();
    if (suffixed && isUnitOfAccount(money.group(2))) {
      return ofAccount(money);
    }
    BigMoney amount = money();
    if (named && !in.look(PER).lookingAt()) {
      return new FixedAmountRate(amount);
    }
    DutyRate.Specific start = new DutyRate.Specific(amount, per());
    if (!in.acceptNext(LESS)) {
      return start;
    }
    DutyRate.Specific step = moneyPer();
    in.expect(PER_DEGREE, "'for each degree under 100'");
    return new PolarisedRate(start, step);
  }

  private static boolean isUnitOfAccount(String sign) {
    return sign.equals("EurUP") || UnitOfAccountRate.isKnown(sign);
  }

  private DutyRate ofAccount(Matcher money) {
    in.moveTo(money.end());
    String code = money.group(2).equals("EurUP") ? "EUC" : money.group(2);
    return new UnitOfAccountRate(number(money.group(1)), code, per());
  }

  DutyRate.Specific moneyPer() {
    BigMoney money = money();
    return new DutyRate.Specific(money, per());
  }

  private BigMoney money() {
    Matcher dollars = in.look(DOLLARS);
    if (dollars.lookingAt()) {
      in.moveTo(dollars.end());
      return BigMoney.of(CurrencyUnit.USD, number(dollars.group(1)));
    }
    Matcher cents = in.look(CENTS);
    if (cents.lookingAt()) {
      in.moveTo(cents.end());
      return BigMoney.of(CurrencyUnit.USD, number(cents.group(1)).movePointLeft(2));
    }
    Matcher namedCents = in.look(NAMED_CENTS);
    if (namedCents.lookingAt()) {
      return money(namedCents, namedCents.group(2), namedCents.group(1)).multipliedBy(HUNDREDTH);
    }
    Matcher money = in.look(MONEY);
    if (money.lookingAt()) {
      return money(money, money.group(2), money.group(1));
    }
    Matcher signFirst = in.look(SIGN_FIRST);
    if (signFirst.lookingAt()) {
      return money(signFirst, signFirst.group(1), signFirst.group(2));
    }
    throw in.stuck("an amount of money is missing");
  }

  private BigMoney money(Matcher found, String sign, String amount) {
    BigMoney money = BigMoney.of(currency(sign), number(amount));
    in.moveTo(found.end());
    return money;
  }

  private BigDecimal number(String digits) {
    return PlainNumber.read(digits)
        .orElseThrow(() -> in.stuck("a number has at most " + PlainNumber.MOST_DIGITS + " digits"));
  }

  private CurrencyUnit currency(String sign) {
    try {
      return switch (sign) {
        case "€" -> CurrencyUnit.EUR;
        case "£" -> CurrencyUnit.GBP;
        case "¥" -> CurrencyUnit.JPY;
        default -> CurrencyUnit.of(sign);
      };
    } catch (IllegalCurrencyException e) {
      throw in.stuck("unknown currency " + sign);
    }
  }

  private Quantity per() {
    if (!in.accept(PER)) {
      throw in.stuck("the unit is missing that the money is charged on");
    }
    Matcher count = in.look(COUNT);
    BigDecimal times = BigDecimal.ONE;
    if (count.lookingAt()) {
      in.moveTo(count.end());
      times = number(count.group(1));
    }
    return RateUnits.canonical(new Quantity(times, unit()));
  }

  Unit unit() {
    if (in.accept(OTHER_PIECE)) {
      return Unit.of(OTHER_PIECE.pattern());
    }
    if (in.isQuoteNext()) {
      return unit(in.quoted(), in.at());
    }
    Matcher matcher = in.look(UNIT);
    String words = matcher.lookingAt() ? matcher.group().strip() : "";
    return words.isEmpty() ? Unit.of("piece") : unit(words, matcher.end());
  }

  private Unit unit(String words, int end) {
    try {
      Unit unit = RateUnits.of(words);
      in.moveTo(end);
      return unit;
    } catch (IllegalArgumentException e) {
      throw in.stuck("unknown unit " + Texts.quoted(words));
    }
  }
}
