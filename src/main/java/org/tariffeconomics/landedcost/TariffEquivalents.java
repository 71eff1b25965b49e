package org.tariffeconomics.landedcost;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.report.Cell;
import org.tariffeconomics.report.Table;

/**
 * What a change of an ad valorem rate is worth in other terms, when the whole price is dutiable and
 * is passed through. With powers {@code T = 1 + t}, from T0 to T1; all numbers are fractions.
 *
 * <p>27.5 % → 15 % is a landed price 9.80 % lower, the same as a depreciation of the exporter's
 * currency by 10.87 %; an exporter could raise its price by 10.87 % and land as before.
 *
 * @param before the rate before, above −100 %
 * @param after the rate after, above −100 %
 */
public record TariffEquivalents(Rate before, Rate after) {

  /**
   * Creates the equivalents of a change.
   *
   * @param before the rate before
   * @param after the rate after
   * @throws IllegalArgumentException when a rate is −100 %, where nothing is paid
   */
  public TariffEquivalents {
    Objects.requireNonNull(before, "before");
    Objects.requireNonNull(after, "after");
    requirePower("before", before);
    requirePower("after", after);
  }

  private static void requirePower(String name, Rate rate) {
    if (rate.power().signum() <= 0) {
      throw new IllegalArgumentException(name + " must be above -100%, but was " + rate);
    }
  }

  /**
   * The equivalents of a change.
   *
   * @param before the rate before
   * @param after the rate after
   * @return the equivalents
   * @throws IllegalArgumentException when a rate is −100 %
   */
  public static TariffEquivalents of(Rate before, Rate after) {
    Objects.requireNonNull(before, "before");
    Objects.requireNonNull(after, "after");
    return new TariffEquivalents(before, after);
  }

  /**
   * The ratio of the powers: T1 / T0.
   *
   * @return the factor on the duty-paid price, to 34 digits
   */
  public BigDecimal powerRatio() {
    return after.power().divide(before.power(), CostAmounts.PRECISION);
  }

  /**
   * The change of the duty-paid price: T1 / T0 − 1.
   *
   * @return the change, negative for a cut
   */
  public BigDecimal priceChange() {
    return before.to(after).priceEffect();
  }

  /**
   * The same in logarithms: ln T1 − ln T0.
   *
   * @return the change in log points
   */
  public double logChange() {
    return Math.log1p(priceChange().doubleValue());
  }

  /**
   * The factor on local units per unit of the importer's currency that moves the duty-paid price in
   * the same way: T0 / T1.
   *
   * @return the factor, above 1 for a cut
   */
  public BigDecimal exchangeRateFactor() {
    return before.power().divide(after.power(), CostAmounts.PRECISION);
  }

  /**
   * The depreciation of the exporter's currency that moves the duty-paid price in the same way: T0
   * / T1 − 1.
   *
   * @return the rise of local units per unit of the importer's currency; negative, an appreciation,
   *     for a higher rate
   */
  public BigDecimal depreciationEquivalent() {
    return after.to(before).priceEffect();
  }

  /**
   * {@return the cut of the export price that undoes the change: 1 − T0 / T1, negative where the
   * price may rise}
   */
  public BigDecimal exporterPriceCutToOffset() {
    return depreciationEquivalent().negate();
  }

  /** {@return the equivalents as a table: a row for each} */
  public Table table() {
    return new Table(
        "What " + before + " → " + after + " is worth",
        List.of("equivalent", "value"),
        List.of(
            row("change in points", Cell.points(before.to(after).points(), 1)),
            row("change of the duty-paid price", Cell.relative(priceChange(), 2)),
            row("depreciation with the same effect", Cell.relative(depreciationEquivalent(), 2)),
            row("export price cut that undoes it", Cell.relative(exporterPriceCutToOffset(), 2))),
        List.of("negative points are a cut; full pass-through, the whole price dutiable"));
  }

  private static List<Cell> row(String name, Cell value) {
    return List.of(Cell.text(name), value);
  }

  /** The rates and the change of price. */
  @Override
  public String toString() {
    return before + " → " + after + ": " + Cell.relative(priceChange(), 2).text() + " of price";
  }
}
