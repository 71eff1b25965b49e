package org.tariffeconomics.economy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;

/**
 * A law folded for the elasticities of a model: each cell at its lowest and at its highest duties.
 * Open duties of an exporter move together; those of different exporters need not.
 */
final class FoldedLaw {

  private final World world;
  private final Map<Integer, GoodsEnds> goods;
  private final Map<Integer, FoldedDuties> low = new LinkedHashMap<>();
  private final Map<Integer, FoldedDuties> high = new LinkedHashMap<>();
  private final double[] thetas;
  private final List<String> notes;

  FoldedLaw(World world, Map<Integer, GoodsEnds> goods, double[] thetas, List<String> notes) {
    this.world = world;
    this.goods = new LinkedHashMap<>();
    this.thetas = thetas;
    this.notes = notes;
    goods.forEach(this::add);
  }

  /** Adds the goods of a cell, before anybody else sees this. */
  void add(int cell, GoodsEnds ends) {
    double theta = thetas[cell / (world.size() * world.size())];
    FoldedDuties lowest = ends.folded(theta, false);
    goods.put(cell, ends);
    low.put(cell, lowest);
    high.put(cell, ends.isKnown() ? lowest : ends.folded(theta, true));
  }

  /** The least or the most that the price of a cell moves by; 1 where there is none. */
  double extremeChange(boolean highest) {
    return (highest ? high : low)
        .values().stream()
            .mapToDouble(FoldedDuties::powerChange)
            .reduce(highest ? Math::max : Math::min)
            .orElse(1);
  }

  /** The goods of each cell that the law speaks of. */
  Map<Integer, GoodsEnds> goods() {
    return goods;
  }

  FoldedDuties of(int cell, boolean highest) {
    FoldedDuties folded = (highest ? high : low).get(cell);
    if (folded == null) {
      throw new IllegalArgumentException("There are no goods in cell " + cell);
    }
    return folded;
  }

  /** The exporters whose duties are open, in the order of the world. */
  int[] openExporters() {
    return low.keySet().stream()
        .filter(cell -> !of(cell, false).equals(of(cell, true)))
        .mapToInt(cell -> cell % world.size())
        .distinct()
        .sorted()
        .toArray();
  }

  /** The shock in which some exporters bear their highest duties and the others their lowest. */
  DutyShock shock(IntPredicate atHighest) {
    return shock(atHighest, exporter -> false, 0);
  }

  /**
   * The same where some exporters leave their end a part of the way to the other.
   *
   * @param part from 0, the end where they are, to 1, the other one
   */
  DutyShock shock(IntPredicate atHighest, IntPredicate onTheWay, double part) {
    Map<Integer, FoldedDuties> chosen = new LinkedHashMap<>();
    for (int cell : low.keySet()) {
      int exporter = cell % world.size();
      boolean highest = atHighest.test(exporter);
      GoodsEnds ends = goods.get(cell);
      boolean moves = onTheWay.test(exporter) && ends != null && !ends.isKnown();
      chosen.put(
          cell,
          moves && ends != null
              ? ends.between(highest ? 1 - part : part)
                  .folded(thetas[cell / (world.size() * world.size())], false)
              : of(cell, highest));
    }
    DutyShock shock = DutyShock.folded(world, chosen, thetas);
    for (String note : notes) {
      shock = shock.withNote(note);
    }
    return shock;
  }
}
