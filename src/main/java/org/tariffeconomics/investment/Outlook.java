package org.tariffeconomics.investment;

import java.math.BigDecimal;
import java.util.Objects;
import org.joda.money.BigMoney;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.basics.Require;

/**
 * The years over which a deal is valued: amounts fall at the ends of years, the first one year from
 * now.
 *
 * @param discount the discount rate a year, above −100 %
 * @param growth the growth of imports, and so of relief, from one year to the next, above −100 %
 * @param years how many years are counted, positive
 * @since 0.1.0
 */
public record Outlook(Rate discount, Rate growth, int years) {

  /**
   * Creates an outlook.
   *
   * @param discount the discount rate a year, above −100 %
   * @param growth the growth of imports, and so of relief, from one year to the next, above −100 %
   * @param years how many years are counted, positive
   * @throws IllegalArgumentException when a number is out of bounds
   */
  public Outlook {
    Require.aboveTotalLoss("discount", discount);
    Require.aboveTotalLoss("growth", growth);
    Require.positiveCount("years", years);
  }

  /**
   * What an amount a year that grows is worth now: Σ first (1 + g)^(k−1) / (1 + d)^k.
   *
   * @param firstYear the amount at the end of the first year
   * @return the present value
   */
  public BigMoney presentValue(BigMoney firstYear) {
    Objects.requireNonNull(firstYear, "firstYear");
    return MoneyMath.times(firstYear, Annuity.growingFactor(discount, growth, years));
  }

  /**
   * The present value of a level 1 a year.
   *
   * @return the annuity factor a(d, n)
   */
  public BigDecimal annuityFactor() {
    return Annuity.factor(discount, years);
  }

  /** The three numbers. */
  @Override
  public String toString() {
    return years + " years, discount " + discount + ", growth " + growth;
  }
}
