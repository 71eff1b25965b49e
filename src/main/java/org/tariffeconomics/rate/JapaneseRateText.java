package org.tariffeconomics.rate;

import java.math.BigDecimal;
import java.math.MathContext;
import java.text.Normalizer;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Puts a rate of Japan's tariff schedule, which is written in Japanese, into the words that the
 * grammar of rates understands. Full-width digits and signs are those of ASCII.
 *
 * <pre>
 * cell    := [ mark ] rate | ( words blank rate ) { line-break words blank rate }
 * rate    := sum | sum 又は sum のうちいずれか高い税率 (the higher) or 低い税率 (the lower)
 *            [ ただしその税率が X を下回る場合は X ]  (but at least X; 上回る: at most)
 * sum     := term { ＋ term }
 * term    := 無税 (free) | N% | N円/kg | money per kilogram less (a part of) the customs value
 * </pre>
 *
 * <p>Words before a rate are a condition, whose declared fact bears these very words; “その他のもの”
 * (other goods) is what the rate before does not cover. A range (〜), a rate bound in part (一部), a
 * rate that is not bound (非譲許) and a note alone (◆11) are no rates and not understood. The marks ◎,
 * ※ and * of notes to a rate are passed over.
 */
final class JapaneseRateText {

  private static final Pattern JAPANESE = Pattern.compile("[\\u3040-\\u30ff\\u4e00-\\u9fff◎※●◆〜]");
  private static final Pattern WIDE = Pattern.compile("[\\uff01-\\uff5e]");
  private static final Pattern QUOTED = Pattern.compile("\"[^\"]*+\"");
  private static final Pattern MARKS = Pattern.compile("^[◎※●*]+|\\s*◆[0-9]+$");
  private static final Pattern NO_RATE = Pattern.compile("[〜~]|一部|非譲許|^◆|、");
  private static final Pattern LINES = Pattern.compile("[\\r\\n]+");
  private static final Pattern SEASON =
      Pattern.compile(
          "毎年(1[0-2]|[1-9])月([1-3]?[0-9])日から(?:同年|翌年)(1[0-2]|[1-9])月(?:末日|([1-3]?[0-9])日)");
  private static final String OTHER = "その他のもの";
  private static final String OUTSIDE_QUOTA = "関税割当数量以外のもの";
  private static final String WITHIN_QUOTA = "関税割当数量以内のもの";

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

  private JapaneseRateText() {}

  /**
   * The rate in words that the grammar understands.
   *
   * @param written a cell of a schedule
   * @return the canonical words; empty for a text that is neither Japanese nor full-width
   * @throws IllegalArgumentException when it is Japanese and not understood
   */
  static Optional<String> translated(String written) {
    String text = KanjiNumerals.inDigits(written);
    if (!isJapanese(text)) {
      boolean wide = text.indexOf('"') < 0 && WIDE.matcher(text).find();
      boolean other = !text.equals(written);
      return wide || other ? Optional.of(narrow(text)) : Optional.empty();
    }
    List<String> lines =
        LINES.splitAsStream(text).filter(each -> !each.isBlank()).map(String::strip).toList();
    if (lines.isEmpty()) {
      return Optional.empty();
    }
    List<String> joined = joinedAtSigns(lines);
    String whole = plain(String.join("", joined));
    boolean single = !hasWordsBefore(joined.get(0)) && BETTER.matcher(bare(whole)).matches();
    return Optional.of(single || joined.size() == 1 ? cell(joined, single) : alternatives(joined));
  }

  static boolean isJapanese(String text) {
    return JAPANESE.matcher(text).find()
        && JAPANESE.matcher(QUOTED.matcher(text).replaceAll("")).find();
  }

  private static String cell(List<String> lines, boolean single) {
    String text = String.join("", lines);
    return single || !hasWordsBefore(text) ? rate(plain(text)) : alternatives(lines);
  }

  /** A line that was broken within a sum or a range is joined again. */
  private static List<String> joinedAtSigns(List<String> lines) {
    List<String> joined = new ArrayList<>();
    for (String each : lines) {
      String last = joined.isEmpty() ? "" : joined.get(joined.size() - 1);
      boolean continues =
          !joined.isEmpty()
              && (last.endsWith("+")
                  || last.endsWith("＋")
                  || last.endsWith("円")
                  || last.endsWith("〜")
                  || each.startsWith("ただし")
                  || each.startsWith("/"));
      if (continues) {
        joined.set(joined.size() - 1, last + each);
      } else {
        joined.add(each);
      }
    }
    return joined;
  }

