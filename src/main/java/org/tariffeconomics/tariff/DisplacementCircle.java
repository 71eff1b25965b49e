package org.tariffeconomics.tariff;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.tariffeconomics.basics.Knowledge;
import org.tariffeconomics.basics.Validity;
import org.threeten.extra.LocalDateRange;

/** Finds programmes that yield to, exempt from or replace each other in a circle on some day. */
final class DisplacementCircle {

  /**
   * One programme displaces another on some days; the end of an order has its own day of notice.
   */
  private record Edge(String by, String target, Validity when, boolean isOrder) {

    boolean isKnown(Knowledge knowledge) {
      return when.isKnown(LocalDate.MIN, knowledge);
    }

    LocalDateRange days(Knowledge knowledge) {
      return isOrder ? when.daysAsKnown(LocalDate.MIN, knowledge) : when.days();
    }
  }

  private final SortedMap<String, SortedSet<String>> displacers = new TreeMap<>();
  private final Set<String> path = new LinkedHashSet<>();
  private final Set<String> done = new LinkedHashSet<>();

  private DisplacementCircle(List<Edge> edges) {
    for (Edge each : edges) {
      displacers.computeIfAbsent(each.target(), target -> new TreeSet<>()).add(each.by());
    }
  }

  /**
   * Refuses a circle, also one as it was known: before the end of an order was published, it had
   * none, while another may already have turned it round.
   */
  static void refuse(Collection<Programme> programmes, Collection<TariffMeasure> measures) {
    List<Edge> edges = thatMayCircle(edges(programmes, measures));
    refuse(edges, Knowledge.now());
    Set<LocalDate> eves = new TreeSet<>();
    for (Programme each : programmes) {
      for (Programme.Yield yield : each.yields()) {
        yield.validity().endKnownFrom().ifPresent(day -> eves.add(day.minusDays(1)));
      }
    }
    for (LocalDate eve : eves) {
      refuse(edges, Knowledge.of(eve));
    }
  }

  private static void refuse(List<Edge> edges, Knowledge knowledge) {
    List<Edge> known = thatMayCircle(edges.stream().filter(e -> e.isKnown(knowledge)).toList());
    Set<LocalDate> starts = new TreeSet<>();
    for (Edge each : known) {
      starts.add(each.days(knowledge).getStart());
    }
    for (LocalDate start : starts) {
      refuseOn(start, known.stream().filter(e -> e.days(knowledge).contains(start)).toList());
    }
  }

  /** On a circle, whatever the day, each displaces and is displaced: few do in a whole law. */
  private static List<Edge> thatMayCircle(List<Edge> edges) {
    Set<String> displaced = new HashSet<>();
    Set<String> displacing = new HashSet<>();
    for (Edge each : edges) {
      displaced.add(each.target());
      displacing.add(each.by());
    }
    List<Edge> fewer = new ArrayList<>();
    for (Edge each : edges) {
      if (displaced.contains(each.by()) && displacing.contains(each.target())) {
        fewer.add(each);
      }
    }
    return fewer.size() == edges.size() ? edges : thatMayCircle(fewer);
  }

  private static void refuseOn(LocalDate day, List<Edge> ofTheDay) {
    new DisplacementCircle(ofTheDay)
        .circle()
        .ifPresent(
            circle -> {
              throw new IllegalArgumentException(
                  "Programmes displace each other in a circle on "
                      + (day.equals(LocalDate.MIN) ? "the earliest days" : day)
                      + ": "
                      + circle);
            });
  }

  private static List<Edge> edges(
      Collection<Programme> programmes, Collection<TariffMeasure> measures) {
    List<Edge> edges = new ArrayList<>();
    for (Programme each : programmes) {
      for (Programme.Yield yield : each.yields()) {
        edges.add(new Edge(yield.to(), each.name(), yield.validity(), true));
      }
    }
    for (TariffMeasure each : measures) {
      boolean exempts = each.rule() == Rule.EXEMPTS;
      for (String target : each.targets()) {
        boolean own = target.equals(each.programme());
        String by = exempts ? exemptionOf(each.programme()) : each.programme();
        if (exempts || !own) {
          edges.add(new Edge(by, target, each.validity(), false));
        }
        if (!own) {
          edges.add(new Edge(by, exemptionOf(target), each.validity(), false));
        }
      }
    }
    return edges;
  }

  /** What a programme exempts from is another thing than what it charges. */
  private static String exemptionOf(String programme) {
    return "exemption by " + programme;
  }

  /** The first circle, in words. */
  private Optional<String> circle() {
    return displacers.keySet().stream().flatMap(name -> circleFrom(name).stream()).findFirst();
  }

  private Optional<String> circleFrom(String name) {
    if (done.contains(name)) {
      return Optional.empty();
    }
    if (!path.add(name)) {
      return Optional.of(path + " -> " + name);
    }
    for (String each : displacers.getOrDefault(name, Collections.emptySortedSet())) {
      Optional<String> found = circleFrom(each);
      if (found.isPresent()) {
        return found;
      }
    }
    path.remove(name);
    done.add(name);
    return Optional.empty();
  }
}
