package org.tariffeconomics.investment;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.joda.money.BigMoney;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.basics.Require;

/**
 * The terms on which a project's available cash is shared out: stages of splits, one after another.
 *
 * <p>The terms published for the Japanese and Korean commitments are {@link #twoStage}: 50/50 until
 * the deemed allocation is recouped with interest, then 10 % to the investor and 90 % to the host.
 *
 * <p>Period rule: the outlay is paid at time 0 and cash arrives at the ends of equal periods. What
 * is left to recoup follows out_k = out_(k−1) (1 + r) − what the investor receives in period k,
 * until it is zero; it grows without end where the investor's share does not cover the interest.
 * Cash of the period in which a stage ends is divided pro rata: the part that just completes the
 * stage by its split, the rest by the next. A stage has ended when no more is left of it than the
 * rounding of 34 digits (1e-25 of all that has moved in it).
 *
 * @param stages the stages in order; only the last has no end
 * @since 0.1.0
 */
public record Waterfall(List<WaterfallStage> stages) {

  /**
   * Creates a waterfall.
   *
   * @param stages the stages in order; only the last has no end
   * @throws IllegalArgumentException when there is no stage, a stage before the last has no end, or
   *     the last has one
   */
  public Waterfall {
    Objects.requireNonNull(stages, "stages");
    stages = List.copyOf(stages);
    if (stages.isEmpty()) {
      throw new IllegalArgumentException("A waterfall needs at least one stage, but had none");
    }
    for (int i = 0; i < stages.size(); i++) {
      boolean last = i == stages.size() - 1;
      if (stages.get(i).ends().isPresent() == last) {
        throw new IllegalArgumentException(
            (last ? "The last stage must have no end" : "A stage before the last must have an end")
                + ", but stage "
                + (i + 1)
                + " of "
                + stages.size()
                + " was "
                + stages.get(i));
      }
    }
  }

  /**
   * A waterfall of these stages.
   *
   * @param stages the stages in order; only the last has no end
   * @return the waterfall
   */
  public static Waterfall of(WaterfallStage... stages) {
    Objects.requireNonNull(stages, "stages");
    return new Waterfall(Arrays.asList(stages));
  }

  /**
   * Two stages: one split until the outlay is recouped with interest, another afterwards.
   *
   * @param until the split until then, for example 50/50
   * @param interest the interest a period on what is not yet recouped, not negative
   * @param afterwards the split from then on, for example 10/90
   * @return the waterfall
   */
  public static Waterfall twoStage(Split until, Rate interest, Split afterwards) {
    Objects.requireNonNull(until, "until");
    Objects.requireNonNull(interest, "interest");
    Objects.requireNonNull(afterwards, "afterwards");
    return of(WaterfallStage.untilRecouped(until, interest), WaterfallStage.afterwards(afterwards));
  }

  /**
   * Shares out a project's cash.
   *
   * @param outlay what the investor pays at time 0, positive
   * @param cash the available cash of each period, none negative, in the currency of the outlay
   * @return who gets what in each period
   * @throws IllegalArgumentException when an amount is out of bounds or in another currency
   */
  public Payout distribute(BigMoney outlay, List<BigMoney> cash) {
    Objects.requireNonNull(cash, "cash");
    Require.positive("outlay", outlay);
    WaterfallRun run = new WaterfallRun(this, outlay);
    return new Payout(this, outlay, cash.stream().map(run::next).toList());
  }

  /** The stages, one after another. */
  @Override
  public String toString() {
    return stages.stream().map(WaterfallStage::toString).collect(Collectors.joining(", then "));
  }
}
