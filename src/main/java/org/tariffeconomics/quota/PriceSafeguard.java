package org.tariffeconomics.quota;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;

/**
 * The price-based special safeguard of agriculture: an additional duty that grows with the distance
 * of the import price below a trigger price.
 *
 * <p>Of the part of the trigger price by which the import price lies below it: nothing up to 10 %,
 * then 30 % of what exceeds 10 %, 50 % of what exceeds 40 %, 70 % of what exceeds 60 %, 90 % of
 * what exceeds 75 %, band by band. Source: WTO Agreement on Agriculture, Article 5.5; Regulation
 * (EC) 504/2007, Article 3.
 *
 * @since 0.1.0
 */
public final class PriceSafeguard {

  /** A band of the difference, as a share of the trigger price, and the rate within it. */
  private record Band(String above, String rate) {}

  private static final List<Band> BANDS =
      List.of(
          new Band("0.75", "0.9"),
          new Band("0.60", "0.7"),
          new Band("0.40", "0.5"),
          new Band("0.10", "0.3"));

  private PriceSafeguard() {}

  /**
   * The additional duty on a unit.
   *
   * @param triggerPrice the trigger price a unit, positive
   * @param importPrice the c.i.f. import price a unit in the same currency, not negative
   * @return the additional duty a unit, exactly; zero where the price is not more than 10 % below
   * @throws IllegalArgumentException when a price is out of bounds
   */
  public static BigDecimal additionalDuty(BigDecimal triggerPrice, BigDecimal importPrice) {
    Objects.requireNonNull(triggerPrice, "triggerPrice");
    Objects.requireNonNull(importPrice, "importPrice");
    if (triggerPrice.signum() <= 0 || importPrice.signum() < 0) {
      throw new IllegalArgumentException(
          "The trigger price must be positive and the import price not negative, but were "
              + triggerPrice
              + " and "
              + importPrice);
    }
    BigDecimal difference = triggerPrice.subtract(importPrice);
    BigDecimal duty = BigDecimal.ZERO;
    for (Band band : BANDS) {
      BigDecimal floor = triggerPrice.multiply(new BigDecimal(band.above()));
      if (difference.compareTo(floor) > 0) {
        duty = duty.add(difference.subtract(floor).multiply(new BigDecimal(band.rate())));
        difference = floor;
      }
    }
    return duty;
  }
}
