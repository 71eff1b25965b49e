package org.tariffeconomics.indicator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Laws of the indices over trade matrices. */
class TradeIndexProperties {

  private static final double ROUNDING = 1e-12;

  @Provide
  Arbitrary<TradeMatrix> trade() {
    return IndicatorArbitraries.matrices();
  }

  /** Countries that sell to each other. */
  @Provide
  Arbitrary<TradeMatrix> world() {
    return IndicatorArbitraries.sizes().flatMap(n -> IndicatorArbitraries.matrices(n, n));
  }

  @Provide
  Arbitrary<List<TradeMatrix>> pairs() {
    return IndicatorArbitraries.matrices(2);
  }

  @Provide
  Arbitrary<List<TradeMatrix>> quadruples() {
    return IndicatorArbitraries.matrices(4);
  }

  @Property
  void balassa_weighted_with_product_shares_averages_to_one(@ForAll("trade") TradeMatrix trade) {
    RevealedAdvantage advantage = RevealedAdvantage.of(trade);
    for (int i = 0; i < trade.rows().size(); i++) {
      if (trade.rowTotal(i) > 0) {
        double mean = 0;
        for (int j = 0; j < trade.columns().size(); j++) {
          mean +=
              advantage.value(AdvantageMeasure.BALASSA, i, j).orElse(0)
                  * (trade.columnTotal(j) / trade.total());
        }
        assertEquals(1, mean, ROUNDING);
      }
    }
  }

  @Property
  void symmetric_advantage_lies_between_minus_one_and_one(@ForAll("trade") TradeMatrix trade) {
    IndexMatrix matrix = RevealedAdvantage.of(trade).matrix(AdvantageMeasure.SYMMETRIC);
    for (double value : matrix.toRowMajor(0)) {
      assertTrue(value >= -1 && value <= 1, () -> "was " + value);
    }
  }

  @Property
  void symmetric_and_balassa_agree_on_the_sign_of_the_advantage(
      @ForAll("trade") TradeMatrix trade) {
    double[] balassa = RevealedAdvantage.of(trade).matrix(AdvantageMeasure.BALASSA).toRowMajor(1);
    double[] symmetric =
        RevealedAdvantage.of(trade).matrix(AdvantageMeasure.SYMMETRIC).toRowMajor(0);
    for (int at = 0; at < balassa.length; at++) {
      assertEquals(Math.signum(balassa[at] - 1), Math.signum(symmetric[at]));
    }
  }

  @Property
  void normalised_advantage_sums_to_zero_over_products_and_over_countries(
      @ForAll("trade") TradeMatrix trade) {
    Assume.that(trade.total() > 0);
    IndexMatrix matrix = RevealedAdvantage.of(trade).matrix(AdvantageMeasure.NORMALISED);
    TradeMatrix shape = trade;
    double[] values = matrix.toRowMajor(0);
    for (int i = 0; i < shape.rows().size(); i++) {
      assertEquals(0, sum(values, i * shape.columns().size(), 1, shape.columns().size()), ROUNDING);
    }
    for (int j = 0; j < shape.columns().size(); j++) {
      assertEquals(0, sum(values, j, shape.columns().size(), shape.rows().size()), ROUNDING);
    }
    assertTrue(Arrays.stream(values).allMatch(v -> Math.abs(v) <= 0.25 + ROUNDING));
  }

  private static double sum(double[] values, int start, int step, int count) {
    double sum = 0;
    for (int k = 0; k < count; k++) {
      sum += values[start + k * step];
    }
    return sum;
  }

  @Property
  void additive_advantage_sums_to_zero_over_the_products_of_a_country(
      @ForAll("trade") TradeMatrix trade) {
    double[] values = RevealedAdvantage.of(trade).matrix(AdvantageMeasure.ADDITIVE).toRowMajor(0);
    int width = trade.columns().size();
    for (int i = 0; i < trade.rows().size(); i++) {
      assertEquals(0, sum(values, i * width, 1, width), ROUNDING);
    }
  }

