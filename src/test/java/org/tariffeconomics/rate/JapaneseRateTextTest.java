package org.tariffeconomics.rate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.joda.money.BigMoney;
import org.junit.jupiter.api.Test;
import org.tariffeconomics.basics.Quantity;

/**
 * Rates in the words of Japan's tariff schedule (edition of 9 July 2026); what each means follows
 * from its words, and amounts from the arithmetic that stands beside them.
 */
class JapaneseRateTextTest {

  private static void reads(String text, String expected) {
    assertEquals(DutyRate.of(expected), DutyRate.of(text), text);
  }

  private static String amount(String text, String value, String quantity) {
    DutyBasis basis = DutyBasis.of(BigMoney.parse(value), Quantity.parse(quantity));
    return DutyRate.of(text)
        .on(basis)
        .amount()
        .orElseThrow()
        .getAmount()
        .stripTrailingZeros()
        .toPlainString();
  }

  @Test
  void free_and_shares_of_the_value() {
    reads("無税", "Free");
    reads("（無税）", "Free");
    reads("免税", "Free");
    reads("(38.5%)", "38.5%");
    reads("１５．４％", "15.4%");
    reads("◎10%", "10%");
    reads("※17.7%", "17.7%");
    reads("無税 ◆2", "Free");
  }

  @Test
  void money_per_quantity() {
    reads("341円/kg", "341 JPY/kg");
    reads("4,000,000円/頭", "4000000 JPY/piece");
    reads("３４１円／ｋｇ", "341 JPY/kg");
    reads("3,033円/kl", "3033 JPY/1000 l");
    reads("8.5%＋290.70円/1,000本", "8.5% + 290.7 JPY/1000 piece");
    reads("7.9%+\n114円/kg", "7.9% + 114 JPY/kg");
    reads("4.3%＋75円/㎡", "4.3% + 75 JPY/m2");
  }

  @Test
  void the_higher_and_the_lower_of_two() {
    reads("60%又は4,800円/足のうちいずれか高い税率", "max(60%, 4800 JPY/pr)");
    reads("5%又は30円/kgのうちいずれか低い税率", "min(5%, 30 JPY/kg)");
    reads(
        "15%又は125円/lのうちいずれか低い税率\nただしその税率が67円/lを下回る場合は67円/l", "max(min(15%, 125 JPY/l), 67 JPY/l)");
    reads("5%又は30円/kgのうちいずれか高い税率（ただしその税率が7%を上回る場合は7%とする）", "min(max(5%, 30 JPY/kg), 7%)");
    // min(15 % = 180,000; 125 × 1,500 = 187,500), at least 100,500
    assertEquals(
        "180000",
        amount("15%又は125円/lのうちいずれか低い税率\nただしその税率が67円/lを下回る場合は67円/l", "JPY 1200000", "1500 l"));
  }

  @Test
  void money_less_a_part_of_the_value() {
    // 393 × 1.002 × 1,000 kg − 360,000 = 33,786, less than 40.50 × 1,000
    assertEquals(
        "33786", amount("（393円×1.002-課税価格）/kg又は40.50円/kgのうちいずれか低い税率", "JPY 360000", "1000 kg"));
    // at a higher price nothing is left
    assertEquals(
        "0", amount("（393円×1.002-課税価格）/kg又は40.50円/kgのうちいずれか低い税率", "JPY 400000", "1000 kg"));
    // (500 − 450) × 0.8 = 40 a kilogram, more than 2.4 % of 450 = 10.8
    assertEquals("10800", amount("2.4%又は((500円−課税価格)×0.8)/kgのうちいずれか低い税率", "JPY 450000", "1000 kg"));
    // (500 − 499) × 2/11 × 1,000 = 181.8…, less than 0.5 % of 499,000
    assertTrue(
        amount("0.5%又は（（500円-課税価格）×2/11）/kgのうちいずれか低い税率", "JPY 499000", "1000 kg")
            .startsWith("181.818181"));
    // value × (1.007 − 51.46/897.59) + 51.46 − value: 51.46 − 0.0503312… × 600 a kilogram
    assertTrue(
        amount("（（課税価格×（1.007-51.46/897.59）＋51.46円）-課税価格）/kg", "JPY 600000", "1000 kg")
            .startsWith("21261.22"));
  }

  @Test
  void conditions_in_the_words_of_the_text() {
    DutyRate quota = DutyRate.of("関税割当数量以内のもの　無税\n関税割当数量以外のもの　25円/kg");
    assertEquals(
        new ConditionalRate(
            "関税割当数量以内のもの", new DutyRate.Free(), Optional.of(DutyRate.of("25 JPY/kg"))),
        quota);
    DutyBasis basis = DutyBasis.of(BigMoney.parse("JPY 1000"), Quantity.parse("10 kg"));
    assertTrue(quota.on(basis).amount().isEmpty(), "asks for the state of the quota");
    reads(
        "砂糖を加えたもの　16.3%＋18.67円/kg\nその他のもの　11.6%＋18.67円/kg",
        "when(\"砂糖を加えたもの\", 16.3% + 18.67 JPY/kg, 11.6% + 18.67 JPY/kg)");
    reads("毎年6月1日から同年9月30日までに輸入されるもの　3%", "3% (1 JUN - 30 SEP)");
    reads("毎年11月1日から翌年2月末日までに輸入されるもの　無税", "Free (1 NOV - 29 FEB)");
  }

