package org.tariffeconomics.equilibrium;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;

class SmartProperties {

  @Provide
  Arbitrary<double[]> imports() {
    return Draws.array(4, 0, 1000);
  }

  @Provide
  Arbitrary<double[]> tariffs() {
    return Draws.array(4, 0, 1);
  }

  @Property
  void diversion_adds_up_to_zero_and_imports_stay_positive(
      @ForAll("imports") double[] imports,
      @ForAll("tariffs") double[] before,
      @ForAll("tariffs") double[] after,
      @ForAll @DoubleRange(min = -5, max = 0) double demand,
      @ForAll @DoubleRange(min = 0, max = 10) double substitution) {
    SmartResult result =
        SmartMarket.of(imports, before, demand).withSubstitution(substitution).afterTariffs(after);
    assertEquals(0, Sums.of(result.tradeDiversion()), 1e-9 * (1 + Sums.of(imports)));
    for (int k = 0; k < imports.length; k++) {
      assertTrue(imports[k] + result.tradeCreation()[k] + result.tradeDiversion()[k] > -1e-9);
    }
  }

  @Property
  void trade_is_created_where_a_tariff_falls(
      @ForAll @DoubleRange(min = 1, max = 1000) double imports,
      @ForAll @DoubleRange(min = 0, max = 1) double before,
      @ForAll @DoubleRange(min = 0, max = 1) double after,
      @ForAll @DoubleRange(min = -5, max = -0.1) double demand) {
    double created =
        SmartMarket.of(new double[] {imports}, new double[] {before}, demand)
            .afterTariffs(after)
            .totalCreation();
    assertEquals(Math.signum(before - after), Math.signum(created), 0);
  }

  @Property
  void the_bounded_form_is_below_the_linear_one(
      @ForAll @DoubleRange(min = 1, max = 1000) double gains,
      @ForAll @DoubleRange(min = 1, max = 1000) double loses,
      @ForAll @DoubleRange(min = 0.01, max = 1) double before,
      @ForAll @DoubleRange(min = 0.1, max = 10) double substitution) {
    SmartResult result =
        SmartMarket.of(new double[] {gains, loses}, new double[] {before, before}, -1)
            .withSubstitution(substitution)
            .afterTariffs(0, before);
    assertTrue(result.tradeDiversion()[0] <= result.linearDiversion()[0] + 1e-12);
    assertTrue(result.tradeDiversion()[0] <= loses + 1e-12);
  }

  @Property
  void unchanged_tariffs_move_nothing(
      @ForAll("imports") double[] imports, @ForAll("tariffs") double[] tariffs) {
    SmartResult result = SmartMarket.of(imports, tariffs, -2).afterTariffs(tariffs);
    assertArrayEquals(imports, result.importsAfter(), 0);
    assertEquals(0, result.revenueChange(), 0);
    assertEquals(0, result.welfare().getAsDouble(), 0);
  }
}
