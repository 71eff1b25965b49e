/**
 * Investment commitments: what was pledged, how far it has come, whether it can be kept, what it
 * would cost, and what it bought.
 *
 * <p>An {@link org.tariffeconomics.investment.InvestmentCommitment} holds what was published, and
 * leaves open what was not: its {@link org.tariffeconomics.investment.Schedule}, its {@link
 * org.tariffeconomics.investment.CommitmentTerms}, and {@link
 * org.tariffeconomics.investment.Tranche}s that pass {@link org.tariffeconomics.investment.Stage}s.
 * It answers with {@link org.tariffeconomics.investment.Progress}, {@link
 * org.tariffeconomics.investment.CapFeasibility} and, against a {@link
 * org.tariffeconomics.investment.DisbursementPlan}, {@link
 * org.tariffeconomics.investment.PlanCheck}.
 *
 * <pre>{@code
 * InvestmentCommitment japan =
 *     InvestmentCommitment.of("Japan", Money.parse("USD 550000000000").toBigMoney(), BINDING)
 *         .withDays(LocalDate.parse("2025-09-04"), LocalDate.parse("2029-01-19"))
 *         .with(Tranche.of("first projects", first, APPROVED, day, source));
 * japan.progress(APPROVED, day);  // 6.5% approved (USD 36.0 bn of USD 550.0 bn); needs USD 176.1 bn a year
 * }</pre>
 *
 * <p>A {@link org.tariffeconomics.investment.Waterfall} shares out a project's cash; its {@link
 * org.tariffeconomics.investment.Payout} is valued through {@link
 * org.tariffeconomics.investment.CashFlows}, and {@link
 * org.tariffeconomics.investment.BreakEvenReturn} asks the inverse question. {@link
 * org.tariffeconomics.investment.TariffRelief} is what a deal saves, {@link
 * org.tariffeconomics.investment.PledgeCost} what keeping the pledge costs, and {@link
 * org.tariffeconomics.investment.DealBalance} holds the two against each other without ever netting
 * the headline, which is not cash ({@link org.tariffeconomics.investment.MoneyKind}). {@link
 * org.tariffeconomics.investment.SnapBack} and {@link org.tariffeconomics.investment.DelayCost}
 * value the risk of losing a deal and of waiting for one.
 *
 * <p>Amounts are exact decimals in one currency, quotients carry 34 digits; rates are {@link
 * org.tariffeconomics.basics.Rate}s and shares fractions. Internal rates, powers to fractions of a
 * year and responses by an elasticity are estimates to about 15 digits. An argument out of bounds
 * is an {@link java.lang.IllegalArgumentException} that names it and its value; what may not exist
 * (a return, a recoupment, a horizon, a pace) is an empty {@link java.util.Optional} or an outcome.
 *
 * <p>Also here: {@link org.tariffeconomics.investment.Annuity} and {@link
 * org.tariffeconomics.investment.Loan} value regular payments, and what of a loan is a gift.
 *
 * <p>All values and results are immutable and may be used by several threads; the same question has
 * the same answer on one thread or many.
 *
 * <p><a href="doc-files/examples.html">Worked examples, with what they print</a>.
 *
 * @since 0.1.0
 */
@NullMarked
package org.tariffeconomics.investment;

import org.jspecify.annotations.NullMarked;
