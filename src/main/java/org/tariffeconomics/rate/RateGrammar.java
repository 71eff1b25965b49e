package org.tariffeconomics.rate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.basics.Texts;

/**
 * The grammar of duty rates, canonical and of US, EU and UK schedules alike, read from left to
 * right.
 *
 * <pre>
 * whole := Cond: … | rate [ season { ; rate season } [ ; otherwise rate ] ]
 * rate  := sum { bound sum }
 * bound := MIN | MAX | but not less than | but not more than | or … whichever is greater
 * sum   := term { + term | - term }
 * term  := ( whole ) | max(…) | min(…) | when(…) | inclusive term | see … | Free | amount "…"
 *        | unit … | component | share | money
 * share := number % [ of base ]
 * </pre>
 */
final class RateGrammar {

  private static final Pattern MIN = Pattern.compile("MIN\\b");
  private static final Pattern MAX = Pattern.compile("MAX\\b");
  private static final Pattern NOT_LESS = Pattern.compile(",? ?(?:but )?not less than\\b");
  private static final Pattern IF_BELOW = Pattern.compile(",? ?but if (?:it is )?below\\b");
  private static final Pattern THEN = Pattern.compile("then\\b");
  private static final Pattern NOR_MORE = Pattern.compile("n?or (?:not )?more than\\b");
  private static final Pattern NOT_MORE =
      Pattern.compile(",? ?but not (?:more than|exceeding|to exceed|in excess of)\\b");
  private static final Pattern OR = Pattern.compile("or\\b");
  private static final Pattern WHICHEVER_GREATER =
      Pattern.compile(",? ?whichever is (?:the )?(?:greater|higher)");
  private static final Pattern WHICHEVER_LESS =
      Pattern.compile(",? ?whichever is (?:the )?(?:less|lesser|lower)\\b");
  private static final Pattern PLUS = Pattern.compile("\\+|plus\\b");
  private static final Pattern MINUS = Pattern.compile("- |minus\\b");
  private static final Pattern OPEN = Pattern.compile("\\(");
  private static final Pattern CLOSE = Pattern.compile("\\)");
  private static final Pattern COMMA = Pattern.compile(",");
  private static final Pattern GREATER_OF = Pattern.compile("max\\(");
  private static final Pattern LESSER_OF = Pattern.compile("min\\(");
  private static final Pattern WHEN = Pattern.compile("when\\(");
  private static final Pattern INCLUSIVE = Pattern.compile("inclusive ");
  private static final Pattern AMOUNT = Pattern.compile("amount (?=\")");
  private static final Pattern UNIT = Pattern.compile("unit ");
  private static final Pattern SEE = Pattern.compile("[Ss]ee ");
  private static final Pattern FREE = Pattern.compile("(?i)free\\b");
  private static final Pattern NIHIL = Pattern.compile("NIHIL\\b");
  private static final Pattern A_DUTY_OF = Pattern.compile("(?:a )?duty of ");
  private static final Pattern AGRICULTURAL =
      Pattern.compile("(?:EAR?|AD ?S/?ZR?|AD ?F/?MR?|AC|SD|FD)\\b(?: ?\\(reduced\\))?");

  private static final Pattern MIXED_PERCENT =
      Pattern.compile("([0-9]++ [0-9]++/[0-9]++) ?(?:%|percent\\b)");
  private static final Pattern PERCENT =
      Pattern.compile(MoneyGrammar.NUMBER + " ?(?:%|percent\\b)");
  private static final Pattern BARE_NUMBER = Pattern.compile(MoneyGrammar.NUMBER);

  /** What follows a number that has lost its percent sign. */
  private static final Pattern LOST_SIGN =
      Pattern.compile(
          MoneyGrammar.NUMBER + "(?= *(?:MIN\\b|MAX\\b|\\+|\\([0-9]{1,2} ?[A-Z]{3}[A-Za-z]* ?-))");

