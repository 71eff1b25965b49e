package org.tariffeconomics.tariff;

import com.google.common.collect.Multimaps;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.joda.money.BigMoney;
import org.tariffeconomics.basics.ExchangeRates;
import org.tariffeconomics.rate.Condition;
import org.tariffeconomics.rate.Condition.Answer;
import org.tariffeconomics.rate.Condition.Truth;
import org.tariffeconomics.rate.DeclaredFacts;
import org.tariffeconomics.rate.DutyBasis;
import org.tariffeconomics.rate.DutyRate;
import org.tariffeconomics.rate.MeursingTable;
import org.tariffeconomics.rate.Portion;
import org.tariffeconomics.rate.RateFacts;
import org.tariffeconomics.rate.Unknown;
import org.tariffeconomics.tariff.Displacement.Node;
import org.tariffeconomics.tariff.NotApplied.Reason;

/**
 * Decides which of the candidate measures apply to some goods, and on which share of the value:
 * conditions first, then the closest measure of each programme, then one walk of who displaces
 * whom.
 */
final class StackResolver {

  private static final Comparator<DutyLayer> READING_ORDER =
      Comparator.comparing(
              (DutyLayer l) -> l.measure().rule() == Rule.BASE ? 0 : l.isBase() ? 1 : 2)
          .thenComparing(l -> l.measure().inForce().getStart())
          .thenComparing(l -> l.measure().id());

  private final StackQuestion question;
  private final DeclaredFacts facts;

  /** One unit of the currency, with no quantity: what a duty by value alone is told from. */
  private final DutyBasis onOne;

  private final List<DutyLayer> layers = new ArrayList<>();
  private final List<NotApplied> notApplied = new ArrayList<>();
  private final List<Unknown> undetermined = new ArrayList<>();
  private final List<TariffMeasure> prohibitions = new ArrayList<>();
  private final Set<String> existing = new LinkedHashSet<>();
  private final Set<String> asked = new TreeSet<>();

  private StackResolver(StackQuestion question) {
    this.question = question;
    this.facts = question.facts();
    this.onOne = onOne(question);
  }

  static Resolution resolve(StackQuestion question) {
    return new StackResolver(question).resolution();
  }

  private Resolution resolution() {
    question.candidates().forEach(this::noteWhatItAsks);
    List<Candidate> met =
        SpecificParts.resolved(question.candidates().stream().filter(this::conditionsMet).toList());
    Map<String, Node> base = chosenBase(met);
    Map<String, Node> preferences = chosenPreferences(met);
    Map<String, Node> charges = chosenCharges(met);
    List<Node> prohibiting = alone(met, Rule.PROHIBITS);
    List<Node> all = new ArrayList<>(alone(met, Rule.EXEMPTS));
    List.of(base, preferences, charges).forEach(chosen -> all.addAll(chosen.values()));
    all.addAll(prohibiting);
    Displacement.walk(all, question.yields(), this::dearestOf)
        .forEach(doubt -> undetermined.add(new Unknown.Unresolved(doubt)));
    Charges.Base state = addBase(base.values(), preferences.values());
    DutyBasis withBase = onOne.withBaseDuty(LayerChoice.baseDuty(layers, state, onOne));
    charges.values().forEach(node -> addCharge(node, withBase));
    prohibiting.forEach(this::addProhibition);
    layers.sort(READING_ORDER);
    return result(state);
  }

  /** The measures of which one is charged: all of them where value or quantity decide. */
  private List<TariffMeasure> dearestOf(Node node) {
    List<TariffMeasure> all = node.measures();
    if (all.size() == 1 || !all.get(0).rule().isCharge()) {
      return all;
    }
    List<DutyLayer> options = new ArrayList<>();
    for (TariffMeasure each : all) {
      ValueRegion left = node.left(each);
      left.share(facts).ifPresent(share -> options.add(DutyLayer.of(each, share, List.of())));
    }
    return options.size() < all.size()
        ? all
        : LayerChoice.best(options, onOne).stream().map(DutyLayer::measure).toList();
  }

  private Resolution result(Charges.Base state) {
    List<Unknown> reasons = new ArrayList<>(new LinkedHashSet<>(undetermined));
    boolean assessable =
        reasons.isEmpty() && prohibitions.isEmpty() && state != Charges.Base.UNKNOWN;
    return new Resolution(
        List.copyOf(layers),
        state,
        List.copyOf(notApplied),
        List.copyOf(reasons),
        List.copyOf(prohibitions),
        existing,
        asked,
        assessable ? Resolution.fixed(layers, state, question.book(), onOne) : null);
  }

