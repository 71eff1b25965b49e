package org.tariffeconomics.panel;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.OriginScope;
import org.tariffeconomics.tariff.TariffMeasure;

/**
 * What decides the charges on a line from an origin: the measures that are for both, and how
 * closely each speaks of them. Most pairs have it in common with many others, and it is found
 * without a question to the law.
 */
final class ChargeKinds {

  private final ScopeNodes nodes;
  private final OriginKeys origins;

  ChargeKinds(List<TariffMeasure> charges, LocalDate day) {
    this.nodes = new ScopeNodes(charges);
    this.origins = new OriginKeys(charges.stream().map(TariffMeasure::origins).toList(), day);
  }

  /** What the charges say of a line: {@link Fit}, or the line where they tell its parts apart. */
  Object ofLine(HsCode line) {
    return nodes.fitting(line);
  }

  /** How closely each charge speaks of a country. */
  int[] ofOrigin(Country country) {
    return origins.closeness(country);
  }

  /** What the charges say of a line and an origin together. */
  static Object of(Object ofLine, int[] ofOrigin) {
    if (!(ofLine instanceof Fit fit)) {
      return List.of(ofLine, new IntKey(ofOrigin));
    }
    int[] both = new int[fit.size() * 3];
    int used = 0;
    for (int i = 0; i < fit.size(); i++) {
      int closeness = ofOrigin[fit.measure(i)];
      if (closeness != OriginScope.NO_MATCH) {
        both[used++] = fit.measure(i);
        both[used++] = fit.digits(i);
        both[used++] = closeness;
      }
    }
    return new IntKey(Arrays.copyOf(both, used));
  }
}
