package org.tariffeconomics.tariff;

import java.time.LocalDate;
import java.util.Map;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.CountryGroup;

/**
 * Goods whose origin is the territory that charges: they pay when they come back from abroad.
 *
 * <p>A customs territory is seldom a country: it is a union of them, and countries bring parts that
 * have codes of their own (note 2 of the General Notes of the US schedule; Regulation (EU) 952/2013
 * article 4, with Monaco in its second paragraph; the customs unions of the United Kingdom with the
 * Crown dependencies under section 31 of the Taxation (Cross-border Trade) Act 2018; the customs
 * treaty between Switzerland and Liechtenstein of 29 March 1923).
 */
final class OwnGoods {

  static final String REMARK =
      "is of this customs territory: a duty is due only on goods that come back from abroad and"
          + " are not free as returned goods";

  /** The country in whose customs territory a part lies that has a code of its own. */
  private static final Map<String, String> PARTS =
      Map.ofEntries(
          Map.entry("PR", "US"),
          Map.entry("GG", "GB"),
          Map.entry("IM", "GB"),
          Map.entry("JE", "GB"),
          Map.entry("AX", "FI"),
          Map.entry("GF", "FR"),
          Map.entry("GP", "FR"),
          Map.entry("MC", "FR"),
          Map.entry("MF", "FR"),
          Map.entry("MQ", "FR"),
          Map.entry("RE", "FR"),
          Map.entry("YT", "FR"),
          Map.entry("LI", "CH"));

  /**
   * The country that possessions outside of its customs territory belong to: their goods may enter
   * it free of ordinary duty and are no foreign rivals in its market (General Note 3(a)(iv) of the
   * US schedule).
   */
  private static final Map<String, String> POSSESSIONS =
      Map.of("AS", "US", "GU", "US", "MP", "US", "UM", "US", "VI", "US");

  /** Northern Ireland is of the United Kingdom and applies the tariff of the Union. */
  private static final String NORTHERN_IRELAND = "XI";

  private OwnGoods() {}

  /** Whether an origin is a part of a customs territory on a day. */
  static boolean isOwn(String territory, Country origin, LocalDate day) {
    if (territory.equals(NORTHERN_IRELAND)) {
      return isOwn("GB", origin, day) || isOwn("EU", origin, day);
    }
    String code = territory.equals("UK") ? "GB" : territory;
    String state = PARTS.getOrDefault(origin.alpha2(), origin.alpha2());
    return code.equals(origin.alpha2())
        || code.equals(state)
        || CountryGroup.find(code).filter(g -> g.includes(Country.of(state), day)).isPresent();
  }

  /** Whether an origin is a part of a customs territory, or a possession of its state. */
  static boolean isOfState(String territory, Country origin, LocalDate day) {
    return isOwn(territory, origin, day) || territory.equals(POSSESSIONS.get(origin.alpha2()));
  }
}
