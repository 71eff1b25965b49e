package org.tariffeconomics.tariff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.panel.PanelSlice;
import org.tariffeconomics.panel.TariffPanel;
import org.tariffeconomics.rate.DeclaredOrigin;
import org.tariffeconomics.report.Cell;
import org.tariffeconomics.tariff.RoundingPolicy.Level;

/** A duty becomes money in the decimals of its currency and the steps of its territory. */
class PayableMoneyTest {

  private static final HsCode LINE = HsCode.of("6402.99");
  private static final Country VIETNAM = Country.of("VN");

  /** A currency, how a territory rounds in it, and the shares of two duties. */
  private record Territory(CurrencyUnit currency, RoundingPolicy rounding, List<Rate> rates) {

    TariffBook book() {
      return TariffBook.of(
          "T",
          currency,
          rounding,
          List.of(
              TariffMeasure.base("*", "Free").withRate(rates.get(0)),
              TariffMeasure.adds("A", "*", "*", "Free").withRate(rates.get(1)),
              TariffMeasure.adds("B", "*", "*", "Free").withRate(rates.get(2))));
    }

    DutyStack stack() {
      return book().on("2026-01-01").stack(LINE, VIETNAM);
    }
  }

  @Provide
  Arbitrary<Territory> territories() {
    List<RoundingMode> modes = new ArrayList<>(List.of(RoundingMode.values()));
    modes.remove(RoundingMode.UNNECESSARY);
    Arbitrary<Rate> rates =
        Arbitraries.oneOf(
                Arbitraries.bigDecimals().between(BigDecimal.ZERO, BigDecimal.TEN).ofScale(4),
                Arbitraries.bigDecimals().between(BigDecimal.ZERO, BigDecimal.ONE).ofScale(12),
                Arbitraries.of("0", "9000000000", "1", "0.15").map(BigDecimal::new))
            .map(Rate::fraction);
    return Combinators.combine(
            Arbitraries.of("JPY", "USD", "CHF", "KWD").map(CurrencyUnit::of),
            Arbitraries.integers().between(0, 3),
            Arbitraries.of("", "1", "5", "100", "2500000000"),
            Arbitraries.of("", "1000", "7"),
            Arbitraries.of(modes),
            Arbitraries.of(Level.values()),
            rates.list().ofSize(3))
        .as(
            (currency, decimals, step, base, mode, level, shares) -> {
              int least = currency.getDecimalPlaces();
              RoundingPolicy policy =
                  step.isEmpty()
                      ? new RoundingPolicy(Math.min(decimals, least), mode, level)
                      : RoundingPolicy.ofStep(minor(currency, step), mode).withLevel(level);
              return new Territory(
                  currency,
                  base.isEmpty() ? policy : policy.withBaseStep(currency + " " + base, mode),
                  shares);
            });
  }

  private static String minor(CurrencyUnit currency, String count) {
    return currency
        + " "
        + new BigDecimal(count).movePointLeft(currency.getDecimalPlaces()).toPlainString();
  }

  @Provide
  Arbitrary<Long> minors() {
    return Arbitraries.oneOf(
        Arbitraries.longs().between(0, 10_000_000),
        Arbitraries.longs().between(0, Long.MAX_VALUE),
        Arbitraries.of(0L, 1L, 49L, 50L, 1234L, Long.MAX_VALUE, Long.MAX_VALUE / 2));
  }

  /** The rounding rule written out once more: a quotient of steps, rounded, times the step. */
  private static BigDecimal expected(Territory in, BigDecimal value) {
    RoundingPolicy policy = in.rounding();
    BigDecimal base = policy.base().map(b -> steps(value, b.step(), b.mode())).orElse(value);
    BigDecimal step = policy.duty().step();
    BigDecimal exact = BigDecimal.ZERO;
    BigDecimal rounded = BigDecimal.ZERO;
    for (Rate each : in.rates()) {
      exact = exact.add(base.multiply(each.fraction()));
      rounded = rounded.add(steps(base.multiply(each.fraction()), step, policy.mode()));
    }
    return policy.level() == Level.TOTAL ? steps(exact, step, policy.mode()) : rounded;
  }

