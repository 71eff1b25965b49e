package org.tariffeconomics.economy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.Require;
import org.tariffeconomics.report.Cell;
import org.tariffeconomics.report.Chart;
import org.tariffeconomics.report.ChartRows;
import org.tariffeconomics.report.ChartScale;
import org.tariffeconomics.report.Table;

/**
 * Duties that are the best for those who set them, all else reacting: one player's optimum or the
 * Nash equilibrium of several, in a world without deficits. Where there are several sectors a duty
 * is the same on all of them or on those that are named, or one on each.
 *
 * <p>Every answer carries its certificate: the largest derivative of a player's welfare that is
 * left, the largest eigenvalue of each player's Hessian (below zero at an optimum), and two rules
 * of thumb between which the answer should lie or near which it should be: one over ε times the
 * share of foreigners' spending on foreign goods, exact for symmetric blocs, and one over ε Σ χ (1
 * − λ) with export shares χ and buyers' shares λ. They are for duties on all goods where industries
 * use none; a duty that is also one on inputs, or on some sectors only, is best far below them.
 *
 * @since 0.1.0
 */
public final class TariffPolicy {

  private static final int SHOWN = 15;

  /** Curvature above this is no rounding: partners that hardly trade leave it just below zero. */
  private static final double RISING = 1e-7;

  private static final String RULES_ARE_FOR_ALL_GOODS =
      "the rules are for duties on all sectors of a world without inputs: here the best duties may"
          + " lie far below them";

  private final Equilibrium model;
  private final List<String> players;
  private final List<String> sectors;
  private final DutyShock shock;
  private final Outcome outcome;
  private final Convergence convergence;
  private final double[] gradients;
  private final double[] curvatures;
  private final double[] foreignShareRules;
  private final double[] exportShareRules;
  private final double[] starts;

  private TariffPolicy(
      Equilibrium model,
      List<String> players,
      List<String> sectors,
      DutyShock shock,
      Outcome outcome,
      Convergence convergence,
      double[][] certificates) {
    this.model = model;
    this.players = players;
    this.sectors = sectors;
    this.shock = shock;
    this.outcome = outcome;
    this.convergence = convergence;
    this.gradients = certificates[0];
    this.curvatures = certificates[1];
    this.foreignShareRules = certificates[2];
    this.exportShareRules = certificates[3];
    this.starts = certificates[4];
  }

  static TariffPolicy of(
      Equilibrium model,
      DutyShock given,
      List<String> players,
      List<String> sectors,
      Instruments kind) {
    requireFit(model, players);
    players.forEach(player -> requireHomeGoods(model.base(), player, sectors));
    TariffPolicy policy =
        isOneSector(model)
            ? ofOneSector(model, given, players, kind == Instruments.UNIFORM)
            : ofSectors(model, given, players, sectors, kind);
    return policy.confirmed();
  }

  /** A duty on all that a player buys is a tax on spending which it gets back: none is best. */
  private static void requireHomeGoods(World world, String player, List<String> sectors) {
    boolean taxesAll = sectors.size() == world.sectors().size() && !world.hasInputs();
    if (taxesAll && world.flow(player, player) == 0) {
      throw new IllegalArgumentException(
          player
              + " buys nothing from home: a duty on all that it buys changes nothing, and none is"
              + " best");
    }
  }

  /** Where a gradient is zero there may also be a least, or a saddle. */
  private TariffPolicy confirmed() {
    for (String player : players) {
      if (curvature(player) > RISING) {
        throw new IllegalStateException(
            "No best duties were found for "
                + players
                + ": welfare of "
                + player
                + " still rises to some side, curvature "
                + curvature(player));
      }
    }
    return this;
  }

  private static boolean isOneSector(Equilibrium model) {
    return model.base().sectors().size() == 1 && !model.base().hasInputs();
  }

  private static IllegalStateException notFound(Object players, FixedPoint search) {
    return new IllegalStateException(
        "No best duties were found for "
            + players
            + ": longest step "
            + search.largestStep()
            + " after "
            + search.iterations()
            + " iterations");
  }

