package org.tariffeconomics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Runs the README: its Java blocks go through one JShell session, line by line as one would type
 * them, and where a text block follows, they must print just that. A block that does not compile,
 * is not finished or throws fails.
 */
class ReadmeTest {

  private static ShownBlocks readme() throws IOException {
    return ShownBlocks.ofMarkdown(Path.of("README.md"));
  }

  @Test
  void every_java_block_runs_in_the_shell_and_prints_what_the_readme_shows() throws IOException {
    int run = readme().run();
    assertTrue(run >= 10, "only " + run + " Java blocks in the README");
  }

  @Test
  void the_readme_is_read_in_ten_minutes() throws IOException {
    assertTrue(Files.readAllLines(Path.of("README.md")).size() < 300);
  }

  @Test
  void what_the_readme_links_to_is_there() throws IOException {
    Matcher link =
        Pattern.compile("\\]\\(((?!https?:)[^)#]+)")
            .matcher(Files.readString(Path.of("README.md")));
    while (link.find()) {
      assertTrue(Files.exists(Path.of(link.group(1))), link.group(1));
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
    try (ShellSession shell = new ShellSession()) {
      for (String block : wrong) {
        assertThrows(AssertionError.class, () -> shell.type(block), block);
      }
    }
  }

  @Test
  void the_maven_snippet_has_the_version_of_the_pom() throws IOException {
    String pom = Files.readString(Path.of("pom.xml"));
    Matcher version = Pattern.compile("<version>([^<]+)</version>").matcher(pom);
    assertTrue(version.find());
    List<String> snippets = readme().of("xml");
    assertEquals(1, snippets.size(), "one snippet of XML");
    assertTrue(
        snippets.get(0).contains("<version>" + version.group(1) + "</version>"), snippets.get(0));
  }

  @Test
  void the_integration_run_calls_every_maven_command_of_the_readme() throws IOException {
    List<String> called =
        Files.readAllLines(Path.of(".ci/run")).stream().map(String::strip).toList();
    List<String> commands =
        readme().of("sh").stream()
            .flatMap(String::lines)
            .filter(line -> line.startsWith("mvn "))
            .toList();
    assertEquals(List.of("mvn -q -B compile exec:java", "mvn -B test"), commands.subList(0, 2));
    for (String command : commands) {
      assertTrue(
          called.stream().anyMatch(line -> line.equals(command) || line.startsWith(command + " ")),
          ".ci/run does not call '" + command + "'");
    }
  }
}