  @Property
  void the_matrix_and_the_single_answer_agree_to_the_bit(@ForAll("trade") TradeMatrix trade) {
    RevealedAdvantage advantage = RevealedAdvantage.of(trade);
    for (AdvantageMeasure measure : AdvantageMeasure.values()) {
      IndexMatrix matrix = advantage.matrix(measure);
      for (int i = 0; i < trade.rows().size(); i++) {
        for (int j = 0; j < trade.columns().size(); j++) {
          OptionalDouble single = advantage.value(measure, i, j);
          assertEquals(single, matrix.value(i, j));
        }
      }
    }
  }

  @Property
  void no_index_depends_on_the_unit_of_trade(@ForAll("pairs") List<TradeMatrix> trade) {
    TradeMatrix exports = trade.get(0);
    TradeMatrix thousands = IndicatorArbitraries.scaled(exports, 1024);
    TradeMatrix importsInThousands = IndicatorArbitraries.scaled(trade.get(1), 1024);
    for (AdvantageMeasure measure : AdvantageMeasure.values()) {
      assertSame(
          RevealedAdvantage.of(exports).matrix(measure),
          RevealedAdvantage.of(thousands).matrix(measure));
    }
    TwoWayTrade here = TwoWayTrade.of(exports, trade.get(1));
    TwoWayTrade there = TwoWayTrade.of(thousands, importsInThousands);
    for (TwoWayMeasure measure : TwoWayMeasure.values()) {
      assertSame(here.matrix(measure), there.matrix(measure));
    }
  }

  private static void assertSame(IndexMatrix expected, IndexMatrix actual) {
    assertEquals(expected.definedCells(), actual.definedCells());
    double[] a = expected.toRowMajor(0);
    double[] b = actual.toRowMajor(0);
    for (int at = 0; at < a.length; at++) {
      assertEquals(a[at], b[at], 1e-9 * Math.max(1, Math.abs(a[at])));
    }
  }

  @Property
  void lafay_sums_to_zero_over_products_within_fifty(@ForAll("pairs") List<TradeMatrix> trade) {
    IndexMatrix lafay = TwoWayTrade.of(trade.get(0), trade.get(1)).matrix(TwoWayMeasure.LAFAY);
    int width = lafay.columns().size();
    double[] values = lafay.toRowMajor(0);
    for (int i = 0; i < lafay.rows().size(); i++) {
      assertEquals(0, sum(values, i * width, 1, width), 100 * ROUNDING);
    }
    assertTrue(Arrays.stream(values).allMatch(v -> Math.abs(v) <= 50 + 1e-9));
  }

  @Property
  void grubel_lloyd_is_a_share_and_does_not_tell_exports_from_imports(
      @ForAll("pairs") List<TradeMatrix> trade) {
    double[] one =
        TwoWayTrade.of(trade.get(0), trade.get(1)).matrix(TwoWayMeasure.GRUBEL_LLOYD).toRowMajor(0);
    double[] other =
        TwoWayTrade.of(trade.get(1), trade.get(0)).matrix(TwoWayMeasure.GRUBEL_LLOYD).toRowMajor(0);
    for (int at = 0; at < one.length; at++) {
      assertTrue(one[at] >= 0 && one[at] <= 1);
      assertEquals(one[at], other[at]);
    }
  }

  @Property
  void trade_advantage_changes_its_sign_when_exports_and_imports_change_places(
      @ForAll("pairs") List<TradeMatrix> trade) {
    for (TwoWayMeasure measure :
        List.of(TwoWayMeasure.RELATIVE_TRADE, TwoWayMeasure.REVEALED_COMPETITIVENESS)) {
      double[] one = TwoWayTrade.of(trade.get(0), trade.get(1)).matrix(measure).toRowMajor(0);
      double[] other = TwoWayTrade.of(trade.get(1), trade.get(0)).matrix(measure).toRowMajor(0);
      for (int at = 0; at < one.length; at++) {
        assertEquals(-one[at], other[at], 1e-12 * Math.max(1, Math.abs(one[at])));
      }
    }
  }

