package org.tariffeconomics.landedcost;

import java.util.Objects;
import org.joda.money.BigMoney;
import org.tariffeconomics.basics.PlainNumber;

/**
 * A named cost of a shipment besides goods, freight and insurance.
 *
 * @param name what it is for, e.g. {@code packing}
 * @param amount the cost for the whole shipment, not negative
 * @param treatment whether customs adds it to the value, and on which side of the border it falls
 * @since 0.1.0
 */
public record Charge(String name, BigMoney amount, Treatment treatment) {

  /** How customs looks at a charge. */
  public enum Treatment {
    /**
     * Part of the customs value in every territory: packing, commissions, assists, royalties
     * (Article 8.1 of the WTO Customs Valuation Agreement).
     */
    DUTIABLE,
    /** Borne before import and not part of the customs value. */
    BEFORE_IMPORT,
    /** Borne after import: inland haulage, warehouse, broker. */
    AFTER_IMPORT,
    /**
     * Counts in the customs value and is no cost of its own: an assist that was paid for elsewhere,
     * an adjustment between related parties.
     */
    ADDED_TO_VALUE,
    /**
     * Is in the price and not in the customs value: what a first sale was cheaper than the last, a
     * buying commission, assembly after import, a price review between related parties.
     */
    TAKEN_FROM_VALUE
  }

  /**
   * Creates a charge.
   *
   * @param name what it is for
   * @param amount the cost for the whole shipment
   * @param treatment how customs looks at it
   * @throws IllegalArgumentException when the name is blank or the amount negative
   */
  public Charge {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(amount, "amount");
    CostAmounts.requireName("A charge", name);
    CostAmounts.notNegative(name, amount);
    Objects.requireNonNull(treatment, "treatment");
    amount = PlainNumber.plain(amount);
  }

  /** The name and the amount. */
  @Override
  public String toString() {
    return name + " " + amount;
  }
}
