package org.tariffeconomics.economy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.tariffeconomics.report.Table;

/** Revenue by hand, cost push by its laws, folded duties against averages. */
class RevenueAndCostTest {

  private static Money usd(String amount) {
    return Money.of(CurrencyUnit.USD, new BigDecimal(amount));
  }

  private static double amount(BigMoney money) {
    return money.getAmount().doubleValue();
  }

  private static final List<RevenueFlow> FLOWS =
      List.of(
          RevenueFlow.of("8703", "JP", usd("100"), 0.025, 0.15),
          RevenueFlow.of("8703", "KR", usd("100"), 0, 0),
          new RevenueFlow("6109", "VN", "MFN", usd("50").toBigMoney(), 0.16, 0.12, 0.20));

  @Test
  void the_mechanical_answer_is_new_duties_on_old_imports() {
    RevenueSimulation.Result result = RevenueSimulation.of(FLOWS).run();
    assertEquals(2.5 + 6, amount(result.before().duty()), 1e-12);
    // 12 of 16 points were collected, and three quarters of 20 will be
    assertEquals(15 + 50 * 0.15, amount(result.mechanical().duty()), 1e-12);
    assertEquals(amount(result.mechanical().total()), amount(result.after().total()), 1e-12);
    assertEquals(250, amount(result.importsAfter()), 1e-12);
  }

  @Test
  void imports_turn_to_other_origins_and_the_line_shrinks() {
    RevenueSimulation.Result result = RevenueSimulation.of(FLOWS).withResponses(4, 1).run();
    double change = 1.15 / 1.025;
    double share = 102.5 / 202.5;
    double index = Math.pow(share * Math.pow(change, -3) + 1 - share, -1 / 3.0);
    assertEquals(index, result.priceIndex("8703"), 1e-12);
    assertEquals(
        100 * Math.pow(change, -4) * Math.pow(index, 3),
        amount(result.lines().get(0).importsAfter()),
        1e-10);
    assertEquals(100 * Math.pow(index, 3), amount(result.lines().get(1).importsAfter()), 1e-10);
    // with demand of unit elasticity what is spent on a line stays
    double spent =
        amount(result.lines().get(0).importsAfter()) * 1.15
            + amount(result.lines().get(1).importsAfter());
    assertEquals(202.5, spent, 1e-10);
  }

  @Test
  void a_good_from_home_draws_demand_and_cobb_douglas_is_the_limit() {
    RevenueSimulation plain = RevenueSimulation.of(FLOWS).withResponses(4, 1);
    double with =
        amount(plain.withHomeGood("8703", usd("1000")).run().lines().get(0).importsAfter());
    assertTrue(with < amount(plain.run().lines().get(0).importsAfter()));
    double one = RevenueSimulation.of(FLOWS).withResponses(1, 1).run().priceIndex("8703");
    // by the logarithm of the change, up to the square: the mean less half the variance times σ − 1
    double share = 102.5 / 202.5;
    double log = Math.log(1.15 / 1.025);
    assertEquals(Math.exp(share * log), one, 1e-14);
    for (double slip : new double[] {1e-11, 1e-9, 1e-7}) {
      double near = RevenueSimulation.of(FLOWS).withResponses(1 + slip, 1).run().priceIndex("8703");
      double curved = share * log - slip / 2 * share * (1 - share) * log * log;
      assertEquals(Math.exp(curved), near, 1e-13);
    }
    assertThrows(IllegalArgumentException.class, () -> plain.withHomeGood("9999", usd("1")));
    assertThrows(IllegalArgumentException.class, () -> plain.withResponses(-1, 1));
  }

  @Test
  void excise_and_vat_come_on_top_of_the_duty_and_tables_add_up() {
    RevenueSimulation.Result result = RevenueSimulation.of(FLOWS).withTaxes(0.1, 0.2).run();
    double base = 100 * 1.025 + 100 + 50 * 1.12;
    assertEquals(0.1 * base, amount(result.before().excise()), 1e-10);
    assertEquals(0.2 * 1.1 * base, amount(result.before().vat()), 1e-10);
    for (Table table : List.of(result.byLine(), result.byPartner(), result.byProgramme())) {
      int last = table.rows().size() - 1;
      BigDecimal sum = BigDecimal.ZERO;
      for (int row = 0; row < last; row++) {
        sum = sum.add(table.number(row, "revenue after"));
      }
      assertEquals(0, sum.compareTo(table.number(last, "revenue after")));
    }
    assertThrows(IllegalArgumentException.class, () -> RevenueSimulation.of(List.of()));
    assertThrows(IllegalArgumentException.class, () -> RevenueFlow.of("1", "JP", usd("-1"), 0, 0));
  }

