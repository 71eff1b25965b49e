package org.tariffeconomics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Status;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import org.junit.jupiter.api.Test;

/**
 * Runs the README: its Java blocks go through one JShell session, line by line as one would type
 * them, and where a text block follows, they must print just that. A block that does not compile,
 * is not finished or throws fails.
 */
class ReadmeTest {

  private static final Pattern BLOCK = Pattern.compile("```(\\w+)\\n(.*?)```", Pattern.DOTALL);

  private static final Pattern TEST_ONLY =
      Pattern.compile("test-classes|junit|jqwik|archunit|opentest4j|apiguardian|databind|surefire");

  private record Block(String language, String text) {}

  private static List<Block> blocks() throws IOException {
    List<Block> blocks = new ArrayList<>();
    Matcher matcher = BLOCK.matcher(readme());
    while (matcher.find()) {
      blocks.add(new Block(matcher.group(1), matcher.group(2)));
    }
    return blocks;
  }

  private static String readme() throws IOException {
    return Files.readString(Path.of("README.md"));
  }

  @Test
  void every_java_block_runs_in_the_shell_and_prints_what_the_readme_shows() throws IOException {
    List<Block> blocks = blocks();
    StringBuilder shown = new StringBuilder();
    StringBuilder printed = new StringBuilder();
    int run = 0;
    try (JShell shell = shell()) {
      for (int i = 0; i < blocks.size(); i++) {
        if (blocks.get(i).language().equals("java")) {
          String output = printedBy(shell, blocks.get(i).text());
          run++;
          if (i + 1 < blocks.size() && blocks.get(i + 1).language().equals("text")) {
            shown.append(blocks.get(i).text()).append(blocks.get(i + 1).text().strip());
            printed.append(blocks.get(i).text()).append(output.strip());
          }
        }
      }
    }
    assertEquals(withoutHash(shown.toString()), withoutHash(printed.toString()));
    assertTrue(run >= 10, "only " + run + " Java blocks in the README");
  }

  /** The hash of a version follows the facts day by day; {@code ProvenanceTest} holds it. */
  private static String withoutHash(String text) {
    return text.replaceAll("\\+[0-9a-f]{8}\\b", "+…");
  }

  /**
   * Snippets run in this JVM, on the class path of the library without that of the tests, which no
   * reader has and the shell would search for each line; annotation processors are off.
   */
  private static JShell shell() {
    JShell shell = JShell.builder().executionEngine("local").compilerOptions("-proc:none").build();
    String path =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    Arrays.stream(path.split(File.pathSeparator))
        .filter(entry -> !TEST_ONLY.matcher(entry).find())
        .forEach(shell::addToClasspath);
    return shell;
  }

  private static String printedBy(JShell shell, String block) {
    PrintStream console = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      type(shell, block);
    } finally {
      System.setOut(console);
    }
    return printed.toString(StandardCharsets.UTF_8);
  }

  /** A line that is complete runs at once: a next line with a leading dot is then an error. */
  private static void type(JShell shell, String block) {
    SourceCodeAnalysis analysis = shell.sourceCodeAnalysis();
    String typed = "";
    for (String line : block.lines().toList()) {
      typed += line + "\n";
      CompletionInfo next = analysis.analyzeCompletion(typed);
      while (next.completeness().isComplete()) {
        shell.eval(next.source()).forEach(event -> assertFine(shell, event));
        typed = next.remaining();
        next = analysis.analyzeCompletion(typed);
      }
    }
    assertTrue(typed.isBlank(), "not finished: " + typed);
  }

  private static void assertFine(JShell shell, SnippetEvent event) {
    Snippet snippet = event.snippet();
    List<String> errors = shell.diagnostics(snippet).map(each -> each.getMessage(null)).toList();
    assertEquals(Status.VALID, event.status(), snippet.source() + errors);
    if (event.exception() != null) {
      throw new AssertionError("thrown by: " + snippet.source(), event.exception());
    }
  }

  @Test
  void a_block_that_is_wrong_is_caught() {
    List<String> wrong =
        List.of(
            "int x = \"text\"",
            "List.nothing()",
            "throw new IllegalStateException()",
            "\"a text\"\n    .length()",
            "Math.max(1,");
    try (JShell shell = shell()) {
      for (String block : wrong) {
        assertThrows(AssertionError.class, () -> type(shell, block), block);
      }
    }
  }

  @Test
  void the_maven_snippet_has_the_version_of_the_pom() throws IOException {
    String pom = Files.readString(Path.of("pom.xml"));
    Matcher version = Pattern.compile("<version>([^<]+)</version>").matcher(pom);
    assertTrue(version.find());
    List<String> snippets =
        blocks().stream().filter(b -> b.language().equals("xml")).map(Block::text).toList();
    assertEquals(1, snippets.size(), "one snippet of XML");
    assertTrue(
        snippets.get(0).contains("<version>" + version.group(1) + "</version>"), snippets.get(0));
  }

  @Test
  void the_integration_run_calls_every_maven_command_of_the_readme() throws IOException {
    List<String> called =
        Files.readAllLines(Path.of(".ci/run")).stream().map(String::strip).toList();
    List<String> commands =
        blocks().stream()
            .filter(block -> block.language().equals("sh"))
            .flatMap(block -> block.text().lines())
            .filter(line -> line.startsWith("mvn "))
            .toList();
    assertEquals(List.of("mvn -q -B compile exec:java", "mvn -B test"), commands.subList(0, 2));
    for (String command : commands) {
      assertTrue(
          called.stream().anyMatch(line -> line.equals(command) || line.startsWith(command + " >")),
          ".ci/run does not call '" + command + "'");
    }
  }
}
