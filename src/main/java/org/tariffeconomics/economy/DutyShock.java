package org.tariffeconomics.economy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.Require;
import org.tariffeconomics.basics.Stamp;

/**
 * What changes in a world: per pair (and sector) two numbers for duties, and iceberg costs.
 *
 * <p>The two numbers are the <em>power</em> of the price, 1 plus the duty where it is one rate for
 * all goods of the cell, and the <em>net share</em>, the part of the price after duty that is not
 * duty, 1/(1 + duty) then. Where the law charges different goods of a cell differently, the two are
 * no longer each other's inverse, since buyers turn to what is charged less: {@link FoldedDuties}
 * makes both from duties of goods, for one elasticity. A shock that was folded for an elasticity is
 * refused by an {@link Equilibrium} of another.
 *
 * <p>A shock belongs to one world and is immutable; {@code with…} gives a new one.
 *
 * @since 0.1.0
 */
public final class DutyShock {

  private final World world;
  private final double[] powers;
  private final double[] netShares;
  private final double[] iceberg;
  private final double[] foldedFor;
  private final List<String> notes;

  private DutyShock(
      World world,
      double[] powers,
      double[] netShares,
      double[] iceberg,
      double[] foldedFor,
      List<String> notes) {
    this.world = world;
    this.powers = powers;
    this.netShares = netShares;
    this.iceberg = iceberg;
    this.foldedFor = foldedFor;
    this.notes = List.copyOf(notes);
  }

  /**
   * The shock that changes nothing: base duties and base costs.
   *
   * @param world the world
   * @return the shock
   */
  public static DutyShock none(World world) {
    Objects.requireNonNull(world, "world");
    double[] duties = world.duties();
    double[] powers = new double[duties.length];
    double[] netShares = new double[duties.length];
    for (int cell = 0; cell < duties.length; cell++) {
      powers[cell] = 1 + duties[cell];
      netShares[cell] = 1 / powers[cell];
    }
    double[] iceberg = new double[duties.length];
    Arrays.fill(iceberg, 1);
    return new DutyShock(
        world, powers, netShares, iceberg, new double[world.sectors().size()], List.of());
  }

  /**
   * The same shock with a duty on all goods of a pair in place of the one it has.
   *
   * @param exporter the code of the seller; {@code "*"} for every one but the buyer
   * @param importer the code of the buyer; {@code "*"} for every one
   * @param duty the duty as a fraction of the value before duty, finite and above −1: 0.25 for 25
   *     percent
   * @return a new shock
   * @throws IllegalArgumentException when a code is not of the world, the duty is not above −1 or
   *     above 10 (1,000 percent: 15 may be meant for 15 percent), or both codes are one and the
   *     world has no tax on sales at home; {@link #withDuties} takes such duties
   */
  public DutyShock withDuty(String exporter, String importer, double duty) {
    Objects.requireNonNull(exporter, "exporter");
    Objects.requireNonNull(importer, "importer");
    return withDuty(exporter, importer, "*", duty);
  }

  /**
   * The same shock with a duty on the goods of a sector in place of the one it has.
   *
   * @param exporter the code of the seller; {@code "*"} for every one but the buyer
   * @param importer the code of the buyer; {@code "*"} for every one
   * @param sector the code of the sector; {@code "*"} for every one
   * @param duty the duty as a fraction of the value before duty, finite and above −1: 0.25 for 25
   *     percent
   * @return a new shock
   * @throws IllegalArgumentException when a code is not of the world, the duty is not above −1 or
   *     above 10 (1,000 percent: 15 may be meant for 15 percent), or both codes are one and the
   *     world has no tax on sales at home; {@link #withDuties} takes such duties
   */
  public DutyShock withDuty(String exporter, String importer, String sector, double duty) {
    Objects.requireNonNull(exporter, "exporter");
    Objects.requireNonNull(importer, "importer");
    Objects.requireNonNull(sector, "sector");
    Require.typedRate("duty", Require.tariff("duty", duty));
    return changed(exporter, importer, sector, duty, false);
  }

  /**
   * The same shock with so much added to the duty on all goods of a pair. Who adds stands first
   * here; the other verbs name the seller first, as goods go.
   *
   * @param importer the code of the buyer, who adds; {@code "*"} for every one
   * @param exporter the code of the seller; {@code "*"} for every one but the buyer
   * @param added what is added, as a fraction: 0.10 adds ten percentage points
   * @return a new shock
   * @throws IllegalArgumentException when a code is not of the world, a duty would not be above −1,
   *     or more than 10 (1,000 percent) is added: 15 may be meant for 15 percent
   */
  public DutyShock withAdded(String importer, String exporter, double added) {
    Objects.requireNonNull(importer, "importer");
    Objects.requireNonNull(exporter, "exporter");
    return withAdded(importer, exporter, "*", added);
  }

