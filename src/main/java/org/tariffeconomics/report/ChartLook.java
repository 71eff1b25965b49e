package org.tariffeconomics.report;

import java.util.List;

/**
 * Colours, hatching and dashes, chosen so that neighbours differ in lightness and pattern too: a
 * picture reads in grey print and by colour-blind people.
 */
final class ChartLook {

  /** A ground for bars: its colour, the colour of the text on it, and what is hatched over it. */
  record Fill(String colour, String text, String pattern, String over) {}

  /** A line's colour and dashes. */
  record Stroke(String colour, String dashes) {}

  private static final List<Fill> FILLS =
      List.of(
          new Fill("#22406d", "#ffffff", "", ""),
          new Fill("#f0b64a", "#1a1a1a", "", ""),
          new Fill("#2f7f76", "#ffffff", "M0 6L6 0", "#7fb3ac"),
          new Fill("#c3d7ee", "#1a1a1a", "", ""),
          new Fill("#b5482a", "#ffffff", "M0 0L6 6", "#cf7d63"),
          new Fill("#cfc6e0", "#1a1a1a", "M3 0L3 6", "#8c8c8c"),
          new Fill("#4a4a4a", "#ffffff", "", ""),
          new Fill("#e4e0d2", "#1a1a1a", "M0 3L6 3", "#8c8c8c"));

  /** What is drawn over the grounds where there are more than they: crosses, wide and narrow. */
  private static final List<String> FURTHER =
      List.of("M0 3L6 3M3 0L3 6", "M0 0L6 6M0 6L6 0", "M2 2L4 2L4 4L2 4Z");

  private static final List<Stroke> STROKES =
      List.of(
          new Stroke("#22406d", ""),
          new Stroke("#b5482a", "8 3"),
          new Stroke("#2f7f76", "2 3"),
          new Stroke("#8a5a00", "10 3 2 3"),
          new Stroke("#6a4c93", "4 3"),
          new Stroke("#4a4a4a", "14 4"),
          new Stroke("#00708c", "2 2 6 2"),
          new Stroke("#a03060", "1 4"));

  /** Grounds for positive numbers from faint to strong. */
  private static final List<String> PLUS =
      List.of("#e6eef6", "#bfd3e8", "#7fa6cf", "#3a6ea5", "#22406d");

  /** Grounds for negative numbers, which are hatched. */
  private static final List<String> MINUS =
      List.of("#fbeee2", "#f6d3b0", "#efb077", "#d9823b", "#b5562a");

  /**
   * How veils of neighbouring lines are hatched, so that both show where they lie on each other.
   */
  private static final List<String> VEILS = List.of("M0 8L8 0", "M0 0L8 8", "M4 0L4 8", "M0 4L8 4");

  /** How many strengths the ground of a number has. */
  static final int SHADES = 5;

  private ChartLook() {}

  /** The attributes of the ground of a number: the stronger the further from zero. */
  static String shade(int step, boolean negative) {
    return negative ? "fill=\"url(#m" + step + ")\"" : plain(step, false);
  }

  /** The same ground without its hatching. */
  static String plain(int step, boolean negative) {
    return "fill=\"" + (negative ? MINUS : PLUS).get(step) + "\"";
  }

  /** Whether text on such a ground must be white. */
  static boolean isDark(int step, boolean negative) {
    return step >= (negative ? 4 : 3);
  }

  /** The patterns of the grounds of negative numbers. */
  static String negativePatterns() {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < SHADES; i++) {
      out.append(pattern("m" + i, MINUS.get(i), "M0 6L6 0", i < 3 ? "#d8a679" : "#f3c79b"));
    }
    return out.toString();
  }

  /** A ninth ground is the first one with a pattern of its own over it, and so on. */
  static Fill fill(int index) {
    Fill fill = FILLS.get(index % FILLS.size());
    int round = index / FILLS.size();
    return round == 0
        ? fill
        : new Fill(
            fill.colour(),
            fill.text(),
            FURTHER.get((round - 1) % FURTHER.size()),
            fill.text().equals("#ffffff") ? "#d9d9d9" : "#6e6e6e");
  }

  /** A ninth line has the colour of the first one with the dashes of another, and so on. */
  static Stroke stroke(int index) {
    int round = index / STROKES.size();
    Stroke dashes = STROKES.get((index + 3 * round) % STROKES.size());
    return new Stroke(STROKES.get(index % STROKES.size()).colour(), dashes.dashes());
  }

  /** The attributes that fill a shape: its pattern where it has one, else its colour. */
  static String filled(int index) {
    return fill(index).pattern().isEmpty()
        ? "fill=\"" + fill(index).colour() + "\""
        : "fill=\"url(#f" + index + ")\"";
  }

  /** The patterns of the first so many grounds. */
  static String patterns(int count) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < count; i++) {
      Fill fill = fill(i);
      if (!fill.pattern().isEmpty()) {
        out.append(pattern("f" + i, fill.colour(), fill.pattern(), fill.over()));
      }
    }
    return out.toString();
  }

  /** A ground that lets others show through, in the colour of a line and hatched in its own way. */
  static String veil(String id, int line) {
    String colour = stroke(line).colour();
    String hatch = VEILS.get(line % VEILS.size());
    return "<pattern id=\""
        + id
        + "\" width=\"8\" height=\"8\" patternUnits=\"userSpaceOnUse\"><rect width=\"8\" height=\"8\""
        + " fill=\""
        + colour
        + "\" fill-opacity=\"0.14\"/><path d=\""
        + hatch
        + "\" stroke=\""
        + colour
        + "\" stroke-width=\"0.8\" stroke-opacity=\"0.6\"/></pattern>\n";
  }

  /** A ground of six by six with a stroke over it. */
  static String pattern(String id, String ground, String path, String stroke) {
    return "<pattern id=\""
        + id
        + "\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\"><rect width=\"6\" height=\"6\""
        + " fill=\""
        + ground
        + "\"/><path d=\""
        + path
        + "\" stroke=\""
        + stroke
        + "\" stroke-width=\"1\"/></pattern>\n";
  }
}
