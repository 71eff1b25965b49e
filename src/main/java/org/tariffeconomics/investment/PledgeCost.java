package org.tariffeconomics.investment;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.Objects;
import java.util.stream.Stream;
import org.joda.money.BigMoney;
import org.tariffeconomics.basics.PlainNumber;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.basics.Require;

/**
 * What keeping a pledge would cost its investor, as an estimate. The headline itself is not a cost:
 * a loan is repaid and a share earns something. The cost is what the money earns too little.
 *
 * <p>It is contingent: it falls due only as far as the pledge is called.
 *
 * @param headline the amount pledged, not negative
 * @param flows the cost a year from now (time 0) on, a cost positive, a gain negative, in the
 *     currency of the headline
 * @param basis how the cost was estimated, in words
 * @since 0.1.0
 */
public record PledgeCost(BigMoney headline, CashFlows flows, String basis) {

  /**
   * Creates a cost.
   *
   * @param headline the amount pledged, not negative
   * @param flows the cost a year from now (time 0) on, a cost positive, a gain negative, in the
   *     currency of the headline
   * @param basis how the cost was estimated, in words
   * @throws IllegalArgumentException when the headline is negative or the currencies differ
   */
  public PledgeCost {
    Objects.requireNonNull(flows, "flows");
    Objects.requireNonNull(basis, "basis");
    Require.notNegative("headline", headline);
    Require.currency("headline", headline, flows.currency());
    headline = PlainNumber.plain(headline);
  }

  /**
   * The cost of a return that falls short of the one required: headline × shortfall at the end of
   * each year, as if all of it were paid now.
   *
   * @param headline the amount pledged, not negative
   * @param shortfall required less expected return a year; negative where more is earned
   * @param years for how many years, positive
   * @return the cost
   */
  public static PledgeCost ofReturnShortfall(BigMoney headline, Rate shortfall, int years) {
    Objects.requireNonNull(headline, "headline");
    Objects.requireNonNull(shortfall, "shortfall");
    BigDecimal yearly = headline.getAmount().multiply(shortfall.fraction());
    Require.positiveCount("years", years);
    return new PledgeCost(
        headline,
        CashFlows.of(
            headline.getCurrencyUnit(),
            Stream.concat(Stream.of(BigDecimal.ZERO), Collections.nCopies(years, yearly).stream())
                .toList()),
        "return " + shortfall.percent().toPlainString() + " pp a year below the required one");
  }

  /**
   * The cost of a project whose cash is shared out: the outlay now, less what the investor
   * receives.
   *
   * @param payout the project's cash as shared out, one period a year
   * @return the cost; its present value is negative where the investor gains
   */
  public static PledgeCost ofPayout(Payout payout) {
    Objects.requireNonNull(payout, "payout");
    return new PledgeCost(
        payout.outlay(),
        payout.investorFlows().negated(),
        "outlay less receipts, " + payout.terms());
  }

  /**
   * What the cost is worth now.
   *
   * @param discount the discount rate a year, above −100 %
   * @return the present value
   */
  public BigMoney presentValue(Rate discount) {
    Objects.requireNonNull(discount, "discount");
    return flows.npv(discount);
  }

  /** The headline and the cost in sum. */
  @Override
  public String toString() {
    return "cost of "
        + MoneyScale.show(headline)
        + " pledged: "
        + MoneyScale.show(flows.total())
        + " undiscounted";
  }
}
