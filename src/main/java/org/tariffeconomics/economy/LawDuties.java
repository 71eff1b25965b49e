package org.tariffeconomics.economy;

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
import org.tariffeconomics.basics.Require;
import org.tariffeconomics.indicator.TradeWeights;
import org.tariffeconomics.panel.PanelSlice;

/**
 * What the law of a day adds to the duties on the goods of {@link CostPush#bea2017()}, weighted by
 * trade: the input of a cost push. A line that is divided among goods is shared out evenly.
 *
 * <p>Duties that lie between two make the addition an interval. Trade of whose duty no rate is
 * known on one of the two days is refused until it is said what to take for it. Trade of lines that
 * no good or no panel has is left out.
 *
 * @since 0.1.0
 */
public final class LawDuties {

  private final String words;
  private final Map<String, Sum> sums;
  private final double leftOut;
  private final UnknownDuties taken;

  /** What is imported of a good, and the additions times their trade. */
  private static final class Sum {
    private double known;
    private double open;
    private double unknown;
    private double lowest;
    private double highest;
    private double least = Double.POSITIVE_INFINITY;
    private double most = Double.NEGATIVE_INFINITY;

    private void add(double value, double low, double high) {
      known += value;
      open += low == high ? 0 : value;
      lowest += value * low;
      highest += value * high;
      least = Math.min(least, low);
      most = Math.max(most, high);
    }

    private List<Double> numbers() {
      return List.of(known, open, unknown, lowest, highest, least, most);
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Sum that && numbers().equals(that.numbers());
    }

    @Override
    public int hashCode() {
      return numbers().hashCode();
    }
  }

  private LawDuties(String words, Map<String, Sum> sums, double leftOut, UnknownDuties taken) {
    this.words = words;
    this.sums = sums;
    this.leftOut = leftOut;
    this.taken = taken;
  }

  /** Takes imports one by one; not for several threads. */
  public static final class Builder {
    private final String words;
    private final Map<String, Sum> sums = new TreeMap<>();
    private double leftOut;

    private Builder(String words) {
      this.words = Require.notBlank("words", words);
    }

    /**
     * Imports whose duties are known, each from the lowest to the highest that it may be.
     *
     * @param line the tariff line
     * @param value the value before duty, not negative
     * @param before the duty before, as a fraction
     * @param after the duty after
     * @return this builder
     * @throws IllegalArgumentException when the value is negative
     */
    public Builder add(HsCode line, double value, EstimateRange before, EstimateRange after) {
      Objects.requireNonNull(line, "line");
      Objects.requireNonNull(before, "before");
      Objects.requireNonNull(after, "after");
      Require.notNegative("value", value);
      List<String> goods = CostPush.bea2017().goodsOf(line.digits());
      leftOut += goods.isEmpty() ? value : 0;
      for (String good : goods) {
        sums.computeIfAbsent(good, key -> new Sum())
            .add(
                value / goods.size(),
                after.lowest() - before.highest(),
                after.highest() - before.lowest());
      }
      return this;
    }

    /**
     * Imports of whose duty nothing is known on one of the two days.
     *
     * @param line the tariff line
     * @param value the value before duty, not negative
     * @return this builder
     * @throws IllegalArgumentException when the value is negative
     */
    public Builder addUnknown(HsCode line, double value) {
      Objects.requireNonNull(line, "line");
      Require.notNegative("value", value);
      List<String> goods = CostPush.bea2017().goodsOf(line.digits());
      leftOut += goods.isEmpty() ? value : 0;
      goods.forEach(
          good -> sums.computeIfAbsent(good, key -> new Sum()).unknown += value / goods.size());
      return this;
    }

    /**
     * Imports that are not looked at.
     *
     * @param value the value before duty, not negative
     * @return this builder
     * @throws IllegalArgumentException when the value is negative
     */
    public Builder leaveOut(double value) {
      leftOut += Require.notNegative("value", value);
      return this;
    }

    /** {@return the additions by good so far} */
    public LawDuties build() {
      return new LawDuties(words, new LinkedHashMap<>(sums), leftOut, UnknownDuties.REFUSED);
    }
  }

  /**
   * Additions of imports that are given one by one.
   *
   * @param words what is compared, for the stamp
   * @return a builder without imports
   */
  public static Builder builder(String words) {
    Objects.requireNonNull(words, "words");
    return new Builder(words);
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
    Map<Country, Integer> origins = LawShock.originNumbers(after);
    Builder builder =
        builder(
            "law of "
                + after.day()
                + " against "
                + before.day()
                + ", weighted by "
                + trade.label());
    trade.forEach(
        (lineAt, originAt, value) -> {
          HsCode code = trade.lines().get(lineAt);
          Integer line = lines.get(code);
          Integer origin = origins.get(trade.origins().get(originAt));
          if (line == null || origin == null) {
            builder.leaveOut(value);
            return;
          }
          Optional<EstimateRange> old = before.range(line, origin).map(LawShock::fractions);
          Optional<EstimateRange> now = after.range(line, origin).map(LawShock::fractions);
          if (old.isPresent() && now.isPresent()) {
            builder.add(code, value, old.get(), now.get());
          } else {
            builder.addUnknown(code, value);
          }
        });
    return builder.build();
  }

