package org.tariffeconomics.economy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
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
    return LawShock.of(world(), "US", Elasticity.of(4), panel.on(DAY), panel.on(BASE), trade());
  }

  @Test
  void a_pair_is_folded_from_its_goods_and_keeps_what_was_collected() {
    LawShock law = law(panel());
    DutyShock shock = law.shock();
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
    assertTrue(law.coverage().toText().contains("JP"));
  }

  @Test
  void what_a_deal_is_worth_is_the_difference_of_two_laws() {
    Equilibrium model = Equilibrium.of(world(), Elasticity.of(4));
    Outcome with = model.solve(law(panel()).shock());
    TariffPanel harsher = panel(TariffMeasure.adds("S122", "*", "KR", "10%").from("2025-05-01"));
    Outcome without = model.solve(law(harsher).shock());
    assertTrue(with.isConverged() && without.isConverged());
    assertTrue(with.welfare("KR") > without.welfare("KR"));
    assertTrue(with.table("KR").toText().contains("imports"), "the weights are said");
  }

  @Test
  void open_duties_are_never_taken_as_none() {
    TariffPanel open =
        panel(TariffMeasure.adds("F", "6109", "KR", "0.5 USD/kg").from("2025-05-01"));
    LawShock law = law(open);
    assertEquals(30 / 85.0, law.openShare(), 1e-12);
    IllegalStateException refused = assertThrows(IllegalStateException.class, law::shock);
    assertTrue(refused.getMessage().contains("have no rate"), refused.getMessage());
    LawShock.Bounds bounds = law.between(0, 0.2);
    assertEquals(1.02, bounds.lowest().power("KR", "US", World.ALL_GOODS), 1e-12);
    assertEquals(1.22, bounds.highest().power("KR", "US", World.ALL_GOODS), 1e-12);
    assertEquals(1.02, law.openUnchanged().power("KR", "US", World.ALL_GOODS), 1e-12);
    assertTrue(law.openUnchanged().notes().get(0).contains("keeps its base duty"));
    Equilibrium model = Equilibrium.of(world(), Elasticity.of(4));
    double low = model.solve(bounds.lowest()).welfare("KR");
    double high = model.solve(bounds.highest()).welfare("KR");
    assertTrue(high < low);
    assertThrows(IllegalArgumentException.class, () -> law.between(0.2, 0));
  }

  @Test
  void another_elasticity_two_panels_and_strangers_are_refused() {
    DutyShock shock = law(panel()).shock();
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
        IllegalArgumentException.class,
        () -> LawShock.of(world(), "US", Elasticity.of(4), day, other, trade()));
    assertThrows(
        IllegalArgumentException.class,
        () -> LawShock.of(world(), "EU", Elasticity.of(4), day, day, trade()));
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
    assertEquals(30 / 85.0, unknown.openShare(), 1e-12);
    assertThrows(IllegalStateException.class, unknown::byGood);
    String good = CostPush.bea2017().goodsOf("6109.10.00").get(0);
    assertEquals(0.1 * 30 / 40, unknown.openAdding(0.1).get(good), 1e-12);
  }
}
