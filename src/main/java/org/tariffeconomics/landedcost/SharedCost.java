package org.tariffeconomics.landedcost;

import java.util.Objects;
import org.joda.money.BigMoney;
import org.tariffeconomics.basics.PlainNumber;
import org.tariffeconomics.landedcost.Charge.Treatment;

/**
 * An amount that is paid for all lines of an entry together, and how it is shared out among them.
 *
 * @param kind what it is
 * @param name what it is called
 * @param amount the amount for the whole entry, not negative
 * @param allocation how it is shared out
 * @since 0.1.0
 */
public record SharedCost(Kind kind, String name, BigMoney amount, CostAllocation allocation) {

  /** What an amount is paid for. */
  public enum Kind {
    /** The international freight. */
    FREIGHT,
    /** The insurance of the international carriage. */
    INSURANCE,
    /** Another charge that the customs value includes. */
    DUTIABLE,
    /** Another charge before import. */
    BEFORE_IMPORT,
    /** Another charge after import. */
    AFTER_IMPORT
  }

  /**
   * Creates a shared cost.
   *
   * @param kind what it is
   * @param name what it is called
   * @param amount the amount for the whole entry
   * @param allocation how it is shared out
   * @throws IllegalArgumentException when the name is blank or the amount negative
   */
  public SharedCost {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(amount, "amount");
    Objects.requireNonNull(kind, "kind");
    CostAmounts.requireName("A shared cost", name);
    CostAmounts.notNegative(name, amount);
    Objects.requireNonNull(allocation, "allocation");
    amount = PlainNumber.plain(amount);
  }

  static SharedCost of(Charge charge, CostAllocation allocation) {
    Kind kind =
        switch (charge.treatment()) {
          case DUTIABLE -> Kind.DUTIABLE;
          case BEFORE_IMPORT -> Kind.BEFORE_IMPORT;
          case AFTER_IMPORT -> Kind.AFTER_IMPORT;
          case ADDED_TO_VALUE, TAKEN_FROM_VALUE ->
              throw new IllegalArgumentException(
                  charge.name() + " changes the customs value of a line: state it on the line");
        };
    return new SharedCost(kind, charge.name(), charge.amount(), allocation);
  }

  /** The shipment with its share of this. */
  Shipment addTo(Shipment shipment, BigMoney share) {
    return switch (kind) {
      case FREIGHT -> shipment.withFreight(share);
      case INSURANCE -> shipment.withInsurance(share);
      case DUTIABLE, BEFORE_IMPORT, AFTER_IMPORT ->
          shipment.withCharge(new Charge(name, share, Treatment.valueOf(kind.name())));
    };
  }

  /** Whether a shipment states by itself what would be shared out to it. */
  boolean isStatedBy(Shipment shipment) {
    return switch (kind) {
      case FREIGHT -> shipment.freight().isPresent();
      case INSURANCE -> shipment.insurance().isPresent();
      case DUTIABLE, BEFORE_IMPORT, AFTER_IMPORT -> false;
    };
  }

  /** For example {@code freight USD 100 by value}. */
  @Override
  public String toString() {
    return name + " " + amount + " " + allocation;
  }
}
