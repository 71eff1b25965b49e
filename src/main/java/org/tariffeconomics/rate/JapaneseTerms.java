package org.tariffeconomics.rate;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.Texts;

/**
 * Puts one rate of Japan's tariff schedule into the words of the grammar of rates.
 *
 * <pre>
 * rate    := sum | sum 又は sum のうちいずれか高い税率 (the higher) or 低い税率 (the lower)
 *            [ ただしその税率が X を下回る場合は X ]  (but at least X; 上回る: at most)
 * sum     := term { ＋ term }
 * term    := 無税 (free) | N% | N円/kg | money per kilogram less (a part of) the customs value
 * </pre>
 *
 * <p>A range (〜), a rate bound in part (一部), a rate that is not bound (非譲許) and a note alone (◆11)
 * are no rates and not understood. The marks ◎, ※ and * of notes to a rate are passed over.
 */
final class JapaneseTerms {

  private static final Pattern MARKS = Pattern.compile("^[◎※●*]+|\\s*◆[0-9]+$");
  private static final Pattern NO_RATE = Pattern.compile("[〜~]|一部|非譲許|^◆|、");

  private static final Pattern BETTER =
      Pattern.compile(
          "(.+?)又は(.+?)のうちいずれか(高|低)い税率"
              + "(?:[(\\s]*ただしその税率が(.+?)を(下|上)回る場合は(.+?)(?:とする)?[)\\s]*)?");

  private static final String N = "([0-9][0-9,]*(?:\\.[0-9]+)?)";
  private static final String UNIT = "(kg|kl|l|m2|MT|頭|枚|足|[0-9,]*本)";
  private static final Pattern PERCENT = Pattern.compile(N + "%");
  private static final Pattern MONEY = Pattern.compile(N + "(万)?円\\s*/\\s*" + UNIT);
  private static final String VALUE = "課税価格";

  /** {@code (393円×1.002-課税価格×0.6)/kg}: money a kilogram less a part of the value. */
  private static final Pattern LESS_VALUE =
      Pattern.compile("\\(" + N + "円(?:×" + N + ")?-" + VALUE + "(?:×" + N + ")?\\)/" + UNIT);

  /** {@code 401.65円/kg-課税価格/kg×0.6}, with or without brackets. */
  private static final Pattern LESS_VALUE_EACH =
      Pattern.compile("\\(?" + N + "円/kg-" + VALUE + "/kg(?:×" + N + ")?\\)?");

  /** {@code ((500円-課税価格)×2/11)/kg}: a part of the money less the same part of the value. */
  private static final Pattern PART_OF_DIFFERENCE =
      Pattern.compile("\\(\\(" + N + "円-" + VALUE + "\\)×" + N + "(?:/" + N + ")?\\)/kg");

  /** {@code ((課税価格×(1.007-51.46/897.59)+51.46円)-課税価格)/kg}: a floor of the price. */
  private static final Pattern LINEAR =
      Pattern.compile(
          "\\(\\(" + VALUE + "×\\(" + N + "-" + N + "/" + N + "\\)\\+" + N + "円\\)-" + VALUE
              + "\\)/kg");

  /** {@code 1キログラムにつき部分肉に係る基準輸入価格と課税価格との差額}: a price set elsewhere. */
  private static final Pattern STANDARD_PRICE = Pattern.compile("1(?:キログラム|頭)につき、?(.*基準輸入価格.*)");

  /** As exact as a percentage that is written as a common fraction. */
  private static final MathContext SHARE = new MathContext(30);

  private JapaneseTerms() {}

  static String withoutMarks(String text) {
    return MARKS.matcher(text).replaceAll("");
  }

  /** Whether a text is the higher or the lower of two rates. */
  static boolean isChoice(String text) {
    return BETTER.matcher(bare(text)).matches();
  }

  private static String bare(String text) {
    String marked = withoutMarks(text);
    boolean bracketed =
        marked.startsWith("(") && marked.endsWith(")") && isOne(marked) && !marked.contains(VALUE);
    return bracketed ? marked.substring(1, marked.length() - 1) : marked;
  }

  /** Whether the first bracket is closed by the last. */
  private static boolean isOne(String text) {
    int depth = 0;
    for (int i = 0; i < text.length(); i++) {
      depth += text.charAt(i) == '(' ? 1 : text.charAt(i) == ')' ? -1 : 0;
      if (depth == 0 && i < text.length() - 1) {
        return false;
      }
    }
    return depth == 0;
  }

  /** One rate, without blanks and full-width signs. */
  static String rate(String text) {
    String bare = bare(text);
    if (NO_RATE.matcher(bare).find() && !STANDARD_PRICE.matcher(bare).matches()) {
      throw new IllegalArgumentException(
          "a range or a part: which goods of the line pay which rate is not said");
    }
    Matcher better = BETTER.matcher(bare);
    if (!better.matches()) {
      return sum(bare);
    }
    String both =
        (better.group(3).equals("高") ? "max(" : "min(")
            + sum(better.group(1))
            + ", "
            + sum(better.group(2))
            + ")";
    if (better.group(4) == null) {
      return both;
    }
    String limit = sum(better.group(4));
    if (!limit.equals(sum(better.group(6)))) {
      throw notUnderstood(text);
    }
    return (better.group(5).equals("下") ? "max(" : "min(") + both + ", " + limit + ")";
  }

