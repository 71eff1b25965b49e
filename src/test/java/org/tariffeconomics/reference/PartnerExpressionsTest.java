package org.tariffeconomics.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.jshell.JShell;
import jdk.jshell.Snippet.Status;
import jdk.jshell.SnippetEvent;
import org.junit.jupiter.api.Test;

/**
 * The fourteen worked examples of {@link PartnerExamplesTest} as one types them into a shell: each
 * line is one expression, and prints what stands behind it.
 */
class PartnerExpressionsTest {

  private static final Pattern EXPRESSION = Pattern.compile("([a-z].*?) // (.*)");
  private static final Pattern EXAMPLE = Pattern.compile("// ([0-9]+)\\. .*");

  @Test
  void each_worked_example_is_one_expression() throws IOException {
    List<String> expected = new ArrayList<>();
    List<String> actual = new ArrayList<>();
    TreeSet<Integer> examples = new TreeSet<>();
    try (JShell shell =
        JShell.builder().executionEngine("local").compilerOptions("-proc:none").build()) {
      shell.addToClasspath(
          System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
      shell.eval("import static org.tariffeconomics.Tariffs.*;");
      shell.eval("import org.tariffeconomics.landedcost.CostLine;");
      for (String line : lines()) {
        Matcher example = EXAMPLE.matcher(line);
        if (example.matches()) {
          examples.add(Integer.valueOf(example.group(1)));
        }
        Matcher expression = EXPRESSION.matcher(line);
        if (expression.matches()) {
          expected.add(expression.group(1) + " // " + expression.group(2));
          actual.add(expression.group(1) + " // " + value(shell, expression.group(1)));
        }
      }
    }
    assertEquals(expected, actual);
    assertEquals(14, examples.size());
    assertEquals(14, examples.last());
  }

  private static String value(JShell shell, String expression) {
    SnippetEvent event = shell.eval(expression).get(0);
    assertEquals(
        Status.VALID,
        event.status(),
        () ->
            expression + shell.diagnostics(event.snippet()).map(d -> d.getMessage(null)).toList());
    return event.exception() == null ? String.valueOf(event.value()) : event.exception().toString();
  }

  private static List<String> lines() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(
            PartnerExpressionsTest.class.getResourceAsStream("worked-examples.jsh"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }
}
