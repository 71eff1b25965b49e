package org.tariffeconomics.economy;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Worlds of a few economies, with and without inputs, and shocks to them. */
final class SmallWorlds {

  private SmallWorlds() {}

  static List<String> codes(int n) {
    List<String> codes = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      codes.add("C" + i);
    }
    return codes;
  }

  static Arbitrary<World> oneSector() {
    return Arbitraries.integers()
        .between(2, 6)
        .flatMap(
            n ->
                Combinators.combine(flows(n), duties(n))
                    .as(
                        (flows, duties) ->
                            World.of(codes(n), flows)
                                .withBaseDuties(new double[][][] {duties}, UsePrices.BEFORE_DUTY)));
  }

  private static Arbitrary<double[][]> flows(int n) {
    return Arbitraries.doubles()
        .between(0.1, 10)
        .array(double[].class)
        .ofSize(n * n)
        .map(
            values -> {
              double[][] flows = square(values, n);
              for (int i = 0; i < n; i++) {
                flows[i][i] += 20;
              }
              return flows;
            });
  }

  private static Arbitrary<double[][]> duties(int n) {
    return Arbitraries.doubles()
        .between(0, 0.3)
        .array(double[].class)
        .ofSize(n * n)
        .map(
            values -> {
              double[][] duties = square(values, n);
              for (int i = 0; i < n; i++) {
                duties[i][i] = 0;
              }
              return duties;
            });
  }

  private static double[][] square(double[] values, int n) {
    double[][] square = new double[n][n];
    for (int cell = 0; cell < n * n; cell++) {
      square[cell / n][cell % n] = values[cell];
    }
    return square;
  }

  /** Two sectors that use each other's goods. */
  static Arbitrary<World> withInputs() {
    return Arbitraries.integers()
        .between(2, 4)
        .flatMap(
            n ->
                Combinators.combine(
                        flows(n),
                        flows(n),
                        Arbitraries.doubles()
                            .between(0.02, 0.2)
                            .array(double[].class)
                            .ofSize(4 * n))
                    .as((a, b, shares) -> inputs(n, a, b, shares)));
  }

  private static World inputs(int n, double[][] a, double[][] b, double[] shares) {
    double[][][] flows = {a, b};
    double[][][] uses = new double[n][2][2];
    for (int e = 0; e < n; e++) {
      for (int user = 0; user < 2; user++) {
        double made = 0;
        for (int to = 0; to < n; to++) {
          made += flows[user][to][e];
        }
        for (int input = 0; input < 2; input++) {
          uses[e][input][user] = shares[e * 4 + input * 2 + user] * made * 0.5;
        }
      }
    }
    return World.of(codes(n), List.of("X", "Y"), flows, uses).withBaseDuty("C1", "C0", "X", 0.1);
  }

  /** A duty of the first economy on all others and one of the second on the first. */
  static DutyShock shock(World world, double first, double second) {
    return DutyShock.none(world).withAdded("C0", "*", first).withAdded("C1", "C0", second);
  }
}
