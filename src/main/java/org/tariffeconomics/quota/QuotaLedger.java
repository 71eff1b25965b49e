package org.tariffeconomics.quota;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.DayText;
import org.tariffeconomics.basics.Quantity;
import org.tariffeconomics.basics.Unit;
import org.tariffeconomics.report.Cell;
import org.tariffeconomics.report.Table;

/**
 * The life of a tariff-rate quota: the entries of each day, what each got of the volume, and the
 * state of the quota on any day.
 *
 * <p>Entries are served by their day. Those of the day on which the quota fills share what is left
 * in proportion to their quantities (Regulation (EU) 2015/2447, Article 51; UK practice; US 19 CFR
 * 132.12 for an opening). Entries of suspended days get nothing; those of blocked days are served
 * in the order of their days too, but the state of such a day is {@link State#BLOCKED} and an entry
 * on it left open. Volume that is added or transferred counts before the entries of its day, so
 * that an exhausted quota reopens. Quantities are in the unit of the volume.
 *
 * @since 0.1.0
 */
public final class QuotaLedger {

  /** To 34 digits, and never so that all shares of a day are more than what is left. */
  private static final MathContext ROUNDED_DOWN = new MathContext(34, RoundingMode.DOWN);

  /** The state of a quota on a day. */
  public enum State {
    /** The period has not begun. */
    NOT_OPEN,
    /** There is volume left. */
    OPEN,
    /** There is volume left, but so little that customs demand security. */
    CRITICAL,
    /** Requests are taken, but not decided. */
    BLOCKED,
    /** Nothing can be drawn. */
    SUSPENDED,
    /** Nothing is left. */
    EXHAUSTED,
    /** The period is over. */
    CLOSED
  }

  /**
   * An entry that asks for the quota.
   *
   * @param id the entry's name, unique in a ledger
   * @param day the day it counts from
   * @param quantity how much it asks for, in any unit that converts to the quota's
   */
  public record Entry(String id, LocalDate day, Quantity quantity) {

    /**
     * Refuses nulls.
     *
     * @param id the entry's name, unique in a ledger
     * @param day the day it counts from
     * @param quantity how much it asks for, in any unit that converts to the quota's
     */
    public Entry {
      Objects.requireNonNull(id, "id");
      Objects.requireNonNull(day, "day");
      Objects.requireNonNull(quantity, "quantity");
    }

    /** Id, day and quantity. */
    @Override
    public String toString() {
      return id + " on " + day + ": " + quantity;
    }
  }

  /** A change of the volume by an amount in its unit, which may be negative. */
  private record Transfer(LocalDate day, BigDecimal amount) {}

  private final QuotaTerms terms;
  private final List<Entry> entries;
  private final List<Transfer> transfers;

  /** What each entry got, in the unit of the volume. */
  private final NavigableMap<String, BigDecimal> allotted = new TreeMap<>();

  /** What is left at the end of each day on which something happened. */
  private final NavigableMap<LocalDate, BigDecimal> balances = new TreeMap<>();

  private QuotaLedger(QuotaTerms terms, List<Entry> entries, List<Transfer> transfers) {
    this.terms = terms;
    this.entries = List.copyOf(entries);
    this.transfers = List.copyOf(transfers);
    serve();
  }

  /**
   * A quota of which nothing is used.
   *
   * @param terms its terms
   * @return the ledger
   */
  public static QuotaLedger of(QuotaTerms terms) {
    Objects.requireNonNull(terms, "terms");
    return new QuotaLedger(terms, List.of(), List.of());
  }

  /**
   * The same ledger with one more entry; the order in which entries are added does not matter.
   *
   * @param id the entry's name
   * @param day the day it counts from, ISO 8601
   * @param quantity how much it asks for
   * @return a new ledger
   * @throws IllegalArgumentException when the id stands already, the day is outside the period, or
   *     the quantity is of another dimension
   */
  public QuotaLedger with(String id, String day, Quantity quantity) {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(quantity, "quantity");
    Entry entry = new Entry(id, DayText.parse("day", day), quantity.in(terms.volume().unit()));
    if (!terms.period().contains(entry.day())) {
      throw new IllegalArgumentException(
          "The entry must be within " + terms.period() + ", but was " + entry);
    }
    if (entries.stream().anyMatch(each -> each.id().equals(id))) {
      throw new IllegalArgumentException("The entry '" + id + "' stands already in " + this);
    }
    List<Entry> more = new ArrayList<>(entries);
    more.add(entry);
    return new QuotaLedger(terms, more, transfers);
  }

