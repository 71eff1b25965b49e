package org.tariffeconomics.economy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.tariffeconomics.uncertainty.Distribution;

/**
 * General equilibrium: the bundled worlds, and worlds of drawn flows that show how the time grows
 * with economies and sectors. Each solution starts from the base and carries its certificate.
 *
 * <p>Measured once as processor time on one core of a loaded machine, with what a solution
 * allocates: 94 economies 0.35 ms and 177 KB, 195 economies 1.0 ms and 669 KB, 25 × 21 with inputs
 * 3.8 ms and 577 KB, 31 × 40 with inputs 3.9 ms and 1.3 MB; 93 duties with their Hessian 90 ms.
 * What is allocated is a few copies of the flows, whatever the number of iterations. {@code -prof
 * gc} shows it.
 *
 * <p>Against numpy in one run ({@link NumpyComparison}, best times, a loaded machine): 94 economies
 * are solved 3 to 5 times as fast as by the same method in numpy, certificate included, and 10 to
 * 25 times as fast as by damping, which published programs use.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 3, time = 2)
@Fork(1)
public class EquilibriumBenchmark {

  /** A bundled world, or economies × sectors of a drawn one; an i stands for inputs. */
  @Param({"w94", "25x21", "50x1", "100x1", "200x1", "31x10i", "31x20i", "31x40i"})
  public String world;

  private Equilibrium model;
  private DutyShock shock;

  /** Builds the world and the shock, ten points on what the first economy or the US buys. */
  @Setup
  public void build() {
    World data =
        switch (world) {
          case "w94" -> World.of2023();
          case "25x21" -> World.sectors2011();
          default -> drawn(world);
        };
    boolean bundled = data.economies().contains("US");
    Elasticity theta = world.equals("25x21") ? Elasticity.caliendoParro() : Elasticity.of(4);
    model = Equilibrium.of(data, theta);
    shock = DutyShock.none(data).withAdded(bundled ? "US" : "C0", "*", 0.10);
  }

  private static World drawn(String size) {
    String[] parts = size.replace("i", "").split("x");
    int n = Integer.parseInt(parts[0]);
    int s = Integer.parseInt(parts[1]);
    Random random = new Random(1);
    double[][][] flows = new double[s][n][];
    for (double[][] sector : flows) {
      for (int to = 0; to < n; to++) {
        sector[to] = random.doubles(n, 0.1, 10).toArray();
        sector[to][to] += 20 * n;
      }
    }
    List<String> economies = new ArrayList<>();
    List<String> sectors = new ArrayList<>();
    for (int e = 0; e < n; e++) {
      economies.add("C" + e);
    }
    for (int j = 0; j < s; j++) {
      sectors.add("S" + j);
    }
    return World.of(
        economies, sectors, flows, size.endsWith("i") ? inputs(n, s, random) : new double[0][][]);
  }

  private static double[][][] inputs(int n, int s, Random random) {
    double[][][] uses = new double[n][s][s];
    for (double[][] economy : uses) {
      for (double[] input : economy) {
        for (int user = 0; user < s; user++) {
          input[user] = random.nextDouble() * 20 * n / s;
        }
      }
    }
    return uses;
  }

  /** One solution with its certificate. */
  @Benchmark
  public Outcome solve() {
    return model.solve(shock);
  }

  /** What needs a bundled world or a file: once each. */
  @State(Scope.Benchmark)
  @BenchmarkMode(Mode.AverageTime)
  @OutputTimeUnit(TimeUnit.MILLISECONDS)
  @Warmup(iterations = 3, time = 3)
  @Measurement(iterations = 3, time = 3)
  @Fork(1)
  public static class Whole {

    private Equilibrium balanced;
    private Equilibrium sectors;
    private Equilibrium usual;
    private DutyShock shock;
    private LawShock law;
    private Equilibrium large;
    private DutyShock largeShock;
    private ProfitModel profits;
    private BeaTable bea;

    /** Reads what there is. */
    @Setup
    public void read() {
      World world = World.of2023();
      usual = Equilibrium.of(world, Elasticity.of(4));
      balanced = usual.with(Deficits.ZERO);
      sectors = Equilibrium.of(World.sectors2011(), Elasticity.caliendoParro()).with(Deficits.ZERO);
      shock = DutyShock.none(world).withAdded("US", UsAdditions.of2025());
      law = law(world);
      Path folder = Path.of("../shared/facts/world/world-2023/w195");
      World of195 = Files.isDirectory(folder) ? WorldFiles.read(folder) : drawn("195x1");
      large = Equilibrium.of(of195, Elasticity.of(4));
      largeShock = DutyShock.none(of195).withAdded(of195.economies().get(0), "*", 0.10);
      profits = profits();
      bea = BeaTable.read();
    }

    /** 300 goods of each exporter to the United States, a quarter of them with open duties. */
    private static LawShock law(World world) {
      Random random = new Random(3);
      LawShockBuilder builder = LawShock.builder(world, "US", "drawn duties");
      for (String exporter : world.economies()) {
        for (int h = 0; h < 300 && !exporter.equals("US"); h++) {
          double base = 0.05 * random.nextDouble();
          double low = base + 0.3 * random.nextDouble();
          double high = random.nextInt(4) == 0 ? low + 0.1 : low;
          builder.add(
              exporter,
              World.ALL_GOODS,
              random.nextDouble(),
              EstimateRange.of(base),
              new EstimateRange(low, high));
        }
      }
      return builder.build().withUnknownLikeOthers();
    }

    /** Seven economies and 33 sectors, balanced: the size of Ossa (2014). */
    private static ProfitModel profits() {
      Random random = new Random(2);
      double[][][] flows = new double[33][7][7];
      Map<String, Double> thetas = new HashMap<>();
      List<String> sectors = new ArrayList<>();
      for (int j = 0; j < 33; j++) {
        sectors.add("S" + j);
        thetas.put("S" + j, 1.5 + 6 * random.nextDouble());
        for (int a = 0; a < 7; a++) {
          flows[j][a][a] = 50 + 50 * random.nextDouble();
          for (int b = 0; b < a; b++) {
            flows[j][a][b] = 1 + 9 * random.nextDouble();
            flows[j][b][a] = flows[j][a][b];
          }
        }
      }
      World world =
          World.of(List.of("A", "B", "C", "D", "E", "F", "G"), sectors, flows, new double[0][][]);
      return ProfitModel.of(world, Elasticity.bySector(thetas, "drawn"));
    }

    /** 195 economies. */
    @Benchmark
    public Outcome solve195() {
      return large.solve(largeShock);
    }

    /** 1,000 draws of one elasticity on two threads. */
    @Benchmark
    public Draws draws1000() {
      return usual.draws(
          theta -> shock, Map.of(World.ALL_GOODS, Distribution.uniform(2.5, 8)), 1000, 7, 2);
    }

    /** A law of 27,600 goods, folded and solved at both ends. */
    @Benchmark
    public OutcomeRange solveLaw() {
      return usual.solve(law);
    }

    /** 1,000 draws of one elasticity, that law folded anew for each and solved at both ends. */
    @Benchmark
    public Draws drawsOfLaw1000() {
      return usual.draws(law, Elasticity.of("2.5..8"), 1000, 7);
    }

    /** 93 duties with their gradient and the eigenvalues of their Hessian. */
    @Benchmark
    public TariffPolicy optimumByPartner() {
      return balanced.optimal("US").byPartner();
    }

    /** One duty on four sectors of 21, with inputs. */
    @Benchmark
    public TariffPolicy optimumOnSectors() {
      return sectors.optimal("US").on("TEX", "MCH", "ELC", "TRQ").uniform();
    }

    /** 504 duties, one on each sector of each partner, with the eigenvalues of their Hessian. */
    @Benchmark
    public TariffPolicy optimumBySector() {
      return sectors.optimal("US").byPartnerAndSector();
    }

    /** 168 duties of seven economies on six sectors of 21, with inputs. */
    @Benchmark
    public TariffPolicy nashOnSectors() {
      return sectors.nash(
          List.of("US", "CN", "DE", "JP", "KR", "CA", "MX"),
          List.of("TEX", "CHM", "MET", "MCH", "ELC", "TRQ"));
    }

    /** 198 duties of one player with profits. */
    @Benchmark
    public ProfitModel.ProfitPolicy profitOptimum() {
      return profits.optimal("A");
    }

    /** 1,386 duties of seven players with profits. */
    @Benchmark
    public ProfitModel.ProfitPolicy profitNash() {
      return profits.nash("A", "B", "C", "D", "E", "F", "G");
    }

    /** The factors of 402 industries. */
    @Benchmark
    public CostPush factorise() {
      return CostPush.factorised(bea);
    }

    /** A push through the factors. */
    @Benchmark
    public CostPush.Push push() {
      return CostPush.bea2017().pushOnAllGoods(0.10);
    }
  }
}
