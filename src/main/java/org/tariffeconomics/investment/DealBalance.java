package org.tariffeconomics.investment;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.joda.money.BigMoney;
import org.tariffeconomics.basics.Require;
import org.tariffeconomics.report.Cell;
import org.tariffeconomics.report.Table;

/**
 * Tariff relief held against what keeping the pledge would cost, both as present values.
 *
 * <p>The headline is shown beside the two and never netted: it is not cash. The balance is the
 * difference of two estimates, and each line of {@link #table()} says what kind of money it is.
 *
 * @param deal whose deal it is
 * @param relief the duty saved, static; it grows with the outlook
 * @param cost what keeping the pledge would cost, in the currency of the relief
 * @param outlook discount rate, growth of relief and years of relief
 * @since 0.1.0
 */
public record DealBalance(String deal, TariffRelief relief, PledgeCost cost, Outlook outlook) {

  /**
   * Creates a balance.
   *
   * @param deal whose deal it is
   * @param relief the duty saved, static; it grows with the outlook
   * @param cost what keeping the pledge would cost, in the currency of the relief
   * @param outlook discount rate, growth of relief and years of relief
   * @throws IllegalArgumentException when the currencies differ
   */
  public DealBalance {
    Objects.requireNonNull(deal, "deal");
    Objects.requireNonNull(relief, "relief");
    Objects.requireNonNull(cost, "cost");
    Objects.requireNonNull(outlook, "outlook");
    Require.currency("the pledge of " + deal, cost.headline(), relief.currency());
  }

  /**
   * The duty saved in the first year, static.
   *
   * @return the relief of year 1
   */
  public BigMoney reliefFirstYear() {
    return relief.perYear();
  }

  /**
   * What the relief of all years is worth now.
   *
   * @return the present value
   */
  public BigMoney pvRelief() {
    return relief.presentValue(outlook);
  }

  /**
   * What the relief is worth now when the deal may snap back: relief of a year counts with the
   * chance that the rate has not snapped back by then, and none after.
   *
   * @param risk the chances, one period for each year of the outlook; its rates are not used
   * @return Σ relief_k × (1 − chance snapped by k) / (1 + d)^k
   * @throws IllegalArgumentException when the periods are not the years of the outlook
   */
  public BigMoney pvRelief(SnapBack risk) {
    Objects.requireNonNull(risk, "risk");
    if (risk.probabilities().size() != outlook.years()) {
      throw new IllegalArgumentException(
          "risk must have a period for each of the "
              + outlook.years()
              + " years, but had "
              + risk.probabilities().size());
    }
    BigDecimal step =
        outlook.growth().power().divide(outlook.discount().power(), MoneyMath.PRECISION);
    BigDecimal weight = BigDecimal.ONE.divide(outlook.discount().power(), MoneyMath.PRECISION);
    BigDecimal factor = BigDecimal.ZERO;
    for (BigDecimal snapped : risk.snappedBy()) {
      BigDecimal holds = BigDecimal.ONE.subtract(snapped);
      factor = factor.add(weight.multiply(holds, MoneyMath.PRECISION));
      weight = weight.multiply(step, MoneyMath.PRECISION);
    }
    return MoneyMath.times(reliefFirstYear(), factor);
  }

  /**
   * What the cost is worth now; costs in years beyond the outlook count as well.
   *
   * @return the present value, negative where the investor gains by the pledge itself
   */
  public BigMoney pvCost() {
    return cost.presentValue(outlook.discount());
  }

  /**
   * Relief less cost, both present values: a difference of two estimates.
   *
   * @return the balance, positive where relief is worth more
   */
  public BigMoney balance() {
    return pvRelief().minus(pvCost());
  }

  /**
   * The shortfall of return at which the cost would eat up the relief: PV relief / (headline × a(d,
   * n)).
   *
   * @return the shortfall a year as a fraction; empty for a headline of zero
   */
  public Optional<BigDecimal> breakEvenShortfall() {
    return cost.headline().isZero()
        ? Optional.empty()
        : Optional.of(
            MoneyMath.ratio(pvRelief(), MoneyMath.times(cost.headline(), outlook.annuityFactor())));
  }

  /**
   * The share of the headline that, given away now, would cost as much: PV cost / headline.
   *
   * @return the share as a fraction; empty for a headline of zero
   */
  public Optional<BigDecimal> upfrontGrantShare() {
    return cost.headline().isZero()
        ? Optional.empty()
        : Optional.of(MoneyMath.ratio(pvCost(), cost.headline()));
  }

  /**
   * The cut of the rate on the covered imports whose relief would be worth as much as the pledge
   * costs: average cut × PV cost / PV relief.
   *
   * @return the cut as a fraction; empty where no imports are covered
   */
  public Optional<BigDecimal> cutWorthTheCost() {
    BigMoney pvImports = outlook.presentValue(relief.coveredImports());
    return pvImports.isZero()
        ? Optional.empty()
        : Optional.of(MoneyMath.ratio(pvCost(), pvImports));
  }

