package org.tariffeconomics.border;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.joda.money.BigMoney;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.OriginScope;
import org.tariffeconomics.basics.ProductScope;
import org.tariffeconomics.landedcost.CostLine;
import org.tariffeconomics.landedcost.Fee;
import org.tariffeconomics.landedcost.FeeSchedule;
import org.tariffeconomics.landedcost.ImportTax;
import org.tariffeconomics.landedcost.LandedCost;
import org.tariffeconomics.landedcost.LandedCostCalculator;
import org.tariffeconomics.landedcost.Shipment;
import org.tariffeconomics.rate.Condition;
import org.tariffeconomics.rate.Condition.Truth;
import org.tariffeconomics.rate.DeclaredFacts;
import org.tariffeconomics.rate.DeclaredOrigin;
import org.tariffeconomics.rate.DutyRate;
import org.tariffeconomics.tariff.Rule;
import org.tariffeconomics.tariff.TariffBook;
import org.tariffeconomics.tariff.TariffLaw;
import org.tariffeconomics.tariff.TariffMeasure;

/**
 * What goods cost at the border of an importer: basis of valuation, fees and taxes of the regime,
 * and the rules for consignments of low value.
 *
 * <p>A rule of low value is a measure of the entry: it takes the place of all duties where its
 * conditions are declared, and bounds the cost where they are open.
 *
 * @param name the importer
 * @param regime its border
 * @param evidence how good the evidence of rules must be
 * @param parcels what is usually declared with consignments of low value where nothing else is
 */
record EntryCosts(String name, BorderRegime regime, Evidence evidence, UsualDeclaration parcels) {

  /** How many tariff subheadings one shipment has, for duties that count them. */
  private static final String ONE_SUBHEADING = "1 piece of tariff subheading";

  /** What would be charged if it stood; low values and how amounts are rounded are told besides. */
  private static final Set<BorderRule.Part> COUNTED =
      Set.of(
          BorderRule.Part.TAX,
          BorderRule.Part.SURCHARGE,
          BorderRule.Part.FEE,
          BorderRule.Part.OTHER);

  /** What the rules of low value make of an entry. */
  private static final class Entry {
    private LandedCostCalculator calculator;
    private TariffBook book;
    private boolean countsSubheadings;

    private Entry(LandedCostCalculator calculator, TariffBook book) {
      this.calculator = calculator;
      this.book = book;
    }
  }

  LandedCostCalculator calculator(HsCode line, LocalDate day) {
    LandedCostCalculator calculator =
        regime
            .basis(day)
            .map(basis -> LandedCostCalculator.of(name, basis))
            .orElseGet(() -> LandedCostCalculator.of(name));
    List<BorderRule> fees = regime.fees(day, evidence);
    if (!fees.isEmpty()) {
      calculator = calculator.withFees(schedule(fees));
    }
    for (ImportTax each : regime.taxes(line, day, evidence)) {
      calculator = calculator.withTax(each);
    }
    for (BorderRule each : regime.missing(day, evidence)) {
      if (each.isFor(line) && COUNTED.contains(each.part())) {
        calculator = calculator.withRemark("left out: " + each);
      }
    }
    return calculator;
  }

  private static FeeSchedule schedule(List<BorderRule> rules) {
    return FeeSchedule.of(
        rules.stream()
            .map(r -> Fee.adValorem(r.name(), r.rate().orElseThrow()).withSource(r.source()))
            .toArray(Fee[]::new));
  }

  /** The cost under a law; the day of entry is that of the law or, before its hour, the next. */
  LandedCost price(Shipment shipment, TariffLaw law, LocalDate day) {
    TariffBook book =
        regime.rounding(day, evidence).map(law.book()::withRounding).orElseGet(law::book);
    LandedCostCalculator calculator = calculator(shipment.line(), day);
    List<BorderRule> rules = lowValue(shipment, day);
    if (rules.isEmpty()) {
      return calculator.price(shipment, book.on(law.day()));
    }
    LandedCost plain = calculator.price(shipment, book.on(law.day()));
    Entry entry = new Entry(calculator, book);
    DeclaredFacts usual = parcels.of(shipment.line(), shipment.origin(), day);
    rules.forEach(each -> apply(entry, each, shipment, usual, plain));
    Shipment counted = entry.countsSubheadings ? shipment.withQuantity(ONE_SUBHEADING) : shipment;
    return entry.calculator.price(counted, entry.book.on(law.day()));
  }

  private List<BorderRule> lowValue(Shipment shipment, LocalDate day) {
    return regime.lowValue(day, Evidence.ANY).stream()
        .filter(r -> r.isFor(shipment.line()))
        .filter(r -> r.relief().orElseThrow().origins().includes(shipment.origin(), day))
        .toList();
  }

  private void apply(
      Entry entry, BorderRule rule, Shipment shipment, DeclaredFacts usual, LandedCost plain) {
    LowValueRelief relief = rule.relief().orElseThrow();
    Optional<Boolean> within = isWithin(relief, shipment, plain);
    if (within.equals(Optional.of(false))) {
      return;
    }
    if (!relief.hasEffect() || !evidence.admits(rule.source())) {
      if (within.isPresent()) {
        entry.calculator = entry.calculator.withRemark("not applied: " + rule);
      }
      return;
    }
    if (within.isEmpty()) {
      entry.book = entry.book.with(unknown(entry.book, rule, "whether the value is within it"));
      return;
    }
    entry.countsSubheadings |= relief.duty().filter(d -> !(d instanceof DutyRate.Free)).isPresent();
    switch (settled(entry, relief, shipment, usual)) {
      case NOT_MET -> {}
      case MET -> applyMet(entry, rule, relief);
      default -> applyOpen(entry, rule, relief);
    }
  }

