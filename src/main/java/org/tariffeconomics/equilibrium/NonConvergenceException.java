package org.tariffeconomics.equilibrium;

import java.util.Locale;
import java.util.Objects;

/**
 * Says that a solver stopped before the equations of a model were met, and how far off it was. No
 * model ever hands out numbers of such a state.
 *
 * @since 0.1.0
 */
public final class NonConvergenceException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** The iterations made. */
  private final int iterations;

  /** The largest violation of an equation that was left. */
  private final double residual;

  /**
   * Creates the exception.
   *
   * @param model the model that was solved
   * @param iterations the iterations made
   * @param residual the largest violation of an equation that was left, in relative terms
   */
  public NonConvergenceException(String model, int iterations, double residual) {
    super(
        String.format(
            Locale.ROOT,
            "%s found no equilibrium in %d iterations: the largest residual is %.3e",
            model,
            iterations,
            residual));
    Objects.requireNonNull(model, "model");
    this.iterations = iterations;
    this.residual = residual;
  }

  /**
   * The iterations made.
   *
   * @return the count
   */
  public int iterations() {
    return iterations;
  }

  /**
   * The largest violation of an equation that was left, in relative terms.
   *
   * @return the residual; may be infinite when the iteration left the range of numbers
   */
  public double residual() {
    return residual;
  }
}
