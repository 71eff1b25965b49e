package org.tariffeconomics;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Runs the landing page of the javadoc and the page of examples of every package, each in a session
 * of its own, as {@link ReadmeTest} runs the README.
 */
class DocPagesTest {

  private static final Path SOURCES = Path.of("src/main/java/org/tariffeconomics");

  private static List<Path> pages() throws IOException {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      return Stream.concat(
              Stream.of(Path.of("src/main/javadoc/overview.html")),
              files.filter(file -> file.endsWith(Path.of("doc-files", "examples.html"))).sorted())
          .toList();
    }
  }

  @TestFactory
  Stream<DynamicTest> every_page_runs_and_prints_what_it_shows() throws IOException {
    return pages().stream()
        .map(
            page ->
                DynamicTest.dynamicTest(
                    page.toString(),
                    () -> assertTrue(ShownBlocks.ofHtml(page).run() > 0, "no example: " + page)));
  }

  @Test
  void every_page_is_reached_from_its_package() throws IOException {
    for (Path page : pages()) {
      if (page.startsWith(SOURCES)) {
        Path about = page.getParent().resolveSibling("package-info.java");
        assertTrue(
            Files.readString(about).contains("href=\"doc-files/examples.html\""),
            about + " does not lead to its examples");
      }
    }
  }

  /** Types that do not say otherwise are as old as their package. */
  @Test
  void every_package_says_since_when_it_is_there() throws IOException {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      for (Path about : files.filter(f -> f.endsWith("package-info.java")).toList()) {
        assertTrue(Files.readString(about).contains("@since 0.1.0"), about + " has no @since");
      }
    }
  }
}
