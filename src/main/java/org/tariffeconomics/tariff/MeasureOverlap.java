package org.tariffeconomics.tariff;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.tariffeconomics.basics.HsCode;
import org.threeten.extra.LocalDateRange;

/**
 * Finds measures of one programme that say different things about the same goods on the same day,
 * where none is closer or later than the other.
 */
final class MeasureOverlap {

  private MeasureOverlap() {}

  static void refuse(List<TariffMeasure> measures, Map<String, Programme> programmes) {
    Set<String> ids = new HashSet<>();
    Map<String, List<TariffMeasure>> bySlot = new HashMap<>();
    for (TariffMeasure each : measures) {
      if (!ids.add(each.id())) {
        throw new IllegalArgumentException("Two measures have the id '" + each.id() + "'");
      }
      if (choosesHighest(each, programmes)) {
        continue;
      }
      for (String slot : slots(each)) {
        List<TariffMeasure> others = bySlot.computeIfAbsent(slot, s -> new ArrayList<>());
        others.forEach(other -> refuse(other, each));
        others.add(each);
      }
    }
  }

  private static boolean choosesHighest(TariffMeasure measure, Map<String, Programme> programmes) {
    Programme programme = programmes.get(measure.programme());
    return programme != null && programme.choice() == Programme.Choice.HIGHEST;
  }

  /** Where a measure competes: one slot for each product code and origin term it lists. */
  private static Set<String> slots(TariffMeasure measure) {
    Set<String> slots = new HashSet<>();
    String group = competition(measure);
    List<String> codes =
        measure.products().included().isEmpty()
            ? List.of("*")
            : measure.products().included().stream().map(HsCode::digits).toList();
    for (String code : codes) {
      for (String origin : originTerms(measure)) {
        slots.add(group + "|" + code + "|" + origin + "|" + measure.conditions());
      }
    }
    return slots;
  }

  private static List<String> originTerms(TariffMeasure measure) {
    String named = measure.origins().toString().split(" except ", -1)[0];
    return List.of(named.split(",", -1));
  }

  /** All base duties compete with each other; charges and preferences within their programme. */
  private static String competition(TariffMeasure measure) {
    return switch (measure.rule()) {
      case BASE -> "BASE";
      case PREFERENCE -> "PREFERENCE " + measure.programme();
      case ADDS, TOPS_UP_TO, REPLACES -> "CHARGE " + measure.programme();
      case EXEMPTS, PROHIBITS -> measure.rule() + " " + measure.id();
    };
  }

  private static void refuse(TariffMeasure one, TariffMeasure other) {
    LocalDateRange a = one.inForce();
    LocalDateRange b = other.inForce();
    boolean sameKnowledge = Objects.equals(one.knownFrom(), other.knownFrom());
    if (sameKnowledge && !a.isEmpty() && !b.isEmpty() && a.overlaps(b)) {
      throw new IllegalArgumentException(
          "Overlapping measures of one programme: '" + one + "' overlaps '" + other + "'");
    }
  }
}
