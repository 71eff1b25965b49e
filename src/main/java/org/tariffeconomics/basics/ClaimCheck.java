package org.tariffeconomics.basics;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/**
 * What somebody claims beside what is computed, and whether the claim holds.
 *
 * <p>A claim is as exact as it is written: {@code 25%} claims a rate that rounds to 25 whole
 * percent, {@code 24.7%} one that rounds to tenths, {@code USD 37,778} an amount that rounds to
 * whole dollars, {@code USD 350bn} one that rounds to whole billions. What is not known is neither
 * right nor wrong.
 *
 * @since 0.1.0
 */
public final class ClaimCheck {

  /** Whether a claim holds. */
  public enum Verdict {
    /** The claim is what is computed. */
    RIGHT("right"),
    /** What is computed is the claim when rounded as the claim is. */
    RIGHT_AS_ROUNDED("right as rounded"),
    /** What is computed is something else, whatever is left open. */
    WRONG("wrong"),
    /** The claim is one of the values that are possible. */
    POSSIBLE("possible, not certain"),
    /** What the claim is about is not known. */
    UNKNOWN("cannot be checked");

    private final String words;

    Verdict(String words) {
      this.words = words;
    }

    /** The verdict in words. */
    @Override
    public String toString() {
      return words;
    }
  }

  private final String what;
  private final String claim;
  private final String computed;
  private final Verdict verdict;

  private ClaimCheck(String what, String claim, String computed, Verdict verdict) {
    this.what = what;
    this.claim = claim;
    this.computed = computed;
    this.verdict = verdict;
  }

  /** A claimed number and half of the unit of its last digit. */
  private record Claimed(BigDecimal number, BigDecimal half) {

    boolean holds(BigDecimal computed) {
      return computed.subtract(number).abs().compareTo(half) <= 0;
    }

    boolean canHold(BigDecimal low, BigDecimal high) {
      return number.add(half).compareTo(low) >= 0 && number.subtract(half).compareTo(high) <= 0;
    }
  }

  /**
   * Checks a claim about a rate.
   *
   * @param what what the rate is of, such as {@code duty on 8703.23.01 from JP}
   * @param claim the rate as it is claimed, with its percent sign or the word
   * @param computed the rate; empty where it is not known
   * @param reasons why it is not known
   * @return the check
   * @throws IllegalArgumentException when the claim is no rate
   */
  public static ClaimCheck ofRate(
      String what, String claim, Optional<Rate> computed, List<String> reasons) {
    Objects.requireNonNull(what, "what");
    Objects.requireNonNull(claim, "claim");
    Objects.requireNonNull(computed, "computed");
    Objects.requireNonNull(reasons, "reasons");
    return computed
        .map(rate -> ofRates(what, claim, rate, rate))
        .orElseGet(() -> unknown(what, claimedRate(claim), claim, reasons));
  }

  /**
   * Checks a claim about a rate that is known within bounds.
   *
   * @param what what the rate is of
   * @param claim the rate as it is claimed
   * @param lowest the lowest rate that is possible
   * @param highest the highest rate that is possible
   * @return the check: wrong where the claim lies outside, possible where it lies within
   * @throws IllegalArgumentException when the claim is no rate
   */
  public static ClaimCheck ofRates(String what, String claim, Rate lowest, Rate highest) {
    Objects.requireNonNull(what, "what");
    Objects.requireNonNull(claim, "claim");
    Objects.requireNonNull(lowest, "lowest");
    Objects.requireNonNull(highest, "highest");
    Claimed claimed = claimedRate(claim);
    return of(
        what, claim, claimed, lowest.percent(), highest.percent(), n -> rounded(claimed, n) + "%");
  }

  /**
   * Checks a claim about an amount of money.
   *
   * @param what what the amount is, such as {@code landed cost}
   * @param claim the amount as it is claimed, with its currency
   * @param computed the amount; empty where it is not known
   * @param reasons why it is not known
   * @return the check; a claim in another currency is neither right nor wrong, since no exchange
   *     rate is stated
   * @throws IllegalArgumentException when the claim is no amount
   */
  public static ClaimCheck ofAmount(
      String what, String claim, Optional<BigMoney> computed, List<String> reasons) {
    Objects.requireNonNull(what, "what");
    Objects.requireNonNull(computed, "computed");
    Objects.requireNonNull(reasons, "reasons");
    return computed
        .map(amount -> ofAmounts(what, claim, amount, amount))
        .orElseGet(() -> unknown(what, claimed(written(claim)), claim, reasons));
  }

