package org.tariffeconomics.rate;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.report.Table;

/**
 * A cell of the special column as it was read, with everything that was put right on the way.
 *
 * @since 0.1.0
 */
public final class SpecialReading {

  private final List<SpecialRate> groups;
  private final List<RateRepair> repairs;

  SpecialReading(List<SpecialRate> groups, List<RateRepair> repairs) {
    groups = List.copyOf(groups);
    repairs = List.copyOf(repairs);
    this.groups = groups;
    this.repairs = repairs;
  }

  /** {@return the groups in the order of the text; none for a blank cell} */
  public List<SpecialRate> groups() {
    return groups;
  }

  /** {@return what was put right, with places in the whole cell} */
  public List<RateRepair> repairs() {
    return repairs;
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

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SpecialReading that
        && groups.equals(that.groups)
        && repairs.equals(that.repairs);
  }

  @Override
  public int hashCode() {
    return Objects.hash(groups, repairs);
  }
}
