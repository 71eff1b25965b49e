package org.tariffeconomics.landedcost;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.math3.analysis.solvers.BrentSolver;
import org.joda.money.BigMoney;
import org.tariffeconomics.basics.Rate;

/**
 * The landed cost of a shipment as a function of its price, or of its duty rate, before any
 * rounding: continuous, rising, and made of straight pieces.
 *
 * <p>Where all duties are shares of the value, the corners are the limits of the fees, and each
 * piece is solved in closed form. Where the law has a greater-of, a lesser-of or a specific duty
 * inside an all-in rate, the corners are not known before: the root is bracketed, found by Brent's
 * method and then taken on the straight piece around it.
 */
final class CostCurve {

  private static final MathContext UP =
      new MathContext(CostAmounts.PRECISION.getPrecision(), RoundingMode.CEILING);
  private static final int MAX_EVALUATIONS = 200;

  private final LandedCostCalculator terms;
  private final Shipment shipment;
  private final DutySource source;

  /** The price at which the goods are worth nothing, but what it includes besides is paid. */
  private final BigDecimal floor;

  /** Cost currency per unit of the price's currency. */
  private final BigDecimal perPrice;

  /** Customs value at a price of zero, counted on below zero where the price includes carriage. */
  private final BigDecimal valueAtZero;

  CostCurve(LandedCostCalculator terms, Shipment shipment, DutySource source) {
    this.terms = terms;
    this.shipment = shipment;
    this.source = source.unrounded();
    CustomsValue atZero = customsValue(BigDecimal.ZERO);
    CustomsValue atOne = customsValue(BigDecimal.ONE);
    this.valueAtZero = atZero.sumOfSteps().getAmount();
    this.perPrice = atOne.sumOfSteps().getAmount().subtract(valueAtZero);
    this.floor = floor(atZero.parts().goods().getAmount());
  }

  /**
   * The least price that covers what it includes: the carriage; duty paid, also the duty and fees
   * that goods worth nothing still pay.
   */
  private BigDecimal floor(BigDecimal goodsAtZero) {
    if (!shipment.incoterm().includesDuty()) {
      return goodsAtZero.negate().divide(perPrice, UP);
    }
    CostCurve unpaid = new CostCurve(terms, shipment.withIncoterm(Incoterm.DAP), source);
    return unpaid.at(unpaid.floor).subtract(chargesBesidesPrice()).divide(perPrice, UP);
  }

  static CostCurve of(LandedCost cost) {
    return new CostCurve(cost.terms(), cost.shipment(), cost.source());
  }

  private CustomsValue customsValue(BigDecimal price) {
    return CustomsValue.of(
        shipmentAt(price), terms.basis(), source.currency(shipment), MoneyRounding.exact());
  }

  private Shipment shipmentAt(BigDecimal price) {
    return shipment.withPrice(BigMoney.of(shipment.price().getCurrencyUnit(), price));
  }

  /** A root and how it was found. */
  record Root(BigDecimal value, ParityAnswer.Method method) {}

  BigDecimal at(BigDecimal price) {
    return total(shipmentAt(price), source);
  }

  BigDecimal atRate(Rate rate) {
    return total(shipment, source.atRate(rate));
  }

  private BigDecimal total(Shipment asked, DutySource duties) {
    if (asked.incoterm().includesDuty()) {
      return asked.price().getAmount().multiply(perPrice).add(chargesBesidesPrice());
    }
    CostSheet sheet = CostSheet.of(terms, asked, duties);
    List<String> reasons = sheet.reasons();
    if (!reasons.isEmpty()) {
      throw new IllegalStateException(
          "The landed cost of " + asked + " is not known: " + String.join("; ", reasons));
    }
    return sheet.knownTotal();
  }

