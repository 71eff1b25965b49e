package org.tariffeconomics.rate;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What stays of a duty whose ad valorem part is lifted: “the ad valorem duty shall not apply, the
 * specific duty shall remain”.
 *
 * @since 0.1.0
 */
public final class SpecificPart {

  /** The text of a rate that is the specific part of whatever the ordinary duty is. */
  public static final String OF_ORDINARY_DUTY = "specific part of the ordinary duty";

  private SpecificPart() {}

  /**
   * Whether a rate is the specific part of the ordinary duty.
   *
   * @param rate a rate
   * @return true for {@code see specific part of the ordinary duty}
   */
  public static boolean isOfOrdinaryDuty(DutyRate rate) {
    Objects.requireNonNull(rate, "rate");
    return rate instanceof DutyRate.ByReference reference
        && reference.target().equals(OF_ORDINARY_DUTY);
  }

  /**
   * A rate without its ad valorem part.
   *
   * @param rate the whole rate; sums, seasons, conditions and ladders of entry prices are taken
   *     part by part
   * @return what stays; {@link DutyRate.Free} where there was nothing else, {@link
   *     DutyRate.Unsupported} where the parts cannot be separated, as in the greater of a share of
   *     the value and an amount
   */
  public static DutyRate of(DutyRate rate) {
    Objects.requireNonNull(rate, "rate");
    if (rate instanceof DutyRate.AdValorem || rate instanceof DutyRate.Free) {
      return new DutyRate.Free();
    }
    if (rate instanceof DutyRate.Specific
        || rate instanceof UnitOfAccountRate
        || rate instanceof FixedAmountRate) {
      return rate;
    }
    if (rate instanceof DutyRate.Sum sum) {
      return sum(sum);
    }
    if (rate instanceof SeasonalRate seasonal) {
      return new SeasonalRate(
          seasonal.seasons().stream()
              .map(s -> new SeasonalRate.Season(of(s.rate()), s.from(), s.to()))
              .toList(),
          seasonal.otherwise().map(SpecificPart::of));
    }
    if (rate instanceof ConditionalRate conditional) {
      return new ConditionalRate(
          conditional.condition(),
          of(conditional.rate()),
          conditional.otherwise().map(SpecificPart::of));
    }
    return rate instanceof ConditionLadder ladder ? ladder(ladder) : inseparable(rate);
  }

  private static DutyRate sum(DutyRate.Sum sum) {
    List<DutyRate> kept = new ArrayList<>();
    for (DutyRate each : sum.terms()) {
      DutyRate part = of(each);
      if (part instanceof DutyRate.Unsupported) {
        return inseparable(sum);
      }
      if (!(part instanceof DutyRate.Free)) {
        kept.add(part);
      }
    }
    if (kept.isEmpty()) {
      return new DutyRate.Free();
    }
    return kept.size() == 1 ? kept.get(0) : new DutyRate.Sum(kept);
  }

  private static DutyRate ladder(ConditionLadder ladder) {
    List<ConditionLadder.Step> steps = new ArrayList<>();
    for (ConditionLadder.Step each : ladder.steps()) {
      Optional<DutyRate> part = each.rate().map(SpecificPart::of);
      steps.add(
          new ConditionLadder.Step(
              each.letter(), each.certificate(), each.atLeast(), each.action(), part));
    }
    return new ConditionLadder(steps);
  }

  private static DutyRate inseparable(DutyRate rate) {
    return new DutyRate.Unsupported(
        rate.toString(), "its ad valorem and its specific part cannot be separated");
  }
}
