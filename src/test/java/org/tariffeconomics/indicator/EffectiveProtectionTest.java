package org.tariffeconomics.indicator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Vectors from textbooks are in the conformance suite; the others here are worked by hand from the
 * formulas of Balassa (1965) and Corden (1966).
 */
class EffectiveProtectionTest {

  private static final List<ProductionInput> INPUTS =
      List.of(
          ProductionInput.traded("steel", 0.4, 0.1),
          ProductionInput.nonTraded("power", 0.2, 0.5, 0.3));

  private static double rate(NonTradedTreatment treatment) {
    return EffectiveProtection.of(0.2, INPUTS, treatment).rate().orElseThrow();
  }

  @Test
  void a_suit_at_ten_percent_from_free_wool_is_protected_by_half() {
    // Salvatore, International Economics: suit 100, wool 80.
    EffectiveProtection suit = EffectiveProtection.of(0.1, new double[] {0.8}, new double[] {0});
    assertEquals(0.5, suit.rate().orElseThrow(), 1e-15);
    assertEquals(0.2, suit.freeTradeValueAdded(), 1e-15);
    assertEquals(0.3, suit.protectedValueAdded(), 1e-15);
    assertEquals("EffectiveProtection 50.00% on a tariff of 10.00%", suit.toString());
  }

  @Test
  void non_traded_inputs_are_bought_in_after_balassa_and_protected_after_corden() {
    assertEquals((0.2 - 0.04) / (1 - 0.6), rate(NonTradedTreatment.BALASSA), 1e-15);
    assertEquals((0.2 - 0.04 - 0.03) / (1 - 0.4 - 0.1), rate(NonTradedTreatment.CORDEN), 1e-15);
  }

  @Test
  void a_non_traded_input_without_traded_content_only_dilutes_after_corden() {
    List<ProductionInput> labour = List.of(ProductionInput.nonTraded("services", 0.5));
    assertEquals(
        0.1,
        EffectiveProtection.of(0.1, labour, NonTradedTreatment.CORDEN).rate().orElseThrow(),
        1e-15);
    assertEquals(
        0.2,
        EffectiveProtection.of(0.1, labour, NonTradedTreatment.BALASSA).rate().orElseThrow(),
        1e-15);
  }

  @Test
  void observed_shares_are_brought_to_free_trade_prices() {
    // Free-trade share 0.4 at tariffs of 20 % on the product and 10 % on the input.
    double observed = 0.4 * 1.1 / 1.2;
    EffectiveProtection protection =
        EffectiveProtection.ofObserved(0.2, new double[] {observed}, new double[] {0.1});
    assertEquals(0.4, protection.inputs().get(0).share(), 1e-15);
    assertEquals(0.16 / 0.6, protection.rate().orElseThrow(), 1e-15);
  }

  @Test
  void balassas_non_traded_inputs_keep_their_price() {
    EffectiveProtection protection =
        EffectiveProtection.ofObserved(
            0.25,
            List.of(ProductionInput.nonTraded("power", 0.2, 0.5, 0.3)),
            NonTradedTreatment.BALASSA);
    assertEquals(0.25, protection.inputs().get(0).share(), 1e-15);
    assertEquals(0.25 / 0.75, protection.rate().orElseThrow(), 1e-15);
  }

  @Test
  void without_value_added_at_free_trade_there_is_no_rate() {
    EffectiveProtection negative =
        EffectiveProtection.of(0.5, new double[] {1.1}, new double[] {0});
    assertFalse(negative.rate().isPresent());
    assertEquals(-0.1, negative.freeTradeValueAdded(), 1e-15);
    assertEquals("unknown", negative.table().cell(2, "rate").text());
    assertFalse(
        EffectiveProtection.of(0.5, new double[] {0.7, 0.2, 0.1}, new double[3]).rate().isPresent(),
        "0.7 + 0.2 + 0.1 is not 1 in binary, but there is no value added");
  }

  @Test
  void tariffs_on_inputs_can_outweigh_that_on_the_product() {
    EffectiveProtection taxed = EffectiveProtection.of(0, new double[] {0.5}, new double[] {0.2});
    assertEquals(-0.2, taxed.rate().orElseThrow(), 1e-15);
    assertEquals(0.1, taxed.taxOnInputs(), 1e-15);
  }

  @Test
  void inputs_out_of_bounds_are_refused() {
    assertThrows(IllegalArgumentException.class, () -> ProductionInput.traded("steel", -0.1, 0.1));
    assertThrows(
        IllegalArgumentException.class, () -> ProductionInput.nonTraded("power", 0.1, 1.5, 0.1));
    assertThrows(
        IllegalArgumentException.class, () -> new ProductionInput("steel", 0.1, 0.5, 0.1, true));
    assertThrows(
        IllegalArgumentException.class,
        () -> EffectiveProtection.of(0.1, new double[] {0.1}, new double[0]));
  }
}
