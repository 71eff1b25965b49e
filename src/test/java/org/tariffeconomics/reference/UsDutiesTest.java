package org.tariffeconomics.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.joda.money.BigMoney;
import org.junit.jupiter.api.Test;
import org.tariffeconomics.basics.RateRange;
import org.tariffeconomics.economy.CostPush;
import org.tariffeconomics.economy.CostPushRange;
import org.tariffeconomics.economy.DutyShock;
import org.tariffeconomics.economy.Elasticity;
import org.tariffeconomics.economy.Equilibrium;
import org.tariffeconomics.economy.EstimateRange;
import org.tariffeconomics.economy.LawShock;
import org.tariffeconomics.economy.OutcomeRange;
import org.tariffeconomics.economy.RevenueRange;
import org.tariffeconomics.economy.World;
import org.tariffeconomics.reference.UsImports.Flow;
import org.tariffeconomics.report.Table;
import org.tariffeconomics.tariff.TariffBook;

/** The law of a day on real imports of some goods, against duties asked for one by one. */
class UsDutiesTest {

  private static final LocalDate DAY = LocalDate.parse("2025-09-16");
  private static final Elasticity FOUR = Elasticity.of(4);
  private static final UsImports GOODS = UsImports.of2024().of("8703.23+6109.10+6402.99");
  private static final UsDuties DUTIES = UsDuties.of(GOODS, DAY);

  @Test
  void every_flow_has_the_duty_of_its_line_and_origin() {
    List<Flow> flows = GOODS.flows();
    int known = 0;
    for (int i = 0; i < flows.size(); i += 7) {
      Flow flow = flows.get(i);
      Optional<RateRange> asked =
          UsTariffs.book().on(DAY).stack(flow.line(), flow.origin()).range();
      Optional<EstimateRange> range = DUTIES.unclaimed(i);
      if (asked.isPresent()) {
        known++;
        EstimateRange found = range.orElseThrow();
        assertEquals(asked.get().lowest().fraction().doubleValue(), found.lowest(), 1e-12);
        assertEquals(asked.get().highest().fraction().doubleValue(), found.highest(), 1e-12);
      }
    }
    assertTrue(known > 5, "duties were compared: " + known);
  }

  /** Japan claims nothing here, so that its two numbers can be folded by hand. */
  @Test
  void a_pair_is_folded_as_by_hand() {
    World world = World.of2023();
    LawShock law = DUTIES.averages(world).lawShock();
    double collected = world.baseDuty("JP", "US", World.ALL_GOODS);
    double value = 0;
    double byLaw = 0;
    for (int i = 0; i < GOODS.flows().size(); i++) {
      Flow flow = GOODS.flows().get(i);
      if (flow.partner().equals("JP")) {
        value += flow.value();
        byLaw += flow.value() * before(flow);
      }
    }
    double scale = collected * value / byLaw;
    double spent = 0;
    double sum = 0;
    for (int i = 0; i < GOODS.flows().size(); i++) {
      Flow flow = GOODS.flows().get(i);
      if (flow.partner().equals("JP")) {
        double paid = flow.value() * (1 + scale * before(flow));
        double after = DUTIES.unclaimed(i).orElseThrow().lowest();
        spent += paid;
        sum += paid * Math.pow((1 + after) / (1 + before(flow)), -4);
      }
    }
    DutyShock lowest = law.bounds(FOUR).lowest();
    assertEquals(
        (1 + collected) * Math.pow(sum / spent, -0.25),
        lowest.power("JP", "US", World.ALL_GOODS),
        1e-9);
  }

  private static double before(Flow flow) {
    return UsTariffs.book()
        .on(UsTariffs.FACTS_FROM)
        .stack(flow.line(), flow.origin())
        .adValoremRate()
        .orElseThrow()
        .fraction()
        .doubleValue();
  }

  @Test
  void the_union_is_charged_as_one_and_every_economy_is_covered_or_unknown() {
    World world = World.of2023();
    LawShock law = DUTIES.averages(world).lawShock();
    DutyShock high = law.bounds(FOUR).highest();
    double germany = high.power("DE", "US", World.ALL_GOODS) / baseOf(world, "DE");
    double france = high.power("FR", "US", World.ALL_GOODS) / baseOf(world, "FR");
    assertEquals(germany, france, 1e-12);
    assertTrue(law.uncoveredShare() > 0, "few partners sell these goods");
    DutyShock low = law.bounds(FOUR).lowest();
    double unknown = low.power("KE", "US", World.ALL_GOODS) / baseOf(world, "KE");
    assertTrue(unknown > 1, "an exporter without goods is not taken as unmoved: " + unknown);
  }

  private static double baseOf(World world, String exporter) {
    return 1 + world.baseDuty(exporter, "US", World.ALL_GOODS);
  }

