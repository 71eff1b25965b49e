package org.tariffeconomics.rate;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import java.util.function.BinaryOperator;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.tariffeconomics.basics.PlainNumber;
import org.tariffeconomics.basics.Quantity;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.basics.Texts;

/**
 * A duty rate as the law writes it, as a tree.
 *
 * <p>A text has at most {@value Texts#LONGEST} characters and {@value Texts#DEEPEST} rates within
 * rates; a number in it at most {@value org.tariffeconomics.basics.PlainNumber#MOST_DIGITS} digits.
 * A comma separates thousands, but is refused in a percentage, where it is a decimal sign
 * elsewhere. Where a sign stands for a currency, $ and ¢ are US dollars, € euros, £ pounds and ¥
 * yen.
 *
 * <p>{@link #parse(String)} reads the canonical text form, which {@code toString()} writes, and the
 * forms of US, EU and UK schedules: {@code 4.4¢/kg + 5%}, {@code 3.7¢/kg on drained weight}, {@code
 * 33 1/3%}, {@code 5% but not less than 4.74¢/kg}, {@code 12.8 % + 176.8 EUR DTN}, {@code 10.4 %
 * MIN 1.3 EUR DTN G}. Text that it does not understand becomes an {@link Unsupported} rate, whose
 * duty is undetermined and never zero. Sums bind tighter than {@code MIN} (the greater of both) and
 * {@code MAX} (the lesser), which are applied from left to right. The special column of the US
 * schedule is read by {@link SpecialRate#parse}.
 *
 * <table>
 * <caption>Canonical forms</caption>
 * <tr><th>form</th><th>duty on a value V</th></tr>
 * <tr><td>{@code Free}</td><td>nothing</td></tr>
 * <tr><td>{@code 2.5%}</td><td>0.025 · V</td></tr>
 * <tr><td>{@code 0.044 USD/kg}</td><td>0.044 a kilogram</td></tr>
 * <tr><td>{@code 0.02 USD/kg + 5%}</td><td>the sum</td></tr>
 * <tr><td>{@code max(a, b)}, {@code min(a, b)}</td><td>the greater, the lesser</td></tr>
 * <tr><td>{@code 50% of copper content}</td><td>0.5 · V · the content's share</td></tr>
 * <tr><td>{@code inclusive 15%}</td><td>max(0, 0.15 · V − base duty)</td></tr>
 * <tr><td>{@code 3% of fair retail value}</td><td>0.03 · that value, which is declared</td></tr>
 * <tr><td>{@code a less b per degree under 100}</td><td>a less b for each degree, for sugar</td></tr>
 * <tr><td>{@code a - b}</td><td>a less b, not below zero</td></tr>
 * <tr><td>{@code 4% (12 JAN - 13 MAR); otherwise 8%}</td><td>by the day of entry</td></tr>
 * <tr><td>{@code Cond: V 50 EUR/100 kg (01): 4%; …}</td><td>by a declared price</td></tr>
 * <tr><td>{@code when("under bond", Free)}</td><td>on a condition that is declared</td></tr>
 * <tr><td>{@code EA}, {@code ADSZ}, {@code ADFM}</td><td>by a table of Meursing codes</td></tr>
 * <tr><td>{@code see applicable subheading}</td><td>the base duty</td></tr>
 * <tr><td>{@code see the line above}</td><td>not known here: the text was blank</td></tr>
 * </table>
 *
 * @since 0.1.0
 */
