package org.tariffeconomics.tariff;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Orders programmes so that each comes after those it yields to. */
final class YieldOrder {

  private final Map<String, Programme> programmes;
  private final LocalDate day;
  private final Optional<LocalDate> knownOn;
  private final Set<String> path = new LinkedHashSet<>();
  private final Set<String> ordered = new LinkedHashSet<>();

  private YieldOrder(
      Map<String, Programme> programmes, LocalDate day, Optional<LocalDate> knownOn) {
    this.programmes = programmes;
    this.day = day;
    this.knownOn = knownOn;
  }

  /** The names, each after those it yields to on the day, otherwise in their order. */
  static List<String> of(
      Collection<String> names, TariffBook book, LocalDate day, Optional<LocalDate> knownOn) {
    Map<String, Programme> programmes = new LinkedHashMap<>();
    names.forEach(name -> programmes.put(name, book.programme(name)));
    YieldOrder order = new YieldOrder(programmes, day, knownOn);
    names.forEach(order::visit);
    return new ArrayList<>(order.ordered);
  }

  /** Refuses programmes that yield to each other in a circle on any day, naming the circle. */
  static void refuseCircles(Map<String, Programme> programmes) {
    Set<LocalDate> days = new TreeSet<>();
    programmes.values().stream()
        .flatMap(p -> p.yields().stream())
        .forEach(y -> days.add(y.when().getStart()));
    for (LocalDate day : days) {
      YieldOrder order = new YieldOrder(programmes, day, Optional.empty());
      programmes.keySet().forEach(order::visit);
    }
  }

  private void visit(String name) {
    if (ordered.contains(name)) {
      return;
    }
    if (!path.add(name)) {
      throw new IllegalArgumentException(
          "Programmes yield to each other in a circle on " + day + ": " + path + " -> " + name);
    }
    Programme programme = programmes.get(name);
    if (programme != null) {
      programme.yieldsTo(day, knownOn).stream()
          .filter(programmes::containsKey)
          .forEach(this::visit);
    }
    path.remove(name);
    ordered.add(name);
  }
}