  private static String sum(String text) {
    Optional<String> difference = difference(text);
    if (difference.isPresent()) {
      return difference.orElseThrow();
    }
    List<String> terms = new ArrayList<>();
    for (String each : bare(text).split("\\+", -1)) {
      terms.add(term(each));
    }
    return String.join(" + ", terms);
  }

  private static String term(String text) {
    if (text.equals("無税") || text.equals("免税")) {
      return "Free";
    }
    Matcher percent = PERCENT.matcher(text);
    if (percent.matches()) {
      return number(percent.group(1)).toPlainString() + "%";
    }
    Matcher money = MONEY.matcher(text);
    if (money.matches()) {
      BigDecimal amount = number(money.group(1));
      return yen(money.group(2) == null ? amount : amount.movePointRight(4), money.group(3));
    }
    throw notUnderstood(text);
  }

  private static String yen(BigDecimal amount, String unit) {
    return amount.stripTrailingZeros().toPlainString() + " JPY/" + unit(unit);
  }

  private static String unit(String unit) {
    if (unit.endsWith("本")) {
      String count = unit.substring(0, unit.length() - 1).replace(",", "");
      return count.isEmpty() ? "piece" : count + " piece";
    }
    return switch (unit) {
      case "頭", "枚" -> "piece";
      case "足" -> "pair";
      case "l" -> "liter";
      case "kl" -> "1000 liter";
      case "MT" -> "t";
      default -> unit;
    };
  }

  /** Money per quantity less a part of the customs value. */
  private static Optional<String> difference(String text) {
    Matcher less = LESS_VALUE.matcher(text);
    if (less.matches()) {
      BigDecimal amount = number(less.group(1)).multiply(orOne(less.group(2)));
      return Optional.of(less(amount, orOne(less.group(3)), less.group(4)));
    }
    Matcher each = LESS_VALUE_EACH.matcher(text);
    if (each.matches()) {
      return Optional.of(less(number(each.group(1)), orOne(each.group(2)), "kg"));
    }
    Matcher part = PART_OF_DIFFERENCE.matcher(text);
    if (part.matches()) {
      return Optional.of(partOfDifference(part));
    }
    Matcher linear = LINEAR.matcher(text);
    if (linear.matches()) {
      return Optional.of(linear(linear));
    }
    Matcher standard = STANDARD_PRICE.matcher(text);
    return standard.matches() ? Optional.of("see " + standard.group(1)) : Optional.empty();
  }

  private static String less(BigDecimal amount, BigDecimal share, String unit) {
    return yen(amount, unit) + " - " + percent(share) + "%";
  }

  private static String percent(BigDecimal share) {
    return share.movePointRight(2).stripTrailingZeros().toPlainString();
  }

  /**
   * A part that is no decimal fraction is kept exact: the difference is taken of multiples, {@code
   * a·(m − v)/b = (a·m)/b per kg − (a/b)·v}, with {@code a·m per b kg} and the percentage as a
   * common fraction.
   */
  private static String partOfDifference(Matcher part) {
    BigDecimal amount = number(part.group(1));
    BigDecimal above = number(part.group(2));
    BigDecimal below = orOne(part.group(3));
    String count = below.compareTo(BigDecimal.ONE) == 0 ? "" : below.toPlainString() + " ";
    BigDecimal[] percent = above.movePointRight(2).divideAndRemainder(below);
    String share =
        percent[1].signum() == 0
            ? percent[0].stripTrailingZeros().toPlainString() + "%"
            : mixed(percent, below);
    return amount.multiply(above).stripTrailingZeros().toPlainString()
        + " JPY/"
        + count
        + "kg - "
        + share;
  }

  private static String mixed(BigDecimal[] percent, BigDecimal below) {
    return percent[0].toPlainString()
        + " "
        + percent[1].toPlainString()
        + "/"
        + below.toPlainString()
        + "%";
  }

  /** {@code v·(a − b/c) + d − v = d per kg − (1 − a + b/c)·v}, the share to 30 digits. */
  private static String linear(Matcher linear) {
    BigDecimal share =
        BigDecimal.ONE
            .subtract(number(linear.group(1)))
            .add(number(linear.group(2)).divide(number(linear.group(3)), SHARE));
    if (share.signum() < 0) {
      throw notUnderstood(linear.group());
    }
    return less(number(linear.group(4)), share, "kg");
  }

  private static BigDecimal orOne(@Nullable String text) {
    return text == null ? BigDecimal.ONE : number(text);
  }

  private static BigDecimal number(String text) {
    String digits = text.replace(",", "");
    if (digits.length() > 20) {
      throw notUnderstood(text);
    }
    return new BigDecimal(digits);
  }

  static IllegalArgumentException notUnderstood(String text) {
    return new IllegalArgumentException(Texts.quoted(text) + " is no rate");
  }
}