  /**
   * Checks a claim about an amount of money that is known within bounds.
   *
   * @param what what the amount is
   * @param claim the amount as it is claimed, with its currency
   * @param lowest the lowest amount that is possible
   * @param highest the highest amount that is possible, in the same currency
   * @return the check: wrong where the claim lies outside, possible where it lies within, and
   *     neither where it is in another currency
   * @throws IllegalArgumentException when the claim is no amount, or the bounds are in two
   *     currencies
   */
  public static ClaimCheck ofAmounts(String what, String claim, BigMoney lowest, BigMoney highest) {
    Objects.requireNonNull(what, "what");
    Objects.requireNonNull(lowest, "lowest");
    Objects.requireNonNull(highest, "highest");
    Require.currency("highest", highest, lowest.getCurrencyUnit());
    AmountText.Written written = written(claim);
    Claimed claimed = claimed(written);
    CurrencyUnit currency = lowest.getCurrencyUnit();
    if (!written.money().getCurrencyUnit().equals(currency)) {
      String computed = between(lowest.toString(), highest.toString());
      return new ClaimCheck(what, claim, computed + ": claim it in " + currency, Verdict.UNKNOWN);
    }
    return of(
        what,
        claim,
        claimed,
        lowest.getAmount(),
        highest.getAmount(),
        n -> currency + " " + rounded(claimed, n));
  }

  private static AmountText.Written written(String claim) {
    return AmountText.written("claim", claim);
  }

  private static Claimed claimed(AmountText.Written written) {
    return new Claimed(written.money().getAmount(), half(written.unit()));
  }

  private static String between(String low, String high) {
    return low.equals(high) ? low : low + " to " + high;
  }

  private static ClaimCheck of(
      String what,
      String claim,
      Claimed claimed,
      BigDecimal low,
      BigDecimal high,
      Function<BigDecimal, String> text) {
    boolean one = low.compareTo(high) == 0;
    String computed = one ? text.apply(low) : between(text.apply(low), text.apply(high));
    if (!claimed.canHold(low, high)) {
      return new ClaimCheck(what, claim, computed, Verdict.WRONG);
    }
    if (claimed.holds(low) && claimed.holds(high)) {
      boolean exact = one && claimed.number().compareTo(low) == 0;
      return new ClaimCheck(
          what, claim, computed, exact ? Verdict.RIGHT : Verdict.RIGHT_AS_ROUNDED);
    }
    return new ClaimCheck(what, claim, computed, Verdict.POSSIBLE);
  }

  private static ClaimCheck unknown(
      String what, Claimed readable, String claim, List<String> reasons) {
    Objects.requireNonNull(readable);
    return new ClaimCheck(what, claim, "unknown: " + String.join("; ", reasons), Verdict.UNKNOWN);
  }

  private static Claimed claimedRate(String claim) {
    Rate rate = Rate.parse(claim);
    int point = claim.indexOf('.');
    int decimals = 0;
    for (int i = point + 1; point >= 0 && i < claim.length() && isDigit(claim.charAt(i)); i++) {
      decimals++;
    }
    return new Claimed(rate.percent(), half(BigDecimal.ONE.movePointLeft(decimals)));
  }

  private static boolean isDigit(char each) {
    return each >= '0' && each <= '9';
  }

  private static BigDecimal half(BigDecimal unit) {
    return unit.multiply(new BigDecimal("0.5"));
  }

  /** One digit more than was claimed, so that a reader sees where the rounding comes from. */
  private static String rounded(Claimed claimed, BigDecimal number) {
    int decimals = Math.max(0, claimed.half().stripTrailingZeros().scale());
    BigDecimal shown = number.setScale(Math.min(decimals + 1, 4), RoundingMode.HALF_UP);
    BigDecimal plain = shown.stripTrailingZeros();
    return (plain.scale() < 0 ? plain.setScale(0) : plain).toPlainString();
  }

  /** {@return what the claim is about} */
  public String what() {
    return what;
  }

  /** {@return the claim as it was written} */
  public String claim() {
    return claim;
  }

  /** {@return what is computed, or why it is not known} */
  public String computed() {
    return computed;
  }

  /** {@return whether the claim holds} */
  public Verdict verdict() {
    return verdict;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ClaimCheck that
        && what.equals(that.what)
        && claim.equals(that.claim)
        && computed.equals(that.computed)
        && verdict == that.verdict;
  }

  @Override
  public int hashCode() {
    return Objects.hash(what, claim, computed, verdict);
  }

  /** For example {@code 15% is right: duty on 8703.23.01 from JP on 2025-09-16 is 15%}. */
  @Override
  public String toString() {
    return claim
        + (verdict == Verdict.UNKNOWN ? " " : " is ")
        + verdict
        + ": "
        + what
        + " is "
        + computed;
  }
}
