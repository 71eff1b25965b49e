package org.tariffeconomics.rate;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.report.Cell;
import org.tariffeconomics.report.Table;

/**
 * A duty rate as it was read from a text, with everything that was put right on the way.
 *
 * @since 0.1.0
 */
public final class RateReading {

  private final DutyRate rate;
  private final List<RateRepair> repairs;

  RateReading(DutyRate rate, List<RateRepair> repairs) {
    repairs = List.copyOf(repairs);
    this.rate = rate;
    this.repairs = repairs;
  }

  /** {@return the rate, {@link DutyRate.Unsupported} where the text is not understood} */
  public DutyRate rate() {
    return rate;
  }

  /** {@return what was put right, from kind to kind; empty for a clean text} */
  public List<RateRepair> repairs() {
    return repairs;
  }

  /**
   * Whether the text is understood.
   *
   * @return false for an {@link DutyRate.Unsupported} rate
   */
  @JsonIgnore
  public boolean isUnderstood() {
    return !(rate instanceof DutyRate.Unsupported);
  }

  /**
   * The repairs, one a row.
   *
   * @return the table with the columns at, found, taken and why
   */
  public Table table() {
    return table("Repairs in the text of " + rate, repairs);
  }

  static Table table(String title, List<RateRepair> repairs) {
    List<List<Cell>> rows =
        repairs.stream()
            .map(
                r ->
                    List.of(
                        Cell.text(Integer.toString(r.offset())),
                        Cell.text(r.found()),
                        Cell.text(r.taken()),
                        Cell.text(r.why())))
            .toList();
    return Table.of(title, List.of("at", "found", "taken", "why"), rows);
  }

  /** The rate and the number of repairs. */
  @Override
  public String toString() {
    return repairs.isEmpty() ? rate.toString() : rate + " [" + repairs.size() + " repaired]";
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof RateReading that
        && rate.equals(that.rate)
        && repairs.equals(that.repairs);
  }

  @Override
  public int hashCode() {
    return Objects.hash(rate, repairs);
  }
}
