package org.tariffeconomics.panel;

import java.util.List;
import java.util.function.Supplier;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.Memo;
import org.tariffeconomics.rate.DeclaredOrigin;
import org.tariffeconomics.tariff.TariffBook;

/**
 * A book as panels ask it, and what was worked out for its panels so far, by the kind of answer:
 * most kinds recur from day to day and from panel to panel.
 */
final class PanelMemory {

  /** Base duties and whole stacks of some two hundred bytes each. */
  private static final int MOST_RATES_KEPT = 1 << 15;

  /** Charges of some sixty bytes each, with all ways that they may turn out. */
  private static final int MOST_CHARGES_KEPT = 1 << 20;

  /** Lines and origins of some megabyte. */
  private static final int MOST_GOODS_KEPT = 8;

  private final SplitBook books;
  private final ScopeNodes chargeNodes;
  private final Memo<Object, BaseDuty> baseDuties = new Memo<>(MOST_RATES_KEPT);
  private final Memo<Object, ChargeTemplate> charges =
      new Memo<>(MOST_CHARGES_KEPT, ChargeTemplate::size);
  private final Memo<Object, CellRates> wholeStacks = new Memo<>(MOST_RATES_KEPT);
  private final Memo<Asked, PanelGoods> goods = new Memo<>(MOST_GOODS_KEPT);

  private record Asked(List<HsCode> lines, List<DeclaredOrigin> origins) {}

  private PanelMemory(TariffBook book) {
    this.books = new SplitBook(book);
    this.chargeNodes = new ScopeNodes(books.charges());
  }

  static PanelMemory of(TariffBook book) {
    return book.workedOut(PanelMemory.class, PanelMemory::new);
  }

  SplitBook books() {
    return books;
  }

  /** The charges of all days by the codes that they list. */
  ScopeNodes chargeNodes() {
    return chargeNodes;
  }

  PanelGoods goods(List<HsCode> lines, List<DeclaredOrigin> origins) {
    return goods.get(new Asked(lines, origins), a -> new PanelGoods(this, a.lines, a.origins));
  }

  BaseDuty baseDuty(Object kind, Supplier<BaseDuty> resolved) {
    return baseDuties.get(kind, k -> resolved.get());
  }

  ChargeTemplate charges(Object kind, Supplier<ChargeTemplate> resolved) {
    return charges.get(kind, k -> resolved.get());
  }

  /** The cell that a whole stack comes to. */
  CellRates cell(Object kind, Supplier<CellRates> resolved) {
    return wholeStacks.get(kind, k -> resolved.get());
  }
}
