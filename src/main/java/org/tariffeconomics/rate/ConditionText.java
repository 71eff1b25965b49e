package org.tariffeconomics.rate;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.DayText;
import org.tariffeconomics.basics.PlainNumber;
import org.tariffeconomics.basics.Texts;
import org.tariffeconomics.rate.Condition.Operator;

/** Reads conditions, and tells which of them cannot hold together. */
final class ConditionText {

  private static final String SIGNS = "=!<>";

  private static final Pattern YEAR_FIRST = Pattern.compile("[0-9]{4}");
  private static final int ISO_DAY = "yyyy-mm-dd".length();

  private ConditionText() {}

  static Condition parse(String text) {
    Texts.readable("A condition", text);
    int at = QuotedText.indexOf(text, SIGNS, 0);
    Operator operator = at < 0 ? null : operatorAt(text, at);
    if (operator == null) {
      throw notAComparison(text);
    }
    String subject = QuotedText.unquoted(text.substring(0, at));
    String value = QuotedText.unquoted(text.substring(at + operator.sign().length()));
    if (subject.isEmpty() || value.isEmpty()) {
      throw notAComparison(text);
    }
    return of(subject, operator, value);
  }

  private static IllegalArgumentException notAComparison(String text) {
    return new IllegalArgumentException(
        "A condition must compare a fact, as in 'claim=USMCA', but was " + Texts.quoted(text));
  }

  /** The longest sign that stands at a place. */
  private static @Nullable Operator operatorAt(String text, int at) {
    Operator found = null;
    for (Operator each : Operator.values()) {
      boolean longer = found == null || each.sign().length() > found.sign().length();
      if (longer && text.startsWith(each.sign(), at)) {
        found = each;
      }
    }
    return found;
  }

  private static Condition of(String subject, Operator operator, String value) {
    if (subject.equals(Condition.CLAIM)) {
      return new Condition.Claim(operator, value);
    }
    if (subject.equals(Condition.ADDITIONAL_CODE)) {
      return new Condition.Code(operator, value);
    }
    if (subject.equals(ConditionLadder.CERTIFICATES)) {
      return Condition.Document.parse(operator, value);
    }
    if (subject.startsWith(Condition.CONTENT)) {
      String content = subject.substring(Condition.CONTENT.length());
      return new Condition.Content(content, operator, share(subject, operator, value));
    }
    if (subject.startsWith(Condition.QUOTA)) {
      String quota = subject.substring(Condition.QUOTA.length());
      return new Condition.Quota(quota, operator, isIn(subject, operator, value));
    }
    return ofFact(subject, operator, value);
  }

