package org.tariffeconomics.reading;

import java.util.Objects;
import org.tariffeconomics.basics.Source;

/**
 * Which rows of a file of facts may stand as law.
 *
 * @since 0.1.0
 */
public enum Facts {
  /** Those that were read in their source, computed from such, or given by the user. */
  VERIFIED_ONLY,
  /** Also those that were verified in part or not at all. */
  INCLUDING_UNVERIFIED;

  private static final String LEFT_OUT = "not verified in its source, and left out";

  /**
   * Whether a fact from a source may stand.
   *
   * @param source where the fact comes from
   * @return true when it may
   */
  public boolean admits(Source source) {
    Objects.requireNonNull(source, "source");
    return this == INCLUDING_UNVERIFIED || source.verification().isFact();
  }

  /**
   * The note on a row that may not stand.
   *
   * @param place where the row stands
   * @param name what it says something about
   * @return the note
   */
  public static Problem leftOut(Place place, String name) {
    Objects.requireNonNull(place, "place");
    Objects.requireNonNull(name, "name");
    return Problem.note(place, "", name, LEFT_OUT);
  }

  /**
   * Whether a note is one on a row left out for want of verification.
   *
   * @param note a problem of a reading
   * @return true for those that {@link #leftOut} made
   */
  public static boolean isLeftOut(Problem note) {
    return Objects.requireNonNull(note, "note").message().equals(LEFT_OUT);
  }
}
