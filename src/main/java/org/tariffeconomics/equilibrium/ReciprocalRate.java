package org.tariffeconomics.equilibrium;

import java.util.Locale;
import org.tariffeconomics.basics.Require;
import org.tariffeconomics.report.Table;

/**
 * The rates that a {@link ReciprocalFormula} gives for one partner, as fractions.
 *
 * @param raw what the balance alone gives; negative with a surplus
 * @param discounted the raw rate times the discount
 * @param announced the discounted rate rounded, or the floor where that is higher
 */
public record ReciprocalRate(double raw, double discounted, double announced) {

  private static final String SURPLUS = "a surplus: exports exceed imports";

  /**
   * Creates the result.
   *
   * @param raw what the balance alone gives; negative with a surplus
   * @param discounted the raw rate times the discount
   * @param announced the discounted rate rounded, or the floor where that is higher
   * @throws IllegalArgumentException when a rate is not finite
   */
  public ReciprocalRate {
    Require.finite("raw", raw);
    Require.finite("discounted", discounted);
    Require.finite("announced", announced);
  }

  /**
   * {@return whether exports to the partner exceed imports from it, so that the raw rate is
   * negative}
   */
  public boolean isSurplus() {
    return raw < 0;
  }

  /** {@return the three rates in rows} */
  public Table table() {
    Rows rows =
        new Rows()
            .percent("raw: deficit over imports", raw)
            .percent("discounted", discounted)
            .percent("announced", announced);
    String limits = "goods trade only; no answer of other trade or prices";
    return isSurplus()
        ? rows.table("Reciprocal tariff", SURPLUS + ": the floor applies", limits)
        : rows.table("Reciprocal tariff", limits);
  }

  /** The rates in percent; a surplus is named. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "announced %.1f%% (raw %.2f%%%s)",
        100 * announced,
        100 * raw,
        isSurplus() ? ", " + SURPLUS : "");
  }
}
