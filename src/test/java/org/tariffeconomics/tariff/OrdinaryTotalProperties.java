package org.tariffeconomics.tariff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.joda.money.BigMoney;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.Quantity;
import org.tariffeconomics.basics.RateRange;
import org.tariffeconomics.rate.DeclaredFacts;
import org.tariffeconomics.rate.DutyRate;
import org.tariffeconomics.rate.Portion;
import org.tariffeconomics.rate.Unknown;

/**
 * Totals of the ordinary duty, beside what is paid in its place: each number is worked out by the
 * test from percentages and cents, on goods of USD 1,000 that weigh 1,000 kg.
 */
class OrdinaryTotalProperties {

  private static final HsCode LINE = HsCode.of("6402.99.31");
  private static final Country KOREA = Country.of("KR");
  private static final String FACT = "with the general rate";

  /** An ordinary duty or a preference: percent, or cents a kilogram, of which 1 is 10 dollars. */
  private record Ad(int percent, int cents) {

    private String rate() {
      return cents == 0
          ? percent + "%"
          : percent == 0 ? cents + "¢/kg" : percent + "% + " + cents + "¢/kg";
    }

    private int dollars() {
      return 10 * percent + 10 * cents;
    }
  }

  /** What the measures say, and what comes of it. */
  private record Trade(Ad ordinary, Ad preference, boolean claimed, int total, String portion) {

    private TariffBook book() {
      return TariffBook.us()
          .with(
              TariffMeasure.base("*", ordinary.rate()),
              TariffMeasure.preference("KORUS", "*", "KR", preference.rate()),
              TariffMeasure.topsUpTo("S301", "*", "KR", total + "%")
                  .withId("of what is paid")
                  .withPortion(Portion.parse(portion)),
              TariffMeasure.topsUpOrdinaryTo("S301", "*", "KR", total + "%")
                  .withId("of the general rate")
                  .withPortion(Portion.parse(portion))
                  .withCondition(FACT + "=yes"));
    }

    private DutyStack stack(String more) {
      DeclaredFacts facts = DeclaredFacts.parse("content:steel=0.3; content:US=0.4" + more);
      return book()
          .on("2026-08-01")
          .stack(LINE, KOREA, claimed ? facts.and(DeclaredFacts.claiming("KORUS")) : facts);
    }

    private int paid() {
      return claimed ? Math.min(ordinary.dollars(), preference.dollars()) : ordinary.dollars();
    }

    /** In tenths of a dollar. */
    private int duty(boolean general) {
      int tenths =
          switch (portion) {
            case "full value" -> 10;
            case "steel content" -> 3;
            default -> 6;
          };
      int counted = general ? ordinary.dollars() : paid();
      return 10 * paid() + tenths * Math.max(0, 10 * total - counted);
    }
  }

  private static Arbitrary<Ad> ads() {
    Arbitrary<Integer> some = Arbitraries.integers().between(0, 20);
    return Combinators.combine(some, some, Arbitraries.integers().between(0, 3))
        .as(
            (percent, cents, kind) ->
                kind < 2 ? new Ad(percent, 0) : new Ad(kind == 2 ? 0 : percent, cents));
  }

  @Provide
  Arbitrary<Trade> trades() {
    return Combinators.combine(
            ads(),
            ads(),
            Arbitraries.of(true, true, true, false),
            Arbitraries.integers().between(0, 25),
            Arbitraries.of("full value", "full value", "steel content", "non-US content"))
        .as(Trade::new);
  }

  private static Assessment assessed(DutyStack stack) {
    return stack.assess(BigMoney.parse("USD 1000"), Quantity.parse("1000 kg"));
  }

  private static void assertDuty(int tenths, DutyStack stack) {
    BigDecimal exact = assessed(stack).exactTotal().orElseThrow().getAmount();
    assertEquals(0, exact.compareTo(BigDecimal.valueOf(tenths, 1)), () -> exact + " of " + stack);
  }

  @Property
  void each_reading_is_the_sum_that_its_words_say(@ForAll("trades") Trade trade) {
    assertDuty(trade.duty(true), trade.stack("; " + FACT + "=yes"));
    assertDuty(trade.duty(false), trade.stack("; " + FACT + "=no"));
  }

  @Property
  void what_is_not_declared_lies_between_both_readings(@ForAll("trades") Trade trade) {
    DutyStack open = trade.stack("");
    int low = Math.min(trade.duty(true), trade.duty(false));
    int high = Math.max(trade.duty(true), trade.duty(false));
    boolean byValue = trade.ordinary().cents() + trade.preference().cents() == 0;
    if (low == high && (byValue || open.outcome() == DutyStack.Outcome.ASSESSED)) {
      assertDuty(low, open);
    } else {
      assertEquals(DutyStack.Outcome.BOUNDED, open.outcome());
      assertEquals(List.of(FACT), open.decidedBy().stream().map(DecidingFact::name).toList());
      var range = assessed(open).range().orElseThrow();
      assertEquals(0, range.lowest().getAmount().compareTo(BigDecimal.valueOf(low, 1)));
      assertEquals(0, range.highest().getAmount().compareTo(BigDecimal.valueOf(high, 1)));
    }
    assertTrue(trade.duty(true) <= trade.duty(false), "a preference leaves less to fill");
  }

