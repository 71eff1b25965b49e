package org.tariffeconomics.deal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.tariffeconomics.basics.ExchangeRates;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.panel.PanelOutcome;
import org.tariffeconomics.panel.PanelSlice;
import org.tariffeconomics.panel.TariffPanel;
import org.tariffeconomics.rate.DeclaredOrigin;
import org.tariffeconomics.report.Cell;
import org.tariffeconomics.report.Table;
import org.tariffeconomics.tariff.Assessment;
import org.tariffeconomics.tariff.TariffBook;

/**
 * What a great many past entries get back when the law turns out to have been another, added up.
 *
 * <p>Each entry's refund is the one that {@link Refunds} gives for it, to the cent; what the duties
 * were made of is not kept. An entry whose duty cannot be told under either law is in no total and
 * is listed by {@link #problems}.
 */
public final class RefundTotals {

  private final List<PastEntry> entries;
  private final CurrencyUnit currency;
  private final List<Optional<Money>> refunds;
  private final Function<PastEntry, List<String>> reasons;

  private RefundTotals(
      List<PastEntry> entries,
      CurrencyUnit currency,
      List<Optional<Money>> refunds,
      Function<PastEntry, List<String>> reasons) {
    this.entries = entries;
    this.currency = currency;
    this.refunds = refunds;
    this.reasons = reasons;
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
    return of(book, book, entries);
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
    return of(book, book.without(programme), entries);
  }

  private static RefundTotals of(TariffBook paid, TariffBook due, List<PastEntry> entries) {
    List<PastEntry> kept = List.copyOf(entries);
    if (kept.isEmpty()) {
      return new RefundTotals(kept, paid.currency(), List.of(), e -> List.of());
    }
    Duties whenPaid = Duties.of(kept, paid, true);
    Duties asDue = Duties.of(kept, due, false);
    List<Optional<Money>> refunds =
        IntStream.range(0, kept.size())
            .parallel()
            .mapToObj(i -> whenPaid.on(i).flatMap(p -> asDue.on(i).map(p::minus)))
            .toList();
    return new RefundTotals(
        kept,
        paid.currency(),
        refunds,
        entry -> {
          List<String> all = new ArrayList<>(whenPaid.assessed(entry).reasons());
          asDue.assessed(entry).reasons().stream().filter(r -> !all.contains(r)).forEach(all::add);
          return all;
        });
  }

  /** The duties on entries under one law: from a panel where they are shares of the value. */
  private static final class Duties {
    private final List<PastEntry> entries;
    private final TariffBook book;
    private final boolean asKnownThen;
    private final TariffPanel panel;
    private final Map<HsCode, Integer> lines;
    private final Map<DeclaredOrigin, Integer> origins;

    private Duties(
        List<PastEntry> entries,
        TariffBook book,
        boolean asKnownThen,
        TariffPanel panel,
        Map<HsCode, Integer> lines,
        Map<DeclaredOrigin, Integer> origins) {
      this.entries = entries;
      this.book = book;
      this.asKnownThen = asKnownThen;
      this.panel = panel;
      this.lines = lines;
      this.origins = origins;
    }

    static Duties of(List<PastEntry> entries, TariffBook book, boolean asKnownThen) {
      List<HsCode> lines = entries.stream().map(PastEntry::line).distinct().toList();
      List<DeclaredOrigin> origins = entries.stream().map(PastEntry::origin).distinct().toList();
      List<LocalDate> days = entries.stream().map(PastEntry::day).distinct().toList();
      TariffPanel panel =
          asKnownThen
              ? TariffPanel.asKnownOnTheDay(book, lines, origins, days)
              : TariffPanel.of(book, lines, origins, days);
      return new Duties(entries, book, asKnownThen, panel, numbers(lines), numbers(origins));
    }

    private static <T> Map<T, Integer> numbers(List<T> items) {
      Map<T, Integer> numbers = new HashMap<>();
      items.forEach(item -> numbers.put(item, numbers.size()));
      return numbers;
    }

    Optional<Money> on(int number) {
      PastEntry entry = entries.get(number);
      PanelSlice slice = panel.on(entry.day());
      int line = lines.getOrDefault(entry.line(), -1);
      int origin = origins.getOrDefault(entry.origin(), -1);
      Optional<Long> minor = minor(entry);
      return minor.isPresent() && slice.outcome(line, origin) == PanelOutcome.AD_VALOREM
          ? Optional.of(
              Money.ofMinor(book.currency(), slice.payableMinor(line, origin, minor.get())))
          : slice
              .stack(line, origin)
              .assess(entry.customsValue(), entry.quantities(), ExchangeRates.none())
              .duty();
    }

