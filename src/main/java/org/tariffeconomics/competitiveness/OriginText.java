package org.tariffeconomics.competitiveness;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.tariffeconomics.basics.CountryGroup;
import org.tariffeconomics.rate.DeclaredOrigin;

/** The name under which an origin goes: a country's two letters, a group's name, or Rest. */
final class OriginText {

  /** The name of all origins that are not listed by themselves. */
  static final String REST = "Rest";

  private static final Set<String> WORDS_FOR_REST =
      Set.of("rest", "row", "rest of world", "other", "others");

  private OriginText() {}

  static Optional<String> parse(String written) {
    String text = written.strip();
    if (WORDS_FOR_REST.contains(text.toLowerCase(Locale.ROOT))) {
      return Optional.of(REST);
    }
    Optional<CountryGroup> group = CountryGroup.find(text);
    if (group.isPresent()) {
      return Optional.of(group.get().name());
    }
    try {
      return Optional.of(DeclaredOrigin.countryNamed(text).alpha2());
    } catch (IllegalArgumentException e) {
      return fullName(text);
    }
  }

  /** Why a text names no country, for the end of a message; empty where it names one. */
  static String why(String text) {
    try {
      DeclaredOrigin.countryNamed(text);
      return "";
    } catch (IllegalArgumentException e) {
      return CountryGroup.find(text).isPresent() ? "" : "; " + e.getMessage();
    }
  }

  private static Optional<String> fullName(String text) {
    try {
      return Optional.of(CountryGroup.parse(text).name());
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
