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
  void what_weighs_much_takes_the_room_of_many_and_is_not_kept_where_it_would_take_most() {
    Memo<String, List<String>> memo = new Memo<>(40, List::size);
    List<String> heavy = memo.get("heavy", key -> List.of("1", "2", "3", "4", "5"));
    assertNotSame(heavy, memo.get("heavy", key -> List.of("1", "2", "3", "4", "5")));
    for (int i = 0; i < 10; i++) {
      memo.get("four " + i, key -> List.of("1", "2", "3", "4"));
    }
    assertEquals("10 of at most 40 remembered", memo.toString());
    memo.get("one more", List::of);
    assertEquals("1 of at most 40 remembered", memo.toString());
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
