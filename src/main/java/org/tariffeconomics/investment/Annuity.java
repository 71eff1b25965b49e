package org.tariffeconomics.investment;

import java.math.BigDecimal;
import java.util.Objects;
import org.joda.money.BigMoney;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.basics.Require;

/**
 * Level and growing payments at the ends of equal periods, and what they are worth today.
 *
 * <p>The present value of 1 at the end of each of n periods is a(r, n) = (1 − (1 + r)^−n) / r, and
 * n where r is zero. It is summed period by period to 34 digits, so there is no loss of digits near
 * zero. Rates are per period and above −100 %.
 *
 * @since 0.1.0
 */
public final class Annuity {

  private Annuity() {}

  /**
   * The present value of 1 at the end of each period.
   *
   * @param rate the discount rate a period, above −100 %
   * @param periods how many payments, positive
   * @return the annuity factor, in periods' payments
   * @throws IllegalArgumentException when an argument is out of bounds
   */
  public static BigDecimal factor(Rate rate, int periods) {
    Objects.requireNonNull(rate, "rate");
    return growingFactor(rate, Rate.ZERO, periods);
  }

  /**
   * The present value of payments that start with 1 at the end of the first period and grow: Σ (1 +
   * g)^(k−1) / (1 + r)^k for k = 1 … n.
   *
   * @param rate the discount rate a period, above −100 %
   * @param growth the growth from one payment to the next, above −100 %
   * @param periods how many payments, positive
   * @return the factor, in first payments
   * @throws IllegalArgumentException when an argument is out of bounds
   */
  public static BigDecimal growingFactor(Rate rate, Rate growth, int periods) {
    Require.aboveTotalLoss("rate", rate);
    Require.aboveTotalLoss("growth", growth);
    Require.positiveCount("periods", periods);
    BigDecimal discounted = BigDecimal.ONE.divide(rate.power(), MoneyMath.PRECISION);
    BigDecimal step = growth.power().divide(rate.power(), MoneyMath.PRECISION);
    BigDecimal factor = BigDecimal.ZERO;
    for (int k = 0; k < periods; k++) {
      factor = factor.add(discounted, MoneyMath.PRECISION);
      discounted = discounted.multiply(step, MoneyMath.PRECISION);
    }
    return factor;
  }

  /**
   * The present value of a level payment.
   *
   * @param payment what is paid at the end of each period
   * @param rate the discount rate a period, above −100 %
   * @param periods how many payments, positive
   * @return payment × a(r, n)
   */
  public static BigMoney presentValue(BigMoney payment, Rate rate, int periods) {
    Objects.requireNonNull(payment, "payment");
    Objects.requireNonNull(rate, "rate");
    return MoneyMath.times(payment, factor(rate, periods));
  }

  /**
   * The level payment that is worth an amount today.
   *
   * @param presentValue what the payments are worth together, today
   * @param rate the discount rate a period, above −100 %
   * @param periods how many payments, positive
   * @return the payment at the end of each period, present value / a(r, n)
   */
  public static BigMoney payment(BigMoney presentValue, Rate rate, int periods) {
    Objects.requireNonNull(presentValue, "presentValue");
    Objects.requireNonNull(rate, "rate");
    return MoneyMath.dividedBy(presentValue, factor(rate, periods));
  }
}
