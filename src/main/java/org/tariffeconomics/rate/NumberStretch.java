package org.tariffeconomics.rate;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.PlainNumber;

/**
 * Numbers between two limits, as the alternatives of an open fact are worded: {@code below 0.3},
 * {@code from 0.3 to below 0.5}, {@code above 3 up to 7}, {@code 25 or more}. What is declared so
 * meets a condition where all of the numbers do.
 *
 * @param from the lower limit, null for none
 * @param with whether it is among the numbers; without a lower limit, whether they are above all
 * @param to the upper limit, null for none
 * @param withEnd whether it is among the numbers
 */
record NumberStretch(
    @Nullable BigDecimal from, boolean with, @Nullable BigDecimal to, boolean withEnd) {

  /** More than any number that is compared with. */
  static final String ABOVE_ALL = "above all tiers";

  /** All of what a share can be of. */
  static final NumberStretch WHOLE = between(BigDecimal.ONE, BigDecimal.ONE);

  private static final NumberStretch NO_LIMIT_REACHES = new NumberStretch(null, true, null, true);

  private static final String NUMBER = "([0-9.,+-]{1,40})";

  private static final Pattern OR_MORE = Pattern.compile(NUMBER + " or more");

  private static final Pattern BETWEEN =
      Pattern.compile(
          "(?:(?<with>from)|(?<above>above)) (?<from>[0-9.,+-]{1,40})"
              + "(?: (?:(?<below>to below)|up to) (?<to>[0-9.,+-]{1,40}))?");

  private static final Pattern UNDER =
      Pattern.compile("(?:(?<below>below)|up to) (?<to>[0-9.,+-]{1,40})");

  /** Both limits are among the numbers. */
  static NumberStretch between(BigDecimal least, BigDecimal most) {
    return new NumberStretch(least, true, most, true);
  }

  /** What is declared, as a number or as numbers between limits. */
  static Optional<NumberStretch> ofNumberOrWords(String text) {
    return PlainNumber.read(text).map(one -> between(one, one)).or(() -> read(text));
  }

  /** The least of a share that lies between the limits, where none is told closer than so. */
  BigDecimal least() {
    BigDecimal limit = from == null ? BigDecimal.ZERO : from;
    return from == null || with ? limit : limit.add(FactStretches.NEXT);
  }

  /** The most of a share that lies between the limits. */
  BigDecimal most() {
    BigDecimal limit = to == null ? BigDecimal.ONE : to;
    return to == null || withEnd ? limit : limit.subtract(FactStretches.NEXT);
  }

  /** What is declared, where it is worded so. */
  static Optional<NumberStretch> read(String text) {
    String words = text.strip();
    if (words.equals(ABOVE_ALL)) {
      return Optional.of(NO_LIMIT_REACHES);
    }
    Matcher orMore = OR_MORE.matcher(words);
    if (orMore.matches()) {
      return of(orMore.group(1), true, null, false);
    }
    Matcher between = BETWEEN.matcher(words);
    if (between.matches()) {
      return of(
          between.group("from"),
          between.group("with") != null,
          between.group("to"),
          between.group("below") == null);
    }
    Matcher under = UNDER.matcher(words);
    return under.matches()
        ? of(null, false, under.group("to"), under.group("below") == null)
        : Optional.empty();
  }

  private static Optional<NumberStretch> of(
      @Nullable String from, boolean with, @Nullable String to, boolean withEnd) {
    Optional<BigDecimal> lower = Optional.ofNullable(from).flatMap(PlainNumber::read);
    Optional<BigDecimal> upper = Optional.ofNullable(to).flatMap(PlainNumber::read);
    boolean read = (from == null || lower.isPresent()) && (to == null || upper.isPresent());
    NumberStretch all = new NumberStretch(lower.orElse(null), with, upper.orElse(null), withEnd);
    return read && !all.isEmpty() ? Optional.of(all) : Optional.empty();
  }

  private boolean isEmpty() {
    int order = from == null || to == null ? -1 : from.compareTo(to);
    return order > 0 || (order == 0 && !(with && withEnd));
  }

  boolean holds(BigDecimal number) {
    return number.compareTo(least()) >= 0 && number.compareTo(most()) <= 0;
  }

  /** How the least of the numbers compares with another one: of none it is always less. */
  private int least(BigDecimal number) {
    if (from == null) {
      return with ? 1 : -1;
    }
    int order = from.compareTo(number);
    return order != 0 ? order : with ? 0 : 1;
  }

  private int most(BigDecimal number) {
    int order = to == null ? 1 : to.compareTo(number);
    return order != 0 ? order : withEnd ? 0 : -1;
  }

  /**
   * Whether all numbers compare so with another one.
   *
   * @return true where all do, false where none does, empty where it depends on the number
   */
  Optional<Boolean> holds(Condition.Operator operator, BigDecimal number) {
    int least = least(number);
    int most = most(number);
    if (operator == Condition.Operator.EQUAL || operator == Condition.Operator.NOT_EQUAL) {
      boolean apart = least > 0 || most < 0;
      boolean same = least == 0 && most == 0;
      return apart || same ? Optional.of(operator.holds(same ? 0 : 1)) : Optional.empty();
    }
    boolean atLeast = operator.holds(least);
    return atLeast == operator.holds(most) ? Optional.of(atLeast) : Optional.empty();
  }
}
