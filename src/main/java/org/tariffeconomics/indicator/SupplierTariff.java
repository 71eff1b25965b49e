package org.tariffeconomics.indicator;

import java.util.Locale;
import java.util.Objects;
import org.tariffeconomics.basics.Require;

/**
 * One supplier of a market: what is bought from it and the tariff that it faces.
 *
 * @param name the supplier's name
 * @param imports the imports from it, an amount that is not negative
 * @param tariff the tariff applied to it, a fraction above −1
 * @since 0.1.0
 */
public record SupplierTariff(String name, double imports, double tariff) {

  /**
   * Creates a supplier.
   *
   * @param name the supplier's name
   * @param imports the imports from it
   * @param tariff the tariff applied to it
   * @throws IllegalArgumentException when a number is outside its bounds
   */
  public SupplierTariff {
    Objects.requireNonNull(name, "name");
    Require.notNegative("the imports from " + name, imports);
    Require.tariff("the tariff of " + name, tariff);
  }

  /** The name, the tariff and the imports. */
  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%s: %.1f%% on %.6g", name, 100 * tariff, imports);
  }
}
