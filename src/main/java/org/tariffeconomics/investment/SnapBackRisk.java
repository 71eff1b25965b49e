package org.tariffeconomics.investment;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.PlainNumber;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.basics.Require;
import org.tariffeconomics.report.Cell;
import org.tariffeconomics.report.Table;

/**
 * The extra duty that a {@link SnapBack} may bring on given imports: expected, and at risk.
 *
 * <p>The value at risk is a quantile: the smallest extra duty that is not exceeded with a
 * probability of at least the level. In one period the extra duty is nil or full; over all periods
 * it depends on when the rate snaps back. Where the snapped rate is the lower, extra duty is
 * negative.
 *
 * @since 0.1.0
 */
public final class SnapBackRisk {

  private final SnapBack snapBack;
  private final List<BigMoney> imports;
  private final BigDecimal level;

  SnapBackRisk(SnapBack snapBack, List<BigMoney> imports, BigDecimal level) {
    imports = List.copyOf(imports);
    if (imports.size() != snapBack.probabilities().size()) {
      throw new IllegalArgumentException(
          "imports must have one amount for each of the "
              + snapBack.probabilities().size()
              + " periods, but had "
              + imports.size());
    }
    CurrencyUnit currency = imports.get(0).getCurrencyUnit();
    for (BigMoney amount : imports) {
      Require.currency("imports", Require.notNegative("imports", amount), currency);
    }
    if (level.signum() <= 0 || level.compareTo(BigDecimal.ONE) >= 0) {
      throw new IllegalArgumentException("level must be in (0, 1), but was " + level);
    }

    this.snapBack = snapBack;
    this.imports = imports.stream().map(PlainNumber::plain).toList();
    this.level = PlainNumber.plain(level);
  }

  /** {@return the rates and chances} */
  public SnapBack snapBack() {
    return snapBack;
  }

  /** {@return the imports of each period, none negative} */
  public List<BigMoney> imports() {
    return imports;
  }

  /** {@return the level of the value at risk, in (0, 1)} */
  public BigDecimal level() {
    return level;
  }

  /** {@return the duty of each period while the deal holds: imports × agreed rate} */
  public List<BigMoney> agreedDuty() {
    return imports.stream().map(m -> MoneyMath.times(m, snapBack.agreed().fraction())).toList();
  }

  /** {@return the chance-weighted duty of each period: imports × expected rate} */
  public List<BigMoney> expectedDuty() {
    List<Rate> path = snapBack.expectedPath();
    return IntStream.range(0, imports.size())
        .mapToObj(k -> MoneyMath.times(imports.get(k), path.get(k).fraction()))
        .toList();
  }

  /**
   * {@return the chance-weighted extra duty over all periods, undiscounted: expected duty − agreed
   * duty}
   */
  public BigMoney expectedExtra() {
    return sum(expectedDuty()).minus(sum(agreedDuty()));
  }

  /** The extra duty of each period if the rate has snapped back. */
  private List<BigMoney> fullExtra() {
    BigDecimal points = snapBack.agreed().to(snapBack.snapped()).points();
    return imports.stream().map(m -> MoneyMath.times(m, points)).toList();
  }

  private BigMoney sum(List<BigMoney> amounts) {
    return MoneyMath.sum(imports.get(0).getCurrencyUnit(), amounts);
  }

  /**
   * The value at risk of each period by itself.
   *
   * @return the extra duty at the level, one amount a period
   */
  public List<BigMoney> valueAtRisk() {
    List<BigMoney> extra = fullExtra();
    List<BigDecimal> chances = snapBack.snappedBy();
    return IntStream.range(0, extra.size())
        .mapToObj(k -> quantile(List.of(new Loss(extra.get(k), chances.get(k)))))
        .toList();
  }

  /**
   * The value at risk of all periods together, undiscounted.
   *
   * @return the extra duty at the level; not the sum of {@link #valueAtRisk()}
   */
  public BigMoney totalAtRisk() {
    List<Loss> losses = new ArrayList<>();
    BigMoney fromHere = BigMoney.zero(imports.get(0).getCurrencyUnit());
    for (int k = imports.size() - 1; k >= 0; k--) {
      fromHere = fromHere.plus(fullExtra().get(k));
      losses.add(new Loss(fromHere, snapBack.probabilities().get(k)));
    }
    return quantile(losses);
  }

  private record Loss(BigMoney extra, BigDecimal probability) {}

  /** The losses and, for the rest of the probability, none. */
  private BigMoney quantile(List<Loss> losses) {
    BigDecimal rest =
        losses.stream().map(Loss::probability).reduce(BigDecimal.ONE, BigDecimal::subtract);
    List<Loss> all = new ArrayList<>(losses);
    all.add(new Loss(BigMoney.zero(imports.get(0).getCurrencyUnit()), rest));
    all.sort((a, b) -> a.extra().compareTo(b.extra()));
    BigDecimal reached = BigDecimal.ZERO;
    for (Loss loss : all) {
      reached = reached.add(loss.probability());
      if (reached.compareTo(level) >= 0) {
        return loss.extra();
      }
    }
    return all.get(all.size() - 1).extra();
  }

  /**
   * The periods with a total row.
   *
   * @return the table, amounts in one scale
   */
  public Table table() {
    MoneyScale scale = MoneyScale.of(sum(expectedDuty()));
    List<List<Cell>> rows = new ArrayList<>();
    for (int k = 0; k < imports.size(); k++) {
      rows.add(
          List.of(
              Cell.text(Integer.toString(k + 1)),
              Cell.percent(snapBack.snappedBy().get(k), 1),
              Cell.percent(snapBack.expectedPath().get(k).fraction(), 2),
              scale.cell(agreedDuty().get(k)),
              scale.cell(expectedDuty().get(k)),
              scale.cell(valueAtRisk().get(k))));
    }
    rows.add(
        List.of(
            Cell.text("Total"),
            Cell.blank(),
            Cell.blank(),
            scale.cell(sum(agreedDuty())),
            scale.cell(sum(expectedDuty())),
            scale.cell(totalAtRisk())));
    return Table.of(
            "Duty under the risk of snap-back, " + scale.unit(imports.get(0)),
            List.of(
                "period", "snapped by", "expected rate", "duty agreed", "duty expected", "at risk"),
            rows)
        .withCaption(
            List.of(
                "at risk: extra duty at the level "
                    + level.toPlainString()
                    + "; imports do not respond; the total at risk is no sum"));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SnapBackRisk that
        && snapBack.equals(that.snapBack)
        && imports.equals(that.imports)
        && level.equals(that.level);
  }

  @Override
  public int hashCode() {
    return Objects.hash(snapBack, imports, level);
  }

  /** The expected extra duty and the value at risk. */
  @Override
  public String toString() {
    return "expected extra duty "
        + MoneyScale.show(expectedExtra())
        + ", at risk "
        + MoneyScale.show(totalAtRisk());
  }
}
