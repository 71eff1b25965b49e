package org.tariffeconomics.basics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MemoTest {

  @Test
  void an_answer_is_worked_out_once_and_forgotten_when_the_memory_is_full() {
    Memo<String, List<String>> memo = new Memo<>(2);
    List<String> first = memo.get("a", key -> new ArrayList<>(List.of(key)));
    assertSame(first, memo.get("a", key -> List.of("another")));
    memo.get("b", List::of);
    assertSame(first, memo.get("a", key -> List.of("another")));
    memo.get("c", List::of);
    assertNotSame(first, memo.get("a", key -> new ArrayList<>(List.of(key))));
    assertEquals("2 of at most 2 remembered", memo.toString());
  }

  @Test
  void the_work_may_ask_for_other_answers() {
    Memo<Integer, Integer> sums = new Memo<>(100);
    assertEquals(55, sum(sums, 10));
  }

  private static int sum(Memo<Integer, Integer> sums, int upTo) {
    return sums.get(upTo, n -> n == 0 ? 0 : n + sum(sums, n - 1));
  }

  @Test
  void a_memory_of_nothing_is_refused() {
    assertThrows(IllegalArgumentException.class, () -> new Memo<>(0));
  }
}
