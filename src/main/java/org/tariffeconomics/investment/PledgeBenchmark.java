package org.tariffeconomics.investment;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.joda.money.BigMoney;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.PlainNumber;
import org.tariffeconomics.basics.Require;
import org.tariffeconomics.report.Cell;
import org.tariffeconomics.report.Table;

/**
 * A headline pledge against the yardsticks by which pledges of unlike economies are compared: GDP,
 * exports, and the tariff relief it came with. What is not known stays unknown.
 *
 * @since 0.1.0
 */
public final class PledgeBenchmark {

  private final String deal;
  private final BigMoney headline;
  private final @Nullable BigMoney gdp;
  private final @Nullable BigMoney exports;
  private final @Nullable TariffRelief relief;

  private PledgeBenchmark(
      String deal,
      BigMoney headline,
      @Nullable BigMoney gdp,
      @Nullable BigMoney exports,
      @Nullable TariffRelief relief) {
    Require.notNegative("headline of " + deal, headline);
    if (gdp != null) {
      Require.positive("gdp of " + deal, gdp);
      Require.currency("gdp of " + deal, gdp, headline.getCurrencyUnit());
    }
    if (exports != null) {
      Require.positive("exports of " + deal, exports);
      Require.currency("exports of " + deal, exports, headline.getCurrencyUnit());
    }
    if (relief != null) {
      Require.currency("headline of " + deal, headline, relief.currency());
    }

    this.deal = deal;
    this.headline = PlainNumber.plain(headline);
    this.gdp = gdp == null ? null : PlainNumber.plain(gdp);
    this.exports = exports == null ? null : PlainNumber.plain(exports);
    this.relief = relief;
  }

  /** {@return whose pledge it is} */
  public String deal() {
    return deal;
  }

  /** {@return the amount pledged, not negative} */
  public BigMoney headline() {
    return headline;
  }

  /** {@return the investor's GDP a year, positive; empty where unknown} */
  public Optional<BigMoney> gdp() {
    return Optional.ofNullable(gdp);
  }

  /** {@return the investor's exports a year to the host, positive; empty where unknown} */
  public Optional<BigMoney> exports() {
    return Optional.ofNullable(exports);
  }

  /** {@return the tariff relief; empty where unknown} */
  public Optional<TariffRelief> relief() {
    return Optional.ofNullable(relief);
  }

  /**
   * A headline with no yardstick yet.
   *
   * @param deal whose pledge it is
   * @param headline the amount pledged, not negative
   * @return the benchmark
   */
  public static PledgeBenchmark of(String deal, BigMoney headline) {
    Objects.requireNonNull(deal, "deal");
    Objects.requireNonNull(headline, "headline");
    return new PledgeBenchmark(deal, headline, null, null, null);
  }

  /**
   * The same pledge with the investor's GDP.
   *
   * @param amount GDP a year, positive
   * @return a new benchmark
   */
  public PledgeBenchmark withGdp(BigMoney amount) {
    Objects.requireNonNull(amount, "amount");
    return new PledgeBenchmark(deal, headline, amount, exports, relief);
  }

  /**
   * The same pledge with the investor's exports to the host.
   *
   * @param amount exports a year, positive
   * @return a new benchmark
   */
  public PledgeBenchmark withExports(BigMoney amount) {
    Objects.requireNonNull(amount, "amount");
    return new PledgeBenchmark(deal, headline, gdp, amount, relief);
  }

  /**
   * The same pledge with the relief it came with.
   *
   * @param estimate the tariff relief
   * @return a new benchmark
   */
  public PledgeBenchmark withRelief(TariffRelief estimate) {
    Objects.requireNonNull(estimate, "estimate");
    return new PledgeBenchmark(deal, headline, gdp, exports, estimate);
  }

  /** {@return the headline over GDP: a fraction, 0.137 for 13.7 %; empty where GDP is unknown} */
  public Optional<BigDecimal> shareOfGdp() {
    return Optional.ofNullable(gdp).map(g -> MoneyMath.ratio(headline, g));
  }

  /**
   * {@return the headline over a year's exports to the host: years of exports; empty where exports
   * are unknown}
   */
  public Optional<BigDecimal> yearsOfExports() {
    return Optional.ofNullable(exports).map(e -> MoneyMath.ratio(headline, e));
  }