  /** The charges that are paid besides the price, whatever the Incoterm. */
  BigDecimal chargesBesidesPrice() {
    return customsValue(BigDecimal.ZERO).parts().charges().stream()
        .map(c -> c.amount().getAmount())
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** The customs value at a price, in the currency of the cost. */
  BigDecimal valueAt(BigDecimal price) {
    return valueAtZero.add(perPrice.multiply(price));
  }

  BigDecimal floor() {
    return floor;
  }

  /**
   * The price at which the goods land at a cost. Where straight pieces allow, it is given even
   * below the floor, as the equation has it.
   *
   * @return empty where the cost lies below the curve's first point and no equation tells
   */
  Optional<Root> priceFor(BigDecimal target) {
    return source.isLinear() || shipment.incoterm().includesDuty()
        ? Optional.of(onKnownPieces(target))
        : bracketed(target);
  }

  private Root onKnownPieces(BigDecimal target) {
    List<BigDecimal> corners = List.copyOf(corners());
    int piece = corners.size() - 1;
    while (piece > 0 && at(corners.get(piece)).compareTo(target) > 0) {
      piece--;
    }
    BigDecimal start = corners.get(piece);
    BigDecimal end =
        piece + 1 < corners.size() ? corners.get(piece + 1) : start.add(BigDecimal.ONE);
    ParityAnswer.Method method =
        corners.size() == 1
            ? ParityAnswer.Method.CLOSED_FORM
            : ParityAnswer.Method.CLOSED_FORM_PIECEWISE;
    return new Root(onLine(start, at(start), end, at(end), target), method);
  }

  private Set<BigDecimal> corners() {
    Set<BigDecimal> corners = new TreeSet<>();
    corners.add(floor);
    if (!shipment.incoterm().includesDuty()) {
      for (BigMoney knot : terms.fees().knots(source.day().orElse(null))) {
        BigDecimal value =
            CostAmounts.in(
                    source.currency(shipment), "a fee's limit", knot, shipment.exchangeRates())
                .getAmount();
        BigDecimal price = value.subtract(valueAtZero).divide(perPrice, CostAmounts.PRECISION);
        if (price.compareTo(floor) > 0) {
          corners.add(price);
        }
      }
    }
    return corners;
  }

  private static BigDecimal onLine(
      BigDecimal x0, BigDecimal y0, BigDecimal x1, BigDecimal y1, BigDecimal y) {
    return y.subtract(y0)
        .multiply(x1.subtract(x0))
        .divide(y1.subtract(y0), CostAmounts.PRECISION)
        .add(x0);
  }

  private Optional<Root> bracketed(BigDecimal target) {
    BigDecimal gap = target.subtract(at(floor));
    if (gap.signum() < 0) {
      return Optional.empty();
    }
    double low = floor.doubleValue();
    double high = floor.add(gap.divide(perPrice, UP)).add(BigDecimal.ONE).doubleValue();
    double root =
        new BrentSolver(1e-14, 1e-9)
            .solve(
                MAX_EVALUATIONS,
                x -> at(atLeastFloor(x)).subtract(target).doubleValue(),
                low,
                high);
    return Optional.of(
        new Root(polished(atLeastFloor(root), target), ParityAnswer.Method.ROOT_FINDING));
  }

  private BigDecimal atLeastFloor(double price) {
    return BigDecimal.valueOf(price).max(floor);
  }

  /** A root found in floating point, taken exactly on the straight piece around it. */
  private BigDecimal polished(BigDecimal root, BigDecimal target) {
    BigDecimal step = root.max(BigDecimal.ONE).movePointLeft(9);
    BigDecimal exact = onLine(root, at(root), root.add(step), at(root.add(step)), target);
    BigDecimal allowed = exact.max(floor);
    return miss(allowed, target).compareTo(miss(root, target)) < 0 ? allowed : root;
  }

  private BigDecimal miss(BigDecimal price, BigDecimal target) {
    return at(price).subtract(target).abs();
  }

  /**
   * {@return the all-in rate at which the goods land at a cost, as the equation has it: empty where
   * the duty does not move the cost}
   */
  Optional<BigDecimal> rateFor(BigDecimal target) {
    BigDecimal free = atRate(Rate.ZERO);
    BigDecimal doubled = atRate(Rate.percent(100));
    return free.compareTo(doubled) == 0
        ? Optional.empty()
        : Optional.of(onLine(BigDecimal.ZERO, free, BigDecimal.ONE, doubled, target));
  }
}
