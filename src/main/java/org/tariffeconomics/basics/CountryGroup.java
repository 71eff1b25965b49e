package org.tariffeconomics.basics;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A named group of countries whose membership changes over time, such as the EU.
 *
 * <p>The standard groups are bundled with their dates of accession and withdrawal: {@code ASEAN},
 * {@code BRICS}, {@code CAFTA-DR}, {@code CPTPP}, {@code EEA}, {@code EFTA}, {@code EU}, {@code
 * EU-CU} (partners in a customs union with the EU: Andorra, San Marino, Türkiye), {@code GCC},
 * {@code MERCOSUR}, {@code NAFTA}, {@code SACU} and {@code USMCA}. The United Kingdom was a member
 * of the EU through 31 January 2020.
 *
 * <p>Groups are equal when their names and memberships are.
 *
 * @since 0.1.0
 */
public final class CountryGroup {

  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9-]*+");
  private static final int LONGEST_NAME = 60;

  private final String name;
  private final List<Membership> memberships;

  /** Kept, since groups of many members are looked up in sets. */
  private final int hash;

  /**
   * One country's time in a group, from its first day to the day before the end.
   *
   * @param member the country
   * @param firstDay its first day as a member; {@link LocalDate#MIN} where no day is to be named
   * @param endExclusive the first day on which it is no longer a member, null while it is one
   */
  public record Membership(Country member, LocalDate firstDay, @Nullable LocalDate endExclusive) {

    /**
     * Creates a membership.
     *
     * @param member the country
     * @param firstDay its first day as a member
     * @param endExclusive the first day on which it is no longer one, null while it is
     * @throws IllegalArgumentException when it ends before it has begun
     */
    public Membership {
      Objects.requireNonNull(member, "member");
      Objects.requireNonNull(firstDay, "firstDay");
      if (endExclusive != null && !endExclusive.isAfter(firstDay)) {
        throw new IllegalArgumentException(
            "endExclusive must be after firstDay, but was "
                + endExclusive
                + " for "
                + member
                + " from "
                + firstDay);
      }
    }

    /**
     * Whether the country is a member on a day.
     *
     * @param date the day
     * @return true from the first day to the day before the end
     */
    public boolean isOn(LocalDate date) {
      Objects.requireNonNull(date, "date");
      return !date.isBefore(firstDay) && (endExclusive == null || date.isBefore(endExclusive));
    }

    /** The country and its days, for example {@code GB from 1973-01-01 before 2020-02-01}. */
    @Override
    public String toString() {
      String since = firstDay.equals(LocalDate.MIN) ? "" : " from " + firstDay;
      return member + since + (endExclusive == null ? "" : " before " + endExclusive);
    }
  }

  private CountryGroup(String name, List<Membership> memberships) {
    this.name = name;
    this.memberships = memberships;
    this.hash = 31 * name.hashCode() + memberships.hashCode();
  }

  /**
   * A group whose membership does not change.
   *
   * @param name letters, digits and hyphens, and no country's code or name
   * @param members the members, at least one, none twice
   * @return the group
   * @throws IllegalArgumentException when the name is not such a name, or there are no members or
   *     one twice
   */
  public static CountryGroup of(String name, Country... members) {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(members, "members");
    return of(
        name, Arrays.stream(members).map(c -> new Membership(c, LocalDate.MIN, null)).toList());
  }

  /**
   * A group with dated membership. A country may leave and come back: it then has several
   * memberships.
   *
   * @param name letters, digits and hyphens, and no country's code or name
   * @param memberships who was a member when, at least one
   * @return the group
   * @throws IllegalArgumentException when the name is not such a name, or there are no memberships
   *     or two of one country that overlap
   */
  public static CountryGroup of(String name, List<Membership> memberships) {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(memberships, "memberships");
    requireName(name);
    return ofName(name, memberships);
  }

  /**
   * A group whose name is known to be one: to compare it with all names of countries takes time.
   */
  static CountryGroup ofName(String name, List<Membership> memberships) {
    if (memberships.isEmpty()) {
      throw new IllegalArgumentException("A group needs at least one member: " + name);
    }
    List<Membership> sorted = new ArrayList<>(memberships);
    sorted.sort(Comparator.comparing(Membership::member).thenComparing(Membership::firstDay));
    for (int i = 1; i < sorted.size(); i++) {
      requireApart(sorted.get(i - 1), sorted.get(i), name);
    }
    return new CountryGroup(name, List.copyOf(sorted));
  }

  private static void requireName(String name) {
    if (name.length() > LONGEST_NAME
        || !NAME.matcher(name).matches()
        || name.equalsIgnoreCase("except")) {
      throw new IllegalArgumentException(
          "A group's name must be at most "
              + LONGEST_NAME
              + " letters, digits and hyphens, but was "
              + Texts.quoted(name));
    }
    if (CountryCodes.isCountry(name)) {
      throw new IllegalArgumentException(
          "A group's name must not be a country's code or name, but was '" + name + "'");
    }
  }

  private static void requireApart(Membership one, Membership next, String name) {
    LocalDate end = one.endExclusive();
    boolean apart = end != null && !next.firstDay().isBefore(end);
    if (one.member().equals(next.member()) && !apart) {
      throw new IllegalArgumentException(
          "Overlapping memberships in " + name + ": '" + one + "' overlaps '" + next + "'");
    }
  }

  /**
   * The bundled group of this name.
   *
   * @param name the name, for example {@code EU}
   * @return the group
   * @throws IllegalArgumentException when there is none; the message lists the names
   */
  public static CountryGroup standard(String name) {
    Objects.requireNonNull(name, "name");
    return find(name)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "No standard group "
                        + Texts.quoted(name)
                        + ": there are "
                        + String.join(", ", StandardGroups.names())));
  }

  /**
   * The bundled group of this name, if there is one.
   *
   * @param name the name, for example {@code EU}
   * @return the group
   */
  public static Optional<CountryGroup> find(String name) {
    Objects.requireNonNull(name, "name");
    return StandardGroups.find(name);
  }

  /**
   * The bundled group that a text names, in capital or small letters; the full name is understood
   * too, such as {@code European Union}.
   *
   * @param text the name, blanks around it are ignored
   * @return the group
   * @throws IllegalArgumentException when there is none; the message lists the names
   */
  public static CountryGroup parse(String text) {
    Objects.requireNonNull(text, "text");
    return StandardGroups.named(text).orElseGet(() -> standard(text));
  }

  /** {@return the group's name} */
  public String name() {
    return name;
  }

  /**
   * Who was a member when.
   *
   * @return the memberships by country and first day
   */
  public List<Membership> memberships() {
    return memberships;
  }

  /**
   * Whether a country is a member on a day.
   *
   * @param country the country
   * @param date the day
   * @return true if it is
   */
  public boolean includes(Country country, LocalDate date) {
    Objects.requireNonNull(country, "country");
    Objects.requireNonNull(date, "date");
    for (Membership each : memberships) {
      if (each.member().equals(country) && each.isOn(date)) {
        return true;
      }
    }
    return false;
  }

  /**
   * The members on a day.
   *
   * @param date the day
   * @return the members by their codes; none before the group existed
   */
  public List<Country> members(LocalDate date) {
    Objects.requireNonNull(date, "date");
    return memberships.stream().filter(m -> m.isOn(date)).map(Membership::member).toList();
  }

  /** Every day on which the membership changes. */
  SortedSet<LocalDate> changes() {
    SortedSet<LocalDate> days = new TreeSet<>();
    for (Membership m : memberships) {
      days.add(m.firstDay());
      if (m.endExclusive() != null) {
        days.add(m.endExclusive());
      }
    }
    return days;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof CountryGroup group
        && name.equals(group.name)
        && memberships.equals(group.memberships);
  }

  @Override
  public int hashCode() {
    return hash;
  }

  /** The group's name. */
  @Override
  public String toString() {
    return name;
  }
}
