package org.tariffeconomics.tariff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.rate.DeclaredFacts;
import org.tariffeconomics.rate.DeclaredOrigin;
import org.tariffeconomics.rate.Portion;

/** The laws that every assessment obeys, whatever the book. */
class AssessmentProperties {

  private static final HsCode LINE = HsCode.of("8703.23.01");
  private static final Country JAPAN = Country.of("JP");

  @Provide
  Arbitrary<Rate> rates() {
    return TariffArbitraries.rates();
  }

  @Provide
  Arbitrary<BigMoney> values() {
    return TariffArbitraries.values();
  }

  @Provide
  Arbitrary<LocalDate> days() {
    return TariffArbitraries.days();
  }

  @Provide
  Arbitrary<BigDecimal> shares() {
    return TariffArbitraries.shares();
  }

  @Provide
  Arbitrary<List<TariffMeasure>> laws() {
    return TariffArbitraries.laws();
  }

  private static TariffBook book(List<TariffMeasure> measures) {
    return TariffBook.us(measures.toArray(TariffMeasure[]::new));
  }

  private static DutyStack stack(TariffBook book, LocalDate day) {
    return book.on(day).stack(LINE, JAPAN);
  }

  @Property
  void lines_sum_to_the_payable_total(
      @ForAll("laws") List<TariffMeasure> law,
      @ForAll("days") LocalDate day,
      @ForAll("values") BigMoney value) {
    Assessment assessment = stack(book(law), day).assess(value);
    BigDecimal sum =
        assessment.lines().stream()
            .map(l -> l.amount().getAmount())
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    assertEquals(0, sum.compareTo(assessment.dutyOrThrow().getAmount()));
  }

  @Property
  void the_order_of_measures_never_matters(
      @ForAll("laws") List<TariffMeasure> law, @ForAll("days") LocalDate day, @ForAll long seed) {
    List<TariffMeasure> shuffled = new ArrayList<>(law);
    Collections.shuffle(shuffled, new Random(seed));
    assertEquals(book(law), book(shuffled));
    assertEquals(stack(book(law), day).adValoremRate(), stack(book(shuffled), day).adValoremRate());
  }

  @Property
  void adding_a_measure_and_removing_it_changes_nothing(
      @ForAll("laws") List<TariffMeasure> law, @ForAll("rates") Rate rate) {
    TariffBook book = book(law);
    TariffMeasure extra = TariffMeasure.adds("extra", "87", "JP", "Free").withRate(rate);
    assertEquals(book, book.with(extra).withoutMeasure("extra"));
    assertEquals(book, book.with(extra).without("extra"));
  }

  @Property
  void a_total_never_charges_less_than_the_base_nor_alone_more_than_the_greater(
      @ForAll("rates") Rate base, @ForAll("rates") Rate total, @ForAll("days") LocalDate day) {
    TariffBook book =
        TariffBook.us(
            TariffMeasure.base("*", "Free").withRate(base),
            TariffMeasure.topsUpTo("total", "*", "*", "Free").withRate(total));
    assertEquals(base.max(total), stack(book, day).adValoremRate().orElseThrow());
  }

  @Property
  void a_preference_never_raises_the_duty(
      @ForAll("laws") List<TariffMeasure> law,
      @ForAll("rates") Rate preferred,
      @ForAll("days") LocalDate day) {
    TariffBook book =
        book(law).with(TariffMeasure.preference("FTA", "87", "JP", "Free").withRate(preferred));
    Rate unclaimed = stack(book, day).adValoremRate().orElseThrow();
    Rate claimed =
        book.on(day)
            .stack(LINE, JAPAN, DeclaredFacts.claiming("FTA"))
            .adValoremRate()
            .orElseThrow();
    assertTrue(claimed.compareTo(unclaimed) <= 0, claimed + " > " + unclaimed);
  }

  @Property
  void a_law_is_charged_on_each_of_its_days_and_on_no_other(
      @ForAll("days") LocalDate from, @ForAll("days") LocalDate day) {
    TariffMeasure charge = TariffMeasure.adds("A", "*", "*", "10%").from(from.toString());
    TariffMeasure bounded = charge.through(from.plusDays(100).toString());
    boolean inside = !day.isBefore(from) && !day.isAfter(from.plusDays(100));
    TariffBook book = TariffBook.us(TariffMeasure.base("*", "Free"), bounded);
    assertEquals(
        inside ? Rate.percent(10) : Rate.ZERO, stack(book, day).adValoremRate().orElseThrow());
    TariffBook wider = TariffBook.us(TariffMeasure.base("*", "Free"), charge);
    if (inside) {
      assertEquals(stack(book, day).adValoremRate(), stack(wider, day).adValoremRate());
    }
  }

