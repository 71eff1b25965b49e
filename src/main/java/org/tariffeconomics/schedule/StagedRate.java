package org.tariffeconomics.schedule;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.UnaryOperator;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.rate.DutyRate;

/** Stages a rate component by component. */
final class StagedRate {

  private StagedRate() {}

  /** The rate with each number changed: percentages in percent, money in the minor unit. */
  static DutyRate of(DutyRate base, UnaryOperator<BigDecimal> change) {
    if (base instanceof DutyRate.Free) {
      return base;
    }
    if (base instanceof DutyRate.AdValorem share) {
      return DutyRate.adValorem(Rate.percent(change.apply(share.rate().percent())));
    }
    if (base instanceof DutyRate.Specific specific) {
      return specific(specific, change);
    }
    if (base instanceof DutyRate.Sum sum) {
      return sum(all(sum.terms(), change));
    }
    if (base instanceof DutyRate.GreaterOf greater) {
      List<DutyRate> left = charged(all(greater.terms(), change));
      return left.size() < 2 ? sum(left) : new DutyRate.GreaterOf(left);
    }
    if (base instanceof DutyRate.LesserOf lesser) {
      List<DutyRate> left = all(lesser.terms(), change);
      return charged(left).size() < left.size() ? new DutyRate.Free() : new DutyRate.LesserOf(left);
    }
    throw new IllegalArgumentException("The rate '" + base + "' has no number that can be staged");
  }

  private static DutyRate specific(DutyRate.Specific base, UnaryOperator<BigDecimal> change) {
    CurrencyUnit currency = base.amount().getCurrencyUnit();
    int decimals = currency.getDecimalPlaces();
    BigDecimal minor = change.apply(base.amount().getAmount().movePointRight(decimals));
    return minor.signum() == 0
        ? new DutyRate.Free()
        : new DutyRate.Specific(BigMoney.of(currency, minor.movePointLeft(decimals)), base.per());
  }

  private static List<DutyRate> all(List<DutyRate> terms, UnaryOperator<BigDecimal> change) {
    return terms.stream().map(term -> of(term, change)).toList();
  }

  private static List<DutyRate> charged(List<DutyRate> terms) {
    return terms.stream().filter(term -> !(term instanceof DutyRate.Free)).toList();
  }

  private static DutyRate sum(List<DutyRate> terms) {
    List<DutyRate> left = charged(terms);
    if (left.isEmpty()) {
      return new DutyRate.Free();
    }
    return left.size() == 1 ? left.get(0) : new DutyRate.Sum(left);
  }
}
