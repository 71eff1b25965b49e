package org.tariffeconomics.rate;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.tariffeconomics.basics.AmountText;
import org.tariffeconomics.basics.PlainNumber;
import org.tariffeconomics.basics.Quantity;
import org.tariffeconomics.basics.Source;
import org.tariffeconomics.basics.Texts;
import org.tariffeconomics.basics.Unit;

/**
 * What goods of a quantity are worth, by which method, and from where it is known: what a duty in
 * money per quantity is turned into a percentage with.
 *
 * @param method how the value was found
 * @param value the value, positive
 * @param quantities the quantities of that value, each positive, one a dimension
 * @param source where it is known from
 * @since 0.1.0
 */
public record UnitValue(Method method, BigMoney value, List<Quantity> quantities, Source source) {

  private static final Pattern FORM =
      Pattern.compile("(?<price>[^/]{1,60}?)\\s*(?:/|\\sper\\s)\\s*(?<per>[^/\\s][^/]{0,40})");

  /** How a unit value is found. */
  public enum Method {
    /** Value over quantity of the flow that is dutiable. */
    SAME_FLOW("unit value of the same flow"),
    /** Sum of values over sum of quantities of several suppliers: weighted by quantity. */
    SUPPLIERS_WEIGHTED("unit value of all suppliers together"),
    /** Mean of the unit values of several suppliers, each counted once. */
    SUPPLIERS_MEAN("mean of the suppliers' unit values"),
    /** The unit value of world trade in the product. */
    WORLD("unit value of world trade"),
    /** The unit value of a group of countries that are alike. */
    REFERENCE_GROUP("unit value of a reference group"),
    /** A price that the user states. */
    STATED("stated price");

    private final String text;

    Method(String text) {
      this.text = text;
    }

    /** The method in words. */
    @Override
    public String toString() {
      return text;
    }
  }

  /**
   * Creates a unit value.
   *
   * @param method how the value was found
   * @param value the value, positive
   * @param quantities the quantities of that value, each positive, one a dimension
   * @param source where it is known from
   * @throws IllegalArgumentException when the value or a quantity is not positive, there is no
   *     quantity, or two of them are of one dimension
   */
  public UnitValue {
    Objects.requireNonNull(method, "method");
    Objects.requireNonNull(value, "value");
    Objects.requireNonNull(quantities, "quantities");
    Objects.requireNonNull(source, "source");
    quantities = List.copyOf(quantities);
    if (!value.isPositive()) {
      throw new IllegalArgumentException("value must be positive, but was " + value);
    }
    if (quantities.isEmpty() || quantities.stream().anyMatch(q -> q.amount().signum() == 0)) {
      throw new IllegalArgumentException(
          "quantities must be some and positive, but were " + quantities);
    }
    long dimensions =
        quantities.stream().map(q -> q.unit().dimension() + q.unit().measures()).distinct().count();
    if (dimensions < quantities.size()) {
      throw new IllegalArgumentException(
          "quantities must be one a dimension, but were " + quantities);
    }
    value = PlainNumber.plain(value);
  }

  /**
   * A stated price by quantity, as people write it: {@code USD 4.50/kg}, {@code $450 per 100 kg},
   * {@code 1200 USD/t}.
   *
   * @param text the price, then {@code /} or {@code per}, then a unit or a quantity
   * @return the unit value
   * @throws IllegalArgumentException when it does not read so, or the price is not positive
   */
  public static UnitValue parse(String text) {
    Objects.requireNonNull(text, "text");
    Matcher form = FORM.matcher(text.strip());
    if (!form.matches()) {
      throw new IllegalArgumentException(
          "A unit value must read like 'USD 4.50/kg' or 'USD 450 per 100 kg', but was "
              + Texts.quoted(text));
    }
    String per = form.group("per");
    Quantity quantity =
        Character.isDigit(per.charAt(0)) ? Quantity.parse(per) : Quantity.of(1, Unit.of(per));
    return of(
        Method.STATED,
        AmountText.parse("unitValue", form.group("price")),
        quantity,
        Source.user("as stated"));
  }

