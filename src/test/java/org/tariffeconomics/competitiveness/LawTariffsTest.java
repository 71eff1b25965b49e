package org.tariffeconomics.competitiveness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tariffeconomics.rate.DeclaredFacts;
import org.tariffeconomics.tariff.TariffBook;
import org.tariffeconomics.tariff.TariffMeasure;

class LawTariffsTest {

  /** Passenger cars: 2.5 percent and KORUS; EO 14345; 90 FR 55964 of 2025-12-04 for Korea. */
  private static final TariffBook US =
      TariffBook.us(
          TariffMeasure.base("8703", "2.5%"),
          TariffMeasure.base("1006.30", "1.4¢/kg").named("MFN rice"),
          TariffMeasure.preference("KORUS", "8703", "KR", "Free"),
          TariffMeasure.adds("S232 autos", "8703", "*", "25%").from("2025-04-03"),
          TariffMeasure.topsUpTo("S232 autos", "8703", "JP", "15%")
              .named("S232 autos, Japan")
              .from("2025-09-16"),
          TariffMeasure.topsUpTo("S232 autos", "8703", "DE", "15%")
              .named("S232 autos, Germany")
              .from("2025-08-01"),
          TariffMeasure.topsUpTo("S232 autos", "8703", "KR", "15%")
              .named("S232 autos, Korea")
              .from("2025-11-01")
              .knownFrom("2025-12-04"));

  private static final ImportMarket MARKET =
      ImportMarket.of(
          "US",
          "USD bn",
          List.of(
              MarketSupplier.of("8703.23.01", "JP", 41.904),
              MarketSupplier.of("8703.23.01", "KR", 36.856),
              MarketSupplier.of("8703.23.01", "EU", 50.612),
              MarketSupplier.of("8703.23.01", "USMCA", 78),
              MarketSupplier.of("8703.23.01", "Rest", 5),
              MarketSupplier.of("1006.30", "TH", 0.8),
              MarketSupplier.of("9999", "JP", 1),
              MarketSupplier.of("cars", "JP", 1)));

  private static DeclaredFacts facts(MarketSupplier supplier) {
    return supplier.origin().equals("KR") ? DeclaredFacts.claiming("KORUS") : DeclaredFacts.none();
  }

  private static Figure tariff(ImportMarket market, String product, String origin) {
    return market.supplier(product, origin).orElseThrow().tariff();
  }

  @Test
  void tariffs_come_from_the_law_of_a_day() {
    ImportMarket september = MARKET.withTariffsOf(US.on("2025-09-16"), LawTariffsTest::facts);
    assertEquals(0.15, tariff(september, "8703.23.01", "JP").known(), 0);
    assertEquals(0.25, tariff(september, "8703.23.01", "KR").known(), 0);
    assertTrue(september.stamp().toString().contains("2025-09-16"));
    ImportMarket november = MARKET.withTariffsOf(US.on("2025-11-15"), LawTariffsTest::facts);
    assertEquals(0.15, tariff(november, "8703.23.01", "KR").known(), 0);
  }

  @Test
  void a_retroactive_cut_is_not_in_the_law_as_known_on_the_day() {
    ImportMarket asKnown =
        MARKET.withTariffsOf(US.on("2025-11-15").asKnownOn("2025-11-15"), LawTariffsTest::facts);
    assertEquals(0.25, tariff(asKnown, "8703.23.01", "KR").known(), 0);
  }

  @Test
  void what_the_law_does_not_tell_stays_unknown_with_the_reason() {
    ImportMarket market = MARKET.withTariffsOf(US.on("2025-09-16"));
    assertEquals(
        "members of EU meet different tariffs", tariff(market, "8703.23.01", "EU").reason());
    assertEquals(
        "'Rest' is no country or standard group", tariff(market, "8703.23.01", "Rest").reason());
    assertEquals("'cars' is no tariff line", tariff(market, "cars", "JP").reason());
    assertEquals(
        "duty is not a plain share of the value", tariff(market, "1006.30", "TH").reason());
    assertFalse(tariff(market, "9999", "JP").isKnown());
  }

  @Test
  void a_group_whose_members_share_a_tariff_has_it() {
    ImportMarket before = MARKET.withTariffsOf(US.on("2025-01-15"));
    assertEquals(0.025, tariff(before, "8703.23.01", "EU").known(), 0);
  }
}
