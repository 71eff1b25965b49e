package org.tariffeconomics.landedcost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.joda.money.BigMoney;
import org.junit.jupiter.api.Test;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.tariff.DutyStack.Outcome;
import org.tariffeconomics.tariff.Rule;
import org.tariffeconomics.tariff.TariffBook;
import org.tariffeconomics.tariff.TariffLaw;
import org.tariffeconomics.tariff.TariffMeasure;

/** What an entry comes to where one of its lines is banned, open or worth nothing. */
class EntryOutcomesTest {

  private static final TariffLaw LAW =
      TariffBook.us(
              TariffMeasure.base("8703", "2.5%"),
              TariffMeasure.of("Ban", Rule.PROHIBITS, "8703", "RU", "Free"))
          .on("2025-06-01");

  private static final Fee FEE = Fee.adValorem("MPF", "0.3464%").withLimits("USD 32", "USD 600");

  private static Shipment cars(String origin, String price) {
    return Shipment.of("8703.23.01", origin, price).withFreight("USD 0").withInsurance("USD 0");
  }

  private static CustomsEntry entry(LandedCostCalculator terms, String second, String price) {
    return CustomsEntry.of(terms)
        .withLine("1", cars("JP", price))
        .withLine("2", cars(second, price));
  }

  private static LandedCostCalculator terms() {
    return LandedCostCalculator.of("US").withFees(FeeSchedule.of(FEE));
  }

  @Test
  void one_line_that_is_banned_bans_the_entry() {
    EntryCost banned = entry(terms(), "RU", "USD 1000").price(LAW);
    assertEquals(Outcome.PROHIBITED, banned.outcome());
    assertTrue(banned.total().isEmpty());
    assertTrue(banned.reasons().toString().contains("prohibited by"), banned.reasons()::toString);
    assertEquals(Outcome.ASSESSED, entry(terms(), "KR", "USD 1000").price(LAW).outcome());
  }

  /** A tax on a line of cost that does not exist is not known, and the entry with it. */
  @Test
  void a_tax_that_is_not_known_leaves_the_entry_open_with_its_reason() {
    ImportTax excise = ImportTax.of("excise", "5%").withBase(TaxBase.ofNamed("no such line"));
    EntryCost open = entry(terms().withTax(excise), "KR", "USD 1000").price(LAW);
    assertEquals(Outcome.UNDETERMINED, open.outcome());
    assertTrue(open.total().isEmpty());
    assertTrue(open.reasons().toString().contains("no such line"), open.reasons()::toString);
  }

  /** Two lines worth nothing pay the minimum in halves: 16 and 16. */
  @Test
  void a_minimum_of_worthless_lines_is_shared_out_evenly() {
    EntryCost cost = entry(terms(), "KR", "USD 0").price(LAW);
    assertEquals("USD 32.00", cost.fees().get(0).amount().orElseThrow().toString());
    assertEquals(
        "[USD 16.00, USD 16.00]",
        cost.lines().stream()
            .map(
                line ->
                    line.costs().stream()
                        .filter(l -> l.name().equals("MPF"))
                        .findFirst()
                        .flatMap(CostLine::amount)
                        .orElseThrow()
                        .toString())
            .toList()
            .toString());
  }

  @Test
  void a_fee_tells_its_limits() {
    assertTrue(FEE.terms().contains("at most USD 600"), FEE::terms);
    assertTrue(FEE.terms().contains("at least USD 32"), FEE::terms);
    assertTrue(!Fee.adValorem("HMF", "0.125%").terms().contains("at most"));
    assertThrows(IllegalArgumentException.class, () -> FEE.withLimits("USD 600", "USD 32"));
    assertEquals(Rate.parse("0.3464%"), FEE.rate().orElseThrow());
    assertEquals(BigMoney.parse("USD 600"), FEE.maximum().orElseThrow());
  }
}
