package org.tariffeconomics.reference;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.TreeSet;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.reference.UsRates.LawMean;
import org.tariffeconomics.reference.UsTrade.Sector;
import org.tariffeconomics.tariff.TariffLaw;
import org.threeten.extra.LocalDateRange;

/**
 * The law's mean rate on the sectors of a partner whose imports are not held line by line: of those
 * whose duty is one known rate all month, each by its line; the others are not covered.
 */
final class SectorLaw {

  private SectorLaw() {}

  static Optional<LawMean> of(String partner, YearMonth month) {
    Optional<UsTrade.Partner> trade = UsTrade.find(partner);
    Optional<BigDecimal> all = trade.flatMap(UsTrade.Partner::imports);
    if (trade.isEmpty() || all.isEmpty()) {
      return Optional.empty();
    }
    BigDecimal weights = BigDecimal.ZERO;
    BigDecimal duty = BigDecimal.ZERO;
    for (Sector each : Sector.values()) {
      BigDecimal imports = trade.get().imports(each).orElse(BigDecimal.ZERO);
      Optional<BigDecimal> rate =
          imports.signum() > 0 ? mean(partner, each, month) : Optional.empty();
      if (rate.isPresent()) {
        weights = weights.add(imports);
        duty = duty.add(imports.multiply(rate.get()));
      }
    }
    return weights.signum() == 0
        ? Optional.empty()
        : Optional.of(
            LawMean.of(
                Rate.fraction(duty.divide(weights, MathContext.DECIMAL64)),
                Rate.fraction(weights.divide(all.get(), MathContext.DECIMAL64))));
  }

  /** The sector's rate, each day of the month counting the same. */
  private static Optional<BigDecimal> mean(String partner, Sector sector, YearMonth month) {
    LocalDate from = month.atDay(1);
    LocalDate until = month.plusMonths(1).atDay(1);
    TreeSet<LocalDate> days = new TreeSet<>(UsTariffs.book().changeDays().subSet(from, until));
    days.add(until);
    BigDecimal sum = BigDecimal.ZERO;
    for (LocalDateRange each : Stretches.of(from, days)) {
      TariffLaw law = UsTariffs.book().on(each.getStart());
      Optional<Rate> rate = SectorRates.rate(law, sector, partner);
      if (rate.isEmpty()) {
        return Optional.empty();
      }
      BigDecimal length = BigDecimal.valueOf(each.lengthInDays());
      sum = sum.add(rate.get().fraction().multiply(length));
    }
    return Optional.of(
        sum.divide(BigDecimal.valueOf(month.lengthOfMonth()), MathContext.DECIMAL64));
  }
}