  /**
   * The same ledger with more volume from a day on: a reopening or a transfer into the quota.
   *
   * @param day the day from which it counts, ISO 8601
   * @param more the volume that is added
   * @return a new ledger
   * @throws IllegalArgumentException when it is of another dimension or the day is not within the
   *     period
   */
  public QuotaLedger withVolumeAdded(String day, Quantity more) {
    Objects.requireNonNull(more, "more");
    return withTransfer(DayText.parse("day", day), more.in(terms.volume().unit()).amount());
  }

  /**
   * The same ledger with less volume from a day on: a transfer out of the quota.
   *
   * @param day the day from which it counts, ISO 8601
   * @param less the volume that is taken away
   * @return a new ledger
   * @throws IllegalArgumentException when it is of another dimension, the day is not within the
   *     period, or less is left
   */
  public QuotaLedger withVolumeTaken(String day, Quantity less) {
    Objects.requireNonNull(less, "less");
    return withTransfer(
        DayText.parse("day", day), less.in(terms.volume().unit()).amount().negate());
  }

  private QuotaLedger withTransfer(LocalDate day, BigDecimal amount) {
    if (!terms.period().contains(day)) {
      throw new IllegalArgumentException(
          "A transfer must be within " + terms.period() + ", but was on " + day);
    }
    List<Transfer> more = new ArrayList<>(transfers);
    more.add(new Transfer(day, amount));
    return new QuotaLedger(terms, entries, more);
  }

  private void serve() {
    BigDecimal left = terms.volume().amount();
    for (LocalDate day : days()) {
      left = left.add(transferred(day));
      if (left.signum() < 0) {
        throw new IllegalArgumentException(
            "More is taken from the quota '" + terms.name() + "' than is left on " + day);
      }
      left = left.subtract(serve(day, left));
      balances.put(day, left);
    }
  }

  private NavigableSet<LocalDate> days() {
    NavigableSet<LocalDate> days = new TreeSet<>();
    entries.forEach(each -> days.add(each.day()));
    transfers.forEach(each -> days.add(each.day()));
    return days;
  }

