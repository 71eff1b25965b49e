package org.tariffeconomics.basics;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The origins that a measure speaks of: all, or named countries and groups, less exceptions.
 *
 * <p>Its text form, which {@link #toString} writes and {@link #parse} reads:
 *
 * <table>
 *   <caption>Text forms</caption>
 *   <tr><th>text</th><th>meaning</th></tr>
 *   <tr><td>{@code *}</td><td>every origin</td></tr>
 *   <tr><td>{@code JP,KR}</td><td>two countries</td></tr>
 *   <tr><td>{@code EU}</td><td>the members of a group on the day asked about</td></tr>
 *   <tr><td>{@code * except CA,MX}</td><td>every origin but two</td></tr>
 *   <tr><td>{@code EU except HU}</td><td>a group without one member</td></tr>
 * </table>
 *
 * <p>Groups stand before countries, each by name. A scope that could match nothing on any day is
 * refused, and so is a country both named and excepted. Scopes are equal when their parts are.
 *
 * @since 0.1.0
 */
public final class OriginScope {

  /** What {@link #specificity} gives for an origin outside the scope. */
  public static final int NO_MATCH = -1;

  private static final String EXCEPT = " except ";
  private static final OriginScope ALL = new OriginScope(true, Part.NONE, Part.NONE);

  private static final int MOST_TEXTS_KEPT = 256;

  /** The rows of a law say the same few things of origins, and a scope has tables of its own. */
  private static final Memo<String, OriginScope> PARSED = new Memo<>(MOST_TEXTS_KEPT);

  private final boolean all;
  private final Part named;
  private final Part excepted;
  private final NavigableSet<LocalDate> changeDays;

  /** The only country that can be in the scope; null where there may be others. */
  private final @Nullable Country sole;

  /** The first days of each membership, in order; the earliest day of all comes first. */
  private final LocalDate[] starts;

  /** How narrowly the scope speaks of each country from each of the {@link #starts} on. */
  private final AtomicReferenceArray<byte @Nullable []> closeness;

  /** Groups and countries, each in order. */
  private record Part(List<CountryGroup> groups, SortedSet<Country> countries) {

    private static final Part NONE = new Part(List.of(), new TreeSet<>());

    static Part of(Collection<CountryGroup> groups, Collection<Country> countries) {
      List<CountryGroup> sorted =
          groups.stream()
              .distinct()
              .sorted((a, b) -> a.name().compareTo(b.name()))
              .collect(Collectors.toCollection(ArrayList::new));
      for (int i = 1; i < sorted.size(); i++) {
        if (sorted.get(i).name().equals(sorted.get(i - 1).name())) {
          throw new IllegalArgumentException(
              "Two groups with the name " + sorted.get(i) + " have different members");
        }
      }
      return new Part(List.copyOf(sorted), new TreeSet<>(countries));
    }

    Part plus(Part other) {
      return of(
          Stream.concat(groups.stream(), other.groups.stream()).toList(),
          Stream.concat(countries.stream(), other.countries.stream()).toList());
    }

    @Nullable Country soleCountry() {
      return countries.size() == 1 ? countries.first() : null;
    }

    boolean isEmpty() {
      return groups.isEmpty() && countries.isEmpty();
    }

    /** Writes into a table by {@link Country#ordinal} what holds of members, and of countries. */
    void write(byte[] table, LocalDate date, byte ofMembers, byte ofCountries) {
      for (CountryGroup group : groups) {
        group.members(date).forEach(each -> table[each.ordinal()] = ofMembers);
      }
      countries.forEach(each -> table[each.ordinal()] = ofCountries);
    }

    @Override
    public String toString() {
      return Stream.concat(groups.stream(), countries.stream())
          .map(Object::toString)
          .collect(Collectors.joining(","));
    }
  }

  private OriginScope(boolean all, Part named, Part excepted) {
    this.all = all;
    this.named = named;
    this.excepted = excepted;
    this.changeDays = changes(named, excepted);
    this.sole = all || !named.groups().isEmpty() ? null : named.soleCountry();
    this.starts =
        Stream.concat(Stream.of(LocalDate.MIN), changeDays.stream()).toArray(LocalDate[]::new);
    this.closeness = new AtomicReferenceArray<>(starts.length);
  }

  private static NavigableSet<LocalDate> changes(Part named, Part excepted) {
    NavigableSet<LocalDate> days = new TreeSet<>();
    Stream.concat(named.groups().stream(), excepted.groups().stream())
        .forEach(group -> days.addAll(group.changes()));
    return days;
  }

  private static OriginScope checked(boolean all, Part named, Part excepted) {
    OriginScope scope = new OriginScope(all, named, excepted);
    for (Country country : named.countries()) {
      if (excepted.countries().contains(country)) {
        throw new IllegalArgumentException(
            country + " is both named and excepted in the origins '" + scope + "'");
      }
    }
    if (!scope.canMatch()) {
      throw new IllegalArgumentException("The origins '" + scope + "' match no country");
    }
    return scope;
  }

  /**
   * Every origin.
   *
   * @return the scope {@code *}
   */
  public static OriginScope all() {
    return ALL;
  }

  /**
   * Named countries.
   *
   * @param countries the countries, at least one
   * @return the scope
   * @throws IllegalArgumentException when there is none
   */
  public static OriginScope of(Country... countries) {
    Objects.requireNonNull(countries, "countries");
    return checked(false, Part.of(List.of(), Arrays.asList(countries)), Part.NONE);
  }

  /**
   * The members of groups, each on the day asked about.
   *
   * @param groups the groups, at least one
   * @return the scope
   * @throws IllegalArgumentException when there is none, or two of one name with different members
   */
  public static OriginScope of(CountryGroup... groups) {
    Objects.requireNonNull(groups, "groups");
    return checked(false, Part.of(Arrays.asList(groups), List.of()), Part.NONE);
  }

  /**
   * This scope and these countries, named.
   *
   * @param countries the further countries
   * @return a new scope; all origins stay all origins
   * @throws IllegalArgumentException when a country is excepted
   */
  public OriginScope and(Country... countries) {
    Objects.requireNonNull(countries, "countries");
    return all
        ? this
        : checked(false, named.plus(Part.of(List.of(), Arrays.asList(countries))), excepted);
  }

  /**
   * This scope without these countries.
   *
   * @param countries the countries to leave out
   * @return a new scope
   * @throws IllegalArgumentException when a country is named by this scope, or nothing is left
   */
  public OriginScope except(Country... countries) {
    Objects.requireNonNull(countries, "countries");
    return checked(all, named, excepted.plus(Part.of(List.of(), Arrays.asList(countries))));
  }

  /**
   * This scope without the members of these groups.
   *
   * @param groups the groups to leave out
   * @return a new scope
   * @throws IllegalArgumentException when nothing is left
   */
  public OriginScope except(CountryGroup... groups) {
    Objects.requireNonNull(groups, "groups");
    return checked(all, named, excepted.plus(Part.of(Arrays.asList(groups), List.of())));
  }

  /**
   * The scope that a text describes; groups are the bundled ones.
   *
   * @param text the text, for example {@code EU except HU}; any code or name that {@link
   *     Country#parse} understands stands for a country
   * @return the scope
   * @throws IllegalArgumentException when a part is neither a country nor a group, the same country
   *     is named and excepted, or nothing could match
   */
  public static OriginScope parse(String text) {
    Objects.requireNonNull(text, "text");
    return PARSED.get(text, each -> parse(each, List.of()));
  }

  /**
   * The scope that a text describes, with groups of one's own besides the bundled ones.
   *
   * @param text the text
   * @param groups further groups; one with the name of a bundled group takes its place
   * @return the scope
   * @throws IllegalArgumentException as for {@link #parse(String)}
   */
  public static OriginScope parse(String text, List<CountryGroup> groups) {
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(groups, "groups");
    List<String> sides = ScopeText.sides("Origins", text);
    Part excepted = sides.size() == 2 ? part(sides.get(1), text, groups) : Part.NONE;
    boolean all = sides.get(0).equals("*");
    return checked(all, all ? Part.NONE : part(sides.get(0), text, groups), excepted);
  }

  private static Part part(String side, String text, List<CountryGroup> groups) {
    Set<CountryGroup> inGroups = new LinkedHashSet<>();
    Set<Country> countries = new LinkedHashSet<>();
    for (String item : side.split(",", -1)) {
      String code = item.strip();
      CountryGroup group = group(code, groups);
      if (group != null) {
        inGroups.add(group);
      } else {
        countries.add(country(code, text));
      }
    }
    return Part.of(inGroups, countries);
  }

  private static @Nullable CountryGroup group(String name, List<CountryGroup> groups) {
    for (CountryGroup each : groups) {
      if (each.name().equals(name)) {
        return each;
      }
    }
    return StandardGroups.named(name).orElse(null);
  }

  private static Country country(String code, String text) {
    try {
      return Country.parse(code);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "In the origins "
              + Texts.quoted(text)
              + ": "
              + e.getMessage()
              + ", and no group has that name",
          e);
    }
  }

  /**
   * Whether the scope is for all origins but some, and an origin is one of these on a day.
   *
   * @param origin the country of origin
   * @param date the day, which decides who is a member of a group
   * @return true if it is left out by name or with a group; false for a scope that names its
   *     origins
   */
  public boolean leavesOut(Country origin, LocalDate date) {
    Objects.requireNonNull(origin, "origin");
    Objects.requireNonNull(date, "date");
    return all && !includes(origin, date);
  }

  /**
   * Whether an origin is in the scope on a day.
   *
   * @param origin the country of origin
   * @param date the day, which decides who is a member of a group
   * @return true if it is
   */
  public boolean includes(Country origin, LocalDate date) {
    Objects.requireNonNull(origin, "origin");
    Objects.requireNonNull(date, "date");
    return specificity(origin, date) != NO_MATCH;
  }

  /**
   * How narrowly the scope speaks of an origin, so that a narrower measure can go before a wider.
   *
   * @param origin the country of origin
   * @param date the day, which decides who is a member of a group
   * @return −1 outside the scope, 0 as one of all, 1 as member of a group, 2 by name
   */
  public int specificity(Country origin, LocalDate date) {
    Objects.requireNonNull(origin, "origin");
    Objects.requireNonNull(date, "date");
    return table(date)[origin.ordinal()];
  }

  /** Memberships do not change between two change days, so one table serves all days between. */
  private byte[] table(LocalDate date) {
    int i = starts.length - 1;
    while (i > 0 && starts[i].isAfter(date)) {
      i--;
    }
    byte[] known = closeness.get(i);
    if (known == null) {
      known = newTable(starts[i]);
      closeness.set(i, known);
    }
    return known;
  }

  private byte[] newTable(LocalDate date) {
    byte[] table = new byte[Country.all().size()];
    Arrays.fill(table, (byte) (all ? 0 : NO_MATCH));
    named.write(table, date, (byte) 1, (byte) 2);
    excepted.write(table, date, (byte) NO_MATCH, (byte) NO_MATCH);
    return table;
  }

  /**
   * A country of which this scope and another speak equally narrowly, so that neither goes before
   * the other by its origins.
   *
   * @param other another scope
   * @param date the day
   * @return the first such country by its code; empty where there is none
   */
  public Optional<Country> equallyClose(OriginScope other, LocalDate date) {
    Objects.requireNonNull(other, "other");
    Objects.requireNonNull(date, "date");
    if (sole != null && other.sole != null && !sole.equals(other.sole)) {
      return Optional.empty();
    }
    byte[] ours = table(date);
    byte[] theirs = other.table(date);
    for (int i = 0; i < ours.length; i++) {
      if (ours[i] != NO_MATCH && ours[i] == theirs[i]) {
        return Optional.of(Country.all().get(i));
      }
    }
    return Optional.empty();
  }

  /**
   * The origins in the scope on a day.
   *
   * @param date the day
   * @return the countries by their codes
   */
  public List<Country> members(LocalDate date) {
    Objects.requireNonNull(date, "date");
    return Country.all().stream().filter(c -> includes(c, date)).toList();
  }

  /** {@return the only country that can be in the scope; empty where others may be} */
  public Optional<Country> soleCountry() {
    return Optional.ofNullable(sole);
  }

  /**
   * The days on which a country enters or leaves the scope because it enters or leaves a group.
   *
   * @return the first days of each new membership, in order; none for a scope without groups
   */
  public SortedSet<LocalDate> changeDays() {
    return Collections.unmodifiableSortedSet(changeDays);
  }

  /** Membership only changes on the groups' days: a look at each of these is a look at them all. */
  private boolean canMatch() {
    if (excepted.isEmpty() && (all || !named.countries().isEmpty())) {
      return true;
    }
    return (all || !named.isEmpty()) && Stream.of(starts).anyMatch(this::matchesOn);
  }

  private boolean matchesOn(LocalDate date) {
    for (byte each : table(date)) {
      if (each != NO_MATCH) {
        return true;
      }
    }
    return false;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof OriginScope scope
        && all == scope.all
        && named.equals(scope.named)
        && excepted.equals(scope.excepted);
  }

  @Override
  public int hashCode() {
    return Objects.hash(all, named, excepted);
  }

  /** The text form, which {@link #parse} reads. */
  @Override
  public String toString() {
    String origins = all ? "*" : named.toString();
    return excepted.isEmpty() ? origins : origins + EXCEPT + excepted;
  }
}
