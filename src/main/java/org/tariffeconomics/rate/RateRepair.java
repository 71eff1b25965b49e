package org.tariffeconomics.rate;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One thing that was put right in a text before it was read.
 *
 * @since 0.1.0
 */
public final class RateRepair {

  private final int offset;
  private final String found;
  private final String taken;
  private final String why;

  RateRepair(int offset, String found, String taken, String why) {
    if (offset < 0) {
      throw new IllegalArgumentException("offset must not be negative, but was " + offset);
    }
    this.offset = offset;
    this.found = found;
    this.taken = taken;
    this.why = why;
  }

  /** {@return where it begins in the original text, counted in characters from 0} */
  public int offset() {
    return offset;
  }

  /** {@return what stood there, empty where something is missing} */
  public String found() {
    return found;
  }

  /** {@return what was read in its place, empty where it was left out} */
  public String taken() {
    return taken;
  }

  /** {@return the reason, in words} */
  public String why() {
    return why;
  }

  RateRepair movedBy(int characters) {
    return new RateRepair(offset + characters, found, taken, why);
  }

  /** For example {@code at 5: '13.6' read as '13.6%' (the percent sign is missing)}. */
  @Override
  public String toString() {
    return "at " + offset + ": '" + found + "' read as '" + taken + "' (" + why + ")";
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof RateRepair that
        && offset == that.offset
        && found.equals(that.found)
        && taken.equals(that.taken)
        && why.equals(that.why);
  }

  @Override
  public int hashCode() {
    return Objects.hash(offset, found, taken, why);
  }
}
