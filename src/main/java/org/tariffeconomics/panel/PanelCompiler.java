package org.tariffeconomics.panel;

import java.time.LocalDate;
import java.util.List;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.Knowledge;
import org.tariffeconomics.rate.DeclaredOrigin;
import org.tariffeconomics.tariff.TariffBook;

/** Compiles the days of a panel, which number its different cells together. */
final class PanelCompiler {

  private final PanelMemory memory;
  private final PanelGoods goods;
  private final CellDictionary cells = new CellDictionary();

  PanelCompiler(TariffBook book, List<HsCode> lines, List<DeclaredOrigin> origins) {
    this.memory = PanelMemory.of(book);
    this.goods = memory.goods(lines, origins);
  }

  CompiledSlice compile(LocalDate day, Knowledge knowledge) {
    return new SliceCompiler(memory, goods, cells, day, knowledge).compile();
  }

  CellColumns columns() {
    return cells.columns();
  }
}
