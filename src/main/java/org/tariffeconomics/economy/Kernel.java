package org.tariffeconomics.economy;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * The equations of a world in changes, on flat arrays: base shares, never levels of technology.
 *
 * <p>A cell of a sector and an economy is {@code j * n + e}; a flow is {@code (j * n + importer) *
 * n + exporter}, so that the inner loops over exporters have stride one. The world of one sector is
 * the same code with one sector and no inputs; spending is then solved in closed form, and wages
 * are the only unknowns.
 */
final class Kernel {

  /** Steps are not made longer than this slope asks for. */
  private static final double LEAST_SLOPE = 0.05;

  private final World world;
  final int n;
  final int sectors;
  final int cells;
  final boolean hasInputs;
  final double[] theta;

  /** Shares of spending, duties included. */
  final double[] shares;

  final double[] spending;
  final double[] output;
  final double[] finalShares;
  final double[] addedShares;

  /** Cost shares of inputs: {@code (e * sectors + user) * sectors + input}. */
  final double[] inputShares;

  /** Labour income of economies. */
  final double[] income;

  /** How many kinds of labour there are: one an economy, or one a cell where it stays there. */
  final int factors;

  /** What each kind of labour earns. */
  final double[] labour;

  final double[] revenue;
  final double[] finalUse;
  final double[] deficits;
  final double[] spendingRates;
  final double worldIncome;
  final Deficits rule;

  /**
   * How far a wage moves for one percent of excess demand: Newton's step without its corners. Zero
   * for labour that makes nothing; its wage is that of the base.
   */
  final double[] steps;

  /** The group of economies that each trades in, from 0; one group in a usual world. */
  final int[] group;

  /** Labour income of each group. */
  final double[] groupIncome;

  Kernel(World world, double[] theta, Deficits rule, boolean labourBySector) {
    this.world = world;
    this.n = world.size();
    this.sectors = theta.length;
    this.cells = n * sectors;
    this.theta = theta;
    this.rule = rule;
    this.hasInputs = world.hasInputs();
    this.spending = world.spending();
    this.output = world.output();
    this.shares = shares(world);
    this.income = sums(world.valueAddedCells());
    this.factors = labourBySector ? cells : n;
    this.labour = factors == n ? income : world.valueAddedCells();
    this.finalUse = sums(world.finalUseCells());
    this.revenue = new double[n];
    for (int e = 0; e < n; e++) {
      revenue[e] = world.revenue(world.economies().get(e));
    }
    this.finalShares = ratios(world.finalUseCells(), finalUse, true);
    this.addedShares = ratios(world.valueAddedCells(), output, false);
    this.inputShares = inputShares(world);
    this.worldIncome = Arrays.stream(income).sum();
    this.group = groups(world.flows());
    this.groupIncome = new double[1 + Arrays.stream(group).max().orElse(0)];
    for (int e = 0; e < n; e++) {
      groupIncome[group[e]] += income[e];
    }
    boolean[] isAlone = alone();
    this.deficits = new double[n];
    this.spendingRates = new double[n];
    for (int e = 0; e < n; e++) {
      double own = income[e] + revenue[e];
      deficits[e] = rule == Deficits.ZERO || isAlone[e] ? 0 : finalUse[e] - own;
      spendingRates[e] = isAlone[e] ? 1 : finalUse[e] / own;
    }
    this.steps = steps();
  }

  /**
   * Groups of economies of which none trades with one outside: nothing determines what the wages of
   * one group are worth in those of another, so that each is a world by itself.
   */
  private int[] groups(double[] flows) {
    int[] groups = new int[n];
    Arrays.setAll(groups, e -> e);
    for (int cell = 0; cell < flows.length; cell++) {
      int one = groups[cell / n % n];
      int other = groups[cell % n];
      if (flows[cell] > 0 && one != other) {
        int joined = Math.min(one, other);
        int gone = Math.max(one, other);
        Arrays.setAll(groups, e -> groups[e] == gone ? joined : groups[e]);
      }
    }
    int[] first = Arrays.stream(groups).distinct().sorted().toArray();
    Arrays.setAll(groups, e -> Arrays.binarySearch(first, groups[e]));
    return groups;
  }

