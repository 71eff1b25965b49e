package org.tariffeconomics.report;

import java.util.ArrayList;
import java.util.List;

/** What the grounds and signs of a picture mean, in lines under its title. */
final class SvgLegend {

  /** What an entry shows beside its name. */
  enum Sign {
    GROUND,
    DOT,
    RING,
    WHISKER,
    CORNER
  }

  private record Entry(Sign sign, String look, String name) {}

  private static final double SIZE = 12;
  private static final double SWATCH = 14;
  private static final double LINE = 18;

  private final List<Entry> entries = new ArrayList<>();

  /** An entry; {@code look} holds the attributes that fill its sign. */
  void add(Sign sign, String look, String name) {
    entries.add(new Entry(sign, look, name));
  }

  /** Draws the legend and gives back where it ends. */
  double draw(SvgCanvas canvas, double left, double right, double top) {
    double x = left;
    double y = top;
    for (Entry each : entries) {
      String name = SvgFont.cut(each.name(), SIZE, right - left - SWATCH - 6);
      double width = SWATCH + 6 + SvgFont.width(name, SIZE, false) + 18;
      if (x > left && x + width - 18 > right) {
        x = left;
        y += LINE;
      }
      sign(canvas, each, x, y);
      canvas.text(x + SWATCH + 6, y + 12, SIZE, SvgCanvas.Anchor.START, name);
      x += width;
    }
    return entries.isEmpty() ? top : y + LINE + 4;
  }

  private static void sign(SvgCanvas canvas, Entry entry, double x, double y) {
    double middle = y + 8;
    switch (entry.sign()) {
      case GROUND -> canvas.rect(x, y + 2, SWATCH, 12, entry.look() + " stroke=\"#8c8c8c\"");
      case DOT -> canvas.circle(x + 7, middle, 5, entry.look());
      case RING ->
          canvas.circle(x + 7, middle, 4.5, "fill=\"#ffffff\" stroke-width=\"2\" " + entry.look());
      case WHISKER -> whisker(canvas, x, x + SWATCH, middle);
      case CORNER -> {
        canvas.rect(x, y + 2, SWATCH, 12, "fill=\"#ffffff\" stroke=\"#8c8c8c\"");
        SvgTiles.corner(canvas, x + SWATCH, y + 2, 8, entry.look());
      }
    }
  }

  static void whisker(SvgCanvas canvas, double from, double to, double y) {
    String ink = "stroke=\"" + SvgCanvas.INK + "\" stroke-width=\"1.5\"";
    canvas.line(from, y, to, y, ink);
    canvas.line(from, y - 5, from, y + 5, ink);
    canvas.line(to, y - 5, to, y + 5, ink);
  }
}
