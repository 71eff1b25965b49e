package org.tariffeconomics.io.uk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;
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

  /** A part of a country that has an area of its own: which of its goods are meant is not told. */
  private static final Map<String, String> PARTS = Map.of("XI", "GB");

  /** How documents name the areas that a measure is not for. */
  private static final List<String> EXCLUSIONS =
      List.of("excluded_countries", "excluded_geographical_areas");

  private static final Pattern MAY_EXCLUDE = Pattern.compile("(?i).*(exclu|except|exempt).*");

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
    private final Set<Country> inPart = new TreeSet<>();
    private final Set<String> unknown = new TreeSet<>();
    private boolean all;
    private boolean union;

    /** Adds those that others surely stand for. */
    void add(Members other) {
      countries.addAll(other.countries);
      union |= other.union;
      all |= other.all;
    }
  }

  UkAreas(String file) {
    this.file = file;
  }

  /** Keeps the members of every group that a measure's area or exclusions list. */
  void learn(JsonTree measure) {
    learnGroup(measure.get("geographical_area"));
    excluded(measure).forEach(this::learnGroup);
  }

  private static List<JsonTree> excluded(JsonTree measure) {
    return EXCLUSIONS.stream().flatMap(each -> measure.get(each).items().stream()).toList();
  }

  /** Whether a name that no reader knows may be that of exclusions. */
  static boolean mayExclude(String name) {
    return MAY_EXCLUDE.matcher(name).matches() && !EXCLUSIONS.contains(name);
  }

  private void learnGroup(JsonTree area) {
    List<JsonTree> members = listed(area);
    if (!members.isEmpty()) {
      groups.putIfAbsent(id(area), members);
    }
  }

  private static List<JsonTree> listed(JsonTree area) {
    List<JsonTree> children = area.get("children_geographical_areas").items();
    return children.isEmpty() ? area.get("members").items() : children;
  }

  /** The code of an area: a member of it, or all that stands there. */
  private static String id(JsonTree area) {
    String own = area.text("id");
    String other = own.isEmpty() ? area.text("geographical_area_id") : own;
    return (other.isEmpty() ? area.text().strip() : other).toUpperCase(Locale.ROOT);
  }

  /** The origins of a measure; what is not known about them is an error. */
  Reach reach(JsonTree measure, Consumer<Problem> problems) {
    JsonTree area = measure.get("geographical_area");
    Members named = new Members();
    add(area, named, problems, 0);
    Members excluded = new Members();
    for (JsonTree each : excluded(measure)) {
      add(each, excluded, problems, 0);
    }
    return reach(named, excluded, place(area), "", id(area), problems);
  }

  /**
   * The origins of a row that names areas by their codes alone.
   *
   * @param area the code of the area
   * @param excluded the codes of those that it is not for
   * @param place where the row stands
   * @param column the column of the area
   * @param problems takes what is not known about them, as an error
   * @return the origins
   */
  static Reach reach(
      String area, List<String> excluded, Place place, String column, Consumer<Problem> problems) {
    Members named = new Members();
    String code = area.strip().toUpperCase(Locale.ROOT);
    add(code, named, place, problems);
    Members without = new Members();
    excluded.forEach(each -> add(each.strip().toUpperCase(Locale.ROOT), without, place, problems));
    return reach(named, without, place, column, code, problems);
  }

  private static Reach reach(
      Members named,
      Members excluded,
      Place place,
      String column,
      String code,
      Consumer<Problem> problems) {
    String reason = reason(named, excluded);
    if (!reason.isEmpty()) {
      problems.accept(Problem.error(place, column, code, reason + ": kept as undetermined"));
    }
    Set<Country> inDoubt = inDoubt(named, excluded);
    if (!excluded.unknown.isEmpty()) {
      Optional<OriginScope> widest =
          named.unknown.isEmpty() ? scope(named, excluded) : all(excluded);
      return new Reach(Optional.empty(), widest, reason);
    }
    Members surely = new Members();
    surely.add(excluded);
    surely.countries.addAll(inDoubt);
    Optional<OriginScope> sure = scope(named, surely);
    if (!named.unknown.isEmpty()) {
      return new Reach(sure, all(excluded, named), reason);
    }
    Members doubtful = new Members();
    doubtful.countries.addAll(inDoubt);
    return new Reach(sure, scope(doubtful, new Members()), reason);
  }

  /** Countries of which a part is named or excluded and the rest is not. */
  private static Set<Country> inDoubt(Members named, Members excluded) {
    Set<Country> inDoubt = new TreeSet<>();
    if (!named.all) {
      inDoubt.addAll(named.inPart);
      inDoubt.removeAll(named.countries);
    }
    inDoubt.addAll(excluded.inPart);
    inDoubt.removeAll(excluded.countries);
    return inDoubt;
  }

  private static String reason(Members named, Members excluded) {
    List<String> parts = new ArrayList<>();
    if (!named.unknown.isEmpty()) {
      parts.add("which countries " + named.unknown + " is for is not in the file");
    }
    if (!excluded.unknown.isEmpty()) {
      parts.add("which countries " + excluded.unknown + " excludes is not in the file");
    }
    Set<Country> inDoubt = inDoubt(named, excluded);
    if (!inDoubt.isEmpty()) {
      parts.add("which goods of " + inDoubt + " are meant is not known");
    }
    return String.join(", ", parts);
  }

  /** Adds what an area stands for: a country, the Union, or the members of a group. */
  private void add(JsonTree area, Members to, Consumer<Problem> problems, int depth) {
    String id = id(area);
    List<JsonTree> listed = listed(area);
    List<JsonTree> members = listed.isEmpty() ? groups.getOrDefault(id, List.of()) : listed;
    boolean isNamed = id.equals(ERGA_OMNES) || id.equals(UNION);
    if (!members.isEmpty() && !isNamed && depth < 3) {
      members.forEach(each -> add(each, to, problems, depth + 1));
    } else if (depth > 0 && PARTS.containsKey(id)) {
      leaveOut(id, place(area), problems);
    } else {
      add(id, to, place(area), problems);
    }
  }

  private static void leaveOut(String id, Place place, Consumer<Problem> problems) {
    String message = "the area " + Texts.quoted(id) + " is no country, left out";
    problems.accept(Problem.note(place, "", "", message));
  }

  /** Adds what a code without members stands for. */
  private static void add(String id, Members to, Place place, Consumer<Problem> problems) {
    if (id.equals(ERGA_OMNES)) {
      to.all = true;
    } else if (id.equals(UNION) || id.equals(UNION_AS_GROUP)) {
      to.union = true;
    } else if (PARTS.containsKey(id)) {
      to.inPart.add(Country.of(PARTS.get(id)));
    } else if (isCountry(OTHER_CODES.getOrDefault(id, id))) {
      to.countries.add(Country.of(OTHER_CODES.getOrDefault(id, id)));
    } else if (isOwnCode(id)) {
      leaveOut(id, place, problems);
    } else {
      to.unknown.add(id.isEmpty() ? "an area without a code" : Texts.shortened(id));
    }
  }

  /**
   * Codes that ISO 3166 leaves to its users are no countries here: Ceuta (XC), Melilla (XL), stores
   * and provisions, countries not specified.
   */
  static boolean isOwnCode(String id) {
    return id.matches("Q[M-Z]|X[A-Z]|AA|ZZ")
        && !OTHER_CODES.containsKey(id)
        && !PARTS.containsKey(id)
        && !isCountry(id);
  }

  private static boolean isCountry(String id) {
    try {
      Country.of(id);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private Place place(JsonTree area) {
    return Place.ofPath(file, area.path());
  }

  private static Optional<OriginScope> all(Members... without) {
    Members everyone = new Members();
    everyone.all = true;
    Members less = new Members();
    for (Members each : without) {
      less.add(each);
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
