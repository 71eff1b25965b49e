package org.tariffeconomics.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.joda.money.BigMoney;
import org.joda.money.Money;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.Quantity;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.panel.TariffPanel;
import org.tariffeconomics.rate.DeclaredFacts;
import org.tariffeconomics.tariff.Assessment;
import org.tariffeconomics.tariff.DutyStack;
import org.tariffeconomics.tariff.DutyStack.Outcome;
import org.tariffeconomics.tariff.TariffBook;

/** Laws that the bundled book obeys for any bundled line, origin and day. */
class UsTariffsProperties {

  private static final TariffBook US = UsTariffs.book();
  private static final LocalDate FIRST = LocalDate.parse("2025-01-01");
  private static final LocalDate LAST = LocalDate.parse("2028-02-01");

  private static final List<HsCode> LINES = TariffPanel.lines(US, FIRST);

  /** All that may be asked for, so that few stacks stay undetermined. */
  private static final DeclaredFacts DECLARED =
      DeclaredFacts.parse(
          "quota:UK autos=out; content:steel=0.5; content:aluminium=0.2; content:copper=0.1");

  @Provide
  Arbitrary<HsCode> lines() {
    return Arbitraries.of(LINES);
  }

  @Provide
  Arbitrary<Country> origins() {
    return Arbitraries.of(
        Stream.of(
                "JP", "KR", "DE", "IT", "GB", "MX", "CA", "CN", "HK", "TW", "VN", "IN", "BR", "CH",
                "LI", "RU", "KP", "AU", "SG", "SV", "NI", "KH", "LA", "LK", "BD", "PK", "KE", "TH")
            .map(Country::of)
            .toList());
  }

  @Provide
  Arbitrary<LocalDate> days() {
    return Arbitraries.longs()
        .between(FIRST.toEpochDay(), LAST.toEpochDay())
        .map(LocalDate::ofEpochDay);
  }

  private static Assessment assess(DutyStack stack) {
    return stack.assess(
        Money.parse("USD 1000"),
        Quantity.of("500", "kg"),
        Quantity.of("100", "pr"),
        Quantity.of("2", "m3"));
  }

  @Property(tries = 400)
  void every_line_from_everywhere_on_any_day_has_a_duty_or_a_reason(
      @ForAll("lines") HsCode line,
      @ForAll("origins") Country origin,
      @ForAll("days") LocalDate day) {
    Assessment assessment = assess(US.on(day).stack(line, origin, DECLARED));
    assertEquals(assessment.outcome() == Outcome.ASSESSED, assessment.reasons().isEmpty());
    if (assessment.outcome() == Outcome.ASSESSED) {
      BigDecimal sum =
          assessment.lines().stream()
              .map(l -> l.amount().getAmount())
              .reduce(BigDecimal.ZERO, BigDecimal::add);
      assertEquals(0, sum.compareTo(assessment.dutyOrThrow().getAmount()));
      assertTrue(sum.signum() >= 0);
    }
  }

  @Property(tries = 200)
  void what_is_known_in_the_end_is_the_law(
      @ForAll("lines") HsCode line,
      @ForAll("origins") Country origin,
      @ForAll("days") LocalDate day) {
    LocalDate end = LocalDate.parse("2099-01-01");
    assertEquals(
        US.on(day).stack(line, origin, DECLARED).adValoremRate(),
        US.on(day).asKnownOn(end).stack(line, origin, DECLARED).adValoremRate());
  }

  @Property(tries = 200)
  void a_claim_never_raises_the_duty(
      @ForAll("lines") HsCode line,
      @ForAll("origins") Country origin,
      @ForAll("days") LocalDate day) {
    DeclaredFacts claims = DECLARED;
    for (String each : List.of("KORUS", "USMCA", "CAFTA-DR", "AUSFTA", "US-Singapore FTA")) {
      claims = claims.withClaim(each);
    }
    Assessment plain = assess(US.on(day).stack(line, origin, DECLARED));
    Assessment claimed = assess(US.on(day).stack(line, origin, claims.withContent("US", "0.1")));
    if (plain.outcome() == Outcome.ASSESSED && claimed.outcome() == Outcome.ASSESSED) {
      assertFalse(
          claimed.dutyOrThrow().isGreaterThan(plain.dutyOrThrow()),
          line + " from " + origin + " on " + day);
    }
  }

  /** To within half a cent a layer: each duty is rounded, and thirds of a percent do not end. */
  @Property(tries = 100)
  void the_rate_is_the_duty_over_the_value(
      @ForAll("lines") HsCode line,
      @ForAll("origins") Country origin,
      @ForAll("days") LocalDate day) {
    DutyStack stack = US.on(day).stack(line, origin, DECLARED);
    stack
        .adValoremRate()
        .map(Rate::fraction)
        .ifPresent(
            rate -> {
              BigDecimal duty =
                  stack.assess(BigMoney.parse("USD 1000000")).dutyOrThrow().getAmount();
              BigDecimal apart = duty.subtract(rate.movePointRight(6)).abs();
              BigDecimal most = new BigDecimal("0.005").multiply(new BigDecimal(layers(stack)));
              assertTrue(apart.compareTo(most) <= 0, duty + " against " + rate);
            });
  }

  private static int layers(DutyStack stack) {
    return stack.layers().size() + 1;
  }
}
