package org.tariffeconomics.deal;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.ExchangeRates;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.rate.DeclaredOrigin;
import org.tariffeconomics.tariff.Assessment;
import org.tariffeconomics.tariff.DutyStack;
import org.tariffeconomics.tariff.TariffBook;
import org.tariffeconomics.tariff.TariffLaw;

/**
 * The duties on past entries under the law as it was paid and the law as it is due. Each day, line
 * and declared origin is resolved once; an entry costs only arithmetic.
 *
 * <p>What is wrong with an entry – another currency, a negative value, a day or quantities that no
 * law can answer – is the entry's reason, and never an exception.
 */
final class PastDuties {

  /**
   * What entries of one kind of goods share.
   *
   * @param paid the duties as paid, null where they cannot be resolved
   * @param due the duties as due, null where they cannot be resolved
   * @param fault why not
   * @param adValorem whether both are fixed shares of the value
   */
  record Stacks(
      @Nullable DutyStack paid, @Nullable DutyStack due, String fault, boolean adValorem) {

    static Stacks unresolved(String fault) {
      return new Stacks(null, null, fault, false);
    }

    static Stacks of(DutyStack paid, DutyStack due) {
      boolean adValorem = paid.adValoremRate().isPresent() && due.adValoremRate().isPresent();
      return new Stacks(paid, due, "", adValorem);
    }
  }

  private record Goods(LocalDate day, HsCode line, Object origin) {}

  private final List<PastEntry> entries;
  private final CurrencyUnit currency;

  /** The number of the stacks of each entry. */
  private final int[] kinds;

  private final List<Stacks> stacks;

  private PastDuties(
      List<PastEntry> entries, CurrencyUnit currency, int[] kinds, List<Stacks> stacks) {
    this.entries = entries;
    this.currency = currency;
    this.kinds = kinds;
    this.stacks = stacks;
  }

  /** Paid as the law was known on the day of entry, due under another book as it is known now. */
  static PastDuties of(TariffBook paid, TariffBook due, List<PastEntry> entries) {
    List<PastEntry> kept = List.copyOf(entries);
    Map<Goods, Integer> numbers = new HashMap<>();
    List<PastEntry> first = new ArrayList<>();
    int[] kinds = new int[kept.size()];
    for (int i = 0; i < kinds.length; i++) {
      PastEntry entry = kept.get(i);
      Goods goods = new Goods(entry.day(), entry.line(), key(entry.origin()));
      Integer number = numbers.get(goods);
      if (number == null) {
        number = first.size();
        numbers.put(goods, number);
        first.add(entry);
      }
      kinds[i] = number;
    }
    return new PastDuties(kept, paid.currency(), kinds, resolved(paid, due, first));
  }

  /** A bare country is its own key; a declaration is compared by its whole text. */
  private static Object key(DeclaredOrigin origin) {
    return origin.facts().isEmpty() ? origin.country() : origin;
  }

  private static List<Stacks> resolved(TariffBook paid, TariffBook due, List<PastEntry> first) {
    Map<LocalDate, TariffLaw> lawsPaid = new HashMap<>();
    Map<LocalDate, TariffLaw> lawsDue = new HashMap<>();
    for (PastEntry each : first) {
      lawsPaid.computeIfAbsent(each.day(), day -> law(() -> paid.on(day).asKnownOn(day)));
      lawsDue.computeIfAbsent(each.day(), day -> law(() -> due.on(day)));
    }
    return IntStream.range(0, first.size())
        .parallel()
        .mapToObj(first::get)
        .map(e -> stacks(e, lawsPaid.get(e.day()), lawsDue.get(e.day())))
        .toList();
  }

  private interface Question<T> {
    T answer();
  }

  /** The law of a day, null where there is none to tell of that day. */
  private static @Nullable TariffLaw law(Question<TariffLaw> question) {
    try {
      return question.answer();
    } catch (IllegalArgumentException | DateTimeException | ArithmeticException outsideTheBook) {
      return null;
    }
  }

  private static Stacks stacks(PastEntry entry, @Nullable TariffLaw paid, @Nullable TariffLaw due) {
    if (paid == null || due == null) {
      return Stacks.unresolved("no law can be told of " + entry.day());
    }
    try {
      return Stacks.of(stack(entry, paid), stack(entry, due));
    } catch (IllegalArgumentException | DateTimeException | ArithmeticException unanswerable) {
      return Stacks.unresolved(String.valueOf(unanswerable.getMessage()));
    }
  }

  private static DutyStack stack(PastEntry entry, TariffLaw law) {
    return law.stack(entry.line(), entry.origin().country(), entry.origin().facts());
  }

  List<PastEntry> entries() {
    return entries;
  }

  CurrencyUnit currency() {
    return currency;
  }

  Stacks stacks(int entry) {
    return stacks.get(kinds[entry]);
  }

  /** The two assessments of an entry, or why there are none. */
  Refunds.Refund refund(int number) {
    PastEntry entry = entries.get(number);
    Stacks both = stacks(number);
    DutyStack paid = both.paid();
    DutyStack due = both.due();
    Optional<String> fault = fault(entry);
    if (fault.isPresent() || paid == null || due == null) {
      return Refunds.Refund.unknown(entry, fault.orElse(both.fault()));
    }
    try {
      return Refunds.Refund.of(entry, assessment(entry, paid), assessment(entry, due));
    } catch (IllegalArgumentException | DateTimeException | ArithmeticException unanswerable) {
      return Refunds.Refund.unknown(entry, String.valueOf(unanswerable.getMessage()));
    }
  }

  /** Why no law of the book can be asked about an entry. */
  private Optional<String> fault(PastEntry entry) {
    if (!entry.customsValue().getCurrencyUnit().equals(currency)) {
      return Optional.of(
          "the customs value must be in "
              + currency
              + ", but was "
              + entry.customsValue()
              + ": convert it at a stated rate first");
    }
    return entry.customsValue().isNegative()
        ? Optional.of("the customs value must not be negative, but was " + entry.customsValue())
        : Optional.empty();
  }

  private static Assessment assessment(PastEntry entry, DutyStack stack) {
    return stack.assess(entry.customsValue(), entry.quantities(), ExchangeRates.none());
  }
}