  private static DutyBasis onOne(StackQuestion question) {
    return new DutyBasis(
        BigMoney.of(question.book().currency(), BigDecimal.ONE),
        List.of(),
        Charges.NOT_KNOWN,
        question.facts(),
        ExchangeRates.none(),
        Optional.of(question.day()),
        Optional.of(question.origin()),
        MeursingTable.empty());
  }

  private void noteWhatItAsks(Candidate candidate) {
    TariffMeasure measure = candidate.measure();
    if (measure.rule() == Rule.PREFERENCE) {
      existing.add(measure.programme());
    }
    measure.conditions().forEach(condition -> asked.addAll(RateFacts.of(condition)));
    if (measure.portion().kind() != Portion.Kind.FULL) {
      asked.add(Condition.CONTENT + measure.portion().content());
    }
    asked.addAll(RateFacts.of(measure.rate()));
  }

  private boolean conditionsMet(Candidate candidate) {
    TariffMeasure measure = candidate.measure();
    if (measure.rule() == Rule.PREFERENCE && !facts.claims(measure.programme())) {
      notApplied.add(new NotApplied(measure, Reason.NOT_CLAIMED, ""));
      return false;
    }
    boolean met = true;
    for (Condition condition : deciding(measure.conditions())) {
      met &= isMet(measure, condition);
    }
    return met;
  }

  /** Those that are surely not met, where there are such: then the others need not be known. */
  private List<Condition> deciding(List<Condition> conditions) {
    if (conditions.size() < 2) {
      return conditions;
    }
    List<Condition> failed =
        conditions.stream().filter(c -> test(c).truth() == Truth.NOT_MET).toList();
    return failed.isEmpty() ? conditions : failed;
  }

  private boolean isMet(TariffMeasure measure, Condition condition) {
    Answer answer = test(condition);
    boolean open = answer.truth() == Truth.UNDETERMINED || answer.truth() == Truth.UNDECLARED;
    if (open) {
      undetermined.add(
          new Unknown.NeedsFact(condition.subject(), answer.reason() + " for " + measure.id()));
    }
    if (answer.truth() != Truth.MET) {
      Reason reason =
          answer.truth() == Truth.NOT_MET ? Reason.CONDITION_NOT_MET : Reason.NOT_DECLARED;
      notApplied.add(new NotApplied(measure, reason, condition.toString()));
    }
    return answer.truth() == Truth.MET;
  }

  /** A claim to a preference that does not exist for these goods is no claim. */
  private Answer test(Condition condition) {
    boolean idle =
        condition instanceof Condition.Claim claim && !existing.contains(claim.programme());
    return condition.test(idle ? DeclaredFacts.none() : facts);
  }

  private Map<String, Node> chosenBase(List<Candidate> met) {
    List<Candidate> rivals = met.stream().filter(c -> c.rule() == Rule.BASE).toList();
    return rivals.isEmpty() ? Map.of() : chosen(Map.of("", rivals));
  }

  private Map<String, Node> chosenPreferences(List<Candidate> met) {
    return chosen(byProgramme(met.stream().filter(c -> c.rule() == Rule.PREFERENCE).toList()));
  }

  private Map<String, Node> chosenCharges(List<Candidate> met) {
    return chosen(byProgramme(met.stream().filter(c -> c.rule().isCharge()).toList()));
  }

  private static Map<String, List<Candidate>> byProgramme(List<Candidate> candidates) {
    return Multimaps.asMap(Multimaps.index(candidates, Candidate::programme));
  }

  private Map<String, Node> chosen(Map<String, List<Candidate>> rivals) {
    Map<String, Node> chosen = new LinkedHashMap<>();
    rivals.forEach((key, some) -> chosen.put(key, new Node(choose(some))));
    return chosen;
  }

  /**
   * The measures that count among rivals: the closest; all of a programme of which the dearest
   * counts; and all equally close preferences, of which the importer may take any.
   */
  private List<TariffMeasure> choose(List<Candidate> rivals) {
    if (rivals.size() == 1) {
      return List.of(rivals.get(0).measure());
    }
    List<Candidate> ordered =
        rivals.stream()
            .sorted(Candidate.BY_CLOSENESS.reversed().thenComparing(c -> c.measure().id()))
            .toList();
    Candidate best = ordered.get(0);
    boolean highest =
        question.book().programme(best.programme()).choice() == Programme.Choice.HIGHEST;
    if (highest && best.rule() == Rule.PREFERENCE) {
      return List.of(dearest(ordered));
    }
    List<TariffMeasure> counting = new ArrayList<>();
    for (Candidate each : ordered) {
      boolean counts =
          each.equals(best)
              || highest
              || (each.rule() == Rule.PREFERENCE && each.isAsCloseAs(best));
      if (counts) {
        counting.add(each.measure());
      } else {
        notApplied.add(new NotApplied(each.measure(), Reason.CLOSER_MEASURE, best.measure().id()));
      }
    }
    return counting;
  }

