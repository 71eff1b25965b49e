/**
 * Readers of files that users hold, and writers of the library's own CSV schema.
 *
 * <p>The schema has these files, all with a header line whose columns may stand in any order; each
 * class says what its columns hold and gives a template to fill in:
 *
 * <ul>
 *   <li><b>measures</b> ({@link org.tariffeconomics.io.MeasureCsv}): one rule of tariff law a row;
 *   <li><b>programmes</b> ({@link org.tariffeconomics.io.ProgrammeCsv}): the layers that measures
 *       belong to, with their legal authority;
 *   <li><b>yields</b> (also {@code ProgrammeCsv}): which layer yields to which, and when;
 *   <li><b>book</b> ({@link org.tariffeconomics.io.TariffBookFiles}): territory, currency and
 *       rounding of a tariff, which with the three above is a whole tariff book;
 *   <li><b>deals</b> ({@link org.tariffeconomics.io.DealCsv}): a folder of one file a kind of fact;
 *   <li><b>flows</b> ({@link org.tariffeconomics.io.trade.FlowCsv}): trade by importer, exporter,
 *       product and period.
 * </ul>
 *
 * <p>What is written reads back equal; what a schema has no place for is refused when written.
 *
 * <p>Large files of others are streams, of which nothing but counts and the first problems is kept:
 * trade ({@link org.tariffeconomics.io.trade.TradeReader}: BACI, UN Comtrade, US Census Bureau,
 * DataWeb) and average tariffs ({@link org.tariffeconomics.io.trade.TariffReader}: WITS/TRAINS, and
 * files whose columns the user names).
 *
 * <p>Days are ISO 8601 and ranges half-open: {@code until} is the first day on which something no
 * longer holds. Commas and semicolons are both understood as separators of columns, a byte order
 * mark is ignored, and lines that begin with {@code #} are remarks.
 *
 * <p>A reader never throws on a bad row and never invents a value for it: a blank cell (nothing to
 * say), {@code n/a} (known not to be available), and a text that cannot be read are three different
 * things, and none of them is zero. Bad rows become {@link org.tariffeconomics.reading.CsvProblem}s
 * with file, line, column and text; the good rows are kept.
 */
@NullMarked
package org.tariffeconomics.io;

import org.jspecify.annotations.NullMarked;