  private static TariffPolicy ofSectors(
      Equilibrium model,
      DutyShock given,
      List<String> players,
      List<String> sectors,
      Instruments kind) {
    SectorPolicySolver solver = new SectorPolicySolver(model, given, players, sectors, kind);
    Solution base = model.solve(given).solution();
    double[] starts =
        players.stream()
            .mapToDouble(player -> new DutyRules(base, model.base(), player, sectors).exportShare())
            .toArray();
    requireTrade(solver, players, starts);
    FixedPoint search = solver.fixedPoint(starts);
    if (!search.solveUncertified()) {
      throw notFound(players, search);
    }
    double[] z = search.z();
    Outcome outcome = model.solve(solver.shock(z));
    double[][] certificates = new double[5][players.size()];
    for (int p = 0; p < players.size(); p++) {
      DutyRules rules = new DutyRules(outcome.solution(), model.base(), players.get(p), sectors);
      certificates[0][p] = Flat.maxAbs(solver.gradient(p, z));
      certificates[1][p] = solver.curvature(p, z);
      certificates[2][p] = rules.foreignShare();
      certificates[3][p] = rules.exportShare();
      certificates[4][p] = starts[p];
    }
    double residual = Flat.maxAbs(certificates[0]);
    return new TariffPolicy(
        model,
        players,
        sectors,
        outcome.shock(),
        outcome,
        Convergence.of(
            search, outcome.isConverged(), residual, outcome.convergence().walras(), 1e-10),
        certificates);
  }

  private static void requireTrade(
      SectorPolicySolver solver, List<String> players, double[] starts) {
    for (int p = 0; p < players.size(); p++) {
      if (solver.instruments(p) == 0 || !Double.isFinite(starts[p])) {
        throw tradesNothing(players.get(p));
      }
    }
  }

  private static void requireTrade(Equilibrium model, List<String> players) {
    for (String player : players) {
      if (!(model.base().flow("*", player) > 0)) {
        throw tradesNothing(player);
      }
    }
  }

  private static IllegalArgumentException tradesNothing(String player) {
    return new IllegalArgumentException(
        player + " trades nothing with others in these sectors: no duty is best");
  }

  private static TariffPolicy ofOneSector(
      Equilibrium model, DutyShock given, List<String> players, boolean uniform) {
    requireTrade(model, players);
    PolicySolver solver = new PolicySolver(model, given, players, uniform);
    double[] guess = solver.firstGuess();
    FixedPoint fixedPoint = solver.fixedPoint(guess);
    boolean found = fixedPoint.solve();
    double[] z = fixedPoint.z();
    if (!found) {
      throw notFound(players, fixedPoint);
    }
    double[][] certificates = new double[5][players.size()];
    for (int p = 0; p < players.size(); p++) {
      int player = model.base().economy(players.get(p));
      certificates[0][p] = Flat.maxAbs(solver.gradient(p, z));
      certificates[1][p] = solver.curvature(p, z);
      Adjoint adjoint = new Adjoint(solver.solution(z));
      certificates[2][p] = adjoint.foreignShareRule(player);
      certificates[3][p] = adjoint.exportShareRule(player);
      certificates[4][p] = Math.expm1(guess[p * (guess.length / players.size())]);
    }
    DutyShock shock = solver.shock(given, z);
    Outcome outcome = model.solve(shock);
    double residual = Flat.maxAbs(certificates[0]);
    return new TariffPolicy(
        model,
        players,
        model.base().sectors(),
        shock,
        outcome,
        Convergence.of(
            fixedPoint, outcome.isConverged(), residual, outcome.convergence().walras(), 1e-11),
        certificates);
  }

  static void requireFit(Equilibrium model, List<String> players) {
    if (players.isEmpty()) {
      throw new IllegalArgumentException("There must be at least one player");
    }
    Require.distinct("players", players);
    players.forEach(model.base()::economy);
    if (model.deficits() != Deficits.ZERO) {
      throw new IllegalArgumentException(
          "Best duties need a world without deficits, but the model has "
              + model.deficits().words()
              + ": a deficit that grows with income has no optimum, and a fixed one has a false"
              + " one; use with(Deficits.ZERO)");
    }
  }

  /** {@return the codes of those who set duties} */
  public List<String> players() {
    return players;
  }

