package org.tariffeconomics.landedcost;

import java.util.Objects;
import java.util.Optional;
import org.joda.money.BigMoney;
import org.tariffeconomics.landedcost.CostLine.Kind;
import org.tariffeconomics.rate.DutyAmount;
import org.tariffeconomics.rate.DutyBasis;
import org.tariffeconomics.rate.DutyRate;
import org.tariffeconomics.rate.MeursingTable;
import org.tariffeconomics.rate.Unknown;

/**
 * A duty on one line of an entry that no tariff law of the book knows and the importer states: a
 * deposit of anti-dumping or countervailing duty at the rate of its case.
 *
 * <p>It is charged on the whole customs value or quantity of the line, besides the duties of the
 * law and not on top of them.
 *
 * @param name what it is called, e.g. the case {@code A-570-831}
 * @param rate the rate, e.g. {@code 68.89%} or {@code 0.06 USD/kg}
 * @since 0.1.0
 */
public record Deposit(String name, DutyRate rate) {

  /**
   * Creates a deposit.
   *
   * @param name what it is called
   * @param rate the rate
   * @throws IllegalArgumentException when the name is blank or the rate was not understood
   */
  public Deposit {
    Objects.requireNonNull(name, "name");
    CostAmounts.requireName("A deposit", name);
    if (Objects.requireNonNull(rate, "rate") instanceof DutyRate.Unsupported unread) {
      throw new IllegalArgumentException("The rate of " + name + ": " + unread.message());
    }
  }

  /**
   * A deposit.
   *
   * @param name what it is called
   * @param rate the rate as tariffs write it, e.g. {@code 68.89%} or {@code 0.06 USD/kg}
   * @return the deposit
   * @throws IllegalArgumentException when the name is blank or the rate cannot be read
   */
  public static Deposit of(String name, String rate) {
    Objects.requireNonNull(name, "name");
    return new Deposit(name, DutyRate.parse(Objects.requireNonNull(rate, "rate")));
  }

  /** What a line pays of it, or why that is not known. */
  CostLine on(BigMoney customsValue, Shipment shipment, MoneyRounding rounding) {
    DutyAmount duty =
        rate.on(
            new DutyBasis(
                rounding.base(customsValue),
                shipment.quantities(),
                DutyAmount.undetermined(
                    new Unknown.NotBundled(
                        "base duty", "a deposit does not ask for the base duty")),
                shipment.facts(),
                shipment.exchangeRates(),
                Optional.empty(),
                Optional.of(shipment.origin()),
                MeursingTable.empty()));
    return duty.amount()
        .map(a -> CostLine.of(Kind.DUTY, name, rounding.tax(a), "deposit as stated, " + rate))
        .orElseGet(
            () ->
                CostLine.unknown(Kind.DUTY, name, name + ": " + String.join("; ", duty.reasons())));
  }

  /** The name and the rate. */
  @Override
  public String toString() {
    return name + " " + rate;
  }
}
