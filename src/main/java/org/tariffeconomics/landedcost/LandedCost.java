package org.tariffeconomics.landedcost;

import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.joda.money.BigMoney;
import org.joda.money.BigMoneyProvider;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.ClaimCheck;
import org.tariffeconomics.basics.MoneyRange;
import org.tariffeconomics.basics.Quantity;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.basics.Stamp;
import org.tariffeconomics.basics.Unit;
import org.tariffeconomics.landedcost.CostLine.Kind;
import org.tariffeconomics.landedcost.Territory.ImportTaxation;
import org.tariffeconomics.report.Chart;
import org.tariffeconomics.report.Table;
import org.tariffeconomics.tariff.Assessment;
import org.tariffeconomics.tariff.DutyStack;
import org.tariffeconomics.tariff.DutyStack.Outcome;
import org.tariffeconomics.tariff.TariffLaw;

/**
 * What a shipment costs by the time it is in the buyer's hands: a waterfall of named lines that
 * adds up to the total to the last digit, or an explicit outcome where a part is not known or the
 * import is prohibited.
 *
 * <p>Amounts are for the whole shipment, in the currency of the law (of the price, where the duty
 * is stated). Creditable taxes are shown and are no part of the total. What is not known is never
 * counted as zero: the total is then empty and {@link #reasons()} says what is missing.
 *
 * @since 0.1.0
 */
public final class LandedCost {

  /** Up to so many open fees every way that they may turn out is looked at. */
  private static final int MOST_FEES = 6;

  private final LandedCostCalculator terms;
  private final Shipment shipment;
  private final DutySource source;
  private final CostSheet sheet;
  private final List<CostLine> lines;
  private final List<String> moreReasons;

  /** The range, or none; found when first asked for, and whoever finds it twice is right. */
  private volatile @Nullable List<MoneyRange> range;

  private LandedCost(
      LandedCostCalculator terms,
      Shipment shipment,
      DutySource source,
      CostSheet sheet,
      List<CostLine> lines,
      List<String> moreReasons) {
    this.terms = terms;
    this.shipment = shipment;
    this.source = source;
    this.sheet = sheet;
    this.lines = List.copyOf(lines);
    this.moreReasons = List.copyOf(moreReasons);
  }

  static LandedCost of(
      LandedCostCalculator terms,
      Shipment shipment,
      DutySource source,
      CostSheet sheet,
      List<CostLine> lines,
      List<String> moreReasons) {
    return new LandedCost(terms, shipment, source, sheet, lines, moreReasons);
  }

  /**
   * The landed cost of a shipment in the territory of the law, with its bundled fees and no import
   * taxes.
   *
   * @param shipment the goods
   * @param law the law of the day
   * @return the cost
   * @throws IllegalArgumentException when the territory's basis of valuation is not known, or
   *     amounts are in several currencies and no exchange rate is stated
   */
  public static LandedCost of(Shipment shipment, TariffLaw law) {
    Objects.requireNonNull(shipment, "shipment");
    Objects.requireNonNull(law, "law");
    return LandedCostCalculator.of(law.book().territory()).price(shipment, law);
  }

  /**
   * Whether the cost is known.
   *
   * @return assessed, bounded, undetermined or prohibited
   */
  public Outcome outcome() {
    boolean told = sheet.outcome() == Outcome.ASSESSED || sheet.outcome() == Outcome.BOUNDED;
    if (told && !moreReasons.isEmpty()) {
      return Outcome.UNDETERMINED;
    }
    return sheet.outcome() == Outcome.BOUNDED && range().isEmpty()
        ? Outcome.UNDETERMINED
        : sheet.outcome();
  }

  /**
   * What the landed cost in money lies within: where the duty is bounded, or a fee may be due or
   * not, the least and the most that the goods cost in all the ways that they may turn out, those
   * that are prohibited left out.
   *
   * @return from the cost to the cost where it is known; empty where it is undetermined or
   *     prohibited
   */
  public Optional<MoneyRange> range() {
    if (sheet.outcome() != Outcome.BOUNDED || !moreReasons.isEmpty()) {
      return payable().map(MoneyRange::of);
    }
    List<MoneyRange> made = range;
    if (made == null) {
      made = rangeOfCases().stream().toList();
      range = made;
    }
    return made.stream().findFirst();
  }

