package org.tariffeconomics.investment;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The terms of a commitment besides amount and time, each only where it was published.
 *
 * @since 0.1.0
 */
public final class CommitmentTerms {

  private final @Nullable Waterfall waterfall;
  private final @Nullable FundingNotice notice;
  private final @Nullable DefaultConsequence consequence;

  private CommitmentTerms(
      @Nullable Waterfall waterfall,
      @Nullable FundingNotice notice,
      @Nullable DefaultConsequence consequence) {
    this.waterfall = waterfall;
    this.notice = notice;
    this.consequence = consequence;
  }

  /** Nothing said. */
  static final CommitmentTerms OPEN = new CommitmentTerms(null, null, null);

  /**
   * Terms of which some were published.
   *
   * @param waterfall how a project's cash is shared out; null where not said
   * @param notice how long the investor has to pay; null where not said
   * @param consequence what follows a default; null where not said
   * @return the terms
   */
  public static CommitmentTerms of(
      @Nullable Waterfall waterfall,
      @Nullable FundingNotice notice,
      @Nullable DefaultConsequence consequence) {
    return new CommitmentTerms(waterfall, notice, consequence);
  }

  /** {@return how a project's cash is shared out; empty where not said} */
  public Optional<Waterfall> cashFlows() {
    return Optional.ofNullable(waterfall);
  }

  /** {@return how long the investor has to pay; empty where not said} */
  public Optional<FundingNotice> funding() {
    return Optional.ofNullable(notice);
  }

  /** {@return what follows a default; empty where not said} */
  public Optional<DefaultConsequence> onDefault() {
    return Optional.ofNullable(consequence);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof CommitmentTerms that
        && Objects.equals(waterfall, that.waterfall)
        && Objects.equals(notice, that.notice)
        && Objects.equals(consequence, that.consequence);
  }

  @Override
  public int hashCode() {
    return Objects.hash(waterfall, notice, consequence);
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
