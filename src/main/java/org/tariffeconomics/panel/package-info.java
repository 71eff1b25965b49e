/**
 * A whole tariff at once: the rates of many lines and origins on many days, by programme.
 *
 * <p>A {@link org.tariffeconomics.panel.TariffPanel} is compiled from a book: lines whose measures
 * fit alike form one class, and so do origins, so that each combination of classes is resolved
 * once. What comes out for a line, an origin and a day is to the last bit what {@link
 * org.tariffeconomics.tariff.DutyStack#adValoremRate()} gives for them, and each value can be
 * explained by that stack.
 *
 * <p>Where a duty is no share of the value (it depends on a quantity), is undetermined or the
 * import is prohibited, there is no rate: a {@link org.tariffeconomics.panel.PanelOutcome} and
 * never a zero.
 *
 * <p>All values and results are immutable and may be used by several threads; the same question has
 * the same answer on one thread or many.
 *
 * <p><a href="doc-files/examples.html">Worked examples, with what they print</a>; <a
 * href="doc-files/scale.html">when one machine is enough, and the job for a cluster</a>.
 *
 * @since 0.1.0
 */
@NullMarked
package org.tariffeconomics.panel;

import org.jspecify.annotations.NullMarked;