  private Optional<MoneyRange> rangeOfCases() {
    Optional<MoneyRange> all = Optional.empty();
    for (LandedCost each : cases()) {
      if (each.outcome() != Outcome.PROHIBITED) {
        Optional<MoneyRange> one = each.payable().map(MoneyRange::of);
        if (one.isEmpty()) {
          return Optional.empty();
        }
        all = all.map(range -> range.union(one.get())).or(() -> one);
      }
    }
    return all;
  }

  /**
   * The cost in each way that what is left open of the duty and of the fees may turn out.
   *
   * @return costs that leave nothing open; this one where nothing is. Of very many fees that may be
   *     due or not, those with all of them and with none
   */
  public List<LandedCost> cases() {
    if (sheet.outcome() != Outcome.BOUNDED) {
      return List.of(this);
    }
    return source.cases().stream()
        .map(each -> terms.price(shipment, each))
        .flatMap(LandedCost::casesOfFees)
        .toList();
  }

  private Stream<LandedCost> casesOfFees() {
    List<String> open = sheet.openFees();
    if (open.isEmpty() || sheet.outcome() != Outcome.BOUNDED) {
      return Stream.of(this);
    }
    Stream<Set<String>> ways =
        open.size() <= MOST_FEES ? Subsets.of(open) : Stream.of(Set.of(), Set.copyOf(open));
    return ways.map(due -> terms.taking(standing(open, due)).price(shipment, source));
  }

  /** Whether each of the fees is due. */
  private static Map<String, Boolean> standing(List<String> fees, Set<String> due) {
    return fees.stream().collect(Collectors.toMap(fee -> fee, due::contains));
  }

  /** The duties of the law behind it; empty where a duty is stated or charged in another way. */
  Optional<DutyStack> duties() {
    return source instanceof DutySource.OfLaw law ? Optional.of(law.stack()) : Optional.empty();
  }

  /** The cost in one of the ways that the duties of the law may turn out. */
  LandedCost in(DutyStack way) {
    boolean exact = source instanceof DutySource.OfLaw law && law.exact();
    return terms.price(shipment, new DutySource.OfLaw(way, exact));
  }

  /**
   * Why the cost is not known.
   *
   * @return the reasons, empty when assessed
   */
  public List<String> reasons() {
    List<String> reasons = new ArrayList<>(sheet.reasons());
    reasons.addAll(moreReasons);
    return reasons;
  }

  /** {@return the lines, in the order in which the costs arise; creditable taxes among them} */
  public List<CostLine> lines() {
    return lines;
  }

  /**
   * The landed cost.
   *
   * @return the sum of the lines that are costs; empty unless {@link Outcome#ASSESSED}
   */
  public Optional<BigMoney> total() {
    return outcome() == Outcome.ASSESSED
        ? Optional.of(sum(lines.stream().filter(CostLine::isCost).toList()))
        : Optional.empty();
  }

