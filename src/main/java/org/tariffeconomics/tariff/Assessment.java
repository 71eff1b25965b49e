package org.tariffeconomics.tariff;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.ExchangeRates;
import org.tariffeconomics.basics.MoneyRange;
import org.tariffeconomics.basics.Quantity;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.basics.RateRange;
import org.tariffeconomics.basics.Stamp;
import org.tariffeconomics.rate.MeursingTable;
import org.tariffeconomics.rate.Unknown;
import org.tariffeconomics.report.Table;
import org.tariffeconomics.tariff.DutyStack.Outcome;

/**
 * The duties on goods of a value: each with its measure and amount, adding up to the total to the
 * last digit, or an explicit outcome where the duty is undetermined or the import prohibited.
 *
 * <p>Amounts are in the currency of the book and never negative. Where the territory rounds each
 * duty, the lines are rounded and their sum is payable; where it rounds the total only, the lines
 * are exact, {@link #exactTotal()} is their sum, and {@link #payableLines()} shares the payable
 * total out among them.
 *
 * @since 0.1.0
 */
public final class Assessment {

  private final DutyStack stack;
  private final BigMoney customsValue;
  private final Given given;
  private final List<DutyLine> lines;
  private final List<Unknown> reasons;

  /** The lowest and the highest payable duty of a bounded assessment, else null. */
  private final @Nullable MoneyRange range;

  /** What was stated besides the value. */
  record Given(List<Quantity> quantities, ExchangeRates exchangeRates, MeursingTable meursing) {

    private static final Given NOTHING =
        new Given(List.of(), ExchangeRates.none(), MeursingTable.empty());

    static Given of(List<Quantity> quantities, ExchangeRates rates, MeursingTable meursing) {
      boolean nothing =
          quantities.isEmpty()
              && rates.equals(NOTHING.exchangeRates)
              && meursing.equals(NOTHING.meursing);
      return nothing ? NOTHING : new Given(List.copyOf(quantities), rates, meursing);
    }
  }

  private Assessment(
      DutyStack stack,
      BigMoney customsValue,
      Given given,
      List<DutyLine> lines,
      List<Unknown> reasons,
      @Nullable MoneyRange range) {
    this.stack = stack;
    this.customsValue = customsValue;
    this.given = given;
    this.lines = lines;
    this.reasons = reasons;
    this.range = range;
  }

  static Assessment of(DutyStack stack, BigMoney customsValue, Given given, Charges charges) {
    RoundingPolicy rounding = stack.law().book().rounding();
    BigMoney base = base(customsValue, rounding);
    List<DutyLine> lines = new ArrayList<>(charges.layers().size());
    for (int i = 0; i < charges.layers().size(); i++) {
      BigMoney exact = charges.amounts().get(i);
      lines.add(new DutyLine(charges.layers().get(i), base, line(exact, rounding)));
    }
    List<Unknown> reasons = new ArrayList<>(stack.unknowns());
    reasons.addAll(charges.reasons());
    return new Assessment(
        stack, customsValue, given, List.copyOf(lines), reasons.stream().distinct().toList(), null);
  }

  /**
   * The same where one of several cases holds: from the lowest of their duties to the highest, or
   * undetermined where one of them is.
   *
   * @param cases the cases; none where only the range of the rate is known
   */
  Assessment within(List<Assessment> cases) {
    List<Unknown> unknown = new ArrayList<>();
    MoneyRange all = cases.isEmpty() ? stack.range().map(this::range).orElse(null) : null;
    for (Assessment each : cases) {
      MoneyRange one = each.duty().map(MoneyRange::of).orElse(null);
      all = all == null ? one : one == null ? all : all.union(one);
      unknown.addAll(each.reasons);
    }
    if (unknown.isEmpty() && all != null && all.isPoint() && stack.outcome() == Outcome.ASSESSED) {
      return this;
    }
    List<Unknown> why = new ArrayList<>(unknown);
    why.addAll(stack.unknowns());
    if (why.isEmpty()) {
      why.add(
          new Unknown.LeftOpen(
              DecidingFact.LINE,
              "each duty is rounded, and which programmes charge it is left open"));
    }
    return new Assessment(
        stack,
        customsValue,
        given,
        lines,
        why.stream().distinct().toList(),
        unknown.isEmpty() ? all : null);
  }

