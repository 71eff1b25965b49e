package org.tariffeconomics.deal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.DayText;
import org.tariffeconomics.basics.MoneyRange;
import org.tariffeconomics.basics.Texts;
import org.tariffeconomics.deal.Refunds.Refund;
import org.tariffeconomics.reading.CsvStyle;
import org.tariffeconomics.reading.CsvText;
import org.tariffeconomics.report.Cell;
import org.tariffeconomics.report.Table;
import org.tariffeconomics.tariff.MoneyCells;

/**
 * Refunds as claims: what comes back of each entry with interest, by which days something must be
 * done, and the lists that a refund portal takes.
 *
 * <p>Interest runs from the day of entry, taken as the day of deposit, unless another is stated.
 * What is not known (a refund, an interest rate of a day) is in no total and never zero.
 *
 * @since 0.1.0
 */
public final class RefundClaims {

  /** How many entries one list of the portal may have. */
  private static final int MOST_IN_LIST = 9_999;

  private static final String LIST_HEADER = "Entry Number";

  private final Refunds refunds;
  private final InterestRates rates;
  private final @Nullable LocalDate returned;
  private final Map<String, LocalDate> deposits;
  private final Map<String, LocalDate> liquidations;

  /** Made when first asked for; whoever makes them twice makes the same. */
  private volatile @Nullable List<Claim> claims;

  private RefundClaims(
      Refunds refunds,
      InterestRates rates,
      @Nullable LocalDate returned,
      Map<String, LocalDate> deposits,
      Map<String, LocalDate> liquidations) {
    this.refunds = refunds;
    this.rates = rates;
    this.returned = returned;
    this.deposits = deposits;
    this.liquidations = liquidations;
  }

  /**
   * Claims without interest.
   *
   * @param refunds the refunds by entry
   * @return the claims
   */
  public static RefundClaims of(Refunds refunds) {
    return new RefundClaims(
        Objects.requireNonNull(refunds, "refunds"), InterestRates.none(), null, Map.of(), Map.of());
  }

  /**
   * The same claims with interest.
   *
   * @param table the rates for money that was paid too much
   * @param day the day on which the money comes back, for entries deposited before
   * @return new claims
   */
  public RefundClaims withInterest(InterestRates table, LocalDate day) {
    return new RefundClaims(
        refunds,
        Objects.requireNonNull(table, "table"),
        Objects.requireNonNull(day, "day"),
        deposits,
        liquidations);
  }

  /**
   * The same claims with the day on which an entry's duty was deposited.
   *
   * @param entry the entry's id
   * @param day the day, ISO 8601
   * @return new claims
   * @throws IllegalArgumentException when there is no such entry
   */
  public RefundClaims withDeposit(String entry, String day) {
    Objects.requireNonNull(entry, "entry");
    Objects.requireNonNull(day, "day");
    return new RefundClaims(refunds, rates, returned, plus(deposits, entry, day), liquidations);
  }

  /**
   * The same claims with the day on which an entry was liquidated.
   *
   * @param entry the entry's id
   * @param day the day, ISO 8601
   * @return new claims
   * @throws IllegalArgumentException when there is no such entry
   */
  public RefundClaims withLiquidation(String entry, String day) {
    Objects.requireNonNull(entry, "entry");
    Objects.requireNonNull(day, "day");
    return new RefundClaims(refunds, rates, returned, deposits, plus(liquidations, entry, day));
  }

  private Map<String, LocalDate> plus(Map<String, LocalDate> days, String entry, String day) {
    if (refunds.refunds().stream().noneMatch(r -> r.entry().id().equals(entry))) {
      throw new IllegalArgumentException("No refund is of an entry " + Texts.quoted(entry));
    }
    Map<String, LocalDate> more = new HashMap<>(days);
    more.put(entry, DayText.parse("day", day));
    return Map.copyOf(more);
  }

  /** One entry's claim. */
  public static final class Claim {

    private final Refund refund;
    private final LocalDate deposited;
    private final @Nullable MoneyRange interest;
    private final List<String> reasons;
    private final List<RefundClock> clocks;

    private Claim(
        Refund refund,
        LocalDate deposited,
        @Nullable MoneyRange interest,
        List<String> reasons,
        List<RefundClock> clocks) {
      this.refund = refund;
      this.deposited = deposited;
      this.interest = interest;
      this.reasons = reasons;
      this.clocks = clocks;
    }

    /** {@return the refund without interest} */
    public Refund refund() {
      return refund;
    }

    /** {@return the day from which interest runs} */
    public LocalDate deposited() {
      return deposited;
    }

    /** {@return the interest; empty where it is not known or not asked for} */
    public Optional<Money> interest() {
      return interestRange().filter(MoneyRange::isPoint).map(MoneyRange::lowest);
    }

