package org.tariffeconomics.economy;

import java.util.ArrayList;
import java.util.List;
import org.tariffeconomics.basics.LongWork;

/**
 * Finds where the step that a problem asks for is zero: Anderson's method with restarts, then
 * Newton's with steps from a Krylov space, and at the end the length of one further Newton step,
 * which says how far the answer is from the solution; the residual alone does not.
 */
final class FixedPoint {

  private static final int WINDOW = 8;
  private static final int MAX_RESTARTS = 12;
  private static final double GROWTH = 10;
  private static final double LONGEST_STEP = 0.2;
  private static final int MAX_NEWTON = 60;
  private static final int KRYLOV = 60;
  private static final double PROBE = 1e-6;
  private static final int MOST_POLISHING = 4;

  /** What a Newton step may still move where little accuracy was asked for. */
  private static final double FARTHEST = 1e-6;

  /** Equations whose solution is where the step is zero. */
  interface Problem {
    int unknowns();

    /** May bring the unknowns to the numeraire. */
    void residual(double[] z, double[] step);

    /**
     * A common shift of wages changes nothing, and the system of Newton's method would be singular:
     * makes the shift of a move count in its image. Nothing unless told otherwise.
     */
    default void pinNumeraire(double[] move, double[] image) {}
  }

  /**
   * What is asked for.
   *
   * @param tolerance the longest step at which to stop
   * @param iterations the most iterations of Anderson's method
   */
  record Accuracy(double tolerance, int iterations) {}

  private final Problem problem;
  private final double tolerance;
  private final int maxIterations;
  private final List<String> notes = new ArrayList<>();
  private final double[] z;
  private final double[] step;
  private int iterations;
  private int evaluations;
  private final LongWork work = LongWork.beginOpen("steps of the solver", 1);
  private String method = "Anderson(" + WINDOW + ")";
  private double newtonStep;

  FixedPoint(Problem problem, double[] start, double tolerance, int maxIterations) {
    this.problem = problem;
    this.tolerance = tolerance;
    this.maxIterations = maxIterations;
    this.z = start.clone();
    this.step = new double[start.length];
  }

  double[] z() {
    return z;
  }

  int iterations() {
    return iterations;
  }

  int evaluations() {
    return evaluations;
  }

  String method() {
    return method;
  }

  List<String> notes() {
    return notes;
  }

  void note(List<String> more) {
    notes.addAll(more);
  }

  double newtonStep() {
    return newtonStep;
  }

  double largestStep() {
    return Flat.maxAbs(step);
  }

  /** Whether the step is within the tolerance and a Newton step would not move far. */
  boolean solve() {
    if (!solveUncertified()) {
      newtonStep = Double.POSITIVE_INFINITY;
      return false;
    }
    certify();
    if (!(newtonStep <= Math.max(tolerance, Math.min(1000 * tolerance, FARTHEST)))) {
      notes.add("a Newton step would still move far: some who hardly trade have no certain wage");
      return false;
    }
    return true;
  }

  /**
   * Finds the length of a further Newton step, and takes it while it is longer than what was asked
   * for and the next is much shorter: an iteration that creeps stops before its end.
   */
  private void certify() {
    double[] direction = newtonDirection(1e-2);
    newtonStep = Flat.maxAbs(direction);
    for (int polish = 0; polish < MOST_POLISHING && newtonStep > tolerance; polish++) {
      double[] before = z.clone();
      for (int i = 0; i < z.length; i++) {
        z[i] += direction[i];
      }
      evaluate();
      double[] next = newtonDirection(1e-2);
      double length = Flat.maxAbs(next);
      if (!(length < newtonStep / 2)) {
        System.arraycopy(before, 0, z, 0, z.length);
        break;
      }
      direction = next;
      newtonStep = length;
    }
    evaluate();
  }

  /** As {@link #solve} without the certificate, for the many steps of an outer search. */
  boolean solveUncertified() {
    boolean found = anderson();
    if (!found) {
      notes.add("Newton's method after " + iterations + " iterations");
      method = "Newton–Krylov";
      found = newton();
    }
    return found;
  }

  private double evaluate() {
    problem.residual(z, step);
    evaluations++;
    work.advance(1);
    return largestStep();
  }

  private boolean anderson() {
    int d = z.length;
    History history = new History(d);
    double[] best = z.clone();
    double least = Double.POSITIVE_INFINITY;
    double damping = 1;
    int restarts = 0;
    while (iterations < maxIterations) {
      double size = evaluate();
      iterations++;
      if (size <= tolerance) {
        return true;
      }
      if (!(size <= GROWTH * least)) {
        if (++restarts > MAX_RESTARTS || least == Double.POSITIVE_INFINITY) {
          break;
        }
        notes.add("restart at iteration " + iterations);
        damping /= 2;
        System.arraycopy(best, 0, z, 0, d);
        history.clear();
        least = Double.POSITIVE_INFINITY;
        evaluate();
        move(damping);
        continue;
      }
      if (size < least) {
        least = size;
        System.arraycopy(z, 0, best, 0, d);
      }
      history.advance(z, step, damping);
    }
    System.arraycopy(best, 0, z, 0, d);
    return false;
  }

  /** Moves along the step, but no unknown farther than the longest step. */
  private void move(double damping) {
    double scale = damping * Math.min(1, LONGEST_STEP / largestStep());
    for (int i = 0; i < z.length; i++) {
      z[i] += scale * step[i];
    }
  }

