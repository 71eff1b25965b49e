package org.tariffeconomics.landedcost;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.joda.money.BigMoney;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.landedcost.CostLine.Kind;
import org.tariffeconomics.report.Cell;
import org.tariffeconomics.report.Table;
import org.threeten.extra.LocalDateRange;

/**
 * The fees that a territory charges at import, with their terms from year to year.
 *
 * <p>Several fees of one name are one fee whose terms change. On a day for which the terms of a fee
 * are not known, the fee is undetermined and never zero.
 *
 * @since 0.1.0
 */
public final class FeeSchedule {

  private static final FeeSchedule NONE = new FeeSchedule(List.of());

  private final List<Fee> fees;
  private final List<String> names;

  private FeeSchedule(List<Fee> fees) {
    this.fees = fees;
    this.names = fees.stream().map(Fee::name).distinct().toList();
  }

  /**
   * No fees.
   *
   * @return the empty schedule
   */
  public static FeeSchedule none() {
    return NONE;
  }

  /**
   * A schedule of fees.
   *
   * @param fees the fees, in the order in which they are to stand in a cost
   * @return the schedule
   * @throws IllegalArgumentException when two fees of one name are in force on one day
   */
  public static FeeSchedule of(Fee... fees) {
    Objects.requireNonNull(fees, "fees");
    return NONE.with(fees);
  }

  /**
   * The merchandise processing fee and the harbor maintenance fee of the United States, as far as
   * their terms are known here: fiscal years 2018, 2021 and 2024 to 2027 (1 October 2023 to 30
   * September 2027). Fees of a formal entry; informal entries pay another MPF.
   *
   * @return the schedule
   */
  public static FeeSchedule us() {
    return UsFees.SCHEDULE;
  }

  /**
   * The fees of an informal entry of the United States, of goods worth at most USD 2,500 in all: a
   * fixed MPF per entry and the harbor maintenance fee, as far as the terms are known here: fiscal
   * years 2026 and 2027. The MPF is that of an entry that is filed electronically.
   *
   * @return the schedule
   */
  public static FeeSchedule usInformal() {
    return UsFees.INFORMAL;
  }

  /**
   * The same schedule with the last known terms of every fee kept from the day on which they end,
   * until further notice: a stated assumption, which results name.
   *
   * @return a new schedule; the same where no terms end
   */
  public FeeSchedule assumingLastTerms() {
    List<Fee> all = new ArrayList<>(fees);
    for (String name : names()) {
      fees.stream()
          .filter(f -> f.name().equals(name))
          .max(Comparator.comparing(f -> f.inForce().getEnd()))
          .filter(f -> !f.inForce().isUnboundedEnd())
          .ifPresent(f -> all.add(f.assumedFrom(f.inForce().getEnd())));
    }
    return new FeeSchedule(List.copyOf(all));
  }

  /**
   * The same schedule with more fees.
   *
   * @param more the fees
   * @return a new schedule
   * @throws IllegalArgumentException when two fees of one name are in force on one day
   */
  public FeeSchedule with(Fee... more) {
    Objects.requireNonNull(more, "more");
    List<Fee> all = new ArrayList<>(fees);
    for (Fee each : Arrays.asList(more)) {
      Objects.requireNonNull(each, "fee");
      all.forEach(other -> refuseOverlap(other, each));
      all.add(each);
    }
    return new FeeSchedule(List.copyOf(all));
  }

  /** The same schedule with fees taken to be due, or not, on goods of which that is open. */
  FeeSchedule taken(Map<String, Boolean> due) {
    return new FeeSchedule(
        fees.stream()
            .map(fee -> due.containsKey(fee.name()) ? fee.taken(due.get(fee.name())) : fee)
            .toList());
  }

  private static void refuseOverlap(Fee one, Fee other) {
    if (one.name().equals(other.name()) && one.inForce().overlaps(other.inForce())) {
      throw new IllegalArgumentException(
          "Overlapping fees: "
              + one
              + " "
              + one.inForce()
              + " overlaps "
              + other
              + " "
              + other.inForce());
    }
  }

