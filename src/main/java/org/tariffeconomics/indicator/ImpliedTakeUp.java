package org.tariffeconomics.indicator;

import java.util.List;
import java.util.Locale;
import org.tariffeconomics.basics.Require;
import org.tariffeconomics.report.Cell;
import org.tariffeconomics.report.Table;

/**
 * The share of imports that must have escaped a duty layer for the rate that customs collected: the
 * take-up of an exclusion, or of a preference, read from collections.
 *
 * <p>Rates are fractions over the same imports. A share {@code u} of them claims relief and pays
 * nothing of the layer, so {@code collected = other + (1 − u) · layer}, and from that {@code u = 1
 * − (collected − other) / layer}. The share lies between 0 and 1. Collections above {@code other +
 * layer} or below {@code other} cannot be explained by relief alone (goods on the way when the rate
 * changed, other products, wrong classification): the share is then the nearest possible one, and
 * {@link #fit()} says so.
 *
 * <p>One number stands for all imports of the rates given: where the layer or the other duties
 * differ within them, it is an average weighted with the layer, not a share of shipments.
 *
 * @param collected the rate that customs collected, duties over customs value
 * @param other the rate of everything but the layer, as the law asks for it
 * @param layer the full rate of the layer, positive
 * @since 0.1.0
 */
public record ImpliedTakeUp(double collected, double other, double layer) {

  private static final double ROUNDING = 1e-12;

  /** Whether relief from the layer can explain what was collected. */
  public enum Fit {
    /** It can: the share is the exact answer. */
    EXPLAINED,
    /** More was collected than the full layer brings: the share is 0. */
    COLLECTED_TOO_HIGH,
    /** Less was collected than the other duties bring: the share is 1. */
    COLLECTED_TOO_LOW
  }

  /**
   * Creates a take-up.
   *
   * @param collected the rate that customs collected
   * @param other the rate of everything but the layer
   * @param layer the full rate of the layer
   * @throws IllegalArgumentException when a rate is not a finite fraction above −1, or the layer is
   *     not positive
   */
  public ImpliedTakeUp {
    Require.tariff("collected", collected);
    Require.tariff("other", other);
    Require.positive("layer", layer);
  }

  /**
   * {@return the share of imports that claims relief: {@code 1 − (collected − other) / layer}, kept
   * within 0 and 1}
   */
  public double share() {
    return Math.min(1, Math.max(0, 1 - (collected - other) / layer));
  }

  /**
   * Whether relief from the layer can explain what was collected, to within 1e-12.
   *
   * @return explained, or on which side it cannot
   */
  public Fit fit() {
    if (collected > other + layer + ROUNDING) {
      return Fit.COLLECTED_TOO_HIGH;
    }
    return collected < other - ROUNDING ? Fit.COLLECTED_TOO_LOW : Fit.EXPLAINED;
  }

  /**
   * {@return the rate collected at this share: {@code other + (1 − share) · layer}, a fraction;
   * what was collected, where the fit is {@link Fit#EXPLAINED}}
   */
  public double explainedRate() {
    return other + (1 - share()) * layer;
  }

  /**
   * {@return what relief from the layer leaves unexplained: collected − explained, a difference of
   * fractions: positive where too much was collected}
   */
  public double unexplained() {
    return collected - explainedRate();
  }

  /**
   * The rates and the share.
   *
   * @return the table, a row for each number
   */
  public Table table() {
    return Table.of(
        "Take-up implied by collections",
        List.of("what", "rate"),
        List.of(
            List.of(Cell.text("collected"), Cell.percent(collected, 2)),
            List.of(Cell.text("other duties"), Cell.percent(other, 2)),
            List.of(Cell.text("full layer"), Cell.percent(layer, 2)),
            List.of(Cell.text("share that claims relief"), Cell.percent(share(), 2)),
            List.of(Cell.text("unexplained"), Cell.points(unexplained(), 2))));
  }

  /** The share and the fit. */
  @Override
  public String toString() {
    String words = fit() == Fit.EXPLAINED ? "" : ", " + fit().name().toLowerCase(Locale.ROOT);
    return String.format(Locale.ROOT, "take-up %.2f%%", 100 * share()) + words.replace('_', ' ');
  }
}
