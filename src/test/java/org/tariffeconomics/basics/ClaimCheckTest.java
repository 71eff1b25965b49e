package org.tariffeconomics.basics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.tariffeconomics.basics.ClaimCheck.Verdict.POSSIBLE;
import static org.tariffeconomics.basics.ClaimCheck.Verdict.RIGHT;
import static org.tariffeconomics.basics.ClaimCheck.Verdict.RIGHT_AS_ROUNDED;
import static org.tariffeconomics.basics.ClaimCheck.Verdict.UNKNOWN;
import static org.tariffeconomics.basics.ClaimCheck.Verdict.WRONG;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.IntRange;
import org.joda.money.BigMoney;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tariffeconomics.basics.ClaimCheck.Verdict;

/** A claim is as exact as it is written. */
class ClaimCheckTest {

  @ParameterizedTest
  @CsvSource({
    "15%, 15%, RIGHT",
    "15.0%, 15%, RIGHT",
    "15 percent, 15%, RIGHT",
    "28%, 27.5%, RIGHT_AS_ROUNDED",
    "27%, 27.5%, RIGHT_AS_ROUNDED",
    "27.4%, 27.5%, WRONG",
    "25%, 24.72%, RIGHT_AS_ROUNDED",
    "24.7%, 24.72%, RIGHT_AS_ROUNDED",
    "24.8%, 24.72%, WRONG",
    "17.5%, 15%, WRONG",
    "0%, 0.4%, RIGHT_AS_ROUNDED"
  })
  void a_rate_holds_to_the_digits_that_are_claimed(String claim, String rate, Verdict verdict) {
    assertEquals(verdict, rate(claim, rate).verdict());
  }

  private static ClaimCheck rate(String claim, String rate) {
    return ClaimCheck.ofRate("the duty", claim, Optional.of(Rate.parse(rate)), List.of());
  }

  /** The price flip of design/personas.md: 30,290 × 1.25 and 32,850 × 1.15. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "USD 37,863 | USD 37862.50 | RIGHT_AS_ROUNDED",
        "$37,778 | USD 37777.50 | RIGHT_AS_ROUNDED",
        "USD 37,777 | USD 37777.50 | RIGHT_AS_ROUNDED",
        "USD 37,776 | USD 37777.50 | WRONG",
        "USD 37,777.50 | USD 37777.50 | RIGHT",
        "USD 350bn | USD 350000000000 | RIGHT",
        "USD 183bn | USD 183159512195.12 | RIGHT_AS_ROUNDED",
        "USD 184bn | USD 183159512195.12 | WRONG",
        "EUR 37,778 | USD 37777.50 | UNKNOWN"
      })
  void an_amount_holds_to_the_digits_that_are_claimed(
      String claim, String amount, Verdict verdict) {
    Optional<BigMoney> computed = Optional.of(BigMoney.parse(amount));
    assertEquals(verdict, ClaimCheck.ofAmount("the price", claim, computed, List.of()).verdict());
  }

  @Test
  void within_bounds_a_claim_is_possible_and_outside_wrong() {
    Rate low = Rate.parse("52.5%");
    Rate high = Rate.parse("127.5%");
    assertEquals(POSSIBLE, ClaimCheck.ofRates("the duty", "100%", low, high).verdict());
    assertEquals(POSSIBLE, ClaimCheck.ofRates("the duty", "52.5%", low, high).verdict());
    assertEquals(WRONG, ClaimCheck.ofRates("the duty", "27.5%", low, high).verdict());
    Rate near = Rate.parse("52.4%");
    assertEquals(
        RIGHT_AS_ROUNDED,
        ClaimCheck.ofRates("the duty", "52%", near, near.max(Rate.parse("52.45%"))).verdict());
    assertEquals(
        "27.5% is wrong: the duty is 52.5% to 127.5%",
        ClaimCheck.ofRates("the duty", "27.5%", low, high).toString());
  }

  /** At 1.16 dollars a euro EUR 31,188 are USD 36,178: the currency alone makes no claim wrong. */
  @Test
  void a_claim_in_another_currency_is_neither_right_nor_wrong() {
    assertEquals(
        "EUR 31,188 cannot be checked: the price is USD 36178.42: claim it in USD",
        ClaimCheck.ofAmount(
                "the price", "EUR 31,188", Optional.of(BigMoney.parse("USD 36178.42")), List.of())
            .toString());
    assertEquals(UNKNOWN, amounts("EUR 36,000").verdict());
  }

  @Test
  void an_amount_within_bounds_is_possible_and_outside_wrong() {
    assertEquals(
        "USD 38,000 is possible, not certain: the price is USD 35428.42 to USD 39928.42",
        amounts("USD 38,000").toString());
    assertEquals(POSSIBLE, amounts("USD 35,428").verdict());
    assertEquals(WRONG, amounts("USD 40,000").verdict());
    assertEquals(RIGHT_AS_ROUNDED, amounts("USD 0m").verdict());
    assertThrows(
        IllegalArgumentException.class,
        () ->
            ClaimCheck.ofAmounts(
                "the price", "USD 1", BigMoney.parse("USD 1"), BigMoney.parse("EUR 2")));
  }

  private static ClaimCheck amounts(String claim) {
    return ClaimCheck.ofAmounts(
        "the price", claim, BigMoney.parse("USD 35428.42"), BigMoney.parse("USD 39928.42"));
  }

  @Test
  void what_is_not_known_is_neither_right_nor_wrong() {
    ClaimCheck check =
        ClaimCheck.ofRate("the duty", "0%", Optional.empty(), List.of("not bundled"));
    assertEquals(UNKNOWN, check.verdict());
    assertEquals("0% cannot be checked: the duty is unknown: not bundled", check.toString());
    assertThrows(
        IllegalArgumentException.class,
        () -> ClaimCheck.ofRate("the duty", "15", Optional.empty(), List.of()));
  }

  @Property(tries = 300)
  void a_rate_rounded_half_up_always_holds(
      @ForAll @BigRange(min = "0", max = "300") BigDecimal percent,
      @ForAll @IntRange(max = 3) int decimals) {
    Rate rate = Rate.percent(percent);
    Verdict verdict =
        ClaimCheck.ofRate("it", rate.toText(decimals), Optional.of(rate), List.of()).verdict();
    assertEquals(true, verdict == RIGHT || verdict == RIGHT_AS_ROUNDED);
  }
}
