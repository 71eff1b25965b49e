package org.tariffeconomics.landedcost;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.tariff.RoundingPolicy;

/**
 * How the parts of one landed cost become money: by the policy of a territory, or not at all.
 *
 * <p>Duties and taxes follow the policy; fees and converted amounts are rounded to the smallest
 * unit of their currency, since the steps of a territory are for its duties and taxes.
 */
final class MoneyRounding {

  private static final MoneyRounding EXACT = new MoneyRounding(null);

  private final @Nullable RoundingPolicy policy;

  private MoneyRounding(@Nullable RoundingPolicy policy) {
    this.policy = policy;
  }

  /** Nothing is rounded: the costs of inverse questions, and of stated duties without a policy. */
  static MoneyRounding exact() {
    return EXACT;
  }

  static MoneyRounding of(@Nullable RoundingPolicy policy) {
    return policy == null ? EXACT : new MoneyRounding(policy);
  }

  /** Duties as they are payable: each rounded, or sharing out their rounded total. */
  List<BigMoney> duties(List<BigMoney> exact) {
    if (policy == null) {
      return exact;
    }
    return policy.level() == RoundingPolicy.Level.EACH_DUTY
        ? exact.stream().map(this::tax).toList()
        : shared(exact);
  }

  private List<BigMoney> shared(List<BigMoney> exact) {
    List<BigMoney> shares = new ArrayList<>();
    BigMoney sum = null;
    BigMoney before = null;
    for (BigMoney each : exact) {
      sum = sum == null ? each : sum.plus(each);
      BigMoney after = tax(sum);
      shares.add(before == null ? after : after.minus(before));
      before = after;
    }
    return shares;
  }

  /** The value that duty is charged on, and the base of a tax that holds it. */
  BigMoney base(BigMoney value) {
    return policy == null || policy.base().isEmpty()
        ? value
        : BigMoney.of(value.getCurrencyUnit(), policy.roundBase(value.getAmount()));
  }

  BigMoney tax(BigMoney exact) {
    return policy == null
        ? exact
        : BigMoney.of(
            exact.getCurrencyUnit(),
            policy.requireFor(exact.getCurrencyUnit()).round(exact.getAmount()));
  }

  /** By how much rounding may move a tax and its base at most. */
  BigMoney largestStep(BigMoney like) {
    BigDecimal unit = BigDecimal.ONE.movePointLeft(like.getCurrencyUnit().getDecimalPlaces());
    if (policy == null) {
      return BigMoney.of(like.getCurrencyUnit(), unit);
    }
    BigDecimal step = policy.duty().step().add(unit);
    return BigMoney.of(
        like.getCurrencyUnit(), policy.base().map(base -> base.step().add(step)).orElse(step));
  }

  BigMoney fee(BigMoney exact) {
    return policy == null ? exact : minor(exact, policy.mode());
  }

  BigMoney converted(BigMoney exact) {
    return policy == null ? exact : minor(exact, RoundingMode.HALF_UP);
  }

  private static BigMoney minor(BigMoney exact, RoundingMode mode) {
    CurrencyUnit currency = exact.getCurrencyUnit();
    BigDecimal rounded = exact.getAmount().setScale(currency.getDecimalPlaces(), mode);
    return BigMoney.of(currency, rounded);
  }

  /** What a result says of steps, which no reader would guess; decimals speak for themselves. */
  Optional<String> assumption() {
    return Optional.ofNullable(policy)
        .filter(RoundingPolicy::hasSteps)
        .map(steps -> "rounded: " + steps);
  }
}
