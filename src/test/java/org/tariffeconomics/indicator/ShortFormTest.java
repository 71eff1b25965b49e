package org.tariffeconomics.indicator;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a session prints for a variable must fit one line of 80 characters. */
class ShortFormTest {

  static Stream<Object> results() {
    double[] trillions = {1.23456789e12, 7.6543210e11};
    double[] rates = {0.2754321, 1.4543210};
    List<String> countries = List.of("United States", "European Union");
    TradeMatrix wide =
        TradeMatrix.ofRowMajor(
            IntStream.range(0, 226).mapToObj(Integer::toString).toList(),
            IntStream.range(0, 785).mapToObj(Integer::toString).toList(),
            IntStream.range(0, 226 * 785).mapToDouble(i -> 1e9 + i).toArray());
    PreferenceMarket market =
        PreferenceMarket.of(
            0.123456,
            List.of(
                new SupplierTariff(countries.get(0), trillions[0], rates[0]),
                new SupplierTariff(countries.get(1), trillions[1], rates[1])));
    EffectiveRate law = EffectiveRate.statutory(countries, trillions, rates);
    EffectiveRate till =
        EffectiveRate.collected(countries, trillions, new double[] {1.1e11, 9.87654321e11});
    Restrictiveness schedule = Restrictiveness.of(trillions, rates, rates);
    return Stream.of(
        wide,
        new TradeFlow("United States", "cars", trillions[0]),
        RevealedAdvantage.of(wide),
        RevealedAdvantage.of(wide).matrix(AdvantageMeasure.RELATIVE_EXPORT),
        TwoWayTrade.of(wide, wide),
        market,
        market.suppliers().get(0),
        market.margin(countries.get(0)),
        market.erosion(countries.get(0), market),
        market.erosion(countries.get(0), market).own(),
        new MarketAccess(countries.get(0), 0.123, 0.123, 1.345, 1e12, 1e11),
        new ConstantMarketShare(1.23456e12, -2.34567e11, -3.45678e11, -4.56789e10),
        new TariffLine("870323", rates[0], trillions[0]),
        TariffProfile.of(List.of(new TariffLine("870323", rates[0], trillions[0]))),
        schedule,
        schedule.decomposition(),
        ProductionInput.nonTraded("electricity", 0.12345, 0.2, 0.12345),
        EffectiveProtection.of(rates[0], new double[] {0.999}, new double[] {0}),
        law,
        till,
        CollectionGap.between(law, till),
        CollectionGap.between(law, till).items().get(0),
        new ImpliedTakeUp(rates[1], rates[0], 0.25),
        EffectiveRateChange.between(law, law),
        EffectiveRateChange.between(law, law).items().get(0),
        new RivalTerms("United States", 1, rates[0], 1.2345, 0.98765),
        RealEffectiveIndex.of(
            rates[1], List.of(new RivalTerms("United States", 1, rates[0], 1.2345, 0.98765))));
  }

  @ParameterizedTest
  @MethodSource("results")
  void every_result_has_a_short_form(Object result) {
    String shown = result.toString();
    assertTrue(shown.length() < 80 && !shown.contains("\n"), () -> shown.length() + ": " + shown);
  }
}