  private static BigDecimal steps(BigDecimal amount, BigDecimal step, RoundingMode mode) {
    return amount.divide(step, 0, mode).multiply(step);
  }

  @Property(tries = 1500)
  void all_ways_to_a_payable_duty_agree_to_the_smallest_unit(
      @ForAll("territories") Territory in, @ForAll("minors") long minor) {
    BigDecimal value = BigDecimal.valueOf(minor, in.currency().getDecimalPlaces());
    BigDecimal expected = expected(in, value);
    DutyStack stack = in.stack();
    Assessment assessment = stack.assess(BigMoney.of(in.currency(), value));
    assertEquals(0, expected.compareTo(assessment.dutyOrThrow().getAmount()));
    BigInteger units = expected.movePointRight(in.currency().getDecimalPlaces()).toBigInteger();
    if (units.bitLength() < Long.SIZE) {
      assertEquals(units.longValueExact(), stack.payableMinor(minor));
      assertEquals(units.longValueExact(), slice(in).payableMinor(0, 0, minor));
    }
  }

  private static PanelSlice slice(Territory in) {
    return TariffPanel.of(
            in.book(),
            List.of(LINE),
            List.of(DeclaredOrigin.of(VIETNAM)),
            List.of(in.stack().law().day()))
        .on(in.stack().law().day());
  }

  @Property(tries = 300)
  void the_printed_duties_add_up_to_the_printed_total(
      @ForAll("territories") Territory in, @ForAll("minors") long minor) {
    Assessment assessment = in.stack().assess(Money.ofMinor(in.currency(), minor));
    BigDecimal sum = BigDecimal.ZERO;
    int last = assessment.table().rows().size() - 1;
    for (int row = 0; row < last; row++) {
      sum = sum.add(printed(assessment.table().cell(row, "duty")));
    }
    assertEquals(0, sum.compareTo(printed(assessment.table().cell(last, "duty"))));
  }

  private static BigDecimal printed(Cell cell) {
    return new BigDecimal(cell.text().replaceAll("[^0-9.-]", ""));
  }

  @Property
  void a_policy_reads_back_from_its_text(@ForAll("territories") Territory in) {
    assertEquals(in.rounding(), RoundingPolicy.parse(in.rounding().toString()));
  }

  /** 1,234 yen at 10 %: 123.4, cut to 123; review bug 4a had 100. */
  @Test
  void yen_have_no_decimals() {
    TariffBook yen =
        TariffBook.of(
            "JP",
            CurrencyUnit.JPY,
            new RoundingPolicy(0, RoundingMode.DOWN, Level.EACH_DUTY),
            List.of(TariffMeasure.base("*", "10%")));
    DutyStack stack = yen.on("2026-01-01").stack(LINE, VIETNAM);
    assertEquals(123, stack.payableMinor(1234));
    assertEquals("duty JPY 123 (10.0%)", stack.assess(Money.parse("JPY 1234")).toString());
  }

  /** 1.234 dinars at 2.5 %: 0.03085, 31 fils. */
  @Test
  void dinars_have_three_decimals() {
    TariffBook dinar =
        TariffBook.of(
            "KW",
            CurrencyUnit.of("KWD"),
            new RoundingPolicy(3, RoundingMode.HALF_UP, Level.TOTAL),
            List.of(TariffMeasure.base("*", "2.5%")));
    assertEquals(31, dinar.on("2026-01-01").stack(LINE, VIETNAM).payableMinor(1234));
  }

  /** Two shares of 9,000,000,000 are each within the scaled range and together beyond it. */
  @Test
  void shares_whose_sum_is_beyond_the_scaled_range_are_computed_in_decimals() {
    TariffBook book =
        TariffBook.us(
            TariffMeasure.base("*", "900000000000%"),
            TariffMeasure.adds("A", "*", "*", "900000000000%"));
    DutyStack stack = book.on("2026-01-01").stack(LINE, VIETNAM);
    assertEquals("USD 18000000000.00", stack.assess(Money.parse("USD 1")).dutyOrThrow().toString());
    assertEquals(18_000_000_000L, stack.payableMinor(1));
  }

