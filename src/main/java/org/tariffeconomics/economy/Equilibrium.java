package org.tariffeconomics.economy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.Require;
import org.tariffeconomics.uncertainty.Distribution;

/**
 * A world with elasticities of trade and a rule for deficits: a model, in which nothing is solved
 * yet.
 *
 * <p>Each good of a sector differs by origin (Armington), or is bought where it is cheapest
 * (Eaton–Kortum); the equations in changes are the same. With a hat for new over old: shares of
 * spending {@code λ' ∝ λ (ĉ T̂ τ̂)^−θ}, prices {@code P̂ = (Σ λ (ĉ T̂ τ̂)^−θ)^(−1/θ)}, costs {@code
 * ĉ = ŵ^γ Π P̂^γ_k} with the shares γ of value added and inputs, spending on the uses of industries
 * and a fixed share of final use, which is labour income, duties and the deficit. Wages clear all
 * markets. Revenue is solved with spending and never iterated on its own. Money is in the numeraire
 * “world labour income as in the base”. See Dekle, Eaton and Kortum (2008), Costinot and
 * Rodríguez-Clare (2014), Caliendo and Parro (2015).
 *
 * <p>Immutable; {@code with…} gives a new one. Solving uses one thread and always starts from the
 * base, so that the same question has the same bits on every machine and in every order.
 */
public final class Equilibrium {

  private static final double TOLERANCE = 1e-12;
  private static final int MAX_ITERATIONS = 400;

  private final World given;
  private final World world;
  private final Elasticity elasticity;
  private final Deficits deficits;
  private final double tolerance;
  private final int maxIterations;
  private final Kernel kernel;

  private Equilibrium(
      World given,
      World world,
      Elasticity elasticity,
      Deficits deficits,
      double tolerance,
      int maxIterations) {
    this.given = given;
    this.world = world;
    this.elasticity = elasticity;
    this.deficits = deficits;
    this.tolerance = tolerance;
    this.maxIterations = maxIterations;
    this.kernel = new Kernel(world, elasticity.thetas(world.sectors()), deficits);
  }

  /**
   * A model with deficits as shares of world labour income.
   *
   * @param world the data
   * @param elasticity the elasticities of trade
   * @return the model
   * @throws IllegalArgumentException when a sector has no elasticity
   */
  public static Equilibrium of(World world, Elasticity elasticity) {
    Objects.requireNonNull(world, "world");
    Objects.requireNonNull(elasticity, "elasticity");
    return new Equilibrium(
        world, world, elasticity, Deficits.WORLD_SHARE, TOLERANCE, MAX_ITERATIONS);
  }

  /**
   * The same model with another rule for deficits. With {@link Deficits#ZERO} the world is balanced
   * first.
   *
   * @param rule the rule
   * @return a new model
   * @throws IllegalStateException when the world without deficits has no equilibrium that is found
   */
  public Equilibrium with(Deficits rule) {
    Objects.requireNonNull(rule, "rule");
    World base = rule == Deficits.ZERO ? balanced(given, elasticity) : given;
    return new Equilibrium(given, base, elasticity, rule, tolerance, maxIterations);
  }

  /**
   * The same model with other elasticities.
   *
   * @param other the elasticities
   * @return a new model
   * @throws IllegalArgumentException when a sector has no elasticity
   */
  public Equilibrium with(Elasticity other) {
    Objects.requireNonNull(other, "other");
    Equilibrium model = new Equilibrium(given, given, other, deficits, tolerance, maxIterations);
    return deficits == Deficits.ZERO ? model.with(deficits) : model;
  }

  /**
   * The same model with other bounds on the iteration.
   *
   * @param longestStep the step of a logarithm of a wage or price at which to stop, above zero;
   *     1e-12 unless told otherwise
   * @param most the most iterations, at least 1; 400 unless told otherwise
   * @return a new model
   * @throws IllegalArgumentException when a bound is not above zero
   */
  public Equilibrium withAccuracy(double longestStep, int most) {
    Require.positive("longestStep", longestStep);
    Require.positive("most", most);
    return new Equilibrium(given, world, elasticity, deficits, longestStep, most);
  }