  /**
   * The same shock with so much added to the duty on the goods of a sector.
   *
   * @param importer the code of the buyer; {@code "*"} for every one
   * @param exporter the code of the seller; {@code "*"} for every one but the buyer
   * @param sector the code of the sector; {@code "*"} for every one
   * @param added what is added, as a fraction
   * @return a new shock
   * @throws IllegalArgumentException when a code is not of the world, a duty would not be above −1,
   *     or more than 10 (1,000 percent) is added: 15 may be meant for 15 percent
   */
  public DutyShock withAdded(String importer, String exporter, String sector, double added) {
    Objects.requireNonNull(importer, "importer");
    Objects.requireNonNull(exporter, "exporter");
    Objects.requireNonNull(sector, "sector");
    Require.typedRate("added", Require.finite("added", added));
    return changed(exporter, importer, sector, added, true);
  }

  /**
   * The same shock with additions of one importer by exporter.
   *
   * @param importer the code of the buyer
   * @param byExporter what is added, as fractions, by code of the seller
   * @return a new shock
   * @throws IllegalArgumentException when a code is not of the world, or a duty would not be above
   *     −1
   */
  public DutyShock withAdded(String importer, Map<String, Double> byExporter) {
    Objects.requireNonNull(importer, "importer");
    Objects.requireNonNull(byExporter, "byExporter");
    Draft draft = new Draft();
    byExporter.forEach(
        (exporter, added) -> draft.change(exporter, importer, "*", finite(exporter, added), true));
    return draft.shock();
  }

  private static double finite(String of, double value) {
    return Require.finite("what is added to the duty on " + of, value);
  }

  private DutyShock changed(
      String exporter, String importer, String sector, double value, boolean adds) {
    Draft draft = new Draft();
    draft.change(exporter, importer, sector, value, adds);
    return draft.shock();
  }

  /**
   * The same shock with duties of all cells.
   *
   * @param duties the duties as fractions, {@code [sector][importer][exporter]}; on the diagonal a
   *     tax on sales at home, zero where there is none
   * @return a new shock
   * @throws IllegalArgumentException when the array has another shape or a duty is not above −1
   */
  public DutyShock withDuties(double[][][] duties) {
    Objects.requireNonNull(duties, "duties");
    int n = world.size();
    double[] newPowers = powers.clone();
    double[] newShares = netShares.clone();
    Require.sameLength("duties", duties.length, world.sectors().size());
    for (int cell = 0; cell < newPowers.length; cell++) {
      double[][] sector = duties[cell / (n * n)];
      Require.sameLength("duties of a sector", sector.length, n);
      double[] row = sector[cell / n % n];
      Require.sameLength("duties of an importer", row.length, n);
      double duty = Require.tariff("a duty", row[cell % n]);
      newPowers[cell] = 1 + duty;
      newShares[cell] = 1 / newPowers[cell];
    }
    return new DutyShock(
        world, newPowers, newShares, iceberg, new double[world.sectors().size()], notes);
  }

  /** Copies that are changed before anybody sees them. */
  private final class Draft {
    private final double[] newPowers = powers.clone();
    private final double[] newShares = netShares.clone();

    void change(String exporter, String importer, String sector, double value, boolean adds) {
      for (int cell : world.cells(exporter, importer, sector)) {
        world.requireAbroad(cell, value);
        if (adds && Math.abs(newPowers[cell] * newShares[cell] - 1) > 1e-12) {
          throw new IllegalArgumentException(
              "The duty on goods of "
                  + exporter
                  + " in "
                  + importer
                  + " is folded from many: add"
                  + " to the duties before folding them");
        }
        double duty = adds ? newPowers[cell] - 1 + value : value;
        newPowers[cell] = 1 + Require.tariff("the duty on goods of " + exporter, duty);
        newShares[cell] = 1 / newPowers[cell];
      }
    }

    DutyShock shock() {
      return new DutyShock(world, newPowers, newShares, iceberg, foldedFor, notes);
    }
  }

  /**
   * The same shock with a change of iceberg costs between two economies.
   *
   * @param exporter the code of the seller; {@code "*"} for every one but the buyer
   * @param importer the code of the buyer; {@code "*"} for every one
   * @param factor new cost over old, finite and above zero: 1.05 for five percent dearer
   * @return a new shock
   * @throws IllegalArgumentException when a code is not of the world, or the factor is not above
   *     zero
   */
  public DutyShock withIceberg(String exporter, String importer, double factor) {
    Objects.requireNonNull(exporter, "exporter");
    Objects.requireNonNull(importer, "importer");
    return withIceberg(exporter, importer, "*", factor);
  }

