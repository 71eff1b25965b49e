package org.tariffeconomics.economy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.jshell.JShell;
import jdk.jshell.Snippet.Status;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import org.junit.jupiter.api.Test;

/** The example of the package page runs as it stands. */
class EconomyPageTest {

  private static final Path PAGE =
      Path.of("src/main/java/org/tariffeconomics/economy/package-info.java");

  @Test
  void the_example_of_the_package_page_runs() throws IOException {
    Matcher example =
        Pattern.compile("<pre>\\{@code\\n(.*?)\\}</pre>", Pattern.DOTALL)
            .matcher(Files.readString(PAGE));
    assertTrue(example.find());
    List<String> lines =
        example.group(1).lines().map(line -> line.replaceFirst("^ \\* ?", "")).toList();
    try (JShell shell = JShell.builder().executionEngine("local").build()) {
      shell.addToClasspath(
          System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
      run(shell, "import org.tariffeconomics.economy.*;");
      run(shell, String.join("\n", lines));
    }
  }

  private static void run(JShell shell, String text) {
    CompletionInfo next = shell.sourceCodeAnalysis().analyzeCompletion(text);
    while (next.completeness().isComplete()) {
      for (SnippetEvent event : shell.eval(next.source())) {
        assertEquals(Status.VALID, event.status(), event.snippet().source());
        assertEquals(null, event.exception(), event.snippet().source());
      }
      next = shell.sourceCodeAnalysis().analyzeCompletion(next.remaining());
    }
    assertTrue(next.remaining() == null || next.remaining().isBlank());
  }
}
