package org.tariffeconomics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.tariffeconomics.tariff.DutyComparison;

/**
 * All origins are all foreign ones. Puerto Rico is in the customs territory (General Note 2), the
 * possessions are American Samoa, Guam, the Northern Marianas, the Virgin Islands and the outlying
 * islands (General Note 3(a)(iv)).
 */
class AllOriginsTest {

  private static final Set<String> HOME = Set.of("AS", "GU", "MP", "PR", "UM", "US", "VI");

  private static Set<String> origins(DutyComparison comparison) {
    return comparison.entries().stream()
        .map(each -> each.origin().country().alpha2())
        .collect(Collectors.toSet());
  }

  @Test
  void all_origins_are_foreign_and_the_result_says_who_is_left_out() {
    DutyComparison all = Tariffs.compare("8703.23.01", "2026-11-23", "*");
    assertTrue(HOME.stream().noneMatch(origins(all)::contains));
    assertEquals("GB", all.entries().get(0).origin().country().alpha2());
    assertEquals("0.0 pp", all.gapRange("GB", "GB").orElseThrow().toString());
    assertEquals("+5.0 pp", all.gapRange("JP", "GB").orElseThrow().toString());
    assertTrue(
        all.table().toString().replace('\n', ' ').contains("but AS, GU, MP, PR, UM, US, VI"));
    assertTrue(all.atUnitValue("USD 20/kg").stamp().toString().contains("AS, GU, MP"));
  }

  @Test
  void one_that_is_named_is_compared() {
    DutyComparison some = Tariffs.compare("8703.23.01", "2026-11-23", "GU", "JP");
    assertEquals(Set.of("GU", "JP"), origins(some));
    assertFalse(some.stamp().toString().contains("not foreign"));
    DutyComparison both = Tariffs.compare("8703.23.01", "2026-11-23", "*", "PR");
    assertTrue(origins(both).contains("PR"));
    assertTrue(both.stamp().toString().contains("but AS, GU, MP, UM, US, VI,"));
  }

  @Test
  void a_group_without_such_parts_says_nothing() {
    DutyComparison asean = Tariffs.compare("8703.23.01", "2026-11-23", "ASEAN");
    assertFalse(asean.stamp().toString().contains("not foreign"));
  }

  @Test
  void changes_and_timelines_leave_them_out_too() {
    assertTrue(
        Tariffs.beforeAfter("6109.10", "2025-01-15", "2025-09-01", "*")
            .stamp()
            .toString()
            .contains("but AS, GU"));
    assertTrue(
        Tariffs.timeline("6109.10", "2025-09-01", "2025-09-02", "* except CN")
            .table()
            .caption()
            .toString()
            .contains("but AS, GU"));
  }

  /**
   * Members of the Union and Japan pay 15 % (EO 14346, EO 14345). On 10 % shoes Singapore pays 20
   * %, Thailand 29 % and Laos 50 % (EO 14326, annex I).
   */
  @Test
  void a_gap_may_be_that_of_a_group() {
    assertEquals("0.0 pp", Tariffs.gap("8703.23.01", "2026-11-23", "EU", "JP").toString());
    assertEquals("15%", Tariffs.levelRate("8703.23.01", "2026-11-23", "EU").toString());
    assertEquals(
        "between -9.0 pp and +21.0 pp",
        Tariffs.gap("6403.99.90.05", "2025-09-01", "ASEAN", "TH").toString());
  }
}
