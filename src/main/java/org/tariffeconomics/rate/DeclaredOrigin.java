package org.tariffeconomics.rate;

import java.io.Serializable;
import org.tariffeconomics.basics.Country;
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
 */
public record DeclaredOrigin(Country country, DeclaredFacts facts) implements Serializable {

  private static final String CLAIMING = "claiming";
  private static final String WITH = "with";

  /**
   * Reads an origin.
   *
   * @param text one of the text forms
   * @return the origin
   * @throws IllegalArgumentException when the country is unknown or a fact is no {@code name=value}
   */
  public static DeclaredOrigin parse(String text) {
    Texts.readable("An origin", text);
    QuotedText.requireClosed(text);
    int with = QuotedText.indexOfWord(text, WITH);
    String head = with < 0 ? text : text.substring(0, with);
    int claiming = QuotedText.indexOfWord(head, CLAIMING);
    String country = claiming < 0 ? head : head.substring(0, claiming);
    if (country.isBlank()) {
      throw new IllegalArgumentException(
          "An origin must read like 'KR' or 'KR claiming KORUS', but was " + Texts.quoted(text));
    }
    DeclaredFacts facts =
        with < 0 ? DeclaredFacts.none() : DeclaredFacts.parse(text.substring(with + WITH.length()));
    return new DeclaredOrigin(
        Country.parse(country.strip()),
        claiming < 0
            ? facts
            : facts.withClaim(QuotedText.unquoted(head.substring(claiming + CLAIMING.length()))));
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
