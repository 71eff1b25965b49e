package org.tariffeconomics.rate;

/**
 * How much a reader of rate texts may put right by itself.
 *
 * @since 0.1.0
 */
public enum ReadingMode {
  /**
   * Only what cannot change a number: mark-up, blanks, hyphens at a line's end, stray signs at the
   * end, words run together. What could mean two things is refused.
   */
  STRICT,
  /**
   * Also what is most likely meant: a percent sign that is lost before {@code MIN}, {@code MAX} or
   * {@code +}, a misspelled word, a heading with a dot too many. A bare number alone stays refused.
   */
  LENIENT
}
