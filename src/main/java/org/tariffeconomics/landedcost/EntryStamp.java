package org.tariffeconomics.landedcost;

import java.util.ArrayList;
import java.util.List;
import org.tariffeconomics.basics.Stamp;
import org.tariffeconomics.landedcost.CustomsEntry.TaxLevel;
import org.tariffeconomics.landedcost.Territory.ImportTaxation;

/** What stands under the numbers of an entry: the law, and every assumption by line. */
final class EntryStamp {

  private final EntryCost cost;
  private final CustomsEntry entry;
  private final List<String> assumptions = new ArrayList<>();

  private EntryStamp(EntryCost cost) {
    this.cost = cost;
    this.entry = cost.entry();
  }

  static Stamp of(EntryCost cost) {
    EntryStamp maker = new EntryStamp(cost);
    maker.lines();
    maker.shared();
    maker.feesAndTaxes();
    return cost.law().stamp().withAssumptions(maker.assumptions);
  }

  private void lines() {
    for (EntryLine each : cost.lines()) {
      if (!each.goods().facts().isEmpty()) {
        assumptions.add(each.name() + " declares " + each.goods().facts());
      }
      each.assessments().stream()
          .flatMap(a -> a.stack().assumption().stream())
          .distinct()
          .forEach(a -> assumptions.add(each.name() + ": " + a));
      each.provision().ifPresent(p -> provision(each, p));
      each.assessments().stream()
          .flatMap(a -> a.stack().remarks().stream())
          .forEach(r -> assumptions.add(each.name() + " " + r));
      each.item().deposits().forEach(d -> assumptions.add(each.name() + " deposits " + d));
    }
    assumptions.add(cost.lines().get(0).customsValue().description());
    for (EntryLine each : cost.lines()) {
      each.customsValue().remarks().forEach(r -> assumptions.add(each.name() + ": " + r));
    }
  }

  private void provision(EntryLine line, SpecialProvision provision) {
    assumptions.add(
        line.name()
            + " is entered under "
            + provision
            + ", whose conditions are taken to be met; duties in the proportion of the part, HMF"
            + " on the full value");
  }

  private void shared() {
    entry.quotas().forEach(quota -> assumptions.add("quota " + quota));
    entry.sharedCosts().forEach(s -> assumptions.add(s + " shared out"));
    for (EntryLine each : cost.lines()) {
      if (!each.item().goods().price().getCurrencyUnit().equals(cost.currency())) {
        assumptions.add(each.name() + " at exchange rates " + each.goods().exchangeRates());
      }
    }
    if (entry.sharedCosts().stream()
        .anyMatch(s -> !s.amount().getCurrencyUnit().equals(cost.currency()))) {
      assumptions.add("shared costs at exchange rates " + entry.exchangeRates());
    }
  }

  private void feesAndTaxes() {
    FeeSchedule fees = entry.terms().fees();
    if (!fees.fees().isEmpty()) {
      assumptions.add("fees of one " + (entry.isInformal() ? "informal" : "formal") + " entry");
    }
    assumptions.addAll(fees.doubts(cost.day()));
    if (entry.terms().taxes().isEmpty()) {
      if (entry.terms().importTax() == ImportTaxation.CHARGED) {
        assumptions.add("import taxes are not counted");
      }
    } else {
      assumptions.add(
          entry.taxLevel() == TaxLevel.ENTRY
              ? "taxes on all lines together, rounded once"
              : "taxes on each line, rounded there");
    }
    MoneyRounding.of(cost.law().book().rounding()).assumption().ifPresent(assumptions::add);
  }
}
