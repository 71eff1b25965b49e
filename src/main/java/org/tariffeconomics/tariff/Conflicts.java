package org.tariffeconomics.tariff;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.Knowledge;
import org.tariffeconomics.basics.ProductScope;
import org.tariffeconomics.basics.Validity;
import org.tariffeconomics.rate.Condition;
import org.tariffeconomics.rate.DutyRate;
import org.threeten.extra.LocalDateRange;

/**
 * Finds measures that cannot stand together, by their scopes: two compete where they list the same
 * code and speak equally closely of a country on a day that both are in force on.
 */
final class Conflicts {

  private static final Knowledge BEFORE_ALL = Knowledge.of(LocalDate.MIN);

  private final Map<String, Programme> programmes;
  private final List<Conflict> found = new ArrayList<>();

  private final Set<TariffMeasure> standing = Collections.newSetFromMap(new IdentityHashMap<>());

  /** Overlaps that a third measure, closer wherever both hold, may settle. */
  private final List<Overlap> candidates = new ArrayList<>();

  private final Map<String, TariffMeasure> byId = new HashMap<>();

  /** The measures of each competition, by how many conditions they have. */
  private final Map<String, List<Rivals>> competitions = new HashMap<>();

  /** Two measures that speak equally closely of a country. */
  private record Overlap(TariffMeasure one, TariffMeasure other, Country origin) {

    Conflict conflict() {
      List<TariffMeasure> both =
          Stream.of(one, other).sorted(Comparator.comparing(TariffMeasure::id)).toList();
      return new Conflict(
          Conflict.Kind.OVERLAP,
          both,
          "Overlapping measures of one programme: '"
              + both.get(0)
              + "' overlaps '"
              + both.get(1)
              + "' for "
              + origin
              + ", and neither is known to be the later law: end one of them, or say from when each"
              + " was known");
    }
  }

  private Conflicts(Map<String, Programme> programmes) {
    this.programmes = programmes;
  }

  /**
   * The conflicts of measures that come to others.
   *
   * @param standing measures that stand together already
   * @param more the measures that come to them
   * @param programmes the programmes by name, which say how to choose among their measures
   * @param names every programme that may be a target
   * @return the conflicts, in the order of the measures that come
   */
  static List<Conflict> of(
      Collection<TariffMeasure> standing,
      Collection<TariffMeasure> more,
      Map<String, Programme> programmes,
      Set<String> names) {
    Conflicts conflicts = new Conflicts(programmes);
    conflicts.standing.addAll(standing);
    for (TariffMeasure each : standing) {
      conflicts.byId.putIfAbsent(each.id(), each);
      conflicts.goods(each).ifPresent(goods -> goods.add(each));
    }
    for (TariffMeasure each : more) {
      conflicts.checkId(each);
      conflicts.checkTargets(each, names);
      conflicts.byId.putIfAbsent(each.id(), each);
      conflicts
          .goods(each)
          .ifPresent(
              goods -> {
                conflicts.checkOverlaps(each, goods);
                goods.add(each);
              });
    }
    for (Overlap each : conflicts.candidates) {
      if (!conflicts.isSettled(each)) {
        conflicts.found.add(each.conflict());
      }
    }
    return conflicts.found;
  }

  /** Whether another measure says what counts where the conditions of both are met. */
  private boolean isSettled(Overlap overlap) {
    TariffMeasure one = overlap.one();
    TariffMeasure other = overlap.other();
    Set<Condition> both = new HashSet<>(one.conditions());
    both.addAll(other.conditions());
    for (String code : Rivals.codes(one.products())) {
      for (TariffMeasure third : withMoreConditions(one, code)) {
        if (both.containsAll(third.conditions()) && isWhereverBothAre(third, one, other)) {
          return true;
        }
      }
    }
    return false;
  }

  private List<TariffMeasure> withMoreConditions(TariffMeasure measure, String code) {
    List<Rivals> rivals = competition(measure);
    List<TariffMeasure> all = new ArrayList<>();
    for (int i = measure.conditions().size() + 1; i < rivals.size(); i++) {
      all.addAll(rivals.get(i).listing(code));
    }
    return all;
  }

  private static boolean isWhereverBothAre(
      TariffMeasure third, TariffMeasure one, TariffMeasure other) {
    return isForAllGoodsOfBoth(third.products(), one.products(), other.products())
        && isWheneverBothAre(third, one, other)
        && isFromWhereverBothAre(third, one, other);
  }

  private static boolean isForAllGoodsOfBoth(
      ProductScope third, ProductScope one, ProductScope other) {
    Set<String> common = new HashSet<>(one.includedDigits());
    common.retainAll(other.includedDigits());
    return third.includedDigits().containsAll(common)
        && third.excluded().stream().allMatch(out -> leavesOut(one, out) || leavesOut(other, out));
  }

