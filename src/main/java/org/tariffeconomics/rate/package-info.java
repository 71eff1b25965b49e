/**
 * Duty rates as expressions, and what they are evaluated on.
 *
 * <p>A {@link org.tariffeconomics.rate.DutyRate} is a tree with a text form; {@link
 * org.tariffeconomics.rate.DutyBasis} is the value, the quantities and the declaration that it is
 * charged on; {@link org.tariffeconomics.rate.DutyAmount} is an amount, or the reasons why there is
 * none. {@link org.tariffeconomics.rate.DeclaredFacts} is what an importer declares with the goods,
 * {@link org.tariffeconomics.rate.Condition} what a measure asks of it, and {@link
 * org.tariffeconomics.rate.Portion} the part of the value that a duty falls on.
 *
 * <pre>{@code
 * DutyRate rate = DutyRate.parse("4.4¢/kg + 2.5%");
 * }</pre>
 *
 * <p>Rates of a rarer kind: {@link org.tariffeconomics.rate.ConditionalRate}, {@link
 * org.tariffeconomics.rate.DifferenceRate}, {@link org.tariffeconomics.rate.PolarisedRate}, {@link
 * org.tariffeconomics.rate.UnitOfAccountRate}, {@link org.tariffeconomics.rate.PortionShare} and
 * {@link org.tariffeconomics.rate.SupplementaryUnit}; {@link org.tariffeconomics.rate.RateCoverage}
 * says how much of a schedule is understood, {@link org.tariffeconomics.rate.AdValoremEquivalent}
 * what a duty by quantity comes to in percent at given unit values.
 *
 * <p>All values and results are immutable and may be used by several threads; the same question has
 * the same answer on one thread or many.
 *
 * @since 0.1.0
 */
@NullMarked
package org.tariffeconomics.rate;

import org.jspecify.annotations.NullMarked;