  /** 23.77 at 10 %: 2.377, of which 2.40 are 48 times 0.05; at 9.3 %: 2.21061, 2.20. */
  @Test
  void francs_are_paid_in_steps_of_five_hundredths() {
    RoundingPolicy rounding = RoundingPolicy.ofStep("CHF 0.05", RoundingMode.HALF_UP);
    TariffBook swiss =
        TariffBook.of(
            "CH", CurrencyUnit.of("CHF"), rounding, List.of(TariffMeasure.base("*", "10%")));
    DutyStack stack = swiss.on("2026-01-01").stack(LINE, VIETNAM);
    assertEquals(Money.parse("CHF 2.40"), stack.assess(Money.parse("CHF 23.77")).dutyOrThrow());
    assertEquals(240, stack.payableMinor(2377));
    assertEquals("2.20", rounding.round(new BigDecimal("2.21061")).toString());
    assertEquals("the total to CHF 0.05, HALF_UP", rounding.toString());
    assertTrue(
        stack
            .assess(Money.parse("CHF 23.77"))
            .table()
            .toText()
            .contains("rounded: the total to CHF 0.05, HALF_UP"));
  }

  /** 128,456 is charged as 128,000: 10 % are 12,800 (Japan: value to 1,000 and duty to 100). */
  @Test
  void a_value_is_cut_before_duty_is_charged_on_it() {
    TariffBook japan =
        TariffBook.of(
            "JP",
            CurrencyUnit.JPY,
            RoundingPolicy.ofStep("JPY 100", RoundingMode.DOWN)
                .withBaseStep("JPY 1000", RoundingMode.DOWN),
            List.of(TariffMeasure.base("*", "10%")));
    Assessment assessment =
        japan.on("2026-01-01").stack(LINE, VIETNAM).assess(Money.parse("JPY 128456"));
    assertEquals(Money.parse("JPY 12800"), assessment.dutyOrThrow());
    assertEquals(0, assessment.dutiableValue().getAmount().compareTo(new BigDecimal("128000")));
    assertEquals(Money.parse("JPY 128456").toBigMoney(), assessment.customsValue());
    assertEquals(12_800, assessment.stack().payableMinor(128_456));
  }

  /**
   * 123.45 + 7.77 = 131.22: 22.17618 + 4.33026 = 26.50644; the lines 22.18 and 4.33 are payable.
   */
  @Test
  void where_the_total_is_rounded_the_payable_lines_share_it_out() {
    TariffBook eu =
        TariffBook.of(
            "EU",
            CurrencyUnit.EUR,
            RoundingPolicy.TOTAL_TO_CENT,
            List.of(
                TariffMeasure.base("6402.99", "16.9%"),
                TariffMeasure.adds("AD", "6402.99", "VN", "3.3%")));
    Assessment assessment =
        eu.on("2026-01-01").stack(LINE, VIETNAM).assess(Money.parse("EUR 131.22"));
    assertEquals(Money.parse("EUR 26.51"), assessment.dutyOrThrow());
    assertEquals(
        List.of("MFN EUR 22.18", "AD EUR 4.33"),
        assessment.payableLines().stream().map(DutyLine::toString).toList());
    assertEquals("22.17618", assessment.lines().get(0).amount().getAmount().toPlainString());
  }

  /** 10.9 % of JPY 1,234,567 is 134,567.803; 13 % of KRW 1,234,567 is 160,493.71. */
  @Test
  void to_the_cent_is_to_the_smallest_unit_of_a_currency_without_cents() {
    for (String[] each :
        new String[][] {
          {"JPY", "10.9%", "134568"}, {"KRW", "13%", "160494"}, {"CLP", "6%", "74074"}
        }) {
      TariffBook book =
          TariffBook.of(
              "ZZ",
              CurrencyUnit.of(each[0]),
              RoundingPolicy.EACH_DUTY_TO_CENT,
              List.of(TariffMeasure.base("*", each[1])));
      DutyStack stack = book.on("2026-01-01").stack(LINE, VIETNAM);
      Assessment assessment = stack.assess(Money.parse(each[0] + " 1234567"));
      assertEquals(each[0] + " " + each[2], assessment.dutyOrThrow().toString());
      assertEquals(Long.parseLong(each[2]), stack.payableMinor(1_234_567));
      assertFalse(assessment.table().toText().isEmpty());
    }
  }

