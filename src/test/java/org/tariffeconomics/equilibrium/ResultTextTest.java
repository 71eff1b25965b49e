package org.tariffeconomics.equilibrium;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tariffeconomics.report.Table;

/** How models and results look in a shell: one short line, and a table that fits the page. */
class ResultTextTest {

  private static final double[] VALUES = {123_456_789.123, 987_654_321.987};
  private static final double[] TARIFFS = {0.125, 0.333333333};
  private static final double[] NEW = {0.25, 0.01};
  private static final double[][] FLOWS = {VALUES, VALUES};
  private static final double[][] FREE = new double[2][2];
  private static final double[][] TAXED = {NEW, NEW};

  static Stream<Object> everything() {
    ArmingtonMarket market = ArmingtonMarket.ofValues(VALUES, TARIFFS, 123.456789);
    NestedArmington nested = NestedArmington.homeAndImports(0.123456, NEW_SHARES, 1.23456, 9.87654);
    SmartMarket smart = SmartMarket.of(VALUES, TARIFFS, -1.23456789);
    GsimModel gsim = GsimModel.of(FLOWS, FREE, -1.25, 1.5, 5);
    ArmingtonSupplyModel supply = ArmingtonSupplyModel.of(VALUES, TARIFFS, VALUES, 4.56789);
    BertrandMarket bertrand =
        BertrandMarket.ofSlope(
            DemandForm.CES, List.of("A", "B"), VALUES, new double[] {0.3, 0.2}, 4.56789);
    TradeBalanceCheck check = TradeBalanceCheck.of(VALUES[0], VALUES[1], 0.34);
    return Stream.of(
        market,
        market.afterTariffs(NEW),
        nested,
        nested.market(),
        nested.afterPrices(1, 1.1, 0.9),
        smart,
        smart.afterTariffs(NEW),
        gsim,
        gsim.afterTariffs(TAXED),
        gsim.afterTariffs(TAXED, SolutionMode.LOG_LINEAR),
        supply,
        supply.afterTariffs(NEW),
        bertrand,
        bertrand.withSize(1e9).afterTariffs(NEW),
        TariffWelfare.harberger(VALUES[0], 0.123456, 2.3456),
        TariffWelfare.largeCountry(VALUES[0], 0.123456, 2.3456, 3.4567),
        TariffWelfare.laffer(2.3456),
        TariffWelfare.laffer(0.5),
        TariffWelfare.optimal(2.3456, 1.2345),
        ReciprocalFormula.usApril2025().withRounding(0.01, RoundingMode.HALF_EVEN),
        ReciprocalFormula.usApril2025().rate(VALUES[0], VALUES[1]),
        check,
        check.linear(4, 0.25),
        GainsFromTrade.acr(0.8765, 4.321));
  }

  private static final double[] NEW_SHARES = {0.25, 0.75};

  @ParameterizedTest
  @MethodSource("everything")
  void the_short_form_is_one_line_below_80_characters(Object thing) {
    String text = thing.toString();
    assertTrue(text.length() < 80, text + " has " + text.length() + " characters");
    assertFalse(text.contains("\n"));
    assertFalse(text.contains("@"), text);
  }

  @ParameterizedTest
  @MethodSource("everything")
  void the_table_fits_the_page(Object thing) throws ReflectiveOperationException {
    if (Stream.of(thing.getClass().getMethods())
        .noneMatch(m -> m.getName().equals("table") && m.getParameterCount() == 0)) {
      return;
    }
    Table table = (Table) thing.getClass().getMethod("table").invoke(thing);
    assertFalse(table.rows().isEmpty());
    table
        .toText()
        .lines()
        .forEach(line -> assertTrue(line.length() <= 100, line + " is " + line.length() + " wide"));
  }
}
