package org.tariffeconomics.equilibrium;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.Require;
import org.tariffeconomics.report.Table;

/**
 * The deadweight loss of a small country's tariff, with consumers' loss and revenue, under two
 * shapes of import demand that agree in level and slope at free trade.
 *
 * <p>With imports {@code M} at free trade, a world price of one and the absolute elasticity {@code
 * e}:
 *
 * <pre>{@code
 * linear               M(1 - e t) down to the choke tariff 1/e
 * constant elasticity  M(1+t)^(-e)
 * consumers' loss      the integral of demand from 1 to 1+t
 * deadweight loss      consumers' loss less revenue
 * }</pre>
 *
 * <p>Losses are positive. Source: Harberger (1954, 1964).
 *
 * @since 0.1.0
 */
public final class HarbergerLoss {

  /** Where the series below is both quick and more exact than the difference of two areas. */
  private static final double SMALL_SHOCK = 0.1;

  private final double importsAtFreeTrade;
  private final double tariff;
  private final double demandElasticity;

  HarbergerLoss(double importsAtFreeTrade, double tariff, double demandElasticity) {
    Require.notNegative("importsAtFreeTrade", importsAtFreeTrade);
    Require.tariff("tariff", tariff);
    Require.notNegative("demandElasticity", demandElasticity);
    this.importsAtFreeTrade = importsAtFreeTrade;
    this.tariff = tariff;
    this.demandElasticity = demandElasticity;
  }

  /** {@return imports without the tariff at world prices, money, not negative} */
  public double importsAtFreeTrade() {
    return importsAtFreeTrade;
  }

  /** {@return the tariff as a fraction, above −1; negative for a subsidy} */
  public double tariff() {
    return tariff;
  }

  /** {@return the absolute elasticity of import demand, not negative} */
  public double demandElasticity() {
    return demandElasticity;
  }

  /**
   * The textbook triangle {@code ½ M e t²}. It is the loss under linear demand up to the choke
   * tariff {@code 1/e}; beyond it the formula overstates the loss: see {@link #linearLoss()}.
   *
   * @return money
   */
  public double triangle() {
    return finite("triangle", importsAtFreeTrade * demandElasticity * tariff * tariff / 2);
  }

  /**
   * The deadweight loss under linear demand; beyond the choke tariff, where imports have ended, it
   * grows no more.
   *
   * @return money, not negative
   */
  public double linearLoss() {
    double effective = importsEndUnderLinearDemand() ? 1 / demandElasticity : tariff;
    return finite("loss", importsAtFreeTrade * demandElasticity * effective * effective / 2);
  }

  /**
   * {@return the revenue under linear demand, {@code t M max(0, 1 − e t)}: money; negative for a
   * subsidy}
   */
  public double linearRevenue() {
    double volume = Math.max(0, 1 - demandElasticity * tariff);
    return finite("revenue", tariff * importsAtFreeTrade * volume);
  }

  /** {@return whether the tariff is at or above the choke tariff {@code 1/e} of linear demand} */
  public boolean importsEndUnderLinearDemand() {
    return demandElasticity * tariff >= 1;
  }

  /** {@return the deadweight loss under constant elasticity: money, not negative} */
  public double constantElasticityLoss() {
    return finite("loss", importsAtFreeTrade * Math.max(0, deadweightLossPerUnit()));
  }

  /** Each of three forms of one integral keeps its digits where the others lose theirs. */
  private double deadweightLossPerUnit() {
    if (Math.abs(tariff) * (demandElasticity + 1) < SMALL_SHOCK) {
      return lossBySeries();
    }
    return demandElasticity < 1 ? lossOfInelasticDemand() : lossPerUnit() - revenuePerUnit();
  }

  /** Both terms of {@code e ∫ (1+x)^(−e) dx − (1 − (1+t)^(−e))} are small where e is. */
  private double lossOfInelasticDemand() {
    return demandElasticity * lossPerUnit() + Math.expm1(-demandElasticity * Math.log1p(tariff));
  }

  /** The Taylor series of {@code e ∫ x (1+x)^(−e−1) dx} from 0 to t: no digits cancel. */
  private double lossBySeries() {
    double coefficient = demandElasticity * tariff * tariff;
    double sum = 0;
    for (int k = 0; Math.abs(coefficient) > Math.abs(sum) * 1e-18; k++) {
      sum += coefficient / (k + 2);
      coefficient *= -(demandElasticity + 1 + k) / (k + 1) * tariff;
    }
    return sum;
  }

  /**
   * {@return the consumers' loss under constant elasticity: money; negative, a gain, for a subsidy}
   */
  public double constantElasticityConsumerLoss() {
    return finite("consumers' loss", importsAtFreeTrade * lossPerUnit());
  }

  /**
   * {@return the revenue under constant elasticity, {@code t M (1+t)^(−e)}: money; negative for a
   * subsidy}
   */
  public double constantElasticityRevenue() {
    return finite("revenue", importsAtFreeTrade * revenuePerUnit());
  }

  private double lossPerUnit() {
    return Ces.area(-demandElasticity, Math.log1p(tariff));
  }

  private double revenuePerUnit() {
    return tariff * Math.exp(-demandElasticity * Math.log1p(tariff));
  }

  private static double finite(String what, double value) {
    return Require.finiteResult(what, value);
  }

  /** {@return every figure, each in a row} */
  public Table table() {
    return new Rows()
        .money("imports at free trade", importsAtFreeTrade)
        .percent("tariff", tariff)
        .money("triangle ½Met²", triangle())
        .money("deadweight loss, linear demand", linearLoss())
        .money("revenue, linear demand", linearRevenue())
        .money("deadweight loss, constant elasticity", constantElasticityLoss())
        .money("revenue, constant elasticity", constantElasticityRevenue())
        .money("consumers' loss, constant elasticity", constantElasticityConsumerLoss())
        .table("Welfare cost of a tariff, small country (losses are positive)");
  }

  /** The loss under constant elasticity. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "Deadweight loss %.4g of a %.2f%% tariff on %.4g imports",
        constantElasticityLoss(),
        100 * tariff,
        importsAtFreeTrade);
  }

  private List<Object> components() {
    return List.of(importsAtFreeTrade, tariff, demandElasticity);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof HarbergerLoss that && components().equals(that.components());
  }

  @Override
  public int hashCode() {
    return components().hashCode();
  }
}