  @Property
  void where_nothing_is_claimed_both_readings_are_one(@ForAll("trades") Trade trade) {
    Trade plain =
        new Trade(trade.ordinary(), trade.preference(), false, trade.total(), trade.portion());
    DutyStack open = plain.stack("");
    assertTrue(open.decidedBy().isEmpty(), open::toString);
    assertTrue(
        plain.stack("; " + FACT + "=yes").isSameDutyAs(plain.stack("; " + FACT + "=no")),
        open::toString);
  }

  private static TariffBook with(TariffMeasure... more) {
    return TariffBook.us()
        .with(
            TariffMeasure.base("*", "6%"),
            TariffMeasure.topsUpOrdinaryTo("S301", "*", "*", "12.5%"))
        .with(more);
  }

  private static String duty(TariffBook book, String facts) {
    return book.on("2026-08-01")
        .stack(LINE, KOREA, facts.isEmpty() ? DeclaredFacts.none() : DeclaredFacts.parse(facts))
        .summary();
  }

  @Example
  void goods_that_are_exempt_from_the_ordinary_duty_fill_it_all_the_same() {
    assertEquals("S301 6.5%", duty(with(TariffMeasure.exempts("E", "*", "*", "MFN")), ""));
    assertEquals(
        "S301 6.5% + X 3.0%", duty(with(TariffMeasure.replaces("X", "*", "*", "3%", "MFN")), ""));
  }

  @Example
  void an_ordinary_duty_on_a_part_counts_on_that_part() {
    TariffBook part =
        TariffBook.us()
            .with(
                TariffMeasure.base("*", "6%").withPortion(Portion.parse("non-US content")),
                TariffMeasure.preference("KORUS", "*", "*", "Free"),
                TariffMeasure.topsUpOrdinaryTo("S301", "*", "*", "12.5%"));
    // 6% of 60% is 3.6%, and 12.5% less that 8.9%
    assertEquals("KORUS 0.0% + S301 8.9%", duty(part, "content:US=0.4; claim=KORUS"));
    DutyStack none =
        part.with(TariffMeasure.exempts("E", "*", "*", "MFN"))
            .on("2026-08-01")
            .stack(LINE, KOREA, DeclaredFacts.none());
    assertFalse(none.range().flatMap(RateRange::exact).isPresent(), none::toString);
  }

  @Example
  void an_ordinary_duty_that_is_not_understood_leaves_the_total_unknown() {
    TariffBook book =
        TariffBook.us()
            .with(
                TariffMeasure.base("*", "Free")
                    .withRate(new DutyRate.Unsupported("as the minister says", "no rate")),
                TariffMeasure.preference("KORUS", "*", "*", "Free"));
    DutyStack paid =
        book.with(TariffMeasure.topsUpTo("S301", "*", "*", "12.5%"))
            .on("2026-08-01")
            .stack(LINE, KOREA, DeclaredFacts.claiming("KORUS"));
    DutyStack general =
        book.with(TariffMeasure.topsUpOrdinaryTo("S301", "*", "*", "12.5%"))
            .on("2026-08-01")
            .stack(LINE, KOREA, DeclaredFacts.claiming("KORUS"));
    assertEquals("KORUS 0.0% + S301 12.5%", paid.summary());
    assertEquals(DutyStack.Outcome.UNDETERMINED, general.outcome());
    assertTrue(general.unknowns().get(0) instanceof Unknown.NotUnderstood, general::toString);
  }

  @Example
  void where_there_is_no_ordinary_duty_nothing_is_known() {
    TariffBook book = TariffBook.us(TariffMeasure.topsUpOrdinaryTo("S301", "*", "*", "12.5%"));
    DutyStack stack = book.on("2026-08-01").stack(LINE, KOREA);
    assertEquals(DutyStack.Outcome.UNDETERMINED, stack.outcome());
    assertEquals(1, stack.reasons().size(), () -> stack.reasons().toString());
  }

  @Example
  void a_layer_tells_what_counts_towards_it() {
    TariffBook book = with(TariffMeasure.preference("KORUS", "*", "KR", "Free"));
    DutyStack plain = book.on("2026-08-01").stack(LINE, KOREA);
    assertEquals(Optional.empty(), plain.layers().get(1).countedIn());
    DutyLayer claimed =
        book.on("2026-08-01").stack(LINE, KOREA, DeclaredFacts.claiming("KORUS")).layers().get(1);
    assertEquals("MFN", claimed.countedIn().orElseThrow().measure().id());
    assertEquals("S301 12.5% less MFN 6%", claimed.summary());
    assertEquals(
        "S301: TOPS_UP_ORDINARY_TO 12.5% on * from *, always", claimed.measure().toString());
  }
}
