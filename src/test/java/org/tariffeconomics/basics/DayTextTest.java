package org.tariffeconomics.basics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Days as people write them; what could be two days is refused with both. */
class DayTextTest {

  private static final LocalDate DAY = LocalDate.of(2025, 9, 16);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2025-09-16",
        "2025-9-16",
        "2025/09/16",
        "2025.09.16",
        "20250916",
        "16 Sep 2025",
        "16 September 2025",
        "September 16, 2025",
        "Sept 16 2025",
        "Sept. 16, 2025",
        "SEP 16 2025",
        "16th September 2025",
        "16th of September 2025",
        "16-Sep-2025",
        " 16  sep  2025 ",
        "16/09/2025",
        "09/16/2025",
        "16.09.2025",
        "9/16/2025"
      })
  void each_way_of_writing_is_the_same_day(String text) {
    assertEquals(DAY, DayText.parse(text));
  }

  @Test
  void what_can_be_two_days_is_refused_with_both() {
    assertEquals(
        "firstDay '09/10/2025' can be two days: write 2025-09-10 or 2025-10-09",
        message("09/10/2025"));
    assertEquals(LocalDate.of(2025, 9, 9), DayText.parse("09/09/2025"));
  }

  @Test
  void what_is_no_day_is_told_what_to_write() {
    assertEquals(
        "firstDay must read like 2025-09-16 or 16 Sep 2025, but was 'today': name the day, since an answer must be the same tomorrow",
        message("today"));
    for (String text : List.of("31 Feb 2025", "2025-13-01", "2025-02-29", "32/01/2025")) {
      assertTrue(
          message(text).endsWith("is not in the calendar: write a day like 2025-09-16"), text);
    }
    for (String text : List.of("", "16 Ju 2025", "16 Sep 25", "16/9/25", "2025-09", "Sep 2025")) {
      assertTrue(message(text).contains("must read like 2025-09-16"), text);
    }
  }

  @Test
  void what_is_something_else_is_called_by_its_name() {
    assertTrue(
        message("JP").endsWith("'JP', which is a country: have two arguments changed places?"));
    assertTrue(message("South Korea").contains("which is a country"));
    assertTrue(message("8703.23.01").contains("which is a product"));
    assertTrue(message("15%").contains("which is a rate"));
    assertTrue(message("USD 30,290").contains("which is an amount"));
  }

  private static String message(String text) {
    return assertThrows(IllegalArgumentException.class, () -> DayText.parse("firstDay", text))
        .getMessage();
  }

  /** Every day of two centuries, in every way of writing that has the month in words or first. */
  @Property(tries = 300)
  void a_day_reads_back_from_its_forms(@ForAll @IntRange(min = 0, max = 73_000) int days) {
    LocalDate day = LocalDate.of(1900, 1, 1).plusDays(days);
    for (String form :
        List.of("yyyy-MM-dd", "yyyy/M/d", "d MMM yyyy", "MMMM d, yyyy", "yyyyMMdd")) {
      String text = day.format(DateTimeFormatter.ofPattern(form, Locale.ENGLISH));
      assertEquals(day, DayText.parse(text), text);
    }
  }

  @Property(tries = 500)
  void any_text_is_a_day_or_refused_by_name(@ForAll @StringLength(max = 30) String text) {
    try {
      DayText.parse("day", text);
    } catch (IllegalArgumentException e) {
      assertTrue(e.getMessage().startsWith("day "), e.getMessage());
    }
  }
}
