package org.tariffeconomics.io.uk;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.tariffeconomics.basics.PlainNumber;
import org.tariffeconomics.reading.CsvFile;
import org.tariffeconomics.reading.Row;

/**
 * A column of ad valorem duties, whose title is their unit: a number without a sign is a
 * percentage. A spreadsheet that took the sign away divided by a hundred as well, which shows in
 * rows of which most have no number of 1 or more; then no one knows which they are, and a few of
 * more than 1 may be duties of more than the value.
 */
final class PercentColumn {

  private final String column;
  private final boolean mayBeFractions;

  private PercentColumn(String column, boolean mayBeFractions) {
    this.column = column;
    this.mayBeFractions = mayBeFractions;
  }

  static PercentColumn of(CsvFile file, String column) {
    return new PercentColumn(column, mayBeFractions(file, List.of(column)));
  }

  /** Whether most of the rows with numbers without a sign in the columns have them all below 1. */
  static boolean mayBeFractions(CsvFile file, Collection<String> columns) {
    int some = 0;
    int small = 0;
    for (Row row : file.rows()) {
      BigDecimal largest =
          columns.stream()
              .flatMap(each -> bare(row.cell(each)).stream())
              .reduce(BigDecimal.ZERO, BigDecimal::max);
      some += largest.signum() == 0 ? 0 : 1;
      small += largest.signum() != 0 && largest.compareTo(BigDecimal.ONE) < 0 ? 1 : 0;
    }
    return 2 * small > some;
  }

  private static Optional<BigDecimal> bare(String cell) {
    return PlainNumber.read(cell).filter(n -> n.signum() >= 0);
  }

  /** The text of a cell with its sign. */
  String read(Row row, String cell) {
    Optional<BigDecimal> number = bare(cell);
    boolean isZero = number.isPresent() && number.get().signum() == 0;
    if (number.isEmpty() || mayBeFractions && !isZero) {
      return cell;
    }
    row.repair(column, "a number without a sign, read as percent by the title of its column");
    return cell + "%";
  }
}
