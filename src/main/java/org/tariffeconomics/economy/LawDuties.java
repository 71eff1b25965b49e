package org.tariffeconomics.economy;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.indicator.TradeWeights;
import org.tariffeconomics.panel.PanelSlice;

/**
 * What the law of a day adds to the duties on the goods of {@link CostPush#bea2017()}, weighted by
 * trade: the input of a cost push. A line that is divided among goods is shared out evenly.
 *
 * <p>Trade whose duty has no rate on one of the two days is open: {@link #byGood()} refuses it and
 * {@link #openAdding} takes a number for it. Trade of lines that no good or no panel has is left
 * out.
 */
public final class LawDuties {

  private final String words;
  private final Map<String, double[]> sums;
  private final double leftOut;

  private LawDuties(String words, Map<String, double[]> sums, double leftOut) {
    this.words = words;
    this.sums = sums;
    this.leftOut = leftOut;
  }

  /**
   * The additions by good.
   *
   * @param after the panel on the day
   * @param before the panel on the day to compare with, of the same lines and origins
   * @param trade the trade by line and origin
   * @return the additions
   * @throws IllegalArgumentException when the two panels differ in lines or origins
   */
  public static LawDuties of(PanelSlice after, PanelSlice before, TradeWeights trade) {
    Objects.requireNonNull(after, "after");
    Objects.requireNonNull(before, "before");
    Objects.requireNonNull(trade, "trade");
    Map<HsCode, Integer> lines = LawShock.lineNumbers(after, before);
    Map<Country, Integer> origins = new HashMap<>();
    after.origins().forEach(origin -> origins.putIfAbsent(origin.country(), origins.size()));
    CostPush model = CostPush.bea2017();
    Map<String, double[]> sums = new TreeMap<>();
    double[] leftOut = new double[1];
    trade.forEach(
        (lineAt, originAt, value) -> {
          HsCode code = trade.lines().get(lineAt);
          Integer line = lines.get(code);
          Integer origin = origins.get(trade.origins().get(originAt));
          List<String> goods = model.goodsOf(code.digits());
          if (line == null || origin == null || goods.isEmpty()) {
            leftOut[0] += value;
            return;
          }
          Optional<Rate> old = before.rate(line, origin);
          Optional<Rate> now = after.rate(line, origin);
          for (String good : goods) {
            double[] sum = sums.computeIfAbsent(good, key -> new double[3]);
            double part = value / goods.size();
            if (old.isPresent() && now.isPresent()) {
              sum[0] += part;
              double added = now.get().fraction().subtract(old.get().fraction()).doubleValue();
              sum[1] += part * added;
            } else {
              sum[2] += part;
            }
          }
        });
    String words =
        "law of " + after.day() + " against " + before.day() + ", weighted by " + trade.label();
    return new LawDuties(words, sums, leftOut[0]);
  }

  private double sum(int part) {
    return sums.values().stream().mapToDouble(each -> each[part]).sum();
  }

  /** {@return the share of trade whose duty has no rate on one of the two days} */
  public double openShare() {
    double all = sum(0) + sum(2) + leftOut;
    return all == 0 ? 0 : sum(2) / all;
  }

  /** {@return the share of trade of lines that no good or no panel has} */
  public double leftOutShare() {
    double all = sum(0) + sum(2) + leftOut;
    return all == 0 ? 0 : leftOut / all;
  }

  /**
   * The additions, where every duty has a rate.
   *
   * @return fractions of the import value, by code of the good, for {@link CostPush#push(Map)}
   * @throws IllegalStateException when some trade is open: take {@link #openAdding}
   */
  public Map<String, Double> byGood() {
    if (openShare() > 0) {
      throw new IllegalStateException(
          String.format(
              Locale.ROOT,
              "Duties on %.2f%% of the trade have no rate: say with openAdding what they add",
              100 * openShare()));
    }
    return openAdding(0);
  }

  /**
   * The additions with a number for open duties.
   *
   * @param added what open duties add, as a fraction of the value
   * @return fractions of the import value, by code of the good
   */
  public Map<String, Double> openAdding(double added) {
    Map<String, Double> duties = new LinkedHashMap<>();
    sums.forEach(
        (good, sum) -> {
          if (sum[0] + sum[2] > 0) {
            duties.put(good, (sum[1] + added * sum[2]) / (sum[0] + sum[2]));
          }
        });
    return duties;
  }

  /** What was compared, and the shares that are open and left out. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%s: %d goods, %.2f%% open, %.2f%% left out",
        words,
        sums.size(),
        100 * openShare(),
        100 * leftOutShare());
  }

  /** Two are equal when their contents are. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof LawDuties that
        && words.equals(that.words)
        && sums.equals(that.sums)
        && Double.compare(leftOut, that.leftOut) == 0;
  }

  @Override
  public int hashCode() {
    return Objects.hash(words, sums, leftOut);
  }
}