  /** {@return the sectors that the duties are on} */
  public List<String> sectors() {
    return sectors;
  }

  /** {@return all duties, those of the players set, as a shock to the model's world} */
  public DutyShock shock() {
    return shock;
  }

  /** {@return the world under these duties} */
  public Outcome outcome() {
    return outcome;
  }

  /** {@return how the duties were found; its residual is the largest gradient left} */
  public Convergence convergence() {
    return convergence;
  }

  /**
   * A player's duty on goods of a partner.
   *
   * @param player the code of the player
   * @param partner the code of the partner
   * @return the duty as a fraction
   * @throws IllegalArgumentException when there is no such player or partner
   * @throws IllegalStateException when the duties differ by sector
   */
  public double duty(String player, String partner) {
    Objects.requireNonNull(player, "player");
    Objects.requireNonNull(partner, "partner");
    double duty = duty(player, partner, sectors.get(0));
    for (String sector : sectors) {
      if (duty(player, partner, sector) != duty) {
        throw new IllegalStateException(
            "Duties differ by sector: ask for duty(player, partner, sector)");
      }
    }
    return duty;
  }

  /**
   * A player's duty on goods of a partner in one sector.
   *
   * @param player the code of the player
   * @param partner the code of the partner
   * @param sector the code of the sector, one of those that the duties are on
   * @return the duty as a fraction; that of the base where there is no trade to charge
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
    if (!sectors.contains(sector)) {
      throw Index.noSuch("charged sector", sector, sectors);
    }
    return shock.power(partner, player, sector) - 1;
  }

  private int at(String player) {
    int at = players.indexOf(player);
    if (at < 0) {
      throw Index.noSuch("player", player, players);
    }
    return at;
  }

  /**
   * The largest derivative of a player's logarithm of welfare by one of its duties' logarithms that
   * is left.
   *
   * @param player the code of the player
   * @return the size, near zero
   * @throws IllegalArgumentException when there is no such player
   */
  public double gradient(String player) {
    Objects.requireNonNull(player, "player");
    return gradients[at(player)];
  }

  /**
   * The largest eigenvalue of the Hessian of a player's logarithm of welfare in the logarithms of
   * its own duties' powers.
   *
   * @param player the code of the player
   * @return the eigenvalue; below zero at an optimum, barely so where a partner is tiny
   * @throws IllegalArgumentException when there is no such player
   */
  public double curvature(String player) {
    Objects.requireNonNull(player, "player");
    return curvatures[at(player)];
  }

  /**
   * One over ε times the share of foreigners' spending on foreign goods, at these duties: exact for
   * symmetric blocs, about five percent low for the United States among 94 economies.
   *
   * @param player the code of the player
   * @return a duty as a fraction, for plausibility
   * @throws IllegalArgumentException when there is no such player
   */
  public double foreignShareRule(String player) {
    Objects.requireNonNull(player, "player");
    return foreignShareRules[at(player)];
  }

  /**
   * One over ε Σ χ (1 − λ) at these duties: about two percent low for the United States among 94
   * economies.
   *
   * @param player the code of the player
   * @return a duty as a fraction, for plausibility
   * @throws IllegalArgumentException when there is no such player
   */
  public double exportShareRule(String player) {
    Objects.requireNonNull(player, "player");
    return exportShareRules[at(player)];
  }

  /**
   * The duty that the search began with for a player.
   *
   * @param player the code of the player
   * @return a duty as a fraction
   * @throws IllegalArgumentException when there is no such player
   */
  public double start(String player) {
    Objects.requireNonNull(player, "player");
    return starts[at(player)];
  }

  /** {@return one row a player: average, lowest and highest duty, welfare, certificate, rules} */
  public Table table() {
    List<List<Cell>> rows = new ArrayList<>();
    for (String player : players) {
      rows.add(
          List.of(
              Cell.text(player),
              Cell.percent(average(player), 2),
              Cell.percent(lowest(player), 2),
              Cell.percent(highest(player), 2),
              Cell.relative(outcome.welfare(player) - 1, 3),
              Cell.number(gradient(player), 15, ""),
              Cell.number(curvature(player), 8, ""),
              Cell.percent(start(player), 2),
              Cell.percent(Math.min(foreignShareRule(player), exportShareRule(player)), 2),
              Cell.percent(Math.max(foreignShareRule(player), exportShareRule(player)), 2)));
    }
    List<String> columns =
        List.of(
            "player",
            "average",
            "lowest",
            "highest",
            "welfare",
            "gradient",
            "curvature",
            "start",
            "rule, low",
            "rule, high");
    return Table.of("Best duties", columns, rows).withCaption(caption());
  }

