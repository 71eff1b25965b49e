package org.tariffeconomics.panel;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.OriginScope;

/** How narrowly each of some scopes speaks of a country, as a key. */
final class OriginKeys {

  private final List<OriginScope> scopes;
  private final LocalDate day;

  OriginKeys(Collection<OriginScope> scopes, LocalDate day) {
    this.scopes = List.copyOf(scopes);
    this.day = day;
  }

  IntKey of(Country country) {
    int[] closeness = new int[scopes.size()];
    for (int i = 0; i < closeness.length; i++) {
      closeness[i] = scopes.get(i).specificity(country, day);
    }
    return new IntKey(closeness);
  }
}
