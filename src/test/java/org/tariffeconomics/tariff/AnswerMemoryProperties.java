package org.tariffeconomics.tariff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableSetMultimap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.basics.RateRange;

/**
 * What is remembered of answers by number and by part is what was found, or nothing: never what was
 * found for another, whatever was kept before and whoever keeps at the same time.
 */
class AnswerMemoryProperties {

  private static final int MOST_PARTS = 100;

  private static final AnswerKind.Numbers NUMBERS = new AnswerKind.Numbers();
  private static final List<AnswerPart> PARTS =
      IntStream.range(0, MOST_PARTS).mapToObj(AnswerMemoryProperties::part).toList();
  private static final List<Verdict> VERDICTS =
      IntStream.range(0, MOST_PARTS).mapToObj(AnswerMemoryProperties::verdict).toList();

  private static AnswerPart part(int percent) {
    TariffMeasure duty = TariffMeasure.base("8703", percent + "%");
    return AnswerPart.ofSources(
        List.of(new Candidate(duty, BookLayers.OF_SOURCES, 0, 4)), NUMBERS, Set.of(), false);
  }

  private static Verdict verdict(int percent) {
    Rate rate = Rate.percent(percent);
    return new Verdict(
        DutyStack.Outcome.ASSESSED, Optional.of(rate), Optional.of(RateRange.of(rate)));
  }

  @Property
  void a_part_has_the_verdict_that_was_kept_first(
      @ForAll @Size(max = 300) List<@IntRange(max = MOST_PARTS - 1) Integer> kept) {
    PartVerdicts verdicts = new PartVerdicts();
    IdentityHashMap<AnswerPart, Verdict> expected = new IdentityHashMap<>();
    for (int each : kept) {
      Verdict verdict = VERDICTS.get(each);
      assertSame(verdict, verdicts.keep(PARTS.get(each), verdict));
      expected.putIfAbsent(PARTS.get(each), verdict);
    }
    int known = 0;
    for (AnswerPart each : PARTS) {
      Verdict verdict = verdicts.get(each);
      if (verdict != null) {
        assertSame(expected.get(each), verdict);
        known++;
      }
    }
    assertEquals(Math.min(64, expected.size()), known, "as many as there is room for");
  }

  @Example
  void an_equal_part_that_is_another_object_is_not_known() {
    PartVerdicts verdicts = new PartVerdicts();
    verdicts.keep(PARTS.get(3), VERDICTS.get(3));
    AnswerPart same = part(3);
    assertEquals(PARTS.get(3), same);
    assertNull(verdicts.get(same));
  }

  @Property
  void equal_things_have_one_number_and_others_have_others(@ForAll List<String> things) {
    Numbering<String> numbering = new Numbering<>();
    Map<String, Integer> numbers = new HashMap<>();
    for (String each : things) {
      Numbering.Numbered<String> numbered = numbering.of(each);
      assertEquals(each, numbered.thing());
      assertEquals(numbers.computeIfAbsent(each, e -> numbers.size()), numbered.number());
    }
  }

  @Property
  void by_number_is_known_what_was_kept_first(@ForAll List<@IntRange(max = 5000) Integer> numbers) {
    Numbering.Known<String> known = new Numbering.Known<>();
    Map<Integer, String> expected = new HashMap<>();
    for (int i = 0; i < numbers.size(); i++) {
      String found = "found " + i;
      expected.putIfAbsent(numbers.get(i), found);
      assertSame(expected.get(numbers.get(i)), known.keep(numbers.get(i), found));
    }
    for (int number = 0; number <= 5001; number++) {
      assertSame(expected.get(number), known.get(number));
    }
  }

  @Example
  void several_threads_never_see_what_belongs_to_another_number() throws Exception {
    Numbering.Known<String> known = new Numbering.Known<>();
    int most = 20_000;
    Callable<Boolean> work =
        () -> {
          boolean right = true;
          for (int number = 0; number < most; number++) {
            String name = Integer.toString(number);
            String before = known.get(number);
            right &= before == null || before.equals(name);
            right &= known.keep(number, name).equals(name);
          }
          return right;
        };
    assertTrue(allHold(work));
  }

  @Example
  void several_threads_find_the_same_part_for_a_country() throws Exception {
    LineStanding standing = new LineStanding(List.of(), ImmutableSetMultimap.of());
    Callable<Boolean> work =
        () -> {
          boolean right = true;
          for (Country each : Country.all()) {
            AnswerPart expected = PARTS.get(each.ordinal() % MOST_PARTS);
            AnswerPart before = standing.part(each);
            right &= before == null || before.equals(expected);
            IdentityKey said = IdentityKey.of(List.of(expected), new int[0]);
            right &= standing.keep(each, said, () -> expected).equals(expected);
            right &= expected.equals(standing.part(each));
          }
          return right;
        };
    assertTrue(allHold(work));
  }

  private static boolean allHold(Callable<Boolean> work) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Future<Boolean>> all = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        all.add(threads.submit(work));
      }
      boolean right = true;
      for (Future<Boolean> each : all) {
        right &= each.get();
      }
      return right;
    } finally {
      threads.shutdownNow();
    }
  }
}