  private static BigDecimal share(String subject, Operator operator, String value) {
    return PlainNumber.read(value)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "A content must be compared with a fraction, as in 'content:US>=0.2', but was "
                        + Texts.quoted(subject + operator.sign() + value)));
  }

  private static boolean isIn(String subject, Operator operator, String value) {
    return switch (value.toLowerCase(Locale.ROOT)) {
      case "in" -> true;
      case "out" -> false;
      default ->
          throw new IllegalArgumentException(
              "A quota must be compared with 'in' or 'out', but was "
                  + Texts.quoted(subject + operator.sign() + value));
    };
  }

  private static Condition ofFact(String name, Operator operator, String value) {
    if (GoodsFacts.isBeforeEntry(name)) {
      return new Condition.Day(name, operator, DayText.parse(name, value));
    }
    Optional<BigDecimal> number = PlainNumber.read(value);
    if (number.isPresent()) {
      return new Condition.Numeric(name, operator, number.get());
    }
    Optional<LocalDate> day = day(value);
    if (day.isPresent()) {
      return new Condition.Day(name, operator, day.get());
    }
    return country(value)
        .<Condition>map(country -> new Condition.Origin(name, operator, country))
        .orElseGet(() -> new Condition.Word(name, operator, value));
  }

  /** What reads as a number, a day or a country is compared as one, and written no differently. */
  static void requireWord(String name, String word) {
    if (PlainNumber.read(word).isPresent() || day(word).isPresent() || country(word).isPresent()) {
      throw new IllegalArgumentException(
          "'"
              + Texts.shortened(name)
              + "' is compared with a number, a day or a country, not with the word "
              + Texts.quoted(word)
              + ": use Condition.parse");
    }
  }

  /**
   * A text that is a day: one that begins with the year only where it is ISO 8601, since codes of
   * goods have dots too.
   *
   * @throws IllegalArgumentException when it can be two days, or is none of the calendar
   */
  private static Optional<LocalDate> day(String text) {
    if (text.length() >= ISO_DAY && text.charAt(text.length() - "-dd".length()) == '-') {
      try {
        return Optional.of(LocalDate.parse(text));
      } catch (DateTimeParseException e) {
        // no day of ISO 8601: it may be one as people write it
      }
    }
    return YEAR_FIRST.matcher(text).lookingAt()
        ? Optional.empty()
        : DayText.find("The day of a condition", text);
  }

  /** A country is written by its two capital letters, so that no word is taken for one. */
  private static Optional<Country> country(String text) {
    boolean twoCapitals = text.length() == 2 && text.chars().allMatch(c -> c >= 'A' && c <= 'Z');
    return twoCapitals
        ? Country.all().stream().filter(c -> c.alpha2().equals(text)).findFirst()
        : Optional.empty();
  }

  /** Whether no value meets both of two conditions about the same thing. */
  static boolean areDisjoint(Condition one, Condition other) {
    if (one instanceof Condition.Claim a && other instanceof Condition.Claim b) {
      return a.operator() != b.operator()
          && (a.programme().equals(b.programme()) || isNone(a) || isNone(b));
    }
    if (one instanceof Condition.Document a && other instanceof Condition.Document b) {
      return a.isDisjointFrom(b);
    }
    if (one instanceof Condition.Quota a && other instanceof Condition.Quota b) {
      return insideOnly(a) != insideOnly(b);
    }
    if (one instanceof Condition.Content a && other instanceof Condition.Content b) {
      return areDisjoint(a.operator(), a.share().compareTo(b.share()), b.operator());
    }
    if (one instanceof Condition.Numeric a && other instanceof Condition.Numeric b) {
      return areDisjoint(a.operator(), a.number().compareTo(b.number()), b.operator());
    }
    if (one instanceof Condition.Day a && other instanceof Condition.Day b) {
      return areDisjoint(a.operator(), a.day().compareTo(b.day()), b.operator());
    }
    return one.getClass() == other.getClass()
        && areDisjoint(one.operator(), one.value().compareTo(other.value()), other.operator());
  }

  /** Whether nothing may be claimed at all. */
  private static boolean isNone(Condition.Claim claim) {
    return claim.isAny() && claim.operator() == Operator.NOT_EQUAL;
  }

  private static boolean insideOnly(Condition.Quota quota) {
    return quota.in() == (quota.operator() == Operator.EQUAL);
  }

  /**
   * Whether “x one a” and “x other b” have no x in common, of which a is less than, equal to or
   * more than b.
   */
  private static boolean areDisjoint(Operator one, int comparison, Operator other) {
    if (comparison > 0) {
      return areDisjoint(other, -comparison, one);
    }
    boolean same = comparison == 0;
    return switch (one) {
      case EQUAL -> !other.holds(comparison);
      case NOT_EQUAL -> same && other == Operator.EQUAL;
      case AT_LEAST -> same && other == Operator.LESS;
      case MORE ->
          same && (other == Operator.LESS || other == Operator.AT_MOST || other == Operator.EQUAL);
      case AT_MOST ->
          same
              ? other == Operator.MORE
              : other == Operator.EQUAL || other == Operator.AT_LEAST || other == Operator.MORE;
      case LESS -> other == Operator.EQUAL || other == Operator.AT_LEAST || other == Operator.MORE;
    };
  }
}
