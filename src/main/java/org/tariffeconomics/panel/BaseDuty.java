package org.tariffeconomics.panel;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.tariffeconomics.panel.CellRates.Part;
import org.tariffeconomics.rate.Portion;
import org.tariffeconomics.tariff.DutyLayer;
import org.tariffeconomics.tariff.DutyStack;
import org.tariffeconomics.tariff.NotApplied;
import org.tariffeconomics.tariff.Rule;
import org.tariffeconomics.tariff.TariffMeasure;

/**
 * The ordinary duty or the preference in its place, for a class of lines and of origins.
 *
 * @param rates what it comes to, one part where there is a rate
 * @param existing the claimed preferences that exist for the goods
 * @param ordinary the ordinary duty as a fraction of the value, whatever is paid in its place;
 *     empty where it is no such fraction, or not the same whatever is left open
 * @param onWholeValue whether all that may be paid is spread over the whole value: two duties on
 *     different parts may come to the same, and not count in the same
 */
record BaseDuty(
    CellRates rates, Set<String> existing, Optional<BigDecimal> ordinary, boolean onWholeValue) {

  /**
   * The duty of a law that has nothing else.
   *
   * @param stack what is charged
   * @param counts whether any charge asks for the ordinary duty where a preference is paid
   */
  static BaseDuty of(DutyStack stack, boolean counts) {
    return new BaseDuty(
        CellRates.of(stack),
        existing(stack),
        counts ? ordinary(stack) : Optional.empty(),
        Stream.concat(charged(stack), notApplied(stack))
            .allMatch(measure -> measure.portion().equals(Portion.FULL)));
  }

  /** Those of any way that what is left open may turn out. */
  private static Set<String> existing(DutyStack stack) {
    List<String> claims = stack.facts().claims();
    Set<String> existing = new TreeSet<>();
    if (!claims.isEmpty()) {
      Stream.concat(Stream.of(stack), stack.cases().stream())
          .flatMap(way -> Stream.concat(charged(way), notApplied(way)))
          .filter(measure -> measure.rule() == Rule.PREFERENCE)
          .map(TariffMeasure::programme)
          .filter(claims::contains)
          .forEach(existing::add);
    }
    return existing;
  }

  private static Stream<TariffMeasure> charged(DutyStack stack) {
    return stack.layers().stream()
        .flatMap(layer -> Stream.concat(Stream.of(layer), layer.alternatives().stream()))
        .map(DutyLayer::measure);
  }

  private static Stream<TariffMeasure> notApplied(DutyStack stack) {
    return stack.notApplied().stream().map(NotApplied::measure);
  }

  private static Optional<BigDecimal> ordinary(DutyStack stack) {
    List<Optional<BigDecimal>> ways =
        stack.cases().stream().map(BaseDuty::ordinaryOfOne).distinct().toList();
    return ways.size() == 1 ? ways.get(0) : Optional.empty();
  }

  /** The rate of the one ordinary duty, charged or more than the preference that is. */
  private static Optional<BigDecimal> ordinaryOfOne(DutyStack stack) {
    List<TariffMeasure> all =
        Stream.concat(
                charged(stack),
                stack.notApplied().stream()
                    .filter(each -> each.reason() == NotApplied.Reason.NOT_THE_LOWEST)
                    .map(NotApplied::measure))
            .filter(measure -> measure.rule() == Rule.BASE)
            .toList();
    return all.size() == 1 && all.get(0).portion().equals(Portion.FULL)
        ? ChargeTemplate.fixed(all.get(0).rate()).map(BigDecimal::stripTrailingZeros)
        : Optional.empty();
  }

  /** Whether the ordinary duty is the same whatever is left open. */
  boolean isOne() {
    return rates.outcome() != PanelOutcome.BOUNDED
        && (rates.outcome() != PanelOutcome.AD_VALOREM || rates.isToldApart());
  }

  /** The part of the ordinary duty; only where there is a rate, and it {@link #isOne}. */
  Part part() {
    return rates.parts().get(0);
  }
}
