package org.tariffeconomics.tariff;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * A measure in force that is for some goods, and how closely it speaks of them.
 *
 * @param measure the measure
 * @param stratum which of the book's layers of amendments it stands in; a schedule's is the lowest
 * @param originCloseness 2 for a named country, 1 for a group, 0 for every origin
 * @param productDigits the digits of the longest code that it lists above the goods
 */
record Candidate(TariffMeasure measure, int stratum, int originCloseness, int productDigits) {

  /**
   * The amendment, then the closer origin, product and conditions, then the later law. What is
   * equal in all of these is refused when the book is made, so that no name ever decides.
   */
  static final Comparator<Candidate> BY_CLOSENESS =
      Comparator.comparingInt(Candidate::stratum)
          .thenComparingInt(Candidate::originCloseness)
          .thenComparingInt(Candidate::productDigits)
          .thenComparingInt(c -> c.measure().conditions().size())
          .thenComparing(c -> c.measure().validity().published());

  Rule rule() {
    return measure.rule();
  }

  String programme() {
    return measure.programme();
  }

  boolean isAsCloseAs(Candidate other) {
    return BY_CLOSENESS.compare(this, other) == 0;
  }

  /** Equal for the same measures, each as the object it is, that speak equally closely. */
  static IdentityKey key(List<Candidate> candidates) {
    TariffMeasure[] measures = new TariffMeasure[candidates.size()];
    int[] closeness = new int[measures.length];
    for (int i = 0; i < measures.length; i++) {
      measures[i] = candidates.get(i).measure();
      closeness[i] = candidates.get(i).closeness();
    }
    return IdentityKey.of(Arrays.asList(measures), closeness);
  }

  /** How closely it speaks of the goods, in one number. */
  int closeness() {
    return (stratum << 16) | (originCloseness << 8) | productDigits;
  }
}
