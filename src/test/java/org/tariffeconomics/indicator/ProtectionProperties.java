package org.tariffeconomics.indicator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import org.tariffeconomics.indicator.IndicatorArbitraries.Schedule;

/** Laws of the measures of protection, of margins and of effective rates. */
class ProtectionProperties {

  private static final double ROUNDING = 1e-12;

  @Provide
  Arbitrary<Schedule> schedules() {
    return IndicatorArbitraries.schedules();
  }

  @Provide
  Arbitrary<List<ProductionInput>> inputs() {
    return IndicatorArbitraries.inputs();
  }

  @Provide
  Arbitrary<List<PreferenceMarket>> marketPairs() {
    return Arbitraries.integers()
        .between(2, 6)
        .flatMap(n -> IndicatorArbitraries.markets(n).list().ofSize(2));
  }

  @Provide
  Arbitrary<PreferenceMarket> duels() {
    return IndicatorArbitraries.markets(2);
  }

  @Provide
  Arbitrary<List<EffectiveRate>> periods() {
    return IndicatorArbitraries.sizes()
        .flatMap(
            n ->
                Combinators.combine(
                        IndicatorArbitraries.arrays(IndicatorArbitraries.positiveAmounts(), n),
                        IndicatorArbitraries.arrays(IndicatorArbitraries.tariffs(), n))
                    .as(
                        (imports, rates) ->
                            EffectiveRate.statutory(IndicatorArbitraries.names(n), imports, rates))
                    .list()
                    .ofSize(2));
  }

  @Property
  void the_square_of_the_tri_is_mean_and_variance_and_covariance(
      @ForAll("schedules") Schedule schedule) {
    Restrictiveness indices = schedule.indices();
    assertEquals(indices.tri(), indices.decomposition().tri(), 1e-9);
  }

  @Property
  void the_tri_is_at_least_the_otri(@ForAll("schedules") Schedule schedule) {
    Restrictiveness indices = schedule.indices();
    assertTrue(indices.tri() >= indices.otri() * (1 - ROUNDING));
  }

  @Property
  void the_exact_uniform_tariff_keeps_the_volume_of_imports(
      @ForAll("schedules") Schedule schedule) {
    double uniform = schedule.indices().mtri();
    double before = 0;
    double after = 0;
    for (int i = 0; i < schedule.imports().length; i++) {
      double price = (1 + uniform) / (1 + schedule.tariffs()[i]);
      before += schedule.imports()[i];
      after += schedule.imports()[i] * Math.pow(price, -schedule.elasticities()[i]);
    }
    assertEquals(1, after / before, 1e-10);
    assertTrue(uniform >= Arrays.stream(schedule.tariffs()).min().orElseThrow() - ROUNDING);
    assertTrue(uniform <= Arrays.stream(schedule.tariffs()).max().orElseThrow() + ROUNDING);
  }

  @Property
  void restrictiveness_does_not_depend_on_the_unit_of_trade(
      @ForAll("schedules") Schedule schedule) {
    double[] thousands = Arrays.stream(schedule.imports()).map(m -> m * 1000).toArray();
    Restrictiveness here = schedule.indices();
    Restrictiveness there =
        Restrictiveness.of(thousands, schedule.elasticities(), schedule.tariffs());
    assertEquals(here.otri(), there.otri(), ROUNDING);
    assertEquals(here.tri(), there.tri(), ROUNDING);
    assertEquals(here.mtri(), there.mtri(), 1e-11);
    assertEquals(
        1000 * here.deadweightLoss(), there.deadweightLoss(), 1e-9 * there.deadweightLoss());
  }

  @Property
  void free_trade_inputs_and_outputs_at_one_tariff_are_protected_at_it(
      @ForAll("inputs") List<ProductionInput> inputs,
      @ForAll @DoubleRange(min = 0, max = 2) double tariff) {
    List<ProductionInput> uniform =
        inputs.stream().map(i -> ProductionInput.traded(i.name(), i.share(), tariff)).toList();
    for (NonTradedTreatment treatment : NonTradedTreatment.values()) {
      assertEquals(
          tariff, EffectiveProtection.of(tariff, uniform, treatment).rate().orElseThrow(), 1e-10);
    }
  }

  @Property
  void observed_shares_lead_back_to_the_free_trade_ones(
      @ForAll("inputs") List<ProductionInput> inputs,
      @ForAll @DoubleRange(min = 0, max = 2) double tariff) {
    double[] observed =
        inputs.stream().mapToDouble(i -> i.share() * (1 + i.tariff()) / (1 + tariff)).toArray();
    double[] tariffs = inputs.stream().mapToDouble(ProductionInput::tariff).toArray();
    double direct =
        EffectiveProtection.of(tariff, inputs, NonTradedTreatment.CORDEN).rate().orElseThrow();
    double back = EffectiveProtection.ofObserved(tariff, observed, tariffs).rate().orElseThrow();
    assertEquals(direct, back, 1e-9);
  }

