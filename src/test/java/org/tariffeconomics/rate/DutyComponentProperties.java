package org.tariffeconomics.rate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class DutyComponentProperties {

  private static DutyComponent percent(String expression, int tenths) {
    return new DutyComponent(expression, BigDecimal.valueOf(tenths, 1), "", "", "");
  }

  private static DutyComponent perQuintal(String expression, int tenths, String qualifier) {
    return new DutyComponent(expression, BigDecimal.valueOf(tenths, 1), "EUR", "DTN", qualifier);
  }

  private static String number(int tenths) {
    return BigDecimal.valueOf(tenths, 1).toPlainString();
  }

  /** The list spelling of the tariff names the unit where components have its code. */
  @Property(tries = 200)
  void components_and_the_list_spelling_are_the_same_tree(
      @ForAll @IntRange(min = 1, max = 999) int share,
      @ForAll @IntRange(min = 1, max = 9999) int money,
      @ForAll @IntRange(min = 1, max = 999) int least,
      @ForAll @IntRange(min = 1, max = 999) int most,
      @ForAll boolean backwards) {
    List<DutyComponent> components =
        new ArrayList<>(
            List.of(
                percent("01", share),
                perQuintal("04", money, ""),
                percent("15", least),
                perQuintal("17", most, "")));
    if (backwards) {
      Collections.reverse(components);
    }
    String list =
        number(share)
            + "% + "
            + number(money)
            + " EUR/100 kg MIN "
            + number(least)
            + "% MAX "
            + number(most)
            + " EUR/100 kg";
    assertEquals(DutyRate.parse(list), DutyComponent.rate(components));
    assertTrue(!(DutyComponent.rate(components) instanceof DutyRate.Unsupported), list);
  }

  @Property(tries = 100)
  void a_qualifier_measures_another_quantity(@ForAll @IntRange(min = 1, max = 999) int money) {
    assertEquals(
        DutyRate.parse("10.4% MIN " + number(money) + " EUR/100 kg of gross weight"),
        DutyComponent.rate(List.of(percent("01", 104), perQuintal("15", money, "G"))));
  }

  /**
   * Agricultural components stand in the order of their expressions: 9 % + EA MAX 24.2 % + ADSZ.
   */
  @Example
  void agricultural_components_stand_where_their_expressions_do() {
    List<DutyComponent> components =
        List.of(
            new DutyComponent("21", null, "", "", ""),
            percent("17", 242),
            new DutyComponent("12", null, "", "", ""),
            percent("01", 90));
    assertEquals("9.0 % + EA MAX 24.2 % + ADSZ", DutyComponent.text(components));
    assertEquals(DutyRate.parse("9.0 % + EA MAX 24.2 % + ADSZ"), DutyComponent.rate(components));
  }

  @Example
  void a_supplementary_unit_is_no_duty() {
    DutyComponent pieces = new DutyComponent("99", null, "", "NAR", "");
    assertEquals(DutyRate.percent("10"), DutyComponent.rate(List.of(percent("01", 100), pieces)));
    assertEquals(Optional.of("NAR"), DutyComponent.supplementaryUnit(List.of(pieces)));
    assertThrows(IllegalArgumentException.class, () -> DutyComponent.rate(List.of(pieces)));
    assertEquals(
        new DutyRate.Free(),
        DutyComponent.rate(List.of(new DutyComponent("37", null, "", "", ""))));
  }

  @Example
  void what_is_no_component_is_refused() {
    assertThrows(IllegalArgumentException.class, () -> new DutyComponent("77", null, "", "", ""));
    assertThrows(IllegalArgumentException.class, () -> new DutyComponent("01", null, "", "", ""));
    assertThrows(
        IllegalArgumentException.class,
        () -> new DutyComponent("01", new BigDecimal("-1"), "", "", ""));
    assertThrows(
        IllegalArgumentException.class,
        () -> new DutyComponent("01", BigDecimal.ONE, "EUR", "", "G"));
    assertThrows(
        IllegalArgumentException.class,
        () -> DutyComponent.rate(List.of(percent("01", 1), percent("01", 2))));
    assertTrue(
        DutyComponent.rate(List.of(new DutyComponent("01", BigDecimal.ONE, "QQQ", "DTN", "")))
            instanceof DutyRate.Unsupported);
    assertTrue(
        DutyComponent.rate(List.of(new DutyComponent("01", BigDecimal.ONE, "EUR", "QQQ", "")))
            instanceof DutyRate.Unsupported);
  }
}
