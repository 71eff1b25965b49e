package org.tariffeconomics.deal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.DayText;
import org.tariffeconomics.basics.Stamp;
import org.tariffeconomics.basics.Texts;
import org.tariffeconomics.investment.InvestmentCommitment;
import org.tariffeconomics.reading.Facts;
import org.tariffeconomics.reading.Problem;
import org.tariffeconomics.reading.Reading;
import org.tariffeconomics.report.Cell;
import org.tariffeconomics.report.Chart;
import org.tariffeconomics.report.Table;
import org.threeten.extra.LocalDateRange;

/**
 * All the deals of one granting party, by partner.
 *
 * @since 0.1.0
 */
public final class DealRegister {

  private static final Comparator<Deal> BY_PARTNER =
      Comparator.comparing(Deal::partner).thenComparing(Deal::id);

  private final List<Deal> deals;

  /** A line for the captions of tables, where rows were left out. */
  private final Optional<String> leftOut;

  private DealRegister(List<Deal> deals, Optional<String> leftOut) {
    this.deals = deals;
    this.leftOut = leftOut;
  }

  /**
   * A register.
   *
   * @param deals the deals, in any order
   * @return the register
   * @throws IllegalArgumentException when two deals have one id
   */
  public static DealRegister of(List<Deal> deals) {
    return of(Reading.of(Objects.requireNonNull(deals, "deals"), List.of()));
  }

  /**
   * A register of deals that were read. Its tables say of which files rows were left out because
   * they were not verified: where a deal stands may depend on them.
   *
   * @param read the deals, in any order, with what was noted while they were read
   * @return the register
   * @throws IllegalArgumentException when the reading has errors, or two deals have one id
   */
  public static DealRegister of(Reading<List<Deal>> read) {
    List<Deal> deals = Objects.requireNonNull(read, "read").orThrow();
    if (deals.stream().map(Deal::id).distinct().count() != deals.size()) {
      throw new IllegalArgumentException("Two deals have one id in " + deals);
    }
    return new DealRegister(deals.stream().sorted(BY_PARTNER).toList(), leftOut(read.problems()));
  }

  private static Optional<String> leftOut(List<Problem> problems) {
    Map<String, List<String>> deals = new TreeMap<>();
    problems.stream()
        .filter(Facts::isLeftOut)
        .forEach(p -> deals.computeIfAbsent(p.file(), f -> new ArrayList<>()).add(p.text()));
    return deals.isEmpty()
        ? Optional.empty()
        : Optional.of(
            deals.entrySet().stream()
                .map(e -> leftOut(e.getKey(), e.getValue()))
                .collect(Collectors.joining(", ", "left out, since not verified: ", "")));
  }

  private static String leftOut(String file, List<String> deals) {
    return Texts.counted(deals.size(), "row")
        + " of "
        + file
        + " ("
        + String.join(", ", new TreeSet<>(deals))
        + ")";
  }

  /** {@return the deals, by partner} */
  public List<Deal> deals() {
    return deals;
  }

  /**
   * A deal by its id or its partner.
   *
   * @param idOrPartner the deal's id, or a partner by code or name: {@code JP}, {@code Japan},
   *     {@code UK}, {@code EU}
   * @return the deal
   * @throws IllegalArgumentException when there is none, or several with that partner, or the
   *     country deals as a member of a group; the message says which
   */
  public Deal deal(String idOrPartner) {
    Objects.requireNonNull(idOrPartner, "idOrPartner");
    String text = idOrPartner.strip();
    List<Deal> found = found(text);
    if (found.size() == 1) {
      return found.get(0);
    }
    throw new IllegalArgumentException(
        (found.isEmpty() ? "No deal " : "Several deals ")
            + Texts.quoted(text)
            + memberOf(text)
            + why(text)
            + "; a deal is found by its partner, such as JP or Japan, or by its id; partners: "
            + deals.stream().map(Deal::partner).distinct().collect(Collectors.joining(", ")));
  }

  /** What is wrong with a text that names no party at all. */
  private static String why(String text) {
    try {
      Party.parse(text);
      return "";
    } catch (IllegalArgumentException e) {
      return " (" + e.getMessage() + ")";
    }
  }

