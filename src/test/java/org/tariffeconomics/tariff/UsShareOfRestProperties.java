package org.tariffeconomics.tariff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.Optional;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.basics.RateRange;
import org.tariffeconomics.rate.DeclaredFacts;
import org.tariffeconomics.rate.Portion;
import org.tariffeconomics.rate.UsShareOfRest;
import org.tariffeconomics.tariff.DutyStack.Outcome;

/**
 * A duty on a metal, and another on the rest of the value less its US content, against the sum over
 * the four parts of the value that the test makes up: metal and rest, of the United States and not.
 */
class UsShareOfRestProperties {

  private static DutyStack stack(int onMetal, int onRest, String facts) {
    TariffMeasure rest = TariffMeasure.adds("Rest", "7411", "*", onRest + "%");
    return TariffBook.us(
            TariffMeasure.base("7411", "Free"),
            TariffMeasure.adds("Metal", "7411", "*", onMetal + "%")
                .withPortion(Portion.contentOf("steel")),
            rest,
            rest.withId("Rest, US content")
                .withPortion(Portion.allBut(Portion.US))
                .withCondition("content:US>=0.2"))
        .withProgrammes(Programme.of("Rest").withYieldTo("Metal"))
        .on("2025-09-16")
        .stack(HsCode.of("7411"), Country.of("KR"), DeclaredFacts.parse(facts));
  }

  private static BigDecimal percent(int hundredths) {
    return BigDecimal.valueOf(hundredths, 2);
  }

  /** Declared with where it lies the duty is the sum over the parts; without, it lies within. */
  @Property(tries = 400)
  void the_duty_is_that_on_the_parts(
      @ForAll @IntRange(min = 0, max = 50) int onMetal,
      @ForAll @IntRange(min = 0, max = 50) int onRest,
      @ForAll @IntRange(min = 0, max = 10) int usMetal,
      @ForAll @IntRange(min = 0, max = 10) int usRest,
      @ForAll @IntRange(min = 0, max = 10) int otherMetal,
      @ForAll boolean steelTold,
      @ForAll boolean usTold) {
    int whole = 40;
    int metal = usMetal + otherMetal;
    int ofUs = usMetal + usRest;
    int rest = whole - metal;
    boolean less = 5 * ofUs >= whole;
    BigDecimal expected =
        percent(onMetal * metal + onRest * (less ? rest - usRest : rest))
            .divide(BigDecimal.valueOf(whole));
    String steel = "content:steel=" + metal / (double) whole;
    String us = "content:US=" + ofUs / (double) whole;
    // a rest of 20 to 40 parts: told by a number that is exact, or left to the bounds
    boolean exact = rest == 20 || rest == 25 || rest == 32 || rest == 40;
    if (exact) {
      DutyStack told =
          stack(
              onMetal,
              onRest,
              steel + ";" + us + ";" + UsShareOfRest.FACT + "=" + usRest / (double) rest);
      assertEquals(Outcome.ASSESSED, told.outcome(), told::summary);
      assertEquals(Rate.fraction(expected), told.adValoremRate().orElseThrow(), told::summary);
    }
    Optional<RateRange> range =
        stack(onMetal, onRest, (steelTold ? steel : "") + ";" + (usTold ? us : "")).range();
    assertTrue(range.isPresent());
    assertTrue(range.get().lowest().fraction().compareTo(expected) <= 0, range.toString());
    assertTrue(range.get().highest().fraction().compareTo(expected) >= 0, range.toString());
  }

  /** The duty on the metal yields to the one on the US content in what is both. */
  private static RateRange yielding(String onMetal, String onUs, String facts) {
    return TariffBook.us(
            TariffMeasure.base("7411", "Free"),
            TariffMeasure.adds("Metal", "7411", "*", onMetal)
                .withPortion(Portion.contentOf("steel")),
            TariffMeasure.adds("US", "7411", "*", onUs).withPortion(Portion.contentOf(Portion.US)))
        .withProgrammes(Programme.of("Metal").withYieldTo("US"))
        .on("2025-09-16")
        .stack(HsCode.of("7411"), Country.of("KR"), DeclaredFacts.parse(facts))
        .range()
        .orElseThrow();
  }

  /**
   * Half steel: where the US content is just the steel, half of 1.8 % is paid; where it is all but
   * the steel, half of 4.8 % besides.
   */
  @Example
  void a_us_content_that_is_open_may_be_just_the_metal_or_all_but_it() {
    RateRange range = yielding("4.8%", "1.8%", "content:steel=0.5");
    assertEquals(Rate.parse("0.9%"), range.lowest());
    assertEquals(Rate.parse("3.3%"), range.highest());
    RateRange less = yielding("4.8%", "1.8%", "content:steel=0.3");
    assertEquals(Rate.parse("0.54%"), less.lowest(), "US content of 0.3, all of it steel");
    assertEquals(Rate.parse("2.7%"), less.highest(), "US content of 0.7, none of it steel");
  }

  /** Whatever is told, what the goods pay on their parts lies within the bounds. */
  @Property(tries = 400)
  void the_duty_where_one_yields_lies_within(
      @ForAll @IntRange(min = 0, max = 50) int onMetal,
      @ForAll @IntRange(min = 0, max = 50) int onUs,
      @ForAll @IntRange(min = 0, max = 10) int usMetal,
      @ForAll @IntRange(min = 0, max = 10) int usRest,
      @ForAll @IntRange(min = 0, max = 10) int otherMetal,
      @ForAll boolean steelTold,
      @ForAll boolean usTold) {
    int whole = 40;
    int ofUs = usMetal + usRest;
    BigDecimal expected =
        percent(onMetal * otherMetal + onUs * ofUs).divide(BigDecimal.valueOf(whole));
    String steel = "content:steel=" + (usMetal + otherMetal) / (double) whole;
    String us = "content:US=" + ofUs / (double) whole;
    RateRange range =
        yielding(onMetal + "%", onUs + "%", (steelTold ? steel : "") + ";" + (usTold ? us : ""));
    assertTrue(range.lowest().fraction().compareTo(expected) <= 0, range.toString());
    assertTrue(range.highest().fraction().compareTo(expected) >= 0, range.toString());
  }

  /** The ends are met: all of the US content is metal, or as little of it as may be. */
  @Property(tries = 200)
  void both_ends_are_of_some_goods(
      @ForAll @IntRange(min = 1, max = 99) int metal,
      @ForAll @IntRange(min = 20, max = 99) int us) {
    RateRange range =
        stack(50, 10, "content:steel=" + percent(metal) + "; content:US=" + percent(us))
            .range()
            .orElseThrow();
    int most = Math.min(us, 100 - metal);
    int least = Math.max(0, us - metal);
    assertEquals(
        Rate.fraction(percent(50 * metal + 10 * (100 - metal - most)).movePointLeft(2)),
        range.lowest());
    assertEquals(
        Rate.fraction(percent(50 * metal + 10 * (100 - metal - least)).movePointLeft(2)),
        range.highest());
  }

  /** Where one of the shares is nothing or all there is nothing to tell. */
  @Property
  void nothing_is_asked_where_the_shares_tell(
      @ForAll boolean allMetal, @ForAll @IntRange(min = 0, max = 100) int us) {
    String share = "content:US=" + percent(us);
    assertEquals(
        Outcome.ASSESSED,
        stack(50, 10, "content:steel=" + (allMetal ? 1 : 0) + ";" + share).outcome());
    assertEquals(
        Outcome.ASSESSED,
        stack(50, 10, "content:US=" + (allMetal ? 1 : 0) + "; content:steel=0.5").outcome());
  }
}
