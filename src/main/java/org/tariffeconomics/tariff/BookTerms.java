package org.tariffeconomics.tariff;

import java.util.List;
import java.util.Map;
import org.joda.money.CurrencyUnit;

/**
 * What holds for a book as a whole.
 *
 * @param territory the customs territory
 * @param currency the currency of customs values
 * @param rounding how duties are rounded
 * @param facts where the facts come from
 * @param programmes the programmes that are described, by name
 * @param assumptions what is assumed of what is not declared, in the order in which it counts
 */
record BookTerms(
    String territory,
    CurrencyUnit currency,
    RoundingPolicy rounding,
    BookFacts facts,
    Map<String, Programme> programmes,
    List<Assumptions> assumptions) {

  BookTerms withRounding(RoundingPolicy other) {
    return new BookTerms(territory, currency, other, facts, programmes, assumptions);
  }

  BookTerms withFacts(BookFacts other) {
    return new BookTerms(territory, currency, rounding, other, programmes, assumptions);
  }

  BookTerms withProgrammes(Map<String, Programme> others) {
    return new BookTerms(territory, currency, rounding, facts, others, assumptions);
  }

  BookTerms assuming(List<Assumptions> others) {
    return new BookTerms(territory, currency, rounding, facts, programmes, others);
  }
}
