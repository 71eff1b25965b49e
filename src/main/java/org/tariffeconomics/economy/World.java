package org.tariffeconomics.economy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.Require;
import org.tariffeconomics.basics.Source;
import org.tariffeconomics.report.Table;

/**
 * The data of a world: who buys what from whom, what industries use, and base duties. It holds no
 * model. All money is of one year and in one unit, which is the unit of every result.
 *
 * <p>Flows are valued at the seller's price before duty, sales at home included; the duty base is
 * that value. What follows from them is computed and never stored beside them: spending is flows
 * with duties, output is sales to all, value added is output less inputs, final use is spending
 * less inputs, and the deficit is final use less value added and duties.
 *
 * <p>A base duty is <em>known</em> or not. An unknown one enters computations as zero, since
 * something must, but every outcome says so, and {@link #isBaseDutyKnown} tells them apart.
 *
 * <p>A world is immutable; {@code with…}, {@link #aggregate} and {@link #balanced} give new ones.
 *
 * <pre>{@code
 * World.of(List.of("A", "B"), new double[][] {{90, 10}, {12, 40}})   // [importer][exporter]
 *     .withBaseDuty("B", "A", 0.05);
 * }</pre>
 *
 * @since 0.1.0
 */
public final class World {

  /** The code of the only sector of a world that has but one. */
  public static final String ALL_GOODS = "ALL";

  /** As a share of output. */
  private static final double MOST_NEGATIVE_INPUT = 0.01;

  /** In the unit of the flows, output of the world below which money has decimals. */
  private static final double SMALL = 10_000;

  private final String name;
  private final List<String> economies;
  private final List<String> sectors;
  private final Map<String, Integer> economyIndex;
  private final List<Source> sources;
  private final List<String> conventions;
  private final double[] flows;
  private final double[] rawUses;
  private final UsePrices usePrices;
  private final double[] duties;
  private final boolean[] known;

  private final WorldAccounts accounts;

  private World(Draft draft) {
    this.name = draft.name;
    this.economies = List.copyOf(draft.economies);
    this.sectors = List.copyOf(draft.sectors);
    this.economyIndex = Index.of(economies);
    this.sources = List.copyOf(draft.sources);
    this.conventions = List.copyOf(draft.conventions);
    this.flows = draft.flows;
    this.rawUses = draft.uses;
    this.usePrices = draft.usePrices;
    this.duties = draft.duties;
    this.known = draft.known;
    this.accounts = new WorldAccounts(economies, sectors, flows, duties, rawUses, usePrices);
  }

  /** The parts of a world that are given. */
  private static final class Draft {
    private String name = "a world";
    private List<String> economies = List.of();
    private List<String> sectors = List.of(ALL_GOODS);
    private List<Source> sources = List.of();
    private List<String> conventions = List.of();
    private double[] flows = {};
    private double[] uses = {};
    private UsePrices usePrices = UsePrices.BEFORE_DUTY;
    private double[] duties = {};
    private boolean[] known = {};
  }

  private Draft draft() {
    Draft draft = new Draft();
    draft.name = name;
    draft.economies = economies;
    draft.sectors = sectors;
    draft.sources = sources;
    draft.conventions = conventions;
    draft.flows = flows;
    draft.uses = rawUses;
    draft.usePrices = usePrices;
    draft.duties = duties;
    draft.known = known;
    return draft;
  }

  /**
   * The goods trade and product of 2023: 94 economies, one sector. See {@link #conventions()} for
   * what was assumed; base duties are known for the United States only.
   *
   * @return the bundled world
   */
  public static World of2023() {
    return BundledWorlds.world2023();
  }

  /**
   * A teaching world of 2011: 25 economies, 21 sectors, with what industries use of each other.
   * Real but old: fit for tests, teaching and orders of magnitude.
   *
   * @return the bundled world
   */
  public static World sectors2011() {
    return BundledWorlds.sectors2011();
  }

  /**
   * A world of one sector without inputs, its base duties unknown.
   *
   * @param economies the codes of the economies, at least two, no code twice
   * @param flows flows before duty, {@code [importer][exporter]}, sales at home on the diagonal;
   *     finite and not negative
   * @return the world
   * @throws IllegalArgumentException when the flows have another shape, one is negative or not
   *     finite, or an economy sells or buys nothing
   */
  public static World of(List<String> economies, double[][] flows) {
    Objects.requireNonNull(economies, "economies");
    Objects.requireNonNull(flows, "flows");
    return of(economies, List.of(ALL_GOODS), new double[][][] {flows}, new double[0][][]);
  }

