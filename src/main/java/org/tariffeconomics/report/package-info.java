/**
 * The one result type that every answer can become: {@link org.tariffeconomics.report.Table}, a
 * titled table of typed cells, and the forms in which it leaves the library.
 *
 * <pre>{@code
 * Table duties =
 *     Table.of(
 *         "Duty on cars",
 *         List.of("origin", "duty"),
 *         List.of(List.of(Cell.text("JP"), Cell.percent(new BigDecimal("0.15"), 1))));
 * duties.print();
 * String forExcel = duties.toWideCsv(CsvOption.SPREADSHEET_SAFE, CsvOption.WITH_CAPTION);
 * }</pre>
 *
 * <p>What a text contains never becomes part of the form: HTML and Markdown escape it, text and
 * Markdown put it on one line, and CSV quotes it.
 */
@NullMarked
package org.tariffeconomics.report;

import org.jspecify.annotations.NullMarked;
