/**
 * Reads the customs tariff of Canada into the schedule of any other tariff.
 *
 * @since 0.1.0
 */
@NullMarked
package org.tariffeconomics.io.canada;

import org.jspecify.annotations.NullMarked;
