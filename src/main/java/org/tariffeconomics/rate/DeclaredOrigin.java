package org.tariffeconomics.rate;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.CountryGroup;
import org.tariffeconomics.basics.OriginScope;
import org.tariffeconomics.basics.Texts;

/**
 * An origin together with what its goods usually come with: who competes, and under which claim.
 *
 * <p>Text forms: {@code KR}, {@code KR claiming KORUS}, {@code GB with quota:UK autos=in}, {@code
 * MX claiming USMCA with content:US=0.4; approved US content=yes}. {@code parse} and {@code
 * toString} are inverse.
 *
 * @param country the country of origin
 * @param facts what is declared with its goods
 * @serial exclude
 * @since 0.1.0
 */
public record DeclaredOrigin(Country country, DeclaredFacts facts) implements Serializable {

  /**
   * Refuses nulls.
   *
   * @param country the country of origin
   * @param facts what is declared with its goods
   */
  public DeclaredOrigin {
    Objects.requireNonNull(country, "country");
    Objects.requireNonNull(facts, "facts");
  }

  private static final String CLAIMING = "claiming";
  private static final String WITH = "with";

  /** What people write between origins in place of commas. */
  private static final Pattern PARTED =
      Pattern.compile(
          "\\s*[;/|&+\\n]\\s*|\\s+(?i:and|or|vs\\.?|versus|against)\\s+|(?<=^[A-Z]{2,3}|\\s[A-Z]{2,3})\\s+");

  private static final Pattern MORE = Pattern.compile("(\\p{L}+|\\p{L}+ \\p{L}+)[ (/:-].+");

  /**
   * Reads an origin.
   *
   * @param text one of the text forms
   * @return the origin
   * @throws IllegalArgumentException when the country is unknown or a fact is no {@code name=value}
   */
  public static DeclaredOrigin parse(String text) {
    Objects.requireNonNull(text, "text");
    return parsePlain(plainHead(Texts.readable("An origin", text)));
  }

  /** Countries and claims with plain signs; what is declared stays as it is written. */
  private static String plainHead(String text) {
    int with = QuotedText.indexOfWord(text, WITH);
    return with < 0
        ? Texts.plainSigns(text)
        : Texts.plainSigns(text.substring(0, with)) + text.substring(with);
  }

  private static DeclaredOrigin parsePlain(String text) {
    QuotedText.requireClosed(text);
    int with = QuotedText.indexOfWord(text, WITH);
    String head = with < 0 ? text : text.substring(0, with);
    int claiming = QuotedText.indexOfWord(head, CLAIMING);
    String country = claiming < 0 ? head : head.substring(0, claiming);
    if (country.isBlank()) {
      throw new IllegalArgumentException(
          "An origin must read like 'KR' or 'KR claiming KORUS', but was " + Texts.quoted(text));
    }
    if (claiming >= 0
        && QuotedText.indexOfWord(head.substring(claiming + CLAIMING.length()), CLAIMING) >= 0) {
      throw new IllegalArgumentException(
          "An origin claims one preference, but was "
              + Texts.quoted(text)
              + ": compare both as two origins");
    }
    DeclaredFacts facts =
        with < 0 ? DeclaredFacts.none() : DeclaredFacts.parse(text.substring(with + WITH.length()));
    return new DeclaredOrigin(
        country(country.strip()),
        claiming < 0
            ? facts
            : facts.withClaim(QuotedText.unquoted(head.substring(claiming + CLAIMING.length()))));
  }

  /**
   * A country as origins are named: by any code or English name, and {@code Korea} by itself for
   * the Republic, as the tariff of the United States uses it (HTSUS, general note 33).
   *
   * @param name a name, or a code of any common list
   * @return the country
   * @throws IllegalArgumentException when the text names no country, or several; the message says
   *     what to write
   */
  public static Country countryNamed(String name) {
    Objects.requireNonNull(name, "name");
    return country(name.strip());
  }

  private static Country country(String text) {
    Optional<Country> found = find(text);
    if (found.isPresent()) {
      return found.get();
    }
    try {
      return Country.parse(text);
    } catch (IllegalArgumentException unknown) {
      throw advised(text, unknown);
    }
  }

  /** Korea by itself is the Republic. */
  private static Optional<Country> find(String text) {
    return text.equalsIgnoreCase("Korea") ? Optional.of(Country.of("KR")) : Country.find(text);
  }

