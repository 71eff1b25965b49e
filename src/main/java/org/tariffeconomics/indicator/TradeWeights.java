package org.tariffeconomics.indicator;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.Require;
import org.tariffeconomics.report.Cell;
import org.tariffeconomics.report.Table;

/**
 * The imports of one market by tariff line and origin: what averages over a tariff are weighted by.
 *
 * <p>Values are amounts in one unit of the caller's choice, said in {@link #label()}, finite and
 * not negative. A pair that was never added is not recorded, which customs statistics use for “no
 * trade”; a pair that was added with 0 is recorded as nothing. {@link #recorded} keeps the two
 * apart, {@link #value} reads both as 0.
 *
 * <p>Lines may have any number of digits, but none may lie under another, since the total would
 * count its trade twice. Lines and origins stand in ascending order. Only recorded pairs take room
 * (12 bytes each). Immutable.
 *
 * @since 0.1.0
 */
public final class TradeWeights {

  private final String label;
  private final List<HsCode> lines;
  private final List<Country> origins;
  private final Map<HsCode, Integer> lineIndex;
  private final Map<Country, Integer> originIndex;

  /** The pairs of line i stand at {@code start[i]} up to, not including, {@code start[i + 1]}. */
  private final int[] start;

  private final int[] originAt;
  private final double[] values;
  private final double[] lineTotals;
  private final double[] originTotals;
  private final double total;

  private TradeWeights(
      String label,
      List<HsCode> lines,
      List<Country> origins,
      int[] start,
      int[] originAt,
      double[] values) {
    this.label = label;
    this.lines = lines;
    this.origins = origins;
    this.lineIndex = positions(lines);
    this.originIndex = positions(origins);
    this.start = start;
    this.originAt = originAt;
    this.values = values;
    this.lineTotals = new double[lines.size()];
    this.originTotals = new double[origins.size()];
    forEach(
        (line, origin, value) -> {
          lineTotals[line] += value;
          originTotals[origin] += value;
        });
    this.total = Require.finite("the total of trade", Arithmetic.sum(lineTotals));
  }

  private static <T> Map<T, Integer> positions(List<T> items) {
    Map<T, Integer> positions = new HashMap<>();
    items.forEach(item -> positions.put(item, positions.size()));
    return positions;
  }

  /** Takes one recorded pair at a time. */
  @FunctionalInterface
  public interface FlowConsumer {

    /**
     * Takes a pair.
     *
     * @param line the place of the line in {@link TradeWeights#lines()}
     * @param origin the place of the origin in {@link TradeWeights#origins()}
     * @param value the amount, finite and not negative
     */
    void accept(int line, int origin, double value);
  }

  /**
   * A builder without trade.
   *
   * @param label what the values are, for example {@code "US imports 2024, USD customs value"}
   * @return the builder
   */
  public static Builder builder(String label) {
    Objects.requireNonNull(label, "label");
    return new Builder(label);
  }

  /**
   * What the values are: whose imports, of when, in which unit, at which valuation.
   *
   * @return the label, as it was given
   */
  public String label() {
    return label;
  }

  /**
   * The lines of which trade is recorded.
   *
   * @return the lines in ascending order
   */
  public List<HsCode> lines() {
    return lines;
  }

  /**
   * The origins of which trade is recorded.
   *
   * @return the countries in the order of their codes
   */
  public List<Country> origins() {
    return origins;
  }

  /**
   * How many pairs of line and origin are recorded.
   *
   * @return the number of pairs, those recorded as 0 included
   */
  public int size() {
    return values.length;
  }

  /**
   * The recorded trade of a pair.
   *
   * @param line the line, exactly as recorded
   * @param origin the origin
   * @return the amount, which may be 0; empty where nothing was recorded
   */
  public OptionalDouble recorded(HsCode line, Country origin) {
    Objects.requireNonNull(line, "line");
    Objects.requireNonNull(origin, "origin");
    int at = at(line, origin);
    return at < 0 ? OptionalDouble.empty() : OptionalDouble.of(values[at]);
  }

