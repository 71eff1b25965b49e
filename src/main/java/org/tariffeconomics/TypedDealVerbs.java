package org.tariffeconomics;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.deal.DealEffect;
import org.tariffeconomics.economy.CostPushRange;
import org.tariffeconomics.reference.AverageDuty;
import org.tariffeconomics.reference.UsAhead;
import org.tariffeconomics.reference.UsDelay;
import org.tariffeconomics.reference.UsDuties;
import org.tariffeconomics.reference.UsPaid;
import org.tariffeconomics.reference.UsPledges;
import org.tariffeconomics.reference.UsRates;
import org.tariffeconomics.reference.UsRefundsDue;
import org.tariffeconomics.report.Table;
import org.tariffeconomics.schedule.DatedLine;
import org.tariffeconomics.tariff.Assumptions;

/**
 * The verbs of {@link Tariffs} on deals, averages and what was paid once more, for days, months and
 * rates that a program holds as such.
 */
class TypedDealVerbs extends TypedBorderVerbs {

  TypedDealVerbs() {}

  /**
   * Job 7: the duty of some goods with a deal and without it.
   *
   * @param origin the partner, or a member of the group that made the deal
   * @param line the tariff line
   * @param day the day of entry
   * @return both duties and the points that the deal is worth
   */
  public static DealEffect withoutDeal(String origin, String line, LocalDate day) {
    return Tariffs.withoutDeal(origin, line, day.toString());
  }

  /**
   * Job 7: the letters of July 2025 with their deadlines and, as far as known on a day, outcomes.
   *
   * @param knownOn the day of knowledge
   * @return a row for each letter
   */
  public static Table letters(LocalDate knownOn) {
    return Tariffs.letters(knownOn.toString());
  }

  /**
   * Job 7: what is laid down or may lapse after a day, for every partner, as known on that day.
   *
   * @param day the day
   * @return changes of duty with the rates before and after, and deadlines
   */
  public static UsAhead ahead(LocalDate day) {
    return Tariffs.ahead(day.toString());
  }

  /**
   * Job 7: what is laid down or may lapse after a day for some goods, as known on that day.
   *
   * @param day the day
   * @param line the tariff line
   * @param origins the origins
   * @return changes of duty with the rates before and after, and deadlines
   */
  public static UsAhead ahead(LocalDate day, String line, String... origins) {
    return Tariffs.ahead(day.toString(), line, origins);
  }

  /**
   * Job 10: what all partners have pledged, as known on a day.
   *
   * @param knownOn the day of knowledge
   * @return the pledges
   */
  public static UsPledges allPledges(LocalDate knownOn) {
    return Tariffs.allPledges(knownOn.toString());
  }

  /**
   * What was paid on the imports from a partner in a month.
   *
   * @param partner the partner's code or name
   * @param month the month
   * @return imports, duty and rate
   */
  public static UsPaid.Paid paid(String partner, YearMonth month) {
    return Tariffs.paid(partner, month.toString());
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
    return Tariffs.paid(partner, goods, period.toString());
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
    return Tariffs.announcedAndPaid(partner, first.toString(), last.toString());
  }

  /**
   * What it cost a partner to get a rate some days later, month by month, on real imports.
   *
   * @param partner the partner's code or name
   * @param sector the sector, e.g. {@code cars}
   * @param from the first day without the rate
   * @param until the first day with it
   * @return the cost, and who had the rate meanwhile
   */
  public static UsDelay delay(String partner, String sector, LocalDate from, LocalDate until) {
    return Tariffs.delay(partner, sector, from.toString(), until.toString());
  }

  /**
   * What a partner's goods get back because cuts were published after they took effect.
   *
   * @param partner the partner's code or name
   * @param sector the sector, e.g. {@code cars}
   * @param from the first day of entry
   * @param until the first day after the last
   * @return the refunds by month
   */
  public static UsDelay refundsDue(String partner, String sector, LocalDate from, LocalDate until) {
    return Tariffs.refundsDue(partner, sector, from.toString(), until.toString());
  }

  /**
   * What is due back on all goods of a partner because cuts were published late, month by month.
   *
   * @param partner a country, or {@code EU}
   * @param first the first month of entry
   * @param last the last month, included
   * @return the estimate by month
   */
  public static UsRefundsDue refundsDue(String partner, YearMonth first, YearMonth last) {
    return Tariffs.refundsDue(partner, first.toString(), last.toString());
  }

  /**
   * The average duty of a day on all imports of 2024, with what is left open.
   *
   * @param day the day
   * @return the average
   */
  public static AverageDuty averageDuty(LocalDate day) {
    return Tariffs.averageDuty(day.toString());
  }

  /**
   * The average duty of a day under named assumptions.
   *
   * @param day the day of entry
   * @param sets the assumptions, besides those of the bundled book
   * @return the average, which names them
   */
  public static AverageDuty averageDuty(LocalDate day, Assumptions... sets) {
    return Tariffs.averageDuty(day.toString(), sets);
  }

  /**
   * The average duty of a day on some goods.
   *
   * @param goods codes, {@code 7208}, {@code 61+62}
   * @param day the day
   * @return the average, weighted by the imports of 2024
   */
  public static AverageDuty averageDuty(String goods, LocalDate day) {
    return Tariffs.averageDuty(goods, day.toString());
  }

  /**
   * What a line's row in the schedule says on a day: rates and units of quantity as published.
   *
   * @param line a code of eight digits or more
   * @param day the day
   * @return the legal line; empty where the schedule has none
   */
  public static Optional<DatedLine> scheduleLine(String line, LocalDate day) {
    return Tariffs.scheduleLine(line, day.toString());
  }

  /**
   * The duties of the United States on a day, on every flow of the imports of 2024.
   *
   * @param day the day of entry
   * @return the duties
   */
  public static UsDuties duties(LocalDate day) {
    return Tariffs.duties(day.toString());
  }

  /**
   * What the duties of a day do to costs in the United States, passed on in part.
   *
   * @param duties the duties of the day
   * @param passThrough what part of a duty buyers pay
   * @return the pushes by industry and for consumers
   */
  public static CostPushRange costPush(UsDuties duties, Rate passThrough) {
    return Tariffs.costPush(duties, passThrough.toString());
  }

  /**
   * Job 11: the position of some suppliers of a sector on several days.
   *
   * @param sector the sector, e.g. {@code cars}, or codes of any goods
   * @param origins the origins as the market names them, with commas
   * @param days the days
   * @return the table; positive is an advantage
   */
  public static Table positions(String sector, String origins, List<LocalDate> days) {
    return Tariffs.positions(
        sector, origins, days.stream().map(LocalDate::toString).toArray(String[]::new));
  }
}
