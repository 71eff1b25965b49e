package org.tariffeconomics.tariff;

import org.tariffeconomics.basics.GapRange;
import org.tariffeconomics.report.Cell;

/** How rates and what they lie within are shown in tables. */
final class RateCells {

  private static final int DECIMALS = 1;

  private RateCells() {}

  /** The all-in rate, the two that it lies between, or that it is not known, with the reasons. */
  static Cell of(DutyStack stack) {
    if (stack.outcome() == DutyStack.Outcome.PROHIBITED) {
      return Cell.text("prohibited");
    }
    if (stack.adValoremRate().isPresent()) {
      return Cell.percent(stack.adValoremRate().get().fraction(), DECIMALS);
    }
    String why = String.join("; ", stack.reasons());
    return stack
        .range()
        .map(range -> Cell.range(range.toText(DECIMALS), why))
        .orElseGet(() -> Cell.unknown(why));
  }

  static Cell of(GapRange gap) {
    return gap.isPoint()
        ? Cell.points(gap.lowest().points(), DECIMALS)
        : Cell.range(gap.toString(), "a duty is not told to the last");
  }
}
