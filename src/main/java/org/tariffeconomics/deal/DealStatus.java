package org.tariffeconomics.deal;

/**
 * Where a deal, or one leg of it, stands.
 *
 * @since 0.1.0
 */
public enum DealStatus {
  /** A party said what it would do without a deal. */
  THREATENED("threatened"),
  /** The parties talk. */
  TALKS("in talks"),
  /** A party said that there is a deal. */
  ANNOUNCED("announced"),
  /** The parties say so together. */
  AGREED("agreed"),
  /** An instrument is signed. */
  SIGNED("signed"),
  /** An instrument is ratified. */
  RATIFIED("ratified"),
  /** The implementing law is published. */
  PUBLISHED("published"),
  /** The terms apply. */
  IN_FORCE("in force"),
  /** The terms apply in another form. */
  MODIFIED("modified"),
  /** The terms are set aside for a time. */
  SUSPENDED("suspended"),
  /** A date of the terms is put off. */
  POSTPONED("postponed"),
  /** A party ended it. */
  TERMINATED("terminated"),
  /** It ran out. */
  EXPIRED("expired"),
  /** A court or a law took its ground away. */
  VOID("void"),
  /** The parties gave up, or there never was a deal. */
  NO_DEAL("no deal");

  private final String words;

  DealStatus(String words) {
    this.words = words;
  }

  /** {@return whether the terms apply} */
  public boolean isInForce() {
    return this == IN_FORCE || this == MODIFIED;
  }

  /**
   * Whether there is a deal, in force or not yet.
   *
   * @return true from announced to modified, and while postponed
   */
  public boolean isDeal() {
    return switch (this) {
      case ANNOUNCED, AGREED, SIGNED, RATIFIED, PUBLISHED, IN_FORCE, MODIFIED, POSTPONED -> true;
      default -> false;
    };
  }

  /** Whether it is a step on the way into force; the steps are declared in their order. */
  boolean isProgress() {
    return compareTo(TALKS) >= 0 && compareTo(IN_FORCE) <= 0;
  }

  /** The status in words. */
  @Override
  public String toString() {
    return words;
  }
}
