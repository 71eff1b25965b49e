package org.tariffeconomics.tariff;

import com.google.common.collect.Multimaps;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.basics.RateRange;
import org.tariffeconomics.rate.DutyRate;
import org.tariffeconomics.rate.FactAlternative;

/**
 * Bounds of a duty with so much left open that the cases are not gone through: nothing at least,
 * and at most the dearest measure of every programme on the whole value. They hold the duty, and
 * are wider than they need be; prohibitions that may apply are named.
 */
final class WideBounds {

  private WideBounds() {}

  static Answer of(StackQuestion question, List<List<FactAlternative>> open) {
    Resolution asAsked = StackResolver.resolve(question);
    Optional<RateRange> range =
        highest(question)
            .filter(most -> asAsked.base() != Charges.Base.UNKNOWN)
            .map(most -> new RateRange(Rate.ZERO, Rate.fraction(most)));
    Bounds bounds =
        new Bounds(
            List.of(),
            List::of,
            new Bounds.Wide(List.of(), range, open, prohibiting(question, asAsked)));
    return new Answer(asAsked.withoutLayers(), bounds, question.facts());
  }

  /** The prohibitions whose conditions are not surely failed. */
  private static List<TariffMeasure> prohibiting(StackQuestion question, Resolution asAsked) {
    Set<TariffMeasure> failed =
        asAsked.notApplied().stream()
            .filter(each -> each.reason() == NotApplied.Reason.CONDITION_NOT_MET)
            .map(NotApplied::measure)
            .collect(Collectors.toSet());
    return question.candidates().stream()
        .filter(each -> each.rule() == Rule.PROHIBITS)
        .map(Candidate::measure)
        .filter(each -> !failed.contains(each))
        .toList();
  }

  private static Optional<BigDecimal> highest(StackQuestion question) {
    BigDecimal sum = BigDecimal.ZERO;
    Collection<Collection<Candidate>> programmes =
        Multimaps.index(
                question.candidates().stream()
                    .filter(c -> c.rule() == Rule.BASE || c.rule().isCharge())
                    .toList(),
                c -> c.rule() == Rule.BASE ? "" : c.programme())
            .asMap()
            .values();
    for (Collection<Candidate> rivals : programmes) {
      Optional<BigDecimal> dearest = dearest(rivals);
      if (dearest.isEmpty()) {
        return dearest;
      }
      sum = sum.add(dearest.get());
    }
    return Optional.of(sum);
  }

  private static Optional<BigDecimal> dearest(Collection<Candidate> rivals) {
    BigDecimal dearest = BigDecimal.ZERO;
    for (Candidate each : rivals) {
      DutyRate rate = each.measure().rate();
      if (rate instanceof DutyRate.AdValorem adValorem) {
        dearest = dearest.max(adValorem.rate().fraction());
      } else if (!(rate instanceof DutyRate.Free)) {
        return Optional.empty();
      }
    }
    return Optional.of(dearest);
  }
}
