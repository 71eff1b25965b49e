package org.tariffeconomics.panel;

import java.util.Arrays;
import java.util.List;
import org.tariffeconomics.panel.CellRates.Part;

/** The different cells of a panel as columns of numbers. */
final class CellColumns {

  private final List<CellRates> cells;
  private final List<String> programmes;
  private final double[] totals;
  private final double[][] parts;

  CellColumns(List<CellRates> cells) {
    this.cells = List.copyOf(cells);
    this.programmes =
        cells.stream()
            .flatMap(cell -> cell.parts().stream())
            .map(Part::programme)
            .distinct()
            .sorted()
            .toList();
    this.totals = new double[cells.size()];
    this.parts = new double[programmes.size()][cells.size()];
    for (int i = 0; i < totals.length; i++) {
      fill(i);
    }
  }

  private void fill(int number) {
    CellRates cell = cells.get(number);
    totals[number] = cell.total().doubleValue();
    for (int p = 0; p < parts.length; p++) {
      parts[p][number] = cell.of(programmes.get(p)).doubleValue();
    }
  }

  CellRates cell(int number) {
    return cells.get(number);
  }

  List<String> programmes() {
    return programmes;
  }

  /** The totals by the number of the cell, with a number of the caller's where there is no rate. */
  double[] totals(double whereNoRate) {
    return withGaps(totals, whereNoRate);
  }

  /** What a programme charges by the number of the cell; nothing is 0, no rate the caller's. */
  double[] parts(int programme, double whereNoRate) {
    return withGaps(parts[programme], whereNoRate);
  }

  private double[] withGaps(double[] known, double whereNoRate) {
    double[] values = Arrays.copyOf(known, known.length);
    for (int i = 0; i < values.length; i++) {
      if (cells.get(i).outcome() != PanelOutcome.AD_VALOREM) {
        values[i] = whereNoRate;
      }
    }
    return values;
  }
}
