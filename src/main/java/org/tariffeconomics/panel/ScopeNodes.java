package org.tariffeconomics.panel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.tariff.TariffMeasure;

/**
 * Which measures fit a line, and how closely, found once for all lines below the same listed codes:
 * two lines that begin with the same ones of the codes that scopes list are in the same scopes.
 */
final class ScopeNodes {

  private static final int SHORTEST = 2;

  private final List<TariffMeasure> measures;
  private final NavigableSet<String> listed = new TreeSet<>();
  private final Map<String, List<Integer>> byCode = new HashMap<>();
  private final List<Integer> everywhere = new ArrayList<>();
  private final Map<String, Fit> fits = new ConcurrentHashMap<>();

  ScopeNodes(Collection<TariffMeasure> measures) {
    this.measures = List.copyOf(measures);
    for (int i = 0; i < this.measures.size(); i++) {
      list(i, this.measures.get(i));
    }
  }

  /** The measures by their numbers. */
  List<TariffMeasure> measures() {
    return measures;
  }

  private void list(int index, TariffMeasure measure) {
    List<HsCode> included = measure.products().included();
    if (included.isEmpty()) {
      everywhere.add(index);
    }
    included.forEach(c -> byCode.computeIfAbsent(c.digits(), x -> new ArrayList<>()).add(index));
    Stream.concat(included.stream(), measure.products().excluded().stream())
        .forEach(code -> listed.add(code.digits()));
  }

  /**
   * The measures that fit a line, as a {@link Fit}; a code whose parts are told apart is its own.
   */
  Object fitting(HsCode line) {
    return isDivided(line) ? line : fits.computeIfAbsent(node(line.digits()), this::fittingAt);
  }

  /** Equal for lines that all measures, and any part of them, fit alike. */
  Object place(HsCode line) {
    return isDivided(line) ? line : node(line.digits());
  }

  private boolean isDivided(HsCode line) {
    String next = listed.higher(line.digits());
    return next != null && next.startsWith(line.digits());
  }

  /** The longest listed code that the line begins with. */
  private String node(String digits) {
    for (int length = digits.length(); length >= SHORTEST; length--) {
      String prefix = digits.substring(0, length);
      if (listed.contains(prefix)) {
        return prefix;
      }
    }
    return "";
  }

  private Fit fittingAt(String node) {
    Set<Integer> candidates = new HashSet<>(everywhere);
    for (int length = SHORTEST; length <= node.length(); length++) {
      candidates.addAll(byCode.getOrDefault(node.substring(0, length), List.of()));
    }
    int[] fitting = new int[candidates.size()];
    int[] digits = new int[candidates.size()];
    int used = 0;
    for (int index : candidates.stream().mapToInt(Integer::intValue).sorted().toArray()) {
      int at = node.isEmpty() ? 0 : measures.get(index).products().specificity(HsCode.of(node));
      if (at >= 0) {
        fitting[used] = index;
        digits[used++] = at;
      }
    }
    return new Fit(Arrays.copyOf(fitting, used), Arrays.copyOf(digits, used));
  }
}
