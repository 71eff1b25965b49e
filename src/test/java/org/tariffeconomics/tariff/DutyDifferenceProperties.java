package org.tariffeconomics.tariff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.tariffeconomics.basics.GapRange;
import org.tariffeconomics.tariff.DutyStack.Outcome;
import org.tariffeconomics.tariff.RuleArbitraries.Goods;
import org.tariffeconomics.tariff.RuleArbitraries.Law;

/** The parts of a difference make up the whole of it. */
class DutyDifferenceProperties {

  @Provide
  Arbitrary<Law> laws() {
    return RuleArbitraries.laws().withoutEdgeCases();
  }

  @Provide
  Arbitrary<Goods> goods() {
    return RuleArbitraries.goods().withoutEdgeCases();
  }

  private static BigDecimal points(GapRange gap) {
    return gap.exact().orElseThrow().points();
  }

  @Property(tries = 600)
  void the_changes_of_the_layers_sum_to_the_change_of_the_duty(
      @ForAll("laws") Law law, @ForAll("goods") Goods one, @ForAll("goods") Goods other) {
    DutyStack before = one.under(law.book());
    DutyStack after = other.under(law.book());
    Assume.that(before.outcome() == Outcome.ASSESSED && before.resolutions().get().size() == 1);
    Assume.that(after.outcome() == Outcome.ASSESSED && after.resolutions().get().size() == 1);
    DutyDifference difference = after.differenceFrom(before);
    Assume.that(difference.change().isPresent());
    BigDecimal sum =
        difference.layers().stream()
            .map(layer -> points(layer.change().orElseThrow()))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    assertEquals(
        0, sum.compareTo(difference.change().orElseThrow().points()), difference::toString);
  }

  @Property(tries = 600)
  void what_differs_in_nothing_has_no_layer_that_came_went_or_moved(
      @ForAll("laws") Law law, @ForAll("goods") Goods one, @ForAll("goods") Goods other) {
    DutyDifference difference = other.under(law.book()).differenceFrom(one.under(law.book()));
    boolean charged =
        difference.layers().stream().anyMatch(each -> each.kind() != LayerDifference.Kind.RESTATED);
    if (difference.isNone()) {
      assertTrue(!charged, difference::toString);
    }
    assertTrue(one.under(law.book()).differenceFrom(one.under(law.book())).isNone());
  }

  @Property(tries = 300)
  void what_came_has_gone_the_other_way_round(
      @ForAll("laws") Law law, @ForAll("goods") Goods one, @ForAll("goods") Goods other) {
    DutyStack before = one.under(law.book());
    DutyStack after = other.under(law.book());
    assertEquals(
        after.differenceFrom(before).layers(LayerDifference.Kind.CAME).size(),
        before.differenceFrom(after).layers(LayerDifference.Kind.WENT).size());
  }
}
