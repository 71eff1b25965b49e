package org.tariffeconomics.tariff;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;

/**
 * The measures of a node that are in force.
 *
 * @param whole those for all goods of the node
 * @param digits at how many digits each of these is
 * @param strata in which of the book's layers of amendments each of these stands
 * @param partial those that tell apart goods below
 */
record Fits(TariffMeasure[] whole, int[] digits, int[] strata, TariffMeasure[] partial) {

  static Fits of(
      MeasureTable.Node node,
      Predicate<TariffMeasure> inForce,
      ToIntFunction<TariffMeasure> stratum) {
    List<TariffMeasure> all = node.whole();
    List<TariffMeasure> whole = new ArrayList<>();
    int[] digits = new int[all.size()];
    for (int i = 0; i < digits.length; i++) {
      if (inForce.test(all.get(i))) {
        digits[whole.size()] = node.digits(i);
        whole.add(all.get(i));
      }
    }
    return new Fits(
        whole.toArray(TariffMeasure[]::new),
        Arrays.copyOf(digits, whole.size()),
        whole.stream().mapToInt(stratum).toArray(),
        node.partial().stream().filter(inForce).toArray(TariffMeasure[]::new));
  }

  /** Equal where the same measures are in force; nodes whose goods are told apart share none. */
  IdentityKey key() {
    List<Object> measures = new ArrayList<>(Arrays.asList(whole));
    measures.addAll(Arrays.asList(partial));
    return IdentityKey.of(measures, digits);
  }
}