  /**
   * A world of several sectors, its base duties unknown.
   *
   * @param economies the codes of the economies, at least two, no code twice
   * @param sectors the codes of the sectors, at least one, no code twice
   * @param flows flows before duty, {@code [sector][importer][exporter]}, sales at home on the
   *     diagonal; finite and not negative
   * @param uses what industries use, {@code [economy][input][user]}, all origins together; an empty
   *     array for a world in which nothing is made of anything
   * @return the world
   * @throws IllegalArgumentException when an array has another shape, a flow is negative or not
   *     finite, an input is negative, an economy sells or buys nothing, or inputs exceed what is
   *     bought or made
   */
  public static World of(
      List<String> economies, List<String> sectors, double[][][] flows, double[][][] uses) {
    Objects.requireNonNull(economies, "economies");
    Objects.requireNonNull(sectors, "sectors");
    Objects.requireNonNull(flows, "flows");
    Objects.requireNonNull(uses, "uses");
    double[][][] none = new double[sectors.size()][economies.size()][economies.size()];
    World world = of(economies, sectors, flows, uses, none, UsePrices.BEFORE_DUTY);
    Draft draft = world.draft();
    draft.known = new boolean[draft.flows.length];
    return new World(draft);
  }

  /**
   * A world of several sectors with its base duties, which are then all known.
   *
   * @param economies the codes of the economies, at least two, no code twice
   * @param sectors the codes of the sectors, at least one, no code twice
   * @param flows flows before duty, {@code [sector][importer][exporter]}, sales at home on the
   *     diagonal; finite and not negative
   * @param uses what industries use, {@code [economy][input][user]}, all origins together; an empty
   *     array for a world in which nothing is made of anything
   * @param duties the duties as fractions, {@code [sector][importer][exporter]}; on the diagonal a
   *     tax on sales at home, zero where there is none
   * @param usesAt at which prices the uses are given
   * @return the world
   * @throws IllegalArgumentException when an array has another shape, a flow is negative or not
   *     finite, a duty is not above −1, an economy sells or buys nothing, or inputs exceed what is
   *     bought or made
   */
  public static World of(
      List<String> economies,
      List<String> sectors,
      double[][][] flows,
      double[][][] uses,
      double[][][] duties,
      UsePrices usesAt) {
    Objects.requireNonNull(economies, "economies");
    Objects.requireNonNull(sectors, "sectors");
    Objects.requireNonNull(flows, "flows");
    Objects.requireNonNull(uses, "uses");
    Objects.requireNonNull(duties, "duties");
    Objects.requireNonNull(usesAt, "usesAt");
    Draft draft = new Draft();
    draft.economies = economies;
    draft.sectors = sectors;
    requireCodes("economies", economies, 2);
    requireCodes("sectors", sectors, 1);
    int n = economies.size();
    int s = sectors.size();
    draft.flows = flat("flows", flows, s, n, n);
    draft.uses = uses.length == 0 ? uses0() : flat("uses", uses, n, s, s);
    draft.duties = flat("duties", duties, s, n, n);
    for (double duty : draft.duties) {
      Require.tariff("a duty", duty);
    }
    draft.usePrices = usesAt;
    draft.known = new boolean[draft.flows.length];
    Arrays.fill(draft.known, true);
    requireNotNegative(draft);
    return new World(draft);
  }

  private static double[] uses0() {
    return new double[0];
  }

  private static void requireCodes(String what, List<String> codes, int least) {
    Require.distinct(what, codes);
    codes.forEach(code -> Require.notBlank("a code of " + what, code));
    if (codes.size() < least) {
      throw new IllegalArgumentException(
          what + " must be at least " + least + ", but there were " + codes.size());
    }
  }

  private static double[] flat(String what, double[][][] cube, int a, int b, int c) {
    double[] flat = new double[a * b * c];
    Require.sameLength(what, cube.length, a);
    for (int i = 0; i < a; i++) {
      Require.sameLength(what + "[" + i + "]", cube[i].length, b);
      for (int j = 0; j < b; j++) {
        Require.sameLength(what + "[" + i + "][" + j + "]", cube[i][j].length, c);
        System.arraycopy(cube[i][j], 0, flat, (i * b + j) * c, c);
      }
    }
    for (double value : flat) {
      Require.finite("a cell of " + what, value);
    }
    return flat;
  }