  @Test
  void a_rounding_that_a_currency_cannot_bear_is_refused_when_the_book_is_made() {
    assertRefused(
        "The rounding 'each duty to 3 decimals, HALF_UP' is finer than the currency JPY, which has"
            + " 0 decimals",
        new RoundingPolicy(3, RoundingMode.HALF_UP, Level.EACH_DUTY));
    assertRefused(
        "The rounding 'the total to 0 decimals, UNNECESSARY' cannot round duties in JPY: state a"
            + " mode such as HALF_UP or DOWN",
        new RoundingPolicy(0, RoundingMode.UNNECESSARY, Level.TOTAL));
    assertRefused(
        "The rounding 'the total to CHF 0.05, DOWN' must be in the currency of the duties, JPY",
        RoundingPolicy.ofStep("CHF 0.05", RoundingMode.DOWN));
    assertRefused(
        "The rounding 'the total to 0 decimals, DOWN; the value to USD 1, DOWN' must be in the"
            + " currency of the duties, JPY",
        new RoundingPolicy(0, RoundingMode.DOWN, Level.TOTAL)
            .withBaseStep("USD 1", RoundingMode.DOWN));
  }

  private static void assertRefused(String message, RoundingPolicy rounding) {
    TariffBook whole =
        TariffBook.of(
            "JP",
            CurrencyUnit.JPY,
            new RoundingPolicy(0, RoundingMode.DOWN, Level.TOTAL),
            List.of());
    assertEquals(
        message,
        assertThrows(
                IllegalArgumentException.class,
                () -> TariffBook.of("JP", CurrencyUnit.JPY, rounding, List.of()))
            .getMessage());
    assertEquals(
        message,
        assertThrows(IllegalArgumentException.class, () -> whole.withRounding(rounding))
            .getMessage());
  }

  @Test
  void a_step_that_is_none_is_refused_with_what_to_write() {
    for (String step : List.of("JPY -100", "JPY 0", "100", "JPY", "", "JPY 1e9", "USD 0.001x")) {
      assertThrows(
          IllegalArgumentException.class, () -> RoundingPolicy.ofStep(step, RoundingMode.DOWN));
    }
    for (String text :
        List.of("", "each duty", "each duty to 2 decimals", "the total to JPY 100, SIDEWAYS")) {
      assertThrows(IllegalArgumentException.class, () -> RoundingPolicy.parse(text));
    }
    assertEquals(
        RoundingPolicy.ofStep("CHF 0.05", RoundingMode.UP),
        RoundingPolicy.ofStep("CHF 0.0500", RoundingMode.UP));
    assertEquals(
        Optional.of(CurrencyUnit.JPY),
        RoundingPolicy.ofStep("JPY 100", RoundingMode.UP).duty().currency());
  }

  @Test
  void lines_and_assessments_are_equal_by_what_they_say() {
    TariffBook book = TariffBook.us(TariffMeasure.base("*", "10%"));
    DutyStack stack = book.on("2026-01-01").stack(LINE, VIETNAM);
    Assessment one = stack.assess(BigMoney.parse("USD 30000"));
    Assessment two =
        book.on("2026-01-01").stack(LINE, VIETNAM).assess(BigMoney.parse("USD 30000.00"));
    assertEquals(one.lines(), two.lines());
    assertEquals(one.lines().hashCode(), two.lines().hashCode());
    assertEquals(one, two);
    assertEquals(one.hashCode(), two.hashCode());
    assertNotEquals(one, stack.assess(BigMoney.parse("USD 30001")));
    assertNotEquals(one, book.on("2026-01-02").stack(LINE, VIETNAM).assess(one.customsValue()));
  }
}
