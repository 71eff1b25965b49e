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
 * ge.optimal("US").uniform();
 * }</pre>
 *
 * <p>The law of a day is a shock without anything new: books with deals, rulings, what-ifs and
 * retaliation are folded by {@link org.tariffeconomics.economy.LawShock} to two numbers a pair, and
 * what is not known of a duty makes an interval of every result ({@link
 * org.tariffeconomics.economy.OutcomeRange}). Two things need no world: what a change of duties
 * does to the treasury ({@link org.tariffeconomics.economy.RevenueSimulation}) and to the costs of
 * industries ({@link org.tariffeconomics.economy.CostPush}).
 *
 * <h2>What such a model is</h2>
 *
 * A static world that clears all markets at once. Each economy makes its goods with labour, which
 * does not leave it, and with inputs; buyers turn from origins that become dearer with a constant
 * elasticity; shares of sectors in spending do not change. It answers what remains of a change when
 * everybody has adjusted, relative to a world that is the same but for that change: who gains, who
 * pays, what the treasury takes, which trade turns where. It is at its best in comparisons: one law
 * against another, with a deal and without it, under the same assumptions.
 *
 * <h2>What it is not</h2>
 *
 * <ul>
 *   <li>No forecast. It has no time, no path, no business cycle, and says nothing of next year.
 *   <li>No unemployment, no investment, no exchange rate, no interest rate, no prices that stick.
 *   <li>No innovation, no learning, no new goods, no profits, except in {@link
 *       org.tariffeconomics.economy.ProfitModel}, and no response of labour supply, except in
 *       {@link org.tariffeconomics.economy.LabourModel}.
 *   <li>Nothing of security, supply in a crisis, or who within a country gains and loses, except by
 *       sector where labour stays in its own ({@link
 *       org.tariffeconomics.economy.Equilibrium#withLabourBySector}).
 *   <li>No theory of deficits. The {@link org.tariffeconomics.economy.Deficits rule} that is chosen
 *       for them moves the welfare of a deficit country by a factor of two, and every outcome
 *       prints it; so does the elasticity.
 *   <li>No error of its own. An interval is what is open in the law, a quantile what is open in the
 *       elasticities; what the model leaves out is in neither. An interval is between laws that
 *       were tried; {@link org.tariffeconomics.economy.OutcomeRange#bounds} says what of it is
 *       proven.
 * </ul>
 *
 * <p>So: compare scenarios under one rule, give a range of elasticities, say the rule, and do not
 * quote a third decimal. Bundled base duties are known for the United States alone; those of others
 * count as zero, which every outcome says.
 *
 * <h2>Numbers</h2>
 *
 * Numbers here are estimates in {@code double}; ratios are new over old, money is in the unit of
 * the world's flows and in the numeraire “world labour income as in the base”. Same inputs give the
 * same bits.
 *
 * <p>All values and results are immutable and may be used by several threads; the same question has
 * the same answer on one thread or many.
 *
 * <p><a href="doc-files/examples.html">Worked examples, with what they print</a>.
 *
 * @since 0.1.0
 */
@NullMarked
package org.tariffeconomics.economy;

import org.jspecify.annotations.NullMarked;