  /**
   * The unit value of a trade flow.
   *
   * @param value its customs value
   * @param source where it is known from
   * @param quantities its quantities
   * @return the unit value
   * @throws IllegalArgumentException when the value or a quantity is not positive
   */
  public static UnitValue ofFlow(BigMoney value, Source source, Quantity... quantities) {
    Objects.requireNonNull(value, "value");
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(quantities, "quantities");
    return new UnitValue(Method.SAME_FLOW, value, Arrays.asList(quantities), source);
  }

  /**
   * A price found by another method.
   *
   * @param method the method
   * @param price the price
   * @param per the quantity that it is the price of
   * @param source where it is known from
   * @return the unit value
   * @throws IllegalArgumentException when the price or quantity is not positive
   */
  public static UnitValue of(Method method, BigMoney price, Quantity per, Source source) {
    Objects.requireNonNull(method, "method");
    Objects.requireNonNull(price, "price");
    Objects.requireNonNull(per, "per");
    Objects.requireNonNull(source, "source");
    return new UnitValue(method, price, List.of(per), source);
  }

  /**
   * The unit value of several flows together: Σ value / Σ quantity.
   *
   * @param flows the flows, in one currency and in units that convert; the first quantity counts
   * @param source where they are known from
   * @return the unit value per unit of the first flow
   * @throws IllegalArgumentException when there is none, or currencies or units differ
   */
  public static UnitValue weighted(List<UnitValue> flows, Source source) {
    Objects.requireNonNull(flows, "flows");
    Objects.requireNonNull(source, "source");
    Unit unit = unitOf(flows);
    BigMoney value = BigMoney.zero(currencyOf(flows));
    BigDecimal quantity = BigDecimal.ZERO;
    for (UnitValue each : flows) {
      value = value.plus(each.value());
      quantity = quantity.add(each.in(unit));
    }
    return of(Method.SUPPLIERS_WEIGHTED, value, new Quantity(quantity, unit), source);
  }

  /**
   * The mean of several unit values: Σ (value / quantity) / number.
   *
   * @param flows the flows, in one currency and in units that convert; the first quantity counts
   * @param source where they are known from
   * @return the unit value per unit of the first flow, to 34 digits
   * @throws IllegalArgumentException when there is none, or currencies or units differ
   */
  public static UnitValue mean(List<UnitValue> flows, Source source) {
    Objects.requireNonNull(flows, "flows");
    Objects.requireNonNull(source, "source");
    Unit unit = unitOf(flows);
    BigDecimal sum = BigDecimal.ZERO;
    for (UnitValue each : flows) {
      sum = sum.add(each.value().getAmount().divide(each.in(unit), MathContext.DECIMAL128));
    }
    BigDecimal mean = sum.divide(BigDecimal.valueOf(flows.size()), MathContext.DECIMAL128);
    BigMoney price = BigMoney.of(currencyOf(flows), mean.scale() < 0 ? mean.setScale(0) : mean);
    return of(Method.SUPPLIERS_MEAN, price, Quantity.of(1, unit), source);
  }

  private BigDecimal in(Unit unit) {
    return quantities.get(0).in(unit).amount();
  }

  private static Unit unitOf(List<UnitValue> flows) {
    if (flows.isEmpty()) {
      throw new IllegalArgumentException("flows must not be empty");
    }
    return flows.get(0).quantities().get(0).unit();
  }

  private static CurrencyUnit currencyOf(List<UnitValue> flows) {
    CurrencyUnit currency = flows.get(0).value().getCurrencyUnit();
    for (UnitValue each : flows) {
      if (!each.value().getCurrencyUnit().equals(currency)) {
        throw new IllegalArgumentException(
            "flows must be in one currency, but had " + flows.get(0) + " and " + each);
      }
    }
    return currency;
  }

  /** The value and the quantities. */
  @Override
  public String toString() {
    return value
        + " for "
        + quantities.stream().map(Quantity::toString).collect(Collectors.joining(" and "));
  }
}
