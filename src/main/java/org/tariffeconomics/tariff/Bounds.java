package org.tariffeconomics.tariff;

import com.google.common.base.Suppliers;
import com.google.common.collect.HashMultiset;
import com.google.common.collect.LinkedHashMultimap;
import com.google.common.collect.Multimaps;
import com.google.common.collect.Multiset;
import com.google.common.collect.SetMultimap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.basics.RateRange;
import org.tariffeconomics.rate.DeclaredFacts;
import org.tariffeconomics.rate.FactAlternative;
import org.tariffeconomics.rate.Unknown;
import org.tariffeconomics.tariff.DutyStack.Outcome;

/**
 * All the ways that what is left open may turn out: every line below a code, every value that
 * matters of what is not declared. Many ways often come to the same few charges, which are held
 * once; the ways themselves are told when asked for.
 */
final class Bounds {

  private final List<Resolution> distinct;
  private final Supplier<List<BoundedCase>> cases;
  private final @Nullable Wide wide;

  private final Supplier<Optional<RateRange>> range;

  /**
   * What may be charged.
   *
   * @param distinct what is charged in the ways that were gone through, each once
   * @param cases tells the ways that were gone through one by one
   * @param wide a range that holds the duty of goods of which there are too many cases; null where
   *     all were gone through
   */
  Bounds(List<Resolution> distinct, Supplier<List<BoundedCase>> cases, @Nullable Wide wide) {
    this.distinct = List.copyOf(distinct);
    this.cases = cases;
    this.wide = wide;
    this.range = Suppliers.memoize(() -> wide == null ? range(this.distinct) : withWide(wide));
  }

  /**
   * A range that is safe and not exact.
   *
   * @param codes the lines below the code for which it holds; empty where the code is not split
   * @param range the range, empty where a duty depends on more than the value
   * @param open what is open
   * @param prohibiting the measures that may prohibit the import, by what is open
   */
  record Wide(
      List<HsCode> codes,
      Optional<RateRange> range,
      List<List<FactAlternative>> open,
      List<TariffMeasure> prohibiting) {

    Wide forCodes(List<HsCode> some) {
      return new Wide(some, range, open, prohibiting);
    }

    /** What holds the duty of these goods and of others. */
    Wide union(Wide other) {
      return new Wide(
          joined(codes, other.codes),
          both(range, other.range),
          joined(open, other.open),
          joined(prohibiting, other.prohibiting));
    }
  }

  /** Tells what goods of one of the lines pay with more declared. */
  interface OfLine {

    /**
     * The answer for a line.
     *
     * @param line the line
     * @param more what is declared of the goods besides
     */
    Answer with(HsCode line, DeclaredFacts more);
  }

  private static <T> List<T> joined(List<T> one, List<T> other) {
    return Stream.concat(one.stream(), other.stream()).distinct().toList();
  }

  private static Optional<RateRange> both(Optional<RateRange> one, Optional<RateRange> other) {
    return one.flatMap(range -> other.map(range::union));
  }

  /** The ways that were gone through one by one, made anew at each call. */
  List<BoundedCase> cases() {
    return cases.get();
  }

  /** What is charged in some way that was gone through, each once. */
  List<Resolution> distinct() {
    return distinct;
  }

  @Nullable Wide wide() {
    return wide;
  }

  /**
   * Assessed where all cases come to one rate, bounded where the duty is known in every case, a
   * prohibition counting as known.
   */
  Outcome outcome() {
    if (wide == null && distinct.stream().allMatch(Resolution::isProhibited)) {
      return Outcome.PROHIBITED;
    }
    if (oneRate().isPresent()) {
      return Outcome.ASSESSED;
    }
    boolean known = wide == null || wide.range().isPresent();
    return known && distinct.stream().allMatch(c -> c.isProhibited() || c.isAssessable())
        ? Outcome.BOUNDED
        : Outcome.UNDETERMINED;
  }

  /** Whether the same cases charge the same, in whatever order they are. */
  boolean saysTheSameAs(Bounds other) {
    List<BoundedCase> ours = cases();
    List<BoundedCase> theirs = other.cases();
    if (!Objects.equals(wide, other.wide) || ours.size() != theirs.size()) {
      return false;
    }
    return IntStream.range(0, ours.size()).allMatch(i -> ours.get(i).saysTheSameAs(theirs.get(i)))
        || sayTheSameInAnotherOrder(ours, theirs);
  }

