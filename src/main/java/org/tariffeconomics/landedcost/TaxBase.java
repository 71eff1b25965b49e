package org.tariffeconomics.landedcost;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.Texts;

/**
 * What an import tax is charged on: a sum of named parts of the cost.
 *
 * <p>Value added taxes are usually charged on the customs value with the duty and stated charges
 * ({@link #dutyPaidValue()}), a surcharge on all duties ({@code TaxBase.of(Part.DUTY)}), on the
 * ordinary one alone ({@link Part#BASIC_DUTY}, the Indian social welfare surcharge) or on that of a
 * programme ({@link #ofNamed}), and a tax that comes after others on these as well ({@link
 * Part#EARLIER_TAXES}).
 *
 * @since 0.1.0
 */
public final class TaxBase {

  private final Set<Part> parts;
  private final Set<String> named;

  /** A part of the cost that a tax may be charged on. */
  public enum Part {
    /** The customs value. */
    CUSTOMS_VALUE("customs value"),
    /** All duties together. */
    DUTY("duty"),
    /** The ordinary duty, or the preference in its place: no anti-dumping or additional duty. */
    BASIC_DUTY("basic duty"),
    /** International freight and insurance, as far as the customs value does not include them. */
    TRANSPORT("transport"),
    /** Charges before import that the customs value does not include. */
    CHARGES_BEFORE_IMPORT("charges before import"),
    /** Charges after import. */
    CHARGES_AFTER_IMPORT("charges after import"),
    /** All import fees together. */
    FEES("fees"),
    /** The taxes that stand before this one, creditable or not. */
    EARLIER_TAXES("earlier taxes");

    private final String words;

    Part(String words) {
      this.words = words;
    }

    /** The part in words. */
    @Override
    public String toString() {
      return words;
    }
  }

  private TaxBase(Set<Part> parts, Set<String> named) {
    this.parts = parts;
    this.named = named;
  }

  /**
   * A base of these parts.
   *
   * @param first a part
   * @param more more parts
   * @return the base
   */
  public static TaxBase of(Part first, Part... more) {
    Objects.requireNonNull(first, "first");
    Objects.requireNonNull(more, "more");
    return new TaxBase(Set.copyOf(EnumSet.of(first, more)), Set.of());
  }

  /**
   * A base of single charges, fees or taxes by name alone: a local tax on another tax.
   *
   * @param first the name of a line of the cost that stands before the tax; a name that the cost
   *     does not have leaves the tax undetermined
   * @param more more names
   * @return the base
   */
  public static TaxBase ofNamed(String first, String... more) {
    Objects.requireNonNull(first, "first");
    Objects.requireNonNull(more, "more");
    return new TaxBase(Set.of(), Set.of(first)).with(more);
  }

  /**
   * The customs value and the duty on it.
   *
   * @return the base
   */
  public static TaxBase dutyPaidValue() {
    return of(Part.CUSTOMS_VALUE, Part.DUTY);
  }

  /**
   * The same base with one more part.
   *
   * @param part the part
   * @return a new base
   */
  public TaxBase with(Part part) {
    Objects.requireNonNull(part, "part");
    EnumSet<Part> more = EnumSet.of(part);
    more.addAll(parts);
    return new TaxBase(Set.copyOf(more), named);
  }

  /**
   * The same base with single charges, fees or taxes by name: {@code with("inland freight")}.
   *
   * @param names the names of lines of the cost that stand before the tax; a name that the cost
   *     does not have leaves the tax undetermined
   * @return a new base
   */
  public TaxBase with(String... names) {
    Objects.requireNonNull(names, "names");
    Set<String> more = new TreeSet<>(named);
    more.addAll(Arrays.asList(names));
    return new TaxBase(parts, more);
  }

  /**
   * Reads a base.
   *
   * @param text the form that {@link #toString} writes: parts and names of lines joined by {@code
   *     +}, {@code customs value + duty}; what is no part is the name of a line
   * @return the base
   * @throws IllegalArgumentException when the text is blank
   */
  public static TaxBase parse(String text) {
    Objects.requireNonNull(text, "text");
    EnumSet<Part> parts = EnumSet.noneOf(Part.class);
    Set<String> names = new TreeSet<>();
    for (String each : Texts.readable("The base of a tax", text).split("\\+", -1)) {
      String word = each.strip();
      if (word.isEmpty()) {
        throw new IllegalArgumentException(
            "The base of a tax must read like 'customs value + duty', but was "
                + Texts.quoted(text));
      }
      Stream.of(Part.values())
          .filter(p -> p.words.equalsIgnoreCase(word))
          .findFirst()
          .ifPresentOrElse(parts::add, () -> names.add(word));
    }
    return new TaxBase(Set.copyOf(parts), names);
  }

  boolean has(Part part) {
    return parts.contains(part);
  }

  Set<String> named() {
    return Set.copyOf(named);
  }

  /** Bases are equal when their parts are. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof TaxBase that && parts.equals(that.parts) && named.equals(that.named);
  }

  @Override
  public int hashCode() {
    return Objects.hash(parts, named);
  }

  /** The parts joined, {@code customs value + duty}. */
  @Override
  public String toString() {
    return Stream.concat(parts.stream().sorted().map(Part::toString), named.stream().sorted())
        .collect(Collectors.joining(" + "));
  }
}
