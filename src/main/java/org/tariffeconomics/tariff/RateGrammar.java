package org.tariffeconomics.tariff;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.joda.money.IllegalCurrencyException;
import org.tariffeconomics.basics.Quantity;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.basics.Unit;

/**
 * The grammar of duty rates, canonical and of US, EU and UK schedules alike, read from left to
 * right.
 *
 * <pre>
 * rate  := sum { bound sum }
 * bound := MIN | MAX | but not less than | but not more than | or … whichever is greater
 * sum   := term { + term }
 * term  := ( rate ) | max(…) | min(…) | inclusive term | see … | Free | share | money
 * share := number % [ of base ]
 * money := number currency / [ count ] unit [ less money per degree under 100 ]
 * </pre>
 */
final class RateGrammar {

  private static final Pattern BLANKS = Pattern.compile(" *");
  private static final Pattern MIN = Pattern.compile("MIN\\b");
  private static final Pattern MAX = Pattern.compile("MAX\\b");
  private static final Pattern NOT_LESS = Pattern.compile(",? ?(?:but )?not less than\\b");
  private static final Pattern NOR_MORE = Pattern.compile("n?or (?:not )?more than\\b");
  private static final Pattern NOT_MORE =
      Pattern.compile(",? ?but not (?:more than|exceeding|to exceed|in excess of)\\b");
  private static final Pattern OR = Pattern.compile("or\\b");
  private static final Pattern WHICHEVER_GREATER =
      Pattern.compile(",? ?whichever is (?:the )?(?:greater|higher)");
  private static final Pattern WHICHEVER_LESS =
      Pattern.compile(",? ?whichever is (?:the )?(?:less|lesser|lower)\\b");
  private static final Pattern PLUS = Pattern.compile("\\+|plus\\b");
  private static final Pattern OPEN = Pattern.compile("\\(");
  private static final Pattern CLOSE = Pattern.compile("\\)");
  private static final Pattern COMMA = Pattern.compile(",");
  private static final Pattern GREATER_OF = Pattern.compile("max\\(");
  private static final Pattern LESSER_OF = Pattern.compile("min\\(");
  private static final Pattern INCLUSIVE = Pattern.compile("inclusive ");
  private static final Pattern SEE = Pattern.compile("[Ss]ee ");
  private static final Pattern FREE = Pattern.compile("(?i)free\\b");
  private static final Pattern A_DUTY_OF = Pattern.compile("(?:a )?duty of ");
  private static final Pattern AGRICULTURAL =
      Pattern.compile("(?:EAR?|AD ?S/?ZR?|AD ?F/?MR?|AC|SD|FD)\\b(?: ?\\(reduced\\))?");

  private static final String NUMBER = "([0-9]+(?:\\.[0-9]+)?|\\.[0-9]+)";
  private static final Pattern DOLLARS = Pattern.compile("\\$ ?" + NUMBER);
  private static final Pattern CENTS = Pattern.compile(NUMBER + " ?(?:¢|cents?\\b)");
  private static final Pattern MIXED_PERCENT =
      Pattern.compile("([0-9]+ [0-9]+/[0-9]+) ?(?:%|percent\\b)");
  private static final Pattern PERCENT = Pattern.compile(NUMBER + " ?(?:%|percent\\b)");
  private static final Pattern MONEY = Pattern.compile(NUMBER + " ?((?!MIN|MAX)[A-Z]{3}\\b|€|£)");
  private static final Pattern BARE_NUMBER = Pattern.compile(NUMBER);

  private static final Pattern BASE = Pattern.compile(" ?(?:of|on|upon) (?:the )?|/(?=Retail)");
  private static final Pattern PER =
      Pattern.compile(" ?/ ?| per | for each | (?=[A-Z]{3}\\b|each)");
  private static final Pattern COUNT = Pattern.compile("([0-9]+(?:\\.[0-9]+)?) ?");
  private static final Pattern OTHER_PIECE = Pattern.compile("other piece or part");
  private static final Pattern UNIT =
      Pattern.compile(
          "(?:(?! ?\\+| plus | -| MIN\\b| MAX\\b| but | or | nor | less | per | for each )[^,()])+");
  private static final Pattern PER_DEGREE =
      Pattern.compile(
          " ?(?:for each|per) degree under 100(?: degrees)?"
              + "(?: \\(and fractions of a degree in proportion\\))?");
  private static final Pattern LESS = Pattern.compile("less ");
  private static final Pattern QUOTED = Pattern.compile("\"((?:[^\"]|\"\")*)\"");
  private static final Pattern END_OF_WORDS =
      Pattern.compile(" ?\\+| plus |,? ?but |,? ?whichever | MIN\\b| MAX\\b");

  private static final Pattern NEEDS_QUOTES =
      Pattern.compile(".*[+,()\"].*| .*|.* |.*\\b(?:plus|but|whichever|MIN|MAX)\\b.*");
  private static final Pattern OTHER_VALUE = Pattern.compile("(?i).*\\b(?:value|price)|cost of .*");
  private static final Pattern WHOLE_VALUE =
      Pattern.compile("(?:full|entire) value.*|entire set|value of the entire set");

