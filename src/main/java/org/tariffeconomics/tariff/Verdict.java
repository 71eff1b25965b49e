package org.tariffeconomics.tariff;

import java.util.Optional;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.basics.RateRange;
import org.tariffeconomics.tariff.DutyStack.Outcome;

/**
 * What an answer comes to, without what it is made of: the same for all goods whose measures differ
 * in nothing but their names.
 *
 * @param outcome what can be said of the duty
 * @param rate the one rate by value, where there is one
 * @param range what the rate lies within, where that is known
 */
record Verdict(Outcome outcome, Optional<Rate> rate, Optional<RateRange> range) {

  /** Of days whose law is not known. */
  static final Verdict NOT_KNOWN =
      new Verdict(Outcome.UNDETERMINED, Optional.empty(), Optional.empty());

  static Verdict of(Answer answer) {
    Bounds open = answer.bounds();
    if (open != null) {
      Outcome outcome = open.outcome();
      Optional<Rate> rate = open.oneRate();
      return new Verdict(
          outcome, rate, outcome == Outcome.BOUNDED ? open.range() : rate.map(RateRange::of));
    }
    Resolution.Fixed fixed = answer.resolution().fixed();
    Optional<Rate> rate =
        Optional.ofNullable(fixed).map(each -> Rate.fraction(each.kernel().total()));
    return new Verdict(outcome(answer.resolution()), rate, rate.map(RateRange::of));
  }

  private static Outcome outcome(Resolution resolution) {
    if (!resolution.prohibitions().isEmpty()) {
      return Outcome.PROHIBITED;
    }
    return resolution.isAssessable() ? Outcome.ASSESSED : Outcome.UNDETERMINED;
  }
}
