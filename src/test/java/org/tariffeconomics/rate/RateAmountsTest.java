package org.tariffeconomics.rate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.MonthDay;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.joda.money.BigMoney;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tariffeconomics.basics.Quantity;
import org.tariffeconomics.basics.Rate;

/** What rates come to on a value, and what their parts may be. */
class RateAmountsTest {

  private static final BigMoney HUNDRED = BigMoney.parse("USD 100");

  private static DutyBasis basis() {
    return DutyBasis.of(HUNDRED, Quantity.parse("20 kg"));
  }

  private static DutyAmount amount(String usd) {
    return DutyAmount.of(BigMoney.parse("USD " + usd));
  }

  private static DutyAmount on(String rate, DutyBasis basis) {
    return DutyRate.parse(rate).on(basis);
  }

  private static void refused(String word, Executable call) {
    String message = assertThrows(IllegalArgumentException.class, call).getMessage();
    assertTrue(message.contains(word), message);
  }

  /** 20 kg at 1 dollar are 20, and 5 % of 100 are 5. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Free | 0",
        "5% | 5",
        "1 USD/kg | 20",
        "1 USD/kg + 5% | 25",
        "max(5%, 1 USD/kg) | 20",
        "min(5%, 1 USD/kg) | 5",
        "max(20%, 1 USD/kg) | 20"
      })
  void what_a_rate_comes_to(String rate, String usd) {
    assertEquals(amount(usd), on(rate, basis()));
  }

  /** A total of 15 % over a base of 2.5 is 12.5; over one of 20 it is nothing. */
  @Test
  void a_total_is_topped_up_to_and_never_below() {
    DutyRate total = DutyRate.inclusive("15");
    assertEquals(amount("12.5"), total.on(basis().withBaseDuty(amount("2.5"))));
    assertEquals(amount("0"), total.on(basis().withBaseDuty(amount("15"))));
    assertEquals(amount("0"), total.on(basis().withBaseDuty(amount("20"))));
  }

  @Test
  void the_ordinary_rate_may_stand_elsewhere() {
    DutyRate ordinary = new DutyRate.ByReference(DutyRate.APPLICABLE_SUBHEADING);
    assertEquals(amount("2.5"), ordinary.on(basis().withBaseDuty(amount("2.5"))));
    assertTrue(
        new DutyRate.ByReference("9903.01.25").on(basis()).reasons().toString().contains("9903"));
  }

  @Test
  void no_rate_is_below_nothing() {
    assertEquals(Rate.ZERO, new DutyRate.AdValorem(Rate.ZERO).rate());
    refused("-1%", () -> new DutyRate.AdValorem(Rate.percent("-1")));
    assertEquals(Rate.ZERO, new OtherValueRate(Rate.ZERO, "retail price").rate());
    refused("-1%", () -> new OtherValueRate(Rate.percent("-1"), "retail price"));
    refused("must end with", () -> new OtherValueRate(Rate.ZERO, "weight"));
    refused("name", () -> new DeclaredAmountRate(" "));
  }

  /** Grams may repeat what kilograms say, and not contradict it. */
  @Test
  void quantities_of_one_dimension_agree() {
    DutyBasis both = DutyBasis.of(HUNDRED, Quantity.parse("2 kg"), Quantity.parse("2000 g"));
    assertEquals(2, both.quantities().size());
    refused(
        "contradict",
        () -> DutyBasis.of(HUNDRED, Quantity.parse("2 kg"), Quantity.parse("3000 g")));
    refused(
        "contradict",
        () ->
            DutyBasis.of(
                HUNDRED,
                Quantity.parse("2 kg"),
                Quantity.parse("7 items"),
                Quantity.parse("3000 g")));
  }

  @Test
  void what_is_not_known_keeps_all_its_reasons_once() {
    DutyAmount kg = DutyAmount.undetermined(new Unknown.NeedsQuantity("kg", "declare the weight"));
    DutyAmount age = DutyAmount.undetermined(new Unknown.NeedsFact("age", "declare the age"));
    assertEquals(List.of("declare the weight", "declare the age"), kg.plus(age).plus(kg).reasons());
    assertEquals(kg.reasons(), amount("1").plus(kg).reasons());
    assertEquals(kg.reasons(), kg.greaterOf(amount("1")).reasons());
    assertNotEquals(kg, age);
    assertNotEquals(kg, amount("1"));
    assertEquals(amount("1.0"), amount("1.00"));
    assertEquals(amount("1.0").hashCode(), amount("1.00").hashCode());
    assertNotEquals(amount("1").hashCode(), amount("2").hashCode());
    assertEquals("undetermined: declare the weight", kg.toString());
  }

