/**
 * Who is ahead of whom in a market, why that changed, and what follows.
 *
 * <p>A {@link org.tariffeconomics.competitiveness.MarketSupplier} is an origin's supply of a
 * product with its imports and tariff; an {@link org.tariffeconomics.competitiveness.ImportMarket}
 * holds the suppliers, reads tariffs off a law or takes them by hand, and is asked for
 *
 * <ul>
 *   <li>the place of an origin among its rivals: {@link
 *       org.tariffeconomics.competitiveness.RelativePosition}, {@link
 *       org.tariffeconomics.competitiveness.PositionRanking};
 *   <li>what of a change was its own doing and what its rivals': {@link
 *       org.tariffeconomics.competitiveness.PositionErosion};
 *   <li>who sells more after it: {@link org.tariffeconomics.competitiveness.ShareShift}, first
 *       order.
 * </ul>
 *
 * <pre>{@code
 * var market =
 *     ImportMarket.of(
 *         "US cars",
 *         "USD bn",
 *         List.of(
 *             MarketSupplier.of("8703", "JP", 40, 0.15),
 *             MarketSupplier.of("8703", "KR", 30, 0.25),
 *             MarketSupplier.of("8703", "MX", 30, 0.275)));
 * market.position("KR");                                // KR in US cars: -4.6 pp against rivals
 * var after = market.withTariff("KR", "15%");
 * market.erosion("KR", after);                          // KR: +10.00 pp = own +10.00 pp, rivals 0.00 pp
 * }</pre>
 *
 * <p>Around it: {@link org.tariffeconomics.competitiveness.BookExposure} places a book of loans in
 * a market; {@link org.tariffeconomics.competitiveness.CountryScore} and {@link
 * org.tariffeconomics.competitiveness.CountryScreen} rank and sift countries by criteria of the
 * user's; {@link org.tariffeconomics.competitiveness.BillOfMaterials} and {@link
 * org.tariffeconomics.competitiveness.ContentRule} look inside a product; {@link
 * org.tariffeconomics.competitiveness.Attribution} splits a change among its factors.
 *
 * <p>A number that may be missing is a {@link org.tariffeconomics.competitiveness.Figure}, which
 * then says why. What is not known has no weight, is named under the table, and moves nobody ahead;
 * where the imports from a supplier are not known, neither is the share of the trade that a result
 * covers. Tariffs are fractions, margins are positive where an origin is ahead.
 *
 * <p>Also here: {@link org.tariffeconomics.competitiveness.MarketCsv} reads a market from a file,
 * and {@link org.tariffeconomics.competitiveness.LandedCostModel} is the landed cost of a unit for
 * studies of a million draws.
 *
 * <p>All values and results are immutable and may be used by several threads; the same question has
 * the same answer on one thread or many.
 *
 * <p><a href="doc-files/examples.html">Worked examples, with what they print</a>.
 *
 * @since 0.1.0
 */
@NullMarked
package org.tariffeconomics.competitiveness;

import org.jspecify.annotations.NullMarked;
