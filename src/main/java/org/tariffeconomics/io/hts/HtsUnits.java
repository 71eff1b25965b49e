package org.tariffeconomics.io.hts;

import java.util.Set;
import org.tariffeconomics.basics.Unit;

/** The units of quantity of the US schedule, which writes them more freely than its rates. */
final class HtsUnits {

  /** Units that count a part of the goods, or in a way of their own. */
  private static final Set<String> OWN =
      Set.of(
          "X",
          "kg cmsc",
          "kg msc",
          "kg amc",
          "kg ttl sug",
          "cy kg",
          "t adw",
          "t dwb",
          "Dz Pcs",
          "No. and kg",
          "thousand m",
          "thousand m3",
          "thousands",
          "hundreds",
          "square",
          "Fiber m",
          "gr.lines",
          "GBq",
          "MWh",
          "pcs",
          "Jwls.",
          "doses",
          "pack",
          "bbl",
          "carat");

  private HtsUnits() {}

  static boolean isKnown(String unit) {
    return OWN.contains(unit) || isUnit(unit) || isContent(unit);
  }

  /** A quantity of what is contained: {@code Au g} for grams of gold. */
  private static boolean isContent(String unit) {
    int blank = unit.indexOf(' ');
    return blank > 0
        && Character.isUpperCase(unit.charAt(0))
        && unit.chars().limit(blank).allMatch(Character::isLetterOrDigit)
        && Set.of("kg", "g", "t").contains(unit.substring(blank + 1));
  }

  private static boolean isUnit(String unit) {
    try {
      return !Unit.of(unit).code().isEmpty();
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
