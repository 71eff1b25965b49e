package org.tariffeconomics.panel;

import org.tariffeconomics.tariff.TariffLaw;

/**
 * The cells of one day by class of lines and class of origins.
 *
 * @param law the law of the day
 * @param lines the lines by class
 * @param origins the origins by class
 * @param table the number of the cell of each class of lines and class of origins
 */
record CompiledSlice(TariffLaw law, Classes lines, Classes origins, int[][] table) {

  int cell(int line, int origin) {
    return table[lines.of(line)][origins.of(origin)];
  }

  /** Both classes in one number: what of the law reaches goods of both is the same. */
  long classes(int line, int origin) {
    return (long) lines.of(line) << Integer.SIZE | origins.of(origin);
  }
}
