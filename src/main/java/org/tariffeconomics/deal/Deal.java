package org.tariffeconomics.deal;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.tariffeconomics.basics.Country;
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
 * <p>Status is a function of the day asked about and of the day of knowledge; {@link #asKnownOn}
 * gives the whole deal as one could know it. A deal is an amendment: {@code book.with(deal)} and
 * {@code book.without(deal)} are the law with and without its concessions.
 *
 * <p>A deal begins with {@link #between} and grows by {@code with…}:
 *
 * <pre>{@code
 * Deal deal = Deal.between("kr-2025", "US-Korea", "US", "KR")
 *     .withEvents(DealEvent.of("2025-07-30", DealStatus.ANNOUNCED, "framework", source))
 *     .withConcessions(TariffMeasure.topsUpTo("S232 autos", "8703", "KR", "15%"));
 * }</pre>
 *
 * @param id the deal's short name, e.g. {@code jp-2025-framework}
 * @param title its title
 * @param kind what kind of arrangement it is, in words; may be empty
 * @param parties the parties, the granting one first
 * @param events what happened, in any order
 * @param terms what it grants, under which headline, deadlines and conditions
 * @param promises what was promised in return
 * @param claims how parties describe terms
 * @since 0.1.0
 */
public record Deal(
    String id,
    String title,
    String kind,
    List<Party> parties,
    List<DealEvent> events,
    DealTerms terms,
    DealPromises promises,
    List<Claim> claims)
    implements ReversibleAmendment {

  private static final String WHOLE = "";
  private static final int LONGEST_SHOWN = 60;

  /**
   * Creates a deal.
   *
   * @param id the deal's short name, e.g. {@code jp-2025-framework}
   * @param title its title
   * @param kind what kind of arrangement it is, in words; may be empty
   * @param parties the parties, the granting one first
   * @param events what happened, in any order
   * @param terms what it grants, under which headline, deadlines and conditions
   * @param promises what was promised in return
   * @param claims how parties describe terms
   * @throws IllegalArgumentException when it has fewer than two parties, or a concession is for an
   *     origin that is no party
   */
  public Deal {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(parties, "parties");
    Objects.requireNonNull(events, "events");
    Objects.requireNonNull(terms, "terms");
    Objects.requireNonNull(promises, "promises");
    Objects.requireNonNull(claims, "claims");
    parties = List.copyOf(parties);
    events = events.stream().sorted(DealEvent.BY_DAY).toList();
    claims = List.copyOf(claims);
    if (parties.size() < 2) {
      throw new IllegalArgumentException(
          "A deal needs two parties, but '" + id + "' has " + parties);
    }
    Optional<LocalDate> begin =
        events.stream().map(DealEvent::effective).min(Comparator.naturalOrder());
    for (TariffMeasure each : terms.concessions()) {
      Concessions.require(id, parties, each, begin);
    }
  }

  /**
   * A deal of which nothing is known but who makes it; the {@code with…} methods fill it in.
   *
   * @param id the deal's short name
   * @param title its title
   * @param grantor the party whose book it changes, as {@link Party#parse} reads it
   * @param partner the other party
   * @return the deal
   * @throws IllegalArgumentException when one is no country and no group
   */
  public static Deal between(String id, String title, String grantor, String partner) {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(grantor, "grantor");
    Objects.requireNonNull(partner, "partner");
    return new Deal(
        id,
        title,
        "",
        List.of(Party.parse(grantor), Party.parse(partner)),
        List.of(),
        DealTerms.NONE,
        DealPromises.NONE,
        List.of());
  }

  /**
   * The same deal with more events.
   *
   * @param more what happened
   * @return a new deal
   */
  public Deal withEvents(DealEvent... more) {
    Objects.requireNonNull(more, "more");
    List<DealEvent> all = DealTerms.joined(events, List.of(more));
    return new Deal(id, title, kind, parties, all, terms, promises, claims);
  }

  /**
   * The same deal with these terms in place of its own.
   *
   * @param others the terms
   * @return a new deal
   * @throws IllegalArgumentException when a concession is for an origin that is no party
   */
  public Deal withTerms(DealTerms others) {
    Objects.requireNonNull(others, "others");
    return new Deal(id, title, kind, parties, events, others, promises, claims);
  }

  /**
   * The same deal with these promises in place of its own.
   *
   * @param others the promises
   * @return a new deal
   */
  public Deal withPromises(DealPromises others) {
    Objects.requireNonNull(others, "others");
    return new Deal(id, title, kind, parties, events, terms, others, claims);
  }

  /**
   * The same deal with more concessions.
   *
   * @param more the measures it brings into the granting party's book
   * @return a new deal
   * @throws IllegalArgumentException when one is for an origin that is no party
   */
  public Deal withConcessions(TariffMeasure... more) {
    Objects.requireNonNull(more, "more");
    return withTerms(terms.withConcessions(more));
  }

  /**
   * The same deal with more investments promised, each known from the day of its earliest source.
   *
   * @param more the commitments
   * @return a new deal
   */
  public Deal withInvestments(InvestmentCommitment... more) {
    Objects.requireNonNull(more, "more");
    return withPromises(
        promises.withInvestments(
            Arrays.stream(more).map(InvestmentPledge::of).toArray(InvestmentPledge[]::new)));
  }

  /**
   * The deal as one could know it: without later events, terms, promises and claims.
   *
   * @param day the day of knowledge
   * @return a deal of the same name
   */
  public Deal asKnownOn(LocalDate day) {
    Objects.requireNonNull(day, "day");
    return new Deal(
        id,
        title,
        kind,
        parties,
        events.stream().filter(e -> !e.knownFrom().isAfter(day)).toList(),
        terms.asKnownOn(day),
        promises.asKnownOn(day),
        claims.stream().filter(c -> c.isKnownOn(day)).toList());
  }

  /**
   * The partner: the party that the concessions are granted to.
   *
   * @return the second party's code
   */
  public String partner() {
    return parties.get(1).code();
  }

  /** {@return the rate on the board that was last known} */
  public Headline headline() {
    return terms.headline();
  }

  /** {@return the measures it brings into the granting party's book} */
  public List<TariffMeasure> concessions() {
    return terms.concessions();
  }

  /** {@return its deadlines} */
  public List<Deadline> deadlines() {
    return terms.deadlines();
  }

  /** {@return what happens on default} */
  public List<SnapBackClause> snapBacks() {
    return terms.snapBacks();
  }

  /**
   * {@return the investments that are part of the deal, one by one; those that its texts only
   * mention beside it are among the {@link #promises}}
   */
  public List<InvestmentCommitment> investments() {
    return promises.investments().stream()
        .filter(InvestmentPledge::isOfTheDeal)
        .map(InvestmentPledge::commitment)
        .toList();
  }

  /** {@return the purchases promised} */
  public List<PurchasePledge> purchases() {
    return promises.purchases();
  }

  /** {@return the market access promised} */
  public List<MarketAccessPledge> marketAccess() {
    return promises.marketAccess();
  }

  /**
   * Whether a country is a party or a member of one.
   *
   * @param country the country
   * @param day the day, which decides who is a member of a group
   * @return true if it is
   */
  public boolean binds(Country country, LocalDate day) {
    Objects.requireNonNull(country, "country");
    Objects.requireNonNull(day, "day");
    return parties.stream().anyMatch(p -> p.includes(country, day));
  }

  /**
   * Where the deal as a whole stands on a day, with all that is known now.
   *
   * @param day the day asked about
   * @return the status; empty before its first event
   */
  public Optional<DealStatus> status(LocalDate day) {
    Objects.requireNonNull(day, "day");
    return status(WHOLE, day, LocalDate.MAX);
  }

  /**
   * Where one leg stands on a day, as one could know on another. A leg stands where the deal stands
   * as long as nothing of its own is known.
   *
   * @param leg the leg, one of {@link #legs}; empty for the deal as a whole
   * @param day the day asked about
   * @param knownOn the day of knowledge
   * @return the status; empty before its first event
   * @throws IllegalArgumentException when the deal has no such leg; the message lists those it has
   */
  public Optional<DealStatus> status(String leg, LocalDate day, LocalDate knownOn) {
    Objects.requireNonNull(leg, "leg");
    Objects.requireNonNull(day, "day");
    Objects.requireNonNull(knownOn, "knownOn");
    return lastEvent(leg, day, knownOn).map(DealEvent::status);
  }

  /**
   * The event that decides where one leg stands on a day, as one could know on another: the latest
   * that took effect by then and was known by then. A statement made after the terms came into
   * force does not set them back.
   *
   * @param leg the leg, one of {@link #legs}; empty for the deal as a whole
   * @param day the day asked about
   * @param knownOn the day of knowledge
   * @return the event; empty before the first
   * @throws IllegalArgumentException when the deal has no such leg; the message lists those it has
   */
  public Optional<DealEvent> lastEvent(String leg, LocalDate day, LocalDate knownOn) {
    Objects.requireNonNull(leg, "leg");
    Objects.requireNonNull(day, "day");
    Objects.requireNonNull(knownOn, "knownOn");
    String name = requireLeg(leg);
    return events.stream()
        .filter(e -> e.leg().equals(name) || e.leg().equals(WHOLE))
        .filter(e -> !e.effective().isAfter(day) && !e.knownFrom().isAfter(knownOn))
        .reduce((earlier, later) -> later.supersedes(earlier) ? later : earlier);
  }

  /** The leg by its name, whatever the case; a leg that nothing is told of is a slip. */
  private String requireLeg(String leg) {
    String asked = leg.strip();
    return Stream.concat(Stream.of(WHOLE), legs().stream())
        .filter(asked::equalsIgnoreCase)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "The deal '"
                        + id
                        + "' has no leg '"
                        + cut(asked)
                        + "': use one of "
                        + legs()
                        + ", or an empty text for the deal as a whole"));
  }

  private static String cut(String text) {
    return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "…";
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
    Objects.requireNonNull(today, "today");
    return deadlines().stream()
        .filter(d -> !d.knownFrom().isAfter(today) && !d.day().isBefore(today))
        .min(Comparator.comparing(Deadline::day));
  }

  /**
   * The book with the concessions; those that it holds already stay.
   *
   * @throws IllegalArgumentException when nothing of the deal is held as law, so that the book
   *     would be the same and look as if the deal changed nothing; {@link #isInLaw} says so
   *     beforehand
   */
  @Override
  public TariffBook applyTo(TariffBook book) {
    Objects.requireNonNull(book, "book");
    requireInLaw("with");
    return new GrantedLaw(this).applyTo(book);
  }

  /**
   * The book as it would be without the deal: its concessions, found by their ids, are gone; what
   * its {@link DealTerms#grants grants} are found to carry is gone for the partner alone, and what
   * would apply instead, such as the rate of a letter, takes its place.
   *
   * @throws IllegalArgumentException when nothing of the deal is held as law, so that there is no
   *     difference to show; {@link #isInLaw} says so beforehand
   */
  @Override
  public TariffBook removeFrom(TariffBook book) {
    Objects.requireNonNull(book, "book");
    requireInLaw("without");
    return new GrantedLaw(this).removeFrom(book);
  }

  private void requireInLaw(String withOrWithout) {
    if (!isInLaw()) {
      throw new IllegalArgumentException(
          "The deal '"
              + id
              + "' brings no measure that is held, so a book "
              + withOrWithout
              + " it cannot be told"
              + (terms.grants().isEmpty() ? "" : "; its texts say: " + terms.grants()));
    }
  }

  /** {@return whether a measure or a link to the law is held of what the deal grants} */
  @JsonIgnore
  public boolean isInLaw() {
    return !new GrantedLaw(this).isEmpty();
  }

  /**
   * The same concessions for another partner: “what if they got these terms”. What would be the
   * same without the deal is none of its terms.
   *
   * @param partner the country that is to get them
   * @return the amendment
   * @throws IllegalArgumentException when no concession of the deal is held as a measure of its own
   */
  public ReversibleAmendment termsFor(Country partner) {
    Objects.requireNonNull(partner, "partner");
    List<TariffMeasure> terms =
        concessions().stream()
            .filter(c -> links().noneMatch(link -> link.isKeptWithout(c)))
            .map(WhatIf.transferredTo(partner))
            .toList();
    if (terms.isEmpty()) {
      throw new IllegalArgumentException(
          "The deal '" + id + "' has no concession that could be given to " + partner);
    }
    return WhatIf.measures("terms of " + id + " for " + partner, terms);
  }

  private Stream<GrantLink> links() {
    return terms.grants().stream().flatMap(g -> g.link().stream());
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