  private double total() {
    return leftOut + sums.values().stream().mapToDouble(sum -> sum.known + sum.unknown).sum();
  }

  private double share(double part) {
    double all = total();
    return all == 0 ? 0 : part / all;
  }

  /** {@return the share of trade whose duty lies between two} */
  public double openShare() {
    return share(sums.values().stream().mapToDouble(sum -> sum.open).sum());
  }

  /** {@return the share of trade of whose duty no rate is known on one of the two days} */
  public double unknownShare() {
    return share(sums.values().stream().mapToDouble(sum -> sum.unknown).sum());
  }

  /** {@return the share of trade of lines that no good or no panel has} */
  public double leftOutShare() {
    return share(leftOut);
  }

  /**
   * The same law with a range for duties of which nothing is known.
   *
   * @param least what they add at least, as a fraction of the value
   * @param most what they add at most, not below the least
   * @return new additions
   * @throws IllegalArgumentException when the least is above the most
   */
  public LawDuties withUnknownAdding(double least, double most) {
    EstimateRange range = new EstimateRange(least, most);
    return new LawDuties(
        words,
        sums,
        leftOut,
        new UnknownDuties(UnknownDuties.Kind.ADDING, range.lowest(), range.highest()));
  }

  /** {@return the same law where unknown duties add nothing, which every result then says} */
  public LawDuties withUnknownUnchanged() {
    return withUnknownAdding(0, 0);
  }

  /**
   * The same law where duties of which nothing is known add between the least and the most that
   * other imports of the good bear; of a good of which nothing is known, of any good.
   *
   * @return new additions
   */
  public LawDuties withUnknownLikeOthers() {
    return new LawDuties(
        words, sums, leftOut, new UnknownDuties(UnknownDuties.Kind.LIKE_OTHERS, 0, 0));
  }

  /**
   * The additions, where every duty is one number.
   *
   * @return fractions of the import value, by code of the good, for {@link CostPush#push(Map)}
   * @throws IllegalStateException when some trade is open or unknown
   */
  public Map<String, Double> byGood() {
    Map<String, Double> lowest = lowest();
    if (!lowest.equals(highest())) {
      throw new IllegalStateException(
          String.format(
              Locale.ROOT,
              "Duties on %.2f%% of the trade lie between two: take lowest() and highest(), or push"
                  + " the law itself",
              100 * openShare()));
    }
    return lowest;
  }

  /**
   * The additions with all that is open at its lowest.
   *
   * @return fractions of the import value, by code of the good
   * @throws IllegalStateException when trade is unknown and nothing is said of it
   */
  public Map<String, Double> lowest() {
    return additions(false);
  }

  /**
   * The additions with all that is open at its highest.
   *
   * @return fractions of the import value, by code of the good
   * @throws IllegalStateException when trade is unknown and nothing is said of it
   */
  public Map<String, Double> highest() {
    return additions(true);
  }

  private Map<String, Double> additions(boolean highest) {
    if (unknownShare() > 0 && taken.kind() == UnknownDuties.Kind.REFUSED) {
      throw new IllegalStateException(
          String.format(
              Locale.ROOT,
              "Duties on %.2f%% of the trade have no rate" + LawShares.ADVICE,
              100 * unknownShare()));
    }
    Map<String, Double> additions = new LinkedHashMap<>();
    sums.forEach(
        (good, sum) -> {
          if (sum.known + sum.unknown > 0) {
            double known = highest ? sum.highest : sum.lowest;
            double rest = sum.unknown > 0 ? sum.unknown * ofUnknown(sum, highest) : 0;
            additions.put(good, (known + rest) / (sum.known + sum.unknown));
          }
        });
    return additions;
  }

  private double ofUnknown(Sum sum, boolean highest) {
    if (taken.kind() == UnknownDuties.Kind.ADDING) {
      return highest ? taken.most() : taken.least();
    }
    if (sum.known > 0) {
      return highest ? sum.most : sum.least;
    }
    double extreme = highest ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
    for (Sum each : sums.values()) {
      if (each.known > 0) {
        extreme = highest ? Math.max(extreme, each.most) : Math.min(extreme, each.least);
      }
    }
    return Double.isFinite(extreme) ? extreme : 0;
  }

  /** What is to be known of the additions, one line each. */
  List<String> notes() {
    List<String> notes = shares().notes(words, taken.words());
    notes.addAll(shares().leftOutNote());
    return notes;
  }

  private LawShares shares() {
    return new LawShares(openShare(), unknownShare(), leftOutShare());
  }

  /** What was compared, and the shares that are open, unknown and left out. */
  @Override
  public String toString() {
    return words + ": " + sums.size() + " goods, " + shares();
  }

  /** Two are equal when their contents are. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof LawDuties that
        && words.equals(that.words)
        && sums.equals(that.sums)
        && taken.equals(that.taken)
        && Double.compare(leftOut, that.leftOut) == 0;
  }

  @Override
  public int hashCode() {
    return Objects.hash(words, sums, leftOut);
  }
}
