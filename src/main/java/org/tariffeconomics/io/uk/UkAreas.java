package org.tariffeconomics.io.uk;

import java.util.ArrayList;
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
 * also has codes of its own, as EU trade statistics have. A group that lists its members anywhere
 * in the document has them everywhere.
 */
final class UkAreas {

  private static final String ERGA_OMNES = "1011";
  private static final String UNION = "EU";

  /** The Union as a group of areas, where the file does not list its members. */
  private static final String UNION_AS_GROUP = "1013";

  /** Codes of the statistics of EU trade for countries that have another one now. */
  private static final Map<String, String> OTHER_CODES = Map.of("XS", "RS", "XU", "GB");

  private final String file;
  private final Map<String, List<JsonTree>> groups = new HashMap<>();

  /**
   * The origins that a measure reaches.
   *
   * @param sure those that it is for; empty for none
   * @param doubtful those that it may be for, as far as the file tells; empty for none
   * @param reason why some are doubtful; empty where none are
   */
  record Reach(Optional<OriginScope> sure, Optional<OriginScope> doubtful, String reason) {}

  /** Countries, whether those of the European Union are among them, and codes of no meaning. */
  private static final class Members {

    private final Set<Country> countries = new TreeSet<>();
    private final Set<String> unknown = new TreeSet<>();
    private boolean all;
    private boolean union;
  }

  UkAreas(String file) {
    this.file = file;
  }

  /** Keeps the members of every group that a measure's area or exclusions list. */
  void learn(JsonTree measure) {
    learnGroup(measure.get("geographical_area"));
    measure.get("excluded_countries").items().forEach(this::learnGroup);
  }

  private void learnGroup(JsonTree area) {
    List<JsonTree> members = listed(area);
    if (!members.isEmpty()) {
      groups.putIfAbsent(area.text("id"), members);
    }
  }

  private static List<JsonTree> listed(JsonTree area) {
    List<JsonTree> children = area.get("children_geographical_areas").items();
    return children.isEmpty() ? area.get("members").items() : children;
  }

  /** The origins of a measure; what is not known about them is an error. */
  Reach reach(JsonTree measure, Consumer<Problem> problems) {
    JsonTree area = measure.get("geographical_area");
    Members named = new Members();
    add(area, named, problems, 0);
    Members excluded = new Members();
    for (JsonTree each : measure.get("excluded_countries").items()) {
      add(each, excluded, problems, 0);
    }
    String reason = reason(named, excluded);
    Optional<OriginScope> sure = scope(named, excluded);
    if (!reason.isEmpty()) {
      String message = reason + ": kept as undetermined";
      problems.accept(Problem.error(place(area), "", area.text("id"), message));
    }
    if (!excluded.unknown.isEmpty()) {
      Optional<OriginScope> widest = named.unknown.isEmpty() ? sure : everyoneBut(excluded);
      return new Reach(Optional.empty(), widest, reason);
    }
    return named.unknown.isEmpty()
        ? new Reach(sure, Optional.empty(), "")
        : new Reach(sure, everyoneBut(excluded, named), reason);
  }

  private static String reason(Members named, Members excluded) {
    List<String> parts = new ArrayList<>();
    if (!named.unknown.isEmpty()) {
      parts.add("which countries " + named.unknown + " is for is not in the file");
    }
    if (!excluded.unknown.isEmpty()) {
      parts.add("which countries " + excluded.unknown + " excludes is not in the file");
    }
    return String.join(", ", parts);
  }

  /** Adds what an area stands for: a country, the Union, or the members of a group. */
  private void add(JsonTree area, Members to, Consumer<Problem> problems, int depth) {
    String id = area.text("id");
    List<JsonTree> listed = listed(area);
    List<JsonTree> members = listed.isEmpty() ? groups.getOrDefault(id, List.of()) : listed;
    if (id.equals(ERGA_OMNES)) {
      to.all = true;
    } else if (id.equals(UNION) || (id.equals(UNION_AS_GROUP) && members.isEmpty())) {
      to.union = true;
    } else if (!members.isEmpty() && depth < 3) {
      members.forEach(each -> add(each, to, problems, depth + 1));
    } else {
      addCountry(area, id, to, problems);
    }
  }

  private void addCountry(JsonTree area, String id, Members to, Consumer<Problem> problems) {
    try {
      to.countries.add(Country.of(OTHER_CODES.getOrDefault(id, id)));
    } catch (IllegalArgumentException e) {
      if (isOwnCode(id)) {
        String message = "the area " + Texts.quoted(id) + " is no country, left out";
        problems.accept(Problem.note(place(area), "", "", message));
      } else {
        to.unknown.add(id.isEmpty() ? "an area without a code" : Texts.shortened(id));
      }
    }
  }

  /**
   * Codes that ISO 3166 leaves to its users are no countries here: Ceuta (XC), Melilla (XL), stores
   * and provisions, countries not specified.
   */
  static boolean isOwnCode(String id) {
    return id.matches("Q[M-Z]|X[A-Z]|AA|ZZ") && !OTHER_CODES.containsKey(id) && !isCountry(id);
  }

  private static boolean isCountry(String id) {
    try {
      Country.of(id);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /**
   * The origins of an area that stands alone, without a list of members.
   *
   * @throws IllegalArgumentException when the area is a group whose members are not known here
   */
  static OriginScope named(String id) {
    return switch (id) {
      case ERGA_OMNES -> OriginScope.all();
      case UNION, UNION_AS_GROUP -> OriginScope.of(CountryGroup.standard(UNION));
      default -> OriginScope.of(Country.of(OTHER_CODES.getOrDefault(id, id)));
    };
  }

  private Place place(JsonTree area) {
    return Place.ofPath(file, area.path());
  }

  private static Optional<OriginScope> everyoneBut(Members... without) {
    Members everyone = new Members();
    everyone.all = true;
    Members less = new Members();
    for (Members each : without) {
      less.countries.addAll(each.countries);
      less.union |= each.union;
      less.all |= each.all;
    }
    return scope(everyone, less);
  }

  /** The named without the excluded; empty where none is left. */
  private static Optional<OriginScope> scope(Members named, Members excluded) {
    Set<Country> rest = new TreeSet<>(named.countries);
    rest.removeAll(excluded.countries);
    boolean union = named.union && !excluded.union;
    if (excluded.all || !named.all && !union && rest.isEmpty()) {
      return Optional.empty();
    }
    OriginScope scope = named.all ? OriginScope.all() : of(rest, union);
    Set<Country> less = new TreeSet<>(excluded.countries);
    try {
      OriginScope some =
          less.isEmpty() || !named.all && !union
              ? scope
              : scope.except(less.toArray(Country[]::new));
      return Optional.of(excluded.union ? some.except(CountryGroup.standard(UNION)) : some);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static OriginScope of(Set<Country> countries, boolean union) {
    Country[] array = countries.toArray(Country[]::new);
    if (!union) {
      return OriginScope.of(array);
    }
    OriginScope members = OriginScope.of(CountryGroup.standard(UNION));
    return countries.isEmpty() ? members : members.and(array);
  }
}
