package org.tariffeconomics.basics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.StringLength;
import org.joda.money.BigMoney;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tariffeconomics.report.Cell;

/** Amounts as people write them, and as the library's own tables print them. */
class AmountTextTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "USD 30290 | USD 30290",
        "USD 30,290 | USD 30290",
        "$30,290 | USD 30290",
        "30,290 USD | USD 30290",
        "30 290 EUR | EUR 30290",
        "usd 30,290.50 | USD 30290.50",
        "USD 350bn | USD 350000000000",
        "USD 350 bn | USD 350000000000",
        "350 billion USD | USD 350000000000",
        "$20 billion | USD 20000000000",
        "US$ 1.5 million | USD 1500000",
        "USD 183.2 bn | USD 183200000000",
        "¥5 trillion | JPY 5000000000000",
        "€100 | EUR 100",
        "£7.50 | GBP 7.50",
        "₩1,000,000 | KRW 1000000",
        "USD -5 | USD -5",
        "-$5 | USD -5",
        "USD 10k | USD 10000",
        "USD 2 M | USD 2000000",
        "USD36,178 | USD 36178"
      })
  void each_way_of_writing_is_the_amount(String text, String amount) {
    assertEquals(
        BigMoney.parse(amount).getAmount().stripTrailingZeros(),
        AmountText.parse(text).getAmount().stripTrailingZeros());
    assertEquals(
        BigMoney.parse(amount).getCurrencyUnit(), AmountText.parse(text).getCurrencyUnit());
  }

  @Test
  void what_could_be_another_number_is_refused() {
    for (String text :
        List.of(
            "USD 30.290,50",
            "USD 30,29",
            "EUR 1,0000",
            "USD 1,000 000",
            "USD 1,23,456",
            "USD 1.000.000")) {
      assertTrue(
          message(text)
              .endsWith(
                  "a comma parts groups of three digits and a point the decimals, as in 32,850.00"),
          text);
    }
  }

  @Test
  void what_is_no_amount_is_told_what_to_write() {
    assertEquals(
        "price must read like 'USD 30000' or 'USD 350bn', but was '30290': say the currency",
        message("30290"));
    assertTrue(message("XYZ 5").contains("'XYZ' is no currency"));
    assertTrue(message("USD 5 EUR").endsWith("two currencies"));
    assertTrue(message("15%").contains("which is a rate"));
    assertTrue(message("2025-09-16").contains("which is a day"));
    assertTrue(message("").contains("must read like"));
  }

  private static String message(String text) {
    return assertThrows(IllegalArgumentException.class, () -> AmountText.parse("price", text))
        .getMessage();
  }

  @Property(tries = 300)
  void what_a_table_prints_is_read(
      @ForAll @BigRange(min = "-99999999999", max = "99999999999") BigDecimal amount) {
    String printed = Cell.money(amount, "USD", 2).text();
    assertEquals(
        0,
        amount.setScale(2, RoundingMode.HALF_UP).compareTo(AmountText.parse(printed).getAmount()),
        printed);
  }

  @Property(tries = 500)
  void any_text_is_an_amount_or_refused_by_name(@ForAll @StringLength(max = 40) String text) {
    try {
      AmountText.parse("price", text);
    } catch (IllegalArgumentException e) {
      assertTrue(e.getMessage().startsWith("price must read like"), e.getMessage());
    }
  }
}
