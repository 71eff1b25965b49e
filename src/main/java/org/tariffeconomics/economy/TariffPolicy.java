package org.tariffeconomics.economy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
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
 * is the same on all of them or on those that are named, and there is one player.
 *
 * <p>Every answer carries its certificate: the largest derivative of a player's welfare that is
 * left, the largest eigenvalue of each player's Hessian (below zero at an optimum), and two rules
 * of thumb between which the answer should lie or near which it should be: one over ε times the
 * share of foreigners' spending on foreign goods, exact for symmetric blocs, and one over ε Σ χ (1
 * − λ) with export shares χ and buyers' shares λ.
 *
 * @since 0.1.0
 */
public final class TariffPolicy {

  private static final int SHOWN = 15;

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
      boolean uniform) {
    requireFit(model, players);
    return isOneSector(model)
        ? ofOneSector(model, given, players, uniform)
        : ofSectors(model, given, players.get(0), sectors, uniform);
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
      Equilibrium model, DutyShock given, String player, List<String> sectors, boolean uniform) {
    SectorPolicySolver solver = new SectorPolicySolver(model, given, player, sectors, uniform);
    Solution base = model.solve(given).solution();
    double start = new DutyRules(base, model.base(), player, sectors).exportShare();
    FixedPoint search = solver.fixedPoint(start);
    if (!search.solveUncertified()) {
      throw notFound(player, search);
    }
    Outcome outcome = model.solve(solver.shock(search.z()));
    DutyRules rules = new DutyRules(outcome.solution(), model.base(), player, sectors);
    double gradient = Flat.maxAbs(solver.gradient(search.z()));
    double[][] certificates = {
      {gradient},
      {solver.curvature(search.z())},
      {rules.foreignShare()},
      {rules.exportShare()},
      {start}
    };
    return new TariffPolicy(
        model,
        List.of(player),
        sectors,
        outcome.shock(),
        outcome,
        Convergence.of(search, true, gradient, outcome.convergence().walras(), 1e-8),
        certificates);
  }

  private static TariffPolicy ofOneSector(
      Equilibrium model, DutyShock given, List<String> players, boolean uniform) {
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
    DutyShock shock = solver.shock(given, model.base(), z);
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
    if (players.size() > 1 && !isOneSector(model)) {
      throw new IllegalArgumentException(
          "Nash's equilibrium is for worlds of one sector without inputs, but this is "
              + model.base()
              + "; ask for the best duties of one, optimal(player)");
    }
  }

  /** {@return the codes of those who set duties} */
  public List<String> players() {
    return players;
  }

  /** {@return the sectors that the duties are on, each with the same duty} */
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
   */
  public double duty(String player, String partner) {
    Objects.requireNonNull(player, "player");
    Objects.requireNonNull(partner, "partner");
    at(player);
    if (player.equals(partner)) {
      throw new IllegalArgumentException("A player sets no duty on its own goods: " + player);
    }
    return shock.power(partner, player, sectors.get(0)) - 1;
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
    return Table.of("Best duties", columns, rows).withCaption(outcome.stamp().lines());
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
                        List.of(new ChartRows.Bar("duty", 0, duty(player, partner), "")),
                        String.format(Locale.ROOT, "%.1f%%", 100 * duty(player, partner)))));
    return Chart.of(
        "Best duties of " + player,
        "on its largest partners; lines are rules of thumb to hold them against",
        outcome.stamp().lines(),
        ChartRows.of(ChartScale.percent("duty"), rows)
            .withLines(
                List.of(
                    new ChartRows.Place(foreignShareRule(player), "1/(ε λ)"),
                    new ChartRows.Place(exportShareRule(player), "1/(ε Σ χ(1−λ))"))));
  }

  private double average(String player) {
    double collected = outcome.revenue(player);
    return collected / outcome.imports(player);
  }

  private double lowest(String player) {
    return partners(player).mapToDouble(partner -> duty(player, partner)).min().orElseThrow();
  }

  private double highest(String player) {
    return partners(player).mapToDouble(partner -> duty(player, partner)).max().orElseThrow();
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