  static World balanced(World world, Elasticity elasticity) {
    Kernel kernel = new Kernel(world, elasticity.thetas(world.sectors()), Deficits.ZERO);
    Solution solution = solve(kernel, DutyShock.none(world), TOLERANCE, MAX_ITERATIONS);
    if (!solution.convergence().isConverged()) {
      throw new IllegalStateException(
          "The world without deficits was not found: " + solution.convergence());
    }
    return solution.balancedWorld(world);
  }

  private static Solution solve(Kernel kernel, DutyShock shock, double tolerance, int most) {
    KernelPass pass = new KernelPass(kernel, kernel.scenario(shock));
    FixedPoint solver = new FixedPoint(pass, kernel.start(), tolerance, most);
    boolean found = solver.solve();
    double residual = found ? pass.largestExcess() : Double.POSITIVE_INFINITY;
    double walras = found ? Math.abs(Math.expm1(pass.walras())) : Double.POSITIVE_INFINITY;
    return new Solution(pass, Convergence.of(solver, found, residual, walras, tolerance));
  }

  /**
   * The equilibrium after a shock.
   *
   * @param shock what changes
   * @return the outcome; one that did not converge has reasons and no numbers
   * @throws IllegalArgumentException when the shock is of another world, or was folded for another
   *     elasticity
   */
  public Outcome solve(DutyShock shock) {
    Objects.requireNonNull(shock, "shock");
    shock.requireElasticity(kernel.theta);
    requireSameWorld(shock);
    return new Outcome(this, shock, solve(kernel, shock, tolerance, maxIterations));
  }

  private void requireSameWorld(DutyShock shock) {
    World of = shock.world();
    boolean same =
        of.economies().equals(world.economies())
            && of.sectors().equals(world.sectors())
            && Arrays.equals(of.duties(), world.duties());
    if (!same) {
      throw new IllegalArgumentException(
          "The shock is to another world: " + of + ", but the model is of " + given);
    }
  }

  /**
   * The best uniform duty of an economy on all others, which do not answer.
   *
   * @param player the code of the economy
   * @return the duty with its certificate
   * @throws IllegalArgumentException when there is no such economy, the world has several sectors,
   *     or the rule is not {@link Deficits#ZERO}: no other rule has an optimum to be trusted
   * @throws IllegalStateException when none was found
   */
  public TariffPolicy optimalUniform(String player) {
    Objects.requireNonNull(player, "player");
    return TariffPolicy.of(this, DutyShock.none(world), List.of(player), true);
  }

  /**
   * The best duties of an economy, one on each other, which do not answer.
   *
   * @param player the code of the economy
   * @return the duties with their certificate
   * @throws IllegalArgumentException as for {@link #optimalUniform}
   * @throws IllegalStateException when none were found
   */
  public TariffPolicy optimalByPartner(String player) {
    Objects.requireNonNull(player, "player");
    return bestReply(player, DutyShock.none(world));
  }

  /**
   * The best duties of an economy, one on each other, where others have changed theirs: retaliation
   * as an economist would advise it.
   *
   * @param player the code of the economy
   * @param others what the others do; the player's own duties in it are replaced
   * @return the duties with their certificate
   * @throws IllegalArgumentException as for {@link #optimalUniform}
   * @throws IllegalStateException when none were found
   */
  public TariffPolicy bestReply(String player, DutyShock others) {
    Objects.requireNonNull(player, "player");
    Objects.requireNonNull(others, "others");
    requireSameWorld(others);
    return TariffPolicy.of(this, others, List.of(player), false);
  }

  /**
   * Nash's equilibrium: duties of several economies, one on each other, of which none would change
   * its own, given the others'. Economies that do not play keep their base duties.
   *
   * @param players the codes of the players, none twice
   * @return the duties with their certificates
   * @throws IllegalArgumentException as for {@link #optimalUniform}
   * @throws IllegalStateException when none were found
   */
  public TariffPolicy nash(String... players) {
    Objects.requireNonNull(players, "players");
    return TariffPolicy.of(this, DutyShock.none(world), List.of(players), false);
  }

