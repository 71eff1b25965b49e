/**
 * Reads the customs tariff of Norway into the schedule of any other tariff.
 *
 * <p>{@link org.tariffeconomics.io.norway.NorwayTariffJson} reads the file of Norwegian Customs.
 *
 * <p>The reader follows the documented names of the files of Norwegian Customs; its tests are made
 * from these, since no whole file was at hand.
 *
 * <p>Readers are for one thread each; what they return is immutable and may be used by several.
 *
 * @since 0.1.0
 */
@NullMarked
package org.tariffeconomics.io.norway;

import org.jspecify.annotations.NullMarked;
