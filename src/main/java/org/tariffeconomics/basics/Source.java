package org.tariffeconomics.basics;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a fact comes from: the document, its date, where to find it, and whether it was checked
 * against that document.
 *
 * @param title the document's name, e.g. {@code Proclamation 10908}
 * @param date the day it bears, null where it bears none
 * @param citation where it stands, e.g. {@code 90 FR 14705}; may be empty
 * @param verification how far the fact was checked against the document
 * @since 0.1.0
 */
public record Source(
    String title, @Nullable LocalDate date, String citation, Verification verification) {

  /** How far a fact was checked against its source. */
  public enum Verification {
    /** Read in the source itself. */
    VERIFIED,
    /** Computed from verified facts. */
    COMPUTED,
    /** Read in part, or two published versions differ. */
    PARTLY,
    /** Reported by others only. */
    UNVERIFIED,
    /** Given by the user of the library, who answers for it. */
    USER;

    /**
     * Whether the fact may stand as one: read, computed, or given by the user.
     *
     * @return false for facts that are partly verified or unverified
     */
    public boolean isFact() {
      return this == VERIFIED || this == COMPUTED || this == USER;
    }
  }

  /**
   * Creates a source.
   *
   * @param title the document's name, e.g. {@code Proclamation 10908}
   * @param date the day it bears, null where it bears none
   * @param citation where it stands, e.g. {@code 90 FR 14705}
   * @param verification how far the fact was checked against the document
   * @throws IllegalArgumentException when the title is blank
   */
  public Source {
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(citation, "citation");
    Objects.requireNonNull(verification, "verification");
    if (title.isBlank()) {
      throw new IllegalArgumentException("A source must have a title, but it was blank");
    }
  }

  /**
   * A source that was read.
   *
   * @param title the document's name
   * @param date the day it bears
   * @param citation where it stands
   * @return the source
   */
  public static Source verified(String title, LocalDate date, String citation) {
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(date, "date");
    Objects.requireNonNull(citation, "citation");
    return new Source(title, date, citation, Verification.VERIFIED);
  }

  /**
   * A figure that the library's user brings along.
   *
   * @param title what the user calls it
   * @return the source
   */
  public static Source user(String title) {
    Objects.requireNonNull(title, "title");
    return new Source(title, null, "", Verification.USER);
  }

  /** {@return the day the document bears, empty where it bears none} */
  public Optional<LocalDate> day() {
    return Optional.ofNullable(date);
  }

  /** Title, day and citation in one line. */
  @Override
  public String toString() {
    return title
        + (date == null ? "" : ", " + date)
        + (citation.isEmpty() ? "" : ", " + citation)
        + (verification.isFact() ? "" : " (" + verification.name().toLowerCase(Locale.ROOT) + ")");
  }
}
