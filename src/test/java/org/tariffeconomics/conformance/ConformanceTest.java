package org.tariffeconomics.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.tariffeconomics.conformance.CaseResult.Outcome;

/**
 * Holds the library to every case file of a folder: a container a suite, a test a case, one printed
 * line a suite. The folder is the system property {@code conformance.dir}; without it, the case
 * files of this project and, where they lie beside it, those of {@code ../shared}.
 *
 * <p>A case that the library cannot answer must stand in {@code unsupported.csv} with the reason.
 * Those of a folder of somebody else are listed only: nobody here knows their ids.
 */
class ConformanceTest {

  private static final Path OURS = Path.of("src/test/resources/conformance");
  private static final Path SHARED = Path.of("../shared");

  /** What the files of no suite are called in the list of gaps. */
  private static final String FILES = "files";

  private final String asked = System.getProperty("conformance.dir", "").strip();
  private final KnownGaps gaps;

  ConformanceTest() throws IOException {
    gaps = KnownGaps.read();
  }

  @TestFactory
  Stream<DynamicNode> every_case_of_every_suite_is_met() {
    List<DynamicNode> suites = new ArrayList<>();
    for (CaseFolder cases : folders()) {
      Suites.in(cases).forEach(suite -> suites.add(container(suite, cases)));
      suites.add(dynamicTest("files of " + cases.dir(), () -> everyFileIsRun(cases)));
    }
    assertTrue(
        suites.stream().anyMatch(s -> s instanceof DynamicContainer),
        () -> "no case files in " + folders());
    return suites.stream();
  }

  private List<CaseFolder> folders() {
    if (!asked.isEmpty()) {
      Path dir = Path.of(asked);
      assertTrue(Files.isDirectory(dir), "conformance.dir is not a folder: " + asked);
      return List.of(new CaseFolder(dir, List.of(SHARED, OURS)));
    }
    CaseFolder ours = new CaseFolder(OURS, List.of(SHARED));
    if (Files.isDirectory(SHARED)) {
      return List.of(ours, new CaseFolder(SHARED, List.of(OURS)));
    }
    System.out.println("skipped: no ../shared here, its case files are not run");
    return List.of(ours);
  }

  /** The cases run when the container is reached. */
  private DynamicNode container(Suite suite, CaseFolder cases) {
    return dynamicContainer(
        suite.name() + " of " + cases.dir(),
        Stream.of(suite).flatMap(each -> run(each, cases).stream()));
  }

  private List<DynamicNode> run(Suite suite, CaseFolder cases) {
    List<CaseResult> results;
    try {
      results = suite.run(cases);
    } catch (IOException | RuntimeException e) {
      results = List.of(CaseResult.failed("the whole suite", e.toString()));
    }
    report(suite.name(), results);
    List<DynamicNode> tests = new ArrayList<>();
    if (results.isEmpty() && asked.isEmpty()) {
      tests.add(dynamicTest(suite.name(), () -> Assertions.fail("the suite is empty")));
    }
    results.forEach(each -> tests.add(dynamicTest(each.id(), () -> verdict(suite.name(), each))));
    return tests;
  }

  private void report(String name, List<CaseResult> results) {
    System.out.printf(
        "conformance %s: %d cases, %d passed, %d failed, %d unsupported%n",
        name,
        results.size(),
        count(results, Outcome.PASSED),
        count(results, Outcome.FAILED),
        count(results, Outcome.UNSUPPORTED));
    byReason(name, results, Outcome.FAILED);
    byReason(name, results, Outcome.UNSUPPORTED);
    List<String> closed = gaps.closed(name, results);
    if (!closed.isEmpty()) {
      System.out.println("  passed, to be removed from unsupported.csv: " + closed);
    }
  }

  private static long count(List<CaseResult> results, Outcome outcome) {
    return results.stream().filter(r -> r.outcome() == outcome).count();
  }

