package org.tariffeconomics.competitiveness;

import static org.tariffeconomics.basics.Require.finite;
import static org.tariffeconomics.basics.Require.notBlank;
import static org.tariffeconomics.competitiveness.Fractions.tariff;

import java.util.Locale;
import java.util.Objects;

/**
 * One factor of a result, before and after a change: a factory cost, a freight factor, the power of
 * a tariff, an exchange rate.
 *
 * @param name what the factor is, not blank
 * @param before its value before the change, finite, in the factor's own unit
 * @param after its value after the change, finite, in the same unit
 * @since 0.1.0
 */
public record FactorChange(String name, double before, double after) {

  /**
   * Creates a factor change.
   *
   * @param name what the factor is, not blank
   * @param before its value before the change, finite, in the factor's own unit
   * @param after its value after the change, finite, in the same unit
   * @throws IllegalArgumentException when the name is blank or a value is not finite
   */
  public FactorChange {
    Objects.requireNonNull(name, "name");
    notBlank("name", name);
    finite("before of " + name, before);
    finite("after of " + name, after);
  }

  /**
   * A factor by its two values.
   *
   * @param name what the factor is
   * @param before its value before the change
   * @param after its value after the change
   * @return the factor change
   */
  public static FactorChange of(String name, double before, double after) {
    Objects.requireNonNull(name, "name");
    return new FactorChange(name, before, after);
  }

  /**
   * A tariff as the factor by which it multiplies a dutiable price: its power, one plus the rate.
   *
   * @param name what the tariff is
   * @param rateBefore the rate before, as a fraction above −1 (0.275 is 27.5 percent), at most 10
   * @param rateAfter the rate after, as a fraction above −1
   * @return a factor of {@code 1 + rateBefore} and {@code 1 + rateAfter}
   * @throws IllegalArgumentException when a rate is not finite, not above −1, or above 10 (1,000
   *     percent)
   */
  public static FactorChange ofTariff(String name, double rateBefore, double rateAfter) {
    Objects.requireNonNull(name, "name");
    return new FactorChange(
        name, 1 + tariff("rateBefore", rateBefore), 1 + tariff("rateAfter", rateAfter));
  }

  /** The factor as {@code name before → after}, four decimals. */
  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%s %.4f → %.4f", name, before, after);
  }
}
