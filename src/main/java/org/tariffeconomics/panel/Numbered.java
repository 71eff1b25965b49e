package org.tariffeconomics.panel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Values of things numbered from 0, each different value once, under a number of its own.
 *
 * @param numbers the value's number of each thing
 * @param values the different values
 * @param <T> the type of the values
 */
record Numbered<T>(int[] numbers, List<T> values) {

  /** Computes the values of many things, several at a time. */
  static <T> Numbered<T> of(int size, IntFunction<T> value) {
    return of(IntStream.range(0, size).parallel().mapToObj(value).toList());
  }

  static <S, T> Numbered<T> of(List<S> things, Function<S, T> value) {
    return of(things.stream().map(value).toList());
  }

  private static <T> Numbered<T> of(List<T> all) {
    Map<T, Integer> known = new HashMap<>();
    int[] numbers = new int[all.size()];
    List<T> values = new ArrayList<>();
    for (int i = 0; i < numbers.length; i++) {
      Integer before = known.putIfAbsent(all.get(i), values.size());
      if (before == null) {
        values.add(all.get(i));
      }
      numbers[i] = before == null ? values.size() - 1 : before;
    }
    return new Numbered<>(numbers, values);
  }

  int number(int thing) {
    return numbers[thing];
  }
}
