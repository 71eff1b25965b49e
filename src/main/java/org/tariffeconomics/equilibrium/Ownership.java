package org.tariffeconomics.equilibrium;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.tariffeconomics.basics.Require;

/** Who owns what, with the firms numbered from 0 in the order in which they appear. */
record Ownership(List<String> owners, int[] firmOf) {

  static Ownership of(List<String> owners) {
    Require.notEmpty("owners", owners.size());
    List<String> firms = new ArrayList<>();
    int[] firmOf = new int[owners.size()];
    for (int i = 0; i < firmOf.length; i++) {
      if (!firms.contains(owners.get(i))) {
        firms.add(owners.get(i));
      }
      firmOf[i] = firms.indexOf(owners.get(i));
    }
    return new Ownership(List.copyOf(owners), firmOf);
  }

  /** The products of every firm. */
  int[][] firms() {
    int[][] firms = new int[Arrays.stream(firmOf).max().orElse(-1) + 1][];
    for (int f = 0; f < firms.length; f++) {
      int firm = f;
      firms[f] = IntStream.range(0, firmOf.length).filter(i -> firmOf[i] == firm).toArray();
    }
    return firms;
  }

  /** All products of the firm that owns this one. */
  int[] firmWith(int product) {
    return firms()[firmOf[product]];
  }
}
