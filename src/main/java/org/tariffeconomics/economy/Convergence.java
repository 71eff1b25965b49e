package org.tariffeconomics.economy;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * How an equilibrium was found and how good it is. The certificate is {@link #newtonStep()}: how
 * far one further step of Newton's method would move the logarithm of a wage or a price. A small
 * residual alone does not say that much: an iteration that creeps has small residuals far from its
 * end.
 *
 * @since 0.1.0
 */
public final class Convergence {

  private final boolean converged;
  private final String method;
  private final int iterations;
  private final int evaluations;
  private final double residual;
  private final double walras;
  private final double newtonStep;
  private final double tolerance;
  private final double longestStep;
  private final List<String> notes;

  private Convergence(
      FixedPoint solver, boolean converged, double residual, double walras, double tolerance) {
    this.converged = converged;
    this.method = solver.method();
    this.iterations = solver.iterations();
    this.evaluations = solver.evaluations();
    this.residual = residual;
    this.walras = walras;
    this.newtonStep = solver.newtonStep();
    this.longestStep = solver.largestStep();
    this.tolerance = tolerance;
    this.notes = List.copyOf(solver.notes());
  }

  static Convergence of(
      FixedPoint solver, boolean converged, double residual, double walras, double tolerance) {
    return new Convergence(solver, converged, residual, walras, tolerance);
  }

  /** {@return whether an equilibrium was found; where not, the outcome has no numbers} */
  @JsonIgnore
  public boolean isConverged() {
    return converged;
  }

  /** {@return the method that found it} */
  public String method() {
    return method;
  }

  /** {@return the iterations made} */
  public int iterations() {
    return iterations;
  }

  /** {@return how often the equations were evaluated, those of the certificate included} */
  public int evaluations() {
    return evaluations;
  }

  /**
   * The largest excess demand for an economy's labour, as a share of its income.
   *
   * @return the residual
   * @throws IllegalStateException when no equilibrium was found
   */
  public double residual() {
    return certified(residual);
  }

  /**
   * What world demand exceeds world income by, as a share: zero where the data obey Walras's law.
   *
   * @return the residual
   * @throws IllegalStateException when no equilibrium was found
   */
  public double walras() {
    return certified(walras);
  }

  /**
   * The certificate: the longest move of the logarithm of a wage or a price in one further step of
   * Newton's method.
   *
   * @return the length
   * @throws IllegalStateException when no equilibrium was found
   */
  public double newtonStep() {
    return certified(newtonStep);
  }

  private double certified(double value) {
    if (!converged) {
      throw new IllegalStateException("There is no equilibrium to certify: " + this);
    }
    return value;
  }

  /**
   * The step that the equations still asked for at the end, in logarithms.
   *
   * @return the longest part of it; empty where the iteration left the range of numbers
   */
  public OptionalDouble longestStep() {
    return Double.isFinite(longestStep) ? OptionalDouble.of(longestStep) : OptionalDouble.empty();
  }

  /** {@return what was asked for: the longest step at which the iteration stops} */
  public double tolerance() {
    return tolerance;
  }

  /** {@return restarts and changes of method, in order; none where all went straight} */
  public List<String> notes() {
    return notes;
  }

  /** For example {@code converged: Anderson(8), 24 iterations, Newton step 3e-13, …}. */
  @Override
  public String toString() {
    String end =
        converged
            ? String.format(
                Locale.ROOT,
                "Newton step %.1e, residual %.1e, Walras %.1e",
                newtonStep,
                residual,
                walras)
            : longestStep().isPresent()
                ? String.format(Locale.ROOT, "longest step %.1e", longestStep)
                : "no step that is a number";
    return String.format(
        Locale.ROOT,
        "%s: %s, %d iterations, %d evaluations, %s%s",
        converged ? "converged" : "NOT converged",
        method,
        iterations,
        evaluations,
        end,
        notes.isEmpty() ? "" : " (" + String.join(", ", notes) + ")");
  }

  /** Two are equal when their contents are. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Convergence that
        && converged == that.converged
        && method.equals(that.method)
        && iterations == that.iterations
        && evaluations == that.evaluations
        && Double.compare(residual, that.residual) == 0
        && Double.compare(walras, that.walras) == 0
        && Double.compare(newtonStep, that.newtonStep) == 0
        && Double.compare(tolerance, that.tolerance) == 0
        && Double.compare(longestStep, that.longestStep) == 0
        && notes.equals(that.notes);
  }

  @Override
  public int hashCode() {
    return Objects.hash(converged, method, iterations, evaluations, residual);
  }
}
