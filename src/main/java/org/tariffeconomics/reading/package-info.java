/**
 * How files are read: rows of tables with their problems, streams of records, JSON trees, archives.
 *
 * <p>A batch never throws on a bad row: it keeps the good ones and lists the others. Everything
 * that reads a file gives a {@link org.tariffeconomics.reading.Reading}: what the good rows make,
 * and the {@link org.tariffeconomics.reading.Problem}s, each an error, a repair or a note with its
 * {@link org.tariffeconomics.reading.Place}, column and text. Only errors refuse a file.
 *
 * <p>A blank cell, a zero, a mark for “not available” ({@link
 * org.tariffeconomics.reading.NotAvailable}) and a text that cannot be read are four different
 * things in every file. What goes beyond {@link org.tariffeconomics.reading.Limits} is a problem
 * too, so that no file can fill the memory.
 *
 * <table>
 * <caption>Where to begin</caption>
 * <tr><th>file</th><th>class</th></tr>
 * <tr><td>a table that is kept whole</td><td>{@link org.tariffeconomics.reading.CsvFile}, whose
 *     rows are {@link org.tariffeconomics.reading.Row}s</td></tr>
 * <tr><td>a table of any size, plain or in an archive</td>
 *     <td>{@link org.tariffeconomics.reading.RecordPass}, counted by a {@link
 *     org.tariffeconomics.reading.PassLog}</td></tr>
 * <tr><td>a JSON document</td><td>{@link org.tariffeconomics.reading.JsonTree}, and {@link
 *     org.tariffeconomics.reading.JsonLinks} for one of JSON:API</td></tr>
 * <tr><td>a table to be written and read back</td>
 *     <td>{@link org.tariffeconomics.reading.CsvText}</td></tr>
 * </table>
 *
 * <p>A file of one's own takes a few lines:
 *
 * <pre>{@code
 * CsvFile file =
 *     CsvFile.read("prices.csv", new StringReader(text), Set.of("code", "price"), Set.of());
 * Reading<List<String>> prices =
 *     file.records(row -> row.parsed("code", HsCode::of) + ": " + row.number("price"));
 * prices.value();      // what the good rows say
 * prices.problems();   // prices.csv line 3, price 'cheap': is not a number
 * prices.orThrow();    // only where there was no error
 * }</pre>
 *
 * <p>Readers, rows and logs are for one thread each; what they return is immutable and may be used
 * by several.
 *
 * @since 0.1.0
 */
@NullMarked
package org.tariffeconomics.reading;

import org.jspecify.annotations.NullMarked;
