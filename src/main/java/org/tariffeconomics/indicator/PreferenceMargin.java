package org.tariffeconomics.indicator;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.Require;
import org.tariffeconomics.report.Cell;
import org.tariffeconomics.report.Table;

/**
 * The preference margins of one supplier in one market, in each of the forms in use.
 *
 * <p>Rates and margins are fractions; a positive margin is an advantage. With t the tariff applied,
 * T = 1 + t its power, M the imports, u the utilisation and a the rivals' mean tariff:
 *
 * <pre>{@code
 * absolute                  t_mfn - t
 * power                     T_mfn / T - 1          the price a rival at MFN must give up
 * utilised                  u (t_mfn - t)
 * dutySaved                 u (t_mfn - t) M
 * competitionAdjusted       a - t
 * competitionAdjustedPower  (1 + a) / T - 1
 * }</pre>
 *
 * @since 0.1.0
 */
public final class PreferenceMargin {

  private final SupplierTariff supplier;
  private final double mfn;
  private final double utilisation;
  private final OptionalDouble competitorAverage;

  PreferenceMargin(
      SupplierTariff supplier, double mfn, double utilisation, OptionalDouble competitorAverage) {
    Require.tariff("mfn", mfn);
    Require.share("utilisation", utilisation);
    competitorAverage.ifPresent(average -> Require.tariff("competitorAverage", average));
    this.supplier = supplier;
    this.mfn = mfn;
    this.utilisation = utilisation;
    this.competitorAverage = competitorAverage;
  }

  /** {@return the supplier, its imports and its tariff} */
  public SupplierTariff supplier() {
    return supplier;
  }

  /** {@return the most-favoured-nation rate, a fraction above −1} */
  public double mfn() {
    return mfn;
  }

  /** {@return the part of its imports that claims the preference, from 0 to 1} */
  public double utilisation() {
    return utilisation;
  }

  /** {@return the rivals' mean tariff, a fraction; empty without rivals} */
  public OptionalDouble competitorAverage() {
    return competitorAverage;
  }

  /**
   * The margin in points against the MFN rate; negative where the supplier pays more.
   *
   * @return the margin, a fraction
   */
  public double absolute() {
    return mfn - supplier.tariff();
  }

  /**
   * {@return the margin as a difference of duty-paid prices: by how much the MFN price lies above,
   * a fraction of the supplier's duty-paid price}
   */
  public double power() {
    return absolute() / (1 + supplier.tariff());
  }

  /**
   * {@return the margin that is really used, on average over all imports from the supplier, a
   * fraction}
   */
  public double utilised() {
    return utilisation * absolute();
  }

  /**
   * The duty that the preference saves.
   *
   * @return the amount, in the unit of the imports; negative where the supplier pays more than MFN
   */
  public double dutySaved() {
    return utilised() * supplier.imports();
  }

  /**
   * The margin against what rivals face. Source: Low, Piermartini and Richtering (2009).
   *
   * @return the margin, a fraction; empty without rivals
   */
  public OptionalDouble competitionAdjusted() {
    return competitorAverage.isPresent()
        ? OptionalDouble.of(competitorAverage.getAsDouble() - supplier.tariff())
        : OptionalDouble.empty();
  }

  /**
   * {@return the margin against what rivals face, as a difference of duty-paid prices, a fraction
   * of the supplier's duty-paid price; empty without rivals}
   */
  public OptionalDouble competitionAdjustedPower() {
    OptionalDouble margin = competitionAdjusted();
    return margin.isPresent()
        ? OptionalDouble.of(margin.getAsDouble() / (1 + supplier.tariff()))
        : margin;
  }

  /** {@return the margins as a table, a line for each form} */
  public Table table() {
    List<List<Cell>> lines = new ArrayList<>();
    lines.add(List.of(Cell.text("against MFN"), Cell.points(absolute(), 2)));
    lines.add(List.of(Cell.text("against MFN, of price"), Cell.relative(power(), 2)));
    lines.add(List.of(Cell.text("used"), Cell.points(utilised(), 2)));
    lines.add(List.of(Cell.text("duty saved"), Cell.number(dutySaved(), 2, "")));
    lines.add(List.of(Cell.text("against rivals"), rivals(competitionAdjusted(), true)));
    lines.add(
        List.of(Cell.text("against rivals, of price"), rivals(competitionAdjustedPower(), false)));
    return Table.of(
        "Preference margins of " + supplier.name() + " (positive is an advantage)",
        List.of("margin", "value"),
        lines);
  }

  private static Cell rivals(OptionalDouble margin, boolean inPoints) {
    if (margin.isEmpty()) {
      return Cell.unknown("no rival with imports");
    }
    double value = margin.getAsDouble();
    return inPoints ? Cell.points(value, 2) : Cell.relative(value, 2);
  }

  /** The supplier and its two main margins. */
  @Override
  public String toString() {
    String rivals =
        competitionAdjusted().isPresent()
            ? String.format(Locale.ROOT, "%+.2f pp", 100 * competitionAdjusted().getAsDouble())
            : "none";
    return String.format(
        Locale.ROOT,
        "%s: %+.2f pp against MFN, rivals: %s",
        supplier.name(),
        100 * absolute(),
        rivals);
  }

  private List<Object> components() {
    return List.of(supplier, mfn, utilisation, competitorAverage);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof PreferenceMargin that && components().equals(that.components());
  }

  @Override
  public int hashCode() {
    return components().hashCode();
  }
}