  /**
   * The same shock with a change of iceberg costs of a sector.
   *
   * @param exporter the code of the seller; {@code "*"} for every one but the buyer
   * @param importer the code of the buyer; {@code "*"} for every one
   * @param sector the code of the sector; {@code "*"} for every one
   * @param factor new cost over old, finite and above zero
   * @return a new shock
   * @throws IllegalArgumentException when a code is not of the world, or the factor is not above
   *     zero
   */
  public DutyShock withIceberg(String exporter, String importer, String sector, double factor) {
    Objects.requireNonNull(exporter, "exporter");
    Objects.requireNonNull(importer, "importer");
    Objects.requireNonNull(sector, "sector");
    Require.positive("factor", factor);
    double[] changed = iceberg.clone();
    for (int cell : world.cells(exporter, importer, sector)) {
      changed[cell] = factor;
    }
    return new DutyShock(world, powers, netShares, changed, foldedFor, notes);
  }

  /**
   * The same shock with duties of one cell that were folded from the duties of many goods.
   *
   * @param exporter the code of the seller
   * @param importer the code of the buyer
   * @param sector the code of the sector
   * @param folded the two numbers
   * @return a new shock
   * @throws IllegalArgumentException when a code is not of the world, or another cell of the sector
   *     was folded for another elasticity
   */
  public DutyShock withFolded(
      String exporter, String importer, String sector, FoldedDuties folded) {
    Objects.requireNonNull(exporter, "exporter");
    Objects.requireNonNull(importer, "importer");
    Objects.requireNonNull(sector, "sector");
    Objects.requireNonNull(folded, "folded");
    int cell = world.cell(exporter, importer, sector);
    int j = world.sector(sector);
    if (exporter.equals(importer)) {
      throw new IllegalArgumentException("Sales at home bear no duty: " + exporter);
    }
    if (foldedFor[j] != 0 && foldedFor[j] != folded.elasticity()) {
      throw new IllegalArgumentException(
          "Duties of "
              + sector
              + " were folded for the elasticity "
              + foldedFor[j]
              + ", but these for "
              + folded.elasticity());
    }
    double[] newPowers = powers.clone();
    double[] newShares = netShares.clone();
    double[] newFolded = foldedFor.clone();
    double base = 1 + world.duties()[cell];
    newPowers[cell] = base * folded.powerChange();
    newShares[cell] = folded.netShare();
    newFolded[j] = folded.elasticity();
    return new DutyShock(world, newPowers, newShares, iceberg, newFolded, notes);
  }

  /**
   * The same shock with the duties that another one has on goods of a pair, folded ones as well:
   * what a deal with that exporter does, as a step of {@link Equilibrium#shapley}.
   *
   * @param exporter the code of the seller; {@code "*"} for every one but the buyer
   * @param importer the code of the buyer; {@code "*"} for every one
   * @param other the shock whose duties to take, of the same world
   * @return a new shock
   * @throws IllegalArgumentException when a code is not of the world, the other shock is of another
   *     world, or the two were folded for different elasticities
   */
  public DutyShock withDutiesAs(String exporter, String importer, DutyShock other) {
    Objects.requireNonNull(exporter, "exporter");
    Objects.requireNonNull(importer, "importer");
    Objects.requireNonNull(other, "other");
    if (!other.world.economies().equals(world.economies())
        || !other.world.sectors().equals(world.sectors())) {
      throw new IllegalArgumentException("The other shock is to another world: " + other.world);
    }
    double[] newFolded = foldedFor.clone();
    for (int j = 0; j < newFolded.length; j++) {
      if (newFolded[j] != 0 && other.foldedFor[j] != 0 && newFolded[j] != other.foldedFor[j]) {
        throw new IllegalArgumentException(
            "Duties of "
                + world.sectors().get(j)
                + " were folded for the elasticity "
                + newFolded[j]
                + ", but those of the other shock for "
                + other.foldedFor[j]);
      }
      newFolded[j] = newFolded[j] == 0 ? other.foldedFor[j] : newFolded[j];
    }
    double[] newPowers = powers.clone();
    double[] newShares = netShares.clone();
    for (int cell : world.cells(exporter, importer, "*")) {
      newPowers[cell] = other.powers[cell];
      newShares[cell] = other.netShares[cell];
    }
    return new DutyShock(world, newPowers, newShares, iceberg, newFolded, notes);
  }

  /** The same shock with other numbers; both arrays are taken over. */
  DutyShock withNumbers(double[] newPowers, double[] newShares) {
    return new DutyShock(world, newPowers, newShares, iceberg, foldedFor, notes);
  }

