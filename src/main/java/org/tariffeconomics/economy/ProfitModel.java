package org.tariffeconomics.economy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.ToDoubleBiFunction;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.Require;
import org.tariffeconomics.basics.Stamp;
import org.tariffeconomics.report.Cell;
import org.tariffeconomics.report.Chart;
import org.tariffeconomics.report.ChartRows;
import org.tariffeconomics.report.ChartScale;
import org.tariffeconomics.report.Table;

/**
 * A world whose firms earn profits: many sectors, monopolistic competition, a given number of firms
 * (Ossa 2014, “Trade wars and trade talks with data”, without lobbying). Duties then also shift
 * profits between countries, so that the best ones differ by sector. The elasticity of substitution
 * of a sector is θ + 1.
 *
 * <pre>{@code
 * π̂_is = Σ_n α_ins T̂_ins^−σ ŵ_i^(1−σ) P̂_ns^(σ−1) X̂_n,    ŵ_i = Σ_s δ_is π̂_is
 * P̂_js = (Σ_i γ_ijs (ŵ_i T̂_ijs)^(1−σ))^(1/(1−σ)),           V̂_j = X̂_j / Π_s P̂_js^μ_js
 * }</pre>
 *
 * <p>with spending X of wages, profits and duties. Deficits stay fixed shares of world labour
 * income, which is the numeraire. There are no inputs in this model. Solved by Newton's method with
 * an exact Jacobian.
 *
 * @since 0.1.0
 */
public final class ProfitModel {

  private static final double BALANCED = 1e-6;

  private final World world;
  private final Elasticity elasticity;
  private final ProfitKernel kernel;

  private ProfitModel(World world, Elasticity elasticity) {
    this.world = world;
    this.elasticity = elasticity;
    this.kernel = new ProfitKernel(world, elasticity.thetas(world.sectors()));
  }

  /**
   * A model.
   *
   * @param world the data, without inputs
   * @param elasticity θ = σ − 1 by sector
   * @return the model
   * @throws IllegalArgumentException when the world has inputs or a sector has no elasticity
   */
  public static ProfitModel of(World world, Elasticity elasticity) {
    Objects.requireNonNull(world, "world");
    Objects.requireNonNull(elasticity, "elasticity");
    if (world.hasInputs()) {
      throw new IllegalArgumentException("The model of profits has no inputs, but " + world);
    }
    return new ProfitModel(world, elasticity);
  }

  /**
   * The equilibrium after a shock.
   *
   * @param shock duties and iceberg costs
   * @return the outcome
   * @throws IllegalArgumentException when the shock is to another world or has folded duties
   * @throws IllegalStateException when no equilibrium is found
   */
  public ProfitOutcome solve(DutyShock shock) {
    Objects.requireNonNull(shock, "shock");
    requireFit(shock);
    ProfitKernel.State state = kernel.new State(shock.powers(), shock.iceberg());
    if (!state.solve()) {
      throw new IllegalStateException(
          "No equilibrium was found: Newton step " + state.step + " after " + state.iterations);
    }
    return new ProfitOutcome(this, shock, state);
  }

  private void requireFit(DutyShock shock) {
    World of = shock.world();
    if (!of.economies().equals(world.economies()) || !of.sectors().equals(world.sectors())) {
      throw new IllegalArgumentException("The shock is to another world: " + of);
    }
    for (String sector : world.sectors()) {
      if (shock.foldedFor(sector).isPresent()) {
        throw new IllegalArgumentException(
            "The model of profits takes one duty a cell, but those of "
                + sector
                + " are folded from many");
      }
    }
  }

  /**
   * The best duties of an economy, one a partner and sector, others passive.
   *
   * @param player the code of the economy
   * @return the duties with their certificate
   * @throws IllegalArgumentException when there is no such economy, or the world has deficits
   * @throws IllegalStateException when none are found
   */
  public ProfitPolicy optimal(String player) {
    Objects.requireNonNull(player, "player");
    return nash(player);
  }

