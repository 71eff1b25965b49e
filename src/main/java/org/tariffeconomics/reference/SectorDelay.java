package org.tariffeconomics.reference;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.function.Function;
import org.tariffeconomics.basics.GapRange;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.basics.RateRange;
import org.tariffeconomics.reference.UsDelay.Month;
import org.tariffeconomics.reference.UsTrade.Sector;
import org.tariffeconomics.tariff.TariffLaw;
import org.threeten.extra.LocalDateRange;

/** Days of another rate in a sector: the duty of its line on the best imports that are held. */
final class SectorDelay {

  private SectorDelay() {}

  private static RateRange known(TariffLaw law, Sector sector, String partner) {
    return SectorRates.range(law, HsCode.of(sector.line()), partner)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "The duty on "
                        + sector.line()
                        + " from "
                        + partner
                        + " on "
                        + law.day()
                        + " has neither a rate nor bounds"));
  }

  static List<Month> months(
      String partner,
      Sector sector,
      LocalDate from,
      LocalDate until,
      Function<LocalDate, TariffLaw> paid,
      Function<LocalDate, TariffLaw> lower) {
    List<Month> months = new ArrayList<>();
    for (LocalDateRange each : Stretches.of(from, SectorRates.steps(from, until))) {
      LocalDate start = each.getStart();
      UsDelay.append(months, part(partner, sector, each, paid.apply(start), lower.apply(start)));
    }
    return months;
  }

  private static Month part(
      String partner,
      Sector sector,
      LocalDateRange stretch,
      TariffLaw paidUnder,
      TariffLaw comparedWith) {
    RateRange paid = known(paidUnder, sector, partner);
    RateRange lower = known(comparedWith, sector, partner);
    GapRange more =
        SectorRates.gap(paidUnder, comparedWith, HsCode.of(sector.line()), partner)
            .orElse(paid.minus(lower));
    YearMonth month = YearMonth.from(stretch.getStart());
    long days = stretch.lengthInDays();
    BigDecimal share =
        BigDecimal.valueOf(days)
            .divide(BigDecimal.valueOf(month.lengthOfMonth()), MathContext.DECIMAL64);
    SectorFlow flow =
        SectorFlow.of(sector, partner, month)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "No imports of " + sector + " from '" + partner + "' are held"));
    BigDecimal daysOfYear =
        BigDecimal.valueOf(12L * days)
            .divide(BigDecimal.valueOf(month.lengthOfYear()), MathContext.DECIMAL64);
    return new Month(
        month,
        days,
        paid,
        lower,
        more,
        flow.basis(),
        flow.perMonth().multiply(flow.isOfYear() ? daysOfYear : share),
        SectorFlow.of2024(sector, partner).map(f -> f.perMonth().multiply(daysOfYear)),
        lower.exact().flatMap(rate -> industry(partner, sector, month, share, rate)),
        Rate.percent(100));
  }

  /** Duty less what the lower rate would have come to on the same imports. */
  private static Optional<BigDecimal> industry(
      String partner, Sector sector, YearMonth month, BigDecimal share, Rate lower) {
    return SectorFlow.industryMonth(sector, partner, month)
        .flatMap(
            m ->
                m.imports()
                    .flatMap(
                        i ->
                            m.duty()
                                .map(
                                    d ->
                                        d.subtract(i.multiply(lower.fraction())).multiply(share))));
  }

  /** Who had the lower rate, or a lower one, on every one of the days. */
  static List<String> ahead(
      String partner, Sector sector, LocalDate from, LocalDate until, TariffLaw after) {
    RateRange rate = known(after, sector, partner);
    List<String> names = new ArrayList<>();
    for (UsTrade.Partner each : UsTrade.partners()) {
      boolean sells = each.imports(sector).map(v -> v.signum() > 0).orElse(false);
      if (sells
          && !each.partner().equals(partner)
          && !UsTrade.IN_THE_UNION.contains(each.partner())
          && isAtMost(each.partner(), sector, from, until, rate.lowest())) {
        names.add(each.partner());
      }
    }
    return names;
  }

  private static boolean isAtMost(
      String rival, Sector sector, LocalDate from, LocalDate until, Rate rate) {
    NavigableSet<LocalDate> steps = SectorRates.steps(from, until);
    steps.remove(until);
    return steps.stream()
        .allMatch(
            day ->
                SectorRates.range(UsTariffs.book().on(day), HsCode.of(sector.line()), rival)
                    .map(r -> r.highest().compareTo(rate) <= 0)
                    .orElse(false));
  }
}
