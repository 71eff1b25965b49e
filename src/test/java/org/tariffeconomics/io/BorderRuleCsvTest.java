package org.tariffeconomics.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tariffeconomics.border.BorderRule;
import org.tariffeconomics.reading.Reading;

class BorderRuleCsvTest {

  private static final String HEAD =
      "territory,part,name,value,base,products,from,until,source_title\n";

  private static Reading<List<BorderRule>> read(String rows) {
    return BorderRuleCsv.read("rules.csv", new StringReader(HEAD + rows));
  }

  @Test
  void rules_of_every_part_are_read() {
    List<BorderRule> rules =
        read("NO,valuation,basis,CIF,,,,,act\n"
                + "NO,tax,VAT,25%,customs value; duty,* except 01,2026-01-01,2027-01-01,act\n"
                + "NO,low value,no duty,NOK 3000,,,,,act\n"
                + "NO,rounding,amounts,\"the total to 0 decimals, HALF_UP\",,,,,act\n"
                + "NO,other,road tax,by weight,,,,,act\n")
            .orThrow();
    assertEquals(5, rules.size());
    assertEquals("25%", rules.get(1).rate().orElseThrow().toString());
    assertEquals("customs value + duty", rules.get(1).tax().orElseThrow().base().toString());
    assertEquals("NOK 3000", rules.get(2).threshold().orElseThrow().toString());
  }

  @Test
  void bad_rows_are_left_out_and_listed() {
    for (String row :
        List.of(
            "NO,vat,VAT,25%,duty,,,,act",
            "NO,tax,VAT,25,duty,,,,act",
            "NO,tax,VAT,25%,,,,,act",
            "NO,tax,VAT,25%,profit,,,,act",
            "NO,tax,,25%,duty,,,,act",
            "NO,valuation,basis,EXW,,,,,act",
            "NO,tax,VAT,25%,duty,,2027-01-01,2026-01-01,act",
            "NO,low value,no duty,3000,,,,,act")) {
      Reading<List<BorderRule>> reading = read(row + "\nSE,valuation,basis,CIF,,,,,act\n");
      assertTrue(reading.hasErrors(), row);
      assertEquals("SE", reading.value().get(0).territory(), row);
    }
  }
}