  @Test
  void a_portion_has_a_content_unless_it_is_the_whole() {
    for (String text : List.of("steel content", "non-steel content", "US content")) {
      Portion portion = Portion.parse(text);
      assertEquals(text, portion.toString());
      assertEquals(portion, Portion.parse(portion.toString()));
    }
    assertEquals(Portion.FULL, Portion.parse(Portion.FULL.toString()));
    refused("FULL", () -> new Portion(Portion.Kind.FULL, "steel"));
    refused("CONTENT", () -> new Portion(Portion.Kind.CONTENT, ""));
    refused("allBut", () -> new Portion(Portion.Kind.CONTENT, "non-steel"));
  }

  @Test
  void a_part_of_a_declaration_is_what_is_asked_for() {
    DeclaredFacts all = DeclaredFacts.parse("claim=A; age=3; content:US=0.4; end use=yes");
    assertEquals(DeclaredFacts.parse("age=3"), all.only(Set.of("age", "nothing")));
    assertEquals(DeclaredFacts.parse("content:US=0.4"), all.only(Set.of("content:US")));
    assertEquals(DeclaredFacts.none(), all.only(Set.of("claim", "US")));
    assertEquals(all, DeclaredFacts.parse(" claim=A ;age=3;content:US=0.4 ; end use=yes ;"));
  }

  @Test
  void what_decides_a_rate_is_asked_for() {
    DutyRate ten = DutyRate.parse("10%");
    DutyRate five = DutyRate.parse("5%");
    ConditionalRate both = new ConditionalRate("for use in X", ten, Optional.of(five));
    ConditionalRate one = new ConditionalRate("for use in X", ten, Optional.empty());
    assertEquals(List.of(ten, five), both.parts());
    assertEquals(List.of(ten), one.parts());
    assertEquals(Set.of("for use in X"), Set.copyOf(RateFacts.of(both)));
    assertEquals(
        Set.of("content:steel"), Set.copyOf(RateFacts.of(DutyRate.parse("40% of steel content"))));
    assertEquals(
        Set.of("retail price"),
        Set.copyOf(RateFacts.of(new OtherValueRate(Rate.percent("5"), "retail price"))));
    assertEquals(Set.of(), Set.copyOf(RateFacts.of(DutyRate.parse("5% + 1 USD/kg"))));
    DutyBasis yes = basis().withFacts(DeclaredFacts.parse("for use in X=yes"));
    DutyBasis no = basis().withFacts(DeclaredFacts.parse("for use in X=no"));
    assertEquals(amount("10"), both.on(yes));
    assertEquals(amount("5"), both.on(no));
    assertTrue(one.on(no).amount().isEmpty());
    assertTrue(both.on(basis()).amount().isEmpty());
  }

  /** 40 % of goods that are a quarter steel is 10 % of all. */
  @Test
  void a_rate_on_a_part_is_charged_on_the_part() {
    DutyBasis quarter = basis().withFacts(DeclaredFacts.parse("content:steel=0.25"));
    assertEquals(amount("10"), on("40% of steel content", quarter));
    assertEquals(amount("30"), on("40% of non-steel content", quarter));
    assertTrue(on("40% of steel content", basis()).amount().isEmpty());
  }

  /** The first and the last day of a season are in it. */
  @Test
  void a_season_includes_its_ends() {
    SeasonalRate.Season season =
        new SeasonalRate.Season(DutyRate.parse("5%"), MonthDay.of(7, 1), MonthDay.of(11, 15));
    SeasonalRate.Season winter =
        new SeasonalRate.Season(DutyRate.parse("5%"), MonthDay.of(11, 15), MonthDay.of(2, 1));
    for (MonthDay in : List.of(MonthDay.of(7, 1), MonthDay.of(8, 9), MonthDay.of(11, 15))) {
      assertTrue(season.includes(in), in::toString);
    }
    for (MonthDay out : List.of(MonthDay.of(6, 30), MonthDay.of(11, 16))) {
      assertFalse(season.includes(out), out::toString);
    }
    for (MonthDay in : List.of(MonthDay.of(11, 15), MonthDay.of(1, 1), MonthDay.of(2, 1))) {
      assertTrue(winter.includes(in), in::toString);
    }
    assertFalse(winter.includes(MonthDay.of(2, 2)));
    assertFalse(winter.includes(MonthDay.of(11, 14)));
  }
}