  private static boolean hasWordsBefore(String line) {
    return lastBlank(line) > 0;
  }

  /** The blank between words and their rate: the wide one, or the last narrow one. */
  private static int lastBlank(String line) {
    int wide = line.lastIndexOf('\u3000');
    int narrow = line.lastIndexOf(' ');
    int at = wide > 0 ? wide : narrow;
    boolean hasWords = at > 0 && JAPANESE.matcher(line.substring(0, at)).find();
    boolean isNote = at > 0 && line.substring(at).strip().startsWith("◆");
    return hasWords && !isNote ? at : -1;
  }

  /** Rates on conditions, nested so that each is asked for where those before are not met. */
  private static String alternatives(List<String> lines) {
    Optional<String> seasonal = seasonal(lines);
    if (seasonal.isPresent()) {
      return seasonal.orElseThrow();
    }
    @Nullable String result = null;
    for (int i = lines.size() - 1; i >= 0; i--) {
      String line = lines.get(i);
      int at = lastBlank(MARKS.matcher(line).replaceAll(""));
      if (at < 0) {
        throw notUnderstood(line);
      }
      String words = tidy(line.substring(0, at));
      String rate = rate(plain(line.substring(at)));
      boolean rest =
          i == lines.size() - 1
              && i > 0
              && (words.equals(OTHER)
                  || (words.equals(OUTSIDE_QUOTA)
                      && tidy(lines.get(i - 1)).startsWith(WITHIN_QUOTA)));
      result = rest ? rate : when(words, rate, result);
    }
    return result == null ? "" : result;
  }

  /** A rate of a season of the year, with the rate of other days where there is one. */
  private static Optional<String> seasonal(List<String> lines) {
    int at = lastBlank(lines.get(0));
    Optional<String> days = at < 0 ? Optional.empty() : season(lines.get(0).substring(0, at));
    if (days.isEmpty() || lines.size() > 2) {
      return Optional.empty();
    }
    String rate = rate(plain(lines.get(0).substring(at))) + " (" + days.orElseThrow() + ")";
    int next = lines.size() == 2 ? lastBlank(lines.get(1)) : -1;
    if (lines.size() == 2 && (next < 0 || !tidy(lines.get(1).substring(0, next)).equals(OTHER))) {
      return Optional.empty();
    }
    return Optional.of(
        next < 0 ? rate : rate + "; otherwise " + rate(plain(lines.get(1).substring(next))));
  }

  /**
   * The days of a season that words name, {@code 1 JUN - 30 NOV}.
   *
   * @param words for example {@code 毎年6月1日から同年11月30日までに輸入されるもの}
   * @return the days, empty where the words name none
   */
  static Optional<String> season(String words) {
    Matcher season = SEASON.matcher(narrow(words));
    if (!season.find()) {
      return Optional.empty();
    }
    String last = season.group(4) == null ? lastDay(season.group(3)) : season.group(4);
    return Optional.of(
        season.group(2)
            + " "
            + month(season.group(1))
            + " - "
            + last
            + " "
            + month(season.group(3)));
  }

  private static String month(String number) {
    return Month.of(Integer.parseInt(number)).name().substring(0, 3);
  }

  private static String lastDay(String month) {
    return String.valueOf(Month.of(Integer.parseInt(month)).maxLength());
  }

  private static String when(String words, String rate, @Nullable String otherwise) {
    return "when(\"" + words + "\", " + rate + (otherwise == null ? "" : ", " + otherwise) + ")";
  }

  private static String tidy(String words) {
    return words.strip().replace('\u3000', ' ').replace("\"", "");
  }

  /** Full-width digits and signs in ASCII. */
  private static String narrow(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).replace('\u2212', '-');
  }

  private static String plain(String text) {
    return narrow(text).replaceAll("\\s+", "");
  }

  private static String bare(String text) {
    String marked = MARKS.matcher(text).replaceAll("");
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

  private static String rate(String text) {
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

  private static IllegalArgumentException notUnderstood(String text) {
    return new IllegalArgumentException(
        "'" + (text.length() > 60 ? text.substring(0, 60) + "…" : text) + "' is no rate");
  }
}
