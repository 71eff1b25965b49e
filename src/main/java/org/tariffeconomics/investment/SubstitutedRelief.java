package org.tariffeconomics.investment;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.joda.money.BigMoney;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.report.Cell;
import org.tariffeconomics.report.Table;

/**
 * Tariff relief when imports respond to the duty-paid price with a constant elasticity e and the
 * price before duty stays: M(t) = M_obs ((1 + t) / (1 + t_obs))^(−e).
 *
 * <p>The relief is the area under import demand between the two rates, ∫ M(t) dt from after to
 * before: what buyers gain by the lower duty-paid price. It lies between the saving on the trade of
 * the old rate and that on the trade of the new one, and equals the static figure where e is zero.
 * It is not the change in duty paid, which can even rise; both are given. All figures are
 * estimates.
 *
 * @since 0.1.0
 */
public final class SubstitutedRelief {

  private final double elasticity;
  private final List<Row> rows;

  SubstitutedRelief(double elasticity, List<Row> rows) {
    rows = List.copyOf(rows);

    this.elasticity = elasticity;
    this.rows = rows;
  }

  /** {@return e, not negative} */
  public double elasticity() {
    return elasticity;
  }

  /** {@return one row per sector} */
  public List<Row> rows() {
    return rows;
  }

  /** One sector. */
  public static final class Row {

    private final ReliefLine line;
    private final BigMoney importsBefore;
    private final BigMoney importsAfter;
    private final BigMoney relief;

    private Row(ReliefLine line, BigMoney importsBefore, BigMoney importsAfter, BigMoney relief) {
      this.line = line;
      this.importsBefore = importsBefore;
      this.importsAfter = importsAfter;
      this.relief = relief;
    }

    /** {@return the sector and its rates} */
    public ReliefLine line() {
      return line;
    }

    /** {@return covered imports a year at the rate before} */
    public BigMoney importsBefore() {
      return importsBefore;
    }

    /** {@return covered imports a year at the rate after} */
    public BigMoney importsAfter() {
      return importsAfter;
    }

    /** {@return the area under import demand between the rates, a year} */
    public BigMoney relief() {
      return relief;
    }

    static Row of(ReliefLine line, double elasticity) {
      double observed = logPower(line.observedAt());
      double before = logPower(line.before()) - observed;
      double after = logPower(line.after()) - observed;
      return new Row(
          line,
          scaled(line, elasticity, Math.exp(-elasticity * before)),
          scaled(line, elasticity, Math.exp(-elasticity * after)),
          scaled(line, elasticity, Math.exp(observed) * area(before, after, 1 - elasticity)));
    }

    /** The integral of e^(exponent × x) from after to before; exponent near 0 loses no digits. */
    private static double area(double before, double after, double exponent) {
      double width = exponent * (before - after);
      double mean = Math.abs(width) < 1e-12 ? 1 + width / 2 : Math.expm1(width) / width;
      return Math.exp(exponent * after) * mean * (before - after);
    }

    private static double logPower(Rate rate) {
      return Math.log1p(rate.fraction().doubleValue());
    }

    private static BigMoney scaled(ReliefLine line, double elasticity, double factor) {
      String arguments = "elasticity " + elasticity + " in " + line.sector();
      return MoneyMath.times(line.coveredImports(), MoneyMath.exact(factor, arguments));
    }

    /**
     * Duty a year at the rate before.
     *
     * @return imports before × rate before
     */
    public BigMoney dutyBefore() {
      return MoneyMath.times(importsBefore, line.before().fraction());
    }

    /**
     * Duty a year at the rate after.
     *
     * @return imports after × rate after
     */
    public BigMoney dutyAfter() {
      return MoneyMath.times(importsAfter, line.after().fraction());
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Row that
          && line.equals(that.line)
          && importsBefore.equals(that.importsBefore)
          && importsAfter.equals(that.importsAfter)
          && relief.equals(that.relief);
    }

    @Override
    public int hashCode() {
      return Objects.hash(line, importsBefore, importsAfter, relief);
    }

    /** Sector and relief. */
    @Override
    public String toString() {
      return line.sector() + " " + MoneyScale.show(relief) + " a year";
    }
  }

  /** {@return the relief a year over all sectors} */
  public BigMoney perYear() {
    return sum(Row::relief);
  }

  /** {@return duty that would be paid a year at the rates before} */
  public BigMoney dutyBefore() {
    return sum(Row::dutyBefore);
  }

  /** {@return duty that would be paid a year at the rates after} */
  public BigMoney dutyAfter() {
    return sum(Row::dutyAfter);
  }

  private BigMoney sum(Function<Row, BigMoney> part) {
    return MoneyMath.sum(
        rows.get(0).line().imports().getCurrencyUnit(), rows.stream().map(part).toList());
  }

  /**
   * What the relief is worth now.
   *
   * @param outlook discount rate, growth and years
   * @return the present value
   */
  public BigMoney presentValue(Outlook outlook) {
    Objects.requireNonNull(outlook, "outlook");
    return outlook.presentValue(perYear());
  }

  /**
   * The sectors with a total row.
   *
   * @return the table, amounts in one scale
   */
  public Table table() {
    MoneyScale scale =
        MoneyScale.of(MoneyMath.max(sum(Row::importsBefore), sum(Row::importsAfter)));
    List<List<Cell>> cells = new ArrayList<>();
    for (Row row : rows) {
      cells.add(cells(scale, row.line().sector(), part -> part.apply(row)));
    }
    cells.add(cells(scale, "Total", this::sum));
    return Table.of(
            "Relief a year after substitution, " + scale.unit(perYear()) + ", relief positive",
            List.of(
                "sector",
                "imports before",
                "imports after",
                "duty before",
                "duty after",
                "static",
                "relief"),
            cells)
        .withCaption(
            List.of(
                MoneyKind.RELIEF_ESTIMATE
                    + ": import demand elasticity "
                    + BigDecimal.valueOf(elasticity).negate().toPlainString()
                    + ", prices before duty unchanged"));
  }

  /** One line of the table: what each part of a row comes to. */
  private static List<Cell> cells(
      MoneyScale scale, String name, Function<Function<Row, BigMoney>, BigMoney> amount) {
    return List.of(
        Cell.text(name),
        scale.cell(amount.apply(Row::importsBefore)),
        scale.cell(amount.apply(Row::importsAfter)),
        scale.cell(amount.apply(Row::dutyBefore)),
        scale.cell(amount.apply(Row::dutyAfter)),
        scale.cell(amount.apply(row -> row.line().staticRelief())),
        scale.cell(amount.apply(Row::relief)));
  }

  /** The relief a year and the elasticity. */
  @Override
  public String toString() {
    return "relief " + MoneyScale.show(perYear()) + " a year at elasticity " + elasticity;
  }

  /** Two are equal when their contents are. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SubstitutedRelief that
        && Double.compare(elasticity, that.elasticity) == 0
        && rows.equals(that.rows);
  }

  @Override
  public int hashCode() {
    return Objects.hash(elasticity, rows);
  }
}
