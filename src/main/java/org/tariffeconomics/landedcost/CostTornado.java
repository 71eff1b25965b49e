package org.tariffeconomics.landedcost;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.basics.Texts;
import org.tariffeconomics.tariff.DutyLayer;
import org.tariffeconomics.tariff.Rule;
import org.tariffeconomics.tariff.TariffBook;
import org.tariffeconomics.tariff.TariffLaw;
import org.tariffeconomics.uncertainty.InputRange;
import org.tariffeconomics.uncertainty.Tornado;

/**
 * What moves a landed cost most: each input is moved alone from its low to its high end, all else
 * as it is, under the law of a day; and the law itself is held against others alone: without a
 * programme, of another day, with a deal.
 *
 * <pre>{@code
 * CostTornado.of(shipment, law)
 *     .vary(Input.PRICE, "-5%", "+5%")
 *     .varyProgrammes()
 *     .varyLaw("the day before", book.on("2025-09-15"))
 *     .tornado()
 * }</pre>
 *
 * <p>A law is an input that is 0 where the law is as it is, and 1 where the other one holds.
 *
 * @since 0.1.0
 */
public final class CostTornado {

  private final Shipment shipment;
  private final TariffLaw law;
  private final List<Range> ranges;
  private final List<OtherLaw> laws;

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

  private record OtherLaw(String name, TariffLaw law) {}

  private CostTornado(Shipment shipment, TariffLaw law, List<Range> ranges, List<OtherLaw> laws) {
    this.shipment = shipment;
    this.law = law;
    this.ranges = ranges;
    this.laws = laws;
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
        List.of(),
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
    return new CostTornado(shipment, law, List.copyOf(more), laws);
  }

  /**
   * The same with one more law that may hold in place of the law.
   *
   * @param name what it is called, not blank: {@code the day before}, {@code without the deal}
   * @param other the law, of the same territory and currency
   * @return a new question
   * @throws IllegalArgumentException when the name is blank or stands already, or the law is one of
   *     another territory or currency
   */
  public CostTornado varyLaw(String name, TariffLaw other) {
    CostAmounts.requireName("A law", Objects.requireNonNull(name, "name"));
    TariffBook book = Objects.requireNonNull(other, "other").book();
    if (!book.territory().equals(law.book().territory())
        || !book.currency().equals(law.book().currency())) {
      throw new IllegalArgumentException(
          "other must be a law of "
              + law.book().territory()
              + " in "
              + law.book().currency()
              + ", but was the "
              + other);
    }
    if (laws.stream().anyMatch(each -> each.name().equals(name))) {
      throw new IllegalArgumentException(
          "name must be one that no other law has, but was " + Texts.quoted(name));
    }
    List<OtherLaw> more = new ArrayList<>(laws);
    more.add(new OtherLaw(name, other));
    return new CostTornado(shipment, law, ranges, List.copyOf(more));
  }

  /**
   * The same with the law held against itself without each programme that charges the goods or
   * lowers their duty in turn; the ordinary duty stays.
   *
   * @return a new question; the same where no programme does
   * @throws IllegalArgumentException when such a law is varied already
   */
  public CostTornado varyProgrammes() {
    Set<String> programmes = new LinkedHashSet<>();
    for (DutyLayer each :
        law.stack(shipment.line(), shipment.origin(), shipment.declaration()).layers()) {
      if (each.measure().rule() != Rule.BASE) {
        programmes.add(each.measure().programme());
      }
    }
    CostTornado all = this;
    for (String each : programmes) {
      TariffLaw without = law.book().without(each).on(law.day());
      all = all.varyLaw("without " + each, law.knownOn().map(without::asKnownOn).orElse(without));
    }
    return all;
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
    laws.forEach(each -> inputs.add(InputRange.of(each.name(), 0, 0, 1)));
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
    for (int i = 0; i < ranges.size(); i++) {
      BigDecimal value = BigDecimal.valueOf(values[i]);
      switch (ranges.get(i).input()) {
        case PRICE -> moved = moved.withPrice(in(shipment.price(), value));
        case FREIGHT -> moved = moved.withFreight(in(stated(Input.FREIGHT), value));
        case INSURANCE -> moved = moved.withInsurance(in(stated(Input.INSURANCE), value));
        case DUTY -> duty = isBase(base, value) ? duty : Rate.fraction(value);
      }
    }
    LandedCost cost = LandedCost.of(moved, law(values));
    return (duty == null ? cost : cost.atRate(duty)).totalOrThrow().getAmount().doubleValue();
  }

  private TariffLaw law(double[] values) {
    for (int i = 0; i < laws.size(); i++) {
      if (values[ranges.size() + i] != 0) {
        return laws.get(i).law();
      }
    }
    return law;
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
    return shipment
        + " under the "
        + law
        + ", moving "
        + ranges
        + (laws.isEmpty() ? "" : ", laws " + laws.stream().map(OtherLaw::name).toList());
  }

  /** Two are equal when their contents are. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof CostTornado that
        && shipment.equals(that.shipment)
        && law.equals(that.law)
        && ranges.equals(that.ranges)
        && laws.equals(that.laws);
  }

  @Override
  public int hashCode() {
    return Objects.hash(shipment, law, ranges, laws);
  }
}
