package org.tariffeconomics.rate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import org.joda.money.BigMoney;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tariffeconomics.basics.Quantity;
import org.tariffeconomics.basics.Rate;

class DutyRateTextTest {

  /** Texts as the US, EU, UK and Canadian schedules print them, in the canonical form. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Free | Free",
        "free | Free",
        "0.00% | Free",
        "6.5% | 6.5%",
        "37% / | 37%",
        "4.4¢/kg | 0.044 USD/kg",
        "0.2¢ /kg, including weight of container | 0.002 USD/KGMG",
        "$1.80/m<sup>3</sup> | 1.8 USD/m3",
        "86.1¢/m2of recording surface | 0.861 USD/m2 of recording surface",
        "<il>86.1¢/m<sup>2</sup></il> of recording surface | 0.861 USD/m2 of recording surface",
        "2.8¢/doz. | 0.028 USD/doz",
        "38.4¢/1000 | 0.384 USD/1000 piece",
        "20¢/thousand + 3.5% | 0.2 USD/1000 piece + 3.5%",
        "$1/1,000 pins + 35% | 1 USD/1000 pin + 35%",
        "0.3¢/line/ gross + 4.5% | 0.003 USD/GRL + 4.5%",
        "20.6¢/clean kg | 0.206 USD/CYK",
        "33.9¢/kg of total sugars + 5.1% | 0.339 USD/KTS + 5.1%",
        "3.7¢/kg on drained weight | 0.037 USD/KGME",
        "1.1¢/kg on lead content | 0.011 USD/kg of lead content",
        "18.9¢/pf. liter | 0.189 USD/pf.liter",
        "16¢ each +2.5% | 0.16 USD/piece + 2.5%",
        "68 cents/head | 0.68 USD/head",
        "27.6¢/liter+ 17.5% | 0.276 USD/liter + 17.5%",
        "5% but not less than 4.74¢/kg or more than 9.48¢/kg"
            + " | min(max(5%, 0.0474 USD/kg), 0.0948 USD/kg)",
        "238%, but not less than $1.67/kg | max(238%, 1.67 USD/kg)",
        "5% or 2¢/kg, whichever is greater | max(5%, 0.02 USD/kg)",
        "5% or 2¢/kg, whichever is less | min(5%, 0.02 USD/kg)",
        "5% but not more than $2/kg | min(5%, 2 USD/kg)",
        "76¢ each + 8.5% on the case + 14% on the strap, band or bracelet"
            + " | 0.76 USD/piece + 8.5% of case content + 14% of \"strap, band or bracelet content\"",
        "4.7% on the value of the rifle + 20% on the value of the telescopic sight, if any"
            + " | 4.7% of rifle content + 20% of telescopic sight content",
        "3 percent of the fair retail value | 3% of fair retail value",
        "50 percent of the cost of such parts | 50% of cost of such parts",
        "6.5% on the entire set | 6.5%",
        "The duty provided in the applicable subheading. | see applicable subheading",
        "The duty provided in the applicable subheading+ 25% | see applicable subheading + 25%",
        "The duty provided in the applicable subheading + 0% | see applicable subheading",
        "The duty provided in the applicable subheading + a duty of 50% upon the value of the copper"
            + " content | see applicable subheading + 50% of copper content",
        "The duty provided in the applicable subheading + a duty of 25% upon the value of the"
            + " non-U.S. content | see applicable subheading + 25% of non-US content",
        "The duty provided in subheadings 8716.39.00 or 8716.90.30 + 100%"
            + " | see subheadings 8716.39.00 or 8716.90.30 + 100%",
        "No change. | see applicable subheading",
        "See 9822.05.20, 9919.04.61 | see \"9822.05.20, 9919.04.61\"",
        "'' | see the line above",
        ": | see the line above",
        "A duty upon the value of the repairs or alterations (see U.S. note 3 of this subchapter)"
            + " | (see applicable subheading) of repairs or alterations content",
        "A duty upon the full value of the imported article, less the cost or value of such products"
            + " of the United States (see U.S. note 4) | (see applicable subheading) of non-US content",
        "1.4606¢/kg less 0.020668¢/kg for each degree under 100 degrees (and fractions of a degree in"
            + " proportion) but not less than 0.943854¢/kg"
            + " | max(0.014606 USD/kg less 0.00020668 USD/kg per degree under 100, 0.00943854 USD/kg)",
        "12.800 % + 176.800 EUR DTN | 12.8% + 176.8 EUR/100 kg",
        "12.8 % + 176.8 EUR/100 kg | 12.8% + 176.8 EUR/100 kg",
        "12.80% + 176.800 € / 100 kg | 12.8% + 176.8 EUR/100 kg",
        "0.0% + 20.200 EUR / 100 kg MAX 19.4% + 9.400 EUR / 100 KG"
            + " | min(20.2 EUR/100 kg, 19.4% + 9.4 EUR/100 kg)",
        "10.400 % MIN 1.300 EUR DTN G | max(10.4%, 1.3 EUR/100 KGMG)",
        "0.600 EUR ASV X + 3.200 EUR HLT | 0.6 EUR/ASVX + 3.2 EUR/100 liter",
        "0.6 EUR/% vol/hl + 3.2 EUR/hl | 0.6 EUR/ASVX + 3.2 EUR/100 liter",
        "15 % + 1,554.300 EUR TNE | 15% + 1554.3 EUR/t",
        "117 EUR/1000 kg | 117 EUR/t",
        "144.10 GBP / 1000 kg/biodiesel | 144.1 GBP/TNEI",
        "3.030 EUR / 100 kg / net drained wt | 3.03 EUR/100 KGME",
        "0.30 GBP / 100 kg/net/%sacchar. | 0.3 GBP/100 kg of each percent of sucrose",
        "0.300 EUR DTN Z | 0.3 EUR/100 kg of each percent of sucrose",
        "16.50 % / Retail Price + 244.78 GBP / 1000 p/st MIN 320.90 GBP / 1000 p/st"
            + " | max(16.5% of retail price + 244.78 GBP/1000 piece, 320.9 GBP/1000 piece)",
        "4.5 % + EAR MAX 9.3 % + ADSZR MAX 35.15 EUR DTN"
            + " | min(min(4.5% + EAR, 9.3% + ADSZR), 35.15 EUR/100 kg)",
        "9.00 % + AC MAX 20.70 % + FD (reduced) | min(9% + EA, 20.7% + ADFMR)",
        "8.30 % + EA MAX 18.70 % + AD S/Z | min(8.3% + EA, 18.7% + ADSZ)",
        "42.903 EUR DTN - 30.000 % | 42.903 EUR/100 kg - 30%",
        "5% - 2 EUR DTN + 3 EUR DTN | 5% + 3 EUR/100 kg - 2 EUR/100 kg",
        "The duty rate provided in such subheading minus 0.5%"
            + " | see rate provided in such subheading - 0.5%",
        "33.000 GBP | 33 GBP",
        "33.000 GBP MIN 5% | max(33 GBP, 5%)",
        "0.192 ENC ENP | 0.192 ENC/ENP",
        "1,206.610 EUC DTN | 1206.61 EUC/100 kg",
        "417.53 EurUP / 100 kg | 417.53 EUC/100 kg",
        "NAR | unit piece",
        "KGM S | unit KGMS",
        "4.0% (12 JAN - 13 MAR) | 4% (12 JAN - 13 MAR)",
        "16.1% (15 JAN - 06 JUL); 12.5% (03 OCT - 29 NOV);"
            + " | 16.1% (15 JAN - 06 JUL); 12.5% (03 OCT - 29 NOV)",
        "10.4 % MIN 1.3 EUR DTN (1 JAN - 14 APR); otherwise 8 %"
            + " | max(10.4%, 1.3 EUR/100 kg) (01 JAN - 14 APR); otherwise 8%",
        "Cond: F 2,408.000 EUR/TNE(01):0.000 EUR TNE ; F 0.000 EUR/TNE(11):2,408.000 EUR TNE"
            + " | Cond: F 2408 EUR/t (01): 0 EUR/t; F 0 EUR/t (11): 2408 EUR/t",
        "Cond:  A cert: D-008 (01):0.075 ENC ENP ; A (01):0.192 ENC ENP"
            + " | Cond: A cert: D-008 (01): 0.075 ENC/ENP; A (01): 0.192 ENC/ENP",
        "Cond: A cert: D-020 (28):; A (08):; F 2,043.000 EUR/TNE(01):0.000 EUR TNE"
            + " | Cond: A cert: D-020 (28):; A (08):; F 2043 EUR/t (01): 0 EUR/t",
        "Free (See U.S. note 4 of this subchapter)"
            + " | when(\"See U.S. note 4 of this subchapter\", Free)",
        "Free, under bond, as prescribed in U.S. note 1 to this subchapter"
            + " | when(\"under bond, as prescribed in U.S. note 1 to this subchapter\", Free)",
        "4.3% + 1.7¢/jewel, but if consisting in part of a plate the total duty shall not exceed the"
            + " duty for the complete movement"
            + " | when(\"consisting in part of a plate\","
            + " min(4.3% + 0.017 USD/jewel, see the duty for the complete movement),"
            + " 4.3% + 0.017 USD/jewel)",
        "NIHIL | Free",
        "inclusive 15% | inclusive 15%"
      })
  void a_text_is_read_and_printed_in_the_canonical_form(String text, String canonical) {
    DutyRate rate = DutyRate.parse(text);
    assertFalse(rate instanceof DutyRate.Unsupported, () -> reason(text));
    assertEquals(canonical, rate.toString());
    assertEquals(rate, DutyRate.parse(canonical));
  }

  @Test
  void a_third_of_a_percent_is_kept_to_34_digits() {
    assertEquals(DutyRate.adValorem(Rate.percent("33 1/3")), DutyRate.parse("33 1/3%"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "13.6 MIN 1.6 EUR DTN | a number without percent sign or currency at character 0",
        "5.5% + 100 XYZ + AC (reduced) | unknown currency XYZ at character 7",
        "10% + Blah duty (reduced) | 'Blah duty (reduced)' is no rate at character 6",
        "<b>4.4¢</b>/furlong | unknown unit 'furlong' at character 12",
        "5% + | a rate is missing at character 4",
        "5% or 2¢/kg | 'whichever is greater' or 'whichever is less' is missing",
        "max(5%, 2% | the closing bracket is missing",
        "$33 | the unit is missing that the money is charged on at character 3",
        "Free, mostly | free on a condition only",
        "5% (12 JAN - 31 FEB) | no day of the year: 31 FEB",
        "5% (12 JAN - 13 MAR); 4% (01 MAR - 02 APR) | Seasons share a day",
        "5% (12 JAN - 13 MAR); 4% | a season is missing at character 24",
        "Cond: V 50 EUR/DTN (1): 4% | the action such as '(01):' is missing",
        "unit furlong | unknown unit",
        "Free (A,AU) 25% (KR) | a cell of SpecialRate",
        "5 EUR/0 kg | A specific duty must be per something",
        "5% on | 'on' is not understood at character 3",
        "n/a | 'n/a' is no rate at character 0",
        "2.5 | a number without percent sign or currency"
      })
  void a_text_not_understood_says_why_and_where_and_is_never_zero(String text, String reason) {
    DutyRate.Unsupported rate = assertInstanceOf(DutyRate.Unsupported.class, DutyRate.parse(text));
    String place =
        rate.offset() == DutyRate.Unsupported.NO_OFFSET ? "" : " at character " + rate.offset();
    assertTrue((rate.reason() + place).contains(reason), rate.reason() + place);
    assertEquals(text, rate.text());
    assertEquals(rate, DutyRate.parse(rate.toString()));
    assertFalse(rate.on(DutyBasis.of(BigMoney.parse("USD 100"))).amount().isPresent());
  }

  private static String reason(String text) {
    return DutyRate.parse(text) instanceof DutyRate.Unsupported u ? u.reason() : "";
  }

  /** 0.014606 − 4 · 0.00020668 = 0.01377928 a kilogram at 96 degrees, raw sugar's usual test. */
  @Test
  void the_duty_on_sugar_falls_with_its_polarisation_to_a_floor() {
    DutyRate rate =
        DutyRate.parse(
            "1.4606¢/kg less 0.020668¢/kg for each degree under 100 degrees (and fractions of a"
                + " degree in proportion) but not less than 0.943854¢/kg");
    assertEquals("13.77928", perTon(rate, "96"));
    assertEquals("14.606", perTon(rate, "100"));
    assertEquals("13.675940", perTon(rate, "95.5"));
    assertEquals("9.43854", perTon(rate, "70"));
    assertFalse(rate.on(ton()).amount().isPresent());
  }

