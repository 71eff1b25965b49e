package org.tariffeconomics.deal;

import java.math.BigDecimal;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.tariffeconomics.report.Cell;

/** Adds up refunds: what comes back of the entries that can be told, and how many cannot. */
final class RefundSum {

  private final CurrencyUnit currency;
  private BigDecimal known = BigDecimal.ZERO;
  private long minor;
  private int entries;
  private int unknown;

  RefundSum(CurrencyUnit currency) {
    this.currency = currency;
  }

  static RefundSum of(Refunds refunds) {
    RefundSum sum = new RefundSum(refunds.total().getCurrencyUnit());
    refunds.refunds().forEach(r -> r.amount().ifPresentOrElse(sum::add, sum::addUnknown));
    return sum;
  }

  void add(Money amount) {
    entries++;
    known = known.add(amount.getAmount());
  }

  void addMinor(long amount) {
    entries++;
    long next = minor + amount;
    if (((minor ^ next) & (amount ^ next)) < 0) {
      known = known.add(BigDecimal.valueOf(minor, currency.getDecimalPlaces()));
      next = amount;
    }
    minor = next;
  }

  void addUnknown() {
    entries++;
    unknown++;
  }

  int entries() {
    return entries;
  }

  int unknown() {
    return unknown;
  }

  Money total() {
    return Money.of(currency, known.add(BigDecimal.valueOf(minor, currency.getDecimalPlaces())));
  }

  /** Whether there is an entry to tell of, or none at all. */
  private boolean isKnown() {
    return entries == 0 || unknown < entries;
  }

  /** The total; where no entry can be told, there is no total and not a total of nothing. */
  Cell cell() {
    return isKnown()
        ? cell(total())
        : Cell.unknown("no refund of these " + entries + " entries can be told");
  }

  static Cell cell(Money amount) {
    CurrencyUnit currency = amount.getCurrencyUnit();
    return Cell.money(amount.getAmount(), currency.getCode(), currency.getDecimalPlaces());
  }

  /** For example {@code 5 entries, refund USD 6250.00, 1 unknown}. */
  @Override
  public String toString() {
    return entries
        + " entries, refund "
        + (isKnown() ? total().toString() : "unknown")
        + (unknown == 0 ? "" : ", " + unknown + " unknown");
  }
}
