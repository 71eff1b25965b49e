package org.tariffeconomics.indicator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.HsCode;

class TradeWeightsTest {

  private static final Country JP = Country.of("JP");
  private static final Country KR = Country.of("KR");
  private static final HsCode CARS = HsCode.of("8703.23");
  private static final HsCode TRUCKS = HsCode.of("8704.31");

  private static TradeWeights.Builder few() {
    return TradeWeights.builder("US imports, USD million")
        .add(TRUCKS, KR, 5)
        .add(CARS, KR, 30)
        .add(CARS, JP, 40)
        .add(CARS, JP, 2)
        .add(TRUCKS, JP, 0);
  }

  @Test
  void trade_of_one_pair_adds_up_and_labels_stand_in_order() {
    TradeWeights trade = few().build();
    assertEquals(List.of(CARS, TRUCKS), trade.lines());
    assertEquals(List.of(JP, KR), trade.origins());
    assertEquals(42, trade.value(CARS, JP));
    assertEquals(77, trade.total());
    assertEquals(35, trade.total(KR));
    assertEquals(72, trade.total(HsCode.of("8703")));
    assertEquals(77, trade.total(HsCode.of("87")));
    assertEquals(0, trade.total(HsCode.of("8705")));
    assertEquals("TradeWeights 2 lines x 2 origins, 4 pairs, total 77.0000", trade.toString());
  }

  @Test
  void trade_recorded_as_nothing_is_not_trade_that_is_not_recorded() {
    TradeWeights trade = few().build();
    assertEquals(OptionalDouble.of(0), trade.recorded(TRUCKS, JP));
    assertEquals(OptionalDouble.empty(), trade.recorded(TRUCKS, Country.of("DE")));
    assertEquals(OptionalDouble.empty(), trade.recorded(HsCode.of("8703"), JP));
    assertEquals(0, trade.value(TRUCKS, Country.of("DE")));
    TradeWeights without = TradeWeights.builder("x").add(CARS, JP, 1).build();
    TradeWeights with = TradeWeights.builder("x").add(CARS, JP, 1).add(CARS, KR, 0).build();
    assertNotEquals(without, with);
    assertEquals(2, with.size());
  }

  @Test
  void pairs_are_visited_line_after_line() {
    List<String> visited = new ArrayList<>();
    few().build().forEach((line, origin, value) -> visited.add(line + "/" + origin + "=" + value));
    assertEquals(List.of("0/0=42.0", "0/1=30.0", "1/0=0.0", "1/1=5.0"), visited);
  }

  @Test
  void shorter_lines_keep_the_trade() {
    TradeWeights chapters = few().build().underLines(2);
    assertEquals(List.of(HsCode.of("87")), chapters.lines());
    assertEquals(42, chapters.value(HsCode.of("87"), JP));
    assertEquals(77, chapters.total());
    TradeWeights weights = few().build();
    String message =
        assertThrows(IllegalArgumentException.class, () -> weights.underLines(8)).getMessage();
    assertEquals("lines must have at least digits = 8 digits, but one was 8703.23", message);
  }

  @Test
  void a_line_under_another_is_refused_since_its_trade_would_count_twice() {
    TradeWeights.Builder nested = few().add(HsCode.of("8703"), KR, 30);
    String message = assertThrows(IllegalArgumentException.class, nested::build).getMessage();
    assertTrue(message.endsWith("but 8703.23 lies under 8703"), message);
  }

  @Test
  void amounts_that_are_no_trade_are_refused_with_their_place() {
    for (double bad : new double[] {-1, Double.NaN, Double.POSITIVE_INFINITY}) {
      TradeWeights.Builder builder = few();
      String message =
          assertThrows(IllegalArgumentException.class, () -> builder.add(CARS, JP, bad))
              .getMessage();
      assertEquals(
          "the value of 8703.23 from JP must be finite and not negative, but was " + bad, message);
    }
    TradeWeights.Builder builder = few().add(CARS, JP, Double.MAX_VALUE);
    builder.add(CARS, KR, Double.MAX_VALUE);
    assertThrows(IllegalArgumentException.class, builder::build);
  }

  @Test
  void the_matrix_has_every_pair() {
    TradeMatrix matrix = few().add(TRUCKS, Country.of("MX"), 7).build().matrix();
    assertEquals(List.of("870323", "870431"), matrix.rows());
    assertEquals(List.of("JP", "KR", "MX"), matrix.columns());
    assertEquals(0, matrix.value("870323", "MX"));
    assertEquals(7, matrix.value("870431", "MX"));
  }

  @Test
  void the_table_ranks_origins_and_an_empty_one_has_none() {
    TradeWeights trade = few().build();
    assertEquals("JP", trade.table().cell(0, "origin").toString());
    assertEquals(42, trade.table().number(0, "trade").doubleValue());
    TradeWeights none = TradeWeights.builder("none").build();
    assertEquals(0, none.total());
    assertEquals(List.of(), none.lines());
    assertEquals(0, none.table().rows().size());
    assertTrue(
        TradeWeights.builder("x").add(CARS, JP, 0).build().table().toString().contains("unknown"));
  }

  @Test
  void a_builder_goes_on_after_it_was_asked() {
    TradeWeights.Builder builder = few();
    TradeWeights before = builder.build();
    TradeWeights after = builder.add(CARS, JP, 1).build();
    assertEquals(42, before.value(CARS, JP));
    assertEquals(43, after.value(CARS, JP));
  }
}