  /**
   * The trade of a pair, nothing recorded being no trade.
   *
   * @param line the line, exactly as recorded
   * @param origin the origin
   * @return the amount, 0 where none was recorded
   */
  public double value(HsCode line, Country origin) {
    Objects.requireNonNull(line, "line");
    Objects.requireNonNull(origin, "origin");
    int at = at(line, origin);
    return at < 0 ? 0 : values[at];
  }

  private int at(HsCode line, Country origin) {
    Integer i = lineIndex.get(line);
    Integer j = originIndex.get(origin);
    return i == null || j == null
        ? -1
        : Arrays.binarySearch(originAt, start[i], start[i + 1], (int) j);
  }

  /**
   * All trade.
   *
   * @return the sum, not negative
   */
  public double total() {
    return total;
  }

  /**
   * The trade of one origin.
   *
   * @param origin the origin
   * @return the sum over lines, 0 where none was recorded
   */
  public double total(Country origin) {
    Objects.requireNonNull(origin, "origin");
    Integer j = originIndex.get(origin);
    return j == null ? 0 : originTotals[j];
  }

  /**
   * The trade in a line, heading or chapter.
   *
   * @param prefix the code
   * @return the sum over origins of every recorded line that the code covers, 0 where there is none
   */
  public double total(HsCode prefix) {
    Objects.requireNonNull(prefix, "prefix");
    double sum = 0;
    for (int i = firstCovered(prefix); i < lines.size() && prefix.covers(lines.get(i)); i++) {
      sum += lineTotals[i];
    }
    return sum;
  }

