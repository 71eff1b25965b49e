package org.tariffeconomics.landedcost;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.landedcost.CostLine.Kind;
import org.tariffeconomics.report.Cell;
import org.tariffeconomics.report.Table;
import org.tariffeconomics.tariff.MoneyCells;
import org.tariffeconomics.tariff.RoundingPolicy;

/**
 * The value that duty is charged on, and how it was built up from the price.
 *
 * <p>FOB base: price, less freight and insurance where the Incoterm includes them, plus dutiable
 * charges. CIF base: price, plus freight and insurance where the Incoterm does not include them,
 * plus dutiable charges. A part that is needed and not stated leaves the value undetermined. A
 * duty-paid price is taken apart before ({@link LandedCostCalculator#dutyPaid}).
 *
 * @since 0.1.0
 */
public final class CustomsValue {

  private final ValuationBasis basis;
  private final CurrencyUnit currency;
  private final List<Step> steps;
  private final List<String> reasons;
  private final List<Kind> leftOut;
  private final GoodsAndCarriage parts;
  private final BigMoney sum;

  /** One step of the build-up. */
  public static final class Step {

    private final String what;
    private final BigMoney amount;

    Step(String what, BigMoney amount) {
      this.what = what;
      this.amount = amount;
    }

    /** {@return what is added or taken off} */
    public String what() {
      return what;
    }

    /** {@return the amount, negative where it is taken off} */
    public BigMoney amount() {
      return amount;
    }

    /** What and how much. */
    @Override
    public String toString() {
      return what + " " + amount;
    }

    /** Two are equal when their contents are. */
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Step that
          && what.equals(that.what)
          && amount.isSameCurrency(that.amount)
          && amount.isEqual(that.amount);
    }

    @Override
    public int hashCode() {
      return what.hashCode();
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
      List<Kind> leftOut,
      GoodsAndCarriage parts) {
    this.basis = basis;
    this.currency = currency;
    this.steps = List.copyOf(steps);
    this.reasons = List.copyOf(reasons);
    this.leftOut = List.copyOf(leftOut);
    this.parts = parts;
    this.sum = sum(currency, steps);
  }

  private static BigMoney sum(CurrencyUnit currency, List<Step> steps) {
    BigMoney sum = BigMoney.zero(currency);
    for (Step each : steps) {
      sum = sum.plus(each.amount());
    }
    return sum;
  }

  /**
   * The customs value of a shipment. What is stated in another currency is converted and rounded
   * half up to the smallest unit of this one.
   *
   * @param shipment the shipment; a duty-paid price counts as delivered duty unpaid
   * @param basis whether international freight and insurance are dutiable
   * @param currency the currency of the value
   * @return the value with its build-up
   * @throws IllegalArgumentException when a part is in another currency and no exchange rate is
   *     stated
   */
  public static CustomsValue of(Shipment shipment, ValuationBasis basis, CurrencyUnit currency) {
    Objects.requireNonNull(shipment, "shipment");
    Objects.requireNonNull(basis, "basis");
    Objects.requireNonNull(currency, "currency");
    return of(shipment, basis, currency, MoneyRounding.of(RoundingPolicy.EACH_DUTY_TO_CENT));
  }

  static CustomsValue of(
      Shipment shipment, ValuationBasis basis, CurrencyUnit currency, MoneyRounding rounding) {
    return new Builder(shipment.countedIn(currency, rounding), basis, currency).build();
  }

  /** Takes the parts of one shipment together. */
  private static final class Builder {
    private final Shipment shipment;
    private final ValuationBasis basis;
    private final CurrencyUnit currency;
    private final List<Step> steps = new ArrayList<>();
    private final List<String> reasons = new ArrayList<>();
    private final List<Kind> leftOut = new ArrayList<>();
    private BigMoney goods;
    private String goodsNote;

