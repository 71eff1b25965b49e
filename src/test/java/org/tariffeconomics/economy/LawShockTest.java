package org.tariffeconomics.economy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.indicator.TradeWeights;
import org.tariffeconomics.panel.PanelSlice;
import org.tariffeconomics.panel.TariffPanel;
import org.tariffeconomics.rate.DeclaredOrigin;
import org.tariffeconomics.tariff.TariffBook;
import org.tariffeconomics.tariff.TariffMeasure;

/** Law folded for a world, against sums done by hand on two goods. */
class LawShockTest {

  private static final Elasticity FOUR = Elasticity.of(4);
  private static final HsCode CAR = HsCode.of("8703.23.01");
  private static final HsCode SHIRT = HsCode.of("6109.10.00");
  private static final LocalDate BASE = LocalDate.parse("2025-01-02");
  private static final LocalDate DAY = LocalDate.parse("2025-09-16");

  private static TariffPanel panel(TariffMeasure... more) {
    TariffBook book =
        TariffBook.us(
            TariffMeasure.base("8703", "2.5%").withId("MFN cars").from("2020-01-01"),
            TariffMeasure.base("6109", "16.5%").withId("MFN shirts").from("2020-01-01"),
            TariffMeasure.adds("S232", "8703", "JP", "12.5%").from("2025-04-03"));
    for (TariffMeasure each : more) {
      book = book.with(each);
    }
    return TariffPanel.of(
        book,
        List.of(CAR, SHIRT),
        List.of("JP", "KR").stream().map(DeclaredOrigin::parse).toList(),
        List.of(BASE, DAY));
  }

  private static World world() {
    return World.of(
            List.of("US", "JP", "KR"), new double[][] {{900, 60, 40}, {30, 300, 10}, {20, 15, 150}})
        .withBaseDuty("JP", "US", 0.03)
        .withBaseDuty("KR", "US", 0.02);
  }

  private static TradeWeights trade() {
    return TradeWeights.builder("imports")
        .add(CAR, Country.of("JP"), 40)
        .add(SHIRT, Country.of("JP"), 10)
        .add(SHIRT, Country.of("KR"), 30)
        .add(SHIRT, Country.of("MX"), 5)
        .build();
  }

  private static LawShock law(TariffPanel panel) {
    return LawShock.of(world(), "US", panel.on(DAY), panel.on(BASE), trade());
  }

  @Test
  void a_pair_is_folded_from_its_goods_and_keeps_what_was_collected() {
    LawShock law = law(panel());
    DutyShock shock = law.shock(FOUR);
    // by law 40 · 2.5% + 10 · 16.5% = 2.65 of 50, collected 3%: scaled by 1.5/2.65
    double scale = 1.5 / 2.65;
    double car = 0.025 * scale;
    double shirt = 0.165 * scale;
    double carAfter = (1 + car) * 1.15 / 1.025 - 1;
    double spent = 40 * (1 + car) + 10 * (1 + shirt);
    double s = 40 * (1 + car) / spent;
    double weight = s * Math.pow(1.15 / 1.025, -4);
    double index = weight + (1 - s);
    assertEquals(1.03 * Math.pow(index, -0.25), shock.power("JP", "US", World.ALL_GOODS), 1e-12);
    assertEquals(
        (weight / (1 + carAfter) + (1 - s) / (1 + shirt)) / index,
        shock.netShare("JP", "US", World.ALL_GOODS),
        1e-12);
    assertEquals(1.02, shock.power("KR", "US", World.ALL_GOODS), 1e-12);
    assertEquals(4, shock.foldedFor(World.ALL_GOODS).orElseThrow());
    assertEquals(5 / 85.0, law.leftOutShare(), 1e-12);
    assertTrue(shock.notes().get(0).contains("law of 2025-09-16"), shock.notes().toString());
    assertTrue(law.coverage(FOUR).toText().contains("JP"));
  }

