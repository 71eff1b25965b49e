package org.tariffeconomics.tariff;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.basics.RateRange;
import org.tariffeconomics.rate.DutyRate;

/**
 * What one programme charges in an answer, over all cases that the answer leaves open.
 *
 * @param layers its layers in any case, each once
 * @param range what it comes to over the customs value; empty where that depends on more than it
 */
record ProgrammeCharge(List<DutyLayer> layers, Optional<RateRange> range) {

  /** A programme that is not charged. */
  static final ProgrammeCharge NONE =
      new ProgrammeCharge(List.of(), Optional.of(RateRange.of(Rate.ZERO)));

  /** What each programme charges, in the order of the layers. */
  static Map<String, ProgrammeCharge> of(List<Resolution> cases) {
    Set<String> programmes = new LinkedHashSet<>();
    cases.forEach(c -> c.layers().forEach(l -> programmes.add(l.measure().programme())));
    Map<String, ProgrammeCharge> charges = new LinkedHashMap<>();
    programmes.forEach(each -> charges.put(each, of(each, cases)));
    return charges;
  }

  private static ProgrammeCharge of(String programme, List<Resolution> cases) {
    Set<DutyLayer> layers = new LinkedHashSet<>();
    List<RateRange> ranges = new ArrayList<>();
    boolean fixed = true;
    for (Resolution each : cases) {
      List<DutyLayer> here = each.layers().stream().filter(isOf(programme)).toList();
      layers.addAll(here);
      Optional<Rate> rate = rate(programme, each);
      rate.map(RateRange::of).ifPresent(ranges::add);
      fixed &= rate.isPresent();
    }
    Optional<RateRange> range = ranges.stream().reduce(RateRange::union);
    return new ProgrammeCharge(List.copyOf(layers), fixed ? range : Optional.empty());
  }

  private static Predicate<DutyLayer> isOf(String programme) {
    return layer -> layer.measure().programme().equals(programme);
  }

  /** What a programme comes to in one case; empty where that depends on more than the value. */
  static Optional<Rate> rate(String programme, Resolution of) {
    if (of.layers().stream().noneMatch(isOf(programme))) {
      return Optional.of(Rate.ZERO);
    }
    Resolution.Fixed fixed = of.fixed();
    if (fixed == null) {
      return Optional.empty();
    }
    BigDecimal sum = BigDecimal.ZERO;
    for (int i = 0; i < fixed.layers().size(); i++) {
      if (isOf(programme).test(fixed.layers().get(i))) {
        sum = sum.add(fixed.rate(i).fraction());
      }
    }
    return Optional.of(Rate.fraction(sum));
  }

  boolean comesToTheSameAs(ProgrammeCharge other) {
    return range.equals(other.range) && charges().equals(other.charges());
  }

  private Set<Object> charges() {
    return layers.stream().map(DutyLayer::charge).collect(Collectors.toSet());
  }

  Set<DutyRate> rates() {
    return options().map(option -> option.measure().rate()).collect(Collectors.toSet());
  }

  Set<BigDecimal> shares() {
    return options().map(o -> o.share().stripTrailingZeros()).collect(Collectors.toSet());
  }

  /** The one part of the value that it falls on. */
  Optional<BigDecimal> share() {
    Set<BigDecimal> shares = shares();
    return shares.size() == 1 ? Optional.of(shares.iterator().next()) : Optional.empty();
  }

  private Stream<DutyLayer> options() {
    return layers.stream().flatMap(layer -> layer.options().stream());
  }
}
