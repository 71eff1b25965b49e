/**
 * What every answer can become: {@link org.tariffeconomics.report.Table}, a titled table of typed
 * cells, and {@link org.tariffeconomics.report.Chart}, a picture, with the forms in which they
 * leave the library.
 *
 * <pre>{@code
 * Table duties =
 *     Table.of(
 *         "Duty on cars",
 *         List.of("origin", "duty"),
 *         List.of(List.of(Cell.text("JP"), Cell.percent(new BigDecimal("0.15"), 1))));
 * duties.print();
 * String forExcel = duties.toWideCsv(CsvOption.SPREADSHEET_SAFE);
 * }</pre>
 *
 * <p>A chart holds plain labels and numbers in one of four forms: {@link
 * org.tariffeconomics.report.ChartLines lines} over days or numbers, {@link
 * org.tariffeconomics.report.ChartRows rows} with bars, dots and whiskers, a {@link
 * org.tariffeconomics.report.ChartGrid grid}, and the world in {@link
 * org.tariffeconomics.report.ChartTiles tiles}, one square a country. Results make their own
 * ({@code chart()}), and every table draws a column:
 *
 * <pre>{@code
 * duties.chart("duty").save("duties.svg");  // or .html, or .json for Vega-Lite
 * duties.chart("duty").open();              // in the browser, where there is one
 * }</pre>
 *
 * <p>In a notebook of the kernel JJava nothing has to be registered: every result shows itself
 * ({@link org.tariffeconomics.report.NotebookExtension}). With IJava a cell shows a picture by
 * {@code display(chart.toSvg(), "image/svg+xml")} and a table by {@code display(table.toHtml(),
 * "text/html")}; with rapaio's by {@code display("html", chart.toSvg())}. Where Vega-Lite is at
 * hand, {@code "application/vnd.vegalite.v5+json"} is the type of {@code chart.toVegaLite()}.
 *
 * <p>What a text contains never becomes part of the form: HTML, SVG and Markdown escape it, text
 * and Markdown put it on one line, and CSV quotes it.
 *
 * <p>All values and results are immutable and may be used by several threads; the same question has
 * the same answer on one thread or many.
 *
 * <p><a href="doc-files/examples.html">Worked examples, with what they print</a>.
 *
 * @since 0.1.0
 */
@NullMarked
package org.tariffeconomics.report;

import org.jspecify.annotations.NullMarked;
