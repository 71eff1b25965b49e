package org.tariffeconomics.schedule;

import java.util.Objects;
import org.tariffeconomics.basics.OriginScope;
import org.tariffeconomics.basics.Source;
import org.tariffeconomics.basics.Validity;

/**
 * What a symbol of the special column stands for: a programme, the origins it is open to, and the
 * days on which it can be claimed. A schedule goes on printing the symbol of a programme that has
 * lapsed.
 *
 * @param symbol the symbol, {@code KR}, {@code A*}
 * @param programme the name that is claimed, {@code KORUS}
 * @param origins the origins it is open to
 * @param validity when it is in force, on both clocks
 * @param source where it stands
 * @since 0.1.0
 */
public record SpecialProgramme(
    String symbol, String programme, OriginScope origins, Validity validity, Source source) {

  /**
   * Creates a programme.
   *
   * @param symbol the symbol
   * @param programme the name that is claimed
   * @param origins the origins it is open to
   * @param validity when it is in force, on both clocks
   * @param source where it stands
   * @throws IllegalArgumentException when the symbol or the name is blank
   */
  public SpecialProgramme {
    Objects.requireNonNull(symbol, "symbol");
    Objects.requireNonNull(programme, "programme");
    Objects.requireNonNull(origins, "origins");
    Objects.requireNonNull(validity, "validity");
    Objects.requireNonNull(source, "source");
    if (symbol.isBlank() || programme.isBlank()) {
      throw new IllegalArgumentException(
          "A special programme needs a symbol and a name, but had '"
              + symbol
              + "' and '"
              + programme
              + "'");
    }
  }

  /**
   * A programme at all times.
   *
   * @param symbol the symbol
   * @param programme the name that is claimed
   * @param origins the origins, as {@link OriginScope#parse} reads them
   * @return the programme
   */
  public static SpecialProgramme of(String symbol, String programme, String origins) {
    Objects.requireNonNull(symbol, "symbol");
    Objects.requireNonNull(programme, "programme");
    Objects.requireNonNull(origins, "origins");
    return new SpecialProgramme(
        symbol,
        programme,
        OriginScope.parse(origins),
        Validity.always(),
        Source.user("user-supplied"));
  }

  /** The symbol, the programme and the origins. */
  @Override
  public String toString() {
    return symbol + " " + programme + " for " + origins;
  }
}
