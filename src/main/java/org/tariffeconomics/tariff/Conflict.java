package org.tariffeconomics.tariff;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What keeps measures from standing together in one book: nothing but their names, or the order in
 * which they were given, would decide what is law.
 *
 * @since 0.1.0
 */
public final class Conflict {

  private final Kind kind;
  private final List<TariffMeasure> measures;
  private final String message;

  Conflict(Kind kind, List<TariffMeasure> measures, String message) {
    this.kind = kind;
    this.measures = List.copyOf(measures);
    this.message = message;
  }

  /** What is wrong. */
  public enum Kind {
    /** Two measures have one id. */
    SAME_ID,
    /**
     * Two measures of one programme speak equally closely of the same goods on the same day, and
     * neither is known to be the later law.
     */
    OVERLAP,
    /** A measure exempts from, or replaces, a programme that is not in the book. */
    UNKNOWN_TARGET
  }

  /** {@return what is wrong} */
  public Kind kind() {
    return kind;
  }

  /** {@return the measures concerned: two, or the one whose target is unknown} */
  public List<TariffMeasure> measures() {
    return measures;
  }

  /** {@return what is wrong in a sentence that names the measures} */
  public String message() {
    return message;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Conflict that && kind == that.kind && measures.equals(that.measures);
  }

  @Override
  public int hashCode() {
    return Objects.hash(kind, measures);
  }

  /** The sentence. */
  @Override
  public String toString() {
    return message;
  }
}
