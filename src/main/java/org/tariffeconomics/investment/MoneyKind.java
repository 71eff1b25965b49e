package org.tariffeconomics.investment;

import java.util.Locale;

/**
 * What kind of money a figure of a deal is. Figures of unlike kinds stand beside each other and are
 * never added: a headline pledge is not cash, and a duty saved is an estimate.
 *
 * @since 0.1.0
 */
public enum MoneyKind {
  /** The amount that was promised, whoever pays it and whenever. */
  HEADLINE_PLEDGE,
  /** Duty that would be saved, from trade and rates. */
  RELIEF_ESTIMATE,
  /** What keeping the pledge would cost, if it is called and earns as assumed. */
  CONTINGENT_COST,
  /** One estimate less another. */
  DIFFERENCE_OF_ESTIMATES,
  /** A number without money: a share, a rate, a year. */
  RATIO;

  /** The name in small letters, {@code relief estimate}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
