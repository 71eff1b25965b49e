package org.tariffeconomics.landedcost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tariffeconomics.doors.Refusals.assertRefused;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.joda.money.BigMoney;
import org.junit.jupiter.api.Test;
import org.tariffeconomics.basics.Quantity;
import org.tariffeconomics.basics.Rate;

class DrawbackTest {

  private static BigMoney usd(String amount) {
    return BigMoney.parse("USD " + amount);
  }

  /** Customs broker examination, October 2015, question 52: 102.43. */
  @Test
  void a_fee_of_an_entry_comes_back_by_the_value_of_a_line_and_the_pieces_exported() {
    Drawback drawback =
        Drawback.us("USD 485")
            .forLine(usd("100000"), usd("187500"))
            .forExported(Quantity.parse("200 pieces"), Quantity.parse("500 pieces"));
    assertEquals("USD 102.43", drawback.amount().toString());
    assertEquals("drawback USD 102.43 of USD 485.00", drawback.toString());
  }

  @Test
  void another_country_gives_back_another_part() {
    Drawback all = new Drawback(usd("80"), new BigDecimal("0.25"), Rate.percent(100));
    assertEquals("USD 20.00", all.amount().toString());
  }

  @Test
  void quantities_are_compared_in_one_unit() {
    Drawback drawback =
        Drawback.us("USD 100").forExported(Quantity.parse("500 kg"), Quantity.parse("1 t"));
    assertEquals("USD 49.50", drawback.amount().toString());
  }

  @Test
  void what_cannot_be_is_named_with_its_value() {
    Drawback drawback = Drawback.us("USD 100");
    Quantity ten = Quantity.parse("10 kg");
    assertRefused("paid must not be negative, but was USD -1", () -> Drawback.us("USD -1"));
    assertRefused(
        "exported must be within 0 and 10, but was 11",
        () -> drawback.forExported(Quantity.parse("11 kg"), ten));
    assertRefused(
        "entryValue must be positive, but was 0", () -> drawback.forLine(usd("0"), usd("0")));
    assertRefused(
        "lineValue must be within 0 and 10, but was -1",
        () -> drawback.forLine(usd("-1"), usd("10")));
    assertRefused(
        "lineValue and entryValue must be in one currency, but were USD 1 and EUR 10",
        () -> drawback.forLine(usd("1"), BigMoney.parse("EUR 10")));
    assertRefused(
        "share must be within 0 and 1, but was 2",
        () -> new Drawback(usd("1"), new BigDecimal("2"), Rate.percent(99)));
    assertThrows(
        IllegalArgumentException.class, () -> drawback.forExported(Quantity.parse("1 liter"), ten));
  }

  @Property
  void no_more_comes_back_than_was_paid_and_the_lines_of_an_entry_share_it(
      @ForAll @IntRange(min = 0, max = 1_000_000) int one,
      @ForAll @IntRange(min = 1, max = 1_000_000) int other,
      @ForAll @IntRange(min = 0, max = 10_000) int paid) {
    Drawback all = Drawback.us("USD " + paid);
    BigMoney entry = usd(Integer.toString(one + other));
    BigMoney first = all.forLine(usd(Integer.toString(one)), entry).exactAmount();
    BigMoney second = all.forLine(usd(Integer.toString(other)), entry).exactAmount();
    BigMoney lost = first.plus(second).minus(all.exactAmount());
    assertTrue(lost.getAmount().abs().compareTo(new BigDecimal("1e-20")) < 0, lost::toString);
    assertTrue(!all.exactAmount().isGreaterThan(all.paid()), all::toString);
  }
}
