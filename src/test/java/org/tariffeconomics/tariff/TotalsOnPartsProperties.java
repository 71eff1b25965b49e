package org.tariffeconomics.tariff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
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
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.basics.RateRange;
import org.tariffeconomics.rate.DeclaredFacts;
import org.tariffeconomics.rate.Portion;
import org.tariffeconomics.rate.UsShareOfRest;

/**
 * Totals on a part of the value beside ordinary duties on another part: what counts towards a total
 * is the ordinary duty on the part that both have in common. The test cuts goods of USD 1,000 into
 * four cells, by whether they are of steel and of the United States, and adds up cells.
 */
class TotalsOnPartsProperties {

  private static final HsCode LINE = HsCode.of("6402.99.31");
  private static final Country KOREA = Country.of("KR");

  private static final List<String> PORTIONS =
      List.of("full value", "steel content", "non-steel content", "US content", "non-US content");

  /** Hundredths of the value: of steel and US, of steel, of US, of neither. */
  private record Cells(int both, int steel, int us, int neither) {

    private String shares() {
      return "content:steel=%s; content:US=%s"
          .formatted(fraction(both + steel, 100), fraction(both + us, 100));
    }

    private String facts() {
      int rest = us + neither;
      String share = rest == 0 ? "0" : fraction(us, rest);
      return shares() + "; " + UsShareOfRest.FACT + "=" + share;
    }

    private static String fraction(int of, int all) {
      return new BigDecimal(of).divide(new BigDecimal(all)).toPlainString();
    }

    private int of(String portion) {
      return switch (portion) {
        case "full value" -> 100;
        case "steel content" -> both + steel;
        case "non-steel content" -> us + neither;
        case "US content" -> both + us;
        default -> steel + neither;
      };
    }

    private int ofBoth(String one, String other) {
      if (one.equals("full value") || one.equals(other)) {
        return of(other);
      }
      if (other.equals("full value")) {
        return of(one);
      }
      boolean excludeEachOther = one.equals("non-" + other) || other.equals("non-" + one);
      if (excludeEachOther) {
        return 0;
      }
      boolean ofSteel = one.equals("steel content") || other.equals("steel content");
      boolean ofUs = one.equals("US content") || other.equals("US content");
      return ofSteel ? (ofUs ? both : steel) : (ofUs ? us : neither);
    }
  }

  private record Duty(int percent, String portion) {}

  private record Trade(Cells cells, Duty ordinary, Duty preference, Duty total, boolean general) {

    private TariffBook book() {
      TariffMeasure of =
          general
              ? TariffMeasure.topsUpOrdinaryTo("S301", "*", "*", total.percent + "%")
              : TariffMeasure.topsUpTo("S301", "*", "*", total.percent + "%");
      return TariffBook.us()
          .with(
              on(TariffMeasure.base("*", ordinary.percent + "%"), ordinary),
              on(TariffMeasure.preference("P", "*", "*", preference.percent + "%"), preference),
              on(of, total));
    }

    private static TariffMeasure on(TariffMeasure measure, Duty duty) {
      return measure.withPortion(Portion.parse(duty.portion));
    }

    private DutyStack stack(boolean claimed) {
      return stack(claimed, cells.facts());
    }

    private DutyStack stack(boolean claimed, String declared) {
      DeclaredFacts facts = DeclaredFacts.parse(declared);
      return book()
          .on("2026-08-01")
          .stack(LINE, KOREA, claimed ? facts.and(DeclaredFacts.claiming("P")) : facts);
    }

    private int amount(Duty duty) {
      return duty.percent * cells.of(duty.portion);
    }

    /** In hundredths of a percent of the value. */
    private int duty(boolean claimed) {
      boolean preferred = claimed && amount(preference) < amount(ordinary);
      Duty paid = preferred ? preference : ordinary;
      Duty counted = general ? ordinary : paid;
      int inCommon = counted.percent * cells.ofBoth(total.portion, counted.portion);
      return amount(paid) + Math.max(0, amount(total) - inCommon);
    }
  }

