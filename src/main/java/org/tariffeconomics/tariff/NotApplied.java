package org.tariffeconomics.tariff;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.Validity;
import org.tariffeconomics.rate.Condition;

/**
 * A measure that was considered for some goods and is not charged, and why.
 *
 * @since 0.1.0
 */
public final class NotApplied {

  private final TariffMeasure measure;
  private final Reason reason;

  /** A text, or the condition that is written when asked for. */
  private final Object detail;

  private final boolean entered;

  NotApplied(TariffMeasure measure, Reason reason, String detail) {
    this(measure, reason, detail, reason == Reason.NOT_THE_LOWEST);
  }

  private NotApplied(TariffMeasure measure, Reason reason, Object detail, boolean entered) {
    this.measure = measure;
    this.reason = reason;
    this.detail = detail;
    this.entered = entered;
  }

  /** A measure of which a condition is not met, or not known to be. */
  static NotApplied of(TariffMeasure measure, Reason reason, Condition condition) {
    return new NotApplied(measure, reason, condition, false);
  }

  /** A measure that stands otherwise for others of what is left open. */
  static NotApplied leftOpen(TariffMeasure measure, String open, boolean entered) {
    return new NotApplied(measure, Reason.LEFT_OPEN, open, entered);
  }

  /** A measure that a law does not count, since it is not in force or not yet known. */
  static NotApplied idle(TariffMeasure measure, TariffLaw law) {
    Validity validity = measure.validity();
    return validity.isKnown(law.day(), law.knowledge())
        ? new NotApplied(
            measure,
            Reason.NOT_IN_FORCE,
            "(" + Validity.text(validity.daysAsKnown(law.day(), law.knowledge())) + ")")
        : new NotApplied(
            measure,
            Reason.NOT_YET_KNOWN,
            "(known from " + validity.knownFrom().orElseThrow() + ")");
  }

  /** {@return the measure} */
  public TariffMeasure measure() {
    return measure;
  }

  /** {@return the kind of reason} */
  public Reason reason() {
    return reason;
  }

  /** {@return what exactly: the condition, the other measure, the day} */
  public String detail() {
    return detail.toString();
  }

  /**
   * Whether the goods are entered under the programme of this preference all the same, in every
   * case that is left open: it is not charged since it is not lower than the ordinary duty, or
   * another measure of its programme is the closer one and not lower.
   *
   * @return false for whatever is no preference
   */
  @JsonIgnore
  public boolean isEntered() {
    return entered && measure.rule() == Rule.PREFERENCE;
  }

  /** Why a measure is not charged. */
  public enum Reason {
    /** Its days of force do not include the day. */
    NOT_IN_FORCE("not in force"),
    /** It was not known on the day of knowledge. */
    NOT_YET_KNOWN("not yet known"),
    /** It stands otherwise for others of the lines or facts that are left open. */
    LEFT_OPEN("depends on"),
    /** A condition is not met. */
    CONDITION_NOT_MET("condition not met"),
    /** A condition depends on a fact that was not declared. */
    NOT_DECLARED("not declared"),
    /** The preference is not claimed. */
    NOT_CLAIMED("not claimed"),
    /** A closer or later measure of the same programme counts. */
    CLOSER_MEASURE("a closer measure counts"),
    /** An exemption switches its programme off. */
    EXEMPTED("exempted by"),
    /** Another measure takes its place. */
    REPLACED("replaced by"),
    /** A dearer measure of the same programme counts. */
    NOT_THE_HIGHEST("a dearer measure counts"),
    /** A lower duty takes its place. */
    NOT_THE_LOWEST("a lower duty counts"),
    /** Its programme yields on the whole value to another. */
    DISPLACED("displaced by");

    private final String words;

    Reason(String words) {
      this.words = words;
    }
  }

  /** {@return the reason in words: for example {@code displaced by S232 autos}} */
  public String text() {
    String what = detail();
    return what.isEmpty() ? reason.words : reason.words + " " + what;
  }

  /** What ordinary duties ask for that was not declared or not met; empty where there is none. */
  static Optional<String> askedByBase(List<NotApplied> all) {
    List<String> asked =
        all.stream()
            .filter(n -> n.measure.rule() == Rule.BASE && n.isOfCondition())
            .map(n -> n.detail + " (" + n.measure.id() + ")")
            .toList();
    return asked.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "there is an ordinary duty only where this is declared: " + String.join(", ", asked));
  }

  private boolean isOfCondition() {
    return reason == Reason.NOT_DECLARED || reason == Reason.CONDITION_NOT_MET;
  }

  /** The measure's id and the reason in words. */
  @Override
  public String toString() {
    return measure.id() + ": " + text();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof NotApplied that
        && measure.equals(that.measure)
        && reason.equals(that.reason)
        && detail.equals(that.detail)
        && entered == that.entered;
  }

  @Override
  public int hashCode() {
    return Objects.hash(measure, reason, detail);
  }
}
