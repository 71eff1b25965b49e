package org.tariffeconomics.basics;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What kind of number a result is: the five facts that stand under every table.
 *
 * <p>Two figures for “the tariff” of the same month can differ by a factor of two because one was
 * announced and the other collected; a stamp says which, for which day, from which facts and under
 * which assumptions.
 *
 * @param kind announced, statutory, collected or simulated
 * @param asOf the day the number is for, null for a number of no day
 * @param knownOn the day whose knowledge was used, null for all that is known now
 * @param facts where the facts come from, e.g. {@code US measures, 120 rows}
 * @param newestFact the newest day that the facts speak of, null where unknown
 * @param assumptions what moved the number besides the facts, in order
 */
public record Stamp(
    Kind kind,
    @Nullable LocalDate asOf,
    @Nullable LocalDate knownOn,
    String facts,
    @Nullable LocalDate newestFact,
    List<String> assumptions) {

  private static final String STATUS = "planning estimate, not a customs ruling";

  /** What kind of number a result is. */
  public enum Kind {
    /** Said, not law. */
    ANNOUNCED,
    /** Computed from the law in force. */
    STATUTORY,
    /** Computed from duties paid. */
    COLLECTED,
    /** Computed by a model. */
    SIMULATED
  }

  /**
   * Creates a stamp.
   *
   * @param kind announced, statutory, collected or simulated
   * @param asOf the day the number is for, null for a number of no day
   * @param knownOn the day whose knowledge was used, null for all that is known now
   * @param facts where the facts come from, e.g. {@code US measures, 120 rows}
   * @param newestFact the newest day that the facts speak of, null where unknown
   * @param assumptions what moved the number besides the facts, in order
   */
  public Stamp {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(facts, "facts");
    Objects.requireNonNull(assumptions, "assumptions");
    assumptions = List.copyOf(assumptions);
  }

  /**
   * The stamp of a number that follows from law.
   *
   * @param asOf the day the law is asked about
   * @param facts where the facts come from
   * @return the stamp
   */
  public static Stamp statutory(LocalDate asOf, String facts) {
    Objects.requireNonNull(asOf, "asOf");
    Objects.requireNonNull(facts, "facts");
    return new Stamp(Kind.STATUTORY, asOf, null, facts, null, List.of());
  }

  /**
   * The stamp of a model's answer.
   *
   * @param facts where the inputs come from
   * @return the stamp
   */
  public static Stamp simulated(String facts) {
    Objects.requireNonNull(facts, "facts");
    return new Stamp(Kind.SIMULATED, null, null, facts, null, List.of());
  }

  /**
   * The same stamp for a number that uses only what was known on a day.
   *
   * @param day the day
   * @return a new stamp
   */
  public Stamp withKnownOn(LocalDate day) {
    Objects.requireNonNull(day, "day");
    return new Stamp(kind, asOf, day, facts, newestFact, assumptions);
  }

  /**
   * The same stamp with the newest day that the facts speak of.
   *
   * @param day the day
   * @return a new stamp
   */
  public Stamp withNewestFact(LocalDate day) {
    Objects.requireNonNull(day, "day");
    return new Stamp(kind, asOf, knownOn, facts, day, assumptions);
  }

  /**
   * The same stamp with one more assumption; one that stands already is not repeated.
   *
   * @param assumption what moved the number
   * @return a new stamp
   */
  public Stamp withAssumption(String assumption) {
    Objects.requireNonNull(assumption, "assumption");
    if (assumptions.contains(assumption)) {
      return this;
    }
    List<String> more = new ArrayList<>(assumptions);
    more.add(assumption);
    return new Stamp(kind, asOf, knownOn, facts, newestFact, more);
  }

  /**
   * {@return whether the number is for a day after the newest fact, so that it assumes unchanged
   * law}
   */
  @JsonIgnore
  public boolean isPastNewestFact() {
    return asOf != null && newestFact != null && asOf.isAfter(newestFact);
  }

  /** {@return the day, empty for a number of no day} */
  public Optional<LocalDate> day() {
    return Optional.ofNullable(asOf);
  }

  /** {@return the lines that stand under a table: two or three lines} */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(
        kind.name().toLowerCase(Locale.ROOT)
            + (asOf == null ? "" : " · as of " + asOf)
            + (knownOn == null ? "" : " · as known on " + knownOn)
            + (isPastNewestFact() ? " · past the last known fact: assumes current law" : ""));
    if (!assumptions.isEmpty()) {
      lines.add("assumes: " + String.join("; ", assumptions));
    }
    lines.add(
        "facts: " + facts + (newestFact == null ? "" : ", through " + newestFact) + " · " + STATUS);
    return lines;
  }

  /** The lines joined. */
  @Override
  public String toString() {
    return String.join(" | ", lines());
  }
}
