/**
 * Partial equilibrium models and closed forms of tariff policy: plain numbers in, plain numbers
 * out.
 *
 * <p>The models differ in what they let move:
 *
 * <table>
 * <caption>Which model answers which question</caption>
 * <tr><th>model</th><th>prices of exporters</th><th>answers</th></tr>
 * <tr><td>{@link org.tariffeconomics.equilibrium.ArmingtonMarket}</td><td>given</td>
 *     <td>who gains market share when relative prices move</td></tr>
 * <tr><td>{@link org.tariffeconomics.equilibrium.NestedArmington}</td><td>given</td>
 *     <td>the same, where some suppliers are closer rivals than others</td></tr>
 * <tr><td>{@link org.tariffeconomics.equilibrium.SmartMarket}</td><td>given, or a supply curve</td>
 *     <td>trade creation and diversion of a preference</td></tr>
 * <tr><td>{@link org.tariffeconomics.equilibrium.ArmingtonSupplyModel}</td><td>clear one
 *     market</td><td>who bears a tariff</td></tr>
 * <tr><td>{@link org.tariffeconomics.equilibrium.GsimModel}</td><td>clear the world market of an
 *     industry</td><td>prices, trade and welfare of every region</td></tr>
 * <tr><td>{@link org.tariffeconomics.equilibrium.BertrandMarket}</td><td>set by firms with market
 *     power</td><td>pass-through of a tariff into prices</td></tr>
 * </table>
 *
 * <p>A model is made from observed values and elasticities ({@code of…}), completed with {@code
 * with…}, and asked by {@code after…}, which gives a result with prices, quantities and a table.
 * The model stays as it is and can be asked again.
 *
 * <pre>{@code
 * double[] values = {60, 30, 10};
 * double[] supply = {1, 10, 10};
 * var market = ArmingtonSupplyModel.of(values, new double[3], supply, 4);
 * var after = market.afterTariffs(0, 0.25, 0);
 * Math.round(1e5 * after.buyerPrices()[1]) / 1e5;     // 1.19215
 * after.incidenceOnBuyers(1).getAsDouble() > 0.7;     // true
 * }</pre>
 *
 * <p>Beside the models stand closed forms: {@link org.tariffeconomics.equilibrium.TariffWelfare}
 * for losses, revenue and optimal tariffs, {@link org.tariffeconomics.equilibrium.GainsFromTrade},
 * and {@link org.tariffeconomics.equilibrium.ReciprocalFormula} with {@link
 * org.tariffeconomics.equilibrium.TradeBalanceCheck}, which asks what balance such a rate would
 * bring. Where equations have no solution in reach, {@link
 * org.tariffeconomics.equilibrium.NonConvergenceException} says how far off the solver was.
 *
 * <p>Tariffs are fractions (0.25 is 25 percent); what moves a price is the tariff's <i>power</i>,
 * {@code 1 + t}: a cut from 25 to 15 percent lowers a price by 8 percent, not by 10. A
 * <i>factor</i> is new over old (1.08 is a rise by 8 percent). Elasticities of demand are signed,
 * elasticities of supply and of substitution are positive. Numbers are estimates in {@code double};
 * none of them is ever NaN or infinite.
 *
 * <p>Also here: {@link org.tariffeconomics.equilibrium.ConsumerPriceTariff} turns a customs rate
 * into a share of the consumer price, and {@link org.tariffeconomics.equilibrium.Variety} names the
 * goods of one origin in a nested market.
 *
 * <p>All values and results are immutable and may be used by several threads; the same question has
 * the same answer on one thread or many.
 *
 * @since 0.1.0
 */
@NullMarked
package org.tariffeconomics.equilibrium;

import org.jspecify.annotations.NullMarked;