  @Test
  void what_a_deal_is_worth_is_the_difference_of_two_laws() {
    Equilibrium model = Equilibrium.of(world(), Elasticity.of(4));
    Outcome with = model.solve(law(panel()).shock(FOUR));
    TariffPanel harsher = panel(TariffMeasure.adds("S122", "*", "KR", "10%").from("2025-05-01"));
    Outcome without = model.solve(law(harsher).shock(FOUR));
    assertTrue(with.isConverged() && without.isConverged());
    assertTrue(with.welfare("KR") > without.welfare("KR"));
    assertTrue(with.table("KR").toText().contains("imports"), "the weights are said");
  }

  @Test
  void open_duties_are_never_taken_as_none() {
    TariffPanel open =
        panel(TariffMeasure.adds("F", "6109", "KR", "0.5 USD/kg").from("2025-05-01"));
    LawShock law = law(open);
    assertEquals(30 / 85.0, law.unknownShare(), 1e-12);
    assertThrows(IllegalStateException.class, () -> law.shock(FOUR));
    IllegalStateException refused =
        assertThrows(IllegalStateException.class, () -> law.bounds(FOUR));
    assertTrue(refused.getMessage().contains("have no rate"), refused.getMessage());
    assertTrue(refused.getMessage().contains("withUnknownAdding(0, 0.25)"), "what to write");
    assertThrows(IllegalStateException.class, () -> Equilibrium.of(world(), FOUR).solve(law));
    LawShock.Bounds bounds = law.withUnknownAdding(0, 0.2).bounds(FOUR);
    assertEquals(1.02, bounds.lowest().power("KR", "US", World.ALL_GOODS), 1e-12);
    assertEquals(1.22, bounds.highest().power("KR", "US", World.ALL_GOODS), 1e-12);
    DutyShock unchanged = law.withUnknownUnchanged().shock(FOUR);
    assertEquals(1.02, unchanged.power("KR", "US", World.ALL_GOODS), 1e-12);
    assertTrue(unchanged.notes().get(1).contains("keeps its base duty"));
    Equilibrium model = Equilibrium.of(world(), Elasticity.of(4));
    double low = model.solve(bounds.lowest()).welfare("KR");
    double high = model.solve(bounds.highest()).welfare("KR");
    assertTrue(high < low);
    assertThrows(IllegalArgumentException.class, () -> law.withUnknownAdding(0.2, 0));
  }

  @Test
  void another_elasticity_two_panels_and_strangers_are_refused() {
    DutyShock shock = law(panel()).shock(FOUR);
    assertThrows(
        IllegalArgumentException.class,
        () -> Equilibrium.of(world(), Elasticity.of(5)).solve(shock));
    PanelSlice day = panel().on(DAY);
    PanelSlice other =
        TariffPanel.of(
                TariffBook.us(
                    TariffMeasure.base("8703", "2.5%").withId("MFN cars").from("2020-01-01")),
                List.of(CAR),
                List.of(DeclaredOrigin.parse("JP")),
                List.of(BASE))
            .on(BASE);
    assertThrows(
        IllegalArgumentException.class, () -> LawShock.of(world(), "US", day, other, trade()));
    assertThrows(
        IllegalArgumentException.class, () -> LawShock.of(world(), "EU", day, day, trade()));
  }

  @Test
  void countries_and_lines_find_their_place_in_the_bundled_worlds() {
    assertEquals(
        "XL", BundledWorlds.economyOf(World.of2023()).apply(Country.of("AW")).orElseThrow());
    assertEquals(
        "XW", BundledWorlds.economyOf(World.sectors2011()).apply(Country.of("AT")).orElseThrow());
    assertEquals(
        "XR", BundledWorlds.economyOf(World.sectors2011()).apply(Country.of("VN")).orElseThrow());
    assertEquals("TRQ", BundledWorlds.sectorOf(World.sectors2011()).apply(CAR).orElseThrow());
    assertEquals("TEX", BundledWorlds.sectorOf(World.sectors2011()).apply(SHIRT).orElseThrow());
  }

