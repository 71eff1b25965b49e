package org.tariffeconomics.panel;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * What was worked out for the days of a panel so far, by the kind of answer: most kinds recur from
 * day to day.
 */
final class PanelMemory {

  private final Map<Object, BaseDuty> baseDuties = new ConcurrentHashMap<>();
  private final Map<Object, ChargeTemplate> charges = new ConcurrentHashMap<>();
  private final Map<Object, Integer> wholeStacks = new ConcurrentHashMap<>();
  private final CellDictionary cells = new CellDictionary();

  BaseDuty baseDuty(Object kind, Supplier<BaseDuty> resolved) {
    return baseDuties.computeIfAbsent(kind, k -> resolved.get());
  }

  ChargeTemplate charges(Object kind, Supplier<ChargeTemplate> resolved) {
    return charges.computeIfAbsent(kind, k -> resolved.get());
  }

  /** The number of the cell that a whole stack comes to. */
  int cell(Object kind, Supplier<CellRates> resolved) {
    return wholeStacks.computeIfAbsent(kind, k -> cells.number(resolved.get()));
  }

  CellDictionary cells() {
    return cells;
  }
}
