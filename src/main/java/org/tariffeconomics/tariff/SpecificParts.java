package org.tariffeconomics.tariff;

import java.util.List;
import java.util.Optional;
import org.tariffeconomics.rate.SpecificPart;

/**
 * Gives preferences that lift only the ad valorem part of the ordinary duty the rate that this
 * leaves of the base duty on the same goods.
 */
final class SpecificParts {

  private SpecificParts() {}

  /** The candidates, with the rate of each such preference taken from the closest base duty. */
  static List<Candidate> resolved(List<Candidate> met) {
    if (!isAmong(met)) {
      return met;
    }
    Optional<Candidate> base =
        met.stream().filter(c -> c.rule() == Rule.BASE).max(Candidate.BY_CLOSENESS);
    return base.map(b -> met.stream().map(c -> isOne(c) ? with(c, b.measure()) : c).toList())
        .orElse(met);
  }

  private static boolean isAmong(List<Candidate> met) {
    for (Candidate each : met) {
      if (isOne(each)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOne(Candidate candidate) {
    return candidate.rule() == Rule.PREFERENCE && candidate.measure().traits().specificPart();
  }

  private static Candidate with(Candidate preference, TariffMeasure base) {
    return new Candidate(
        preference.measure().withRate(SpecificPart.of(base.rate())),
        preference.stratum(),
        preference.originCloseness(),
        preference.productDigits());
  }
}
