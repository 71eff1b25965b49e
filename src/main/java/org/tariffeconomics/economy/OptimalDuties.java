package org.tariffeconomics.economy;

import java.util.List;
import java.util.Objects;
import org.tariffeconomics.basics.Require;

/**
 * A model and a player, before it is said whether the player sets one duty or one on each.
 *
 * @since 0.1.0
 */
public final class OptimalDuties {

  private final Equilibrium model;
  private final String player;
  private final List<String> sectors;

  OptimalDuties(Equilibrium model, String player) {
    this(model, player, model.base().sectors());
  }

  private OptimalDuties(Equilibrium model, String player, List<String> sectors) {
    TariffPolicy.requireFit(model, List.of(player));
    this.model = model;
    this.player = player;
    this.sectors = sectors;
  }

  /**
   * The same question for duties on some sectors only; other duties of the player stay as in the
   * base.
   *
   * @param charged the codes of the sectors, at least one, none twice
   * @return the question
   * @throws IllegalArgumentException when there is no such sector, or none is named
   */
  public OptimalDuties on(String... charged) {
    Objects.requireNonNull(charged, "charged");
    List<String> codes = Require.distinct("sectors", List.of(charged));
    Require.notEmpty("sectors", codes.size());
    codes.forEach(model.base()::sector);
    return new OptimalDuties(model, player, codes);
  }

  /**
   * The best duty of the player that is the same on all others.
   *
   * @return the duty with its certificate
   * @throws IllegalStateException when none was found
   */
  public TariffPolicy uniform() {
    return TariffPolicy.of(
        model, DutyShock.none(model.base()), List.of(player), sectors, Instruments.UNIFORM);
  }

  /**
   * The best duties of the player, one on each other.
   *
   * @return the duties with their certificate
   * @throws IllegalStateException when none were found
   */
  public TariffPolicy byPartner() {
    return TariffPolicy.of(
        model, DutyShock.none(model.base()), List.of(player), sectors, Instruments.BY_PARTNER);
  }

  /**
   * The best duties of the player, one on each sector of each other.
   *
   * @return the duties with their certificate
   * @throws IllegalStateException when none were found
   */
  public TariffPolicy byPartnerAndSector() {
    return TariffPolicy.of(
        model,
        DutyShock.none(model.base()),
        List.of(player),
        sectors,
        Instruments.BY_PARTNER_AND_SECTOR);
  }

  /** Who sets duties, and how to ask for them. */
  @Override
  public String toString() {
    return "best duties of " + player + ": uniform(), byPartner() or byPartnerAndSector()";
  }
}
