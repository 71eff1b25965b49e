package org.tariffeconomics.io.trade;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.indicator.TradeWeights;
import org.tariffeconomics.reading.PassSummary;
import org.tariffeconomics.reading.Problem;
import org.tariffeconomics.report.Cell;
import org.tariffeconomics.report.Table;

/**
 * The imports of one market by line, origin and period, added up in one pass over a file, with what
 * was left out. Values are in whole units of the currency.
 *
 * @since 0.1.0
 */
public final class ImportTotals {

  private static final String NO_VALUE = "value ";
  private static final int MOST_REPEATED = 100;

  private final Country market;
  private final String measure;
  private final Map<TradePeriod, TradeWeights> byPeriod;
  private final Set<TradePeriod> yearsToDate;
  private final Map<TradePeriod, Map<Country, Long>> unstated;
  private final PassSummary summary;

  private ImportTotals(Sums sums, Map<TradePeriod, TradeWeights> byPeriod, PassSummary summary) {
    this.market = sums.market;
    this.measure = String.join("", sums.measures);
    this.byPeriod = Collections.unmodifiableMap(byPeriod);
    this.yearsToDate = Set.copyOf(sums.yearsToDate);
    this.unstated = Collections.unmodifiableMap(new TreeMap<>(sums.unstated));
    this.summary = summary;
  }

  static ImportTotals over(TradeReader reader, Country market, int digits) {
    Sums sums = new Sums(market, digits, reader.repeats());
    return sums.totals(reader.forEach(sums::add));
  }

  /** The trade of each period as it is added up. */
  private static final class Sums {
    private final Country market;
    private final int digits;
    private final Map<TradePeriod, TradeWeights.Builder> periods = new TreeMap<>();
    private final Map<String, Long> leftOut = new HashMap<>();
    private final Map<HsCode, HsCode> shorter = new HashMap<>();
    private final Set<String> measures = new TreeSet<>();
    private final Set<TradePeriod> yearsToDate = new HashSet<>();
    private final Map<TradePeriod, Map<Country, Long>> unstated = new TreeMap<>();
    private final Map<TradePeriod, String> editions = new TreeMap<>();
    private final TradeReader.Repeats repeats;
    private final Set<String> seen = new HashSet<>();
    private final List<Problem> repeated = new ArrayList<>();
    private final NavigableSet<String> codes = new TreeSet<>();
    private long repeatedRows;
    private long added;

    Sums(Country market, int digits, TradeReader.Repeats repeats) {
      this.market = market;
      this.digits = digits;
      this.repeats = repeats;
    }

    void add(TradeRecord trade) {
      HsCode line = trade.hsCode() == null ? null : shortened(trade.hsCode());
      Country origin = trade.exporter().country();
      String why = whyNot(trade, line, origin);
      if (!why.isEmpty() || line == null || origin == null || trade.value().number() == null) {
        leftOut.merge(why, 1L, Long::sum);
        if (why.startsWith(NO_VALUE) && origin != null) {
          unstated
              .computeIfAbsent(trade.period(), p -> new TreeMap<>())
              .merge(origin, 1L, Long::sum);
        }
        return;
      }
      requireOneEdition(trade);
      if (isRepeated(trade)) {
        repeatedRows++;
        if (repeated.size() < MOST_REPEATED) {
          repeated.add(FlowCsv.repeated(trade));
        }
        return;
      }
      added++;
      codes.add(trade.product());
      boolean toDate = trade.marks().contains(TradeMark.YEAR_TO_DATE);
      measures.add(
          trade.currency() + " " + trade.valuation() + (toDate ? ", the year to date" : ""));
      if (toDate) {
        yearsToDate.add(trade.period());
      }
      if (measures.size() > 1) {
        throw new IllegalArgumentException(
            "values must be in one currency and valuation, but were in " + measures);
      }
      periods
          .computeIfAbsent(trade.period(), p -> TradeWeights.builder(label(p.toString())))
          .add(line, origin, trade.value().number().doubleValue());
    }

    /**
     * Whether the row is of trade that was added up before; a nothing once more changes nothing.
     */
    private boolean isRepeated(TradeRecord trade) {
      return switch (repeats) {
        case ALWAYS -> false;
        case NEVER -> !seen.add(FlowCsv.key(trade));
        case WITH_OTHER_VALUES ->
            !trade.value().isZero()
                && !seen.add(
                    FlowCsv.key(trade) + List.of(trade.value(), trade.dutiable(), trade.duty()));
      };
    }

    /** Trade of six digits counts that of the ten digits below it already. */
    private void refuseLevels() {
      String above = null;
      for (String each : codes) {
        if (above != null && each.startsWith(above)) {
          throw new IllegalArgumentException(
              "codes must not lie under each other, but the file has "
                  + above
                  + " and "
                  + each
                  + ": keep one level with withDigits("
                  + each.length()
                  + ")");
        }
        above = each;
      }
    }

    /** The same trade in two editions of the nomenclature would be counted twice. */
    private void requireOneEdition(TradeRecord trade) {
      String edition = trade.nomenclature();
      String other = editions.putIfAbsent(trade.period(), edition);
      if (other != null && !other.equals(edition)) {
        throw new IllegalArgumentException(
            "codes of "
                + trade.period()
                + " must be of one edition of the nomenclature, but were of '"
                + other
                + "' and '"
                + edition
                + "': keep the rows of one of them");
      }
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
      return trade.value().number() == null ? NO_VALUE + trade.value() : "";
    }

