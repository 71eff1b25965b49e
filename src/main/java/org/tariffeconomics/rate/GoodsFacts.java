package org.tariffeconomics.rate;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.PlainNumber;

/**
 * Facts about what the goods are that other facts speak of too: the weight of materials, and where
 * a metal was melted.
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

  private static final String AGE = "age";

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
    return name.startsWith(MELTED) ? List.of(name, METAL_ORIGIN) : List.of(name);
  }

  /**
   * What other facts say about one that is not declared itself. The weight of several materials is
   * that of each, added up; where none of them is declared, the share of the listed metals as a
   * whole stands for them. The origin of a metal says that all of it was melted there, or none.
   *
   * @param facts what is declared by name, null where it is not
   */
  static Optional<String> otherwise(String name, Function<String, @Nullable String> facts) {
    if (name.startsWith(MELTED)) {
      return Optional.ofNullable(facts.apply(METAL_ORIGIN))
          .map(origin -> share(origin, name.substring(MELTED.length())));
    }
    return name.startsWith(WEIGHT)
        ? sum(facts, materials(name)).or(() -> Optional.ofNullable(facts.apply(ALL_METALS)))
        : Optional.empty();
  }

  /** All or nothing; what is no country stays as it is, and is not understood. */
  private static String share(String origin, String country) {
    try {
      return Country.parse(origin).equals(Country.of(country)) ? "1" : "0";
    } catch (IllegalArgumentException e) {
      return origin;
    }
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

  /** Whether a fact is a share of a metal by where it was melted. */
  static boolean isShareOfMetal(String name) {
    return name.startsWith(MELTED);
  }

  /** Whether a fact is a number that is never below nothing: counted, weighed or priced. */
  private static boolean isCounted(String name) {
    return isShare(name) || name.equals(AGE) || name.startsWith(Condition.UNIT_VALUE);
  }

  /**
   * What cannot be so of any goods: a number below nothing, a share of the weight or of a metal
   * above one, shares of one metal or weight that exceed it together.
   *
   * @param facts what is declared
   */
  static Optional<String> contradiction(Map<String, String> facts) {
    Map<String, BigDecimal> sums = new TreeMap<>();
    for (Map.Entry<String, String> each : facts.entrySet()) {
      String name = each.getKey();
      Optional<BigDecimal> number =
          isCounted(name) ? PlainNumber.read(each.getValue()) : Optional.empty();
      if (number.isEmpty()) {
        continue;
      }
      boolean tooMuch = isShare(name) && number.get().compareTo(BigDecimal.ONE) > 0;
      if (number.get().signum() < 0 || tooMuch) {
        return Optional.of(
            name
                + (isShare(name) ? " must be within 0 and 1" : " must not be negative")
                + ", but was "
                + each.getValue());
      }
      whole(name).ifPresent(whole -> sums.merge(whole, number.get(), BigDecimal::add));
    }
    return sums.entrySet().stream()
        .filter(each -> each.getValue().compareTo(BigDecimal.ONE) > 0)
        .findFirst()
        .map(
            each ->
                each.getKey()
                    + "… must be at most 1 together, but was "
                    + each.getValue().toPlainString());
  }

  /** What a share is added up with: those of the weight of single materials, those of melting. */
  private static Optional<String> whole(String name) {
    return name.startsWith(MELTED)
        ? Optional.of(MELTED)
        : name.startsWith(WEIGHT) && materials(name).size() == 1
            ? Optional.of(WEIGHT)
            : Optional.empty();
  }
}
