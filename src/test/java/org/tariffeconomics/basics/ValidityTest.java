package org.tariffeconomics.basics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.threeten.extra.LocalDateRange;

class ValidityTest {

  /** In force from 1 March, published on 10 March; to end in June, as was published on 1 May. */
  private static final Validity LAW =
      Validity.from("2025-03-01")
          .until("2025-06-01")
          .withKnownFrom("2025-03-10")
          .withEndKnownFrom("2025-05-01");

  /** The same, which was first to end in April. */
  private static final Validity PLANNED = LAW.withPlannedEnd(day("2025-04-01"));

  private static LocalDate day(String text) {
    return LocalDate.parse(text);
  }

  private static Knowledge knowledge(String text) {
    return switch (text) {
      case "now" -> Knowledge.now();
      case "of the day" -> Knowledge.ofTheDay();
      default -> Knowledge.of(text);
    };
  }

  @ParameterizedTest(name = "entered {0}, known {1}: {2}, planned {3}")
  @CsvSource({
    "2025-02-28, now,        false, false",
    "2025-03-01, now,        true,  true",
    "2025-05-31, now,        true,  true",
    "2025-06-01, now,        false, false",
    // not published yet
    "2025-03-05, of the day, false, false",
    "2025-03-10, of the day, true,  true",
    "2025-03-31, of the day, true,  true",
    // the planned end has come, the later one is not known yet
    "2025-04-15, of the day, true,  false",
    "2025-05-01, of the day, true,  true",
    "2025-06-01, of the day, false, false",
    "2025-05-15, 2025-03-09, false, false",
    "2025-03-31, 2025-03-10, true,  true",
    "2025-04-01, 2025-03-10, true,  false",
    // whoever knows only the beginning knows no end
    "2026-01-01, 2025-04-30, true,  false",
    "2026-01-01, 2025-05-01, false, false"
  })
  void two_clocks(String entry, String known, boolean holds, boolean planned) {
    assertEquals(holds, LAW.holds(day(entry), knowledge(known)));
    assertEquals(planned, PLANNED.holds(day(entry), knowledge(known)));
  }

  /** The example of the class: a suspension that lapses when its prolongation is not known. */
  @Test
  void a_law_withdrawn_before_it_began_stood_in_the_books_until_then() {
    Validity suspended =
        Validity.from("2025-11-10")
            .until("2025-11-10")
            .withKnownFrom("2025-08-11")
            .withEndKnownFrom("2025-11-04");
    assertTrue(suspended.holds(day("2025-11-15"), Knowledge.of("2025-08-12")));
    assertFalse(suspended.holds(day("2025-11-15"), Knowledge.now()));
    assertFalse(suspended.holds(day("2025-11-15"), Knowledge.of("2025-08-10")));
    assertEquals(LocalDateRange.ofUnboundedEnd(day("2025-11-10")), suspended.longestDays());
  }

  @Test
  void always() {
    assertTrue(Validity.always().holds(LocalDate.MIN.plusDays(1), Knowledge.now()));
    assertTrue(Validity.always().isKnown(day("1900-01-01"), Knowledge.of("1800-01-01")));
    assertEquals(new TreeSet<>(), Validity.always().changeDays());
    assertEquals(new TreeSet<>(), Validity.always().knowledgeDays());
    assertEquals(LocalDateRange.ALL, Validity.always().longestDays());
    assertEquals(Validity.always(), Validity.during(LocalDateRange.ALL));
  }

  @Test
  void days_and_their_doors() {
    LocalDateRange range = LocalDateRange.of(day("2025-03-01"), day("2025-06-01"));
    assertEquals(range, LAW.days());
    assertEquals(LAW.days(), Validity.from("2025-03-01").through("2025-05-31").days());
    assertEquals(range, Validity.always().withDays(range).days());
    assertEquals(range, Validity.during(range).days());
    assertEquals(day("2025-04-01"), LAW.withFirstDay(day("2025-04-01")).days().getStart());
    assertEquals(day("2025-06-01"), LAW.withFirstDay(day("2025-04-01")).days().getEnd());
    assertEquals(day("2025-07-01"), LAW.until(day("2025-07-01")).days().getEnd());
    assertTrue(LAW.until(day("2025-03-01")).days().isEmpty());
  }

