/** Reads the customs tariff of Norway into the schedule of any other tariff. */
@NullMarked
package org.tariffeconomics.io.norway;

import org.jspecify.annotations.NullMarked;