  private static final String AGRICULTURAL_COMPONENT = "agricultural component ";

  private final CleanText clean;
  private final String text;
  private int at;

  /** Whether a comma ends a rate here, as it does within max(…) and min(…). */
  private boolean inList;

  RateGrammar(CleanText clean) {
    this.clean = clean;
    this.text = clean.text();
  }

  /** Reads the whole text. */
  DutyRate read() {
    DutyRate rate = rate();
    accept(BLANKS);
    if (at < text.length()) {
      throw stuck("'" + text.substring(at) + "' is not understood");
    }
    return rate;
  }

  private RateSyntaxException stuck(String reason) {
    return new RateSyntaxException(reason, clean.origin(at));
  }

  private Matcher look(Pattern pattern) {
    Matcher matcher = pattern.matcher(text);
    matcher.useTransparentBounds(true);
    matcher.region(at, text.length());
    return matcher;
  }

  private boolean accept(Pattern pattern) {
    Matcher matcher = look(pattern);
    if (matcher.lookingAt()) {
      at = matcher.end();
      return true;
    }
    return false;
  }

  /** Accepts after blanks, which stay unread where the pattern is not there. */
  private boolean acceptNext(Pattern pattern) {
    int before = at;
    accept(BLANKS);
    if (accept(pattern)) {
      return true;
    }
    at = before;
    return false;
  }

  private void expect(Pattern pattern, String what) {
    if (!acceptNext(pattern)) {
      throw stuck("a " + what + " is missing");
    }
  }

  private DutyRate rate() {
    DutyRate left = sum();
    while (true) {
      if (acceptNext(MIN)) {
        left = greater(left, sum());
      } else if (acceptNext(MAX) || acceptNext(NOT_MORE)) {
        left = lesser(left, sum());
      } else if (acceptNext(NOT_LESS)) {
        left = greater(left, sum());
        left = acceptNext(NOR_MORE) ? lesser(left, sum()) : left;
      } else if (acceptNext(OR)) {
        left = whichever(left, sum());
      } else {
        return left;
      }
    }
  }

  private static DutyRate greater(DutyRate one, DutyRate other) {
    return new DutyRate.GreaterOf(List.of(one, other));
  }

  private static DutyRate lesser(DutyRate one, DutyRate other) {
    return new DutyRate.LesserOf(List.of(one, other));
  }

  private DutyRate whichever(DutyRate one, DutyRate other) {
    if (acceptNext(WHICHEVER_GREATER)) {
      return greater(one, other);
    }
    expect(WHICHEVER_LESS, "'whichever is greater' or 'whichever is less'");
    return lesser(one, other);
  }

  /** Terms; a 0% among others adds nothing and goes. */
  private DutyRate sum() {
    List<DutyRate> terms = new ArrayList<>();
    do {
      accept(BLANKS);
      boolean written = look(FREE).lookingAt();
      DutyRate term = term();
      if (written || !(term instanceof DutyRate.Free)) {
        terms.add(term);
      }
    } while (acceptNext(PLUS));
    if (terms.isEmpty()) {
      return new DutyRate.Free();
    }
    return terms.size() == 1 ? terms.get(0) : new DutyRate.Sum(terms);
  }

  private DutyRate term() {
    accept(BLANKS);
    accept(A_DUTY_OF);
    if (accept(GREATER_OF)) {
      return new DutyRate.GreaterOf(list());
    }
    if (accept(LESSER_OF)) {
      return new DutyRate.LesserOf(list());
    }
    if (accept(OPEN)) {
      return bracket();
    }
    if (accept(INCLUSIVE)) {
      return new DutyRate.Inclusive(term());
    }
    if (accept(SEE)) {
      return new DutyRate.ByReference(words());
    }
    if (accept(FREE)) {
      return new DutyRate.Free();
    }
    Matcher agricultural = look(AGRICULTURAL);
    if (agricultural.lookingAt()) {
      at = agricultural.end();
      return new DutyRate.ByReference(AGRICULTURAL_COMPONENT + agricultural.group());
    }
    return number();
  }

  private List<DutyRate> list() {
    boolean outer = inList;
    inList = true;
    List<DutyRate> rates = new ArrayList<>();
    do {
      rates.add(rate());
    } while (acceptNext(COMMA));
    expect(CLOSE, "closing bracket");
    inList = outer;
    return rates;
  }

  private DutyRate bracket() {
    boolean outer = inList;
    inList = false;
    DutyRate rate = rate();
    expect(CLOSE, "closing bracket");
    inList = outer;
    return accept(BASE) ? new DutyRate.OnPortion(rate, portion(words())) : rate;
  }

