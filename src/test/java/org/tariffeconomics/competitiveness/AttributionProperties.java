package org.tariffeconomics.competitiveness;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class AttributionProperties {

  private static final double SLIP = 1e-11;

  @Property
  void the_parts_sum_to_the_change(@ForAll("factors") List<FactorChange> factors) {
    for (Attribution a : all(factors)) {
      double sum = 0;
      for (double part : a.parts()) {
        sum += part;
      }
      assertEquals(a.change(), sum, SLIP * scale(a));
    }
  }

  @Property
  void the_order_of_the_factors_does_not_matter(@ForAll("factors") List<FactorChange> factors) {
    List<FactorChange> reversed = new ArrayList<>(factors);
    Collections.reverse(reversed);
    List<Attribution> forward = all(factors);
    List<Attribution> backward = all(reversed);
    for (int i = 0; i < forward.size(); i++) {
      for (FactorChange factor : factors) {
        assertEquals(
            forward.get(i).part(factor.name()),
            backward.get(i).part(factor.name()),
            SLIP * scale(forward.get(i)));
      }
    }
  }

  @Property
  void going_back_turns_every_sign(@ForAll("factors") List<FactorChange> factors) {
    List<FactorChange> back =
        factors.stream()
            .map(f -> FactorChange.of(f.name(), /* before= */ f.after(), /* after= */ f.before()))
            .toList();
    List<Attribution> there = all(factors);
    List<Attribution> andBack = all(back);
    for (int i = 0; i < there.size(); i++) {
      for (int k = 0; k < factors.size(); k++) {
        assertEquals(
            there.get(i).parts()[k], -andBack.get(i).parts()[k], SLIP * scale(there.get(i)));
      }
    }
  }

  @Property
  void the_closed_form_of_a_product_is_the_enumeration(
      @ForAll("factors") List<FactorChange> factors) {
    double[] closed = Attribution.shapleyOfProduct(factors).parts();
    Attribution counted = Attribution.shapley(factors, AttributionProperties::product);
    for (int i = 0; i < closed.length; i++) {
      assertEquals(counted.parts()[i], closed[i], SLIP * scale(counted));
    }
  }

  @Property
  void a_factor_that_does_not_change_has_no_part(@ForAll("factors") List<FactorChange> factors) {
    List<FactorChange> with = new ArrayList<>(factors);
    with.add(FactorChange.of("still", 1.7, 1.7));
    for (Attribution a : all(with)) {
      assertEquals(0, a.part("still"), 0);
    }
  }

  private static List<Attribution> all(List<FactorChange> factors) {
    return List.of(
        Attribution.shapleyOfProduct(factors),
        Attribution.lmdiOfProduct(factors),
        Attribution.shapley(factors, AttributionProperties::product));
  }

  private static double product(double[] factors) {
    double product = 1;
    for (double factor : factors) {
      product *= factor;
    }
    return product;
  }

  private static double scale(Attribution a) {
    double scale = Math.abs(a.before()) + Math.abs(a.after());
    for (double part : a.parts()) {
      scale += Math.abs(part);
    }
    return scale;
  }

  @Provide
  Arbitrary<List<FactorChange>> factors() {
    Arbitrary<Double> values = Arbitraries.doubles().between(0.05, 40).ofScale(6);
    return Combinators.combine(values, values)
        .as((before, after) -> new double[] {before, after})
        .list()
        .ofMinSize(1)
        .ofMaxSize(7)
        .map(AttributionProperties::named);
  }

  private static List<FactorChange> named(List<double[]> pairs) {
    List<FactorChange> factors = new ArrayList<>();
    for (double[] pair : pairs) {
      factors.add(FactorChange.of("factor " + factors.size(), pair[0], pair[1]));
    }
    return factors;
  }
}
