package org.tariffeconomics.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import org.junit.jupiter.api.Test;

/** JSON texts that are one value of a bearable size, and those that are not. */
class JsonTreeTest {

  private static Reading<JsonTree> read(String text) {
    return JsonTree.read("a.json", new StringReader(text));
  }

  @Test
  void a_member_that_stands_twice_is_refused_with_its_path() {
    Reading<JsonTree> reading = read("{\"data\": [{\"rate\": \"10%\", \"rate\": \"Free\"}]}");
    assertTrue(reading.optional().isEmpty());
    assertTrue(
        reading.problems().toString().contains("a member stands twice: $.data[0].rate"),
        reading.problems()::toString);
    JsonTree apart = read("{\"a\": {\"rate\": \"10%\"}, \"rate\": \"Free\"}").orThrow();
    assertEquals("Free", apart.text("rate"));
    assertEquals("10%", apart.get("a").text("rate"));
  }

  @Test
  void null_is_absent_and_is_said_all_the_same() {
    assertTrue(read("{\"a\": null}").orThrow().get("a").isAbsent());
    assertTrue(read("{\"a\": null, \"a\": 1}").optional().isEmpty());
  }

  @Test
  void two_hundred_levels_are_read_and_one_more_is_refused() {
    assertEquals("$", read("[".repeat(200) + "]".repeat(200)).orThrow().path());
    String deeper = read("[".repeat(201) + "]".repeat(201)).problems().toString();
    assertTrue(deeper.contains("deeper than 200"), deeper);
  }

  @Test
  void what_is_not_one_whole_value_is_refused() {
    for (String text : new String[] {"{} {}", "", "{\"a\": 1", "[1,]", "{'a': 1}"}) {
      assertTrue(read(text).optional().isEmpty(), text);
    }
  }
}
