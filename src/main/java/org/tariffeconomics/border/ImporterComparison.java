package org.tariffeconomics.border;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.joda.money.BigMoney;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.ExchangeRates;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.Quantity;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.basics.RateRange;
import org.tariffeconomics.rate.DeclaredOrigin;
import org.tariffeconomics.report.Cell;
import org.tariffeconomics.report.Table;
import org.tariffeconomics.tariff.Assessment;
import org.tariffeconomics.tariff.DutyStack;
import org.tariffeconomics.tariff.RateCells;

/**
 * The duties of several importers on the same goods, lowest first: where they pay least. An
 * importer whose duty is not known stands last and has no rank; one whose own goods they are is not
 * compared.
 *
 * <p>Rates are shares of each importer's own customs value, which is that of the goods with or
 * without freight: the basis of each stands in the table.
 *
 * @since 0.1.0
 */
public final class ImporterComparison {

  private final String line;
  private final String origin;
  private final EntryTime when;
  private final List<Entry> entries;

  private ImporterComparison(String line, String origin, EntryTime when, List<Entry> entries) {
    this.line = line;
    this.origin = origin;
    this.when = when;
    this.entries = entries;
  }

  /** One importer's duty. */
  public static final class Entry {

    private final Importer importer;
    private final DutyStack stack;
    private final Optional<RateRange> range;
    private final List<String> reasons;

    private Entry(
        Importer importer, DutyStack stack, Optional<RateRange> range, List<String> reasons) {
      this.importer = importer;
      this.stack = stack;
      this.range = range;
      this.reasons = List.copyOf(reasons);
    }

    /** {@return the importer} */
    public Importer importer() {
      return importer;
    }

    /** {@return the layers of its duty} */
    public DutyStack stack() {
      return stack;
    }

    /** {@return the duty over the customs value; empty where it is not known} */
    public Optional<Rate> rate() {
      return range.flatMap(RateRange::exact);
    }

    /** {@return what the duty over the customs value lies within; empty where nothing is known} */
    public Optional<RateRange> range() {
      return range;
    }

    /** Whether it is certain that another importer's duty is not lower. */
    private boolean isAtMost(Entry other) {
      return range.isPresent()
          && other.range.isPresent()
          && range.get().highest().compareTo(other.range.get().lowest()) <= 0;
    }

    /** {@return why it is not known} */
    public List<String> reasons() {
      return reasons;
    }

    /** The importer and its rate. */
    @Override
    public String toString() {
      return importer.name() + " " + range.map(r -> r.toText(1)).orElseGet(this::withoutRate);
    }

    /** A duty by quantity is known, and is no rate. */
    private String withoutRate() {
      return stack.outcome() == DutyStack.Outcome.ASSESSED ? stack.summary() : "unknown";
    }

    /** Two are equal when their contents are. */
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Entry that
          && importer.equals(that.importer)
          && stack.equals(that.stack)
          && range.equals(that.range)
          && reasons.equals(that.reasons);
    }

