/**
 * The other side of a border: any territory as an importer.
 *
 * <p>An {@link org.tariffeconomics.border.Importer} joins a territory's tariff book with its {@link
 * org.tariffeconomics.border.BorderRegime}: the basis of valuation, import taxes and their base,
 * rounding, fees and low-value rules, each dated and cited. A member of a customs union imports
 * under the law of the union with its own taxes.
 *
 * <p>What a border counts over a year is declared with the goods: {@code quota:09.9005=in} or the
 * balance of the quota, {@code imports:US beef=272000 t} for a safeguard. So is what a rule for low
 * values asks for ({@link org.tariffeconomics.border.LowValueRelief}): that a parcel comes by post,
 * {@code mode=post}, and by which method its carrier pays, {@code postal duty=per item}. Where a
 * price is over the threshold only by the carriage that it includes, {@code low value without
 * carriage} says whether that counts.
 *
 * <p>How good evidence a fact needs is an {@link org.tariffeconomics.border.Evidence}. What does
 * not reach it never counts as nothing: a duty that rests on it is undetermined, a tax is listed as
 * missing, and a rule for low values leaves the duty between both until {@code low value rule
 * confirmed=yes} is declared.
 *
 * <p>{@link org.tariffeconomics.border.Retaliation} is what a territory charges in answer to
 * another's duties, round by round; {@link org.tariffeconomics.border.ImporterComparison} says
 * where goods pay least, {@link org.tariffeconomics.border.BothSides} what each side of a deal
 * charges the other.
 *
 * <p>All values and results are immutable and may be used by several threads; the same question has
 * the same answer on one thread or many.
 *
 * <p><a href="doc-files/examples.html">Worked examples, with what they print</a>.
 *
 * @since 0.1.0
 */
@NullMarked
package org.tariffeconomics.border;

import org.jspecify.annotations.NullMarked;
