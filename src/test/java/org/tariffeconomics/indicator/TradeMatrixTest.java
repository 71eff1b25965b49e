package org.tariffeconomics.indicator;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class TradeMatrixTest {

  private static final List<TradeFlow> FLOWS =
      List.of(
          new TradeFlow("kr", "cars", 30),
          new TradeFlow("jp", "cars", 40),
          new TradeFlow("jp", "chips", 10),
          new TradeFlow("jp", "cars", 5));

  @Test
  void flows_of_one_pair_add_up_and_labels_stand_in_order() {
    TradeMatrix trade = TradeMatrix.ofFlows(FLOWS, MissingFlow.IS_ZERO);
    assertEquals(List.of("jp", "kr"), trade.rows());
    assertEquals(List.of("cars", "chips"), trade.columns());
    assertEquals(45, trade.value("jp", "cars"));
    assertEquals(0, trade.value("kr", "chips"));
    assertEquals(55, trade.rowTotal(0));
    assertEquals(75, trade.columnTotal(0));
    assertEquals(85, trade.total());
  }

  @Test
  void a_gap_is_refused_where_it_does_not_mean_zero() {
    String message =
        assertThrows(
                IllegalArgumentException.class,
                () -> TradeMatrix.ofFlows(FLOWS, MissingFlow.IS_REFUSED))
            .getMessage();
    assertEquals("No flow is listed for kr/chips", message);
  }

  @Test
  void negative_and_unknown_amounts_are_refused_with_their_place() {
    List<String> one = List.of("a");
    for (double bad : new double[] {-1, Double.NaN, Double.POSITIVE_INFINITY}) {
      String message =
          assertThrows(
                  IllegalArgumentException.class,
                  () -> TradeMatrix.ofRowMajor(one, one, new double[] {bad}))
              .getMessage();
      assertEquals("the value of a/a must be finite and not negative, but was " + bad, message);
    }
    assertThrows(IllegalArgumentException.class, () -> new TradeFlow("a", "b", -1));
  }

  @Test
  void a_total_beyond_the_range_of_numbers_is_refused() {
    assertThrows(
        IllegalArgumentException.class,
        () -> TradeMatrix.unlabelled(new double[][] {{Double.MAX_VALUE, Double.MAX_VALUE}}));
  }

  @Test
  void shapes_and_labels_must_fit() {
    List<String> two = List.of("a", "b");
    assertThrows(
        IllegalArgumentException.class, () -> TradeMatrix.unlabelled(new double[][] {{1, 2}, {1}}));
    assertThrows(
        IllegalArgumentException.class, () -> TradeMatrix.ofRowMajor(two, two, new double[3]));
    assertThrows(
        IllegalArgumentException.class,
        () -> TradeMatrix.ofRowMajor(List.of("a", "a"), List.of("x"), new double[2]));
    TradeMatrix trade = TradeMatrix.ofRowMajor(two, two, new double[] {1, 2, 3, 4});
    assertThrows(IllegalArgumentException.class, () -> trade.value("c", "a"));
    assertThrows(IndexOutOfBoundsException.class, () -> trade.value(0, 2));
    assertThrows(IndexOutOfBoundsException.class, () -> trade.value(2, 0));
  }

  @Test
  void neither_the_given_nor_the_returned_array_is_the_matrix() {
    double[][] given = {{1, 2}, {3, 4}};
    TradeMatrix trade = TradeMatrix.unlabelled(given);
    given[0][0] = 99;
    trade.row(0)[1] = 99;
    trade.column(0)[0] = 99;
    assertArrayEquals(new double[] {1, 2}, trade.row(0));
    assertArrayEquals(new double[] {1, 3}, trade.column(0));
    assertArrayEquals(new double[] {1, 3}, trade.transposed().row(0));
  }

  @Test
  void an_empty_matrix_has_no_trade_and_no_indices() {
    TradeMatrix empty = TradeMatrix.unlabelled(new double[0][]);
    assertEquals(0, empty.total());
    for (AdvantageMeasure measure : AdvantageMeasure.values()) {
      assertEquals(0, RevealedAdvantage.of(empty).matrix(measure).definedCells());
    }
    assertEquals(0, TradeIntensity.of(empty).definedCells());
    assertEquals(0, BasketComparison.similarities(empty).definedCells());
  }

  @Test
  void it_prints_as_a_table_and_in_short() {
    TradeMatrix trade = TradeMatrix.ofFlows(FLOWS, MissingFlow.IS_ZERO);
    assertEquals("TradeMatrix 2 x 2, total 85.0000", trade.toString());
    assertEquals(55, trade.table().number(0, "all columns").doubleValue());
    assertTrue(trade.table().toCsv().contains("jp,cars,45"));
  }
}