  /** Says how several origins and claims are written where a text begins with a country. */
  private static IllegalArgumentException advised(String text, IllegalArgumentException unknown) {
    String[] parts = PARTED.split(text, -1);
    if (parts.length > 1 && Arrays.stream(parts).allMatch(each -> find(each.strip()).isPresent())) {
      return new IllegalArgumentException(
          "Several origins are parted by commas, but was " + Texts.quoted(text), unknown);
    }
    Matcher more = MORE.matcher(text);
    return more.matches() && find(more.group(1).strip()).isPresent()
        ? new IllegalArgumentException(
            "An origin must read like 'KR', 'KR claiming KORUS' or 'KR claiming nothing', but was "
                + Texts.quoted(text),
            unknown)
        : unknown;
  }

  /**
   * Reads one or more origins: an origin as {@link #parse} reads it, or several that declare the
   * same: countries with commas, a group, all, and exceptions, as {@link OriginScope} reads them.
   *
   * @param text for example {@code KR}, {@code South Korea}, {@code EU}, {@code ASEAN except MM},
   *     {@code JP, KR claiming nothing}, {@code *}
   * @param day the day, which decides who is a member of a group
   * @return the origins, in the order of their codes where there are several
   * @throws IllegalArgumentException when a country is unknown or a fact is no {@code name=value}
   */
  public static List<DeclaredOrigin> parseAll(String text, LocalDate day) {
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(day, "day");
    return parsePlain(plainHead(Texts.readable("An origin", text)), day);
  }

  private static List<DeclaredOrigin> parsePlain(String text, LocalDate day) {
    QuotedText.requireClosed(text);
    int facts = end(text);
    String head = text.substring(0, facts).strip();
    if (!isSeveral(head)) {
      return List.of(parse(text));
    }
    OriginScope scope = OriginScope.parse(groupName(head));
    return Country.all().stream()
        .filter(each -> scope.includes(each, day))
        .map(each -> parse(each.alpha2() + " " + text.substring(facts)))
        .toList();
  }

  /** Where the countries of a text end and what is claimed or declared begins. */
  private static int end(String text) {
    int with = QuotedText.indexOfWord(text, WITH);
    int claiming = QuotedText.indexOfWord(with < 0 ? text : text.substring(0, with), CLAIMING);
    return claiming >= 0 ? claiming : with >= 0 ? with : text.length();
  }

  private static boolean isSeveral(String head) {
    return head.equals("*")
        || head.indexOf(',') >= 0
        || head.contains(" except ")
        || CountryGroup.find(groupName(head)).isPresent();
  }

  /** The short name of a group that is written in full or in small letters; else the text. */
  private static String groupName(String head) {
    try {
      return CountryGroup.parse(head).name();
    } catch (IllegalArgumentException e) {
      return head;
    }
  }

  /**
   * An origin with nothing declared.
   *
   * @param country the country
   * @return the origin
   */
  public static DeclaredOrigin of(Country country) {
    Objects.requireNonNull(country, "country");
    return new DeclaredOrigin(country, DeclaredFacts.none());
  }

  /**
   * The same origin with more declared; what it declares already is kept.
   *
   * @param usual what is declared unless this origin says otherwise
   * @return a new origin
   */
  public DeclaredOrigin withDefaults(DeclaredFacts usual) {
    Objects.requireNonNull(usual, "usual");
    return new DeclaredOrigin(country, usual.and(facts));
  }

  /**
   * {@return the country with what is claimed, for a column of a table: for example {@code MX
   * (USMCA)}}
   */
  public String label() {
    return facts.claims().isEmpty()
        ? country.alpha2()
        : country.alpha2() + " (" + String.join(", ", facts.claims()) + ")";
  }

  /**
   * What the origin is called beside others: its {@link #label}, or all that it declares where
   * another one is called the same.
   *
   * @param all the origins that it stands among
   * @return the name
   */
  public String labelAmong(Collection<DeclaredOrigin> all) {
    Objects.requireNonNull(all, "all");
    boolean alone =
        all.stream().noneMatch(each -> !each.equals(this) && each.label().equals(label()));
    return alone ? label() : toString();
  }

  /** The text form that {@link #parse} reads back, with all claims among the facts. */
  @Override
  public String toString() {
    return facts.isEmpty() ? country.alpha2() : country.alpha2() + " with " + facts;
  }
}
