package org.tariffeconomics.economy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The same world and shock solved by the library and by a program in numpy, in one run on one
 * machine: both find the same welfare, and the times can be compared. Needs a {@code python3} with
 * numpy on the path; run from the root of the project.
 */
public final class NumpyComparison {

  private static final int WARM = 300;
  private static final int TIMED = 200;
  private static final double THETA = 4;

  private NumpyComparison() {}

  /**
   * Solves both, holds their welfare against each other and prints the times.
   *
   * @param args none
   * @throws IOException when python3 cannot be started
   * @throws InterruptedException when interrupted
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    World world = World.of2023();
    DutyShock shock = DutyShock.none(world).withAdded("US", UsAdditions.of2025());
    Equilibrium model = Equilibrium.of(world, Elasticity.of(THETA));
    Outcome outcome = model.solve(shock);
    double own = bestMicroseconds(model, shock);
    List<String> answer = numpy(world, shock);
    String[] times = answer.get(0).split(" ");
    double largest = 0;
    String[] welfare = answer.get(1).split(",");
    for (int e = 0; e < welfare.length; e++) {
      double mine = outcome.welfare(world.economies().get(e));
      largest = Math.max(largest, Math.abs(Double.parseDouble(welfare[e]) / mine - 1));
    }
    System.out.printf(
        Locale.ROOT,
        "library %.0f µs with its certificate; numpy, Anderson %.0f µs (%s iterations), ratio %.1f;"
            + " numpy, damped %.0f µs (%s iterations), ratio %.1f; largest difference of welfare"
            + " %.1e%n",
        own,
        Double.parseDouble(times[0]),
        times[1],
        Double.parseDouble(times[0]) / own,
        Double.parseDouble(times[2]),
        times[3],
        Double.parseDouble(times[2]) / own,
        largest);
    if (!(largest < 1e-9)) {
      throw new IllegalStateException("The two do not agree: " + largest);
    }
  }

  private static double bestMicroseconds(Equilibrium model, DutyShock shock) {
    double best = Double.POSITIVE_INFINITY;
    for (int run = 0; run < WARM + TIMED; run++) {
      long start = System.nanoTime();
      model.solve(shock);
      long taken = System.nanoTime() - start;
      best = run < WARM ? best : Math.min(best, taken / 1e3);
    }
    return best;
  }

  private static List<String> numpy(World world, DutyShock shock)
      throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("numpy");
    write(folder.resolve("flows.csv"), world.size(), world.flows(), 0);
    write(folder.resolve("base.csv"), world.size(), world.duties(), 0);
    write(folder.resolve("duties.csv"), world.size(), shock.powers(), -1);
    ProcessBuilder python =
        new ProcessBuilder(
            "python3", "src/jmh/python/one_sector.py", folder.toString(), String.valueOf(THETA));
    python.environment().remove("OPENBLAS_CORETYPE");
    python.environment().remove("OPENBLAS_L2_SIZE");
    python.environment().put("OPENBLAS_NUM_THREADS", "1");
    Process process = python.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException("python3 with numpy is needed");
    }
    return said.lines().toList();
  }

  private static void write(Path file, int n, double[] values, double shift) throws IOException {
    List<String> lines = new ArrayList<>();
    for (int row = 0; row < n; row++) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < n; i++) {
        line.append(i == 0 ? "" : ",").append(values[row * n + i] + shift);
      }
      lines.add(line.toString());
    }
    Files.write(file, lines);
  }
}