  private BigDecimal transferred(LocalDate day) {
    return transfers.stream()
        .filter(each -> each.day().equals(day))
        .map(Transfer::amount)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** Serves the entries of a day out of what is left; answers how much they got. */
  private BigDecimal serve(LocalDate day, BigDecimal left) {
    List<Entry> today = entries.stream().filter(each -> each.day().equals(day)).toList();
    BigDecimal asked =
        today.stream()
            .map(each -> each.quantity().amount())
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    if (terms.isSuspended(day)) {
      today.forEach(each -> allotted.put(each.id(), BigDecimal.ZERO));
      return BigDecimal.ZERO;
    }
    if (asked.compareTo(left) <= 0) {
      today.forEach(each -> allotted.put(each.id(), each.quantity().amount()));
      return asked;
    }
    today.forEach(each -> allotted.put(each.id(), prorated(each, left, asked)));
    return left;
  }

  private static BigDecimal prorated(Entry entry, BigDecimal left, BigDecimal asked) {
    return entry.quantity().amount().multiply(left).divide(asked, ROUNDED_DOWN);
  }

  /** {@return the terms of the quota} */
  public QuotaTerms terms() {
    return terms;
  }

  /**
   * What is left at the end of a day.
   *
   * @param day the day
   * @return the volume, its transfers up to the day, less what the entries up to the day got
   */
  public Quantity balance(LocalDate day) {
    Objects.requireNonNull(day, "day");
    return quantity(left(balances.floorEntry(day)));
  }

  private BigDecimal left(Map.@Nullable Entry<LocalDate, BigDecimal> state) {
    return state == null ? terms.volume().amount() : state.getValue();
  }

  private Quantity quantity(BigDecimal amount) {
    Unit unit = terms.volume().unit();
    return new Quantity(amount, unit);
  }

  /**
   * The volume of a day: that of the opening and all transfers up to the day.
   *
   * @param day the day
   * @return the volume
   */
  public Quantity volume(LocalDate day) {
    Objects.requireNonNull(day, "day");
    BigDecimal volume = terms.volume().amount();
    for (Transfer each : transfers) {
      volume = each.day().isAfter(day) ? volume : volume.add(each.amount());
    }
    return quantity(volume);
  }

  /**
   * The quota as it stands at the end of a day.
   *
   * @param day the day
   * @return volume and what is used of it
   */
  public TariffQuota on(LocalDate day) {
    Objects.requireNonNull(day, "day");
    Quantity volume = volume(day);
    BigDecimal used = volume.amount().subtract(balance(day).amount());
    return new TariffQuota(terms.name(), volume, quantity(used));
  }

  /**
   * The state at the end of a day.
   *
   * @param day the day
   * @return the state; suspension and blocking go before what is left
   */
  public State state(LocalDate day) {
    Objects.requireNonNull(day, "day");
    if (day.isBefore(terms.period().getStart())) {
      return State.NOT_OPEN;
    }
    if (!terms.period().contains(day)) {
      return State.CLOSED;
    }
    if (terms.isSuspended(day)) {
      return State.SUSPENDED;
    }
    if (terms.isBlocked(day)) {
      return State.BLOCKED;
    }
    if (balance(day).amount().signum() == 0) {
      return State.EXHAUSTED;
    }
    return isCritical(day) ? State.CRITICAL : State.OPEN;
  }

  /**
   * Whether so much is used at the end of a day that customs demand security for what comes next.
   *
   * @param day the day
   * @return whether the fill has reached the critical share; false where there is none
   */
  public boolean isCritical(LocalDate day) {
    Objects.requireNonNull(day, "day");
    return terms.critical().map(share -> on(day).fillRate().compareTo(share) >= 0).orElse(false);
  }

  /**
   * The day on which the quota is used up for the last time.
   *
   * @return the first day of the exhaustion that lasts; empty while something is left
   */
  public Optional<LocalDate> exhaustedOn() {
    LocalDate since = null;
    for (var each : balances.entrySet()) {
      boolean empty = each.getValue().signum() == 0;
      since = empty ? (since == null ? each.getKey() : since) : null;
    }
    return Optional.ofNullable(since);
  }

  /**
   * What an entry got.
   *
   * @param id the entry's name
   * @return the quantities within and above the quota
   * @throws IllegalArgumentException when there is no such entry
   */
  public TariffQuota.Split split(String id) {
    Objects.requireNonNull(id, "id");
    BigDecimal inside = allotted.get(id);
    if (inside == null) {
      throw new IllegalArgumentException("There is no entry '" + id + "' in " + this);
    }
    Quantity asked =
        entries.stream().filter(e -> e.id().equals(id)).findFirst().orElseThrow().quantity();
    return new TariffQuota.Split(quantity(inside), quantity(asked.amount().subtract(inside)));
  }

  /**
   * Where an entry of this ledger stands.
   *
   * @param id the entry's name
   * @return its position, for {@link QuotaDuty}
   * @throws IllegalArgumentException when there is no such entry
   */
  public QuotaPosition position(String id) {
    Objects.requireNonNull(id, "id");
    TariffQuota.Split split = split(id);
    LocalDate day = entries.stream().filter(e -> e.id().equals(id)).findFirst().orElseThrow().day();
    if (terms.isBlocked(day)) {
      return QuotaPosition.unknown(terms.name(), "the quota is blocked on " + day);
    }
    QuotaPosition position =
        QuotaPosition.of(terms.name(), split, state(day) + " at the end of " + day);
    boolean licensed = terms.allocation() == QuotaTerms.Allocation.LICENSED;
    QuotaPosition owned = licensed ? position.withLicence() : position;
    return isCritical(day.minusDays(1)) ? owned.withSecurity() : owned;
  }

  /**
   * {@return the entries and what became of them: one row per entry by day and id: entry, day,
   * asked, within, above, left after the day}
   */
  public Table table() {
    List<Entry> ordered = new ArrayList<>(entries);
    ordered.sort(Comparator.comparing(Entry::day).thenComparing(Entry::id));
    List<List<Cell>> rows = new ArrayList<>();
    for (Entry each : ordered) {
      TariffQuota.Split split = split(each.id());
      rows.add(
          List.of(
              Cell.text(each.id()),
              Cell.date(each.day()),
              cell(each.quantity()),
              cell(split.inside()),
              cell(split.outside()),
              cell(balance(each.day())),
              Cell.text(state(each.day()).name())));
    }
    return Table.of(
        toString(), List.of("entry", "day", "asked", "within", "above", "left", "state"), rows);
  }

  private static Cell cell(Quantity quantity) {
    return Cell.number(quantity.amount(), 3, quantity.unit().code());
  }

  /** The quota and how many entries it has. */
  @Override
  public String toString() {
    return "quota " + terms + ", " + entries.size() + " entries";
  }

  /** Two are equal when their contents are. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof QuotaLedger that
        && terms.equals(that.terms)
        && entries.equals(that.entries)
        && transfers.equals(that.transfers);
  }

  @Override
  public int hashCode() {
    return Objects.hash(terms, entries, transfers);
  }
}
