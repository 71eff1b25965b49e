package org.tariffeconomics.deal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.CountryGroup;
import org.tariffeconomics.investment.InvestmentCommitment;
import org.tariffeconomics.report.Cell;
import org.tariffeconomics.report.Table;
import org.tariffeconomics.tariff.ReversibleAmendment;
import org.tariffeconomics.tariff.TariffBook;
import org.tariffeconomics.tariff.TariffMeasure;

/**
 * A trade deal: who, what happened to it when, what it changes in a tariff book, and what was
 * promised in return.
 *
 * <p>Status is a function of the day asked about and of the day of knowledge. A deal is an
 * amendment: {@code book.with(deal)} and {@code book.without(deal)} are the law with and without
 * its concessions.
 *
 * @param id the deal's short name, e.g. {@code jp-2025-framework}
 * @param title its title
 * @param parties the parties: country codes or group names, the granting one first
 * @param kind what kind of arrangement it is, in words
 * @param headline the rate on the board
 * @param events what happened, in any order
 * @param concessions the measures it brings into the granting party's book
 * @param investments the investments promised
 * @param purchases the purchases promised
 * @param marketAccess the market access promised
 * @param deadlines its deadlines
 * @param snapBacks what happens on default
 * @param claims how parties describe terms
 */
public record Deal(
    String id,
    String title,
    List<String> parties,
    String kind,
    Headline headline,
    List<DealEvent> events,
    List<TariffMeasure> concessions,
    List<InvestmentCommitment> investments,
    List<PurchasePledge> purchases,
    List<MarketAccessPledge> marketAccess,
    List<Deadline> deadlines,
    List<SnapBackClause> snapBacks,
    List<Claim> claims)
    implements ReversibleAmendment {

  private static final String WHOLE = "";

  /**
   * Creates a deal.
   *
   * @param id the deal's short name, e.g. {@code jp-2025-framework}
   * @param title its title
   * @param parties the parties
   * @param kind what kind of arrangement it is, in words
   * @param headline the rate on the board
   * @param events what happened, in any order
   * @param concessions the measures it brings into the granting party's book
   * @param investments the investments promised
   * @param purchases the purchases promised
   * @param marketAccess the market access promised
   * @param deadlines its deadlines
   * @param snapBacks what happens on default
   * @param claims how parties describe terms
   * @throws IllegalArgumentException when it has fewer than two parties, or a concession is for an
   *     origin that is no party
   */
  public Deal {
    parties = List.copyOf(parties);
    events = events.stream().sorted(DealEvent.BY_DAY).toList();
    concessions = List.copyOf(concessions);
    investments = List.copyOf(investments);
    purchases = List.copyOf(purchases);
    marketAccess = List.copyOf(marketAccess);
    deadlines = List.copyOf(deadlines);
    snapBacks = List.copyOf(snapBacks);
    claims = List.copyOf(claims);
    if (parties.size() < 2) {
      throw new IllegalArgumentException(
          "A deal needs two parties, but '" + id + "' has " + parties);
    }
    for (TariffMeasure each : concessions) {
      requireParty(id, parties, each);
    }
  }

  /**
   * A deal of which nothing is known but who makes it; the {@code with…} methods fill it in.
   *
   * @param id the deal's short name
   * @param title its title
   * @param grantor the party whose book it changes
   * @param partner the other party
   * @return the deal
   */
  public static Deal between(String id, String title, String grantor, String partner) {
    return new Deal(
        id,
        title,
        List.of(grantor, partner),
        "",
        Headline.NONE,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  private static void requireParty(String id, List<String> parties, TariffMeasure measure) {
    LocalDate day =
        measure.inForce().isUnboundedStart()
            ? LocalDate.of(2025, 1, 1)
            : measure.inForce().getStart();
    for (Country origin : measure.origins().members(day)) {
      if (parties.stream().noneMatch(p -> isOrHolds(p, origin, day))) {
        throw new IllegalArgumentException(
            "The deal '"
                + id
                + "' of "
                + parties
                + " cannot concede '"
                + measure.id()
                + "' to "
                + origin
                + ", which is no party");
      }
    }
  }

  private static boolean isOrHolds(String party, Country country, LocalDate day) {
    return party.equals(country.alpha2())
        || CountryGroup.find(party).map(g -> g.includes(country, day)).orElse(false);
  }

  /**
   * The same deal with more events.
   *
   * @param more what happened
   * @return a new deal
   */
  public Deal withEvents(DealEvent... more) {
    return new Deal(
        id,
        title,
        parties,
        kind,
        headline,
        joined(events, List.of(more)),
        concessions,
        investments,
        purchases,
        marketAccess,
        deadlines,
        snapBacks,
        claims);
  }

  /**
   * The same deal with more concessions.
   *
   * @param more the measures it brings into the granting party's book
   * @return a new deal
   * @throws IllegalArgumentException when one is for an origin that is no party
   */
  public Deal withConcessions(TariffMeasure... more) {
    return new Deal(
        id,
        title,
        parties,
        kind,
        headline,
        events,
        joined(concessions, List.of(more)),
        investments,
        purchases,
        marketAccess,
        deadlines,
        snapBacks,
        claims);
  }

  /**
   * The same deal with more investments promised.
   *
   * @param more the commitments
   * @return a new deal
   */
  public Deal withInvestments(InvestmentCommitment... more) {
    return new Deal(
        id,
        title,
        parties,
        kind,
        headline,
        events,
        concessions,
        joined(investments, List.of(more)),
        purchases,
        marketAccess,
        deadlines,
        snapBacks,
        claims);
  }

  private static <T> List<T> joined(List<T> some, List<T> more) {
    List<T> all = new ArrayList<>(some);
    all.addAll(more);
    return all;
  }

  /**
   * The partner: the party that the concessions are granted to.
   *
   * @return the second party's code
   */
  public String partner() {
    return parties.get(1);
  }

  /**
   * Whether a country is a party or a member of one.
   *
   * @param country the country
   * @param day the day, which decides who is a member of a group
   * @return true if it is
   */
  public boolean binds(Country country, LocalDate day) {
    return parties.stream().anyMatch(p -> isOrHolds(p, country, day));
  }

  /**
   * Where the deal as a whole stands on a day, with all that is known now.
   *
   * @param day the day asked about
   * @return the status; empty before its first event
   */
  public Optional<DealStatus> status(LocalDate day) {
    return status(WHOLE, day, LocalDate.MAX);
  }

  /**
   * Where one leg stands on a day, as one could know on another. A leg without events of its own
   * stands where the deal stands.
   *
   * @param leg the leg; empty for the deal as a whole
   * @param day the day asked about
   * @param knownOn the day of knowledge
   * @return the status; empty before its first event
   */
  public Optional<DealStatus> status(String leg, LocalDate day, LocalDate knownOn) {
    return lastEvent(leg, day, knownOn).map(DealEvent::status);
  }

  /**
   * The event that decides where one leg stands on a day, as one could know on another: the latest
   * that took effect by then and was known by then. A statement made after the terms came into
   * force does not set them back.
   *
   * @param leg the leg; empty for the deal as a whole
   * @param day the day asked about
   * @param knownOn the day of knowledge
   * @return the event; empty before the first
   */
  public Optional<DealEvent> lastEvent(String leg, LocalDate day, LocalDate knownOn) {
    return events.stream()
        .filter(e -> e.leg().equals(leg) || e.leg().equals(WHOLE))
        .filter(e -> !e.effective().isAfter(day) && !e.knownFrom().isAfter(knownOn))
        .reduce((earlier, later) -> later.supersedes(earlier) ? later : earlier);
  }

  /** {@return the legs that have events of their own: their names, in order} */
  public List<String> legs() {
    return events.stream()
        .map(DealEvent::leg)
        .filter(l -> !l.equals(WHOLE))
        .distinct()
        .sorted()
        .toList();
  }

  /**
   * The next deadline.
   *
   * @param today the day asked on
   * @return the nearest deadline that was known then and has not passed
   */
  public Optional<Deadline> nextDeadline(LocalDate today) {
    return deadlines.stream()
        .filter(d -> !d.knownFrom().isAfter(today) && !d.day().isBefore(today))
        .min(Comparator.comparing(Deadline::day));
  }

  /** The book with the concessions; those that it holds already stay. */
  @Override
  public TariffBook applyTo(TariffBook book) {
    Set<TariffMeasure> held = Set.copyOf(book.measures());
    return book.withAll(concessions.stream().filter(m -> !held.contains(m)).toList());
  }

  /** The book without the concessions, found by their ids. */
  @Override
  public TariffBook removeFrom(TariffBook book) {
    return book.withoutMeasures(concessions.stream().map(TariffMeasure::id).toList());
  }

  /**
   * The same concessions for another partner: “what if they got these terms”.
   *
   * @param partner the country that is to get them
   * @return the amendment
   */
  public ReversibleAmendment termsFor(Country partner) {
    return WhatIf.measures(
        "terms of " + id + " for " + partner,
        concessions.stream().map(WhatIf.transferredTo(partner)).toList());
  }

  /** {@return what happened, oldest first, with both days, status, instrument and source} */
  public Table table() {
    UnaryOperator<String> orDash = s -> s.isEmpty() ? "-" : s;
    List<List<Cell>> rows = new ArrayList<>();
    for (DealEvent each : events) {
      rows.add(
          List.of(
              Cell.date(each.effective()),
              Cell.date(each.knownFrom()),
              Cell.text(orDash.apply(each.leg())),
              Cell.text(each.status().toString()),
              Cell.text(each.text()),
              Cell.text(orDash.apply(each.instrument())),
              Cell.text(each.source().toString())));
    }
    return Table.of(
        title,
        List.of("effective", "known from", "leg", "status", "event", "instrument", "source"),
        rows);
  }

  /** The deal's id and title. */
  @Override
  public String toString() {
    return id + ": " + title;
  }
}
