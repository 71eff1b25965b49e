package org.tariffeconomics.tariff;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.joda.money.BigMoney;
import org.tariffeconomics.rate.DutyAmount;
import org.tariffeconomics.rate.DutyBasis;
import org.tariffeconomics.rate.DutyRate;

/** Which of several measures is charged, where that is the same for every value and quantity. */
final class LayerChoice {

  private LayerChoice() {}

  /**
   * The layer that is charged whatever the goods are worth and weigh: the lowest of base duties, of
   * equals the first; the highest of charges.
   *
   * @param options the layers in their order
   * @param onOne one unit of the currency with no quantity, and the base duty on it where it is
   *     known
   * @return the layer, empty where value or quantity decide
   */
  static Optional<DutyLayer> decide(List<DutyLayer> options, DutyBasis onOne) {
    boolean lowest = options.get(0).isBase();
    if (lowest) {
      Optional<DutyLayer> free =
          options.stream().filter(each -> isFree(each.measure())).findFirst();
      if (free.isPresent()) {
        return free;
      }
    }
    DutyLayer best = options.get(0);
    for (DutyLayer next : options.subList(1, options.size())) {
      Optional<Integer> comparison = compare(next, best, onOne);
      if (comparison.isEmpty()) {
        return Optional.empty();
      }
      boolean better = lowest ? comparison.get() < 0 : comparison.get() > 0;
      best = better ? next : best;
    }
    return Optional.of(best);
  }

  /**
   * The layers of which one is charged: those as good as the best, or all where that is not told.
   */
  static List<DutyLayer> best(List<DutyLayer> options, DutyBasis onOne) {
    Optional<DutyLayer> decided = decide(options, onOne);
    return decided.isEmpty()
        ? options
        : options.stream()
            .filter(
                each ->
                    each.equals(decided.get())
                        || compare(each, decided.get(), onOne).filter(c -> c == 0).isPresent())
            .toList();
  }

  /** Whether nothing is charged, on whatever part of the value. */
  static boolean isFree(TariffMeasure measure) {
    DutyRate rate = measure.rate();
    return rate instanceof DutyRate.Free
        || (rate instanceof DutyRate.AdValorem adValorem && adValorem.rate().isZero());
  }

  private static Optional<Integer> compare(DutyLayer one, DutyLayer other, DutyBasis onOne) {
    DutyRate a = one.measure().rate();
    DutyRate b = other.measure().rate();
    if (a instanceof DutyRate.Specific perA && b instanceof DutyRate.Specific perB) {
      return isWhole(one) && isWhole(other) ? compare(perA, perB) : Optional.empty();
    }
    if (one.isInMoney() || other.isInMoney()) {
      return Optional.empty();
    }
    Optional<BigMoney> first = one.duty(onOne).amount();
    Optional<BigMoney> second = other.duty(onOne).amount();
    return first.flatMap(x -> second.map(x::compareTo));
  }

  private static boolean isWhole(DutyLayer layer) {
    return layer.share().compareTo(BigDecimal.ONE) == 0 && !layer.measure().rule().isTotal();
  }

  /** Two sums of one currency per quantity of one kind are compared on the same quantity. */
  private static Optional<Integer> compare(DutyRate.Specific one, DutyRate.Specific other) {
    boolean comparable =
        one.amount().getCurrencyUnit().equals(other.amount().getCurrencyUnit())
            && one.per().unit().convertsTo(other.per().unit());
    if (!comparable) {
      return Optional.empty();
    }
    BigMoney a = one.amount().multipliedBy(other.per().in(one.per().unit()).amount());
    BigMoney b = other.amount().multipliedBy(one.per().amount());
    return Optional.of(a.compareTo(b));
  }

  /** The base duty on one unit of the currency, where it is the same share of every value. */
  static DutyAmount baseDuty(List<DutyLayer> layers, Charges.Base state, DutyBasis onOne) {
    if (state == Charges.Base.NOTHING_DUE) {
      return DutyAmount.of(BigMoney.zero(onOne.value().getCurrencyUnit()));
    }
    boolean decided =
        layers.size() == 1
            && layers.get(0).alternatives().isEmpty()
            && !layers.get(0).measure().traits().inMoney();
    return decided ? layers.get(0).duty(onOne) : Charges.NOT_KNOWN;
  }
}
