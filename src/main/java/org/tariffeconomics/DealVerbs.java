package org.tariffeconomics;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.deal.Deal;
import org.tariffeconomics.deal.DealEffect;
import org.tariffeconomics.deal.DealRegister;
import org.tariffeconomics.deal.DealStatus;
import org.tariffeconomics.rate.DeclaredOrigin;
import org.tariffeconomics.reference.UsAhead;
import org.tariffeconomics.reference.UsDeals;
import org.tariffeconomics.reference.UsDelay;
import org.tariffeconomics.reference.UsLetters;
import org.tariffeconomics.reference.UsRefundsDue;
import org.tariffeconomics.report.Table;

/**
 * The verbs of {@link Tariffs} on the arrangements of the United States with its partners: where
 * they stand, what they grant, what lies ahead, and what late publication cost.
 *
 * <p>They come with {@link Tariffs}, which inherits them.
 *
 * @since 0.1.0
 */
public sealed class DealVerbs extends CostVerbs permits PledgeVerbs {

  DealVerbs() {}

  /**
   * The bundled arrangements of the United States with its partners.
   *
   * @return the register of the verified facts
   */
  public static DealRegister deals() {
    return UsDeals.register();
  }

  /**
   * Job 7: a deal by its partner or id.
   *
   * @param partner the partner's code, or the deal's id
   * @return the deal
   */
  public static Deal deal(String partner) {
    return deals().deal(partner);
  }

  /**
   * Job 7: where a leg of a deal stands on a day, as it was then known.
   *
   * @param partner the partner's code, or the deal's id
   * @param leg the leg, e.g. {@code autos}; empty for the deal as a whole
   * @param day the day asked about
   * @param knownOn the day of knowledge
   * @return the status; empty before the first event
   * @throws IllegalArgumentException when the deal has no such leg; the message lists those it has
   */
  public static Optional<DealStatus> status(
      String partner, String leg, String day, String knownOn) {
    return status(partner, leg, day(day), day(knownOn));
  }

  /**
   * Job 7: where a leg of a deal stands on a day, as it was then known.
   *
   * @param partner the partner
   * @param leg the leg, e.g. {@code autos}; empty for the deal as a whole
   * @param day the day asked about
   * @param knownOn the day of knowledge
   * @return the status; empty before the first event
   */
  public static Optional<DealStatus> status(
      String partner, String leg, LocalDate day, LocalDate knownOn) {
    return deal(partner).status(leg, day, knownOn);
  }

  /**
   * Job 7: the duty of some goods with a deal and without it, where the rate of a letter or the one
   * that was suspended applies instead.
   *
   * @param origin the partner, or a member of the group that made the deal, which may claim and
   *     declare
   * @param line the tariff line
   * @param day the day of entry
   * @return both duties and the points that the deal is worth, or that nothing of it is held as law
   * @throws IllegalArgumentException when no deal binds the origin, or it is a group
   */
  public static DealEffect withoutDeal(String origin, String line, String day) {
    return withoutDeal(origin, line, day(day));
  }

  /**
   * Job 7: the duty of some goods with a deal and without it.
   *
   * @param origin the partner, or a member of the group that made the deal
   * @param line the tariff line
   * @param day the day of entry
   * @return both duties and the points that the deal is worth
   */
  public static DealEffect withoutDeal(String origin, String line, LocalDate day) {
    HsCode code = HsCode.of(line);
    DeclaredOrigin declared = origin(origin, code, day);
    Deal deal =
        deals()
            .dealOf(declared.country(), day)
            .orElseGet(() -> deals().deal(declared.country().alpha2()));
    return DealEffect.of(deal, us(), code, declared, day);
  }

  /**
   * Job 7: what the United States granted a partner, good by good, and which measures carry it.
   *
   * @param partner the partner's code or name, or the deal's id
   * @return the grants; what is not held as law says so
   */
  public static Table concessions(String partner) {
    return UsDeals.concessions(partner);
  }

  /**
   * Job 7: the letters of July 2025 with their deadlines and, as far as known on a day, outcomes.
   *
   * @param knownOn the day of knowledge
   * @return a row for each letter
   */
  public static Table letters(String knownOn) {
    return letters(day(knownOn));
  }

  /**
   * Job 7: the letters of July 2025 with their deadlines and, as far as known on a day, outcomes.
   *
   * @param knownOn the day of knowledge
   * @return a row for each letter
   */
  public static Table letters(LocalDate knownOn) {
    return UsLetters.table(knownOn);
  }

  /**
   * Job 7: what is laid down or may lapse after a day, for every partner, as known on that day.
   *
   * @param day the day
   * @return changes of duty with the rates before and after, and deadlines
   */
  public static UsAhead ahead(String day) {
    return ahead(day(day));
  }

  /**
   * Job 7: what is laid down or may lapse after a day, for every partner, as known on that day.
   *
   * @param day the day
   * @return changes of duty with the rates before and after, and deadlines
   */
  public static UsAhead ahead(LocalDate day) {
    return UsAhead.of(day);
  }

  /**
   * Job 7: what is laid down or may lapse after a day for some goods, as known on that day.
   *
   * @param day the day
   * @param line the tariff line
   * @param origins the origins
   * @return changes of duty with the rates before and after, and deadlines
   */
  public static UsAhead ahead(String day, String line, String... origins) {
    return ahead(day(day), line, origins);
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
    Origins asked = origins(us(), line, day, origins);
    return asked.noted(UsAhead.of(day, HsCode.of(line), asked.declared()), UsAhead::withAssumption);
  }

  /**
   * What it cost a partner to get a rate some days later, month by month, on real imports.
   *
   * @param partner the partner's code or name
   * @param sector a sector, {@code cars}, or any goods by name or code, {@code 8517}
   * @param from the first day without the rate
   * @param until the first day with it
   * @return the cost, and who had the rate meanwhile
   */
  public static UsDelay delay(String partner, String sector, String from, String until) {
    return delay(partner, sector, day(from), day(until));
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
    return UsDelay.ofWaiting(partner, sector, from, until);
  }

  /**
   * What a partner's goods get back because cuts were published after they took effect.
   *
   * @param partner the partner's code or name
   * @param sector a sector, {@code cars}, or any goods by name or code, {@code 8517}
   * @param from the first day of entry
   * @param until the first day after the last
   * @return the refunds by month
   */
  public static UsDelay refundsDue(String partner, String sector, String from, String until) {
    return refundsDue(partner, sector, day(from), day(until));
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
    return UsDelay.ofRefunds(partner, sector, from, until);
  }

  /**
   * What is due back on all goods of a partner because cuts were published after they took effect,
   * month by month.
   *
   * @param partner a country, or {@code EU}
   * @param first the first month of entry, {@code 2025-08}
   * @param last the last month, included
   * @return the estimate by month, with bounds where duties have bounds
   */
  public static UsRefundsDue refundsDue(String partner, String first, String last) {
    return UsRefundsDue.of(partner, first, last);
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
    return UsRefundsDue.of(partner, first, last);
  }
}
