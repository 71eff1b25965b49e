package org.tariffeconomics.tariff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.rate.Portion;

/** What measures are called, and of which goods and days they speak, is no part of what they do. */
class AnswerKindTest {

  private static final TariffMeasure STEEL = TariffMeasure.adds("S232 steel", "7308", "*", "25%");

  private final AnswerKind.Numbers numbers = new AnswerKind.Numbers();

  @Test
  void measures_of_other_names_goods_origins_and_days_have_one_number_if_they_do_the_same() {
    TariffMeasure other =
        TariffMeasure.adds("S232 steel", "7318, 7326.90", "KR", "25.0%").withId("derivatives");
    assertEquals(numbers.of(STEEL), numbers.of(other));
    assertEquals(numbers.of(STEEL), numbers.of(STEEL.from("2025-03-12")));
    assertEquals(numbers.of(STEEL), numbers.of(STEEL.withKnownFrom("2025-02-18")));
  }

  @Test
  void measures_that_do_something_else_have_numbers_of_their_own() {
    for (TariffMeasure other :
        new TariffMeasure[] {
          STEEL.withRate(Rate.percent("50")),
          STEEL.withCondition("melted:US>=0.95"),
          STEEL.withPortion(Portion.parse("steel content")),
          TariffMeasure.topsUpTo("S232 steel", "7308", "*", "25%"),
          TariffMeasure.adds("S232 aluminium", "7308", "*", "25%")
        }) {
      assertNotEquals(numbers.of(STEEL), numbers.of(other), other::toString);
    }
  }

  @Test
  void no_number_is_given_twice_however_many_terms_there_were() {
    Set<Integer> given = new HashSet<>();
    for (int i = 0; i < 40_000; i++) {
      Rate deposit = Rate.fraction(BigDecimal.valueOf(i, 6));
      assertTrue(given.add(numbers.of(STEEL.withRate(deposit))));
    }
  }
}
