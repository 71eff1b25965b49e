package org.tariffeconomics.economy;

import java.util.ArrayList;
import java.util.List;
import org.tariffeconomics.report.Cell;
import org.tariffeconomics.report.Chart;
import org.tariffeconomics.report.ChartRows;
import org.tariffeconomics.report.ChartScale;
import org.tariffeconomics.report.Table;

/**
 * Why an economy's welfare changed under a law of which not everything is known: the parts at the
 * lowest duties and at the highest. Each of the two adds up exactly; a part of one is never added
 * to a part of the other.
 *
 * @since 0.1.0
 */
public final class DecompositionRange {

  private final Decomposition lowest;
  private final Decomposition highest;

  DecompositionRange(Decomposition lowest, Decomposition highest) {
    this.lowest = lowest;
    this.highest = highest;
  }

  /** {@return the parts with all open duties at their lowest} */
  public Decomposition lowest() {
    return lowest;
  }

  /** {@return the parts with all open duties at their highest} */
  public Decomposition highest() {
    return highest;
  }

  private boolean isOne() {
    return lowest.parts().equals(highest.parts());
  }

  /** {@return one row a part, in logarithmic percent, and their sum, for both ends} */
  public Table table() {
    if (isOne()) {
      return lowest.table();
    }
    List<List<Cell>> rows = new ArrayList<>();
    for (int row = 0; row < lowest.table().rows().size(); row++) {
      List<Cell> cells = new ArrayList<>(lowest.table().rows().get(row));
      cells.add(highest.table().rows().get(row).get(1));
      rows.add(cells);
    }
    return Table.of(
            lowest.table().title(), List.of("part", "lowest duties", "highest duties"), rows)
        .withCaption(lowest.table().caption());
  }

  /** {@return the parts as a waterfall; where two laws are possible, from the one to the other} */
  public Chart chart() {
    if (isOne()) {
      return lowest.chart();
    }
    List<ChartRows.Row> rows = new ArrayList<>();
    for (int part = 0; part < Decomposition.NAMES.size(); part++) {
      double from = lowest.values().get(part);
      double to = highest.values().get(part);
      rows.add(
          ChartRows.Row.of(
              Decomposition.NAMES.get(part),
              List.of(new ChartRows.Move(from, to)),
              Cell.relative(from, 3).text() + " to " + Cell.relative(to, 3).text()));
    }
    return Chart.of(
        lowest.table().title(),
        "from all open duties at their lowest to all at their highest; each end adds up",
        lowest.table().caption(),
        ChartRows.of(ChartScale.percent("effect, logarithmic"), rows));
  }

  /** Both in one line each, or the one. */
  @Override
  public String toString() {
    return isOne()
        ? lowest.toString()
        : "lowest duties: " + lowest + "\nhighest duties: " + highest;
  }
}
