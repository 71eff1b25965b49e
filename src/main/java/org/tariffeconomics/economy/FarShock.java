package org.tariffeconomics.economy;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Reaches the equilibrium after a shock that is too far from the base for one search, by a path of
 * smaller shocks, each solved from the one before. A path always starts from the base, so that the
 * answer does not depend on what was solved earlier.
 */
final class FarShock {

  private static final double FIRST_PART = 0.25;
  private static final double LEAST_PART = 1.0 / 256;
  private static final int MOST_STEPS = 60;

  /** Where a path passes is found to this accuracy only. */
  private static final double ON_THE_WAY = 1e-8;

  private FarShock() {}

  /** What is at the end of a path, a solution or why it is none; nothing where no path leads. */
  static Optional<Solution> solve(
      Kernel kernel, Kernel.Scenario shock, FixedPoint.Accuracy accuracy) {
    Kernel.Scenario base = kernel.baseScenario();
    double tolerance = Math.max(ON_THE_WAY, accuracy.tolerance());
    double[] z = kernel.start();
    double reached = 0;
    double part = FIRST_PART;
    for (int step = 1; step <= MOST_STEPS && part >= LEAST_PART; step++) {
      double next = Math.min(1, reached + part);
      Kernel.Scenario scenario = next < 1 ? kernel.partOfWay(shock, base, next) : shock;
      KernelPass pass = new KernelPass(kernel, scenario);
      FixedPoint search = new FixedPoint(pass, z, tolerance, accuracy.iterations());
      if (!search.solveUncertified()) {
        part /= 2;
        continue;
      }
      z = search.z();
      reached = next;
      part = Math.min(FIRST_PART, 1.5 * part);
      if (reached == 1) {
        String note = String.format(Locale.ROOT, "by a path of %d shocks", step);
        return Optional.of(Solution.from(kernel, shock, z, accuracy, List.of(note)));
      }
    }
    return Optional.empty();
  }
}
