package org.tariffeconomics.indicator;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Trade, tariffs and schedules as they occur: zeros, small and large flows, few and many rows. */
final class IndicatorArbitraries {

  private IndicatorArbitraries() {}

  /** Amounts from one unit to a million million, and zeros. */
  static Arbitrary<Double> amounts() {
    return Arbitraries.frequencyOf(
        Tuple.of(1, Arbitraries.just(0.0)), Tuple.of(5, positiveAmounts()));
  }

  static Arbitrary<Double> positiveAmounts() {
    return Arbitraries.doubles().between(1, 1e12);
  }

  static Arbitrary<Double> tariffs() {
    return Arbitraries.doubles().between(0, 1.5);
  }

  static Arbitrary<double[]> arrays(Arbitrary<Double> values, int length) {
    return values
        .list()
        .ofSize(length)
        .withoutEdgeCases() // their combinations would outnumber the draws
        .map(list -> list.stream().mapToDouble(Double::doubleValue).toArray());
  }

  static Arbitrary<TradeMatrix> matrices(int rows, int columns) {
    return arrays(amounts(), rows * columns)
        .map(values -> TradeMatrix.ofRowMajor(names(rows), names(columns), values));
  }

  static List<String> names(int count) {
    return IntStream.range(0, count).mapToObj(Integer::toString).toList();
  }

  static Arbitrary<TradeMatrix> matrices() {
    return Combinators.combine(sizes(), sizes()).as(IndicatorArbitraries::matrices).flatMap(m -> m);
  }

  static Arbitrary<Integer> sizes() {
    return Arbitraries.integers().between(1, 6);
  }

  /** Two matrices of one shape. */
  static Arbitrary<List<TradeMatrix>> matrices(int howMany) {
    return Combinators.combine(sizes(), sizes())
        .as((rows, columns) -> matrices(rows, columns).list().ofSize(howMany))
        .flatMap(lists -> lists);
  }

  /** Markets of at least two suppliers, each with imports. */
  static Arbitrary<PreferenceMarket> markets(int suppliers) {
    return Combinators.combine(
            tariffs(), arrays(positiveAmounts(), suppliers), arrays(tariffs(), suppliers))
        .as((mfn, imports, applied) -> PreferenceMarket.of(mfn, imports, applied));
  }

  static Arbitrary<Schedule> schedules() {
    return sizes()
        .flatMap(
            n ->
                Combinators.combine(
                        arrays(positiveAmounts(), n),
                        arrays(Arbitraries.doubles().between(0.1, 12), n),
                        arrays(tariffs(), n))
                    .as(Schedule::new));
  }

  /** The numbers that restrictiveness is made of. */
  record Schedule(double[] imports, double[] elasticities, double[] tariffs) {

    Restrictiveness indices() {
      return Restrictiveness.of(imports, elasticities, tariffs);
    }

    @Override
    public String toString() {
      return Arrays.toString(imports) + Arrays.toString(elasticities) + Arrays.toString(tariffs);
    }
  }

  /** Inputs whose shares leave value added. */
  static Arbitrary<List<ProductionInput>> inputs() {
    return Arbitraries.integers()
        .between(0, 5)
        .flatMap(
            n ->
                Combinators.combine(
                        arrays(Arbitraries.doubles().between(0, 0.18), n), arrays(tariffs(), n))
                    .as(IndicatorArbitraries::tradedInputs));
  }

  private static List<ProductionInput> tradedInputs(double[] shares, double[] tariffs) {
    List<ProductionInput> inputs = new ArrayList<>();
    for (int i = 0; i < shares.length; i++) {
      inputs.add(ProductionInput.traded("input " + i, shares[i], tariffs[i]));
    }
    return inputs;
  }

  static TradeMatrix scaled(TradeMatrix trade, double factor) {
    double[] values = trade.flat().clone();
    for (int at = 0; at < values.length; at++) {
      values[at] *= factor;
    }
    return TradeMatrix.ofRowMajor(trade.rows(), trade.columns(), values);
  }
}
