/**
 * Readers of files that users hold, and writers of the library's own CSV schema.
 *
 * <p>The schema has three files, all with a header line whose columns may stand in any order:
 *
 * <ul>
 *   <li><b>measures</b> ({@link org.tariffeconomics.io.MeasureCsv}): one rule of tariff law a row;
 *   <li><b>programmes</b> ({@link org.tariffeconomics.io.ProgrammeCsv}): the layers that measures
 *       belong to, with their legal authority;
 *   <li><b>yields</b> (also {@code ProgrammeCsv}): which layer yields to which, and when.
 * </ul>
 *
 * <p>Days are ISO 8601 and ranges half-open: {@code until} is the first day on which something no
 * longer holds. Commas and semicolons are both understood as separators of columns, a byte order
 * mark is ignored, and lines that begin with {@code #} are remarks.
 *
 * <p>A reader never throws on a bad row and never invents a value for it: a blank cell (nothing to
 * say), {@code n/a} (known not to be available), and a text that cannot be read are three different
 * things, and none of them is zero. Bad rows become {@link org.tariffeconomics.io.CsvProblem}s with
 * file, line, column and text; the good rows are kept.
 */
@NullMarked
package org.tariffeconomics.io;

import org.jspecify.annotations.NullMarked;
