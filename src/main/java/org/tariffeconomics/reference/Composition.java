package org.tariffeconomics.reference;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.tariffeconomics.basics.PlainNumber;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.reference.UsPaid.Paid;

/**
 * What the composition of trade took off the rate paid since 2024: the rates of a month with the
 * weights of 2024 less the rate paid.
 *
 * @param points a fraction of the value, positive where trade moved to goods that pay less
 * @param basis how fine it is: line by line, or between groups of goods
 * @since 0.1.0
 */
public record Composition(BigDecimal points, String basis) {

  /**
   * Refuses nulls.
   *
   * @param points a fraction of the value, positive where trade moved to goods that pay less
   * @param basis how fine it is: line by line, or between groups of goods
   */
  public Composition {
    Objects.requireNonNull(points, "points");
    Objects.requireNonNull(basis, "basis");
    points = PlainNumber.plain(points);
  }

  static final String BY_LINE = "line by line";
  static final String BY_GROUP = "between five industries and the rest";

  /** The finest that is held; empty where nothing is. */
  static Optional<Composition> of(String partner, YearMonth month, Rate paid) {
    return UsPaid.in("fixed-hts10", partner, month.toString())
        .or(() -> UsPaid.in("fixed", partner, month.toString()))
        .flatMap(Paid::rate)
        .map(fixed -> new Composition(fixed.fraction().subtract(paid.fraction()), BY_LINE))
        .or(() -> between(partner, month));
  }

  /** Between groups: Σ (share of 2024 − share of the month) · rate of the month. */
  private static Optional<Composition> between(String partner, YearMonth month) {
    return MonthlyGroups.of(partner, List.of(month))
        .flatMap(
            now ->
                MonthlyGroups.of(partner, MonthlyGroups.year2024())
                    .map(before -> new Composition(between(now, before), BY_GROUP)));
  }

  private static BigDecimal between(MonthlyGroups now, MonthlyGroups before) {
    BigDecimal points = BigDecimal.ZERO;
    for (int i = 0; i < now.imports().size(); i++) {
      BigDecimal imports = now.imports().get(i);
      BigDecimal share =
          before
              .imports()
              .get(i)
              .divide(before.all(), MathContext.DECIMAL64)
              .subtract(imports.divide(now.all(), MathContext.DECIMAL64));
      points = points.add(share.multiply(now.duty().get(i).divide(imports, MathContext.DECIMAL64)));
    }
    return points.round(MathContext.DECIMAL64);
  }

  /** The points and how fine they are. */
  @Override
  public String toString() {
    return points.movePointRight(2).round(new MathContext(3)).toPlainString() + " pp, " + basis;
  }
}
