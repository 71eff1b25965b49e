package org.tariffeconomics.landedcost;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.rate.DutyRate;
import org.tariffeconomics.tariff.DutyLayer;
import org.tariffeconomics.tariff.DutyStack;
import org.tariffeconomics.tariff.DutyStack.Outcome;

/**
 * Which duties of the bundled United States book demand privileged foreign status of goods that are
 * admitted into a zone from a day on: "must be admitted as privileged foreign status", or "may only
 * be". Of the duties of section 301 no text was read.
 *
 * @param programmes the programmes
 * @param from the first day of admission
 * @param basis where it stands
 */
record ZoneDemand(Set<String> programmes, LocalDate from, String basis) {

  private static final List<ZoneDemand> DEMANDS =
      List.of(
          of(
              "2025-02-04",
              "EO 14193 to 14195, s. 2",
              "IEEPA Canada",
              "IEEPA Mexico",
              "IEEPA China"),
          of("2025-03-12", "Proclamation 10896, clause 9", "S232 steel"),
          of("2025-03-12", "Proclamation 10895, clause 10", "S232 aluminium"),
          of("2025-04-03", "Proclamation 10908, clause 8", "S232 autos", "S232 auto parts"),
          of("2025-04-09", "EO 14257, s. 3(g)", "IEEPA reciprocal", "IEEPA transshipment"),
          of("2025-08-01", "Proclamation 10962, clause 6", "S232 copper"),
          of("2025-08-06", "EO 14323, s. 3(d)", "IEEPA Brazil"),
          of("2025-08-27", "EO 14329, s. 3(e)", "IEEPA India"),
          of("2025-10-14", "Proclamation 10976, clause 8", "S232 wood"),
          of("2025-11-01", "Proclamation 10984, clause 8", "S232 trucks", "S232 truck parts"),
          of("2026-01-15", "Proclamation 11002, clause 8", "S232 semiconductors"),
          of("2026-02-24", "Proclamation 11012, clause 6", "S122"),
          of("2026-04-06", "Proclamation 11021, clause 12", "S232 Russian aluminium"),
          of("2026-07-31", "Proclamation 11020, clause 13", "S232 pharmaceuticals"),
          of("2026-08-15", "Proclamation of 31 July 2026 on quartz, clause 1", "S201 quartz"),
          of("2026-08-22", "Proclamation 11048, clause 4", "S338 Canada", "S338 Canada dairy"),
          of("2026-09-03", "Proclamation 11055, clause 9", "S232 drones"),
          of("2026-12-04", "Proclamation of 6 August 2026, clause 7", "S232 polysilicon"));

  private static ZoneDemand of(String from, String basis, String... programmes) {
    return new ZoneDemand(Set.of(programmes), LocalDate.parse(from), basis);
  }

  /** What leaves in a product: nothing where status is demanded, not known where it may be. */
  static @Nullable DutyStack choice(DutyStack admitted, DutyStack product) {
    if (admitted.outcome() != Outcome.ASSESSED && admitted.outcome() != Outcome.BOUNDED) {
      return product;
    }
    List<DutyStack> cases = admitted.cases();
    long demanded = cases.stream().filter(ZoneDemand::isDemanded).count();
    if (demanded == 0 && !cases.isEmpty()) {
      return product;
    }
    return demanded == cases.size() && !cases.isEmpty()
        ? null
        : ZoneRule.open(product, "where it may be chosen", "of the product, if no order forbids");
  }

  private static boolean isDemanded(DutyStack told) {
    return told.layers().stream()
        .map(DutyLayer::measure)
        .filter(each -> !(each.rate() instanceof DutyRate.Free))
        .anyMatch(each -> isDemanded(each.programme(), told.law().day()));
  }

  private static boolean isDemanded(String programme, LocalDate day) {
    return DEMANDS.stream()
        .anyMatch(each -> each.programmes.contains(programme) && !day.isBefore(each.from));
  }
}