  private static boolean sayTheSameInAnotherOrder(
      List<BoundedCase> ours, List<BoundedCase> theirs) {
    Map<List<Object>, Resolution> charged = new HashMap<>();
    theirs.forEach(each -> charged.put(key(each), each.resolution()));
    for (BoundedCase each : ours) {
      Resolution same = charged.get(key(each));
      if (same == null || !each.resolution().saysTheSameAs(same)) {
        return false;
      }
    }
    return true;
  }

  private static List<Object> key(BoundedCase each) {
    return List.of(each.codes(), Set.copyOf(each.facts()));
  }

  /** The reasons of the cases in which the duty is not known, with the lines they are for. */
  List<Unknown> unknowns() {
    List<Unknown> unknowns = new ArrayList<>(tooMuch());
    if (wide != null) {
      wide.prohibiting()
          .forEach(
              m -> unknowns.add(new Unknown.Prohibited(m.id(), "may be prohibited by " + m.id())));
    }
    List<BoundedCase> all = cases();
    NavigableSet<HsCode> codes = codes(all);
    Map<Unknown, List<String>> lines = new LinkedHashMap<>();
    for (BoundedCase each : all) {
      if (!each.isProhibited() && !each.resolution().isAssessable()) {
        List<Unknown> why = new ArrayList<>(each.resolution().undetermined());
        if (each.resolution().base() == Charges.Base.UNKNOWN) {
          why.add(new Unknown.NotBundled("base duty", "no base duty is held"));
        }
        for (Unknown reason : why) {
          lines.computeIfAbsent(reason, r -> new ArrayList<>()).addAll(texts(each, codes));
        }
      }
    }
    lines.forEach((reason, some) -> unknowns.add(some.isEmpty() ? reason : of(reason, some)));
    return List.copyOf(unknowns);
  }

  /** What would have to be declared where there are too many cases and no range of them. */
  private List<Unknown> tooMuch() {
    return wide == null || wide.range().isPresent()
        ? List.of()
        : wide.open().stream()
            .map(some -> some.get(0).name())
            .<Unknown>map(
                name -> new Unknown.NeedsFact(name, "too much is left open: declare " + name))
            .toList();
  }

  private static Unknown of(Unknown reason, List<String> lines) {
    return reason.withSentence(reason.sentence() + " (" + CodeGroups.text(lines) + ")");
  }

  /** The codes of a case; of one of which a part is another case, what is left of it. */
  private static List<String> texts(BoundedCase some, NavigableSet<HsCode> all) {
    return some.codes().stream()
        .map(code -> isDivided(code, all) ? "rest of " + code : code.toString())
        .toList();
  }

  private static boolean isDivided(HsCode code, NavigableSet<HsCode> all) {
    HsCode next = all.higher(code);
    return next != null && code.covers(next);
  }

  private NavigableSet<HsCode> codes(List<BoundedCase> all) {
    NavigableSet<HsCode> codes = new TreeSet<>(wide == null ? List.of() : wide.codes());
    all.forEach(each -> codes.addAll(each.codes()));
    return codes;
  }

  /** The lowest and the highest rate; empty where one depends on more than the value. */
  Optional<RateRange> range() {
    return range.get();
  }

  private Optional<RateRange> withWide(Wide whole) {
    boolean more = distinct.stream().anyMatch(c -> !c.isProhibited());
    return more ? both(whole.range(), range(distinct)) : whole.range();
  }

  /** The rate that every case comes to, where it is one. */
  Optional<Rate> oneRate() {
    return wide != null || distinct.stream().anyMatch(Resolution::isProhibited)
        ? Optional.empty()
        : range().flatMap(RateRange::exact);
  }

  /** What is payable on a value where all cases come to one rate and are rounded alike. */
  OptionalLong payableMinor(long customsValueMinor) {
    if (oneRate().isEmpty()) {
      return OptionalLong.empty();
    }
    long[] all =
        distinct.stream()
            .map(each -> Objects.requireNonNull(each.fixed()))
            .mapToLong(fixed -> fixed.kernel().payableMinor(customsValueMinor))
            .distinct()
            .toArray();
    return all.length == 1 ? OptionalLong.of(all[0]) : OptionalLong.empty();
  }

