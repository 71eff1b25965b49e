package org.tariffeconomics.tariff;

import java.time.LocalDate;
import java.util.Collection;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.CountryGroup;
import org.tariffeconomics.basics.Texts;

/** What no entry into a territory can be, whatever the goods. */
final class EntryCheck {

  private EntryCheck() {}

  static void refuseOwnGoods(String territory, Country origin, LocalDate day) {
    boolean own =
        origin.alpha2().equals(territory)
            || CountryGroup.find(territory).filter(g -> g.includes(origin, day)).isPresent();
    if (own) {
      throw new IllegalArgumentException(
          "Goods of "
              + origin
              + " are no imports into "
              + territory
              + ": state another origin or another importer");
    }
  }

  static void refuseUnknownClaims(
      String territory, Collection<String> claims, Collection<String> known) {
    for (String claim : claims) {
      if (known.stream().noneMatch(claim::equalsIgnoreCase)) {
        throw new IllegalArgumentException(
            "No preference "
                + Texts.quoted(claim)
                + " at the border of "
                + territory
                + ": there are "
                + (known.isEmpty() ? "none" : String.join(", ", known)));
      }
    }
  }
}
