package org.tariffeconomics.basics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two rates that differ never read as one. */
class RateRangeTest {

  @ParameterizedTest
  @CsvSource({
    "52.5%, 127.5%, 1, 52.5% to 127.5%",
    "15%, 15%, 1, 15.0%",
    "15%, 15.04%, 1, 15.00% to 15.04%",
    "0%, 0.0004%, 2, 0.0000% to 0.0004%",
    "10%, 10.4%, 0, 10.0% to 10.4%",
    "0%, 0.00000000000000000000000000000000000001%, 1,"
        + " 0.0000000000000000000000000000000000% to 0.0000000000000000000000000000000000%"
  })
  void digits_are_added_until_the_ends_differ(
      String lowest, String highest, int decimals, String text) {
    assertEquals(text, new RateRange(Rate.parse(lowest), Rate.parse(highest)).toText(decimals));
  }
}
