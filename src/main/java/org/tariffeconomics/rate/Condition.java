package org.tariffeconomics.rate;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A condition of a measure on what is declared with the goods.
 *
 * <p>Forms: {@code claim=USMCA} (the preference is claimed and exists for the goods), {@code
 * content:US>=0.2} (a share of the value), and any other name compared with a value: {@code
 * age>=25}, {@code loaded<2025-08-07}, {@code approved US content=yes}, {@code quota:UK autos=in},
 * {@code unit value:beef<0.65}, {@code additional code=C490}. Without one of the last three the
 * duty is undetermined. Operators: {@code = != >= > <= <}. Numbers compare as numbers, everything
 * else as text (ISO days order as text).
 *
 * @param subject what is asked: {@code claim}, {@code content:NAME}, or a fact's name
 * @param operator how it is compared
 * @param value what it is compared with
 */
public record Condition(String subject, Operator operator, String value) {

  private static final Pattern FORM = Pattern.compile("([^=!<>]+?)\\s*(!=|>=|<=|=|>|<)\\s*(.+)");
  private static final String CLAIM = "claim";
  private static final String CONTENT = "content:";
  private static final String QUOTA = "quota:";

  /** The price of the goods by which a safeguard of tiers is chosen. */
  public static final String UNIT_VALUE = "unit value:";

  /** The code by which the duty of a producer is chosen. */
  private static final String CODE = "additional code";

  /** A comparison. */
  public enum Operator {
    /** The same. */
    EQUAL("="),
    /** Another. */
    NOT_EQUAL("!="),
    /** Not less. */
    AT_LEAST(">="),
    /** More. */
    MORE(">"),
    /** Not more. */
    AT_MOST("<="),
    /** Less. */
    LESS("<");

    private final String sign;

    Operator(String sign) {
      this.sign = sign;
    }

    private boolean holds(int comparison) {
      return switch (this) {
        case EQUAL -> comparison == 0;
        case NOT_EQUAL -> comparison != 0;
        case AT_LEAST -> comparison >= 0;
        case MORE -> comparison > 0;
        case AT_MOST -> comparison <= 0;
        case LESS -> comparison < 0;
      };
    }
  }

  /** What a declaration says about a condition. */
  public enum Truth {
    MET,
    NOT_MET,
    /** Not declared: a relief is not granted. */
    UNDECLARED,
    /** Not declared, and the duty cannot be told without it. */
    UNDETERMINED
  }

  /**
   * Creates a condition.
   *
   * @param subject what is asked
   * @param operator how it is compared
   * @param value what it is compared with
   * @throws IllegalArgumentException when a content is compared with anything but a number
   */
  public Condition {
    subject = subject.strip();
    value = value.strip();
    if (subject.startsWith(CONTENT) && number(value).isEmpty()) {
      throw new IllegalArgumentException(
          "A content must be compared with a fraction, as in 'content:US>=0.2', but was "
              + subject
              + operator.sign
              + value);
    }
  }

  /**
   * Reads a condition.
   *
   * @param text for example {@code claim=USMCA}
   * @return the condition
   * @throws IllegalArgumentException when it has no operator, or compares a content with no number
   */
  public static Condition parse(String text) {
    Matcher form = FORM.matcher(text.strip());
    if (!form.matches()) {
      throw new IllegalArgumentException(
          "A condition must compare a fact, as in 'claim=USMCA', but was '" + text + "'");
    }
    for (Operator operator : Operator.values()) {
      if (operator.sign.equals(form.group(2))) {
        return new Condition(form.group(1), operator, form.group(3));
      }
    }
    throw new IllegalArgumentException("Unknown operator in '" + text + "'");
  }

  /** Whether the condition is about claiming a preference. */
  public boolean isClaim() {
    return subject.equals(CLAIM);
  }

  public Truth test(DeclaredFacts facts) {
    if (isClaim()) {
      return truth(operator.holds(facts.claims(value) ? 0 : 1));
    }
    if (subject.startsWith(CONTENT)) {
      return facts
          .content(subject.substring(CONTENT.length()))
          .map(share -> truth(operator.holds(share.compareTo(new BigDecimal(value)))))
          .orElse(Truth.UNDECLARED);
    }
    boolean decides =
        subject.startsWith(QUOTA) || subject.startsWith(UNIT_VALUE) || subject.equals(CODE);
    Truth undeclared = decides ? Truth.UNDETERMINED : Truth.UNDECLARED;
    return facts.fact(subject).map(v -> truth(operator.holds(compare(v)))).orElse(undeclared);
  }

  private static Truth truth(boolean holds) {
    return holds ? Truth.MET : Truth.NOT_MET;
  }

  private int compare(String declared) {
    Optional<BigDecimal> left = number(declared);
    Optional<BigDecimal> right = number(value);
    return left.isPresent() && right.isPresent()
        ? left.get().compareTo(right.get())
        : declared.compareTo(value);
  }

  private static Optional<BigDecimal> number(String text) {
    try {
      return Optional.of(new BigDecimal(text));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** The text form that {@link #parse} reads back. */
  @Override
  public String toString() {
    return subject + operator.sign + value;
  }
}
