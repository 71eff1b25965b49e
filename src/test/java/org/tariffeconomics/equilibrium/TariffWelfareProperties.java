package org.tariffeconomics.equilibrium;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;

class TariffWelfareProperties {

  @Property
  void consumers_lose_revenue_and_deadweight(
      @ForAll @DoubleRange(min = -0.5, max = 2) double tariff,
      @ForAll @DoubleRange(min = 0, max = 8) double elasticity) {
    HarbergerLoss loss = TariffWelfare.harberger(1, tariff, elasticity);
    assertTrue(loss.constantElasticityLoss() >= 0);
    assertEquals(
        loss.constantElasticityConsumerLoss(),
        loss.constantElasticityLoss() + loss.constantElasticityRevenue(),
        1e-12 * (1 + Math.abs(loss.constantElasticityConsumerLoss())));
  }

  @Property
  void small_tariffs_lose_the_same_under_either_demand(
      @ForAll @DoubleRange(min = 0.0001, max = 0.001) @Scale(5) double tariff,
      @ForAll @DoubleRange(min = 0.1, max = 8) double elasticity) {
    HarbergerLoss loss = TariffWelfare.harberger(1, tariff, elasticity);
    double relative = loss.constantElasticityLoss() / loss.linearLoss() - 1;
    assertEquals(0, relative, (elasticity + 1) * tariff);
  }

  @Property
  void no_other_tariff_raises_more_revenue_than_the_peak(
      @ForAll @DoubleRange(min = 1.05, max = 8) double demand,
      @ForAll @DoubleRange(min = 0.6, max = 20) double supply,
      @ForAll @DoubleRange(min = 0.5, max = 1.5) double factor) {
    RevenueMaximum maximum = TariffWelfare.laffer(demand, supply);
    double peak = maximum.constantElasticity().getAsDouble();
    double most = TariffWelfare.largeCountry(1, peak, demand, supply).revenue();
    assertEquals(most, maximum.constantElasticityRevenue().getAsDouble(), 1e-12);
    double other = TariffWelfare.largeCountry(1, factor * peak, demand, supply).revenue();
    assertTrue(other <= most * (1 + 1e-12));
  }

  @Property
  void no_other_tariff_gains_more_than_the_optimal_one(
      @ForAll @DoubleRange(min = 0.3, max = 5) double demand,
      @ForAll @DoubleRange(min = 0.3, max = 20) double supply,
      @ForAll @DoubleRange(min = 0, max = 3) double factor) {
    double best = TariffWelfare.optimal(supply, demand).tariff();
    double gain = TariffWelfare.largeCountry(1, best, demand, supply).nationalGain();
    double other = TariffWelfare.largeCountry(1, factor * best, demand, supply).nationalGain();
    assertTrue(gain >= 0 && other <= gain + 1e-12);
  }

  @Property
  void the_optimal_tariff_vanishes_as_foreign_supply_gets_elastic(
      @ForAll @DoubleRange(min = 1, max = 1e6) double supply) {
    assertTrue(
        TariffWelfare.optimal(2 * supply, 1).tariff() < TariffWelfare.optimal(supply, 1).tariff());
    assertTrue(TariffWelfare.optimal(supply, 1).tariff() <= 1 / supply);
  }

  @Property
  void a_tariff_never_gains_the_world_anything(
      @ForAll @DoubleRange(min = 0, max = 2) double tariff,
      @ForAll @DoubleRange(min = 0, max = 5) double demand,
      @ForAll @DoubleRange(min = 0.1, max = 20) double supply) {
    LargeCountryTariff large = TariffWelfare.largeCountry(1, tariff, demand, supply);
    assertTrue(large.worldLoss() >= -1e-12);
    assertTrue(large.domesticDistortion() >= -1e-12);
  }

  @Property
  void elastic_foreign_supply_is_the_small_country(
      @ForAll @DoubleRange(min = 0, max = 1) double tariff,
      @ForAll @DoubleRange(min = 0, max = 5) double demand) {
    double large = TariffWelfare.largeCountry(1, tariff, demand, 1e9).worldLoss();
    assertEquals(TariffWelfare.harberger(1, tariff, demand).constantElasticityLoss(), large, 1e-7);
  }
}
