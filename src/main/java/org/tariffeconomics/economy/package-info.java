/**
 * From the law of a day to the economy: general equilibrium, revenue and cost push.
 *
 * <p>A {@link org.tariffeconomics.economy.World} is data: economies, sectors, what each buys from
 * each, what industries use, and base duties with a flag for those that are known. A {@link
 * org.tariffeconomics.economy.DutyShock} says what changes. An {@link
 * org.tariffeconomics.economy.Equilibrium} is a world with elasticities and a rule for deficits;
 * solving it gives an {@link org.tariffeconomics.economy.Outcome}, which carries its {@link
 * org.tariffeconomics.economy.Convergence} and can say {@linkplain
 * org.tariffeconomics.economy.Outcome#why why} to the last digit.
 *
 * <pre>{@code
 * World world = World.of2023();
 * Equilibrium ge = Equilibrium.of(world, Elasticity.of(4));
 * Outcome after = ge.solve(DutyShock.none(world).withAdded("US", "*", 0.10));
 * after.table("US", "JP", "CN").print();
 * after.why("US").table().print();
 * ge.with(Deficits.ZERO).optimalUniform("US");
 * }</pre>
 *
 * <p>What such a model is: a static world that clears all markets at once, with one factor that
 * moves freely within a country and not at all between countries, constant elasticities of trade,
 * and spending shares that do not change. What it is not: a forecast. It has no time, no
 * unemployment, no exchange rate, no interest rate and no uncertainty of its own, and its numbers
 * move with the elasticity and with the {@link org.tariffeconomics.economy.Deficits rule for
 * deficits}, both of which every outcome prints. Compare scenarios under one rule, and give a
 * range.
 *
 * <p>Numbers here are estimates in {@code double}; ratios are new over old, money is in the unit of
 * the world's flows and in the numeraire “world labour income as in the base”. Same inputs give the
 * same bits.
 *
 * <p><a href="doc-files/examples.html">Worked examples, with what they print</a>.
 *
 * @since 0.1.0
 */
@NullMarked
package org.tariffeconomics.economy;

import org.jspecify.annotations.NullMarked;
