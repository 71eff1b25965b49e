package org.tariffeconomics.landedcost;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.joda.money.BigMoney;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.MoneyRange;
import org.tariffeconomics.landedcost.CostLine.Kind;
import org.tariffeconomics.tariff.Assessment;
import org.tariffeconomics.tariff.DutyStack.Outcome;

/**
 * What one line of an entry costs: its own goods, carriage and duties, and its part of what the
 * entry pays as a whole.
 *
 * <p>Amounts are in the currency of the law. What is not known has no amount: the totals are then
 * empty and {@link #reasons()} says what is missing; where it is bounded, so are they.
 *
 * @since 0.1.0
 */
public final class EntryLine {

  private final EntryItem item;
  private final Shipment goods;
  private final CostSheet sheet;
  private final List<CostLine> costs;

  /** The duties of the law in each way that what is left open may turn out; none where unknown. */
  private final List<List<CostLine>> duties;

  private EntryLine(
      EntryItem item,
      Shipment goods,
      CostSheet sheet,
      List<CostLine> costs,
      List<List<CostLine>> duties) {
    this.item = item;
    this.goods = goods;
    this.sheet = sheet;
    this.costs = List.copyOf(costs);
    this.duties = duties;
  }

  /** The line with its duties, before what the entry pays as a whole. */
  static EntryLine of(
      EntryItem item, Shipment goods, LandedCostCalculator terms, DutySource source) {
    CostSheet sheet = CostSheet.of(terms.withoutFeesAndTaxes(), goods, source);
    List<CostLine> costs = new ArrayList<>(sheet.lines());
    List<CostLine> deposits =
        item.deposits().stream().map(d -> deposit(d, sheet, goods, source)).toList();
    costs.addAll(afterDuties(costs), deposits);
    return new EntryLine(item, goods, sheet, costs, duties(sheet, goods, source));
  }

  private static List<List<CostLine>> duties(CostSheet sheet, Shipment goods, DutySource source) {
    Optional<BigMoney> value = sheet.customsValue().value();
    boolean told = sheet.assessment().filter(a -> a.stack().isRangeExact()).isPresent();
    if (sheet.outcome() != Outcome.BOUNDED || !told || value.isEmpty()) {
      return List.of();
    }
    List<List<CostLine>> duties = new ArrayList<>();
    for (DutySource each : source.cases()) {
      DutySource.Charged charged = each.charge(value.get(), goods);
      if (charged.outcome() == Outcome.ASSESSED) {
        duties.add(charged.lines());
      } else if (charged.outcome() != Outcome.PROHIBITED) {
        return List.of();
      }
    }
    return List.copyOf(duties);
  }

  /** The costs in each way that the duty may turn out; as they are where no ways are known. */
  List<List<CostLine>> ways() {
    return duties.isEmpty() ? List.of(costs) : duties.stream().map(this::withDuties).toList();
  }

  private List<CostLine> withDuties(List<CostLine> other) {
    List<CostLine> way = new ArrayList<>(costs);
    way.removeIf(c -> c.kind() == Kind.DUTY && sheet.lines().contains(c));
    way.addAll(other);
    return way;
  }

  private static CostLine deposit(
      Deposit deposit, CostSheet sheet, Shipment goods, DutySource source) {
    return sheet
        .customsValue()
        .value()
        .map(value -> deposit.on(value, goods, source.rounding()))
        .orElseGet(
            () -> CostLine.unknown(Kind.DUTY, deposit.name(), "the customs value is not known"));
  }

  private static int afterDuties(List<CostLine> costs) {
    int at = 0;
    for (int i = 0; i < costs.size(); i++) {
      if (costs.get(i).kind().compareTo(Kind.DUTY) <= 0) {
        at = i + 1;
      }
    }
    return at;
  }

  /** The same line with its part of a fee or tax of the entry. */
  EntryLine with(CostLine part) {
    List<CostLine> more = new ArrayList<>(costs);
    more.add(part);
    return new EntryLine(item, goods, sheet, more, duties);
  }

  /** {@return what the line is called} */
  public String name() {
    return item.name();
  }

  /** {@return the goods with their part of what the entry shares out} */
  public Shipment goods() {
    return goods;
  }

  EntryItem item() {
    return item;
  }

  CostSheet sheet() {
    return sheet;
  }

  /** {@return the value that duty is charged on, with its build-up} */
  public CustomsValue customsValue() {
    return sheet.customsValue();
  }

  /** {@return the provision of chapter 98 that the goods are entered under; empty for none} */
  public Optional<SpecialProvision> provision() {
    return Optional.ofNullable(item.provision());
  }

  /**
   * The assessments of the duty, without deposits: of the part within and the part above where a
   * quota takes a part of the goods; of the whole value where a provision of chapter 98 leaves only
   * a part of it dutiable.
   *
   * @return the assessments; none where there is no customs value or the goods are free
   */
  public List<Assessment> assessments() {
    return sheet.assessments();
  }

  /**
   * The assessment of the duty, layer by layer, without deposits.
   *
   * @return the assessment; empty where there is no customs value, a quota takes a part of the
   *     goods or only a part of the value is dutiable: {@link #assessments()}
   */
  public Optional<Assessment> assessment() {
    return sheet.assessment();
  }