    Builder(Shipment shipment, ValuationBasis basis, CurrencyUnit currency) {
      this.shipment = shipment;
      this.basis = basis;
      this.currency = currency;
      this.goods = shipment.price();
      this.goodsNote = "price " + shipment.incoterm();
    }

    CustomsValue build() {
      steps.add(new Step("price " + shipment.incoterm(), goods));
      @Nullable BigMoney freight =
          carriage(Kind.FREIGHT, shipment.freight(), shipment.incoterm().includesFreight());
      @Nullable BigMoney insurance =
          carriage(Kind.INSURANCE, shipment.insurance(), shipment.incoterm().includesInsurance());
      List<Charge> charges = charges();
      if (goods.isNegative()) {
        reasons.add("the price does not cover the freight and insurance that it includes");
      } else if (sum(currency, steps).isNegative()) {
        reasons.add("the price does not cover what is taken from the customs value");
      }
      return new CustomsValue(
          basis,
          currency,
          steps,
          reasons,
          leftOut,
          new GoodsAndCarriage(goods, goodsNote, freight, insurance, charges));
    }

    private @Nullable BigMoney carriage(Kind part, Optional<BigMoney> stated, boolean inPrice) {
      if (stated.isEmpty()) {
        missing(part, inPrice);
        return null;
      }
      BigMoney amount = stated.orElseThrow();
      if (inPrice) {
        goods = goods.minus(amount);
        goodsNote += " less " + part;
      }
      if (inPrice && basis == ValuationBasis.FOB) {
        steps.add(new Step("less " + part, amount.negated()));
      } else if (!inPrice && basis == ValuationBasis.CIF) {
        steps.add(new Step(part.toString(), amount));
      }
      return amount;
    }

    private void missing(Kind part, boolean inPrice) {
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
        leftOut.add(part);
      }
    }

    private List<Charge> charges() {
      for (Charge each : shipment.charges()) {
        switch (each.treatment()) {
          case DUTIABLE, ADDED_TO_VALUE -> steps.add(new Step(each.name(), each.amount()));
          case TAKEN_FROM_VALUE ->
              steps.add(new Step("less " + each.name(), each.amount().negated()));
          case BEFORE_IMPORT, AFTER_IMPORT -> {}
        }
      }
      return shipment.charges();
    }
  }

  /**
   * The value.
   *
   * @return the sum of the steps; empty where a part that it needs is not stated
   */
  public Optional<BigMoney> value() {
    return reasons.isEmpty() ? Optional.of(sum) : Optional.empty();
  }

  /** The sum of the steps that are known, negative where a price does not cover its carriage. */
  BigMoney sumOfSteps() {
    return sum;
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

  CurrencyUnit currency() {
    return currency;
  }

  /** What is left out of the cost because it is not stated: freight or insurance. */
  List<Kind> leftOut() {
    return leftOut;
  }

  List<String> remarks() {
    return leftOut.stream().map(part -> part + " is not stated and left out").toList();
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
    List<Cell> amounts = CostAmounts.cells(currency, steps.stream().map(Step::amount).toList());
    for (int i = 0; i < steps.size(); i++) {
      rows.add(List.of(Cell.text(steps.get(i).what()), amounts.get(i)));
    }
    Cell value =
        value().map(MoneyCells::of).orElseGet(() -> Cell.unknown(String.join("; ", reasons)));
    rows.add(List.of(Cell.text("customs value"), value));
    return new Table("Customs value", List.of("step", "amount"), rows, List.of(description()));
  }

  /** The value and its base. */
  @Override
  public String toString() {
    return value().map(BigMoney::toString).orElse("undetermined") + " (" + basis + ")";
  }

  /** Two are equal when their contents are. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof CustomsValue that
        && basis.equals(that.basis)
        && currency.equals(that.currency)
        && steps.equals(that.steps)
        && reasons.equals(that.reasons)
        && leftOut.equals(that.leftOut)
        && parts.equals(that.parts);
  }

  @Override
  public int hashCode() {
    return Objects.hash(basis, currency, steps, reasons, leftOut);
  }
}
