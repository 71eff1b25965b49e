package org.tariffeconomics.io.hts;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.tariffeconomics.schedule.TariffSchedule;

/** The official releases (US International Trade Commission), where they lie beside the project. */
final class HtsReleases {

  static final Path FOLDER = Path.of("../shared/data/hts");

  private HtsReleases() {}

  static Path file(String name) {
    Path file = FOLDER.resolve(name);
    boolean present = Files.exists(file);
    if (!present) {
      System.out.println("Skipped: no official file at " + file);
    }
    assumeTrue(present, "no official file at " + file);
    return file;
  }

  static TariffSchedule schedule(String name) {
    return HtsFile.read(file(name)).orThrow();
  }
}
