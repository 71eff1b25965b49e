package org.tariffeconomics.reference;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.economy.EstimateRange;
import org.tariffeconomics.panel.PanelOutcome;
import org.tariffeconomics.panel.PanelSlice;
import org.tariffeconomics.panel.TariffPanel;
import org.tariffeconomics.rate.DeclaredFacts;
import org.tariffeconomics.rate.DeclaredOrigin;
import org.tariffeconomics.tariff.TariffBook;

/**
 * The duty of each flow of imports on a day: from the lowest to the highest, unknown (NaN), or
 * prohibited (infinite).
 */
final class FlowEnds {

  private final double[] low;
  private final double[] high;

  private FlowEnds(double[] low, double[] high) {
    this.low = low;
    this.high = high;
  }

  /**
   * The duties of a law.
   *
   * @param claims what importers of each origin claim
   * @param among the origins to look at; flows of others are taken from {@code rest}
   */
  static FlowEnds of(
      FlowDuties.Pairs pairs,
      int flows,
      TariffBook law,
      LocalDate day,
      Map<Country, DeclaredFacts> claims,
      Set<Country> among,
      FlowEnds rest) {
    double[] low = rest.low.clone();
    double[] high = rest.high.clone();
    List<Country> origins = pairs.origins().stream().filter(among::contains).toList();
    if (!origins.isEmpty()) {
      PanelSlice slice =
          TariffPanel.of(
                  law,
                  pairs.lines(),
                  origins.stream()
                      .map(o -> new DeclaredOrigin(o, claims.getOrDefault(o, DeclaredFacts.none())))
                      .toList(),
                  List.of(day))
              .on(day);
      Map<Country, Integer> numbers = new HashMap<>();
      origins.forEach(origin -> numbers.put(origin, numbers.size()));
      for (int flow = 0; flow < flows; flow++) {
        Integer origin = numbers.get(pairs.origins().get(pairs.origin(flow)));
        if (origin != null) {
          read(slice, pairs.line(flow), origin, flow, low, high);
        }
      }
    }
    return new FlowEnds(low, high);
  }

  private static void read(
      PanelSlice slice, int line, int origin, int flow, double[] low, double[] high) {
    low[flow] = Double.NaN;
    high[flow] = Double.NaN;
    if (slice.outcome(line, origin) == PanelOutcome.PROHIBITED) {
      low[flow] = Double.POSITIVE_INFINITY;
      high[flow] = Double.POSITIVE_INFINITY;
    }
    slice
        .range(line, origin)
        .ifPresent(
            range -> {
              low[flow] = range.lowest().fraction().doubleValue();
              high[flow] = range.highest().fraction().doubleValue();
            });
  }

  static FlowEnds unknown(int flows) {
    double[] none = new double[flows];
    Arrays.fill(none, Double.NaN);
    return new FlowEnds(none, none);
  }

  /** The range of a flow's duty; empty where it is unknown or prohibited. */
  Optional<EstimateRange> range(int flow) {
    return Double.isFinite(low[flow])
        ? Optional.of(new EstimateRange(low[flow], high[flow]))
        : Optional.empty();
  }

  boolean isProhibited(int flow) {
    return low[flow] == Double.POSITIVE_INFINITY;
  }
}
