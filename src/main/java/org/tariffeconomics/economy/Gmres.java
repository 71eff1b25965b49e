package org.tariffeconomics.economy;

import java.util.ArrayList;
import java.util.List;

/**
 * Generalised minimal residuals (Saad and Schultz 1986) for a linear system whose operator the
 * caller applies: ask for a direction, add its image, until it is done.
 */
final class Gmres {

  private static final double NEGLIGIBLE = 1e-14;

  private final int most;
  private final List<double[]> basis = new ArrayList<>();
  private final double[][] triangle;
  private final double[] right;
  private final double[] cosines;
  private final double[] sines;
  private final double size;
  private int columns;
  private boolean exhausted;

  Gmres(int d, int most, double[] rightSide, double size) {
    this.most = most;
    this.size = size;
    this.triangle = new double[most][];
    this.right = new double[most + 1];
    this.cosines = new double[most];
    this.sines = new double[most];
    double[] first = new double[d];
    for (int i = 0; i < d; i++) {
      first[i] = rightSide[i] / size;
    }
    basis.add(first);
    right[0] = size;
  }

  boolean isDone(double accuracy) {
    return exhausted || columns == most || Math.abs(right[columns]) <= accuracy * size;
  }

  double[] direction() {
    return basis.get(columns);
  }

  /** Takes the image of the last direction; the array may be reused. */
  void add(double[] image) {
    double[] next = image.clone();
    double[] column = new double[columns + 2];
    double before = Flat.norm(next);
    for (int b = 0; b <= columns; b++) {
      column[b] = Flat.dot(next, 0, basis.get(b), 0, next.length);
      Flat.addScaled(next, 0, basis.get(b), 0, -column[b], next.length);
    }
    double left = Flat.norm(next);
    column[columns + 1] = left;
    exhausted = !(left > NEGLIGIBLE * before);
    if (!exhausted) {
      for (int i = 0; i < next.length; i++) {
        next[i] /= left;
      }
    }
    basis.add(next);
    rotate(column);
    triangle[columns] = column;
    columns++;
  }

  private void rotate(double[] column) {
    for (int b = 0; b < columns; b++) {
      double upper = cosines[b] * column[b] + sines[b] * column[b + 1];
      column[b + 1] = cosines[b] * column[b + 1] - sines[b] * column[b];
      column[b] = upper;
    }
    double length = Math.hypot(column[columns], column[columns + 1]);
    cosines[columns] = length == 0 ? 1 : column[columns] / length;
    sines[columns] = length == 0 ? 0 : column[columns + 1] / length;
    column[columns] = length;
    right[columns + 1] = -sines[columns] * right[columns];
    right[columns] *= cosines[columns];
  }

  double[] solution() {
    double[] weights = new double[columns];
    for (int r = columns - 1; r >= 0; r--) {
      double sum = right[r];
      for (int c = r + 1; c < columns; c++) {
        sum -= triangle[c][r] * weights[c];
      }
      weights[r] = triangle[r][r] == 0 ? 0 : sum / triangle[r][r];
    }
    double[] x = new double[basis.get(0).length];
    for (int c = 0; c < columns; c++) {
      Flat.addScaled(x, 0, basis.get(c), 0, weights[c], x.length);
    }
    return x;
  }
}