  /** The lowest and the highest rate of what is no prohibition. */
  static Optional<RateRange> range(Iterable<Resolution> some) {
    Optional<RateRange> all = Optional.empty();
    for (Resolution each : some) {
      if (!each.isProhibited()) {
        Optional<RateRange> one = each.rate().map(RateRange::of);
        if (one.isEmpty()) {
          return Optional.empty();
        }
        all = all.map(range -> range.union(one.get())).or(() -> one);
      }
    }
    return all;
  }

  /**
   * What is left open and moves the duty, what narrows it most first.
   *
   * @param goods tells what goods of one of the lines pay with more declared; null where there are
   *     no lines
   */
  List<DecidingFact> decidedBy(@Nullable OfLine goods) {
    return oneRate().isPresent() ? List.of() : deciding(goods);
  }

  /** What decides which programmes charge the one rate; empty where more than that is decided. */
  Optional<String> onlyTheProgrammes() {
    return oneRate()
        .map(
            rate ->
                deciding(null).stream()
                    .map(
                        fact ->
                            fact.name()
                                + " "
                                + fact.alternatives().stream().map(a -> a.words()).toList())
                    .collect(Collectors.joining(", ")));
  }

  private List<DecidingFact> deciding(@Nullable OfLine goods) {
    List<BoundedCase> all = cases();
    List<DecidingFact> facts = new ArrayList<>();
    if (wide != null) {
      wide.open().forEach(values -> facts.add(DecidingFact.unknown(values)));
    }
    if (isOfLines(all) || isPartlyWide(all)) {
      facts.add(new DecidingFact(DecidingFact.LINE, byLine(all)));
    }
    for (String name : names(all)) {
      if (moves(name, all)) {
        facts.add(new DecidingFact(name, byValueOf(name, all, goods)));
      }
    }
    return DecidingFact.mostDecisiveFirst(facts, range());
  }

  /**
   * What is charged in no case: with its reason where that is the same in all, else with what it
   * depends on.
   */
  List<NotApplied> notApplied() {
    List<BoundedCase> all = cases();
    List<NotApplied> first = all.get(0).resolution().notApplied();
    if (all.stream().allMatch(c -> c.resolution().notApplied().equals(first))) {
      return first;
    }
    SetMultimap<TariffMeasure, NotApplied> reasons = LinkedHashMultimap.create();
    Multiset<NotApplied> times = HashMultiset.create();
    for (BoundedCase each : all) {
      Set<NotApplied> some = new LinkedHashSet<>(each.resolution().notApplied());
      some.forEach(one -> reasons.put(one.measure(), one));
      times.addAll(some);
    }
    distinct.forEach(each -> each.layers().forEach(l -> reasons.removeAll(l.measure())));
    String open = String.join(", ", open(all));
    Set<String> entered = entered(all);
    return Multimaps.asMap(reasons).entrySet().stream()
        .map(
            entry -> {
              NotApplied one = entry.getValue().iterator().next();
              return times.count(one) == all.size()
                  ? one
                  : NotApplied.leftOpen(
                      entry.getKey(), open, entered.contains(entry.getKey().programme()));
            })
        .toList();
  }

  /** The preferences that the goods are entered under in every case, charged or not. */
  private static Set<String> entered(List<BoundedCase> all) {
    Set<String> entered = new TreeSet<>(all.get(0).resolution().entered());
    all.forEach(each -> entered.retainAll(each.resolution().entered()));
    return entered;
  }

  private static List<String> open(List<BoundedCase> all) {
    List<String> open = new ArrayList<>(isOfLines(all) ? List.of(DecidingFact.LINE) : List.of());
    open.addAll(names(all));
    return open;
  }

  private static boolean isOfLines(List<BoundedCase> all) {
    return all.stream().map(BoundedCase::codes).distinct().count() > 1;
  }

  /** Whether there are lines with too many cases beside others. */
  private boolean isPartlyWide(List<BoundedCase> all) {
    return wide != null && !all.isEmpty();
  }

