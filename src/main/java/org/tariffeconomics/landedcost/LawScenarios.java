package org.tariffeconomics.landedcost;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.joda.money.BigMoney;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.tariff.TariffLaw;
import org.tariffeconomics.uncertainty.WeightedScenarios;
import org.tariffeconomics.uncertainty.WeightedScenarios.Scenario;

/**
 * Laws that may come to hold, with the weight of each and by how much prices would change then.
 *
 * <pre>{@code
 * LawScenarios.of("stays", law, "60%").and("snaps back", other, "40%", "-3%").landed(shipment)
 * }</pre>
 *
 * @since 0.1.0
 */
public final class LawScenarios {

  private final List<Case> cases;

  private LawScenarios(List<Case> cases) {
    this.cases = cases;
  }

  /** One law with its weight. */
  private record Case(String name, TariffLaw law, Rate weight, Rate priceChange) {}

  /**
   * A first law, at prices as they are.
   *
   * @param name what the case is called
   * @param law the law of a day
   * @param weight its probability, e.g. {@code 60%}; all together must be 100 %
   * @return the scenarios
   * @throws IllegalArgumentException when the weight cannot be read or is not within 0 and 100 %
   */
  public static LawScenarios of(String name, TariffLaw law, String weight) {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(law, "law");
    Objects.requireNonNull(weight, "weight");
    return new LawScenarios(List.of()).and(name, law, weight);
  }

  /**
   * The same with one more law, at prices as they are.
   *
   * @param name what the case is called
   * @param law the law of a day
   * @param weight its probability
   * @return new scenarios
   * @throws IllegalArgumentException when the weight cannot be read or is not within 0 and 100 %
   */
  public LawScenarios and(String name, TariffLaw law, String weight) {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(law, "law");
    Objects.requireNonNull(weight, "weight");
    return and(name, law, weight, "0%");
  }

  /**
   * The same with one more law, at other prices.
   *
   * @param name what the case is called
   * @param law the law of a day
   * @param weight its probability
   * @param priceChange by how much prices change, e.g. {@code -3%}
   * @return new scenarios
   * @throws IllegalArgumentException when a rate cannot be read, the weight is not within 0 and 100
   *     %, the price falls by more than all of it, or the law is in another currency than the first
   */
  public LawScenarios and(String name, TariffLaw law, String weight, String priceChange) {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(law, "law");
    Objects.requireNonNull(weight, "weight");
    Objects.requireNonNull(priceChange, "priceChange");
    CostAmounts.requireName("A scenario", name);
    Rate share = Rate.parse(weight);
    Rate change = Rate.parse(priceChange);
    if (share.compareTo(Rate.ZERO) < 0 || share.compareTo(Rate.percent(100)) > 0) {
      throw new IllegalArgumentException("weight must be within 0% and 100%, but was " + share);
    }
    if (change.compareTo(Rate.percent(-100)) < 0) {
      throw new IllegalArgumentException("priceChange must not be below -100%, but was " + change);
    }
    if (!cases.isEmpty() && !law.book().currency().getCode().equals(currency())) {
      throw new IllegalArgumentException(
          "law must be in " + currency() + ", but was in " + law.book().currency());
    }
    List<Case> more = new ArrayList<>(cases);
    more.add(new Case(name, law, share, change));
    return new LawScenarios(List.copyOf(more));
  }

  /**
   * The landed cost of a shipment in every case, with the expected one and the range.
   *
   * @param shipment the goods at today's price
   * @return the costs in the currency of the laws
   * @throws IllegalArgumentException when the weights are not 100 % together
   * @throws IllegalStateException with the reasons, when a cost is not known: a weighted sum
   *     without it would be too low
   */
  public WeightedScenarios landed(Shipment shipment) {
    Objects.requireNonNull(shipment, "shipment");
    List<Scenario> scenarios = new ArrayList<>();
    for (Case each : cases) {
      BigMoney price = times(shipment.price(), each.priceChange());
      BigMoney cost = LandedCost.of(shipment.withPrice(price), each.law()).totalOrThrow();
      scenarios.add(scenario(each, cost.getAmount()));
    }
    return WeightedScenarios.of("landed cost", currency(), scenarios);
  }

  /**
   * The duties on a portfolio in every case, with the expected ones and the range.
   *
   * @param portfolio the articles at today's values
   * @return the duties in the currency of the laws
   * @throws IllegalArgumentException when the weights are not 100 % together
   * @throws IllegalStateException when the duty of an article is not known in a case
   */
  public WeightedScenarios duties(Portfolio portfolio) {
    Objects.requireNonNull(portfolio, "portfolio");
    List<Scenario> scenarios = new ArrayList<>();
    for (Case each : cases) {
      PortfolioDuties duties = portfolio.withPriceChange(each.priceChange()).under(each.law());
      Money total =
          duties
              .total()
              .orElseThrow(
                  () ->
                      new IllegalStateException(
                          "No duties in '"
                              + each.name()
                              + "': "
                              + (duties.unknown() + duties.bounded())
                              + " articles are not known"));
      scenarios.add(scenario(each, total.getAmount()));
    }
    return WeightedScenarios.of("duties", currency(), scenarios);
  }

  private String currency() {
    return cases.get(0).law().book().currency().getCode();
  }

  private static Scenario scenario(Case each, BigDecimal value) {
    return Scenario.of(each.name(), each.weight().fraction().doubleValue(), value.doubleValue());
  }

  private static BigMoney times(BigMoney amount, Rate change) {
    return amount.multipliedBy(BigDecimal.ONE.add(change.fraction()));
  }

  /** The names and weights. */
  @Override
  public String toString() {
    return cases.stream().map(c -> c.name() + " " + c.weight()).toList().toString();
  }

  /** Two are equal when their contents are. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof LawScenarios that && cases.equals(that.cases);
  }

  @Override
  public int hashCode() {
    return cases.hashCode();
  }
}
