package org.tariffeconomics.tariff;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.rate.Condition;
import org.tariffeconomics.rate.Condition.Truth;
import org.tariffeconomics.rate.DeclaredFacts;
import org.tariffeconomics.rate.DutyRate;
import org.tariffeconomics.tariff.NotApplied.Reason;

/**
 * Decides which measures apply to some goods, and on which share of the value: scope, conditions,
 * exemptions, the closest measure of each programme, and then who yields to whom on which part.
 */
final class StackResolver {

  private static final Comparator<DutyLayer> READING_ORDER =
      Comparator.comparing(
              (DutyLayer l) -> l.measure().rule() == Rule.BASE ? 0 : l.isBase() ? 1 : 2)
          .thenComparing(l -> l.measure().inForce().getStart())
          .thenComparing(l -> l.measure().id());

  private static final Comparator<TariffMeasure> BY_KNOWLEDGE =
      Comparator.comparing(
          TariffMeasure::knownFrom, Comparator.nullsFirst(Comparator.<LocalDate>naturalOrder()));

  private static final Comparator<TariffMeasure> BY_ID = Comparator.comparing(TariffMeasure::id);

  private final TariffLaw law;
  private final HsCode line;
  private final Country origin;
  private final DeclaredFacts facts;

  private final List<DutyLayer> layers = new ArrayList<>();
  private final List<NotApplied> notApplied = new ArrayList<>();
  private final List<String> undetermined = new ArrayList<>();
  private final List<TariffMeasure> prohibitions = new ArrayList<>();
  private final Set<String> existingPreferences = new LinkedHashSet<>();

  private StackResolver(TariffLaw law, HsCode line, Country origin, DeclaredFacts facts) {
    this.law = law;
    this.line = line;
    this.origin = origin;
    this.facts = facts;
  }

  static DutyStack resolve(TariffLaw law, HsCode line, Country origin, DeclaredFacts facts) {
    return new StackResolver(law, line, origin, facts).stack();
  }

  private DutyStack stack() {
    List<TariffMeasure> fitting = fitting();
    fitting.stream()
        .filter(m -> m.rule() == Rule.PREFERENCE)
        .forEach(m -> existingPreferences.add(m.programme()));
    List<TariffMeasure> met = fitting.stream().filter(this::conditionsMet).toList();
    met.stream().filter(m -> m.rule() == Rule.PROHIBITS).forEach(prohibitions::add);
    chooseBase(met);
    displace(chosenCharges(met, switchedOff(met)));
    layers.sort(READING_ORDER);
    return new DutyStack(
        law, line, origin, facts, layers, notApplied, undetermined, prohibitions, remarks());
  }

  /** The measures in force whose products and origins fit the whole of the line. */
  private List<TariffMeasure> fitting() {
    List<TariffMeasure> fitting = new ArrayList<>();
    for (TariffMeasure each : law.candidates(line, origin)) {
      if (each.products().splits(line)) {
        notApplied.add(new NotApplied(each, Reason.COVERS_ONLY_A_PART, line.toString()));
      }
      if (each.products().contains(line)) {
        fitting.add(each);
      }
    }
    return fitting;
  }

  private boolean conditionsMet(TariffMeasure measure) {
    if (measure.rule() == Rule.PREFERENCE && !facts.claims(measure.programme())) {
      notApplied.add(new NotApplied(measure, Reason.NOT_CLAIMED, ""));
      return false;
    }
    for (Condition condition : measure.conditions()) {
      Truth truth = test(condition);
      if (truth == Truth.UNDETERMINED) {
        undetermined.add("declare '" + condition.subject() + "' for " + measure.id());
      }
      if (truth != Truth.MET) {
        Reason reason = truth == Truth.NOT_MET ? Reason.CONDITION_NOT_MET : Reason.NOT_DECLARED;
        notApplied.add(new NotApplied(measure, reason, condition.toString()));
        return false;
      }
    }
    return true;
  }

  /** A claim to a preference that does not exist for these goods meets no condition. */
  private Truth test(Condition condition) {
    Truth truth = condition.test(facts);
    boolean idleClaim =
        condition.isClaim()
            && condition.operator() == Condition.Operator.EQUAL
            && !existingPreferences.contains(condition.value());
    return idleClaim ? Truth.NOT_MET : truth;
  }

  private List<String> remarks() {
    return facts.claims().stream()
        .filter(claim -> !existingPreferences.contains(claim))
        .map(claim -> "claims " + claim + ", which does not exist for these goods")
        .toList();
  }

  private void chooseBase(List<TariffMeasure> met) {
    Optional<TariffMeasure> base =
        closest(met.stream().filter(m -> m.rule() == Rule.BASE).toList());
    if (base.isEmpty()) {
      undetermined.add(
          "No base duty for "
              + line
              + " from "
              + origin
              + " on "
              + law.day()
              + " in '"
              + law.book()
              + "': add a BASE measure or load the schedule");
    }
    base.ifPresent(this::addBase);
    byProgramme(met.stream().filter(m -> m.rule() == Rule.PREFERENCE).toList())
        .values()
        .forEach(this::addPreferences);
  }

  /** Where a preference gives several rates for the same goods, the importer may take any. */
  private void addPreferences(List<TariffMeasure> rivals) {
    TariffMeasure best = closest(rivals).orElseThrow();
    addBase(best);
    rivals.stream()
        .filter(each -> !each.id().equals(best.id()) && isAlternative(each, best))
        .forEach(this::addBase);
  }

  private void addBase(TariffMeasure measure) {
    layers.add(new DutyLayer(measure, BigDecimal.ONE, List.of()));
  }

