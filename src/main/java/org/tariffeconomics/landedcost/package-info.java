/**
 * Shipments and what they cost at the importer's door: customs value, duty, fees, import taxes.
 *
 * <p>A {@link org.tariffeconomics.landedcost.Shipment} states prices and terms; a {@link
 * org.tariffeconomics.landedcost.LandedCostCalculator} knows the territory's valuation, fees and
 * taxes; the {@link org.tariffeconomics.landedcost.LandedCost} is an itemised waterfall whose lines
 * add up. Two of them have a {@link org.tariffeconomics.landedcost.LandedCostDifferential}, and
 * {@link org.tariffeconomics.landedcost.Parity} says what would draw them level.
 *
 * <pre>{@code
 * TariffLaw law = TariffBook.us(TariffMeasure.base("8703", "2.5%")).on("2026-11-23");
 * Shipment car = Shipment.of("8703.23.01", "JP", "USD 30000").withFreight("USD 1330").withInsurance("USD 207").withMode(TransportMode.SEA);
 * LandedCost cost = LandedCost.of(car, law);
 * cost.amount(CostLine.Kind.DUTY).orElseThrow().toMoney(); // USD 750.00
 * }</pre>
 *
 * <p>Also here: {@link org.tariffeconomics.landedcost.OriginRule} asks whether goods originate;
 * {@link org.tariffeconomics.landedcost.Drawback}, {@link
 * org.tariffeconomics.landedcost.DrawbackClaim}, {@link org.tariffeconomics.landedcost.ZoneGoods}
 * and {@link org.tariffeconomics.landedcost.ZoneWeek} are what exports and zones save; {@link
 * org.tariffeconomics.landedcost.PassThrough} is how much of a duty arrives in prices; {@link
 * org.tariffeconomics.landedcost.BasketIndex} sets a cost against a basket of rivals; {@link
 * org.tariffeconomics.landedcost.CostTornado} and {@link
 * org.tariffeconomics.landedcost.LawScenarios} say what moves a cost, and what it is under laws
 * that may come.
 *
 * <p>All values and results are immutable and may be used by several threads; the same question has
 * the same answer on one thread or many.
 *
 * <p><a href="doc-files/examples.html">Worked examples, with what they print</a>.
 *
 * @since 0.1.0
 */
@NullMarked
package org.tariffeconomics.landedcost;

import org.jspecify.annotations.NullMarked;
