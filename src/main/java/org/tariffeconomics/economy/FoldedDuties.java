package org.tariffeconomics.economy;

import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import org.tariffeconomics.basics.Require;

/**
 * The duties of many goods of one pair, folded to the two numbers that a model of that pair needs.
 *
 * <p>With the goods of the pair an inner nest of the same elasticity ε, shares s of base spending
 * (duties included) and changes T̂ of the power of the duties, the price of the nest moves by τ =
 * (Σ s T̂^−ε)^(−1/ε), and of what is spent after it the share q = Σ s′/T′ is not duty, with s′ ∝ s
 * T̂^−ε. With equal duties τ = T̂ and q = 1/T′. Averaging the duties instead overstates both:
 * buyers turn to the goods that are charged less.
 *
 * @param elasticity ε, above zero
 * @param powerChange τ, the change of the nest's price, above zero
 * @param netShare q, the part of spending after the duties that is not duty, above zero
 * @param meanPowerChange Σ s T̂, what averaging gives, for comparison
 * @param meanDuty the average duty after with weights of the value before duty, for comparison
 * @since 0.1.0
 */
public record FoldedDuties(
    double elasticity,
    double powerChange,
    double netShare,
    double meanPowerChange,
    double meanDuty) {

  /**
   * Creates folded duties.
   *
   * @param elasticity ε
   * @param powerChange τ
   * @param netShare q
   * @param meanPowerChange Σ s T̂
   * @param meanDuty the average duty after
   * @throws IllegalArgumentException when one of the first four is not finite and above zero
   */
  public FoldedDuties {
    Require.positive("elasticity", elasticity);
    Require.positive("powerChange", powerChange);
    Require.positive("netShare", netShare);
    Require.positive("meanPowerChange", meanPowerChange);
    Require.tariff("meanDuty", meanDuty);
  }

  /**
   * Folds the duties of the goods of one pair.
   *
   * @param elasticity ε, above zero
   * @param values imports before duty by good, not negative, not all zero
   * @param before duties as fractions that were paid on them, above −1
   * @param after duties as fractions after the change, above −1
   * @return the two numbers and the averages beside them
   * @throws IllegalArgumentException when the arrays differ in length, or a number is out of bounds
   */
  public static FoldedDuties of(
      double elasticity, double[] values, double[] before, double[] after) {
    Objects.requireNonNull(values, "values");
    Objects.requireNonNull(before, "before");
    Objects.requireNonNull(after, "after");
    Require.positive("elasticity", elasticity);
    Require.sameLength("before", before.length, values.length);
    Require.sameLength("after", after.length, values.length);
    for (int h = 0; h < after.length; h++) {
      Require.notNegative("values[" + h + "]", values[h]);
      Require.tariff("before[" + h + "]", before[h]);
      Require.tariff("after[" + h + "]", after[h]);
    }
    Require.positive("the sum of values", Arrays.stream(values).sum());
    return new GoodsEnds(values, before, after, after).folded(elasticity, false);
  }

  /** {@return the duty collected on the value before duty, after buyers have turned: 1/q − 1} */
  public double collectedRate() {
    return 1 / netShare - 1;
  }

  /** For example {@code price +10.7%, 12.0% collected (28.5% on average)}. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "price %+.1f%%, %.1f%% collected (%.1f%% on average)",
        100 * (powerChange - 1),
        100 * collectedRate(),
        100 * meanDuty);
  }
}
