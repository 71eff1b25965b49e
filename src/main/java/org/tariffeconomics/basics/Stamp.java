package org.tariffeconomics.basics;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What kind of number a result is: the five facts that stand under every table.
 *
 * <p>Two figures for “the tariff” of the same month can differ by a factor of two because one was
 * announced and the other collected; a stamp says which, for which day, from which facts and under
 * which assumptions.
 *
 * @param kind announced, statutory, what-if, collected or simulated
 * @param asOf the day the number is for, null for a number of no day
 * @param comparedWith the other day of a comparison of two days, null where there is none
 * @param knownOn the day whose knowledge was used, null for all that is known now
 * @param facts where the facts come from, e.g. {@code US measures, 120 rows}
 * @param newestFact the newest day that the facts speak of, null where unknown
 * @param version the version of the facts, e.g. {@code 2026-09-29+5295da2f}: their newest day and
 *     the beginning of a hash of their content; null where they have none
 * @param amendments what was changed in the facts, in order; none but for a what-if
 * @param assumptions what moved the number besides the facts, in order
 * @since 0.1.0
 */
public record Stamp(
    Kind kind,
    @Nullable LocalDate asOf,
    @Nullable LocalDate comparedWith,
    @Nullable LocalDate knownOn,
    String facts,
    @Nullable LocalDate newestFact,
    @Nullable String version,
    List<String> amendments,
    List<String> assumptions) {

  /** What parts assumed facts from the set that says so, in the words of a duty's assumption. */
  private static final String NOT_DECLARED = " where not declared (";

  private static final String STATUS = "planning estimate, not a customs ruling";

  /** What kind of number a result is. */
  public enum Kind {
    /** Said, not law. */
    ANNOUNCED("announced"),
    /** Computed from the law in force. */
    STATUTORY("statutory"),
    /** Computed from law that somebody changed: a deal that is not law, an authority that fell. */
    WHAT_IF("what-if"),
    /** Computed from duties paid. */
    COLLECTED("collected"),
    /** Computed by a model. */
    SIMULATED("simulated");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    /** {@return the kind as it stands under a table} */
    public String words() {
      return words;
    }
  }

  /**
   * Creates a stamp.
   *
   * @param kind announced, statutory, what-if, collected or simulated
   * @param asOf the day the number is for, null for a number of no day
   * @param comparedWith the other day of a comparison of two days, null where there is none
   * @param knownOn the day whose knowledge was used, null for all that is known now
   * @param facts where the facts come from, e.g. {@code US measures, 120 rows}
   * @param newestFact the newest day that the facts speak of, null where unknown
   * @param version the version of the facts, e.g. {@code 2026-09-29+5295da2f}: their newest day and
   *     the beginning of a hash of their content; null where they have none
   * @param amendments what was changed in the facts, in order; none but for a what-if
   * @param assumptions what moved the number besides the facts, in order
   */
  public Stamp {
    Objects.requireNonNull(amendments, "amendments");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(facts, "facts");
    Objects.requireNonNull(assumptions, "assumptions");
    amendments = List.copyOf(amendments);
    assumptions = List.copyOf(assumptions);
  }

  /**
   * A stamp of facts as they are, without a version.
   *
   * @param kind announced, statutory, what-if, collected or simulated
   * @param asOf the day the number is for, null for a number of no day
   * @param knownOn the day whose knowledge was used, null for all that is known now
   * @param facts where the facts come from, e.g. {@code US measures, 120 rows}
   * @param newestFact the newest day that the facts speak of, null where unknown
   * @param assumptions what moved the number besides the facts, in order
   */
  public Stamp(
      Kind kind,
      @Nullable LocalDate asOf,
      @Nullable LocalDate knownOn,
      String facts,
      @Nullable LocalDate newestFact,
      List<String> assumptions) {
    this(kind, asOf, null, knownOn, facts, newestFact, null, List.of(), assumptions);
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
    return new Stamp(
        kind, asOf, comparedWith, day, facts, newestFact, version, amendments, assumptions);
  }

  /**
   * The same stamp with the newest day that the facts speak of.
   *
   * @param day the day
   * @return a new stamp
   */
  public Stamp withNewestFact(LocalDate day) {
    Objects.requireNonNull(day, "day");
    return new Stamp(
        kind, asOf, comparedWith, knownOn, facts, day, version, amendments, assumptions);
  }

  /**
   * The same stamp for a number that compares its day with another.
   *
   * @param day the other day
   * @return a new stamp; the same where the day is that of the number
   */
  public Stamp withComparedWith(LocalDate day) {
    Objects.requireNonNull(day, "day");
    return day.equals(asOf)
        ? this
        : new Stamp(kind, asOf, day, knownOn, facts, newestFact, version, amendments, assumptions);
  }

  /**
   * The stamp of a number that compares one with this stamp with another: with both days, where
   * they are two, with what was changed in the facts of either, and with the assumptions of both.
   *
   * @param other the stamp of what is compared with
   * @return a new stamp
   */
  public Stamp against(Stamp other) {
    Objects.requireNonNull(other, "other");
    Stamp both = other.asOf == null ? this : withComparedWith(other.asOf);
    if (!facts.equals(other.facts) || !Objects.equals(version, other.version)) {
      both = both.withFacts(other.facts + other.through() + " compared with " + facts);
    }
    return both.withAmendments(other.amendments).withAssumptions(other.assumptions);
  }

  /**
   * What tells the facts of this stamp from those of another.
   *
   * @param other the other stamp
   * @return the amendments, or the version, of these facts; {@code as they are} where only the
   *     other facts are amended; empty where nothing of that differs
   */
  public String apartFrom(Stamp other) {
    Objects.requireNonNull(other, "other");
    if (!amendments.equals(other.amendments)) {
      return amendments.isEmpty() ? "facts as they are" : String.join(", ", amendments);
    }
    boolean same = facts.equals(other.facts) && Objects.equals(version, other.version);
    return same ? "" : facts + (version == null ? "" : " " + version);
  }

  private Stamp withFacts(String description) {
    return new Stamp(
        kind,
        asOf,
        comparedWith,
        knownOn,
        description,
        newestFact,
        version,
        amendments,
        assumptions);
  }

  /**
   * The same stamp with the version of the facts.
   *
   * @param text the version: the newest day of the facts and the beginning of a hash of them
   * @return a new stamp
   */
  public Stamp withVersion(String text) {
    Objects.requireNonNull(text, "text");
    return new Stamp(
        kind, asOf, comparedWith, knownOn, facts, newestFact, text, amendments, assumptions);
  }

  /**
   * The same stamp for facts in which something was changed.
   *
   * @param changes what was changed, in order
   * @return a new stamp of a what-if; the same where nothing was changed
   */
  public Stamp withAmendments(List<String> changes) {
    Objects.requireNonNull(changes, "changes");
    if (amendments.containsAll(changes)) {
      return this;
    }
    List<String> all = new ArrayList<>(amendments);
    changes.stream().filter(each -> !amendments.contains(each)).forEach(all::add);
    return new Stamp(
        Kind.WHAT_IF, asOf, comparedWith, knownOn, facts, newestFact, version, all, assumptions);
  }

  /**
   * The same stamp with one more assumption; one that stands already is not repeated.
   *
   * @param assumption what moved the number
   * @return a new stamp
   */
  public Stamp withAssumption(String assumption) {
    return withAssumptions(List.of(Objects.requireNonNull(assumption, "assumption")));
  }

  /**
   * The same stamp with more assumptions; those that stand already are not repeated.
   *
   * @param added what moved the number, in order
   * @return a new stamp; the same where all of them stand already
   */
  public Stamp withAssumptions(Collection<String> added) {
    Set<String> all = new LinkedHashSet<>(assumptions);
    return all.addAll(Objects.requireNonNull(added, "added"))
        ? new Stamp(
            kind,
            asOf,
            comparedWith,
            knownOn,
            facts,
            newestFact,
            version,
            amendments,
            List.copyOf(all))
        : this;
  }

  /**
   * {@return whether the number is for a day after the newest fact, so that it assumes unchanged
   * law}
   */
  @JsonIgnore
  public boolean isPastNewestFact() {
    return asOf != null && newestFact != null && asOf.isAfter(newestFact);
  }

  /**
   * What a sentence about the number begins with where it is not about the law as finally
   * published.
   *
   * @return for example {@code what if without S232 autos: as known on 2025-09-04, }; blank for the
   *     law as it is
   */
  public String condition() {
    return (amendments.isEmpty() ? "" : "what if " + String.join("; ", amendments) + ": ")
        + (knownOn == null ? "" : "as known on " + knownOn + ", ");
  }

  /** {@return the day, empty for a number of no day} */
  public Optional<LocalDate> day() {
    return Optional.ofNullable(asOf);
  }

  /** {@return the lines that stand under a table: two or three lines} */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(
        kind.words
            + (asOf == null ? "" : " · as of " + asOf)
            + (comparedWith == null ? "" : " compared with " + comparedWith)
            + (knownOn == null ? "" : " · as known on " + knownOn)
            + (isPastNewestFact() ? " · past the last known fact: assumes current law" : ""));
    if (!amendments.isEmpty()) {
      lines.add("what if: " + String.join("; ", amendments));
    }
    if (!assumptions.isEmpty()) {
      lines.add("assumes: " + String.join("; ", together(assumptions)));
    }
    lines.add("facts: " + facts + through() + " · " + STATUS);
    return lines;
  }

  /** What several origins assume where it is not declared is said once, each fact once. */
  private static List<String> together(List<String> assumptions) {
    Map<String, Set<String>> facts = new LinkedHashMap<>();
    List<String> others = new ArrayList<>();
    for (String each : assumptions) {
      int end = each.indexOf(NOT_DECLARED);
      boolean alone = each.contains(": ") || each.contains(", or ") || each.contains("\"");
      if (end < 0 || alone) {
        facts.put(each, Set.of());
      } else {
        Set<String> some =
            facts.computeIfAbsent(each.substring(end), words -> new LinkedHashSet<>());
        some.addAll(List.of(each.substring(0, end).split("; ", -1)));
      }
    }
    facts.forEach(
        (words, some) -> others.add(some.isEmpty() ? words : String.join("; ", some) + words));
    return others;
  }

  /** The last day of the facts and their version, which begins with it as a rule. */
  private String through() {
    String day = newestFact == null ? "" : ", through " + newestFact;
    if (version == null) {
      return day;
    }
    return newestFact != null && version.startsWith(newestFact + "+")
        ? ", through " + version
        : day + ", version " + version;
  }

  /** The lines joined. */
  @Override
  public String toString() {
    return String.join(" | ", lines());
  }
}