  @Property
  void what_is_published_later_does_not_change_what_was_known(
      @ForAll("laws") List<TariffMeasure> law,
      @ForAll("days") LocalDate day,
      @ForAll("days") LocalDate knownOn,
      @ForAll("rates") Rate rate) {
    TariffMeasure later =
        TariffMeasure.adds("later", "*", "*", "Free")
            .withRate(rate)
            .withKnownFrom(knownOn.plusDays(1), null);
    Optional<Rate> without =
        book(law).on(day).asKnownOn(knownOn).stack(LINE, JAPAN).adValoremRate();
    Optional<Rate> with =
        book(law).with(later).on(day).asKnownOn(knownOn).stack(LINE, JAPAN).adValoremRate();
    assertEquals(without, with);
  }

  @Property
  void a_programme_that_yields_shares_the_value_with_the_one_it_yields_to(
      @ForAll("shares") BigDecimal steel, @ForAll("rates") Rate metal, @ForAll("rates") Rate rest) {
    TariffBook book =
        TariffBook.us(
                TariffMeasure.base("*", "Free"),
                TariffMeasure.adds("metal", "*", "*", "Free")
                    .withRate(metal)
                    .withPortion(Portion.contentOf("steel")),
                TariffMeasure.adds("rest", "*", "*", "Free").withRate(rest))
            .withProgrammes(Programme.of("rest").withYieldTo("metal"));
    BigDecimal expected =
        metal
            .fraction()
            .multiply(steel)
            .add(rest.fraction().multiply(BigDecimal.ONE.subtract(steel)));
    assertEquals(
        Rate.fraction(expected),
        book.on("2025-01-01")
            .stack(LINE, JAPAN, DeclaredFacts.none().withContent("steel", steel))
            .adValoremRate()
            .orElseThrow());
  }

  @Provide
  Arbitrary<Long> valuesAtTheOverflowBoundary() {
    // 9.22e18 / (rate × 1e9) is where the long product ends; random amounts never go there
    return Arbitraries.oneOf(
        Arbitraries.longs().between(0, 1_000_000_000L),
        Arbitraries.longs().between(Long.MAX_VALUE / 4_000_000_000L, Long.MAX_VALUE / 100_000_000L),
        Arbitraries.of(
            Long.MAX_VALUE / 150_000_000L - 1,
            Long.MAX_VALUE / 150_000_000L,
            Long.MAX_VALUE / 150_000_000L + 1,
            99_999_999_999_999_999L,
            Long.MAX_VALUE / 2));
  }

  @Property(tries = 2000)
  void long_arithmetic_gives_the_digits_of_decimal_arithmetic_up_to_the_overflow_boundary(
      @ForAll("valuesAtTheOverflowBoundary") long minor, @ForAll("rates") Rate rate) {
    for (RoundingMode mode : List.of(RoundingMode.HALF_UP, RoundingMode.DOWN)) {
      for (RoundingPolicy.Level level : RoundingPolicy.Level.values()) {
        RoundingPolicy rounding = new RoundingPolicy(2, mode, level);
        AdValoremKernel kernel =
            AdValoremKernel.of(List.of(rate.fraction(), new BigDecimal("0.15")), rounding, 2);
        BigDecimal expected = kernel.payable(BigDecimal.valueOf(minor, 2));
        if (expected.movePointRight(2).compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) <= 0) {
          assertEquals(expected, BigDecimal.valueOf(kernel.payableMinor(minor), 2));
        }
      }
    }
  }

  @Property
  void the_fast_total_is_the_total_of_the_itemised_assessment(
      @ForAll("laws") List<TariffMeasure> law,
      @ForAll("days") LocalDate day,
      @ForAll("values") BigMoney value) {
    DutyStack stack = stack(book(law), day);
    long minor = value.getAmount().movePointRight(2).longValueExact();
    assertEquals(
        stack.assess(value).dutyOrThrow().getAmount(),
        BigDecimal.valueOf(stack.payableMinor(minor), 2));
  }

  @Property
  void an_average_of_duties_lies_between_them(
      @ForAll("rates") Rate base, @ForAll("rates") Rate total, @ForAll("shares") BigDecimal use) {
    TariffBook book =
        TariffBook.us(
            TariffMeasure.base("*", "Free").withRate(base),
            TariffMeasure.preference("FTA", "*", "JP", "Free"),
            TariffMeasure.topsUpTo("total", "*", "*", "Free").withRate(total));
    DutyMixture mixture =
        DutyMixture.of(
            book.on("2025-01-01"),
            LINE,
            BigMoney.of(CurrencyUnit.USD, new BigDecimal("1000000")),
            List.of(),
            List.of(
                new DutyMixture.Share(DeclaredOrigin.parse("JP claiming FTA"), use),
                new DutyMixture.Share(DeclaredOrigin.parse("JP"), BigDecimal.ONE.subtract(use))));
    Rate average = mixture.effectiveRate().orElseThrow();
    assertTrue(average.compareTo(total) >= 0);
    assertTrue(average.compareTo(base.max(total)) <= 0);
  }
}