  @Test
  void without_a_deal_only_its_partner_is_looked_at_again() {
    TariffBook without = UsTariffs.book().without(UsDeals.register().deal("JP"));
    assertEquals(Set.of("JP"), DUTIES.originsLookedAtAgain(without));
    UsDuties after = DUTIES.without(UsDeals.register().deal("JP"));
    boolean dearer = false;
    for (int i = 0; i < GOODS.flows().size(); i++) {
      Flow flow = GOODS.flows().get(i);
      if (!flow.partner().equals("JP")) {
        assertEquals(DUTIES.unclaimed(i), after.unclaimed(i));
      } else if (DUTIES.unclaimed(i).isPresent()) {
        RateRange asked = without.on(DAY).stack(flow.line(), flow.origin()).range().orElseThrow();
        assertEquals(
            asked.highest().fraction().doubleValue(),
            after.unclaimed(i).orElseThrow().highest(),
            1e-12);
        dearer |= after.unclaimed(i).get().highest() > DUTIES.unclaimed(i).get().highest();
      }
    }
    assertTrue(dearer);
    assertTrue(after.toString().contains("without jp-2025"), after.toString());
  }

  @Test
  void what_a_deal_is_worth_is_one_expression() {
    World world = World.of2023();
    Equilibrium model = Equilibrium.of(world, FOUR);
    WorldDuties law = DUTIES.averages(world);
    OutcomeRange with = model.solve(law);
    OutcomeRange without = model.solve(law.without(UsDeals.register().deal("JP")));
    EstimateRange gain = without.compare(with).welfare("JP");
    assertTrue(gain.lowest() > 0, gain.toString());
    String foot = String.join(" ", with.table("US", "JP").caption());
    assertTrue(foot.contains("US law of 2025-09-16"), foot);
    assertTrue(foot.contains("agreements claimed as then"), foot);
  }

  @Test
  void the_treasury_takes_what_it_took_and_what_the_law_adds() {
    RevenueRange.Result mechanical = DUTIES.revenue().run();
    double collected = GOODS.flows().stream().mapToDouble(Flow::duty).sum();
    double before = amount(mechanical.lowest().before().duty());
    assertEquals(collected, before, 0.03 * collected, "what was collected in 2024");
    double least = amount(mechanical.lowest().mechanical().duty());
    double most = amount(mechanical.highest().mechanical().duty());
    assertTrue(before < least && least <= most, before + " " + least + " " + most);
    RevenueRange.Result answered = DUTIES.revenue().withResponses(4, 1).run();
    assertTrue(amount(answered.highest().after().duty()) < most, "imports answer");
    Table partners = answered.byPartner();
    assertEquals("all", partners.cell(partners.rows().size() - 1, "partner").text());
    assertTrue(answered.byProgramme().toText().contains("USMCA"));
    assertTrue(answered.byLine().rows().size() > 3);
    assertTrue(answered.chart().toSvg().contains("MX"));
    String foot = String.join(" ", partners.caption());
    assertTrue(foot.contains("of imports are left out"), foot);
  }

  /**
   * Of 405 flows the duty of 2024 lies between none and some, and some was collected; of ten there
   * was none, and some was collected all the same: USD 16 m of 75.6 bn.
   */
  @Test
  void the_treasury_of_the_whole_trade_took_what_was_collected() {
    double collected = UsImports.of2024().duty();
    RevenueRange.Result result = UsDuties.of(DAY).revenue().run();
    assertEquals(collected, amount(result.lowest().before().duty()), 0.02 * collected);
    assertEquals(collected, amount(result.highest().before().duty()), 0.02 * collected);
    double least = amount(result.lowest().mechanical().duty());
    double most = amount(result.highest().mechanical().duty());
    assertTrue(1.5 * collected < least && least <= most, least + " to " + most);
  }

  /** Of fish from China, by line free or at 25 %, what was collected tells the duty there was. */
  @Test
  void a_statutory_range_is_what_was_collected_within_it() {
    UsImports some = UsImports.of2024().of("0304.83.10");
    RevenueRange.Result none = UsDuties.of(some, UsTariffs.FACTS_FROM).revenue().run();
    double collected = some.duty();
    assertEquals(collected, amount(none.lowest().before().duty()), 0.001 * collected);
    double most = amount(none.highest().mechanical().duty());
    assertTrue(
        most <= some.flows().stream().mapToDouble(f -> 0.25 * f.value()).sum(), "most " + most);
  }

  private static double amount(BigMoney money) {
    return money.getAmount().doubleValue();
  }

  @Test
  void the_same_duties_push_costs() {
    CostPushRange push = CostPush.bea2017().push(DUTIES.onGoods(), 1);
    assertTrue(push.consumerPrice().lowest() > 0);
    assertTrue(push.total("336111").highest() >= push.total("336111").lowest());
    assertFalse(push.table().rows().isEmpty());
  }

  @Test
  void days_before_the_facts_and_other_schedules_are_refused() {
    assertThrows(IllegalArgumentException.class, () -> UsDuties.of(LocalDate.parse("2024-12-31")));
    assertThrows(IllegalArgumentException.class, () -> DUTIES.under(TariffBook.us(), "a book"));
    World other = World.of(List.of("A", "B"), new double[][] {{9, 1}, {1, 9}});
    assertThrows(IllegalArgumentException.class, () -> DUTIES.averages(other));
  }
}
