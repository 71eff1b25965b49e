package org.tariffeconomics.tariff;

import com.google.common.collect.SetMultimap;
import java.time.LocalDate;
import java.util.List;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.rate.DeclaredFacts;

/**
 * All that decides which measures apply to some goods.
 *
 * @param book the law
 * @param day the day of entry
 * @param line the code
 * @param origin the country
 * @param facts what is declared
 * @param candidates the measures in force that are for the whole of the code
 * @param partial the measures in force that tell apart goods below the code
 * @param yields the programmes of the candidates that each of their programmes yields to
 */
record StackQuestion(
    TariffBook book,
    LocalDate day,
    HsCode line,
    Country origin,
    DeclaredFacts facts,
    List<Candidate> candidates,
    List<TariffMeasure> partial,
    SetMultimap<String, String> yields) {

  /**
   * The day where a rate depends on the season, or on a day of loading that may lie after it, else
   * the same for all days.
   */
  LocalDate season() {
    for (int i = 0; i < candidates.size(); i++) {
      TariffMeasure measure = candidates.get(i).measure();
      if (measure.isSeasonal() || day.isBefore(measure.traits().openFrom())) {
        return day;
      }
    }
    return LocalDate.MIN;
  }

  /** The same question about what is in none of the parts that are told apart below. */
  StackQuestion whole() {
    return partial.isEmpty()
        ? this
        : new StackQuestion(book, day, line, origin, facts, candidates, List.of(), yields);
  }

  /** The same question with something taken to be declared besides. */
  StackQuestion assuming(DeclaredFacts assumed) {
    return assumed.isEmpty() ? this : with(facts.and(assumed));
  }

  /** The same question about goods of which something else is declared. */
  StackQuestion with(DeclaredFacts declared) {
    return new StackQuestion(book, day, line, origin, declared, candidates, partial, yields);
  }
}