  private static final Pattern BASE = Pattern.compile(" ?(?:of|on|upon) (?:the )?|/(?=Retail)");
  private static final Pattern OTHER_VALUE = Pattern.compile("(?i).*\\b(?:value|price)|cost of .*");
  private static final Pattern WHOLE_VALUE =
      Pattern.compile("(?:full|entire) value.*|entire set|value of the entire set");

  private static final String TOO_DEEP =
      "more than " + Texts.DEEPEST + " rates stand within one another";

  private final RateScanner in;
  private final MoneyGrammar money;
  private final ReadingMode mode;

  /** How many terms the reading is within. */
  private int nesting;

  RateGrammar(CleanText clean, ReadingMode mode) {
    this.in = new RateScanner(clean);
    this.money = new MoneyGrammar(in);
    this.mode = mode;
  }

  /** Reads the whole text. */
  DutyRate read() {
    DutyRate rate = whole();
    in.acceptBlanks();
    if (!in.isAtEnd()) {
      throw in.stuck(in.unread() + " is not understood");
    }
    return rate;
  }

  private DutyRate whole() {
    return new ConditionGrammar(in, this, money).whole();
  }

  DutyRate rate() {
    DutyRate left = sum();
    while (true) {
      if (in.acceptNext(MIN)) {
        left = shallow(greater(left, sum()));
      } else if (in.acceptNext(MAX) || in.acceptNext(NOT_MORE)) {
        left = shallow(lesser(left, sum()));
      } else if (in.acceptNext(NOT_LESS)) {
        left = shallow(greater(left, sum()));
        left = in.acceptNext(NOR_MORE) ? shallow(lesser(left, sum())) : left;
      } else if (in.acceptNext(IF_BELOW)) {
        left = shallow(greater(left, floor()));
      } else if (in.acceptNext(OR)) {
        left = shallow(whichever(left, sum()));
      } else {
        return left;
      }
    }
  }

  /** “but if below 67 JPY/l then 67 JPY/l”: both must be the same. */
  private DutyRate floor() {
    DutyRate limit = sum();
    in.expect(THEN, "'then' of a floor");
    if (!sum().equals(limit)) {
      throw in.stuck("a floor must be the limit that it is charged below");
    }
    return limit;
  }

  private static DutyRate greater(DutyRate one, DutyRate other) {
    return new DutyRate.GreaterOf(List.of(one, other));
  }

  private static DutyRate lesser(DutyRate one, DutyRate other) {
    return new DutyRate.LesserOf(List.of(one, other));
  }

  private DutyRate whichever(DutyRate one, DutyRate other) {
    if (in.acceptNext(WHICHEVER_GREATER)) {
      return greater(one, other);
    }
    in.expect(WHICHEVER_LESS, "'whichever is greater' or 'whichever is less'");
    return lesser(one, other);
  }

  /** Terms, those behind a minus together; a 0% among others adds nothing and goes. */
  private DutyRate sum() {
    List<DutyRate> plus = new ArrayList<>();
    List<DutyRate> minus = new ArrayList<>();
    List<DutyRate> into = plus;
    while (true) {
      in.acceptBlanks();
      boolean written = in.look(FREE).lookingAt();
      DutyRate term = term();
      if (written || !(term instanceof DutyRate.Free)) {
        into.add(term);
      }
      if (in.acceptNext(PLUS)) {
        into = plus;
      } else if (in.acceptNext(MINUS)) {
        into = minus;
      } else {
        return minus.isEmpty()
            ? together(plus)
            : new DifferenceRate(together(plus), together(minus));
      }
    }
  }

  private static DutyRate together(List<DutyRate> terms) {
    if (terms.isEmpty()) {
      return new DutyRate.Free();
    }
    return terms.size() == 1 ? terms.get(0) : new DutyRate.Sum(terms);
  }

  private DutyRate term() {
    if (nesting >= Texts.DEEPEST) {
      throw in.stuck(TOO_DEEP);
    }
    nesting++;
    DutyRate term = shallow(unbounded());
    nesting--;
    return term;
  }

  /** Bounds in a row nest to the left, so that a flat text may give a deep tree. */
  private DutyRate shallow(DutyRate rate) {
    if (RateForm.isDeeper(rate, Texts.DEEPEST)) {
      throw in.stuck(TOO_DEEP);
    }
    return rate;
  }

