package org.tariffeconomics.schedule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.Knowledge;

/**
 * What an origin may be given on a day: the entries of the key that are open to it. Days between
 * two changes, and origins that are given the same, share one {@link Situation}, so that it can
 * stand for them in a map.
 */
final class OriginStates {

  private final List<KeyEntry> entries;
  private final long[] firstDays;
  private final List<Map<Country, Situation>> known = new ArrayList<>();
  private final Map<Situation, Situation> situations = new ConcurrentHashMap<>();

  /** The entries that are open in a state of the schedule. */
  static final class Situation {

    private final int state;
    private final LocalDate day;
    private final BitSet open;
    private final int hash;

    private Situation(int state, LocalDate day, BitSet open) {
      this.state = state;
      this.day = day;
      this.open = open;
      this.hash = 31 * open.hashCode() + state;
    }

    /** A day of the state. */
    LocalDate day() {
      return day;
    }

    boolean isOpen(KeyEntry entry) {
      return open.get(entry.number());
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return this == other
          || (other instanceof Situation that && state == that.state && open.equals(that.open));
    }

    @Override
    public int hashCode() {
      return hash;
    }
  }

  OriginStates(List<KeyEntry> entries, NavigableSet<LocalDate> changes) {
    this.entries = entries;
    this.firstDays = changes.stream().mapToLong(LocalDate::toEpochDay).toArray();
    for (int i = 0; i <= firstDays.length; i++) {
      known.add(new ConcurrentHashMap<>());
    }
  }

  /** The days on which what the entries give to whom may change. */
  static NavigableSet<LocalDate> changes(List<KeyEntry> entries) {
    NavigableSet<LocalDate> days = new TreeSet<>();
    for (KeyEntry each : entries) {
      days.addAll(each.validity().changeDays());
      days.addAll(each.origins().changeDays());
    }
    return days;
  }

  Situation of(Country origin, LocalDate day, Knowledge knowledge) {
    int state = state(day);
    if (knowledge.on(day).isPresent()) {
      return found(origin, day, knowledge, state);
    }
    Map<Country, Situation> ofState = known.get(state);
    Situation situation = ofState.get(origin);
    return situation != null
        ? situation
        : ofState.computeIfAbsent(origin, o -> found(o, day, knowledge, state));
  }

  private Situation found(Country origin, LocalDate day, Knowledge knowledge, int state) {
    BitSet open = new BitSet(entries.size());
    for (KeyEntry each : entries) {
      if (each.holds(origin, day, knowledge)) {
        open.set(each.number());
      }
    }
    Situation situation = new Situation(state, day, open);
    Situation earlier = situations.putIfAbsent(situation, situation);
    return earlier == null ? situation : earlier;
  }

  /** How many changes lie on the day or before it. */
  private int state(LocalDate day) {
    long epochDay = day.toEpochDay();
    int state = 0;
    while (state < firstDays.length && firstDays[state] <= epochDay) {
      state++;
    }
    return state;
  }
}
