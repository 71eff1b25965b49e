package org.tariffeconomics.economy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.Require;
import org.tariffeconomics.basics.Stamp;
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
 *
 * @since 0.1.0
 */
public final class Equilibrium {

  private static final double TOLERANCE = 1e-12;
  private static final double LONGEST_TOLERANCE = 1e-6;
  private static final int MAX_ITERATIONS = 400;

  private final World given;
  private final World world;
  private final Elasticity elasticity;
  private final Deficits deficits;
  private final double tolerance;
  private final int maxIterations;
  private final boolean ruleChosen;
  private final boolean labourBySector;
  private final Kernel kernel;

  private Equilibrium(
      World given,
      World world,
      Elasticity elasticity,
      Deficits deficits,
      double tolerance,
      int maxIterations,
      boolean ruleChosen,
      boolean labourBySector) {
    this.given = given;
    this.world = world;
    this.elasticity = elasticity;
    this.deficits = deficits;
    this.tolerance = tolerance;
    this.maxIterations = maxIterations;
    this.ruleChosen = ruleChosen;
    this.labourBySector = labourBySector;
    this.kernel = new Kernel(world, elasticity.thetas(world.sectors()), deficits, labourBySector);
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
        world, world, elasticity, Deficits.WORLD_SHARE, TOLERANCE, MAX_ITERATIONS, false, false);
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
    World base = rule == Deficits.ZERO ? balanced(given, elasticity, labourBySector) : given;
    return new Equilibrium(
        given, base, elasticity, rule, tolerance, maxIterations, true, labourBySector);
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
    Equilibrium model =
        new Equilibrium(
            given, given, other, deficits, tolerance, maxIterations, ruleChosen, labourBySector);
    return deficits == Deficits.ZERO ? model.with(deficits) : model;
  }

  /**
   * The same model with labour that stays in its sector, so that each sector of an economy has a
   * wage of its own ({@link Outcome#wage(String, String)}); what each earned in the base is its
   * value added. The usual model lets labour move freely within an economy, which makes one wage.
   * The two are the short run and the long run of the same world.
   *
   * @return a new model; the same results in a world of one sector
   */
  public Equilibrium withLabourBySector() {
    Equilibrium model =
        new Equilibrium(
            given, given, elasticity, deficits, tolerance, maxIterations, ruleChosen, true);
    if (deficits != Deficits.ZERO) {
      return model;
    }
    World base = balanced(given, elasticity, true);
    return new Equilibrium(
        given, base, elasticity, deficits, tolerance, maxIterations, ruleChosen, true);
  }

  /** {@return whether labour stays in its sector} */
  public boolean hasLabourBySector() {
    return labourBySector;
  }

  /**
   * The same model with other bounds on the iteration.
   *
   * @param longestStep the step of a logarithm of a wage or price at which to stop, above zero and
   *     at most 1e-6, since results are printed to a thousandth of a percent; 1e-12 unless told
   *     otherwise
   * @param most the most iterations, at least 1; 400 unless told otherwise
   * @return a new model
   * @throws IllegalArgumentException when a bound is not above zero, or the step too long
   */
  public Equilibrium withAccuracy(double longestStep, int most) {
    Require.positive("longestStep", longestStep);
    Require.within("longestStep", longestStep, 0, LONGEST_TOLERANCE);
    Require.positive("most", most);
    return new Equilibrium(
        given, world, elasticity, deficits, longestStep, most, ruleChosen, labourBySector);
  }

  static World balanced(World world, Elasticity elasticity, boolean labourBySector) {
    Kernel kernel =
        new Kernel(world, elasticity.thetas(world.sectors()), Deficits.ZERO, labourBySector);
    kernel
        .oneWayTrade()
        .ifPresent(
            e -> {
              throw new IllegalStateException(
                  "There is no world without deficits: goods go from or to "
                      + world.economies().get(e)
                      + " one way only, and no wages balance that");
            });
    Solution solution = solve(kernel, DutyShock.none(world), TOLERANCE, MAX_ITERATIONS);
    if (!solution.convergence().isConverged()) {
      throw new IllegalStateException(
          "The world without deficits was not found: " + solution.convergence());
    }
    return solution.balancedWorld(world);
  }

  private static Solution solve(Kernel kernel, DutyShock shock, double tolerance, int most) {
    Kernel.Scenario scenario = kernel.scenario(shock);
    FixedPoint.Accuracy accuracy = new FixedPoint.Accuracy(tolerance, most);
    Solution solution = Solution.from(kernel, scenario, kernel.start(), accuracy, List.of());
    return solution.convergence().isConverged()
        ? solution
        : FarShock.solve(kernel, scenario, accuracy).orElse(solution);
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
    requireSameWorld(shock);
    shock.requireElasticity(kernel.theta);
    return new Outcome(this, shock, solve(kernel, shock, tolerance, maxIterations));
  }

  /**
   * The equilibrium under the law of a day, folded for the elasticities of this model. What is not
   * known of the law makes intervals of the results.
   *
   * @param law the law
   * @return the outcome; one that did not converge has reasons and no numbers
   * @throws IllegalArgumentException when the law is of another world
   * @throws IllegalStateException when duties are unknown and the law does not say what to take for
   *     them
   */
  public OutcomeRange solve(ShockSource law) {
    Objects.requireNonNull(law, "law");
    requireSameWorld(law.lawShock().world());
    return OutcomeRange.of(this, law.lawShock());
  }

  private void requireSameWorld(DutyShock shock) {
    requireSameWorld(shock.world());
  }

  private void requireSameWorld(World of) {
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
   * The best duties of an economy or bloc on all others, which do not answer: one for all of them,
   * or one on each.
   *
   * <p>Only a world without deficits has best duties to be trusted. Where no rule was chosen it is
   * the balanced world that they are sought in, and results say so; a rule that was chosen and is
   * not {@link Deficits#ZERO} is refused. In a world of several sectors a duty is the same on all
   * of them, or on those that {@link OptimalDuties#on} names.
   *
   * @param player the code of the economy, or of a bundled bloc, {@code EU27}, whose members are
   *     then joined
   * @return which to ask for
   * @throws IllegalArgumentException when there is no such economy, or another rule than {@link
   *     Deficits#ZERO} was chosen
   */
  public OptimalDuties optimal(String player) {
    Objects.requireNonNull(player, "player");
    return new OptimalDuties(withoutDeficits().joined(player), player);
  }

  private Equilibrium withoutDeficits() {
    return deficits == Deficits.ZERO || ruleChosen ? this : with(Deficits.ZERO);
  }

  /** The same model with those players joined that are blocs of its economies. */
  private Equilibrium joined(String... players) {
    World joined = given;
    boolean isJoined = false;
    for (String player : players) {
      if (!joined.economies().contains(player) && !BundledWorlds.bloc(player).isEmpty()) {
        joined = joined.aggregate(player);
        isJoined = true;
      }
    }
    if (!isJoined) {
      return this;
    }
    Equilibrium model =
        new Equilibrium(
            joined,
            joined,
            elasticity,
            deficits,
            tolerance,
            maxIterations,
            ruleChosen,
            labourBySector);
    return deficits == Deficits.ZERO ? model.with(deficits) : model;
  }

  /**
   * The best duties of an economy, one on each other, where others have changed theirs: retaliation
   * as an economist would advise it.
   *
   * @param player the code of the economy
   * @param others what the others do; the player's own duties in it are replaced
   * @return the duties with their certificate
   * @throws IllegalArgumentException as for {@link #optimal}
   * @throws IllegalStateException when none were found
   */
  public TariffPolicy bestReply(String player, DutyShock others) {
    Objects.requireNonNull(player, "player");
    Objects.requireNonNull(others, "others");
    requireSameWorld(others);
    others.requireElasticity(kernel.theta);
    Equilibrium model = withoutDeficits();
    return TariffPolicy.of(
        model, others, List.of(player), model.world.sectors(), Instruments.BY_PARTNER);
  }

  /**
   * Nash's equilibrium: duties of several economies, one on each other, of which none would change
   * its own, given the others'. Economies that do not play keep their base duties. In a world of
   * several sectors a duty is the same on all of them.
   *
   * @param players the codes of the players, none twice; of a bundled bloc, {@code EU27}, the
   *     members are joined
   * @return the duties with their certificates
   * @throws IllegalArgumentException as for {@link #optimal}
   * @throws IllegalStateException when none were found
   */
  public TariffPolicy nash(String... players) {
    Objects.requireNonNull(players, "players");
    return nash(List.of(players), world.sectors());
  }

  /**
   * The same for duties on some sectors only; other duties of the players stay as in the base.
   *
   * @param players the codes of the players
   * @param sectors the codes of the sectors, at least one, none twice
   * @return the duties with their certificates
   * @throws IllegalArgumentException as for {@link #optimal}, or when there is no such sector
   * @throws IllegalStateException when none were found
   */
  public TariffPolicy nash(List<String> players, List<String> sectors) {
    Objects.requireNonNull(players, "players");
    Objects.requireNonNull(sectors, "sectors");
    Require.distinct("sectors", sectors);
    Require.notEmpty("sectors", sectors.size());
    Equilibrium model = withoutDeficits().joined(players.toArray(new String[0]));
    sectors.forEach(model.world::sector);
    return TariffPolicy.of(
        model, DutyShock.none(model.world), players, sectors, Instruments.BY_PARTNER);
  }

  /**
   * A shock under many draws of elasticities that are uncertain.
   *
   * @param shock what changes; one that was folded for an elasticity is refused
   * @param elasticity a range, {@code 2.5..8}, or estimates with their standard errors
   * @param count how many draws, at least 2
   * @param seed the seed
   * @return the outcomes
   * @throws IllegalArgumentException when the elasticities are certain, or a number is out of
   *     bounds
   */
  public Draws draws(DutyShock shock, Elasticity elasticity, int count, long seed) {
    Objects.requireNonNull(shock, "shock");
    Objects.requireNonNull(elasticity, "elasticity");
    return Draws.of(
        this,
        elasticity.distributions(),
        elasticity::drawn,
        theta -> List.of(shock),
        notes(shock, elasticity),
        count,
        seed,
        Runtime.getRuntime().availableProcessors());
  }

  /**
   * The law of a day under many draws of elasticities that are uncertain; it is folded anew for
   * each.
   *
   * @param law the law
   * @param elasticity a range, {@code 2.5..8}, or estimates with their standard errors
   * @param count how many draws, at least 2
   * @param seed the seed
   * @return the outcomes; intervals where the law leaves duties open
   * @throws IllegalArgumentException when the elasticities are certain, a number is out of bounds,
   *     or the law is of another world
   * @throws IllegalStateException when duties are unknown and the law does not say what to take for
   *     them
   */
  public Draws draws(ShockSource law, Elasticity elasticity, int count, long seed) {
    Objects.requireNonNull(law, "law");
    Objects.requireNonNull(elasticity, "elasticity");
    requireSameWorld(law.lawShock().world());
    List<String> notes = new ArrayList<>(elasticity.drawNotes());
    notes.addAll(law.lawShock().drawNotes());
    return Draws.of(
        this,
        elasticity.distributions(),
        elasticity::drawn,
        theta -> ends(law.lawShock(), theta),
        notes,
        count,
        seed,
        Runtime.getRuntime().availableProcessors());
  }

  private static List<String> notes(DutyShock shock, Elasticity drawn) {
    List<String> notes = new ArrayList<>(List.of(shock.words()));
    notes.addAll(shock.notes());
    notes.addAll(drawn.drawNotes());
    return notes;
  }

  private static List<DutyShock> ends(LawShock law, Elasticity theta) {
    LawShock.Bounds bounds = law.bounds(theta);
    return law.isDefinite() ? List.of(bounds.lowest()) : List.of(bounds.lowest(), bounds.highest());
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
    return Draws.of(
        this,
        thetas,
        Draws::byName,
        theta -> List.of(shock.apply(theta)),
        List.of(),
        count,
        seed,
        threads);
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

  int maxIterations() {
    return maxIterations;
  }

  /** What moved the numbers besides the data: stands under every result. */
  List<String> assumptions() {
    List<String> assumptions = assumptionsButElasticity();
    assumptions.add(1, elasticity.toString());
    return assumptions;
  }

  /** The same where elasticities are drawn. */
  List<String> assumptionsButElasticity() {
    List<String> assumptions = new ArrayList<>();
    assumptions.add(deficits.words());
    if (labourBySector) {
      assumptions.add("labour stays in its sector");
    }
    assumptions.addAll(world.notes());
    return assumptions;
  }

  /** What kind of number this model gives and what moves it, before a shock. */
  Stamp stamp() {
    return stamp("");
  }

  /** The same under what changes, in words. */
  Stamp stamp(String change) {
    Stamp stamp = Stamp.simulated(given.name());
    stamp = change.isEmpty() ? stamp : stamp.withAssumption(change);
    return stamp.withAssumptions(assumptions());
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
        && ruleChosen == that.ruleChosen
        && labourBySector == that.labourBySector
        && Double.compare(tolerance, that.tolerance) == 0
        && maxIterations == that.maxIterations;
  }

  @Override
  public int hashCode() {
    return Objects.hash(given, world, elasticity, deficits, tolerance);
  }
}
