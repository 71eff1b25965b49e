package org.tariffeconomics.equilibrium;

import java.util.ArrayList;
import java.util.List;
import org.tariffeconomics.report.Cell;
import org.tariffeconomics.report.Table;

/** Puts together the two-column table of a result whose parts are single numbers. */
final class Rows {

  private final List<List<Cell>> rows = new ArrayList<>();

  /** Money, in the unit of the amounts that were put in. */
  Rows money(String label, double amount) {
    return row(label, Cell.number(amount, 2, "money"));
  }

  Rows percent(String label, double fraction) {
    return row(label, Cell.percent(fraction, 2));
  }

  Rows relative(String label, double fraction) {
    return row(label, Cell.relative(fraction, 2));
  }

  Rows row(String label, Cell cell) {
    rows.add(List.of(Cell.text(label), cell));
    return this;
  }

  Table table(String title, String... caption) {
    return Table.of(title, List.of("figure", "value"), rows).withCaption(List.of(caption));
  }
}
