package org.tariffeconomics.reference;

import java.util.Objects;
import org.tariffeconomics.economy.Elasticity;
import org.tariffeconomics.economy.LawShock;
import org.tariffeconomics.economy.ShockSource;
import org.tariffeconomics.economy.World;
import org.tariffeconomics.report.Table;
import org.tariffeconomics.tariff.ReversibleAmendment;

/**
 * The duties of the United States on a day in a world: what {@code Equilibrium.solve} takes, and
 * the same without a deal or a programme.
 *
 * @since 0.1.0
 */
public final class WorldDuties implements ShockSource {

  private final UsDuties duties;
  private final World world;
  private final LawShock shock;

  WorldDuties(UsDuties duties, World world, LawShock shock) {
    this.duties = duties;
    this.world = world;
    this.shock = shock;
  }

  /** {@return the duties by flow} */
  public UsDuties duties() {
    return duties;
  }

  @Override
  public LawShock lawShock() {
    return shock;
  }

  /**
   * The same day without an amendment, such as a deal.
   *
   * @param amendment the deal or what-if
   * @return new duties in the same world
   * @throws IllegalArgumentException when nothing of it is held as law
   */
  public WorldDuties without(ReversibleAmendment amendment) {
    Objects.requireNonNull(amendment, "amendment");
    return duties.without(amendment).averages(world);
  }

  /**
   * The same day without a programme.
   *
   * @param programme its name
   * @return new duties in the same world
   * @throws IllegalArgumentException when the law has no such programme
   */
  public WorldDuties without(String programme) {
    Objects.requireNonNull(programme, "programme");
    return duties.without(programme).averages(world);
  }

  /**
   * What is known of the duties, by exporter and sector.
   *
   * @param elasticity the elasticities that they are folded for
   * @return one row an exporter and sector, largest trade first
   */
  public Table coverage(Elasticity elasticity) {
    Objects.requireNonNull(elasticity, "elasticity");
    return shock.coverage(elasticity);
  }

  /** What was folded, and the shares that are open, unknown and left out. */
  @Override
  public String toString() {
    return shock.toString();
  }
}
