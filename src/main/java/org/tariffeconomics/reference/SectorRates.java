package org.tariffeconomics.reference;

import java.time.LocalDate;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.CountryGroup;
import org.tariffeconomics.basics.GapRange;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.basics.RateRange;
import org.tariffeconomics.rate.DeclaredOrigin;
import org.tariffeconomics.reference.UsTrade.Sector;
import org.tariffeconomics.tariff.DutyGap;
import org.tariffeconomics.tariff.DutyStack;
import org.tariffeconomics.tariff.TariffLaw;

/** The duty of one partner on the line that stands for a sector, with what is usually declared. */
final class SectorRates {

  private SectorRates() {}

  /** The rate; empty where it is not one number, or members of a group pay different ones. */
  static Optional<Rate> rate(TariffLaw law, Sector sector, String partner) {
    return rate(law, HsCode.of(sector.line()), partner);
  }

  static Optional<Rate> rate(TariffLaw law, HsCode line, String partner) {
    return range(law, line, partner).flatMap(RateRange::exact);
  }

  /** What the rate lies within, over all members of a group; empty where one has no bounds. */
  static Optional<RateRange> range(TariffLaw law, HsCode line, String partner) {
    return range(stacks(law, line, partner));
  }

  /** What the rates of some duties lie within; empty where one has no bounds. */
  static Optional<RateRange> range(List<DutyStack> stacks) {
    Optional<RateRange> all = Optional.empty();
    for (DutyStack each : stacks) {
      Optional<RateRange> range = each.range();
      if (range.isEmpty()) {
        return Optional.empty();
      }
      all = all.map(a -> a.union(range.get())).or(() -> range);
    }
    return all;
  }

  /** The duty of a country, or of each member of a group, in one order. */
  static List<DutyStack> stacks(TariffLaw law, HsCode line, String partner) {
    List<Country> origins =
        CountryGroup.find(partner)
            .map(g -> g.members(law.day()))
            .orElseGet(() -> List.of(DeclaredOrigin.countryNamed(partner)));
    return origins.stream()
        .map(origin -> law.stack(line, origin, UsualFacts.us().of(line, origin, law.day())))
        .toList();
  }

  /** The duty under one law less that under another; empty where a member has no bounds. */
  static Optional<GapRange> gap(TariffLaw one, TariffLaw other, HsCode line, String partner) {
    return gap(stacks(one, line, partner), stacks(other, line, partner));
  }

  /** One duty less another, member by member; a group that changed is compared as a whole. */
  static Optional<GapRange> gap(List<DutyStack> ours, List<DutyStack> theirs) {
    if (ours.size() != theirs.size()) {
      return range(ours).flatMap(o -> range(theirs).map(o::minus));
    }
    Optional<GapRange> all = Optional.empty();
    for (int i = 0; i < ours.size(); i++) {
      Optional<GapRange> each = DutyGap.between(ours.get(i), theirs.get(i));
      if (each.isEmpty()) {
        return Optional.empty();
      }
      all = all.map(a -> a.union(each.get())).or(() -> each);
    }
    return all;
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
