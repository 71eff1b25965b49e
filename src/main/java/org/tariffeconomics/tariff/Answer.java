package org.tariffeconomics.tariff;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.rate.DeclaredFacts;
import org.tariffeconomics.rate.FactAlternative;

/**
 * What is charged on some goods: one resolution where nothing that is left open moves the duty,
 * else all of them.
 */
final class Answer {

  /** More ways than this to combine what is open are not gone through one by one. */
  static final int MOST_CASES = 2048;

  private final Resolution resolution;
  private final @Nullable Bounds bounds;
  private final DeclaredFacts taken;

  /** What of that moves the duty, found when first asked for; whoever finds it twice is right. */
  private volatile @Nullable DeclaredFacts moving;

  private final Supplier<DeclaredFacts> finder;

  private Answer(
      Resolution resolution,
      @Nullable Bounds bounds,
      DeclaredFacts taken,
      Supplier<DeclaredFacts> finder) {
    this.resolution = resolution;
    this.bounds = bounds;
    this.taken = taken;
    this.finder = finder;
  }

  Answer(Resolution resolution, @Nullable Bounds bounds) {
    this(resolution, bounds, DeclaredFacts.none(), DeclaredFacts::none);
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
            answer.resolution, answer.bounds, assumed, () -> moving(question, assumed, answer));
  }

  /** What is charged; of several that come to one rate the first, else what they have in common. */
  Resolution resolution() {
    return resolution;
  }

  /** The ways that it may turn out; null where there is one. */
  @Nullable Bounds bounds() {
    return bounds;
  }

  /** All that was assumed, whether or not the duty hangs on it. */
  DeclaredFacts taken() {
    return taken;
  }

  /** What was assumed and moves the duty. */
  DeclaredFacts assumed() {
    DeclaredFacts found = moving;
    if (found == null) {
      found = finder.get();
      moving = found;
    }
    return found;
  }

  /** Those of the assumptions without which the duty might be another. */
  private static DeclaredFacts moving(
      StackQuestion question, DeclaredFacts assumed, Answer answer) {
    Set<String> moving = new TreeSet<>();
    for (String name : assumed.names()) {
      if (!of(question.with(question.facts().without(name))).saysTheSameAs(answer)) {
        moving.add(name);
      }
    }
    return assumed.only(moving);
  }

  private static Answer of(StackQuestion question) {
    List<List<FactAlternative>> open = OpenFacts.of(question);
    if (open.isEmpty()) {
      return new Answer(StackResolver.resolve(question), null);
    }
    long ways = 1;
    for (List<FactAlternative> each : open) {
      ways = Math.min(ways * each.size(), Integer.MAX_VALUE);
    }
    if (ways > MOST_CASES) {
      return WideBounds.of(question, open);
    }
    List<BoundedCase> cases = new ArrayList<>((int) ways);
    addCases(question, open, List.of(), cases);
    return of(cases, () -> StackResolver.resolve(question).notApplied());
  }

  private static void addCases(
      StackQuestion question,
      List<List<FactAlternative>> open,
      List<FactAlternative> taken,
      List<BoundedCase> cases) {
    if (taken.size() == open.size()) {
      declared(question.facts(), taken)
          .ifPresent(
              facts ->
                  cases.add(
                      new BoundedCase(
                          List.of(), taken, StackResolver.resolve(question.with(facts)))));
      return;
    }
    for (FactAlternative each : open.get(taken.size())) {
      List<FactAlternative> more = new ArrayList<>(taken);
      more.add(each);
      addCases(question, open, List.copyOf(more), cases);
    }
  }

  /** Empty where contents together would exceed the value, which cannot be. */
  private static Optional<DeclaredFacts> declared(
      DeclaredFacts facts, List<FactAlternative> taken) {
    if (materials(facts, taken).compareTo(BigDecimal.ONE) > 0) {
      return Optional.empty();
    }
    DeclaredFacts all = facts;
    for (FactAlternative each : taken) {
      all = each.declaredBy(all);
    }
    return Optional.of(all);
  }

  private static BigDecimal materials(DeclaredFacts facts, List<FactAlternative> taken) {
    BigDecimal sum = facts.materials();
    for (FactAlternative each : taken) {
      sum = sum.add(each.material());
    }
    return sum;
  }

  /** The answer for goods of which one of some cases holds. */
  private static Answer of(List<BoundedCase> cases, Supplier<List<NotApplied>> notApplied) {
    Resolution first = cases.get(0).resolution();
    if (cases.stream().allMatch(c -> c.resolution().comesToTheSameAs(first))) {
      return new Answer(first, null);
    }
    Bounds bounds = new Bounds(List.copyOf(cases), null);
    return new Answer(
        bounds.oneRate().isPresent() ? first : Resolution.common(cases, notApplied.get()), bounds);
  }

  /** The answer for goods of a code whose lines have different ones. */
  static Answer joined(List<Answer> parts, Function<Answer, List<HsCode>> codes) {
    List<BoundedCase> cases = new ArrayList<>();
    for (Answer each : parts) {
      if (each.bounds != null && each.bounds.wide() != null) {
        return each;
      }
      cases.addAll(each.casesFor(codes.apply(each)));
    }
    Answer all = of(cases, List::of);
    return new Answer(
        all.resolution,
        all.bounds,
        together(parts, Answer::taken),
        () -> together(parts, Answer::assumed));
  }

  private static DeclaredFacts together(List<Answer> parts, Function<Answer, DeclaredFacts> facts) {
    DeclaredFacts all = DeclaredFacts.none();
    for (Answer each : parts) {
      all = facts.apply(each).and(all);
    }
    return all;
  }

  private boolean saysTheSameAs(Answer other) {
    return bounds == null && other.bounds == null
        ? resolution.comesToTheSameAs(other.resolution)
        : Objects.equals(bounds, other.bounds);
  }

  /** The same with the lines that it is for. */
  private List<BoundedCase> casesFor(List<HsCode> codes) {
    Bounds open = bounds;
    return open == null
        ? List.of(new BoundedCase(codes, List.of(), resolution))
        : open.cases().stream().map(c -> c.forCodes(codes)).toList();
  }
}
