package org.tariffeconomics.basics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class TextsTest {

  @Test
  void aShortTextIsRepeatedAsItIs() {
    assertEquals("'4.4¢/kg'", Texts.quoted("4.4¢/kg"));
  }

  @Test
  void aLongTextIsCut() {
    assertEquals("'" + "a".repeat(60) + "…'", Texts.quoted("a".repeat(61)));
    assertEquals("'" + "a".repeat(60) + "'", Texts.quoted("a".repeat(60)));
  }

  @Test
  void aCutLeavesNoHalfCharacter() {
    assertEquals("'" + "a".repeat(59) + "…'", Texts.quoted("a".repeat(59) + "😀 and more"));
  }

  @Test
  void noLineBreakOfATextReachesAMessage() {
    assertEquals("'a\\u000ab\\u000d\\u2028\\u0007'", Texts.quoted("a\nb\r\u2028\u0007"));
  }

  @Test
  void aTextOverTheLimitIsRefused() {
    assertEquals("a".repeat(4_000), Texts.readable("A rate", "a".repeat(4_000)));
    String message =
        assertThrows(
                IllegalArgumentException.class, () -> Texts.readable("A rate", "b".repeat(4_001)))
            .getMessage();
    assertEquals(
        "A rate must have at most 4000 characters, but had 4001: '" + "b".repeat(60) + "…'",
        message);
  }
}
