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
 *
 * <p>A {@link org.tariffeconomics.schedule.DatedSchedule} is a whole schedule whose lines carry
 * their own days, joined from many releases and read chapter by chapter: what the bundled law of
 * the United States is made of.
 *
 * <h2>What is understood</h2>
 *
 * <p>Lines of eight digits or more by the kind of their general rate, as {@link
 * org.tariffeconomics.schedule.TariffSchedule#coverage} counts them in releases of the Harmonized
 * Tariff Schedule of the United States (the CSV file of 2025 basic gives the same counts as its
 * JSON file). Every text of the columns general, special and other is understood. Additional rates,
 * references and blank cells are those of chapters 98 and 99, whose scope stands in notes that the
 * files do not hold: such a line has no duty of its own. A condition or a place elsewhere in the
 * schedule leaves a duty undetermined until it is declared or looked up.
 *
 * <table>
 * <caption>Lines by the kind of their general rate</caption>
 * <tr><th>release</th><th>free</th><th>ad valorem</th><th>specific</th><th>compound</th><th>mixed</th><th>part of value</th>
 *     <th>additional</th><th>reference</th><th>technical</th><th>conditional</th><th>inherited</th><th>blank</th></tr>
 * <tr><td>2025 basic</td><td>5,960</td><td>6,213</td><td>765</td><td>412</td><td>2</td><td>12</td>
 *     <td>60</td><td>155</td><td>12</td><td>20</td><td>11,558</td><td>1,619</td></tr>
 * <tr><td>2025 revision 18</td><td>5,960</td><td>6,216</td><td>765</td><td>412</td><td>2</td><td>12</td>
 *     <td>198</td><td>186</td><td>12</td><td>20</td><td>11,597</td><td>1,620</td></tr>
 * <tr><td>2025 revision 23</td><td>5,960</td><td>6,219</td><td>765</td><td>412</td><td>2</td><td>12</td>
 *     <td>199</td><td>195</td><td>12</td><td>20</td><td>11,597</td><td>1,620</td></tr>
 * <tr><td>2025 revision 32</td><td>5,960</td><td>6,231</td><td>765</td><td>412</td><td>2</td><td>12</td>
 *     <td>211</td><td>219</td><td>12</td><td>20</td><td>11,597</td><td>1,620</td></tr>
 * <tr><td>2026 revision 4</td><td>5,960</td><td>6,233</td><td>765</td><td>412</td><td>2</td><td>12</td>
 *     <td>213</td><td>247</td><td>12</td><td>20</td><td>11,708</td><td>1,169</td></tr>
 * <tr><td>2026 revision 5</td><td>5,795</td><td>6,235</td><td>765</td><td>412</td><td>2</td><td>12</td>
 *     <td>188</td><td>212</td><td>12</td><td>20</td><td>11,708</td><td>1,169</td></tr>
 * <tr><td>2026 revision 10</td><td>5,795</td><td>6,241</td><td>765</td><td>412</td><td>2</td><td>12</td>
 *     <td>189</td><td>218</td><td>12</td><td>20</td><td>11,708</td><td>1,169</td></tr>
 * </table>
 *
 * <p>Also here: {@link org.tariffeconomics.schedule.ScheduleDifference} compares two schedules line
 * by line, and {@link org.tariffeconomics.schedule.StagedReduction} is a staging category of an
 * agreement.
 *
 * <p>All values and results are immutable and may be used by several threads; the same question has
 * the same answer on one thread or many.
 *
 * @since 0.1.0
 */
@NullMarked
package org.tariffeconomics.schedule;

import org.jspecify.annotations.NullMarked;
