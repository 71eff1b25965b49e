package org.tariffeconomics.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import jdk.jshell.JShell;
import jdk.jshell.Snippet.Status;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The stories for the shell run line by line as one would type them, and say what they promise. */
class ShellStoryTest {

  private static final Path STORIES = Path.of("src/demo/shell");

  @Test
  void the_story_of_cars_runs_and_draws(@TempDir Path pictures) throws IOException {
    System.setProperty("pictures", pictures.toString());
    String printed = run(STORIES.resolve("cars.jsh"));
    assertTrue(
        printed.contains("On 2025-09-16 the US duty on 8703.23.01 is 10.0% from GB"), printed);
    assertTrue(printed.contains("level with Japan at 15%"), printed);
    assertTrue(printed.contains("its old lead back at 12.50%"), printed);
    assertTrue(printed.contains("15% is right: "), printed);
    assertTrue(printed.contains("17.5% is wrong: "), printed);
    assertTrue(printed.contains("USD 36,178 is right as rounded: "), printed);
    try (Stream<Path> files = Files.list(pictures)) {
      assertEquals(
          List.of(
              "car-landed.svg",
              "cars-by-origin.svg",
              "cars-gap.svg",
              "cars-ranking.svg",
              "pledge.svg"),
          files.map(f -> f.getFileName().toString()).sorted().toList());
    }
  }

  private static String run(Path story) throws IOException {
    PrintStream console = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    try (JShell shell =
        JShell.builder().executionEngine("local").compilerOptions("-proc:none").build()) {
      String path =
          System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
      Arrays.stream(path.split(File.pathSeparator)).forEach(shell::addToClasspath);
      System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
      type(shell, Files.readString(story));
    } finally {
      System.setOut(console);
    }
    return printed.toString(StandardCharsets.UTF_8);
  }

  private static void type(JShell shell, String story) {
    String typed = "";
    for (String line : story.lines().filter(l -> !l.startsWith("/")).toList()) {
      typed += line + "\n";
      CompletionInfo next = shell.sourceCodeAnalysis().analyzeCompletion(typed);
      while (next.completeness().isComplete()) {
        shell.eval(next.source()).forEach(event -> assertFine(shell, event));
        typed = next.remaining();
        next = shell.sourceCodeAnalysis().analyzeCompletion(typed);
      }
    }
    assertTrue(typed.isBlank(), "not finished: " + typed);
  }

  private static void assertFine(JShell shell, SnippetEvent event) {
    List<String> errors =
        shell.diagnostics(event.snippet()).map(each -> each.getMessage(null)).toList();
    assertTrue(
        event.status() == Status.VALID && event.exception() == null,
        () -> event.snippet().source() + errors + event.exception());
  }
}
