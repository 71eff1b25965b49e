package org.tariffeconomics.basics;

import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serial;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A country or territory of ISO 3166-1, or Kosovo ({@code XK}, a user-assigned code that ISO does
 * not list but trade data do).
 *
 * <p>{@link #of} takes the ISO two-letter code and nothing else; {@link #parse} takes names and the
 * codes found in trade data. Codes that have been withdrawn ({@code SU}, {@code CS}, {@code AN})
 * are refused with the names of their successors, since a flow or a duty cannot be split by
 * guessing; groups such as the EU are {@link CountryGroup}s.
 *
 * <p>Countries are ordered and printed by their two-letter code.
 *
 * @serial exclude
 * @since 0.1.0
 */
public final class Country implements Comparable<Country>, Serializable {

  @Serial private static final long serialVersionUID = 1;

  private final int ordinal;
  private final String alpha2;
  private final String alpha3;
  private final @Nullable String numeric;
  private final List<String> census;
  private final @Nullable String comtrade;
  private final String name;

  Country(
      int ordinal,
      String alpha2,
      String alpha3,
      @Nullable String numeric,
      List<String> census,
      @Nullable String comtrade,
      String name) {
    this.ordinal = ordinal;
    this.alpha2 = alpha2;
    this.alpha3 = alpha3;
    this.numeric = numeric;
    this.census = List.copyOf(census);
    this.comtrade = comtrade;
    this.name = name;
  }

  /**
   * The country with this ISO 3166-1 two-letter code.
   *
   * @param alpha2 two capital letters, for example {@code JP}; {@code XK} is Kosovo
   * @return the country
   * @throws IllegalArgumentException when no country bears the code today; the message says what it
   *     was, if it has been withdrawn
   */
  public static Country of(String alpha2) {
    return CountryCodes.byAlpha2(Objects.requireNonNull(alpha2, "alpha2"));
  }

  /**
   * The country with this code of any common list, or with this English name.
   *
   * <p>Understood are: ISO two and three letters; the ISO number with or without its leading zeros
   * ({@code 008} and {@code 8} are Albania); the four-digit country code of US Census Schedule C
   * ({@code 5880} Japan); the numbers of UN Comtrade that differ from ISO's ({@code 842} US, {@code
   * 699} India, {@code 251} France, {@code 757} Switzerland, {@code 579} Norway, {@code 381} Italy,
   * and {@code 490} “Other Asia, nes”, which is Taiwan in practice); {@code EL} and {@code UK} of
   * EU data.
   *
   * <p>Names are understood whatever their capitals, accents and punctuation, as are names in
   * common use beside the first: {@code Turkey} and {@code Turkiye}, {@code Korea, South}, {@code
   * Ivory Coast}, {@code Cape Verde}, {@code Burma}.
   *
   * @param text the code or name, blanks around it are ignored
   * @return the country
   * @throws IllegalArgumentException when the text names no country of today; the message says why:
   *     unknown, withdrawn, a group, ambiguous ({@code Korea}, with the codes to choose from), or
   *     damaged by a spreadsheet ({@code 5880.0})
   */
  public static Country parse(String text) {
    return CountryCodes.byCodeOrName(Objects.requireNonNull(text, "text"));
  }

  /**
   * The country that a code or name means, where it means one: for texts that may be of another
   * kind. {@link #parse} says why a text names none.
   *
   * @param text as {@link #parse} reads it
   * @return the country; empty where {@link #parse} refuses the text
   */
  public static Optional<Country> find(String text) {
    return CountryCodes.find(Objects.requireNonNull(text, "text"));
  }

  /**
   * Every country, in the order of the two-letter codes.
   *
   * @return the countries
   */
  public static List<Country> all() {
    return CountryCodes.all();
  }

  /**
   * Its place in {@link #all}, for tables of what is known of each country. The places change when
   * ISO 3166-1 does: they are nothing to be stored.
   *
   * @return 0 for the first
   */
  public int ordinal() {
    return ordinal;
  }

  /** {@return the two-letter code: two capital letters} */
  public String alpha2() {
    return alpha2;
  }

  /**
   * The three-letter code; Kosovo has the user-assigned {@code XKX}.
   *
   * @return three capital letters
   */
  public String alpha3() {
    return alpha3;
  }

  /** {@return the number of ISO 3166-1: three digits; empty for Kosovo, which has none} */
  public Optional<String> numeric() {
    return Optional.ofNullable(numeric);
  }

  /**
   * {@return the country codes of US Census Schedule C: codes of four digits: one as a rule, two
   * for PS (Gaza Strip, West Bank), none where not known here}
   */
  public List<String> censusCodes() {
    return census;
  }

  /**
   * The number under which UN Comtrade reports the country: its own where it differs from ISO's.
   *
   * @return three digits; empty for Kosovo
   */
  public Optional<String> comtradeCode() {
    return comtrade != null ? Optional.of(comtrade) : numeric();
  }

  /** {@return the English name, the same on every Java runtime} */
  public String name() {
    return name;
  }

  @Override
  public int compareTo(Country other) {
    Objects.requireNonNull(other, "other");
    return alpha2.compareTo(other.alpha2);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Country country && alpha2.equals(country.alpha2);
  }

  @Override
  public int hashCode() {
    return alpha2.hashCode();
  }

  /** The two-letter code. */
  @Override
  public String toString() {
    return alpha2;
  }

  /** Written by its text. */
  @Serial
  private Object writeReplace() {
    return new TextProxy(TextProxy.Kind.COUNTRY, alpha2());
  }

  @Serial
  private void readObject(ObjectInputStream in) throws InvalidObjectException {
    throw new InvalidObjectException("a Country is read from its text");
  }
}
