package org.tariffeconomics.deal;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.LongWork;
import org.tariffeconomics.basics.MoneyRange;
import org.tariffeconomics.report.Cell;
import org.tariffeconomics.report.Table;
import org.tariffeconomics.tariff.Assessment;
import org.tariffeconomics.tariff.MoneyCells;
import org.tariffeconomics.tariff.TariffBook;

/**
 * What past entries get back when the law turns out to have been another: a cut with retroactive
 * effect, an authority that is void.
 *
 * <p>A refund is duty paid less duty due, entry by entry; it is negative where the law that counts
 * asks for more. Paid is always by the law as it was known on the day of entry, so that a refund
 * for one reason, a void programme or a late claim, holds besides it what other law with
 * retroactive effect gives back. An entry whose duty is bounded under a law has a range, and what
 * it leaves open is the same under both; a duty that is not known and the same under both, such as
 * one by a weight that nobody stated, goes out. An entry of which more is not known is listed with
 * the reasons and is in no total. For a great many entries there is {@link RefundTotals}.
 *
 * @since 0.1.0
 */
public final class Refunds {

  private final List<Refund> refunds;
  private final CurrencyUnit currency;

  private Refunds(List<Refund> refunds, CurrencyUnit currency) {
    this.refunds = refunds;
    this.currency = currency;
  }

  /** One entry's refund, or why it is not known. */
  public static final class Refund {

    private final PastEntry entry;
    private final @Nullable Assessment paid;
    private final @Nullable Assessment due;
    private final List<String> reasons;

    private Refund(
        PastEntry entry,
        @Nullable Assessment paid,
        @Nullable Assessment due,
        List<String> reasons) {
      this.entry = entry;
      this.paid = paid;
      this.due = due;
      this.reasons = reasons;
    }

    static Refund of(PastEntry entry, Assessment paid, Assessment due) {
      List<String> reasons = new ArrayList<>(paid.reasons());
      due.reasons().stream().filter(r -> !reasons.contains(r)).forEach(reasons::add);
      return new Refund(entry, paid, due, List.copyOf(reasons));
    }

    static Refund unknown(PastEntry entry, String reason) {
      return new Refund(entry, null, null, List.of(reason));
    }

    /** {@return the entry} */
    public PastEntry entry() {
      return entry;
    }

    /** {@return the duties as they were paid, empty where no law can be asked about the entry} */
    public Optional<Assessment> paid() {
      return Optional.ofNullable(paid);
    }

    /** {@return the duties as they are due, empty where no law can be asked about the entry} */
    public Optional<Assessment> due() {
      return Optional.ofNullable(due);
    }

    /**
     * {@return what comes back: paid less due, positive where money comes back; empty where either
     * is not known}
     */
    public Optional<Money> amount() {
      return range().filter(MoneyRange::isPoint).map(MoneyRange::lowest);
    }

    /**
     * {@return what the refund lies within, from it to itself where it is known; empty where either
     * duty is not even bounded}
     */
    public Optional<MoneyRange> range() {
      return paid().flatMap(p -> due().flatMap(p::differenceRange));
    }

    /** {@return why what was paid, or what is due, is not known} */
    public List<String> reasons() {
      return reasons;
    }

    /** The entry and what comes back. */
    @Override
    public String toString() {
      return entry + ": " + range().map(MoneyRange::toString).orElse("unknown");
    }

    /** Two are equal when their contents are. */
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Refund that
          && entry.equals(that.entry)
          && Objects.equals(paid, that.paid)
          && Objects.equals(due, that.due)
          && reasons.equals(that.reasons);
    }

