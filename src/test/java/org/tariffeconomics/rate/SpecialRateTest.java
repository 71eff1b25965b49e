package org.tariffeconomics.rate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpecialRateTest {

  /** Cells of the special column, with their irregular blanks, commas and brackets. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Free (A*,AU,P+) | [Free (A*,AU,P+)]",
        "Free (A+,AU,B)25% (KR) | [Free (A+,AU,B), 25% (KR)]",
        "No change (A,E) Free (CA,IL, MX) See U.S. note 3(e) (CO,PE)"
            + " | [see applicable subheading (A,E), Free (CA,IL,MX), see \"U.S. note 3(e)\" (CO,PE)]",
        "5.7¢/kg (CO,KR) See 9822.04.15 (AU) | [0.057 USD/kg (CO,KR), see 9822.04.15 (AU)]",
        "See 9919.04.50, 9919.04.57 (PA (PA) | [see \"9919.04.50, 9919.04.57\" (PA)]",
        "Free (B,C,) | [Free (B,C)]",
        "Free (MA,.OM) | [Free (MA,OM)]",
        "Free (A,L,KR,L) | [Free (A,L,KR)]",
        "Free | [Free]",
        "The duty provided in the applicable subheading + 25% | [see applicable subheading + 25%]"
      })
  void a_cell_is_read_group_by_group(String cell, String groups) {
    assertEquals(groups, SpecialRate.parse(cell).toString());
  }

  @ParameterizedTest
  @CsvSource({"''", "' '", "'\n'"})
  void a_blank_cell_has_no_group_and_is_not_free(String cell) {
    assertEquals(List.of(), SpecialRate.parse(cell));
  }

  @Test
  void a_group_that_is_not_understood_stands_among_the_others() {
    List<SpecialRate> groups = SpecialRate.parse("Free (A) 3 furlongs (KR)");
    assertEquals(List.of("KR"), groups.get(1).programmes());
    assertInstanceOf(DutyRate.Unsupported.class, groups.get(1).rate());
  }
}