  /**
   * The same shock under many draws of one elasticity for all sectors.
   *
   * @param shock what changes; one that was folded for an elasticity is refused
   * @param theta how the elasticity is distributed, above zero throughout
   * @param count how many draws, at least 2
   * @param seed the seed
   * @return the outcomes
   * @throws IllegalArgumentException when a number is out of bounds, or a drawn elasticity is not
   *     above zero
   */
  public Draws draws(DutyShock shock, Distribution theta, int count, long seed) {
    Objects.requireNonNull(shock, "shock");
    Objects.requireNonNull(theta, "theta");
    return draws(each -> shock, Map.of(World.ALL_GOODS, theta), count, seed, 1);
  }

  /**
   * A shock under many draws of the elasticities.
   *
   * @param shock what changes, for each drawn elasticity: so that duties can be folded for it
   * @param thetas how the elasticities are distributed, by code of the sector; {@link
   *     World#ALL_GOODS} alone for one elasticity of all sectors
   * @param count how many draws, at least 2
   * @param seed the seed
   * @param threads how many threads, at least 1; the numbers do not depend on it
   * @return the outcomes
   * @throws IllegalArgumentException when a number is out of bounds, or a drawn elasticity is not
   *     above zero
   */
  public Draws draws(
      Function<Elasticity, DutyShock> shock,
      Map<String, Distribution> thetas,
      int count,
      long seed,
      int threads) {
    Objects.requireNonNull(shock, "shock");
    Objects.requireNonNull(thetas, "thetas");
    return Draws.of(this, thetas, shock, count, seed, threads);
  }

  /**
   * What each step of a path contributes to welfare, in the order given.
   *
   * @param from the state before the first step
   * @param steps the steps, in order
   * @return the contributions, which add up
   * @throws IllegalStateException when a state has no equilibrium that is found
   */
  public Contributions path(DutyShock from, List<Contributions.Step> steps) {
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(steps, "steps");
    return Contributions.path(this, from, steps);
  }

  /**
   * What each of several steps contributes to welfare, whatever their order: Shapley's value, the
   * mean over all orders. Every subset is solved, 256 states for eight steps.
   *
   * @param from the state without any of them
   * @param steps the steps, at most eight
   * @return the contributions, which add up
   * @throws IllegalArgumentException when there are more than eight
   * @throws IllegalStateException when a state has no equilibrium that is found
   */
  public Contributions shapley(DutyShock from, List<Contributions.Step> steps) {
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(steps, "steps");
    return Contributions.shapley(this, from, steps);
  }

  /** {@return the data as they were given} */
  public World world() {
    return given;
  }

  /** {@return the data that shocks are applied to: without deficits where the rule says so} */
  public World base() {
    return world;
  }

  /** {@return the elasticities of trade} */
  public Elasticity elasticity() {
    return elasticity;
  }

  /** {@return the rule for deficits} */
  public Deficits deficits() {
    return deficits;
  }

  Kernel kernel() {
    return kernel;
  }

  double tolerance() {
    return tolerance;
  }

  int maxIterations() {
    return maxIterations;
  }

  /** What moved the numbers besides the data: stands under every result. */
  List<String> assumptions() {
    List<String> assumptions = new ArrayList<>();
    assumptions.add(deficits.words());
    assumptions.add(elasticity.toString());
    assumptions.addAll(world.notes());
    return assumptions;
  }

  /** The world, the elasticities and the rule. */
  @Override
  public String toString() {
    return given + "; " + elasticity + "; " + deficits.words();
  }

  /** Two are equal when their contents are. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Equilibrium that
        && given.equals(that.given)
        && world.equals(that.world)
        && elasticity.equals(that.elasticity)
        && deficits.equals(that.deficits)
        && Double.compare(tolerance, that.tolerance) == 0
        && maxIterations == that.maxIterations;
  }

  @Override
  public int hashCode() {
    return Objects.hash(given, world, elasticity, deficits, tolerance);
  }
}
