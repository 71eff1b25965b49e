package org.tariffeconomics.equilibrium;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.Require;
import org.tariffeconomics.report.Cell;

/**
 * A bilateral balance before and after a tariff, under one response of imports.
 *
 * @since 0.1.0
 */
public final class BalanceOutcome {

  static final List<String> COLUMNS =
      List.of("response of imports", "imports", "balance before", "after", "deficit closed");

  private final String response;
  private final double exports;
  private final double importsBefore;
  private final double importsAfter;

  BalanceOutcome(String response, double exports, double importsBefore, double importsAfter) {
    Require.notNegative("exports", exports);
    Require.positive("importsBefore", importsBefore);
    Require.notNegative("importsAfter", importsAfter);
    this.response = response;
    this.exports = exports;
    this.importsBefore = importsBefore;
    this.importsAfter = importsAfter;
  }

  /** {@return the response of imports that was supposed} */
  public String response() {
    return response;
  }

  /** {@return exports, money, not negative} */
  public double exports() {
    return exports;
  }

  /** {@return imports before duty and before the tariff, money, positive} */
  public double importsBefore() {
    return importsBefore;
  }

  /** {@return imports before duty after the tariff, money, not negative} */
  public double importsAfter() {
    return importsAfter;
  }

  /** {@return the balance before the tariff, exports less imports: money; negative is a deficit} */
  public double balanceBefore() {
    return exports - importsBefore;
  }

  /** {@return the balance after the tariff: money; negative is a deficit} */
  public double balanceAfter() {
    return exports - importsAfter;
  }

  /**
   * {@return the relative change of imports before duty: a fraction of the old imports, from −1}
   */
  public double importChange() {
    return importsAfter / importsBefore - 1;
  }

  /** The outcome as a row under {@link #COLUMNS}. */
  List<Cell> cells() {
    return List.of(
        Cell.text(response),
        Cell.relative(importChange(), 1),
        Cell.number(balanceBefore(), 2, "money"),
        Cell.number(balanceAfter(), 2, "money"),
        closed());
  }

  private Cell closed() {
    return balanceBefore() < 0
        ? Cell.percent(1 - balanceAfter() / balanceBefore(), 1)
        : Cell.text("no deficit");
  }

  /** The balance before and after. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT, "%s: balance %.4g -> %.4g", response, balanceBefore(), balanceAfter());
  }

  private List<Object> components() {
    return List.of(response, exports, importsBefore, importsAfter);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof BalanceOutcome that && components().equals(that.components());
  }

  @Override
  public int hashCode() {
    return components().hashCode();
  }
}