  private boolean newton() {
    double size = evaluate();
    for (int i = 0; i < MAX_NEWTON && size > tolerance && Double.isFinite(size); i++) {
      double[] direction = newtonDirection(1e-6);
      iterations++;
      size = lineSearch(direction, size);
    }
    return size <= tolerance;
  }

  private double lineSearch(double[] direction, double before) {
    double[] from = z.clone();
    double scale = Math.min(1, LONGEST_STEP / Flat.maxAbs(direction));
    for (int halving = 0; halving < 12; halving++) {
      for (int i = 0; i < z.length; i++) {
        z[i] = from[i] + scale * direction[i];
      }
      double size = evaluate();
      if (size < before) {
        return size;
      }
      scale /= 2;
    }
    return Double.NaN;
  }

  /** Solves (−∂step/∂z) x = step by GMRES with difference quotients; ends at the same z. */
  private double[] newtonDirection(double accuracy) {
    int d = z.length;
    double[] here = z.clone();
    double[] base = step.clone();
    double size = Flat.norm(base);
    double[] x = new double[d];
    if (size == 0) {
      return x;
    }
    Gmres gmres = new Gmres(d, Math.min(KRYLOV, d), base, size);
    double[] image = new double[d];
    while (!gmres.isDone(accuracy)) {
      double[] v = gmres.direction();
      for (int i = 0; i < d; i++) {
        z[i] = here[i] + PROBE * v[i];
      }
      problem.residual(z, image);
      evaluations++;
      for (int i = 0; i < d; i++) {
        image[i] = (base[i] - image[i]) / PROBE;
      }
      problem.pinNumeraire(v, image);
      gmres.add(image);
    }
    System.arraycopy(here, 0, z, 0, d);
    System.arraycopy(base, 0, step, 0, d);
    return gmres.solution();
  }

  /** The last steps of Anderson's method and the inner products of their differences. */
  private static final class History {
    private final int d;
    private final double[][] dSteps = new double[WINDOW][];
    private final double[][] dPoints = new double[WINDOW][];
    private final double[][] gram = new double[WINDOW][WINDOW];
    private final double[] lastStep;
    private final double[] lastPoint;
    private final double[] weights = new double[WINDOW];
    private final double[][] lower = new double[WINDOW][WINDOW];
    private int count;
    private boolean started;

    History(int d) {
      this.d = d;
      this.lastStep = new double[d];
      this.lastPoint = new double[d];
    }

    void clear() {
      count = 0;
      started = false;
    }

    void advance(double[] z, double[] step, double damping) {
      if (started) {
        remember(z, step);
      }
      started = true;
      System.arraycopy(step, 0, lastStep, 0, d);
      System.arraycopy(z, 0, lastPoint, 0, d);
      while (count > 0 && !solveWeights(step)) {
        dropOldest();
      }
      double damp = damping;
      for (int i = 0; i < d; i++) {
        z[i] += damp * step[i];
      }
      for (int c = 0; c < count; c++) {
        double[] points = dPoints[c];
        double[] steps = dSteps[c];
        double weight = weights[c];
        for (int i = 0; i < d; i++) {
          z[i] -= weight * (points[i] + damp * steps[i]);
        }
      }
    }

    private void remember(double[] z, double[] step) {
      if (count == WINDOW) {
        dropOldest();
      }
      if (dSteps[count] == null) {
        dSteps[count] = new double[d];
        dPoints[count] = new double[d];
      }
      for (int i = 0; i < d; i++) {
        dSteps[count][i] = step[i] - lastStep[i];
        dPoints[count][i] = z[i] - lastPoint[i];
      }
      for (int c = 0; c <= count; c++) {
        gram[count][c] = Flat.dot(dSteps[count], 0, dSteps[c], 0, d);
        gram[c][count] = gram[count][c];
      }
      count++;
    }

    private void dropOldest() {
      double[] oldSteps = dSteps[0];
      double[] oldPoints = dPoints[0];
      for (int c = 1; c < count; c++) {
        dSteps[c - 1] = dSteps[c];
        dPoints[c - 1] = dPoints[c];
        for (int b = 1; b < count; b++) {
          gram[c - 1][b - 1] = gram[c][b];
        }
      }
      dSteps[count - 1] = oldSteps;
      dPoints[count - 1] = oldPoints;
      count--;
    }

    /** Least squares by Cholesky; false where the columns are nearly dependent. */
    private boolean solveWeights(double[] step) {
      for (int r = 0; r < count; r++) {
        for (int c = 0; c <= r; c++) {
          double sum = gram[r][c];
          for (int b = 0; b < c; b++) {
            sum -= lower[r][b] * lower[c][b];
          }
          if (r == c) {
            if (!(sum > 1e-13 * gram[r][r])) {
              return false;
            }
            lower[r][r] = Math.sqrt(sum);
          } else {
            lower[r][c] = sum / lower[c][c];
          }
        }
      }
      for (int r = 0; r < count; r++) {
        double sum = Flat.dot(dSteps[r], 0, step, 0, d);
        for (int b = 0; b < r; b++) {
          sum -= lower[r][b] * weights[b];
        }
        weights[r] = sum / lower[r][r];
      }
      for (int r = count - 1; r >= 0; r--) {
        double sum = weights[r];
        for (int b = r + 1; b < count; b++) {
          sum -= lower[b][r] * weights[b];
        }
        weights[r] = sum / lower[r][r];
      }
      return true;
    }
  }
}
