package org.tariffeconomics.deal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.GapRange;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.rate.DeclaredFacts;
import org.tariffeconomics.tariff.DutyStack;
import org.tariffeconomics.tariff.TariffBook;
import org.tariffeconomics.tariff.TariffMeasure;

/** The difference of two duties on the same goods of which something is not declared. */
class DutyGapTest {

  private static final HsCode GOODS = HsCode.of("8418.10");

  /** An ordinary duty, one on goods of some end use, and another one on the others. */
  private static TariffBook book(int used, int other) {
    return TariffBook.us()
        .with(TariffMeasure.base("*", "2.5%"))
        .with(TariffMeasure.adds("used", "8418", "*", used + "%").withCondition("end use=yes"))
        .with(TariffMeasure.adds("other", "8418", "*", other + "%").withCondition("end use!=yes"));
  }

  private static DutyStack stack(TariffBook book, String facts) {
    return book.on("2026-05-01")
        .stack(
            GOODS,
            Country.of("JP"),
            facts.isEmpty() ? DeclaredFacts.none() : DeclaredFacts.parse(facts));
  }

  /** The two alternatives are the same goods on both sides: their differences are the bounds. */
  @Property(tries = 200)
  void what_is_open_is_the_same_on_both_sides(
      @ForAll @IntRange(min = 0, max = 60) int used,
      @ForAll @IntRange(min = 0, max = 60) int other,
      @ForAll @IntRange(min = 0, max = 60) int usedThen,
      @ForAll @IntRange(min = 0, max = 60) int otherThen) {
    GapRange gap =
        DutyGap.between(stack(book(used, other), ""), stack(book(usedThen, otherThen), ""))
            .orElseThrow();
    BigDecimal ofUsed = points(used - usedThen);
    BigDecimal ofOthers = points(other - otherThen);
    assertTrue(gap.contains(ofUsed), gap + " " + ofUsed);
    assertTrue(gap.contains(ofOthers), gap + " " + ofOthers);
    if (used != other && usedThen != otherThen) {
      assertEquals(0, gap.lowest().points().compareTo(ofUsed.min(ofOthers)), gap.toString());
      assertEquals(0, gap.highest().points().compareTo(ofUsed.max(ofOthers)), gap.toString());
    }
  }

  /** Whatever is declared, the difference of the two numbers lies within the bounds. */
  @Property(tries = 100)
  void bounds_hold_what_a_declaration_makes_of_them(
      @ForAll @IntRange(min = 0, max = 60) int used,
      @ForAll @IntRange(min = 0, max = 60) int other,
      @ForAll @IntRange(min = 0, max = 60) int then) {
    TariffBook now = book(used, other);
    TariffBook before = book(then, then);
    GapRange gap = DutyGap.between(stack(now, ""), stack(before, "")).orElseThrow();
    for (String fact : List.of("end use=yes", "end use=no")) {
      GapRange declared = DutyGap.between(stack(now, fact), stack(before, fact)).orElseThrow();
      assertTrue(declared.isPoint(), declared.toString());
      assertTrue(gap.contains(declared.lowest().points()), gap + " " + declared);
    }
  }

  private static BigDecimal points(int percent) {
    return new BigDecimal(percent).movePointLeft(2);
  }

  @Test
  void the_same_duty_is_worth_nothing_though_it_is_open() {
    DutyStack open = stack(book(10, 25), "");
    GapRange gap = DutyGap.between(open, stack(book(10, 25), "")).orElseThrow();
    assertTrue(gap.isPoint());
    assertEquals(0, gap.lowest().points().signum());
  }

  @Test
  void a_duty_without_bounds_has_no_difference() {
    TariffBook byWeight = TariffBook.us().with(TariffMeasure.base("*", "1 USD/kg"));
    assertEquals(Optional.empty(), DutyGap.between(stack(byWeight, ""), stack(book(10, 25), "")));
  }
}
