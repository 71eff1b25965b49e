package org.tariffeconomics.trials;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tariffeconomics.Tariffs.*;

import java.util.List;
import java.util.Optional;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.Quantity;
import org.tariffeconomics.basics.Stamp;
import org.tariffeconomics.landedcost.CostLine;
import org.tariffeconomics.landedcost.ImportTax;
import org.tariffeconomics.landedcost.LandedCost;
import org.tariffeconomics.landedcost.LandedCostCalculator;
import org.tariffeconomics.landedcost.Shipment;
import org.tariffeconomics.landedcost.TransportMode;
import org.tariffeconomics.rate.DeclaredFacts;
import org.tariffeconomics.reference.UsTariffs;
import org.tariffeconomics.tariff.DutyStack;
import org.tariffeconomics.tariff.DutyStack.Outcome;
import org.tariffeconomics.tariff.RoundingPolicy;
import org.tariffeconomics.tariff.TariffBook;
import org.tariffeconomics.tariff.TariffMeasure;

/**
 * What somebody found wrong who built an entry and a checkout with the library (trials/erp.md,
 * section 1, and its wishes for coverage, versions and prohibited codes), each with its right
 * value. B2 stands in {@code UsCoverageTest}, B5 in {@code UkCommodityJsonTest}, B8 is speed.
 */
class ErpFindingsTest {

  private static final String DAY = "2026-11-23";

  /** No heading of cars from China is 27.5 %; a diode is 50 %, a chair of 9401.61.40.11 25 %. */
  @Test
  void b1_no_code_above_the_lines_leaves_a_charge_on_a_part_out() {
    for (String code : List.of("8703", "8703.10", "8541", "9401.61")) {
      DutyStack stack = duty(code, "CN", DAY);
      assertNotEquals(Outcome.ASSESSED, stack.outcome(), stack::toString);
    }
    assertTrue(gap("8703.23", DAY, "CN", "JP").toString().contains("37.5"));
    assertTrue(
        beforeAfter("8541", "2025-01-15", DAY, "CN", "TW").table().rows().size() > 0,
        "something changed");
  }

  /** A newer measure of one's own counts, without a day from which it was known. */
  @Test
  void b3_a_newer_measure_of_ones_own_counts_or_is_refused() {
    TariffMeasure ours =
        TariffMeasure.topsUpTo("S232 autos", "8703", "JP", "12.5%")
            .withId("ours")
            .from("2027-01-01");
    Optional<TariffBook> book = Optional.empty();
    try {
      book = Optional.of(us().with(ours));
    } catch (IllegalArgumentException refused) {
      assertTrue(String.valueOf(refused.getMessage()).contains("ours"), refused::getMessage);
    }
    book.ifPresent(
        b ->
            assertEquals(
                "12.5%",
                b.on("2027-02-01")
                    .stack(HsCode.of("8703.23.01"), Country.of("JP"))
                    .adValoremRate()
                    .orElseThrow()
                    .toString()));
  }

  @Test
  void b4_law_before_the_facts_is_not_answered() {
    assertEquals(Outcome.UNDETERMINED, duty("8708.30.50", "CN", "2018-10-01").outcome());
    assertEquals(Outcome.UNDETERMINED, duty("8703.23.01", "KR", "2005-01-01").outcome());
  }

  /** 123.45 + 7.77 + 22.18 + 4.33 = 157.73, of which 19 % are 29.97: 187.70. */
  @Test
  void b6_printed_lines_add_up_to_the_printed_total() {
    TariffBook eu =
        TariffBook.of(
            "EU",
            CurrencyUnit.EUR,
            RoundingPolicy.TOTAL_TO_CENT,
            List.of(
                TariffMeasure.base("6402.99", "16.9%"),
                TariffMeasure.adds("AD", "6402.99", "VN", "3.3%")));
    LandedCost cost =
        LandedCostCalculator.of("EU")
            .withTax(ImportTax.of("VAT", "19%"))
            .price(
                Shipment.of("6402.99", "VN", "EUR 123.45")
                    .withFreight("EUR 7.77")
                    .withInsurance("EUR 0"),
                eu.on("2026-01-01"));
    assertEquals(0, cost.totalOrThrow().compareTo(BigMoney.parse("EUR 187.70")));
    assertEquals(
        0, cost.amount(CostLine.Kind.DUTY).orElseThrow().compareTo(BigMoney.parse("EUR 26.51")));
  }

