package org.tariffeconomics.competitiveness;

import java.util.List;
import java.util.Optional;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.CountryGroup;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.RateRange;
import org.tariffeconomics.rate.DeclaredFacts;
import org.tariffeconomics.tariff.DutyStack;
import org.tariffeconomics.tariff.TariffLaw;

/** The tariff of a supplier by a tariff law, or the reason why there is none. */
final class LawTariffs {

  private LawTariffs() {}

  static Figure tariff(TariffLaw law, String product, String origin, DeclaredFacts facts) {
    HsCode line;
    try {
      line = HsCode.of(product);
    } catch (IllegalArgumentException e) {
      return Figure.unknown("'" + product + "' is no tariff line");
    }
    Optional<CountryGroup> group = CountryGroup.find(origin);
    if (group.isPresent()) {
      return ofGroup(law, line, group.get(), facts);
    }
    return Country.find(origin)
        .map(country -> ofCountry(law, line, country, facts))
        .orElseGet(() -> Figure.unknown("'" + origin + "' is no country or standard group"));
  }

  private static Figure ofGroup(
      TariffLaw law, HsCode line, CountryGroup group, DeclaredFacts facts) {
    List<Figure> tariffs =
        group.members(law.day()).stream()
            .map(member -> ofCountry(law, line, member, facts))
            .distinct()
            .toList();
    if (tariffs.size() == 1) {
      return tariffs.get(0);
    }
    String reason = "members of " + group.name() + " meet different tariffs";
    boolean known = !tariffs.isEmpty() && tariffs.stream().allMatch(t -> t.lowest().isPresent());
    return known
        ? Figure.between(
            tariffs.stream().mapToDouble(t -> t.lowest().orElseThrow()).min().orElseThrow(),
            tariffs.stream().mapToDouble(t -> t.highest().orElseThrow()).max().orElseThrow(),
            reason)
        : Figure.unknown(reason);
  }

  private static Figure ofCountry(TariffLaw law, HsCode line, Country origin, DeclaredFacts facts) {
    DutyStack stack = law.stack(line, origin, facts);
    List<String> reasons = stack.reasons();
    String reason =
        reasons.isEmpty() ? "duty is not a plain share of the value" : String.join("; ", reasons);
    return stack
        .range()
        .map(range -> between(range, reason))
        .orElseGet(() -> Figure.unknown(reason));
  }

  private static Figure between(RateRange range, String reason) {
    return Figure.between(
        range.lowest().fraction().doubleValue(), range.highest().fraction().doubleValue(), reason);
  }
}