    /** {@return what the interest lies within; empty where not even that is known or asked for} */
    public Optional<MoneyRange> interestRange() {
      return Optional.ofNullable(interest);
    }

    /** {@return the refund with interest; empty where either is not known} */
    public Optional<Money> total() {
      return range().filter(MoneyRange::isPoint).map(MoneyRange::lowest);
    }

    /** {@return what the refund with interest lies within; empty where not even that is known} */
    public Optional<MoneyRange> range() {
      return refund.range().flatMap(r -> interestRange().map(r::plus));
    }

    /** {@return why the refund or the interest is not known} */
    public List<String> reasons() {
      return reasons;
    }

    /** {@return by which days what must be done, by day} */
    public List<RefundClock> clocks() {
      return clocks;
    }

    /**
     * One of the clocks.
     *
     * @param what what it is for
     * @return the clock
     */
    public RefundClock clock(RefundClock.What what) {
      Objects.requireNonNull(what, "what");
      return clocks.stream().filter(c -> c.what() == what).findFirst().orElseThrow();
    }

    /** The entry, the refund and the interest. */
    @Override
    public String toString() {
      return refund + ", interest " + interestRange().map(MoneyRange::toString).orElse("unknown");
    }

    /** Two are equal when their contents are. */
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Claim that
          && refund.equals(that.refund)
          && deposited.equals(that.deposited)
          && Objects.equals(interest, that.interest)
          && reasons.equals(that.reasons)
          && clocks.equals(that.clocks);
    }

