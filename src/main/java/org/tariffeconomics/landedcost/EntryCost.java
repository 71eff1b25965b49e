package org.tariffeconomics.landedcost;

import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.MoneyRange;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.basics.Stamp;
import org.tariffeconomics.basics.Texts;
import org.tariffeconomics.landedcost.CostLine.Kind;
import org.tariffeconomics.report.Table;
import org.tariffeconomics.tariff.DutyStack.Outcome;
import org.tariffeconomics.tariff.TariffLaw;

/**
 * What an entry costs: line by line, and in all what is payable to customs and what the goods cost
 * by the time they are in the buyer's hands.
 *
 * <p>Amounts are in the currency of the law. Lines add up to the entry to the last digit. A line
 * that is not known leaves the others their numbers, and every total that it is part of is empty;
 * {@link #reasons()} says why, by line. Where the line is bounded, so is the total: {@link
 * #payableRange()}, {@link #range()}.
 *
 * @since 0.1.0
 */
public final class EntryCost {

  private final CustomsEntry entry;
  private final TariffLaw law;
  private final List<EntryLine> lines;
  private final List<CostLine> fees;
  private final List<CostLine> taxes;

  EntryCost(
      CustomsEntry entry,
      TariffLaw law,
      List<EntryLine> lines,
      List<CostLine> fees,
      List<CostLine> taxes) {
    this.entry = entry;
    this.law = law;
    this.lines = List.copyOf(lines);
    this.fees = List.copyOf(fees);
    this.taxes = List.copyOf(taxes);
  }

  static EntryCost of(CustomsEntry entry, TariffLaw law) {
    return new EntryPricing(entry, law).cost();
  }

  /** An amount that has no more decimals than its currency, or is rounded half up to them. */
  static Money money(BigMoney amount) {
    return amount.toMoney(RoundingMode.HALF_UP);
  }

  static BigMoney sum(CurrencyUnit currency, List<CostLine> costs, Predicate<CostLine> counted) {
    BigMoney sum = BigMoney.zero(currency);
    for (CostLine each : costs) {
      Optional<BigMoney> amount = each.amount();
      if (amount.isPresent() && counted.test(each)) {
        sum = sum.plus(amount.get());
      }
    }
    return sum;
  }

  /** {@return the lines, in the order in which they were stated} */
  public List<EntryLine> lines() {
    return lines;
  }

