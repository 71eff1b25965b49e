package org.tariffeconomics.tariff;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.joda.money.BigMoney;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.ExchangeRates;
import org.tariffeconomics.basics.Quantity;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.basics.RateRange;
import org.tariffeconomics.basics.Stamp;
import org.tariffeconomics.rate.MeursingTable;
import org.tariffeconomics.rate.UnitValue;
import org.tariffeconomics.tariff.DutyStack.Outcome;

/**
 * The ad valorem equivalent of all duties on goods at a unit value: what specific and compound
 * duties, tiers by the value of a unit and shares of the value come to together, in percent of the
 * customs value.
 *
 * <p>Formula: Σ duty on the value and its quantities / value, unrounded. Where something is left
 * open it is the range from the lowest to the highest of all cases that a stack tells; where a duty
 * asks for a quantity that the unit value does not have, it is unknown and never zero. The unit
 * value stays with it, in the stamp too.
 *
 * @since 0.1.0
 */
public final class DutyEquivalent {

  private final DutyStack stack;
  private final UnitValue unitValue;
  private final @Nullable RateRange range;
  private final List<String> reasons;

  private DutyEquivalent(
      DutyStack stack, UnitValue unitValue, @Nullable RateRange range, List<String> reasons) {
    this.stack = stack;
    this.unitValue = unitValue;
    this.range = range;
    this.reasons = reasons;
  }

  /** What the duties of a stack come to; the unit value tells what they ask of it. */
  static DutyEquivalent of(DutyStack asked, UnitValue unitValue) {
    Of of = Of.goods(asked, unitValue.value(), unitValue.quantities());
    return new DutyEquivalent(of.stack(), unitValue, of.range(), of.reasons());
  }

  /** The same for goods of a value, which may have no quantities. */
  record Of(DutyStack stack, @Nullable RateRange range, List<String> reasons) {

    static Of goods(DutyStack asked, BigMoney value, List<Quantity> quantities) {
      DutyStack stack = asked.valued(value, quantities);
      Outcome outcome = stack.outcome();
      if (outcome == Outcome.UNDETERMINED || outcome == Outcome.PROHIBITED) {
        return new Of(stack, null, stack.reasons());
      }
      if (stack.range().isPresent()) {
        return new Of(stack, stack.range().get(), stack.reasons());
      }
      return value.isZero()
          ? new Of(stack, null, List.of("the duty depends on the quantity, and the value is zero"))
          : ofCases(stack, value, quantities);
    }

    private static Of ofCases(DutyStack stack, BigMoney value, List<Quantity> quantities) {
      RateRange all = null;
      List<String> unknown = new ArrayList<>();
      for (DutyStack each : stack.cases()) {
        if (each.outcome() != Outcome.PROHIBITED) {
          Charges charges =
              each.charges(value, quantities, ExchangeRates.none(), MeursingTable.empty());
          charges.reasons().forEach(why -> unknown.add(why.sentence()));
          RateRange one = RateRange.of(over(charges.amounts(), value));
          all = all == null ? one : all.union(one);
        }
      }
      if (all == null || !unknown.isEmpty()) {
        return new Of(stack, null, together(unknown, stack.reasons()));
      }
      return new Of(stack, all, all.isPoint() ? List.of() : stack.reasons());
    }

    private static List<String> together(List<String> some, List<String> more) {
      return Stream.concat(some.stream(), more.stream()).distinct().toList();
    }

    private static Rate over(List<BigMoney> amounts, BigMoney value) {
      BigDecimal sum =
          amounts.stream().map(BigMoney::getAmount).reduce(BigDecimal.ZERO, BigDecimal::add);
      return Rate.fraction(sum.divide(value.getAmount(), MathContext.DECIMAL128));
    }
  }

  /** {@return the duties, with what the unit value tells of them} */
  public DutyStack stack() {
    return stack;
  }

  /** {@return the unit value, with its method and source} */
  public UnitValue unitValue() {
    return unitValue;
  }

  /**
   * The equivalent.
   *
   * @return the rate, to 34 digits; empty where it is bounded, unknown or the import prohibited
   */
  public Optional<Rate> rate() {
    return range().flatMap(RateRange::exact);
  }

  /**
   * What the equivalent lies within.
   *
   * @return the lowest and the highest; of one rate from it to it; empty where it is unknown or the
   *     import prohibited
   */
  public Optional<RateRange> range() {
    return Optional.ofNullable(range);
  }

  /** {@return why it is unknown, or what decides; empty for one rate} */
  public List<String> reasons() {
    return reasons;
  }

  /** {@return the stamp of the duties, with the unit value as an assumption} */
  public Stamp stamp() {
    return stack.stamp().withAssumption(assumption(unitValue.value(), unitValue.quantities()));
  }

  /** What the equivalents of duties are computed on, in words. */
  static String assumption(BigMoney value, List<Quantity> quantities) {
    String each = quantities.stream().map(Quantity::toString).collect(Collectors.joining(" and "));
    return "ad valorem equivalent at " + value + (each.isEmpty() ? "" : " for " + each);
  }

  /** Two are equal when they are of the same duties at the same unit value. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof DutyEquivalent that
        && stack.equals(that.stack)
        && unitValue.equals(that.unitValue);
  }

  @Override
  public int hashCode() {
    return Objects.hash(stack, unitValue);
  }

  /** For example {@code 33.5% at USD 4.50 for 1 kg}, or why it is unknown. */
  @Override
  public String toString() {
    String rate = range().map(r -> r.toText(2)).orElseGet(() -> "unknown: " + reasons);
    return rate + " at " + unitValue;
  }
}