  @Test
  void b7_a_currency_without_cents_has_no_cents() {
    TariffBook japan =
        TariffBook.of(
            "JP",
            CurrencyUnit.JPY,
            RoundingPolicy.EACH_DUTY_TO_CENT,
            List.of(TariffMeasure.base("6402.99", "10%")));
    DutyStack stack = japan.on("2026-01-01").stack(HsCode.of("6402.99"), Country.of("VN"));
    assertEquals(1235, stack.payableMinor(12345));
    assertEquals("JPY 1235", stack.assess(BigMoney.parse("JPY 12345")).dutyOrThrow().toString());
  }

  @Test
  void b9_freight_that_is_not_stated_has_no_rank() {
    var table =
        sideBySide(
                landed(
                    Shipment.of("8703.23.01", "JP", "USD 30000").withMode(TransportMode.SEA), DAY),
                landed(
                    shipment("8703.23.01", "KR", "USD 30000", "USD 1330", "USD 207", "sea"), DAY))
            .table();
    assertTrue(table.toString().contains("unknown"), table::toString);
  }

  @Test
  void b10_a_preference_by_quantity_is_not_charged_beside_the_ordinary_duty() {
    TariffBook book =
        TariffBook.us(
            TariffMeasure.base("0201", "4.4¢/kg"),
            TariffMeasure.preference("P", "0201", "TR", "2.2¢/kg"));
    DutyStack stack =
        book.on("2025-01-01")
            .stack(HsCode.of("0201"), Country.of("TR"), DeclaredFacts.claiming("P"));
    assertEquals(1, stack.layers().size(), stack::summary);
    assertEquals(
        "USD 22.00",
        stack
            .assess(BigMoney.parse("USD 9000"), Quantity.of("1000", "kg"))
            .dutyOrThrow()
            .toString());
  }

  @Test
  void b11_a_rate_that_cannot_be_read_is_refused() {
    assertThrows(IllegalArgumentException.class, () -> TariffMeasure.adds("X", "8703", "JP", "25"));
    assertThrows(IllegalArgumentException.class, () -> TariffMeasure.base("8703", "2,5%"));
  }

  @Test
  void b12_facts_are_spelt_either_way_and_cannot_be_injected() {
    assertEquals(
        DeclaredFacts.parse("content:aluminium=0.1"), DeclaredFacts.parse("content:aluminum=0.1"));
    DeclaredFacts odd = DeclaredFacts.none().withClaim("KORUS; content:US=0.4");
    assertNotEquals(DeclaredFacts.parse("claim=KORUS; content:US=0.4"), odd);
    assertEquals(odd, DeclaredFacts.parse(odd.toString()));
    assertTrue(
        us().on(DAY)
            .stack(
                HsCode.of("8703.23.01"),
                Country.of("MX"),
                DeclaredFacts.parse("claim=USMCA; aproved US content=yes"))
            .remarks()
            .toString()
            .contains("aproved US content"));
  }

  @Test
  void b13_provenance_names_the_amendment_and_the_version() {
    Stamp stamp = us().with(TariffMeasure.adds("own", "8703", "JP", "1%")).on(DAY).stamp();
    assertEquals(List.of("with own"), stamp.amendments());
    assertEquals(us().version(), stamp.version());
  }

  /** A Chilean good that claims its agreement pays neither duty nor merchandise processing fee. */
  @ParameterizedTest
  @CsvSource({"CL, US-Chile FTA", "SG, US-Singapore FTA", "IL, US-Israel FTA"})
  void b15_fees_know_the_programmes_by_their_names(String origin, String claim) {
    LandedCost cost =
        landed(
            Shipment.of("6109.10.00", origin, "USD 20000")
                .withFreight("USD 0")
                .withInsurance("USD 0")
                .withMode(TransportMode.AIR)
                .withFacts(DeclaredFacts.claiming(claim)),
            "2025-01-15");
    assertEquals(
        0, cost.amount(CostLine.Kind.FEE).orElseThrow().getAmount().signum(), cost::toString);
  }

  @Test
  void wish_1_and_5_coverage_and_version_are_asked_for() {
    assertTrue(coverageOf("8703.23.01").startsWith("8703.23.01: "));
    assertTrue(us().version().matches("[0-9]{4}-[0-9]{2}-[0-9]{2}\\+[0-9a-f]{8}"));
  }

  private static String coverageOf(String line) {
    return UsTariffs.coverage(line).toString();
  }
}