    /** The customs value in minor units; empty where it has parts of them or another currency. */
    private Optional<Long> minor(PastEntry entry) {
      if (!entry.customsValue().getCurrencyUnit().equals(book.currency())) {
        return Optional.empty();
      }
      BigDecimal minor =
          entry.customsValue().getAmount().movePointRight(book.currency().getDecimalPlaces());
      boolean whole = minor.stripTrailingZeros().scale() <= 0 && minor.precision() <= 18;
      return whole ? Optional.of(minor.longValueExact()) : Optional.empty();
    }

    Assessment assessed(PastEntry entry) {
      return Refunds.assess(
          entry, asKnownThen ? book.on(entry.day()).asKnownOn(entry.day()) : book.on(entry.day()));
    }
  }

  /**
   * How many entries there are.
   *
   * @return the number, those that cannot be told among them
   */
  public int size() {
    return entries.size();
  }

  /**
   * What an entry gets back.
   *
   * @param entry the entry's number in the order in which they were given, from 0
   * @return paid less due, positive where money comes back; empty where either cannot be told
   * @throws IndexOutOfBoundsException when there is no such entry
   */
  public Optional<Money> refund(int entry) {
    return refunds.get(entry);
  }

  /** {@return what comes back in total, of the entries that can be told} */
  public Money total() {
    return sum(IntStream.range(0, entries.size()).boxed().toList());
  }

  private Money sum(List<Integer> some) {
    BigDecimal sum = BigDecimal.ZERO;
    for (int each : some) {
      sum = refunds.get(each).map(Money::getAmount).map(sum::add).orElse(sum);
    }
    return Money.of(currency, sum);
  }

  /**
   * How many entries cannot be told.
   *
   * @return the number of entries that are in no total
   */
  public int unknown() {
    return (int) refunds.stream().filter(Optional::isEmpty).count();
  }

  /**
   * The first entries that cannot be told, and why.
   *
   * @param atMost how many to list, not negative
   * @return one row an entry
   * @throws IllegalArgumentException when atMost is negative
   */
  public Table problems(int atMost) {
    if (atMost < 0) {
      throw new IllegalArgumentException("atMost must not be negative, but was " + atMost);
    }
    List<List<Cell>> rows =
        IntStream.range(0, entries.size())
            .filter(i -> refunds.get(i).isEmpty())
            .limit(atMost)
            .mapToObj(entries::get)
            .map(
                entry ->
                    List.of(
                        Cell.text(entry.id()),
                        Cell.date(entry.day()),
                        Cell.text(entry.line().toString()),
                        Cell.text(entry.origin().toString()),
                        Cell.text(String.join("; ", reasons.apply(entry)))))
            .toList();
    return Table.of(
        unknown() + " entries cannot be told",
        List.of("entry", "day", "line", "origin", "why"),
        rows);
  }

  /** {@return what comes back by month of entry: one row a month, the total last} */
  public Table byMonth() {
    return by("month", entry -> YearMonth.from(entry.day()).toString());
  }

  /** {@return what comes back by origin: one row an origin, the total last} */
  public Table byOrigin() {
    return by("origin", entry -> entry.origin().country().alpha2());
  }

  /** {@return what comes back by chapter: one row a chapter, the total last} */
  public Table byChapter() {
    return by("chapter", entry -> entry.line().chapter());
  }

  private Table by(String what, Function<PastEntry, String> group) {
    Map<String, List<Integer>> groups = new TreeMap<>();
    for (int i = 0; i < entries.size(); i++) {
      groups.computeIfAbsent(group.apply(entries.get(i)), g -> new ArrayList<>()).add(i);
    }
    List<List<Cell>> rows = new ArrayList<>();
    groups.forEach((name, some) -> rows.add(row(name, some.size(), sum(some))));
    rows.add(row("total", entries.size(), total()));
    return new Table(
        "Refunds by " + what,
        List.of(what, "entries", "refund"),
        rows,
        List.of(
            "refund = paid - due; + comes back",
            unknown() + " entries cannot be told and are in no total"));
  }

  private static List<Cell> row(String name, int entries, Money refund) {
    return List.of(
        Cell.text(name),
        Cell.number(BigDecimal.valueOf(entries), 0, ""),
        Cell.money(refund.getAmount(), refund.getCurrencyUnit().getCode(), 2));
  }

  /** How many entries, and the total. */
  @Override
  public String toString() {
    return entries.size() + " entries, refund " + total() + ", " + unknown() + " unknown";
  }
}
