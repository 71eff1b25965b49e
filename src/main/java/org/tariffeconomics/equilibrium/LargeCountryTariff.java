package org.tariffeconomics.equilibrium;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.Require;
import org.tariffeconomics.report.Table;

/**
 * A tariff of a country that moves the world price, with demand and foreign export supply of
 * constant elasticity.
 *
 * <p>At free trade the price is one and imports are {@code M}. With the power {@code T = 1 + t},
 * demand {@code M p^(−e)} and supply {@code M p*^ω}, the market clears at {@code p* = T^(−e/(ω+e))}
 * before duty and {@code p = p* T = T^(ω/(ω+e))} with duty. Areas beside the two curves give the
 * exporters' and the consumers' loss. Losses are positive, gains are positive where the name says
 * gain.
 *
 * @since 0.1.0
 */
public final class LargeCountryTariff {

  private final double importsAtFreeTrade;
  private final double tariff;
  private final double demandElasticity;
  private final double exportSupplyElasticity;

  LargeCountryTariff(
      double importsAtFreeTrade,
      double tariff,
      double demandElasticity,
      double exportSupplyElasticity) {
    Require.notNegative("importsAtFreeTrade", importsAtFreeTrade);
    Require.tariff("tariff", tariff);
    Require.notNegative("demandElasticity", demandElasticity);
    Require.positive("exportSupplyElasticity", exportSupplyElasticity);
    this.importsAtFreeTrade = importsAtFreeTrade;
    this.tariff = tariff;
    this.demandElasticity = demandElasticity;
    this.exportSupplyElasticity = exportSupplyElasticity;
  }

  /** {@return imports without the tariff, money, not negative} */
  public double importsAtFreeTrade() {
    return importsAtFreeTrade;
  }

  /** {@return the tariff as a fraction, above −1} */
  public double tariff() {
    return tariff;
  }

  /** {@return the absolute elasticity of import demand {@code e}, not negative} */
  public double demandElasticity() {
    return demandElasticity;
  }

  /** {@return the foreign export supply elasticity {@code ω}, positive} */
  public double exportSupplyElasticity() {
    return exportSupplyElasticity;
  }

  /**
   * {@return the part of the tariff's power that reaches the buyer, {@code ω/(ω+e)}, in logarithms:
   * a fraction from 0 to 1; 1 is full pass-through}
   */
  public double passThrough() {
    return exportSupplyElasticity / (exportSupplyElasticity + demandElasticity);
  }

  /** {@return the price that exporters get: new over old, at most 1 for a tariff} */
  public double worldPrice() {
    return finite("world price", Math.exp(logWorldPrice()));
  }

  /** {@return the price that buyers pay, duty included: new over old, at least 1 for a tariff} */
  public double buyerPrice() {
    return finite("buyers' price", Math.exp(logBuyerPrice()));
  }

  /** {@return the quantity imported: new over old} */
  public double importVolume() {
    return finite("import volume", Math.exp(-demandElasticity * logBuyerPrice()));
  }

  /** {@return the tariff revenue, {@code t p* q}} */
  public double revenue() {
    return finite("revenue", importsAtFreeTrade * tariff * worldPrice() * importVolume());
  }

  /** {@return the loss of the buyers} */
  public double consumerLoss() {
    double area = Ces.area(-demandElasticity, logBuyerPrice());
    return finite("consumers' loss", importsAtFreeTrade * area);
  }

  /** {@return the loss of the foreign exporters} */
  public double exporterLoss() {
    double area = Ces.area(exportSupplyElasticity, logWorldPrice());
    return finite("exporters' loss", -importsAtFreeTrade * area);
  }

  /**
   * {@return what the importing country gains by the lower price of what it still imports, {@code
   * (1−p*) q}}
   */
  public double termsOfTradeGain() {
    return finite(
        "terms-of-trade gain", -importsAtFreeTrade * Math.expm1(logWorldPrice()) * importVolume());
  }

  /**
   * {@return the gain of the importing country, revenue less the buyers' loss: money; positive for
   * a tariff near the optimal one}
   */
  public double nationalGain() {
    return revenue() - consumerLoss();
  }

  /**
   * The loss by trade that no longer takes place on the buyers' side: the terms-of-trade gain less
   * the national gain.
   *
   * @return money, not negative but for rounding
   */
  public double domesticDistortion() {
    return termsOfTradeGain() - nationalGain();
  }

  /**
   * {@return the loss of the world, the exporters' loss less the national gain: money, not negative
   * but for rounding}
   */
  public double worldLoss() {
    return exporterLoss() - nationalGain();
  }

  private double logBuyerPrice() {
    return passThrough() * Math.log1p(tariff);
  }

  private double logWorldPrice() {
    double borneByExporters = demandElasticity / (exportSupplyElasticity + demandElasticity);
    return -borneByExporters * Math.log1p(tariff);
  }

  private static double finite(String what, double value) {
    return Require.finiteResult(what, value);
  }

  /** {@return every figure, each in a row} */
  public Table table() {
    return new Rows()
        .percent("tariff", tariff)
        .relative("exporters' price", worldPrice() - 1)
        .relative("buyers' price", buyerPrice() - 1)
        .relative("import volume", importVolume() - 1)
        .money("revenue", revenue())
        .money("consumers' loss", consumerLoss())
        .money("terms-of-trade gain", termsOfTradeGain())
        .money("domestic distortion", domesticDistortion())
        .money("national gain", nationalGain())
        .money("exporters' loss", exporterLoss())
        .money("world loss", worldLoss())
        .table("A tariff that moves the world price (losses are positive)");
  }

  /** The national gain and the exporters' loss. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "Tariff %.2f%%: national gain %.4g, exporters' loss %.4g",
        100 * tariff,
        nationalGain(),
        exporterLoss());
  }

  private List<Object> components() {
    return List.of(importsAtFreeTrade, tariff, demandElasticity, exportSupplyElasticity);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof LargeCountryTariff that && components().equals(that.components());
  }

  @Override
  public int hashCode() {
    return components().hashCode();
  }
}
