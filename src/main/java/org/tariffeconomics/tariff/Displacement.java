package org.tariffeconomics.tariff;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tariffeconomics.tariff.NotApplied.Reason;

/**
 * Who keeps which part of the value from whom: the one walk by which programmes yield to others,
 * exempt from others and take their place.
 *
 * <p>The chosen measures are ordered by all edges at once, each after those that displace it, and
 * walked once. What a measure covers is its own part of the value less what was taken from it
 * before; so a measure that is itself switched off displaces nothing.
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
    private ValueRegion charged = ValueRegion.NOTHING;
    private ValueRegion covered = ValueRegion.NOTHING;
    private ValueRegion taken = ValueRegion.NOTHING;
    private final List<Node> displacedBy = new ArrayList<>();
    private int mark;

    Node(List<TariffMeasure> measures) {
      this.measures = measures;
      for (TariffMeasure each : measures) {
        charged = charged.plus(ValueRegion.charged(each.portion()));
        covered = covered.plus(coveredBy(each));
      }
    }

    private static ValueRegion coveredBy(TariffMeasure measure) {
      return measure.rule() == Rule.EXEMPTS
          ? ValueRegion.charged(measure.portion())
          : ValueRegion.covered(measure.portion());
    }

    private TariffMeasure first() {
      return measures.get(0);
    }

    private String programme() {
      return first().programme();
    }

    private boolean isExemption() {
      return first().rule() == Rule.EXEMPTS;
    }

    private boolean canYield() {
      return first().rule().isBase() || first().rule().isCharge();
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
      return ValueRegion.charged(measure.portion()).minus(taken);
    }

    /** The programmes that took something from it. */
    List<String> displacers() {
      return displacedBy.stream().map(Node::programme).distinct().toList();
    }

    /** Why one of its measures is not charged at all. */
    NotApplied notApplied(TariffMeasure measure, Map<String, List<String>> yields) {
      for (How how : List.of(How.EXEMPTION, How.REPLACEMENT)) {
        Optional<Node> by =
            displacedBy.stream().filter(n -> how(n, this, yields).orElse(null) == how).findFirst();
        if (by.isPresent()) {
          Reason reason = how == How.EXEMPTION ? Reason.EXEMPTED : Reason.REPLACED;
          return new NotApplied(measure, reason, by.get().first().id());
        }
      }
      return new NotApplied(measure, Reason.DISPLACED, String.join(", ", displacers()));
    }
  }

  private final Collection<Node> nodes;
  private final Map<String, List<String>> yields;
  private boolean circular;

  private Displacement(Collection<Node> nodes, Map<String, List<String>> yields) {
    this.nodes = nodes;
    this.yields = yields;
  }

  /**
   * Takes from each node what others keep from it.
   *
   * @param nodes what was chosen
   * @param yields the programmes that each programme yields to on the day
   * @return whether it could be done: false where the nodes displace each other in a circle
   */
  static boolean walk(Collection<Node> nodes, Map<String, List<String>> yields) {
    Displacement walk = new Displacement(nodes, yields);
    nodes.forEach(walk::settle);
    return !walk.circular;
  }

  private void settle(Node node) {
    if (node.mark != 0) {
      circular |= node.mark == 1;
      return;
    }
    node.mark = 1;
    for (Node other : nodes) {
      if (other != node && how(other, node, yields).isPresent()) {
        settle(other);
        ValueRegion rest = other.covered.minus(other.taken);
        if (!rest.isNothing()) {
          node.taken = node.taken.plus(rest);
          node.displacedBy.add(other);
        }
      }
    }
    node.mark = 2;
  }

  /** How one node displaces another, if it does. */
  private static Optional<How> how(Node by, Node target, Map<String, List<String>> yields) {
    boolean own = by.programme().equals(target.programme());
    if (by.isExemption()) {
      boolean reaches = names(by, target) && !(own && target.isExemption());
      return reaches ? Optional.of(How.EXEMPTION) : Optional.empty();
    }
    if (!own && names(by, target)) {
      return Optional.of(How.REPLACEMENT);
    }
    boolean yielding =
        by.canYield()
            && target.canYield()
            && yields.getOrDefault(target.programme(), List.of()).contains(by.programme());
    return yielding ? Optional.of(How.YIELD) : Optional.empty();
  }

  private static boolean names(Node by, Node target) {
    return by.measures.stream().anyMatch(m -> m.targets().contains(target.programme()));
  }
}
