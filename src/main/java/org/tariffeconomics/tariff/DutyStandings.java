package org.tariffeconomics.tariff;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.joda.money.BigMoney;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.GapRange;
import org.tariffeconomics.basics.Quantity;
import org.tariffeconomics.basics.RateRange;
import org.tariffeconomics.tariff.DutyComparison.Entry;

/**
 * Who of several origins pays less than whom on the same goods. Two are compared once for all that
 * pay the same in the same ways, since many origins do.
 */
final class DutyStandings {

  /** How one duty stands to another. */
  private enum Standing {
    BELOW,
    LEVEL,
    ABOVE,
    NOT_TOLD
  }

  /** Two kinds of duties, and whether they are of one origin. */
  private record Kinds(int one, int other, boolean sameOrigin) {}

  private final List<Entry> entries;

  /** The duties to be compared, null where they have no bounds; and the kind of each. */
  private final List<@Nullable DutyGap> duties = new ArrayList<>();

  private final List<Integer> kinds = new ArrayList<>();
  private final Map<Kinds, Optional<GapRange>> gaps = new HashMap<>();

  private DutyStandings(List<Entry> entries) {
    this.entries = entries;
  }

  static DutyStandings of(
      List<Entry> entries, @Nullable BigMoney value, List<Quantity> quantities) {
    DutyStandings all = new DutyStandings(entries);
    Map<Object, Integer> numbers = new HashMap<>();
    for (Entry each : entries) {
      DutyGap duty =
          each.range().isEmpty()
              ? null
              : (value == null
                      ? DutyGap.of(each.stack())
                      : DutyGap.of(each.stack(), value, quantities))
                  .orElse(null);
      all.duties.add(duty);
      all.kinds.add(
          duty == null ? -1 : numbers.computeIfAbsent(duty.ways(), ways -> numbers.size()));
    }
    return all;
  }

  /** One duty less another on the same goods; empty where either is not known. */
  Optional<GapRange> gap(Entry one, Entry other) {
    return gap(entries.indexOf(one), entries.indexOf(other));
  }

  private Optional<GapRange> gap(int one, int other) {
    DutyGap ours = duties.get(one);
    DutyGap theirs = duties.get(other);
    if (ours == null || theirs == null) {
      return Optional.empty();
    }
    if (one == other) {
      return Optional.of(DutyGap.NOTHING);
    }
    boolean sameOrigin =
        entries.get(one).origin().country().equals(entries.get(other).origin().country());
    synchronized (gaps) {
      return gaps.computeIfAbsent(
          new Kinds(kinds.get(one), kinds.get(other), sameOrigin), kinds -> ours.less(theirs));
    }
  }

  /**
   * The place of an origin, or the places that it can take; empty where its duty is not known.
   * Origins that are level on all goods have one place each, in their order.
   */
  String rank(Entry entry) {
    int place = entries.indexOf(entry);
    if (duties.get(place) == null) {
      return "";
    }
    int below = 0;
    int above = 0;
    int known = 0;
    boolean told = true;
    for (int i = 0; i < entries.size(); i++) {
      if (duties.get(i) != null) {
        known++;
        Standing standing = i == place ? Standing.LEVEL : standing(i, place);
        below += standing == Standing.BELOW ? 1 : 0;
        above += standing == Standing.ABOVE ? 1 : 0;
        told &= standing != Standing.NOT_TOLD;
      }
    }
    if (told) {
      return Integer.toString(place + 1);
    }
    return below + 1 == known - above
        ? Integer.toString(below + 1)
        : (below + 1) + " to " + (known - above);
  }

  private Standing standing(int one, int other) {
    RateRange ours = entries.get(one).range().orElseThrow();
    RateRange theirs = entries.get(other).range().orElseThrow();
    if (ours.highest().compareTo(theirs.lowest()) < 0) {
      return Standing.BELOW;
    }
    if (ours.lowest().compareTo(theirs.highest()) > 0) {
      return Standing.ABOVE;
    }
    return gap(one, other).map(DutyStandings::of).orElse(Standing.NOT_TOLD);
  }

  private static Standing of(GapRange gap) {
    int low = gap.lowest().points().signum();
    int high = gap.highest().points().signum();
    if (low == 0 && high == 0) {
      return Standing.LEVEL;
    }
    return high < 0 ? Standing.BELOW : low > 0 ? Standing.ABOVE : Standing.NOT_TOLD;
  }
}
