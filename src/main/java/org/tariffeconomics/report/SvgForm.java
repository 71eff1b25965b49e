package org.tariffeconomics.report;

/** Draws the form of a chart between its head and its foot. */
interface SvgForm {

  /** The width that the picture needs. */
  double width();

  /** Patterns that the drawing uses, as markup. */
  String patterns();

  /** What the grounds and signs mean. */
  SvgLegend legend();

  /** Draws from a height on and gives back where the drawing ends. */
  double draw(SvgCanvas canvas, double left, double right, double top);

  /** The drawing of a form. */
  static SvgForm of(ChartForm form) {
    if (form instanceof ChartLines lines) {
      return new SvgLines(lines);
    }
    if (form instanceof ChartTiles tiles) {
      return new SvgTiles(tiles);
    }
    return form instanceof ChartRows rows ? new SvgRows(rows) : new SvgGrid((ChartGrid) form);
  }
}