  /**
   * A line.
   *
   * @param name its name
   * @return the line
   * @throws IllegalArgumentException when there is no such line
   */
  public EntryLine line(String name) {
    Objects.requireNonNull(name, "name");
    return lines.stream()
        .filter(l -> l.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "The entry has no line "
                        + Texts.quoted(name)
                        + "; its lines are "
                        + Texts.shortened(entry.lineNames().toString())));
  }

  /** {@return the fees that the entry pays as a whole} */
  public List<CostLine> fees() {
    return fees;
  }

  /** {@return the import taxes of the entry, creditable ones among them} */
  public List<CostLine> taxes() {
    return taxes;
  }

  /**
   * Whether everything that is payable and the landed cost are known.
   *
   * @return prohibited where a line is; else undetermined where not even bounds of a part are
   *     known; else bounded where a part is; else assessed
   */
  public Outcome outcome() {
    if (lines.stream().anyMatch(l -> l.outcome() == Outcome.PROHIBITED)) {
      return Outcome.PROHIBITED;
    }
    if (payableSpan().isEmpty()) {
      return Outcome.UNDETERMINED;
    }
    boolean known =
        lines.stream().allMatch(l -> l.outcome() == Outcome.ASSESSED)
            && fees.stream().allMatch(f -> f.amount().isPresent())
            && taxes.stream().allMatch(t -> t.amount().isPresent());
    return known ? Outcome.ASSESSED : Outcome.BOUNDED;
  }

  /**
   * Why a part is not known.
   *
   * @return the reasons, each with the line it is of, {@code A2: declare the steel content}
   */
  public List<String> reasons() {
    List<String> reasons = new ArrayList<>();
    for (EntryLine each : lines) {
      each.sheet().reasons().forEach(r -> reasons.add(each.name() + ": " + r));
      each.costs().stream()
          .filter(c -> c.kind() == Kind.DUTY && c.amount().isEmpty())
          .filter(c -> !each.sheet().lines().contains(c))
          .forEach(c -> reasons.add(each.name() + ": " + c.note()));
    }
    fees.stream().filter(f -> f.amount().isEmpty()).forEach(f -> reasons.add(f.note()));
    taxes.stream().filter(t -> t.amount().isEmpty()).forEach(t -> reasons.add(t.note()));
    return reasons.stream().distinct().toList();
  }

  /**
   * The duties of all lines, deposits included.
   *
   * @return the sum of the lines; empty where a line's duty is not known
   */
  public Optional<Money> duty() {
    return lines.stream().allMatch(l -> l.outcome() == Outcome.ASSESSED)
        ? Optional.of(money(sumOfLines(c -> c.kind() == Kind.DUTY)))
        : Optional.empty();
  }

  /**
   * The fees together.
   *
   * @return the sum; empty where one is not known
   */
  public Optional<Money> feeTotal() {
    return sumOf(fees);
  }

  /**
   * The import taxes together, creditable ones included.
   *
   * @return the sum; empty where one is not known
   */
  public Optional<Money> taxTotal() {
    return sumOf(taxes);
  }

  private Optional<Money> sumOf(List<CostLine> costs) {
    return costs.stream().allMatch(c -> c.amount().isPresent())
        ? Optional.of(money(sum(currency(), costs, c -> true)))
        : Optional.empty();
  }

  /**
   * What is payable to customs: duties, deposits, fees and taxes, creditable ones included.
   *
   * @return the sum; empty where a part is not known
   */
  public Optional<Money> payable() {
    return duty().flatMap(d -> feeTotal().flatMap(f -> taxTotal().map(t -> d.plus(f).plus(t))));
  }

  /**
   * What the duties of all lines lie within, deposits included.
   *
   * @return the sum of the lines' ranges, from the duty to itself where it is known; empty where
   *     not even bounds of a line are known
   */
  public Optional<MoneyRange> dutyRange() {
    return dutySpan().map(Span::toMoney);
  }

  private Optional<Span> dutySpan() {
    Span sum = Span.zero(currency());
    for (EntryLine each : lines) {
      Optional<Span> one = each.dutySpan();
      if (one.isEmpty()) {
        return Optional.empty();
      }
      sum = sum.plus(one.get());
    }
    return Optional.of(sum);
  }

  /** {@return what the fees together lie within; empty where not even bounds of one are known} */
  public Optional<MoneyRange> feeRange() {
    return Span.sum(currency(), fees).map(Span::toMoney);
  }

  /**
   * {@return what the import taxes together lie within, creditable ones included; empty where not
   * even bounds of one are known}
   */
  public Optional<MoneyRange> taxRange() {
    return Span.sum(currency(), taxes).map(Span::toMoney);
  }

  /**
   * What is payable to customs at least and at most: duties, deposits, fees and taxes. Lines are
   * added as if nothing tied them together, so that the range is never too narrow.
   *
   * @return from what is payable to itself where it is known; empty where not even bounds of a part
   *     are known, or an import is prohibited
   */
  public Optional<MoneyRange> payableRange() {
    return payableSpan().map(Span::toMoney);
  }

  private Optional<Span> payableSpan() {
    return dutySpan()
        .flatMap(d -> Span.sum(currency(), fees).map(d::plus))
        .flatMap(d -> Span.sum(currency(), taxes).map(d::plus));
  }

  /**
   * What the landed cost of the entry lies within.
   *
   * @return from the total to itself where it is known; empty where not even bounds of a part are
   *     known, or an import is prohibited
   */
  public Optional<MoneyRange> range() {
    List<CostLine> kept = taxes.stream().filter(CostLine::isCost).toList();
    return dutySpan()
        .flatMap(d -> Span.sum(currency(), fees).map(d::plus))
        .flatMap(d -> Span.sum(currency(), kept).map(d::plus))
        .map(d -> d.plus(Span.of(sumOfLines(c -> c.isCost() && isGoodsOrCarriage(c)))).toMoney());
  }

  private static boolean isGoodsOrCarriage(CostLine cost) {
    return cost.kind() != Kind.DUTY && cost.kind() != Kind.FEE && cost.kind() != Kind.TAX;
  }

  /**
   * The landed cost of the entry.
   *
   * @return the sum of all costs without creditable taxes, rounded half up to the smallest unit of
   *     its currency; empty unless {@link Outcome#ASSESSED}
   */
  public Optional<Money> total() {
    return exactTotal().map(EntryCost::money);
  }

  Optional<BigMoney> exactTotal() {
    return outcome() == Outcome.ASSESSED
        ? Optional.of(sumOfLines(CostLine::isCost))
        : Optional.empty();
  }

  private BigMoney sumOfLines(Predicate<CostLine> counted) {
    BigMoney sum = BigMoney.zero(currency());
    for (EntryLine each : lines) {
      sum = sum.plus(sum(currency(), each.costs(), counted));
    }
    return sum;
  }

  /**
   * The duties over the customs values.
   *
   * @return the rate to 34 digits; empty where a duty or a value is not known, or the value is zero
   */
  public Optional<Rate> effectiveRate() {
    return duty()
        .flatMap(d -> customsValue().flatMap(v -> CostAmounts.ratio(d.toBigMoney(), v)))
        .map(Rate::fraction);
  }

  /**
   * The customs value of the entry.
   *
   * @return the sum of the lines; empty where one is not known
   */
  public Optional<BigMoney> customsValue() {
    List<Optional<BigMoney>> values = lines.stream().map(l -> l.customsValue().value()).toList();
    return values.stream().allMatch(Optional::isPresent)
        ? Optional.of(
            CostAmounts.sum(currency(), values.stream().flatMap(Optional::stream).toList()))
        : Optional.empty();
  }

  /** {@return the entry as it was stated} */
  public CustomsEntry entry() {
    return entry;
  }

  /** {@return the law that the entry was priced under} */
  public TariffLaw law() {
    return law;
  }

  /** {@return the day of entry} */
  public LocalDate day() {
    return law.day();
  }

  /** {@return the currency of all amounts} */
  public CurrencyUnit currency() {
    return law.book().currency();
  }

  /** {@return the stamp: that of the law, with what was declared, shared out and not counted} */
  public Stamp stamp() {
    return EntryStamp.of(this);
  }

  /**
   * {@return the entry as a table: a row for each line with its value, duty, fees, taxes and landed
   * cost, the total, and the stamp}
   */
  public Table table() {
    return EntryTable.of(this);
  }

  /** {@return the cost as a plain record to store with an order, and to replay later} */
  public EntryRecord toRecord() {
    return EntryRecord.of(this);
  }

  /**
   * The entry as it is filed in the United States: which duty stands on which line of the tariff.
   *
   * @return the rows in the order of filing
   * @throws IllegalArgumentException when the entry is one of another territory
   */
  public FiledEntry filed() {
    return FiledEntry.of(this, FiledEntry.Replacement.ON_CHAPTER_99);
  }

  /** Two costs are equal when the same entry comes to the same under the law of the same day. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof EntryCost that && key().equals(that.key());
  }

  private List<Object> key() {
    return List.of(entry, day(), law.knownOn(), currency(), lines, fees, taxes);
  }

  @Override
  public int hashCode() {
    return key().hashCode();
  }

  /** The day, the number of lines and what is payable. */
  @Override
  public String toString() {
    return entry
        + " on "
        + day()
        + ": "
        + CostAmounts.because(
            payable()
                .map(p -> "payable " + p)
                .or(() -> payableRange().map(range -> "payable " + range))
                .orElseGet(() -> outcome().name().toLowerCase(Locale.ROOT)),
            reasons());
  }
}