  /** Whether the rule counts, by what is declared or else by what is usual, which is then told. */
  private static Truth settled(
      Entry entry, LowValueRelief relief, Shipment shipment, DeclaredFacts usual) {
    Truth declared = truth(relief, shipment.facts());
    if (declared == Truth.MET || declared == Truth.NOT_MET) {
      return declared;
    }
    DeclaredFacts all =
        new DeclaredOrigin(shipment.origin(), shipment.facts()).withDefaults(usual).facts();
    Truth assumed = truth(relief, all);
    if (assumed == Truth.MET || assumed == Truth.NOT_MET) {
      entry.calculator =
          entry.calculator.withRemark(
              usual + " where not declared (usual for consignments of low value)");
    }
    return assumed;
  }

  /** Met where all conditions are, not met where one is not, else open. */
  private static Truth truth(LowValueRelief relief, DeclaredFacts facts) {
    Truth all = Truth.MET;
    for (Condition each : relief.conditions()) {
      Truth one = each.test(facts).truth();
      if (one == Truth.NOT_MET) {
        return one;
      }
      all = one == Truth.MET ? all : Truth.UNDECLARED;
    }
    return all;
  }

  private static void applyMet(Entry entry, BorderRule rule, LowValueRelief relief) {
    LandedCostCalculator kept = entry.calculator;
    if (relief.dropsTax() || relief.dropsFees()) {
      kept = without(kept, relief);
    }
    entry.calculator = kept.withRemark("applied: " + rule);
    if (relief.changesDuty()) {
      entry.book = entry.book.with(measure(entry.book, rule, relief));
    }
  }

  /** Duties are bounded; a tax or fee that may be due or not leaves the whole cost open. */
  private static void applyOpen(Entry entry, BorderRule rule, LowValueRelief relief) {
    boolean more =
        (relief.dropsTax() && !entry.calculator.taxes().isEmpty())
            || (relief.dropsFees() && !entry.calculator.fees().fees().isEmpty());
    if (!more && !relief.changesDuty()) {
      return;
    }
    TariffMeasure measure =
        more
            ? conditional(unknown(entry.book, rule, "whether taxes and fees are due"), relief)
            : conditional(measure(entry.book, rule, relief), relief);
    entry.book = entry.book.with(measure);
  }

  private static TariffMeasure conditional(TariffMeasure measure, LowValueRelief relief) {
    TariffMeasure conditional = measure;
    for (Condition each : relief.conditions()) {
      conditional = conditional.withCondition(each.toString());
    }
    return conditional;
  }

  private static LandedCostCalculator without(LandedCostCalculator all, LowValueRelief relief) {
    LandedCostCalculator kept = LandedCostCalculator.of(all.territory(), all.basis());
    kept = kept.withFees(relief.dropsFees() ? FeeSchedule.none() : all.fees());
    for (ImportTax each : relief.dropsTax() ? List.<ImportTax>of() : all.taxes()) {
      kept = kept.withTax(each);
    }
    for (String each : all.remarks()) {
      kept = kept.withRemark(each);
    }
    return kept;
  }

  /** The measure that takes the place of all others, or of the ordinary duty. */
  private static TariffMeasure measure(TariffBook book, BorderRule rule, LowValueRelief relief) {
    DutyRate rate = relief.duty().orElseGet(DutyRate.Free::new);
    boolean free = rate instanceof DutyRate.Free;
    return TariffMeasure.of(
            programme(rule),
            free ? Rule.EXEMPTS : Rule.REPLACES,
            List.copyOf(
                relief.dropsOrdinaryDutyOnly() ? book.ordinaryProgrammes() : programmes(book)),
            ProductScope.all(),
            OriginScope.all(),
            rate)
        .withSource(rule.source());
  }

  private static TariffMeasure unknown(TariffBook book, BorderRule rule, String what) {
    return TariffMeasure.of(
            programme(rule),
            Rule.REPLACES,
            List.copyOf(programmes(book)),
            ProductScope.all(),
            OriginScope.all(),
            new DutyRate.ByReference(what + ", by the rule “" + rule + "”"))
        .withSource(rule.source());
  }

  private static String programme(BorderRule rule) {
    return "low value up to " + rule.threshold().orElseThrow();
  }

  private static Set<String> programmes(TariffBook book) {
    Set<String> names = new TreeSet<>();
    book.measures().forEach(m -> names.add(m.programme()));
    book.sources().forEach(s -> names.addAll(s.programmes()));
    return names;
  }

  /** Whether the goods are within the threshold; empty where no exchange rate or cost tells. */
  private static Optional<Boolean> isWithin(
      LowValueRelief relief, Shipment shipment, LandedCost plain) {
    Optional<BigMoney> held =
        switch (relief.of()) {
          case PRICE -> Optional.of(shipment.price());
          case CUSTOMS_VALUE -> plain.customsValue().value();
          case TAX -> plain.amount(CostLine.Kind.TAX);
        };
    return held.flatMap(
            value -> shipment.exchangeRates().convert(value, relief.upTo().getCurrencyUnit()))
        .map(value -> value.compareTo(relief.upTo()) <= 0);
  }
}
