package org.tariffeconomics.rate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tariffeconomics.rate.Condition.Truth;

/** Facts with a closed set of words: one of them, or not understood. */
class FactWordsTest {

  @ParameterizedTest(name = "{0} of {1}: {2}")
  @CsvSource({
    "mode=sea, mode=sea, MET",
    "mode=sea, mode=Vessel, MET",
    "mode=sea, mode=plane, NOT_MET",
    "mode=sea, mode=post, NOT_MET",
    "mode=sea, mode=mail, NOT_MET",
    "mode=sea, mode=barge, UNDETERMINED",
    "mode!=sea, mode=barge, UNDETERMINED",
    "mode!=sea, mode=truck, MET",
    "vehicle=light truck, vehicle=pickup, UNDETERMINED",
    "vehicle!=passenger vehicle, vehicle=car, NOT_MET",
    "vehicle=tractor, vehicle=tractor, MET",
    "certified part=auto, certified part=yes, UNDETERMINED",
    "certified part=auto, certified part=no, NOT_MET",
    "chip use=repair, chip use=REPAIR, MET",
    "chip use=repair, chip use=gaming, UNDETERMINED",
    "exclusion=9903.88.69 item 17, exclusion=9903.88.69 item 16, NOT_MET",
    "exclusion=9903.88.69 item 17, exclusion=9903.88.69, UNDETERMINED",
    "exclusion=9903.88.69 item 17, exclusion=none, NOT_MET",
    "colour=red, colour=blue, NOT_MET",
  })
  void a_word_is_one_of_the_fact_or_not_understood(
      String condition, String declared, Truth expected) {
    assertEquals(expected, Condition.parse(condition).test(DeclaredFacts.parse(declared)).truth());
  }

  @Test
  void what_may_be_declared_is_said() {
    Condition condition = Condition.parse("mode=sea");
    assertEquals("one of sea, air, road, rail, land, post, other", condition.asksFor());
    assertTrue(
        condition.test(DeclaredFacts.parse("mode=barge")).reason().contains("but was 'barge'"),
        condition.test(DeclaredFacts.parse("mode=barge")).reason());
  }

  /** What is left open has the words of the conditions and one that is none of theirs. */
  @Test
  void alternatives_are_words_of_the_fact() {
    assertEquals(
        List.of("sea", "other"),
        FactAlternative.of("mode", List.of(Condition.parse("mode=sea"))).stream()
            .map(FactAlternative::value)
            .toList());
    assertEquals(
        List.of("auto", "truck", "none"),
        FactAlternative.of(
                "certified part",
                List.of(
                    Condition.parse("certified part=auto"),
                    Condition.parse("certified part=truck")))
            .stream()
            .map(FactAlternative::value)
            .toList());
  }
}