    @Override
    public int hashCode() {
      return Objects.hash(refund, deposited, interest, reasons, clocks);
    }
  }

  /** {@return the claims, in the order of the entries} */
  public List<Claim> claims() {
    List<Claim> made = claims;
    if (made == null) {
      made = refunds.refunds().stream().map(this::claim).toList();
      claims = made;
    }
    return made;
  }

  private Claim claim(Refund refund) {
    PastEntry entry = refund.entry();
    LocalDate deposited = deposits.getOrDefault(entry.id(), entry.day());
    List<String> reasons = new ArrayList<>(refund.reasons());
    @Nullable MoneyRange interest = null;
    Optional<MoneyRange> amount = refund.range();
    if (amount.isPresent()) {
      Optional<String> why = whyNoInterest(amount.get(), deposited);
      if (why.isPresent()) {
        reasons.add(why.get());
      } else {
        interest =
            InterestRates.interest(amount.get(), rates.factor(deposited, day()).orElseThrow());
      }
    }
    return new Claim(
        refund,
        deposited,
        interest,
        List.copyOf(reasons),
        RefundClock.of(entry.day(), liquidations.get(entry.id())));
  }

  private LocalDate day() {
    return Objects.requireNonNull(returned, "returned");
  }

  private Optional<String> whyNoInterest(MoneyRange amount, LocalDate deposited) {
    if (returned == null) {
      return Optional.of("no interest was asked for: use withInterest");
    }
    if (amount.lowest().isNegative()) {
      return Optional.of(
          (amount.isPoint() ? "more is due" : "more may be due")
              + ", and interest on that has other rates");
    }
    if (returned.isBefore(deposited)) {
      return Optional.of(
          "the deposit of " + deposited + " is after " + returned + ", when money comes back");
    }
    return rates.factor(deposited, returned).isEmpty()
        ? Optional.of(
            "no interest rate is stated for a day after " + deposited + " through " + returned)
        : Optional.empty();
  }

  /** {@return the interest that is known, together; bounded interest is not among it} */
  public Money interestTotal() {
    return claims().stream()
        .flatMap(c -> c.interest().stream())
        .reduce(Money.zero(currency()), Money::plus);
  }

  /** {@return refunds with interest, of the claims of which both are known, together} */
  public Money total() {
    return claims().stream()
        .flatMap(c -> c.total().stream())
        .reduce(Money.zero(currency()), Money::plus);
  }

  /** {@return what the interest that is known or bounded lies within, together} */
  public MoneyRange interestRange() {
    return sum(claims().stream().map(Claim::interestRange).toList());
  }

  /**
   * {@return what refunds with interest lie within, of the claims of which both are known or
   * bounded, together}
   */
  public MoneyRange range() {
    return sum(claims().stream().map(Claim::range).toList());
  }

  private MoneyRange sum(List<Optional<MoneyRange>> ranges) {
    RefundSum sum = new RefundSum(currency());
    ranges.stream().filter(Optional::isPresent).forEach(sum::add);
    return sum.range();
  }

  /** {@return how many claims are in no total, for want of a refund or of its interest} */
  public int unknown() {
    return (int) claims().stream().filter(c -> c.range().isEmpty()).count();
  }

  private CurrencyUnit currency() {
    return refunds.total().getCurrencyUnit();
  }

  /**
   * The entries that get something back, or may, in the form that the refund portal takes:
   * comma-separated lists of one column headed {@code Entry Number}, of at most 9,999 entries each
   * (CBP's CAPE, April 2026). Entries that were liquidated more than 80 days before are left out:
   * the portal refuses them. A number with a comma or a line break stands in quotes: it is one
   * entry and no more.
   *
   * @param today the day of the upload
   * @return the lists; none where no entry is left
   */
  public List<String> portalLists(LocalDate today) {
    Objects.requireNonNull(today, "today");
    List<String> numbers =
        claims().stream()
            .filter(c -> c.refund().range().filter(r -> r.highest().isPositive()).isPresent())
            .filter(c -> isTaken(c, today))
            .map(c -> c.refund().entry().id())
            .distinct()
            .toList();
    List<String> lists = new ArrayList<>();
    for (int from = 0; from < numbers.size(); from += MOST_IN_LIST) {
      List<String> some = numbers.subList(from, Math.min(numbers.size(), from + MOST_IN_LIST));
      lists.add(
          CsvText.of(List.of(LIST_HEADER), some.stream().map(List::of).toList(), CsvStyle.PLAIN));
    }
    return lists;
  }

  /** An entry whose liquidation is not stated counts as not liquidated. */
  private static boolean isTaken(Claim claim, LocalDate today) {
    RefundClock portal = claim.clock(RefundClock.What.REFUND_PORTAL);
    return portal.assumed() || portal.daysLeft(today) >= 0;
  }

  /** {@return a row for each entry: refund, interest, and what can still be done until when} */
  public Table table() {
    List<List<Cell>> rows = new ArrayList<>();
    for (Claim each : claims()) {
      String why = String.join("; ", each.reasons());
      rows.add(
          List.of(
              Cell.text(each.refund().entry().id()),
              Cell.date(each.deposited()),
              MoneyCells.of(each.refund().range(), why),
              MoneyCells.of(each.interestRange(), why),
              MoneyCells.of(each.range(), why),
              clock(each, RefundClock.What.POST_SUMMARY_CORRECTION),
              clock(each, RefundClock.What.REFUND_PORTAL),
              clock(each, RefundClock.What.PROTEST)));
    }
    rows.add(totals());
    return new Table(
        "Refund claims",
        List.of(
            "entry",
            "deposited",
            "refund",
            "interest",
            "total",
            "correct by",
            "portal by",
            "protest by"),
        rows,
        caption());
  }

  private List<Cell> totals() {
    boolean known = claims().isEmpty() || unknown() < claims().size();
    String open = "claims are bounded";
    return List.of(
        Cell.text("total"),
        Cell.blank(),
        RefundSum.of(refunds).cell(),
        known ? MoneyCells.of(interestRange(), open) : Cell.unknown("no interest is known"),
        known ? MoneyCells.of(range(), open) : Cell.unknown("no total is known"),
        Cell.blank(),
        Cell.blank(),
        Cell.blank());
  }

  private List<String> caption() {
    List<String> caption = new ArrayList<>();
    caption.add("refund = paid - due; + comes back");
    if (returned != null) {
      caption.add("interest compounded daily through " + returned + " at " + rates + ", " + days());
    }
    if (claims().stream().anyMatch(c -> c.clock(RefundClock.What.PROTEST).assumed())) {
      caption.add("? counted from a liquidation that is assumed 314 days after entry");
    }
    claims().stream()
        .flatMap(claim -> claim.clocks().stream())
        .filter(clock -> !clock.verification().isFact())
        .map(clock -> "assumes: " + clock.what() + " " + clock.basis())
        .distinct()
        .sorted()
        .forEach(caption::add);
    if (unknown() > 0) {
      caption.add(unknown() + " claims are not known and are in no total");
    }
    return caption;
  }

  private String days() {
    return rates.dayBasis() == InterestRates.DayBasis.DAYS_365
        ? "years of 365 days"
        : "years of 365 or 366 days";
  }

  private static Cell clock(Claim claim, RefundClock.What what) {
    RefundClock clock = claim.clock(what);
    return clock.assumed() ? Cell.text(clock.day() + "?") : Cell.date(clock.day());
  }

  /** The refunds and the interest. */
  @Override
  public String toString() {
    return refunds + ", interest " + interestRange();
  }

  /** Two are equal when their contents are. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof RefundClaims that
        && refunds.equals(that.refunds)
        && rates.equals(that.rates)
        && Objects.equals(returned, that.returned)
        && deposits.equals(that.deposits)
        && liquidations.equals(that.liquidations);
  }

  @Override
  public int hashCode() {
    return Objects.hash(refunds, rates, returned, deposits, liquidations);
  }
}
