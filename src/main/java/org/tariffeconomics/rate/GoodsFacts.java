package org.tariffeconomics.rate;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.PlainNumber;

/**
 * Facts about what the goods are that other facts speak of too: the weight of materials, where a
 * metal was melted, and the days of what happened before the goods entered.
 */
final class GoodsFacts {

  /** A prefix of the names of shares of the weight; several materials are joined by {@code +}. */
  private static final String WEIGHT = "weight:";

  /** The share of the weight of all metals of the lists that a line is on. */
  private static final String ALL_METALS = "metal weight share";

  /** The share of a metal that was melted or smelted in a country: {@code melted:GB}. */
  private static final String MELTED = "melted:";

  /** Where all of a metal was melted or smelted: a country. */
  private static final String METAL_ORIGIN = "metal origin";

  /** With the materials it does not tell where in the goods it lies. */
  private static final String US_CONTENT = Condition.CONTENT + Portion.US;

  private static final String AGE = "age";

  /** The days on which goods were loaded and exported, which come before they enter. */
  private static final Set<String> BEFORE_ENTRY = Set.of("loaded", "exported");

  private static final Map<String, String> OTHER_NAMES =
      Map.of("advanced AI chip", "advanced chip");

  private GoodsFacts() {}

  /** The one name under which a fact is kept that may be called in several ways. */
  static String canonical(String name) {
    return name.startsWith(WEIGHT)
        ? WEIGHT + Portion.canonical(name.substring(WEIGHT.length()))
        : OTHER_NAMES.getOrDefault(name, name);
  }

  /** The names under which an answer to a question about a fact may be declared. */
  static List<String> answers(String name) {
    if (name.startsWith(WEIGHT)) {
      List<String> all = new ArrayList<>(List.of(name, ALL_METALS));
      materials(name).forEach(each -> all.add(WEIGHT + each));
      return all;
    }
    if (name.equals(US_CONTENT)) {
      return List.of(name, UsShareOfRest.FACT);
    }
    return name.startsWith(MELTED) ? List.of(name, METAL_ORIGIN) : List.of(name);
  }

  /**
   * What other facts say about one that is not declared itself. The weight of several materials is
   * that of each, added up; where none of them is declared, the share of the listed metals as a
   * whole stands for them, unless some that are declared exceed it. The origin of a metal says that
   * all of it was melted there, or none.
   *
   * @param facts what is declared by name, null where it is not
   */
  static Optional<String> otherwise(String name, Function<String, @Nullable String> facts) {
    if (name.startsWith(MELTED)) {
      return Optional.ofNullable(facts.apply(METAL_ORIGIN))
          .map(origin -> share(origin, name.substring(MELTED.length())));
    }
    return name.startsWith(WEIGHT)
        ? sum(facts, materials(name)).or(() -> ofAllMetals(name, facts))
        : Optional.empty();
  }

  /** What contradicts the weight of a material stays as it is, and is not understood. */
  private static Optional<String> ofAllMetals(
      String name, Function<String, @Nullable String> facts) {
    String all = facts.apply(ALL_METALS);
    if (all == null) {
      return Optional.empty();
    }
    Optional<BigDecimal> share = PlainNumber.read(all);
    return materials(name).stream()
        .map(each -> WEIGHT + each)
        .filter(each -> share.isPresent() && exceeds(facts.apply(each), share.get()))
        .map(each -> all + " of all metals with " + each + "=" + facts.apply(each))
        .findFirst()
        .or(() -> Optional.of(all));
  }

  private static boolean exceeds(@Nullable String part, BigDecimal whole) {
    return Optional.ofNullable(part)
        .flatMap(PlainNumber::read)
        .filter(share -> share.compareTo(whole) > 0)
        .isPresent();
  }

  /** All or nothing; what is no country stays as it is, and is not understood. */
  private static String share(String origin, String country) {
    return Country.find(origin)
        .map(found -> found.equals(Country.of(country)) ? "1" : "0")
        .orElse(origin);
  }

  private static List<String> materials(String name) {
    return Arrays.asList(name.substring(WEIGHT.length()).split("\\+", -1));
  }

  private static Optional<String> sum(
      Function<String, @Nullable String> facts, List<String> materials) {
    BigDecimal sum = BigDecimal.ZERO;
    for (String each : materials) {
      Optional<BigDecimal> share =
          Optional.ofNullable(facts.apply(WEIGHT + each)).flatMap(PlainNumber::read);
      if (share.isEmpty()) {
        return Optional.empty();
      }
      sum = sum.add(share.get());
    }
    return Optional.of(sum.toPlainString());
  }

  /** Whether a fact is a share of the weight, or of a metal. */
  static boolean isShare(String name) {
    return name.startsWith(WEIGHT) || name.startsWith(MELTED) || name.equals(ALL_METALS);
  }

  /** Whether a fact is a share of a whole of which others are shares too. */
  static boolean isShareOfAWhole(String name) {
    return name.startsWith(WEIGHT) || name.startsWith(MELTED);
  }