  private DutyRate number() {
    Matcher mixed = look(MIXED_PERCENT);
    if (mixed.lookingAt()) {
      at = mixed.end();
      return share(Rate.percent(mixed.group(1)));
    }
    Matcher percent = look(PERCENT);
    if (percent.lookingAt()) {
      at = percent.end();
      return share(Rate.percent(percent.group(1)));
    }
    if (look(DOLLARS).lookingAt() || look(CENTS).lookingAt() || look(MONEY).lookingAt()) {
      return specific();
    }
    if (look(BARE_NUMBER).lookingAt()) {
      throw stuck("a number without percent sign or currency");
    }
    throw stuck(
        at < text.length() ? "'" + text.substring(at) + "' is no rate" : "a rate is missing");
  }

  private DutyRate share(Rate rate) {
    int before = at;
    if (!accept(BASE)) {
      return DutyRate.adValorem(rate);
    }
    String base = words();
    if (base.isEmpty()) {
      at = before;
      throw stuck("the value is missing that the percentage is charged on");
    }
    if (WHOLE_VALUE.matcher(base).matches()) {
      return DutyRate.adValorem(rate);
    }
    return isOtherValue(base)
        ? new OtherValueRate(rate, base)
        : new DutyRate.OnPortion(new DutyRate.AdValorem(rate), portion(base));
  }

  /** The part of the value that words name: a content, or a component such as the case. */
  private static Portion portion(String words) {
    String name = words.replaceFirst("^value of (?:the )?", "").replaceFirst(", if any$", "");
    return name.endsWith(" content") ? Portion.parse(name) : Portion.contentOf(name);
  }

  private DutyRate specific() {
    DutyRate.Specific start = moneyPer();
    if (!acceptNext(LESS)) {
      return start;
    }
    DutyRate.Specific step = moneyPer();
    expect(PER_DEGREE, "'for each degree under 100'");
    return new PolarisedRate(start, step);
  }

  private DutyRate.Specific moneyPer() {
    BigMoney money = money();
    return new DutyRate.Specific(money, per());
  }

  private BigMoney money() {
    Matcher dollars = look(DOLLARS);
    if (dollars.lookingAt()) {
      at = dollars.end();
      return BigMoney.of(CurrencyUnit.USD, new BigDecimal(dollars.group(1)));
    }
    Matcher cents = look(CENTS);
    if (cents.lookingAt()) {
      at = cents.end();
      return BigMoney.of(CurrencyUnit.USD, new BigDecimal(cents.group(1)).movePointLeft(2));
    }
    Matcher money = look(MONEY);
    if (!money.lookingAt()) {
      throw stuck("an amount of money is missing");
    }
    CurrencyUnit currency = currency(money.group(2));
    at = money.end();
    return BigMoney.of(currency, new BigDecimal(money.group(1)));
  }

  private CurrencyUnit currency(String sign) {
    try {
      return switch (sign) {
        case "€" -> CurrencyUnit.EUR;
        case "£" -> CurrencyUnit.GBP;
        default -> CurrencyUnit.of(sign);
      };
    } catch (IllegalCurrencyException e) {
      throw stuck("unknown currency " + sign);
    }
  }

  private Quantity per() {
    if (!accept(PER)) {
      throw stuck("the unit is missing that the money is charged on");
    }
    Matcher count = look(COUNT);
    BigDecimal times = BigDecimal.ONE;
    if (count.lookingAt()) {
      at = count.end();
      times = new BigDecimal(count.group(1));
    }
    return RateUnits.canonical(new Quantity(times, unit()));
  }

  private Unit unit() {
    if (accept(OTHER_PIECE)) {
      return Unit.of(OTHER_PIECE.pattern());
    }
    Matcher matcher = look(UNIT);
    String words = matcher.lookingAt() ? matcher.group().strip() : "";
    try {
      Unit unit = words.isEmpty() ? Unit.of("piece") : RateUnits.of(words);
      at += words.isEmpty() ? 0 : matcher.group().length();
      return unit;
    } catch (IllegalArgumentException e) {
      throw stuck("unknown unit '" + words + "'");
    }
  }

  /** Words in quotes, or up to what cannot belong to them. */
  private String words() {
    Matcher quoted = look(QUOTED);
    if (quoted.lookingAt()) {
      at = quoted.end();
      return quoted.group(1).replace("\"\"", "\"");
    }
    int start = at;
    int depth = 0;
    while (at < text.length() && !(depth == 0 && endsWords())) {
      char c = text.charAt(at);
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      at++;
    }
    return text.substring(start, at).strip();
  }

  private boolean endsWords() {
    char c = text.charAt(at);
    return c == ')' || (inList && c == ',') || look(END_OF_WORDS).lookingAt();
  }

  static boolean isOtherValue(String base) {
    return OTHER_VALUE.matcher(base).matches() && !WHOLE_VALUE.matcher(base).matches();
  }

  /** Words as they can stand within a rate: in quotes where a sign in them would end them. */
  static String quotedIfNeeded(String words) {
    return NEEDS_QUOTES.matcher(words).matches() ? '"' + words.replace("\"", "\"\"") + '"' : words;
  }
}
