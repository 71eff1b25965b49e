package org.tariffeconomics.rate;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tariffeconomics.basics.Country;

/**
 * An origin together with what its goods usually come with: who competes, and under which claim.
 *
 * <p>Text forms: {@code KR}, {@code KR claiming KORUS}, {@code GB with quota:UK autos=in}, {@code
 * MX claiming USMCA with content:US=0.4; approved US content=yes}. {@code parse} and {@code
 * toString} are inverse.
 *
 * @param country the country of origin
 * @param facts what is declared with its goods
 */
public record DeclaredOrigin(Country country, DeclaredFacts facts) {

  private static final Pattern FORM =
      Pattern.compile("(\\S+)(?:\\s+claiming\\s+(.+?))?(?:\\s+with\\s+(.+))?");

  /**
   * Reads an origin.
   *
   * @param text the country's code, then what is claimed and declared
   * @return the origin
   * @throws IllegalArgumentException when the country is unknown or a fact cannot be read
   */
  public static DeclaredOrigin parse(String text) {
    Matcher form = FORM.matcher(text.strip());
    if (!form.matches()) {
      throw new IllegalArgumentException(
          "An origin must read like 'KR' or 'KR claiming KORUS', but was '" + text + "'");
    }
    DeclaredFacts facts =
        form.group(3) == null ? DeclaredFacts.none() : DeclaredFacts.parse(form.group(3));
    return new DeclaredOrigin(
        Country.parse(form.group(1)),
        form.group(2) == null ? facts : facts.withClaim(form.group(2)));
  }

  /**
   * An origin with nothing declared.
   *
   * @param country the country
   * @return the origin
   */
  public static DeclaredOrigin of(Country country) {
    return new DeclaredOrigin(country, DeclaredFacts.none());
  }

  /**
   * The same origin with more declared; what it declares already is kept.
   *
   * @param usual what is declared unless this origin says otherwise
   * @return a new origin
   */
  public DeclaredOrigin withDefaults(DeclaredFacts usual) {
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

  /** The text form that {@link #parse} reads back, with all claims among the facts. */
  @Override
  public String toString() {
    return facts.isEmpty() ? country.alpha2() : country.alpha2() + " with " + facts;
  }
}
