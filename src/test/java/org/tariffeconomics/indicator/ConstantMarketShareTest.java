package org.tariffeconomics.indicator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Expected numbers are worked by hand from Leamer and Stern's formula. */
class ConstantMarketShareTest {

  private static TradeMatrix trade(double... cells) {
    return TradeMatrix.unlabelled(new double[][] {{cells[0], cells[1]}, {cells[2], cells[3]}});
  }

  /** World: cars +50 % (to the US doubled), chips unchanged in all: 200 → 250, i.e. +25 %. */
  private static final TradeMatrix WORLD_BEFORE = trade(50, 50, 60, 40);

  private static final TradeMatrix WORLD_AFTER = trade(100, 50, 60, 40);

  @Test
  void selling_the_right_goods_in_the_right_markets_is_not_competitiveness() {
    ConstantMarketShare parts =
        ConstantMarketShare.of(trade(10, 0, 0, 10), trade(20, 0, 0, 10), WORLD_BEFORE, WORLD_AFTER);
    assertEquals(5, parts.growth(), 1e-14);
    assertEquals(10 * 0.25 - 10 * 0.25, parts.commodity(), 1e-14);
    assertEquals(10 * 0.5, parts.market(), 1e-14);
    assertEquals(0, parts.competitiveness(), 1e-14);
    assertEquals(10, parts.total(), 1e-14);
  }

  @Test
  void the_order_moves_weight_between_commodities_and_markets_only() {
    TradeMatrix before = trade(10, 2, 3, 10);
    TradeMatrix after = trade(21, 3, 2, 9);
    ConstantMarketShare commodity =
        ConstantMarketShare.of(before, after, WORLD_BEFORE, WORLD_AFTER);
    ConstantMarketShare market =
        ConstantMarketShare.of(before, after, WORLD_BEFORE, WORLD_AFTER, EffectOrder.MARKET_FIRST);
    // To the first market +45.45 %, to the second 0 %: (5/11 - 1/4) 13 - 1/4 12.
    assertEquals((5.0 / 11 - 0.25) * 13 - 0.25 * 12, market.market(), 1e-13);
    assertEquals(
        commodity.commodity() + commodity.market(), market.commodity() + market.market(), 1e-13);
    assertEquals(commodity.competitiveness(), market.competitiveness(), 1e-13);
    assertEquals(commodity.growth(), market.growth(), 1e-13);
    assertTrue(Math.abs(commodity.market() - market.market()) > 0.1);
  }

  @Test
  void a_flow_that_the_world_did_not_know_counts_as_competitiveness() {
    ConstantMarketShare parts =
        ConstantMarketShare.of(
            trade(10, 0, 0, 0), trade(10, 7, 0, 0), trade(50, 0, 50, 0), trade(50, 7, 50, 0));
    assertEquals(7, parts.competitiveness() + parts.growth() + parts.commodity() + parts.market());
    assertEquals(7, parts.competitiveness(), 1e-14);
  }

  @Test
  void a_world_that_leaves_the_country_out_is_refused() {
    String message =
        assertThrows(
                IllegalArgumentException.class,
                () ->
                    ConstantMarketShare.of(
                        trade(1, 0, 0, 0), trade(1, 0, 0, 0), trade(0, 1, 1, 1), WORLD_AFTER))
            .getMessage();
    assertTrue(message.contains("0/0 where the country sold 1.0"), message);
    assertThrows(
        IllegalArgumentException.class,
        () ->
            ConstantMarketShare.of(trade(0, 0, 0, 0), WORLD_AFTER, trade(0, 0, 0, 0), WORLD_AFTER));
  }

  @Test
  void it_prints_its_parts() {
    ConstantMarketShare parts = new ConstantMarketShare(5, 1, -2, 3);
    assertEquals("+7.00: growth +5.00, goods +1.00, markets -2.00, own +3.00", parts.toString());
    assertEquals(7, parts.table().number(4, "amount").doubleValue());
    assertThrows(
        IllegalArgumentException.class, () -> new ConstantMarketShare(Double.NaN, 0, 0, 0));
  }
}
