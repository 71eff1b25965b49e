package org.tariffeconomics.tariff;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.tariffeconomics.basics.Rate;

/** Generators of tariff law and values. */
final class TariffArbitraries {

  static final LocalDate FIRST = LocalDate.parse("2025-01-01");

  private TariffArbitraries() {}

  static Arbitrary<Rate> rates() {
    return Arbitraries.bigDecimals()
        .between(BigDecimal.ZERO, new BigDecimal("2"))
        .ofScale(4)
        .map(Rate::fraction);
  }

  static Arbitrary<BigMoney> values() {
    return Arbitraries.bigDecimals()
        .between(BigDecimal.ZERO, new BigDecimal("10000000"))
        .ofScale(2)
        .map(v -> BigMoney.of(CurrencyUnit.USD, v));
  }

  static Arbitrary<LocalDate> days() {
    return Arbitraries.integers().between(0, 700).map(FIRST::plusDays);
  }

  static Arbitrary<BigDecimal> shares() {
    return Arbitraries.bigDecimals().between(BigDecimal.ZERO, BigDecimal.ONE).ofScale(3);
  }

  /** A charge of its own programme: adding or topping up, dated, maybe published late. */
  static Arbitrary<TariffMeasure> charges(String programme, Rule... rules) {
    return Combinators.combine(
            rates(),
            Arbitraries.of(rules),
            days(),
            Arbitraries.integers().between(0, 400),
            Arbitraries.integers().between(-30, 60),
            Arbitraries.of("*", "JP", "EU", "* except CN"))
        .as(
            (rate, rule, from, length, publishedAfter, origins) ->
                TariffMeasure.of(programme, rule, "*", origins, "Free")
                    .withRate(rate)
                    .from(from.toString())
                    .until(from.plusDays(length).toString())
                    .withKnownFrom(from.plusDays(publishedAfter), null));
  }

  /**
   * Charges of several programmes, one of them maybe an all-inclusive total: two totals of which
   * neither yields would each count the same base duty in.
   */
  static Arbitrary<List<TariffMeasure>> laws() {
    return Combinators.combine(
            charges("A", Rule.ADDS, Rule.TOPS_UP_TO, Rule.TOPS_UP_ORDINARY_TO),
            charges("B", Rule.ADDS),
            charges("C", Rule.ADDS),
            charges("D", Rule.ADDS),
            rates())
        .as(
            (a, b, c, d, base) ->
                new ArrayList<>(
                    List.of(TariffMeasure.base("*", "Free").withRate(base), a, b, c, d)));
  }
}
