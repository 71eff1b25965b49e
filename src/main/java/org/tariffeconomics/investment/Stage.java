package org.tariffeconomics.investment;

import java.util.Locale;

/**
 * How far a part of a commitment has come, in the order in which money moves. What is announced is
 * not what is paid: every question about progress names the stage it asks about.
 */
public enum Stage {
  /** Promised. */
  PLEDGED,
  /** Put forward as a project. */
  PROPOSED,
  /** Selected by those who decide. */
  APPROVED,
  /** The investor has been asked to pay. */
  CALLED,
  /** Paid out. */
  DISBURSED,
  /** Returned to the investor. */
  REPAID;

  /** The name in small letters. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
