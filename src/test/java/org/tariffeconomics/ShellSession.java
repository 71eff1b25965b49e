package org.tariffeconomics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Status;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;

/**
 * A session of the shell into which blocks are typed line by line, as a reader would. Snippets run
 * in this JVM, on the class path of the library without that of the tests, which no reader has and
 * the shell would search for each line; annotation processors are off.
 */
final class ShellSession implements AutoCloseable {

  private static final Pattern TEST_ONLY =
      Pattern.compile("test-classes|junit|jqwik|archunit|opentest4j|apiguardian|databind|surefire");

  private final JShell shell =
      JShell.builder().executionEngine("local").compilerOptions("-proc:none").build();

  ShellSession() {
    String path =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    Arrays.stream(path.split(File.pathSeparator))
        .filter(entry -> !TEST_ONLY.matcher(entry).find())
        .forEach(shell::addToClasspath);
  }

  /** Types a block and returns what it prints. */
  String printedBy(String block) {
    PrintStream console = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      type(block);
    } finally {
      System.setOut(console);
    }
    return printed.toString(StandardCharsets.UTF_8);
  }

  /** A line that is complete runs at once: a next line with a leading dot is then an error. */
  void type(String block) {
    SourceCodeAnalysis analysis = shell.sourceCodeAnalysis();
    String typed = "";
    for (String line : block.lines().toList()) {
      typed += line + "\n";
      CompletionInfo next = analysis.analyzeCompletion(typed);
      while (next.completeness().isComplete()) {
        shell.eval(next.source()).forEach(this::assertFine);
        typed = next.remaining();
        next = analysis.analyzeCompletion(typed);
      }
    }
    assertTrue(typed.isBlank(), "not finished: " + typed);
  }

  private void assertFine(SnippetEvent event) {
    Snippet snippet = event.snippet();
    List<String> errors = shell.diagnostics(snippet).map(each -> each.getMessage(null)).toList();
    assertEquals(Status.VALID, event.status(), snippet.source() + errors);
    if (event.exception() != null) {
      throw new AssertionError("thrown by: " + snippet.source(), event.exception());
    }
  }

  @Override
  public void close() {
    shell.close();
  }
}
