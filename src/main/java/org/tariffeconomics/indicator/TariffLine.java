package org.tariffeconomics.indicator;

import java.util.Locale;
import java.util.Objects;
import org.tariffeconomics.basics.Require;

/**
 * One line of a tariff schedule with its ad valorem rate (or equivalent) and the imports under it.
 *
 * @param subheading the HS6 subheading that the line belongs to, or any other group of lines
 * @param tariff the rate, a fraction above −1
 * @param imports the imports under the line, an amount that is not negative
 * @since 0.1.0
 */
public record TariffLine(String subheading, double tariff, double imports) {

  /**
   * Creates a line.
   *
   * @param subheading the HS6 subheading that the line belongs to
   * @param tariff the rate
   * @param imports the imports under the line
   * @throws IllegalArgumentException when a number is outside its bounds
   */
  public TariffLine {
    Objects.requireNonNull(subheading, "subheading");
    Require.tariff("the tariff of a line in " + subheading, tariff);
    Require.notNegative("the imports of a line in " + subheading, imports);
  }

  /** The group, the rate and the imports. */
  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%s: %.1f%% on %.6g", subheading, 100 * tariff, imports);
  }
}
