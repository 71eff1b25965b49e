package org.tariffeconomics;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Objects;
import org.tariffeconomics.reference.AverageDuty;
import org.tariffeconomics.reference.UsAssumptions;
import org.tariffeconomics.reference.UsImports;
import org.tariffeconomics.reference.UsPaid;
import org.tariffeconomics.reference.UsRates;
import org.tariffeconomics.report.Table;
import org.tariffeconomics.tariff.Assumptions;

/**
 * The verbs of {@link Tariffs} on all imports of the United States: what was paid, and what the law
 * of a day makes of the imports of 2024.
 *
 * <p>They come with {@link Tariffs}, which inherits them.
 *
 * @since 0.1.0
 */
public sealed class ImportVerbs extends MarketVerbs permits BorderVerbs {

  ImportVerbs() {}

  /**
   * What was imported and paid on all goods of a partner, month by month.
   *
   * @param partner a country by code or name, {@code EU}, or {@code WORLD}
   * @return a row for each month that is held, with the vintage and what is known of revisions
   * @throws IllegalArgumentException when the partner is not held; the message says which are
   */
  public static Table paid(String partner) {
    return UsPaid.table(partner);
  }

  /**
   * What was imported and paid on all goods of a partner in a month.
   *
   * @param partner a country by code or name, {@code EU}, or {@code WORLD}
   * @param month the month, {@code 2025-10}
   * @return imports, calculated duty and the rate paid, with the vintage of the source
   * @throws IllegalArgumentException when the partner or the month is not held; the message says
   *     what is
   */
  public static UsPaid.Paid paid(String partner, String month) {
    return UsPaid.of(partner, month);
  }

  /**
   * What was paid on the imports from a partner in a month.
   *
   * @param partner the partner's code or name
   * @param month the month
   * @return imports, duty and rate
   */
  public static UsPaid.Paid paid(String partner, YearMonth month) {
    Objects.requireNonNull(month, "month");
    return paid(partner, month.toString());
  }

  /**
   * What was imported and paid on some goods of a partner in a period.
   *
   * @param partner a country by code or name, {@code EU}, or {@code WORLD}
   * @param goods {@code cars}, {@code transport equipment} or another of {@link UsPaid#goods}
   * @param period a month, or the period of a source, {@code 2025-09/2026-08}
   * @return imports, calculated duty and the rate paid, with the vintage of the source
   * @throws IllegalArgumentException when goods, partner or period are not held; the message says
   *     what is
   */
  public static UsPaid.Paid paid(String partner, String goods, String period) {
    return UsPaid.of(partner, goods, period);
  }

  /**
   * What was paid on some goods of a partner in a month.
   *
   * @param partner the partner's code or name
   * @param goods the goods
   * @param period the month
   * @return imports, duty and rate
   */
  public static UsPaid.Paid paid(String partner, String goods, YearMonth period) {
    Objects.requireNonNull(period, "period");
    return paid(partner, goods, period.toString());
  }

  /**
   * Announced, statutory and paid, side by side by month, and what explains the gap.
   *
   * @param partner a country by code or name, {@code EU}, or {@code WORLD}
   * @param first the first month, {@code 2025-01}
   * @param last the last month, included
   * @return the months
   */
  public static UsRates announcedAndPaid(String partner, String first, String last) {
    return UsRates.of(partner, first, last);
  }

  /**
   * Announced, statutory and paid, side by side by month, and what explains the gap.
   *
   * @param partner a country by code or name, {@code EU}, or {@code WORLD}
   * @param first the first month
   * @param last the last month, included
   * @return the months
   */
  public static UsRates announcedAndPaid(String partner, YearMonth first, YearMonth last) {
    return UsRates.of(partner, first, last);
  }

  /**
   * The average duty of a day on all imports of 2024, with what is left open.
   *
   * @param day the day
   * @return the average: all agreements claimed, as in 2024, none; by origin, chapter, programme
   */
  public static AverageDuty averageDuty(String day) {
    return averageDuty(day(day));
  }

  /**
   * The average duty of a day on all imports of 2024, with what is left open.
   *
   * @param day the day
   * @return the average
   */
  public static AverageDuty averageDuty(LocalDate day) {
    return UsImports.of2024().averageDuty(day);
  }

  /**
   * The average duty of a day on some goods.
   *
   * @param goods codes, {@code 7208}, {@code 61+62}, or a word, {@code steel}
   * @param day the day
   * @return the average, weighted by the imports of 2024
   */
  public static AverageDuty averageDuty(String goods, String day) {
    return averageDuty(goods, day(day));
  }

  /**
   * The average duty of a day on some goods.
   *
   * @param goods codes, {@code 7208}, {@code 61+62}
   * @param day the day
   * @return the average, weighted by the imports of 2024
   */
  public static AverageDuty averageDuty(String goods, LocalDate day) {
    return UsImports.of2024().of(goods).averageDuty(day);
  }

  /**
   * The average duty of a day on the imports of 2024 under named assumptions: {@code
   * averageDuty("2025-09-16", metalShares(), usmcaShares(2025))}.
   *
   * @param day the day of entry
   * @param sets the assumptions, besides those of the bundled book
   * @return the average, which names them
   */
  public static AverageDuty averageDuty(String day, Assumptions... sets) {
    return averageDuty(day(day), sets);
  }

  /**
   * The average duty of a day under named assumptions.
   *
   * @param day the day of entry
   * @param sets the assumptions, besides those of the bundled book
   * @return the average, which names them
   */
  public static AverageDuty averageDuty(LocalDate day, Assumptions... sets) {
    return UsImports.of2024().averageDuty(day, sets);
  }

  /**
   * How much of the trade of each line with Canada and Mexico claimed the USMCA in a year.
   *
   * @param year 2024 or 2025
   * @return the assumptions
   * @see UsAssumptions#usmcaShares
   */
  public static Assumptions usmcaShares(int year) {
    return UsAssumptions.usmcaShares(year);
  }

  /**
   * How much of the value of each line is steel, aluminium and copper, by the input-output accounts
   * of 2017.
   *
   * @return the assumptions
   * @see UsAssumptions#metalShares
   */
  public static Assumptions metalShares() {
    return UsAssumptions.metalShares();
  }
}
