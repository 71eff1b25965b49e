package org.tariffeconomics;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Large official files that lie beside the project, if at all. A test that needs one skips and says
 * so, in one way, where it is absent; what the slice in the test resources can show has a twin that
 * never skips.
 */
public final class SharedFiles {

  private static final Path FOLDER = Path.of("../shared");

  /** Lines of one official release, with change records: always there. */
  private static final Path SLICE = Path.of("src/test/resources/hts");

  private SharedFiles() {}

  /** Whether a file is there. */
  public static boolean has(String name) {
    return Files.exists(FOLDER.resolve(name));
  }

  /** A file or folder; the test that asks for it is skipped where it is absent. */
  public static Path require(String name) {
    Path file = FOLDER.resolve(name);
    if (!has(name)) {
      System.out.println("skipped: there is no " + file);
    }
    assumeTrue(has(name), "skipped: there is no " + file);
    return file;
  }

  /** A file of the slice. */
  public static Path slice(String name) {
    return SLICE.resolve(name);
  }

  /** The slice of an official release of 2025, revision 23. */
  public static Path release() {
    return slice("hts_2025_rev_23_slice.json");
  }
}