  @Test
  void what_is_no_single_rate_is_not_understood() {
    for (String text :
        new String[] {
          "無税〜3.9%", "●21%〜29.8%+1,159円/kg", "13%又は非譲許 ◆9", "(一部3.5%)", "◆11", "三百四十一", "円/kg"
        }) {
      DutyRate.Unsupported rate =
          assertInstanceOf(DutyRate.Unsupported.class, DutyRate.parse(text), text);
      assertTrue(!rate.reason().isBlank(), text);
    }
    assertInstanceOf(DutyRate.ByReference.class, DutyRate.of("1キログラムにつき部分肉に係る基準輸入価格と課税価格との差額"));
  }

  @Property(tries = 200)
  void full_width_digits_are_digits(@ForAll @IntRange(max = 99_999) int number) {
    String wide =
        String.valueOf(number)
            .chars()
            .mapToObj(c -> String.valueOf((char) (c - '0' + '０')))
            .reduce("", String::concat);
    assertEquals(DutyRate.of(number + "%"), DutyRate.of(wide + "％"));
    assertEquals(DutyRate.of(number + " JPY/kg"), DutyRate.of(wide + "円/kg"));
  }

  @Property(tries = 200)
  void the_canonical_text_of_a_Japanese_rate_gives_it_again(
      @ForAll @IntRange(min = 1, max = 500) int share,
      @ForAll @IntRange(min = 1, max = 9_999) int amount) {
    DutyRate rate =
        DutyRate.of(
            "関税割当数量以内のもの　"
                + share
                + "%又は"
                + amount
                + "円/kgのうちいずれか高い税率\n関税割当数量以外のもの　"
                + amount
                + "円/kg");
    assertEquals(rate, DutyRate.of(rate.toString()));
  }

  @Test
  void a_floor_in_English_words_and_cents_of_a_named_currency() {
    reads(
        "15% or 125JPY/l, whichever is lower , but if below 67JPY/l then 67JPY/l",
        "max(min(15%, 125 JPY/l), 67 JPY/l)");
    reads("1.87 CAD cents/litre", "0.0187 CAD/l");
    assertInstanceOf(
        DutyRate.Unsupported.class,
        DutyRate.parse("15%, but if below 67 JPY/l then 68 JPY/l"),
        "a floor is the limit itself");
    assertEquals("15", amount("15 JPY/100 kg gross", "JPY 1000", "100 kg gross"));
  }

  @Test
  void the_specific_part_stays_where_the_share_of_the_value_is_lifted() {
    assertEquals(
        DutyRate.of("1.7 EUR/100 kg"), SpecificPart.of(DutyRate.of("8.8% + 1.7 EUR/100 kg")));
    assertEquals(new DutyRate.Free(), SpecificPart.of(DutyRate.of("10%")));
    assertEquals(
        DutyRate.of("5 EUR/100 kg (1 JAN - 31 MAR); otherwise Free"),
        SpecificPart.of(DutyRate.of("4% + 5 EUR/100 kg (1 JAN - 31 MAR); otherwise 8%")));
    assertInstanceOf(
        DutyRate.Unsupported.class, SpecificPart.of(DutyRate.of("10.4% MIN 1.3 EUR DTN G")));
  }

  @Test
  void Japanese_numerals_before_a_unit_are_digits() {
    String[][] table = {
      {"三百四十一円/kg", "341 JPY/kg"},
      {"三四一円／ｋｇ", "341 JPY/kg"},
      {"四円二十銭/kg", "4.2 JPY/kg"},
      {"五十銭/kg", "0.5 JPY/kg"},
      {"百七十万円/頭", "1700000 JPY/piece"},
      {"170万円/頭", "1700000 JPY/piece"},
      {"二千四百円/足", "2400 JPY/pr"},
      {"十パーセント", "10%"},
      {"１０パーセント", "10%"},
      {"百分の三十八", "38%"},
      {"三割五分", "35%"},
      {"二割", "20%"},
      {"三十八％", "38%"},
      {"三十五％＋四百六十六円/kg", "35% + 466 JPY/kg"},
    };
    for (String[] row : table) {
      assertEquals(DutyRate.of(row[1]), DutyRate.parse(row[0]), row[0]);
    }
    for (String none : List.of("三百四十一", "一部", "円/kg", "十円", "万円/kg")) {
      assertTrue(DutyRate.parse(none) instanceof DutyRate.Unsupported, none);
    }
  }
}
