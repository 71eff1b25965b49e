package org.tariffeconomics.io.trade;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.reading.PassLog;

/**
 * Who trades, as a file names it: a country, or a code that is no country of today (areas not
 * elsewhere specified, groups, countries that are no more), which is kept as it stands.
 *
 * @param code the code as the file has it
 * @param country the country, null where the code is no country's
 * @since 0.1.0
 */
public record TradeParty(String code, @Nullable Country country) {

  /**
   * Refuses nulls.
   *
   * @param code the code as the file has it
   * @param country the country, null where the code is no country's
   */
  public TradeParty {
    Objects.requireNonNull(code, "code");
  }

  /** A party that the file does not state. */
  public static final TradeParty UNSTATED = new TradeParty("", null);

  /**
   * A country under its own two-letter code.
   *
   * @param country the country
   * @return the party
   */
  public static TradeParty of(Country country) {
    Objects.requireNonNull(country, "country");
    return new TradeParty(country.alpha2(), country);
  }

  /** {@return the country, empty where the code is no country's} */
  public Optional<Country> asCountry() {
    return Optional.ofNullable(country);
  }

  /** The country's code, or the code as the file has it in quotes. */
  @Override
  public String toString() {
    return country == null ? "'" + code + "'" : country.alpha2();
  }

  /** Counts a party that is no country in a log. */
  void countIn(PassLog log) {
    if (country == null && !code.isEmpty()) {
      log.otherParty(code);
    }
  }
}
