package org.tariffeconomics.landedcost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;
import org.tariffeconomics.basics.ExchangeRates;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.landedcost.CostLine.Kind;
import org.tariffeconomics.landedcost.TaxBase.Part;
import org.tariffeconomics.tariff.DutyStack.Outcome;
import org.tariffeconomics.tariff.RoundingPolicy;
import org.tariffeconomics.tariff.TariffBook;
import org.tariffeconomics.tariff.TariffMeasure;

class ImportTaxTest {

  private static void assertLine(String expected, LandedCost cost, String name) {
    Optional<BigMoney> amount =
        cost.lines().stream()
            .filter(l -> l.name().equals(name))
            .findFirst()
            .flatMap(CostLine::amount);
    assertEquals(0, new BigDecimal(expected).compareTo(amount.orElseThrow().getAmount()));
  }

  /** A cascade seen in a merchant's order: goods 70,000, freight 6,792, duty 8 %, VAT 21 %. */
  @Test
  void vat_is_charged_on_value_freight_and_duty_to_the_cent() {
    LandedCost cost =
        LandedCostCalculator.of("NL")
            .withTax(ImportTax.of("VAT", "21%"))
            .withRounding(RoundingPolicy.EACH_DUTY_TO_CENT)
            .price(
                Shipment.of("5007", "IN", "INR 70000")
                    .withFreight("INR 6792")
                    .withInsurance("INR 0"),
                StatedDuty.of("8%"));
    assertLine("6143.36", cost, "duty");
    assertLine("17416.43", cost, "VAT");
  }

  /** USD 1,274 at 0.91 is A$1,400; duty 70, GST 160, so transport and insurance are A$130. */
  @Test
  void australian_gst_is_charged_on_transport_besides_customs_value_and_duty() {
    ExchangeRates rates =
        ExchangeRates.none().with(CurrencyUnit.AUD, CurrencyUnit.USD, new BigDecimal("0.91"));
    LandedCost cost =
        LandedCostCalculator.of("AU")
            .withTax(
                ImportTax.of("GST", "10%")
                    .withBase(TaxBase.of(Part.CUSTOMS_VALUE, Part.DUTY, Part.TRANSPORT)))
            .price(
                Shipment.of("9506", "US", "AUD 1400")
                    .withFreight("USD 109.20")
                    .withInsurance("AUD 10")
                    .withExchangeRates(rates),
                StatedDuty.of("5%"));
    assertLine("70", cost, "duty");
    assertLine("160", cost, "GST");
    assertEquals(Optional.of(Rate.percent(5)), cost.effectiveRate());
  }

  /** Indian customs example: 132,000 at 15 %, surcharge 10 % of the duty, IGST 12 %: 40,233.60. */
  @Test
  void indian_surcharge_falls_on_the_duty_and_igst_on_all_before_it() {
    LandedCost cost =
        LandedCostCalculator.of("IN")
            .withTax(
                ImportTax.of("social welfare surcharge", "10%").withBase(TaxBase.of(Part.DUTY)))
            .withTax(
                ImportTax.of("IGST", "12%")
                    .withBase(TaxBase.dutyPaidValue().with(Part.EARLIER_TAXES))
                    .withCredit(ImportTax.Credit.CREDITABLE))
            .price(
                Shipment.of("8471", "CN", "INR 132000").withIncoterm(Incoterm.CIF),
                StatedDuty.of("15%"));
    assertLine("19800", cost, "duty");
    assertLine("1980", cost, "social welfare surcharge");
    assertLine("18453.6", cost, "IGST");
    assertEquals("INR 153780.00", cost.totalOrThrow().toMoney().toString());
    String text = cost.table().toText();
    assertTrue(text.contains("creditable, IGST"), text);
  }