  /**
   * Nash's equilibrium of several economies: duties one a partner and sector of which none would
   * change its own, given the others'.
   *
   * @param players the codes of the players, none twice
   * @return the duties with their certificate
   * @throws IllegalArgumentException when there is no such economy, or the world has deficits
   * @throws IllegalStateException when none are found
   */
  public ProfitPolicy nash(String... players) {
    Objects.requireNonNull(players, "players");
    List<String> codes = List.of(players);
    Require.distinct("players", codes);
    for (int e = 0; e < world.size(); e++) {
      if (Math.abs(kernel.deficits[e]) > BALANCED * kernel.use[e]) {
        throw new IllegalArgumentException(
            "Best duties need a world without deficits, but that of "
                + world.economies().get(e)
                + " is "
                + kernel.deficits[e]);
      }
    }
    Game game = new Game(codes.stream().mapToInt(world::economy).toArray());
    FixedPoint search = new FixedPoint(game, game.start(), 1e-11, 400);
    if (!search.solveUncertified()) {
      throw new IllegalStateException(
          "No best duties were found for " + codes + ": longest step " + search.largestStep());
    }
    game.residual(search.z(), new double[game.unknowns()]);
    DutyShock duties = game.shock();
    return new ProfitPolicy(
        codes, duties, new ProfitOutcome(this, duties, game.finalState()), search.iterations());
  }

  /** The first order conditions of all players, solved for their duties. */
  private final class Game implements FixedPoint.Problem {
    private final int[] players;
    private final double[] powers;
    private final double[] iceberg;
    private ProfitKernel.State state;

    Game(int[] players) {
      this.players = players;
      this.powers = kernel.basePowers.clone();
      this.iceberg = new double[powers.length];
      Arrays.fill(iceberg, 1);
      this.state = kernel.new State(powers, iceberg);
    }

    @Override
    public int unknowns() {
      return players.length * (kernel.n - 1) * kernel.sectors;
    }

    /** One over σ − 1, the best duty of a small economy on a differentiated good. */
    double[] start() {
      double[] start = new double[unknowns()];
      int perSector = kernel.n - 1;
      for (int u = 0; u < start.length; u++) {
        start[u] = Math.log1p(1 / (kernel.sigma[u / perSector % kernel.sectors] - 1));
      }
      return start;
    }

    private int cell(int u) {
      int player = players[u / ((kernel.n - 1) * kernel.sectors)];
      int sector = u / (kernel.n - 1) % kernel.sectors;
      int other = u % (kernel.n - 1);
      int from = other < player ? other : other + 1;
      return (sector * kernel.n + player) * kernel.n + from;
    }

    @Override
    public void residual(double[] z, double[] step) {
      for (int u = 0; u < z.length; u++) {
        powers[cell(u)] = Math.exp(z[u]);
      }
      ProfitKernel.State next = kernel.new State(powers, iceberg);
      System.arraycopy(state.logs, 0, next.logs, 0, next.logs.length);
      if (!next.solve()) {
        Arrays.fill(step, Double.NaN);
        state = kernel.new State(powers, iceberg);
        return;
      }
      state = next;
      Lu jacobian = new Lu(state.jacobian(), 2 * kernel.n);
      for (int p = 0; p < players.length; p++) {
        ProfitKernel.Gradient gradient = kernel.new Gradient(state, jacobian, players[p]);
        int perPlayer = (kernel.n - 1) * kernel.sectors;
        for (int u = p * perPlayer; u < (p + 1) * perPlayer; u++) {
          int cell = cell(u);
          int sector = cell / (kernel.n * kernel.n);
          boolean traded = kernel.flows[cell] > 0;
          step[u] = traded ? Math.log(gradient.target(sector, cell % kernel.n)) - z[u] : 0;
        }
      }
    }

    /** The state under the duties that were found, which later moves leave as it is. */
    ProfitKernel.State finalState() {
      ProfitKernel.State kept = kernel.new State(powers.clone(), iceberg);
      System.arraycopy(state.logs, 0, kept.logs, 0, kept.logs.length);
      kept.solve();
      return kept;
    }

    DutyShock shock() {
      int n = kernel.n;
      double[][][] duties = new double[kernel.sectors][n][n];
      for (int cell = 0; cell < powers.length; cell++) {
        duties[cell / (n * n)][cell / n % n][cell % n] = powers[cell] - 1;
      }
      return DutyShock.none(world).withDuties(duties);
    }
  }

  /** {@return the data} */
  public World world() {
    return world;
  }

  /** A world with profits after a shock; ratios are new over base. */
  public static final class ProfitOutcome {
    private final ProfitModel model;
    private final DutyShock shock;
    private final ProfitKernel.State state;

    private ProfitOutcome(ProfitModel model, DutyShock shock, ProfitKernel.State state) {
      this.model = model;
      this.shock = shock;
      this.state = state;
    }

    /**
     * Welfare: what spending buys, new over base.
     *
     * @param code the economy
     * @return the ratio
     * @throws IllegalArgumentException when there is no such economy
     */
    public double welfare(String code) {
      Objects.requireNonNull(code, "code");
      int e = model.world.economy(code);
      return Math.exp(state.logs[model.kernel.n + e] - state.logPrice(e));
    }

