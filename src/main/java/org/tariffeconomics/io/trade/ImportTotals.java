package org.tariffeconomics.io.trade;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.indicator.MissingFlow;
import org.tariffeconomics.indicator.TradeFlow;
import org.tariffeconomics.indicator.TradeMatrix;
import org.tariffeconomics.indicator.TradeWeights;
import org.tariffeconomics.reading.PassSummary;
import org.tariffeconomics.report.Cell;
import org.tariffeconomics.report.Table;

/**
 * The imports of one market by line, origin and period, added up in one pass over a file, with what
 * was left out. Values are in whole units of the currency.
 */
public final class ImportTotals {

  private final Country market;
  private final String measure;
  private final Map<TradePeriod, TradeWeights> byPeriod;
  private final TradeWeights all;
  private final PassSummary summary;

  private ImportTotals(
      Country market,
      String measure,
      Map<TradePeriod, TradeWeights> byPeriod,
      TradeWeights all,
      PassSummary summary) {
    this.market = market;
    this.measure = measure;
    this.byPeriod = byPeriod;
    this.all = all;
    this.summary = summary;
  }

  static ImportTotals over(TradeReader reader, Country market, int digits) {
    Sums sums = new Sums(market, digits);
    return sums.totals(reader.forEach(sums::add));
  }

  /** The trade of each period as it is added up. */
  private static final class Sums {
    private final Country market;
    private final int digits;
    private final Map<TradePeriod, TradeWeights.Builder> periods = new TreeMap<>();
    private final Map<String, Long> leftOut = new HashMap<>();
    private final Map<HsCode, HsCode> shorter = new HashMap<>();
    private final Set<String> measures = new HashSet<>();
    private long added;

    Sums(Country market, int digits) {
      this.market = market;
      this.digits = digits;
    }

    void add(TradeRecord trade) {
      HsCode line = trade.hsCode() == null ? null : shortened(trade.hsCode());
      Country origin = trade.exporter().country();
      String why = whyNot(trade, line, origin);
      if (!why.isEmpty() || line == null || origin == null || trade.value().number() == null) {
        leftOut.merge(why, 1L, Long::sum);
        return;
      }
      added++;
      measures.add(trade.currency() + " " + trade.valuation());
      if (measures.size() > 1) {
        throw new IllegalArgumentException(
            "values must be in one currency and valuation, but were in " + measures);
      }
      periods
          .computeIfAbsent(trade.period(), p -> TradeWeights.builder(label(p.toString())))
          .add(line, origin, trade.value().number().doubleValue());
    }

    private String whyNot(TradeRecord trade, @Nullable HsCode line, @Nullable Country origin) {
      if (!market.equals(trade.importer().country())) {
        return "another market";
      }
      if (trade.direction() == TradeDirection.EXPORT) {
        return "reported by the exporter";
      }
      if (origin == null) {
        return "origin that is no country";
      }
      if (line == null) {
        return trade.hsCode() == null ? "no code" : "code of fewer digits";
      }
      return trade.value().number() == null ? "value " + trade.value() : "";
    }

    private @Nullable HsCode shortened(HsCode code) {
      if (digits == 0 || code.digits().length() == digits) {
        return code;
      }
      return code.digits().length() < digits
          ? null
          : shorter.computeIfAbsent(code, c -> HsCode.of(c.digits().substring(0, digits)));
    }

    private String label(String period) {
      return "imports of " + market + " " + period + ", " + String.join("", measures);
    }

    ImportTotals totals(PassSummary pass) {
      Map<TradePeriod, TradeWeights> built = new TreeMap<>();
      periods.forEach((period, builder) -> built.put(period, builder.build()));
      TradeWeights.Builder all = TradeWeights.builder(label(span()));
      built
          .values()
          .forEach(
              w ->
                  w.forEach(
                      (line, origin, value) ->
                          all.add(w.lines().get(line), w.origins().get(origin), value)));
      Map<String, Long> left = new TreeMap<>(pass.leftOut());
      leftOut.forEach((why, count) -> left.merge(why, count, Long::sum));
      PassSummary summary =
          new PassSummary(
              added,
              pass.problemCount(),
              pass.problems(),
              pass.repairs(),
              left,
              pass.otherParties());
      return new ImportTotals(market, String.join("", measures), built, all.build(), summary);
    }

    private String span() {
      List<TradePeriod> all = new ArrayList<>(periods.keySet());
      if (all.isEmpty()) {
        return "";
      }
      TradePeriod first = all.get(0);
      TradePeriod last = all.get(all.size() - 1);
      return first.equals(last) ? first.toString() : first + " to " + last;
    }
  }

  /**
   * The periods of which there is trade.
   *
   * @return the periods in order
   */
  public List<TradePeriod> periods() {
    return List.copyOf(byPeriod.keySet());
  }

  /**
   * The imports of one period.
   *
   * @param period the year or month
   * @return its trade by line and origin
   * @throws IllegalArgumentException when the file has none of that period
   */
  public TradeWeights in(TradePeriod period) {
    TradeWeights weights = byPeriod.get(period);
    if (weights == null) {
      throw new IllegalArgumentException("No trade in " + period + ", only in " + periods());
    }
    return weights;
  }

  /** {@return the imports of all periods together: their trade by line and origin} */
  public TradeWeights allPeriods() {
    return all;
  }

  /**
   * Trade by origin and period.
   *
   * @return a matrix whose rows are the origins' codes and whose columns the periods
   */
  public TradeMatrix byOriginAndPeriod() {
    List<TradeFlow> flows = new ArrayList<>();
    byPeriod.forEach(
        (period, weights) ->
            weights
                .origins()
                .forEach(
                    o ->
                        flows.add(new TradeFlow(o.alpha2(), period.toString(), weights.total(o)))));
    return TradeMatrix.ofFlows(flows, MissingFlow.IS_ZERO);
  }

  /**
   * What happened in the pass: how many rows were added up, and why others were not.
   *
   * @return the summary
   */
  public PassSummary summary() {
    return summary;
  }

  /** {@return the periods: one row a period: its trade, lines, origins} */
  public Table table() {
    List<List<Cell>> rows = new ArrayList<>();
    byPeriod.forEach(
        (period, weights) ->
            rows.add(
                List.of(
                    Cell.text(period.toString()),
                    Cell.number(weights.total(), 0, measure),
                    Cell.number(weights.lines().size(), 0, "lines"),
                    Cell.number(weights.origins().size(), 0, "origins"))));
    return Table.of(
            "Imports of " + market + ", " + measure,
            List.of("period", "trade", "lines", "origins"),
            rows)
        .withCaption(List.of(summary.toString()));
  }

  /** The market, its periods and trade. */
  @Override
  public String toString() {
    return "Imports of " + market + ", " + byPeriod.size() + " periods, " + all;
  }
}
