package org.tariffeconomics.panel;

import java.util.List;
import org.tariffeconomics.panel.CellRates.Part;

/** The different cells of a panel as columns of numbers. */
final class CellColumns {

  private final List<CellRates> cells;
  private final List<String> programmes;
  private final boolean[] hasRate;

  /** Whether there is a rate of which it is known what each programme charges. */
  private final boolean[] hasParts;

  private final double[] totals;
  private final double[] highest;
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
    this.hasRate = new boolean[cells.size()];
    this.hasParts = new boolean[cells.size()];
    this.totals = new double[cells.size()];
    this.highest = new double[cells.size()];
    this.parts = new double[programmes.size()][cells.size()];
    for (int i = 0; i < totals.length; i++) {
      fill(i);
    }
  }

  private void fill(int number) {
    CellRates cell = cells.get(number);
    hasRate[number] = cell.outcome() == PanelOutcome.AD_VALOREM;
    hasParts[number] = hasRate[number] && cell.isToldApart();
    totals[number] = cell.total().doubleValue();
    highest[number] = cell.highest().doubleValue();
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

  /** The total of a cell, or a number of the caller's where there is no rate. */
  double total(int cell, double whereNoRate) {
    return hasRate[cell] ? totals[cell] : whereNoRate;
  }

  /** The lowest that a cell can be, or a number of the caller's where there is no range. */
  double lowest(int cell, double whereNoRate) {
    return cells.get(cell).hasRange() ? totals[cell] : whereNoRate;
  }

  /** The highest that a cell can be, or a number of the caller's where there is no range. */
  double highest(int cell, double whereNoRate) {
    return cells.get(cell).hasRange() ? highest[cell] : whereNoRate;
  }

  /** What a programme charges in a cell; nothing is 0, what is not told the caller's number. */
  double part(int programme, int cell, double whereNoRate) {
    return hasParts[cell] ? parts[programme][cell] : whereNoRate;
  }
}
