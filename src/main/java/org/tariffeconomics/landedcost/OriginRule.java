package org.tariffeconomics.landedcost;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.joda.money.BigMoney;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.PlainNumber;
import org.tariffeconomics.basics.ProductScope;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.basics.Texts;
import org.tariffeconomics.landedcost.OriginInputs.Material;
import org.tariffeconomics.landedcost.OriginInputs.Status;

/**
 * A rule of origin of a trade agreement, asked about a good and its materials: a change of the
 * tariff classification, a regional value content, goods wholly obtained, alternatives and
 * combinations of these, or a process, which a bill of materials cannot tell.
 *
 * <pre>{@code
 * OriginRule.anyOf(
 *     OriginRule.changeOf(Level.HEADING, "8407, 8408", "10%"),
 *     OriginRule.valueContent(Method.NET_COST, "75%"))
 *   .on(inputs)
 * }</pre>
 *
 * <p>A material of unknown status may originate or not: the answer is definite only where both come
 * to the same.
 *
 * @since 0.1.0
 */
public final class OriginRule {

  private final Test test;
  private final String text;

  /** On which digits a classification must change. */
  public enum Level {
    /** The first two digits. */
    CHAPTER(2),
    /** The first four digits. */
    HEADING(4),
    /** The first six digits. */
    SUBHEADING(6);

    private final int digits;

    Level(int digits) {
      this.digits = digits;
    }

    /** The level in words, {@code heading}. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** How a regional value content is computed. */
  public enum Method {
    /** Transaction value: {@code (value − non-originating materials) / value}. */
    TRANSACTION_VALUE,
    /** Build-up: {@code originating materials / value}. */
    BUILD_UP,
    /** Net cost: {@code (net cost − non-originating materials) / net cost}. */
    NET_COST
  }

  /** Whether a rule is met. */
  public enum Outcome {
    /** The good originates by this rule. */
    MET,
    /** It does not. */
    NOT_MET,
    /** It depends on what is not stated. */
    UNDETERMINED
  }

  /**
   * The answer of a rule.
   *
   * @param outcome whether it is met
   * @param explanation what was found, for each part of the rule; where it is not met, what is
   *     missing
   * @param missing where it is not met, the least value of materials that do not originate which
   *     would have to originate: the margin that is missing; empty where more than one part of a
   *     rule is not met, or it depends on what is not stated
   */
  public record Answer(Outcome outcome, List<String> explanation, Optional<BigMoney> missing) {

    /**
     * Creates an answer.
     *
     * @param outcome whether it is met
     * @param explanation what was found
     * @param missing the value of materials that would have to originate
     */
    public Answer {
      Objects.requireNonNull(missing, "missing");
      Objects.requireNonNull(explanation, "explanation");
      Objects.requireNonNull(outcome, "outcome");
      explanation = List.copyOf(explanation);
      missing = missing.map(PlainNumber::plain);
    }

    private static Answer of(Outcome outcome, String explanation) {
      return new Answer(outcome, List.of(explanation), Optional.empty());
    }

    private Answer withoutMargin() {
      return new Answer(outcome, explanation, Optional.empty());
    }

    private static Answer notMet(BigMoney missing, String explanation) {
      return new Answer(Outcome.NOT_MET, List.of(explanation), Optional.of(missing));
    }

    /** The outcome and what was found. */
    @Override
    public String toString() {
      return outcome.name().toLowerCase(Locale.ROOT).replace('_', ' ')
          + ": "
          + String.join("; ", explanation);
    }
  }

  /** A test of a good whose materials all have a known status. */
  private interface Test {
    Answer on(OriginInputs inputs);
  }

  private OriginRule(Test test, String text) {
    this.test = test;
    this.text = text;
  }

  /** {@return that every material originates: the good is wholly obtained or made of such goods} */
  public static OriginRule whollyObtained() {
    return new OriginRule(
        inputs -> {
          List<Material> foreign = inputs.nonOriginating();
          return foreign.isEmpty()
              ? Answer.of(Outcome.MET, "every material originates")
              : Answer.notMet(
                  inputs.worth(foreign),
                  names(foreign) + " of " + inputs.worth(foreign) + " do not originate");
        },
        "wholly obtained");
  }

  /**
   * That every material that does not originate is classified elsewhere than the good.
   *
   * @param level on which digits
   * @return the rule, without exceptions and without tolerance
   */
  public static OriginRule changeOf(Level level) {
    Objects.requireNonNull(level, "level");
    return changeOf(level, "", "0%");
  }