  /**
   * The landed cost that must be known.
   *
   * @return the total
   * @throws IllegalStateException with the reasons, unless {@link Outcome#ASSESSED}
   */
  public BigMoney totalOrThrow() {
    return total()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "No landed cost of "
                        + shipment
                        + " ("
                        + outcome()
                        + "): "
                        + String.join("; ", reasons())));
  }

  /**
   * The landed cost in money, as it is printed.
   *
   * @return the total rounded half up to the smallest unit of its currency; empty unless {@link
   *     Outcome#ASSESSED}
   */
  public Optional<Money> payable() {
    return total().map(t -> t.toMoney(RoundingMode.HALF_UP));
  }

  /**
   * The lines of one kind together.
   *
   * @param kind the kind
   * @return their sum, zero where there are none; empty where one of them is not known
   */
  public Optional<BigMoney> amount(Kind kind) {
    Objects.requireNonNull(kind, "kind");
    List<CostLine> found = lines.stream().filter(l -> l.kind() == kind).toList();
    return found.stream().allMatch(l -> l.amount().isPresent())
        ? Optional.of(sum(found))
        : Optional.empty();
  }

  private BigMoney sum(List<CostLine> some) {
    return CostAmounts.sum(
        sheet.currency(), some.stream().flatMap(l -> l.amount().stream()).toList());
  }

  /**
   * The duty as a share of the customs value.
   *
   * @return the rate to 34 digits; empty where the duty or the value is not known, or the value is
   *     zero
   */
  public Optional<Rate> effectiveRate() {
    return amount(Kind.DUTY)
        .flatMap(duty -> customsValue().value().flatMap(value -> CostAmounts.ratio(duty, value)))
        .map(Rate::fraction);
  }

  /**
   * The landed cost per unit of a quantity that the shipment states.
   *
   * @param unit the unit, e.g. {@code kg}; any that a stated quantity converts to
   * @return the total over the quantity, to 34 digits; empty unless assessed
   * @throws IllegalArgumentException when the shipment states no such quantity, or states zero
   */
  public Optional<BigMoney> perUnit(Unit unit) {
    Objects.requireNonNull(unit, "unit");
    Quantity quantity =
        shipment.quantities().stream()
            .filter(q -> q.unit().convertsTo(unit) && q.amount().signum() > 0)
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "No quantity in "
                            + unit
                            + " is stated for "
                            + shipment
                            + ": state one with Shipment.withQuantity"))
            .in(unit);
    return total()
        .map(
            t ->
                BigMoney.of(
                    t.getCurrencyUnit(),
                    t.getAmount().divide(quantity.amount(), CostAmounts.PRECISION)));
  }

  /**
   * The landed cost per unit of a quantity that the shipment states.
   *
   * @param unit the unit's code, e.g. {@code kg} or {@code item}
   * @return the total over the quantity; empty unless assessed
   * @throws IllegalArgumentException when the unit is unknown or the shipment states no such
   *     quantity
   */
  public Optional<BigMoney> perUnit(String unit) {
    Objects.requireNonNull(unit, "unit");
    return perUnit(Unit.of(unit));
  }

  /**
   * The same shipment at another price, all else equal.
   *
   * @param price the price on the shipment's Incoterm, not negative
   * @return a new cost
   */
  public LandedCost atPrice(BigMoneyProvider price) {
    Objects.requireNonNull(price, "price");
    return terms.price(shipment.withPrice(price), source);
  }

  /**
   * The same shipment at another all-in duty rate, all else equal. Every duty of the law is
   * replaced by it; the fixed amount of a stated duty stays.
   *
   * @param rate the duty over the customs value, not negative
   * @return a new cost
   */
  public LandedCost atRate(Rate rate) {
    Objects.requireNonNull(rate, "rate");
    return terms.price(shipment, source.atRate(rate));
  }

  /**
   * This cost held against another one, component by component.
   *
   * @param other the cost that is subtracted
   * @return the differential, positive where this one is dearer
   */
  public LandedCostDifferential minus(LandedCost other) {
    Objects.requireNonNull(other, "other");
    return LandedCostDifferential.of(this, other);
  }

  /** {@return the value that duty is charged on, with its build-up} */
  public CustomsValue customsValue() {
    return sheet.customsValue();
  }

  /**
   * The assessment of the duty, layer by layer.
   *
   * @return the assessment; empty where the duty is stated or there is no customs value
   */
  public Optional<Assessment> assessment() {
    return sheet.assessment();
  }

  /**
   * The goods.
   *
   * @return the shipment
   */
  public Shipment shipment() {
    return shipment;
  }

  /** {@return the currency of the cost} */
  public CurrencyUnit currency() {
    return sheet.currency();
  }

  /** {@return the day of entry, empty for a stated duty of no day} */
  public Optional<LocalDate> day() {
    return source.day();
  }

  /**
   * The calculator that made the cost.
   *
   * @return the territory's basis, fees and taxes
   */
  public LandedCostCalculator terms() {
    return terms;
  }

  /** Why this cost and another cannot be held against each other, though both are known. */
  Optional<String> notComparable(LandedCost other) {
    return oneSided(this, other).or(() -> oneSided(other, this));
  }

  private static Optional<String> oneSided(LandedCost silent, LandedCost stating) {
    return silent.leftOut().stream()
        .filter(kind -> stating.lines().stream().anyMatch(l -> l.kind() == kind))
        .findFirst()
        .map(kind -> "the " + kind + " of " + silent.shipment() + " is not stated");
  }

  /** The lines that are costs as they are printed: known ones add up to their printed sum. */
  List<Optional<BigMoney>> printed() {
    return CostAmounts.printedKnown(
        lines.stream().filter(CostLine::isCost).map(CostLine::amount).toList(),
        currency().getDecimalPlaces());
  }

  DutySource source() {
    return source;
  }

  /** {@return what the buyer pays for but is not in the cost, because it is not stated} */
  List<Kind> leftOut() {
    return customsValue().leftOut();
  }

  /** {@return the stamp: that of the duty, with the customs base and what was not counted} */
  public Stamp stamp() {
    Stamp stamp =
        source
            .stamp()
            .withAssumption(customsValue().description())
            .withAssumptions(customsValue().remarks());
    if (!terms.fees().fees().isEmpty()) {
      stamp = stamp.withAssumption("fees of one formal entry");
    }
    stamp = stamp.withAssumptions(terms.fees().doubts(source.day().orElse(null)));
    if (terms.taxes().isEmpty() && terms.importTax() == ImportTaxation.CHARGED) {
      stamp = stamp.withAssumption("import taxes are not counted");
    }
    stamp = stamp.withAssumptions(terms.remarks());
    Optional<String> steps = source.rounding().assumption();
    stamp = steps.isPresent() ? stamp.withAssumption(steps.get()) : stamp;
    return shipment.price().getCurrencyUnit().equals(currency())
        ? stamp
        : stamp.withAssumption("exchange rates " + shipment.exchangeRates());
  }

  /**
   * {@return the waterfall: each line with its amount, the running total and its share of the
   * customs value, the total, the cost per unit of each quantity, and the stamp}
   */
  public Table table() {
    return WaterfallTable.of(this);
  }

  /** {@return the cost as a plain record to store with an order, and to replay later} */
  public LandedCostRecord toRecord() {
    return LandedCostRecord.of(this);
  }

  /**
   * Holds a claim against the landed cost.
   *
   * @param claim an amount as somebody claims it, such as {@code "USD 36,178"}
   * @return the check: possible where the cost lies between two sums that the claim is within,
   *     neither right nor wrong where it is not known or in another currency
   * @throws IllegalArgumentException when the claim is no amount
   */
  public ClaimCheck check(String claim) {
    Objects.requireNonNull(claim, "claim");
    String what = stamp().condition() + WaterfallTable.title(this);
    return range()
        .filter(r -> !r.isPoint())
        .map(
            r ->
                ClaimCheck.ofAmounts(
                    what, claim, r.lowest().toBigMoney(), r.highest().toBigMoney()))
        .orElseGet(() -> ClaimCheck.ofAmount(what, claim, total(), reasons()));
  }

  /** {@return the lines as a waterfall: a picture in which each begins where the last one ended} */
  public Chart chart() {
    return WaterfallChart.of(this);
  }

  /** Two costs are equal when the same shipment comes to the same lines on the same day. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof LandedCost that && key().equals(that.key());
  }

  private List<Object> key() {
    return List.of(shipment, terms.territory(), day(), currency(), lines, outcome(), reasons());
  }

  @Override
  public int hashCode() {
    return key().hashCode();
  }

  /** Line, origin, day and total. */
  @Override
  public String toString() {
    return shipment.line()
        + " from "
        + shipment.origin()
        + day().map(d -> " on " + d).orElse("")
        + ": "
        + CostAmounts.because(
            total()
                .map(t -> CostAmounts.text(t) + " landed")
                .or(() -> range().map(r -> r + " landed"))
                .orElseGet(() -> outcome().name().toLowerCase(Locale.ROOT)),
            reasons());
  }
}
