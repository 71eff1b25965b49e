package org.tariffeconomics.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tariffeconomics.SharedFiles;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.io.hts.HtsFile;
import org.tariffeconomics.schedule.TariffSchedule;

/** A release is placed by its rates, whatever its file is called. */
class UsReleaseAgeTest {

  /** Days of entry on which the release was law, and whether the bundle has newer duties. */
  @ParameterizedTest
  @CsvSource({
    "data/hts/hts_2025_basic.json.gz, 2025-01-15, true",
    "data/hts/hts_2025_rev_23.json.gz, 2025-09-16, true",
    "data/hts/hts_2025_rev_32.json.gz, 2025-12-10, true",
    "data/hts/hts_2026_rev_10.json.gz, 2026-06-20, false",
  })
  void a_release_older_than_the_bundle_is_told(String file, LocalDate day, boolean older) {
    UsReleaseAge age = UsReleaseAge.of(HtsFile.read(SharedFiles.require(file)).orThrow());
    assertTrue(age.isOfBundledDays(), age::toString);
    assertTrue(age.days().contains(day), age::toString);
    assertEquals(older, age.isOlder(), age::toString);
    assertTrue(age.agreeing() > 0.99 * age.lines(), age::toString);
    assertEquals(older, age.toString().contains("is older than the bundled law"), age::toString);
  }

  /** The stamp of every answer of a joined book says of which days the ordinary duties are. */
  @Test
  void an_older_release_is_named_with_its_days_in_every_stamp() {
    TariffSchedule release = HtsFile.read(SharedFiles.release()).orThrow();
    String stamp = UsTariffs.book(release).on("2026-11-01").stamp().toString();
    assertTrue(stamp.contains("older than the bundle"), stamp);
  }

  private static TariffSchedule release(String rows) {
    String file =
        "HTS Number,Indent,Description,Unit of Quantity,General Rate of Duty,"
            + "Special Rate of Duty,Column 2 Rate of Duty,Quota Quantity,Additional Duties\n"
            + rows;
    return HtsFile.read("mine.csv", new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)))
        .orThrow();
  }

  /** Invented rates for two of three lines. */
  @Test
  void a_release_of_other_days_is_said_to_be_one() {
    UsReleaseAge age =
        UsReleaseAge.of(
            release(
                "6109.10.00,0,shirts,,99%,,90%,,\n"
                    + "9503.00.00,0,toys,,Free,,70%,,\n"
                    + "8703.23.01,0,cars,,77%,,10%,,\n"));
    assertFalse(age.isOfBundledDays(), age::toString);
    assertFalse(age.isOlder());
    assertTrue(age.toString().contains("none of the bundled days"), age::toString);
  }

  /** A later release's new lists are found by the headings that its lines point to. */
  @Test
  void headings_that_are_not_bundled_are_told() {
    TariffSchedule release = HtsFile.read(SharedFiles.release()).orThrow();
    assertEquals(List.of(), UsReleaseAge.of(release).unknownHeadings());
    assertEquals(
        List.of(HsCode.of("9903.99.77")),
        UsReleaseAge.of(release("9503.00.00,0,toys,,Free [1],\"See 9903.99.77 (AU)\",70%,,\n"))
            .unknownHeadings());
  }
}
