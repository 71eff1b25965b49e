package org.tariffeconomics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.jshell.JShell;
import jdk.jshell.Snippet.Status;
import jdk.jshell.SnippetEvent;
import org.junit.jupiter.api.Test;

/**
 * Runs the README: its Java blocks go through a JShell of one session, and where a text block
 * follows, they must print just that.
 */
class ReadmeTest {

  private static final Pattern BLOCK = Pattern.compile("```(\\w+)\\n(.*?)```", Pattern.DOTALL);

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
    int run = 0;
    try (JShell shell = shell()) {
      for (int i = 0; i < blocks.size(); i++) {
        if (blocks.get(i).language().equals("java")) {
          String printed = printedBy(shell, blocks.get(i).text());
          run++;
          if (i + 1 < blocks.size() && blocks.get(i + 1).language().equals("text")) {
            assertEquals(blocks.get(i + 1).text().strip(), printed.strip(), blocks.get(i).text());
          }
        }
      }
    }
    assertTrue(run >= 10, "only " + run + " Java blocks in the README");
  }

  /** Snippets run in this JVM, on the class path of the tests. */
  private static JShell shell() {
    JShell shell = JShell.builder().executionEngine("local").build();
    String classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    shell.addToClasspath(classPath);
    return shell;
  }

  private static String printedBy(JShell shell, String block) {
    PrintStream console = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      run(shell, block);
    } finally {
      System.setOut(console);
    }
    return printed.toString(StandardCharsets.UTF_8);
  }

  /** One line is one snippet: a shell takes no statement that goes on in the next line. */
  private static void run(JShell shell, String block) {
    for (String line : block.lines().filter(l -> !l.isBlank()).toList()) {
      String snippet = shell.sourceCodeAnalysis().analyzeCompletion(line).source();
      for (SnippetEvent event : shell.eval(snippet)) {
        assertEquals(Status.VALID, event.status(), line);
        assertEquals(null, event.exception(), () -> line + ": " + event.exception());
      }
    }
  }

  @Test
  void the_maven_snippet_has_the_version_of_the_pom() throws IOException {
    String pom = Files.readString(Path.of("pom.xml"));
    Matcher version = Pattern.compile("<version>([^<]+)</version>").matcher(pom);
    assertTrue(version.find());
    assertTrue(
        readme().contains("<version>" + version.group(1) + "</version>"),
        "README must name version " + version.group(1));
  }

  @Test
  void the_commands_of_the_readme_are_the_ones_that_the_integration_run_calls() throws IOException {
    String script = Files.readString(Path.of(".ci/run"));
    for (Block block : blocks()) {
      if (block.language().equals("sh") && block.text().startsWith("mvn")) {
        String command = block.text().lines().findFirst().orElseThrow();
        assertTrue(script.contains(command), ".ci/run does not call '" + command + "'");
      }
    }
    assertFalse(script.isBlank());
  }
}