  /**
   * That every material that does not originate is classified elsewhere than the good.
   *
   * @param level on which digits
   * @param exceptions codes from which a change does not count, e.g. {@code 8407, 8408}; may be
   *     blank
   * @param tolerance how much of the value of the good may be materials that do not change, e.g.
   *     {@code 10%}
   * @return the rule
   * @throws IllegalArgumentException when a text cannot be read or the tolerance is not within 0
   *     and 100 %
   */
  public static OriginRule changeOf(Level level, String exceptions, String tolerance) {
    Objects.requireNonNull(tolerance, "tolerance");
    Objects.requireNonNull(level, "level");
    List<HsCode> except =
        Objects.requireNonNull(exceptions, "exceptions").isBlank()
            ? List.of()
            : ProductScope.parse(exceptions).included();
    Rate most = share("tolerance", tolerance);
    return new OriginRule(
        inputs -> change(inputs, level, except, most),
        "change of "
            + level
            + (except.isEmpty() ? "" : " except from " + exceptions)
            + (most.isZero() ? "" : ", tolerance " + most));
  }

  private static Rate share(String name, String text) {
    Rate share = Rate.parse(Objects.requireNonNull(text, name));
    if (share.compareTo(Rate.ZERO) < 0 || share.compareTo(Rate.percent(100)) > 0) {
      throw new IllegalArgumentException(name + " must be within 0% and 100%, but was " + share);
    }
    return share;
  }

  private static Answer change(
      OriginInputs inputs, Level level, List<HsCode> except, Rate tolerance) {
    List<Material> failing = new ArrayList<>();
    List<Material> unclear = new ArrayList<>();
    for (Material each : inputs.nonOriginating()) {
      switch (changes(each.code(), inputs.product(), level, except)) {
        case MET -> {}
        case NOT_MET -> failing.add(each);
        case UNDETERMINED -> unclear.add(each);
      }
    }
    List<Material> both = new ArrayList<>(failing);
    both.addAll(unclear);
    if (isWithin(inputs, both, tolerance)) {
      return Answer.of(
          Outcome.MET,
          both.isEmpty()
              ? "every material that does not originate changes its " + level
              : names(both) + " of " + inputs.worth(both) + " are within the tolerance");
    }
    if (!isWithin(inputs, failing, tolerance)) {
      BigMoney most = inputs.value().multipliedBy(tolerance.fraction());
      BigMoney tooMuch = inputs.worth(failing).minus(most);
      Answer answer =
          Answer.notMet(
              tooMuch,
              names(failing)
                  + " of "
                  + inputs.worth(failing)
                  + " do not change their "
                  + level
                  + ", "
                  + CostAmounts.text(tooMuch)
                  + " too much");
      return unclear.isEmpty() ? answer : answer.withoutMargin();
    }
    return Answer.of(
        Outcome.UNDETERMINED,
        "state the codes of " + names(unclear) + " to " + level.digits + " digits and more");
  }

  private static boolean isWithin(OriginInputs inputs, List<Material> some, Rate tolerance) {
    BigMoney most = inputs.value().multipliedBy(tolerance.fraction());
    return some.isEmpty() || !inputs.worth(some).isGreaterThan(most);
  }

  private static Outcome changes(HsCode from, HsCode to, Level level, List<HsCode> except) {
    if (except.stream().anyMatch(e -> e.covers(from))) {
      return Outcome.NOT_MET;
    }
    boolean mayBeExcepted = except.stream().anyMatch(from::covers);
    HsCode there = to.upTo(level.digits);
    HsCode here = from.upTo(level.digits);
    if (there.digits().length() < level.digits || here.digits().length() < level.digits) {
      boolean mayBeSame = here.covers(there) || there.covers(here);
      return mayBeSame || mayBeExcepted ? Outcome.UNDETERMINED : Outcome.MET;
    }
    if (here.equals(there)) {
      return Outcome.NOT_MET;
    }
    return mayBeExcepted ? Outcome.UNDETERMINED : Outcome.MET;
  }

  /**
   * That enough of the value is of the region.
   *
   * @param method how the share is computed
   * @param least the least share, e.g. {@code 75%}
   * @return the rule
   * @throws IllegalArgumentException when the share cannot be read or is not within 0 and 100 %
   */
  public static OriginRule valueContent(Method method, String least) {
    Objects.requireNonNull(least, "least");
    Objects.requireNonNull(method, "method");
    Rate threshold = share("least", least);
    return new OriginRule(
        inputs -> content(inputs, method, threshold),
        "regional value content of " + threshold + " by " + words(method));
  }

