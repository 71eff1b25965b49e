package org.tariffeconomics.landedcost;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.tariff.DutyLayer;
import org.tariffeconomics.tariff.DutyStack;
import org.tariffeconomics.tariff.DutyStack.Outcome;
import org.tariffeconomics.tariff.TariffBook;
import org.tariffeconomics.tariff.TariffMeasure;

/**
 * What became of the duties of programmes of the bundled United States book on goods that had
 * privileged foreign status before a day and leave the zone from then on. Status keeps the rates of
 * its own day (19 CFR 146.65(a)), unless a proclamation says otherwise of goods in it already, or
 * the duty is collected no longer.
 *
 * @param programmes the programmes
 * @param from the first day on which goods leave under the rule
 * @param then what they bear
 * @param basis where it stands
 */
record ZoneRule(Set<String> programmes, LocalDate from, Then then, String basis) {

  /** What goods bear that leave. */
  enum Then {
    /** The duty of the day on which they leave. */
    OF_ENTRY,
    /** None. */
    NONE,
    /** The text was not seen whole. */
    NOT_KNOWN
  }

  private static final Set<String> METALS =
      Set.of(
          "S232 steel",
          "S232 aluminium",
          "S232 copper",
          "S232 Russian aluminium",
          "S232 Russian aluminium apart");

  private static final Set<String> EMERGENCY =
      Set.of(
          "IEEPA Canada",
          "IEEPA Mexico",
          "IEEPA China",
          "IEEPA reciprocal",
          "IEEPA transshipment",
          "IEEPA Brazil",
          "IEEPA India");

  private static final List<ZoneRule> RULES =
      List.of(
          new ZoneRule(
              Set.of("S232 steel"),
              LocalDate.of(2025, 3, 12),
              Then.OF_ENTRY,
              "Proclamation 10896, clause 9"),
          new ZoneRule(
              Set.of("S232 steel", "S232 aluminium", "S232 Russian aluminium"),
              LocalDate.of(2025, 6, 4),
              Then.NOT_KNOWN,
              "Proclamation 10947, clause 3, whose annex was not seen"),
          new ZoneRule(
              EMERGENCY,
              LocalDate.of(2026, 2, 24),
              Then.NONE,
              "Executive Order of 20 February 2026 that ends the duties of the emergency act"),
          new ZoneRule(
              METALS, LocalDate.of(2026, 4, 6), Then.OF_ENTRY, "Proclamation 11021, clause 12"),
          new ZoneRule(
              Set.of("S232 polysilicon", "S232 polysilicon minimum price"),
              LocalDate.of(2026, 12, 4),
              Then.OF_ENTRY,
              "Proclamation of 6 August 2026 on polysilicon, clause 7"));

  /**
   * The duties on goods that leave a zone in privileged foreign status.
   *
   * @param admitted the duties of the day of the status
   * @param day the day on which the goods leave; null where it is not told
   * @return the duties that are due; undetermined where the day or a text decides that is not known
   */
  static DutyStack leaving(DutyStack admitted, @Nullable LocalDate day) {
    List<ZoneRule> later =
        RULES.stream().filter(each -> each.isBetween(admitted.law().day(), day)).toList();
    if (later.isEmpty() || !isCharged(admitted)) {
      return admitted;
    }
    return day == null ? untold(admitted, later) : onDay(admitted, day, later);
  }

  private boolean isBetween(LocalDate status, @Nullable LocalDate day) {
    return from.isAfter(status) && (day == null || !from.isAfter(day));
  }

  private static boolean isCharged(DutyStack stack) {
    return stack.outcome() == Outcome.ASSESSED || stack.outcome() == Outcome.BOUNDED;
  }

  private static DutyStack untold(DutyStack admitted, List<ZoneRule> later) {
    return later.stream()
        .filter(
            each ->
                each.isOn(admitted) || each.isOn(at(admitted, each.from, admitted.law().book())))
        .findFirst()
        .map(each -> open(admitted, each.basis, "of the day of leaving"))
        .orElse(admitted);
  }

  private static DutyStack onDay(DutyStack admitted, LocalDate day, List<ZoneRule> later) {
    DutyStack kept = withoutEnded(admitted, later);
    DutyStack entered = at(admitted, day, kept.law().book());
    List<ZoneRule> again =
        later.stream()
            .filter(each -> each.then != Then.NONE && (each.isOn(kept) || each.isOn(entered)))
            .toList();
    if (again.isEmpty() || kept.isSameDutyAs(entered)) {
      return kept;
    }
    ZoneRule last = again.get(again.size() - 1);
    boolean reachesAll =
        again.stream().allMatch(each -> last.programmes.containsAll(each.programmes));
    return last.then == Then.OF_ENTRY
            && reachesAll
            && last.isOn(entered)
            && last.isAloneApart(kept, entered)
        ? entered
        : open(kept, last.basis, "of " + day);
  }

  /** The duties of the status's day without those that are collected no longer. */
  private static DutyStack withoutEnded(DutyStack admitted, List<ZoneRule> later) {
    Set<String> ended = new HashSet<>();
    later.stream()
        .filter(each -> each.then == Then.NONE)
        .forEach(each -> ended.addAll(each.programmes));
    TariffBook book = admitted.law().book();
    List<String> ids =
        book.measures().stream()
            .filter(each -> ended.contains(each.programme()))
            .map(TariffMeasure::id)
            .toList();
    return ids.isEmpty() ? admitted : at(admitted, admitted.law().day(), book.withoutMeasures(ids));
  }

  private static DutyStack at(DutyStack stack, LocalDate day, TariffBook book) {
    return book.on(day).stack(stack.line(), stack.origin(), stack.facts());
  }

  /** Whether the programmes charge the goods in some case that is left open. */
  private boolean isOn(DutyStack stack) {
    return stack.cases().stream()
        .flatMap(each -> each.layers().stream())
        .anyMatch(each -> programmes.contains(each.measure().programme()));
  }

  /** Whether two duties, each told, differ by these programmes alone. */
  private boolean isAloneApart(DutyStack one, DutyStack other) {
    return one.outcome() == Outcome.ASSESSED
        && other.outcome() == Outcome.ASSESSED
        && others(one).equals(others(other));
  }

  private List<List<Object>> others(DutyStack stack) {
    List<List<Object>> others = new ArrayList<>();
    for (DutyLayer each : stack.layers()) {
      if (!programmes.contains(each.measure().programme())) {
        others.add(List.of(each.measure().programme(), each.measure().rate(), each.share()));
      }
    }
    return others;
  }

  /** The same duties and one more, which is not known. */
  static DutyStack open(DutyStack stack, String basis, String which) {
    TariffMeasure unknown =
        TariffMeasure.adds(
                "goods in a zone",
                stack.line().toString(),
                stack.origin().toString(),
                "see the duty " + which)
            .withId("goods in a zone (" + basis + ")");
    return at(stack, stack.law().day(), stack.law().book().with(unknown));
  }
}
