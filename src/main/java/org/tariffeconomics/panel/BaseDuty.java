package org.tariffeconomics.panel;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.tariffeconomics.panel.CellRates.Part;
import org.tariffeconomics.tariff.DutyStack;
import org.tariffeconomics.tariff.Rule;
import org.tariffeconomics.tariff.TariffMeasure;

/**
 * The ordinary duty or the preference in its place, for a class of lines and of origins.
 *
 * @param rates what it comes to, one part where there is a rate
 * @param existing the claimed preferences that exist for the goods
 */
record BaseDuty(CellRates rates, Set<String> existing) {

  static BaseDuty of(DutyStack stack) {
    return new BaseDuty(CellRates.of(stack), existing(stack));
  }

  private static Set<String> existing(DutyStack stack) {
    List<String> claims = stack.facts().claims();
    Set<String> existing = new TreeSet<>();
    if (!claims.isEmpty()) {
      stack.layers().forEach(layer -> add(layer.measure(), claims, existing));
      stack.notApplied().forEach(each -> add(each.measure(), claims, existing));
    }
    return existing;
  }

  private static void add(TariffMeasure measure, List<String> claims, Set<String> existing) {
    if (measure.rule() == Rule.PREFERENCE && claims.contains(measure.programme())) {
      existing.add(measure.programme());
    }
  }

  /** Whether the ordinary duty is the same whatever is left open. */
  boolean isOne() {
    return rates.outcome() != PanelOutcome.BOUNDED;
  }

  /** The part of the ordinary duty; only where there is a rate. */
  Part part() {
    return rates.parts().get(0);
  }
}
