package org.tariffeconomics.deal;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.ExchangeRates;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.MoneyRange;
import org.tariffeconomics.basics.Require;
import org.tariffeconomics.rate.DeclaredFacts;
import org.tariffeconomics.rate.DeclaredOrigin;
import org.tariffeconomics.tariff.Assessment;
import org.tariffeconomics.tariff.DutyStack;
import org.tariffeconomics.tariff.DutyStack.Outcome;
import org.tariffeconomics.tariff.TariffBook;
import org.tariffeconomics.tariff.TariffLaw;
import org.tariffeconomics.tariff.TiedCases;
import org.threeten.extra.LocalDateRange;

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
   * @param adValorem whether both are fixed shares of the value, with nothing left open
   * @param open where something is left open, which may move the duty or no more than how it is
   *     rounded, the cases of both that can hold together, each a fixed share of the value; none
   *     where they are not
   */
  record Stacks(
      @Nullable DutyStack paid,
      @Nullable DutyStack due,
      String fault,
      boolean adValorem,
      List<TiedCases.Pair> open) {

    static Stacks unresolved(String fault) {
      return new Stacks(null, null, fault, false, List.of());
    }

    static Stacks of(DutyStack paid, DutyStack due) {
      boolean adValorem = isAdValorem(paid) && isAdValorem(due) && !isOpen(paid) && !isOpen(due);
      return new Stacks(paid, due, "", adValorem, adValorem ? List.of() : open(paid, due));
    }

    /** The cases of both that can hold together, where each is a share of the value. */
    private static List<TiedCases.Pair> open(DutyStack paid, DutyStack due) {
      List<TiedCases.Pair> pairs =
          (isOpen(paid) || isOpen(due)) && isTold(paid) && isTold(due)
              ? TiedCases.of(paid, due).stream()
                  .filter(p -> !isProhibited(p.one()) && !isProhibited(p.other()))
                  .toList()
              : List.of();
      return pairs.stream().allMatch(p -> isAdValorem(p.one()) && isAdValorem(p.other()))
          ? pairs
          : List.of();
    }

    private static boolean isProhibited(DutyStack stack) {
      return stack.outcome() == Outcome.PROHIBITED;
    }

    /** Lines of one rate may pay it in parts that are rounded to different sums. */
    private static boolean isOpen(DutyStack stack) {
      return stack.cases().size() != 1;
    }

    private static boolean isAdValorem(DutyStack stack) {
      return stack.adValoremRate().isPresent();
    }
  }

  /** Which days share their stacks. */
  enum Days {
    /** Each day has its own: an itemised answer names its day. */
    ONE_BY_ONE,
    /** All days between two changes of the law or of what was known of it. */
    BY_STATE_OF_THE_LAW
  }

  private record Goods(LocalDate day, HsCode line, Object origin) {}

  private final TariffBook paid;
  private final TariffBook due;
  private final List<PastEntry> entries;

  /** The number of the stacks of each entry. */
  private final int[] kinds;

  /** What should have been declared, given what was. */
  private final UnaryOperator<DeclaredFacts> declared;

  private final List<Stacks> stacks;

  private PastDuties(
      TariffBook paid,
      TariffBook due,
      List<PastEntry> entries,
      int[] kinds,
      UnaryOperator<DeclaredFacts> declared,
      List<Stacks> stacks) {
    this.paid = paid;
    this.due = due;
    this.entries = entries;
    this.kinds = kinds;
    this.declared = declared;
    this.stacks = stacks;
  }

  /** Paid as the law was known on the day of entry, due under another book as it is known now. */
  static PastDuties of(TariffBook paid, TariffBook due, List<PastEntry> entries, Days days) {
    return of(paid, due, entries, days, facts -> facts);
  }

  /** The same with what should have been declared in place of what was. */
  static PastDuties of(
      TariffBook paid,
      TariffBook due,
      List<PastEntry> entries,
      Days days,
      UnaryOperator<DeclaredFacts> declared) {
    List<PastEntry> kept = List.copyOf(entries);
    NavigableSet<LocalDate> changes =
        days == Days.ONE_BY_ONE ? new TreeSet<>() : changes(paid, due, kept);
    Map<Goods, Integer> numbers = new HashMap<>();
    List<PastEntry> first = new ArrayList<>();
    int[] kinds = new int[kept.size()];
    for (int i = 0; i < kinds.length; i++) {
      PastEntry entry = kept.get(i);
      Goods goods = new Goods(state(entry.day(), changes), entry.line(), key(entry.origin()));
      Integer number = numbers.get(goods);
      if (number == null) {
        number = first.size();
        numbers.put(goods, number);
        first.add(entry);
      }
      kinds[i] = number;
    }
    return new PastDuties(paid, due, kept, kinds, declared, resolved(paid, due, first, declared));
  }

  /** The days among those of the entries on which the law changes, or what is known of it. */
  private static NavigableSet<LocalDate> changes(
      TariffBook paid, TariffBook due, List<PastEntry> entries) {
    LocalDate first = Require.LAST_DAY;
    LocalDate last = Require.FIRST_DAY;
    for (PastEntry each : entries) {
      if (isSane(each.day())) {
        first = each.day().isBefore(first) ? each.day() : first;
        last = each.day().isAfter(last) ? each.day() : last;
      }
    }
    NavigableSet<LocalDate> changes = new TreeSet<>();
    if (!last.isBefore(first)) {
      LocalDateRange range = LocalDateRange.ofClosed(first, last);
      changes.add(first);
      changes.addAll(paid.changeDays(range));
      changes.addAll(due.changeDays(range));
      changes.addAll(paid.knowledgeDays().subSet(first, true, last, true));
    }
    return changes;
  }

  /** Days outside are damage, and no range of days is looked through for them. */
  private static boolean isSane(LocalDate day) {
    return !day.isBefore(Require.FIRST_DAY) && !day.isAfter(Require.LAST_DAY);
  }

  /** The day that stands for all days of one state of the law. */
  private static LocalDate state(LocalDate day, NavigableSet<LocalDate> changes) {
    LocalDate change = isSane(day) ? changes.floor(day) : null;
    return change == null ? day : change;
  }

  /** A bare country is its own key; a declaration is compared by its whole text. */
  private static Object key(DeclaredOrigin origin) {
    return origin.facts().isEmpty() ? origin.country() : origin;
  }

  private static List<Stacks> resolved(
      TariffBook paid,
      TariffBook due,
      List<PastEntry> first,
      UnaryOperator<DeclaredFacts> declared) {
    Map<LocalDate, TariffLaw> lawsPaid = new HashMap<>();
    Map<LocalDate, TariffLaw> lawsDue = new HashMap<>();
    for (PastEntry each : first) {
      lawsPaid.computeIfAbsent(each.day(), day -> law(() -> paid.on(day).asKnownOn(day)));
      lawsDue.computeIfAbsent(each.day(), day -> law(() -> due.on(day)));
    }
    return IntStream.range(0, first.size())
        .parallel()
        .mapToObj(first::get)
        .map(e -> stacks(e, lawsPaid.get(e.day()), lawsDue.get(e.day()), declared))
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

  private static Stacks stacks(
      PastEntry entry,
      @Nullable TariffLaw paid,
      @Nullable TariffLaw due,
      UnaryOperator<DeclaredFacts> declared) {
    if (paid == null || due == null) {
      return Stacks.unresolved("no law is known of " + entry.day());
    }
    try {
      return Stacks.of(
          stack(entry, paid, entry.origin().facts()),
          stack(entry, due, declared.apply(entry.origin().facts())));
    } catch (IllegalArgumentException | DateTimeException | ArithmeticException unanswerable) {
      return Stacks.unresolved(String.valueOf(unanswerable.getMessage()));
    }
  }

  private static DutyStack stack(PastEntry entry, TariffLaw law, DeclaredFacts facts) {
    return law.stack(entry.line(), entry.origin().country(), facts);
  }

  List<PastEntry> entries() {
    return entries;
  }

  CurrencyUnit currency() {
    return paid.currency();
  }

  Stacks stacks(int entry) {
    return stacks.get(kinds[entry]);
  }

  /** What an entry gets back lies within, empty where not even that is known. */
  Optional<MoneyRange> range(int number) {
    Stacks both = stacks(number);
    DutyStack whenPaid = both.paid();
    DutyStack asDue = both.due();
    return whenPaid != null && asDue != null && isTold(whenPaid) && isTold(asDue)
        ? refund(number).range()
        : Optional.empty();
  }

  private static boolean isTold(DutyStack stack) {
    return stack.outcome() == Outcome.ASSESSED || stack.outcome() == Outcome.BOUNDED;
  }

  /** One entry by itself, under the law of its very day, which the reasons name. */
  Refunds.Refund onItsDay(int number) {
    return of(paid, due, List.of(entries.get(number)), Days.ONE_BY_ONE, declared).refund(0);
  }

  /** The two assessments of an entry, or why there are none. */
  Refunds.Refund refund(int number) {
    PastEntry entry = entries.get(number);
    Stacks both = stacks(number);
    DutyStack whenPaid = both.paid();
    DutyStack asDue = both.due();
    Optional<String> fault = fault(entry);
    if (fault.isPresent() || whenPaid == null || asDue == null) {
      return Refunds.Refund.unknown(entry, fault.orElse(both.fault()));
    }
    try {
      return Refunds.Refund.of(entry, assessment(entry, whenPaid), assessment(entry, asDue));
    } catch (IllegalArgumentException | DateTimeException | ArithmeticException unanswerable) {
      return Refunds.Refund.unknown(entry, String.valueOf(unanswerable.getMessage()));
    }
  }

  /** Why no law of the book can be asked about an entry. */
  private Optional<String> fault(PastEntry entry) {
    if (!entry.customsValue().getCurrencyUnit().equals(currency())) {
      return Optional.of(
          "the customs value must be in "
              + currency()
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
