package org.tariffeconomics.tariff;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.basics.RateRange;
import org.tariffeconomics.rate.FactAlternative;
import org.tariffeconomics.rate.Unknown;
import org.tariffeconomics.tariff.DutyStack.Outcome;

/**
 * All the ways that what is left open may turn out: every line below a code, every value that
 * matters of what is not declared.
 *
 * @param cases the cases; at least two that charge differently
 * @param wide a range that holds the duty in whatever case, where there are too many to go through
 *     one by one, and the cases are none; else null
 */
record Bounds(List<BoundedCase> cases, @Nullable Wide wide) {

  /**
   * A range that is safe and not exact.
   *
   * @param range the range, empty where a duty depends on more than the value
   * @param open what is open
   */
  record Wide(Optional<RateRange> range, List<List<FactAlternative>> open) {}

  /**
   * Assessed where all cases come to one rate, bounded where the duty is known in every case, a
   * prohibition counting as known.
   */
  Outcome outcome() {
    if (wide != null) {
      return wide.range().isPresent() ? Outcome.BOUNDED : Outcome.UNDETERMINED;
    }
    if (cases.stream().allMatch(BoundedCase::isProhibited)) {
      return Outcome.PROHIBITED;
    }
    if (oneRate().isPresent()) {
      return Outcome.ASSESSED;
    }
    return cases.stream().allMatch(c -> c.isProhibited() || c.resolution().isAssessable())
        ? Outcome.BOUNDED
        : Outcome.UNDETERMINED;
  }

  /** The reasons of the cases in which the duty is not known, with the lines they are for. */
  List<Unknown> unknowns() {
    if (wide != null && wide.range().isEmpty()) {
      return wideNames().stream()
          .<Unknown>map(
              name -> new Unknown.NeedsFact(name, "too much is left open: declare " + name))
          .toList();
    }
    Map<Unknown, List<String>> lines = new LinkedHashMap<>();
    for (BoundedCase each : cases) {
      if (!each.isProhibited() && !each.resolution().isAssessable()) {
        List<Unknown> why = new ArrayList<>(each.resolution().undetermined());
        if (each.resolution().base() == Charges.Base.UNKNOWN) {
          why.add(new Unknown.NotBundled("base duty", "no base duty is held"));
        }
        for (Unknown reason : why) {
          lines.computeIfAbsent(reason, r -> new ArrayList<>()).addAll(texts(each));
        }
      }
    }
    return lines.entrySet().stream()
        .map(e -> e.getValue().isEmpty() ? e.getKey() : of(e.getKey(), e.getValue()))
        .toList();
  }

  private static Unknown of(Unknown reason, List<String> lines) {
    return reason.withSentence(reason.sentence() + " (" + CodeGroups.text(lines) + ")");
  }

  private List<String> texts(BoundedCase some) {
    return some.codes().stream()
        .map(code -> isDivided(code) ? "rest of " + code : "" + code)
        .toList();
  }

  /** Whether some of what lies below a code is another case. */
  private boolean isDivided(HsCode code) {
    return cases.stream()
        .flatMap(c -> c.codes().stream())
        .anyMatch(other -> code.covers(other) && !code.equals(other));
  }

  /** The lowest and the highest rate; empty where one depends on more than the value. */
  Optional<RateRange> range() {
    return wide == null ? range(cases) : wide.range();
  }

  /** The rate that every case comes to, where it is one. */
  Optional<Rate> oneRate() {
    return wide != null || cases.stream().anyMatch(BoundedCase::isProhibited)
        ? Optional.empty()
        : range().flatMap(RateRange::exact);
  }

  /** What is payable on a value where all cases come to one rate and are rounded alike. */
  OptionalLong payableMinor(long customsValueMinor) {
    if (oneRate().isEmpty()) {
      return OptionalLong.empty();
    }
    long[] all =
        cases.stream()
            .map(c -> Objects.requireNonNull(c.resolution().fixed()))
            .mapToLong(fixed -> fixed.kernel().payableMinor(customsValueMinor))
            .distinct()
            .toArray();
    return all.length == 1 ? OptionalLong.of(all[0]) : OptionalLong.empty();
  }

