package org.tariffeconomics.landedcost;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.PlainNumber;
import org.tariffeconomics.landedcost.CostLine.Kind;
import org.tariffeconomics.tariff.DutyStack.Outcome;

/**
 * A duty-paid (DDP) price taken apart: the customs value inside it, the duty and fees on that
 * value, and what rounding leaves.
 *
 * <p>Without limits of fees, {@code value = (price − carriage) / (1 + t + a)} on a FOB base, t
 * being the duty rate and a the ad valorem fees; within the limits of a fee the same holds piece by
 * piece. A DDP price covers duty, fees and the taxes that are not creditable; charges stated
 * besides the price are paid on top of it.
 *
 * <p>Example: shirts at 16.5 % and an MPF of 0.3464 % for a DDP price of USD 7,440 have a value of
 * 7,440 / 1.168464 = 6,367.33, stated as USD 6,367, on which USD 1,072.62 are due (CBP customs
 * broker examination, April 2019, question 49).
 *
 * @since 0.1.0
 */
public final class DutyPaidSplit {

  private final @Nullable BigMoney exactValue;
  private final ValueRounding rounding;
  private final LandedCost cost;

  private DutyPaidSplit(@Nullable BigMoney exactValue, ValueRounding rounding, LandedCost cost) {
    this.exactValue = exactValue;
    this.rounding = rounding;
    this.cost = cost;
  }

  static DutyPaidSplit of(
      LandedCostCalculator terms, Shipment shipment, DutySource source, ValueRounding rounding) {
    CurrencyUnit currency = source.currency(shipment);
    Shipment unpaid = shipment.countedIn(currency, source.rounding()).withIncoterm(Incoterm.DAP);
    BigMoney price = unpaid.price();
    CostSheet first = CostSheet.of(terms, unpaid, source);
    if (first.outcome() != Outcome.ASSESSED) {
      return unknown(terms, shipment, source, first, rounding, first.outcome());
    }
    CostCurve curve = new CostCurve(terms, unpaid, source);
    Optional<CostCurve.Root> root =
        curve
            .priceFor(price.getAmount().add(curve.chargesBesidesPrice()))
            .filter(r -> r.value().compareTo(curve.floor()) >= 0);
    if (root.isEmpty()) {
      return unknown(terms, shipment, source, first, rounding, Outcome.UNDETERMINED);
    }
    BigMoney exact = BigMoney.of(currency, curve.valueAt(root.orElseThrow().value()));
    BigMoney value = BigMoney.of(currency, rounding.round(exact.getAmount(), currency));
    BigMoney before =
        PlainNumber.plain(
            BigMoney.of(currency, root.orElseThrow().value()).plus(value).minus(exact));
    CostSheet sheet = CostSheet.of(terms, unpaid.withPrice(before), source);
    LandedCost cost =
        LandedCost.of(
            terms, shipment, source, sheet, withRemainder(sheet, price, curve), List.of());
    return new DutyPaidSplit(exact, rounding, cost);
  }

  private static List<CostLine> withRemainder(CostSheet sheet, BigMoney price, CostCurve curve) {
    List<CostLine> lines = new ArrayList<>(sheet.lines());
    BigMoney left = price.plus(curve.chargesBesidesPrice()).minus(sheet.knownTotal());
    if (!left.isZero()) {
      lines.add(
          CostLine.of(Kind.ROUNDING, "rounding", left, "what the price exceeds its parts by"));
    }
    return lines;
  }

  private static DutyPaidSplit unknown(
      LandedCostCalculator terms,
      Shipment shipment,
      DutySource source,
      CostSheet sheet,
      ValueRounding rounding,
      Outcome outcome) {
    List<String> reasons = new ArrayList<>();
    if (outcome == Outcome.UNDETERMINED && sheet.reasons().isEmpty()) {
      reasons.add("the duty-paid price does not cover freight, insurance and fees");
    }
    LandedCost cost = LandedCost.of(terms, shipment, source, sheet, sheet.lines(), reasons);
    return new DutyPaidSplit(null, rounding, cost);
  }

  /** {@return the customs value before rounding it, empty where there is no answer} */
  public Optional<BigMoney> exactValue() {
    return Optional.ofNullable(exactValue);
  }

  /** {@return how the value was rounded} */
  public ValueRounding rounding() {
    return rounding;
  }

  /**
   * {@return the landed cost: its lines add up to the price, what rounding leaves being one of
   * them}
   */
  public LandedCost cost() {
    return cost;
  }

  /**
   * The customs value that duty is charged on.
   *
   * @return the rounded value, empty where there is no answer
   */
  public Optional<BigMoney> value() {
    return exactValue().flatMap(v -> cost.customsValue().value());
  }

  /**
   * Duty and fees together.
   *
   * @return the sum, empty where there is no answer
   */
  public Optional<BigMoney> dutyAndFees() {
    return exactValue == null
        ? Optional.empty()
        : cost.amount(Kind.DUTY).flatMap(d -> cost.amount(Kind.FEE).map(d::plus));
  }

  /**
   * What rounding leaves: the price less all of its parts.
   *
   * @return the remainder, zero where the parts fill the price, empty where there is no answer
   */
  public Optional<BigMoney> remainder() {
    return exactValue().flatMap(v -> cost.amount(Kind.ROUNDING));
  }

  /** The price and the value inside it. */
  @Override
  public String toString() {
    return cost.shipment().price()
        + " duty paid: customs value "
        + value().map(BigMoney::toString).orElse("undetermined");
  }

  /** Two are equal when their contents are. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof DutyPaidSplit that
        && Objects.equals(exactValue, that.exactValue)
        && rounding.equals(that.rounding)
        && cost.equals(that.cost);
  }

  @Override
  public int hashCode() {
    return Objects.hash(exactValue, rounding, cost);
  }
}
