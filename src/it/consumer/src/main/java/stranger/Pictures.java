package stranger;

import static org.tariffeconomics.Tariffs.compare;
import static org.tariffeconomics.Tariffs.timeline;

import java.util.Optional;
import org.tariffeconomics.report.Chart;

/** Draws without a desktop, a font or any module but java.base: what a slim container has. */
public final class Pictures {

  private Pictures() {}

  /**
   * Draws, and prints what was drawn.
   *
   * @param arguments none
   */
  public static void main(String[] arguments) {
    Optional<Module> desktop = ModuleLayer.boot().findModule("java.desktop");
    if (desktop.isPresent()) {
      throw new IllegalStateException("there is a desktop here: run with --limit-modules java.base");
    }
    Chart bars = compare("8703.23.01", "2025-09-16", "JP", "KR", "DE").chart();
    Chart gap = timeline("8703.23.01", "2025-01-01", "2025-12-31", "KR", "JP").chart();
    for (Chart chart : new Chart[] {bars, gap}) {
      if (!chart.toSvg().startsWith("<svg") || chart.toVegaLite().isBlank()) {
        throw new IllegalStateException("no picture: " + chart);
      }
    }
    System.out.println("pictures of " + (bars.toSvg().length() + gap.toSvg().length())
        + " characters, without a desktop or a font");
  }
}