  private List<String> wideNames() {
    return wide == null ? List.of() : wide.open().stream().map(some -> some.get(0).name()).toList();
  }

  static Optional<RateRange> range(List<BoundedCase> some) {
    Optional<RateRange> all = Optional.empty();
    for (BoundedCase each : some) {
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

  /** What is left open and moves the duty, what narrows it most first. */
  List<DecidingFact> decidedBy() {
    return oneRate().isPresent() ? List.of() : deciding();
  }

  /** What decides which programmes charge the one rate; empty where more than that is decided. */
  Optional<String> onlyTheProgrammes() {
    return oneRate()
        .map(
            rate ->
                deciding().stream()
                    .map(
                        fact ->
                            fact.name()
                                + " "
                                + fact.alternatives().stream().map(a -> a.words()).toList())
                    .collect(Collectors.joining(", ")));
  }

  private List<DecidingFact> deciding() {
    if (wide != null) {
      return wide.open().stream().map(DecidingFact::unknown).toList();
    }
    List<DecidingFact> facts = new ArrayList<>();
    if (cases.stream().map(BoundedCase::codes).distinct().count() > 1) {
      facts.add(new DecidingFact(DecidingFact.LINE, byLine()));
    }
    for (String name : names()) {
      if (moves(name)) {
        facts.add(new DecidingFact(name, byValueOf(name)));
      }
    }
    return DecidingFact.mostDecisiveFirst(facts, range());
  }

  private Set<String> names() {
    return cases.stream()
        .flatMap(c -> c.facts().stream())
        .map(FactAlternative::name)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Whether two cases that differ in nothing but this fact charge differently. */
  private boolean moves(String name) {
    Map<List<Object>, BoundedCase> firsts = new LinkedHashMap<>();
    for (BoundedCase each : cases) {
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

  private List<DecidingFact.Alternative> byValueOf(String name) {
    Map<String, List<BoundedCase>> byWords = new LinkedHashMap<>();
    for (BoundedCase each : cases) {
      each.wordsOf(name)
          .ifPresent(words -> byWords.computeIfAbsent(words, w -> new ArrayList<>()).add(each));
    }
    return alternatives(byWords);
  }

  private List<DecidingFact.Alternative> byLine() {
    Map<List<Object>, List<BoundedCase>> byDuty = new LinkedHashMap<>();
    Map<Object, List<BoundedCase>> byCodes =
        cases.stream()
            .collect(
                Collectors.groupingBy(BoundedCase::codes, LinkedHashMap::new, Collectors.toList()));
    byCodes
        .values()
        .forEach(some -> byDuty.computeIfAbsent(duties(some), d -> new ArrayList<>()).addAll(some));
    Map<String, List<BoundedCase>> named = new LinkedHashMap<>();
    for (List<BoundedCase> some : byDuty.values()) {
      Set<String> codes = new LinkedHashSet<>();
      some.forEach(c -> codes.addAll(texts(c)));
      named.put(CodeGroups.text(codes), some);
    }
    return alternatives(named);
  }

  /** The duties that are possible among some cases, so that lines with the same are one group. */
  private static List<Object> duties(List<BoundedCase> some) {
    Set<Object> duties = new LinkedHashSet<>();
    for (BoundedCase each : some) {
      duties.add(
          each.isProhibited()
              ? "prohibited"
              : each.rate().<Object>map(rate -> rate).orElseGet(() -> each.resolution().charges()));
    }
    return List.of(duties);
  }

  private static List<DecidingFact.Alternative> alternatives(Map<String, List<BoundedCase>> named) {
    List<DecidingFact.Alternative> all = new ArrayList<>();
    named.forEach((words, some) -> all.add(DecidingFact.Alternative.of(words, some)));
    return all;
  }
}