  /**
   * {@return the first year by whose end relief, added up in present value, has reached the cost
   * added up, 1 for the first, but for the rounding of 34 digits (1e-25 of what has moved); empty
   * where it is not reached within the outlook}
   */
  public OptionalInt horizon() {
    BigDecimal discount = outlook.discount().power();
    BigDecimal growing = reliefFirstYear().getAmount();
    BigDecimal balance = costIn(0).negate();
    BigDecimal turnover = costIn(0).abs();
    for (int year = 1; year <= outlook.years(); year++) {
      BigDecimal gain = growing.subtract(costIn(year));
      balance = balance.multiply(discount, MoneyMath.PRECISION).add(gain, MoneyMath.PRECISION);
      BigDecimal moved = growing.abs().add(costIn(year).abs());
      turnover = turnover.multiply(discount, MoneyMath.PRECISION).add(moved, MoneyMath.PRECISION);
      if (MoneyMath.hasReachedZero(balance, turnover)) {
        return OptionalInt.of(year);
      }
      growing = growing.multiply(outlook.growth().power(), MoneyMath.PRECISION);
    }
    return OptionalInt.empty();
  }

  private BigDecimal costIn(int year) {
    List<BigDecimal> costs = cost.flows().amounts();
    return year < costs.size() ? costs.get(year) : BigDecimal.ZERO;
  }

  /**
   * The pledge set against relief alone; GDP and exports are added with its {@code with…} methods.
   *
   * @return the yardsticks
   */
  public PledgeBenchmark benchmark() {
    return PledgeBenchmark.of(deal, cost.headline()).withRelief(relief);
  }

  /** {@return every figure with its unit and the kind of money it is} */
  public Table table() {
    MoneyScale scale = MoneyScale.of(MoneyMath.max(cost.headline(), pvRelief()));
    String unit = scale.unit(cost.headline());
    List<List<Cell>> rows = new ArrayList<>();
    rows.add(row("headline", scale.cell(cost.headline()), unit, MoneyKind.HEADLINE_PLEDGE));
    rows.add(row("relief, year 1", scale.cell(reliefFirstYear()), unit, MoneyKind.RELIEF_ESTIMATE));
    rows.add(row("relief, PV", scale.cell(pvRelief()), unit, MoneyKind.RELIEF_ESTIMATE));
    rows.add(row("cost of keeping it, PV", scale.cell(pvCost()), unit, MoneyKind.CONTINGENT_COST));
    rows.add(
        row("relief less cost", scale.cell(balance()), unit, MoneyKind.DIFFERENCE_OF_ESTIMATES));
    rows.add(ratio("break-even shortfall a year", breakEvenShortfall(), "no headline"));
    rows.add(ratio("cost as an upfront grant", upfrontGrantShare(), "no headline"));
    rows.add(ratio("cut worth the cost", cutWorthTheCost(), "no imports covered"));
    rows.add(row("first year relief covers cost", horizonCell(), "year", MoneyKind.RATIO));
    return Table.of(
            "Relief against the cost of the pledge: " + deal,
            List.of("figure", "value", "unit", "kind"),
            rows)
        .withCaption(
            List.of(
                outlook.toString(),
                cost.basis(),
                "The headline is a pledge, not cash: not netted"));
  }

  private Cell horizonCell() {
    return horizon().isPresent()
        ? Cell.number(BigDecimal.valueOf(horizon().getAsInt()), 0, "year")
        : Cell.text("none").withNote("not within " + outlook.years() + " years");
  }

  private static List<Cell> ratio(String label, Optional<BigDecimal> value, String reason) {
    Cell cell = value.map(v -> Cell.percent(v, 2)).orElseGet(() -> Cell.unknown(reason));
    return row(label, cell, "", MoneyKind.RATIO);
  }

  private static List<Cell> row(String label, Cell value, String unit, MoneyKind kind) {
    return List.of(Cell.text(label), value, Cell.text(unit), Cell.text(kind.toString()));
  }

  /**
   * Several deals side by side, one row each.
   *
   * @param balances the deals, at least one
   * @return the table, amounts in one scale, kinds of money named in the caption
   * @throws IllegalArgumentException when there is none or the currencies differ
   */
  public static Table compare(List<DealBalance> balances) {
    Objects.requireNonNull(balances, "balances");
    if (balances.isEmpty()) {
      throw new IllegalArgumentException(
          "A comparison needs at least one deal, but there was none");
    }
    BigMoney largest = balances.get(0).cost().headline();
    for (DealBalance each : balances) {
      Require.currency(each.deal(), each.cost().headline(), largest.getCurrencyUnit());
      largest = MoneyMath.max(largest, each.cost().headline());
    }
    MoneyScale scale = MoneyScale.of(largest);
    return Table.of(
            "Relief against the cost of pledges, " + scale.unit(largest),
            List.of(
                "deal",
                "headline",
                "relief a year",
                "relief PV",
                "cost PV",
                "difference",
                "break-even",
                "horizon"),
            balances.stream().map(each -> each.comparisonRow(scale)).toList())
        .withCaption(
            List.of(
                "headline: pledge, not cash; relief, cost, difference: estimates; break-even:"
                    + " shortfall of return a year"));
  }

  private List<Cell> comparisonRow(MoneyScale scale) {
    return List.of(
        Cell.text(deal),
        scale.cell(cost.headline()),
        scale.cell(reliefFirstYear()),
        scale.cell(pvRelief()),
        scale.cell(pvCost()),
        scale.cell(balance()),
        breakEvenShortfall()
            .map(v -> Cell.percent(v, 2))
            .orElseGet(() -> Cell.unknown("no headline")),
        horizonCell());
  }

  /** The present values of relief and cost, named as estimates. */
  @Override
  public String toString() {
    return deal
        + ": relief PV "
        + MoneyScale.show(pvRelief())
        + " against cost PV "
        + MoneyScale.show(pvCost())
        + " (estimates)";
  }
}
