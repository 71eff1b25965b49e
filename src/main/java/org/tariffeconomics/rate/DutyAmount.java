package org.tariffeconomics.rate;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import org.joda.money.BigMoney;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.PlainNumber;

/**
 * An amount of duty before rounding, or the reasons why it is not known. An amount that is not
 * known is never zero: every sum or maximum with it is not known either.
 *
 * @since 0.1.0
 */
public final class DutyAmount {

  private final @Nullable BigMoney amount;
  private final List<Unknown> reasons;

  private DutyAmount(@Nullable BigMoney amount, List<Unknown> reasons) {
    this.amount = amount;
    this.reasons = reasons;
  }

  /**
   * A known amount.
   *
   * @param amount the amount, unrounded
   * @return the duty
   */
  public static DutyAmount of(BigMoney amount) {
    Objects.requireNonNull(amount, "amount");
    return new DutyAmount(amount, List.of());
  }

  /**
   * An amount that is not known.
   *
   * @param reason why
   * @return the duty
   */
  public static DutyAmount undetermined(Unknown reason) {
    Objects.requireNonNull(reason, "reason");
    return new DutyAmount(null, List.of(reason));
  }

  /** {@return the amount, empty where it is not known} */
  public Optional<BigMoney> amount() {
    return Optional.ofNullable(amount);
  }

  /**
   * Why the amount is not known.
   *
   * @return the reasons in words, empty where it is known
   */
  public List<String> reasons() {
    return reasons.stream().map(Unknown::sentence).toList();
  }

  /** {@return why the amount is not known, as types; empty where it is known} */
  public List<Unknown> unknowns() {
    return reasons;
  }

  DutyAmount map(UnaryOperator<BigMoney> change) {
    return amount == null ? this : of(change.apply(amount));
  }

  DutyAmount combine(DutyAmount other, BinaryOperator<BigMoney> operation) {
    if (amount != null && other.amount != null) {
      return of(operation.apply(amount, other.amount));
    }
    List<Unknown> all = new ArrayList<>(reasons);
    other.reasons.stream().filter(r -> !all.contains(r)).forEach(all::add);
    return new DutyAmount(null, List.copyOf(all));
  }

  DutyAmount plus(DutyAmount other) {
    return combine(other, BigMoney::plus);
  }

  DutyAmount greaterOf(DutyAmount other) {
    return combine(other, (a, b) -> a.compareTo(b) >= 0 ? a : b);
  }

  DutyAmount lesserOf(DutyAmount other) {
    return combine(other, (a, b) -> a.compareTo(b) <= 0 ? a : b);
  }

  /**
   * What this exceeds the other by, at least nothing.
   *
   * @param other the duty to take off, in the same currency
   * @return the rest; undetermined where either is
   */
  public DutyAmount excessOver(DutyAmount other) {
    Objects.requireNonNull(other, "other");
    return combine(
        other, (a, b) -> a.compareTo(b) > 0 ? a.minus(b) : BigMoney.zero(a.getCurrencyUnit()));
  }

  /** Duties are equal when their amounts are, whatever the zeros at the end, or their reasons. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof DutyAmount that
        && reasons.equals(that.reasons)
        && amount().map(PlainNumber::plain).equals(that.amount().map(PlainNumber::plain));
  }

  @Override
  public int hashCode() {
    return 31 * reasons.hashCode() + amount().map(PlainNumber::plain).hashCode();
  }

  /** The amount, or “undetermined” with its reasons. */
  @Override
  public String toString() {
    return amount == null ? "undetermined: " + String.join("; ", reasons()) : amount.toString();
  }
}
