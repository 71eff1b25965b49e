package org.tariffeconomics.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tariffeconomics.Tariffs;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.Knowledge;
import org.tariffeconomics.rate.DeclaredOrigin;
import org.tariffeconomics.tariff.DutyStack;

/** What lies ahead of a day, against the law of every day after it as it was known then. */
class UsAheadTest {

  private static final int DAYS = 800;

  /** Every day on which a number changes is a step, and every step is such a day. */
  @ParameterizedTest
  @CsvSource({
    "2025-05-20, 6109.10.00, BD",
    "2025-05-20, 8708.29.51, MX",
    "2025-08-01, 6203.42.07, NI",
    "2025-08-01, 9401.61.40.11, VN",
    "2025-08-01, 9018.31.00, CN",
    "2025-08-01, 8541.43.00, MY",
    "2025-08-01, 0707.00.20, TR",
    "2026-01-10, 8703.23.01, KR",
    "2026-09-20, 9403.40.90.60, CN",
    "2026-09-20, 6203.42.07, NI",
    "2026-09-20, 8541.43.00, MY",
    "2026-09-20, 8429.52.10, DE",
  })
  void no_day_on_which_the_duty_moves_is_left_out(String day, String line, String origin) {
    LocalDate from = LocalDate.parse(day);
    UsAhead ahead = Tariffs.ahead(day, line, origin);
    TreeSet<LocalDate> told =
        ahead.steps().stream()
            .map(UsAhead.Step::day)
            .collect(Collectors.toCollection(TreeSet::new));
    DeclaredOrigin goods = DeclaredOrigin.parse(origin);
    DutyStack before = stack(line, goods, from, from);
    for (LocalDate each = from.plusDays(1);
        each.isBefore(from.plusDays(DAYS));
        each = each.plusDays(1)) {
      DutyStack after = stack(line, goods, each, from);
      boolean moves = !after.range().equals(before.range()) || after.outcome() != before.outcome();
      boolean said = told.contains(each) || ahead.notes().toString().contains(each.toString());
      assertTrue(!moves || said, each + ": " + before + " to " + after);
      assertTrue(!told.contains(each) || !after.isSameDutyAs(before), each + " moves nothing");
      before = after;
    }
  }

  private static DutyStack stack(
      String line, DeclaredOrigin origin, LocalDate entry, LocalDate known) {
    return UsTariffs.book()
        .on(entry, Knowledge.of(known))
        .stack(HsCode.of(line), origin.country(), origin.facts());
  }

  /** Two ways of one country are two rows, not {@code KR, KR}; ranges are parted by an arrow. */
  @Test
  void origins_of_one_country_are_told_apart() {
    UsAhead ahead = Tariffs.ahead("2025-08-01", "9403.40.90.60", "KR", "KR claiming KORUS", "VN");
    assertEquals(
        List.of("KR", "KR (KORUS)", "VN"),
        ahead.steps().stream().map(UsAhead.Step::origin).toList());
    assertEquals(
        "2027-01-01 9403.40.90.60 from CN: 37.5% to 50.0% → 37.5% to 75.0%",
        Tariffs.ahead("2026-09-20", "9403.40.90.60", "CN").steps().get(0).toString());
  }

  /**
   * For all partners at once: 10 % on goods of Nicaragua, which has no deal, from 2027 and 15 %
   * from 2028 (90 FR 57807; HTS 9903.89.01); polysilicon from 4 December 2026, of which the minimum
   * prices are not computed; chips of China from 23 June 2027, at a rate that is not announced (90
   * FR 60848).
   */
  @Test
  void what_is_for_one_country_alone_and_what_is_not_known_are_told() {
    UsAhead ahead = Tariffs.ahead("2026-11-28");
    List<String> nicaragua =
        ahead.steps().stream()
            .filter(each -> each.origin().equals("NI"))
            .map(each -> each.day() + " " + each.change())
            .distinct()
            .toList();
    assertTrue(
        nicaragua.containsAll(List.of("2027-01-01 +10.0 pp", "2028-01-01 +5.0 pp")),
        nicaragua.toString());
    String notes = ahead.notes().toString();
    assertTrue(notes.contains("changes on 2026-12-04, but is not known in full"), notes);
    assertTrue(notes.contains("from CN changes on 2027-06-23, but is not known in full"), notes);
    assertTrue(ahead.table().toText().contains("changes on 2026-12-04"), ahead.table()::toText);
  }
}
