package org.tariffeconomics.deal;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.Require;
import org.tariffeconomics.basics.Source.Verification;

/**
 * A day by which something about a past entry must be done to get money back, or on which something
 * happens to it. Clocks are those of the United States.
 *
 * @param what what it is the day of
 * @param day the day; the last one on which it can still be done
 * @param basis what it is counted from, and under which law
 * @param assumed whether it is counted from a day that is only expected: a liquidation that has not
 *     been stated
 * @param verification how far the rule was read where it stands: the statutes were, what customs
 *     announced (correction, portal, usual cycle) is reported by others
 * @since 0.1.0
 */
public record RefundClock(
    What what, LocalDate day, String basis, boolean assumed, Verification verification) {

  /** How long after entry an entry is liquidated as a rule. */
  private static final int USUAL_CYCLE = 314;

  private static final int CORRECTION_AFTER_ENTRY = 300;
  private static final int CORRECTION_BEFORE_LIQUIDATION = 15;
  private static final int PORTAL_AFTER_LIQUIDATION = 80;
  private static final int RELIQUIDATION = 90;
  private static final int PROTEST = 180;

  /** What a clock is for. */
  public enum What {
    /** The last day of a post summary correction. */
    POST_SUMMARY_CORRECTION("post summary correction"),
    /** The day of liquidation, stated or expected. */
    LIQUIDATION("liquidation"),
    /** The day on which an entry is liquidated by law as entered. */
    DEEMED_LIQUIDATION("liquidation by operation of law"),
    /** The last day on which the refund portal takes a liquidated entry. */
    REFUND_PORTAL("refund portal"),
    /** The last day on which customs may reliquidate of its own accord. */
    VOLUNTARY_RELIQUIDATION("voluntary reliquidation"),
    /** The last day of a protest. */
    PROTEST("protest"),
    /** The last day of a late claim to a trade agreement's preference. */
    LATE_CLAIM("late claim of a preference");

    private final String words;

    What(String words) {
      this.words = words;
    }

    /** The clock in words. */
    @Override
    public String toString() {
      return words;
    }
  }

  /**
   * Creates a clock.
   *
   * @param what what it is the day of
   * @param day the day
   * @param basis what it is counted from
   * @param assumed whether it is counted from a day that is only expected
   * @param verification how far the rule was read where it stands
   */
  public RefundClock {
    Objects.requireNonNull(verification, "verification");
    Objects.requireNonNull(what, "what");
    Objects.requireNonNull(day, "day");
    Objects.requireNonNull(basis, "basis");
  }

  /**
   * The clocks of an entry.
   *
   * @param entered the day of entry
   * @param liquidated the day of liquidation; null where it is not known, so that the usual cycle
   *     of 314 days is assumed
   * @return the clocks by day
   * @throws IllegalArgumentException when the liquidation is before the entry
   */
  public static List<RefundClock> of(LocalDate entered, @Nullable LocalDate liquidated) {
    Require.day("entered", entered);
    if (liquidated != null && Require.day("liquidated", liquidated).isBefore(entered)) {
      throw new IllegalArgumentException(
          "liquidated must not be before entered, but was " + liquidated + " < " + entered);
    }
    boolean assumed = liquidated == null;
    LocalDate liquidation = liquidated == null ? entered.plusDays(USUAL_CYCLE) : liquidated;
    List<RefundClock> clocks = new ArrayList<>(fromEntry(entered));
    clocks.addAll(fromLiquidation(liquidation, assumed));
    clocks.add(correction(entered, liquidation, assumed));
    clocks.sort(Comparator.comparing(RefundClock::day).thenComparing(RefundClock::what));
    return List.copyOf(clocks);
  }

  private static RefundClock correction(LocalDate entered, LocalDate liquidation, boolean assumed) {
    LocalDate afterEntry = entered.plusDays(CORRECTION_AFTER_ENTRY);
    LocalDate beforeLiquidation = liquidation.minusDays(CORRECTION_BEFORE_LIQUIDATION);
    boolean entryDecides = !beforeLiquidation.isBefore(afterEntry);
    return new RefundClock(
        What.POST_SUMMARY_CORRECTION,
        entryDecides ? afterEntry : beforeLiquidation,
        "300 days from entry, and 15 days before liquidation, whichever is earlier (82 FR 2385,"
            + " 84 FR 40430)",
        assumed && !entryDecides,
        Verification.UNVERIFIED);
  }

  private static List<RefundClock> fromEntry(LocalDate entered) {
    return List.of(
        new RefundClock(
            What.DEEMED_LIQUIDATION,
            entered.plusYears(1),
            "one year from entry unless extended or suspended (19 U.S.C. 1504(a))",
            false,
            Verification.VERIFIED),
        new RefundClock(
            What.LATE_CLAIM,
            entered.plusYears(1),
            "one year from importation, taken as the day of entry (19 U.S.C. 1520(d))",
            false,
            Verification.VERIFIED));
  }

  private static List<RefundClock> fromLiquidation(LocalDate liquidation, boolean assumed) {
    return List.of(
        new RefundClock(
            What.LIQUIDATION,
            liquidation,
            assumed ? "the usual cycle of 314 days from entry" : "as stated",
            assumed,
            assumed ? Verification.UNVERIFIED : Verification.USER),
        new RefundClock(
            What.REFUND_PORTAL,
            liquidation.plusDays(PORTAL_AFTER_LIQUIDATION),
            "80 days from liquidation (CBP's CAPE, first phase, CSMS of 13 April 2026)",
            assumed,
            Verification.UNVERIFIED),
        new RefundClock(
            What.VOLUNTARY_RELIQUIDATION,
            liquidation.plusDays(RELIQUIDATION),
            "90 days from liquidation (19 U.S.C. 1501)",
            assumed,
            Verification.VERIFIED),
        new RefundClock(
            What.PROTEST,
            liquidation.plusDays(PROTEST),
            "180 days from liquidation (19 U.S.C. 1514(c)(3))",
            assumed,
            Verification.VERIFIED));
  }

  /**
   * How many days are left.
   *
   * @param today the day to count from
   * @return the days, 0 on the day itself, negative when it is over
   */
  public long daysLeft(LocalDate today) {
    Objects.requireNonNull(today, "today");
    return ChronoUnit.DAYS.between(today, day);
  }

  /** For example {@code protest by 2026-09-16}. */
  @Override
  public String toString() {
    return what + " " + day + (assumed ? " (assumed)" : "");
  }
}