  @Test
  void a_changed_copy_keeps_the_rest() {
    Validity changed = PLANNED.withFirstDay(day("2025-03-02")).until("2025-06-02");
    assertEquals(Optional.of(day("2025-03-10")), changed.knownFrom());
    assertEquals(Optional.of(day("2025-05-01")), changed.endKnownFrom());
    assertEquals(Optional.of(day("2025-04-01")), changed.plannedEnd());
    Validity known = PLANNED.withKnownFrom("2025-03-11");
    assertEquals(PLANNED.days(), known.days());
    assertEquals(PLANNED.plannedEnd(), known.plannedEnd());
    assertEquals(PLANNED.endKnownFrom(), known.endKnownFrom());
    Validity end = PLANNED.withEndKnownFrom("2025-05-02");
    assertEquals(PLANNED.plannedEnd(), end.plannedEnd());
    assertEquals(PLANNED.knownFrom(), end.knownFrom());
    assertEquals(LAW, PLANNED.withPlannedEnd(null));
  }

  @Test
  void an_end_before_the_start_is_refused_with_both() {
    for (var wrong :
        List.<Executable>of(
            () -> LAW.until("2025-02-28"),
            () -> LAW.through("2025-02-27"),
            () -> LAW.withFirstDay(day("2025-06-02")))) {
      String message = assertThrows(IllegalArgumentException.class, wrong).getMessage();
      assertTrue(message.matches("The end must not be before the start, but was .* < .*"), message);
    }
  }

  @Test
  void a_planned_end_needs_a_later_one() {
    assertThrows(
        IllegalArgumentException.class,
        () -> Validity.from("2025-03-01").withPlannedEnd(day("2025-04-01")));
    assertThrows(IllegalArgumentException.class, () -> LAW.withPlannedEnd(day("2025-02-28")));
    assertThrows(IllegalArgumentException.class, () -> PLANNED.withEndKnownFrom((LocalDate) null));
    assertEquals(day("2025-03-01"), LAW.withPlannedEnd(day("2025-03-01")).plannedEnd().get());
  }

  @Test
  void the_longest_days_that_were_ever_published() {
    Validity shortened = LAW.withPlannedEnd(day("2025-09-01"));
    assertEquals(day("2025-09-01"), shortened.longestDays().getEnd());
    assertEquals(day("2025-06-01"), PLANNED.longestDays().getEnd());
    assertTrue(LAW.longestDays().isUnboundedEnd());
    assertEquals(LAW.days(), LAW.withEndKnownFrom((LocalDate) null).longestDays());
  }

  @Test
  void days_of_change_and_of_knowledge() {
    assertEquals(
        new TreeSet<>(List.of(day("2025-03-01"), day("2025-04-01"), day("2025-06-01"))),
        PLANNED.changeDays());
    assertEquals(
        new TreeSet<>(List.of(day("2025-03-10"), day("2025-05-01"))), PLANNED.knowledgeDays());
    assertEquals(
        new TreeSet<>(List.of(day("2025-03-01"))), Validity.from("2025-03-01").changeDays());
    assertEquals(
        new TreeSet<>(List.of(day("2025-06-01"))),
        Validity.always().until("2025-06-01").changeDays());
  }

  @Test
  void published_is_when_it_was_known_else_when_it_began() {
    assertEquals(day("2025-03-10"), LAW.published());
    assertEquals(day("2025-03-01"), LAW.withKnownFrom((LocalDate) null).published());
  }

  @Test
  void equality_is_that_of_contents() {
    Validity again =
        Validity.from("2025-03-01")
            .until("2025-06-01")
            .withKnownFrom("2025-03-10")
            .withEndKnownFrom("2025-05-01");
    assertEquals(LAW, again);
    assertEquals(LAW.hashCode(), again.hashCode());
    assertNotEquals(LAW.hashCode(), PLANNED.hashCode());
    for (Validity other :
        List.of(
            PLANNED,
            LAW.until("2025-06-02"),
            LAW.withKnownFrom("2025-03-11"),
            LAW.withEndKnownFrom("2025-05-02"))) {
      assertNotEquals(LAW, other);
    }
    assertNotEquals(LAW, "from 2025-03-01");
  }

  @Test
  void in_words() {
    assertEquals("always", Validity.always().toString());
    assertEquals("from 2025-03-01", Validity.from("2025-03-01").toString());
    assertEquals("until 2025-06-01", Validity.always().until("2025-06-01").toString());
    assertEquals(
        "from 2025-03-01 until 2025-06-01, known from 2025-03-10, its end known from 2025-05-01,"
            + " first to end on 2025-04-01",
        PLANNED.toString());
  }
}
