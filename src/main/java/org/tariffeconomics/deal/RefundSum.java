package org.tariffeconomics.deal;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.tariffeconomics.basics.MoneyRange;
import org.tariffeconomics.report.Cell;
import org.tariffeconomics.tariff.MoneyCells;

/** Adds up refunds: what comes back of the entries that are known or bounded, and how many not. */
final class RefundSum {

  private final CurrencyUnit currency;
  private BigDecimal known = BigDecimal.ZERO;
  private BigDecimal least = BigDecimal.ZERO;
  private BigDecimal most = BigDecimal.ZERO;
  private long minor;
  private int entries;
  private int bounded;
  private int unknown;

  RefundSum(CurrencyUnit currency) {
    this.currency = currency;
  }

  static RefundSum of(Refunds refunds) {
    RefundSum sum = new RefundSum(refunds.total().getCurrencyUnit());
    refunds.refunds().forEach(r -> sum.add(r.range()));
    return sum;
  }

  void add(Optional<MoneyRange> range) {
    if (range.isEmpty()) {
      entries++;
      unknown++;
    } else if (range.get().isPoint()) {
      add(range.get().lowest());
    } else {
      entries++;
      bounded++;
      least = least.add(range.get().lowest().getAmount());
      most = most.add(range.get().highest().getAmount());
    }
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

  int entries() {
    return entries;
  }

  int bounded() {
    return bounded;
  }

  int unknown() {
    return unknown;
  }

  /** What is known, without entries that are bounded. */
  Money total() {
    return Money.of(currency, known.add(BigDecimal.valueOf(minor, currency.getDecimalPlaces())));
  }

  /** What is known or bounded, together. */
  MoneyRange range() {
    return new MoneyRange(
        total().plus(Money.of(currency, least)), total().plus(Money.of(currency, most)));
  }

  /** Whether there is an entry to tell of, or none at all. */
  private boolean isKnown() {
    return entries == 0 || unknown < entries;
  }

  /** The total; where no entry is known, there is no total and not a total of nothing. */
  Cell cell() {
    return isKnown()
        ? MoneyCells.of(range(), bounded + " of these " + entries + " entries are bounded")
        : Cell.unknown("no refund of these " + entries + " entries is known");
  }

  /** What is said of entries that are not told to the last; nothing where all are. */
  List<String> remarks() {
    String many = bounded == 0 ? "" : bounded + " entries are bounded and count with their range";
    String none = unknown == 0 ? "" : unknown + " entries are not known and are in no total";
    return List.of(many, none).stream().filter(remark -> !remark.isEmpty()).toList();
  }

  /** For example {@code 5 entries, refund USD 6250.00, 1 unknown}. */
  @Override
  public String toString() {
    return entries
        + " entries, refund "
        + (isKnown() ? range().toString() : "unknown")
        + (unknown == 0 ? "" : ", " + unknown + " unknown");
  }
}