  private MoneyRange range(RateRange rates) {
    return new MoneyRange(payable(rates.lowest()), payable(rates.highest()));
  }

  private Money payable(Rate rate) {
    BigDecimal exact = dutiableValue().getAmount().multiply(rate.fraction());
    return Money.of(
        customsValue.getCurrencyUnit(),
        stack.law().book().rounding().round(exact),
        RoundingMode.UNNECESSARY);
  }

  /** The value that duty is charged on: rounded where the territory rounds it. */
  static BigMoney base(BigMoney customsValue, RoundingPolicy rounding) {
    return rounding.base().isEmpty()
        ? customsValue
        : BigMoney.of(customsValue.getCurrencyUnit(), rounding.roundBase(customsValue.getAmount()));
  }

  private static BigMoney line(BigMoney exact, RoundingPolicy rounding) {
    return rounding.level() == RoundingPolicy.Level.EACH_DUTY
        ? BigMoney.of(exact.getCurrencyUnit(), rounding.round(exact.getAmount()))
        : exact;
  }

  static Assessment adValorem(
      DutyStack stack,
      AdValoremKernel kernel,
      List<DutyLayer> layers,
      BigMoney customsValue,
      Given given) {
    RoundingPolicy rounding = stack.law().book().rounding();
    boolean each = rounding.level() == RoundingPolicy.Level.EACH_DUTY;
    CurrencyUnit currency = customsValue.getCurrencyUnit();
    BigMoney base = base(customsValue, rounding);
    DutyLine[] lines = new DutyLine[layers.size()];
    for (int i = 0; i < lines.length; i++) {
      BigDecimal amount =
          each
              ? kernel.rounded(i, base.getAmount())
              : base.getAmount().multiply(kernel.shares().get(i));
      lines[i] = new DutyLine(layers.get(i), base, BigMoney.of(currency, amount));
    }
    return new Assessment(stack, customsValue, given, List.of(lines), List.of(), null);
  }

  /**
   * Whether the duty is known.
   *
   * @return assessed, bounded, undetermined or prohibited
   */
  public Outcome outcome() {
    if (stack.outcome() == Outcome.PROHIBITED) {
      return Outcome.PROHIBITED;
    }
    if (range != null) {
      return Outcome.BOUNDED;
    }
    return reasons.isEmpty() ? Outcome.ASSESSED : Outcome.UNDETERMINED;
  }

  /**
   * Why there is no duty to tell.
   *
   * @return the reasons, empty when assessed
   */
  public List<String> reasons() {
    return reasons.stream().map(Unknown::sentence).toList();
  }

  /** {@return why there is no duty to tell, as types; empty when assessed} */
  public List<Unknown> unknowns() {
    return reasons;
  }

  /**
   * The duties charged; of an undetermined assessment those that are known.
   *
   * @return the lines, base duty first
   */
  public List<DutyLine> lines() {
    return lines;
  }

  /**
   * The duties charged, in amounts that add up to the payable duty: {@link #lines()} where each is
   * rounded; else each line has what it adds to the rounded running total.
   *
   * @return the lines, base duty first
   */
  public List<DutyLine> payableLines() {
    RoundingPolicy rounding = stack.law().book().rounding();
    if (rounding.level() == RoundingPolicy.Level.EACH_DUTY) {
      return lines;
    }
    List<DutyLine> payable = new ArrayList<>(lines.size());
    BigDecimal exact = BigDecimal.ZERO;
    BigDecimal before = rounding.round(BigDecimal.ZERO);
    for (DutyLine each : lines) {
      exact = exact.add(each.amount().getAmount());
      BigDecimal after = rounding.round(exact);
      payable.add(
          each.withAmount(BigMoney.of(each.amount().getCurrencyUnit(), after.subtract(before))));
      before = after;
    }
    return List.copyOf(payable);
  }

  /**
   * The payable duty.
   *
   * @return the total rounded to money; empty unless {@link Outcome#ASSESSED}
   */
  public Optional<Money> duty() {
    return outcome() == Outcome.ASSESSED ? Optional.of(payable()) : Optional.empty();
  }

  /**
   * What the payable duty lies within.
   *
   * @return of an assessed duty from it to it, of a bounded one the lowest and the highest; empty
   *     where it is undetermined or the import prohibited
   */
  public Optional<MoneyRange> range() {
    return range == null ? duty().map(MoneyRange::of) : Optional.of(range);
  }