  private static String words(Method method) {
    return method.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static Answer content(OriginInputs inputs, Method method, Rate threshold) {
    if (method == Method.NET_COST && inputs.netCost().isEmpty()) {
      return Answer.of(Outcome.UNDETERMINED, "state the net cost with OriginInputs.withNetCost");
    }
    BigMoney whole = method == Method.NET_COST ? inputs.netCost().orElseThrow() : inputs.value();
    BigMoney foreign = inputs.worth(inputs.nonOriginating());
    BigMoney regional =
        method == Method.BUILD_UP
            ? inputs.worth(
                inputs.materials().stream().filter(m -> m.status() == Status.ORIGINATING).toList())
            : whole.minus(foreign);
    BigDecimal share = regional.getAmount().divide(whole.getAmount(), CostAmounts.PRECISION);
    BigMoney needed = whole.multipliedBy(threshold.fraction());
    String found = "regional value content " + percent(share) + " by " + words(method);
    if (!regional.isLessThan(needed)) {
      return Answer.of(Outcome.MET, found + ", at least " + threshold);
    }
    return Answer.notMet(
        needed.minus(regional),
        found
            + ", "
            + percent(threshold.fraction().subtract(share)).replace("%", " pp")
            + " or "
            + CostAmounts.text(needed.minus(regional))
            + " short of "
            + threshold);
  }

  private static String percent(BigDecimal fraction) {
    return fraction.movePointRight(2).setScale(2, RoundingMode.HALF_UP).toPlainString() + "%";
  }

  /**
   * That a process takes place, which a bill of materials cannot tell.
   *
   * @param what the process in words
   * @return the rule, undetermined for every good
   */
  public static OriginRule processing(String what) {
    Objects.requireNonNull(what, "what");
    CostAmounts.requireName("A process", what);
    return new OriginRule(
        inputs -> Answer.of(Outcome.UNDETERMINED, "a process decides: " + what),
        "process: " + what);
  }

  /**
   * That one of several rules is met.
   *
   * @param rules the rules
   * @return the rule
   * @throws IllegalArgumentException when there are none
   */
  public static OriginRule anyOf(OriginRule... rules) {
    Objects.requireNonNull(rules, "rules");
    return combined(Outcome.MET, " or ", rules);
  }

  /**
   * That all of several rules are met.
   *
   * @param rules the rules
   * @return the rule
   * @throws IllegalArgumentException when there are none
   */
  public static OriginRule allOf(OriginRule... rules) {
    Objects.requireNonNull(rules, "rules");
    return combined(Outcome.NOT_MET, " and ", rules);
  }

  /** One answer decides; else what is undetermined; else the other answer. */
  private static OriginRule combined(Outcome deciding, String word, OriginRule... rules) {
    List<OriginRule> all = List.copyOf(Arrays.asList(rules));
    if (all.isEmpty()) {
      throw new IllegalArgumentException("rules must not be empty");
    }
    return new OriginRule(
        inputs -> combine(deciding, all, inputs),
        "(" + String.join(word, all.stream().map(OriginRule::toString).toList()) + ")");
  }

  private static Answer combine(Outcome deciding, List<OriginRule> rules, OriginInputs inputs) {
    List<Answer> answers = rules.stream().map(each -> each.test.on(inputs)).toList();
    List<Answer> decisive = answers.stream().filter(a -> a.outcome() == deciding).toList();
    if (deciding == Outcome.MET && !decisive.isEmpty()) {
      return decisive.get(0);
    }
    if (!decisive.isEmpty()) {
      return new Answer(
          Outcome.NOT_MET,
          explained(decisive),
          decisive.size() == 1 ? decisive.get(0).missing() : Optional.empty());
    }
    if (answers.stream().anyMatch(a -> a.outcome() == Outcome.UNDETERMINED)) {
      return new Answer(Outcome.UNDETERMINED, explained(answers), Optional.empty());
    }
    return deciding == Outcome.MET
        ? new Answer(Outcome.NOT_MET, explained(answers), least(answers))
        : new Answer(Outcome.MET, explained(answers), Optional.empty());
  }

  private static List<String> explained(List<Answer> answers) {
    return answers.stream().flatMap(a -> a.explanation().stream()).toList();
  }

  /** The least of the margins of alternatives, of which each must have one. */
  private static Optional<BigMoney> least(List<Answer> answers) {
    return answers.stream().allMatch(a -> a.missing().isPresent())
        ? answers.stream().map(a -> a.missing().orElseThrow()).min(Comparator.naturalOrder())
        : Optional.empty();
  }

  /**
   * Whether a good originates by this rule.
   *
   * @param inputs the good and its materials
   * @return the answer, with what is missing where it does not
   */
  public Answer on(OriginInputs inputs) {
    Objects.requireNonNull(inputs, "inputs");
    Answer worst = test.on(inputs.taking(Status.NOT_ORIGINATING));
    Answer best = test.on(inputs.taking(Status.ORIGINATING));
    if (worst.equals(best)) {
      return worst;
    }
    String unknown =
        names(inputs.materials().stream().filter(m -> m.status() == Status.UNKNOWN).toList());
    List<String> explanation = new ArrayList<>();
    if (worst.outcome() != best.outcome()) {
      explanation.add("state whether " + unknown + " originate");
    }
    explanation.add("without " + unknown + ": " + String.join("; ", worst.explanation()));
    explanation.add("with " + unknown + ": " + String.join("; ", best.explanation()));
    return new Answer(
        worst.outcome() == best.outcome() ? worst.outcome() : Outcome.UNDETERMINED,
        explanation,
        Optional.empty());
  }

  private static String names(List<Material> some) {
    return Texts.shortened(String.join(", ", some.stream().map(Material::name).toList()));
  }

  /** The rule in words. */
  @Override
  public String toString() {
    return text;
  }

  /** Two are equal when their texts are, which say all of a rule. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof OriginRule that && text.equals(that.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }
}
