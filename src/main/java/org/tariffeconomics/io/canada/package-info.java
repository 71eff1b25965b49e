/**
 * Reads the customs tariff of Canada into the schedule of any other tariff.
 *
 * <p>{@link org.tariffeconomics.io.canada.CanadaTariffCsv} reads the table that the Canada Border
 * Services Agency publishes.
 *
 * <p>The reader follows the documented columns of the table of the Canada Border Services Agency;
 * its tests are made from these, since no whole file was at hand.
 *
 * <p>Readers are for one thread each; what they return is immutable and may be used by several.
 *
 * @since 0.1.0
 */
@NullMarked
package org.tariffeconomics.io.canada;

import org.jspecify.annotations.NullMarked;
