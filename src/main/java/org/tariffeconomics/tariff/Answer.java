package org.tariffeconomics.tariff;

import com.google.common.base.Suppliers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.rate.DeclaredFacts;
import org.tariffeconomics.rate.FactAlternative;
import org.tariffeconomics.rate.Unknown;

/**
 * What is charged on some goods: one resolution where nothing that is left open moves the duty,
 * else all of them.
 */
final class Answer {

  /** More ways than this to combine what is open are not gone through one by one. */
  static final int MOST_CASES = 2048;

  private final Resolution resolution;
  private final @Nullable Bounds bounds;
  private final DeclaredFacts given;

  /**
   * What was assumed and moves the duty, found when first asked for; who finds it twice is right.
   */
  private volatile @Nullable List<DeclaredFacts> assumed;

  private final Supplier<List<DeclaredFacts>> finder;

  /** Tells what goods of one of the lines pay with more declared; null for goods of one line. */
  private final Bounds.@Nullable OfLine goods;

  private volatile @Nullable Verdict verdict;

  /** Found when first asked for, since it takes long for many lines. */
  private volatile @Nullable Open open;

  /**
   * What is left open in a bounded answer.
   *
   * @param decidedBy what decides
   * @param reasons what is not known in it, and then what decides, as reasons
   */
  private record Open(List<DecidingFact> decidedBy, List<Unknown> reasons) {

    private static final Open NOTHING = new Open(List.of(), List.of());

    static Open of(Bounds bounds, Bounds.@Nullable OfLine goods) {
      List<DecidingFact> deciding = bounds.decidedBy(goods);
      List<Unknown> reasons = new ArrayList<>(bounds.unknowns());
      for (DecidingFact each : deciding) {
        reasons.add(new Unknown.LeftOpen(each.name(), "decided by " + each));
      }
      return new Open(deciding, List.copyOf(reasons));
    }
  }

  private Answer(
      Resolution resolution,
      @Nullable Bounds bounds,
      DeclaredFacts given,
      Supplier<List<DeclaredFacts>> finder,
      Bounds.@Nullable OfLine goods) {
    this.resolution = resolution;
    this.bounds = bounds;
    this.given = given;
    this.finder = finder;
    this.goods = goods;
  }

  Answer(Resolution resolution, @Nullable Bounds bounds, DeclaredFacts given) {
    this(resolution, bounds, given, List::of, null);
  }

  /**
   * The answer to a question about goods of one line.
   *
   * @param question the question, with what is assumed among its facts
   * @param assumed what is assumed
   */
  static Answer of(StackQuestion question, DeclaredFacts assumed) {
    Answer answer = of(question);
    return assumed.isEmpty()
        ? answer
        : new Answer(
            answer.resolution,
            answer.bounds,
            answer.given,
            () -> answer.moving(question, assumed),
            null);
  }

  /** What is charged; of several that come to one rate the first, else what they have in common. */
  Resolution resolution() {
    return resolution;
  }

  /** The ways that it may turn out; null where all charge the same. */
  @Nullable Bounds bounds() {
    return bounds;
  }

  /** How many resolutions it holds. */
  int size() {
    Bounds of = bounds;
    return of == null ? 1 : 1 + of.distinct().size();
  }

  /** What it comes to. */
  Verdict verdict() {
    Verdict found = verdict;
    if (found == null) {
      found = Verdict.of(this);
      verdict = found;
    }
    return found;
  }

  /** What decides where something is left open, what narrows the duty most first. */
  List<DecidingFact> decidedBy() {
    return open().decidedBy();
  }

  /** Why the duty is not known, or bounded: of some of the cases, and what decides. */
  List<Unknown> reasons() {
    return open().reasons();
  }

  private Open open() {
    Open made = open;
    if (made == null) {
      Bounds of = bounds;
      made = of == null ? Open.NOTHING : Open.of(of, goods);
      open = made;
    }
    return made;
  }

  /** What is declared, and of goods of one line also what is assumed. */
  DeclaredFacts given() {
    return given;
  }

  /**
   * What was assumed and moves the duty: of a heading together for all its lines, or line by line
   * where they are taken to have shares that cannot stand together.
   */
  List<DeclaredFacts> assumed() {
    List<DeclaredFacts> found = assumed;
    if (found == null) {
      found = finder.get();
      assumed = found;
    }
    return found;
  }

