package org.tariffeconomics.uncertainty;

/**
 * A model that is evaluated for many draws at once, on flat arrays: the fast way through a Monte
 * Carlo study. It must give the same outcome for the same inputs and may be called from several
 * threads at a time.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface BatchModel {

  /**
   * Computes the outcomes of some draws.
   *
   * @param inputs one array an input, in the order of the study's inputs: {@code inputs[i][d]} is
   *     input i in draw d; the arrays are reused and may be overwritten, but not kept
   * @param count how many draws there are; entries from {@code count} on mean nothing
   * @param outcomes where the outcome of draw d goes, at index d
   */
  void evaluate(double[][] inputs, int count, double[] outcomes);
}
