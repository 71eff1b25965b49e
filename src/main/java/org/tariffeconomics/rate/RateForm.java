package org.tariffeconomics.rate;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** How the parts of a rate are written so that they are read back as they were. */
final class RateForm {

  private static final Pattern NEEDS_QUOTES =
      Pattern.compile(
          ".*[+,;()\"].*| .*|.* |.* - .*|- .*|.*\\b(?:plus|minus|but|whichever|MIN|MAX)\\b.*");

  private RateForm() {}

  /** A rate as one term among others. */
  static String term(DutyRate rate) {
    boolean several = rate instanceof DutyRate.Sum || rate instanceof DifferenceRate;
    return several ? "(" + rate + ")" : listed(rate);
  }

  /** A rate between commas or semicolons. */
  static String listed(DutyRate rate) {
    boolean whole = rate instanceof SeasonalRate || rate instanceof ConditionLadder;
    return whole ? "(" + rate + ")" : rate.toString();
  }

  static String joined(String sign, List<DutyRate> terms) {
    return terms.stream().map(RateForm::term).collect(Collectors.joining(sign));
  }

  static String list(String name, List<DutyRate> rates) {
    return rates.stream().map(RateForm::listed).collect(Collectors.joining(", ", name + "(", ")"));
  }

  /** A number without needless zeros and without an exponent. */
  static BigDecimal plain(BigDecimal value) {
    BigDecimal stripped = value.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }

  /** Words as they can stand within a rate: in quotes where a sign in them would end them. */
  static String quotedIfNeeded(String words) {
    return NEEDS_QUOTES.matcher(words).matches() ? quoted(words) : words;
  }

  static String quoted(String words) {
    return '"' + words.replace("\"", "\"\"") + '"';
  }
}
