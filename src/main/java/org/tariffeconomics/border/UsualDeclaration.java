package org.tariffeconomics.border;

import java.time.LocalDate;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.rate.DeclaredFacts;

/**
 * What importers usually declare with goods: a visible assumption, never part of the law.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface UsualDeclaration {

  /**
   * What is usually declared.
   *
   * @param line the tariff line
   * @param origin the country of origin
   * @param day the day of entry
   * @return the declaration, empty where no assumption is made
   */
  DeclaredFacts of(HsCode line, Country origin, LocalDate day);
}
