package org.tariffeconomics.panel;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The measures that are for a line, by their numbers, with the digits that each is for it at. */
final class Fit {

  private final int[] measures;
  private final int[] digits;
  private final int hash;

  Fit(int[] measures, int[] digits) {
    this.measures = measures;
    this.digits = digits;
    this.hash = 31 * Arrays.hashCode(measures) + Arrays.hashCode(digits);
  }

  int size() {
    return measures.length;
  }

  int measure(int place) {
    return measures[place];
  }

  int digits(int place) {
    return digits[place];
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Fit that
        && hash == that.hash
        && Arrays.equals(measures, that.measures)
        && Arrays.equals(digits, that.digits);
  }

  @Override
  public int hashCode() {
    return hash;
  }
}
