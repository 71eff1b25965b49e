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
 *   <li><b>lists, assumptions, border rules</b> ({@link org.tariffeconomics.io.ProductListCsv},
 *       {@link org.tariffeconomics.io.AssumptionCsv}, {@link
 *       org.tariffeconomics.io.BorderRuleCsv}): what measures refer to, what is not declared, and
 *       what a border asks besides the tariff;
 *   <li><b>deals</b> ({@link org.tariffeconomics.io.DealCsv}): a folder of one file a kind of fact;
 *   <li><b>flows</b> ({@code io.trade.FlowCsv}): trade by importer, exporter, product and period.
 * </ul>
 *
 * <p>What is written reads back equal; what a file cannot keep is refused when it is written,
 * naming it. Every writer has a spreadsheet-safe form too ({@link
 * org.tariffeconomics.reading.CsvStyle#SPREADSHEET_SAFE}).
 *
 * <p>Files of others have rooms of their own beside this one: releases of the US schedule ({@code
 * io.hts}), the UK tariff and staged schedules ({@code io.uk}), trade and average tariffs ({@code
 * io.trade}). Large files are streams, of which nothing but counts and the first problems is kept.
 *
 * <p>Days are ISO 8601 and ranges half-open: {@code until} is the first day on which something no
 * longer holds. Commas, semicolons and tabs are all understood as separators of columns, a byte
 * order mark is ignored, and lines that begin with {@code #} are remarks. Several names in one cell
 * have semicolons between them; a name that has one itself stands in double quotes.
 *
 * <p>A reader never throws on a bad row and never invents a value for it: every one of them gives a
 * {@link org.tariffeconomics.reading.Reading}, which keeps the good rows and lists the bad ones.
 *
 * <p>{@link org.tariffeconomics.io.BookFilesForm} is public only for the loading of services: it
 * lets a book of files be serialized.
 *
 * <p>Readers are for one thread each; what they return is immutable and may be used by several.
 *
 * <p><a href="doc-files/examples.html">Worked examples, with what they print</a>.
 *
 * @since 0.1.0
 */
@NullMarked
package org.tariffeconomics.io;

import org.jspecify.annotations.NullMarked;
