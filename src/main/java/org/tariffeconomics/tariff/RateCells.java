package org.tariffeconomics.tariff;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.tariffeconomics.basics.GapRange;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.basics.RateRange;
import org.tariffeconomics.report.Cell;

/**
 * How rates and what they lie within are shown in tables.
 *
 * @since 0.1.0
 */
public final class RateCells {

  private static final int DECIMALS = 1;

  private RateCells() {}

  /** The all-in rate, the two that it lies between, or that it is not known, with the reasons. */
  static Cell of(DutyStack stack) {
    return of(stack, stack.adValoremRate(), stack.range(), stack.reasons());
  }

  /** The same for what a stack comes to on a value: the rate, the two it lies between, why not. */
  static Cell of(
      DutyStack stack, Optional<Rate> rate, Optional<RateRange> range, List<String> reasons) {
    if (stack.outcome() == DutyStack.Outcome.PROHIBITED) {
      return Cell.text("prohibited");
    }
    if (rate.isPresent()) {
      return Cell.percent(rate.get().fraction(), DECIMALS);
    }
    String why = reasons.isEmpty() ? stack.whyNoRate() : String.join("; ", reasons);
    return range.map(some -> of(some, why)).orElseGet(() -> Cell.unknown(why));
  }

  /**
   * One rate, or the two that it lies between.
   *
   * @param range the rates
   * @param why what decides
   * @return a cell in percent to one decimal
   */
  public static Cell of(RateRange range, String why) {
    Objects.requireNonNull(range, "range");
    Objects.requireNonNull(why, "why");
    return of(range, why, DECIMALS);
  }

  static Cell of(RateRange range, String why, int decimals) {
    Cell lowest = Cell.percent(range.lowest().fraction(), decimals);
    return range.isPoint()
        ? lowest
        : Cell.range(
            lowest,
            Cell.percent(range.highest().fraction(), decimals),
            range.toText(decimals),
            why);
  }

  /**
   * One difference of two rates, or the two that it lies between.
   *
   * @param gap the difference
   * @return a cell in percentage points to one decimal
   */
  public static Cell of(GapRange gap) {
    Objects.requireNonNull(gap, "gap");
    return gap.isPoint()
        ? Cell.points(gap.lowest().points(), DECIMALS)
        : Cell.range(
            Cell.points(gap.lowest().points(), DECIMALS),
            Cell.points(gap.highest().points(), DECIMALS),
            gap.toString(),
            "by the line and what is not declared");
  }
}
