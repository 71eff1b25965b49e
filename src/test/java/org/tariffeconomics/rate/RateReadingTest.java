package org.tariffeconomics.rate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a reader puts right, and what it says of it. The texts stand in published schedules. */
class RateReadingTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "37% / | 37% | [at 3: '/' read as '' (a stray sign at the end)]",
        "4.4 ¢/kg | 0.044 USD/kg | [at 3: ' ' read as '' (a blank before the sign)]",
        "<b>5</b>% | 5% | [at 0: '<b>' read as '' (mark-up), at 4: '</b>' read as '' (mark-up)]",
        "4.4&cent;/kg | 0.044 USD/kg | [at 3: '&cent;' read as '¢' (an entity)]",
        "5% but not less 2¢/kg | max(5%, 0.02 USD/kg)"
            + " | [at 3: 'but not less ' read as 'but not less than ' (a word is missing)]",
        "22¢/kg on drained weght | 0.22 USD/KGME"
            + " | [at 18: 'weght' read as 'weight' (a misspelled word)]",
        "35% on thebattery | 35% of battery content"
            + " | [at 10: '' read as ' ' (words run together)]",
        "The duty provided inthe applicable subheading+ 25% | see applicable subheading + 25%"
            + " | [at 18: 'inthe' read as 'in the' (words run together)]",
        "12.8 % + 176.8 EUR / 100 kg | 12.8% + 176.8 EUR/100 kg | []"
      })
  void a_strict_reader_says_what_it_put_right(String text, String rate, String repairs) {
    for (ReadingMode mode : ReadingMode.values()) {
      RateReading reading = DutyRate.read(text, mode);
      assertEquals(rate, reading.rate().toString());
      assertEquals(repairs, reading.repairs().toString());
      assertEquals(reading.rate(), DutyRate.parse(text));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "13.6 MIN 1.6 EUR DTN | max(13.6%, 1.6 EUR/100 kg)"
            + " | [at 0: '13.6' read as '13.6%' (the percent sign is missing)]",
        "12 MIN 2 EUR DTN G | max(12%, 2 EUR/100 KGMG)"
            + " | [at 0: '12' read as '12%' (the percent sign is missing)]",
        "5.1 (12 JAN - 13 MAR) | 5.1% (12 JAN - 13 MAR)"
            + " | [at 0: '5.1' read as '5.1%' (the percent sign is missing)]",
        "See 9919.04.12, 99.19.04.14 | see \"9919.04.12, 9919.04.14\""
            + " | [at 18: '.' read as '' (a heading has four digits before its first dot)]",
        "A duty upon the value of the repairs oralterations"
            + " | (see applicable subheading) of repairs or alterations content"
            + " | [at 37: 'oralterations' read as 'or alterations' (words run together)]"
      })
  void a_lenient_reader_takes_what_is_most_likely_meant(String text, String rate, String repairs) {
    RateReading reading = DutyRate.read(text, ReadingMode.LENIENT);
    assertEquals(rate, reading.rate().toString());
    assertEquals(repairs, reading.repairs().toString());
    assertFalse(DutyRate.parse(text).equals(reading.rate()));
  }

  @ParameterizedTest
  @CsvSource({"2.5", "12 MIN 2", "10% + Blah duty (reduced)", "5.5% + 100 XYZ + AC (reduced)"})
  void what_could_mean_anything_stays_refused(String text) {
    RateReading lenient = DutyRate.read(text, ReadingMode.LENIENT);
    assertFalse(lenient.isUnderstood());
    assertEquals(DutyRate.parse(text), lenient.rate());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Free (A+,AU,B)25% (KR) | [at 14: '' read as ' ' (a blank between two groups is missing)]",
        "See 9919.04.57 (PA (PA) | [at 15: '(PA (PA)' read as '(PA)' (an untidy list of programmes)]",
        "Free (MA,.OM) | [at 5: '(MA,.OM)' read as '(MA,OM)' (an untidy list of programmes)]",
        "Free (D,E IL) | [at 5: '(D,E IL)' read as '(D,E,IL)' (an untidy list of programmes)]",
        "Free (A) 4.4 ¢/kg (KR) | [at 12: ' ' read as '' (a blank before the sign)]",
        "Free (CA,IL, MX) 5.7¢/kg (CO) | []"
      })
  void a_cell_of_the_special_column_says_it_with_places_in_the_cell(String cell, String repairs) {
    SpecialReading reading = SpecialRate.read(cell, ReadingMode.STRICT);
    assertEquals(repairs, reading.repairs().toString());
    assertEquals(SpecialRate.parse(cell), reading.groups());
  }

  @Test
  void brackets_that_are_no_programmes_stay_with_the_rate() {
    List<SpecialRate> groups =
        SpecialRate.parse(
            "A duty upon the value of the repairs or alterations (see U.S. note 3 of this"
                + " subchapter) (B,C)");
    assertEquals(List.of("B", "C"), groups.get(0).programmes());
    assertEquals(1, groups.size());
  }

  @Test
  void repairs_print_as_a_table() {
    String table = DutyRate.read("37% /", ReadingMode.STRICT).table().toText();
    assertTrue(table.contains("a stray sign at the end"), table);
    assertEquals("37% [1 repaired]", DutyRate.read("37% /", ReadingMode.STRICT).toString());
  }

  @Test
  void the_coverage_counts_texts_and_rows_by_kind_and_reason() {
    RateCoverage coverage =
        RateCoverage.of(
            List.of(
                "Free",
                "Free",
                "5%",
                "4.4¢/kg",
                "5% + 4.4¢/kg",
                "5% + 3¢/kg",
                "",
                "n/a",
                "tbd",
                "Free (A,AU)",
                "Free (A) n/a (KR)",
                "4% (12 JAN - 13 MAR)",
                "9% + EA",
                "1¢/kg + 2¢/liter",
                "See note 1",
                "The duty provided in the applicable subheading"));
    assertEquals(2, coverage.rows(RateKind.FREE));
    assertEquals(1, coverage.texts(RateKind.FREE));
    assertEquals(2, coverage.texts(RateKind.COMPOUND));
    assertEquals(2, coverage.texts(RateKind.SPECIFIC));
    assertEquals(1, coverage.texts(RateKind.BY_PROGRAMME));
    assertEquals(2, coverage.texts(RateKind.REFERENCE));
    assertEquals(1, coverage.texts(RateKind.AGRICULTURAL));
    RateCoverage.Line last = coverage.lines().get(coverage.lines().size() - 1);
    assertEquals("unsupported ('…' is no rate): 3 texts, 3 rows", last.toString());
    assertEquals("n/a", last.firstText());
    assertEquals("15 texts on 16 rows, not understood: 3 texts on 3 rows", coverage.toString());
    assertTrue(coverage.table().toText().contains("ad valorem"));
    assertEquals(7, RateCoverage.ofCounted(Map.of("5%", 7L)).rows(RateKind.AD_VALOREM));
  }
}
