package org.tariffeconomics.basics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The codes that a code lies in. */
class HsCodeTest {

  private static final HsCode CAR = HsCode.of("8703.23.01.90");

  /** Two codes run together are a third one: nobody is told to write it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "6109.10; 6110.20 | name one code",
        "6109-6110 | name one code",
        "8703.23 / 8703.24 | name one code",
        "8703 and 8704 | name one code",
        "8703+8704 | name one code",
        "6109.10/6110 | name one code",
        "8703,23,01 | write 8703.23.01",
        "6109-10-0004 | write 6109.10.00.04",
        "610910-0004 | write 6109.10.00.04",
        "HTS 8703.23.01 | write 8703.23.01",
        "8703_23 | write 8703.23"
      })
  void one_code_is_advised_where_one_was_written(String text, String advice) {
    String message = refused(text);
    assertTrue(message.endsWith(": " + advice), message);
  }

  @Test
  void a_lost_zero_is_named_where_one_may_be_lost() {
    assertTrue(refused("101.21").endsWith("has 5 (a leading zero lost in a spreadsheet?)"));
    assertTrue(refused("8703.23.01.40.00.1").endsWith("has 13"));
  }

  private static String refused(String text) {
    return assertThrows(IllegalArgumentException.class, () -> HsCode.of(text)).getMessage();
  }

  @Test
  void a_code_is_cut_to_its_first_digits() {
    assertEquals(HsCode.of("87"), CAR.upTo(2));
    assertEquals(HsCode.of("8703.23"), CAR.upTo(6));
    assertEquals(HsCode.of("8703.23.01"), CAR.upTo(8));
    assertEquals(HsCode.of("8703.23.01.9"), CAR.upTo(9));
  }

  @Test
  void a_code_that_has_no_more_digits_stays() {
    assertSame(CAR, CAR.upTo(10));
    assertSame(CAR, CAR.upTo(12));
    HsCode heading = HsCode.of("8703");
    assertSame(heading, heading.upTo(8));
  }

  @Test
  void a_number_of_digits_that_no_code_has_is_refused() {
    for (int digits : new int[] {-1, 0, 1, 3, 5, 7, 13}) {
      String refused =
          assertThrows(IllegalArgumentException.class, () -> CAR.upTo(digits)).getMessage();
      assertEquals(
          "An HS code has 2, 4, 6, 8 to 12 digits, but should be cut to " + digits, refused);
    }
  }
}
