package org.tariffeconomics.economy;

/**
 * What can be folded into a shock for the elasticities of a model: a law of a day over some trade.
 * {@link Equilibrium#solve(ShockSource)} folds it for its own.
 *
 * @since 0.1.0
 */
public interface ShockSource {

  /** {@return the law over the trade of its importer, in one world} */
  LawShock lawShock();
}
