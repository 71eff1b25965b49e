/**
 * Numbers that are not known exactly: distributions, Monte Carlo runs, Sobol indices, tornado
 * charts and weighted scenarios. The same seed gives the same bits, on one thread or many.
 */
@NullMarked
package org.tariffeconomics.uncertainty;

import org.jspecify.annotations.NullMarked;