  private DutyRate unbounded() {
    in.acceptBlanks();
    in.accept(A_DUTY_OF);
    if (in.accept(GREATER_OF)) {
      return new DutyRate.GreaterOf(list());
    }
    if (in.accept(LESSER_OF)) {
      return new DutyRate.LesserOf(list());
    }
    if (in.accept(OPEN)) {
      return bracket();
    }
    if (in.accept(INCLUSIVE)) {
      return new DutyRate.Inclusive(term());
    }
    return number().orElseGet(this::named);
  }

  private DutyRate named() {
    if (in.accept(SEE)) {
      return new DutyRate.ByReference(in.words());
    }
    if (in.accept(FREE) || in.accept(NIHIL)) {
      return new DutyRate.Free();
    }
    if (in.accept(AMOUNT)) {
      return new DeclaredAmountRate(in.quoted());
    }
    if (in.accept(UNIT)) {
      return new SupplementaryUnit(money.unit());
    }
    if (in.accept(WHEN)) {
      return conditional();
    }
    Matcher agricultural = in.look(AGRICULTURAL);
    if (agricultural.lookingAt()) {
      in.moveTo(agricultural.end());
      return AgriculturalComponent.parse(agricultural.group());
    }
    if (in.look(BARE_NUMBER).lookingAt()) {
      throw in.stuck("a number without percent sign or currency");
    }
    throw in.stuck(in.isAtEnd() ? "a rate is missing" : in.unread() + " is no rate");
  }

  private List<DutyRate> list() {
    boolean outer = in.setInList(true);
    List<DutyRate> rates = new ArrayList<>();
    do {
      rates.add(rate());
    } while (in.acceptNext(COMMA));
    in.expect(CLOSE, "closing bracket");
    in.setInList(outer);
    return rates;
  }

  private DutyRate conditional() {
    String condition = in.quoted();
    in.expect(COMMA, "comma");
    List<DutyRate> rates = list();
    if (rates.size() > 2) {
      throw in.stuck("a condition decides between two rates at most");
    }
    return new ConditionalRate(
        condition, rates.get(0), rates.size() > 1 ? Optional.of(rates.get(1)) : Optional.empty());
  }

  private DutyRate bracket() {
    boolean outer = in.setInList(false);
    DutyRate rate = whole();
    in.expect(CLOSE, "closing bracket");
    in.setInList(outer);
    return in.accept(BASE) ? new DutyRate.OnPortion(rate, portion(in.words())) : rate;
  }

  private Optional<DutyRate> number() {
    Matcher mixed = in.look(MIXED_PERCENT);
    if (mixed.lookingAt()) {
      in.moveTo(mixed.end());
      return Optional.of(share(Rate.percent(mixed.group(1))));
    }
    Matcher percent = in.look(PERCENT);
    if (percent.lookingAt()) {
      in.moveTo(percent.end());
      return Optional.of(share(Rate.percent(percent.group(1))));
    }
    return money.isNext() ? Optional.of(money.duty()) : lostSign();
  }

  private Optional<DutyRate> lostSign() {
    Matcher bare = in.look(LOST_SIGN);
    if (mode == ReadingMode.STRICT || !bare.lookingAt()) {
      return Optional.empty();
    }
    String number = bare.group(1);
    in.clean().note(in.at(), number, number + "%", "the percent sign is missing");
    in.moveTo(bare.end());
    return Optional.of(DutyRate.adValorem(Rate.percent(number)));
  }

  private DutyRate share(Rate rate) {
    int before = in.at();
    if (!in.accept(BASE)) {
      return DutyRate.adValorem(rate);
    }
    String base = in.words();
    if (base.isEmpty()) {
      in.moveTo(before);
      throw in.stuck("the value is missing that the percentage is charged on");
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

  static boolean isOtherValue(String base) {
    return OTHER_VALUE.matcher(base).matches() && !WHOLE_VALUE.matcher(base).matches();
  }
}
