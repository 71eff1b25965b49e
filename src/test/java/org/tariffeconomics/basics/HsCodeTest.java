package org.tariffeconomics.basics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

/** The codes that a code lies in. */
class HsCodeTest {

  private static final HsCode CAR = HsCode.of("8703.23.01.90");

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