  private static void requireNotNegative(Draft draft) {
    int n = draft.economies.size();
    requireInputs(draft);
    for (int cell = 0; cell < draft.flows.length; cell++) {
      if (draft.flows[cell] < 0) {
        throw new IllegalArgumentException(
            "flows must not be negative, but "
                + draft.economies.get(cell % n)
                + " sells "
                + draft.flows[cell]
                + " of "
                + draft.sectors.get(cell / (n * n))
                + " to "
                + draft.economies.get(cell / n % n));
      }
    }
  }

  /** Published tables have negative inputs of some thousandths of output, which are taken. */
  private static void requireInputs(Draft draft) {
    int n = draft.economies.size();
    int s = draft.sectors.size();
    for (int cell = 0; cell < draft.uses.length; cell++) {
      if (draft.uses[cell] < 0) {
        int e = cell / (s * s);
        int user = cell % s;
        double made = 0;
        for (int to = 0; to < n; to++) {
          made += draft.flows[(user * n + to) * n + e];
        }
        if (draft.uses[cell] < -MOST_NEGATIVE_INPUT * made) {
          throw new IllegalArgumentException(
              "uses must not be negative, but "
                  + draft.sectors.get(user)
                  + " in "
                  + draft.economies.get(e)
                  + " uses "
                  + draft.uses[cell]
                  + " of "
                  + draft.sectors.get(cell / s % s));
        }
      }
    }
  }

  /**
   * The same world under a name.
   *
   * @param newName what it is, with its year
   * @param newSources where it comes from
   * @param newConventions what was assumed in making it, one sentence each
   * @return a new world
   */
  public World withDescription(
      String newName, List<Source> newSources, List<String> newConventions) {
    Objects.requireNonNull(newName, "newName");
    Objects.requireNonNull(newSources, "newSources");
    Objects.requireNonNull(newConventions, "newConventions");
    Draft draft = draft();
    draft.name = Require.notBlank("name", newName);
    draft.sources = newSources;
    draft.conventions = newConventions;
    return new World(draft);
  }

  /**
   * The same world with a base duty on all goods of a pair, which is then known.
   *
   * @param exporter the code of the seller; {@code "*"} for every one but the buyer
   * @param importer the code of the buyer, another one than the seller; {@code "*"} for every one
   * @param duty the duty as a fraction of the value before duty, finite and above −1
   * @return a new world
   * @throws IllegalArgumentException when a code is not of this world, the duty not above −1, or
   *     both codes are one
   */
  public World withBaseDuty(String exporter, String importer, double duty) {
    Objects.requireNonNull(exporter, "exporter");
    Objects.requireNonNull(importer, "importer");
    return withBaseDuty(exporter, importer, "*", duty);
  }

  /**
   * The same world with a base duty on the goods of a sector, which is then known.
   *
   * @param exporter the code of the seller; {@code "*"} for every one but the buyer
   * @param importer the code of the buyer; {@code "*"} for every one
   * @param sector the code of the sector; {@code "*"} for every one
   * @param duty the duty as a fraction of the value before duty, finite and above −1
   * @return a new world
   * @throws IllegalArgumentException when a code is not of this world, the duty not above −1, or
   *     both codes are one
   */
  public World withBaseDuty(String exporter, String importer, String sector, double duty) {
    Objects.requireNonNull(exporter, "exporter");
    Objects.requireNonNull(importer, "importer");
    Objects.requireNonNull(sector, "sector");
    Require.tariff("duty", duty);
    Draft draft = draft();
    draft.duties = duties.clone();
    draft.known = known.clone();
    for (int cell : cells(exporter, importer, sector)) {
      requireAbroad(cell, duty);
      draft.duties[cell] = duty;
      draft.known[cell] = true;
    }
    return new World(draft);
  }

