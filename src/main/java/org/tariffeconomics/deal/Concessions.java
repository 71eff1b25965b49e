package org.tariffeconomics.deal;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.tariff.TariffMeasure;

/** Checks that a deal concedes nothing to those who are no party. */
final class Concessions {

  private Concessions() {}

  /**
   * Groups change their members: the origins of a measure are looked up on the first day that it is
   * in force and on every day on which they change while it is. A measure without a first day is
   * taken from the first event of the deal; where there is none either, who was ever a member of a
   * party counts as one.
   */
  static void require(
      String deal, List<Party> parties, TariffMeasure measure, Optional<LocalDate> firstEvent) {
    Optional<LocalDate> begin =
        measure.inForce().isUnboundedStart()
            ? firstEvent
            : Optional.of(measure.inForce().getStart());
    for (LocalDate day : days(measure, begin)) {
      Predicate<Country> isParty =
          origin ->
              parties.stream()
                  .anyMatch(
                      p -> begin.isPresent() ? p.includes(origin, day) : p.everIncludes(origin));
      measure.origins().members(day).stream()
          .filter(isParty.negate())
          .findFirst()
          .ifPresent(origin -> refuse(deal, parties, measure, origin));
    }
  }

  private static Set<LocalDate> days(TariffMeasure measure, Optional<LocalDate> begin) {
    TreeSet<LocalDate> days = new TreeSet<>(measure.origins().changeDays());
    days.removeIf(
        day ->
            begin.map(day::isBefore).orElse(false)
                || !measure.inForce().isUnboundedEnd() && !measure.inForce().contains(day));
    days.add(begin.orElseGet(() -> days.isEmpty() ? LocalDate.EPOCH : days.first()));
    return days;
  }

  private static void refuse(
      String deal, List<Party> parties, TariffMeasure measure, Country origin) {
    throw new IllegalArgumentException(
        "The deal '"
            + deal
            + "' of "
            + parties
            + " cannot concede '"
            + measure.id()
            + "' to "
            + origin
            + ", which is no party");
  }
}
