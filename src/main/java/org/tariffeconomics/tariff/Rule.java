package org.tariffeconomics.tariff;

/**
 * What a measure does to the duty of the goods in its scope.
 *
 * @since 0.1.0
 */
public enum Rule {
  /** The ordinary duty (most-favoured nation, or column 2 for its origins). */
  BASE,
  /** Takes the place of the base duty where the preference is claimed and is lower. */
  PREFERENCE,
  /** Is charged on top. */
  ADDS,
  /**
   * All-inclusive: charges max(0, total − base duty actually paid), a claimed preference and the
   * specific base duties counted in. Other charges are not counted in: two totals of which neither
   * yields to the other are both charged in full.
   */
  TOPS_UP_TO,
  /**
   * All-inclusive beside a preference: charges max(0, total − ordinary duty), whatever is paid in
   * the place of the ordinary duty. What counts in is the ordinary duty that the goods would bear
   * if nothing took its place and nothing were exempt from it; so goods that pay a preference pay
   * less than the total, by as much as the preference is lower. Where the ordinary duty itself is
   * paid, it is {@link #TOPS_UP_TO}.
   */
  TOPS_UP_ORDINARY_TO,
  /**
   * Is charged in place of what other programmes charge, ordinary duties included, on its own part
   * of the value; what it replaces wholly is switched off.
   */
  REPLACES,
  /**
   * Switches other programmes off: their charges, ordinary duties, prohibitions and exemptions. A
   * programme may exempt from its own charges.
   */
  EXEMPTS,
  /** The import is not allowed: an outcome, not a rate. */
  PROHIBITS;

  /** {@return whether a measure of this rule is the ordinary duty or a preference in its place} */
  public boolean isBase() {
    return this == BASE || this == PREFERENCE;
  }

  /** Whether a measure of this rule is a charge besides the base duty. */
  boolean isCharge() {
    return this == ADDS || isTotal() || this == REPLACES;
  }

  /**
   * {@return whether the rate is a total that the ordinary duty, or what is paid in its place,
   * counts towards}
   */
  public boolean isTotal() {
    return this == TOPS_UP_TO || this == TOPS_UP_ORDINARY_TO;
  }

  /** Whether a measure of this rule must name other programmes. */
  boolean namesTargets() {
    return this == REPLACES || this == EXEMPTS;
  }
}
