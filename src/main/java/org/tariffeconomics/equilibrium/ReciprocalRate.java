package org.tariffeconomics.equilibrium;

import java.util.Locale;
import org.tariffeconomics.report.Table;

/**
 * The rates that a {@link ReciprocalFormula} gives for one partner, as fractions.
 *
 * @param raw what the balance alone gives; negative with a surplus
 * @param discounted the raw rate times the discount
 * @param announced the discounted rate rounded, or the floor where that is higher
 */
public record ReciprocalRate(double raw, double discounted, double announced) {

  /**
   * Creates the result.
   *
   * @param raw what the balance alone gives; negative with a surplus
   * @param discounted the raw rate times the discount
   * @param announced the discounted rate rounded, or the floor where that is higher
   * @throws IllegalArgumentException when a rate is not finite
   */
  public ReciprocalRate {
    Range.FINITE.check("raw", raw);
    Range.FINITE.check("discounted", discounted);
    Range.FINITE.check("announced", announced);
  }

  /** {@return the three rates, one a row} */
  public Table table() {
    return new Rows()
        .percent("raw: deficit over imports", raw)
        .percent("discounted", discounted)
        .percent("announced", announced)
        .table("Reciprocal tariff", "goods trade only; no answer of other trade or prices");
  }

  /** The rates in percent. */
  @Override
  public String toString() {
    return String.format(Locale.ROOT, "announced %.1f%% (raw %.2f%%)", 100 * announced, 100 * raw);
  }
}
