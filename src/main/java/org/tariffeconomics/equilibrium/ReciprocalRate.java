package org.tariffeconomics.equilibrium;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.Require;
import org.tariffeconomics.report.Table;

/**
 * The rates that a {@link ReciprocalFormula} gives for one partner, as fractions.
 *
 * @since 0.1.0
 */
public final class ReciprocalRate {

  private static final String SURPLUS = "a surplus: exports exceed imports";

  private final double raw;
  private final double discounted;
  private final double announced;

  ReciprocalRate(double raw, double discounted, double announced) {
    Require.finite("raw", raw);
    Require.finite("discounted", discounted);
    Require.finite("announced", announced);
    this.raw = raw;
    this.discounted = discounted;
    this.announced = announced;
  }

  /** {@return what the balance alone gives; negative with a surplus} */
  public double raw() {
    return raw;
  }

  /** {@return the raw rate times the discount} */
  public double discounted() {
    return discounted;
  }

  /** {@return the discounted rate rounded, or the floor where that is higher} */
  public double announced() {
    return announced;
  }

  /**
   * {@return whether exports to the partner exceed imports from it, so that the raw rate is
   * negative}
   */
  @JsonIgnore
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

  private List<Object> components() {
    return List.of(raw, discounted, announced);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ReciprocalRate that && components().equals(that.components());
  }

  @Override
  public int hashCode() {
    return components().hashCode();
  }
}
