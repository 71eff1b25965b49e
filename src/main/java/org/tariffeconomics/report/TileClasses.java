package org.tariffeconomics.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/**
 * The few grounds of a map: a class a number where there are few, else classes of about as many
 * countries each; zero is white, and numbers below it have classes of their own.
 */
final class TileClasses {

  private static final String ZERO = "fill=\"#ffffff\"";

  private final ChartScale scale;
  private final boolean zero;

  /** Classes from the nearest to zero outwards, by their ends as distances from zero. */
  private final List<double[]> positive;

  private final List<double[]> negative;

  private TileClasses(
      ChartScale scale, boolean zero, List<double[]> positive, List<double[]> negative) {
    this.scale = scale;
    this.zero = zero;
    this.positive = positive;
    this.negative = negative;
  }

  static TileClasses of(ChartTiles form) {
    TreeMap<Double, Integer> above = new TreeMap<>();
    TreeMap<Double, Integer> below = new TreeMap<>();
    boolean zero = false;
    for (ChartTiles.Tile tile : form.tiles()) {
      for (Double value : ends(tile)) {
        zero |= value == 0;
        if (value != 0) {
          (value > 0 ? above : below).merge(Math.abs(value), 1, Integer::sum);
        }
      }
    }
    return new TileClasses(form.scale(), zero, divided(above), divided(below));
  }

  private static List<Double> ends(ChartTiles.Tile tile) {
    Double low = tile.low();
    Double high = tile.high();
    if (low == null) {
      return List.of();
    }
    return high == null || tile.isPoint() ? List.of(low) : List.of(low, high);
  }

  private static List<double[]> divided(SortedMap<Double, Integer> counts) {
    List<double[]> classes = new ArrayList<>();
    int left = counts.values().stream().mapToInt(Integer::intValue).sum();
    int distinct = counts.size();
    double[] open = null;
    int held = 0;
    for (Map.Entry<Double, Integer> each : counts.entrySet()) {
      if (open == null) {
        open = new double[] {each.getKey(), each.getKey()};
      }
      open[1] = each.getKey();
      held += each.getValue();
      distinct--;
      int more = ChartLook.SHADES - classes.size();
      if (distinct < more || held * more >= left) {
        classes.add(open);
        left -= held;
        held = 0;
        open = null;
      }
    }
    return classes;
  }

  /** The attributes of the ground of a number. */
  String look(double value) {
    return value == 0 ? ZERO : ChartLook.shade(shade(value), value < 0);
  }

  /** The same without hatching. */
  String plain(double value) {
    return value == 0 ? ZERO : ChartLook.plain(shade(value), value < 0);
  }

  boolean isDark(double value) {
    return value != 0 && ChartLook.isDark(shade(value), value < 0);
  }

  private int shade(double value) {
    List<double[]> classes = value < 0 ? negative : positive;
    int at = 0;
    while (at + 1 < classes.size() && Math.abs(value) > classes.get(at)[1]) {
      at++;
    }
    return strength(at, classes.size());
  }

  /** Few classes are spread over all strengths. */
  private static int strength(int at, int count) {
    return count == 1 ? 2 : Math.round(at * (ChartLook.SHADES - 1) / (count - 1f));
  }

  /** Each ground with the numbers that it stands for, from the lowest to the highest. */
  void forEach(BiConsumer<String, String> entry) {
    for (int i = negative.size() - 1; i >= 0; i--) {
      double[] ends = negative.get(i);
      entry.accept(ChartLook.shade(strength(i, negative.size()), true), words(-ends[1], -ends[0]));
    }
    if (zero) {
      entry.accept(ZERO, words(0, 0));
    }
    for (int i = 0; i < positive.size(); i++) {
      double[] ends = positive.get(i);
      entry.accept(ChartLook.shade(strength(i, positive.size()), false), words(ends[0], ends[1]));
    }
  }

  private String words(double low, double high) {
    String from = scale.text(low, 1);
    String to = scale.text(high, 1);
    return from.equals(to) ? from : from + " to " + to;
  }
}