  @Property
  void similarity_is_symmetric_and_one_with_oneself(@ForAll("trade") TradeMatrix trade) {
    IndexMatrix pairs = BasketComparison.similarities(trade);
    for (int a = 0; a < trade.rows().size(); a++) {
      for (int b = 0; b < trade.rows().size(); b++) {
        assertEquals(pairs.value(a, b), pairs.value(b, a));
        if (trade.rowTotal(a) > 0 && trade.rowTotal(b) > 0) {
          double similarity = BasketComparison.similarity(trade.row(a), trade.row(b));
          assertEquals(similarity, pairs.value(a, b).orElseThrow());
          assertEquals(a == b ? 1 : similarity, similarity, ROUNDING);
          assertEquals(
              100 * similarity,
              BasketComparison.complementarity(trade.row(a), trade.row(b)),
              100 * ROUNDING);
        }
      }
    }
  }

  @Property
  void concentration_lies_between_equal_parts_and_one(@ForAll("trade") TradeMatrix trade) {
    for (int i = 0; i < trade.rows().size(); i++) {
      if (trade.rowTotal(i) > 0) {
        double[] basket = trade.row(i);
        double index = Concentration.herfindahl(basket);
        assertTrue(index >= 1.0 / basket.length - ROUNDING && index <= 1 + ROUNDING);
        double normalised = Concentration.normalisedHerfindahl(basket);
        assertTrue(normalised >= 0 && normalised <= 1 + ROUNDING);
        assertTrue(Concentration.equivalentNumber(basket) <= basket.length + 1e-9);
      }
    }
  }

  @Property
  void intensity_weighted_with_the_partners_markets_averages_to_one(
      @ForAll("world") TradeMatrix t) {
    double[] flows = t.flat().clone();
    for (int i = 0; i < t.rows().size(); i++) {
      flows[i * t.rows().size() + i] = 0; // nobody sells to itself
    }
    TradeMatrix trade = TradeMatrix.ofRowMajor(t.rows(), t.columns(), flows);
    IndexMatrix intensity = TradeIntensity.of(trade);
    for (int i = 0; i < trade.rows().size(); i++) {
      double available = 0;
      double mean = 0;
      for (int j = 0; j < trade.columns().size(); j++) {
        available += j == i ? 0 : trade.columnTotal(j);
        mean += intensity.value(i, j).orElse(0) * trade.columnTotal(j);
      }
      if (trade.rowTotal(i) > 0) {
        assertEquals(1, mean / available, 1e-9);
      }
    }
  }

  @Property
  void constant_market_share_parts_add_up_in_both_orders(
      @ForAll("quadruples") List<TradeMatrix> trade) {
    TradeMatrix before = trade.get(0);
    TradeMatrix after = trade.get(1);
    TradeMatrix worldBefore = together(before, trade.get(2));
    TradeMatrix worldAfter = together(after, trade.get(3));
    Assume.that(worldBefore.total() > 0);
    double scale = Math.max(1, after.total() + before.total());
    for (EffectOrder order : EffectOrder.values()) {
      ConstantMarketShare parts =
          ConstantMarketShare.of(before, after, worldBefore, worldAfter, order);
      double largest =
          Math.max(
              scale,
              Math.abs(parts.growth())
                  + Math.abs(parts.commodity())
                  + Math.abs(parts.market())
                  + Math.abs(parts.competitiveness()));
      assertEquals(after.total() - before.total(), parts.total(), 1e-10 * largest);
    }
  }

  @Property
  void a_country_that_keeps_every_share_has_no_competitiveness_effect(
      @ForAll("pairs") List<TradeMatrix> world) {
    Assume.that(world.get(0).total() > 0);
    TradeMatrix before = IndicatorArbitraries.scaled(world.get(0), 0.125);
    TradeMatrix after = IndicatorArbitraries.scaled(world.get(1), 0.125);
    for (int at = 0; at < before.flat().length; at++) {
      Assume.that(before.flat()[at] > 0 || after.flat()[at] == 0);
    }
    ConstantMarketShare parts = ConstantMarketShare.of(before, after, world.get(0), world.get(1));
    assertEquals(0, parts.competitiveness(), 1e-10 * Math.max(1, after.total() + before.total()));
  }

  private static TradeMatrix together(TradeMatrix a, TradeMatrix b) {
    double[] values = a.flat().clone();
    for (int at = 0; at < values.length; at++) {
      values[at] += b.flat()[at];
    }
    return TradeMatrix.ofRowMajor(a.rows(), a.columns(), values);
  }
}
