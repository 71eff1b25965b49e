/**
 * Readers of the tariff of the United Kingdom, of the measures of the European Union that share its
 * types, and of the staged schedules of agreements.
 *
 * <p>{@link org.tariffeconomics.io.uk.TaricMeasureCsv} reads measures one a row, {@link
 * org.tariffeconomics.io.uk.TaricSchedule} is the schedule that they are on a day, and {@link
 * org.tariffeconomics.io.uk.UkScheduleCsv} reads short schedules of three layouts.
 *
 * <p>The whole UK Global Tariff of January 2021 was read as published. The columns of the data set
 * of UK measures and of the Union's workbook “Duties Import” are followed as documented, and tested
 * on files made from these, since no whole file of either was at hand.
 *
 * <p>Readers are for one thread each; what they return is immutable and may be used by several.
 *
 * @since 0.1.0
 */
@NullMarked
package org.tariffeconomics.io.uk;

import org.jspecify.annotations.NullMarked;
