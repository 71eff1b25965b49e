package org.tariffeconomics.io.norway;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tariffeconomics.reading.JsonTree;

/** The texts of lines by their codes, from the tree of {@code customstariffstructure.json}. */
final class NorwayTexts {

  private static final List<String> BRANCHES =
      List.of("sections", "chapters", "divisions", "headings", "subchapters");

  private NorwayTexts() {}

  static Map<String, String> of(JsonTree structure) {
    Map<String, String> texts = new TreeMap<>();
    add(structure, texts);
    return texts;
  }

  private static void add(JsonTree node, Map<String, String> texts) {
    String code = node.text("id").isEmpty() ? node.text("hsNumber") : node.text("id");
    if (node.text("type").equals("commodity") && !code.isEmpty()) {
      texts.put(code.replace(".", ""), node.text("item"));
    }
    for (String each : BRANCHES) {
      JsonTree branch = node.get(each);
      branch.items().forEach(child -> add(child, texts));
      if (!branch.members().isEmpty()) {
        add(branch, texts);
      }
    }
  }
}
