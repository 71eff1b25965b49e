package org.tariffeconomics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.jshell.JShell;
import jdk.jshell.Snippet.Status;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Types the examples of package pages into a shell; what a comment says, an expression gives. */
class PackageExamplesTest {

  private static final Pattern BLOCK =
      Pattern.compile("<pre>\\{@code\\n(.*?)\\n \\* \\}</pre>", Pattern.DOTALL);
  private static final Pattern EXPECTED = Pattern.compile(";\\s*// (.*)$");

  @ParameterizedTest
  @ValueSource(strings = {"equilibrium", "indicator", "competitiveness"})
  void the_example_of_a_package_page_runs_and_gives_what_it_says(String room) throws IOException {
    String page =
        Files.readString(Path.of("src/main/java/org/tariffeconomics", room, "package-info.java"));
    Matcher block = BLOCK.matcher(page);
    assertTrue(block.find(), "no example on the page of " + room);
    List<String> checked = new ArrayList<>();
    try (JShell shell = JShell.builder().executionEngine("local").build()) {
      shell.addToClasspath(System.getProperty("java.class.path"));
      shell.eval("import java.util.*;");
      shell.eval("import org.tariffeconomics." + room + ".*;");
      run(shell, block.group(1).replaceAll("(?m)^ \\* ?", ""), checked);
    }
    assertFalse(checked.isEmpty(), "the example shows no result");
  }

  private static void run(JShell shell, String example, List<String> checked) {
    String typed = "";
    for (String line : example.split("\n")) {
      Matcher expected = EXPECTED.matcher(line);
      String code = expected.find() ? line.substring(0, expected.start() + 1) : line;
      typed = typed + code + "\n";
      CompletionInfo info = shell.sourceCodeAnalysis().analyzeCompletion(typed);
      if (info.completeness().isComplete()) {
        String shown = value(shell, info.source());
        if (expected.reset(line).find()) {
          assertEquals(expected.group(1), shown);
          checked.add(shown);
        }
        typed = "";
      }
    }
    assertTrue(typed.isBlank(), "not finished: " + typed);
  }

  /** With the shell's own process the value is the object's text, not the shell's quoted form. */
  private static String value(JShell shell, String source) {
    SnippetEvent event = shell.eval(source).get(0);
    List<String> errors =
        shell.diagnostics(event.snippet()).map(each -> each.getMessage(null)).toList();
    assertEquals(Status.VALID, event.status(), source + errors);
    return String.valueOf(event.value());
  }
}