    private @Nullable HsCode shortened(HsCode code) {
      if (digits == 0 || code.digits().length() == digits) {
        return code;
      }
      return code.digits().length() < digits
          ? null
          : shorter.computeIfAbsent(code, c -> c.upTo(digits));
    }

    private String label(String period) {
      return labelOf(market, period, String.join("", measures));
    }

    ImportTotals totals(PassSummary pass) {
      refuseLevels();
      Map<TradePeriod, TradeWeights> built = new TreeMap<>();
      periods.forEach((period, builder) -> built.put(period, builder.build()));
      Map<String, Long> left = new TreeMap<>(pass.leftOut());
      leftOut.forEach((why, count) -> left.merge(why, count, Long::sum));
      PassSummary summary =
          new PassSummary(
              added,
              pass.problemCount() + repeatedRows,
              Stream.concat(pass.problems().stream(), repeated.stream()).toList(),
              pass.repairs(),
              left,
              pass.otherParties());
      return new ImportTotals(this, built, summary);
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
    Objects.requireNonNull(period, "period");
    TradeWeights weights = byPeriod.get(period);
    if (weights == null) {
      throw new IllegalArgumentException("No trade in " + period + ", only in " + periods());
    }
    return weights;
  }

  /**
   * The imports of all periods together.
   *
   * @return their trade by line and origin
   * @throws IllegalArgumentException when the same trade would be counted twice: a flow has both a
   *     year and some of its months, or the year to date at two months; {@link #in} takes one
   *     period
   */
  public TradeWeights allPeriods() {
    refuseOverlaps();
    TradeWeights.Builder all = TradeWeights.builder(labelOf(market, span(), measure));
    byPeriod
        .values()
        .forEach(
            w ->
                w.forEach(
                    (line, origin, value) ->
                        all.add(w.lines().get(line), w.origins().get(origin), value)));
    return all.build();
  }

  private static String labelOf(Country market, String period, String measure) {
    return "imports of " + market + " " + period + ", " + measure;
  }

  private String span() {
    List<TradePeriod> all = periods();
    if (all.isEmpty()) {
      return "";
    }
    TradePeriod first = all.get(0);
    TradePeriod last = all.get(all.size() - 1);
    return first.equals(last) ? first.toString() : first + " to " + last;
  }

  /** One flow counts once: no two of its periods may share a month. */
  private void refuseOverlaps() {
    List<TradePeriod> all = periods();
    for (int i = 0; i < all.size(); i++) {
      for (int j = i + 1; j < all.size() && all.get(j).year() == all.get(i).year(); j++) {
        if (overlap(all.get(i), all.get(j))) {
          refuseSameFlow(all.get(i), all.get(j));
        }
      }
    }
  }

  /** Two periods of one year; months are apart unless they count from January. */
  private boolean overlap(TradePeriod one, TradePeriod other) {
    return one.month().isEmpty()
        || other.month().isEmpty()
        || yearsToDate.contains(one)
        || yearsToDate.contains(other);
  }

  private void refuseSameFlow(TradePeriod one, TradePeriod other) {
    TradeWeights first = in(one);
    in(other)
        .forEach(
            (line, origin, value) -> {
              HsCode code = in(other).lines().get(line);
              Country country = in(other).origins().get(origin);
              if (value > 0 && first.value(code, country) > 0) {
                throw new IllegalArgumentException(
                    "periods must not overlap, but the file has "
                        + code
                        + " from "
                        + country
                        + " in "
                        + one
                        + " and in "
                        + other
                        + ": take one of them with in(period)");
              }
            });
  }

  /**
   * Trade by origin and period.
   *
   * @return a table: one row per origin, one column a period, in units of the currency; a pair of
   *     which the file has no row, or one without a value, is unknown, with the reason
   */
  public Table byOriginAndPeriod() {
    Set<Country> origins = new TreeSet<>();
    byPeriod.values().forEach(weights -> origins.addAll(weights.origins()));
    unstated.values().forEach(rows -> origins.addAll(rows.keySet()));
    Set<TradePeriod> periods = new TreeSet<>(byPeriod.keySet());
    periods.addAll(unstated.keySet());
    List<String> columns = new ArrayList<>(List.of("origin"));
    periods.forEach(period -> columns.add(period.toString()));
    List<List<Cell>> rows = new ArrayList<>();
    for (Country origin : origins) {
      List<Cell> row = new ArrayList<>(List.of(Cell.text(origin.alpha2())));
      periods.forEach(period -> row.add(cell(origin, period)));
      rows.add(row);
    }
    return Table.of("Imports of " + market + " by origin, " + measure, columns, rows)
        .withCaption(
            List.of("unknown: the file has no row, or a row without a value", summary.toString()));
  }

  private Cell cell(Country origin, TradePeriod period) {
    TradeWeights weights = byPeriod.get(period);
    long without = unstated.getOrDefault(period, Map.of()).getOrDefault(origin, 0L);
    if (weights == null || !weights.origins().contains(origin)) {
      return Cell.unknown(
          without > 0
              ? without + " rows of " + period + " without a value"
              : "no row of " + period + " in the file");
    }
    Cell known = Cell.number(weights.total(origin), 0, measure);
    return without > 0
        ? Cell.unknown("at least " + known.text() + ": " + without + " rows without a value")
        : known;
  }

  /**
   * What happened in the pass: how many rows were added up, and why others were not.
   *
   * @return the summary
   */
  public PassSummary summary() {
    return summary;
  }

  /** {@return the periods: one row per period: its trade, lines, origins} */
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
    return "Imports of " + market + ", " + byPeriod.size() + " periods";
  }
}
