package org.tariffeconomics.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tariffeconomics.SharedFiles;
import org.tariffeconomics.Tariffs;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.io.hts.HtsFile;
import org.tariffeconomics.rate.DeclaredFacts;
import org.tariffeconomics.report.Table;
import org.tariffeconomics.tariff.DutyStack;
import org.tariffeconomics.tariff.DutyStack.Outcome;

/**
 * Days outside the facts, numbers that ended and codes that are none, by every door of the law: a
 * single duty, a comparison, a gap, a timeline, what lies ahead, an average, headings, a joined
 * release.
 */
class UsBadInputDoorsTest {

  private static final String SHIRT = "6109.10.00";

  /** Split into .30 and .70 on 1 July 2025, as was published on that day. */
  private static final String ENDED = "9401.99.90.81";

  private static String words(Table table) {
    return table.toMarkdown().replaceAll("\\s+", " ");
  }

  // --- before the facts
  // ---------------------------------------------------------------------------

  @Test
  void before_the_facts_no_number_is_told() {
    String day = "2024-12-31";
    assertEquals(Outcome.UNDETERMINED, Tariffs.duty(SHIRT, "DE", day).outcome());
    assertTrue(words(Tariffs.compare(SHIRT, day, "DE", "JP").table()).contains("unknown"));
    assertThrows(IllegalStateException.class, () -> Tariffs.gap(SHIRT, day, "DE", "JP"));
    assertEquals(Optional.empty(), Tariffs.averageDuty(day).nothingClaimedRange());
    assertTrue(
        words(Tariffs.timeline(SHIRT, day, "2025-01-02", "DE").table()).contains("2025-01-01"));
  }

  @Test
  void before_the_facts_what_cannot_be_unknown_is_refused() {
    String day = "2024-12-31";
    for (Executable door :
        new Executable[] {
          () -> Tariffs.ahead(day),
          () -> Tariffs.ahead(day, SHIRT, "DE"),
          () -> Tariffs.provisions("9903.01").on(day)
        }) {
      String said = assertThrows(IllegalArgumentException.class, door).getMessage();
      assertTrue(said.contains("2025-01-01") && said.contains(day), said);
    }
  }

  // --- after the last fact
  // ------------------------------------------------------------------------

  @Test
  void after_the_last_fact_every_door_says_what_is_assumed() {
    String day = "2027-06-01";
    for (String words :
        new String[] {
          Tariffs.duty(SHIRT, "DE", day).stamp().toString(),
          words(Tariffs.compare(SHIRT, day, "DE", "JP").table()),
          words(Tariffs.timeline(SHIRT, "2026-09-01", day, "DE").table()),
          words(Tariffs.ahead(day, SHIRT, "DE").table()),
          words(Tariffs.provisions("9903.88.03").on(day).table()),
          Tariffs.averageDuty(day).stamp().toString(),
        }) {
      assertTrue(words.contains("past the last known fact: assumes current law"), words);
    }
  }

  // --- numbers that ended
  // -------------------------------------------------------------------------

  @Test
  void an_ended_number_is_answered_by_its_successors_and_every_door_says_so() {
    for (String words :
        new String[] {
          Tariffs.duty(ENDED, "DE", "2025-09-16").stamp().toString(),
          words(Tariffs.compare(ENDED, "2025-09-16", "DE", "JP").table()),
          words(Tariffs.timeline(ENDED, "2025-06-01", "2025-12-31", "DE").table()),
          words(Tariffs.ahead("2025-09-16", ENDED, "DE").table()),
        }) {
      assertTrue(
          words.contains("9401.99.90.81 ended on 2025-07-01 and is now 9401.99.90.30"), words);
    }
  }

  /** On 16 May 2025 no one knew that the number would be split: it goes on as a derivative. */
  @Test
  void a_number_does_not_end_before_its_end_is_known() {
    UsAhead ahead = Tariffs.ahead("2025-05-16", ENDED, "DE with content:aluminium=1");
    assertTrue(
        ahead.steps().stream().noneMatch(s -> s.day().toString().equals("2025-07-01")),
        ahead.steps()::toString);
    DutyStack then =
        UsTariffs.book()
            .on("2025-07-02")
            .asKnownOn("2025-05-16")
            .stack(HsCode.of(ENDED), Country.of("DE"), DeclaredFacts.parse("content:aluminium=1"));
    assertEquals("25%", then.adValoremRate().orElseThrow().toString());
  }

  // --- codes that are none
  // ------------------------------------------------------------------------

  @ParameterizedTest
  @ValueSource(strings = {"6109.99", "7777.77", "9999.99.99"})
  void a_code_that_is_none_is_unknown_or_refused(String code) {
    String day = "2025-09-16";
    assertEquals(Outcome.UNDETERMINED, Tariffs.duty(code, "DE", day).outcome());
    assertTrue(words(Tariffs.compare(code, day, "DE", "JP").table()).contains("is no line of"));
    assertTrue(
        words(Tariffs.timeline(code, day, "2025-12-31", "DE").table()).contains("is no line of"));
    assertThrows(IllegalStateException.class, () -> Tariffs.gap(code, day, "DE", "JP"));
    String said =
        assertThrows(IllegalArgumentException.class, () -> Tariffs.ahead(day, code, "DE"))
            .getMessage();
    assertTrue(said.contains(code), said);
    assertThrows(IllegalArgumentException.class, () -> Tariffs.averageDuty(code, day));
    assertThrows(IllegalArgumentException.class, () -> Tariffs.provisions(code));
  }

  /** Nothing ahead of a chapter is told as a number, and the days on which its duties move are. */
  @Test
  void what_moves_and_has_no_number_is_noted() {
    UsAhead ahead = Tariffs.ahead("2025-05-16", "12", "DE");
    assertTrue(ahead.steps().isEmpty());
    assertTrue(ahead.notes().toString().contains("2025-07-09"), ahead.notes()::toString);
  }

  // --- a release joined
  // ---------------------------------------------------------------------------

  @Test
  void an_older_release_says_so_and_knows_its_own_codes_only() {
    var book = UsTariffs.book(HtsFile.read(SharedFiles.release()).orThrow());
    DutyStack shirt = book.on("2026-11-01").stack(HsCode.of(SHIRT), Country.of("DE"));
    String words = shirt.stamp().toString();
    assertTrue(words.contains("older than the bundle"), words);
    assertTrue(words.contains("past the last known fact"), words);
    DutyStack none = book.on("2025-09-16").stack(HsCode.of("6109.99"), Country.of("DE"));
    assertEquals(Outcome.UNDETERMINED, none.outcome());
    assertFalse(none.reasons().isEmpty());
    assertEquals(
        Outcome.UNDETERMINED,
        book.on("2024-12-31").stack(HsCode.of(SHIRT), Country.of("DE")).outcome());
  }
}
