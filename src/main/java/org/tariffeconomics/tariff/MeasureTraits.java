package org.tariffeconomics.tariff;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.tariffeconomics.rate.Condition;
import org.tariffeconomics.rate.Portion;
import org.tariffeconomics.rate.RateFacts;
import org.tariffeconomics.rate.SpecificPart;
import org.tariffeconomics.rate.Unknown;

/**
 * What every answer needs to know of a measure, found once.
 *
 * @param facts the facts and contents that its conditions, its portion and its rate ask for
 * @param answers the names under which answers to that may be declared, claims included
 * @param rateFacts the facts and contents that its rate alone is computed from
 * @param rateAnswers those under which what its rate and its portion are computed from may be
 * @param inMoney whether its rate may come to a sum that does not grow with the value
 * @param specificPart whether its rate is the specific part of the ordinary duty
 * @param unknown why its duty is not known whatever is stated
 * @param charged the part of the value that it is charged on
 * @param covered the part of the value that it keeps from the programmes that yield to it
 * @param openFrom the first day of entry on which goods may answer either way to all that it asks
 *     of days before entry
 */
record MeasureTraits(
    List<String> facts,
    List<String> answers,
    List<String> rateFacts,
    List<String> rateAnswers,
    boolean inMoney,
    boolean specificPart,
    Optional<Unknown> unknown,
    ValueRegion charged,
    ValueRegion covered,
    LocalDate openFrom) {

  static MeasureTraits of(TariffMeasure measure) {
    List<String> rateFacts = List.copyOf(RateFacts.of(measure.rate()));
    Set<String> ofRate = new TreeSet<>(rateFacts);
    if (measure.portion().kind() != Portion.Kind.FULL) {
      ofRate.add(Condition.CONTENT + measure.portion().content());
    }
    Set<String> facts = new TreeSet<>(ofRate);
    Set<String> answers = new TreeSet<>();
    ofRate.forEach(each -> answers.addAll(RateFacts.answering(each)));
    List<String> rateAnswers = List.copyOf(answers);
    for (Condition each : measure.conditions()) {
      answers.addAll(RateFacts.of(each));
      if (!(each instanceof Condition.Claim)) {
        facts.add(each.subject());
      }
    }
    ValueRegion charged = ValueRegion.charged(measure.portion());
    return new MeasureTraits(
        List.copyOf(facts),
        List.copyOf(answers),
        rateFacts,
        rateAnswers,
        Resolution.isInMoney(measure.rate()),
        SpecificPart.isOfOrdinaryDuty(measure.rate()),
        RateFacts.inevitablyUnknown(measure.rate()),
        charged,
        measure.rule() == Rule.EXEMPTS ? charged : ValueRegion.covered(measure.portion()),
        openFrom(measure));
  }

  /** The first day on which goods may answer either way to all that is asked of days before. */
  static LocalDate openFrom(TariffMeasure measure) {
    LocalDate last = LocalDate.MIN;
    for (Condition each : measure.conditions()) {
      if (each instanceof Condition.Day when && when.openFrom().isAfter(last)) {
        last = when.openFrom();
      }
    }
    return last;
  }
}