  /** Base duties but for some cells, all folded for the same elasticities. */
  static DutyShock folded(World world, Map<Integer, FoldedDuties> cells, double[] thetas) {
    DutyShock none = none(world);
    double[] foldedFor = new double[thetas.length];
    int perSector = world.size() * world.size();
    cells.forEach(
        (cell, folded) -> {
          none.powers[cell] = (1 + world.duties()[cell]) * folded.powerChange();
          none.netShares[cell] = folded.netShare();
          foldedFor[cell / perSector] = thetas[cell / perSector];
        });
    return new DutyShock(world, none.powers, none.netShares, none.iceberg, foldedFor, List.of());
  }

  /**
   * The same shock with one more remark, which every outcome prints: where it comes from, what it
   * covers.
   *
   * @param note the remark, one line
   * @return a new shock
   */
  public DutyShock withNote(String note) {
    List<String> more = new ArrayList<>(notes);
    more.add(Require.notBlank("note", note));
    return new DutyShock(world, powers, netShares, iceberg, foldedFor, more);
  }

  /** {@return the world that it belongs to} */
  public World world() {
    return world;
  }

  /** {@return what is to be known of it, in order} */
  public List<String> notes() {
    return notes;
  }

  /**
   * The power of the price after the shock, over the price before any duty.
   *
   * @param exporter the code of the seller
   * @param importer the code of the buyer
   * @param sector the code of the sector
   * @return 1 plus the duty, where it is one for all goods
   * @throws IllegalArgumentException when a code is not of the world
   */
  public double power(String exporter, String importer, String sector) {
    Objects.requireNonNull(exporter, "exporter");
    Objects.requireNonNull(importer, "importer");
    Objects.requireNonNull(sector, "sector");
    return powers[world.cell(exporter, importer, sector)];
  }

  /**
   * The part of the price after duty that is not duty.
   *
   * @param exporter the code of the seller
   * @param importer the code of the buyer
   * @param sector the code of the sector
   * @return the share, above zero
   * @throws IllegalArgumentException when a code is not of the world
   */
  public double netShare(String exporter, String importer, String sector) {
    Objects.requireNonNull(exporter, "exporter");
    Objects.requireNonNull(importer, "importer");
    Objects.requireNonNull(sector, "sector");
    return netShares[world.cell(exporter, importer, sector)];
  }

  /**
   * The change of the iceberg cost.
   *
   * @param exporter the code of the seller
   * @param importer the code of the buyer
   * @param sector the code of the sector
   * @return new cost over old
   * @throws IllegalArgumentException when a code is not of the world
   */
  public double iceberg(String exporter, String importer, String sector) {
    Objects.requireNonNull(exporter, "exporter");
    Objects.requireNonNull(importer, "importer");
    Objects.requireNonNull(sector, "sector");
    return iceberg[world.cell(exporter, importer, sector)];
  }

  /**
   * The elasticity that the duties of a sector were folded for.
   *
   * @param sector the code of the sector
   * @return the elasticity, empty where nothing was folded
   * @throws IllegalArgumentException when the code is not of the world
   */
  public OptionalDouble foldedFor(String sector) {
    Objects.requireNonNull(sector, "sector");
    double theta = foldedFor[world.sector(sector)];
    return theta == 0 ? OptionalDouble.empty() : OptionalDouble.of(theta);
  }

  void requireElasticity(double[] thetas) {
    for (int j = 0; j < thetas.length; j++) {
      if (foldedFor[j] != 0 && foldedFor[j] != thetas[j]) {
        throw new IllegalArgumentException(
            "The shock was folded for the elasticity "
                + foldedFor[j]
                + " of "
                + world.sectors().get(j)
                + ", but the model has "
                + thetas[j]
                + ": fold it again");
      }
    }
  }

  double[] powers() {
    return powers;
  }

  double[] netShares() {
    return netShares;
  }

  double[] iceberg() {
    return iceberg;
  }

  /** Who charges whom how much more than in the base: what stands under every result. */
  String words() {
    return ShockWords.of(this);
  }

  /** The stamp of a result under this shock, of a model that assumes so much. */
  Stamp stamp(String... assumptions) {
    return Stamp.simulated(world.name())
        .withAssumption(words())
        .withAssumptions(List.of(assumptions))
        .withAssumptions(world.notes())
        .withAssumptions(notes);
  }

  /** For example {@code duty of US +10.0 pp on all others, in goods trade of 2023: …}. */
  @Override
  public String toString() {
    return words() + ", in " + world;
  }

  /** Two are equal when their contents are. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof DutyShock that
        && world.equals(that.world)
        && Arrays.equals(powers, that.powers)
        && Arrays.equals(netShares, that.netShares)
        && Arrays.equals(iceberg, that.iceberg)
        && Arrays.equals(foldedFor, that.foldedFor)
        && notes.equals(that.notes);
  }

  @Override
  public int hashCode() {
    return Objects.hash(
        world,
        Arrays.hashCode(powers),
        Arrays.hashCode(netShares),
        Arrays.hashCode(iceberg),
        Arrays.hashCode(foldedFor));
  }
}
