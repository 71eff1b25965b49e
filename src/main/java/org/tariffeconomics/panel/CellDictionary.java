package org.tariffeconomics.panel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Gives each different cell of a panel a number, for all its days. */
final class CellDictionary {

  private final Map<CellRates, Integer> numbers = new HashMap<>();
  private final List<CellRates> cells = new ArrayList<>();

  synchronized int number(CellRates cell) {
    Integer before = numbers.putIfAbsent(cell, cells.size());
    if (before != null) {
      return before;
    }
    cells.add(cell);
    return cells.size() - 1;
  }

  synchronized CellColumns columns() {
    return new CellColumns(cells);
  }
}
