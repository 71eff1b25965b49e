package org.tariffeconomics.basics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HsIndexTest {

  private static final HsIndex<String> INDEX =
      HsIndex.<String>builder()
          .add("8703", "heading")
          .add(HsIndex.EVERYTHING, "all")
          .add("87", "chapter")
          .add("870323", "subheading")
          .add("87032301", "line")
          .add("8703", "heading again")
          .add("8704", "lorries")
          .build();

  @Test
  void the_closest_code_is_the_longest_above_or_itself() {
    assertEquals(List.of("line"), INDEX.closest(HsCode.of("8703.23.01.40")));
    assertEquals(List.of("subheading"), INDEX.closest(HsCode.of("8703.23.02")));
    assertEquals(List.of("heading", "heading again"), INDEX.closest(HsCode.of("8703")));
    assertEquals(List.of("all"), INDEX.closest(HsCode.of("0101")));
    assertEquals(Optional.of("870323"), INDEX.closestDigits(HsCode.of("8703.23")));
    assertEquals(Optional.of(""), INDEX.closestDigits(HsCode.of("01")));
  }

  @Test
  void nothing_above_is_nothing() {
    HsIndex<String> some = HsIndex.<String>builder().add("8703", "x").build();
    assertEquals(Optional.empty(), some.closestDigits(HsCode.of("87")));
    assertEquals(List.of(), some.closest(HsCode.of("8704")));
    assertEquals(List.of(), some.above(HsCode.of("8704")));
  }

  @Test
  void above_is_the_widest_first_and_the_code_itself_last() {
    assertEquals(
        List.of("all", "chapter", "heading", "heading again", "subheading"),
        INDEX.above(HsCode.of("8703.23")));
  }

  @Test
  void below_leaves_out_the_code_itself_and_its_neighbours() {
    assertEquals(List.of("subheading", "line"), INDEX.below(HsCode.of("8703")));
    assertEquals(List.of(), INDEX.below(HsCode.of("8703.23.01")));
    assertEquals(List.of(), INDEX.below(HsCode.of("8702")));
    assertTrue(INDEX.hasBelow(HsCode.of("8703")));
    assertTrue(INDEX.hasBelow(HsCode.of("87")));
    assertFalse(INDEX.hasBelow(HsCode.of("8703.23.01")));
    assertFalse(INDEX.hasBelow(HsCode.of("8704")));
    assertFalse(INDEX.hasBelow(HsCode.of("8702")));
  }

  @Test
  void an_index_never_changes() {
    HsIndex.Builder<String> builder = HsIndex.<String>builder().add("8703", "x");
    HsIndex<String> index = builder.build();
    builder.add("8703", "y").add("8704", "z");
    assertEquals(List.of("x"), index.closest(HsCode.of("8703")));
    assertEquals(List.of("8703"), List.copyOf(index.digits()));
    assertThrows(UnsupportedOperationException.class, () -> index.digits().clear());
    assertEquals("1 codes", index.toString());
  }
}