  private void byReason(String name, List<CaseResult> results, Outcome outcome) {
    Map<String, List<String>> ids =
        results.stream()
            .filter(r -> r.outcome() == outcome)
            .collect(
                Collectors.groupingBy(
                    CaseResult::detail,
                    TreeMap::new,
                    Collectors.mapping(r -> marked(name, r), Collectors.toList())));
    String word = outcome == Outcome.FAILED ? "failed" : "unsupported";
    ids.forEach((reason, of) -> System.out.println("  " + word + ": " + reason + ": " + of));
  }

  private String marked(String suite, CaseResult result) {
    boolean unlisted =
        result.outcome() == Outcome.UNSUPPORTED && gaps.reason(suite, result.id()).isEmpty();
    return result.id() + (unlisted ? " (not in unsupported.csv)" : "");
  }

  private void verdict(String suite, CaseResult result) {
    switch (result.outcome()) {
      case PASSED -> {}
      case FAILED -> Assertions.fail(suite + " " + result.id() + ": " + result.detail());
      case UNSUPPORTED -> {
        Optional<String> reason = gaps.reason(suite, result.id());
        if (reason.isEmpty() && asked.isEmpty()) {
          Assertions.fail(
              suite
                  + " "
                  + result.id()
                  + " is unsupported and not in the list: "
                  + result.detail());
        }
        Assumptions.abort(reason.orElse(result.detail()));
      }
    }
  }

  /**
   * A case file that no suite reads would be left out in silence. It runs after the suites, which
   * say by then what they asked for.
   */
  private void everyFileIsRun(CaseFolder cases) {
    Map<Boolean, List<String>> left =
        cases.filesBelow(List.of("golden", "cases", "data/peers")).stream()
            .filter(file -> !cases.asked().contains(file))
            .collect(Collectors.partitioningBy(file -> gaps.reason(FILES, file).isPresent()));
    left.get(false).forEach(file -> System.out.println("  no suite runs " + file));
    assertTrue(left.get(false).isEmpty() || !asked.isEmpty(), () -> "no suite runs " + left);
  }

  @Test
  void a_comparison_tells_numbers_apart_at_its_tolerance() {
    TreeComparison strict = new TreeComparison(1e-12, 0);
    assertTrue(strict.agree(1.0, 1.0 + 5e-13));
    assertFalse(strict.agree(1.0, 1.0 + 5e-12));
    assertFalse(strict.agree(0.0, 1e-9));
    assertTrue(new TreeComparison(0, 0.005).agree(34.64, 34.6449));
  }

  @Test
  void a_case_is_excused_by_its_own_id_or_that_of_its_series_only() {
    KnownGaps series = KnownGaps.of("staging", "2025 * E", "cut by amounts");
    assertEquals(Optional.of("cut by amounts"), series.reason("staging", "2025 4202.11 E"));
    assertTrue(series.reason("staging", "2025 4202.11 E,KR").isEmpty());
    assertTrue(series.reason("other", "2025 4202.11 E").isEmpty());
    assertTrue(KnownGaps.of("duty", "K04", "no").reason("duty", "K041").isEmpty());
  }

  @Test
  void a_row_whose_cases_all_pass_is_to_be_removed() {
    KnownGaps series = KnownGaps.of("field", "J *", "no windows");
    CaseResult passed = CaseResult.passed("J 1");
    assertEquals(List.of("J *"), series.closed("field", List.of(passed)));
    assertEquals(
        List.of(), series.closed("field", List.of(passed, CaseResult.unsupported("J 2", "no"))));
    assertEquals(List.of(), series.closed("field", List.of(CaseResult.passed("K 1"))));
  }

  @Test
  void what_a_case_throws_is_its_own_result() {
    CaseResult unsupported =
        CaseResult.of(
            "a",
            () -> {
              throw new UnsupportedCase("not offered");
            });
    assertEquals(CaseResult.unsupported("a", "not offered"), unsupported);
    CaseResult failed =
        CaseResult.of(
            "b",
            () -> {
              throw new IllegalStateException("broken");
            });
    assertEquals(Outcome.FAILED, failed.outcome());
  }
}
