package org.tariffeconomics.panel;

import java.util.Objects;
import java.util.function.IntToDoubleFunction;

/**
 * Some neighbouring lines of a panel from every origin, as columns of numbers: row after row, one
 * row a line, one number an origin. All rates are fractions of the customs value.
 *
 * <p>What stands where there is no rate is for the caller to say, so that it is never taken for a
 * zero.
 *
 * @since 0.1.0
 */
public final class PanelBlock {

  private final PanelSlice slice;
  private final int firstLine;
  private final int lineCount;

  PanelBlock(PanelSlice slice, int firstLine, int lineCount) {
    this.slice = slice;
    this.firstLine = firstLine;
    this.lineCount = lineCount;
  }

  /** {@return the slice that the block is a part of} */
  public PanelSlice slice() {
    return slice;
  }

  /**
   * The number of the block's first line.
   *
   * @return the number within the slice
   */
  public int firstLine() {
    return firstLine;
  }

  /**
   * How many lines the block has.
   *
   * @return the number of lines
   */
  public int lineCount() {
    return lineCount;
  }

  /**
   * The all-in rates.
   *
   * @param whereNoRate what stands where there is no rate; {@code Double.NaN} is the caller's
   *     choice
   * @return one number a line and origin, row after row
   */
  public double[] totals(double whereNoRate) {
    return spread(cell -> slice.cells().total(cell, whereNoRate));
  }

  /**
   * The lowest that each rate can be: the rate itself where nothing is left open.
   *
   * @param whereNoRate what stands where there is neither a rate nor a range
   * @return one number a line and origin, row after row
   */
  public double[] lowest(double whereNoRate) {
    return spread(cell -> slice.cells().lowest(cell, whereNoRate));
  }

  /**
   * The highest that each rate can be: the rate itself where nothing is left open.
   *
   * @param whereNoRate what stands where there is neither a rate nor a range
   * @return one number a line and origin, row after row
   */
  public double[] highest(double whereNoRate) {
    return spread(cell -> slice.cells().highest(cell, whereNoRate));
  }

  /**
   * What one programme charges.
   *
   * @param programme the programme's name
   * @param whereNoRate what stands where there is no rate, or one that lines below the code pay
   *     under different programmes
   * @return one number a line and origin, row after row; zero where the programme charges nothing
   * @throws IllegalArgumentException when the panel has no such programme
   */
  public double[] parts(String programme, double whereNoRate) {
    Objects.requireNonNull(programme, "programme");
    int number = slice.programmes().indexOf(programme);
    if (number < 0) {
      throw new IllegalArgumentException(
          "The panel has no programme '" + programme + "': it has " + slice.programmes());
    }
    return spread(cell -> slice.cells().part(number, cell, whereNoRate));
  }

  private double[] spread(IntToDoubleFunction ofCell) {
    CompiledSlice compiled = slice.compiled();
    int width = slice.origins().size();
    double[] values = new double[lineCount * width];
    int at = 0;
    for (int i = firstLine; i < firstLine + lineCount; i++) {
      int[] row = compiled.table()[compiled.lines().of(i)];
      for (int j = 0; j < width; j++) {
        values[at++] = ofCell.applyAsDouble(row[compiled.origins().of(j)]);
      }
    }
    return values;
  }

  /** The numbers of its lines. */
  @Override
  public String toString() {
    return "lines " + firstLine + " to " + (firstLine + lineCount - 1) + " of " + slice;
  }
}