  /**
   * {@return the headline over a year's static relief: years of relief; empty where relief is
   * unknown, or is nil or negative, when no number of years would do}
   */
  public Optional<BigDecimal> yearsOfRelief() {
    return Optional.ofNullable(relief)
        .map(TariffRelief::perYear)
        .filter(BigMoney::isPositive)
        .map(perYear -> MoneyMath.ratio(headline, perYear));
  }

  /**
   * {@return the headline per percentage point of the average cut: money per point; empty where
   * relief is unknown or there is no cut}
   */
  public Optional<BigMoney> perPoint() {
    return Optional.ofNullable(relief)
        .flatMap(TariffRelief::averageCut)
        .filter(cut -> cut.signum() > 0)
        .map(cut -> MoneyMath.dividedBy(headline, cut.movePointRight(2)));
  }

  /**
   * The pledge another economy would have to make at this one's price for each point of relief.
   *
   * @param cut the other's average cut as a fraction, not negative: 0.10 for 10 points
   * @return money; empty where this pledge has no price per point
   * @throws IllegalArgumentException when the cut is negative
   */
  public Optional<BigMoney> atThisPrice(BigDecimal cut) {
    Objects.requireNonNull(cut, "cut");
    if (cut.signum() < 0) {
      throw new IllegalArgumentException("cut must not be negative, but was " + cut);
    }
    return perPoint().map(price -> MoneyMath.times(price, cut.movePointRight(2)));
  }

  /** {@return this pledge alone, as {@link #compare} shows it} */
  public Table table() {
    return compare(List.of(this));
  }

  /**
   * Several pledges side by side, one row each; a yardstick that is not known says so.
   *
   * @param pledges the pledges, at least one, all in one currency
   * @return the table, amounts in one scale
   * @throws IllegalArgumentException when there is none or the currencies differ
   */
  public static Table compare(List<PledgeBenchmark> pledges) {
    Objects.requireNonNull(pledges, "pledges");
    if (pledges.isEmpty()) {
      throw new IllegalArgumentException("A comparison needs at least one pledge, but had none");
    }
    BigMoney largest = pledges.get(0).headline();
    for (PledgeBenchmark each : pledges) {
      Require.currency(each.deal(), each.headline(), largest.getCurrencyUnit());
      largest = MoneyMath.max(largest, each.headline());
    }
    MoneyScale scale = MoneyScale.of(largest);
    List<List<Cell>> rows = new ArrayList<>();
    pledges.forEach(each -> rows.add(each.row(scale)));
    return Table.of(
            "Headline pledges against yardsticks, " + scale.unit(largest),
            List.of(
                "deal", "headline", "of GDP", "years of exports", "years of relief", "per point"),
            rows)
        .withCaption(
            List.of(
                "headline: pledge, not cash; relief: static estimate; per point: headline a"
                    + " percentage point of the average cut"));
  }

  private List<Cell> row(MoneyScale scale) {
    return List.of(
        Cell.text(deal),
        scale.cell(headline),
        cell(shareOfGdp(), share -> Cell.percent(share, 1), "GDP not given"),
        cell(yearsOfExports(), years -> Cell.number(years, 1, "years"), "exports not given"),
        cell(yearsOfRelief(), years -> Cell.number(years, 1, "years"), noRelief()),
        cell(perPoint(), scale::cell, noRelief()));
  }

  private String noRelief() {
    return relief == null ? "relief not given" : "no relief";
  }

  private static <T> Cell cell(Optional<T> value, Function<T, Cell> shown, String reason) {
    return value.map(shown).orElseGet(() -> Cell.unknown(reason));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof PledgeBenchmark that
        && deal.equals(that.deal)
        && headline.equals(that.headline)
        && Objects.equals(gdp, that.gdp)
        && Objects.equals(exports, that.exports)
        && Objects.equals(relief, that.relief);
  }

  @Override
  public int hashCode() {
    return Objects.hash(deal, headline, gdp, exports, relief);
  }

  /** The headline and its share of GDP. */
  @Override
  public String toString() {
    String ofGdp =
        shareOfGdp().map(s -> ", " + Cell.percent(s, 1) + " of GDP").orElse(", GDP unknown");
    return deal + " " + MoneyScale.show(headline) + " pledged" + ofGdp;
  }
}
