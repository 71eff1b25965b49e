package org.tariffeconomics.landedcost;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.landedcost.Charge.Treatment;
import org.tariffeconomics.report.Cell;
import org.tariffeconomics.report.Table;

/**
 * The value that duty is charged on, and how it was built up from the price.
 *
 * <p>FOB base: price, less freight and insurance where the Incoterm includes them, plus dutiable
 * charges. CIF base: price, plus freight and insurance where the Incoterm does not include them,
 * plus dutiable charges. A part that is needed and not stated leaves the value undetermined. A
 * duty-paid price is taken apart before ({@link LandedCostCalculator#dutyPaid}).
 */
public final class CustomsValue {

  private final ValuationBasis basis;
  private final CurrencyUnit currency;
  private final List<Step> steps;
  private final List<String> reasons;
  private final List<String> remarks;
  private final GoodsAndCarriage parts;

  /**
   * One step of the build-up.
   *
   * @param what what is added or taken off
   * @param amount the amount, negative where it is taken off
   */
  public record Step(String what, BigMoney amount) {

    /** What and how much. */
    @Override
    public String toString() {
      return what + " " + amount;
    }
  }

  /** The price taken apart: goods net of carriage where the carriage is stated. */
  record GoodsAndCarriage(
      BigMoney goods,
      String goodsNote,
      @Nullable BigMoney freight,
      @Nullable BigMoney insurance,
      List<Charge> charges) {}

  private CustomsValue(
      ValuationBasis basis,
      CurrencyUnit currency,
      List<Step> steps,
      List<String> reasons,
      List<String> remarks,
      GoodsAndCarriage parts) {
    this.basis = basis;
    this.currency = currency;
    this.steps = List.copyOf(steps);
    this.reasons = List.copyOf(reasons);
    this.remarks = List.copyOf(remarks);
    this.parts = parts;
  }

  /**
   * The customs value of a shipment.
   *
   * @param shipment the shipment; a duty-paid price counts as delivered duty unpaid
   * @param basis whether international freight and insurance are dutiable
   * @param currency the currency of the value
   * @return the value with its build-up
   * @throws IllegalArgumentException when a part is in another currency and no exchange rate is
   *     stated
   */
  public static CustomsValue of(Shipment shipment, ValuationBasis basis, CurrencyUnit currency) {
    return new Builder(shipment, basis, currency).build();
  }

  /** Takes the parts of one shipment together. */
  private static final class Builder {
    private final Shipment shipment;
    private final ValuationBasis basis;
    private final CurrencyUnit currency;
    private final List<Step> steps = new ArrayList<>();
    private final List<String> reasons = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();
    private BigMoney goods;
    private String goodsNote;

    Builder(Shipment shipment, ValuationBasis basis, CurrencyUnit currency) {
      this.shipment = shipment;
      this.basis = basis;
      this.currency = currency;
      this.goods = convert("price", shipment.price());
      this.goodsNote = "price " + shipment.incoterm();
    }

    private BigMoney convert(String part, BigMoney amount) {
      return Amounts.in(currency, part, amount, shipment.exchangeRates());
    }

    CustomsValue build() {
      steps.add(new Step("price " + shipment.incoterm(), goods));
      @Nullable BigMoney freight =
          carriage("freight", shipment.freight(), shipment.incoterm().includesFreight());
      @Nullable BigMoney insurance =
          carriage("insurance", shipment.insurance(), shipment.incoterm().includesInsurance());
      List<Charge> charges = charges();
      if (goods.isNegative()) {
        reasons.add("the price does not cover the freight and insurance that it includes");
      }
      return new CustomsValue(
          basis,
          currency,
          steps,
          reasons,
          remarks,
          new GoodsAndCarriage(goods, goodsNote, freight, insurance, charges));
    }

    private @Nullable BigMoney carriage(String part, Optional<BigMoney> stated, boolean inPrice) {
      if (stated.isEmpty()) {
        missing(part, inPrice);
        return null;
      }
      BigMoney amount = convert(part, stated.orElseThrow());
      if (inPrice) {
        goods = goods.minus(amount);
        goodsNote += " less " + part;
      }
      if (inPrice && basis == ValuationBasis.FOB) {
        steps.add(new Step("less " + part, amount.negated()));
      } else if (!inPrice && basis == ValuationBasis.CIF) {
        steps.add(new Step(part, amount));
      }
      return amount;
    }

    private void missing(String part, boolean inPrice) {
      boolean neededByBase = inPrice == (basis == ValuationBasis.FOB);
      if (neededByBase) {
        reasons.add(
            "state the "
                + part
                + ": a price "
                + shipment.incoterm()
                + (inPrice
                    ? " includes it, the customs base "
                    : " leaves it out, the customs base ")
                + basis
                + (inPrice ? " does not" : " includes it"));
      } else if (!inPrice) {
        remarks.add(part + " is not stated and left out");
      }
    }

    private List<Charge> charges() {
      List<Charge> converted = new ArrayList<>();
      for (Charge each : shipment.charges()) {
        BigMoney amount = convert(each.name(), each.amount());
        converted.add(new Charge(each.name(), amount, each.treatment()));
        if (each.treatment() == Treatment.DUTIABLE) {
          steps.add(new Step(each.name(), amount));
        }
      }
      return List.copyOf(converted);
    }
  }

  /**
   * The value.
   *
   * @return the sum of the steps; empty where a part that it needs is not stated
   */
  public Optional<BigMoney> value() {
    return reasons.isEmpty() ? Optional.of(sumOfSteps()) : Optional.empty();
  }

  /** The sum of the steps that are known, negative where a price does not cover its carriage. */
  BigMoney sumOfSteps() {
    return Amounts.sum(currency, steps.stream().map(Step::amount).toList());
  }

  /**
   * Why there is no value.
   *
   * @return the reasons, empty where the value is known
   */
  public List<String> reasons() {
    return reasons;
  }

  /**
   * The build-up, price first.
   *
   * @return the steps; they add up to the value
   */
  public List<Step> steps() {
    return steps;
  }

  /**
   * Whether international freight and insurance are dutiable.
   *
   * @return the basis
   */
  public ValuationBasis basis() {
    return basis;
  }

  /** What is left out of the cost because it is not stated. */
  List<String> remarks() {
    return remarks;
  }

  GoodsAndCarriage parts() {
    return parts;
  }

  /**
   * {@return the base in words, as it stands under every landed cost: for example {@code customs
   * base: FOB value, freight and insurance not dutiable}}
   */
  public String description() {
    return "customs base: " + basis.words();
  }

  /** {@return the build-up as a table: a row for each step and one for the value} */
  public Table table() {
    List<List<Cell>> rows = new ArrayList<>();
    steps.forEach(s -> rows.add(List.of(Cell.text(s.what()), Amounts.cell(s.amount()))));
    Cell value =
        value().map(Amounts::cell).orElseGet(() -> Cell.unknown(String.join("; ", reasons)));
    rows.add(List.of(Cell.text("customs value"), value));
    return new Table("Customs value", List.of("step", "amount"), rows, List.of(description()));
  }

  /** The value and its base. */
  @Override
  public String toString() {
    return value().map(BigMoney::toString).orElse("undetermined") + " (" + basis + ")";
  }
}
