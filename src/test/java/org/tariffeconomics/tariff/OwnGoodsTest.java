package org.tariffeconomics.tariff;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.HsCode;

/** Goods of the territory itself pay when they come back from abroad; results remark it. */
class OwnGoodsTest {

  /**
   * The customs territory of the United States holds Puerto Rico (General Note 2 of the HTS); that
   * of the European Union its members (Regulation (EU) 952/2013 article 4), of which the United
   * Kingdom was one until 31 January 2020; Northern Ireland applies the Union's tariff. Parts with
   * codes of their own: Monaco, Åland and the overseas departments are of the Union's (the same
   * article), New Caledonia and Greenland are not; the Virgin Islands are a possession outside the
   * customs territory of the United States (General Note 3(a)(iv)); the Crown dependencies are in a
   * customs union with the United Kingdom (Taxation (Cross-border Trade) Act 2018, section 31);
   * Liechtenstein is of the Swiss one (treaty of 29 March 1923).
   */
  @ParameterizedTest
  @CsvSource({
    "US, US, 2026-01-01, true",
    "US, PR, 2026-01-01, true",
    "US, MX, 2026-01-01, false",
    "EU, DE, 2026-01-01, true",
    "EU, GB, 2026-01-01, false",
    "EU, GB, 2019-01-01, true",
    "EU, NO, 2026-01-01, false",
    "XI, IE, 2026-01-01, true",
    "XI, GB, 2026-01-01, true",
    "UK, GB, 2026-01-01, true",
    "JP, JP, 2026-01-01, true",
    "JP, KR, 2026-01-01, false",
    "US, VI, 2026-01-01, false",
    "GB, JE, 2026-01-01, true",
    "UK, GG, 2026-01-01, true",
    "UK, IM, 2026-01-01, true",
    "UK, GI, 2026-01-01, false",
    "UK, IE, 2026-01-01, false",
    "XI, JE, 2026-01-01, true",
    "XI, US, 2026-01-01, false",
    "EU, MC, 2026-01-01, true",
    "EU, RE, 2026-01-01, true",
    "EU, AX, 2026-01-01, true",
    "EU, NC, 2026-01-01, false",
    "EU, GL, 2026-01-01, false",
    "EU, JE, 2019-01-01, true",
    "EU, JE, 2026-01-01, false",
    "CH, LI, 2026-01-01, true",
    "LI, CH, 2026-01-01, false",
    "SACU, BW, 2026-01-01, true"
  })
  void an_origin_is_of_a_territory_or_not(
      String territory, String origin, LocalDate day, boolean own) {
    TariffBook book =
        TariffBook.of(
            territory,
            CurrencyUnit.USD,
            RoundingPolicy.EACH_DUTY_TO_CENT,
            List.of(TariffMeasure.base("8703", "10%")));
    assertEquals(own, book.on(day).isOwnGoods(Country.of(origin)));
  }

  @Test
  void a_result_remarks_it() {
    TariffBook book =
        TariffBook.of(
            "EU",
            CurrencyUnit.EUR,
            RoundingPolicy.EACH_DUTY_TO_CENT,
            List.of(TariffMeasure.base("8703", "10%")));
    TariffLaw law = book.on(LocalDate.parse("2026-01-01"));
    assertEquals(1, remarks(law, "DE"));
    assertEquals(0, remarks(law, "US"));
  }

  private static long remarks(TariffLaw law, String origin) {
    return law.stack(HsCode.of("8703.23"), Country.of(origin)).remarks().stream()
        .filter(each -> each.contains(OwnGoods.REMARK))
        .count();
  }
}
