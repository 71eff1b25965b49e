package org.tariffeconomics.tariff;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import org.joda.money.BigMoney;
import org.tariffeconomics.rate.DutyAmount;
import org.tariffeconomics.rate.DutyBasis;
import org.tariffeconomics.rate.Unknown;

/**
 * What some layers come to on a basis: those charged with their exact amounts, and the reasons for
 * those that are not known. Of a layer with alternatives one is charged.
 */
record Charges(List<DutyLayer> layers, List<BigMoney> amounts, List<Unknown> reasons) {

  /** How the base duty stands that all-inclusive totals count in. */
  enum Base {
    /** One of the layers is the base duty. */
    LAYER,
    /** The goods are exempt from it, or another duty is charged in its place. */
    NOTHING_DUE,
    /** It is not known, which is said elsewhere. */
    UNKNOWN
  }

  /** What an all-inclusive total finds where the base duty is not known. */
  static final DutyAmount NOT_KNOWN =
      DutyAmount.undetermined(
          new Unknown.NotBundled("base duty", "the base duty is not known here"));

  static Charges of(List<DutyLayer> layers, Base base, DutyBasis basis) {
    Charges charges = new Charges(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    DutyAmount baseDuty =
        base == Base.NOTHING_DUE
            ? DutyAmount.of(BigMoney.zero(basis.value().getCurrencyUnit()))
            : NOT_KNOWN;
    for (DutyLayer layer : layers) {
      if (layer.isBase()) {
        DutyLayer paid = lowest(layer, basis);
        baseDuty = paid.duty(basis);
        charges.add(paid, baseDuty);
      }
    }
    DutyBasis withBase = basis.withBaseDuty(baseDuty);
    for (DutyLayer layer : layers) {
      if (!layer.isBase()) {
        DutyLayer paid = pick(layer.options(), withBase, Charges::isHigher);
        charges.add(paid, paid.duty(withBase));
      }
    }
    if (base == Base.UNKNOWN) {
      // that there is no base duty is the stack's own reason
      charges.reasons.removeAll(NOT_KNOWN.unknowns());
    }
    return charges;
  }

  /** Of base duties of which one is charged the one that is. */
  static DutyLayer lowest(DutyLayer base, DutyBasis basis) {
    return pick(base.options(), basis, Charges::isLower);
  }

  private static DutyLayer pick(
      List<DutyLayer> options, DutyBasis basis, BiPredicate<DutyAmount, DutyAmount> better) {
    DutyLayer best = options.get(0);
    for (DutyLayer next : options.subList(1, options.size())) {
      best = better.test(next.duty(basis), best.duty(basis)) ? next : best;
    }
    return best;
  }

  /** A preference takes the place of the base duty where it is lower; a tie leaves the base. */
  private static boolean isLower(DutyAmount preferred, DutyAmount ordinary) {
    if (preferred.amount().isEmpty() || ordinary.amount().isEmpty()) {
      // nothing is lower than free; else the unknown one is taken, so that the doubt stays visible
      return isFree(preferred) || (preferred.amount().isEmpty() && !isFree(ordinary));
    }
    return preferred.amount().get().isLessThan(ordinary.amount().get());
  }

  private static boolean isFree(DutyAmount duty) {
    return duty.amount().map(BigMoney::isZero).orElse(false);
  }

  /** The dearest of several orders; where one is not known, none is known to be the dearest. */
  private static boolean isHigher(DutyAmount next, DutyAmount best) {
    if (next.amount().isEmpty() || best.amount().isEmpty()) {
      return next.amount().isEmpty();
    }
    return next.amount().get().isGreaterThan(best.amount().get());
  }

  private void add(DutyLayer layer, DutyAmount duty) {
    duty.amount()
        .ifPresent(
            amount -> {
              layers.add(layer);
              amounts.add(amount);
            });
    duty.unknowns().stream().filter(reason -> !reasons.contains(reason)).forEach(reasons::add);
  }
}