  @Test
  void lines_from_which_the_treasury_gains_and_loses() {
    List<RevenueFlow> flows =
        List.of(
            RevenueFlow.of("8703", "JP", usd("100"), 0.025, 0.15),
            RevenueFlow.of("6109", "VN", usd("50"), 0.16, 0.10),
            RevenueFlow.of("7208", "KR", usd("40"), 0, 0),
            RevenueFlow.of("2208", "FR", usd("10"), 0.10, 0.05));
    RevenueSimulation.Result result = RevenueSimulation.of(flows).run();
    Table gainers = result.gainers(5);
    assertEquals(1, gainers.rows().size());
    assertEquals(12.5, gainers.number(0, "change").doubleValue(), 1e-12);
    Table losers = result.losers(5);
    assertEquals(2, losers.rows().size());
    assertEquals(-3, losers.number(0, "change").doubleValue(), 1e-12);
    assertEquals(1, result.losers(1).rows().size());
    assertEquals(
        11.5, result.byLine().number(4, "statutory before").doubleValue(), 1e-12, "all lines");
    assertTrue(result.chart().toSvg().contains("JP"));
    assertThrows(IllegalArgumentException.class, () -> result.gainers(0));
  }

  @Test
  void pushes_are_pictures() {
    CostPush.Push push = CostPush.bea2017().pushOnAllGoods(0.10);
    assertTrue(push.chart().toSvg().startsWith("<svg"));
    IndustryPush trucks = push.industry("336112");
    assertTrue(trucks.chart().toSvg().contains("suppliers at home"));
    double parts = trucks.byGood().values().stream().mapToDouble(EstimateRange::lowest).sum();
    assertEquals(trucks.direct().lowest(), parts, 1e-12);
  }

  @Test
  void a_cost_push_is_linear_obeys_duality_and_needs_known_goods() {
    CostPush bea = CostPush.bea2017();
    CostPush.Push ten = bea.pushOnAllGoods(0.10);
    CostPush.Push twenty = bea.pushOnAllGoods(0.20);
    assertEquals(2 * ten.total("336112"), twenty.total("336112"), 1e-14);
    assertEquals(0, ten.dualityResidual(), 1e-11);
    assertEquals(0, bea.push(Map.of()).consumerPrice(), 0.0);
    assertEquals(0.5 * ten.consumerPrice(), bea.push(allGoods(bea), 0.5).consumerPrice(), 1e-15);
    for (String industry : bea.industries()) {
      assertTrue(ten.total(industry) >= ten.direct(industry) - 1e-15, industry);
    }
    IllegalArgumentException service =
        assertThrows(IllegalArgumentException.class, () -> bea.push(Map.of("522A00", 0.1)));
    assertTrue(service.getMessage().contains("No good '522A00'"), service.getMessage());
    assertThrows(IllegalArgumentException.class, () -> ten.total("nothing"));
    assertThrows(IllegalArgumentException.class, () -> bea.push(Map.of(), 1.5));
    assertTrue(ten.industry("336112").table().toText().contains("suppliers at home"));
    assertEquals(402, ten.table().rows().size());
  }

  private static Map<String, Double> allGoods(CostPush bea) {
    Map<String, Double> duties = new HashMap<>();
    bea.goods().forEach(good -> duties.put(good, 0.10));
    return duties;
  }

  @Test
  void tariff_lines_find_their_goods() {
    CostPush bea = CostPush.bea2017();
    assertEquals(List.of("331110"), bea.goodsOf("7208.10.15.00"));
    assertEquals(List.of("336111", "336213"), bea.goodsOf("8703.23.01"));
    assertFalse(bea.goodsOf("87").isEmpty());
    assertTrue(bea.goodsOf("9999.99").isEmpty());
    assertThrows(IllegalArgumentException.class, () -> bea.goodsOf("cars"));
  }

  @Test
  void folded_duties_are_below_their_average() {
    FoldedDuties folded =
        FoldedDuties.of(4, new double[] {50, 50}, new double[] {0, 0}, new double[] {0, 0.5});
    assertTrue(folded.powerChange() < folded.meanPowerChange());
    assertTrue(folded.collectedRate() < folded.meanDuty());
    FoldedDuties equal =
        FoldedDuties.of(4, new double[] {30, 70}, new double[] {0.1, 0.1}, new double[] {0.2, 0.2});
    assertEquals(1.2 / 1.1, equal.powerChange(), 1e-14);
    assertEquals(1 / 1.2, equal.netShare(), 1e-14);
    assertThrows(
        IllegalArgumentException.class,
        () -> FoldedDuties.of(4, new double[] {1}, new double[] {0}, new double[] {-1}));
    assertThrows(
        IllegalArgumentException.class,
        () -> FoldedDuties.of(4, new double[] {0}, new double[] {0}, new double[] {0}));
  }

  /**
   * Of 2 % statutory and 4 % collected, a surcharge of 25 points takes 25 points of the value and
   * not 50; where the duty falls, the part that was collected of it falls alike.
   */
  @Test
  void what_was_collected_above_the_statutory_duty_does_not_grow() {
    assertEquals(0.29, flow(0.02, 0.04, 0.27).collectedAfter(), 1e-12);
    assertEquals(0.04, flow(0.02, 0.04, 0.02).collectedAfter(), 1e-12);
    assertEquals(0.02, flow(0.02, 0.04, 0.01).collectedAfter(), 1e-12);
    assertEquals(0.135, flow(0.02, 0.01, 0.27).collectedAfter(), 1e-12);
  }

  private static RevenueFlow flow(double before, double collected, double after) {
    return new RevenueFlow("8703", "JP", "", usd("100").toBigMoney(), before, collected, after);
  }
}
