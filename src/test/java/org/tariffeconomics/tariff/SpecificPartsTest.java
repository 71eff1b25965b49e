package org.tariffeconomics.tariff;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.joda.money.BigMoney;
import org.junit.jupiter.api.Test;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.Quantity;
import org.tariffeconomics.rate.DeclaredFacts;
import org.tariffeconomics.rate.DutyRate;
import org.tariffeconomics.rate.SpecificPart;
import org.tariffeconomics.tariff.DutyStack.Outcome;

/**
 * Preferences that lift the ad valorem part of the ordinary duty alone, as for fruit under the
 * Turkish and Norwegian agreements of the United Kingdom: “the ad valorem duty shall not apply”.
 */
class SpecificPartsTest {

  private static final TariffMeasure LIFTED =
      TariffMeasure.preference("TR", "0201", "TR", "Free")
          .withRate(new DutyRate.ByReference(SpecificPart.OF_ORDINARY_DUTY))
          .withId("lifted");

  private static Assessment beef(TariffBook book, String facts) {
    return book.on("2025-05-01")
        .stack(HsCode.of("0201.10"), Country.of("TR"), DeclaredFacts.parse(facts))
        .assess(BigMoney.parse("USD 1000"), Quantity.parse("200 kg"));
  }

  private static String duty(TariffBook book, String facts) {
    Assessment assessment = beef(book, facts);
    return assessment.duty().map(Object::toString).orElse(assessment.outcome().toString());
  }

  /** 12.8 % of 1,000 and 1.768 dollars a kg on 200 kg are 128 and 353.60; the 128 are lifted. */
  @Test
  void the_specific_part_of_the_ordinary_duty_stays() {
    TariffBook book = TariffBook.us(TariffMeasure.base("0201", "12.8% + 1.768 USD/kg"), LIFTED);
    assertEquals("USD 481.60", duty(book, "claim=nothing"));
    assertEquals("USD 353.60", duty(book, "claim=TR"));
  }

  /** The part is that of the closest base duty, 10 % and 1 dollar a kg, of which 200 stay. */
  @Test
  void the_part_is_taken_of_the_closest_ordinary_duty() {
    TariffBook book =
        TariffBook.us(
            TariffMeasure.base("*", "5% + 2 USD/kg").withId("wide"),
            TariffMeasure.base("0201", "10% + 1 USD/kg").withId("closer"),
            LIFTED);
    assertEquals("USD 300.00", duty(book, "claim=nothing"));
    assertEquals("USD 200.00", duty(book, "claim=TR"));
    TariffBook turned =
        TariffBook.us(
            LIFTED,
            TariffMeasure.base("0201", "10% + 1 USD/kg").withId("closer"),
            TariffMeasure.base("*", "5% + 2 USD/kg").withId("wide"));
    assertEquals("USD 200.00", duty(turned, "claim=TR"));
  }

  /** Other measures keep their rates: 25 % of 1,000 besides the 353.60. */
  @Test
  void charges_are_left_as_they_are() {
    TariffBook book =
        TariffBook.us(
            TariffMeasure.base("0201", "12.8% + 1.768 USD/kg"),
            TariffMeasure.adds("S", "0201", "*", "25%"),
            LIFTED);
    assertEquals("USD 603.60", duty(book, "claim=TR"));
  }

  /** Of nothing, nothing is known; a greater of two has no parts to tell apart. */
  @Test
  void what_has_no_parts_is_not_guessed() {
    assertEquals(Outcome.UNDETERMINED, beef(TariffBook.us(LIFTED), "claim=TR").outcome());
    TariffBook greater = TariffBook.us(TariffMeasure.base("0201", "max(5%, 1 USD/kg)"), LIFTED);
    assertEquals("UNDETERMINED", duty(greater, "claim=TR"));
    assertEquals("USD 200.00", duty(greater, "claim=nothing"));
  }
}