  /**
   * What the duty lies within, over the customs value.
   *
   * @return the range of the ad valorem equivalent; empty where it is undetermined, prohibited or
   *     the value is zero
   */
  public Optional<RateRange> effectiveRange() {
    if (range == null) {
      return effectiveRate().map(RateRange::of);
    }
    Optional<RateRange> ofStack = stack.range();
    return ofStack.isPresent()
        ? ofStack
        : equivalent(range.lowest().toBigMoney())
            .flatMap(
                low ->
                    equivalent(range.highest().toBigMoney()).map(high -> new RateRange(low, high)));
  }

  /**
   * What this duty less another on the same goods lies within. What is left open on both sides is
   * tied: goods of one line, or with so much steel, are that under both laws. A duty that is not
   * known and is the same on both sides, such as one by a weight that nobody stated, goes out.
   *
   * @param other the duty on the same goods on another day, under another law or with something
   *     more declared, in the same currency
   * @return from the difference to itself where both are known; empty where what is undetermined of
   *     either is not the same in the other, or the import prohibited
   */
  public Optional<MoneyRange> differenceRange(Assessment other) {
    Objects.requireNonNull(other, "other");
    Optional<MoneyRange> mine = range();
    Optional<MoneyRange> theirs = other.range();
    if (mine.isEmpty() || theirs.isEmpty()) {
      return goesOutWith(other)
          ? Optional.of(MoneyRange.of(money(sum().minus(other.sum()))))
          : Optional.empty();
    }
    return tied(other).or(() -> Optional.of(mine.get().minus(theirs.get())));
  }

  /**
   * Whether all that is not known here is the same duty there, and the sums of the rest can be
   * compared: each duty is rounded by itself, and the ordinary duty, on which others may rest, is
   * one.
   */
  private boolean goesOutWith(Assessment other) {
    RoundingPolicy rounding = stack.law().book().rounding();
    return outcome() == Outcome.UNDETERMINED
        && other.outcome() == Outcome.UNDETERMINED
        && stack.outcome() == Outcome.ASSESSED
        && other.stack.outcome() == Outcome.ASSESSED
        && rounding.level() == RoundingPolicy.Level.EACH_DUTY
        && rounding.equals(other.stack.law().book().rounding())
        && areGoodsOf(other)
        && layers(DutyLayer::isBase).equals(other.layers(DutyLayer::isBase))
        && notKnown().equals(other.notKnown());
  }

  private boolean areGoodsOf(Assessment other) {
    return stack.line().equals(other.stack.line())
        && stack.facts().equals(other.stack.facts())
        && customsValue.isSameCurrency(other.customsValue)
        && customsValue.isEqual(other.customsValue)
        && given.equals(other.given);
  }

  private List<DutyLayer> layers(Predicate<DutyLayer> some) {
    return stack.layers().stream().filter(some).toList();
  }

  /** The layers whose amounts are not known. */
  private List<DutyLayer> notKnown() {
    return layers(layer -> lines.stream().noneMatch(line -> line.layer().equals(layer)));
  }

  private static Money money(BigMoney rounded) {
    return Money.of(rounded.getCurrencyUnit(), rounded.getAmount(), RoundingMode.UNNECESSARY);
  }

  private Optional<MoneyRange> tied(Assessment other) {
    if (range == null && other.range == null) {
      return Optional.empty();
    }
    Optional<MoneyRange> all = Optional.empty();
    for (TiedCases.Pair each : TiedCases.of(stack, other.stack)) {
      Assessment one = in(each.one());
      Assessment two = other.in(each.other());
      if (one.outcome() == Outcome.PROHIBITED || two.outcome() == Outcome.PROHIBITED) {
        continue;
      }
      Optional<MoneyRange> gap = one.range().flatMap(a -> two.range().map(b -> a.minus(b)));
      if (gap.isEmpty()) {
        return Optional.empty();
      }
      all = all.map(range -> range.union(gap.get())).or(() -> gap);
    }
    return all;
  }

  private Assessment in(DutyStack way) {
    return way.assess(customsValue, given.quantities(), given.exchangeRates(), given.meursing());
  }

