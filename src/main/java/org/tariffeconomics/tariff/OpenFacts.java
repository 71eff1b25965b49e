package org.tariffeconomics.tariff;

import com.google.common.collect.LinkedHashMultimap;
import com.google.common.collect.SetMultimap;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tariffeconomics.basics.Memo;
import org.tariffeconomics.rate.Condition;
import org.tariffeconomics.rate.ConditionalRate;
import org.tariffeconomics.rate.DeclaredFacts;
import org.tariffeconomics.rate.DutyRate;
import org.tariffeconomics.rate.FactAlternative;
import org.tariffeconomics.rate.FactAlternative.ShareLimits;
import org.tariffeconomics.rate.Portion;
import org.tariffeconomics.rate.UsShareOfRest;

/**
 * What a declaration leaves open that some measure asks for: facts and contents, each with the
 * values that matter. A claim is never open: what is not claimed is not granted, and asks nothing.
 */
final class OpenFacts {

  private static final String US_CONTENT = Condition.CONTENT + Portion.US;

  private static final int MOST_KEPT = 1 << 12;

  /** By the conditions on one fact, which name it: the same are asked of many goods. */
  private static final Memo<List<Condition>, List<FactAlternative>> ALTERNATIVES =
      new Memo<>(MOST_KEPT);

  private final StackQuestion question;
  private final DeclaredFacts facts;
  private final SetMultimap<String, Condition> conditions = LinkedHashMultimap.create();

  /** The contents that a duty is charged on, or on all but. */
  private final Set<String> charged = new TreeSet<>();

  /** Whether a rate is of such a content, and whether a measure is on such a part of the value. */
  private boolean inRates;

  private boolean inPortions;

  /** The contents that measures are on, or on all but, declared or not. */
  private final Set<String> portionsOn = new TreeSet<>();

  /** Whether the US content and some materials are both among them. */
  private final boolean materialsBesideUs;

  private OpenFacts(StackQuestion question) {
    this.question = question;
    this.facts = question.facts();
    ConditionCheck check = new ConditionCheck(AskedFor.existing(question.candidates()));
    for (Candidate each : question.candidates()) {
      TariffMeasure measure = each.measure();
      if (!measure.isUnclaimed(facts) && !check.failsByClaims(measure, facts)) {
        collect(measure);
      }
    }
    this.materialsBesideUs = portionsOn.contains(Portion.US) && portionsOn.size() > 1;
  }

  /** The alternatives of each fact that is open; none for one whose values cannot be told. */
  static List<List<FactAlternative>> of(StackQuestion question) {
    if (!asksForMore(question)) {
      return List.of();
    }
    return new OpenFacts(question).alternatives();
  }

  /** The names of all that is open, what rates are computed from included. */
  static Set<String> names(StackQuestion question) {
    DeclaredFacts facts = question.facts();
    List<TariffMeasure> asking = new ArrayList<>();
    for (Candidate each : question.candidates()) {
      TariffMeasure measure = each.measure();
      if (!measure.isUnclaimed(facts) && leavesOpen(measure, facts)) {
        asking.add(measure);
      }
    }
    if (asking.isEmpty()) {
      return Set.of();
    }
    ConditionCheck check = new ConditionCheck(AskedFor.existing(question.candidates()));
    Set<String> names = new TreeSet<>();
    for (TariffMeasure each : asking) {
      if (!check.failsByClaims(each, facts)) {
        each.factsAsked().stream().filter(name -> isOpen(name, facts)).forEach(names::add);
      }
    }
    return names;
  }

  private static boolean leavesOpen(TariffMeasure measure, DeclaredFacts facts) {
    for (String name : measure.factsAsked()) {
      if (isOpen(name, facts)) {
        return true;
      }
    }
    return false;
  }

  /** The conditions that ask for a fact. */
  static Set<Condition> conditionsOn(String fact, StackQuestion question) {
    return Set.copyOf(new OpenFacts(question).conditions.get(fact));
  }

  /** Most goods are asked nothing, which is soon told. */
  private static boolean asksForMore(StackQuestion question) {
    for (Candidate each : question.candidates()) {
      TariffMeasure measure = each.measure();
      if (!measure.conditions().isEmpty() || !measure.factsAsked().isEmpty()) {
        return true;
      }
    }
    return false;
  }

  private void collect(TariffMeasure measure) {
    for (Condition each : measure.conditions()) {
      boolean said =
          each instanceof Condition.Claim || ConditionCheck.isImplied(each, measure, facts);
      if (!said && isOpen(each.subject())) {
        conditions.put(each.subject(), each);
      }
    }
    if (measure.portion().kind() != Portion.Kind.FULL) {
      portionsOn.add(measure.portion().content());
      inPortions |= charge(Condition.CONTENT + measure.portion().content());
    }
    for (String name : measure.traits().rateFacts()) {
      inRates |= name.startsWith(Condition.CONTENT) && charge(name);
    }
  }

  private boolean charge(String content) {
    boolean open = isOpen(content);
    if (open) {
      charged.add(content);
    }
    return open;
  }

  private boolean isOpen(String name) {
    return isOpen(name, facts);
  }

