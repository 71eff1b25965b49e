/**
 * Trade-policy and competitiveness indices that need only numbers.
 *
 * <p>Who stands where, from tariffs and trade alone, without a model of behaviour:
 *
 * <ul>
 *   <li>relative position in a market: {@link org.tariffeconomics.indicator.PreferenceMarket},
 *       {@link org.tariffeconomics.indicator.MarketAccessConditions}, {@link
 *       org.tariffeconomics.indicator.RealEffectiveIndex};
 *   <li>protection of a market: {@link org.tariffeconomics.indicator.TariffProfile}, {@link
 *       org.tariffeconomics.indicator.Restrictiveness}, {@link
 *       org.tariffeconomics.indicator.EffectiveProtection}, {@link
 *       org.tariffeconomics.indicator.EffectiveRate}, {@link
 *       org.tariffeconomics.indicator.CollectionGap}, {@link
 *       org.tariffeconomics.indicator.ImpliedTakeUp};
 *   <li>specialisation and trade structure over a {@link
 *       org.tariffeconomics.indicator.TradeMatrix}: {@link
 *       org.tariffeconomics.indicator.RevealedAdvantage}, {@link
 *       org.tariffeconomics.indicator.TwoWayTrade}, {@link
 *       org.tariffeconomics.indicator.BasketComparison}, {@link
 *       org.tariffeconomics.indicator.Concentration}, {@link
 *       org.tariffeconomics.indicator.TradeIntensity}, {@link
 *       org.tariffeconomics.indicator.ConstantMarketShare};
 *   <li>trade by tariff line and origin, to weight a tariff by: {@link
 *       org.tariffeconomics.indicator.TradeWeights}.
 * </ul>
 *
 * <p>Trade comes in as a {@code TradeMatrix} (country by product, or exporter by importer), a
 * market as a list of {@link org.tariffeconomics.indicator.SupplierTariff}. Each index class takes
 * one of them and answers single numbers, whole {@code IndexMatrix} results and tables.
 *
 * <pre>{@code
 * var exports =
 *     TradeMatrix.of(
 *         List.of("jp", "kr"), List.of("cars", "chips"), new double[][] {{75, 25}, {25, 75}});
 * RevealedAdvantage.of(exports).balassa("jp", "cars");                // OptionalDouble[1.5]
 * var market =
 *     PreferenceMarket.of(
 *         0.275, List.of(new SupplierTariff("JP", 40, 0.15), new SupplierTariff("KR", 30, 0.25)));
 * market.competitorAverage("JP");                                     // OptionalDouble[0.25]
 * }</pre>
 *
 * <p>Also here: {@link org.tariffeconomics.indicator.EffectiveRateChange} splits the change of an
 * effective rate into what rates and what the composition of imports did.
 *
 * <p>Everywhere a rate is a fraction (0.15 is 15 percent), trade is a non-negative amount in one
 * unit of the caller's choice, and all types are immutable and safe for threads. An index that has
 * no value for the data at hand, such as the share of a country without exports, is an empty {@code
 * OptionalDouble} or an undefined cell of an {@link org.tariffeconomics.indicator.IndexMatrix};
 * arguments that break a contract are refused with an {@code IllegalArgumentException} that names
 * the argument and the value. No method returns NaN or an infinity.
 *
 * @since 0.1.0
 */
@NullMarked
package org.tariffeconomics.indicator;

import org.jspecify.annotations.NullMarked;
