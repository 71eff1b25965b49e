/**
 * Reads Japan's customs tariff as JSON by chapter into the schedule of any other tariff.
 *
 * <p>{@link org.tariffeconomics.io.japan.JapanTariffJson} reads the files, {@link
 * org.tariffeconomics.io.japan.JapanColumns} says which of the columns general, temporary and WTO
 * is the rate that applies, and what the columns of agreements stand for. The texts stay Japan's
 * own: the grammar of rates reads them.
 *
 * <p>Of the edition of 9 July 2026 all 9,645 lines are read (9,653 leaves, of which eight codes
 * have two seasons).
 *
 * <table>
 * <caption>Lines by the kind of the rate that applies to members of the WTO</caption>
 * <tr><th>free</th><th>ad valorem</th><th>specific</th><th>compound</th><th>mixed</th><th>seasonal</th>
 *     <th>conditional</th><th>reference</th><th>not understood</th></tr>
 * <tr><td>3,881</td><td>5,054</td><td>174</td><td>40</td><td>294</td><td>6</td><td>8</td>
 *     <td>147</td><td>41</td></tr>
 * </table>
 *
 * <p>A reference is a levy of a state trading body, an adjustment money or a standard import price,
 * which the schedule names and does not print. What is not understood has no single rate: the
 * schedule prints a range for goods that it does not tell apart, or asks for the content of
 * lactose.
 *
 * <p>Readers are for one thread each; what they return is immutable and may be used by several.
 *
 * @since 0.1.0
 */
@NullMarked
package org.tariffeconomics.io.japan;

import org.jspecify.annotations.NullMarked;