  /** Where the lines that a code covers begin: a code stands right before those that it covers. */
  private int firstCovered(HsCode prefix) {
    int low = 0;
    int high = lines.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (lines.get(middle).compareTo(prefix) < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /**
   * Visits every recorded pair, line after line and within a line origin after origin.
   *
   * @param consumer takes the places of line and origin, and the amount
   */
  public void forEach(FlowConsumer consumer) {
    Objects.requireNonNull(consumer, "consumer");
    for (int i = 0; i < lines.size(); i++) {
      for (int at = start[i]; at < start[i + 1]; at++) {
        consumer.accept(i, originAt[at], values[at]);
      }
    }
  }

  /**
   * The same trade by shorter codes, as for a tariff that is known by subheading only.
   *
   * @param digits how many digits the lines keep: 2, 4, 6, 8, 9, 10 or 11
   * @return new weights with the same total up to rounding in the last place
   * @throws IllegalArgumentException when a line has fewer digits: trade cannot be split by
   *     guessing
   */
  public TradeWeights underLines(int digits) {
    List<HsCode> shorter = new ArrayList<>(lines.size());
    for (HsCode line : lines) {
      if (line.digits().length() < digits) {
        throw new IllegalArgumentException(
            "lines must have at least digits = " + digits + " digits, but one was " + line);
      }
      shorter.add(line.upTo(digits));
    }
    Builder sums = builder(label);
    forEach((line, origin, value) -> sums.add(shorter.get(line), origins.get(origin), value));
    return sums.build();
  }

  /**
   * {@return the trade laid out in full, lines by origins, pairs that are not recorded as 0: a
   * matrix whose rows are the lines' digits and whose columns the origins' codes}
   */
  public TradeMatrix matrix() {
    double[] full = new double[Math.multiplyExact(lines.size(), origins.size())];
    forEach((line, origin, value) -> full[line * origins.size() + origin] = value);
    return TradeMatrix.ofRowMajor(
        lines.stream().map(HsCode::digits).toList(),
        origins.stream().map(Country::alpha2).toList(),
        full);
  }

  /**
   * {@return the origins, the largest first: one row per origin: its trade, its share of the total,
   * how many lines it is recorded in}
   */
  public Table table() {
    int[] counts = new int[origins.size()];
    forEach((line, origin, value) -> counts[origin]++);
    List<List<Cell>> rows = new ArrayList<>();
    for (int j = 0; j < counts.length; j++) {
      Cell share =
          total > 0
              ? Cell.percent(originTotals[j] / total, 1)
              : Cell.unknown("there is no trade to share");
      rows.add(
          List.of(
              Cell.text(origins.get(j).alpha2()),
              Cell.number(originTotals[j], 2, ""),
              share,
              Cell.number(counts[j], 0, "lines")));
    }
    return Table.of("Trade: " + label, List.of("origin", "trade", "share", "lines"), rows)
        .sortedByDescending("trade");
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof TradeWeights that
        && label.equals(that.label)
        && lines.equals(that.lines)
        && origins.equals(that.origins)
        && Arrays.equals(start, that.start)
        && Arrays.equals(originAt, that.originAt)
        && Arrays.equals(values, that.values);
  }

  @Override
  public int hashCode() {
    return 31 * lines.hashCode() + Arrays.hashCode(values);
  }

  /** The size and the total. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "TradeWeights %d lines x %d origins, %d pairs, total %.6g",
        lines.size(),
        origins.size(),
        values.length,
        total);
  }

  /** Adds trade up pair by pair; the order of the additions moves sums by rounding only. */
  public static final class Builder {

    private final String label;
    private final Map<HsCode, double[]> rows = new HashMap<>();
    private final Map<Country, Integer> columns = new HashMap<>();

    private Builder(String label) {
      this.label = label;
    }

    /**
     * Adds to the trade of a pair.
     *
     * @param line the line
     * @param origin the origin
     * @param value the amount, finite and not negative; 0 records that there was none
     * @return this builder
     * @throws IllegalArgumentException when the value is negative or not finite
     */
    public Builder add(HsCode line, Country origin, double value) {
      Objects.requireNonNull(line, "line");
      Objects.requireNonNull(origin, "origin");
      Require.notNegative("the value of " + line + " from " + origin, value);
      int column = columns.computeIfAbsent(origin, o -> columns.size());
      double[] row = rows.get(line);
      if (row == null || row.length <= column) {
        row = widened(row, column);
        rows.put(line, row);
      }
      row[column] = Double.isNaN(row[column]) ? value : row[column] + value;
      return this;
    }

    /** NaN inside a row marks a pair of which nothing is recorded. */
    private static double[] widened(double @Nullable [] row, int column) {
      int old = row == null ? 0 : row.length;
      double[] wider = new double[Math.max(column + 1, old + old / 2 + 4)];
      Arrays.fill(wider, Double.NaN);
      if (row != null) {
        System.arraycopy(row, 0, wider, 0, old);
      }
      return wider;
    }

    /**
     * The trade added so far.
     *
     * @return the weights; the builder can be used further
     * @throws IllegalArgumentException when a line lies under another, or the total is not finite
     */
    public TradeWeights build() {
      List<HsCode> lines = rows.keySet().stream().sorted().toList();
      refuseNested(lines);
      List<Country> origins = columns.keySet().stream().sorted().toList();
      int[] columnOf = origins.stream().mapToInt(columns::get).toArray();
      int size = Math.toIntExact(rows.values().stream().mapToLong(Builder::recorded).sum());
      int[] start = new int[lines.size() + 1];
      int[] originAt = new int[size];
      double[] values = new double[size];
      int at = 0;
      for (int i = 0; i < start.length - 1; i++) {
        double[] row = rows.getOrDefault(lines.get(i), new double[0]);
        for (int j = 0; j < columnOf.length; j++) {
          if (columnOf[j] < row.length && !Double.isNaN(row[columnOf[j]])) {
            originAt[at] = j;
            values[at++] = row[columnOf[j]];
          }
        }
        start[i + 1] = at;
      }
      return new TradeWeights(label, lines, origins, start, originAt, values);
    }

    private static long recorded(double[] row) {
      return Arrays.stream(row).filter(value -> !Double.isNaN(value)).count();
    }

    private static void refuseNested(List<HsCode> sorted) {
      for (int i = 1; i < sorted.size(); i++) {
        HsCode above = sorted.get(i - 1);
        if (above.covers(sorted.get(i))) {
          throw new IllegalArgumentException(
              "lines must not lie under each other, or trade counts twice, but "
                  + sorted.get(i)
                  + " lies under "
                  + above);
        }
      }
    }

    /** What has been added so far. */
    @Override
    public String toString() {
      return "TradeWeights.Builder " + rows.size() + " lines x " + columns.size() + " origins";
    }
  }
}