  private static boolean isOpen(String name, DeclaredFacts facts) {
    return name.startsWith(Condition.CONTENT)
        ? facts.content(name.substring(Condition.CONTENT.length())).isEmpty()
        : facts.fact(name).isEmpty();
  }

  private List<List<FactAlternative>> alternatives() {
    Set<String> names = new TreeSet<>(conditions.keySet());
    names.addAll(charged);
    List<List<FactAlternative>> all = new ArrayList<>();
    for (String name : names) {
      List<FactAlternative> some =
          name.startsWith(Condition.CONTENT) ? ofContent(name, names) : ofFact(name);
      if (!some.isEmpty()) {
        all.add(some);
      }
    }
    if (leavesUsShareOpen() && !bendsWithUsShare()) {
      all.add(UsShareOfRest.ends());
    }
    return all;
  }

  /**
   * Whether a duty is on the US content or all but it, others are on materials, and it is neither
   * declared nor told by the shares how much of the rest is of the United States.
   */
  private boolean leavesUsShareOpen() {
    if (!materialsBesideUs || !isOpen(UsShareOfRest.FACT)) {
      return false;
    }
    Optional<BigDecimal> ofUs = facts.content(Portion.US);
    boolean open = portionsOn.stream().anyMatch(name -> facts.content(name).isEmpty());
    BigDecimal materials =
        portionsOn.stream()
            .filter(name -> !name.equals(Portion.US))
            .flatMap(name -> facts.content(name).stream())
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    return (ofUs.isEmpty() || isPart(ofUs.get())) && (open || isPart(materials));
  }

  /**
   * Whether the duty may be lower between the ends of the US share of the rest than at both: where
   * the parts of more than one duty grow or shrink with it, of which the greater or the lower
   * counts, or each only as far as it exceeds another.
   */
  private boolean bendsWithUsShare() {
    long totals =
        question.candidates().stream()
            .filter(c -> c.rule().isTotal())
            .map(Candidate::programme)
            .distinct()
            .count();
    return totals > 1
        || portionsOn.stream()
            .map(Condition.CONTENT::concat)
            .anyMatch(name -> competes(name) || takesFromOrdinary(name));
  }

  private static boolean isPart(BigDecimal share) {
    return share.signum() > 0 && share.compareTo(BigDecimal.ONE) < 0;
  }

  /** Of a fact that a rate is computed from, every value matters, and not only where it stands. */
  private List<FactAlternative> ofFact(String name) {
    for (Candidate each : question.candidates()) {
      TariffMeasure measure = each.measure();
      if (measure.traits().rateFacts().contains(name)
          && !(measure.rate() instanceof ConditionalRate)) {
        return List.of();
      }
    }
    List<Condition> asking = List.copyOf(conditions.get(name));
    return FactAlternative.areLimited(name, asking, facts, question.day())
        ? FactAlternative.of(name, asking, facts, question.day())
        : ALTERNATIVES.get(asking, some -> FactAlternative.of(name, some));
  }

  private List<FactAlternative> ofContent(String name, Set<String> names) {
    boolean counts = charged.contains(name);
    if (counts && bends(name)) {
      return List.of();
    }
    boolean material = !name.equals(US_CONTENT);
    BigDecimal most = material ? BigDecimal.ONE.subtract(facts.materials()) : BigDecimal.ONE;
    Set<BigDecimal> cuts = material ? cuts(name, names, most) : besideMaterials();
    return FactAlternative.ofContent(
        name, conditions.get(name), new ShareLimits(most, cuts, counts));
  }

  /** What one material can be at most where others are at, or hardly above, one of their limits. */
  private Set<BigDecimal> cuts(String name, Set<String> names, BigDecimal most) {
    Set<BigDecimal> sums = Set.of(BigDecimal.ZERO);
    for (String other : names) {
      if (other.startsWith(Condition.CONTENT) && !other.equals(name) && !other.equals(US_CONTENT)) {
        Set<BigDecimal> shares = new HashSet<>(limits(other));
        limits(other).forEach(limit -> shares.add(FactAlternative.justAbove(limit)));
        sums = withEach(sums, shares);
      }
    }
    Set<BigDecimal> cuts = sums.stream().map(most::subtract).collect(Collectors.toSet());
    cuts.addAll(besideUs(name));
    return cuts;
  }

  /** The shares of a content that its conditions name. */
  private List<BigDecimal> limits(String content) {
    return conditions.get(content).stream()
        .map(each -> ((Condition.Content) each).share())
        .toList();
  }

  /** Some sums, and each of them with one of some shares more. */
  private static Set<BigDecimal> withEach(Set<BigDecimal> sums, Collection<BigDecimal> shares) {
    Set<BigDecimal> more = new HashSet<>(sums);
    shares.forEach(share -> sums.forEach(sum -> more.add(sum.add(share))));
    return more;
  }

  /**
   * Where the most and the least that the rest may have of an open US content turn: where it is as
   * much as some materials are, and where it is all but them.
   */
  private Set<BigDecimal> besideMaterials() {
    return materialsBesideUs ? sharesAndRests(sumsOfMaterials(US_CONTENT)) : Set.of();
  }

