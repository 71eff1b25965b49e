package org.tariffeconomics.landedcost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.tariffeconomics.landedcost.TaxBase.Part;

/** What an import tax falls on: each part of the cost once, or not at all. Sums by hand. */
class TaxedOnceTest {

  /** Goods 1,000, freight 100, insurance 0; packing 50 is dutiable, storage 30 is not. */
  private static final Shipment GOODS =
      Shipment.of("5007", "IN", "EUR 1000")
          .withFreight("EUR 100")
          .withInsurance("EUR 0")
          .withDutiableCharge("packing", "EUR 50")
          .withChargeBeforeImport("storage", "EUR 30")
          .withChargeAfterImport("delivery", "EUR 20");

  private static String tax(String territory, TaxBase base) {
    LandedCost cost =
        LandedCostCalculator.of(territory)
            .withTax(ImportTax.of("tax", "10%").withBase(base))
            .price(GOODS, StatedDuty.of("8%"));
    return cost.lines().stream()
        .filter(line -> line.name().equals("tax"))
        .findFirst()
        .flatMap(CostLine::amount)
        .map(amount -> amount.getAmount().stripTrailingZeros().toPlainString())
        .orElse("unknown");
  }

  /** CIF: the customs value is 1,000 + 100 + 50 = 1,150, the duty 92. */
  @Test
  void a_part_that_is_in_the_customs_value_is_not_taxed_again() {
    assertEquals("115", tax("DE", TaxBase.of(Part.CUSTOMS_VALUE)));
    assertEquals("9.2", tax("DE", TaxBase.of(Part.DUTY)));
    assertEquals("124.2", tax("DE", TaxBase.of(Part.CUSTOMS_VALUE, Part.DUTY)));
    // freight is in the value already: nothing is added
    assertEquals("115", tax("DE", TaxBase.of(Part.CUSTOMS_VALUE, Part.TRANSPORT)));
    // of the charges before import, packing is in the value and storage is not
    assertEquals("118", tax("DE", TaxBase.of(Part.CUSTOMS_VALUE, Part.CHARGES_BEFORE_IMPORT)));
    assertEquals("3", tax("DE", TaxBase.of(Part.CHARGES_BEFORE_IMPORT)));
    assertEquals("2", tax("DE", TaxBase.of(Part.CHARGES_AFTER_IMPORT)));
    assertEquals("5", tax("DE", TaxBase.ofNamed("storage", "delivery")));
  }

  /** FOB, as in Australia: the customs value is 1,050 and freight is outside of it. */
  @Test
  void transport_outside_the_customs_value_is_taxed_where_the_base_says_so() {
    assertEquals("105", tax("AU", TaxBase.of(Part.CUSTOMS_VALUE)));
    assertEquals("115", tax("AU", TaxBase.of(Part.CUSTOMS_VALUE, Part.TRANSPORT)));
    assertEquals("123.4", tax("AU", TaxBase.of(Part.CUSTOMS_VALUE, Part.TRANSPORT, Part.DUTY)));
  }

  @Test
  void a_base_is_read_back_from_its_text() {
    TaxBase base = TaxBase.of(Part.DUTY, Part.CUSTOMS_VALUE).with("excise").with(Part.FEES);
    assertEquals(base, TaxBase.parse(base.toString()));
    assertEquals(base.hashCode(), TaxBase.parse(base.toString()).hashCode());
    assertEquals("customs value + duty + fees + excise", base.toString());
    assertNotEquals(base, TaxBase.of(Part.DUTY));
    assertNotEquals(TaxBase.of(Part.DUTY), TaxBase.ofNamed("excise"));
    assertTrue(TaxBase.dutyPaidValue().toString().contains("customs value + duty"));
    assertThrows(IllegalArgumentException.class, () -> TaxBase.parse(" "));
    assertFalse(TaxBase.of(Part.DUTY).equals(null));
  }
}
