package org.tariffeconomics.rate;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.tariffeconomics.basics.Quantity;

/** How the parts of a rate are written so that they are read back as they were. */
final class RateForm {

  /** Signs and words that would end a name within a rate, or be taken for something else. */
  private static final Pattern NEEDS_QUOTES =
      Pattern.compile(
          "[+,;()\"]|^[^A-Za-z0-9.]|[^A-Za-z0-9%]$| - "
              + "|(?<![A-Za-z0-9_])(?:plus|minus|but|whichever|MIN|MAX)(?![A-Za-z0-9_])");

  /** What would end the words of a unit. */
  private static final Pattern ENDS_UNIT =
      Pattern.compile(" (?:plus|minus|but|or|nor|less|per|for each|MIN|MAX)(?= |$)| -");

  private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Cntrl}\\u00a0\\u2007\\u202f]++");

  private RateForm() {}

  /** Whether more than so many rates stand within one another; looks no deeper than that. */
  static boolean isDeeper(DutyRate rate, int levels) {
    for (DutyRate part : rate.parts()) {
      if (levels <= 1 || isDeeper(part, levels - 1)) {
        return true;
      }
    }
    return false;
  }

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

  /** Words as they can stand within a rate: in quotes where a sign in them would end them. */
  static String quotedIfNeeded(String words) {
    return words.isEmpty() || NEEDS_QUOTES.matcher(words).find() ? QuotedText.quoted(words) : words;
  }

  /** Words with single blanks and without control characters, as a text gives them back. */
  static String tidy(String words) {
    return BLANKS.matcher(words).replaceAll(" ").strip();
  }

  /** A quantity that money is charged on: {@code kg}, {@code 100 kg}. */
  static String per(Quantity per) {
    String unit = per.unit().code();
    String name = ENDS_UNIT.matcher(unit).find() ? QuotedText.quoted(unit) : unit;
    return per.amount().compareTo(BigDecimal.ONE) == 0
        ? name
        : per.amount().toPlainString() + " " + name;
  }
}