  private List<Deal> found(String text) {
    List<Deal> byId = deals.stream().filter(d -> d.id().equals(text)).toList();
    if (!byId.isEmpty()) {
      return byId;
    }
    List<Deal> byPartner = deals.stream().filter(d -> d.partner().equals(text)).toList();
    return byPartner.isEmpty()
        ? party(text)
            .map(p -> deals.stream().filter(d -> d.parties().indexOf(p) > 0).toList())
            .orElse(List.of())
        : byPartner;
  }

  private static Optional<Party> party(String text) {
    try {
      return Optional.of(Party.parse(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** The group through which a country deals, as a hint. */
  private String memberOf(String text) {
    return party(text)
        .flatMap(Party::country)
        .flatMap(
            c ->
                deals.stream()
                    .flatMap(d -> d.parties().stream().skip(1))
                    .filter(p -> p.group().isPresent() && p.everIncludes(c))
                    .findFirst()
                    .map(p -> ": it deals as a member of " + p + ", so ask for '" + p + "'"))
        .orElse("");
  }

  /**
   * The deal that binds a country: its own, or that of a group it is a member of.
   *
   * @param country the country
   * @param day the day, which decides who is a member
   * @return the deal; empty where none does
   */
  public Optional<Deal> dealOf(Country country, LocalDate day) {
    Objects.requireNonNull(country, "country");
    Objects.requireNonNull(day, "day");
    return deals.stream()
        .filter(d -> d.parties().stream().skip(1).anyMatch(p -> p.includes(country, day)))
        .findFirst();
  }

  /**
   * The partners that have no deal on a day, as one could know on another: none announced yet, or
   * it was ended, void, or never came about.
   *
   * @param day the day asked about
   * @param knownOn the day of knowledge
   * @return their codes, in order
   * @throws IllegalArgumentException when the day is before the first event of the register
   */
  public List<String> withoutDeal(LocalDate day, LocalDate knownOn) {
    Objects.requireNonNull(day, "day");
    Objects.requireNonNull(knownOn, "knownOn");
    requireHeld(day);
    return deals.stream()
        .filter(d -> !hasDeal(d, day, knownOn))
        .map(Deal::partner)
        .distinct()
        .toList();
  }

  /** Of earlier days nothing is known here, which does not mean that there was no deal. */
  private void requireHeld(LocalDate day) {
    firstEvent()
        .filter(day::isBefore)
        .ifPresent(
            first -> {
              throw new IllegalArgumentException(
                  "day must not be before " + first + ", the first event held, but was " + day);
            });
  }

  /** {@return the day of the first event of all; empty for a register without events} */
  public Optional<LocalDate> firstEvent() {
    return deals.stream()
        .flatMap(d -> d.events().stream())
        .map(DealEvent::effective)
        .min(Comparator.naturalOrder());
  }

  /** A deal stands when its own latest event says so; a leg that fell does not end it. */
  private static boolean hasDeal(Deal deal, LocalDate day, LocalDate knownOn) {
    return deal.status("", day, knownOn).map(DealStatus::isDeal).orElse(false);
  }

  /**
   * The same for days as texts, such as {@code 16 Sep 2025}.
   *
   * @param day the day looked at
   * @param knownOn the day of knowledge
   * @return the board
   * @throws IllegalArgumentException when a day cannot be read
   */
  public Table statusBoard(String day, String knownOn) {
    Objects.requireNonNull(day, "day");
    Objects.requireNonNull(knownOn, "knownOn");
    return statusBoard(DayText.parse(day), DayText.parse(knownOn));
  }

  /**
   * Partner, headline, status and since when, pledge, next deadline and snap-back of every deal,
   * all of them as one could know them on a day: a later headline or pledge is not shown.
   *
   * @param day the day asked about
   * @param knownOn the day of knowledge
   * @return the board, by partner; of a day before the first event of the register it says so
   */
  public Table statusBoard(LocalDate day, LocalDate knownOn) {
    Objects.requireNonNull(day, "day");
    Objects.requireNonNull(knownOn, "knownOn");
    List<List<Cell>> rows = new ArrayList<>();
    for (Deal deal : deals) {
      Deal each = deal.asKnownOn(knownOn);
      Optional<DealEvent> last = each.lastEvent("", day, knownOn);
      rows.add(
          List.of(
              Cell.text(each.partner()),
              Cell.text(each.headline().toString()),
              Cell.text(last.map(e -> e.status().toString()).orElse("no deal")),
              last.map(e -> Cell.date(e.effective())).orElseGet(Cell::blank),
              Cell.text(pledges(each)),
              each.nextDeadline(day).map(d -> Cell.date(d.day())).orElseGet(Cell::blank),
              Cell.text(
                  each.snapBacks().stream()
                      .map(SnapBackClause::toString)
                      .collect(Collectors.joining("; ")))));
    }
    return new Table(
        "Status of deals on " + day + ", as known on " + knownOn,
        List.of("partner", "headline", "status", "since", "pledge", "deadline", "snap-back"),
        rows,
        new Stamp(
                Stamp.Kind.ANNOUNCED,
                day,
                knownOn,
                "register of " + deals.size() + " arrangements",
                null,
                assumptions(day, knownOn))
            .lines());
  }

  private List<String> assumptions(LocalDate day, LocalDate knownOn) {
    List<String> lines = new ArrayList<>();
    lines.add("headlines, pledges and clauses as known on " + knownOn);
    firstEvent()
        .filter(day::isBefore)
        .ifPresent(f -> lines.add("the first event held is of " + f + ": nothing is known before"));
    leftOut.ifPresent(lines::add);
    return lines;
  }

  private static String pledges(Deal deal) {
    return deal.investments().stream()
        .map(InvestmentCommitment::headline)
        .map(m -> m.getCurrencyUnit() + " " + billions(m.getAmount()))
        .collect(Collectors.joining(" + "));
  }

  private static String billions(BigDecimal amount) {
    return amount.movePointLeft(9).stripTrailingZeros().toPlainString() + " bn";
  }

  /**
   * What happened to any deal during some days, oldest first.
   *
   * @param days the days, half-open
   * @return the table
   */
  public Table timeline(LocalDateRange days) {
    Objects.requireNonNull(days, "days");
    List<List<Cell>> rows = new ArrayList<>();
    for (Deal deal : deals) {
      for (DealEvent each : deal.events()) {
        if (days.contains(each.effective())) {
          rows.add(
              List.of(
                  Cell.date(each.effective()),
                  Cell.date(each.knownFrom()),
                  Cell.text(deal.partner()),
                  Cell.text(each.leg().isEmpty() ? "-" : each.leg()),
                  Cell.text(each.status().toString()),
                  Cell.text(each.text())));
        }
      }
    }
    Table table =
        Table.of(
                "What happened to deals in " + days,
                List.of("effective", "known from", "partner", "leg", "status", "event"),
                rows)
            .withCaption(leftOut.stream().toList());
    return table.sortedBy("effective");
  }

  /**
   * Where each deal stood over some days, as known on another, with its deadlines.
   *
   * @param days the days, half-open, bounded
   * @param knownOn the day of knowledge
   * @return the picture, a row a deal, by partner
   * @throws IllegalArgumentException when the days are unbounded or none
   */
  public Chart calendar(LocalDateRange days, LocalDate knownOn) {
    Objects.requireNonNull(days, "days");
    Objects.requireNonNull(knownOn, "knownOn");
    Chart calendar = DealCalendar.of(deals, days, knownOn);
    return leftOut.map(calendar::withNote).orElse(calendar);
  }

  /**
   * The status board on the day of the newest event that is known, with how many deals there are.
   */
  @Override
  public String toString() {
    return deals.stream()
        .flatMap(deal -> deal.events().stream())
        .map(
            each ->
                each.knownFrom().isAfter(each.effective()) ? each.knownFrom() : each.effective())
        .max(Comparator.naturalOrder())
        .map(day -> statusBoard(day, day) + "\n" + deals.size() + " deals")
        .orElse(deals.size() + " deals");
  }

  /** Two are equal when their contents are. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof DealRegister that
        && deals.equals(that.deals)
        && leftOut.equals(that.leftOut);
  }

  @Override
  public int hashCode() {
    return deals.hashCode();
  }
}
