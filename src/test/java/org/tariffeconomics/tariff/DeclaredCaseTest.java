package org.tariffeconomics.tariff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.Quantity;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.rate.DeclaredFacts;
import org.tariffeconomics.tariff.DutyStack.Outcome;

/** Anti-dumping and countervailing duties as they are declared with the goods. */
class DeclaredCaseTest {

  private static final HsCode NAILS = HsCode.of("7317.00.55");

  private static final TariffBook BOOK =
      TariffBook.us(
          TariffMeasure.base("7317", "5%"),
          TariffMeasure.topsUpTo("all-in", "7317", "JP", "15%"),
          TariffMeasure.exempts("exempt", "7317", "KR", "MFN"));

  private static DutyStack stack(String origin, String facts) {
    return BOOK.on("2025-09-16").stack(NAILS, Country.of(origin), DeclaredFacts.parse(facts));
  }

  /** 5 % + 118.04 %, whatever else the law says of the goods. */
  @Test
  void a_deposit_is_charged_besides_all_other_duties() {
    String deposit = "AD case=A-570-909; AD deposit=118.04%";
    assertEquals(Optional.of(Rate.percent("123.04")), stack("CN", deposit).adValoremRate());
    assertEquals(Optional.of(Rate.percent("118.04")), stack("KR", deposit).adValoremRate());
    assertEquals(List.of(), stack("CN", deposit).remarks());
    assertTrue(
        stack("CN", deposit).layers().stream()
            .anyMatch(l -> l.measure().id().equals("anti-dumping duty, case A-570-909")));
  }

  /** It is no part of an all-inclusive total: 15 % and 10 %. */
  @Test
  void a_deposit_does_not_count_into_an_all_inclusive_total() {
    assertEquals(Optional.of(Rate.percent("25")), stack("JP", "CVD deposit=10%").adValoremRate());
  }

  /** Two cases stand side by side; 1,000 kg at 6 cents are 60 dollars. */
  @Test
  void both_kinds_add_up_and_may_be_specific() {
    assertEquals(
        "USD 660.00",
        stack("CN", "AD deposit=0.06 USD/kg; CVD case=C-570-910; CVD deposit=1%")
            .assess(Money.parse("USD 10000"), Quantity.of("1000", "kg"))
            .dutyOrThrow()
            .toString());
  }

  @Test
  void a_case_without_its_rate_leaves_the_duty_undetermined() {
    DutyStack open = stack("CN", "AD case=A-570-909");
    assertEquals(Outcome.UNDETERMINED, open.outcome());
    assertTrue(open.reasons().toString().contains("AD deposit"), open.reasons().toString());
    assertEquals(Optional.of(Rate.percent("5")), stack("CN", "AD case=none").adValoremRate());
    assertEquals(Optional.of(Rate.percent("5")), stack("CN", "").adValoremRate());
  }

  @Test
  void a_deposit_that_is_no_rate_is_refused() {
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> stack("CN", "AD deposit=lots"));
    assertTrue(refused.getMessage().startsWith("AD deposit must be a rate"), refused.getMessage());
  }

  /** Answers are told apart by the measures they are of, so that one declaration is one measure. */
  @Test
  void the_same_declaration_is_the_same_measure() {
    DeclaredFacts facts = DeclaredFacts.parse("AD case=A-1; AD deposit=7%");
    assertSame(DeclaredCase.of(facts).get(0), DeclaredCase.of(facts).get(0));
  }
}