  @Test
  void the_law_of_a_day_pushes_costs_by_good() {
    TariffPanel panel = panel();
    LawDuties duties = LawDuties.of(panel.on(DAY), panel.on(BASE), trade());
    // cars are divided between 336111 and 336213, and only those of Japan are dearer
    assertEquals(0.125, duties.byGood().get("336111"), 1e-12);
    assertEquals(5 / 85.0, duties.leftOutShare(), 1e-12);
    assertEquals(0, duties.openShare());
    CostPush.Push push = CostPush.bea2017().push(duties.byGood());
    assertTrue(push.consumerPrice() > 0);
    TariffPanel open =
        panel(TariffMeasure.adds("F", "6109", "KR", "0.5 USD/kg").from("2025-05-01"));
    LawDuties unknown = LawDuties.of(open.on(DAY), open.on(BASE), trade());
    assertEquals(30 / 85.0, unknown.unknownShare(), 1e-12);
    IllegalStateException refused = assertThrows(IllegalStateException.class, unknown::byGood);
    assertTrue(refused.getMessage().contains("withUnknownAdding(0, 0.25)"), "what to write");
    assertEquals(LawDuties.of(open.on(DAY), open.on(BASE), trade()), unknown, "by contents");
    assertNotEquals(unknown, unknown.withUnknownUnchanged());
    assertEquals(
        0,
        unknown.withUnknownUnchanged().byGood().values().stream()
            .min(Double::compare)
            .orElseThrow());
    String good = CostPush.bea2017().goodsOf("6109.10.00").get(0);
    assertEquals(0.1 * 30 / 40, unknown.withUnknownAdding(0.1, 0.1).byGood().get(good), 1e-12);
  }

  /** Known, open, unknown and prohibited goods of one pair, folded by hand at both ends. */
  @Test
  void goods_of_all_kinds_are_folded_together() {
    LawShock law =
        LawShock.builder(world(), "US", "a law")
            .add("JP", "ALL", 50, EstimateRange.of(0.02), EstimateRange.of(0.10))
            .add("JP", "ALL", 20, EstimateRange.of(0.05), new EstimateRange(0.10, 0.30))
            .addProhibited("JP", "ALL", 10, EstimateRange.of(0.04))
            .addUnknown("JP", "ALL", 20)
            .add("KR", "ALL", 1, EstimateRange.of(0.02), EstimateRange.of(0.02))
            .build()
            .withUnknownAdding(0, 0.15);
    // by law 1 + 1 + 0.4 on 80; 3% was collected on all: duties scaled by 2.4/2.4
    double[] base = {1.02, 1.05, 1.04, 1.03};
    double[] value = {50, 20, 10, 20};
    double spent = 51 + 21 + 10.4 + 20.6;
    double[][] after = {{1.10, 1.10, 0, 1.03}, {1.10, 1.30, 0, 1.18}};
    for (int end = 0; end < 2; end++) {
      double index = 0;
      double net = 0;
      for (int h = 0; h < value.length; h++) {
        if (after[end][h] > 0) {
          double weight = value[h] * base[h] / spent * Math.pow(after[end][h] / base[h], -4);
          index += weight;
          net += weight / after[end][h];
        }
      }
      LawShock.Bounds bounds = law.bounds(FOUR);
      DutyShock shock = end == 0 ? bounds.lowest() : bounds.highest();
      assertEquals(1.03 * Math.pow(index, -0.25), shock.power("JP", "US", "ALL"), 1e-12);
      assertEquals(net / index, shock.netShare("JP", "US", "ALL"), 1e-12);
    }
    assertEquals(20 / 101.0, law.openShare(), 1e-12);
    assertEquals(20 / 101.0, law.unknownShare(), 1e-12);
  }

  // Duties that lie between two.

  private static LawShock open(EstimateRange japan, EstimateRange korea) {
    return LawShock.builder(world(), "US", "a law against another")
        .add("JP", World.ALL_GOODS, 50, EstimateRange.of(0.03), japan)
        .add("KR", World.ALL_GOODS, 30, EstimateRange.of(0.02), korea)
        .build();
  }

