package org.tariffeconomics.rate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tariffeconomics.rate.Condition.Truth;

/** Goods are loaded and exported before they enter; days are read as people write them. */
class DaysBeforeEntryTest {

  private static final LocalDate ENTRY = LocalDate.parse("2025-08-20");

  @ParameterizedTest
  @CsvSource({
    "loaded=2025-08-21, true",
    "loaded=2025-08-20, false",
    "loaded=21 Aug 2025, true",
    "loaded=21.08.2025, true",
    "exported=2025-09-01, true",
    "exported=2025-08-01; loaded=2025-08-02, false",
    "re-exported=2026-01-01, false",
    "loaded=some day, false"
  })
  void what_came_after_entry_contradicts_it(String declared, boolean wrong) {
    Optional<String> found = DeclaredFacts.parse(declared).contradiction(ENTRY);
    assertEquals(wrong, found.isPresent());
    found.ifPresent(
        words -> assertTrue(words.contains("must not be after the day of entry, 2025-08-20")));
    assertEquals(Optional.empty(), DeclaredFacts.parse(declared).contradiction());
  }

  @Test
  void an_open_day_of_loading_is_none_after_entry() {
    List<Condition> asked = List.of(Condition.parse("loaded<2025-08-25"));
    assertEquals("[loaded: any]", alternatives(asked, "2025-08-20"));
    assertEquals("[loaded: any]", alternatives(asked, "2025-08-24"));
    assertEquals(
        "[loaded: below 2025-08-25, loaded: 2025-08-25]", alternatives(asked, "2025-08-25"));
    assertEquals(
        "2025-08-25",
        FactAlternative.of("loaded", asked, DeclaredFacts.none(), LocalDate.parse("2025-08-25"))
            .get(1)
            .value());
    List<Condition> other = List.of(Condition.parse("landed<2025-08-25"));
    assertEquals(2, FactAlternative.of("landed", other, DeclaredFacts.none(), ENTRY).size());
  }

  private static String alternatives(List<Condition> asked, String entry) {
    return FactAlternative.of("loaded", asked, DeclaredFacts.none(), LocalDate.parse(entry))
        .toString();
  }

  @ParameterizedTest
  @CsvSource({
    "2025-08-01, MET",
    "1 Aug 2025, MET",
    "'August 31, 2025', NOT_MET",
    "20250801, MET",
    "31.08.2025, NOT_MET",
    "31/08/2025, NOT_MET",
    "13-08-2025, NOT_MET",
    "01.08.2025, UNDETERMINED",
    "01-08-2025, UNDETERMINED",
    "31.02.2025, UNDETERMINED",
    "45870, UNDETERMINED"
  })
  void a_declared_day_is_read_or_not_known(String declared, Truth truth) {
    assertEquals(
        truth,
        Condition.parse("loaded<2025-08-07")
            .test(DeclaredFacts.none().withFact("loaded", declared))
            .truth());
  }

  @Test
  void a_day_that_could_be_two_is_told_with_both() {
    String reason =
        Condition.parse("loaded<2025-08-07")
            .test(DeclaredFacts.none().withFact("loaded", "01.08.2025"))
            .reason();
    assertEquals(
        "the declared 'loaded' '01.08.2025' can be two days: write 2025-01-08 or 2025-08-01",
        reason);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "loaded<7 Aug 2025",
        "loaded<31.08.2025",
        "ordered>=31-08-2025",
        "ordered=August 31, 2025"
      })
  void the_day_of_a_condition_is_read_as_people_write_it(String text) {
    assertTrue(Condition.parse(text) instanceof Condition.Day, text);
  }

  @ParameterizedTest
  @CsvSource({
    "loaded<07.08.2025, 2025-07-08 or 2025-08-07",
    "ordered=07-08-2025, 2025-07-08 or 2025-08-07",
    "loaded<20.13.2025, calendar",
    "loaded<45876, must read like",
    "loaded=soon, must read like"
  })
  void the_day_of_a_condition_is_never_guessed(String text, String says) {
    String message =
        assertThrows(IllegalArgumentException.class, () -> Condition.parse(text)).getMessage();
    assertTrue(message.contains(says), message);
  }
}
