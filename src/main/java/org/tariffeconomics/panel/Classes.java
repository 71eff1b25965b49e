package org.tariffeconomics.panel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/**
 * Things numbered from 0, sorted into classes: those with equal keys are one class, and the first
 * of a class stands for it.
 */
final class Classes {

  private final int[] classOf;
  private final int[] first;

  private Classes(int[] classOf, int[] first) {
    this.classOf = classOf;
    this.first = first;
  }

  static Classes of(int size, IntFunction<Object> key) {
    Object[] keys = IntStream.range(0, size).parallel().mapToObj(key).toArray();
    Map<Object, Integer> known = new HashMap<>();
    List<Integer> first = new ArrayList<>();
    int[] classOf = new int[size];
    for (int i = 0; i < size; i++) {
      Integer before = known.putIfAbsent(keys[i], first.size());
      if (before == null) {
        classOf[i] = first.size();
        first.add(i);
      } else {
        classOf[i] = before;
      }
    }
    return new Classes(classOf, first.stream().mapToInt(Integer::intValue).toArray());
  }

  /** Things of one number are one class; numbers are below a bound that is not much larger. */
  static Classes ofNumbers(int size, int bound, IntUnaryOperator number) {
    int[] known = new int[bound];
    Arrays.fill(known, -1);
    int[] classOf = new int[size];
    int[] first = new int[size];
    int count = 0;
    for (int i = 0; i < size; i++) {
      int at = number.applyAsInt(i);
      if (known[at] < 0) {
        known[at] = count;
        first[count++] = i;
      }
      classOf[i] = known[at];
    }
    return new Classes(classOf, Arrays.copyOf(first, count));
  }

  /** How many classes there are. */
  int count() {
    return first.length;
  }

  /** The class of a thing. */
  int of(int thing) {
    return classOf[thing];
  }

  /** The thing that stands for a class. */
  int first(int oneClass) {
    return first[oneClass];
  }
}