    @Override
    public int hashCode() {
      return Objects.hash(importer, stack, range, reasons);
    }
  }

  /**
   * Importers compared by their ad valorem duties.
   *
   * @param importers the importers, at least one
   * @param line the tariff line; importers share the first six digits of a code
   * @param origin the origin, which may claim and declare
   * @param when the day of entry
   * @return the comparison; an importer whose duty depends on a quantity is unknown here
   * @throws IllegalArgumentException when there is no importer, or the goods are of one of them
   */
  public static ImporterComparison of(
      List<Importer> importers, String line, String origin, String when) {
    Objects.requireNonNull(importers, "importers");
    Objects.requireNonNull(line, "line");
    Objects.requireNonNull(origin, "origin");
    Objects.requireNonNull(when, "when");
    return of(importers, line, origin, EntryTime.parse(when));
  }

  /**
   * Importers compared by their ad valorem duties.
   *
   * @param importers the importers, at least one
   * @param line the tariff line; importers share the first six digits of a code
   * @param origin the origin, which may claim and declare
   * @param when the day of entry, where it counts with its hour
   * @return the comparison; an importer whose duty depends on a quantity is unknown here
   * @throws IllegalArgumentException when there is no importer, or the goods are of one of them
   */
  public static ImporterComparison of(
      List<Importer> importers, String line, String origin, EntryTime when) {
    Objects.requireNonNull(importers, "importers");
    Objects.requireNonNull(line, "line");
    Objects.requireNonNull(origin, "origin");
    Objects.requireNonNull(when, "when");
    List<Entry> entries = new ArrayList<>();
    for (Importer each : importers) {
      DutyStack stack = each.duty(line, origin, when);
      boolean byQuantity =
          stack.outcome() == DutyStack.Outcome.ASSESSED && stack.adValoremRate().isEmpty();
      entries.add(
          new Entry(
              each,
              stack,
              byQuantity ? Optional.empty() : stack.range(),
              byQuantity ? List.of(stack.byQuantity()) : stack.reasons()));
    }
    return sorted(line, origin, when, entries);
  }

  /**
   * Importers compared by the ad valorem equivalents of their duties on the same goods.
   *
   * @param importers the importers, at least one
   * @param line the tariff line
   * @param origin the origin, which may claim and declare
   * @param when the day of entry
   * @param value the customs value, converted into each importer's currency
   * @param quantities the quantities
   * @param rates exchange rates to the importers' currencies
   * @return the comparison; an importer for whose currency no rate is stated is unknown
   * @throws IllegalArgumentException when there is no importer, or the goods are of one of them
   */
  public static ImporterComparison of(
      List<Importer> importers,
      String line,
      String origin,
      String when,
      BigMoney value,
      List<Quantity> quantities,
      ExchangeRates rates) {
    Objects.requireNonNull(importers, "importers");
    Objects.requireNonNull(line, "line");
    Objects.requireNonNull(origin, "origin");
    Objects.requireNonNull(when, "when");
    Objects.requireNonNull(value, "value");
    Objects.requireNonNull(quantities, "quantities");
    Objects.requireNonNull(rates, "rates");
    return of(importers, line, origin, EntryTime.parse(when), value, quantities, rates);
  }

  /**
   * Importers compared by the ad valorem equivalents of their duties on the same goods.
   *
   * @param importers the importers, at least one
   * @param line the tariff line
   * @param origin the origin, which may claim and declare
   * @param when the day of entry, where it counts with its hour
   * @param value the customs value, converted into each importer's currency
   * @param quantities the quantities
   * @param rates exchange rates to the importers' currencies
   * @return the comparison; an importer for whose currency no rate is stated is unknown
   * @throws IllegalArgumentException when there is no importer, or the goods are of one of them
   */
  public static ImporterComparison of(
      List<Importer> importers,
      String line,
      String origin,
      EntryTime when,
      BigMoney value,
      List<Quantity> quantities,
      ExchangeRates rates) {
    Objects.requireNonNull(importers, "importers");
    Objects.requireNonNull(line, "line");
    Objects.requireNonNull(origin, "origin");
    Objects.requireNonNull(when, "when");
    Objects.requireNonNull(value, "value");
    Objects.requireNonNull(quantities, "quantities");
    Objects.requireNonNull(rates, "rates");
    List<Entry> entries = new ArrayList<>();
    for (Importer each : importers) {
      DutyStack stack = each.duty(line, origin, when);
      Optional<BigMoney> own = rates.convert(value, each.currency());
      if (own.isEmpty()) {
        String why = "no exchange rate from " + value.getCurrencyUnit() + " to " + each.currency();
        entries.add(new Entry(each, stack, Optional.empty(), List.of(why)));
      } else {
        Assessment assessment = stack.assess(own.orElseThrow(), quantities, rates);
        entries.add(new Entry(each, stack, assessment.effectiveRange(), assessment.reasons()));
      }
    }
    return sorted(line, origin, when, entries);
  }

  /** One name for one origin, however it was written; what it declares stays as it was said. */
  private static String shown(String origin) {
    DeclaredOrigin declared = DeclaredOrigin.parse(origin);
    return declared.facts().isEmpty() ? declared.toString() : origin.strip();
  }

  private static ImporterComparison sorted(
      String line, String origin, EntryTime when, List<Entry> entries) {
    if (entries.isEmpty()) {
      throw new IllegalArgumentException("importers must not be empty");
    }
    Comparator<Rate> lowestFirst = Comparator.nullsLast(Comparator.naturalOrder());
    entries.sort(
        Comparator.comparing(
                (Entry e) -> e.range().map(RateRange::lowest).orElse(null), lowestFirst)
            .thenComparing(e -> e.range().map(RateRange::highest).orElse(null), lowestFirst));
    return new ImporterComparison(
        HsCode.of(line).toString(), shown(origin), when, List.copyOf(entries));
  }

  /** {@return the importers, lowest duty first, unknown ones last} */
  public List<Entry> entries() {
    return entries;
  }

  /**
   * Where the goods pay least.
   *
   * @return the importers whose duty is certainly not above that of any other; empty where one
   *     importer's duty is not known, since it might be lower, and where ranges leave it open
   */
  public List<Importer> lowest() {
    return entries.stream()
        .filter(e -> entries.stream().allMatch(other -> other.equals(e) || e.isAtMost(other)))
        .map(Entry::importer)
        .toList();
  }

  /** {@return the importers at the lowest rate of those whose duty is known} */
  public List<Importer> lowestKnown() {
    Optional<Rate> best =
        entries.stream().flatMap(e -> e.rate().stream()).min(Comparator.naturalOrder());
    return entries.stream()
        .filter(e -> best.isPresent() && e.rate().equals(best))
        .map(Entry::importer)
        .toList();
  }

  /**
   * One importer's duty.
   *
   * @param importer its name
   * @return the rate, empty where it is not known
   * @throws IllegalArgumentException when it is not compared here
   */
  public Optional<Rate> rate(String importer) {
    Objects.requireNonNull(importer, "importer");
    return entries.stream()
        .filter(e -> e.importer().name().equals(importer))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("'" + importer + "' is not in " + entries))
        .rate();
  }

  /** {@return a row for each importer: rank, importer, duty, basis of valuation, layers} */
  public Table table() {
    List<List<Cell>> rows = new ArrayList<>();
    for (Entry each : entries) {
      String why = String.join("; ", each.reasons());
      rows.add(
          List.of(
              Cell.text(rank(each)),
              Cell.text(each.importer().name()),
              duty(each, why),
              Cell.text(each.importer().basis(each.stack().law().day()).map(Enum::name).orElse("")),
              Cell.text(each.rate().isPresent() ? each.stack().summary() : why)));
    }
    return new Table(
        "Duty on " + line + " from " + origin + " by importer, lowest first",
        List.of("rank", "importer", "duty", "value", "layers"),
        rows,
        captions());
  }

  /** The place, or the places that it can take where ranges overlap; none where it is unknown. */
  private String rank(Entry entry) {
    if (entry.range().isEmpty()) {
      return "";
    }
    long known = entries.stream().filter(e -> e.range().isPresent()).count();
    long before = entries.stream().filter(e -> e.isAtMost(entry) && !entry.isAtMost(e)).count();
    long behind = entries.stream().filter(e -> entry.isAtMost(e) && !e.isAtMost(entry)).count();
    boolean certain =
        entries.stream().flatMap(e -> e.range().stream()).allMatch(RateRange::isPoint);
    long first = before + 1;
    long last = certain ? first : known - behind;
    return first == last ? Long.toString(first) : first + "-" + last;
  }

  private static Cell duty(Entry entry, String why) {
    if (entry.rate().isPresent()) {
      return Cell.percent(entry.rate().get().fraction(), 1);
    }
    return entry.range().map(r -> RateCells.of(r, why)).orElseGet(() -> Cell.unknown(why));
  }

  private List<String> captions() {
    Set<String> lines = new LinkedHashSet<>();
    for (Entry each : entries) {
      for (String line : each.stack().stamp().lines()) {
        lines.add(each.importer().name() + ": " + line);
      }
    }
    return List.copyOf(lines);
  }

  /** The importers with their rates. */
  @Override
  public String toString() {
    return line + " from " + origin + " on " + when + ": " + entries;
  }

  /** Two are equal when their contents are. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ImporterComparison that
        && line.equals(that.line)
        && origin.equals(that.origin)
        && when.equals(that.when)
        && entries.equals(that.entries);
  }

  @Override
  public int hashCode() {
    return Objects.hash(line, origin, when, entries);
  }
}
