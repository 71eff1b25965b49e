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
   * Where one law asks for an age of 30 and the other for 25, a car of 27 is each in its own way;
   * none is younger than 25 and not younger than 30.
   */
  @Test
  void other_limits_of_a_fact_go_together_where_they_meet() {
    TariffBook later =
        TariffBook.us(
            TariffMeasure.base("8703", "2.5%"),
            TariffMeasure.adds("old", "8703", "*", "5%").withCondition("age>=30"));
    assertEquals(
        "12.5% and 2.5%; 17.5% and 2.5%; 17.5% and 7.5%",
        rates(stack(BOOK, "8703"), stack(later, "8703")));
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

  /** Vans of 8703.10 are no cars of 8703.23: three of the four pairs can be of one line. */
  @Test
  void lines_of_other_groups_go_together_where_one_is_in_the_other() {
    TariffBook one =
        TariffBook.us(
            TariffMeasure.base("8703.10", "1%").withId("a"),
            TariffMeasure.base("8703", "2%").withId("b"));
    TariffBook other =
        TariffBook.us(
            TariffMeasure.base("8703.23", "4%").withId("a"),
            TariffMeasure.base("8703", "3%").withId("b"));
    assertEquals(
        "1.0% and 3.0%; 2.0% and 3.0%; 2.0% and 4.0%",
        rates(stack(one, "8703"), stack(other, "8703")));
    TariffBook apart =
        TariffBook.us(
            TariffMeasure.base("8703.23.01", "4%").withId("a"),
            TariffMeasure.base("8703.23", "3%").withId("b"));
    TariffBook wider =
        TariffBook.us(
            TariffMeasure.base("8703.23", "5%").withId("a"),
            TariffMeasure.adds("c", "8703.23.05", "*", "1%"));
    assertEquals(
        "3.0% and 5.0%; 3.0% and 6.0%; 4.0% and 5.0%",
        rates(stack(apart, "8703.23"), stack(wider, "8703.23")));
  }

  /** An age that all lines leave open goes with every line. */
  @Test
  void a_fact_of_all_lines_goes_with_each_line() {
    assertEquals(
        "12.5% and 1.0%; 12.5% and 2.0%; 17.5% and 1.0%; 17.5% and 2.0%",
        rates(stack(BOOK, "8703"), stack(HEADING.without("surcharge"), "8703")));
    assertEquals(
        "1.0% and 12.5%; 1.0% and 17.5%; 2.0% and 12.5%; 2.0% and 17.5%",
        rates(stack(HEADING.without("surcharge"), "8703"), stack(BOOK, "8703")));
  }
}
