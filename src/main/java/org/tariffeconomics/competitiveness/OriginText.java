package org.tariffeconomics.competitiveness;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.CountryGroup;

/** The name under which an origin goes: a country's two letters, a group's name, or Rest. */
final class OriginText {

  private static final Set<String> REST = Set.of("rest", "row", "rest of world", "other", "others");

  private OriginText() {}

  static Optional<String> parse(String text) {
    if (REST.contains(text.toLowerCase(Locale.ROOT))) {
      return Optional.of("Rest");
    }
    Optional<CountryGroup> group = CountryGroup.find(text);
    if (group.isPresent()) {
      return Optional.of(group.get().name());
    }
    try {
      return Optional.of(Country.parse(text).alpha2());
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