    /**
     * The wage in the numeraire, world labour income, new over base.
     *
     * @param code the economy
     * @return the ratio
     * @throws IllegalArgumentException when there is no such economy
     */
    public double wage(String code) {
      Objects.requireNonNull(code, "code");
      return state.wage(model.world.economy(code));
    }

    /**
     * The price of spending, duties included, new over base.
     *
     * @param code the economy
     * @return the ratio
     * @throws IllegalArgumentException when there is no such economy
     */
    public double price(String code) {
      Objects.requireNonNull(code, "code");
      return Math.exp(state.logPrice(model.world.economy(code)));
    }

    /**
     * Spending, duties included, new over base.
     *
     * @param code the economy
     * @return the ratio
     * @throws IllegalArgumentException when there is no such economy
     */
    public double spending(String code) {
      Objects.requireNonNull(code, "code");
      return state.spendingRatio(model.world.economy(code));
    }

    /**
     * Duties collected, in the numeraire.
     *
     * @param code the economy
     * @return the money
     * @throws IllegalArgumentException when there is no such economy
     */
    public double revenue(String code) {
      Objects.requireNonNull(code, "code");
      return state.revenue(model.world.economy(code));
    }

    /** {@return how far one further step of Newton's method moved a logarithm} */
    public double newtonStep() {
      return state.step;
    }

    /** {@return one row an economy: welfare, wage, price, spending} */
    public Table table() {
      List<List<Cell>> rows = new ArrayList<>();
      for (String code : model.world.economies()) {
        rows.add(
            List.of(
                Cell.text(code),
                Cell.relative(welfare(code) - 1, 3),
                Cell.relative(wage(code) - 1, 3),
                Cell.relative(price(code) - 1, 3),
                Cell.relative(spending(code) - 1, 3)));
      }
      return Table.of(
              "With profits, change against the base",
              List.of("economy", "welfare", "wage", "price", "spending"),
              rows)
          .withCaption(stamp().lines());
    }

    /** {@return what kind of number this is and what moved it} */
    public Stamp stamp() {
      return shock.stamp(model.elasticity.toString(), "profits of a given number of firms");
    }

    /** The table. */
    @Override
    public String toString() {
      return table().toString();
    }
  }

  /**
   * Best duties in a world with profits, with their certificate: the derivative of a player's
   * welfare that is left, the curvature around it, where the search began, and a rule of thumb to
   * hold them against.
   */
  public static final class ProfitPolicy {
    private final List<String> players;
    private final DutyShock shock;
    private final ProfitOutcome outcome;
    private final int iterations;

    private ProfitPolicy(
        List<String> players, DutyShock shock, ProfitOutcome outcome, int iterations) {
      this.players = players;
      this.shock = shock;
      this.outcome = outcome;
      this.iterations = iterations;
    }

    /** {@return the codes of those who set duties} */
    public List<String> players() {
      return players;
    }

    /** {@return all duties as a shock to the model's world} */
    public DutyShock shock() {
      return shock;
    }

    /** {@return the world under these duties} */
    public ProfitOutcome outcome() {
      return outcome;
    }

    /**
     * A player's duty on goods of a partner in a sector.
     *
     * @param player the code of the player
     * @param partner the code of the partner
     * @param sector the sector
     * @return the duty as a fraction
     * @throws IllegalArgumentException when there is no such player, partner or sector
     */
    public double duty(String player, String partner, String sector) {
      Objects.requireNonNull(player, "player");
      Objects.requireNonNull(partner, "partner");
      Objects.requireNonNull(sector, "sector");
      at(player);
      if (player.equals(partner)) {
        throw new IllegalArgumentException("A player sets no duty on its own goods: " + player);
      }
      return shock.power(partner, player, sector) - 1;
    }

    private int at(String player) {
      if (!players.contains(player)) {
        throw Index.noSuch("player", player, players);
      }
      return outcome.model.world.economy(player);
    }

    private ProfitCertificate certificate(String player) {
      return new ProfitCertificate(outcome.model.kernel, outcome.state, at(player));
    }

    /** {@return the largest derivative left of any player's ln welfare by a duty's ln power} */
    public double gradient() {
      return players.stream().mapToDouble(this::gradient).max().orElse(0);
    }

