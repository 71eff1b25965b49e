package org.tariffeconomics.tariff;

import com.google.common.collect.SetMultimap;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.tariff.NotApplied.Reason;

/**
 * Who keeps which part of the value from whom: the one walk by which programmes yield to others,
 * exempt from others and take their place.
 *
 * <p>The chosen measures are ordered by all edges at once, each after those that displace it, and
 * walked once. What a measure covers is its own part of the value less what was taken from it
 * before; so a measure that is itself switched off, or is not the dearest of those of which the
 * dearest counts, displaces nothing.
 */
final class Displacement {

  /** What a displacing measure does to its target. */
  private enum How {
    EXEMPTION,
    REPLACEMENT,
    YIELD
  }

  /** What takes part: the measures of one programme that were chosen together. */
  static final class Node {

    private final List<TariffMeasure> measures;

    /** Those that may be charged: what has lost to a dearer one displaces nothing. */
    private List<TariffMeasure> acting;

    private final String programme;
    private final boolean exemption;
    private final boolean canYield;
    private Set<String> yieldsTo = Set.of();
    private ValueRegion charged = ValueRegion.NOTHING;
    private ValueRegion taken = ValueRegion.NOTHING;
    private final List<Node> displacedBy = new ArrayList<>(0);
    private int mark;

    Node(List<TariffMeasure> measures) {
      this.measures = measures;
      this.acting = measures;
      TariffMeasure first = measures.get(0);
      this.programme = first.programme();
      this.exemption = first.rule() == Rule.EXEMPTS;
      this.canYield = first.rule().isBase() || first.rule().isCharge();
      for (TariffMeasure each : measures) {
        charged = charged.plus(each.traits().charged());
      }
    }

    private void yieldTo(Set<String> programmes) {
      if (canYield) {
        yieldsTo = programmes;
      }
    }

    /** Whether something is left of it that could be charged, exempt or prohibit. */
    boolean stands() {
      return !charged.minus(taken).isNothing();
    }

    boolean isTaken() {
      return !taken.isNothing();
    }

    List<TariffMeasure> measures() {
      return measures;
    }

    /** The part of the value that one of its measures is still charged on. */
    ValueRegion left(TariffMeasure measure) {
      return measure.traits().charged().minus(taken);
    }

    /** The programmes that took something from it. */
    List<String> displacers() {
      return displacedBy.isEmpty()
          ? List.of()
          : displacedBy.stream().map(each -> each.programme).distinct().toList();
    }

    /** Why one of its measures is not charged at all. */
    NotApplied notApplied(TariffMeasure measure) {
      for (How how : List.of(How.EXEMPTION, How.REPLACEMENT)) {
        for (Node by : displacedBy) {
          if (how(by, this) == how) {
            Reason reason = how == How.EXEMPTION ? Reason.EXEMPTED : Reason.REPLACED;
            return new NotApplied(measure, reason, by.measures.get(0).id());
          }
        }
      }
      return new NotApplied(measure, Reason.DISPLACED, String.join(", ", displacers()));
    }
  }

  private final Collection<Node> nodes;
  private final Function<Node, List<TariffMeasure>> dearest;
  private final List<String> doubts = new ArrayList<>();
  private boolean circular;

  private Displacement(Collection<Node> nodes, Function<Node, List<TariffMeasure>> dearest) {
    this.nodes = nodes;
    this.dearest = dearest;
  }

  /**
   * Takes from each node what others keep from it.
   *
   * @param nodes what was chosen
   * @param yields the programmes that each programme yields to on the day
   * @param dearest the measures of a node that may be charged, once it is known what others keep
   *     from it
   * @return why it could not be done, empty as a rule
   */
  static List<String> walk(
      Collection<Node> nodes,
      SetMultimap<String, String> yields,
      Function<Node, List<TariffMeasure>> dearest) {
    Displacement walk = new Displacement(nodes, dearest);
    nodes.forEach(each -> each.yieldTo(yields.get(each.programme)));
    nodes.forEach(walk::settle);
    if (walk.circular) {
      walk.doubts.add("programmes displace each other in a circle: " + programmes(nodes));
    }
    return walk.doubts;
  }

  private static Set<String> programmes(Collection<Node> nodes) {
    return nodes.stream()
        .flatMap(n -> n.measures.stream())
        .map(TariffMeasure::programme)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private void settle(Node node) {
    if (node.mark != 0) {
      circular |= node.mark == 1;
      return;
    }
    node.mark = 1;
    for (Node other : nodes) {
      if (other != node && how(other, node) != null) {
        settle(other);
        take(node, other);
      }
    }
    node.acting = dearest.apply(node);
    node.mark = 2;
  }

  private void take(Node node, Node by) {
    Set<ValueRegion> rests = new HashSet<>();
    ValueRegion all = ValueRegion.NOTHING;
    for (TariffMeasure each : by.acting) {
      ValueRegion rest =
          how(by, each, node) == null
              ? ValueRegion.NOTHING
              : each.traits().covered().minus(by.taken);
      rests.add(rest);
      all = all.plus(rest);
    }
    if (all.isNothing()) {
      return;
    }
    if (rests.size() > 1) {
      doubts.add(
          "which measure of '"
              + by.programme
              + "' is charged decides what '"
              + node.programme
              + "' falls on, and cannot be told here");
    }
    node.taken = node.taken.plus(all);
    node.displacedBy.add(by);
  }

  /** How one node displaces another; null where none of its measures does. */
  private static @Nullable How how(Node by, Node target) {
    How first = null;
    for (TariffMeasure each : by.acting) {
      How how = how(by, each, target);
      first = how != null && (first == null || how.compareTo(first) < 0) ? how : first;
    }
    return first;
  }

  private static @Nullable How how(Node by, TariffMeasure acting, Node target) {
    List<String> targets = acting.targets();
    boolean names = !targets.isEmpty() && targets.contains(target.programme);
    if (names) {
      boolean own = by.programme.equals(target.programme);
      if (by.exemption) {
        return own && target.exemption ? null : How.EXEMPTION;
      }
      if (!own) {
        return How.REPLACEMENT;
      }
    }
    boolean yielding = by.canYield && target.yieldsTo.contains(by.programme);
    return yielding ? How.YIELD : null;
  }
}
