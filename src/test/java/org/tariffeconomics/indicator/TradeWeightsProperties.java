package org.tariffeconomics.indicator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.HsCode;

/** Laws of trade by line and origin; amounts are whole, so that sums are exact. */
class TradeWeightsProperties {

  record Flow(HsCode line, Country origin, int value) {}

  @Provide
  Arbitrary<List<Flow>> flows() {
    Arbitrary<HsCode> lines =
        Arbitraries.integers().between(870300, 870399).map(n -> HsCode.of(Integer.toString(n)));
    return Combinators.combine(
            lines, Arbitraries.of(Country.all()), Arbitraries.integers().between(0, 1000))
        .as(Flow::new)
        .list()
        .ofMaxSize(200);
  }

  private static TradeWeights weights(List<Flow> flows) {
    TradeWeights.Builder builder = TradeWeights.builder("test");
    flows.forEach(f -> builder.add(f.line(), f.origin(), f.value()));
    return builder.build();
  }

  @Property(tries = 300)
  void every_pair_is_the_sum_of_its_flows_and_nothing_else_is_recorded(
      @ForAll("flows") List<Flow> flows) {
    Map<List<Object>, Integer> sums = new HashMap<>();
    flows.forEach(f -> sums.merge(List.of(f.line(), f.origin()), f.value(), Integer::sum));
    TradeWeights weights = weights(flows);
    assertEquals(sums.size(), weights.size());
    for (HsCode line : weights.lines()) {
      for (Country origin : weights.origins()) {
        Integer sum = sums.get(List.of(line, origin));
        assertEquals(
            sum == null ? OptionalDouble.empty() : OptionalDouble.of(sum),
            weights.recorded(line, origin));
      }
    }
  }

  @Property(tries = 300)
  void the_order_of_the_flows_does_not_matter(@ForAll("flows") List<Flow> flows) {
    List<Flow> shuffled = new ArrayList<>(flows);
    Collections.shuffle(shuffled, new Random(7));
    assertEquals(weights(flows), weights(shuffled));
    assertEquals(weights(flows).hashCode(), weights(shuffled).hashCode());
  }

  @Property(tries = 300)
  void totals_by_origin_and_by_shorter_line_sum_to_the_total(@ForAll("flows") List<Flow> flows) {
    TradeWeights weights = weights(flows);
    double total = flows.stream().mapToInt(Flow::value).sum();
    assertEquals(total, weights.total());
    assertEquals(total, weights.origins().stream().mapToDouble(weights::total).sum());
    assertEquals(total, weights.underLines(4).total());
    assertEquals(total, weights.total(HsCode.of("8703")));
    assertEquals(weights, weights.underLines(6));
  }
}
