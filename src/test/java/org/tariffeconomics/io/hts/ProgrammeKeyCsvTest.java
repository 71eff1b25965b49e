package org.tariffeconomics.io.hts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import org.junit.jupiter.api.Test;
import org.tariffeconomics.reading.Facts;
import org.tariffeconomics.reading.Reading;
import org.tariffeconomics.reference.UsTariffs;
import org.tariffeconomics.schedule.ProgrammeKey;

class ProgrammeKeyCsvTest {

  private static Reading<ProgrammeKey> read(String text) {
    return ProgrammeKeyCsv.read("key.csv", new StringReader(text), Facts.VERIFIED_ONLY);
  }

  @Test
  void writing_and_reading_a_key_gives_the_key() {
    ProgrammeKey key = UsTariffs.programmeKey(Facts.INCLUDING_UNVERIFIED);
    assertEquals(
        key,
        ProgrammeKeyCsv.read(
                "key.csv", new StringReader(ProgrammeKeyCsv.write(key)), Facts.INCLUDING_UNVERIFIED)
            .orThrow());
  }

  @Test
  void the_bundled_key_leaves_out_what_was_read_in_part() {
    assertTrue(UsTariffs.programmeKey(Facts.VERIFIED_ONLY).programmes("D").isEmpty());
    // three lists of countries by days, and Gabon, which is in again from 2026 on
    assertEquals(4, UsTariffs.programmeKey(Facts.INCLUDING_UNVERIFIED).programmes("D").size());
    assertEquals(
        "KORUS", UsTariffs.programmeKey(Facts.VERIFIED_ONLY).programmes("KR").get(0).programme());
  }

  @Test
  void bad_rows_become_problems_and_good_ones_stay() {
    Reading<ProgrammeKey> reading =
        read(
            "symbol,programme,origins,from,until\n"
                + "general,MFN,*,,\n"
                + "KR,KORUS,KR,,\n"
                + "XX,,JP,,\n"
                + "YY,Y,Atlantis,,\n"
                + "ZZ,Z,JP,2025-02-01,2025-01-01\n"
                + "WW,W,JP,3025-13-01,\n");
    assertEquals(4, reading.problems().size(), reading.problems().toString());
    assertEquals(1, reading.value().programmes().size());
    assertThrows(IllegalArgumentException.class, reading::orThrow);
  }

  @Test
  void a_key_needs_the_name_of_the_general_rate() {
    assertTrue(
        read("symbol,programme,origins\nKR,KORUS,KR\n")
            .problems()
            .toString()
            .contains("one row must be 'general'"));
  }
}
