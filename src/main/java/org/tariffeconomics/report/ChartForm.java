package org.tariffeconomics.report;

/**
 * What a {@link Chart} shows: lines over an axis, rows with marks, a grid of cells, or the world in
 * tiles. The forms hold plain labels and numbers and know nothing of tariffs.
 *
 * @since 0.1.0
 */
public sealed interface ChartForm permits ChartLines, ChartRows, ChartGrid, ChartTiles {}
