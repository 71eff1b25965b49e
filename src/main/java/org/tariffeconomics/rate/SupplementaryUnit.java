package org.tariffeconomics.rate;

import java.util.Objects;
import org.tariffeconomics.basics.Quantity;
import org.tariffeconomics.basics.Unit;

/**
 * A cell that names a unit and no rate, as TARIC's duty expression 99 does: the quantity is to be
 * declared in that unit. It is no duty, and says nothing about what the duty is.
 *
 * @param unit the unit
 * @serial exclude
 * @since 0.1.0
 */
public record SupplementaryUnit(Unit unit) implements DutyRate {

  /**
   * Refuses nulls.
   *
   * @param unit the unit
   */
  public SupplementaryUnit {
    Objects.requireNonNull(unit, "unit");
  }

  @Override
  public DutyAmount on(DutyBasis basis) {
    Objects.requireNonNull(basis, "basis");
    return DutyAmount.undetermined(
        new Unknown.NotUnderstood(
            unit.code(),
            unit.code() + " is a unit in which the quantity is declared, and no rate of duty"));
  }

  @Override
  public String toString() {
    return "unit " + RateForm.per(Quantity.of(1, unit));
  }
}
