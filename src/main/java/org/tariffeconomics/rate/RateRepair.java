package org.tariffeconomics.rate;

/**
 * One thing that was put right in a text before it was read.
 *
 * @param offset where it begins in the original text, counted in characters from 0
 * @param found what stood there, empty where something is missing
 * @param taken what was read in its place, empty where it was left out
 * @param why the reason, in words
 */
public record RateRepair(int offset, String found, String taken, String why) {

  /**
   * Creates a repair.
   *
   * @param offset where it begins in the original text, counted in characters from 0
   * @param found what stood there
   * @param taken what was read in its place
   * @param why the reason, in words
   * @throws IllegalArgumentException when the offset is negative
   */
  public RateRepair {
    if (offset < 0) {
      throw new IllegalArgumentException("offset must not be negative, but was " + offset);
    }
  }

  RateRepair movedBy(int characters) {
    return new RateRepair(offset + characters, found, taken, why);
  }

  /** For example {@code at 5: '13.6' read as '13.6%' (the percent sign is missing)}. */
  @Override
  public String toString() {
    return "at " + offset + ": '" + found + "' read as '" + taken + "' (" + why + ")";
  }
}