  private static DutyBasis ton() {
    return DutyBasis.of(BigMoney.parse("USD 500"), Quantity.of("1000", "kg"));
  }

  private static String perTon(DutyRate rate, String degrees) {
    DutyBasis basis = ton().withFacts(DeclaredFacts.parse("polarisation=" + degrees));
    BigDecimal amount = rate.on(basis).amount().orElseThrow().getAmount();
    return amount
        .setScale(degrees.equals("95.5") ? 6 : amount.stripTrailingZeros().scale())
        .toString();
  }

  @Test
  void a_rate_on_the_retail_price_needs_that_price() {
    DutyRate rate = DutyRate.parse("16.50 % / Retail Price");
    DutyBasis basis = DutyBasis.of(BigMoney.parse("GBP 100"));
    assertFalse(rate.on(basis).amount().isPresent());
    DutyBasis declared = basis.withFacts(DeclaredFacts.parse("retail price=GBP 250"));
    assertEquals(
        0, new BigDecimal("41.25").compareTo(rate.on(declared).amount().orElseThrow().getAmount()));
  }

  @ParameterizedTest
  @CsvSource({
    "16.5% of retail price, retail price=a lot, not understood",
    "16.5% of retail price, retail price=GBP -1, must not be negative",
    "1 USD/kg less 0.01 USD/kg per degree under 100, polarisation=high, not understood",
    "1 USD/kg less 0.01 USD/kg per degree under 100, polarisation=101, within 0 and 100"
  })
  void a_declared_fact_that_cannot_be_used_leaves_the_duty_undetermined(
      String rate, String fact, String reason) {
    DutyAmount duty = DutyRate.parse(rate).on(ton().withFacts(DeclaredFacts.parse(fact)));
    assertFalse(duty.amount().isPresent());
    assertTrue(duty.reasons().get(0).contains(reason), duty::toString);
  }

  @Test
  void a_value_that_could_be_a_part_of_the_goods_is_no_other_value() {
    Rate rate = Rate.percent("3");
    assertThrows(IllegalArgumentException.class, () -> new OtherValueRate(rate, "steel content"));
    assertThrows(IllegalArgumentException.class, () -> new OtherValueRate(rate, "full value"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"  4.4¢ / kg ", "4.4&cent;/kg", "4.4\u00a0¢/kg\n", "$0.044 per kg"})
  void blanks_entities_and_words_do_not_matter(String text) {
    assertEquals("0.044 USD/kg", DutyRate.parse(text).toString());
  }
}
