package org.tariffeconomics.economy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

/** Costs are passed on by fixed shares: what two duties push adds up, and half of one is half. */
class CostPushProperties {

  private static final CostPush MODEL = CostPush.bea2017();

  private static Map<String, Double> duties(int every, double duty) {
    List<String> goods = MODEL.goods();
    Map<String, Double> duties = new HashMap<>();
    for (int g = 0; g < goods.size(); g += every) {
      duties.put(goods.get(g), duty);
    }
    return duties;
  }

  @Property(tries = 10)
  void pushes_add_up(
      @ForAll @IntRange(min = 1, max = 9) int one,
      @ForAll @IntRange(min = 1, max = 9) int other,
      @ForAll @DoubleRange(min = 0, max = 1) double duty) {
    Map<String, Double> both = new HashMap<>(duties(one, duty));
    duties(other, 0.1).forEach((good, added) -> both.merge(good, added, Double::sum));
    CostPush.Push first = MODEL.push(duties(one, duty));
    CostPush.Push second = MODEL.push(duties(other, 0.1));
    CostPush.Push together = MODEL.push(both);
    for (String industry : MODEL.industries()) {
      assertEquals(first.total(industry) + second.total(industry), together.total(industry), 1e-12);
    }
    assertEquals(first.consumerPrice() + second.consumerPrice(), together.consumerPrice(), 1e-12);
    assertEquals(
        together.consumerImports() + together.consumerHomeGoods(), together.consumerPrice(), 1e-12);
  }
}