  /** A duty on one's own goods is a slip, unless the world has taxes on sales at home. */
  void requireAbroad(int cell, double duty) {
    int n = economies.size();
    if (cell % n == cell / n % n && duty != 0 && duties[cell] == 0) {
      throw new IllegalArgumentException(
          "Sales at home bear no duty, but one of "
              + duty
              + " was set on goods of "
              + economies.get(cell % n)
              + " in "
              + economies.get(cell % n)
              + ": name another seller or buyer, or give all duties with taxes on sales at home on"
              + " the diagonal");
    }
  }

  /**
   * The same world with base duties of one importer by exporter, which are then known; those of
   * other exporters stay as they are.
   *
   * @param importer the code of the buyer
   * @param byExporter the duties as fractions, by code of the seller
   * @return a new world
   * @throws IllegalArgumentException when a code is not of this world, or a duty not above −1
   */
  public World withBaseDuties(String importer, Map<String, Double> byExporter) {
    Objects.requireNonNull(importer, "importer");
    Objects.requireNonNull(byExporter, "byExporter");
    Draft draft = draft();
    draft.duties = duties.clone();
    draft.known = known.clone();
    byExporter.forEach(
        (exporter, duty) -> {
          Require.tariff("duty on " + exporter, duty);
          for (int cell : cells(exporter, importer, "*")) {
            requireAbroad(cell, duty);
            draft.duties[cell] = duty;
            draft.known[cell] = true;
          }
        });
    return new World(draft);
  }

  /**
   * The same world with all its base duties, which are then known.
   *
   * @param newDuties the duties as fractions, {@code [sector][importer][exporter]}; on the diagonal
   *     a tax on sales at home, zero where there is none
   * @param usesAt at which prices the world's table of uses was given
   * @return a new world
   * @throws IllegalArgumentException when the array has another shape or a duty is not above −1
   */
  public World withBaseDuties(double[][][] newDuties, UsePrices usesAt) {
    Objects.requireNonNull(newDuties, "newDuties");
    Objects.requireNonNull(usesAt, "usesAt");
    int n = economies.size();
    Draft draft = draft();
    draft.duties = flat("duties", newDuties, sectors.size(), n, n);
    draft.known = new boolean[flows.length];
    Arrays.fill(draft.known, true);
    draft.usePrices = usesAt;
    for (int cell = 0; cell < flows.length; cell++) {
      Require.tariff("a duty", draft.duties[cell]);
    }
    return new World(draft);
  }

  /** The same world with other flows, inputs and duties: what a solved equilibrium looks like. */
  World withState(double[] newFlows, double[] newDutyPaidUses) {
    Draft draft = draft();
    draft.flows = newFlows;
    draft.uses = newDutyPaidUses;
    draft.usePrices = UsePrices.DUTY_PAID;
    return new World(draft);
  }

  World withKnownDuties(double[] newDuties, boolean[] newKnown) {
    Draft draft = draft();
    draft.duties = newDuties;
    draft.known = newKnown;
    return new World(draft);
  }

  /**
   * The same world with some economies joined into one; trade between them becomes sales at home,
   * and duties on it are left out, but not taxes on sales at home. A base duty of the bloc is what
   * its members collect, known where all of theirs are.
   *
   * @param bloc the code of the joined economy, which may be that of a member
   * @param members the codes of those that it consists of, at least one, not all
   * @return a new world; the bloc stands where its first member stood
   * @throws IllegalArgumentException when a member is not of this world, none is left outside, or
   *     the bloc's code is that of an economy outside
   */
  public World aggregate(String bloc, Collection<String> members) {
    Objects.requireNonNull(bloc, "bloc");
    Objects.requireNonNull(members, "members");
    TreeSet<Integer> joined = new TreeSet<>();
    members.forEach(member -> joined.add(economy(member)));
    if (joined.isEmpty() || joined.size() == economies.size()) {
      throw new IllegalArgumentException(
          "members must be some but not all economies, but were " + joined.size());
    }
    List<String> codes = new ArrayList<>();
    int[] target = new int[economies.size()];
    for (int e = 0; e < target.length; e++) {
      boolean joins = joined.contains(e);
      if (joins && e != joined.first()) {
        target[e] = target[joined.first()];
      } else {
        target[e] = codes.size();
        codes.add(joins ? bloc : economies.get(e));
      }
    }
    Require.distinct("economies", codes);
    return aggregated(codes, target);
  }

