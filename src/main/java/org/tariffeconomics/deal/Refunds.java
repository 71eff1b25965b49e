package org.tariffeconomics.deal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.ExchangeRates;
import org.tariffeconomics.report.Cell;
import org.tariffeconomics.report.Table;
import org.tariffeconomics.tariff.Assessment;
import org.tariffeconomics.tariff.TariffBook;
import org.tariffeconomics.tariff.TariffLaw;

/**
 * What past entries get back when the law turns out to have been another: a cut with retroactive
 * effect, an authority that is void.
 *
 * <p>A refund is duty paid less duty due, entry by entry; it is negative where the law that counts
 * asks for more. An entry whose duty cannot be told under either law is listed with the reasons and
 * is in no total. For a great many entries there is {@link RefundTotals}.
 */
public final class Refunds {

  private final List<Refund> refunds;
  private final CurrencyUnit currency;

  private Refunds(List<Refund> refunds, CurrencyUnit currency) {
    this.refunds = refunds;
    this.currency = currency;
  }

  /**
   * One entry's refund.
   *
   * @param entry the entry
   * @param paid the duties as they were paid
   * @param due the duties as they are due
   */
  public record Refund(PastEntry entry, Assessment paid, Assessment due) {

    /**
     * {@return what comes back: paid less due, positive where money comes back; empty where either
     * cannot be told}
     */
    public Optional<Money> amount() {
      return paid.duty().flatMap(p -> due.duty().map(p::minus));
    }

    /** The entry and what comes back. */
    @Override
    public String toString() {
      return entry + ": " + amount().map(Money::toString).orElse("unknown");
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
    return of(book.currency(), entries, day -> book.on(day).asKnownOn(day), book::on);
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
    TariffBook without = book.without(programme);
    return of(book.currency(), entries, day -> book.on(day).asKnownOn(day), without::on);
  }

  private static Refunds of(
      CurrencyUnit currency,
      List<PastEntry> entries,
      Function<LocalDate, TariffLaw> lawPaid,
      Function<LocalDate, TariffLaw> lawDue) {
    List<Refund> refunds = new ArrayList<>();
    Map<LocalDate, TariffLaw> paid = new HashMap<>();
    Map<LocalDate, TariffLaw> due = new HashMap<>();
    for (PastEntry each : entries) {
      refunds.add(
          new Refund(
              each,
              assess(each, paid.computeIfAbsent(each.day(), lawPaid)),
              assess(each, due.computeIfAbsent(each.day(), lawDue))));
    }
    return new Refunds(List.copyOf(refunds), currency);
  }

  static Assessment assess(PastEntry entry, TariffLaw law) {
    return law.stack(entry.line(), entry.origin().country(), entry.origin().facts())
        .assess(entry.customsValue(), entry.quantities(), ExchangeRates.none());
  }

  /** {@return the refunds, entry by entry} */
  public List<Refund> refunds() {
    return refunds;
  }

  /**
   * {@return the entries whose refund cannot be told: those of {@link #refunds()} without an
   * amount}
   */
  public List<Refund> problems() {
    return refunds.stream().filter(r -> r.amount().isEmpty()).toList();
  }

  /** {@return what comes back in total, of the entries that can be told} */
  public Money total() {
    return refunds.stream()
        .flatMap(r -> r.amount().stream())
        .reduce(Money.zero(currency), Money::plus);
  }

  /** {@return Entry, duty paid, duty due and refund, with the total} */
  public Table table() {
    List<List<Cell>> rows = new ArrayList<>();
    for (Refund each : refunds) {
      rows.add(
          List.of(
              Cell.text(each.entry().id()),
              Cell.date(each.entry().day()),
              Cell.text(each.entry().line().toString()),
              Cell.text(each.entry().origin().country().alpha2()),
              money(each.paid().duty(), each.paid()),
              money(each.due().duty(), each.due()),
              money(each.amount(), each.due())));
    }
    rows.add(
        List.of(
            Cell.text("total"),
            Cell.blank(),
            Cell.blank(),
            Cell.blank(),
            Cell.blank(),
            Cell.blank(),
            money(Optional.of(total()), null)));
    List<String> caption = new ArrayList<>(List.of("refund = paid - due; + comes back"));
    if (!problems().isEmpty()) {
      caption.add(problems().size() + " entries cannot be told and are in no total");
    }
    return new Table(
        "Refunds by entry",
        List.of("entry", "day", "line", "origin", "paid", "due", "refund"),
        rows,
        caption);
  }

  private static Cell money(Optional<Money> amount, @Nullable Assessment why) {
    return amount
        .map(m -> Cell.money(m.getAmount(), m.getCurrencyUnit().getCode(), 2))
        .orElseGet(() -> Cell.unknown(why == null ? "" : String.join("; ", why.reasons())));
  }

  /** How many entries, and the total. */
  @Override
  public String toString() {
    return refunds.size() + " entries, refund " + total();
  }
}
