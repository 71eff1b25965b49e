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
 * <p>Tariffs are fractions (0.25 is 25 percent); what moves a price is the tariff's <i>power</i>,
 * {@code 1 + t}: a cut from 25 to 15 percent lowers a price by 8 percent, not by 10. A
 * <i>factor</i> is new over old (1.08 is a rise by 8 percent). Elasticities of demand are signed,
 * elasticities of supply and of substitution are positive. Numbers are estimates in {@code double};
 * none of them is ever NaN or infinite.
 */
@NullMarked
package org.tariffeconomics.equilibrium;

import org.jspecify.annotations.NullMarked;
