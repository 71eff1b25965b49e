package org.tariffeconomics.landedcost;

import java.util.List;
import java.util.Objects;
import org.joda.money.BigMoney;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.PlainNumber;
import org.tariffeconomics.basics.Quantity;
import org.tariffeconomics.rate.DeclaredOrigin;

/**
 * An article of a portfolio: what is bought of it in a period, from where.
 *
 * @param sku what the article is called
 * @param region what it is counted under, e.g. where it is bought or sold; may be empty
 * @param line the tariff line
 * @param origin the country of origin and what is declared
 * @param value the customs value of all that is bought in the period, not negative
 * @param quantities the quantities of it, for duties by quantity
 * @since 0.1.0
 */
public record PortfolioItem(
    String sku,
    String region,
    HsCode line,
    DeclaredOrigin origin,
    BigMoney value,
    List<Quantity> quantities) {

  /**
   * Creates an article.
   *
   * @param sku what the article is called
   * @param region what it is counted under
   * @param line the tariff line
   * @param origin the country of origin and what is declared
   * @param value the customs value
   * @param quantities the quantities
   * @throws IllegalArgumentException when the name is blank or the value negative
   */
  public PortfolioItem {
    Objects.requireNonNull(sku, "sku");
    Objects.requireNonNull(quantities, "quantities");
    CostAmounts.requireName("An article", sku);
    Objects.requireNonNull(region, "region");
    Objects.requireNonNull(line, "line");
    Objects.requireNonNull(origin, "origin");
    CostAmounts.notNegative("value", value);
    quantities = List.copyOf(quantities);
    value = PlainNumber.plain(value);
  }

  /**
   * An article without region and quantities.
   *
   * @param sku what the article is called
   * @param line the tariff line, e.g. {@code 8703.23.01}
   * @param origin the origin, e.g. {@code KR claiming KORUS}
   * @param value the customs value with its currency
   * @return the article
   * @throws IllegalArgumentException when a text cannot be read
   */
  public static PortfolioItem of(String sku, String line, String origin, String value) {
    Objects.requireNonNull(sku, "sku");
    return new PortfolioItem(
        sku,
        "",
        HsCode.of(Objects.requireNonNull(line, "line")),
        DeclaredOrigin.parse(Objects.requireNonNull(origin, "origin")),
        CostAmounts.parse("value", value),
        List.of());
  }

  /**
   * The same article counted under a region.
   *
   * @param name the region
   * @return a new article
   */
  public PortfolioItem withRegion(String name) {
    Objects.requireNonNull(name, "name");
    return new PortfolioItem(sku, name, line, origin, value, quantities);
  }

  /**
   * The same article from another origin, or of other declarations.
   *
   * @param other the country of origin and what is declared
   * @return a new article
   */
  public PortfolioItem withOrigin(DeclaredOrigin other) {
    Objects.requireNonNull(other, "other");
    return new PortfolioItem(sku, region, line, other, value, quantities);
  }

  /**
   * The same article at another value.
   *
   * @param other the customs value
   * @return a new article
   */
  public PortfolioItem withValue(BigMoney other) {
    Objects.requireNonNull(other, "other");
    return new PortfolioItem(sku, region, line, origin, other, quantities);
  }

  /** The name, the line and the origin. */
  @Override
  public String toString() {
    return sku + ": " + line + " from " + origin.label();
  }
}
