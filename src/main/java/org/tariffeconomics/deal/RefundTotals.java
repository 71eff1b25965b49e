package org.tariffeconomics.deal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.LongWork;
import org.tariffeconomics.basics.MoneyRange;
import org.tariffeconomics.basics.Require;
import org.tariffeconomics.deal.PastDuties.Days;
import org.tariffeconomics.report.Cell;
import org.tariffeconomics.report.Table;
import org.tariffeconomics.tariff.DutyStack;
import org.tariffeconomics.tariff.TariffBook;
import org.tariffeconomics.tariff.TiedCases;

/**
 * What a great many past entries get back when the law turns out to have been another, added up.
 *
 * <p>Each entry's refund is the one that {@link Refunds} gives for it, to the smallest unit of the
 * currency; what the duties were made of is not kept. An entry whose duty is bounded counts with
 * its range. One whose duty is not known under either law, or that no law can be asked about
 * (another currency, a negative value), is in no total and is listed by {@link #problems}. Groups
 * without an entry that is known read unknown.
 *
 * @since 0.1.0
 */
public final class RefundTotals {

  /** Digits of a number that surely fits a long. */
  private static final int LONG_DIGITS = 18;

  private final PastDuties duties;

  /** What stands for a refund that is in {@link #others}; half as much is beyond any duty. */
  private static final long ELSEWHERE = Long.MIN_VALUE;

  /** Refunds in smallest units. */
  private final long[] minor;

  /** The entries that have no number there: bounded, unknown, or too large. */
  private final Map<Integer, Optional<MoneyRange>> others;

  private RefundTotals(PastDuties duties, long[] minor, Map<Integer, Optional<MoneyRange>> others) {
    this.duties = duties;
    this.minor = minor;
    this.others = others;
  }

  /**
   * Refunds under law with retroactive effect: paid as the law was known on the day of entry, due
   * as it is known now.
   *
   * @param book the law
   * @param entries the entries
   * @return the refunds
   */
  public static RefundTotals ofRetroactiveLaw(TariffBook book, List<PastEntry> entries) {
    Objects.requireNonNull(book, "book");
    Objects.requireNonNull(entries, "entries");
    return of(PastDuties.of(book, book, entries, Days.BY_STATE_OF_THE_LAW));
  }

