package org.tariffeconomics.landedcost;

import java.util.Objects;
import java.util.Optional;
import org.tariffeconomics.basics.Source;

/**
 * Which value a territory charges duty on. Article 8.2 of the WTO Customs Valuation Agreement
 * leaves it to each member whether freight and insurance to the border are part of it.
 *
 * @since 0.1.0
 */
public enum ValuationBasis {
  /** The value at export: international freight and insurance are not dutiable. */
  FOB("FOB value, freight and insurance not dutiable"),
  /** The value at the border: international freight and insurance are dutiable. */
  CIF("CIF value, freight and insurance dutiable");

  private final String words;

  ValuationBasis(String words) {
    this.words = words;
  }

  /**
   * The basis of a customs territory, from a small table: Australia, Brazil, Canada, China, the EU
   * and its present members, India, Japan, Korea, Mexico, New Zealand, South Africa, the United
   * Kingdom and the United States.
   *
   * @param territory {@code EU}, {@code UK} or a two-letter country code
   * @return the basis
   * @throws IllegalArgumentException when the territory is not in the table: state the basis
   *     instead, none is assumed
   */
  public static ValuationBasis of(String territory) {
    Objects.requireNonNull(territory, "territory");
    return Territory.find(territory)
        .map(Territory::basis)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "No customs valuation basis is known for the territory '"
                        + territory
                        + "': state ValuationBasis.FOB or ValuationBasis.CIF"));
  }

  /**
   * Where the basis of a territory stands in law.
   *
   * @param territory the territory
   * @return the law, empty for a territory that is not in the table
   */
  public static Optional<Source> sourceOf(String territory) {
    Objects.requireNonNull(territory, "territory");
    return Territory.find(territory).map(Territory::source);
  }

  /**
   * {@return the basis in words: for example {@code FOB value, freight and insurance not dutiable}}
   */
  public String words() {
    return words;
  }
}