  private static Set<String> names(List<BoundedCase> all) {
    return all.stream()
        .flatMap(c -> c.facts().stream())
        .map(FactAlternative::name)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Whether two cases that differ in nothing but this fact charge differently. */
  boolean moves(String name) {
    return moves(name, cases());
  }

  private static boolean moves(String name, List<BoundedCase> all) {
    Map<List<Object>, BoundedCase> firsts = new LinkedHashMap<>();
    for (BoundedCase each : all) {
      List<Object> rest =
          Stream.concat(
                  Stream.of((Object) each.codes()),
                  each.facts().stream().filter(f -> !f.name().equals(name)))
              .toList();
      BoundedCase first = firsts.putIfAbsent(rest, each);
      if (first != null && !first.resolution().comesToTheSameAs(each.resolution())) {
        return true;
      }
    }
    return false;
  }

  private List<DecidingFact.Alternative> byValueOf(
      String name, List<BoundedCase> all, @Nullable OfLine goods) {
    Predicate<BoundedCase> isTied = c -> goods != null && isTied(name, c);
    List<List<HsCode>> tied =
        all.stream().filter(isTied).map(BoundedCase::codes).distinct().toList();
    List<DecidingFact.Alternative> alternatives = new ArrayList<>();
    new ByValue(name, all.stream().filter(isTied.negate()).toList())
        .cases()
        .forEach(
            (value, some) ->
                alternatives.add(
                    goods == null || tied.isEmpty()
                        ? DecidingFact.Alternative.of(value, some, wide)
                        : withTied(value, some, tied, goods)));
    return alternatives;
  }

  /**
   * Whether goods that are not asked for a fact are asked for another part of the same whole, of
   * which a value of the fact leaves less.
   */
  private static boolean isTied(String name, BoundedCase some) {
    return some.valueOf(name).isEmpty()
        && some.facts().stream().anyMatch(f -> FactAlternative.areTied(name, f.name()));
  }

  private DecidingFact.Alternative withTied(
      FactAlternative value, List<BoundedCase> some, List<List<HsCode>> tied, OfLine goods) {
    List<BoundedCase> cases = new ArrayList<>(some);
    Wide others = wide;
    DeclaredFacts declared = value.declaredWithin(DeclaredFacts.none());
    for (List<HsCode> each : tied) {
      Answer answer = goods.with(each.get(0), declared);
      cases.addAll(answer.casesFor(each));
      Wide more = answer.wide().orElse(null);
      others = others == null ? more : more == null ? others : others.union(more);
    }
    return DecidingFact.Alternative.of(value, cases, others);
  }

  private List<DecidingFact.Alternative> byLine(List<BoundedCase> all) {
    Map<Set<Object>, List<BoundedCase>> byDuty = new LinkedHashMap<>();
    Map<List<HsCode>, List<BoundedCase>> byCodes =
        all.stream()
            .collect(
                Collectors.groupingBy(BoundedCase::codes, LinkedHashMap::new, Collectors.toList()));
    byCodes
        .values()
        .forEach(some -> byDuty.computeIfAbsent(duties(some), d -> new ArrayList<>()).addAll(some));
    NavigableSet<HsCode> codes = codes(all);
    List<DecidingFact.Alternative> alternatives = new ArrayList<>();
    for (List<BoundedCase> some : byDuty.values()) {
      List<String> texts = some.stream().flatMap(c -> texts(c, codes).stream()).toList();
      alternatives.add(DecidingFact.Alternative.of(texts, codesOf(some), some));
    }
    if (wide != null) {
      alternatives.add(DecidingFact.Alternative.of(wide));
    }
    return alternatives;
  }

  private static List<HsCode> codesOf(List<BoundedCase> some) {
    return some.stream().flatMap(each -> each.codes().stream()).distinct().toList();
  }

  /** The duties that are possible among some cases, so that lines with the same are one group. */
  private static Set<Object> duties(List<BoundedCase> some) {
    Set<Object> duties = new LinkedHashSet<>();
    for (BoundedCase each : some) {
      duties.add(
          each.isProhibited()
              ? "prohibited"
              : each.rate().<Object>map(rate -> rate).orElseGet(() -> each.resolution().charges()));
    }
    return duties;
  }
}
