/**
 * Reads Japan's customs tariff as JSON by chapter into the schedule of any other tariff.
 *
 * <p>{@link org.tariffeconomics.io.japan.JapanTariffJson} reads the files, {@link
 * org.tariffeconomics.io.japan.JapanColumns} says which of the columns general, temporary and WTO
 * is the rate that applies, and what the columns of agreements stand for. The texts stay Japan's
 * own: the grammar of rates reads them.
 */
@NullMarked
package org.tariffeconomics.io.japan;

import org.jspecify.annotations.NullMarked;
