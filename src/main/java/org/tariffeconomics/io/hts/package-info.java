/**
 * Readers of the Harmonized Tariff Schedule of the United States: releases and their calendar.
 *
 * <p>{@link org.tariffeconomics.io.hts.HtsFile} reads a release, {@link
 * org.tariffeconomics.io.hts.ReleaseHistory} joins releases to one whose lines carry their days,
 * and {@link org.tariffeconomics.io.hts.ReleaseCalendarCsv} reads the days of the releases.
 *
 * <p>Readers are for one thread each; what they return is immutable and may be used by several.
 *
 * @since 0.1.0
 */
@NullMarked
package org.tariffeconomics.io.hts;

import org.jspecify.annotations.NullMarked;
