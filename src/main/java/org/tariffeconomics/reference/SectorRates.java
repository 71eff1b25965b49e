package org.tariffeconomics.reference;

import java.time.LocalDate;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.CountryGroup;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.reference.UsTrade.Sector;
import org.tariffeconomics.tariff.TariffLaw;

/** The duty of one partner on the line that stands for a sector, with what is usually declared. */
final class SectorRates {

  private SectorRates() {}

  /** The rate; empty where it is not one number, or members of a group pay different ones. */
  static Optional<Rate> rate(TariffLaw law, Sector sector, String partner) {
    return rate(law, HsCode.of(sector.line()), partner);
  }

  static Optional<Rate> rate(TariffLaw law, HsCode line, String partner) {
    Optional<CountryGroup> group = CountryGroup.find(partner);
    List<Country> origins =
        group.map(g -> g.members(law.day())).orElseGet(() -> List.of(Country.parse(partner)));
    TreeSet<Rate> rates = new TreeSet<>();
    for (Country origin : origins) {
      Optional<Rate> rate =
          law.stack(line, origin, UsualFacts.us().of(line, origin, law.day())).adValoremRate();
      if (rate.isEmpty()) {
        return Optional.empty();
      }
      rates.add(rate.get());
    }
    return rates.size() == 1 ? Optional.of(rates.first()) : Optional.empty();
  }

  /** The days in a range on which the law or what is known of it may change, and month starts. */
  static NavigableSet<LocalDate> steps(LocalDate from, LocalDate until) {
    TreeSet<LocalDate> steps = new TreeSet<>(UsTariffs.book().changeDays());
    steps.addAll(UsTariffs.book().knowledgeDays());
    for (LocalDate month = from.withDayOfMonth(1); month.isBefore(until); ) {
      steps.add(month);
      month = month.plusMonths(1);
    }
    steps.add(from);
    steps.add(until);
    return new TreeSet<>(steps.subSet(from, true, until, true));
  }
}