  private static Arbitrary<Duty> duties() {
    return Combinators.combine(Arbitraries.integers().between(0, 30), Arbitraries.of(PORTIONS))
        .as(Duty::new);
  }

  /** The rest is a power of two times a power of five, so that a share of it is a plain number. */
  private static Arbitrary<Cells> cells() {
    return Combinators.combine(
            Arbitraries.of(0, 20, 25, 40, 50, 64, 80, 100),
            Arbitraries.doubles().between(0, 1),
            Arbitraries.doubles().between(0, 1))
        .as(
            (rest, ofRest, ofSteel) -> {
              int us = (int) Math.round(rest * ofRest);
              int both = (int) Math.round((100 - rest) * ofSteel);
              return new Cells(both, 100 - rest - both, us, rest - us);
            });
  }

  @Provide
  Arbitrary<Trade> trades() {
    return Combinators.combine(cells(), duties(), duties(), duties(), Arbitraries.of(true, false))
        .as(Trade::new);
  }

  private static void assertDuty(int hundredths, DutyStack stack) {
    BigDecimal rate = stack.adValoremRate().map(Rate::fraction).orElseThrow();
    assertEquals(0, rate.compareTo(BigDecimal.valueOf(hundredths, 4)), () -> rate + " of " + stack);
  }

  @Property
  void countsWhatBothPartsHaveInCommon(@ForAll("trades") Trade trade, @ForAll boolean claimed) {
    assertDuty(trade.duty(claimed), trade.stack(claimed));
  }

  @Property
  void amountsAreThoseOfTheRates(@ForAll("trades") Trade trade, @ForAll boolean claimed) {
    Assessment assessed =
        trade.stack(claimed).assess(BigMoney.parse("USD 1000"), Quantity.parse("10 kg"));
    BigDecimal exact = assessed.exactTotal().orElseThrow().getAmount();
    assertEquals(0, exact.compareTo(BigDecimal.valueOf(trade.duty(claimed), 1)));
  }

  /** 10 percent and a total of 15 percent, both on all but 40 percent of US content: 9 percent. */
  @Example
  void aTotalOfTheSamePart() {
    Cells cells = new Cells(0, 0, 40, 60);
    Duty ten = new Duty(10, "non-US content");
    Trade trade = new Trade(cells, ten, ten, new Duty(15, "non-US content"), false);
    DutyStack stack = trade.stack(false);
    assertDuty(900, stack);
    DutyLayer total = stack.layers().get(1);
    assertEquals("MFN", total.countedIn().orElseThrow().measure().programme());
    assertEquals(
        "15% less MFN 10%", total.rateText(), "what counts is told, since it is not what is paid");
  }

  /** On parts that have nothing in common nothing counts. */
  @Example
  void aTotalOfTheOtherPart() {
    Cells cells = new Cells(0, 30, 0, 70);
    Duty ten = new Duty(10, "steel content");
    assertDuty(
        300 + 1050,
        new Trade(cells, ten, ten, new Duty(15, "non-steel content"), false).stack(false));
  }

  /** Where two shares leave open how much is of both, the answer names what would tell. */
  @Property
  void whatIsOfBothMayBeOpen(@ForAll("trades") Trade trade, @ForAll boolean claimed) {
    DutyStack stack = trade.stack(claimed, trade.cells.shares());
    RateRange range = stack.range().orElseThrow();
    Rate duty = Rate.fraction(BigDecimal.valueOf(trade.duty(claimed), 4));
    assertTrue(range.contains(duty), () -> duty + " of " + stack);
    assertTrue(
        range.isPoint() || isDecidedByTheRest(stack),
        () -> stack + " is decided by " + stack.decidedBy());
  }

  private static boolean isDecidedByTheRest(DutyStack stack) {
    return stack.decidedBy().stream().anyMatch(each -> each.name().equals(UsShareOfRest.FACT));
  }
}