  /** Whether a scope has nothing of a code. */
  private static boolean leavesOut(ProductScope scope, HsCode code) {
    return scope.specificity(code) < 0
        && scope.includedDigits().stream().noneMatch(digits -> digits.startsWith(code.digits()));
  }

  /** On each day on which both are in force, as one knows or ever knew. */
  private static boolean isWheneverBothAre(
      TariffMeasure third, TariffMeasure one, TariffMeasure other) {
    for (Knowledge each : knowledge(one, other, third)) {
      LocalDateRange both = daysOfBoth(one, other, each);
      LocalDateRange all = days(third, each);
      if (both != null && (all == null || !all.encloses(both))) {
        return false;
      }
    }
    return true;
  }

  /** The days of force of both as known; null where there are none. */
  private static @Nullable LocalDateRange daysOfBoth(
      TariffMeasure one, TariffMeasure other, Knowledge knowledge) {
    LocalDateRange days = days(one, knowledge);
    LocalDateRange others = days(other, knowledge);
    return days != null && others != null && days.overlaps(others)
        ? days.intersection(others)
        : null;
  }

  private static boolean isFromWhereverBothAre(
      TariffMeasure third, TariffMeasure one, TariffMeasure other) {
    LocalDateRange days = one.validity().longestDays().intersection(other.validity().longestDays());
    NavigableSet<LocalDate> changes = new TreeSet<>(List.of(days.getStart()));
    for (TariffMeasure each : List.of(third, one, other)) {
      changes.addAll(each.origins().changeDays());
    }
    for (LocalDate day : changes) {
      if (days.contains(day) && !isAsClose(third, one, other, day)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isAsClose(
      TariffMeasure third, TariffMeasure one, TariffMeasure other, LocalDate day) {
    for (Country each : Country.all()) {
      if (!isAsClose(third, one, other, each, day)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isAsClose(
      TariffMeasure third, TariffMeasure one, TariffMeasure other, Country country, LocalDate day) {
    return third.origins().specificity(country, day)
        >= Math.min(
            one.origins().specificity(country, day), other.origins().specificity(country, day));
  }

  private void checkId(TariffMeasure measure) {
    TariffMeasure same = byId.get(measure.id());
    if (same != null) {
      found.add(
          new Conflict(
              Conflict.Kind.SAME_ID,
              List.of(same, measure),
              "Two measures have the id '"
                  + measure.id()
                  + "': '"
                  + same
                  + "' and '"
                  + measure
                  + "'; give one of them another with withId"));
    }
  }

  private void checkTargets(TariffMeasure measure, Set<String> names) {
    for (String target : measure.targets()) {
      if (!names.contains(target)) {
        found.add(
            new Conflict(
                Conflict.Kind.UNKNOWN_TARGET,
                List.of(measure),
                "'"
                    + measure
                    + "' names the programme '"
                    + target
                    + "', which is not in the book: "
                    + new TreeSet<>(names)));
      }
    }
  }

  private void checkOverlaps(TariffMeasure measure, Rivals.Goods goods) {
    if (choosesHighest(measure)) {
      return;
    }
    for (TariffMeasure other : goods.met(measure)) {
      overlap(other, measure).ifPresent(candidates::add);
    }
  }

  private boolean choosesHighest(TariffMeasure measure) {
    Programme programme = programmes.get(measure.programme());
    return programme != null && programme.choice() == Programme.Choice.HIGHEST;
  }

  /** The measures that a measure competes with: those of which one is charged. */
  private List<Rivals> competition(TariffMeasure measure) {
    return competitions.computeIfAbsent(DutyTerms.contest(measure), each -> new ArrayList<>());
  }

  /**
   * The goods of a measure among those that it may overlap, which have as many conditions: where
   * more are met, more is said. Empty for one that competes with no other.
   */
  private Optional<Rivals.Goods> goods(TariffMeasure measure) {
    if (measure.rule() == Rule.EXEMPTS || measure.rule() == Rule.PROHIBITS) {
      return Optional.empty();
    }
    List<Rivals> all = competition(measure);
    int conditions = measure.conditions().size();
    while (all.size() <= conditions) {
      all.add(new Rivals());
    }
    return Optional.of(all.get(conditions).goods(measure.products()));
  }

  /** What sets most pairs apart is asked first, and what takes longest last. */
  private Optional<Overlap> overlap(TariffMeasure one, TariffMeasure other) {
    boolean apart =
        !mayMeet(one, other)
            || isLater(one, other)
            || isLater(other, one)
            || isOpen(one, other)
            || isUndatedBeside(one, other)
            || areOfOtherOrigins(one, other)
            || exclude(one, other)
            || !meetOnADay(one, other);
    return apart
        ? Optional.empty()
        : commonOrigin(one, other).map(origin -> new Overlap(one, other, origin));
  }

  /**
   * Whether an importer may use either of two preferences: within a quota, and without it or within
   * another one, or where one was not understood, so that with both the duty is open.
   */
  private static boolean isOpen(TariffMeasure one, TariffMeasure other) {
    if (one.rule() != Rule.PREFERENCE) {
      return false;
    }
    Set<String> quotas = quotas(one);
    Set<String> others = quotas(other);
    boolean apart = Collections.disjoint(quotas, others) && !(quotas.isEmpty() && others.isEmpty());
    return apart
        || one.rate() instanceof DutyRate.Unsupported
        || other.rate() instanceof DutyRate.Unsupported;
  }

  private static Set<String> quotas(TariffMeasure measure) {
    Set<String> quotas = new HashSet<>();
    for (Condition each : measure.conditions()) {
      if (each instanceof Condition.Quota) {
        quotas.add(each.subject());
      }
    }
    return quotas;
  }

  /**
   * Whether one of two is known ever since and the other is dated, and so the later law. Of a
   * measure without dates that comes to a dated one of a book this is not clear: it may be meant as
   * the newer.
   */
  @SuppressWarnings("ReferenceEquality") // the one of the two objects that is not the other
  private boolean isUndatedBeside(TariffMeasure one, TariffMeasure other) {
    TariffMeasure dated = one.validity().knownFrom().isPresent() ? one : other;
    TariffMeasure undated = dated == one ? other : one;
    return dated.validity().knownFrom().isPresent()
        && undated.validity().knownFrom().isEmpty()
        && !arePublishedTogether(dated, undated)
        && !(standing.contains(dated) && !standing.contains(undated));
  }

  /** A quick look at origins that are the same on every day. */
  private static boolean areOfOtherOrigins(TariffMeasure one, TariffMeasure other) {
    return one.origins().changeDays().isEmpty()
        && other.origins().changeDays().isEmpty()
        && one.origins().equallyClose(other.origins(), LocalDate.MIN).isEmpty();
  }

  private static boolean exclude(TariffMeasure one, TariffMeasure other) {
    for (Condition each : one.conditions()) {
      for (Condition rival : other.conditions()) {
        if (each.excludes(rival)) {
          return true;
        }
      }
    }
    return false;
  }

  /** A quick look at the days, which hold every day of force that was ever known. */
  private static boolean mayMeet(TariffMeasure one, TariffMeasure other) {
    return one.validity().longestDays().overlaps(other.validity().longestDays());
  }

  /** Whether one could ever have known both to be in force on a day. */
  private static boolean meetOnADay(TariffMeasure one, TariffMeasure other) {
    for (Knowledge each : knowledge(one, other)) {
      boolean counts = !each.equals(BEFORE_ALL) || arePublishedTogether(one, other);
      if (counts && daysOfBoth(one, other, each) != null) {
        return true;
      }
    }
    return false;
  }

  /** What is known now, was known before all, and once any or one of the ends was published. */
  private static List<Knowledge> knowledge(TariffMeasure... some) {
    List<Knowledge> all = new ArrayList<>(List.of(Knowledge.now(), BEFORE_ALL));
    for (TariffMeasure each : some) {
      for (LocalDate published : each.validity().knowledgeDays()) {
        all.add(Knowledge.of(published));
      }
    }
    return all;
  }

  /** Before any end was published the later beginning counts: it must be no later. */
  private static boolean arePublishedTogether(TariffMeasure one, TariffMeasure other) {
    return one.validity().published().equals(other.validity().published());
  }

  /** The days of force as known; null where it was not known or is never in force. */
  private static @Nullable LocalDateRange days(TariffMeasure measure, Knowledge knowledge) {
    Validity validity = measure.validity();
    if (!validity.isKnown(LocalDate.MAX, knowledge)) {
      return null;
    }
    LocalDateRange days = validity.daysAsKnown(LocalDate.MAX, knowledge);
    return days.isEmpty() ? null : days;
  }

  /**
   * Whether one law is later than another by what both state: published later, or, where it does
   * not say when it was published, beginning after the other was.
   */
  private static boolean isLater(TariffMeasure one, TariffMeasure other) {
    Optional<LocalDate> known = one.validity().knownFrom();
    Optional<LocalDate> otherKnown = other.validity().knownFrom();
    if (otherKnown.isEmpty()) {
      return false;
    }
    return known.orElse(one.inForce().getStart()).isAfter(otherKnown.get());
  }

  /** A country of which both speak equally closely on a day on which both are in force. */
  private static Optional<Country> commonOrigin(TariffMeasure one, TariffMeasure other) {
    LocalDateRange both = one.validity().longestDays().intersection(other.validity().longestDays());
    NavigableSet<LocalDate> days = new TreeSet<>(one.origins().changeDays());
    days.addAll(other.origins().changeDays());
    days.add(both.getStart());
    for (LocalDate day : days) {
      if (both.contains(day)) {
        Optional<Country> origin = one.origins().equallyClose(other.origins(), day);
        if (origin.isPresent()) {
          return origin;
        }
      }
    }
    return Optional.empty();
  }
}
