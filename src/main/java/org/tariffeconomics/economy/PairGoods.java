package org.tariffeconomics.economy;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The goods of one pair and sector with what is known of their duties: goods of the same duties are
 * one. Duties lie between two; an infinite one is a ban.
 */
final class PairGoods {

  /** Duties before and after, each from the lowest to the highest. */
  private record Duties(double beforeLow, double beforeHigh, double low, double high) {

    private boolean isOpen() {
      return low != high || beforeLow != beforeHigh;
    }

    private double before() {
      return (beforeLow + beforeHigh) / 2;
    }

    /** The change of the power; nothing ties what decides before to what decides after. */
    private double change(boolean highest) {
      return highest ? (1 + high) / (1 + beforeLow) : (1 + low) / (1 + beforeHigh);
    }
  }

  private final Map<Duties, double[]> known = new LinkedHashMap<>();
  private double knownValue;
  private double openValue;
  private double unknownValue;

  void add(double value, EstimateRange before, double low, double high) {
    Duties duties = new Duties(before.lowest(), before.highest(), low, high);
    known.computeIfAbsent(duties, key -> new double[1])[0] += value;
    knownValue += value;
    openValue += duties.isOpen() ? value : 0;
  }

  void addUnknown(double value) {
    unknownValue += value;
  }

  double value() {
    return knownValue + unknownValue;
  }

  double unknownValue() {
    return unknownValue;
  }

  boolean isKnown() {
    return knownValue > 0;
  }

  double openValue() {
    return openValue;
  }

  /** The least or the most by which a known good's power changes, bans apart. */
  double extremeChange(boolean highest) {
    return known.keySet().stream()
        .mapToDouble(duties -> duties.change(highest))
        .filter(Double::isFinite)
        .reduce(highest ? Math::max : Math::min)
        .orElse(1);
  }

  /**
   * All goods at the lowest and at the highest duties. Base duties by law are scaled to what was
   * collected; where the law had none, all goods bore the collected rate.
   *
   * @param unknownLow the lowest duty after on goods of which none is known
   * @param unknownHigh the highest
   */
  GoodsEnds ends(double collected, double unknownLow, double unknownHigh) {
    int count = known.size() + (unknownValue > 0 ? 1 : 0);
    double[] values = new double[count];
    double[] before = new double[count];
    double[] low = new double[count];
    double[] high = new double[count];
    double byLaw = 0;
    for (Map.Entry<Duties, double[]> each : known.entrySet()) {
      byLaw += each.getValue()[0] * each.getKey().before();
    }
    double scale = byLaw > 0 ? collected * knownValue / byLaw : 0;
    int h = 0;
    for (Map.Entry<Duties, double[]> each : known.entrySet()) {
      values[h] = each.getValue()[0];
      before[h] = byLaw > 0 ? scale * each.getKey().before() : collected;
      low[h] = (1 + before[h]) * each.getKey().change(false) - 1;
      high[h] = (1 + before[h]) * each.getKey().change(true) - 1;
      h++;
    }
    if (unknownValue > 0) {
      values[h] = unknownValue;
      before[h] = collected;
      low[h] = unknownLow;
      high[h] = unknownHigh;
    }
    if (Arrays.stream(low).noneMatch(Double::isFinite)) {
      throw new IllegalArgumentException(
          "All goods of a pair are prohibited, which no duty says: leave the pair out by an"
              + " iceberg cost");
    }
    return new GoodsEnds(values, before, low, high);
  }

  /** Cells with goods in the order in which tables show them: the largest trade first. */
  static List<Map.Entry<Integer, PairGoods>> byTrade(Map<Integer, PairGoods> cells) {
    return cells.entrySet().stream()
        .filter(each -> each.getValue().value() > 0)
        .sorted((a, b) -> Double.compare(b.getValue().value(), a.getValue().value()))
        .toList();
  }
}
