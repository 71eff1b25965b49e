package org.tariffeconomics.io.uk;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.CountryGroup;
import org.tariffeconomics.basics.OriginScope;
import org.tariffeconomics.basics.Texts;
import org.tariffeconomics.reading.JsonTree;
import org.tariffeconomics.reading.Place;
import org.tariffeconomics.reading.Problem;

/**
 * What the areas of the UK tariff stand for. Most are countries or list their members; the tariff
 * also has codes of its own, as EU trade statistics have.
 */
final class UkAreas {

  private static final String ERGA_OMNES = "1011";
  private static final String UNION = "EU";

  /** Codes of the statistics of EU trade for countries that have another one now. */
  private static final Map<String, String> OTHER_CODES = Map.of("XS", "RS");

  private final String file;
  private final Map<String, Members> members = new HashMap<>();

  /** Countries, and whether those of the European Union are among them whatever the day. */
  private record Members(Set<Country> countries, boolean union) {

    boolean isEmpty() {
      return countries.isEmpty() && !union;
    }

    Country[] array() {
      return countries.toArray(Country[]::new);
    }
  }

  UkAreas(String file) {
    this.file = file;
  }

  /**
   * The origins of a measure; empty, with an error, where the file does not say which countries the
   * area has.
   */
  Optional<OriginScope> origins(JsonTree measure, Consumer<Problem> problems) {
    JsonTree area = measure.get("geographical_area");
    Members excluded = members(measure.get("excluded_countries").items(), problems);
    if (area.text("id").equals(ERGA_OMNES)) {
      return Optional.of(without(OriginScope.all(), excluded));
    }
    Members named = named(area, problems);
    if (named.isEmpty()) {
      String message = "which countries the area has is not in the file: kept as undetermined";
      problems.accept(Problem.error(place(area), "", area.text("id"), message));
      return Optional.empty();
    }
    Optional<OriginScope> scope = scope(named, excluded);
    if (scope.isEmpty()) {
      String message = "every country of the area is excluded: kept as undetermined";
      problems.accept(Problem.error(place(area), "", area.text("id"), message));
    }
    return scope;
  }

  /** Whether a measure is for a place that no one can ask about, such as Ceuta; noted then. */
  boolean isForNoCountry(JsonTree measure, Consumer<Problem> problems) {
    JsonTree area = measure.get("geographical_area");
    String id = area.text("id");
    return isOwnCode(id) && country(area, id, problems).isEmpty();
  }

  /** Every origin but those that a measure excludes, where it is not known which it is for. */
  OriginScope anyOf(JsonTree measure) {
    return without(
        OriginScope.all(), members(measure.get("excluded_countries").items(), problem -> {}));
  }

  /** A country, or the members of a group, which are read once. */
  private Members named(JsonTree area, Consumer<Problem> problems) {
    String id = area.text("id");
    if (!id.matches("[0-9]{4}")) {
      return members(List.of(area), problems);
    }
    Members known = members.get(id);
    if (known == null) {
      JsonTree linked = area.get("children_geographical_areas");
      List<JsonTree> items =
          linked.items().isEmpty() ? area.get("members").items() : linked.items();
      known = members(items, problems);
      members.put(id, known);
    }
    return known;
  }

  private Members members(List<JsonTree> areas, Consumer<Problem> problems) {
    Set<Country> countries = new TreeSet<>();
    boolean union = false;
    for (JsonTree each : areas) {
      String id = each.text("id");
      union |= id.equals(UNION);
      if (!id.equals(UNION)) {
        country(each, id, problems).ifPresent(countries::add);
      }
    }
    return new Members(countries, union);
  }

  private Optional<Country> country(JsonTree area, String id, Consumer<Problem> problems) {
    try {
      return Optional.of(Country.of(OTHER_CODES.getOrDefault(id, id)));
    } catch (IllegalArgumentException e) {
      String message = "the area " + Texts.quoted(id) + " is no country that is known, left out";
      problems.accept(
          isOwnCode(id)
              ? Problem.note(place(area), "", "", message)
              : Problem.error(place(area), "", "", message));
      return Optional.empty();
    }
  }

  /**
   * Codes that ISO 3166 leaves to its users are no countries here: Ceuta (XC), Melilla (XL), stores
   * and provisions, countries not specified.
   */
  private static boolean isOwnCode(String id) {
    return id.matches("Q[M-Z]|X[A-Z]|AA|ZZ");
  }

  private Place place(JsonTree area) {
    return Place.ofPath(file, area.path());
  }

  private static Optional<OriginScope> scope(Members named, Members excluded) {
    Set<Country> rest = new TreeSet<>(named.countries());
    rest.removeAll(excluded.countries());
    if (excluded.union() && named.union() || rest.isEmpty() && !named.union()) {
      return Optional.empty();
    }
    Members left = new Members(rest, named.union());
    if (!left.union()) {
      OriginScope scope = OriginScope.of(left.array());
      return Optional.of(excluded.union() ? scope.except(union()) : scope);
    }
    OriginScope scope = OriginScope.of(union());
    return Optional.of(
        without(
            rest.isEmpty() ? scope : scope.and(left.array()),
            new Members(excluded.countries(), false)));
  }

  private static OriginScope without(OriginScope scope, Members excluded) {
    OriginScope some = excluded.countries().isEmpty() ? scope : scope.except(excluded.array());
    return excluded.union() ? some.except(union()) : some;
  }

  private static CountryGroup union() {
    return CountryGroup.standard(UNION);
  }
}
