package org.tariffeconomics.basics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KnowledgeTest {

  private static final LocalDate ENTRY = LocalDate.parse("2025-08-12");
  private static final LocalDate BEFORE = LocalDate.parse("2025-08-11");
  private static final LocalDate AFTER = LocalDate.parse("2025-08-13");

  @Test
  void all_is_known_now() {
    assertEquals(Optional.empty(), Knowledge.now().on(ENTRY));
    assertTrue(Knowledge.now().reaches(LocalDate.MAX, ENTRY));
    assertFalse(Knowledge.now().isOfTheDay());
    assertEquals("now", Knowledge.now().toString());
  }

  @Test
  void a_day_of_knowledge_reaches_what_was_published_through_it() {
    Knowledge then = Knowledge.of("2025-08-12");
    assertEquals(Optional.of(ENTRY), then.on(AFTER));
    assertTrue(then.reaches(BEFORE, AFTER));
    assertTrue(then.reaches(ENTRY, BEFORE));
    assertFalse(then.reaches(AFTER, AFTER));
    assertFalse(then.isOfTheDay());
    assertEquals("of 2025-08-12", then.toString());
  }

  @Test
  void knowledge_of_the_day_moves_with_the_entry() {
    Knowledge daily = Knowledge.ofTheDay();
    assertEquals(Optional.of(ENTRY), daily.on(ENTRY));
    assertTrue(daily.reaches(ENTRY, ENTRY));
    assertFalse(daily.reaches(AFTER, ENTRY));
    assertTrue(daily.isOfTheDay());
    assertEquals("of the day", daily.toString());
  }

  @Test
  void equality_is_that_of_contents() {
    assertEquals(Knowledge.of("2025-08-12"), Knowledge.of(ENTRY));
    assertEquals(Knowledge.of("2025-08-12").hashCode(), Knowledge.of(ENTRY).hashCode());
    assertNotEquals(Knowledge.of(ENTRY), Knowledge.of(AFTER));
    assertNotEquals(Knowledge.now(), Knowledge.ofTheDay());
    assertNotEquals(Knowledge.now().hashCode(), Knowledge.ofTheDay().hashCode());
    assertNotEquals(Knowledge.now(), Knowledge.of(ENTRY));
    assertNotEquals(Knowledge.now(), "now");
  }

  @Test
  void a_day_is_needed() {
    LocalDate none = null;
    assertThrows(NullPointerException.class, () -> Knowledge.of(none));
  }
}
