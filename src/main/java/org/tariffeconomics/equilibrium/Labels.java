package org.tariffeconomics.equilibrium;

import java.util.List;
import java.util.stream.IntStream;
import org.tariffeconomics.basics.Require;

/** The names of products, origins and regions. */
final class Labels {

  private Labels() {}

  static List<String> distinct(List<String> names, int count) {
    Require.sameLength("names", names.size(), count);
    return Require.distinct("names", names);
  }

  static List<String> numbered(String word, int count) {
    return IntStream.rangeClosed(1, count).mapToObj(i -> word + " " + i).toList();
  }
}