    /**
     * The largest derivative of a player's logarithm of welfare by one of its duties' logarithms
     * that is left.
     *
     * @param player the code of the player
     * @return the size, near zero
     * @throws IllegalArgumentException when there is no such player
     */
    public double gradient(String player) {
      Objects.requireNonNull(player, "player");
      return certificate(player).largestGradient();
    }

    /**
     * The largest eigenvalue of the Hessian of a player's logarithm of welfare in the logarithms of
     * its own duties' powers. Computed when asked for, by one solution a duty.
     *
     * @param player the code of the player
     * @return the eigenvalue; below zero at an optimum, barely so where a trade is tiny
     * @throws IllegalArgumentException when there is no such player
     */
    public double curvature(String player) {
      Objects.requireNonNull(player, "player");
      return certificate(player).curvature();
    }

    /**
     * The duty on a sector that the search began with, which is also the rule of thumb: 1/(σ − 1) =
     * 1/θ, the best duty of an economy too small to move wages and profits abroad.
     *
     * @param sector the sector
     * @return the duty as a fraction
     * @throws IllegalArgumentException when there is no such sector
     */
    public double start(String sector) {
      Objects.requireNonNull(sector, "sector");
      outcome.model.world.sector(sector);
      return 1 / outcome.model.elasticity.theta(sector);
    }

    /**
     * What the rule of thumb gives over a player's sectors, weighted by what it imports in the
     * base.
     *
     * @param player the code of the player
     * @return a duty as a fraction, for plausibility
     * @throws IllegalArgumentException when there is no such player
     */
    public double rule(String player) {
      Objects.requireNonNull(player, "player");
      return average(player, (partner, sector) -> start(sector));
    }

    /**
     * A player's duties, weighted by what it imports in the base.
     *
     * @param player the code of the player
     * @return a duty as a fraction
     * @throws IllegalArgumentException when there is no such player
     */
    public double average(String player) {
      Objects.requireNonNull(player, "player");
      return average(player, (partner, sector) -> duty(player, partner, sector));
    }

    private double average(String player, ToDoubleBiFunction<String, String> duty) {
      at(player);
      World world = outcome.model.world;
      double sum = 0;
      double all = 0;
      for (String partner : world.economies()) {
        for (String sector : world.sectors()) {
          double flow = partner.equals(player) ? 0 : world.flow(partner, player, sector);
          all += flow;
          sum += flow > 0 ? flow * duty.applyAsDouble(partner, sector) : 0;
        }
      }
      return all > 0 ? sum / all : 0;
    }

    /** {@return the iterations made} */
    public int iterations() {
      return iterations;
    }

    /** {@return one row a player: average duty, the rule of thumb, welfare, gradient, curvature} */
    public Table table() {
      List<List<Cell>> rows = new ArrayList<>();
      for (String player : players) {
        rows.add(
            List.of(
                Cell.text(player),
                Cell.percent(average(player), 2),
                Cell.percent(rule(player), 2),
                Cell.relative(outcome.welfare(player) - 1, 3),
                Cell.number(gradient(player), 15, ""),
                Cell.number(curvature(player), 8, "")));
      }
      return Table.of(
              "Best duties with profits",
              List.of("player", "average", "rule", "welfare", "gradient", "curvature"),
              rows)
          .withCaption(outcome.table().caption());
    }

    /** {@return the players' welfare as a picture} */
    public Chart chart() {
      List<ChartRows.Row> rows = new ArrayList<>();
      for (String player : players) {
        rows.add(WelfareChart.bar(player, outcome.welfare(player) - 1));
      }
      return Chart.of(
          "Welfare under best duties with profits",
          "change against the base, + is a gain",
          outcome.table().caption(),
          ChartRows.of(ChartScale.percent("welfare"), rows));
    }

    /** The players, the gradient that is left and the iterations. */
    @Override
    public String toString() {
      return "best duties of "
          + players
          + ", gradient "
          + gradient()
          + ", "
          + iterations
          + " iterations";
    }

    /** Two are equal when their contents are. */
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof ProfitPolicy that
          && players.equals(that.players)
          && shock.equals(that.shock)
          && outcome.equals(that.outcome)
          && iterations == that.iterations;
    }

    @Override
    public int hashCode() {
      return Objects.hash(players, shock, outcome, iterations);
    }
  }

  /** The world and the elasticities. */
  @Override
  public String toString() {
    return world + " with profits; " + elasticity;
  }

  /** Two are equal when their contents are. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ProfitModel that
        && world.equals(that.world)
        && elasticity.equals(that.elasticity);
  }

  @Override
  public int hashCode() {
    return Objects.hash(world, elasticity);
  }
}
