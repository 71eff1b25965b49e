package org.tariffeconomics.deal;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.CountryGroup;
import org.tariffeconomics.rate.DeclaredOrigin;

/**
 * A party of a deal: a country, or a group of countries that deals as one.
 *
 * @since 0.1.0
 */
public final class Party {

  private final String code;
  private final @Nullable Country country;
  private final @Nullable CountryGroup group;

  private Party(String code, @Nullable Country country, @Nullable CountryGroup group) {
    this.code = code;
    this.country = country;
    this.group = group;
  }

  /**
   * A country.
   *
   * @param country the country
   * @return the party
   */
  public static Party of(Country country) {
    Objects.requireNonNull(country, "country");
    return new Party(country.alpha2(), country, null);
  }

  /**
   * A group.
   *
   * @param group the group
   * @return the party
   */
  public static Party of(CountryGroup group) {
    Objects.requireNonNull(group, "group");
    return new Party(group.name(), null, group);
  }

  /**
   * Reads a party: a group by its name, such as {@code EU}, or a country.
   *
   * @param text the name of a group, or a country as {@link Country#parse} reads it
   * @return the party
   * @throws IllegalArgumentException when it is neither
   */
  public static Party parse(String text) {
    Objects.requireNonNull(text, "text");
    return CountryGroup.find(text.strip()).map(Party::of).orElseGet(() -> named(text.strip()));
  }

  /** A country by code or name, or a group by its full name. */
  private static Party named(String text) {
    try {
      return of(DeclaredOrigin.countryNamed(text));
    } catch (IllegalArgumentException e) {
      return fullName(text).map(Party::of).orElseThrow(() -> e);
    }
  }

  private static Optional<CountryGroup> fullName(String text) {
    try {
      return Optional.of(CountryGroup.parse(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** {@return the country's two letters, or the group's name} */
  public String code() {
    return code;
  }

  /** {@return the country; empty for a group} */
  public Optional<Country> country() {
    return Optional.ofNullable(country);
  }

  /** {@return the group; empty for a country} */
  public Optional<CountryGroup> group() {
    return Optional.ofNullable(group);
  }

  /**
   * Whether a country is the party or a member of it on a day.
   *
   * @param other the country
   * @param day the day, which decides who is a member of a group
   * @return true if it is
   */
  public boolean includes(Country other, LocalDate day) {
    Objects.requireNonNull(other, "other");
    Objects.requireNonNull(day, "day");
    return group == null ? other.equals(country) : group.includes(other, day);
  }

  /** Whether a country is the party, or was a member of it on any day. */
  boolean everIncludes(Country other) {
    return group == null
        ? other.equals(country)
        : group.memberships().stream().anyMatch(m -> m.member().equals(other));
  }

  /** Parties of one code and one membership are equal. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Party party && code.equals(party.code) && group().equals(party.group());
  }

  @Override
  public int hashCode() {
    return code.hashCode();
  }

  /** The code. */
  @Override
  public String toString() {
    return code;
  }
}
