package org.tariffeconomics.tariff;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.joda.money.BigMoney;
import org.tariffeconomics.rate.DutyAmount;
import org.tariffeconomics.rate.DutyBasis;

/**
 * What the layers of a stack come to on a basis: those charged with their exact amounts, and the
 * reasons for those that cannot be told.
 */
record Charges(List<DutyLayer> layers, List<BigMoney> amounts, List<String> reasons) {

  /** What an all-inclusive duty lacks where there is no base duty; the stack says which one. */
  static final String NO_BASE = "no base duty";

  static Charges of(DutyStack stack, DutyBasis basis) {
    Charges charges = new Charges(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    Optional<DutyLayer> base = cheapestBase(stack, basis);
    DutyAmount baseDuty =
        base.map(layer -> layer.duty(basis)).orElseGet(() -> DutyAmount.undetermined(NO_BASE));
    DutyBasis withBase = basis.withBaseDuty(baseDuty);
    base.ifPresent(layer -> charges.add(layer, baseDuty));
    stack.layers().stream()
        .filter(layer -> !layer.isBase())
        .forEach(layer -> charges.add(layer, layer.duty(withBase)));
    return charges;
  }

  /** A preference takes the place of the base duty where it is lower; a tie leaves the base. */
  private static Optional<DutyLayer> cheapestBase(DutyStack stack, DutyBasis basis) {
    return stack.layers().stream()
        .filter(DutyLayer::isBase)
        .reduce((best, next) -> isLower(next, best, basis) ? next : best);
  }

  private static boolean isLower(DutyLayer next, DutyLayer best, DutyBasis basis) {
    DutyAmount preferred = next.duty(basis);
    DutyAmount ordinary = best.duty(basis);
    if (preferred.amount().isEmpty() || ordinary.amount().isEmpty()) {
      // nothing is lower than free; else the unknown one is taken, so that the doubt stays visible
      return preferred.amount().map(BigMoney::isZero).orElse(true);
    }
    return preferred.amount().get().isLessThan(ordinary.amount().get());
  }

  private void add(DutyLayer layer, DutyAmount duty) {
    duty.amount()
        .ifPresent(
            amount -> {
              layers.add(layer);
              amounts.add(amount);
            });
    duty.reasons().stream().filter(r -> !reasons.contains(r)).forEach(reasons::add);
  }
}
