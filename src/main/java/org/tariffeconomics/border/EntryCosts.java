package org.tariffeconomics.border;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.joda.money.BigMoney;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.OriginScope;
import org.tariffeconomics.basics.ProductScope;
import org.tariffeconomics.basics.Quantity;
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

  /** The fact by which the way goods come is declared. */
  private static final String MODE = "mode";

  /** Whether goods are under an anti-dumping or countervailing duty, which rules may ask. */
  private static final String CASE = "AD or CVD case";

  /** Whether the rules for low values stand that are known from less than is asked for. */
  private static final Condition CONFIRMED = Condition.parse("low value rule confirmed=yes");

  /** Whether the carriage that a price includes is left out of what is held against a threshold. */
  private static final Condition NET = Condition.parse("low value without carriage=yes");

  private static final List<String> CASE_FACTS =
      List.of("AD case", "AD deposit", "CVD case", "CVD deposit");

  /** What would be charged if it stood; low values and how amounts are rounded are told besides. */
  private static final Set<BorderRule.Part> COUNTED =
      Set.of(
          BorderRule.Part.TAX,
          BorderRule.Part.SURCHARGE,
          BorderRule.Part.FEE,
          BorderRule.Part.OTHER);

  /** What the rules of low value make of an entry. */
  private static final class Entry {
    private final TariffBook ordinary;
    private LandedCostCalculator calculator;
    private TariffBook book;
    private Shipment counted;
    private int added;

    private Entry(LandedCostCalculator calculator, TariffBook book, Shipment shipment) {
      this.ordinary = book;
      this.calculator = calculator;
      this.book = book;
      this.counted = shipment;
    }

    /** Adds a measure in the place of ordinary ones; several rules may be of one threshold. */
    private void add(BorderRule rule, TariffMeasure measure) {
      added++;
      String id = measure.programme() + ", " + rule.name() + ", " + added;
      book = book.withRule(added == 1 ? measure : measure.withId(id));
    }

    /** Says something once, however many rules it counts for. */
    private void tell(String remark) {
      if (!calculator.remarks().contains(remark)) {
        calculator = calculator.withRemark(remark);
      }
    }

    private void doubtFees(String why) {
      calculator =
          calculator.withFees(
              FeeSchedule.of(
                  calculator.fees().fees().stream()
                      .map(each -> each.withDoubt(why))
                      .toArray(Fee[]::new)));
    }

    /** A duty on each of something is on one of it where no number is stated: one parcel is. */
    private void count(LowValueRelief relief) {
      if (relief.duty().orElse(null) instanceof DutyRate.Specific each
          && counted.quantities().stream().noneMatch(q -> q.unit().equals(each.per().unit()))) {
        counted = counted.withQuantity(Quantity.of(1, each.per().unit()));
      }
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
    for (String each : regime.taxesOfOtherGoods(line, day)) {
      calculator = calculator.withRemark("left out: " + each + ", no rate held for these goods");
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
    TariffLaw ordinary = book.on(law.day());
    LandedCost plain = calculator.price(shipment, ordinary);
    Entry entry = new Entry(calculator, book, shipment);
    Declared declared = declared(shipment, book, day);
    rules.forEach(each -> apply(entry, each, declared, plain, ordinary));
    return entry.calculator.price(entry.counted, entry.book.on(law.day()));
  }

  /**
   * What is declared of a shipment, and what is usual where nothing is.
   *
   * @param shipment the goods
   * @param facts what is declared, with how the goods come
   * @param usual what is usual of what is not declared
   * @param all both
   */
  private record Declared(
      Shipment shipment, DeclaredFacts facts, DeclaredFacts usual, DeclaredFacts all) {}

  private Declared declared(Shipment shipment, TariffBook book, LocalDate day) {
    DeclaredFacts stated = shipment.facts();
    DeclaredFacts told =
        stated.names().contains(MODE)
            ? stated
            : shipment.mode().map(m -> stated.withFact(MODE, m.toString())).orElse(stated);
    DeclaredFacts facts = withCase(told, book);
    DeclaredFacts usual = parcels.of(shipment.line(), shipment.origin(), day);
    DeclaredFacts all = new DeclaredOrigin(shipment.origin(), facts).withDefaults(usual).facts();
    return new Declared(shipment, facts, usual, all);
  }

  private List<BorderRule> lowValue(Shipment shipment, LocalDate day) {
    return regime.lowValue(day, Evidence.ANY).stream()
        .filter(r -> r.isFor(shipment.line()))
        .filter(r -> r.relief().orElseThrow().origins().includes(shipment.origin(), day))
        .toList();
  }

  private void apply(
      Entry entry, BorderRule rule, Declared declared, LandedCost plain, TariffLaw ordinary) {
    LowValueRelief relief = relief(rule, declared.shipment(), plain);
    Optional<Boolean> within = isWithin(relief, declared.shipment(), plain);
    if (within.equals(Optional.of(false))) {
      return;
    }
    if (!relief.hasEffect()) {
      if (within.isPresent()) {
        entry.tell("not applied: " + rule);
      }
      return;
    }
    Truth truth = truth(relief, declared.all());
    tellUsual(entry, relief, declared, truth);
    if (truth == Truth.NOT_MET) {
      return;
    }
    if (within.isEmpty() && !evidence.admits(rule.source())) {
      entry.tell("not applied: " + rule);
      return;
    }
    if (within.isEmpty()) {
      entry.add(rule, unknown(entry.ordinary, rule, "whether the value is within it"));
      return;
    }
    LowValueRelief left = relief.with(relief.duty(), notMet(relief, declared.all()));
    for (LowValueRelief each : readings(left, declared.shipment(), ordinary)) {
      applyReading(entry, rule, each, truth(each, declared.all()));
    }
  }

  /**
   * The rule of a threshold, with what is open of it until it is declared: whether it stands, where
   * its evidence does not suffice, and whether carriage that the price includes counts.
   */
  private LowValueRelief relief(BorderRule rule, Shipment shipment, LandedCost plain) {
    LowValueRelief stated = rule.relief().orElseThrow();
    List<Condition> conditions = new ArrayList<>(stated.conditions());
    if (!evidence.admits(rule.source())) {
      conditions.add(CONFIRMED);
    }
    if (carriageDecides(stated, shipment, plain)) {
      conditions.add(NET);
    }
    return stated.with(stated.duty(), conditions);
  }

  private static boolean carriageDecides(
      LowValueRelief relief, Shipment shipment, LandedCost plain) {
    return relief.of() == LowValueRelief.Measured.PRICE
        && isUpTo(relief, shipment, shipment.price()).equals(Optional.of(false))
        && plain
            .amount(CostLine.Kind.GOODS)
            .flatMap(goods -> isUpTo(relief, shipment, goods))
            .equals(Optional.of(true));
  }

  private static void applyReading(
      Entry entry, BorderRule rule, LowValueRelief relief, Truth truth) {
    if (truth == Truth.NOT_MET) {
      return;
    }
    entry.count(relief);
    if (truth == Truth.MET) {
      applyMet(entry, rule, relief);
    } else {
      applyOpen(entry, rule, relief);
    }
  }

  /** As the duty itself is told: goods of which no case is declared are under none. */
  private static DeclaredFacts withCase(DeclaredFacts facts, TariffBook book) {
    if (isUnderCase(facts)) {
      return facts.withFact(CASE, "yes");
    }
    return asksForCases(book, facts) ? facts : facts.withFact(CASE, "no");
  }

  /** Whether goods of which no case is declared may be under one: a book may leave that open. */
  private static boolean asksForCases(TariffBook book, DeclaredFacts facts) {
    Set<String> asked = new TreeSet<>();
    for (TariffMeasure each : book.measures()) {
      each.conditions().stream()
          .map(Condition::subject)
          .filter(CASE_FACTS::contains)
          .forEach(asked::add);
    }
    return asked.stream()
        .map(each -> each.substring(0, each.indexOf(' ')))
        .anyMatch(kind -> facts.names().stream().noneMatch(told -> told.startsWith(kind + " ")));
  }

  private static boolean isUnderCase(DeclaredFacts facts) {
    return CASE_FACTS.stream()
        .flatMap(each -> facts.fact(each).stream())
        .anyMatch(each -> !each.equalsIgnoreCase("none"));
  }

  private static List<LowValueRelief> readings(
      LowValueRelief relief, Shipment shipment, TariffLaw ordinary) {
    return ProgrammeRate.in(relief)
        .map(
            rate ->
                rate.putInto(
                    relief,
                    new DeclaredOrigin(shipment.origin(), shipment.facts()),
                    shipment.line(),
                    ordinary))
        .orElseGet(() -> List.of(relief));
  }

  /** Tells what is usual where it is not declared and settles whether the rule counts. */
  private static void tellUsual(
      Entry entry, LowValueRelief relief, Declared declared, Truth truth) {
    if (truth(relief, declared.facts()) == Truth.NOT_MET) {
      return;
    }
    Set<String> settling = new TreeSet<>();
    for (Condition each : relief.conditions()) {
      Truth usual = each.test(declared.all()).truth();
      boolean settles = truth == Truth.NOT_MET ? usual == Truth.NOT_MET : usual == Truth.MET;
      if (settles && each.test(declared.facts()).truth() == Truth.UNDECLARED) {
        settling.add(each.subject());
      }
    }
    if (!settling.isEmpty()) {
      entry.tell(
          declared.usual().only(settling)
              + " where not declared (usual for consignments of low value)");
    }
  }

  private static List<Condition> notMet(LowValueRelief relief, DeclaredFacts facts) {
    return relief.conditions().stream().filter(each -> !isMet(each, facts)).toList();
  }

  private static boolean isMet(Condition condition, DeclaredFacts facts) {
    return condition.test(facts).truth() == Truth.MET;
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
    entry.calculator = kept;
    entry.tell("applied: " + rule);
    if (relief.changesDuty()) {
      entry.add(rule, measure(entry.ordinary, rule, relief));
    }
  }

  /**
   * Duties are bounded, and a fee that may be due or not is unknown; a tax that may be due or not
   * leaves the duty open too, since there is no cost without it.
   */
  private static void applyOpen(Entry entry, BorderRule rule, LowValueRelief relief) {
    if (relief.dropsFees()) {
      entry.doubtFees("decided by " + texts(relief.conditions()) + ", by the rule “" + rule + "”");
    }
    boolean taxes = relief.dropsTax() && !entry.calculator.taxes().isEmpty();
    if (taxes) {
      entry.add(
          rule,
          conditional(unknown(entry.ordinary, rule, "whether taxes and fees are due"), relief));
    } else if (relief.changesDuty()) {
      entry.add(rule, conditional(measure(entry.ordinary, rule, relief), relief));
    }
  }

  private static String texts(List<Condition> conditions) {
    return conditions.stream().map(Condition::toString).collect(Collectors.joining("; "));
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
          case PRICE ->
              relief.conditions().contains(NET)
                  ? plain.amount(CostLine.Kind.GOODS)
                  : Optional.of(shipment.price());
          case CUSTOMS_VALUE -> plain.customsValue().value();
          case TAX -> plain.amount(CostLine.Kind.TAX);
        };
    return held.flatMap(value -> isUpTo(relief, shipment, value));
  }

  private static Optional<Boolean> isUpTo(
      LowValueRelief relief, Shipment shipment, BigMoney value) {
    return shipment
        .exchangeRates()
        .convert(value, relief.upTo().getCurrencyUnit())
        .map(converted -> converted.compareTo(relief.upTo()) <= 0);
  }
}