  /**
   * Refunds when a programme is void from the beginning.
   *
   * @param book the law
   * @param programme the programme that is void
   * @param entries the entries
   * @return the refunds
   * @throws IllegalArgumentException when the book has no measure of that programme
   */
  public static RefundTotals ofVoidProgramme(
      TariffBook book, String programme, List<PastEntry> entries) {
    Objects.requireNonNull(book, "book");
    Objects.requireNonNull(programme, "programme");
    Objects.requireNonNull(entries, "entries");
    return of(PastDuties.of(book, book.without(programme), entries, Days.BY_STATE_OF_THE_LAW));
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
  public static RefundTotals ofLateClaim(TariffBook book, String claim, List<PastEntry> entries) {
    Objects.requireNonNull(book, "book");
    Objects.requireNonNull(entries, "entries");
    String name = book.requireClaimable(Objects.requireNonNull(claim, "claim"));
    return of(
        PastDuties.of(
            book, book, entries, Days.BY_STATE_OF_THE_LAW, facts -> facts.withClaim(name)));
  }

  private static RefundTotals of(PastDuties duties) {
    long[] minor = new long[duties.entries().size()];
    Map<Integer, Optional<MoneyRange>> others = new ConcurrentHashMap<>();
    LongWork work = LongWork.begin("past entries", minor.length);
    IntStream.range(0, minor.length)
        .parallel()
        .forEach(
            i -> {
              minor[i] = quick(duties, i);
              if (minor[i] == ELSEWHERE) {
                others.put(i, range(duties, i));
              }
              work.advance(1);
            });
    return new RefundTotals(duties, minor, Map.copyOf(others));
  }

  /** The refund in long arithmetic, or that it needs the itemised way. */
  private static long quick(PastDuties duties, int number) {
    PastDuties.Stacks both = duties.stacks(number);
    DutyStack paid = both.paid();
    DutyStack due = both.due();
    if (paid == null || due == null || !both.adValorem()) {
      return ELSEWHERE;
    }
    long value = minor(duties.entries().get(number), duties.currency());
    return value < 0 ? ELSEWHERE : difference(paid, due, value);
  }

  private static long difference(DutyStack paid, DutyStack due, long value) {
    try {
      return Math.subtractExact(paid.payableMinor(value), due.payableMinor(value));
    } catch (ArithmeticException tooLarge) {
      return ELSEWHERE;
    }
  }

  /** What a refund lies within: in long arithmetic over its cases where these allow it. */
  private static Optional<MoneyRange> range(PastDuties duties, int number) {
    List<TiedCases.Pair> open = duties.stacks(number).open();
    long value = minor(duties.entries().get(number), duties.currency());
    if (open.isEmpty() || value < 0) {
      return duties.range(number);
    }
    long least = Long.MAX_VALUE;
    long most = Long.MIN_VALUE;
    for (TiedCases.Pair each : open) {
      long refund = difference(each.one(), each.other(), value);
      if (refund == ELSEWHERE) {
        return duties.range(number);
      }
      least = Math.min(least, refund);
      most = Math.max(most, refund);
    }
    return Optional.of(
        new MoneyRange(
            Money.ofMinor(duties.currency(), least), Money.ofMinor(duties.currency(), most)));
  }

  /** The customs value in smallest units; negative where it is, or is no whole number of them. */
  private static long minor(PastEntry entry, CurrencyUnit currency) {
    if (!entry.customsValue().getCurrencyUnit().equals(currency)) {
      return -1;
    }
    BigDecimal amount = entry.customsValue().getAmount();
    int places = currency.getDecimalPlaces();
    if (amount.precision() - amount.scale() + places > LONG_DIGITS) {
      return -1;
    }
    BigDecimal minor = amount.movePointRight(places);
    boolean whole = minor.scale() <= 0 || minor.stripTrailingZeros().scale() <= 0;
    return whole ? minor.longValue() : -1;
  }

  /**
   * How many entries there are.
   *
   * @return the number, those that are not known among them
   */
  public int size() {
    return minor.length;
  }

  /**
   * What an entry gets back.
   *
   * @param entry the entry's number in the order in which they were given, from 0
   * @return paid less due, positive where money comes back; empty where either is not known
   * @throws IndexOutOfBoundsException when there is no such entry
   */
  public Optional<Money> refund(int entry) {
    return range(entry).filter(MoneyRange::isPoint).map(MoneyRange::lowest);
  }

  /**
   * What the refund of an entry lies within.
   *
   * @param entry the entry's number in the order in which they were given, from 0
   * @return from the refund to itself where it is known; empty where either duty is not even
   *     bounded
   * @throws IndexOutOfBoundsException when there is no such entry
   */
  public Optional<MoneyRange> range(int entry) {
    Optional<MoneyRange> other = others.get(entry);
    return other == null
        ? Optional.of(MoneyRange.of(Money.ofMinor(duties.currency(), minor[entry])))
        : other;
  }

  /** {@return what comes back in total, of the entries that are known; not of bounded ones} */
  public Money total() {
    return sum().total();
  }

  /** {@return what comes back in total lies within, of the entries that are known or bounded} */
  public MoneyRange range() {
    return sum().range();
  }

  /**
   * The interest on all refunds, from the days of entry.
   *
   * @param rates the rates for money that was paid too much
   * @param returned the day on which the money comes back
   * @return the interest of the entries that are known, each rounded; empty where a refund above
   *     zero has none (where a rate is missing or the entry is later than the return) or is only
   *     bounded: {@link #interestRange}
   */
  public Optional<Money> interest(InterestRates rates, LocalDate returned) {
    Objects.requireNonNull(rates, "rates");
    Objects.requireNonNull(returned, "returned");
    return interestRange(rates, returned).filter(MoneyRange::isPoint).map(MoneyRange::lowest);
  }

  /**
   * What the interest on all refunds lies within, from the days of entry.
   *
   * @param rates the rates for money that was paid too much
   * @param returned the day on which the money comes back
   * @return the interest of the entries that are known or bounded; on a refund below zero there is
   *     none; empty where a rate is missing or an entry is later than the return
   */
  public Optional<MoneyRange> interestRange(InterestRates rates, LocalDate returned) {
    Objects.requireNonNull(rates, "rates");
    Require.day("returned", returned);
    Map<LocalDate, Optional<BigDecimal>> factors = new HashMap<>();
    RefundSum sum = new RefundSum(duties.currency());
    for (int i = 0; i < minor.length; i++) {
      MoneyRange refund = range(i).filter(r -> r.highest().isPositive()).orElse(null);
      if (refund == null) {
        continue;
      }
      Optional<BigDecimal> factor =
          factors.computeIfAbsent(
              duties.entries().get(i).day(),
              day -> day.isAfter(returned) ? Optional.empty() : rates.factor(day, returned));
      if (factor.isEmpty()) {
        return Optional.empty();
      }
      sum.add(Optional.of(InterestRates.interest(refund, factor.get())));
    }
    return Optional.of(sum.range());
  }

  private RefundSum sum() {
    RefundSum sum = new RefundSum(duties.currency());
    for (int i = 0; i < minor.length; i++) {
      addTo(sum, i);
    }
    return sum;
  }

  private void addTo(RefundSum sum, int entry) {
    if (minor[entry] == ELSEWHERE) {
      sum.add(range(entry));
    } else {
      sum.addMinor(minor[entry]);
    }
  }

  /**
   * How many entries are bounded and not known.
   *
   * @return the number of entries that count with their range
   */
  public int bounded() {
    return sum().bounded();
  }

  /**
   * How many entries are not known and not bounded.
   *
   * @return the number of entries that are in no total
   */
  public int unknown() {
    return (int) others.values().stream().filter(Optional::isEmpty).count();
  }

  /**
   * The first entries that are not known, and why.
   *
   * @param atMost how many to list, not negative
   * @return one row per entry
   * @throws IllegalArgumentException when atMost is negative
   */
  public Table problems(int atMost) {
    if (atMost < 0) {
      throw new IllegalArgumentException("atMost must not be negative, but was " + atMost);
    }
    List<List<Cell>> rows =
        others.keySet().stream()
            .filter(i -> range(i).isEmpty())
            .sorted()
            .limit(atMost)
            .map(duties::onItsDay)
            .map(
                unknown ->
                    List.of(
                        Cell.text(unknown.entry().id()),
                        Cell.date(unknown.entry().day()),
                        Cell.text(unknown.entry().line().toString()),
                        Cell.text(unknown.entry().origin().toString()),
                        Cell.text(String.join("; ", unknown.reasons()))))
            .toList();
    return Table.of(
        unknown() + " entries are not known",
        List.of("entry", "day", "line", "origin", "why"),
        rows);
  }

  /** {@return what comes back by month of entry: one row per month, the total last} */
  public Table byMonth() {
    return by("month", entry -> YearMonth.from(entry.day()));
  }

  /** {@return what comes back by origin: one row per origin, the total last} */
  public Table byOrigin() {
    return by("origin", entry -> entry.origin().country().alpha2());
  }

  /** {@return what comes back by chapter: one row per chapter, the total last} */
  public Table byChapter() {
    return by("chapter", entry -> entry.line().chapter());
  }

  private Table by(String what, Function<PastEntry, ?> group) {
    Map<Object, RefundSum> groups = new HashMap<>();
    for (int i = 0; i < minor.length; i++) {
      RefundSum sum =
          groups.computeIfAbsent(
              group.apply(duties.entries().get(i)), g -> new RefundSum(duties.currency()));
      addTo(sum, i);
    }
    List<List<Cell>> rows = new ArrayList<>();
    new TreeMap<>(groups).forEach((name, sum) -> rows.add(row(name.toString(), sum)));
    RefundSum total = sum();
    rows.add(row("total", total));
    List<String> caption = new ArrayList<>(List.of("refund = paid - due; + comes back"));
    caption.addAll(total.remarks());
    return new Table(
        "Refunds by " + what, List.of(what, "entries", "refund", "unknown"), rows, caption);
  }

  private static List<Cell> row(String name, RefundSum sum) {
    return List.of(Cell.text(name), count(sum.entries()), sum.cell(), count(sum.unknown()));
  }

  private static Cell count(int number) {
    return Cell.number(BigDecimal.valueOf(number), 0, "");
  }

  /** How many entries, the total of those that are known, and how many cannot. */
  @Override
  public String toString() {
    return sum().toString();
  }

  /** Two are equal when the same entries get the same back. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof RefundTotals that
        && Arrays.equals(minor, that.minor)
        && others.equals(that.others)
        && duties.currency().equals(that.duties.currency())
        && duties.entries().equals(that.duties.entries());
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(minor);
  }
}
