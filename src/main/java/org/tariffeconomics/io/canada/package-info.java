/** Reads the customs tariff of Canada into the schedule of any other tariff. */
@NullMarked
package org.tariffeconomics.io.canada;

import org.jspecify.annotations.NullMarked;
