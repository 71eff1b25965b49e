/**
 * National schedules: the rows of a published tariff as they stand, the lines they make, and the
 * law they are.
 *
 * <p>A {@link org.tariffeconomics.schedule.TariffSchedule} is made of {@link
 * org.tariffeconomics.schedule.ScheduleRow rows} in their published order. A row without a text in
 * a rate column takes the nearest text above it at a smaller indent, column by column; the result
 * is a {@link org.tariffeconomics.schedule.ScheduleLine}, which remembers the row that its rates
 * were written in. Text that is not understood stays on the line as an unsupported rate and is
 * listed by the schedule.
 *
 * <p>A {@link org.tariffeconomics.schedule.ScheduledDuties} turns one schedule, or several with the
 * days from which they count, into the ordinary duties and preferences of a {@link
 * org.tariffeconomics.tariff.TariffBook}: what the symbols of the special column stand for, for
 * which origins and until when, is a {@link org.tariffeconomics.schedule.ProgrammeKey}.
 */
@NullMarked
package org.tariffeconomics.schedule;

import org.jspecify.annotations.NullMarked;
