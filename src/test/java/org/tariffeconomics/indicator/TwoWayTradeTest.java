package org.tariffeconomics.indicator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.tariffeconomics.indicator.TwoWayMeasure.GRUBEL_LLOYD;
import static org.tariffeconomics.indicator.TwoWayMeasure.LAFAY;
import static org.tariffeconomics.indicator.TwoWayMeasure.RELATIVE_IMPORT;
import static org.tariffeconomics.indicator.TwoWayMeasure.RELATIVE_TRADE;
import static org.tariffeconomics.indicator.TwoWayMeasure.REVEALED_COMPETITIVENESS;

import org.junit.jupiter.api.Test;

/** Expected numbers are worked by hand from the formulas. */
class TwoWayTradeTest {

  private static final TwoWayTrade TRADE =
      TwoWayTrade.of(
          TradeMatrix.unlabelled(new double[][] {{60, 40}, {20, 80}}),
          TradeMatrix.unlabelled(new double[][] {{20, 80}, {60, 40}}));

  private static double value(TwoWayMeasure measure, int country, int product) {
    return TRADE.value(measure, country, product).orElseThrow();
  }

  @Test
  void a_surplus_in_cars_beyond_the_balance_of_all_trade_is_a_specialisation() {
    // (60-20)/200 of balanced trade: 100 * 40 / 200
    assertEquals(20, value(LAFAY, 0, 0), 1e-13);
    assertEquals(-20, value(LAFAY, 0, 1), 1e-13);
    assertEquals(1 - 40.0 / 80, value(GRUBEL_LLOYD, 0, 0), 1e-15);
    assertEquals(1 - 80.0 / 200, TRADE.intraIndustryShare("0").orElseThrow(), 1e-15);
  }

  @Test
  void complete_specialisation_reaches_the_bound_of_fifty() {
    TwoWayTrade trade =
        TwoWayTrade.of(
            TradeMatrix.unlabelled(new double[][] {{7, 0}}),
            TradeMatrix.unlabelled(new double[][] {{0, 7}}));
    assertEquals(50, trade.value(LAFAY, 0, 0).orElseThrow(), 1e-13);
    assertEquals(-50, trade.value(LAFAY, 0, 1).orElseThrow(), 1e-13);
    assertEquals(0, trade.value(GRUBEL_LLOYD, 0, 0).orElseThrow());
  }

  @Test
  void vollraths_indices_compare_export_with_import_advantage() {
    double rxa = (60.0 / 40) / (20.0 / 80);
    double rma = (20.0 / 80) / (60.0 / 40);
    assertEquals(rma, value(RELATIVE_IMPORT, 0, 0), 1e-15);
    assertEquals(rxa - rma, value(RELATIVE_TRADE, 0, 0), 1e-14);
    assertEquals(Math.log(rxa / rma), value(REVEALED_COMPETITIVENESS, 0, 0), 1e-14);
  }

  @Test
  void what_is_not_traded_has_no_two_way_index() {
    TwoWayTrade trade =
        TwoWayTrade.of(
            TradeMatrix.unlabelled(new double[][] {{0, 0}, {0, 4}, {3, 3}}),
            TradeMatrix.unlabelled(new double[][] {{0, 0}, {0, 5}, {2, 2}}));
    assertFalse(trade.value(LAFAY, 0, 0).isPresent());
    assertFalse(trade.value(GRUBEL_LLOYD, 0, 0).isPresent());
    assertFalse(trade.intraIndustryShare("0").isPresent());
    assertEquals(0, trade.value(LAFAY, 1, 0).orElseThrow());
    assertFalse(trade.value(REVEALED_COMPETITIVENESS, 1, 0).isPresent(), "ln 0");
    assertEquals(0, trade.value(RELATIVE_TRADE, 1, 0).orElseThrow());
    assertEquals(4, trade.matrix(LAFAY).definedCells());
  }

  @Test
  void exports_and_imports_must_have_the_same_labels() {
    TradeMatrix wide = TradeMatrix.unlabelled(new double[][] {{1, 2}});
    TradeMatrix high = TradeMatrix.unlabelled(new double[][] {{1}, {2}});
    assertThrows(IllegalArgumentException.class, () -> TwoWayTrade.of(wide, high));
  }
}
