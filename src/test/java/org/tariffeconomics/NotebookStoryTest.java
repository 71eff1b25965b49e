package org.tariffeconomics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The notebook's cells run in the shell one after another, and ask what the story asks. */
class NotebookStoryTest {

  private static final Path NOTEBOOK = Path.of("src/demo/notebook/cars.ipynb");
  private static final Path STORY = Path.of("src/demo/shell/cars.jsh");

  private static List<String> cells() throws IOException {
    List<String> cells = new ArrayList<>();
    for (JsonNode cell : new ObjectMapper().readTree(Files.readString(NOTEBOOK)).get("cells")) {
      if (cell.get("cell_type").asText().equals("code")) {
        StringBuilder source = new StringBuilder();
        cell.get("source").forEach(line -> source.append(line.asText()));
        cells.add(source.toString());
        assertEquals(0, cell.get("outputs").size(), "kept without outputs, which age");
      }
    }
    return cells;
  }

  @Test
  void every_cell_runs() throws IOException {
    try (ShellSession shell = new ShellSession()) {
      for (String cell : cells()) {
        shell.type(cell);
      }
    }
  }

  @Test
  void the_story_asks_what_the_notebook_asks() throws IOException {
    String notebook = String.join("\n", cells());
    Matcher call =
        Pattern.compile("\\b(compare|timeline|levelRate|landed|progress|check)\\([^\\n]*?\"\\)")
            .matcher(Files.readString(STORY));
    int calls = 0;
    while (call.find()) {
      assertTrue(notebook.contains(call.group()), call.group());
      calls++;
    }
    assertTrue(calls >= 6, calls + " calls");
  }
}
