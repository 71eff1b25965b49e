package org.tariffeconomics.io.hts;

import java.nio.file.Path;
import org.tariffeconomics.SharedFiles;
import org.tariffeconomics.schedule.TariffSchedule;

/** The official releases (US International Trade Commission), and the slice of one of them. */
final class HtsReleases {

  /** The name of the slice, which is always there. */
  static final String SLICE = "slice";

  private HtsReleases() {}

  /** A release beside the project; the test is skipped where it is absent. */
  static Path file(String name) {
    return name.equals(SLICE) ? SharedFiles.release() : SharedFiles.require("data/hts/" + name);
  }

  static TariffSchedule schedule(String name) {
    return HtsFile.read(file(name)).orThrow();
  }
}
