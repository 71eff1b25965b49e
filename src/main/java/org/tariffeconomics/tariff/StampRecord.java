package org.tariffeconomics.tariff;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.Stamp;
import org.tariffeconomics.reading.JsonText;
import org.tariffeconomics.reading.StoredAnswer;

/**
 * What kind of number a stored answer is, in texts.
 *
 * @param kind statutory, what-if, collected or simulated, as its word
 * @param asOf the day the number is for, ISO 8601; null for a number of no day
 * @param comparedWith the other day of a comparison of two days; null where there is none
 * @param knownOn the day whose knowledge was used; null for all that was known
 * @param facts where the facts come from
 * @param newestFact the newest day that the facts speak of; null where unknown
 * @param version the version of the facts; null where they have none
 * @param amendments what was changed in the facts, in order
 * @param assumptions what moved the number besides the facts, in order
 * @serial exclude
 * @since 0.1.0
 */
public record StampRecord(
    String kind,
    @Nullable String asOf,
    @Nullable String comparedWith,
    @Nullable String knownOn,
    String facts,
    @Nullable String newestFact,
    @Nullable String version,
    List<String> amendments,
    List<String> assumptions)
    implements Serializable {

  /**
   * Creates a record.
   *
   * @param kind statutory, what-if, collected or simulated, as its word
   * @param asOf the day the number is for
   * @param comparedWith the other day of a comparison of two days
   * @param knownOn the day whose knowledge was used
   * @param facts where the facts come from
   * @param newestFact the newest day that the facts speak of
   * @param version the version of the facts
   * @param amendments what was changed in the facts
   * @param assumptions what moved the number besides the facts
   */
  public StampRecord {
    Objects.requireNonNull(amendments, "amendments");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(facts, "facts");
    Objects.requireNonNull(assumptions, "assumptions");
    amendments = List.copyOf(amendments);
    assumptions = List.copyOf(assumptions);
  }

  /**
   * The record of a stamp.
   *
   * @param stamp the stamp
   * @return the same in texts
   */
  public static StampRecord of(Stamp stamp) {
    Objects.requireNonNull(stamp, "stamp");
    return new StampRecord(
        stamp.kind().name(),
        text(stamp.asOf()),
        text(stamp.comparedWith()),
        text(stamp.knownOn()),
        stamp.facts(),
        text(stamp.newestFact()),
        stamp.version(),
        stamp.amendments(),
        stamp.assumptions());
  }

  private static @Nullable String text(@Nullable LocalDate day) {
    return day == null ? null : day.toString();
  }

  /**
   * Writes the members.
   *
   * @param json where they are written
   */
  public void write(JsonText json) {
    Objects.requireNonNull(json, "json");
    json.text("kind", kind)
        .text("asOf", asOf)
        .text("comparedWith", comparedWith)
        .text("knownOn", knownOn)
        .text("facts", facts)
        .text("newestFact", newestFact)
        .text("version", version)
        .texts("amendments", amendments)
        .texts("assumptions", assumptions);
  }

  /**
   * Reads the members.
   *
   * @param json the object that {@link #write} wrote
   * @return the record
   * @throws IllegalArgumentException when a member is missing
   */
  public static StampRecord read(StoredAnswer json) {
    Objects.requireNonNull(json, "json");
    return new StampRecord(
        json.text("kind"),
        json.optional("asOf", text -> text).orElse(null),
        later(json, "comparedWith"),
        json.optional("knownOn", text -> text).orElse(null),
        json.text("facts"),
        json.optional("newestFact", text -> text).orElse(null),
        later(json, "version"),
        json.has("amendments") ? json.texts("amendments") : List.of(),
        json.texts("assumptions"));
  }

  /** A member that answers stored earlier do not have. */
  private static @Nullable String later(StoredAnswer json, String name) {
    return json.has(name) ? json.optional(name, text -> text).orElse(null) : null;
  }
}
