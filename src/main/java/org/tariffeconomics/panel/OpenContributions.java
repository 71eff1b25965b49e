package org.tariffeconomics.panel;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tariffeconomics.rate.DeclaredOrigin;
import org.tariffeconomics.tariff.DutyStack;

/**
 * What each programme charges, from the least to the most, on the pairs of a day whose rate lies
 * between two: over all the ways in which what is left open may turn out.
 */
final class OpenContributions {

  /** Where so much is open that only a safe range was worked out, no programme is told apart. */
  static final String NOT_TOLD_APART = "not told apart";

  /** The least and the most of a programme, as fractions of the customs value. */
  record Ends(double lowest, double highest) {

    private Ends over(Ends other) {
      return new Ends(Math.min(lowest, other.lowest), Math.max(highest, other.highest));
    }

    private Ends plus(Ends other, double trade) {
      return new Ends(lowest + trade * other.lowest, highest + trade * other.highest);
    }
  }

  private static final Ends NOTHING = new Ends(0, 0);

  private final PanelSlice slice;
  private final Map<Object, Map<String, Ends>> byKind = new HashMap<>();
  private final Map<String, Ends> sums = new TreeMap<>();

  private OpenContributions(PanelSlice slice) {
    this.slice = slice;
  }

  /**
   * The contributions of the programmes.
   *
   * @param slice the rates of a day
   * @param pairs the trade of pairs of a line and an origin
   * @return by programme, the least and the most of the duty on all bounded trade
   */
  static Map<String, Ends> of(PanelSlice slice, WeightedRates.Pairs pairs) {
    OpenContributions open = new OpenContributions(slice);
    open.tradeByClass(pairs).values().forEach(open::add);
    return open.sums;
  }

  /** The trade of pairs that have a cell in common for the same reasons, and one of them. */
  private static final class Alike {
    private final int line;
    private final int origin;
    private double trade;

    private Alike(int line, int origin) {
      this.line = line;
      this.origin = origin;
    }
  }

  private Map<Long, Alike> tradeByClass(WeightedRates.Pairs pairs) {
    Map<Long, Alike> alike = new HashMap<>();
    CompiledSlice compiled = slice.compiled();
    pairs.forEach(
        (line, origin, trade) -> {
          CellRates cell = slice.cells().cell(compiled.cell(line, origin));
          if (cell.hasRange() && !cell.isToldApart()) {
            alike.computeIfAbsent(compiled.classes(line, origin), c -> new Alike(line, origin))
                    .trade +=
                trade;
          }
        });
    return alike;
  }

  private void add(Alike pairs) {
    DeclaredOrigin origin = slice.origins().get(pairs.origin);
    Object kind = slice.law().kind(slice.lines().get(pairs.line), origin.country(), origin.facts());
    byKind
        .computeIfAbsent(kind, k -> parts(slice.stack(pairs.line, pairs.origin)))
        .forEach(
            (programme, ends) ->
                sums.merge(
                    programme,
                    NOTHING.plus(ends, pairs.trade),
                    (before, more) -> before.plus(more, 1)));
  }

  /** What each programme charges in some way and, where it charges nothing in another, from 0. */
  private static Map<String, Ends> parts(DutyStack stack) {
    List<Map<String, BigDecimal>> ways =
        stack.cases().stream()
            .filter(way -> way.outcome() == DutyStack.Outcome.ASSESSED)
            .map(OpenContributions::charged)
            .toList();
    Map<String, Ends> parts = new TreeMap<>();
    if (ways.isEmpty()) {
      stack
          .range()
          .ifPresent(
              range ->
                  parts.put(
                      NOT_TOLD_APART,
                      new Ends(
                          range.lowest().fraction().doubleValue(),
                          range.highest().fraction().doubleValue())));
      return parts;
    }
    ways.stream()
        .flatMap(way -> way.keySet().stream())
        .distinct()
        .forEach(
            programme ->
                parts.put(
                    programme,
                    ways.stream()
                        .map(way -> way.getOrDefault(programme, BigDecimal.ZERO).doubleValue())
                        .map(share -> new Ends(share, share))
                        .reduce(Ends::over)
                        .orElseThrow()));
    return parts;
  }

  private static Map<String, BigDecimal> charged(DutyStack way) {
    Map<String, BigDecimal> charged = new TreeMap<>();
    way.adValoremLayers()
        .forEach(
            each ->
                charged.merge(
                    each.layer().measure().programme(), each.rate().fraction(), BigDecimal::add));
    return charged;
  }
}