  /**
   * Where they turn for a material that is open: where it is, with some others or without, as much
   * as the US content, or all but that.
   */
  private Set<BigDecimal> besideUs(String name) {
    if (!materialsBesideUs) {
      return Set.of();
    }
    Set<BigDecimal> ofUs = new HashSet<>(limits(US_CONTENT));
    facts.content(Portion.US).ifPresent(ofUs::add);
    Set<BigDecimal> others = sumsOfMaterials(name);
    Set<BigDecimal> turns = new HashSet<>();
    sharesAndRests(ofUs).forEach(turn -> others.forEach(sum -> turns.add(turn.subtract(sum))));
    return turns;
  }

  private static Set<BigDecimal> sharesAndRests(Set<BigDecimal> shares) {
    Set<BigDecimal> both = new HashSet<>(shares);
    shares.forEach(share -> both.add(BigDecimal.ONE.subtract(share)));
    return both;
  }

  /**
   * What some of the materials that duties are on come to, as declared or at one of their limits.
   */
  private Set<BigDecimal> sumsOfMaterials(String except) {
    Set<BigDecimal> sums = Set.of(BigDecimal.ZERO);
    for (String material : portionsOn) {
      String name = Condition.CONTENT + material;
      if (!name.equals(US_CONTENT) && !name.equals(except)) {
        sums = withEach(sums, facts.content(material).map(List::of).orElseGet(() -> limits(name)));
      }
    }
    return sums;
  }

  /**
   * Whether the duty may be lower or higher between two shares than at both: where a rate of a
   * content is charged on a part of the value, so that one share is multiplied by another, the
   * dearest of duties on different parts counts, the ordinary duty that a total counts in is on a
   * part, or the lower of it and a preference counts and one of them is.
   */
  private boolean bends(String name) {
    boolean steps =
        question.candidates().stream()
            .map(Candidate::measure)
            .anyMatch(each -> each.traits().rateFacts().contains(name) && !isSum(each.rate()));
    return steps
        || (inRates && inPortions)
        || competes(name)
        || underTotal(name)
        || underPreference(name);
  }

  private static boolean isSum(DutyRate rate) {
    return rate instanceof DutyRate.OnPortion
        || (rate instanceof DutyRate.Sum && rate.parts().stream().allMatch(OpenFacts::isSimple));
  }

  private static boolean isSimple(DutyRate rate) {
    return rate.parts().isEmpty() || isSum(rate);
  }

  private boolean competes(String name) {
    SetMultimap<String, Portion> portions = LinkedHashMultimap.create();
    for (Candidate each : question.candidates()) {
      if (each.rule().isCharge()
          && question.book().programme(each.programme()).choice() == Programme.Choice.HIGHEST) {
        portions.put(each.programme(), each.measure().portion());
      }
    }
    return portions.asMap().values().stream()
        .anyMatch(
            some ->
                some.size() > 1
                    && some.stream().anyMatch(p -> name.equals(Condition.CONTENT + p.content())));
  }

  private boolean underTotal(String name) {
    boolean totals = question.candidates().stream().anyMatch(c -> c.rule().isTotal());
    return totals
        && (takesFromOrdinary(name)
            || ordinary()
                .anyMatch(
                    c ->
                        (c.measure().portion().kind() != Portion.Kind.FULL
                                && !LayerChoice.isFree(c.measure()))
                            || c.measure().traits().rateFacts().contains(name)));
  }

  /** The ordinary duty and what is claimed in its place. */
  private Stream<Candidate> ordinary() {
    return question.candidates().stream()
        .filter(c -> c.rule().isBase())
        .filter(c -> !c.measure().isUnclaimed(facts));
  }

  /**
   * The lower of two duties counts, of which one is left on a part only and may be left on none.
   */
  private boolean underPreference(String name) {
    return ordinary().anyMatch(c -> c.rule() == Rule.PREFERENCE) && takesFromOrdinary(name);
  }

  /**
   * Whether a measure on such a part of the value keeps the ordinary duty from it, or keeps others
   * from doing so: a total then grows with one part times another.
   */
  private boolean takesFromOrdinary(String name) {
    Set<String> reached =
        ordinary().map(Candidate::programme).collect(Collectors.toCollection(HashSet::new));
    Set<TariffMeasure> takers = new HashSet<>();
    for (int before = -1; before < takers.size(); ) {
      before = takers.size();
      for (Candidate each : question.candidates()) {
        if (takesFrom(reached, each.measure())) {
          takers.add(each.measure());
          reached.add(each.programme());
        }
      }
    }
    return takers.stream()
        .map(TariffMeasure::portion)
        .anyMatch(
            p -> p.kind() != Portion.Kind.FULL && name.equals(Condition.CONTENT + p.content()));
  }

  private boolean takesFrom(Set<String> programmes, TariffMeasure measure) {
    return measure.targets().stream().anyMatch(programmes::contains)
        || programmes.stream()
            .anyMatch(each -> question.yields().containsEntry(each, measure.programme()));
  }
}
