package org.tariffeconomics.panel;

import java.time.LocalDate;
import java.util.BitSet;
import java.util.List;
import java.util.function.Predicate;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.tariff.Assumption;
import org.tariffeconomics.tariff.TariffBook;

/**
 * Which assumptions a book makes for lines and for origins: goods may differ by them where the
 * measures tell nothing apart.
 */
final class Assumed {

  private final List<Assumption> rows;
  private final Classes lines;

  Assumed(TariffBook book, List<HsCode> lines) {
    this.rows = book.assumptions().stream().flatMap(set -> set.rows().stream()).toList();
    this.lines = Classes.of(lines.size(), i -> which(row -> row.products().contains(lines.get(i))));
  }

  /** The class of a line, by its number. */
  int ofLine(int line) {
    return lines.of(line);
  }

  BitSet ofOrigin(Country country, LocalDate day) {
    return which(row -> row.origins().includes(country, day));
  }

  private BitSet which(Predicate<Assumption> fits) {
    BitSet which = new BitSet(rows.size());
    for (int i = 0; i < rows.size(); i++) {
      which.set(i, fits.test(rows.get(i)));
    }
    return which;
  }
}