  private List<String> caption() {
    List<String> lines = new ArrayList<>(outcome.stamp().lines());
    if (model.base().hasInputs() || sectors.size() < model.base().sectors().size()) {
      lines.add(RULES_ARE_FOR_ALL_GOODS);
    }
    return lines;
  }

  /**
   * A player's duties as a picture.
   *
   * @param player the code of the player
   * @return a bar a partner, the largest trade first, with the two rules of thumb as lines
   * @throws IllegalArgumentException when there is no such player
   */
  public Chart chart(String player) {
    Objects.requireNonNull(player, "player");
    World world = model.base();
    List<ChartRows.Row> rows = new ArrayList<>();
    partners(player)
        .sorted(Comparator.comparingDouble((String each) -> -world.flow(each, player)))
        .limit(SHOWN)
        .forEach(
            partner ->
                rows.add(
                    ChartRows.Row.of(
                        partner,
                        List.of(new ChartRows.Bar("duty", 0, mean(player, partner), "")),
                        String.format(Locale.ROOT, "%.1f%%", 100 * mean(player, partner)))));
    return Chart.of(
        "Best duties of " + player,
        "on its largest partners; lines are rules of thumb to hold them against",
        caption(),
        ChartRows.of(ChartScale.percent("duty"), rows)
            .withLines(
                List.of(
                    new ChartRows.Place(foreignShareRule(player), "1/(ε λ)"),
                    new ChartRows.Place(exportShareRule(player), "1/(ε Σ χ(1−λ))"))));
  }

  /** A player's duty on a partner, over sectors by trade at these duties. */
  private double mean(String player, String partner) {
    double bought = 0;
    double collected = 0;
    for (String sector : sectors) {
      double flow = outcome.flow(partner, player, sector);
      bought += flow;
      collected += flow * duty(player, partner, sector);
    }
    return bought > 0 ? collected / bought : duty(player, partner, sectors.get(0));
  }

  private double average(String player) {
    double collected = outcome.revenue(player);
    return collected / outcome.imports(player);
  }

  private double lowest(String player) {
    return duties(player).min().orElseThrow();
  }

  private double highest(String player) {
    return duties(player).max().orElseThrow();
  }

  private DoubleStream duties(String player) {
    return partners(player)
        .flatMapToDouble(
            partner ->
                sectors.stream()
                    .filter(sector -> model.base().flow(partner, player, sector) > 0)
                    .mapToDouble(sector -> duty(player, partner, sector)));
  }

  private Stream<String> partners(String player) {
    return model.base().economies().stream().filter(each -> !each.equals(player));
  }

  /** For example {@code US 26.8% on average, welfare +0.435%; gradient 2e-16, curvature −0.04}. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (String player : players) {
      text.append(text.length() == 0 ? "" : "; ")
          .append(
              String.format(
                  Locale.ROOT,
                  "%s %.1f%% on average, welfare %+.3f%%, gradient %.0e, curvature %.1e",
                  player,
                  100 * average(player),
                  100 * (outcome.welfare(player) - 1),
                  gradient(player),
                  curvature(player)));
    }
    return text.toString();
  }

  /** Two are equal when their contents are. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof TariffPolicy that
        && model.equals(that.model)
        && players.equals(that.players)
        && shock.equals(that.shock)
        && outcome.equals(that.outcome)
        && convergence.equals(that.convergence)
        && Arrays.equals(gradients, that.gradients)
        && Arrays.equals(curvatures, that.curvatures)
        && Arrays.equals(foreignShareRules, that.foreignShareRules)
        && Arrays.equals(exportShareRules, that.exportShareRules)
        && Arrays.equals(starts, that.starts);
  }

  @Override
  public int hashCode() {
    return Objects.hash(model, players, shock, outcome, convergence);
  }
}
