package org.tariffeconomics.io.trade;

import java.util.Locale;
import java.util.Optional;

/**
 * What the numbers of a column of rates are.
 *
 * @since 0.1.0
 */
public enum RateUnit {
  /** Percent points: 25 is a quarter. */
  PERCENT,
  /** Fractions of the value: 0.25 is a quarter. */
  FRACTION;

  /** The unit that a column's label states, {@code Average (%)}; empty where it states none. */
  static Optional<RateUnit> of(String label) {
    String words = " " + label.toLowerCase(Locale.ROOT).replaceAll("[^a-z%]+", " ") + " ";
    if (words.contains("%") || words.contains(" percent ") || words.contains(" pct ")) {
      return Optional.of(PERCENT);
    }
    return words.contains(" fraction ") ? Optional.of(FRACTION) : Optional.empty();
  }
}