  @Test
  void duties_that_lie_between_two_give_two_shocks_and_intervals() {
    LawShock law = open(new EstimateRange(0.10, 0.25), EstimateRange.of(0.15));
    assertEquals(50 / 80.0, law.openShare(), 1e-12);
    assertEquals(1.10, law.bounds(FOUR).lowest().power("JP", "US", World.ALL_GOODS), 1e-12);
    assertEquals(1.25, law.bounds(FOUR).highest().power("JP", "US", World.ALL_GOODS), 1e-12);
    Equilibrium model = Equilibrium.of(world(), FOUR);
    OutcomeRange outcome = model.solve(law);
    assertTrue(outcome.exact().isEmpty());
    double low = model.solve(law.bounds(FOUR).lowest()).welfare("JP");
    double high = model.solve(law.bounds(FOUR).highest()).welfare("JP");
    assertEquals(new EstimateRange(high, low), outcome.welfare("JP"));
    String text = outcome.table("JP", "KR").toText().replace('\n', ' ');
    assertTrue(text.contains("duties on 62.5% of trade lie between two"), text);
    assertTrue(text.contains(" to -"), text);
    assertTrue(outcome.why("JP").table().toText().contains("highest duties"));
    for (double duty = 0.10; duty < 0.25; duty += 0.03) {
      DutyShock between = law.bounds(FOUR).lowest();
      LawShock one = open(EstimateRange.of(duty), EstimateRange.of(0.15));
      assertTrue(
          outcome.welfare("KR").contains(model.solve(one).exact().orElseThrow().welfare("KR")));
      assertTrue(between.foldedFor(World.ALL_GOODS).isPresent());
    }
  }

  /** Japan gains where Korea pays more and loses where it pays more itself: the ends are mixed. */
  @Test
  void the_ends_of_an_interval_are_corners_of_several_exporters() {
    EstimateRange wide = new EstimateRange(0.05, 0.40);
    World rivals =
        World.of(
            List.of("US", "JP", "KR"),
            new double[][] {{100, 200, 200}, {80, 300, 1}, {80, 1, 300}});
    LawShock law =
        LawShock.builder(rivals, "US", "a law")
            .add("JP", World.ALL_GOODS, 50, EstimateRange.of(0), wide)
            .add("KR", World.ALL_GOODS, 50, EstimateRange.of(0), wide)
            .build();
    Equilibrium model = Equilibrium.of(rivals, FOUR);
    EstimateRange japan = model.solve(law).welfare("JP");
    DutyShock none = DutyShock.none(rivals);
    double worst = Double.POSITIVE_INFINITY;
    double best = Double.NEGATIVE_INFINITY;
    for (double own : new double[] {0.05, 0.40}) {
      for (double rival : new double[] {0.05, 0.40}) {
        DutyShock corner = none.withDuty("JP", "US", own).withDuty("KR", "US", rival);
        double welfare = model.solve(corner).welfare("JP");
        worst = Math.min(worst, welfare);
        best = Math.max(best, welfare);
      }
    }
    assertEquals(worst, japan.lowest(), 1e-10);
    assertEquals(best, japan.highest(), 1e-10);
    double together = model.solve(law.bounds(FOUR).highest()).welfare("JP");
    assertTrue(japan.lowest() < together - 1e-6, "both at their highest is not the worst");
  }

  @Test
  void what_is_known_is_one_number_again() {
    LawShock law = open(EstimateRange.of(0.15), EstimateRange.of(0.15));
    assertTrue(law.isDefinite());
    Equilibrium model = Equilibrium.of(world(), FOUR);
    OutcomeRange outcome = model.solve(law);
    Outcome same =
        model.solve(DutyShock.none(world()).withDuty("JP", "US", 0.15).withDuty("KR", "US", 0.15));
    assertEquals(same.welfare("US"), outcome.welfare("US").exact().orElseThrow(), 1e-12);
    assertEquals(outcome.lowest().table("US").toText(), outcome.table("US").toText());
    assertEquals(outcome.lowest().toString(), outcome.toString());
  }

  /** The same open fact on both sides does not widen what a deal is worth. */
  @Test
  void what_is_open_in_both_laws_is_the_same_fact() {
    EstimateRange wide = new EstimateRange(0.05, 0.40);
    Equilibrium model = Equilibrium.of(world(), FOUR);
    OutcomeRange one = model.solve(open(EstimateRange.of(0.25), wide));
    OutcomeRange other = model.solve(open(EstimateRange.of(0.15), wide));
    EstimateRange gain = one.compare(other).welfare("JP");
    assertTrue(gain.lowest() > 0, gain.toString());
    double atLowest = other.lowest().welfare("JP") - one.lowest().welfare("JP");
    double atHighest = other.highest().welfare("JP") - one.highest().welfare("JP");
    assertEquals(Math.min(atLowest, atHighest), gain.lowest(), 0.0);
    assertEquals(Math.max(atLowest, atHighest), gain.highest(), 0.0);
    assertEquals(0, one.compare(one).welfare("JP").width(), 0.0);
    assertTrue(one.compare(other).table("JP").toText().contains("difference"));
  }

