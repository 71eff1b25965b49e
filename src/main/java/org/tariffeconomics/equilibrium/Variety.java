package org.tariffeconomics.equilibrium;

import java.util.Objects;
import org.tariffeconomics.basics.Require;

/**
 * The goods of one origin in a nested market.
 *
 * @param name what it is called
 * @param share its share of the spending on the nest that it belongs to, from 0 to 1, at
 *     tariff-inclusive prices
 * @since 0.1.0
 */
public record Variety(String name, double share) implements NestMember {

  /**
   * Creates a variety.
   *
   * @param name what it is called
   * @param share its share of the spending on the nest that it belongs to, from 0 to 1, at
   *     tariff-inclusive prices
   * @throws IllegalArgumentException when the share is not from 0 to 1
   */
  public Variety {
    Objects.requireNonNull(name, "name");
    Require.share("share of " + name, share);
  }
}
