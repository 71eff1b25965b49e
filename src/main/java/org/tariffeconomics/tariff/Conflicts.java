package org.tariffeconomics.tariff;

import com.google.common.collect.ArrayListMultimap;
import com.google.common.collect.ListMultimap;
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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.HsIndex;
import org.tariffeconomics.basics.Knowledge;
import org.tariffeconomics.basics.Validity;
import org.tariffeconomics.rate.Condition;
import org.tariffeconomics.rate.DutyRate;
import org.threeten.extra.LocalDateRange;

/**
 * Finds measures that cannot stand together, by their scopes: two compete where they list the same
 * code and speak equally closely of a country on a day that both are in force on.
 */
final class Conflicts {

  private final Map<String, Programme> programmes;
  private final List<Conflict> found = new ArrayList<>();

  private final Set<TariffMeasure> standing = Collections.newSetFromMap(new IdentityHashMap<>());

  /** Overlaps that a third measure, closer wherever both hold, may settle. */
  private final List<Conflict> candidates = new ArrayList<>();

  private final Map<String, TariffMeasure> byId = new HashMap<>();

  /** The measures of each competition by the codes that they list. */
  private final Map<String, ListMultimap<String, TariffMeasure>> byCode = new HashMap<>();

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
    standing.forEach(conflicts::file);
    for (TariffMeasure each : more) {
      conflicts.checkId(each);
      conflicts.checkTargets(each, names);
      conflicts.checkOverlaps(each);
      conflicts.file(each);
    }
    conflicts.candidates.stream()
        .filter(c -> !conflicts.isSettled(c))
        .forEach(conflicts.found::add);
    return conflicts.found;
  }

  /** Whether another measure says what counts where the conditions of both are met. */
  private boolean isSettled(Conflict overlap) {
    TariffMeasure one = overlap.measures().get(0);
    TariffMeasure other = overlap.measures().get(1);
    Set<Condition> both = new HashSet<>(one.conditions());
    both.addAll(other.conditions());
    return both.size() > one.conditions().size()
        && codes(one).stream()
            .flatMap(code -> competition(one).get(code).stream())
            .anyMatch(
                third ->
                    new HashSet<>(third.conditions()).containsAll(both)
                        && isWhereverBothAre(third, one, other));
  }

  private static boolean isWhereverBothAre(
      TariffMeasure third, TariffMeasure one, TariffMeasure other) {
    LocalDateRange days = one.validity().longestDays().intersection(other.validity().longestDays());
    return third.validity().longestDays().encloses(days)
        && third.products().includedDigits().containsAll(common(one, other))
        && Country.all().stream()
            .allMatch(
                country ->
                    third.origins().specificity(country, days.getStart())
                        >= Math.min(
                            one.origins().specificity(country, days.getStart()),
                            other.origins().specificity(country, days.getStart())));
  }

  private static Set<String> common(TariffMeasure one, TariffMeasure other) {
    Set<String> common = new HashSet<>(one.products().includedDigits());
    common.retainAll(other.products().includedDigits());
    return common;
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

  private void checkOverlaps(TariffMeasure measure) {
    if (choosesHighest(measure)) {
      return;
    }
    Set<TariffMeasure> met = Collections.newSetFromMap(new IdentityHashMap<>());
    ListMultimap<String, TariffMeasure> rivals = competition(measure);
    for (String code : codes(measure)) {
      for (TariffMeasure other : rivals.get(code)) {
        if (met.add(other)) {
          overlap(other, measure).ifPresent(candidates::add);
        }
      }
    }
  }

  private void file(TariffMeasure measure) {
    byId.putIfAbsent(measure.id(), measure);
    ListMultimap<String, TariffMeasure> rivals = competition(measure);
    for (String code : codes(measure)) {
      rivals.put(code, measure);
    }
  }

  private boolean choosesHighest(TariffMeasure measure) {
    Programme programme = programmes.get(measure.programme());
    return programme != null && programme.choice() == Programme.Choice.HIGHEST;
  }

  /** The measures that a measure competes with: those of which one is charged. */
  private ListMultimap<String, TariffMeasure> competition(TariffMeasure measure) {
    String name =
        switch (measure.rule()) {
          case BASE -> "BASE";
          case PREFERENCE -> "PREFERENCE " + measure.programme();
          case ADDS, TOPS_UP_TO, REPLACES -> "CHARGE " + measure.programme();
          case EXEMPTS, PROHIBITS -> "";
        };
    return byCode.computeIfAbsent(name, each -> ArrayListMultimap.create());
  }

  /** The codes by which a measure meets others; none for those that compete with no other. */
  private static Collection<String> codes(TariffMeasure measure) {
    if (measure.rule() == Rule.EXEMPTS || measure.rule() == Rule.PROHIBITS) {
      return List.of();
    }
    Collection<String> codes = measure.products().includedDigits();
    return codes.isEmpty() ? List.of(HsIndex.EVERYTHING) : codes;
  }

  /** What sets most pairs apart is asked first, and what takes longest last. */
  private Optional<Conflict> overlap(TariffMeasure one, TariffMeasure other) {
    boolean apart =
        one.conditions().size() != other.conditions().size()
            || !mayMeet(one, other)
            || isLater(one, other)
            || isLater(other, one)
            || isOpen(one, other)
            || isUndatedBeside(one, other)
            || areOfOtherOrigins(one, other)
            || exclude(one, other)
            || !meetOnADay(one, other);
    return apart
        ? Optional.empty()
        : commonOrigin(one, other).map(origin -> overlap(one, other, origin));
  }

  /**
   * Whether an importer may use either of two preferences: within two quotas, or where one was not
   * understood, so that with both the duty is open.
   */
  private static boolean isOpen(TariffMeasure one, TariffMeasure other) {
    return one.rule() == Rule.PREFERENCE
        && (one.rate() instanceof DutyRate.Unsupported
            || other.rate() instanceof DutyRate.Unsupported
            || Collections.disjoint(quotas(one), quotas(other)) && !quotas(one).isEmpty());
  }

  private static Set<String> quotas(TariffMeasure measure) {
    return measure.conditions().stream()
        .filter(c -> c instanceof Condition.Quota)
        .map(Condition::subject)
        .collect(Collectors.toSet());
  }

  private static Conflict overlap(TariffMeasure one, TariffMeasure other, Country origin) {
    List<TariffMeasure> both =
        List.of(one, other).stream().sorted(Comparator.comparing(TariffMeasure::id)).toList();
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
    return knowledge(one, other)
        .anyMatch(k -> days(one, k).flatMap(a -> days(other, k).filter(a::overlaps)).isPresent());
  }

  /** What is known now, and what was known once either or one of the ends had been published. */
  private static Stream<Knowledge> knowledge(TariffMeasure one, TariffMeasure other) {
    Stream<Knowledge> published =
        Stream.of(one.validity(), other.validity())
            .flatMap(v -> v.knowledgeDays().stream())
            .map(Knowledge::of);
    return Stream.concat(Stream.of(Knowledge.now()), published);
  }

  /** The days of force as known, empty where it was not known or is never in force. */
  private static Optional<LocalDateRange> days(TariffMeasure measure, Knowledge knowledge) {
    Validity validity = measure.validity();
    return validity.isKnown(LocalDate.MAX, knowledge)
        ? Optional.of(validity.daysAsKnown(LocalDate.MAX, knowledge)).filter(d -> !d.isEmpty())
        : Optional.empty();
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
