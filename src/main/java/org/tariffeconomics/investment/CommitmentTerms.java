package org.tariffeconomics.investment;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The terms of a commitment besides amount and time, each only where it was published.
 *
 * @param waterfall how a project's cash is shared out; null where not said
 * @param notice how long the investor has to pay; null where not said
 * @param consequence what follows a default; null where not said
 */
public record CommitmentTerms(
    @Nullable Waterfall waterfall,
    @Nullable FundingNotice notice,
    @Nullable DefaultConsequence consequence) {

  /** Nothing said. */
  static final CommitmentTerms OPEN = new CommitmentTerms(null, null, null);

  /**
   * How a project's cash is shared out.
   *
   * @return the waterfall; empty where not said
   */
  public Optional<Waterfall> cashFlows() {
    return Optional.ofNullable(waterfall);
  }

  /**
   * How long the investor has to pay.
   *
   * @return the notice; empty where not said
   */
  public Optional<FundingNotice> funding() {
    return Optional.ofNullable(notice);
  }

  /**
   * What follows a default.
   *
   * @return the consequence; empty where not said
   */
  public Optional<DefaultConsequence> onDefault() {
    return Optional.ofNullable(consequence);
  }

  /** How many of the three were said. */
  @Override
  public String toString() {
    return "cash flows "
        + said(waterfall)
        + ", funding notice "
        + said(notice)
        + ", default "
        + said(consequence);
  }

  private static String said(@Nullable Object term) {
    return term == null ? "not said" : "said";
  }
}
