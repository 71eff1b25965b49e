package org.tariffeconomics;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

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

  /** The official releases in JSON, in the order of their folders and names. */
  public static List<Path> releases() throws IOException {
    require("data/hts_releases");
    List<Path> all = new ArrayList<>();
    for (String folder : List.of("data/hts", "data/hts_releases")) {
      try (Stream<Path> files = Files.list(require(folder))) {
        files.filter(f -> f.toString().endsWith(".json.gz")).sorted().forEach(all::add);
      }
    }
    return all;
  }

  /** The text of a file that is packed, to be closed; skipped like {@link #require}. */
  public static BufferedReader unpacked(String name) throws IOException {
    return new BufferedReader(
        new InputStreamReader(
            new GZIPInputStream(Files.newInputStream(require(name))), StandardCharsets.UTF_8));
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
