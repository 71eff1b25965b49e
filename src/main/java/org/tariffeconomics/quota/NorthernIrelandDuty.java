package org.tariffeconomics.quota;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Objects;
import org.joda.money.BigMoney;
import org.tariffeconomics.basics.PlainNumber;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.report.Cell;
import org.tariffeconomics.report.Table;
import org.tariffeconomics.tariff.MoneyCells;

/**
 * Which of two duties counts for goods that enter Northern Ireland from outside the UK and the EU,
 * by the test of three percent of the customs value. It is no ruling: goods bound for the EU, goods
 * for commercial processing and traders without an authorisation pay the EU duty whatever the test
 * says.
 *
 * <p>The sources disagree in two points, so the reading is an argument; see {@link Reading}.
 *
 * @param customsValue the customs value, not negative
 * @param ukDuty the duty by the UK tariff, not negative, in the same currency
 * @param euDuty the duty by the EU tariff, not negative, in the same currency
 * @param threshold the share of the customs value that the difference is measured with, 3 %
 * @param reading whose test is made
 * @since 0.1.0
 */
public record NorthernIrelandDuty(
    BigMoney customsValue, BigMoney ukDuty, BigMoney euDuty, Rate threshold, Reading reading) {

  private static final Rate THREE_PERCENT = Rate.percent(3);

  /** Whose test is made. */
  public enum Reading {
    /**
     * The UK government's duty calculator: the UK duty counts where the two differ by no more than
     * the threshold, in either direction (its published test, duty options chooser).
     */
    CALCULATOR,
    /**
     * HMRC's guidance on the correct duty for goods from outside the EU and the UK: the EU duty
     * counts where it is higher and the difference is equal to or more than three percentage
     * points; a lower EU duty leaves the UK duty.
     */
    GUIDANCE
  }

  /** A tariff. */
  public enum Tariff {
    /** The tariff of the United Kingdom. */
    UK,
    /** The tariff of the European Union. */
    EU
  }

  /**
   * Creates the comparison.
   *
   * @param customsValue the customs value
   * @param ukDuty the duty by the UK tariff
   * @param euDuty the duty by the EU tariff
   * @param threshold the share of the customs value
   * @param reading whose test is made
   * @throws IllegalArgumentException when an amount is negative or in another currency
   */
  public NorthernIrelandDuty {
    Objects.requireNonNull(customsValue, "customsValue");
    Objects.requireNonNull(ukDuty, "ukDuty");
    Objects.requireNonNull(euDuty, "euDuty");
    Objects.requireNonNull(threshold, "threshold");
    Objects.requireNonNull(reading, "reading");
    for (BigMoney each : List.of(customsValue, ukDuty, euDuty)) {
      if (each.isNegative() || !each.isSameCurrency(customsValue)) {
        throw new IllegalArgumentException(
            "Value and duties must be zero or more in one currency, but were "
                + List.of(customsValue, ukDuty, euDuty));
      }
    }
    customsValue = PlainNumber.plain(customsValue);
    ukDuty = PlainNumber.plain(ukDuty);
    euDuty = PlainNumber.plain(euDuty);
  }

  /**
   * The comparison at the published three percent.
   *
   * @param customsValue the customs value, not negative
   * @param ukDuty the duty by the UK tariff
   * @param euDuty the duty by the EU tariff
   * @param reading whose test is made
   * @return the comparison
   * @throws IllegalArgumentException when an amount is negative or in another currency
   */
  public static NorthernIrelandDuty of(
      BigMoney customsValue, BigMoney ukDuty, BigMoney euDuty, Reading reading) {
    Objects.requireNonNull(customsValue, "customsValue");
    Objects.requireNonNull(ukDuty, "ukDuty");
    Objects.requireNonNull(euDuty, "euDuty");
    Objects.requireNonNull(reading, "reading");
    return new NorthernIrelandDuty(customsValue, ukDuty, euDuty, THREE_PERCENT, reading);
  }

  /**
   * What the EU duty is higher by.
   *
   * @return the EU duty less the UK duty, negative where it is lower
   */
  public BigMoney difference() {
    return euDuty.minus(ukDuty);
  }

  /** {@return the tariff that counts by the test} */
  public Tariff tariff() {
    BigDecimal limit =
        customsValue.getAmount().multiply(threshold.fraction(), MathContext.DECIMAL128);
    BigDecimal difference = difference().getAmount();
    boolean eu =
        switch (reading) {
          case CALCULATOR -> difference.abs().compareTo(limit) > 0;
          case GUIDANCE -> difference.signum() > 0 && difference.compareTo(limit) >= 0;
        };
    return eu ? Tariff.EU : Tariff.UK;
  }

  /**
   * The duty that counts by the test.
   *
   * @return the duty of {@link #tariff()}
   */
  public BigMoney duty() {
    return tariff() == Tariff.EU ? euDuty : ukDuty;
  }

  /** {@return the comparison as a table: one row per tariff with its duty and whether it counts} */
  public Table table() {
    return Table.of(
        "Duty in Northern Ireland, test of " + threshold,
        List.of("tariff", "duty", "counts"),
        List.of(row(Tariff.UK, ukDuty), row(Tariff.EU, euDuty)));
  }

  private List<Cell> row(Tariff each, BigMoney duty) {
    return List.of(
        Cell.text(each.toString()),
        MoneyCells.of(duty),
        Cell.text(each == tariff() ? "yes" : "no"));
  }

  /** The tariff that counts and its duty. */
  @Override
  public String toString() {
    return tariff() + " duty counts: " + duty();
  }
}
