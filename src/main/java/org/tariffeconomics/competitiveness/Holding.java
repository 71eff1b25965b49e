package org.tariffeconomics.competitiveness;

import java.util.Locale;
import java.util.Objects;
import org.tariffeconomics.basics.Require;

/**
 * A position of a book, such as a loan or an insured credit, that lives on exports of a product.
 *
 * @param name what the position is
 * @param origin where the debtor exports from
 * @param product what it exports, named as in the market
 * @param amount the amount at stake, in the book's currency, not negative
 * @since 0.1.0
 */
public record Holding(String name, String origin, String product, double amount) {

  /**
   * Creates a holding.
   *
   * @param name what the position is
   * @param origin where the debtor exports from
   * @param product what it exports, named as in the market
   * @param amount the amount at stake, in the book's currency, not negative
   * @throws IllegalArgumentException when a name is blank or the amount is negative
   */
  public Holding {
    Require.notBlank("name", name);
    Require.notBlank("origin", origin);
    Require.notBlank("product", product);
    Require.notNegative("amount of " + name, amount);
  }

  /**
   * A holding by its four parts.
   *
   * @param name what the position is
   * @param origin where the debtor exports from
   * @param product what it exports
   * @param amount the amount at stake
   * @return the holding
   */
  public static Holding of(String name, String origin, String product, double amount) {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(origin, "origin");
    Objects.requireNonNull(product, "product");
    return new Holding(name, origin, product, amount);
  }

  /** The holding in one line. */
  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%s: %s in %s, %.0f", name, origin, product, amount);
  }
}