    @Override
    public int hashCode() {
      return Objects.hash(entry, paid, due, reasons);
    }
  }

  /**
   * Refunds under law with retroactive effect: paid as the law was known on the day of entry, due
   * as it is known now.
   *
   * @param book the law
   * @param entries the entries
   * @return the refunds, in the order of the entries
   */
  public static Refunds ofRetroactiveLaw(TariffBook book, List<PastEntry> entries) {
    Objects.requireNonNull(book, "book");
    Objects.requireNonNull(entries, "entries");
    return of(PastDuties.of(book, book, entries, PastDuties.Days.ONE_BY_ONE));
  }

  /**
   * Refunds when a programme is void from the beginning.
   *
   * @param book the law
   * @param programme the programme that is void
   * @param entries the entries
   * @return the refunds, in the order of the entries
   * @throws IllegalArgumentException when the book has no measure of that programme
   */
  public static Refunds ofVoidProgramme(
      TariffBook book, String programme, List<PastEntry> entries) {
    Objects.requireNonNull(book, "book");
    Objects.requireNonNull(programme, "programme");
    Objects.requireNonNull(entries, "entries");
    return of(PastDuties.of(book, book.without(programme), entries, PastDuties.Days.ONE_BY_ONE));
  }

  /**
   * What comes back when a preference is claimed afterwards that was not claimed at entry.
   *
   * @param book the law
   * @param claim the programme's name, e.g. {@code KORUS}
   * @param entries the past entries, as they were declared
   * @return the refunds: the duty as the law was known on the day of entry less the duty with the
   *     claim
   * @throws IllegalArgumentException when the law has the claim for no goods
   */
  public static Refunds ofLateClaim(TariffBook book, String claim, List<PastEntry> entries) {
    Objects.requireNonNull(book, "book");
    Objects.requireNonNull(entries, "entries");
    String name = book.requireClaimable(Objects.requireNonNull(claim, "claim"));
    return of(
        PastDuties.of(
            book, book, entries, PastDuties.Days.ONE_BY_ONE, facts -> facts.withClaim(name)));
  }

  private static Refunds of(PastDuties duties) {
    int entries = duties.entries().size();
    LongWork work = LongWork.begin("past entries", entries);
    List<Refund> refunds = new ArrayList<>(entries);
    for (int i = 0; i < entries; i++) {
      refunds.add(duties.refund(i));
      work.advance(1);
    }
    return new Refunds(List.copyOf(refunds), duties.currency());
  }

  /** {@return the refunds, entry by entry} */
  public List<Refund> refunds() {
    return refunds;
  }

  /**
   * {@return the entries whose refund is not known and not bounded: those of {@link #refunds()}
   * without a range}
   */
  public List<Refund> problems() {
    return refunds.stream().filter(r -> r.range().isEmpty()).toList();
  }

  /** {@return what comes back in total, of the entries that are known; not of bounded ones} */
  public Money total() {
    return refunds.stream()
        .flatMap(r -> r.amount().stream())
        .reduce(Money.zero(currency), Money::plus);
  }

  /** {@return what comes back in total lies within, of the entries that are known or bounded} */
  public MoneyRange range() {
    return RefundSum.of(this).range();
  }

  /** {@return how many entries are bounded and not known} */
  public int bounded() {
    return RefundSum.of(this).bounded();
  }

  /** {@return how many entries are not known and not bounded, and are in no total} */
  public int unknown() {
    return problems().size();
  }

  /** {@return entry, duty paid, duty due and refund, with the total} */
  public Table table() {
    List<List<Cell>> rows = new ArrayList<>();
    for (Refund each : refunds) {
      rows.add(
          List.of(
              Cell.text(each.entry().id()),
              Cell.date(each.entry().day()),
              Cell.text(each.entry().line().toString()),
              Cell.text(each.entry().origin().country().alpha2()),
              money(each.paid().flatMap(Assessment::range), each),
              money(each.due().flatMap(Assessment::range), each),
              money(each.range(), each)));
    }
    rows.add(
        List.of(
            Cell.text("total"),
            Cell.blank(),
            Cell.blank(),
            Cell.blank(),
            Cell.blank(),
            Cell.blank(),
            RefundSum.of(this).cell()));
    List<String> caption = new ArrayList<>(List.of("refund = paid - due; + comes back"));
    caption.addAll(RefundSum.of(this).remarks());
    problems().stream()
        .limit(MOST_PROBLEMS)
        .forEach(p -> caption.add(p.entry().id() + ": " + String.join("; ", p.reasons())));
    return new Table(
        "Refunds by entry",
        List.of("entry", "day", "line", "origin", "paid", "due", "refund"),
        rows,
        caption);
  }

  private static final int MOST_PROBLEMS = 10;

  private static Cell money(Optional<MoneyRange> range, Refund refund) {
    return MoneyCells.of(range, String.join("; ", refund.reasons()));
  }

  /** How many entries, the total of those that are known, and how many cannot. */
  @Override
  public String toString() {
    return RefundSum.of(this).toString();
  }

  /** Two are equal when their contents are. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Refunds that
        && refunds.equals(that.refunds)
        && currency.equals(that.currency);
  }

  @Override
  public int hashCode() {
    return Objects.hash(refunds, currency);
  }
}
