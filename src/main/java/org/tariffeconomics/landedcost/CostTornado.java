package org.tariffeconomics.landedcost;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.tariff.TariffLaw;
import org.tariffeconomics.uncertainty.InputRange;
import org.tariffeconomics.uncertainty.Tornado;

/**
 * Which input moves a landed cost most: each is moved alone from its low to its high end, all else
 * as it is, under the law of a day.
 *
 * <pre>{@code
 * CostTornado.of(shipment, law).vary(Input.PRICE, "-5%", "+5%").vary(Input.DUTY, "10%", "25%").tornado()
 * }</pre>
 *
 * @since 0.1.0
 */
public final class CostTornado {

  private final Shipment shipment;
  private final TariffLaw law;
  private final List<Range> ranges;

  /** What may be moved. */
  public enum Input {
    /** The price; ends are changes of it, {@code -5%}. */
    PRICE,
    /** The freight, which the shipment must state; ends are changes of it. */
    FREIGHT,
    /** The insurance, which the shipment must state; ends are changes of it. */
    INSURANCE,
    /** All duties together; ends are rates on the customs value, {@code 10%} and {@code 25%}. */
    DUTY
  }

  private record Range(Input input, Rate low, Rate high) {}

  private CostTornado(Shipment shipment, TariffLaw law, List<Range> ranges) {
    this.shipment = shipment;
    this.law = law;
    this.ranges = ranges;
  }

  /**
   * A shipment under a law, with nothing moved yet.
   *
   * @param shipment the goods
   * @param law the law of the day
   * @return the question
   */
  public static CostTornado of(Shipment shipment, TariffLaw law) {
    return new CostTornado(
        Objects.requireNonNull(shipment, "shipment"),
        Objects.requireNonNull(law, "law"),
        List.of());
  }

  /**
   * The same with one more input moved.
   *
   * @param input the input
   * @param low its low end
   * @param high its high end
   * @return a new question
   * @throws IllegalArgumentException when an end cannot be read, the ends are in the wrong order,
   *     an amount would be negative, or the shipment does not state the input
   */
  public CostTornado vary(Input input, String low, String high) {
    Objects.requireNonNull(input, "input");
    Objects.requireNonNull(low, "low");
    Objects.requireNonNull(high, "high");
    Rate least = Rate.parse(low);
    Rate most = Rate.parse(high);
    Rate floor = input == Input.DUTY ? Rate.ZERO : Rate.percent(-100);
    if (least.compareTo(floor) < 0 || least.compareTo(most) > 0) {
      throw new IllegalArgumentException(
          "The ends of "
              + input
              + " must be from "
              + floor
              + " up, but were "
              + least
              + " and "
              + most);
    }
    if (input == Input.FREIGHT && shipment.freight().isEmpty()
        || input == Input.INSURANCE && shipment.insurance().isEmpty()) {
      throw new IllegalArgumentException(
          "The shipment does not state its " + input + ": use Shipment.with…");
    }
    List<Range> more = new ArrayList<>(ranges);
    more.add(new Range(input, least, most));
    return new CostTornado(shipment, law, List.copyOf(more));
  }

  /**
   * The answer: inputs by how much they move the cost.
   *
   * @return the tornado of the landed cost in the currency of the law
   * @throws IllegalArgumentException when nothing is moved
   * @throws IllegalStateException with the reasons, when the cost is not known
   */
  public Tornado tornado() {
    LandedCost base = LandedCost.of(shipment, law);
    base.totalOrThrow();
    double rate = base.effectiveRate().map(r -> r.fraction().doubleValue()).orElse(0.0);
    List<InputRange> inputs = new ArrayList<>();
    for (Range each : ranges) {
      inputs.add(input(each, rate));
    }
    CurrencyUnit currency = law.book().currency();
    return Tornado.of("landed cost", currency.getCode(), inputs, values -> cost(base, values));
  }

  private InputRange input(Range range, double rate) {
    String name = range.input().name().toLowerCase(Locale.ROOT);
    return range.input() == Input.DUTY
        ? InputRange.of(
            name, rate, range.low().fraction().doubleValue(), range.high().fraction().doubleValue())
        : InputRange.of(
            name,
            stated(range.input()).getAmount().doubleValue(),
            times(stated(range.input()), range.low()).getAmount().doubleValue(),
            times(stated(range.input()), range.high()).getAmount().doubleValue());
  }

  private BigMoney stated(Input input) {
    return switch (input) {
      case PRICE -> shipment.price();
      case FREIGHT -> shipment.freight().orElseThrow();
      case INSURANCE -> shipment.insurance().orElseThrow();
      case DUTY -> throw new IllegalStateException("a duty is no stated amount");
    };
  }

  private static BigMoney times(BigMoney amount, Rate change) {
    return amount.multipliedBy(BigDecimal.ONE.add(change.fraction()));
  }

  private double cost(LandedCost base, double[] values) {
    Shipment moved = shipment;
    @Nullable Rate duty = null;
    for (int i = 0; i < values.length; i++) {
      BigDecimal value = BigDecimal.valueOf(values[i]);
      switch (ranges.get(i).input()) {
        case PRICE -> moved = moved.withPrice(in(shipment.price(), value));
        case FREIGHT -> moved = moved.withFreight(in(stated(Input.FREIGHT), value));
        case INSURANCE -> moved = moved.withInsurance(in(stated(Input.INSURANCE), value));
        case DUTY -> duty = isBase(base, value) ? duty : Rate.fraction(value);
      }
    }
    LandedCost cost = LandedCost.of(moved, law);
    return (duty == null ? cost : cost.atRate(duty)).totalOrThrow().getAmount().doubleValue();
  }

  /** Where the duty is not moved, it is that of the law, layer by layer. */
  private static boolean isBase(LandedCost base, BigDecimal rate) {
    return base.effectiveRate()
        .filter(r -> r.fraction().doubleValue() == rate.doubleValue())
        .isPresent();
  }

  private static BigMoney in(BigMoney like, BigDecimal amount) {
    return BigMoney.of(like.getCurrencyUnit(), amount);
  }

  /** The goods and what is moved. */
  @Override
  public String toString() {
    return shipment + " under the " + law + ", moving " + ranges;
  }

  /** Two are equal when their contents are. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof CostTornado that
        && shipment.equals(that.shipment)
        && law.equals(that.law)
        && ranges.equals(that.ranges);
  }

  @Override
  public int hashCode() {
    return Objects.hash(shipment, law, ranges);
  }
}
