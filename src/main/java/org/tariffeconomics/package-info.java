/**
 * Tariff economics: who pays what duty, against which rivals, on which date, under which deal, and
 * what would change it.
 *
 * <p>{@link org.tariffeconomics.Tariffs} has short verbs over the bundled facts; the packages below
 * have the models and calculators behind them.
 *
 * <p><a href="doc-files/api.html">The API as a whole</a> says what is promised, which of several
 * types to take, and how a change of it is made.
 *
 * <p>All values and results of the library are immutable and may be used by several threads.
 *
 * @since 0.1.0
 */
@NullMarked
package org.tariffeconomics;

import org.jspecify.annotations.NullMarked;
