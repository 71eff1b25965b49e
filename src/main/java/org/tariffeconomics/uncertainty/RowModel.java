package org.tariffeconomics.uncertainty;

import java.util.function.ToDoubleFunction;

/** A model of one draw at a time, taken through many draws row by row. */
record RowModel(ToDoubleFunction<double[]> model) implements BatchModel {

  @Override
  public void evaluate(double[][] inputs, int count, double[] outcomes) {
    double[] row = new double[inputs.length];
    for (int d = 0; d < count; d++) {
      for (int i = 0; i < row.length; i++) {
        row[i] = inputs[i][d];
      }
      outcomes[d] = model.applyAsDouble(row);
    }
  }
}
