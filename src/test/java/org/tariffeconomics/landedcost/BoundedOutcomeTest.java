package org.tariffeconomics.landedcost;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.joda.money.BigMoney;
import org.junit.jupiter.api.Test;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.landedcost.TaxBase.Part;
import org.tariffeconomics.tariff.DutyStack.Outcome;
import org.tariffeconomics.tariff.TariffBook;
import org.tariffeconomics.tariff.TariffMeasure;

/**
 * A bounded duty bounds a landed cost where nothing else is missing: USD 1,000 at 2.5 %, and 10 %
 * more where the end use is one, so that the duty is USD 25 or 125.
 */
class BoundedOutcomeTest {

  private static final TariffBook BOOK =
      TariffBook.us(
          TariffMeasure.base("8703", "2.5%"),
          TariffMeasure.adds("S232", "8703", "*", "10%").withCondition("end use=yes"));

  private static final LandedCostCalculator US =
      LandedCostCalculator.of("US").withFees(FeeSchedule.none());

  private static Shipment goods() {
    return Shipment.of(HsCode.of("8703.23.01"), Country.of("JP"), BigMoney.parse("USD 1000"))
        .withMode(TransportMode.SEA);
  }

  private static LandedCost cost(LandedCostCalculator terms, String day) {
    return terms.price(goods(), BOOK.on(day));
  }

  private static void assertBetween(String range, LandedCostCalculator terms) {
    LandedCost cost = cost(terms, "2025-09-16");
    assertEquals(Outcome.BOUNDED, cost.outcome());
    assertEquals(range, cost.range().orElseThrow().toString());
    assertEquals(Optional.empty(), cost.total());
  }

  @Test
  void the_duty_and_what_is_charged_on_it_lie_between_the_same_ends() {
    assertBetween("USD 1025.00 to USD 1125.00", US);
    assertBetween("USD 1230.00 to USD 1350.00", US.withTax(ImportTax.of("VAT", "20%")));
    assertBetween(
        "USD 1037.50 to USD 1187.50",
        US.withTax(ImportTax.of("excise", "50%").withBase(TaxBase.of(Part.DUTY))));
  }

  /** The ordinary duty is the same at both ends: 10 % of USD 25, and of 1,025. */
  @Test
  void a_tax_on_the_basic_duty_alone_is_the_same_at_both_ends() {
    assertBetween(
        "USD 1027.50 to USD 1127.50",
        US.withTax(ImportTax.of("levy", "10%").withBase(TaxBase.of(Part.BASIC_DUTY))));
    assertBetween(
        "USD 1127.50 to USD 1227.50",
        US.withTax(
            ImportTax.of("levy", "10%").withBase(TaxBase.of(Part.CUSTOMS_VALUE, Part.BASIC_DUTY))));
    assertBetween(
        "USD 1027.50 to USD 1127.50",
        US.withTax(ImportTax.of("levy", "10%").withBase(TaxBase.ofNamed("MFN"))));
  }

  /** A fee of a year whose terms are not known may be any. */
  @Test
  void what_is_missing_besides_the_duty_leaves_no_bounds() {
    LandedCostCalculator fees = LandedCostCalculator.of("US").withFees(FeeSchedule.us());
    assertEquals(Outcome.BOUNDED, cost(fees, "2025-09-16").outcome());
    LandedCost later = cost(fees, "2030-01-01");
    assertEquals(Outcome.UNDETERMINED, later.outcome());
    assertEquals(Optional.empty(), later.range());
    LandedCost freight =
        US.withTax(
                ImportTax.of("VAT", "20%").withBase(TaxBase.of(Part.CUSTOMS_VALUE, Part.TRANSPORT)))
            .price(goods().withIncoterm(Incoterm.FOB), BOOK.on("2025-09-16"));
    assertEquals(Outcome.UNDETERMINED, freight.outcome(), "freight is not stated");
    assertEquals(Optional.empty(), freight.range(), freight::toString);
  }
}