  /** Those of the assumptions without which the duty might be another. */
  private List<DeclaredFacts> moving(StackQuestion question, DeclaredFacts assumed) {
    DeclaredFacts moving =
        assumed.only(
            assumed.names().stream()
                .filter(name -> hangsOn(name, question))
                .collect(Collectors.toSet()));
    return moving.isEmpty() ? List.of() : List.of(moving);
  }

  /** Whether the duty is left open, or another, where one of the facts is not given. */
  private boolean hangsOn(String fact, StackQuestion question) {
    Answer without = of(question.with(question.facts().without(fact)));
    Bounds open = without.bounds;
    return open == null
        ? !without.resolution.comesToTheSameAs(resolution)
        : open.wide() != null || open.moves(fact);
  }

  private static Answer of(StackQuestion question) {
    List<List<FactAlternative>> open = OpenFacts.of(question);
    if (open.isEmpty()) {
      return new Answer(StackResolver.resolve(question), null, question.facts());
    }
    long ways = 1;
    for (List<FactAlternative> each : open) {
      ways = Math.min(ways * each.size(), Integer.MAX_VALUE);
    }
    if (ways > MOST_CASES) {
      return WideBounds.of(question, open);
    }
    return of(
        OpenWays.of(question, open, (int) ways),
        question.facts(),
        () -> StackResolver.resolve(question).notApplied());
  }

  /** The answer for goods of which one of some cases holds. */
  private static Answer of(Bounds bounds, DeclaredFacts given, Supplier<List<NotApplied>> whyNot) {
    List<Resolution> all = bounds.distinct();
    Resolution first = all.get(0);
    boolean same = all.stream().allMatch(each -> each.comesToTheSameAs(first));
    return new Answer(
        same || bounds.oneRate().isPresent()
            ? first.among(all, Suppliers.memoize(bounds::notApplied))
            : Resolution.common(all, Suppliers.memoize(whyNot::get)),
        same ? null : bounds,
        given);
  }

  /**
   * The answer for goods of a code whose lines have different ones, with what is declared.
   *
   * @param parts the different answers
   * @param codes tells the lines of each
   * @param declared what is declared
   * @param goods tells the answer for a line with more declared
   */
  static Answer joined(
      List<Answer> parts,
      Function<Answer, List<HsCode>> codes,
      DeclaredFacts declared,
      Bounds.OfLine goods) {
    List<Resolution> distinct = parts.stream().flatMap(each -> each.distinct().stream()).toList();
    Supplier<List<BoundedCase>> cases =
        () -> parts.stream().flatMap(each -> each.casesFor(codes.apply(each)).stream()).toList();
    Answer all =
        parts.stream()
            .flatMap(each -> each.wide().map(w -> w.forCodes(codes.apply(each))).stream())
            .reduce(Bounds.Wide::union)
            .map(wide -> within(parts, new Bounds(distinct, cases, wide), declared))
            .orElseGet(() -> of(new Bounds(distinct, cases, null), declared, List::of));
    return new Answer(all.resolution, all.bounds, declared, () -> assumedOf(parts), goods);
  }

  private static Answer within(List<Answer> parts, Bounds bounds, DeclaredFacts declared) {
    List<Resolution> all = parts.stream().map(Answer::resolution).toList();
    return new Answer(Resolution.common(all, List::of).withoutLayers(), bounds, declared);
  }

  private static List<DeclaredFacts> assumedOf(List<Answer> parts) {
    List<DeclaredFacts> all =
        parts.stream().flatMap(each -> each.assumed().stream()).distinct().toList();
    DeclaredFacts together = DeclaredFacts.none();
    for (DeclaredFacts each : all) {
      if (!together.fits(each)) {
        return all;
      }
      together = each.and(together);
    }
    return all.isEmpty() ? all : List.of(together);
  }

  Optional<Bounds.Wide> wide() {
    return Optional.ofNullable(bounds).map(Bounds::wide);
  }

  private List<Resolution> distinct() {
    Bounds of = bounds;
    return of == null ? List.of(resolution) : of.distinct();
  }

  /** The same with the lines that it is for. */
  List<BoundedCase> casesFor(List<HsCode> codes) {
    Bounds open = bounds;
    return open == null
        ? List.of(new BoundedCase(codes, List.of(), given, resolution, BoundedCase.Asking.NOTHING))
        : open.cases().stream().map(c -> c.forCodes(codes)).toList();
  }
}
