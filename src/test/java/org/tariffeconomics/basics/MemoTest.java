package org.tariffeconomics.basics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MemoTest {

  @Test
  void an_answer_is_worked_out_once_and_forgotten_when_it_is_not_asked_for_while_others_are() {
    Memo<Integer, List<Integer>> memo = new Memo<>(10);
    List<Integer> first = memo.get(0, ArrayList::new);
    List<Integer> idle = memo.get(1, ArrayList::new);
    for (int i = 2; i < 100; i++) {
      memo.get(i, ArrayList::new);
      assertSame(first, memo.get(0, ArrayList::new));
    }
    assertNotSame(idle, memo.get(1, ArrayList::new));
  }

  @Test
  void it_holds_no_more_than_it_may() {
    Memo<Integer, Integer> memo = new Memo<>(10);
    for (int i = 0; i < 1000; i++) {
      memo.get(i, key -> key);
      int held = Integer.parseInt(memo.toString().split(" ", -1)[0]);
      assertTrue(held <= 11, memo.toString());
    }
  }

  @Test
  void what_weighs_much_takes_the_room_of_many_and_is_not_kept_where_it_would_take_most() {
    Memo<String, List<String>> memo = new Memo<>(40, List::size);
    List<String> heavy = memo.get("heavy", key -> List.of("1", "2", "3", "4", "5"));
    assertNotSame(heavy, memo.get("heavy", key -> List.of("1", "2", "3", "4", "5")));
    for (int i = 0; i < 100; i++) {
      memo.get("four " + i, key -> List.of("1", "2", "3", "4"));
      int held = Integer.parseInt(memo.toString().split(" ", -1)[0]);
      assertTrue(held <= 11, memo.toString());
    }
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
