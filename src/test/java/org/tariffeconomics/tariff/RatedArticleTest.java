package org.tariffeconomics.tariff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.rate.DeclaredFacts;
import org.tariffeconomics.reference.UsTariffs;
import org.tariffeconomics.tariff.DutyStack.Outcome;

/** Lines that bear the rate of an article which they do not name, by the bundled schedule. */
class RatedArticleTest {

  private static DutyStack stack(String line, String origin, String facts) {
    return UsTariffs.book()
        .on("2025-09-16")
        .stack(HsCode.of(line), Country.of(origin), DeclaredFacts.parse(facts));
  }

  /** “The rate applicable to each garment in the ensemble”: 16.5 % of a shirt, and 20 %. */
  @Test
  void an_ensemble_bears_the_rate_of_the_garment_that_is_declared() {
    DutyStack open = stack("6103.22.00.10", "VN", "");
    assertEquals(Outcome.UNDETERMINED, open.outcome());
    assertTrue(open.reasons().toString().contains("rate of=6109.10.00"), open.toString());
    DutyStack shirt = stack("6103.22.00.10", "VN", "rate of=6109.10.00");
    assertEquals(Optional.of(Rate.percent("36.5")), shirt.adValoremRate());
    assertEquals(List.of(), shirt.remarks());
  }

  /** Preferences of the article are those of the ensemble: free from El Salvador under CAFTA-DR. */
  @Test
  void preferences_are_those_of_the_article() {
    assertEquals(
        Optional.of(Rate.percent("10")),
        stack("6103.22.00.10", "SV", "rate of=6109.10.00; claim=CAFTA-DR").adValoremRate());
  }

  /** A line that states its own rate asks for no other. */
  @Test
  void a_line_with_a_rate_of_its_own_keeps_it_and_says_so() {
    DutyStack shirt = stack("6109.10.00.04", "VN", "rate of=8542.31.00");
    assertEquals(Optional.of(Rate.percent("36.5")), shirt.adValoremRate());
    assertTrue(shirt.remarks().toString().contains("rate of"), shirt.remarks().toString());
  }

  @Test
  void an_article_that_is_no_code_is_refused() {
    IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class, () -> stack("6103.22.00.10", "VN", "rate of=a shirt"));
    assertTrue(refused.getMessage().contains("'rate of'"), refused.getMessage());
  }
}