  /** The programmes that exemptions and replacements switch off, and by which measure. */
  private Map<String, TariffMeasure> switchedOff(List<TariffMeasure> met) {
    Map<String, TariffMeasure> off = new TreeMap<>();
    met.stream()
        .filter(m -> m.rule().namesTargets())
        .forEach(m -> m.targets().forEach(target -> off.putIfAbsent(target, m)));
    return off;
  }

  private Map<String, TariffMeasure> chosenCharges(
      List<TariffMeasure> met, Map<String, TariffMeasure> off) {
    List<TariffMeasure> charges = new ArrayList<>();
    for (TariffMeasure each : met) {
      if (each.rule().isCharge()) {
        Optional<TariffMeasure> by =
            Optional.ofNullable(off.get(each.programme())).filter(o -> switchesOff(o, each));
        by.ifPresentOrElse(o -> notApplied.add(switchedOffBy(o, each)), () -> charges.add(each));
      }
    }
    Map<String, TariffMeasure> chosen = new TreeMap<>();
    byProgramme(charges)
        .forEach((name, rivals) -> closest(rivals).ifPresent(m -> chosen.put(name, m)));
    return chosen;
  }

  /** A programme may exempt from itself, but what replaces it does not replace itself. */
  private static boolean switchesOff(TariffMeasure by, TariffMeasure measure) {
    return by.rule() == Rule.EXEMPTS || !by.programme().equals(measure.programme());
  }

  private static NotApplied switchedOffBy(TariffMeasure by, TariffMeasure measure) {
    Reason reason = by.rule() == Rule.EXEMPTS ? Reason.EXEMPTED : Reason.REPLACED;
    return new NotApplied(measure, reason, by.id());
  }

  private static Map<String, List<TariffMeasure>> byProgramme(Collection<TariffMeasure> measures) {
    Map<String, List<TariffMeasure>> groups = new TreeMap<>();
    measures.forEach(m -> groups.computeIfAbsent(m.programme(), p -> new ArrayList<>()).add(m));
    return groups;
  }

  /** The measure that counts among rivals: closest, then latest; or the dearest of all. */
  @SuppressWarnings("ReferenceEquality") // an equal measure beside the winner is a rival too
  private Optional<TariffMeasure> closest(List<TariffMeasure> rivals) {
    Optional<TariffMeasure> best = rivals.stream().max(this::compareCloseness);
    if (rivals.size() < 2) {
      return best;
    }
    TariffMeasure winner = best.orElseThrow();
    if (law.book().programme(winner.programme()).choice() == Programme.Choice.HIGHEST) {
      return Optional.of(
          winner.at(new DutyRate.GreaterOf(rivals.stream().map(TariffMeasure::rate).toList())));
    }
    rivals.stream()
        .filter(m -> m != winner && !isAlternative(m, winner))
        .forEach(m -> notApplied.add(new NotApplied(m, Reason.CLOSER_MEASURE, winner.id())));
    return best;
  }

  private boolean isAlternative(TariffMeasure measure, TariffMeasure winner) {
    return measure.rule() == Rule.PREFERENCE
        && law.book().programme(measure.programme()).choice() == Programme.Choice.MOST_SPECIFIC
        && areEquallyClose(measure, winner);
  }

  private int compareCloseness(TariffMeasure a, TariffMeasure b) {
    int closer = compareScope(a, b);
    return closer == 0 ? BY_ID.compare(a, b) : closer;
  }

  private boolean areEquallyClose(TariffMeasure a, TariffMeasure b) {
    return compareScope(a, b) == 0;
  }

  /** By origin, product and conditions, then the book's own measure, then the later law. */
  private int compareScope(TariffMeasure a, TariffMeasure b) {
    int closer =
        Integer.compare(
            a.origins().specificity(origin, law.day()), b.origins().specificity(origin, law.day()));
    if (closer == 0) {
      closer = Integer.compare(a.products().specificity(line), b.products().specificity(line));
    }
    if (closer == 0) {
      closer = Integer.compare(a.conditions().size(), b.conditions().size());
    }
    if (closer == 0) {
      closer = Boolean.compare(law.isOwn(a), law.isOwn(b));
    }
    return closer == 0 ? BY_KNOWLEDGE.compare(a, b) : closer;
  }

  /** Gives each charge the share of the value that no programme it yields to covers. */
  private void displace(Map<String, TariffMeasure> charges) {
    Map<String, ValueCover> covers = new LinkedHashMap<>();
    for (String name : YieldOrder.of(charges.keySet(), law.book(), law.day(), law.knownOn())) {
      TariffMeasure measure = Objects.requireNonNull(charges.get(name), name);
      List<String> displacers =
          law.book().programme(name).yieldsTo(law.day(), law.knownOn()).stream()
              .filter(covers::containsKey)
              .toList();
      ValueCover taken =
          displacers.stream().map(covers::get).reduce(ValueCover.NOTHING, ValueCover::plus);
      ValueCover left = ValueCover.of(measure.portion()).minus(taken);
      covers.put(name, left);
      addLayer(measure, left, displacers);
    }
  }

  private void addLayer(TariffMeasure measure, ValueCover left, List<String> displacers) {
    if (left.isNothing()) {
      notApplied.add(new NotApplied(measure, Reason.DISPLACED, String.join(", ", displacers)));
      return;
    }
    Optional<BigDecimal> share = left.share(measure.portion(), facts);
    if (share.isEmpty()) {
      undetermined.add(left.missing(measure.portion(), facts) + " for " + measure.id());
    } else if (share.get().signum() == 0 && !displacers.isEmpty()) {
      notApplied.add(new NotApplied(measure, Reason.DISPLACED, String.join(", ", displacers)));
    } else {
      layers.add(new DutyLayer(measure, share.get(), displacers));
    }
  }
}
