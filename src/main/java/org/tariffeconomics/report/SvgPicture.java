package org.tariffeconomics.report;

/** Writes a chart as SVG: head, drawing and foot, one below the other. */
final class SvgPicture {

  private static final double MARGIN = 24;
  private static final double TITLE = 18;
  private static final double SUBTITLE = 13;
  private static final double FOOT = 10.5;

  private final Chart chart;
  private final SvgForm form;
  private final SvgCanvas canvas = new SvgCanvas();
  private final double left = MARGIN;
  private final double right;

  private SvgPicture(Chart chart) {
    this.chart = chart;
    this.form = SvgForm.of(chart.form());
    this.right = form.width() - MARGIN;
  }

  static String of(Chart chart) {
    return new SvgPicture(chart).write();
  }

  private String write() {
    double y = MARGIN + TITLE * SvgFont.ASCENT;
    y = lines(chart.title(), y, TITLE, "font-weight=\"bold\" fill=\"" + SvgCanvas.INK + "\"");
    if (!chart.subtitle().isEmpty()) {
      y = lines(chart.subtitle(), y, SUBTITLE, "fill=\"" + SvgCanvas.FAINT + "\"");
    }
    y = form.legend().draw(canvas, left, right, y - 4);
    y = form.draw(canvas, left, right, y + 4);
    y = foot(y + 10);
    return framed(y + MARGIN - 12);
  }

  private double lines(String text, double top, double size, String look) {
    double y = top;
    for (String line : SvgFont.wrapped(text, size, look.contains("bold"), right - left)) {
      canvas.text(left, y, size, SvgCanvas.Anchor.START, line, look);
      y += size * 1.35;
    }
    return y;
  }

  private double foot(double top) {
    canvas.line(left, top, right, top, "stroke=\"" + SvgCanvas.RULE + "\"");
    double y = top + 14;
    for (String line : chart.foot()) {
      y = lines(line, y, FOOT, "fill=\"" + SvgCanvas.FAINT + "\"");
    }
    return y;
  }

  private String framed(double height) {
    String width = SvgCanvas.number(right + MARGIN);
    String tall = SvgCanvas.number(Math.ceil(height));
    StringBuilder out = new StringBuilder(canvas.content().length() + 1024);
    out.append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 ");
    out.append(width).append(' ').append(tall).append("\" width=\"").append(width);
    out.append("\" height=\"").append(tall).append("\" role=\"img\" font-family=\"");
    out.append(SvgFont.FAMILY).append("\" fill=\"").append(SvgCanvas.INK).append("\">\n");
    out.append("<title>").append(SvgCanvas.escaped(chart.title())).append("</title>\n");
    out.append("<desc>").append(SvgCanvas.escaped(chart.description())).append("</desc>\n");
    String patterns = form.patterns();
    if (!patterns.isEmpty()) {
      out.append("<defs>\n").append(patterns).append("</defs>\n");
    }
    out.append("<rect width=\"").append(width).append("\" height=\"").append(tall);
    out.append("\" fill=\"#ffffff\"/>\n").append(canvas.content());
    return out.append("</svg>\n").toString();
  }
}