  /**
   * {@return the costs of the line in the order in which they arise: goods, carriage, duties,
   * deposits, then its part of the fees and taxes of the entry, creditable ones among them}
   */
  public List<CostLine> costs() {
    return costs;
  }

  /**
   * Whether the duty of the line is known, deposits included.
   *
   * @return assessed, bounded, undetermined or prohibited
   */
  public Outcome outcome() {
    if (sheet.outcome() == Outcome.PROHIBITED || sheet.outcome() == Outcome.UNDETERMINED) {
      return sheet.outcome();
    }
    if (dutySpan().isEmpty()) {
      return Outcome.UNDETERMINED;
    }
    return sheet.outcome();
  }

  /** The duty with deposits, before any rounding; empty where not even bounds are known. */
  Optional<Span> dutySpan() {
    boolean told = sheet.outcome() == Outcome.ASSESSED || sheet.outcome() == Outcome.BOUNDED;
    return told
        ? Span.sum(sheet.currency(), costs.stream().filter(c -> c.kind() == Kind.DUTY).toList())
        : Optional.empty();
  }

  /**
   * Why a part of the line is not known.
   *
   * @return the reasons, those of its part of fees and taxes included
   */
  public List<String> reasons() {
    List<String> reasons = new ArrayList<>(sheet.reasons());
    costs.stream()
        .filter(c -> c.amount().isEmpty() && !isDutyOfLaw(c))
        .map(CostLine::note)
        .forEach(reasons::add);
    return reasons.stream().distinct().toList();
  }

  /** What the law does not tell of the duty stands among the reasons of the sheet. */
  private boolean isDutyOfLaw(CostLine cost) {
    return sheet.lines().contains(cost);
  }

  private boolean isKnown(Kind kind) {
    return costs.stream().filter(c -> c.kind() == kind).allMatch(c -> c.amount().isPresent());
  }

  /**
   * The duty of the line, deposits included.
   *
   * @return the sum; empty unless {@link Outcome#ASSESSED}
   */
  public Optional<Money> duty() {
    return outcome() == Outcome.ASSESSED ? sum(Kind.DUTY).map(EntryCost::money) : Optional.empty();
  }

  /**
   * What the duty of the line lies within, deposits included.
   *
   * @return from the duty to itself where it is known; empty where it is undetermined or the import
   *     prohibited
   */
  public Optional<MoneyRange> dutyRange() {
    return dutySpan().map(Span::toMoney);
  }

  /**
   * The costs of one kind together.
   *
   * @param kind the kind
   * @return their sum, zero where there are none; empty where one of them is not known
   */
  public Optional<BigMoney> amount(Kind kind) {
    Objects.requireNonNull(kind, "kind");
    return kind == Kind.DUTY && outcome() != Outcome.ASSESSED ? Optional.empty() : sum(kind);
  }

  private Optional<BigMoney> sum(Kind kind) {
    return isKnown(kind)
        ? Optional.of(EntryCost.sum(sheet.currency(), costs, c -> c.kind() == kind))
        : Optional.empty();
  }

  /**
   * What the line costs by the time it is in the buyer's hands.
   *
   * @return the sum of its costs without creditable taxes, exact; empty where a part is not known
   */
  public Optional<BigMoney> total() {
    boolean known =
        outcome() == Outcome.ASSESSED
            && costs.stream().filter(CostLine::isCost).allMatch(c -> c.amount().isPresent());
    return known
        ? Optional.of(EntryCost.sum(sheet.currency(), costs, CostLine::isCost))
        : Optional.empty();
  }

  /**
   * What the costs of one kind together lie within.
   *
   * @param kind the kind
   * @return from their sum to itself where it is known; empty where not even bounds of one of them
   *     are known
   */
  public Optional<MoneyRange> range(Kind kind) {
    Objects.requireNonNull(kind, "kind");
    return kind == Kind.DUTY
        ? dutyRange()
        : Span.sum(sheet.currency(), costs.stream().filter(c -> c.kind() == kind).toList())
            .map(Span::toMoney);
  }

  /**
   * What the line costs at least and at most by the time it is in the buyer's hands.
   *
   * @return from the total to itself where it is known; empty where not even bounds are
   */
  public Optional<MoneyRange> range() {
    return dutySpan()
        .flatMap(
            duty -> Span.sum(sheet.currency(), costs.stream().filter(CostLine::isCost).toList()))
        .map(Span::toMoney);
  }

  /** Two lines are equal when they are stated alike and cost the same. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof EntryLine that
        && item.equals(that.item)
        && goods.equals(that.goods)
        && costs.equals(that.costs)
        && reasons().equals(that.reasons());
  }

  @Override
  public int hashCode() {
    return item.hashCode();
  }

  /** The name, the goods and the duty. */
  @Override
  public String toString() {
    return name()
        + ": "
        + goods.line()
        + " from "
        + goods.origin()
        + ", duty "
        + duty()
            .map(Money::toString)
            .or(() -> dutyRange().map(MoneyRange::toString))
            .orElse("unknown");
  }
}