  /** Economies that buy and sell at home only: what they spend is what they earn. */
  private boolean[] alone() {
    int[] members = new int[groupIncome.length];
    for (int each : group) {
      members[each]++;
    }
    boolean[] alone = new boolean[n];
    for (int e = 0; e < n; e++) {
      alone[e] = members[group[e]] == 1;
    }
    return alone;
  }

  /**
   * An economy whose goods reach others of its group, or theirs it, but not the other way round,
   * not even by others in between: only a deficit pays for such trade.
   */
  Optional<Integer> oneWayTrade() {
    boolean[] seen = new boolean[groupIncome.length];
    for (int first = 0; first < n; first++) {
      if (seen[group[first]]) {
        continue;
      }
      seen[group[first]] = true;
      boolean[] buyers = reached(first, true);
      boolean[] sellers = reached(first, false);
      for (int e = 0; e < n; e++) {
        if (group[e] == group[first] && !(buyers[e] && sellers[e])) {
          return Optional.of(e);
        }
      }
    }
    return Optional.empty();
  }

  /** Where the goods of an economy go, or those that it buys come from, by others as well. */
  private boolean[] reached(int from, boolean sells) {
    boolean[] reached = new boolean[n];
    Deque<Integer> left = new ArrayDeque<>(List.of(from));
    reached[from] = true;
    while (!left.isEmpty()) {
      int at = left.pop();
      for (int other = 0; other < n; other++) {
        if (!reached[other] && (sells ? trades(at, other) : trades(other, at))) {
          reached[other] = true;
          left.push(other);
        }
      }
    }
    return reached;
  }

  private boolean trades(int from, int to) {
    for (int j = 0; j < sectors; j++) {
      if (shares[(j * n + to) * n + from] > 0) {
        return true;
      }
    }
    return false;
  }

  private double[] shares(World world) {
    double[] shares = new double[cells * n];
    for (int row = 0; row < cells; row++) {
      for (int i = 0; i < n && spending[row] > 0; i++) {
        int cell = row * n + i;
        shares[cell] = world.flows()[cell] * (1 + world.duties()[cell]) / spending[row];
      }
    }
    return shares;
  }

  private double[] sums(double[] byCell) {
    double[] sums = new double[n];
    for (int cell = 0; cell < cells; cell++) {
      sums[cell % n] += byCell[cell];
    }
    return sums;
  }

  private double[] ratios(double[] parts, double[] wholes, boolean byEconomy) {
    double[] ratios = new double[cells];
    for (int cell = 0; cell < cells; cell++) {
      double whole = wholes[byEconomy ? cell % n : cell];
      ratios[cell] = whole > 0 ? parts[cell] / whole : byEconomy ? 0 : 1;
    }
    return ratios;
  }

  private double[] inputShares(World world) {
    double[] uses = world.uses();
    double[] inputs = new double[uses.length];
    for (int e = 0; e < n && hasInputs; e++) {
      for (int user = 0; user < sectors; user++) {
        double made = output[user * n + e];
        for (int input = 0; input < sectors && made > 0; input++) {
          inputs[(e * sectors + user) * sectors + input] =
              uses[(e * sectors + input) * sectors + user] / made;
        }
      }
    }
    return inputs;
  }

  /** The kind of labour that makes a cell's goods. */
  int factor(int cell) {
    return factors == n ? cell % n : cell;
  }

