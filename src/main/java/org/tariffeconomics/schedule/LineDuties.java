package org.tariffeconomics.schedule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.schedule.OriginStates.Situation;
import org.tariffeconomics.tariff.TariffMeasure;

/** What a legal line says, on whatever day. */
final class LineDuties {

  private final List<DatedLine> states;
  private final Groups groups;

  LineDuties(List<DatedLine> states, Groups groups) {
    this.states = states;
    this.groups = groups;
  }

  /** The duties that some lines share, and what they come to for each situation. */
  static final class Groups {

    private final List<DutyGroup> all;
    private final Object kind;
    private final Map<Situation, List<TariffMeasure>> bySituation = new ConcurrentHashMap<>();

    Groups(List<DutyGroup> all, Object kind) {
      this.all = all;
      this.kind = kind;
    }

    List<TariffMeasure> measures(Situation situation) {
      List<TariffMeasure> known = bySituation.get(situation);
      return known != null ? known : bySituation.computeIfAbsent(situation, this::made);
    }

    private List<TariffMeasure> made(Situation situation) {
      return open(situation).stream().map(DutyGroup::measure).toList();
    }

    private List<DutyGroup> open(Situation situation) {
      List<DutyGroup> open = new ArrayList<>();
      for (DutyGroup each : all) {
        if (each.isFor(situation)) {
          open.add(each);
        }
      }
      return open;
    }
  }

  List<TariffMeasure> measures(Situation situation) {
    return groups.measures(situation);
  }

  List<DutyGroup> open(Situation situation) {
    return groups.open(situation);
  }

  /** The same object for all lines whose duties are the same on every day. */
  Object kind() {
    return groups.kind;
  }

  /** {@return the states, the earliest first} */
  List<DatedLine> states() {
    return states;
  }

  /** Whether each of its states has a statistical line. */
  boolean declaresAlways(HsCode statisticalLine) {
    for (int i = 0; i < states.size(); i++) {
      if (!states.get(i).declares(statisticalLine)) {
        return false;
      }
    }
    return true;
  }

  Optional<DatedLine> on(LocalDate day) {
    for (DatedLine each : states) {
      if (each.days().contains(day)) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }
}
