package org.tariffeconomics.tariff;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.joda.money.BigMoney;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.ExchangeRates;
import org.tariffeconomics.rate.Condition;
import org.tariffeconomics.rate.DeclaredFacts;
import org.tariffeconomics.rate.DutyBasis;
import org.tariffeconomics.rate.DutyRate;
import org.tariffeconomics.rate.MeursingTable;
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
  private final List<Unknown> undetermined;
  private final List<TariffMeasure> prohibitions = new ArrayList<>();

  /** The measures of which one is the ordinary duty, charged or not. */
  private List<TariffMeasure> ordinary = List.of();

  private StackResolver(StackQuestion question, List<Unknown> undetermined) {
    this.question = question;
    this.facts = question.facts();
    this.onOne = onOne(question);
    this.undetermined = new ArrayList<>(undetermined);
  }

  /** What is charged where nothing is left open, or what is left open counts as not declared. */
  static Resolution resolve(StackQuestion question) {
    AskedFor asked = AskedFor.by(question.candidates());
    ConditionCheck check = new ConditionCheck(asked.existing());
    List<Candidate> met = new ArrayList<>();
    List<NotApplied> failed = new ArrayList<>();
    List<Unknown> unknowns = new ArrayList<>();
    for (Candidate each : question.candidates()) {
      ConditionCheck.Finding finding = check.check(each.measure(), question.facts());
      if (finding.met()) {
        met.add(each);
      }
      failed.addAll(finding.notApplied());
      unknowns.addAll(finding.unknowns());
    }
    Resolution charged = resolve(question, asked, met, unknowns);
    failed.addAll(charged.notApplied());
    List<NotApplied> all = List.copyOf(failed);
    return charged.because(() -> all);
  }

  /**
   * What is charged of measures whose conditions are met; what is not applied is told of them only.
   *
   * @param question the question with all that is declared
   * @param asked what the goods may claim and declare
   * @param met the measures whose conditions are met
   * @param undetermined what is not known of the conditions of others
   */
  static Resolution resolve(
      StackQuestion question, AskedFor asked, List<Candidate> met, List<Unknown> undetermined) {
    return new StackResolver(question, undetermined).resolution(asked, met);
  }

  private Resolution resolution(AskedFor asked, List<Candidate> declared) {
    List<Candidate> met = SpecificParts.resolved(declared);
    List<Node> base = chosen(met, c -> c.rule() == Rule.BASE, c -> "");
    List<Node> preferences = chosen(met, c -> c.rule() == Rule.PREFERENCE, Candidate::programme);
    List<Node> charges = chosen(met, c -> c.rule().isCharge(), Candidate::programme);
    List<Node> prohibiting = alone(met, Rule.PROHIBITS);
    List<Node> all = new ArrayList<>(alone(met, Rule.EXEMPTS));
    List.of(base, preferences, charges, prohibiting).forEach(all::addAll);
    ordinary = base.isEmpty() ? List.of() : base.get(0).measures();
    Displacement.walk(all, question.yields(), this::dearestOf)
        .forEach(doubt -> undetermined.add(new Unknown.Unresolved(doubt)));
    Charges.Base state = addBase(base, preferences);
    DutyBasis withBase = onOne.withBaseDuty(LayerChoice.baseDuty(layers, state, onOne));
    charges.forEach(node -> addCharge(node, withBase));
    prohibiting.forEach(this::addProhibition);
    layers.sort(READING_ORDER);
    return result(asked, state);
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
      left.share(facts)
          .ifPresent(share -> options.add(counting(DutyLayer.of(each, left, share, List.of()))));
    }
    return options.size() < all.size()
        ? all
        : LayerChoice.best(options, onOne).stream().map(DutyLayer::measure).toList();
  }

  private Resolution result(AskedFor asked, Charges.Base state) {
    List<Unknown> reasons =
        undetermined.isEmpty() ? List.of() : List.copyOf(new LinkedHashSet<>(undetermined));
    List<NotApplied> rejected = List.copyOf(notApplied);
    boolean assessable =
        reasons.isEmpty() && prohibitions.isEmpty() && state != Charges.Base.UNKNOWN;
    return new Resolution(
        List.copyOf(layers),
        state,
        () -> rejected,
        reasons,
        List.copyOf(prohibitions),
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

  /** The measures that count of each programme, in the order in which programmes first come. */
  private List<Node> chosen(
      List<Candidate> met, Predicate<Candidate> some, Function<Candidate, String> programme) {
    Map<String, List<Candidate>> rivals = new LinkedHashMap<>();
    for (Candidate each : met) {
      if (some.test(each)) {
        rivals.computeIfAbsent(programme.apply(each), p -> new ArrayList<>(2)).add(each);
      }
    }
    List<Node> chosen = new ArrayList<>(rivals.size());
    rivals.values().forEach(all -> chosen.add(new Node(choose(all))));
    return chosen;
  }

  /**
   * The measures that count among rivals: the closest; all of a programme of which the dearest
   * counts, but of a layer below none; and all equally close preferences, of which the importer may
   * take any.
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
    List<Candidate> layer = ordered.stream().filter(c -> c.stratum() == best.stratum()).toList();
    if (highest && best.rule() == Rule.PREFERENCE) {
      return List.of(dearest(layer));
    }
    List<TariffMeasure> counting = new ArrayList<>();
    for (int i = 0; i < ordered.size(); i++) {
      Candidate each = ordered.get(i);
      boolean counts =
          i == 0
              || (highest && each.stratum() == best.stratum())
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
    List<Node> alone = new ArrayList<>();
    for (Candidate each : met) {
      if (each.rule() == rule) {
        alone.add(new Node(List.of(each.measure())));
      }
    }
    return alone;
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
    for (DutyLayer each : layer.options()) {
      noteWhatWasNotUnderstood(each);
      each.countedIn().ifPresent(all -> all.options().forEach(this::noteWhatWasNotUnderstood));
    }
  }

  /** A total with the duty that counts towards it, where that is not what is paid on its part. */
  private DutyLayer counting(DutyLayer layer) {
    if (!layer.measure().rule().isTotal()) {
      return layer;
    }
    DutyLayer paid = layers.stream().filter(DutyLayer::isBase).findFirst().orElse(null);
    DutyLayer counts = layer.measure().rule() == Rule.TOPS_UP_ORDINARY_TO ? ordinary() : paid;
    if (counts == null || (counts.isSameChargeAs(paid) && isOnOnePart(layer, counts))) {
      return layer;
    }
    return counting(layer, counts);
  }

  /** Whether a total on some part of the value counts in as much of a duty as its part is worth. */
  private static boolean isOnOnePart(DutyLayer total, DutyLayer ordinary) {
    return total.region().isEverything()
        || ordinary.options().stream().allMatch(each -> each.region().isEverything());
  }

  private DutyLayer counting(DutyLayer total, DutyLayer ordinary) {
    List<BigDecimal> inCommon = new ArrayList<>();
    for (DutyLayer each : ordinary.options()) {
      ValueRegion both = each.region().and(total.region());
      both.share(facts).ifPresentOrElse(inCommon::add, () -> needFact(total.measure(), both));
    }
    return inCommon.size() < ordinary.options().size() ? total : total.counting(ordinary, inCommon);
  }

  /**
   * The ordinary duty as it would be charged if nothing kept it from the goods; null where there is
   * none, or the content that it is charged on is not declared.
   */
  private @Nullable DutyLayer ordinary() {
    List<DutyLayer> options = new ArrayList<>();
    for (TariffMeasure each : ordinary) {
      ValueRegion charged = each.traits().charged();
      charged
          .share(facts)
          .ifPresentOrElse(
              share -> options.add(DutyLayer.of(each, charged, share, List.of())),
              () -> needFact(each, charged));
    }
    return options.isEmpty() || options.size() < ordinary.size()
        ? null
        : LayerChoice.decide(options, onOne).orElseGet(() -> DutyLayer.oneOf(options));
  }

  private void noteWhatWasNotUnderstood(DutyLayer layer) {
    layer
        .measure()
        .traits()
        .unknown()
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
        notApplied.add(node.notApplied(each));
      }
    }
  }

  /** The layers of a node's measures, each with the share that no one took from it. */
  private List<DutyLayer> left(Node node) {
    List<DutyLayer> left = new ArrayList<>();
    for (TariffMeasure each : node.measures()) {
      ValueRegion region = node.left(each);
      Optional<BigDecimal> share = region.share(facts);
      if (share.isEmpty()) {
        needFact(each, region);
      } else if (share.get().signum() == 0 && !node.displacers().isEmpty()) {
        notApplied.add(node.notApplied(each));
      } else {
        left.add(counting(DutyLayer.of(each, region, share.get(), node.displacers())));
      }
    }
    return left;
  }

  private void needFact(TariffMeasure measure, ValueRegion region) {
    String fact = region.missing(facts).orElseThrow();
    String share =
        fact.startsWith(Condition.CONTENT)
            ? fact.substring(Condition.CONTENT.length()) + " content as a share of the value"
            : fact + ", a fraction that the declared contents leave room for,";
    undetermined.add(new Unknown.NeedsFact(fact, "declare the " + share + " for " + measure.id()));
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
