package org.tariffeconomics.rate;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tariffeconomics.doors.Contents.areHeld;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tariffeconomics.basics.Quantity;
import org.tariffeconomics.basics.Source;

/** Kinds and parts of rates, who is meant by an origin, and what is not known in words. */
class RateRulesTest {

  private static final LocalDate DAY = LocalDate.parse("2025-09-16");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Free | free",
        "2.5% | ad valorem",
        "4.4¢/kg | specific",
        "4.4¢/kg + 3¢/m2 | specific",
        "4.4¢/kg + 5% | compound",
        "max(5%, 4.4¢/kg) | mixed",
        "min(5%, 4.4¢/kg) | mixed",
        "inclusive 15% | inclusive",
        "40% of steel content | part of value",
        "see 9903.01.25 | reference",
        "see 9903.01.25 + 25% | additional",
        "what is this | unsupported"
      })
  void a_rate_is_of_the_kind_that_decides_it(String text, String kind) {
    assertEquals(kind, RateKind.of(DutyRate.parse(text)).toString());
  }

  /** The ad valorem part goes; of what cannot be parted nothing is said. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2.5% | Free",
        "Free | Free",
        "4.4¢/kg | 4.4¢/kg",
        "4.4¢/kg + 5% | 4.4¢/kg",
        "4.4¢/kg + 3¢/m2 + 5% | 4.4¢/kg + 3¢/m2",
        "2% + 3% | Free"
      })
  void the_specific_part_is_what_is_not_by_value(String whole, String part) {
    assertEquals(DutyRate.parse(part), SpecificPart.of(DutyRate.parse(whole)));
  }

  @Test
  void what_cannot_be_parted_has_no_specific_part() {
    for (String text : List.of("max(5%, 4.4¢/kg)", "4.4¢/kg + max(5%, 3¢/m2)")) {
      DutyRate part = SpecificPart.of(DutyRate.parse(text));
      assertTrue(part instanceof DutyRate.Unsupported, text);
      assertTrue(part.toString().contains("cannot be") || !part.toString().isBlank(), text);
    }
    assertTrue(
        SpecificPart.isOfOrdinaryDuty(DutyRate.parse("see specific part of the ordinary duty")));
    assertFalse(SpecificPart.isOfOrdinaryDuty(DutyRate.parse("see 9903.01.25")));
    assertFalse(SpecificPart.isOfOrdinaryDuty(DutyRate.parse("5%")));
  }

  @Test
  void the_first_part_that_is_not_understood_is_found() {
    assertEquals(Optional.empty(), RateFacts.firstUnsupported(DutyRate.parse("4.4¢/kg + 5%")));
    DutyRate.Unsupported lost = new DutyRate.Unsupported("???", "not understood");
    DutyRate sum = new DutyRate.Sum(List.of(DutyRate.parse("5%"), lost));
    assertEquals(Optional.of(lost), RateFacts.firstUnsupported(sum));
    assertEquals(Optional.of(lost), RateFacts.firstUnsupported(lost));
  }

  /** Members of the day: Croatia is in the Union, the United Kingdom is not. */
  @Test
  void several_origins_declare_the_same() {
    List<DeclaredOrigin> union = DeclaredOrigin.parseAll("EU", DAY);
    assertEquals(27, union.size());
    assertEquals("AT", union.get(0).country().alpha2());
    List<DeclaredOrigin> two = DeclaredOrigin.parseAll("JP, KR claiming nothing", DAY);
    assertEquals(List.of("JP", "KR"), two.stream().map(o -> o.country().alpha2()).toList());
    assertEquals(two.get(0).facts(), two.get(1).facts());
    assertEquals(9, DeclaredOrigin.parseAll("ASEAN except MM", DAY).size());
    assertTrue(DeclaredOrigin.parseAll("* except US", DAY).size() > 200);
    assertEquals(
        DeclaredOrigin.parseAll("*", DAY).size() - 1,
        DeclaredOrigin.parseAll("* except US", DAY).size());
    List<DeclaredOrigin> stated = DeclaredOrigin.parseAll("JP, KR claiming KORUS with age=3", DAY);
    assertTrue(stated.get(1).facts().claims("KORUS"));
    assertEquals(Optional.of("3"), stated.get(1).facts().fact("age"));
    List<DeclaredOrigin> facts = DeclaredOrigin.parseAll("JP, KR with age=3", DAY);
    assertEquals(Optional.of("3"), facts.get(0).facts().fact("age"));
    assertEquals(
        List.of(DeclaredOrigin.parse("KR claiming KORUS")),
        DeclaredOrigin.parseAll("KR claiming KORUS", DAY));
    assertThrows(
        IllegalArgumentException.class, () -> DeclaredOrigin.parseAll("JP with note=\"open", DAY));
  }

  /** A reason keeps what it is about when it is said in other words. */
  @Test
  void a_reason_is_a_value_and_a_sentence() {
    for (Unknown each :
        List.of(
            new Unknown.NeedsQuantity("kg", "s"),
            new Unknown.NeedsFact("age", "s"),
            new Unknown.NeedsExchangeRate("EUR", "USD", "s"),
            new Unknown.NotBundled("9903.01.25", "s"),
            new Unknown.NotUnderstood("???", "s"),
            new Unknown.OutsideFacts("2018-01-01", "s"),
            new Unknown.LeftOpen("age", "s"),
            new Unknown.Prohibited("Ban", "s"),
            new Unknown.Unresolved("s"))) {
      assertEquals("s", each.toString());
      Unknown other = each.withSentence("in other words");
      assertEquals("in other words", other.toString());
      assertEquals("in other words", other.sentence());
      assertEquals(each.getClass(), other.getClass());
      assertEquals(each, other.withSentence("s"));
    }
  }

  private static DutyAmount amount(String usd) {
    return DutyAmount.of(BigMoney.parse("USD " + usd));
  }

  /** A sign before the number is the book's own currency, a cent a hundredth of it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "CAD | $5.50/kg | 5.50 CAD/kg",
        "CAD | 37.5¢/kg | 0.375 CAD/kg",
        "AUD | 5 cents/kg | 0.05 AUD/kg",
        "CNY | ¥3/kg | 3 CNY/kg",
        "USD | $2/kg | 2 USD/kg",
        "EUR | 5% | 5%"
      })
  void signs_are_of_the_currency_of_the_book(String currency, String written, String meant) {
    assertEquals(DutyRate.parse(meant), DutyRate.parse(written, CurrencyUnit.of(currency)));
  }

  private static UnitValue goods(String value, String quantity) {
    return UnitValue.ofFlow(
        BigMoney.parse(value), Source.user("a sample"), Quantity.parse(quantity));
  }

  @Test
  void values_of_this_room_compare_their_contents() {
    UnitValue apples = goods("USD 10", "2 kg");
    UnitValue pears = goods("USD 20", "3 kg");
    assertAll(
        () ->
            areHeld(
                AdValoremEquivalent.of(DutyRate.parse("1 USD/kg"), apples),
                AdValoremEquivalent.of(DutyRate.parse("5%"), pears)),
        () -> areHeld(DeclaredFacts.parse("claim=A; age=3"), DeclaredFacts.parse("content:US=0.5")),
        () -> areHeld(DeclaredOrigin.parse("JP"), DeclaredOrigin.parse("KR claiming KORUS")),
        () -> areHeld(Portion.contentOf("steel"), Portion.parse("non-US content")),
        () -> areHeld(amount("1"), DutyAmount.undetermined(new Unknown.Unresolved("why"))),
        () -> areHeld(RateCoverage.of(List.of("5%")), RateCoverage.of(List.of("??", "Free"))),
        () ->
            areHeld(
                RateCoverage.of(List.of("5%")).lines().get(0),
                RateCoverage.of(List.of("Free", "??")).lines().get(1)),
        () ->
            areHeld(
                MeursingTable.parse("code,area,component,duty\n7476,1011,EA,1 EUR/100 kg\n"),
                MeursingTable.parse("code,area,component,duty\n7477,*,EA,2 EUR/100 kg\n")),
        () ->
            areHeld(
                SpecialRate.read("Free (A)", ReadingMode.LENIENT),
                SpecialRate.read("13.6 MAX 5% (B)", ReadingMode.LENIENT)),
        () ->
            areHeld(
                DutyRate.read("5%", ReadingMode.LENIENT),
                DutyRate.read("13.6 MIN 2 USD/kg", ReadingMode.LENIENT)),
        () ->
            areHeld(
                DutyRate.read("13.6 MIN 2 USD/kg", ReadingMode.LENIENT).repairs().get(0),
                DutyRate.read("5% + 7.5 MAX 2 USD/kg", ReadingMode.LENIENT).repairs().get(0)));
  }

  /** 1 dollar a kilogram on goods of 5 dollars a kilogram is 20 %. */
  @Test
  void an_equivalent_says_its_rate_and_of_what() {
    UnitValue apples = goods("USD 10", "2 kg");
    AdValoremEquivalent equivalent = AdValoremEquivalent.of(DutyRate.parse("1 USD/kg"), apples);
    assertEquals("20.0%", equivalent.rate().orElseThrow().toText(1));
    assertEquals(DutyRate.parse("1 USD/kg"), equivalent.dutyRate());
    assertEquals(apples, equivalent.unitValue());
    assertTrue(equivalent.toString().contains("20"), equivalent::toString);
    AdValoremEquivalent unknown = AdValoremEquivalent.of(DutyRate.parse("1 USD/m2"), apples);
    assertTrue(unknown.rate().isEmpty());
    assertFalse(unknown.reasons().isEmpty());
    assertTrue(unknown.toString().contains("unknown"), unknown::toString);
  }
}