  @Test
  void an_exporter_without_goods_is_unknown_and_not_unmoved() {
    LawShock law =
        LawShock.builder(world(), "US", "a law")
            .add("JP", World.ALL_GOODS, 50, EstimateRange.of(0.03), EstimateRange.of(0.133))
            .build();
    assertEquals(0.4, law.uncoveredShare(), 1e-12);
    assertThrows(IllegalStateException.class, () -> law.bounds(FOUR));
    LawShock.Bounds like = law.withUnknownLikeOthers().bounds(FOUR);
    assertEquals(1.02 * 1.1, like.lowest().power("KR", "US", World.ALL_GOODS), 1e-12);
    LawShock.Bounds adding = law.withUnknownAdding(0, 0.5).bounds(FOUR);
    assertEquals(1.02, adding.lowest().power("KR", "US", World.ALL_GOODS), 1e-12);
    assertEquals(1.52, adding.highest().power("KR", "US", World.ALL_GOODS), 1e-12);
  }

  @Test
  void draws_of_a_law_fold_it_anew_and_keep_what_is_open() {
    LawShock law = open(new EstimateRange(0.10, 0.25), EstimateRange.of(0.15));
    Equilibrium model = Equilibrium.of(world(), FOUR);
    Elasticity range = Elasticity.of("2.5..8");
    Draws draws = model.draws(law, range, 40, 7);
    EstimateRange median = draws.quantileRange("JP", 0.5);
    assertTrue(median.width() > 0);
    assertThrows(IllegalStateException.class, () -> draws.quantile("JP", 0.5));
    assertTrue(draws.quantiles("JP").toText().contains(" to "));
    assertTrue(draws.chart("JP").toSvg().startsWith("<svg"), "a picture");
    assertThrows(IllegalArgumentException.class, () -> model.draws(law, FOUR, 40, 7));
    assertThrows(IllegalArgumentException.class, () -> Equilibrium.of(world(), range));
  }

  @Test
  void open_duties_make_intervals_of_pushes() {
    EstimateRange none = EstimateRange.of(0);
    LawDuties law =
        LawDuties.builder("a law")
            .add(HsCode.of("7208.10.15"), 100, none, new EstimateRange(0.1, 0.2))
            .add(SHIRT, 100, none, EstimateRange.of(0.1))
            .build();
    CostPushRange push = CostPush.bea2017().push(law, 1);
    CostPush.Push low = CostPush.bea2017().push(law.lowest());
    CostPush.Push high = CostPush.bea2017().push(law.highest());
    String most =
        CostPush.bea2017().industries().stream()
            .max(Comparator.comparingDouble(each -> push.total(each).width()))
            .orElseThrow();
    assertEquals(low.total(most), push.total(most).lowest(), 0.0);
    assertEquals(high.total(most), push.total(most).highest(), 0.0);
    assertTrue(push.total(most).width() > 0, most);
    assertTrue(push.exact().isEmpty());
    assertThrows(IllegalStateException.class, law::byGood);
    assertTrue(push.industry(most).table().toText().contains(" to "));
    String foot = String.join(" ", push.table().caption());
    assertTrue(foot.contains("duties on 50.0% of trade lie between two"), foot);
  }

  /** No dearer good makes another cheaper: what makes the ends of pushes their ends. */
  @Test
  void every_good_pushes_every_industry_up_or_not_at_all() {
    CostPush model = CostPush.bea2017();
    for (String good : model.goods()) {
      CostPush.Push push = model.push(Map.of(good, 1.0));
      for (String industry : model.industries()) {
        assertTrue(push.total(industry) >= -1e-12, good + " " + industry);
      }
    }
  }
}