  /**
   * The payable duty of an assessment that must be known.
   *
   * @return the total rounded to money
   * @throws IllegalStateException with the reasons, unless {@link Outcome#ASSESSED}
   */
  public Money dutyOrThrow() {
    return duty()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "No duty on "
                        + stack
                        + " ("
                        + outcome()
                        + "): "
                        + String.join("; ", reasons())));
  }

  private Money payable() {
    BigDecimal rounded = stack.law().book().rounding().round(sum().getAmount());
    return Money.of(customsValue.getCurrencyUnit(), rounded, RoundingMode.UNNECESSARY);
  }

  /**
   * The sum of the lines.
   *
   * @return the total before rounding it; empty unless {@link Outcome#ASSESSED}
   */
  public Optional<BigMoney> exactTotal() {
    return outcome() == Outcome.ASSESSED ? Optional.of(sum()) : Optional.empty();
  }

  /**
   * {@return the part of the duty that is known, whatever the outcome: the sum of the lines, at
   * least zero; it is not the duty unless assessed}
   */
  public BigMoney knownPart() {
    return sum();
  }

  private BigMoney sum() {
    BigDecimal sum = BigDecimal.ZERO;
    for (DutyLine line : lines) {
      sum = sum.add(line.amount().getAmount());
    }
    return BigMoney.of(customsValue.getCurrencyUnit(), sum);
  }

  /**
   * The ad valorem equivalent of all duties together: their sum over the customs value.
   *
   * @return the rate, to 34 digits; empty unless assessed on a positive value
   */
  public Optional<Rate> effectiveRate() {
    return exactTotal().flatMap(this::equivalent);
  }

  /**
   * The ad valorem equivalent of one line.
   *
   * @param line a line of this assessment
   * @return its amount over the customs value, to 34 digits; empty on a value of zero
   */
  public Optional<Rate> effectiveRate(DutyLine line) {
    Objects.requireNonNull(line, "line");
    return equivalent(line.amount());
  }

  private Optional<Rate> equivalent(BigMoney amount) {
    return customsValue.isZero()
        ? Optional.empty()
        : Optional.of(
            Rate.fraction(
                amount.getAmount().divide(customsValue.getAmount(), MathContext.DECIMAL128)));
  }

  /** What was stated besides the value. */
  Given given() {
    return given;
  }

  /** {@return the answer as a plain record to store with an order, and to replay later} */
  public AssessmentRecord toRecord() {
    return AssessmentRecord.of(this);
  }

  /** {@return the customs value as it was stated} */
  public BigMoney customsValue() {
    return customsValue;
  }

  /**
   * {@return the value that the duties are charged on: the customs value, rounded where the
   * territory rounds it}
   */
  public BigMoney dutiableValue() {
    return base(customsValue, stack.law().book().rounding());
  }

  /** {@return the stamp of the stack, with how the amounts were rounded where it is by steps} */
  public Stamp stamp() {
    RoundingPolicy rounding = stack.law().book().rounding();
    return rounding.hasSteps()
        ? stack.stamp().withAssumption("rounded: " + rounding)
        : stack.stamp();
  }

  /**
   * The layers behind the lines, and what was not applied.
   *
   * @return the stack
   */
  public DutyStack stack() {
    return stack;
  }

  /** {@return the lines with their total, the measures not applied, and the stamp} */
  public Table table() {
    return StackTable.of(this);
  }

  /**
   * Two assessments are equal when they say the same of the same goods, day and declaration under
   * the same rounding.
   */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Assessment that
        && customsValue.isSameCurrency(that.customsValue)
        && customsValue.isEqual(that.customsValue)
        && lines.equals(that.lines)
        && reasons.equals(that.reasons)
        && Objects.equals(range, that.range)
        && outcome() == that.outcome()
        && goods().equals(that.goods());
  }

  private List<Object> goods() {
    return List.of(
        stack.line(),
        stack.origin(),
        stack.facts(),
        stack.law().day(),
        stack.law().knownOn(),
        stack.law().book().rounding());
  }

  @Override
  public int hashCode() {
    return Objects.hash(goods(), lines, reasons);
  }

  /** The duty and its effective rate, or the outcome. */
  @Override
  public String toString() {
    String why = String.join("; ", reasons());
    String equivalent = effectiveRange().map(r -> " (" + r.toText(1) + ")").orElse("");
    return switch (outcome()) {
      case ASSESSED -> "duty " + payable() + equivalent;
      case BOUNDED -> "duty " + range + equivalent + ": " + why;
      case UNDETERMINED -> "undetermined: " + why;
      case PROHIBITED -> why;
    };
  }
}
