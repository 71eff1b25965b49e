package org.tariffeconomics.economy;

import java.util.List;

/** A model and a player, before it is said whether the player sets one duty or one on each. */
public final class OptimalDuties {

  private final Equilibrium model;
  private final String player;

  OptimalDuties(Equilibrium model, String player) {
    TariffPolicy.requireFit(model, List.of(player));
    this.model = model;
    this.player = player;
  }

  /**
   * The best duty of the player that is the same on all others.
   *
   * @return the duty with its certificate
   * @throws IllegalStateException when none was found
   */
  public TariffPolicy uniform() {
    return TariffPolicy.of(model, DutyShock.none(model.base()), List.of(player), true);
  }

  /**
   * The best duties of the player, one on each other.
   *
   * @return the duties with their certificate
   * @throws IllegalStateException when none were found
   */
  public TariffPolicy byPartner() {
    return TariffPolicy.of(model, DutyShock.none(model.base()), List.of(player), false);
  }

  /** Who sets duties, and how to ask for them. */
  @Override
  public String toString() {
    return "best duties of " + player + ": uniform() or byPartner()";
  }
}
