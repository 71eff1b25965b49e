package org.tariffeconomics.conformance;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.tariffeconomics.conformance.CaseResult.Outcome;

/**
 * Holds the library to every case file of a folder and prints one line a suite. The folder is the
 * system property {@code conformance.dir}; without it, the case files of this project and, where
 * they lie beside it, those of {@code ../shared}.
 */
class ConformanceTest {

  private final List<String> complaints = new ArrayList<>();

  @Test
  void every_case_file_of_the_folder_is_met() throws IOException {
    int suites = 0;
    for (Path dir : folders()) {
      suites += runAll(dir);
    }
    assertTrue(suites > 0, "no case files in " + folders());
    assertTrue(complaints.isEmpty(), () -> String.join("\n", complaints));
  }

  private static List<Path> folders() {
    String asked = System.getProperty("conformance.dir", "").strip();
    if (!asked.isEmpty()) {
      Path dir = Path.of(asked);
      assertTrue(Files.isDirectory(dir), "conformance.dir is not a folder: " + asked);
      return List.of(dir);
    }
    List<Path> folders = new ArrayList<>();
    folders.add(Path.of("src/test/resources/conformance"));
    Path shared = Path.of("../shared");
    if (Files.isDirectory(shared)) {
      folders.add(shared);
    } else {
      System.out.println("conformance: no ../shared here, its case files are skipped");
    }
    return folders;
  }

  private int runAll(Path dir) throws IOException {
    System.out.println("conformance of " + dir);
    List<Suite> suites = Suites.in(dir);
    for (Suite suite : suites) {
      report(suite.name(), suite.run(dir));
    }
    return suites.size();
  }

  private void report(String name, List<CaseResult> results) {
    System.out.printf(
        "conformance %s: %d cases, %d passed, %d failed, %d unsupported%n",
        name,
        results.size(),
        count(results, Outcome.PASSED),
        count(results, Outcome.FAILED),
        count(results, Outcome.UNSUPPORTED));
    unsupportedByReason(results)
        .forEach((reason, ids) -> System.out.println("  unsupported: " + reason + ": " + ids));
    if (results.isEmpty()) {
      complaints.add(name + ": the suite is empty");
    }
    results.stream()
        .filter(r -> r.outcome() == Outcome.FAILED)
        .forEach(r -> complaints.add(name + " " + r.id() + ": " + r.detail()));
  }

  private static long count(List<CaseResult> results, Outcome outcome) {
    return results.stream().filter(r -> r.outcome() == outcome).count();
  }

  private static Map<String, List<String>> unsupportedByReason(List<CaseResult> results) {
    return results.stream()
        .filter(r -> r.outcome() == Outcome.UNSUPPORTED)
        .collect(
            Collectors.groupingBy(
                CaseResult::detail,
                TreeMap::new,
                Collectors.mapping(CaseResult::id, Collectors.toList())));
  }

  @Test
  void a_comparison_tells_numbers_apart_at_its_tolerance() {
    TreeComparison strict = new TreeComparison(1e-12, 0);
    assertTrue(strict.agree(1.0, 1.0 + 5e-13));
    assertFalse(strict.agree(1.0, 1.0 + 5e-12));
    assertFalse(strict.agree(0.0, 1e-9));
    assertTrue(new TreeComparison(0, 0.005).agree(34.64, 34.6449));
  }
}