  /** Whether two facts are shares of the same whole. */
  static boolean areOfOneWhole(String name, String other) {
    return isShareOfAWhole(name) && isShareOfAWhole(other) && wholeOf(name).equals(wholeOf(other));
  }

  /** Whether a fact is a day that cannot be after the day of entry. */
  static boolean isBeforeEntry(String name) {
    return BEFORE_ENTRY.contains(name);
  }

  /** The days declared of what happened before the goods entered, by name. */
  static Map<String, LocalDate> daysBeforeEntry(Map<String, String> facts) {
    Map<String, LocalDate> days = new TreeMap<>();
    for (String name : BEFORE_ENTRY) {
      Optional.ofNullable(facts.get(name))
          .flatMap(Condition.Day::declared)
          .ifPresent(day -> days.put(name, day));
    }
    return days;
  }

  /**
   * Within what a share lies for what is declared of others: of a part of the weight that is not
   * stated, the least that its materials have and the most that others leave.
   *
   * @param name the share
   * @param facts what is declared
   */
  static Optional<NumberStretch> limits(String name, Map<String, String> facts) {
    return isShareOfAWhole(name)
        ? shares(wholeOf(name), facts).limits(parts(name))
        : Optional.empty();
  }

  private static String wholeOf(String name) {
    return name.startsWith(WEIGHT) ? WEIGHT : MELTED;
  }

  /** The materials of a weight, the country of a melt. */
  private static List<String> parts(String name) {
    return name.startsWith(WEIGHT) ? materials(name) : List.of(name.substring(MELTED.length()));
  }

  /** All shares of a whole that are declared. */
  private static PartsOfAWhole shares(String whole, Map<String, String> facts) {
    Map<List<String>, NumberStretch> known = new LinkedHashMap<>();
    facts.forEach(
        (name, value) -> {
          if (name.startsWith(whole)) {
            NumberStretch.ofNumberOrWords(value).ifPresent(share -> known.put(parts(name), share));
          }
        });
    if (whole.equals(MELTED)) {
      country(facts.get(METAL_ORIGIN))
          .ifPresent(all -> known.putIfAbsent(List.of(all), NumberStretch.WHOLE));
    }
    return new PartsOfAWhole(known);
  }

  private static Optional<String> country(@Nullable String origin) {
    return Optional.ofNullable(origin).flatMap(Country::find).map(Country::alpha2);
  }

  /** Whether a fact is a number that is never below nothing: counted, weighed or priced. */
  private static boolean isCounted(String name) {
    return isShare(name) || name.equals(AGE) || name.startsWith(Condition.UNIT_VALUE);
  }

  /**
   * What cannot be so of any goods: a number below nothing, a share of the weight or of a metal
   * above one, shares of one metal or weight that exceed it together, a share of several materials
   * that is less than one of them.
   *
   * @param facts what is declared
   */
  static Optional<String> contradiction(Map<String, String> facts) {
    boolean shares = false;
    for (Map.Entry<String, String> each : facts.entrySet()) {
      String name = each.getKey();
      shares |= isShareOfAWhole(name);
      Optional<BigDecimal> number =
          isCounted(name) ? PlainNumber.read(each.getValue()) : Optional.empty();
      boolean tooMuch =
          isShare(name) && number.filter(n -> n.compareTo(BigDecimal.ONE) > 0).isPresent();
      if (tooMuch || number.filter(n -> n.signum() < 0).isPresent()) {
        return Optional.of(
            name
                + (isShare(name) ? " must be within 0 and 1" : " must not be negative")
                + ", but was "
                + each.getValue());
      }
    }
    return shares
        ? together(WEIGHT, facts).or(() -> together(MELTED, facts)).or(() -> meltedElsewhere(facts))
        : Optional.empty();
  }

  private static Optional<String> together(String whole, Map<String, String> facts) {
    return shares(whole, facts).isContradicted()
        ? Optional.of(
            whole
                + "… must be at most 1 together and a part no more than the whole of it, but was "
                + stated(whole, facts))
        : Optional.empty();
  }

  private static String stated(String whole, Map<String, String> facts) {
    return facts.entrySet().stream()
        .filter(each -> each.getKey().startsWith(whole) || each.getKey().equals(METAL_ORIGIN))
        .map(each -> each.getKey() + "=" + each.getValue())
        .collect(Collectors.joining("; "));
  }

  /** The origin of a metal is of all of it. */
  private static Optional<String> meltedElsewhere(Map<String, String> facts) {
    return country(facts.get(METAL_ORIGIN))
        .flatMap(all -> Optional.ofNullable(facts.get(MELTED + all)))
        .flatMap(NumberStretch::ofNumberOrWords)
        .filter(share -> share.most().compareTo(BigDecimal.ONE) < 0)
        .map(
            share ->
                METAL_ORIGIN + " must be of all of the metal, but was " + stated(MELTED, facts));
  }
}
