package org.tariffeconomics.investment;

import java.math.BigDecimal;
import org.joda.money.BigMoney;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.basics.Require;

/** A waterfall at work: what is left to recoup in each stage, period after period. */
final class WaterfallRun {

  private final Waterfall terms;
  private final BigMoney outlay;

  /** What each stage has left to recoup; zero once it has ended, and for the last. */
  private final BigDecimal[] open;

  /** All that has moved in each stage, with interest: what the size of rounding is measured by. */
  private final BigDecimal[] turnover;

  private int period;
  private int stage;

  WaterfallRun(Waterfall terms, BigMoney outlay) {
    this.terms = terms;
    this.outlay = outlay;
    this.open =
        terms.stages().stream()
            .map(s -> s.ends().map(outlay.getAmount()::multiply).orElse(BigDecimal.ZERO))
            .toArray(BigDecimal[]::new);
    this.turnover = open.clone();
  }

  Payout.Row next(BigMoney cash) {
    period++;
    Require.currency("cash of period " + period, cash, outlay.getCurrencyUnit());
    Require.notNegative("cash of period " + period, cash);
    accrue();
    BigDecimal investor = investorShare(cash.getAmount());
    return new Payout.Row(
        period, cash, money(investor), money(cash.getAmount().subtract(investor)), money(open[0]));
  }

  private BigMoney money(BigDecimal amount) {
    return BigMoney.of(outlay.getCurrencyUnit(), amount);
  }

  private void accrue() {
    for (int i = stage; i < open.length - 1; i++) {
      BigDecimal power = terms.stages().get(i).interest().orElse(Rate.ZERO).power();
      open[i] = open[i].multiply(power, MoneyMath.PRECISION);
      turnover[i] = turnover[i].multiply(power, MoneyMath.PRECISION);
    }
  }

  /** Passes the period's cash through the stages, each taking what it needs to end. */
  private BigDecimal investorShare(BigDecimal cash) {
    BigDecimal investor = BigDecimal.ZERO;
    BigDecimal left = cash;
    while (left.signum() > 0) {
      BigDecimal share = terms.stages().get(stage).split().investor();
      BigDecimal received = left.multiply(share, MoneyMath.PRECISION);
      if (isLast() || !completes(received)) {
        receive(received);
        return investor.add(received);
      }
      BigDecimal completing = open[stage].min(received);
      investor = investor.add(completing);
      left = left.subtract(cashFor(completing, share)).max(BigDecimal.ZERO);
      receive(completing);
      open[stage] = BigDecimal.ZERO;
      stage++;
    }
    return investor;
  }

  /** Whether an amount leaves nothing open in this stage but what rounding made. */
  private boolean completes(BigDecimal received) {
    return MoneyMath.hasReachedZero(received.subtract(open[stage]), turnover[stage]);
  }

  /** The cash of which a share is this amount; nothing where nothing is needed. */
  private static BigDecimal cashFor(BigDecimal amount, BigDecimal share) {
    return amount.signum() == 0 ? amount : amount.divide(share, MoneyMath.PRECISION);
  }

  private boolean isLast() {
    return stage == open.length - 1;
  }

  private void receive(BigDecimal amount) {
    for (int i = stage; i < open.length - 1; i++) {
      open[i] = open[i].subtract(amount, MoneyMath.PRECISION).max(BigDecimal.ZERO);
      turnover[i] = turnover[i].add(amount, MoneyMath.PRECISION);
    }
  }
}
