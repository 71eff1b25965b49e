package org.tariffeconomics;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import org.joda.money.BigMoneyProvider;
import org.tariffeconomics.basics.AmountText;
import org.tariffeconomics.basics.DayText;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.basics.RateChange;
import org.tariffeconomics.deal.TermsComparison;
import org.tariffeconomics.landedcost.Parity;
import org.tariffeconomics.landedcost.ParityAnswer;

/**
 * The verbs of {@link Tariffs} that ask no law: days, rates as such, and what draws prices level.
 *
 * <p>They come with {@link Tariffs}, which inherits them.
 *
 * @since 0.1.0
 */
public sealed class RateVerbs permits DutyVerbs {

  RateVerbs() {}

  /**
   * A rate.
   *
   * @param text with its percent sign, {@code "27.5%"}
   * @return the rate
   */
  public static Rate rate(String text) {
    return Rate.parse(text);
  }

  /**
   * A day.
   *
   * @param text {@code "2025-09-16"}, or as {@link DayText} reads it: {@code "16 Sep 2025"}
   * @return the day
   * @throws IllegalArgumentException when it is none, or could be two
   */
  public static LocalDate day(String text) {
    return DayText.parse("day", text);
  }

  /**
   * Job 3: the price cut with which goods at one rate sell at the duty-paid price of goods at
   * another.
   *
   * @param own the rate on the goods
   * @param rival the rate on the rival's
   * @return the cut as a fraction of the price
   */
  public static ParityAnswer<BigDecimal> priceCut(String own, String rival) {
    return priceCut(rate(own), rate(rival));
  }

  /**
   * Job 3: the price cut with which goods at one rate sell at the duty-paid price of goods at
   * another.
   *
   * @param own the rate on the goods
   * @param rival the rate on the rival's
   * @return the cut as a fraction of the price
   */
  public static ParityAnswer<BigDecimal> priceCut(Rate own, Rate rival) {
    return Parity.priceCut(own, rival);
  }

  /**
   * Job 3: the depreciation of the exporter's currency that undoes a gap between two rates.
   *
   * @param own the rate on the goods
   * @param rival the rate on the rival's
   * @return the rise of the price of the importer's currency, as a fraction
   */
  public static ParityAnswer<BigDecimal> depreciation(String own, String rival) {
    return depreciation(rate(own), rate(rival));
  }

  /**
   * Job 3: the depreciation of the exporter's currency that undoes a gap between two rates.
   *
   * @param own the rate on the goods
   * @param rival the rate on the rival's
   * @return the rise of the price of the importer's currency, as a fraction
   */
  public static ParityAnswer<BigDecimal> depreciation(Rate own, Rate rival) {
    return Parity.depreciation(own, rival);
  }

  /**
   * Job 3: the rate at which goods of one price become as dear as a rival's of another.
   *
   * @param price the price, {@code "USD 30290"}
   * @param rivalPrice the rival's price
   * @param rivalRate the rate on the rival's goods
   * @return the rate
   */
  public static ParityAnswer<Rate> flipRate(String price, String rivalPrice, String rivalRate) {
    return flipRate(
        AmountText.parse("price", price),
        AmountText.parse("rivalPrice", rivalPrice),
        rate(rivalRate));
  }

  /**
   * Job 3: the rate at which goods of one price become as dear as a rival's of another.
   *
   * @param price the price
   * @param rivalPrice the rival's price
   * @param rivalRate the rate on the rival's goods
   * @return the rate
   */
  public static ParityAnswer<Rate> flipRate(
      BigMoneyProvider price, BigMoneyProvider rivalPrice, Rate rivalRate) {
    Objects.requireNonNull(price, "price");
    Objects.requireNonNull(rivalPrice, "rivalPrice");
    return Parity.flipRate(price.toBigMoney(), rivalPrice.toBigMoney(), rivalRate);
  }

  /**
   * Job 4: a rate that adds against one that is all-in.
   *
   * @param adding the rate that goes on top of the ordinary duty
   * @param allIn the total that counts it in
   * @return the comparison: totals at any ordinary duty, and where both are equal
   */
  public static TermsComparison terms(String adding, String allIn) {
    return terms(rate(adding), rate(allIn));
  }

  /**
   * Job 4: a rate that adds against one that is all-in.
   *
   * @param adding the rate that goes on top of the ordinary duty
   * @param allIn the total that counts it in
   * @return the comparison
   */
  public static TermsComparison terms(Rate adding, Rate allIn) {
    return new TermsComparison(adding, allIn);
  }

  /**
   * Job 4: what goods pay under an all-in rate.
   *
   * @param ordinary the ordinary duty
   * @param allIn the all-in rate
   * @return the higher of the two
   */
  public static Rate allIn(String ordinary, String allIn) {
    return allIn(rate(ordinary), rate(allIn));
  }

  /**
   * Job 4: what goods pay under an all-in rate.
   *
   * @param ordinary the ordinary duty
   * @param allIn the all-in rate
   * @return the higher of the two
   */
  public static Rate allIn(Rate ordinary, Rate allIn) {
    Objects.requireNonNull(ordinary, "ordinary");
    Objects.requireNonNull(allIn, "allIn");
    return ordinary.max(allIn);
  }

  /**
   * Job 6: the change from one rate to another, in points, of the duty, and of the duty-paid price.
   *
   * @param before the rate before
   * @param after the rate after
   * @return the change
   */
  public static RateChange change(String before, String after) {
    return change(rate(before), rate(after));
  }

  /**
   * Job 6: the change from one rate to another, in points, of the duty, and of the duty-paid price.
   *
   * @param before the rate before
   * @param after the rate after
   * @return the change
   */
  public static RateChange change(Rate before, Rate after) {
    Objects.requireNonNull(before, "before");
    return before.to(after);
  }

  /** Two days that changed places would turn every sign. */
  static void requireOrder(LocalDate before, LocalDate after) {
    if (after.isBefore(before)) {
      throw new IllegalArgumentException(
          "The earlier day comes first, but was "
              + before
              + " before "
              + after
              + ": have the two days changed places?");
    }
  }
}
