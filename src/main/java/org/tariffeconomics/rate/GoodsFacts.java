package org.tariffeconomics.rate;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tariffeconomics.basics.PlainNumber;

/**
 * Facts about what the goods are, as against reliefs that an importer asks for: where one is not
 * declared, the duty is not known. Tariff lists restrict lines by words (“civil aircraft”, “parts
 * of vehicles”), and such a line is neither charged nor freed as long as the words are open.
 */
final class GoodsFacts {

  /** A prefix of the names of worded goods, for example {@code goods:etrogs}. */
  private static final String GOODS = "goods:";

  /** A prefix of the names of lists that only one other hand has copied. */
  private static final String LIST_CONFIRMED = "list confirmed:";

  /** A prefix of the names of shares of the weight; several materials are joined by {@code +}. */
  private static final String WEIGHT = "weight:";

  /** The share of the weight of all metals of the lists that a line is on. */
  private static final String ALL_METALS = "metal weight share";

  private static final Set<String> NAMES =
      Set.of(
          "civil aircraft",
          "vehicle part",
          "truck part",
          "part for UK vehicle",
          "vehicle",
          "kitchen cabinet",
          "solar module",
          "advanced chip",
          "patented medicine",
          "generic",
          "pharmaceutical use",
          "religious use",
          "drone",
          "thermal imager",
          "energy",
          "potash",
          "intermodal chassis",
          "ship-to-shore crane");

  private GoodsFacts() {}

  /** Whether a duty is not known as long as a fact of this name is not declared. */
  static boolean decides(String name) {
    return NAMES.contains(name)
        || name.startsWith(GOODS)
        || name.startsWith(LIST_CONFIRMED)
        || name.startsWith(WEIGHT);
  }

  /**
   * What is declared under a name. The weight of several materials is that of each, added up; where
   * none of them is declared, the share of the listed metals as a whole stands for them.
   */
  static Optional<String> declared(DeclaredFacts facts, String name) {
    Optional<String> plain = facts.fact(name);
    if (plain.isPresent() || !name.startsWith(WEIGHT)) {
      return plain;
    }
    return sum(facts, List.of(name.substring(WEIGHT.length()).split("\\+", -1)))
        .or(() -> facts.fact(ALL_METALS));
  }

  private static Optional<String> sum(DeclaredFacts facts, List<String> materials) {
    BigDecimal sum = BigDecimal.ZERO;
    for (String each : materials) {
      Optional<BigDecimal> share =
          facts
              .fact(WEIGHT + Portion.canonical(each))
              .flatMap(PlainNumber::read);
      if (share.isEmpty()) {
        return Optional.empty();
      }
      sum = sum.add(share.get());
    }
    return Optional.of(sum.toPlainString());
  }
}
