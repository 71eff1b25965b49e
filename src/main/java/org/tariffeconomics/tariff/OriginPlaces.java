package org.tariffeconomics.tariff;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.OriginScope;

/** The countries of the world by number, where those that no scope tells apart have one number. */
final class OriginPlaces {

  private final Map<Country, Integer> numbers = new HashMap<>();
  private final int count;

  OriginPlaces(Collection<OriginScope> scopes, LocalDate day) {
    Map<List<Integer>, Integer> known = new HashMap<>();
    for (Country each : Country.all()) {
      List<Integer> closeness = new ArrayList<>(scopes.size());
      scopes.forEach(scope -> closeness.add(scope.specificity(each, day)));
      numbers.put(each, known.computeIfAbsent(closeness, c -> known.size()));
    }
    this.count = known.size();
  }

  int numberOf(Country origin) {
    return Objects.requireNonNull(numbers.get(origin), "a country of no list");
  }

  /** How many numbers there are, which begin at 0. */
  int count() {
    return count;
  }
}
