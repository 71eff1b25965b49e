package org.tariffeconomics.equilibrium;

import java.util.List;
import java.util.Locale;
import org.tariffeconomics.basics.Require;
import org.tariffeconomics.report.Cell;

/**
 * A bilateral balance before and after a tariff, under one response of imports.
 *
 * @param response the response of imports that was supposed
 * @param exports exports, money, not negative
 * @param importsBefore imports before duty and before the tariff, money, positive
 * @param importsAfter imports before duty after the tariff, money, not negative
 */
public record BalanceOutcome(
    String response, double exports, double importsBefore, double importsAfter) {

  static final List<String> COLUMNS =
      List.of("response of imports", "imports", "balance before", "after", "deficit closed");

  /**
   * Creates the outcome.
   *
   * @param response the response of imports that was supposed
   * @param exports exports, money, not negative
   * @param importsBefore imports before duty and before the tariff, money, positive
   * @param importsAfter imports before duty after the tariff, money, not negative
   * @throws IllegalArgumentException when an amount is out of its range
   */
  public BalanceOutcome {
    Require.notNegative("exports", exports);
    Require.positive("importsBefore", importsBefore);
    Require.notNegative("importsAfter", importsAfter);
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
}