  /**
   * The terms of a fee on a day.
   *
   * @param name the fee's name
   * @param day the day
   * @return the fee, empty where its terms on that day are not known
   */
  public Optional<Fee> on(String name, LocalDate day) {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(day, "day");
    return fees.stream()
        .filter(f -> f.name().equals(name) && f.inForce().contains(day))
        .findFirst();
  }

  /** {@return all fees with all their terms} */
  public List<Fee> fees() {
    return fees;
  }

  /** The names of the fees, each once. */
  List<String> names() {
    return names;
  }

  /** The fee of each name that counts for a day, or why there is none to tell. */
  Optional<Fee> find(String name, @Nullable LocalDate day) {
    return day == null
        ? fees.stream()
            .filter(
                f ->
                    f.name().equals(name)
                        && f.inForce().isUnboundedStart()
                        && f.inForce().isUnboundedEnd())
            .findFirst()
        : on(name, day);
  }

  String unknown(String name, @Nullable LocalDate day) {
    return day == null
        ? "the terms of " + name + " depend on the day: state one with StatedDuty.withDay"
        : "the terms of " + name + " on " + day + " are not known: add a Fee to the schedule";
  }

  /**
   * What fees are charged on.
   *
   * @param customsValue the value
   * @param shipment the goods
   * @param day the day of entry, null where none is stated
   * @param preferences the preferences that the goods are entered under
   * @param rounding how fees become money
   */
  record Entry(
      BigMoney customsValue,
      Shipment shipment,
      @Nullable LocalDate day,
      PreferenceUse preferences,
      MoneyRounding rounding) {}

  /** One line for each fee. */
  List<CostLine> lines(Entry entry) {
    List<CostLine> lines = new ArrayList<>();
    for (String name : names()) {
      lines.add(
          find(name, entry.day())
              .map(fee -> fee.line(entry))
              .orElseGet(() -> CostLine.unknown(Kind.FEE, name, unknown(name, entry.day()))));
    }
    return lines;
  }

  /** The terms that count for a day and were only read in a secondary source. */
  List<String> doubts(@Nullable LocalDate day) {
    return names().stream()
        .flatMap(name -> find(name, day).stream())
        .filter(f -> !f.source().verification().isFact())
        .map(f -> f.name() + " from " + f.source())
        .toList();
  }

  /** The customs values of a day at which a fee begins or ceases to be a share of the value. */
  List<BigMoney> knots(@Nullable LocalDate day) {
    List<BigMoney> knots = new ArrayList<>();
    for (String name : names()) {
      find(name, day)
          .flatMap(f -> f.rate().filter(r -> !r.isZero()).map(r -> limits(f, r.fraction())))
          .ifPresent(knots::addAll);
    }
    return knots;
  }

  private static List<BigMoney> limits(Fee fee, BigDecimal rate) {
    return Stream.of(fee.minimum(), fee.maximum())
        .flatMap(Optional::stream)
        .map(
            m ->
                BigMoney.of(m.getCurrencyUnit(), m.getAmount().divide(rate, CostAmounts.PRECISION)))
        .toList();
  }

  /** {@return all terms as a table: a row for each fee and period} */
  public Table table() {
    List<List<Cell>> rows =
        fees.stream()
            .map(
                f ->
                    List.of(
                        Cell.text(f.name()),
                        Cell.text(days(f.inForce())),
                        Cell.text(f.terms()),
                        Cell.text(f.source().toString())))
            .toList();
    return Table.of("Import fees", List.of("fee", "in force", "terms", "source"), rows);
  }

  private static String days(LocalDateRange range) {
    String first = range.isUnboundedStart() ? "" : "from " + range.getStart() + " ";
    return first + (range.isUnboundedEnd() ? "" : "before " + range.getEnd());
  }

  /** Two schedules are equal when they have the same fees in the same order. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof FeeSchedule that && fees.equals(that.fees);
  }

  @Override
  public int hashCode() {
    return fees.hashCode();
  }

  /** The names of the fees. */
  @Override
  public String toString() {
    return fees.isEmpty() ? "no fees" : String.join(", ", names());
  }
}