public sealed interface DutyRate extends Serializable
    permits DutyRate.Free,
        DutyRate.AdValorem,
        DutyRate.Specific,
        DutyRate.Sum,
        DutyRate.GreaterOf,
        DutyRate.LesserOf,
        DutyRate.OnPortion,
        DutyRate.Inclusive,
        DutyRate.ByReference,
        DutyRate.Unsupported,
        OtherValueRate,
        PolarisedRate,
        DifferenceRate,
        SeasonalRate,
        ConditionalRate,
        ConditionLadder,
        AgriculturalComponent,
        FixedAmountRate,
        DeclaredAmountRate,
        UnitOfAccountRate,
        SupplementaryUnit {

  /** What the law calls the line's ordinary rate when it refers to it. */
  String APPLICABLE_SUBHEADING = "applicable subheading";

  /** Where the rate of a line without a text stands in a schedule. */
  String LINE_ABOVE = "the line above";

  /**
   * The duty at this rate.
   *
   * @param basis value, quantities and facts
   * @return the amount before rounding in the currency of the value, or why it is not known
   */
  DutyAmount on(DutyBasis basis);

  /**
   * The rates that this one is made of.
   *
   * @return the parts in the order of the text, empty for a rate that is not made of others
   */
  default List<DutyRate> parts() {
    return List.of();
  }

  /**
   * Reads a rate strictly; never throws and never answers zero for what it cannot read.
   *
   * @param text the rate as written in a schedule, or the canonical form
   * @return the rate, {@link Unsupported} with the reason where the text is not understood
   */
  static DutyRate parse(String text) {
    Objects.requireNonNull(text, "text");
    return DutyRateText.parse(text);
  }

  /**
   * Reads a rate of the schedule of a country strictly, as {@link #parse(String)} does, but with
   * the country's own signs of money: $ and ¢ are dollars and cents of a currency that its country
   * writes so (CAD, AUD, MXN …), ¥ is the yuan of CNY. For other currencies, and for what is
   * written with a code, nothing changes.
   *
   * @param text the rate as written in a schedule, or the canonical form
   * @param currency the currency of the country whose schedule it is
   * @return the rate, {@link Unsupported} with the reason where the text is not understood
   */
  static DutyRate parse(String text, CurrencyUnit currency) {
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(currency, "currency");
    return parse(HomeCurrency.written(text, currency));
  }

  /**
   * The rate that a programmer writes: as {@link #parse(String)}, but what is not understood, and a
   * blank, are refused at once.
   *
   * @param text the rate as written in a schedule, or the canonical form, for example {@code 2.5%},
   *     {@code 4.4¢/kg + 5%}, {@code JPY 341/kg}, {@code Free}
   * @return the rate, never {@link Unsupported}
   * @throws IllegalArgumentException when the text is blank or not understood, such as {@code 25}
   *     without its percent sign or {@code 2,5%} with a comma; the message says where and why
   */
  static DutyRate of(String text) {
    Objects.requireNonNull(text, "text");
    return DutyRateText.strict(text);
  }

  /**
   * Reads a rate and says what was put right; never throws and never answers zero for what it
   * cannot read. Where even a lenient reader fails, the answer is that of the strict one.
   *
   * @param text the rate as written in a schedule, or the canonical form
   * @param mode how much may be put right
   * @return the rate, {@link Unsupported} with the reason where the text is not understood, and the
   *     repairs
   */
  static RateReading read(String text, ReadingMode mode) {
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(mode, "mode");
    return DutyRateText.read(text, mode);
  }

  /**
   * An ad valorem rate.
   *
   * @param percent the rate in percent as text, {@code "2.5"}
   * @return the rate
   */
  static DutyRate percent(String percent) {
    Objects.requireNonNull(percent, "percent");
    return adValorem(Rate.percent(percent));
  }

  /**
   * An ad valorem rate.
   *
   * @param rate the rate
   * @return the rate, {@link Free} for 0 %
   */
  static DutyRate adValorem(Rate rate) {
    Objects.requireNonNull(rate, "rate");
    return rate.isZero() ? new Free() : new AdValorem(rate);
  }

  /**
   * An all-inclusive total of which the base duty is a part.
   *
   * @param percent the total in percent as text, {@code "15"}
   * @return the rate
   */
  static DutyRate inclusive(String percent) {
    Objects.requireNonNull(percent, "percent");
    return new Inclusive(adValorem(Rate.percent(percent)));
  }

  /** Free of duty. */
  record Free() implements DutyRate {

    @Override
    public DutyAmount on(DutyBasis basis) {
      Objects.requireNonNull(basis, "basis");
      return DutyAmount.of(BigMoney.zero(basis.value().getCurrencyUnit()));
    }

    @Override
    public String toString() {
      return "Free";
    }
  }

  /**
   * A share of the value.
   *
   * @param rate the rate, not negative
   * @serial exclude
   */
  record AdValorem(Rate rate) implements DutyRate {

    /**
     * Creates the rate.
     *
     * @param rate the rate, not negative
     * @throws IllegalArgumentException when it is negative
     */
    public AdValorem {
      Objects.requireNonNull(rate, "rate");
      if (rate.compareTo(Rate.ZERO) < 0) {
        throw new IllegalArgumentException("A duty rate must not be negative, but was " + rate);
      }
    }

    @Override
    public DutyAmount on(DutyBasis basis) {
      Objects.requireNonNull(basis, "basis");
      return DutyAmount.of(basis.value().multipliedBy(rate.fraction()));
    }

    @Override
    public String toString() {
      return rate.toString();
    }
  }

  /**
   * Money per quantity. Cents and dollars are one currency: 4.4¢/kg is USD 0.044.
   *
   * @param amount the money, not negative
   * @param per the quantity it is charged on, e.g. 100 kg, positive
   * @serial exclude
   */
  record Specific(BigMoney amount, Quantity per) implements DutyRate {

    /**
     * Creates the rate.
     *
     * @param amount the money, not negative
     * @param per the quantity it is charged on
     * @throws IllegalArgumentException when the money is negative or the quantity is zero
     */
    public Specific {
      Objects.requireNonNull(amount, "amount");
      Objects.requireNonNull(per, "per");
      if (amount.isNegative()) {
        throw new IllegalArgumentException("A specific duty must not be negative: " + amount);
      }
      if (per.amount().signum() <= 0) {
        throw new IllegalArgumentException("A specific duty must be per something, not " + per);
      }
      amount = BigMoney.of(amount.getCurrencyUnit(), PlainNumber.plain(amount.getAmount()));
    }

    @Override
    public DutyAmount on(DutyBasis basis) {
      Objects.requireNonNull(basis, "basis");
      return basis
          .multiplesOf(per)
          .map(times -> basis.inCurrencyOfValue(amount.multipliedBy(times)))
          .orElseGet(() -> DutyAmount.undetermined(basis.needsQuantity(per, toString())));
    }

    @Override
    public String toString() {
      return amount.getAmount().toPlainString()
          + " "
          + amount.getCurrencyUnit()
          + "/"
          + RateForm.per(per);
    }
  }

  /**
   * Several duties together.
   *
   * @param terms at least two rates
   * @serial exclude
   */
  record Sum(List<DutyRate> terms) implements DutyRate {

    /**
     * Creates the rate.
     *
     * @param terms at least two rates
     */
    public Sum {
      Objects.requireNonNull(terms, "terms");
      terms = atLeastTwo(terms);
    }

    @Override
    public DutyAmount on(DutyBasis basis) {
      Objects.requireNonNull(basis, "basis");
      return combined(terms, basis, DutyAmount::plus);
    }

    @Override
    public List<DutyRate> parts() {
      return terms;
    }

    @Override
    public String toString() {
      return RateForm.joined(" + ", terms);
    }
  }

  /**
   * The greater of several duties: “but not less than”.
   *
   * @param terms at least two rates
   * @serial exclude
   */
  record GreaterOf(List<DutyRate> terms) implements DutyRate {

    /**
     * Creates the rate.
     *
     * @param terms at least two rates
     */
    public GreaterOf {
      Objects.requireNonNull(terms, "terms");
      terms = atLeastTwo(terms);
    }

    @Override
    public DutyAmount on(DutyBasis basis) {
      Objects.requireNonNull(basis, "basis");
      return combined(terms, basis, DutyAmount::greaterOf);
    }

    @Override
    public List<DutyRate> parts() {
      return terms;
    }

    @Override
    public String toString() {
      return RateForm.list("max", terms);
    }
  }

  /**
   * The lesser of several duties: “but not more than”.
   *
   * @param terms at least two rates
   * @serial exclude
   */
  record LesserOf(List<DutyRate> terms) implements DutyRate {

    /**
     * Creates the rate.
     *
     * @param terms at least two rates
     */
    public LesserOf {
      Objects.requireNonNull(terms, "terms");
      terms = atLeastTwo(terms);
    }

    @Override
    public DutyAmount on(DutyBasis basis) {
      Objects.requireNonNull(basis, "basis");
      return combined(terms, basis, DutyAmount::lesserOf);
    }

    @Override
    public List<DutyRate> parts() {
      return terms;
    }

    @Override
    public String toString() {
      return RateForm.list("min", terms);
    }
  }

  /**
   * A rate on a part of the value, as in “50% upon the value of the copper content”.
   *
   * @param rate the rate on the part
   * @param portion the part, not the full value
   * @serial exclude
   */
  record OnPortion(DutyRate rate, Portion portion) implements DutyRate {

    /**
     * Creates the rate.
     *
     * @param rate the rate on the part
     * @param portion the part
     * @throws IllegalArgumentException when the portion is the full value
     */
    public OnPortion {
      Objects.requireNonNull(rate, "rate");
      Objects.requireNonNull(portion, "portion");
      if (portion.equals(Portion.FULL)) {
        throw new IllegalArgumentException("A rate on the full value needs no portion: " + rate);
      }
    }

    @Override
    public DutyAmount on(DutyBasis basis) {
      Objects.requireNonNull(basis, "basis");
      return PortionShare.of(portion, basis.facts())
          .map(share -> rate.on(basis.share(share)))
          .orElseGet(
              () ->
                  DutyAmount.undetermined(
                      new Unknown.NeedsFact(
                          Condition.CONTENT + portion.content(), PortionShare.missing(portion))));
    }

    @Override
    public List<DutyRate> parts() {
      return List.of(rate);
    }

    @Override
    public String toString() {
      String text = rate instanceof AdValorem ? rate.toString() : "(" + rate + ")";
      return text + " of " + RateForm.quotedIfNeeded(portion.toString());
    }
  }

  /**
   * An all-inclusive total: what is charged on top of the base duty so that both together reach it.
   *
   * @param total the total rate
   * @serial exclude
   */
  record Inclusive(DutyRate total) implements DutyRate {

    /**
     * Refuses nulls.
     *
     * @param total the total rate
     */
    public Inclusive {
      Objects.requireNonNull(total, "total");
    }

    @Override
    public DutyAmount on(DutyBasis basis) {
      Objects.requireNonNull(basis, "basis");
      return total.on(basis).excessOver(basis.baseDuty());
    }

    @Override
    public List<DutyRate> parts() {
      return List.of(total);
    }

    @Override
    public String toString() {
      return "inclusive " + RateForm.term(total);
    }
  }

  /**
   * A rate that stands elsewhere.
   *
   * @param target where: {@value DutyRate#APPLICABLE_SUBHEADING} for the line's ordinary rate,
   *     {@value DutyRate#LINE_ABOVE} where the text is blank, or a heading or note that is not
   *     loaded here
   * @serial exclude
   */
  record ByReference(String target) implements DutyRate {

    /**
     * Creates the reference.
     *
     * @param target where the rate stands
     */
    public ByReference {
      Objects.requireNonNull(target, "target");
      target = RateForm.tidy(target);
    }

    /** {@return whether the line's ordinary rate is meant} */
    @JsonIgnore
    public boolean isToBaseDuty() {
      return target.equals(APPLICABLE_SUBHEADING);
    }

    @Override
    public DutyAmount on(DutyBasis basis) {
      Objects.requireNonNull(basis, "basis");
      return isToBaseDuty() ? basis.baseDuty() : DutyAmount.undetermined(notBundled());
    }

    Unknown notBundled() {
      String named = Texts.shortened(target);
      return new Unknown.NotBundled(named, "the rate stands elsewhere: see " + named);
    }

    @Override
    public String toString() {
      return "see " + RateForm.quotedIfNeeded(target);
    }
  }

  /**
   * A text that is not understood: its duty is undetermined.
   *
   * @param text the text
   * @param reason why it is not understood
   * @param offset the character of the text, counted from 0, where reading stopped; {@value
   *     #NO_OFFSET} where the fault has no single place
   * @serial exclude
   */
  record Unsupported(String text, String reason, int offset) implements DutyRate {

    /** The offset of a fault that has no single place. */
    public static final int NO_OFFSET = -1;

    /**
     * Creates the rate.
     *
     * @param text the text
     * @param reason why it is not understood
     * @param offset where reading stopped
     * @throws IllegalArgumentException when the offset is below {@value #NO_OFFSET}
     */
    public Unsupported {
      Objects.requireNonNull(text, "text");
      Objects.requireNonNull(reason, "reason");
      if (offset < NO_OFFSET) {
        throw new IllegalArgumentException("offset must not be below -1, but was " + offset);
      }
    }

    /**
     * Creates the rate for a fault that has no single place.
     *
     * @param text the text
     * @param reason why it is not understood
     */
    public Unsupported(String text, String reason) {
      this(text, reason, NO_OFFSET);
    }

    /**
     * Why and where the text is not understood, for a list of problems.
     *
     * @return the reason with the character at which reading stopped, where there is one
     */
    public String message() {
      return offset == NO_OFFSET ? reason : reason + " at character " + offset;
    }

    @Override
    public DutyAmount on(DutyBasis basis) {
      Objects.requireNonNull(basis, "basis");
      return DutyAmount.undetermined(notUnderstood());
    }

    Unknown notUnderstood() {
      return new Unknown.NotUnderstood(
          Texts.shortened(text), "unsupported rate " + Texts.quoted(text) + ": " + message());
    }

    /** The text itself, so that reading it again gives the same. */
    @Override
    public String toString() {
      return text;
    }
  }

  private static DutyAmount combined(
      List<DutyRate> terms, DutyBasis basis, BinaryOperator<DutyAmount> operation) {
    return terms.stream().map(t -> t.on(basis)).reduce(operation).orElseThrow();
  }

  private static List<DutyRate> atLeastTwo(List<DutyRate> terms) {
    if (terms.size() < 2) {
      throw new IllegalArgumentException("At least two rates are needed, but had " + terms.size());
    }
    return List.copyOf(terms);
  }
}
