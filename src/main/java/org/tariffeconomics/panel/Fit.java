package org.tariffeconomics.panel;

import java.util.Arrays;
import java.util.BitSet;
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

  /** Those of the measures that are among some. */
  Fit among(BitSet some) {
    int[] few = new int[measures.length];
    int[] theirs = new int[measures.length];
    int used = 0;
    for (int i = 0; i < measures.length; i++) {
      if (some.get(measures[i])) {
        few[used] = measures[i];
        theirs[used++] = digits[i];
      }
    }
    return new Fit(Arrays.copyOf(few, used), Arrays.copyOf(theirs, used));
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
