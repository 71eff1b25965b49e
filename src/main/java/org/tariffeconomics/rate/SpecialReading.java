package org.tariffeconomics.rate;

import java.util.List;
import org.tariffeconomics.report.Table;

/**
 * A cell of the special column as it was read, with everything that was put right on the way.
 *
 * @param groups the groups in the order of the text; none for a blank cell
 * @param repairs what was put right, with places in the whole cell
 */
public record SpecialReading(List<SpecialRate> groups, List<RateRepair> repairs) {

  /**
   * Creates a reading.
   *
   * @param groups the groups in the order of the text
   * @param repairs what was put right
   */
  public SpecialReading {
    groups = List.copyOf(groups);
    repairs = List.copyOf(repairs);
  }

  /**
   * The repairs, one a row.
   *
   * @return the table with the columns at, found, taken and why
   */
  public Table table() {
    return RateReading.table("Repairs in a cell of the special column", repairs);
  }

  /** The numbers of groups and of repairs. */
  @Override
  public String toString() {
    return groups.size() + " groups, " + repairs.size() + " repaired";
  }
}
