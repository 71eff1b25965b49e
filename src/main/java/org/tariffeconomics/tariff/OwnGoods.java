package org.tariffeconomics.tariff;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.CountryGroup;

/** Goods whose origin is the territory that charges: they pay when they come back from abroad. */
final class OwnGoods {

  static final String REMARK =
      "is of this customs territory: a duty is due only on goods that come back from abroad and"
          + " are not free as returned goods";

  private static final String UNION = "EU";

  /** Names of territories that are no country's code, and parts that have codes of their own. */
  private static final Map<String, Set<String>> OTHERS =
      Map.of(
          "UK", Set.of("GB", "GG", "IM", "JE"),
          "GB", Set.of("GG", "IM", "JE"),
          "XI", Set.of("GB"),
          "US", Set.of("PR"));

  private OwnGoods() {}

  /** Whether an origin is a part of a customs territory on a day. */
  static boolean isOwn(String territory, Country origin, LocalDate day) {
    String code = origin.alpha2();
    boolean inUnion = territory.equals(UNION) || territory.equals("XI");
    return territory.equals(code)
        || OTHERS.getOrDefault(territory, Set.of()).contains(code)
        || inUnion && CountryGroup.standard(UNION).includes(origin, day);
  }
}
