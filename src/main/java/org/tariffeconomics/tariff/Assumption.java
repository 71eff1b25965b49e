package org.tariffeconomics.tariff;

import java.time.LocalDate;
import java.util.Objects;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.OriginScope;
import org.tariffeconomics.basics.ProductScope;
import org.tariffeconomics.basics.Source;
import org.tariffeconomics.rate.DeclaredFacts;
import org.threeten.extra.LocalDateRange;

/**
 * What is taken to be so of goods where nothing is declared: never part of the law, and shown with
 * every number that it moved.
 *
 * @param products the goods it is made for
 * @param origins the origins it is made for
 * @param facts what is taken to be declared
 * @param days the days of entry it is made for, half-open
 * @param reason the evidence, in words
 * @param source where the evidence stands
 * @since 0.1.0
 */
public record Assumption(
    ProductScope products,
    OriginScope origins,
    DeclaredFacts facts,
    LocalDateRange days,
    String reason,
    Source source) {

  /**
   * Refuses an assumption of nothing.
   *
   * @param products the goods it is made for
   * @param origins the origins it is made for
   * @param facts what is taken to be declared
   * @param days the days of entry it is made for, half-open
   * @param reason the evidence, in words
   * @param source where the evidence stands
   */
  public Assumption {
    Objects.requireNonNull(facts, "facts");
    Objects.requireNonNull(products, "products");
    Objects.requireNonNull(origins, "origins");
    Objects.requireNonNull(days, "days");
    Objects.requireNonNull(reason, "reason");
    Objects.requireNonNull(source, "source");
    if (facts.isEmpty()) {
      throw new IllegalArgumentException(
          "An assumption must take something to be declared, but '" + reason + "' takes nothing");
    }
  }

  /**
   * Whether it is made for some goods.
   *
   * @param line the code
   * @param origin the country of origin
   * @param day the day of entry
   * @return false where it says nothing of them
   */
  public boolean isFor(HsCode line, Country origin, LocalDate day) {
    Objects.requireNonNull(line, "line");
    Objects.requireNonNull(origin, "origin");
    Objects.requireNonNull(day, "day");
    return days.contains(day) && products.contains(line) && origins.includes(origin, day);
  }

  /** The goods, the origins and what is taken to be declared. */
  @Override
  public String toString() {
    return products + " from " + origins + ": " + facts;
  }
}