  /**
   * A surcharge of 10 % on the basic duty alone: 5 % of 1,000,000 is 50,000, the surcharge 5,000,
   * whatever the anti-dumping duty; a preference in place of the basic duty is its base.
   */
  @Test
  void a_surcharge_may_fall_on_the_basic_duty_alone() {
    TariffBook book =
        TariffBook.of(
            "IN",
            CurrencyUnit.of("INR"),
            RoundingPolicy.EACH_DUTY_TO_CENT,
            List.of(
                TariffMeasure.base("8471", "5%"),
                TariffMeasure.preference("FTA", "8471", "CN", "2%"),
                TariffMeasure.adds("anti-dumping duty", "8471", "CN", "100000 INR/kg")));
    LandedCostCalculator calculator =
        LandedCostCalculator.of("IN")
            .withTax(ImportTax.of("surcharge", "10%").withBase(TaxBase.of(Part.BASIC_DUTY)));
    Shipment shipment = Shipment.of("8471", "CN", "INR 1000000").withIncoterm(Incoterm.CIF);
    LandedCost known = calculator.price(shipment.withQuantity("3 kg"), book.on("2026-01-01"));
    assertLine("5000", known, "surcharge");
    LandedCost claimed =
        calculator.price(shipment.withQuantity("3 kg").withClaim("FTA"), book.on("2026-01-01"));
    assertLine("2000", claimed, "surcharge");
    LandedCost unknown = calculator.price(shipment, book.on("2026-01-01"));
    assertTrue(unknown.total().isEmpty());
  }

  /** A tax of 18 % inside its own base is 18 / 82 of the base without it. */
  @Test
  void a_tax_inside_its_own_base_is_grossed_up() {
    LandedCost cost =
        LandedCostCalculator.of("BR")
            .withTax(ImportTax.of("ICMS", "18%").withOwnBase(ImportTax.OwnBase.INCLUDED))
            .price(
                Shipment.of("8471", "US", "BRL 820").withIncoterm(Incoterm.CIF),
                StatedDuty.of("Free"));
    assertLine("180", cost, "ICMS");
    assertEquals("BRL 1000.00", cost.totalOrThrow().toMoney().toString());
  }

  @Test
  void a_tax_may_fall_on_a_named_charge_and_is_undetermined_without_it() {
    LandedCostCalculator uk =
        LandedCostCalculator.of("UK")
            .withTax(ImportTax.of("VAT", "20%").withBase(TaxBase.dutyPaidValue().with("delivery")));
    Shipment cif = Shipment.of("8471", "CN", "GBP 1000").withIncoterm(Incoterm.CIF);
    LandedCost with =
        uk.price(cif.withChargeAfterImport("delivery", "GBP 50"), StatedDuty.of("Free"));
    assertLine("210", with, "VAT");
    LandedCost without = uk.price(cif, StatedDuty.of("Free"));
    assertEquals(Outcome.UNDETERMINED, without.outcome());
    assertTrue(without.reasons().toString().contains("delivery"));
  }

  @Test
  void transport_that_is_not_stated_leaves_its_tax_undetermined() {
    LandedCost cost =
        LandedCostCalculator.of("AU")
            .withTax(
                ImportTax.of("GST", "10%").withBase(TaxBase.dutyPaidValue().with(Part.TRANSPORT)))
            .price(Shipment.of("9506", "US", "AUD 1400"), StatedDuty.of("5%"));
    assertEquals(Outcome.UNDETERMINED, cost.outcome());
    assertEquals(Optional.empty(), cost.amount(Kind.TAX));
  }

  @Test
  void rates_that_make_no_sense_are_refused() {
    assertThrows(IllegalArgumentException.class, () -> ImportTax.of("VAT", "-1%"));
    assertThrows(IllegalArgumentException.class, () -> ImportTax.of(" ", "20%"));
    assertThrows(
        IllegalArgumentException.class,
        () -> ImportTax.of("ICMS", "100%").withOwnBase(ImportTax.OwnBase.INCLUDED));
  }
}
