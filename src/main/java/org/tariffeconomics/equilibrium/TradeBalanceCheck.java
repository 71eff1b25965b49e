package org.tariffeconomics.equilibrium;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalDouble;
import org.tariffeconomics.basics.Require;
import org.tariffeconomics.report.Cell;
import org.tariffeconomics.report.Table;

/**
 * What a tariff on one partner would do to the bilateral balance under a stated response of
 * imports: the test of a tariff that was set to close a deficit.
 *
 * <p>Exports are held fixed and imports are counted before duty. Nothing here answers back: no
 * retaliation, no exchange rate, no trade with others. A tariff can therefore look better than it
 * is, never worse, for the balance with this one partner.
 *
 * @param exports exports to the partner, money, not negative
 * @param imports imports from the partner before duty, the same money, positive
 * @param tariff the additional tariff as a fraction, not negative
 * @since 0.1.0
 */
public record TradeBalanceCheck(double exports, double imports, double tariff) {

  /**
   * Creates a check.
   *
   * @param exports exports to the partner, money, not negative
   * @param imports imports from the partner before duty, the same money, positive
   * @param tariff the additional tariff as a fraction, not negative
   * @throws IllegalArgumentException when a number is out of its range
   */
  public TradeBalanceCheck {
    Require.notNegative("exports", exports);
    Require.positive("imports", imports);
    Require.notNegative("tariff", tariff);
  }

  /**
   * A check of a tariff.
   *
   * @param exports exports to the partner, money, not negative
   * @param imports imports from the partner before duty, the same money, positive
   * @param tariff the additional tariff as a fraction, not negative
   * @return the check
   */
  public static TradeBalanceCheck of(double exports, double imports, double tariff) {
    return new TradeBalanceCheck(exports, imports, tariff);
  }

  /**
   * The balance if imports fall by {@code ε φ t} of themselves, as the reciprocal formula supposes.
   * Imports end at zero.
   *
   * @param elasticity the absolute elasticity of import demand ε, positive
   * @param passThrough price rise per point of tariff φ, positive
   * @return the outcome
   */
  public BalanceOutcome linear(double elasticity, double passThrough) {
    Require.positive("elasticity", elasticity);
    Require.positive("passThrough", passThrough);
    return outcome("linear", Math.max(0, 1 - elasticity * passThrough * tariff));
  }

  /**
   * The balance if import demand has a constant elasticity and a share of the tariff's power
   * reaches the buyer: the price with duty moves by {@code T^β}, before duty by {@code T^(β−1)},
   * the quantity by {@code T^(−βε)}, with {@code T = 1 + t}.
   *
   * @param elasticity the absolute elasticity of import demand ε, positive
   * @param passThrough the logarithmic pass-through β, from 0 to 1
   * @return the outcome
   */
  public BalanceOutcome constantElasticity(double elasticity, double passThrough) {
    return outcome(
        "constant elasticity", Math.exp(exponent(elasticity, passThrough) * Math.log1p(tariff)));
  }

  /** The elasticity of imports before duty to the tariff's power. */
  private static double exponent(double elasticity, double passThrough) {
    Require.positive("elasticity", elasticity);
    Require.share("passThrough", passThrough);
    return passThrough - 1 - passThrough * elasticity;
  }

  /**
   * The balance if the partner's goods compete with those of all others in one CES market, whose
   * other prices stay.
   *
   * @param marketShare the partner's share of spending in the market, between 0 and 1
   * @param sigma elasticity of substitution, positive
   * @param demandElasticity elasticity of total demand η, not positive
   * @param passThrough the logarithmic pass-through β, from 0 to 1
   * @return the outcome
   */
  public BalanceOutcome armington(
      double marketShare, double sigma, double demandElasticity, double passThrough) {
    Require.properShare("marketShare", marketShare);
    Require.share("passThrough", passThrough);
    double logPower = Math.log1p(tariff);
    ArmingtonMarket market =
        ArmingtonMarket.ofShares(new double[] {marketShare, 1 - marketShare}, sigma)
            .withDemandElasticity(demandElasticity);
    double quantity = market.afterPrices(Math.exp(passThrough * logPower), 1).quantities()[0];
    return outcome("Armington", quantity * Math.exp((passThrough - 1) * logPower));
  }

  private BalanceOutcome outcome(String rule, double importFactor) {
    return new BalanceOutcome(rule, exports, imports, importFactor * imports);
  }

  /**
   * The tariff that would close the deficit if import demand had a constant elasticity.
   *
   * @param elasticity the absolute elasticity of import demand ε, positive
   * @param passThrough the logarithmic pass-through β, from 0 to 1
   * @return the tariff as a fraction; empty where there is no deficit, or where exports are zero,
   *     since no tariff then closes it
   */
  public OptionalDouble closingTariff(double elasticity, double passThrough) {
    double exponent = exponent(elasticity, passThrough);
    double closing = Math.expm1(Math.log(exports / imports) / exponent);
    return exports < imports && Double.isFinite(closing)
        ? OptionalDouble.of(closing)
        : OptionalDouble.empty();
  }

  /**
   * Outcomes side by side, each in a row.
   *
   * @param outcomes outcomes of this check
   * @return the table
   */
  public Table table(List<BalanceOutcome> outcomes) {
    Objects.requireNonNull(outcomes, "outcomes");
    List<List<Cell>> rows = outcomes.stream().map(BalanceOutcome::cells).toList();
    return Table.of(
            "Bilateral balance after the tariff (- is a deficit)", BalanceOutcome.COLUMNS, rows)
        .withCaption(
            List.of(String.format(Locale.ROOT, "tariff %.2f%%, exports fixed", 100 * tariff)));
  }

  /** The tariff and the balance now. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT, "Tariff %.1f%% on a balance of %.4g", 100 * tariff, exports - imports);
  }
}
