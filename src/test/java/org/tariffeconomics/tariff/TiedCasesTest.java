package org.tariffeconomics.tariff;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.HsCode;

/** What is left open is left open on both sides alike: the same car is not old in one and new. */
class TiedCasesTest {

  private static final TariffBook BOOK =
      TariffBook.us(
          TariffMeasure.base("8703", "2.5%"),
          TariffMeasure.adds("old", "8703", "*", "5%").withCondition("age>=25"),
          TariffMeasure.adds("surcharge", "8703", "*", "10%"));

  private static final TariffBook HEADING =
      TariffBook.us(
          TariffMeasure.base("8703.10", "1%").withId("a"),
          TariffMeasure.base("8703", "2%").withId("b"),
          TariffMeasure.adds("surcharge", "8703", "*", "10%"));

  private static DutyStack stack(TariffBook book, String line) {
    return book.on("2025-05-01").stack(HsCode.of(line), Country.of("JP"));
  }

  private static String rates(DutyStack one, DutyStack other) {
    return TiedCases.of(one, other).stream()
        .map(pair -> rate(pair.one()) + " and " + rate(pair.other()))
        .sorted()
        .collect(Collectors.joining("; "));
  }

  private static String rate(DutyStack stack) {
    return stack.adValoremRate().map(r -> r.toText(1)).orElse("unknown");
  }

  /** 12.5 % young and 17.5 % old, with the surcharge; 2.5 % and 7.5 % without. */
  @Test
  void a_fact_has_one_value_on_both_sides() {
    assertEquals(
        "12.5% and 2.5%; 17.5% and 7.5%",
        rates(stack(BOOK, "8703"), stack(BOOK.without("surcharge"), "8703")));
  }

  /**
   * Where one law asks for an age of 30 and the other for 25, a car of 27 is each in its own way.
   */
  @Test
  void other_values_of_a_fact_go_with_all() {
    TariffBook later =
        TariffBook.us(
            TariffMeasure.base("8703", "2.5%"),
            TariffMeasure.adds("old", "8703", "*", "5%").withCondition("age>=30"));
    assertEquals(4, TiedCases.of(stack(BOOK, "8703"), stack(later, "8703")).size());
  }

  @Test
  void a_line_is_the_same_on_both_sides() {
    assertEquals(
        "11.0% and 1.0%; 12.0% and 2.0%",
        rates(stack(HEADING, "8703"), stack(HEADING.without("surcharge"), "8703")));
  }

  /** What is known on one side goes with every case of the other. */
  @Test
  void one_known_answer_goes_with_all_cases() {
    DutyStack known = stack(BOOK.without("old"), "8703");
    assertEquals("12.5% and 12.5%; 17.5% and 12.5%", rates(stack(BOOK, "8703"), known));
    assertEquals(List.of(), TiedCases.of(known, stack(BOOK, "8703")).stream().skip(2).toList());
  }
}