  @Property
  void the_effective_rate_is_the_growth_of_value_added(
      @ForAll("inputs") List<ProductionInput> inputs,
      @ForAll @DoubleRange(min = 0, max = 2) double tariff) {
    EffectiveProtection activity =
        EffectiveProtection.of(tariff, inputs, NonTradedTreatment.BALASSA);
    assertEquals(
        activity.protectedValueAdded() / activity.freeTradeValueAdded() - 1,
        activity.rate().orElseThrow(),
        1e-9);
  }

  @Property
  void between_two_suppliers_the_margins_are_opposite(@ForAll("duels") PreferenceMarket market) {
    double first = market.margin("0").competitionAdjusted().orElseThrow();
    double second = market.margin("1").competitionAdjusted().orElseThrow();
    assertEquals(first, -second, ROUNDING);
    double power = market.margin("0").competitionAdjustedPower().orElseThrow();
    double inverse = market.margin("1").competitionAdjustedPower().orElseThrow();
    assertEquals(1, (1 + power) * (1 + inverse), ROUNDING);
  }

  @Property
  void erosion_is_own_effect_plus_every_rivals_effect(
      @ForAll("marketPairs") List<PreferenceMarket> markets) {
    PreferenceMarket before = markets.get(0);
    PreferenceMarket after = withTariffsOf(before, markets.get(1));
    for (SupplierTariff supplier : before.suppliers()) {
      MarginErosion erosion = before.erosion(supplier.name(), after);
      double change =
          after.margin(supplier.name()).competitionAdjusted().orElseThrow()
              - before.margin(supplier.name()).competitionAdjusted().orElseThrow();
      assertEquals(change, erosion.change(), ROUNDING);
      assertEquals(erosion.change(), erosion.ownEffect() + erosion.rivalsEffect(), 0);
      assertEquals(
          1, erosion.rivals().stream().mapToDouble(MarginErosion.Effect::weight).sum(), ROUNDING);
    }
  }

  @Property
  void only_rivals_cuts_never_raise_a_margin(
      @ForAll("marketPairs") List<PreferenceMarket> markets) {
    PreferenceMarket before = markets.get(0);
    double[] imports = before.suppliers().stream().mapToDouble(SupplierTariff::imports).toArray();
    double[] tariffs = before.suppliers().stream().mapToDouble(s -> s.tariff() / 2).toArray();
    tariffs[0] = before.suppliers().get(0).tariff();
    MarginErosion erosion =
        before.erosion("0", PreferenceMarket.of(before.mfn(), imports, tariffs));
    assertTrue(erosion.change() <= 0);
    assertEquals(0, erosion.ownEffect());
  }

  private static PreferenceMarket withTariffsOf(PreferenceMarket market, PreferenceMarket other) {
    return PreferenceMarket.of(
        other.mfn(),
        market.suppliers().stream().mapToDouble(SupplierTariff::imports).toArray(),
        other.suppliers().stream().mapToDouble(SupplierTariff::tariff).toArray());
  }

  @Property
  void a_change_of_the_effective_rate_is_rates_plus_composition(
      @ForAll("periods") List<EffectiveRate> periods) {
    EffectiveRateChange change = EffectiveRateChange.between(periods.get(0), periods.get(1));
    EffectiveRateChange back = EffectiveRateChange.between(periods.get(1), periods.get(0));
    assertEquals(change.change(), change.rateEffect() + change.compositionEffect(), ROUNDING);
    assertEquals(change.rateEffect(), -back.rateEffect(), ROUNDING);
    assertEquals(change.compositionEffect(), -back.compositionEffect(), ROUNDING);
  }

  @Property
  void import_shares_sum_to_one_and_the_mean_lies_between_the_rates(
      @ForAll("periods") List<EffectiveRate> periods) {
    EffectiveRate rate = periods.get(0);
    double shares = 0;
    double least = Double.MAX_VALUE;
    double most = 0;
    for (int i = 0; i < rate.items().size(); i++) {
      shares += rate.share(i).orElseThrow();
      least = Math.min(least, rate.rate(i).orElseThrow());
      most = Math.max(most, rate.rate(i).orElseThrow());
    }
    double mean = rate.average().orElseThrow();
    assertEquals(1, shares, ROUNDING);
    assertTrue(mean >= least - ROUNDING && mean <= most + ROUNDING);
  }

  @Property
  void on_one_tariff_for_all_nobody_has_better_access(
      @ForAll @DoubleRange(min = 0, max = 1) double tariff) {
    TradeMatrix exports = TradeMatrix.unlabelled(new double[][] {{1, 2}, {3, 4}});
    double[][] uniform = {{tariff, tariff}, {tariff, tariff}};
    MarketAccess access = MarketAccessConditions.of(exports, uniform).access("0").orElseThrow();
    assertEquals(0, access.relative(), ROUNDING);
  }
}
