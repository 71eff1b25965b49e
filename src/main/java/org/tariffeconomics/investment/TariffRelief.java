package org.tariffeconomics.investment;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.tariffeconomics.basics.Require;
import org.tariffeconomics.report.Cell;
import org.tariffeconomics.report.Table;

/**
 * The duty that a deal saves on a partner's goods, by sector: a static estimate, before anybody
 * reacts, and one after buyers have substituted.
 *
 * @param lines the sectors, at least one, all in one currency
 * @since 0.1.0
 */
public record TariffRelief(List<ReliefLine> lines) {

  /**
   * Creates an estimate.
   *
   * @param lines the sectors, at least one, all in one currency
   * @throws IllegalArgumentException when there is no line or the currencies differ
   */
  public TariffRelief {
    Objects.requireNonNull(lines, "lines");
    lines = List.copyOf(lines);
    if (lines.isEmpty()) {
      throw new IllegalArgumentException(
          "Tariff relief needs at least one line, but there was none");
    }
    CurrencyUnit currency = lines.get(0).imports().getCurrencyUnit();
    lines.forEach(line -> Require.currency(line.sector(), line.imports(), currency));
  }

  /**
   * The relief on these sectors.
   *
   * @param lines the sectors, at least one
   * @return the estimate
   */
  public static TariffRelief of(ReliefLine... lines) {
    Objects.requireNonNull(lines, "lines");
    return new TariffRelief(Arrays.asList(lines));
  }

  /**
   * The duty saved a year when trade stays as it is: Σ covered imports × (before − after), exact.
   *
   * @return the saving, negative where rates rise
   */
  public BigMoney perYear() {
    return sum(ReliefLine::staticRelief);
  }

  /**
   * All imports that a change reaches.
   *
   * @return the sum a year
   */
  public BigMoney coveredImports() {
    return sum(ReliefLine::coveredImports);
  }

  private BigMoney sum(Function<ReliefLine, BigMoney> part) {
    return MoneyMath.sum(currency(), lines.stream().map(part).toList());
  }

  CurrencyUnit currency() {
    return lines.get(0).imports().getCurrencyUnit();
  }

  /**
   * {@return the average cut, weighted by covered imports: before − after as a fraction, 0.109 for
   * 10.9 percentage points; empty where no imports are covered}
   */
  public Optional<BigDecimal> averageCut() {
    return coveredImports().isZero()
        ? Optional.empty()
        : Optional.of(MoneyMath.ratio(perYear(), coveredImports()));
  }

  /**
   * What the static relief is worth now.
   *
   * @param outlook discount rate, growth and years
   * @return the present value
   */
  public BigMoney presentValue(Outlook outlook) {
    Objects.requireNonNull(outlook, "outlook");
    return outlook.presentValue(perYear());
  }

  /**
   * The relief when imports respond to the duty-paid price.
   *
   * @param elasticity minus the elasticity of import demand to the duty-paid price, not negative: 2
   *     means that imports fall by 2 % when the price rises by 1 %
   * @return the estimate by sector
   * @throws IllegalArgumentException when the elasticity is negative, not finite, or too large for
   *     a finite result
   */
  public SubstitutedRelief afterSubstitution(double elasticity) {
    if (!(elasticity >= 0) || Double.isInfinite(elasticity)) {
      throw new IllegalArgumentException(
          "elasticity must be a number not below 0, but was " + elasticity);
    }
    return new SubstitutedRelief(
        elasticity, lines.stream().map(l -> SubstitutedRelief.Row.of(l, elasticity)).toList());
  }

  /**
   * The sectors with a total row.
   *
   * @return the table, amounts in one scale
   */
  public Table table() {
    MoneyScale scale = MoneyScale.of(coveredImports());
    List<List<Cell>> rows = new ArrayList<>();
    for (ReliefLine line : lines) {
      rows.add(
          List.of(
              Cell.text(line.sector()),
              scale.cell(line.coveredImports()),
              Cell.percent(line.before().fraction(), 1),
              Cell.percent(line.after().fraction(), 1),
              Cell.points(line.change().points(), 1),
              scale.cell(line.staticRelief())));
    }
    rows.add(
        List.of(
            Cell.text("Total"),
            scale.cell(coveredImports()),
            Cell.blank(),
            Cell.blank(),
            averageCut().map(c -> Cell.points(c.negate(), 1)).orElse(Cell.unknown("no imports")),
            scale.cell(perYear())));
    return Table.of(
            "Duty saved a year, " + scale.unit(perYear()) + ", relief positive",
            List.of("sector", "imports", "before", "after", "change", "relief"),
            rows)
        .withCaption(List.of(MoneyKind.RELIEF_ESTIMATE + ": static, before any reaction of trade"));
  }

  /** The static relief a year and the imports it is on. */
  @Override
  public String toString() {
    return "relief "
        + MoneyScale.show(perYear())
        + " a year on "
        + MoneyScale.show(coveredImports())
        + " (static)";
  }
}