  /**
   * The same world with the members of a bundled bloc joined into one. A group of economies that
   * the world has in their place joins with them, as those of {@link #sectors2011()}; a member that
   * is in the rest of such a world stays there, which the new world says.
   *
   * @param bloc {@code EU27}, or a rest of the world of 2023
   * @return a new world
   * @throws IllegalArgumentException when there is no such bloc, or this world has one of its
   *     members neither by itself nor in a group that belongs to the bloc as a whole
   */
  public World aggregate(String bloc) {
    Objects.requireNonNull(bloc, "bloc");
    List<String> members = membersOf(bloc);
    List<String> left = BundledWorlds.inRest(this, members);
    TreeSet<String> joined = new TreeSet<>();
    members.stream()
        .filter(member -> !left.contains(member))
        .forEach(member -> joined.add(placeOf(bloc, member, members)));
    World world = aggregate(bloc, joined);
    if (left.isEmpty()) {
      return world;
    }
    Draft draft = world.draft();
    draft.conventions = new ArrayList<>(conventions);
    draft.conventions.add(
        bloc + " without " + String.join(", ", left) + ", which is in the rest of the world");
    return new World(draft);
  }

  private String placeOf(String bloc, String member, List<String> members) {
    String place = BundledWorlds.placeOf(this, member, members);
    if (!economyIndex.containsKey(place)) {
      throw new IllegalArgumentException(
          bloc + " cannot be joined: its member " + member + " is no economy of " + this);
    }
    return place;
  }

  /**
   * The members of a bundled bloc.
   *
   * @param bloc {@code EU27}, or a rest of the world of 2023
   * @return their codes
   * @throws IllegalArgumentException when there is no such bloc
   */
  public static List<String> membersOf(String bloc) {
    Objects.requireNonNull(bloc, "bloc");
    List<String> members = BundledWorlds.bloc(bloc);
    if (members.isEmpty()) {
      throw Index.noSuch("bloc", bloc, BundledWorlds.blocs());
    }
    return members;
  }

  private World aggregated(List<String> codes, int[] target) {
    int n = economies.size();
    int m = codes.size();
    int s = sectors.size();
    Draft draft = draft();
    draft.economies = codes;
    draft.flows = new double[s * m * m];
    draft.duties = new double[s * m * m];
    draft.known = new boolean[s * m * m];
    Arrays.fill(draft.known, true);
    for (int cell = 0; cell < flows.length; cell++) {
      int to = (cell / (n * n) * m + target[cell / n % n]) * m + target[cell % n];
      boolean within = to % m == to / m % m && cell % n != cell / n % n;
      draft.flows[to] += flows[cell];
      draft.duties[to] += within ? 0 : flows[cell] * duties[cell];
      draft.known[to] &= known[cell] || flows[cell] == 0;
    }
    for (int cell = 0; cell < draft.flows.length; cell++) {
      double flow = draft.flows[cell];
      draft.duties[cell] = flow == 0 ? 0 : draft.duties[cell] / flow;
    }
    draft.uses = new double[rawUses.length == 0 ? 0 : m * s * s];
    for (int cell = 0; cell < rawUses.length; cell++) {
      draft.uses[target[cell / (s * s)] * s * s + cell % (s * s)] += rawUses[cell];
    }
    return new World(draft);
  }

  /**
   * The world without deficits: the equilibrium under the same base duties in which every economy
   * spends its income. Flows change with it, and with the elasticity.
   *
   * @param elasticity the elasticities of trade
   * @return a new world
   * @throws IllegalStateException when no equilibrium is found
   */
  public World balanced(Elasticity elasticity) {
    Objects.requireNonNull(elasticity, "elasticity");
    return Equilibrium.balanced(this, elasticity, false);
  }

  /** {@return what the world is, with its year} */
  public String name() {
    return name;
  }

  /** {@return the codes of the economies, in order} */
  public List<String> economies() {
    return economies;
  }

  /** {@return the codes of the sectors, in order; {@value #ALL_GOODS} alone in a world of one} */
  public List<String> sectors() {
    return sectors;
  }

  /** {@return where the numbers come from} */
  public List<Source> sources() {
    return sources;
  }

  /** {@return what was assumed in making the world, one sentence each} */
  public List<String> conventions() {
    return conventions;
  }

  /** {@return whether industries use goods of each other} */
  public boolean hasInputs() {
    return accounts.uses.length > 0;
  }

