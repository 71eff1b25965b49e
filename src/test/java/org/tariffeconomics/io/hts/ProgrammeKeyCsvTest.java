package org.tariffeconomics.io.hts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tariffeconomics.reading.Facts;
import org.tariffeconomics.reading.Reading;
import org.tariffeconomics.reference.UsTariffs;
import org.tariffeconomics.schedule.ProgrammeKey;
import org.tariffeconomics.schedule.SpecialProgramme;

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
  void the_bundled_key_leaves_open_what_was_read_in_part() {
    ProgrammeKey verified = UsTariffs.programmeKey(Facts.VERIFIED_ONLY);
    ProgrammeKey all = UsTariffs.programmeKey(Facts.INCLUDING_UNVERIFIED);
    // AGOA to September 2025 and from February 2026, and Gabon, which is in again
    assertEquals(3, verified.programmes("D").size());
    assertEquals(5, all.programmes("D").size());
    assertEquals(List.of(), all.unconfirmed());
    assertEquals(
        List.of("D", "D", "B"),
        verified.unconfirmed().stream().map(SpecialProgramme::symbol).toList());
    assertEquals("KORUS", verified.programmes("KR").get(0).programme());
  }

  @Test
  void a_key_with_unconfirmed_programmes_is_written_and_read_back() {
    ProgrammeKey key = UsTariffs.programmeKey(Facts.VERIFIED_ONLY);
    assertEquals(key, read(ProgrammeKeyCsv.write(key)).value());
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
