package org.tariffeconomics.landedcost;

import java.util.List;
import java.util.Optional;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.MoneyRange;

/**
 * What an amount lies within before it is rounded to money: the least and the most, both included.
 * Spans are added as if nothing tied them together, so that a sum is never too narrow.
 *
 * @param low the least
 * @param high the most, not below the least
 */
record Span(BigMoney low, BigMoney high) {

  static Span of(BigMoney amount) {
    return new Span(amount, amount);
  }

  static Span of(MoneyRange range) {
    return new Span(range.lowest().toBigMoney(), range.highest().toBigMoney());
  }

  static Span zero(CurrencyUnit currency) {
    return of(BigMoney.zero(currency));
  }

  boolean isPoint() {
    return low.isEqual(high);
  }

  Span plus(Span other) {
    return new Span(low.plus(other.low), high.plus(other.high));
  }

  Span minus(BigMoney amount) {
    return new Span(low.minus(amount), high.minus(amount));
  }

  /** What this less another lies within, as if nothing tied them together. */
  Span minus(Span other) {
    return new Span(low.minus(other.high), high.minus(other.low));
  }

  Span union(Span other) {
    return new Span(
        other.low.isLessThan(low) ? other.low : low,
        other.high.isGreaterThan(high) ? other.high : high);
  }

  /** The costs together; empty where nothing is known of one of them. */
  static Optional<Span> sum(CurrencyUnit currency, List<CostLine> costs) {
    Span sum = zero(currency);
    for (CostLine each : costs) {
      Optional<Span> one = each.span();
      if (one.isEmpty()) {
        return Optional.empty();
      }
      sum = sum.plus(one.get());
    }
    return Optional.of(sum);
  }

  /** Two are equal when they end at the same money; USD 10 equals USD 10.00. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Span that && ends().equals(that.ends());
  }

  private List<Object> ends() {
    return List.of(CostAmounts.key(low), CostAmounts.key(high));
  }

  @Override
  public int hashCode() {
    return ends().hashCode();
  }

  /** The same in money; rounding half up never turns the two around. */
  MoneyRange toMoney() {
    return new MoneyRange(EntryCost.money(low), EntryCost.money(high));
  }
}