  private double[] steps() {
    double[] slopes = new double[factors];
    for (int j = 0; j < sectors; j++) {
      for (int e = 0; e < n; e++) {
        int made = j * n + e;
        double earned = addedShares[made] * output[made];
        if (factors != n) {
          slopes[made] = earned > 0 ? ownSlope(j, e) : 0;
        } else if (output[made] > 0) {
          slopes[e] += earned / income[e] * slope(j, e);
        }
      }
    }
    double[] steps = new double[factors];
    Arrays.setAll(steps, f -> labour[f] > 0 ? 1 / Math.max(slopes[f], LEAST_SLOPE) : 0);
    return steps;
  }

  /** The same for labour of one sector, of whose wage only a part comes back as spending. */
  private double ownSlope(int j, int e) {
    int made = j * n + e;
    int row = made * n;
    double atHome = shares[row + e] * spending[made] / output[made];
    double part = addedShares[made] * output[made] / income[e];
    double abroad = 1 - atHome;
    double lost = slope(j, e) - abroad;
    return 1 - atHome * part + lost;
  }

  /** By how much sales fall behind income as the own wage rises, in the base. */
  private double slope(int j, int exporter) {
    double abroad = 0;
    double lost = 0;
    for (int importer = 0; importer < n; importer++) {
      int row = j * n + importer;
      double share = shares[row * n + exporter];
      double sold = share * spending[row] / output[j * n + exporter];
      abroad += importer == exporter ? 0 : sold;
      lost += sold * (1 - share);
    }
    return abroad + theta[j] * lost;
  }

  /** The code of an economy. */
  String economy(int e) {
    return world.economies().get(e);
  }

  /** No shock. */
  Scenario baseScenario() {
    return scenario(DutyShock.none(world));
  }

  /** What a shock makes of the base shares; shared by all passes of one solution. */
  Scenario scenario(DutyShock shock) {
    double[] pulls = new double[shares.length];
    double[] netPulls = new double[shares.length];
    boolean[] taxed = new boolean[cells];
    double[] powers = shock.powers();
    double[] base = shock.world().duties();
    for (int row = 0; row < cells; row++) {
      double minus = -theta[row / n];
      for (int i = 0; i < n; i++) {
        int cell = row * n + i;
        double change = powers[cell] / (1 + base[cell]) * shock.iceberg()[cell];
        pulls[cell] = change == 1 ? shares[cell] : shares[cell] * Math.pow(change, minus);
        netPulls[cell] = pulls[cell] * shock.netShares()[cell];
        taxed[row] |= shock.netShares()[cell] != 1;
      }
    }
    return new Scenario(pulls, netPulls, taxed);
  }

  /**
   * A shock as the kernel sees it.
   *
   * @param pulls base shares times (power change × iceberg)^−θ
   * @param netPulls the part of them that is not duty
   * @param taxed whether an importer's sector has any duty
   */
  record Scenario(double[] pulls, double[] netPulls, boolean[] taxed) {}

  /**
   * A part of the way from the base to a shock, in logarithms: where the whole is too far for one
   * step, it is gone in several.
   *
   * @param part from 0, the base, to 1, the shock
   */
  Scenario partOfWay(Scenario to, Scenario base, double part) {
    double[] pulls = new double[shares.length];
    double[] netPulls = new double[shares.length];
    boolean[] taxed = new boolean[cells];
    for (int cell = 0; cell < shares.length; cell++) {
      if (to.pulls[cell] > 0) {
        pulls[cell] = between(base.pulls[cell], to.pulls[cell], part);
        netPulls[cell] = between(base.netPulls[cell], to.netPulls[cell], part);
      }
      taxed[cell / n] |= base.taxed[cell / n] || to.taxed[cell / n];
    }
    return new Scenario(pulls, netPulls, taxed);
  }

  private static double between(double from, double to, double part) {
    return from * Math.pow(to / from, part);
  }

  /** How many unknowns there are. */
  int unknowns() {
    return hasInputs ? factors + 2 * cells : factors;
  }

  double[] start() {
    double[] start = new double[unknowns()];
    Arrays.fill(start, Math.min(start.length, factors + cells), start.length, 1);
    return start;
  }
}