  /**
   * The dearest of preferences stands beside the ordinary duty as one rate: the greatest of all.
   */
  private static TariffMeasure dearest(List<Candidate> preferences) {
    List<DutyRate> rates = preferences.stream().map(c -> c.measure().rate()).toList();
    return preferences.get(0).measure().withRate(new DutyRate.GreaterOf(rates));
  }

  /** Measures of which each acts by itself, whatever else its programme says. */
  private static List<Node> alone(List<Candidate> met, Rule rule) {
    return met.stream()
        .filter(c -> c.rule() == rule)
        .map(c -> new Node(List.of(c.measure())))
        .toList();
  }

  /**
   * A base duty that others keep wholly from the goods leaves nothing to pay in its place either.
   */
  private Charges.Base addBase(Iterable<Node> base, Iterable<Node> preferences) {
    List<DutyLayer> options = new ArrayList<>();
    Charges.Base state = Charges.Base.UNKNOWN;
    for (Node each : base) {
      List<DutyLayer> left = left(each);
      options.addAll(left);
      state = left.isEmpty() && each.isTaken() ? Charges.Base.NOTHING_DUE : Charges.Base.LAYER;
    }
    if (state == Charges.Base.NOTHING_DUE) {
      return state;
    }
    preferences.forEach(each -> options.addAll(left(each)));
    if (!options.isEmpty()) {
      addLayer(options, onOne);
    }
    return state;
  }

  private void addCharge(Node node, DutyBasis basis) {
    List<DutyLayer> options = left(node);
    if (!options.isEmpty()) {
      addLayer(options, basis);
    }
  }

  private void addLayer(List<DutyLayer> options, DutyBasis basis) {
    DutyLayer layer = oneOf(options, basis);
    layers.add(layer);
    layer.options().forEach(this::noteWhatWasNotUnderstood);
  }

  private void noteWhatWasNotUnderstood(DutyLayer layer) {
    RateFacts.inevitablyUnknown(layer.measure().rate())
        .ifPresent(
            why ->
                undetermined.add(
                    why.withSentence(
                        why.sentence() + " (" + layer.measure().id() + ")" + way(layer))));
  }

  /** How to tell what a line does not. */
  private static String way(DutyLayer layer) {
    return RatedArticle.isOfAnArticle(layer.measure())
        ? "; declare the line of that article, as in rate of=6109.10.00"
        : "";
  }

  private void addProhibition(Node node) {
    for (TariffMeasure each : node.measures()) {
      if (node.stands()) {
        prohibitions.add(each);
      } else {
        notApplied.add(node.notApplied(each, question.yields()));
      }
    }
  }

  /** The layers of a node's measures, each with the share that no one took from it. */
  private List<DutyLayer> left(Node node) {
    List<DutyLayer> left = new ArrayList<>();
    for (TariffMeasure each : node.measures()) {
      ValueRegion region = node.left(each);
      Optional<BigDecimal> share =
          region.isNothing() ? Optional.of(BigDecimal.ZERO) : region.share(facts);
      if (share.isEmpty()) {
        String content = region.missing(facts).orElseThrow();
        undetermined.add(
            new Unknown.NeedsFact(
                Condition.CONTENT + content,
                "declare the " + content + " content as a share of the value for " + each.id()));
      } else if (share.get().signum() == 0 && !node.displacers().isEmpty()) {
        notApplied.add(node.notApplied(each, question.yields()));
      } else {
        left.add(DutyLayer.of(each, share.get(), node.displacers()));
      }
    }
    return left;
  }

  /** The option that is charged whatever the value and quantity, or all of them. */
  private DutyLayer oneOf(List<DutyLayer> options, DutyBasis basis) {
    if (options.size() == 1) {
      return options.get(0);
    }
    boolean base = options.get(0).isBase();
    Optional<DutyLayer> decided = LayerChoice.decide(options, basis);
    decided.ifPresent(
        paid ->
            options.stream()
                .filter(each -> !each.equals(paid))
                .forEach(
                    each ->
                        notApplied.add(
                            new NotApplied(
                                each.measure(),
                                base ? Reason.NOT_THE_LOWEST : Reason.NOT_THE_HIGHEST,
                                "(" + paid.measure().id() + ")"))));
    return decided.orElseGet(() -> DutyLayer.oneOf(options));
  }
}
