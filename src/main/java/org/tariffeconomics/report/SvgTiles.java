package org.tariffeconomics.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.tariffeconomics.report.ChartTiles.Tile;
import org.tariffeconomics.report.SvgCanvas.Anchor;
import org.tariffeconomics.report.TilePlaces.Place;

/**
 * Draws the world in tiles. Grounds differ in lightness, negative ones in hatching, bounded ones
 * have a corner turned down, unknown ones a broken edge: none is told by its colour alone.
 */
final class SvgTiles implements SvgForm {

  private static final double SIDE = 30;
  private static final double GAP = 1;
  private static final double CODE = 10;
  private static final double VALUE = 8.5;
  private static final double SMALL = 11;
  private static final double CORNER = 8;
  private static final double MARGIN = 48;
  private static final String OPEN = "fill=\"url(#open)\"";

  private final ChartTiles form;
  private final Map<String, Tile> tiles = new LinkedHashMap<>();
  private final TileClasses classes;

  SvgTiles(ChartTiles form) {
    this.form = form;
    form.tiles().forEach(each -> tiles.put(each.code(), each));
    this.classes = TileClasses.of(form);
  }

  @Override
  public double width() {
    return TilePlaces.COLUMNS * SIDE + MARGIN;
  }

  @Override
  public String patterns() {
    return ChartLook.negativePatterns()
        + ChartLook.pattern("open", "#ffffff", "M0 0L6 6", "#b8b8b8");
  }

  @Override
  public SvgLegend legend() {
    SvgLegend legend = new SvgLegend();
    classes.forEach((look, words) -> legend.add(SvgLegend.Sign.GROUND, look, words));
    if (form.tiles().stream().anyMatch(Tile::isBounded)) {
      String words = "corner and +: the least, it can be more";
      legend.add(SvgLegend.Sign.CORNER, ChartLook.shade(3, false), words);
    }
    if (form.tiles().stream().anyMatch(each -> each.low() == null)) {
      legend.add(SvgLegend.Sign.GROUND, OPEN, "?: unknown");
    }
    if (tiles.size() < TilePlaces.all().size()) {
      legend.add(SvgLegend.Sign.GROUND, "fill=\"#f4f4f4\"", "not asked");
    }
    return legend;
  }

  @Override
  public double draw(SvgCanvas canvas, double left, double right, double top) {
    double y = top;
    String caption = form.scale().caption();
    if (!caption.isEmpty()) {
      String words =
          SvgFont.cut(OneLine.of("one square a country: " + caption), SMALL, right - left);
      canvas.text(left, top + 11, SMALL, Anchor.START, words, "fill=\"" + SvgCanvas.FAINT + "\"");
      y += 18;
    }
    for (Map.Entry<String, Place> each : TilePlaces.all().entrySet()) {
      double x = left + each.getValue().column() * SIDE;
      tile(canvas, each.getKey(), x, y + each.getValue().row() * SIDE);
    }
    return y + TilePlaces.ROWS * SIDE + 4;
  }

  private void tile(SvgCanvas canvas, String code, double x, double y) {
    Tile tile = tiles.get(code);
    if (tile == null) {
      square(canvas, x, y, "fill=\"#f4f4f4\"");
      text(canvas, x + SIDE / 2, y + 19, CODE, code, "fill=\"#767676\"");
      return;
    }
    canvas.open("g");
    canvas.remark(tile.name() + ": " + form.words(tile));
    ground(canvas, tile, x, y);
    String ink = "fill=\"" + ink(tile) + "\"";
    canvas.text(x + 3.5, y + 12.5, CODE, Anchor.START, code, ink + " font-weight=\"600\"");
    value(canvas, tile, x, y, ink);
    canvas.close("g");
  }

  private static void square(SvgCanvas canvas, double x, double y, String look) {
    canvas.rect(x + GAP, y + GAP, SIDE - 2 * GAP, SIDE - 2 * GAP, look);
  }

  private void ground(SvgCanvas canvas, Tile tile, double x, double y) {
    Double low = tile.low();
    if (low == null) {
      boolean unknown = tile.text().isEmpty() || tile.text().equals("?");
      square(
          canvas,
          x,
          y,
          unknown
              ? OPEN + " stroke=\"#767676\" stroke-dasharray=\"3 2\""
              : "fill=\"#ffffff\" stroke=\"#1a1a1a\"");
      return;
    }
    square(canvas, x, y, classes.look(low) + (low == 0 ? " stroke=\"#9a9a9a\"" : ""));
    Double high = tile.high();
    if (tile.isBounded()) {
      String look = high == null ? OPEN : classes.look(high);
      corner(canvas, x + SIDE - GAP, y + GAP, CORNER, look);
    }
  }

  /** The corner at the upper right of a square, turned down. */
  static void corner(SvgCanvas canvas, double right, double top, double size, String look) {
    StringBuilder path = new StringBuilder();
    SvgCanvas.point(path, 'M', right - size, top);
    SvgCanvas.point(path, 'L', right, top);
    SvgCanvas.point(path, 'L', right, top + size);
    canvas.path(path.append('Z'), look + " stroke=\"#ffffff\" stroke-width=\"1\"");
  }

  private String ink(Tile tile) {
    Double low = tile.low();
    return low != null && classes.isDark(low) ? "#ffffff" : SvgCanvas.INK;
  }

  /** A number that does not fit is left to its ground and to who asks: half of one would lie. */
  private void value(SvgCanvas canvas, Tile tile, double x, double y, String ink) {
    String text = number(form.scale(), tile);
    double width = SvgFont.width(text, VALUE, false);
    if (text.isEmpty() || width > SIDE - 2 * GAP) {
      return;
    }
    Double low = tile.low();
    if (low == null || low < 0) {
      String clear = low == null ? "fill=\"#ffffff\"" : classes.plain(low);
      canvas.rect(x + SIDE / 2 - width / 2, y + 17.5, width, 9.5, clear);
    }
    text(canvas, x + SIDE / 2, y + 25.5, VALUE, text, ink);
  }

  private static void text(
      SvgCanvas canvas, double x, double y, double size, String text, String look) {
    canvas.text(x, y, size, Anchor.MIDDLE, text, look);
  }

  /** The number of a tile without its unit, which stands above the map. */
  static String number(ChartScale scale, Tile tile) {
    Double low = tile.low();
    if (!tile.text().isEmpty() || low == null) {
      return OneLine.of(tile.text());
    }
    BigDecimal value = ChartJson.exact(low);
    if (scale.kind() != ChartScale.Kind.NUMBER) {
      value = value.movePointRight(2);
    }
    // what is at least 52.55 is not at least 52.6
    boolean bounded = tile.isBounded();
    BigDecimal shown = value.setScale(1, bounded ? RoundingMode.FLOOR : RoundingMode.HALF_UP);
    String sign = scale.kind() == ChartScale.Kind.POINTS && shown.signum() > 0 ? "+" : "";
    String digits = shown.signum() == 0 ? "0" : shown.stripTrailingZeros().toPlainString();
    return sign + digits + (bounded ? "+" : "");
  }
}