  /**
   * A flow of all sectors.
   *
   * @param exporter the code of the seller
   * @param importer the code of the buyer
   * @return the value before duty
   * @throws IllegalArgumentException when a code is not of this world
   */
  public double flow(String exporter, String importer) {
    Objects.requireNonNull(exporter, "exporter");
    Objects.requireNonNull(importer, "importer");
    double sum = 0;
    for (int cell : cells(exporter, importer, "*")) {
      sum += flows[cell];
    }
    return sum;
  }

  /**
   * A flow of one sector.
   *
   * @param exporter the code of the seller
   * @param importer the code of the buyer
   * @param sector the code of the sector
   * @return the value before duty
   * @throws IllegalArgumentException when a code is not of this world
   */
  public double flow(String exporter, String importer, String sector) {
    Objects.requireNonNull(exporter, "exporter");
    Objects.requireNonNull(importer, "importer");
    Objects.requireNonNull(sector, "sector");
    return flows[cell(exporter, importer, sector)];
  }

  /**
   * The base duty on a flow; an unknown one is zero here, see {@link #isBaseDutyKnown}.
   *
   * @param exporter the code of the seller
   * @param importer the code of the buyer
   * @param sector the code of the sector
   * @return the duty as a fraction
   * @throws IllegalArgumentException when a code is not of this world
   */
  public double baseDuty(String exporter, String importer, String sector) {
    Objects.requireNonNull(exporter, "exporter");
    Objects.requireNonNull(importer, "importer");
    Objects.requireNonNull(sector, "sector");
    return duties[cell(exporter, importer, sector)];
  }

  /**
   * Whether the base duty on a flow was given; sales at home bear none.
   *
   * @param exporter the code of the seller
   * @param importer the code of the buyer
   * @param sector the code of the sector
   * @return false where computations take an unknown duty as zero
   * @throws IllegalArgumentException when a code is not of this world
   */
  public boolean isBaseDutyKnown(String exporter, String importer, String sector) {
    Objects.requireNonNull(exporter, "exporter");
    Objects.requireNonNull(importer, "importer");
    Objects.requireNonNull(sector, "sector");
    return exporter.equals(importer) || known[cell(exporter, importer, sector)];
  }

  /** {@return the share of the world's cross-border trade whose base duty is unknown} */
  public double unknownDutyShare() {
    double unknown = 0;
    double all = 0;
    int n = economies.size();
    for (int cell = 0; cell < flows.length; cell++) {
      if (cell % n != cell / n % n) {
        all += flows[cell];
        unknown += known[cell] ? 0 : flows[cell];
      }
    }
    return all == 0 ? 0 : unknown / all;
  }

  /**
   * What an economy's factors earn: output less inputs.
   *
   * @param economy the code
   * @return value added, above zero
   * @throws IllegalArgumentException when the code is not of this world
   */
  public double valueAdded(String economy) {
    Objects.requireNonNull(economy, "economy");
    return accounts.sum(accounts.valueAdded, economy(economy));
  }

  /**
   * What an economy spends finally, duties included.
   *
   * @param economy the code
   * @return final use, above zero
   * @throws IllegalArgumentException when the code is not of this world
   */
  public double finalUse(String economy) {
    Objects.requireNonNull(economy, "economy");
    return accounts.sum(accounts.finalUse, economy(economy));
  }

  /**
   * What an economy collects at the base duties.
   *
   * @param economy the code
   * @return the revenue
   * @throws IllegalArgumentException when the code is not of this world
   */
  public double revenue(String economy) {
    Objects.requireNonNull(economy, "economy");
    int n = economies.size();
    int importer = economy(economy);
    double sum = 0;
    for (int sector = 0; sector < sectors.size(); sector++) {
      int row = (sector * n + importer) * n;
      for (int i = 0; i < n; i++) {
        sum += flows[row + i] * duties[row + i];
      }
    }
    return sum;
  }

  /**
   * What an economy spends beyond its income: final use less value added less duties.
   *
   * @param economy the code
   * @return the deficit; negative for a surplus
   * @throws IllegalArgumentException when the code is not of this world
   */
  public double deficit(String economy) {
    Objects.requireNonNull(economy, "economy");
    return finalUse(economy) - valueAdded(economy) - revenue(economy);
  }

