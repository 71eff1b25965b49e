package org.tariffeconomics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.tariffeconomics.doors.PublicTypes;

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

  /** {@code LandedCost.of} in a text is a member that callers can use, or is renamed there too. */
  @Test
  void a_member_that_a_page_names_is_there() throws IOException {
    Map<String, List<Class<?>>> types =
        PublicTypes.all().stream().collect(Collectors.groupingBy(Class::getSimpleName));
    List<String> missing = new ArrayList<>();
    int found = 0;
    try (Stream<Path> files = Files.walk(SOURCES)) {
      for (Path page : files.filter(f -> f.toString().endsWith(".html")).sorted().toList()) {
        String text = EXAMPLE.matcher(Files.readString(page)).replaceAll("");
        for (Matcher code = CODE.matcher(text); code.find(); ) {
          for (Matcher named = MEMBER.matcher(code.group(1)); named.find(); ) {
            List<Class<?>> owners = types.getOrDefault(named.group(1), List.of());
            found += owners.size();
            if (!owners.isEmpty() && owners.stream().noneMatch(t -> has(t, named.group(2)))) {
              missing.add(page + ": " + named.group());
            }
          }
        }
      }
    }
    assertEquals(List.of(), missing);
    assertTrue(found > 10, found + " names of members looked at");
  }

  private static final Pattern EXAMPLE = Pattern.compile("(?s)<pre.*?</pre>");
  private static final Pattern CODE = Pattern.compile("(?s)<code>(.*?)</code>");
  private static final Pattern MEMBER = Pattern.compile("\\b([A-Z]\\w*)\\.([A-Za-z]\\w*)");

  private static boolean has(Class<?> type, String member) {
    return Stream.of(
            Arrays.stream(type.getMethods()).map(Method::getName),
            Arrays.stream(type.getFields()).map(Field::getName),
            Arrays.stream(type.getClasses()).map(Class::getSimpleName))
        .flatMap(names -> names)
        .anyMatch(member::equals);
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