  /** {@return every economy's exports, imports, sales at home, value added, duties and deficit} */
  public Table table() {
    return WorldTables.economies(this);
  }

  /**
   * {@return what can be checked of the data: totals that must agree, the smallest share of value
   * added, how much trade bears an unknown duty}
   */
  public Table checks() {
    return WorldTables.checks(this);
  }

  /** The lines that stand under every result that rests on this world. */
  List<String> notes() {
    List<String> notes = new ArrayList<>(conventions);
    if (unknownDutyShare() > 0) {
      notes.add(
          String.format(
              Locale.ROOT,
              "base duties on %.1f%% of trade are unknown and taken as zero",
              100 * unknownDutyShare()));
    }
    return notes;
  }

  int size() {
    return economies.size();
  }

  /** The economies that were named, every one where none was. */
  List<String> some(String... codes) {
    return codes.length == 0 ? economies : List.of(codes);
  }

  /** Money of a small world, as those of examples are, is not printed away by rounding. */
  int moneyDecimals() {
    return Arrays.stream(accounts.output).sum() < SMALL ? 2 : 0;
  }

  /** Whether another world has the same economies, sectors, flows, uses and duties. */
  boolean hasDataOf(World other) {
    return economies.equals(other.economies)
        && sectors.equals(other.sectors)
        && Arrays.equals(flows, other.flows)
        && Arrays.equals(rawUses, other.rawUses)
        && usePrices == other.usePrices
        && Arrays.equals(duties, other.duties);
  }

  int economy(String code) {
    Integer index = economyIndex.get(code);
    if (index == null) {
      throw Index.noSuch("economy", code, economies);
    }
    return index;
  }

  int sector(String code) {
    int index = sectors.indexOf(code);
    if (index < 0) {
      throw Index.noSuch("sector", code, sectors);
    }
    return index;
  }

  int cell(String exporter, String importer, String sector) {
    int n = economies.size();
    return (sector(sector) * n + economy(importer)) * n + economy(exporter);
  }

  /** The cells that codes mean, {@code "*"} meaning every one, but never sales at home. */
  int[] cells(String exporter, String importer, String sector) {
    boolean all = exporter.equals("*") || importer.equals("*");
    List<Integer> cells = new ArrayList<>();
    int n = economies.size();
    for (int s : some(sector, sectors.size(), this::sector)) {
      for (int to : some(importer, n, this::economy)) {
        for (int from : some(exporter, n, this::economy)) {
          if (!all || from != to) {
            cells.add((s * n + to) * n + from);
          }
        }
      }
    }
    return cells.stream().mapToInt(Integer::intValue).toArray();
  }

  private static int[] some(String code, int count, ToIntFunction<String> index) {
    if (!code.equals("*")) {
      return new int[] {index.applyAsInt(code)};
    }
    int[] every = new int[count];
    Arrays.setAll(every, i -> i);
    return every;
  }

  double[] flows() {
    return flows;
  }

  double[] duties() {
    return duties;
  }

  boolean[] known() {
    return known;
  }

  double[] spending() {
    return accounts.spending;
  }

  double[] output() {
    return accounts.output;
  }

  double[] rawUses() {
    return rawUses;
  }

  double[] uses() {
    return accounts.uses;
  }

  double[] valueAddedCells() {
    return accounts.valueAdded;
  }

  double[] finalUseCells() {
    return accounts.finalUse;
  }

  /** For example {@code goods trade of 2023: 94 economies, 1 sector}. */
  @Override
  public String toString() {
    return name
        + ": "
        + economies.size()
        + " economies, "
        + sectors.size()
        + (sectors.size() == 1 ? " sector" : " sectors")
        + (hasInputs() ? " with inputs" : "");
  }

  /** Two are equal when their contents are. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof World that
        && name.equals(that.name)
        && economies.equals(that.economies)
        && sectors.equals(that.sectors)
        && sources.equals(that.sources)
        && conventions.equals(that.conventions)
        && Arrays.equals(flows, that.flows)
        && Arrays.equals(rawUses, that.rawUses)
        && usePrices == that.usePrices
        && Arrays.equals(duties, that.duties)
        && Arrays.equals(known, that.known);
  }

  @Override
  public int hashCode() {
    return Objects.hash(name, economies, sectors, sources, conventions);
  }
}
